"""How a further measure beside an indicator is named in results, and in which unit it stands."""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import quote, unquote

__all__ = ["HEADCOUNT", "MEASURE", "PERCENT", "breakdown_of", "parts_of", "read_unit"]

MEASURE: Final = "supplementary"
PERCENT: Final = "%"
HEADCOUNT: Final = "headcount"
NUMBER: Final = "number"
_UNITS: Final = {
    **dict.fromkeys(("%", "per cent", "percent", "percentage"), PERCENT),
    **dict.fromkeys(("people", "staff", "headcount", "head count"), HEADCOUNT),
    **dict.fromkeys(("points", "percentage points"), "points"),
    "ratio": "ratio",
}
# What parts a breakdown, and the sign by which they are written in a name.
_SIGNS: Final = "%;=\n\r"


def read_unit(text: Any) -> str:
    """Give the unit of results that a unit in words is; `number` for any other and for a blank.

    Examples
    --------
    >>> read_unit("People"), read_unit("%"), read_unit("days")
    ('headcount', '%', 'number')
    """
    return (
        _UNITS.get(" ".join(text.split()).casefold(), NUMBER) if isinstance(text, str) else NUMBER
    )


def breakdown_of(label: str, base: str = "", unit: str = "") -> str:
    """Write what names a measure into a breakdown, so that it can be read back as it was written.

    Examples
    --------
    >>> breakdown_of("Courses; mentors", "34 who began")
    'label=Courses%3B mentors;base=34 who began'
    """
    given = {"label": label, "base": base, "unit": unit}
    return ";".join(f"{name}={_packed(text)}" for name, text in given.items() if text)


def parts_of(breakdown: str) -> dict[str, str]:
    """Read it back: `label`, `base` and `unit`, as far as they were given.

    Examples
    --------
    >>> parts_of("label=Courses%3B mentors")["label"]
    'Courses; mentors'
    """
    pairs = (part.partition("=") for part in breakdown.split(";"))
    return {"base": "", "unit": ""} | {name: unquote(text) for name, _, text in pairs}


def _packed(text: str) -> str:
    return "".join(quote(sign, safe="") if sign in _SIGNS else sign for sign in text)
