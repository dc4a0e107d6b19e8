"""The people whom a trust serves, by area and ethnic group: figures of others, and of no staff."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from wres.definitions.comparators import SOURCE
from wres.definitions.ethnicity import BME, group_or_words
from wres.results import Result
from wres.sources import TrustYear
from wres.sources.beside import plain_name

__all__ = ["population_shares"]


def population_shares(trust_year: TrustYear) -> list[Result]:
    """Give the share of each group of the people of each area, by area and the newest year first.

    `denominator` is the people who live there, `benchmark_year` the year of the share.
    """
    table = trust_year.tables.get("local_population")
    if table is None:
        return []
    return list(_shares(trust_year, table))


def _shares(trust_year: TrustYear, table: pd.DataFrame) -> Iterator[Result]:
    areas = {area: place for place, area in enumerate(dict.fromkeys(table["area"]))}
    records: list[Any] = list(table.itertuples())
    for row in sorted(records, key=lambda row: (areas[row.area], -_year(row))):
        group, percent = _group(row)
        yield Result(
            organisation=trust_year.trust.ods_code,
            year=trust_year.year,
            indicator="workforce",
            measure="population_share",
            breakdown=f"area={plain_name(row.area)}" + (f";at={_year(row)}" if _year(row) else ""),
            group=group,
            denominator=None if pd.isna(row.population) else int(row.population),
            value=percent,
            unit="%",
            benchmark_name=str(row.area),
            benchmark_year=_year(row) or None,
            status="as published",
            reason=f"{SOURCE}{row.source}",
        )


def _year(row: Any) -> int:
    return 0 if pd.isna(row.year) else int(row.year)


def _group(row: Any) -> tuple[str, float]:
    """Give one of the standard's groups where the words are of one; else the words themselves."""
    if pd.notna(row.percent_bme):
        return BME, float(row.percent_bme)
    return group_or_words(str(row.group)), float(row.percent)
