"""Staff of a workforce table within the groupings of bands in which events are compared."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from wres.definitions.bands import ALL_BANDS, is_part_of_another
from wres.definitions.ethnicity import GROUPS
from wres.definitions.groupings import strata, stratum_of
from wres.sources.columns import whole_trust
from wres.sources.totals import TOTAL

__all__ = ["staff_by_stratum"]


def staff_by_stratum(
    workforce: pd.DataFrame | None, heads: Mapping[str, int] | None
) -> dict[tuple[str, str], int]:
    """Add up the head counts of each ethnic group in each stratum.

    Parameters
    ----------
    workforce : DataFrame, optional
        A workforce table as it was read.
    heads : mapping of str to int, optional
        Head count of each group in the whole workforce.

    Returns
    -------
    dict of (stratum, group) to int
        Empty where a band lies across two strata, or where bands leave someone out.
    """
    if workforce is None or heads is None:
        return {}
    bands = _bands(whole_trust(workforce))
    places = bands["band"].map(stratum_of)
    if places.isna().any():
        return {}
    added = bands.groupby([places, "ethnicity"])["headcount"].sum()
    counts = {(one, group): int(added.get((one, group), 0)) for one in strata() for group in GROUPS}
    sums = {group: sum(counts[one, group] for one in strata()) for group in GROUPS}
    return counts if sums == dict(heads) else {}


def _bands(table: pd.DataFrame) -> pd.DataFrame:
    """Keep the bands that add up: of both staff groups, or of all staff where only they are."""
    counted = table["band"].ne(ALL_BANDS) & ~table["band"].map(is_part_of_another).astype(bool)
    bands = table[counted & table["headcount"].notna()]
    halves = bands[bands["staff_group"].ne(TOTAL)]
    return halves if len(halves) else bands
