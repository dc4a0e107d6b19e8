"""National figures that a report may tell of: those fit for print, up to its own year."""

from __future__ import annotations

from typing import Any

import pandas as pd

from wres.definitions.geographies import ENGLAND, read_region
from wres.sources import TrustYear
from wres.sources.benchmarks import UNVERIFIED, group_of

__all__ = ["national_figures"]

KEPT = ("indicator", "geography", "value", "unit", "status")


def national_figures(benchmarks: pd.DataFrame, trust_year: TrustYear) -> list[dict[str, Any]]:
    """Choose the published figures of England and of the trust's own region.

    What nobody verified, whose year is not known, or that was not known when the report's year
    ended is left out, and so is what has no name to be printed under where others have.
    Where sources disagree every figure is kept, the best attested first.

    Parameters
    ----------
    benchmarks : DataFrame
        As `wres.sources.load_benchmarks` returns it.
    trust_year : TrustYear
        For the year of the report and the trust's region.

    Returns
    -------
    list of dict
        Keys `year` (reporting year), `indicator`, `geography`, `group` (as tables write it; empty
        where something else is counted), `counted` (the words for it), `value`, `unit`, `base`,
        `status` and `source`.
    """
    benchmarks = benchmarks.assign(printed=_names(benchmarks))
    places = {ENGLAND, read_region(trust_year.trust.region)}
    rows = benchmarks[
        benchmarks["geography"].isin(places)
        & benchmarks["status"].ne(UNVERIFIED)
        & benchmarks["printed"].ne("")
        & benchmarks["year_basis"].isin(["WRES", "survey"])
    ]
    records: list[Any] = list(rows.itertuples())
    figures = [_figure(row) for row in records]
    known = [one for one in figures if one["year"] <= trust_year.year]
    return sorted(known, key=lambda one: (one["year"], one["status"] != "published report"))


def _names(benchmarks: pd.DataFrame) -> pd.Series:
    """Give the name that each figure's publication is printed under, empty where it has none."""
    if "printed_as" not in benchmarks or benchmarks["printed_as"].isna().all():
        return benchmarks["source"].astype(str)
    return benchmarks["printed_as"].fillna("").astype(str)


def _figure(row: Any) -> dict[str, Any]:
    group = group_of(row.group)
    return {
        # The survey of an autumn belongs to the next year's report.
        "year": int(row.year) + (row.year_basis == "survey"),
        "group": group or "",
        "counted": "" if group else str(row.group),
        "base": "" if pd.isna(row.base) else str(row.base),
        "source": row.printed,
        **{name: getattr(row, name) for name in KEPT},
    }
