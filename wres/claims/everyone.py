"""Everyone on a board said to be of one ethnic group, held to how many are."""

from __future__ import annotations

from collections.abc import Iterator

from wres.claims.answers import OTHER
from wres.claims.bench import Bench, Test, Told
from wres.claims.boards import is_part_of_board
from wres.claims.facts import OWN, Fact
from wres.claims.lexicon import Mark
from wres.claims.ranges import EXCEPT

__all__ = ["judge_everyone"]

_EVERYONE = frozenset({"all", "every"})
_ARE = frozenset({"is", "are", "remain", "remains"})
# `Nearly all` and `all but one` are not everyone.
_NEARLY = frozenset({"nearly", "almost", "virtually", "practically", "at", "of"})
_REACH = 12


def judge_everyone(bench: Bench) -> Iterator[Told]:
    """Hold `every voting member of the board is White` to the number of them."""
    for place, word in enumerate(bench.words):
        mark = _said_of_all(bench, place) if word in _EVERYONE else None
        facts = [] if mark is None else _numbers(bench, mark)
        if mark is not None and facts and bench.claims(mark):
            yield bench.told(mark, facts, _is_everyone(_numbers(bench, mark, "all")))


def _is_everyone(everyone: list[Fact]) -> Test:
    numbers = {fact.place: fact.value for fact in everyone}
    return lambda fact: fact.value == numbers.get(fact.place)


def _said_of_all(bench: Bench, place: int) -> Mark | None:
    """Find the group right behind the verb that follows `every` or `all`; its name is the value."""
    _, last = bench.sentence.clause(place)
    verbs = (at for at in range(place, min(place + _REACH, last) + 1) if bench.words[at] in _ARE)
    verb = next(verbs, None)
    if verb is None or _NEARLY & set(bench.words[max(0, place - 1) : place]):
        return None
    first, _ = bench.sentence.clause(place)
    dated = bench.sentence.is_dated(first, last)
    elsewhere = any(bench.sentence.of(kind, first, last) for kind in ("comparator", "time"))
    named = [one for one in bench.sentence.of("group", verb, last) if one.first == verb + 1]
    board = "9" in bench.sentence.values("topic", place, verb)
    if (
        dated
        or elsewhere
        or (EXCEPT | {"other"}) & set(bench.words)
        or not board
        or not named
        or named[0].value not in OTHER
    ):
        return None
    return Mark("everyone", named[0].value, place, named[0].last)


def _numbers(bench: Bench, mark: Mark, group: str = "") -> list[Fact]:
    """Give how many of a group, or of everyone, the named members are."""
    parts = bench.sentence.values("board", mark.first, mark.last)
    return [
        fact
        for fact in bench.shown.by_indicator.get("9", ())
        if fact.measure == "headcount" and fact.role == "count" and fact.comparator == OWN
        if fact.year == bench.year and fact.group == (group or mark.value)
        if is_part_of_board(fact, parts)
    ]
