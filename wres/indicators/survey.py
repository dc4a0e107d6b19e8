"""Indicators 5 to 8: percentages of staff survey respondents, and the gap between groups.

The autumn survey of year *t* - 1 belongs to the report of year *t*. The survey publishes
percentages, so all figures are 'as published' and a gap is a difference of rounded shares.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

import pandas as pd

from wres.definitions.ethnicity import GROUPS
from wres.definitions.indicators import Indicator, indicators
from wres.results import WITHHELD, Result
from wres.sources import TrustYear
from wres.stats import (
    CONFIDENCE,
    Pair,
    interval_verdict,
    is_few_either_way,
    newcombe_interval,
    one_base_verdict,
    wilson_interval,
)

__all__ = ["joinable", "results"]

BENCHMARK_NAME = "NHS Staff Survey benchmark group"
ROUNDED = "difference of rounded shares"
Row = Any


def results(trust_year: TrustYear) -> Iterator[Result]:
    """Yield percentages and gaps of indicators 5 to 8, all survey years, trust and benchmark."""
    table = trust_year.tables.get("staff_survey")
    for record in indicators("survey"):
        new = partial(
            Result,
            organisation=trust_year.trust.ods_code,
            year=trust_year.year,
            indicator=record.number,
        )
        rows = {} if table is None else _rows_of(table, record.number)
        yield from _benchmark_rows(new, record, rows)
        yield from _trust_rows(trust_year, new, record, rows)


def joinable(first: Row, second: Row, record: Indicator) -> bool:
    """Say whether two survey rows may be joined or compared.

    Where an indicator's base has changed between editions, only rows of one known edition, or of
    one known base, may be.
    """
    if not record.series_break:
        return True
    # Where both bases are known they decide: an edition may print a question on both.
    deciding = "base" if pd.notna(first.base) and pd.notna(second.base) else "edition"
    one, other = getattr(first, deciding), getattr(second, deciding)
    return bool(pd.notna(one) and pd.notna(other) and one == other)


def _rows_of(table: pd.DataFrame, number: str) -> dict[tuple[str, int, str], Row]:
    rows = table[table["indicator"].astype(str).eq(number)]
    # Of one year's rows the newest edition counts: it carries years back recalculated.
    rows = rows.sort_values(["survey_year", "edition"], na_position="first", kind="stable")
    records: list[Row] = list(rows.itertuples())
    return {(row.scope, int(row.survey_year), row.ethnicity): row for row in records}


def _benchmark_rows(new: Any, record: Indicator, rows: dict[Any, Row]) -> Iterator[Result]:
    for (scope, year, _), row in rows.items():
        if scope == "benchmark":
            breakdown = f"scope=benchmark;survey_year={year}"
            yield _percentage(partial(new, breakdown=breakdown), record, row)


def _trust_rows(
    trust_year: TrustYear, new: Any, record: Indicator, rows: dict[Any, Row]
) -> Iterator[Result]:
    current, few_events = trust_year.year - 1, trust_year.trust.settings.few_events
    why = "" if "staff_survey" in trust_year.tables else trust_year.why_absent("staff_survey")
    years = sorted({year for scope, year, _ in rows if scope == "trust" and year <= current})
    for year in [*years, *([] if current in years else [current])]:
        made = partial(new, breakdown=f"survey_year={year}")
        for group in GROUPS:
            row = rows.get(("trust", year, group))
            if row is not None:
                figure = _percentage(made, record, row)
                figure = _with_previous(figure, record, row, rows)
                benchmark = rows.get(("benchmark", year, group))
                if benchmark is not None and joinable(benchmark, row, record):
                    figure = _with_benchmark(figure, benchmark, year)
                yield figure
            elif group in (record.group, record.comparator_group):
                yield _missing(made, record, group, why or _why_missing(group, year))
        gap = _gap(made, record, rows, year, few_events)
        yield replace(gap, reason=why) if why and gap.value is None else gap


def _why_missing(group: str, year: int) -> str:
    return f"no figure for {group} staff was supplied for the autumn {year} survey"


def _percentage(new: Any, record: Indicator, row: Row) -> Result:
    result: Result = new(
        measure="percentage",
        group=row.ethnicity,
        edition="" if pd.isna(row.edition) else str(row.edition),
        value=None if pd.isna(row.percent) else float(row.percent),
        unit="%",
        good_direction=record.good_direction,
        status="as published",
    )
    if pd.isna(row.percent):
        return replace(result, status="suppressed", reason=WITHHELD)
    if pd.isna(row.responses):
        return result
    interval = wilson_interval(row.percent / 100, int(row.responses))
    result = replace(result, denominator=int(row.responses))
    if interval is None:
        return replace(result, value=None, status="no members")
    return replace(
        result,
        lower=100 * interval.lower,
        upper=100 * interval.upper,
        confidence=CONFIDENCE,
        method="wilson",
    )


def _with_previous(
    result: Result, record: Indicator, row: Row, rows: dict[tuple[str, int, str], Row]
) -> Result:
    """Put the survey before beside a percentage; where it is withheld, its year alone."""
    year, group = int(row.survey_year) - 1, row.ethnicity
    before = rows.get(("trust", year, group))
    if before is None or not joinable(before, row, record):
        return result
    if _is_withheld(rows, year, group):
        return replace(result, previous_year=_wres_year(before))
    if _answered(rows, year, group) is None:
        return result
    return replace(result, previous=float(before.percent), previous_year=_wres_year(before))


def _answered(rows: dict[Any, Row], year: int, group: str) -> Row | None:
    """Return the trust's row, None where it is withheld or nobody answered (0% of nobody)."""
    row = rows.get(("trust", year, group))
    if row is None or pd.isna(row.percent):
        return None
    return None if pd.notna(row.responses) and not row.responses else row


