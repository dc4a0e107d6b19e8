"""Points between a figure and another that its own sentence names: `6.8 below England's 48.8%`."""

from __future__ import annotations

import re
from typing import Final

from wres.audit.checks.said import place_of
from wres.audit.pieces import PERCENT, P
from wres.audit.printed import read_printed
from wres.claims.findings import Finding

__all__ = ["is_away_from_named"]

_SHARE: Final = re.compile(rf"(?<![\d.])(?P<share>{P}){PERCENT}")
# Before a figure that another is set against.
_THAN: Final = re.compile(r"\b(?:than|above|below|against|with|to)\b[^,;%]*$", re.IGNORECASE)
_NAMED: Final = re.compile(
    r"\s(?:above|below|over|under|(?:higher|lower|more|less|fewer|greater|smaller)\sthan)\b"
    rf"[^,;:%\d]{{0,60}}?(?P<share>{P}){PERCENT}",
    re.IGNORECASE,
)


def is_away_from_named(found: Finding, sentence: str) -> bool:
    """Say whether points are right between what is told first and the figure named behind them.

    Parameters
    ----------
    found : Finding
        About a number of points.
    sentence : str
        That it stands in.
    """
    points, place = read_printed(found.words), place_of(found, sentence)
    if points is None or points.unit != "points" or place < 0:
        return False
    named = _NAMED.match(sentence[place + len(found.words) :])
    told = [
        one["share"]
        for one in _SHARE.finditer(sentence[:place])
        if not _THAN.search(sentence[: one.start()])
    ]
    one, other = read_printed(told[-1] if told else ""), read_printed(named[1] if named else "")
    if one is None or other is None:
        return False
    span = one.span - other.span
    return points.fits(span) or points.fits(span.mirrored())
