"""Multiples held to the two figures that they lie between: doubled, more than halved."""

from __future__ import annotations

from math import inf

from wres.claims.bench import FACTORS, Bench, Test, Told
from wres.claims.denials import Outcome
from wres.claims.facts import Fact
from wres.claims.lexicon import Mark
from wres.claims.numbers import Number

__all__ = ["is_of_gap", "is_spelt_out", "multiple_of", "own_multiple"]

_EXACT = {"doubled": 2.0, "trebled": 3.0, "halved": 0.5}
_BEYOND = frozenset({"over", "than"})
_NEARLY = frozenset({"nearly", "almost", "virtually"})
# `Nearly doubled` is not yet twice: this part of the way is near enough.
_NEAR_ENOUGH = 0.7
_EPSILON = 1e-9
# Tokens from a multiple to its own two numbers (`has doubled in a year, from`), and between these.
_REACH, _BETWEEN = 8, 3
_ORDERS = frozenset({("from", "to"), ("(", "to"), ("to", "from")})


def is_of_gap(bench: Bench, mark: Mark) -> bool:
    """Say whether it is a gap that is said to be multiplied: `the board gap has doubled`."""
    first, _ = bench.sentence.clause(mark.first)
    measures = bench.sentence.of("measure", first, mark.first)
    return bool(measures) and measures[-1].value == "gap"


def multiple_of(bench: Bench, mark: Mark, sense: str) -> Test:
    """Give what a change must be for a multiple to hold; of a gap, its size counts."""
    low, high = _range(bench, mark, sense)
    gap = is_of_gap(bench, mark)

    def holds(fact: Fact) -> bool | None:
        if fact.now is None or fact.before is None:
            return None
        now, before = fact.now, fact.before
        if gap:
            level = 1.0 if fact.unit == "ratio" else 0.0
            now, before = abs(now - level), abs(before - level)
        return low < now / before < high if before else None

    return holds


def is_spelt_out(bench: Bench, mark: Mark) -> bool:
    """Say whether `from 2.4 to 5.5` follows, beside which a multiple claims no more than these."""
    ends = _ends(bench, mark)
    return ends is not None and bench.words[ends[0].first - 1] == "from"


def own_multiple(bench: Bench, mark: Mark, sense: str) -> Told | None:
    """Contradict `has more than halved, from 2.4 to 5.5`: its own numbers do, as rounded."""
    ends = None if bench.negated(mark) else _ends(bench, mark)
    if ends is None:
        return None
    before, now = (abs(one.value or 0.0) for one in ends)
    rooms = [0.5 / 10**one.decimals if one.unit or one.decimals else 0.0 for one in ends]
    least, most = before - rooms[0], before + rooms[0]
    low, high = _range(bench, mark, sense)
    if least <= 0 or ((now + rooms[1]) / least > low and (now - rooms[1]) / most < high):
        return None
    message = "the sentence's own numbers are no such multiple."
    return Outcome("contradicted", message), mark.first, mark.last


def _range(bench: Bench, mark: Mark, sense: str) -> tuple[float, float]:
    """Give between what the quotient of the two figures lies."""
    exact, led = _EXACT[sense], bench.words[max(0, mark.first - 1) : mark.first]
    shrinks = exact < 1
    if _BEYOND & set(led):
        less = bench.words[mark.first - 2] == "less"
        return (0.0, exact - _EPSILON) if shrinks != less else (exact + _EPSILON, inf)
    if _NEARLY & set(led):
        near = 1 + (exact - 1) * _NEAR_ENOUGH
        return (exact - _EPSILON, near) if shrinks else (near, exact + _EPSILON)
    low, high = FACTORS[sense]
    return low - _EPSILON, high + _EPSILON


def _ends(bench: Bench, mark: Mark) -> tuple[Number, Number] | None:
    """Find the two numbers that a multiple itself says it lies between, the earlier one first."""
    near = [one for one in bench.sentence.numbers if one.first > mark.last][:2]
    if len(near) < 2 or any(one.value is None or one.base or one.hedge for one in near):
        return None
    first, second = near
    tail = bench.words[first.last + 1 : second.first]
    led = (bench.words[first.first - 1], tail[-1] if tail else "")
    between = bench.sentence.of("move", mark.last + 1, first.first)
    between = [*between, *bench.sentence.of("side", mark.last + 1, first.first)]
    apart = first.first - mark.last > _REACH or len(tail) > _BETWEEN or between
    ratios = is_of_gap(bench, mark) and {first.unit, second.unit} <= {"", "ratio"}
    if apart or ratios or first.unit != second.unit or led not in _ORDERS:
        return None
    return (second, first) if led[0] == "to" else (first, second)
