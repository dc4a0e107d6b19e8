"""Everyone on a board, or all but some, said to be of one ethnic group, held to how many are."""

from __future__ import annotations

from collections.abc import Iterator

from wres.claims.answers import OTHER
from wres.claims.bench import Bench, Test, Told
from wres.claims.boards import WHOLE_BOARD, is_part_of_board
from wres.claims.facts import OWN, Fact
from wres.claims.left_out import BUT, EVERYONE, is_left_out
from wres.claims.lexicon import Mark

__all__ = ["judge_everyone"]

_ONE_EXCEPTION = frozenset({"exception", "exceptions"})
_ARE = frozenset({"is", "are", "remain", "remains"})
# `Nearly all` and `all but one` are not everyone.
_NEARLY = frozenset({"nearly", "almost", "virtually", "practically", "at", "of"})
_REACH = 12


def judge_everyone(bench: Bench) -> Iterator[Told]:
    """Hold `every voting member of the board is White` to the number of them."""
    for place, word in enumerate(bench.words):
        mark = _said_of_all(bench, place) if word in EVERYONE else None
        facts = [] if mark is None else _numbers(bench, mark)
        if mark is not None and facts and bench.claims(mark):
            left = [one for one in bench.numbers if is_left_out(one, bench.sentence)]
            if len(left) == bool(BUT & set(bench.words)) and (not left or left[0].value):
                but = sum(one.value or 0.0 for one in left)
                yield bench.told(mark, facts, _is_everyone(_numbers(bench, mark, "all"), but))


def _is_everyone(everyone: list[Fact], but: float) -> Test:
    numbers = {fact.place: fact.value - but for fact in everyone}
    return lambda fact: fact.value == numbers.get(fact.place)


def _said_of_all(bench: Bench, place: int) -> Mark | None:
    """Find the group right behind the verb that follows `every` or `all`; its name is the value."""
    left_out = [one.core for one in bench.numbers if is_left_out(one, bench.sentence)]
    last = max(bench.sentence.clause(at)[1] for at in [place, *left_out])
    verbs = (at for at in range(place, min(place + _REACH, last) + 1) if bench.words[at] in _ARE)
    verb = next(verbs, None)
    if verb is None or _NEARLY & set(bench.words[max(0, place - 1) : place]):
        return None
    first, _ = bench.sentence.clause(place)
    dated = bench.sentence.is_dated(first, last)
    elsewhere = any(bench.sentence.of(kind, first, last) for kind in ("comparator", "time"))
    named = [one for one in bench.sentence.of("group", verb, last) if one.first == verb + 1]
    board = "9" in bench.sentence.values("topic", place, verb)
    board = board or bool(bench.sentence.of("board", place, verb))
    if (
        dated
        or elsewhere
        or ({"other"} | _ONE_EXCEPTION) & set(bench.words)
        or not board
        or not named
        or named[0].value not in OTHER
    ):
        return None
    return Mark("everyone", named[0].value, place, named[0].last)


def _numbers(bench: Bench, mark: Mark, group: str = "") -> list[Fact]:
    """Give how many of a group, or of everyone, the named members are."""
    parts = bench.sentence.values("board", mark.first, mark.last)
    found = [
        fact
        for fact in bench.shown.by_indicator.get("9", ())
        if fact.measure == "headcount" and fact.role == "count" and fact.comparator == OWN
        if fact.year == bench.year and fact.group == (group or mark.value)
        if is_part_of_board(fact, parts)
    ]
    # All board members are the whole board, where results have it.
    whole = [fact for fact in found if not fact.place]
    return whole if set(parts) <= {"every", WHOLE_BOARD} and parts and whole else found
