"""Likelihoods held to the figures: who is more, less or equally likely."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wres.claims.bench import Bench, Told, unverifiable
from wres.claims.denials import Outcome
from wres.claims.earlier import beside_earlier, is_beside_earlier
from wres.claims.facts import OWN, Fact
from wres.claims.lexicon import Mark
from wres.claims.numbers import Number
from wres.claims.orders import likely_groups
from wres.claims.signs import UNSURE, is_level, side_of
from wres.labels import EQUAL_AT

__all__ = ["judge_likelihoods", "likely_facts"]

# To be likely to do these is an indicator's matter even where no other word of it is near.
_OURS = frozenset({"our", "ours", "we", "us", "here", "trust"})
_BESIDE = frozenset({"than", "to", "with", "against", "above", "below", "of"})
# Right before `as likely as`, these leave it to say that both are the same, or about the same.
_PLAINLY = frozenset(
    ["is", "are", "was", "were", "be", "been", "just", "exactly", "now", "bit", "also", "still"]
)
_ROUGHLY = frozenset(
    ["about", "roughly", "nearly", "almost", "around", "approximately", "broadly", "as"]
)
_FAR = {"ratio": 0.2, "points": 5.0}
_EVENTS = frozenset({"enter", "be", "access", "experience", "report", "say"})


def judge_likelihoods(bench: Bench) -> Iterator[Told]:
    """Judge every word of likelihood."""
    for mark in bench.live("likely"):
        number = _number_of(bench, mark)
        if number is None and is_beside_earlier(bench, mark):
            yield beside_earlier(bench, mark)
        elif mark.value == "times":
            yield from _times(bench, mark)
        else:
            yield from _likelihood(bench, mark)


def likely_facts(bench: Bench, mark: Mark) -> list[Fact]:
    """Find the ratios or gaps that a likelihood can mean, as it turns them."""
    head, other = likely_groups(bench.scope, mark.first, mark.last)
    if head is None or other is None:
        return []
    return bench.gaps(mark, head, other, _whose(bench, mark))


def _whose(bench: Bench, mark: Mark) -> str:
    """Say of whom a likelihood is told: `than White staff nationally`, `in England, ...`."""
    first, last = bench.sentence.clause(mark.first)
    named = bench.sentence.of("comparator", first, last)
    ours = _OURS & set(bench.words[first : last + 1])
    compared = _BESIDE & set(bench.words[named[0].first - 2 : named[0].first]) if named else ()
    return named[0].value if len(named) == 1 and not ours and not compared else OWN


def _times(bench: Bench, mark: Mark) -> Iterator[Told]:
    """Hold `1.09 times as likely` to what its row says of how sure it is."""
    number = _number_of(bench, mark)
    facts = likely_facts(bench, mark)
    if number is None and facts:
        yield from _as_likely(bench, mark, facts)
    if number is None or not facts or bench.care:
        return
    if all(fact.verdict in UNSURE for fact in facts):
        yield bench.unsure(facts[0]), number.core, mark.last


def _as_likely(bench: Bench, mark: Mark, facts: list[Fact]) -> Iterator[Told]:
    """Hold `as likely as White staff` to equality, and `not as likely as` to the side it names."""
    led = set(bench.words[max(0, mark.first - 1) : mark.first])
    if not led & (_PLAINLY | _ROUGHLY) and not bench.negated(mark):
        return
    if bench.negated(mark):
        yield from _ordered(bench, replace(mark, value="less"), facts, denied=True)
    elif all(fact.verdict == "too few to say" for fact in facts):
        if not bench.care:
            yield bench.unsure(facts[0]), mark.first, mark.last
    elif not led & _ROUGHLY or any(_is_far(fact) for fact in facts):
        yield bench.told(mark, facts, is_level)


def _is_far(fact: Fact) -> bool:
    """Say whether nobody would call two likelihoods about the same."""
    if fact.verdict:
        return fact.verdict != "no clear difference"
    equal = EQUAL_AT["relative_likelihood"] if fact.unit == "ratio" else 0.0
    return abs(fact.value - equal) > _FAR[fact.unit]


def _number_of(bench: Bench, mark: Mark) -> Number | None:
    """Give the number of a likelihood."""
    near = {mark.first, mark.first - 1}
    return next((one for one in bench.numbers if one.last + 1 in near), None)


def _likelihood(bench: Bench, mark: Mark) -> Iterator[Told]:
    facts = likely_facts(bench, mark)
    head, _ = likely_groups(bench.scope, mark.first, mark.last)
    if _is_off_topic(bench, mark) or (not facts and head is not None):
        yield unverifiable(mark)
    elif facts and mark.value == "equal":
        yield bench.told(mark, facts, is_level)
    elif facts:
        yield from _ordered(bench, mark, facts)


def _ordered(bench: Bench, mark: Mark, facts: list[Fact], denied: bool = False) -> Iterator[Told]:
    """Judge `more likely` and `less likely`; with a ratio or %, the number says which way.

    `denied` is `not as likely`, which is less likely though a negation stands before it.
    """
    wanted = 1 if mark.value == "more" else -1
    number = _number_of(bench, mark)
    numbered = number is not None and (number.unit != "points" or _is_since(bench, mark))
    if bench.negated(mark) and not denied:
        yield bench.told(mark, facts, lambda fact: side_of(fact) == wanted)
    elif all(side_of(fact) == -wanted for fact in facts):
        if not numbered:
            right = bench.wording.same(_official(bench, facts[0]))
            message = f"the other way round: {right}."
            yield Outcome("wrong direction", message, facts[0]), mark.first, mark.last
    elif all(fact.verdict in UNSURE for fact in facts) and not bench.care:
        yield bench.unsure(facts[0]), mark.first, mark.last
    elif not numbered:
        yield bench.agreed(facts[0]), mark.first, mark.last


def _is_since(bench: Bench, mark: Mark) -> bool:
    """Say whether a likelihood is set beside an earlier one: `less likely than last year`."""
    _, last = bench.sentence.clause(mark.last)
    return bench.sentence.is_dated(mark.last + 1, last) or bool(
        bench.sentence.of("time", mark.last + 1, last)
    )


def _is_off_topic(bench: Bench, mark: Mark) -> bool:
    """Say whether people are said to be likely to do what no indicator is about."""
    following = bench.words[mark.last + 1 : mark.last + 12]
    return not bench.sentence.of("topic") and "to" in following and not set(following) & _EVENTS


def _official(bench: Bench, fact: Fact) -> Fact:
    """Give the ratio the way round in which it is published."""
    published = (
        one
        for one in bench.shown.by_indicator.get(fact.indicator, ())
        if one.measure == "relative_likelihood" and one.role == "level" and not one.place
        if one.year == fact.year and one.comparator == OWN
    )
    return next(published, fact)
