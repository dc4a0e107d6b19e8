"""What else words of direction can be said of: other figures that their clause names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wres.claims.answers import OTHER
from wres.claims.facts import Fact, is_difference, is_plainly_meant
from wres.claims.lexicon import Mark
from wres.claims.reading import Sentence
from wres.claims.shown import Shown
from wres.claims.subjects import tied_group

__all__ = ["besides"]

# What two figures make of each other; which way a ratio or a gap points, its own words say.
_SET_BESIDE = frozenset({"change", "relative change", "comparison"})


def besides(sentence: Sentence, mark: Mark, shown: Shown, denied: Sequence[Fact]) -> Iterator[Fact]:
    """Give figures of the same kind and time as those that deny some words.

    They are of the same indicators, and of groups that the clause names, or else the sentence:
    `fell in both groups, so that the gap closed` is true of the groups, if not of the gap.
    """
    first, last = sentence.clause(mark.first)
    own = tied_group(sentence, mark)
    named = sentence.values("group", first, last) or sentence.values("group")
    groups = {own} if own in OTHER else set(named)
    kinds = {_kind(fact) for fact in denied if fact.role in _SET_BESIDE}
    people = any(fact.unit == "headcount" for fact in denied)
    apart = any(is_difference(fact) for fact in denied)
    rates = any(one.unit for one in sentence.numbers if first <= one.core <= last)
    shares = rates or bool(sentence.of("measure", first, last))
    for number in sorted({fact.indicator for fact in denied}):
        for fact in shown.by_indicator.get(number, ()):
            counted = fact.unit == "headcount"
            said = not shares if counted else not people
            if _kind(fact) not in kinds or not said or fact in denied:
                continue
            if _is_named(fact, groups) and (apart or not is_difference(fact)):
                yield fact


def _kind(fact: Fact) -> tuple[object, ...]:
    return fact.role, fact.year, fact.since, fact.comparator, fact.place


def _is_named(fact: Fact, groups: set[str]) -> bool:
    """Say whether the group of a figure is named; of a ratio or a gap, both groups or none."""
    if not is_plainly_meant(fact):
        return False
    if fact.over in OTHER:
        return not groups or set(OTHER) <= groups
    return fact.group in groups
