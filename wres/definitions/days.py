"""Days, months and quarters as British plans write them: '31/03/2021', 'March 2019', 'Q4 23/24'."""

from __future__ import annotations

import re
from calendar import month_abbr, month_name, monthrange
from datetime import date
from typing import Final

__all__ = ["Period", "read_period"]

Period = tuple[date, date]

_MONTHS: Final = {
    **{name.casefold(): at for at, name in enumerate(month_name) if name},
    **{name.casefold(): at for at, name in enumerate(month_abbr) if name},
    "sept": 9,
}
# What stands before a date without changing when it is over.
_BEFORE: Final = r"(?:(?:by|until|due|complete by)\s+)?(?:(?:the\s+)?end\s+(?:of\s+)?)?"
_WEEKDAY: Final = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?"
_NUMBERS: Final = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})")
_ISO: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_IN_WORDS: Final = re.compile(
    rf"{_WEEKDAY}(?:(\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+)?([a-z]+)\.?,?[\s-]*(\d{{4}}|'?\d{{2}})"
)
# The years of the NHS begin in April; a quarter of one year alone could be of either kind.
_QUARTER: Final = re.compile(
    r"(?:q|quarter\s*)([1-4])[\s,:(]*(?:fy\s*)?(\d{4}|\d{2})\s*[/-]\s*(\d{4}|\d{2})\)?"
)


def read_period(text: str) -> Period | None:
    """Read from which day to which a date reaches; None where the text is no date or not one only.

    Days come before months. A month or a quarter lasts to its last day; quarters are those of the
    financial year, which is named by both its years.

    Examples
    --------
    >>> [str(read_period(one)[1]) for one in ("30/09/2023", "end of March 2019", "Q4 23/24")]
    ['2023-09-30', '2019-03-31', '2024-03-31']
    >>> read_period("Ongoing"), read_period("Q1 2024"), read_period("2023")
    (None, None, None)
    """
    bare = re.sub(rf"^{_BEFORE}", "", " ".join(text.casefold().split())).rstrip(". ")
    for pattern, read in (
        (_ISO, _iso),
        (_NUMBERS, _numbers),
        (_IN_WORDS, _words),
        (_QUARTER, _quarter),
    ):
        found = pattern.fullmatch(bare)
        if found:
            try:
                return read(found)
            except ValueError:
                return None  # no such day
    return None


def _iso(found: re.Match[str]) -> Period:
    day = date.fromisoformat(found[0])
    return day, day


def _numbers(found: re.Match[str]) -> Period:
    day = date(_year(found[4]), int(found[3]), int(found[1]))
    return day, day


def _words(found: re.Match[str]) -> Period | None:
    if found[2] not in _MONTHS or (not found[1] and re.search(r"\s\d\d$", found[0])):
        return None  # 'March 21' may be a day
    year, month = _year(found[3]), _MONTHS[found[2]]
    if found[1]:
        day = date(year, month, int(found[1]))
        return day, day
    return date(year, month, 1), _last_of(year, month)


def _quarter(found: re.Match[str]) -> Period | None:
    year, quarter = _year(found[2]), int(found[1])
    if _year(found[3]) != year + 1:
        return None
    first = 3 * quarter + 1
    begun, month = (year, first) if first <= 12 else (year + 1, first - 12)
    return date(begun, month, 1), _last_of(begun, month + 2)


def _year(digits: str) -> int:
    digits = digits.lstrip("'")
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _last_of(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
