"""What the patterns of sentences that do sums have in common."""

from __future__ import annotations

import re
from typing import Final

from wres.audit.claim import Spot

__all__ = ["LEAD", "MOVES", "PERCENT", "YEAR", "P", "Q", "bare", "percent", "spot_of"]

LEAD: Final = 60
YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
P: Final = r"\d+(?:\.\d+)?"
Q: Final = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
PERCENT: Final = r"\s?(?:%|per\s?cent\b)"
MOVES: Final = re.compile(
    r"\b(?P<up>rose|rises?|risen|rising|increas\w*|grew|grown|growth|up|higher)\b"
    r"|\b(?P<down>fell|falls?|fallen|falling|decreas\w*|dropp?(?:ed|s|ing)?|declin\w*|reduc\w+|down|lower)\b",
    re.IGNORECASE,
)


def bare(number: str) -> str:
    """Give a number as Python reads it."""
    return re.sub(r"[^\d.-]", "", number.replace("−", "-"))


def percent(text: str) -> str:
    """Write per cent as its sign."""
    return re.sub(r"\s?per\s?cent", "%", text)


def spot_of(spot: Spot, match: re.Match[str], group: str) -> Spot:
    """Give the place of a part of what was matched."""
    return Spot(spot.place, spot.block, spot.row, spot.column, *match.span(group))
