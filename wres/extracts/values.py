"""What single cells of an extract hold: dates, flags, numbers.

No message quotes the cell: whether it may be quoted is known by its field alone
(`Extract.problem`). A blank cell is None everywhere; whether it may be blank is the reader's.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from wres.sources.cells import PERCENT, WHOLE, CellError

__all__ = ["NO", "YES", "read_date", "read_flag", "read_percent", "read_whole"]

YES: Final = frozenset({"yes", "y", "true", "t", "1"})
NO: Final = frozenset({"no", "n", "false", "f", "0"})

_MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_TIME: Final = r"(?:[T ]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?: ?[AaPp][Mm])?Z?)?"
_ISO: Final = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})" + _TIME)
_COMPACT: Final = re.compile(r"((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})")
_FIGURES: Final = re.compile(r"([0-9]{1,2})([-/. ])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})" + _TIME)
_NAMED: Final = re.compile(
    r"(?:[A-Za-z]+,? )?([0-9]{1,2})(?:st|nd|rd|th)?[-/. ]?([A-Za-z]{3,9})\.?,?[-/. ]?"
    r"([0-9]{4}|[0-9]{2})" + _TIME
)
_NAMED_FIRST: Final = re.compile(
    r"([A-Za-z]{3,9})\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})" + _TIME
)
# Excel counts days from 30 December 1899. Outside these (1954 to 2064) a bare number is no date of
# employment but a year (2021) or a mistake.
_SERIAL: Final = re.compile(r"([2-5][0-9]{4})(?:\.[0-9]+)?")
_EXCEL_ZERO: Final = date(1899, 12, 30)

_FLAG_RULE: Final = "must be yes or no (Yes, No, Y, N, TRUE, FALSE, 1 or 0)"


def read_date(text: str, order: str = "day first") -> date | None:
    """Read a date as systems write it; the time of day is left out.

    Parameters
    ----------
    text : str
        `2021-03-31`, `31/03/2021`, `31-Mar-21`, `31 March 2021`, a number as Excel stores dates.
    order : str
        Which comes first in a date in figures: `day first` or `month first`.

    Raises
    ------
    CellError
        It is no date, or none in this order.

    Examples
    --------
    >>> read_date("31-MAR-21"), read_date("44286"), read_date("04/03/2021", "month first")
    (datetime.date(2021, 3, 31), datetime.date(2021, 3, 31), datetime.date(2021, 4, 3))
    """
    plain = " ".join(text.split())
    if not plain:
        return None
    for pattern, make in _READERS:
        found = pattern.fullmatch(plain)
        if found is not None:
            return make(found, order)
    raise _no_date(order)


def read_flag(text: str) -> bool | None:
    """Read yes or no.

    Raises
    ------
    CellError
        It is neither.

    Examples
    --------
    >>> read_flag("Y"), read_flag("FALSE"), read_flag("")
    (True, False, None)
    """
    folded = text.strip().casefold()
    if folded in YES or folded in NO:
        return folded in YES
    if not folded:
        return None
    raise CellError(_FLAG_RULE)


def read_whole(text: str) -> int | None:
    """Read a whole number, 0 or more.

    Raises
    ------
    CellError
        It is none; a thousands separator is named, not removed.
    """
    return int(str(WHOLE.read(text))) if text else None


def read_percent(text: str) -> float | None:
    """Read a percentage from 0 to 100, with or without its sign.

    Raises
    ------
    CellError
        It is none.

    Examples
    --------
    >>> read_percent("25.3%"), read_percent("25.3")
    (25.3, 25.3)
    """
    bare = text.removesuffix("%").strip()
    return float(str(PERCENT.read(bare))) if text else None


def _from_iso(found: re.Match[str], order: str) -> date:
    return _make(found[1], found[2], found[3], order)


def _from_figures(found: re.Match[str], order: str) -> date:
    first, second, year = found[1], found[3], found[4]
    day, month = (second, first) if order == "month first" else (first, second)
    return _make(year, month, day, order)


def _from_name(found: re.Match[str], order: str) -> date:
    return _make(found[3], _month(found[2], order), found[1], order)


def _from_name_first(found: re.Match[str], order: str) -> date:
    return _make(found[3], _month(found[1], order), found[2], order)


def _from_serial(found: re.Match[str], _: str) -> date:
    return _EXCEL_ZERO + timedelta(days=int(found[1]))


_READERS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str], str], date]], ...]] = (
    (_ISO, _from_iso),
    (_SERIAL, _from_serial),
    (_COMPACT, _from_iso),
    (_FIGURES, _from_figures),
    (_NAMED, _from_name),
    (_NAMED_FIRST, _from_name_first),
)


def _month(name: str, order: str) -> str:
    for number, month in enumerate(_MONTHS, start=1):
        if month.startswith(name.casefold()):
            return str(number)
    raise _no_date(order)


def _make(year: str, month: str, day: str, order: str) -> date:
    try:
        return date(_century(year), int(month), int(day))
    except ValueError:
        raise _no_date(order) from None


def _century(year: str) -> int:
    # as POSIX reads two figures: 69 to 99 are of the last century
    number = int(year)
    if len(year) == 4:
        return number
    return number + (1900 if number >= 69 else 2000)


def _no_date(order: str) -> CellError:
    example = "31/03/2021" if order == "day first" else "03/31/2021"
    rule = f"must be a date, {order} where it is in figures ({example}, 31-Mar-2021 or 2021-03-31)"
    return CellError(rule, "Correct the row, or set 'dates' in trust.yml,")
