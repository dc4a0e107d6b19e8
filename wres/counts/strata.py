"""Events within groupings of pay bands: what a ratio needs that compares like with like.

They are made here and nowhere later, so that disclosure control holds them against the counts of
the whole trust and of its workforce.
"""

from __future__ import annotations

from typing import Final

import pandas as pd

from wres.definitions.bands import band_title
from wres.definitions.ethnicity import BME, WHITE
from wres.definitions.groupings import strata, stratum_of

__all__ = ["UNEVEN", "strata_table", "why_no_strata"]

PAIR: Final = (BME, WHITE)
# One stratum with people of both groups compares nothing that the whole trust does not.
LEAST: Final = 2
# Why there are no strata: the first two are seen in what was given, the last one in its counts.
ACROSS: Final = (
    "figures were given for {} together, which lie across groups of bands that are compared"
)
NO_WHOLE: Final = "the figures by pay band stand without the whole trust's of both groups"
UNEVEN: Final = (
    "the pay bands given do not add up to the whole trust, or fewer than two of the groups of "
    "bands that are compared have people of both groups"
)


def strata_table(events: pd.DataFrame, base: str, event: str) -> pd.DataFrame:
    """Add up the rows of bands to strata, where they leave nobody of White and of BME out.

    Parameters
    ----------
    events : DataFrame
        Rows of the whole trust (`band` is missing) and of bands, as they were read.
    base, event : str
        The columns of people and of events.

    Returns
    -------
    DataFrame
        `stratum`, `ethnicity`, both columns, and `years` where there is one; every stratum, with 0
        where nobody is. Empty where a band lies across two strata, where bands do not add up to the
        whole, or where fewer than two strata have people of both groups.
    """
    parts, _ = _by_band(events)
    if not len(parts) or why_no_strata(events, base, event):
        return pd.DataFrame()
    counts = _counts(parts, [base, event])
    if "years" in events:
        counts["years"] = int(events["years"].fillna(1).iloc[0])
    return counts


def why_no_strata(events: pd.DataFrame, base: str, event: str) -> str:
    """Say why rows of bands make no strata; empty where they do, and where there are none.

    Parameters
    ----------
    events, base, event
        As of `strata_table`.
    """
    parts, wholes = _by_band(events)
    if not len(parts):
        return ""
    across = parts.loc[parts["stratum"].isna(), "band"].drop_duplicates()
    if len(across):
        titles = [band_title(one).replace("Band", "band", 1) for one in across]
        return ACROSS.format("; ".join(titles))
    if set(wholes.index) != set(PAIR):
        return NO_WHOLE
    counts = _counts(parts, [base, event])
    added = counts.groupby("ethnicity")[[base, event]].sum()
    whole = added.eq(wholes.loc[added.index, [base, event]]).all(axis=None)
    return "" if whole and _compared(counts, base) >= LEAST else UNEVEN


def _by_band(events: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Split rows of White and of BME into those of bands, with their strata, and the whole's."""
    rows = events[events["ethnicity"].isin(PAIR)]
    parts = rows[rows["band"].notna()]
    wholes = rows[rows["band"].isna()].set_index("ethnicity")
    return parts.assign(stratum=parts["band"].map(stratum_of)), wholes


def _counts(parts: pd.DataFrame, columns: list[str]) -> pd.DataFrame:
    every = pd.MultiIndex.from_product([strata(), PAIR], names=["stratum", "ethnicity"])
    added = parts.groupby(["stratum", "ethnicity"])[columns].sum().reindex(every, fill_value=0)
    return added.astype("Int64").reset_index()


def _compared(counts: pd.DataFrame, base: str) -> int:
    """Count the strata in which people of both groups are."""
    return int(counts[base].gt(0).groupby(counts["stratum"]).all().sum())
