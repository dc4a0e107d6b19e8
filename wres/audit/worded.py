"""Figures whose sign is in the words beside them: `2.7 points less than in the workforce`."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from wres.audit.checks.ledger import figure_of
from wres.audit.claim import Claim
from wres.audit.printed import Printed
from wres.audit.words import matches

__all__ = ["as_worded"]

_APART: Final = frozenset({"gap", "difference"})
_WAYS: Final = {
    1: re.compile(r"\b(?:above|higher|more|greater|over|ahead|exceed\w*)\b", re.IGNORECASE),
    -1: re.compile(r"\b(?:below|lower|less|fewer|under|behind|short|smaller)\b", re.IGNORECASE),
}
_WORKFORCE: Final = re.compile(r"\b(?:workforce|staff)\b", re.IGNORECASE)
_BOARD: Final = re.compile(r"\b(?:board|members|directors)\b", re.IGNORECASE)
# Where the words right behind a figure end.
_END: Final = re.compile(r"[.,;:()]")


def as_worded(claim: Claim, value: Fraction) -> Printed | None:
    """Read a claim's figure with the sign that its words give it.

    A gap told in a sentence without a sign is a size. Words of direction say its sign, where it is
    plain of whom they are said; where they are said of the other side, it is left to them.

    Parameters
    ----------
    claim : Claim
    value : Fraction
        What the figure should be, with its sign.
    """
    printed = figure_of(claim)
    if printed is None or printed.signed or value >= 0:
        return printed
    if claim.measure not in _APART or claim.origin != "sentence":
        return printed
    before, found, behind = claim.text.partition(claim.value)
    ways = [way for way, words in _WAYS.items() if words.search(_END.split(behind)[0])]
    upward = bool(found) and ways == [1] and _is_led_by_first(claim, before)
    return printed if upward else printed.mirrored()


def _is_led_by_first(claim: Claim, before: str) -> bool:
    """Say whether what is said to be higher is the claim's first side, not that it is set against.

    Of a difference the board, of a gap the first group.
    """
    if claim.measure == "difference":
        return bool(_BOARD.search(before)) and not _WORKFORCE.search(before)
    named = [name for _, name in matches("group", before)]
    return named[:1] == [claim.groups[0]]
