"""Indicator 1 and the whole workforce: head counts and shares by pay band.

A share keeps staff of unknown ethnicity in its base. A group that was not published leaves the
share not available; it is never taken for zero.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

import pandas as pd

from wres.definitions.bands import ALL_BANDS, band_order, band_title
from wres.definitions.ethnicity import GROUPS
from wres.indicators.cells import Cell, cell_results, read_cell
from wres.results import Result
from wres.sources import TrustYear

__all__ = ["results", "whole_workforce"]

STAFF_GROUPS = ("all", "non-clinical", "clinical")


def results(trust_year: TrustYear) -> Iterator[Result]:
    """Yield head counts and shares of the whole workforce and of each published pay band."""
    new = partial(Result, organisation=trust_year.trust.ods_code, year=trust_year.year)
    table = trust_year.tables.get("workforce")
    if table is None:
        reason = trust_year.why_absent("workforce")
        for number in ("workforce", "1"):
            yield from _not_available(partial(new, indicator=number), reason)
        return
    yield from cell_results(partial(new, indicator="workforce"), whole_workforce(trust_year))
    yield from _by_band(partial(new, indicator="1"), table)


def whole_workforce(trust_year: TrustYear) -> Cell:
    """Return the whole workforce: head counts, None where unknown, and shares printed instead."""
    table = trust_year.tables.get("workforce")
    return Cell() if table is None else _cell(table, "all", ALL_BANDS)


def _cell(table: pd.DataFrame, staff_group: str, band: str) -> Cell:
    rows = table[table["staff_group"].eq(staff_group) & table["band"].eq(band)]
    return read_cell(rows, "headcount")


def _not_available(new: Any, reason: str) -> Iterator[Result]:
    for group in GROUPS:
        yield new(measure="share", group=group, unit="%", status="not available", reason=reason)


def _by_band(new: Any, table: pd.DataFrame) -> Iterator[Result]:
    for staff_group in STAFF_GROUPS:
        bands = set(table.loc[table["staff_group"].eq(staff_group), "band"])
        if staff_group != "all" and bands:
            bands.add(ALL_BANDS)  # reported as not available where it could not be summed
        for band in sorted(bands, key=band_order):
            if (staff_group, band) == ("all", ALL_BANDS):
                continue
            noun = "staff" if band == ALL_BANDS else f"staff ({band_title(band).lower()})"
            breakdown = f"staff_group={staff_group};band={band}"
            cell = _cell(table, staff_group, band)
            yield from cell_results(partial(new, breakdown=breakdown), cell, noun)
