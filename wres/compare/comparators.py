"""A year's figures beside the latest published figures of others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pandas as pd

from wres.definitions.indicators import indicator
from wres.results import Result
from wres.sources import TrustYear

__all__ = ["with_benchmarks"]

# Row of the benchmark table, by what a figure measures; the unit must agree as well.
NATIONAL_CODES = {
    ("workforce", "share"): "workforce_share",
    ("2", "relative_likelihood"): "2",
    ("3", "relative_likelihood"): "3",
    ("4", "relative_likelihood"): "4",
    ("5", "percentage"): "5",
    ("6", "percentage"): "6",
    ("7", "percentage"): "7",
    ("8", "percentage"): "8",
    ("9", "share"): "9_board_share",
}
NAMES = {"9": "England, all board members"}
# Executive and non-executive members differ from the board that the national figure describes.
WHOLE = ("all", "voting=yes")
# The best attested first; unverified figures are not for print.
STATUS_RANK = {"published report": 0, "secondary source": 1}


def with_benchmarks(
    results: Iterable[Result], benchmarks: pd.DataFrame, trust_year: TrustYear
) -> list[Result]:
    """Put the latest published national figure beside each result that has no benchmark yet.

    'Latest' is the newest reporting year not after the report's own: a later one would compare
    with what nobody could know.
    """
    national = _printable(benchmarks, trust_year.year)
    editions = _editions(trust_year)
    return [_with_national(result, national, editions) for result in results]


def _printable(benchmarks: pd.DataFrame, year: int) -> pd.DataFrame:
    england = benchmarks["geography"].eq("England") & benchmarks["year_basis"].eq("WRES")
    verified = benchmarks["status"].isin(list(STATUS_RANK))
    rows = benchmarks[england & verified & benchmarks["year"].le(year)]
    ranked = rows.assign(rank=rows["status"].map(STATUS_RANK))
    return ranked.sort_values(["year", "rank"], ascending=[False, True], kind="stable")


def _editions(trust_year: TrustYear) -> set[str]:
    """Return the edition and base that indicator 7 of the report's own survey is known to have."""
    table = trust_year.tables.get("staff_survey")
    if table is None:
        return set()
    own = table["scope"].eq("trust") & table["survey_year"].eq(trust_year.year - 1)
    rows = table[own & table["indicator"].astype(str).eq("7")]
    return {str(word) for name in ("edition", "base") for word in rows[name].dropna()}


def _with_national(result: Result, national: pd.DataFrame, editions: set[str]) -> Result:
    code = NATIONAL_CODES.get((result.indicator, result.measure))
    if code is None or result.benchmark is not None or not _is_headline(result):
        return result
    group = result.group
    if result.comparator_group:
        group = f"{result.group} over {result.comparator_group}, England"
    rows = national[
        national["indicator"].eq(code)
        & national["group"].eq(group)
        & national["unit"].eq(result.unit)
    ]
    for row in rows.itertuples():
        if _same_base(result, row, editions):
            return replace(
                result,
                benchmark=float(row.value),  # type: ignore[arg-type]
                benchmark_name=NAMES.get(result.indicator, "England"),
                benchmark_year=int(row.year),  # type: ignore[arg-type]
            )
    return result


def _is_headline(result: Result) -> bool:
    """Keep national figures to the figure they describe: whole trust, whole board, this year."""
    if result.indicator in {"5", "6", "7", "8"}:
        return result.breakdown == f"survey_year={result.year - 1}"
    return result.breakdown in WHOLE


def _same_base(result: Result, row: object, editions: set[str]) -> bool:
    """Keep apart the two bases of a question that changed between survey editions.

    The national report of year *t* rests on the survey edition of autumn *t* - 1.
    """
    number = result.indicator
    if number == "workforce" or not indicator(number).series_break:
        return True
    edition = str(int(row.year) - 1)  # type: ignore[attr-defined]
    base = row.base  # type: ignore[attr-defined]
    return edition in editions or (pd.notna(base) and str(base) in editions)
