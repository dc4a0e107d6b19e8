"""Looking up staff of a pay band or a grouping of bands, as far as counts are shown."""

from __future__ import annotations

from typing import Final

import pandas as pd

from wres.counts.groupings import NOBODY
from wres.counts.totals import GROUPINGS
from wres.definitions.bands import ALL_BANDS, band_order, band_words, is_part_of_another
from wres.indicators.cells import Cell, read_cell
from wres.sources import TrustYear

__all__ = [
    "STAFF_GROUPS",
    "bands_of",
    "counted_bands",
    "is_empty",
    "staff",
    "whole_workforce",
    "why",
    "why_missing",
]

STAFF_GROUPS: Final = ("all", "non-clinical", "clinical")


def whole_workforce(trust_year: TrustYear) -> Cell:
    """Return the whole workforce: head counts, None where unknown, and shares printed instead."""
    return staff(trust_year, "all", ALL_BANDS)


def staff(trust_year: TrustYear, staff_group: str, band: str) -> Cell:
    """Return staff of a band, or of a grouping of bands that was made of them."""
    for name in ("workforce", GROUPINGS):
        rows = _rows(trust_year, name, staff_group, band)
        if len(rows):
            return read_cell(rows, "headcount")
    return Cell()


def why_missing(trust_year: TrustYear, staff_group: str, band: str) -> str:
    """Say why a grouping could not be made; nothing where it was, or was given."""
    reason, named = why(trust_year, staff_group, band), band_words(band)
    if reason == NOBODY:
        return f"no staff are in {named}"
    return reason and f"{named} can't be told apart: {reason}"


def is_empty(trust_year: TrustYear, staff_group: str, band: str) -> bool:
    """Tell whether nobody is in a band: no gap in what was supplied."""
    return why(trust_year, staff_group, band) == NOBODY


def bands_of(trust_year: TrustYear, staff_group: str) -> list[str]:
    """List the bands that a trust gives for a staff group, in order; of which lines too."""
    table = trust_year.tables.get("workforce")
    if table is None:
        return []
    labels = set(table.loc[table["staff_group"].eq(staff_group), "band"]) - {ALL_BANDS}
    return sorted(labels, key=band_order)


def counted_bands(trust_year: TrustYear, staff_group: str) -> list[str]:
    """List the bands that add up to a staff group."""
    return [band for band in bands_of(trust_year, staff_group) if not is_part_of_another(band)]


def why(trust_year: TrustYear, staff_group: str, band: str) -> str:
    """Give the plain reason why a grouping was not made."""
    rows = _rows(trust_year, GROUPINGS, staff_group, band)
    return str(rows["why"].iloc[0]) if len(rows) else ""


def _rows(trust_year: TrustYear, name: str, staff_group: str, band: str) -> pd.DataFrame:
    table = trust_year.tables.get(name)
    if table is None:
        return pd.DataFrame()
    return table[table["staff_group"].eq(staff_group) & table["band"].eq(band)]
