"""Relative likelihoods of earlier years that were printed without their counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from wres.definitions.indicators import indicator
from wres.results import Result
from wres.sources import TrustYear

__all__ = ["printed_ratios"]

WITHOUT_COUNTS = "counts not published"


def printed_ratios(years: Sequence[TrustYear]) -> Mapping[int, list[Result]]:
    """Give the ratios that each year's tables print of years before it, by year.

    Parameters
    ----------
    years : sequence of TrustYear
        The report's year and earlier ones, newest first: the newest print of a ratio counts.
    """
    found: dict[tuple[int, str], Result] = {}
    for one in years:
        table = one.tables.get("published_ratios")
        # What is withheld stands for no year: another print of it may be shown.
        for row in [] if table is None else table.dropna(subset="ratio").itertuples():
            key = (int(row.year), str(row.indicator))  # type: ignore[arg-type]
            found.setdefault(key, _result(one, row))
    by_year: dict[int, list[Result]] = {}
    for (year, _), result in found.items():
        by_year.setdefault(year, []).append(result)
    return by_year


def _result(trust_year: TrustYear, row: object) -> Result:
    record = indicator(str(row.indicator))  # type: ignore[attr-defined]
    note = row.note  # type: ignore[attr-defined]
    return Result(
        organisation=trust_year.trust.ods_code,
        year=int(row.year),  # type: ignore[attr-defined]
        indicator=record.number,
        measure="relative_likelihood",
        group=record.group,
        comparator_group=record.comparator_group,
        value=float(row.ratio),  # type: ignore[attr-defined]
        unit="ratio",
        good_direction=record.good_direction,
        status="as published",
        reason=str(note) if pd.notna(note) else WITHOUT_COUNTS,
    )
