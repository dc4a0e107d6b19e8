"""Events within groupings of pay bands: what a ratio needs that compares like with like.

They are made here and nowhere later, so that disclosure control holds them against the counts of
the whole trust and of its workforce.
"""

from __future__ import annotations

from typing import Final

import pandas as pd

from wres.definitions.ethnicity import BME, WHITE
from wres.definitions.groupings import strata, stratum_of

__all__ = ["strata_table"]

PAIR: Final = (BME, WHITE)
# One stratum with people of both groups compares nothing that the whole trust does not.
LEAST: Final = 2


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
    rows = events[events["ethnicity"].isin(PAIR)]
    parts = rows[rows["band"].notna()]
    parts = parts.assign(stratum=parts["band"].map(stratum_of))
    wholes = rows[rows["band"].isna()].set_index("ethnicity")[[base, event]]
    if not len(parts) or parts["stratum"].isna().any() or set(wholes.index) != set(PAIR):
        return pd.DataFrame()
    counts = _counts(parts, [base, event])
    added = counts.groupby("ethnicity")[[base, event]].sum()
    if not added.eq(wholes.loc[added.index]).all(axis=None) or _compared(counts, base) < LEAST:
        return pd.DataFrame()
    if "years" in events:
        counts["years"] = int(events["years"].fillna(1).iloc[0])
    return counts


def _counts(parts: pd.DataFrame, columns: list[str]) -> pd.DataFrame:
    every = pd.MultiIndex.from_product([strata(), PAIR], names=["stratum", "ethnicity"])
    added = parts.groupby(["stratum", "ethnicity"])[columns].sum().reindex(every, fill_value=0)
    return added.astype("Int64").reset_index()


def _compared(counts: pd.DataFrame, base: str) -> int:
    """Count the strata in which people of both groups are."""
    return int(counts[base].gt(0).groupby(counts["stratum"]).all().sum())
