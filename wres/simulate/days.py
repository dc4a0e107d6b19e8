"""Days of a reporting year, as numbers, so that many can be drawn at once."""

from __future__ import annotations

from datetime import date

from wres.simulate.draws import Draws, Places

__all__ = ["days_in", "snapshot"]


def snapshot(year: int) -> int:
    """Give the number of 31 March of a year.

    Examples
    --------
    >>> date.fromordinal(snapshot(2024)).isoformat()
    '2024-03-31'
    """
    return date(year, 3, 31).toordinal()


def days_in(draws: Draws, year: int, size: int) -> Places:
    """Draw days of the year that ends on 31 March of `year`."""
    first, last = snapshot(year - 1) + 1, snapshot(year)
    return first + (draws.uniform(size) * (last - first + 1)).astype("int64")
