"""Comparisons held to the figures: above the national average, higher than for White staff."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wres.claims.bench import Bench, Test, Told, unverifiable
from wres.claims.changes import move
from wres.claims.group_sides import beside_group
from wres.claims.lexicon import Mark
from wres.claims.numbers import Number
from wres.claims.ranges import judge_range, own_ratios
from wres.claims.side_times import is_of_time
from wres.claims.signs import is_better_than, is_level, side_of, sign_of
from wres.claims.subjects import subject_of
from wres.claims.two_figures import between_two
from wres.claims.typed import holds_beside, typed_beside
from wres.claims.workforce_sides import represented

__all__ = ["comparators_of", "judge_sides"]

_ONE = (("1",), ("one",), ("1.0",), ("1.00",))
_TURNED = {"above": "below", "below": "above", "better": "worse", "worse": "better"}
_JOINED = frozenset({"and", "the", ",", "both", "average", "figure", "or"})
_OF_TIME = {"above": "up", "below": "down", "level": "same"}
_REACH = 8


def judge_sides(bench: Bench) -> Iterator[Told]:
    """Judge every word that sets one figure beside another."""
    for mark in bench.live("within"):
        yield from judge_range(bench, mark)
    covered = bench.covered("senior", "move", "likely")
    for mark in bench.live("side"):
        idle = _is_rule(bench, mark) or _is_near_parity(bench, mark)
        if mark.first not in covered and not idle:
            yield from _side(bench, mark)


def _is_rule(bench: Bench, mark: Mark) -> bool:
    """Say whether it is said which way is good: `lower is better`; or `48% or above`."""
    before = bench.words[max(0, mark.first - 2) : mark.first]
    after = bench.words[mark.last + 1 : mark.last + 3]
    if {"lead", "leads", "trail", "trails"} & {bench.words[mark.first]}:
        # The board leads the work; a figure leads the benchmark.
        return not comparators_of(bench, replace(mark, last=mark.first))
    rule = before in (("lower", "is"), ("higher", "is")) or after == ("is", "better")
    return rule or before[-1:] == ("or",)


def _side(bench: Bench, mark: Mark) -> Iterator[Told]:
    number = typed_beside(bench.sentence, mark)
    told = between_two(bench, mark)
    if told is not None:
        yield told
    elif mark.value in {"over", "under"}:
        yield represented(bench, mark)
    elif number is not None:
        yield _beside_typed(bench, mark, number)
    elif _limits(bench, mark):
        yield from _beside_one(bench, mark)
    elif is_of_time(bench, mark):
        yield move(bench, mark, _OF_TIME.get(mark.value, mark.value))
    elif _is_beside_own(bench, mark):
        yield from _reversed(bench, mark)
    elif comparators_of(bench, mark):
        yield _compared(bench, mark, comparators_of(bench, mark))
    else:
        yield from beside_group(bench, mark)


def _beside_typed(bench: Bench, mark: Mark, number: Number) -> Told:
    """Hold `better than the 60.3%` to the figure that stands before it."""
    fact = bench.beside(mark)
    holds = None
    if fact is not None and fact.unit == number.unit:
        holds = holds_beside(fact, mark.value, number)
    if fact is None or holds is None:
        return unverifiable(mark)
    outcome = bench.agreed(fact) if holds else bench.contradicted(fact)
    return outcome, mark.first, mark.last


def _is_beside_own(bench: Bench, mark: Mark) -> bool:
    """Say whether another's figure is set beside the trust's: `3.3 points lower than ours`."""
    behind = set(bench.words[mark.last + 1 : mark.last + 3])
    return bool(behind & {"our", "ours", "us"}) and bench.sentence.has("comparator")


def _reversed(bench: Bench, mark: Mark) -> Iterator[Told]:
    """Hold what is said of a comparator beside the trust to the trust beside the comparator."""
    before = bench.sentence.of("comparator", 0, mark.first)
    turned = _TURNED.get(mark.value, mark.value)
    if before:
        yield _compared(bench, replace(mark, value=turned), frozenset({before[-1].value}))


def _limits(bench: Bench, mark: Mark) -> bool:
    """Say whether a word stands before a number, and limits it."""
    after = mark.last + 1
    if bench.words[after : after + 1] in _ONE:
        return True
    near = {after} | (
        {after + 1} if bench.words[after : after + 1] in (("a",), ("just",)) else set()
    )
    limit = bench.sentence.has("range") and {0.8, 1.25} & {
        number.value for number in bench.numbers if after <= number.core <= after + 8
    }
    hedged = mark.value in {"above", "below"} and any(
        one.first <= mark.first and mark.last < one.core for one in bench.numbers
    )
    return bool(limit) or hedged or any(number.core in near for number in bench.numbers)


def _beside_one(bench: Bench, mark: Mark) -> Iterator[Told]:
    """Hold `above 1` to the side on which the ratio lies; other limits are the number's."""
    if bench.words[mark.last + 1 : mark.last + 2] not in _ONE or mark.value not in {
        "above",
        "below",
    }:
        return
    facts = own_ratios(bench, mark)
    wanted = 1 if mark.value == "above" else -1
    if facts:
        yield bench.told(mark, facts, lambda fact: side_of(fact) == wanted)


def comparators_of(bench: Bench, mark: Mark) -> frozenset[str]:
    """Give those with whom a word compares."""
    _, last = bench.sentence.clause(mark.first)
    after = bench.sentence.of("comparator", mark.last + 1, last)
    if after and after[0].first <= mark.last + _REACH:
        joined = [
            one.value
            for one in after[1:]
            if set(bench.words[after[0].last + 1 : one.first]) <= _JOINED
        ]
        return frozenset({after[0].value, *joined})
    before = bench.sentence.of("comparator", 0, mark.first)
    following = bench.words[mark.last + 1 : mark.last + 2]
    if following in (("both",), ("these",), ("that",), ("those",), ("this",), ("it",)):
        return frozenset(one.value for one in before)
    said = {"compared", "against", "than", "to", "beside"}
    if before and said & set(bench.words[: before[-1].first + 1]):
        return frozenset({before[-1].value})
    return frozenset()


def _compared(bench: Bench, mark: Mark, comparators: frozenset[str]) -> Told:
    subject = subject_of(bench.scope, mark, True)
    facts = subject.facts(bench.shown, "comparison", years=bench.now, comparators=comparators)
    facts = bench.kin(mark, [fact for fact in facts if fact.measure == "comparison"] or facts)
    first, _ = bench.sentence.clause(mark.first)
    if "gap" in bench.sentence.values("measure", first, mark.first):
        # Results hold no gap of a comparator.
        return unverifiable(mark)
    if not facts or not subject.held:
        return unverifiable(mark)
    tests: dict[str, Test] = {
        "above": lambda fact: sign_of(fact) > 0,
        "below": lambda fact: sign_of(fact) < 0,
        "level": is_level,
        "better": lambda fact: is_better_than(fact, 1),
        "worse": lambda fact: is_better_than(fact, -1),
    }
    # Beside the figures themselves, `better` says no more than they do.
    sense = "" if len(bench.numbers) >= 2 else mark.value
    return bench.told(mark, facts, tests[mark.value], sense)


def _is_near_parity(bench: Bench, mark: Mark) -> bool:
    """Leave `above parity` and `close to parity` to what is said of parity."""
    return "parity" in bench.words[mark.last + 1 : mark.last + 2]