def _is_withheld(rows: dict[Any, Row], year: int, group: str) -> bool:
    row = rows.get(("trust", year, group))
    return row is not None and bool(pd.isna(row.percent))


def _wres_year(row: Row) -> int:
    """Return the reporting year that a survey row belongs to."""
    return int(row.survey_year) + 1


def _with_benchmark(result: Result, row: Row, survey_year: int) -> Result:
    return replace(
        result,
        benchmark=float(row.percent),
        benchmark_name=f"{BENCHMARK_NAME}, autumn {survey_year}",
        benchmark_year=survey_year + 1,
    )


def _missing(new: Any, record: Indicator, group: str, reason: str) -> Result:
    result: Result = new(
        measure="percentage",
        group=group,
        unit="%",
        good_direction=record.good_direction,
        status="not available",
        reason=reason,
    )
    return result


def _gap(new: Any, record: Indicator, rows: dict[Any, Row], year: int, few_events: int) -> Result:
    groups = (record.group, record.comparator_group)
    first, second = (_answered(rows, year, group) for group in groups)
    gap: Result = new(
        measure="gap",
        group=groups[0],
        comparator_group=groups[1],
        unit="points",
        good_direction="towards 0",
    )
    if first is not None and second is not None and not joinable(first, second, record):
        reason = f"{groups[0]} and {groups[1]} figures of autumn {year} have different bases"
        return replace(gap, status="not available", reason=reason)
    if any(_is_withheld(rows, year, group) for group in groups):
        return replace(gap, status="suppressed", reason=WITHHELD)
    if first is None or second is None:
        reason = f"needs figures for {groups[0]} and {groups[1]} staff of autumn {year}"
        return replace(gap, status="not available", reason=reason)
    value = float(first.percent) - float(second.percent)
    gap = replace(gap, value=value, status="as published", reason=ROUNDED)
    gap = _with_previous_gap(gap, record, rows, year)
    return _with_certainty(gap, first, second, few_events)


def _with_previous_gap(gap: Result, record: Indicator, rows: dict[Any, Row], year: int) -> Result:
    groups = (record.group, record.comparator_group)
    before = [rows.get(("trust", year - 1, group)) for group in groups]
    now = [rows[("trust", year, group)] for group in groups]
    if None in before or not all(map(joinable, before, now, [record] * 2)):
        return gap
    if any(_is_withheld(rows, year - 1, group) for group in groups):
        return replace(gap, previous_year=year)
    if any(_answered(rows, year - 1, group) is None for group in groups):
        return gap
    first, second = (float(row.percent) for row in before if row is not None)
    return replace(gap, previous=first - second, previous_year=year)


def _with_certainty(gap: Result, first: Row, second: Row, few_events: int) -> Result:
    """Add the Newcombe interval and the verdict where the respondents of both groups are known.

    Where those of one group alone are, the verdict stands only if it holds whatever the other
    number is.
    """
    if pd.isna(first.responses) or pd.isna(second.responses):
        return _by_one_base(gap, first, second, few_events)
    shares = [(row.percent / 100, int(row.responses)) for row in (first, second)]
    interval = newcombe_interval(shares[0], shares[1])
    if interval is None:
        return gap
    pairs = [Pair(share * base, base) for share, base in shares]
    few = is_few_either_way(pairs[0], pairs[1], few_events)
    return replace(
        gap,
        denominator=shares[0][1],
        comparator_denominator=shares[1][1],
        lower=100 * interval.lower,
        upper=100 * interval.upper,
        confidence=CONFIDENCE,
        method="newcombe",
        verdict=interval_verdict(interval, equal=0.0, few=few),
    )


def _by_one_base(gap: Result, first: Row, second: Row, few_events: int) -> Result:
    known, other = (second, first) if pd.isna(first.responses) else (first, second)
    if pd.isna(known.responses):
        return gap
    base = int(known.responses)
    share = (known.percent / 100, base)
    return replace(
        gap,
        denominator=base if known is first else None,
        comparator_denominator=base if known is second else None,
        verdict=one_base_verdict(share, other.percent / 100, few_events=few_events),
    )
