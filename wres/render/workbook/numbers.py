"""Printed numbers as numbers: a value, and the format in which it is printed again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

__all__ = ["Number", "as_number"]

_MINUS = "\N{MINUS SIGN}"
_PRINTED = re.compile(
    rf"(?P<sign>[+{_MINUS}-]?)(?P<whole>0|[1-9]\d*|[1-9]\d{{0,2}}(?:,\d{{3}})+)"
    r"(?P<part>\.\d+)?(?P<percent>%?)",
    re.ASCII,
)
_EXACT = 15  # significant digits that a spreadsheet keeps


@dataclass(frozen=True)
class Number:
    """A number and how a spreadsheet is to show it."""

    value: float
    shown_as: str


def as_number(text: str) -> Number | None:
    """Read a cell that holds a number and nothing else.

    Examples
    --------
    >>> as_number("9.4%")
    Number(value=0.094, shown_as='0.0%')
    >>> as_number("2,480"), as_number("2019")
    (Number(value=2480.0, shown_as='#,##0'), Number(value=2019.0, shown_as='0'))
    >>> as_number("−4.7").shown_as, as_number("+0.4").shown_as
    ('0.0;"−"0.0', '+0.0;"−"0.0;0.0')
    >>> as_number("1 of 12"), as_number("[c]"), as_number("007")
    (None, None, None)
    """
    found = _PRINTED.fullmatch(text)
    if found is None:
        return None
    digits = found["whole"].replace(",", "") + (found["part"] or "")
    if len(digits) > _EXACT:
        return None
    value = Decimal(digits).scaleb(-2 if found["percent"] else 0)
    shown = "#,##0" if "," in found["whole"] else "0"
    shown += "." + "0" * (len(found["part"]) - 1) if found["part"] else ""
    shown += found["percent"]
    if found["sign"] == "+":
        return Number(float(value), f'+{shown};"{_MINUS}"{shown};{shown}')
    if found["sign"]:
        return Number(float(-value), f'{shown};"{found["sign"]}"{shown}')
    return Number(float(value), shown)
