"""The periods that indicators look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pandas as pd

__all__ = ["Window", "disciplinary_windows", "first_known", "snapshot", "year_to_march"]


@dataclass(frozen=True)
class Window:
    """A period; both its days belong to it."""

    start: date
    end: date

    def holds(self, dates: pd.Series) -> pd.Series[bool]:
        """Tell which dates lie in the period; an unknown one does not."""
        return dates.between(pd.Timestamp(self.start), pd.Timestamp(self.end))

    def __str__(self) -> str:
        return f"{_written(self.start)} to {_written(self.end)}"


def year_to_march(year: int) -> Window:
    """Give the 12 months to 31 March of a year.

    Examples
    --------
    >>> str(year_to_march(2021))
    '1 April 2020 to 31 March 2021'
    """
    return Window(date(year - 1, 4, 1), snapshot(year))


def disciplinary_windows(year: int, window: str) -> list[Window]:
    """Give the years that indicator 3 counts, the earlier first.

    Examples
    --------
    >>> [str(one.end) for one in disciplinary_windows(2020, "two-year average")]
    ['2019-03-31', '2020-03-31']
    """
    return list(_back_from(year, 2 if window == "two-year average" else 1))


def snapshot(year: int) -> date:
    """Give the day of the staff list."""
    return date(year, 3, 31)


def first_known(dates: list[pd.Series]) -> pd.Series:
    """Give in each row the first date that is known."""
    first, *others = dates
    for other in others:
        first = first.fillna(other)
    return first


def _back_from(year: int, years: int) -> Iterator[Window]:
    for past in reversed(range(years)):
        yield year_to_march(year - past)


def _written(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
