"""A movement said of both groups, and so of each: `rose in both groups`, `both BME and White`."""

from __future__ import annotations

from collections.abc import Sequence

from wres.claims.answers import OTHER
from wres.claims.denials import Outcome
from wres.claims.findings import CONTRADICTIONS
from wres.claims.lexicon import Mark
from wres.claims.reading import Sentence

__all__ = ["OF_EACH", "is_of_both", "told_of_both"]

# Figures that each group has of its own.
OF_EACH = frozenset({"share", "percentage", "likelihood", "headcount"})
_LED = frozenset({"in", "for", "among", "amongst", "across", "of", "by"})
# Tokens from `both` to the second group.
_REACH = 6
_GAPS = ("gap", "difference")
_EITHER = "it holds for one of the two groups, and these words can mean either."


def is_of_both(sentence: Sentence, mark: Mark) -> bool:
    """Say whether a movement is said of both groups, right behind it or before it in its clause."""
    start = mark.last + 1
    start += bool(_LED & set(sentence.words[start : start + 1]))
    if _names_both(sentence, start):
        return True
    first, last = sentence.clause(mark.first)
    alone = len(sentence.of("move", first, last)) == 1
    gaps = set(_GAPS) & set(sentence.values("measure", first, last))
    return alone and not gaps and any(_names_both(sentence, at) for at in range(first, mark.first))


def _names_both(sentence: Sentence, place: int) -> bool:
    words = sentence.words
    if words[place : place + 1] != ("both",):
        return False
    named = set(sentence.values("group", place + 1, place + _REACH))
    plainly = words[place + 1 : place + 2] == ("groups",)
    return plainly or words[place + 1 : place + 3] == ("ethnic", "groups") or named >= set(OTHER)


def told_of_both(
    mark: Mark, each: Sequence[tuple[Outcome, int, int]], *, negated: bool
) -> tuple[Outcome, int, int]:
    """Give what is told of the group that bears words out least.

    `Did not fall in both groups` may say of one that it did: only what holds for each is told.
    """
    kinds = {outcome.kind for outcome, _, _ in each}
    if negated and len(kinds) > 1:
        return Outcome("unverifiable", _EITHER), mark.first, mark.last
    denied = [one for one in each if one[0].kind in CONTRADICTIONS]
    left = [one for one in each if one[0].kind != "agrees"]
    return (denied or left or each)[0]
