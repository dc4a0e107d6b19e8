"""Where staff of each ethnic group work: shares of the group over pay bands.

The base is all staff of that group in the staff group. The share of a group in a band, which
indicator 1 asks for, has all staff of the band as its base.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from wres.definitions.bands import ALL_BANDS
from wres.definitions.ethnicity import GROUPS
from wres.indicators.cells import Cell
from wres.indicators.staff import STAFF_GROUPS, counted_bands, staff
from wres.results import WITHHELD, Result
from wres.sources import TrustYear

__all__ = ["distribution_results"]


def distribution_results(new: Any, trust_year: TrustYear) -> Iterator[Result]:
    """Yield for each band what part of each group's staff is in it."""
    for staff_group in STAFF_GROUPS:
        whole = staff(trust_year, staff_group, ALL_BANDS)
        for band in counted_bands(trust_year, staff_group):
            cell = staff(trust_year, staff_group, band)
            for group in GROUPS:
                made: Result = new(
                    measure="distribution",
                    breakdown=f"staff_group={staff_group};band={band}",
                    group=group,
                    unit="%",
                )
                if not (cell.percents or whole.percents):  # shares alone were published
                    yield _part(made, cell, whole)


def _part(made: Result, cell: Cell, whole: Cell) -> Result:
    group = made.group
    if cell.withholds(group) or whole.withholds(group):
        return replace(made, status="suppressed", reason=WITHHELD)
    count, total = cell.counts.get(group), whole.counts.get(group)
    if count is None or total is None:
        reason = f"the number of {group} staff was not published for every band"
        return replace(made, status="not available", reason=reason)
    if total == 0:
        return replace(made, numerator=0, denominator=0, status="no members")
    return replace(made, numerator=count, denominator=total, value=100 * count / total)
