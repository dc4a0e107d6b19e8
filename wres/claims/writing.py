"""Whether a number of a text is the writing of a fact."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wres.claims.facts import Fact
from wres.claims.numbers import Number
from wres.labels import round_half_up

__all__ = ["ENDLESS", "find_written", "is_as_printed", "is_near"]

# Half of the last digit with which comparators are printed.
_PRINTED = {"ratio": 0.005}
# Hedges that leave one end open; and how far, as a share of the number, its figure may lie.
ENDLESS = frozenset({"over", "least", "under", "most"})
_NEAR = 0.25


def find_written(facts: Iterable[Fact], numbers: Sequence[Number]) -> Fact | None:
    """Find a fact that one of the numbers may be the writing of."""
    return next((fact for fact in facts if any(_is_written(one, fact) for one in numbers)), None)


def is_near(fact: Fact, number: Number) -> bool:
    """Say whether a figure may be what `over a third` tells of; any larger one is over it too."""
    value = number.value or 0.0
    return number.hedge not in ENDLESS or abs(fact.value - value) <= _NEAR * abs(value)


def is_as_printed(number: Number, fact: Fact) -> bool:
    """Say whether a number is no coarser than a comparator's own printing."""
    return abs((number.value or 0.0) - fact.value) < _PRINTED.get(fact.unit, 0.05)


def _is_written(number: Number, fact: Fact) -> bool:
    """Compare values; of a change or a gap, signs count where one is written."""
    level = fact.unit in {"%", "ratio"} and fact.role in {"level", "times"}
    signs = (number.sign,) if number.sign else (1,) if level else (1, -1)
    for sign in signs:
        low, high = sorted((sign * fact.low, sign * fact.high))
        if number.holds(sign * fact.value, low, high):
            return True
    return _is_whole_goal(number, fact) or _is_between_printed(number, fact)


def _is_whole_goal(number: Number, fact: Fact) -> bool:
    """Let goals in people be written whole."""
    away = abs(abs(fact.value) - (number.value or 0.0))
    return fact.role == "people" and number.decimals == 0 and away <= 0.5


def _is_between_printed(number: Number, fact: Fact) -> bool:
    """Accept the difference of two printed figures beside that of the unrounded ones."""
    if fact.now is None or fact.before is None or number.hedge or fact.unit in {"%", "headcount"}:
        return False
    if fact.role == "level":
        return False
    now, before = (round_half_up(one, number.decimals) for one in (fact.now, fact.before))
    between, written = now - before, round_half_up(number.value or 0.0, number.decimals)
    return between == number.sign * written if number.sign else abs(between) == written
