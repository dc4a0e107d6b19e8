"""Whether a number of a plan or a document is about what the standard counts at all."""

from __future__ import annotations

from typing import Final

from wres.claims.claim import Claim
from wres.claims.scope import Scope

__all__ = ["is_of_the_standard"]

# Whom the standard counts; a plan's `members` and `candidates` are mostly those of its own schemes.
_STAFF: Final = frozenset(
    ["staff", "employees", "employee", "workforce", "respondents", "applicants", "headcount"]
)
_SEATS: Final = frozenset({"board", "voting", "executive", "non-executive"})
# Tokens behind a number in which the people counted are named.
_BEHIND: Final = 4


def is_of_the_standard(claim: Claim, scope: Scope) -> bool:
    """Say whether a noun of the standard stands by a number.

    A plan and a board paper are full of numbers of their own: scores of risks, cohorts, places of a
    course. One of those that happens to be the board's size says nothing of the board.
    """
    sentence, number = scope.sentence, claim.number
    if sentence.of("group"):
        return True
    people = number.unit == "" and claim.query.unit in {"headcount", "%"}
    behind = sentence.words[number.last + 1 : number.last + 1 + _BEHIND]
    counted = bool(_STAFF & set(behind)) or _is_of_board(behind)
    if people:
        return counted and bool(scope.topic_values() or scope.named or _is_of_board(behind))
    known = scope.context.indicators or scope.named or scope.topic_values()
    return bool(known) or bool(_STAFF & set(sentence.words))


def _is_of_board(words: tuple[str, ...]) -> bool:
    return any(
        word in _SEATS and words[place + 1 : place + 2] == ("members",)
        for place, word in enumerate(words)
    )
