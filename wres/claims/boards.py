"""Members of a board that words name, and those whom a figure is of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

from wres.claims.answers import Answer
from wres.claims.facts import OWN, Fact
from wres.claims.lexicon import Mark

__all__ = ["WHOLE_BOARD", "fits_board", "is_part_of_board", "joint_parts", "settled_boards"]

# The whole board, whoever votes; and all members, which are those with a vote where results have
# no others. A board of which no more is said may be either.
WHOLE_BOARD, _EVERY = "whole", "every"
_VOTING, _OTHERS = "voting=yes", "voting=no"
_AND = frozenset({"and", "or", "&", "both", "as", "well", "members", "directors"})


def settled_boards(answer: Answer, years: Set[int] | None, facts: Iterable[Fact]) -> Answer:
    """Take all board members for the whole board where results have it, else for those who vote.

    Parameters
    ----------
    answer : Answer
        What words say of the board.
    years : set of int or None
        Of which reporting years; None of any.
    facts : iterable of Fact
        Those of indicator 9.
    """
    if _EVERY not in (answer.open or ()) and _EVERY not in (answer.fixed or ()):
        return answer
    known = any(_is_of_whole(one) for one in facts if years is None or one.year in years)
    meant = {WHOLE_BOARD} if known else {WHOLE_BOARD, _VOTING}
    return Answer(_with(answer.fixed, meant), _with(answer.open, meant))


def _with(parts: frozenset[str] | None, meant: Set[str]) -> frozenset[str] | None:
    return parts - {_EVERY} | meant if parts and _EVERY in parts else parts


def _is_of_whole(fact: Fact) -> bool:
    return fact.comparator == OWN and fact.role in {"count", "level"} and not _held(fact)


def _held(fact: Fact) -> set[str]:
    return {f"{key}={value}" for key, value in fact.place if key in {"membership", "voting"}}


def fits_board(fact: Fact, allowed: frozenset[str] | None) -> bool:
    """Say whether a figure is of members of the board whom words allow."""
    if fact.indicator != "9":
        return True
    held = _held(fact)
    if allowed is None or allowed == {""}:
        return not held or held == {_VOTING}
    return any(_is_board(held, set(one.split(";")) if one else set()) for one in allowed)


def _is_board(held: set[str], wanted: set[str]) -> bool:
    """Say whether a part of the board is the one named; of many boards only votes are known."""
    if wanted == {WHOLE_BOARD}:
        return not held
    return held == wanted or (held == wanted | {_VOTING} and _OTHERS not in wanted)


def is_part_of_board(fact: Fact, parts: Sequence[str]) -> bool:
    """Say whether a fact is of the named members; of the board, or those with a vote, if none."""
    held, named = _held(fact), set(parts)
    if named == {WHOLE_BOARD}:
        return not held
    named -= {WHOLE_BOARD, _EVERY}
    if not named:
        return not held or held == {_VOTING}
    return bool(held) and held <= {*named, _VOTING} and bool(held & named)


def joint_parts(marks: Sequence[Mark], words: Sequence[str]) -> list[Mark]:
    """Join `non-voting non-executive` to one part of the board, `voting and non-voting` to all."""
    joint: list[Mark] = []
    for mark in marks:
        before = joint[-1] if joint else None
        near = before is not None and mark.first - before.last <= 2
        if before is None or WHOLE_BOARD in {before.value, mark.value}:
            joint.append(mark)
        elif before.value == _EVERY and near:
            joint[-1] = mark
        elif {before.value, mark.value} == {_VOTING, _OTHERS} and _are_joined(before, mark, words):
            joint[-1] = Mark("board", WHOLE_BOARD, before.first, mark.last)
        elif near and _key(mark) != _key(before):
            parts = sorted({*before.value.split(";"), mark.value})
            joint[-1] = Mark("board", ";".join(parts), before.first, mark.last)
        else:
            joint.append(mark)
    return joint


def _are_joined(before: Mark, mark: Mark, words: Sequence[str]) -> bool:
    return set(words[before.last + 1 : mark.first]) <= _AND


def _key(mark: Mark) -> str:
    return mark.value.partition("=")[0]
