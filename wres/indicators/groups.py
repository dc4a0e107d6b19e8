"""Head counts and shares of groupings of pay bands, and of detailed ethnic groups."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

import pandas as pd

from wres.counts import ALL, is_hidden
from wres.counts.totals import DETAILS
from wres.definitions.bands import band_words, parse_band
from wres.indicators.cells import Cell, cell_results
from wres.indicators.staff import STAFF_GROUPS, bands_of, staff, whole_workforce, why_missing
from wres.results import WITHHELD, Result
from wres.sources import TrustYear

__all__ = ["detail_results", "grouping_results"]


def grouping_results(new: Any, trust_year: TrustYear) -> Iterator[Result]:
    """Yield head counts and shares of the groupings of bands that the trust has set."""
    for staff_group in STAFF_GROUPS:
        if not bands_of(trust_year, staff_group):
            continue
        for label in trust_year.trust.settings.band_groups:
            band = parse_band(label).label
            made = partial(new, breakdown=f"staff_group={staff_group};grouping={band}")
            yield from _of_grouping(made, trust_year, staff_group, band)


def _of_grouping(new: Any, trust_year: TrustYear, staff_group: str, band: str) -> Iterator[Result]:
    reason = why_missing(trust_year, staff_group, band)
    noun = f"staff ({band_words(band)})"
    for result in cell_results(new, staff(trust_year, staff_group, band), noun):
        yield replace(result, reason=reason) if reason else result


def detail_results(new: Any, trust_year: TrustYear) -> Iterator[Result]:
    """Yield head count and share of the whole workforce of each detailed ethnic group."""
    table = trust_year.tables.get(DETAILS)
    if table is None:
        return
    whole = whole_workforce(trust_year)
    for _, row in table.iterrows():
        made = partial(
            new, breakdown=f"ethnic_group={row['ethnicity']}", group=str(row["ethnic_group"])
        )
        yield from _of_detail(made, row, whole)


def _of_detail(new: Any, row: pd.Series, whole: Cell) -> Iterator[Result]:
    head: Result = new(measure="headcount", unit="headcount")
    share: Result = new(measure="share", unit="%", denominator=whole.total)
    if is_hidden(row, "headcount"):
        yield replace(head, status="suppressed", reason=WITHHELD)
        yield replace(share, status="suppressed", reason=WITHHELD)
        return
    count = int(row["headcount"])
    yield replace(head, numerator=count, value=float(count))
    if whole.withholds(ALL):
        yield replace(share, numerator=count, status="suppressed", reason=WITHHELD)
    elif whole.total:
        yield replace(share, numerator=count, value=100 * count / whole.total)
