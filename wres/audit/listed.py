"""Lines that give one group's share each, under a line that says whose: a table without lines."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from wres.audit.claim import ALL, Claim, Spot
from wres.audit.tables.labels import read_label
from wres.audit.words import first_of, is_any, matches, without
from wres.claims.places import band_marks
from wres.claims.tokens import tokenise

__all__ = ["is_listed", "listed_share"]

_VALUE: Final = r"(?P<value>\d{1,3}(?:\.\d+)?\s?%)"
_LABEL: Final = r"(?P<label>[A-Za-z][^\d%:;.()]*?)"
_LINE: Final = re.compile(rf"\W*{_LABEL}\s*(?:[-:=–—]\s*)?{_VALUE}\W*$")
_TURNED: Final = re.compile(rf"\W*?{_VALUE}\s*(?:[-:=–—]\s*)?{_LABEL}\W*$")
# Beside a group these name no other people.
_SAME: Final = re.compile(
    r"\b(?:staff|colleagues|employees|people|ethnicit(?:y|ies)|ethnic|background|origin|groups?"
    r"|black|asian|minority|total|or|and|the|of|from|an?)\b",
    re.IGNORECASE,
)
_STAFF: Final = re.compile(r"\b(?:workforce|staff|employees|head\s?count)\b", re.IGNORECASE)
_CLINICAL: Final = re.compile(r"\b(?:non-?\s?)?clinical\b", re.IGNORECASE)
_SHARES_OF_STAFF: Final = frozenset({"", "1", "workforce"})


def is_listed(text: str, indicator: str) -> bool:
    """Say whether a line gives one group's share of staff, and leaves it to others of which staff.

    Parameters
    ----------
    text : str
    indicator : str
        That of its section; a share of any but staff is known by it.

    Examples
    --------
    >>> [is_listed(one, "") for one in ("White - 72%", "3% unknown", "72% of staff are White.")]
    [True, True, False]
    """
    return indicator in _SHARES_OF_STAFF and _read(text) is not None


def listed_share(spot: Spot, text: str, lead: str) -> Claim | None:
    """Read a listed line by the line that leads to it; None where that doesn't say of which staff.

    Parameters
    ----------
    spot : Spot
        Of the line.
    text : str
    lead : str
        `Clinical workforce`, `Total number of staff: 3,120`.
    """
    read = _read(text)
    of_staff = _STAFF.search(lead) and read_label(lead).indicator in _SHARES_OF_STAFF
    part = is_any("part", _CLINICAL.sub("", lead)) or band_marks(tokenise(lead))
    if read is None or not of_staff or part or is_any("others", lead) or is_any("earlier", lead):
        return None
    (start, end), group = read
    staff_group = first_of("staff_group", lead)
    return Claim(
        place=spot.place,
        text=f"{lead.strip()} {text.strip()}",
        indicator="1" if staff_group else "workforce",
        measure="share",
        breakdown=f"staff_group={staff_group}" if staff_group else ALL,
        group=group,
        value=text[start:end],
        unit="%",
        origin="sentence",
        spots={"value": replace(spot, start=start, end=end)},
    )


def _read(text: str) -> tuple[tuple[int, int], str] | None:
    line = _LINE.match(text) or _TURNED.match(text)
    if line is None:
        return None
    named = {name for _, name in matches("group", line["label"])} - {"all"}
    others = re.search(r"\w", _SAME.sub("", without("group", line["label"])))
    if len(named) != 1 or others:
        return None
    return line.span("value"), named.pop()
