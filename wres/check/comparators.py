"""Comparators of the trust's own that no report of this year can use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wres.check.figures import Figures
from wres.check.findings import Finding, Limits

__all__ = ["comparators_of_later_years"]

_TABLE = "comparators"


def comparators_of_later_years(
    now: Figures, before: Figures | None, limits: Limits
) -> Iterator[Finding]:
    """Find rows whose year is later than the report's: they are set beside nothing."""
    table = now.read.tables.get(_TABLE)
    if table is None:
        return
    rule = f"is later than the report's year ({now.year}): the row is compared with nothing"
    remedy = "Correct the year, or leave the row for that year's report."
    for place, year in enumerate(table["year"]):
        if int(year) > now.year:
            found = now.finding("comparator-year", _TABLE, rule, remedy, str(year))
            # The header is line 1.
            yield Finding(found.code, replace(found.problem, row=place + 2, column="year"))
