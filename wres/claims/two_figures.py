"""A comparison of two figures that a sentence gives itself: `9.4% ..., above 11.5% overall`."""

from __future__ import annotations

from typing import Final

from wres.claims.answers import STOPS
from wres.claims.bench import Bench, Told
from wres.claims.denials import Outcome
from wres.claims.facts import Fact
from wres.claims.lexicon import Mark
from wres.claims.numbers import Number

__all__ = ["between_two"]

# Words from one that compares to the figure that it sets another against.
_REACH: Final = 8
_WAYS: Final = {"above": 1, "below": -1}
_LEVELS: Final = frozenset({"level"})
# With these, the figure behind is told of more than one before, or of none of them.
_JOINED: Final = frozenset({"both", "all", "each", "neither", "target", "goal", "points", "point"})


def between_two(bench: Bench, mark: Mark) -> Told | None:
    """Hold a word to the two percentages that it stands between, both of them right.

    None where another figure, a negation or a clause comes between, or one isn't known.
    """
    way = _WAYS.get(mark.value)
    after = next((one for one in bench.numbers if one.first > mark.last), None)
    if way is None or after is None or bench.negated(mark) or bench.clouded(mark.first):
        return None
    between = bench.words[mark.last + 1 : after.first]
    led = bench.words[max(0, mark.first - 2) : mark.first]
    if len(between) > _REACH or (STOPS - {"("}) & set(between) or _JOINED & {*between, *led}:
        return None
    before = _before(bench, mark)
    facts = [_fact(bench, one) for one in (*before, after)]
    if not before or any(one is None or one.unit != "%" for one in facts):
        return None
    other = after.value or 0.0
    bears = [way * ((one.value or 0.0) - other) > 0 for one in before]
    fact = facts[-2]
    if fact is None or (any(bears) and not bears[-1]):
        return None
    if bears[-1]:
        return bench.agreed(fact), mark.first, mark.last
    words = f"{bench.wording.same(fact)}, which is not {mark.value} {other:g}%."
    return Outcome("contradicted", words, fact), mark.first, mark.last


def _before(bench: Bench, mark: Mark) -> list[Number]:
    """Give the percentages before a word, none of those in brackets that it doesn't stand in."""
    depth = bench.sentence.depth(mark.first)
    inside = [one for one in bench.numbers if mark.first <= one.first <= mark.last]
    found = [one for one in bench.numbers if one.last < mark.first]
    found = [one for one in found if bench.sentence.depth(one.core) <= depth]
    plain = [one for one in found if one.unit == "%" and not one.hedge]
    return [] if inside or (found and found[-1].unit != "%") else plain


def _fact(bench: Bench, number: Number) -> Fact | None:
    facts = dict(bench.borne)
    fact = facts.get(number.core)
    return fact if fact is not None and fact.role in _LEVELS else None
