"""Ratios held to the range that counts as non-adverse: `all three lie within the range`."""

from __future__ import annotations

from collections.abc import Iterator

from wres.claims.answers import RATIOS
from wres.claims.bench import Bench, Told
from wres.claims.facts import OWN, Fact
from wres.claims.left_out import EXCEPT
from wres.claims.lexicon import Mark
from wres.stats.counts import FOUR_FIFTHS, in_four_fifths_range

__all__ = ["judge_range", "own_ratios"]

_REACH = 8
_EVERY = frozenset({"all", "every", "each"})
_NEARLY = frozenset({"nearly", "almost", "two", "not", "one", "other"})
_EVERY_REACH = 5


def judge_range(bench: Bench, mark: Mark) -> Iterator[Told]:
    """Hold `within the non-adverse range` to the ratio as printed."""
    near = bench.sentence.of("range", mark.last + 1, mark.last + _REACH)
    named = {"adverse", "fifths"} & set(bench.words[mark.last + 1 : mark.last + 1 + _REACH])
    limits = set(FOUR_FIFTHS) <= {number.value for number in bench.sentence.numbers}
    if not near or not (named or limits):
        return
    facts = bench.kin(mark, own_ratios(bench, mark))
    inside = mark.value == "inside"
    if EXCEPT & set(bench.words[: mark.first]):
        return
    if not facts and _names_every_ratio(bench, mark):
        yield from _all_within(bench, mark, inside)
    elif facts:
        yield bench.told(mark, facts, lambda fact: in_four_fifths_range(fact.value) == inside)


def _names_every_ratio(bench: Bench, mark: Mark) -> bool:
    """Say whether words are of all relative likelihoods: `all three ratios lie within`."""
    first, _ = bench.sentence.clause(mark.first)
    ratios = [
        one for one in bench.sentence.of("measure", first, mark.first) if one.value == "ratio"
    ]
    led = (
        bench.words[max(first, ratios[-1].first - _EVERY_REACH) : ratios[-1].first]
        if ratios
        else ()
    )
    if led[1:3] == ("one", "of") and led[0] in {"every", "each"}:
        led = (led[0], *led[3:])
    return bool(_EVERY & set(led)) and not _NEARLY & set(led)


def _all_within(bench: Bench, mark: Mark, inside: bool) -> Iterator[Told]:
    """Deny by one ratio what is said of all; agree only where every one is shown."""
    facts = [fact for number in sorted(RATIOS) for fact in _ratios_of(bench, number)]
    other = [fact for fact in facts if in_four_fifths_range(fact.value) != inside]
    first, _ = bench.sentence.clause(mark.first)
    if bench.sentence.of("negation", first, mark.first) or bench.sentence.has("time", "previous"):
        return
    if other:
        yield bench.contradicted(other[0]), mark.first, mark.last
    elif {fact.indicator for fact in facts} == RATIOS:
        yield bench.agreed(facts[0]), mark.first, mark.last


def own_ratios(bench: Bench, mark: Mark) -> list[Fact]:
    """Give the trust's own ratios of today that some words are about."""
    return [fact for number in sorted(bench.topics(mark)) for fact in _ratios_of(bench, number)]


def _ratios_of(bench: Bench, number: str) -> list[Fact]:
    return [
        fact
        for fact in bench.shown.by_indicator.get(number, ())
        if fact.measure == "relative_likelihood" and fact.role == "level" and not fact.place
        if fact.year == bench.year and fact.comparator == OWN
    ]
