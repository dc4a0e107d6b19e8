"""Indicators 2 to 4: relative likelihoods from counts, or as published.

Unknown ethnicity drops out of a ratio; what it could do to it is given beside it as extremes
(the only true bounds) and as two scenarios.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from math import isinf
from typing import Any

import pandas as pd

from wres.definitions.indicators import Indicator, indicators
from wres.indicators.event_counts import MORE_EVENTS, Counts, any_withheld, read_counts
from wres.indicators.excess import with_excess
from wres.indicators.stratified import within_bands
from wres.results import OVER_ZERO, WITHHELD, WITHHELD_RATIO, Result
from wres.sources import TrustYear
from wres.stats import (
    CONFIDENCE,
    Pair,
    koopman_interval,
    ratio_extremes,
    ratio_scenarios,
    ratio_verdict,
    relative_likelihood,
    wilson_interval,
)

__all__ = ["results"]

WITHOUT_INTERNATIONAL = "recruitment=without international"


def results(trust_year: TrustYear) -> Iterator[Result]:
    """Yield likelihoods and relative likelihoods of indicators 2, 3 and 4."""
    for record in indicators("ratio"):
        new = partial(
            Result,
            organisation=trust_year.trust.ods_code,
            year=trust_year.year,
            indicator=record.number,
        )
        ratio = partial(
            new,
            measure="relative_likelihood",
            group=record.group,
            comparator_group=record.comparator_group,
            unit="ratio",
            good_direction=record.good_direction,
        )
        table = trust_year.tables.get(record.table)
        counts = read_counts(table, record.base_column, record.event_column)
        printed = _printed(trust_year, record)
        few = trust_year.trust.settings.few_events
        if counts:
            yield from _from_counts(new, ratio, record, counts, few, printed)
            yield from _without_international(ratio, record, table, few)
            yield from within_bands(ratio(), trust_year, record)
        else:
            yield _as_published(ratio(), printed, trust_year.why_absent(record.table))


def _from_counts(
    new: Any,
    ratio: Any,
    record: Indicator,
    counts: dict[str, Counts],
    few_events: int,
    printed: dict[int, Any],
) -> Iterator[Result]:
    for group, count in counts.items():
        yield _likelihood(new, group, count)
    first, second = (counts.get(name) for name in (record.group, record.comparator_group))
    if first is None or second is None:
        missing = record.group if first is None else record.comparator_group
        reason = f"figures for {missing} were not published"
        yield _as_published(ratio(), printed, reason)
        return
    unknown = counts.get("Unknown")
    row = _ratio(ratio, record, (first, second), unknown, few_events)
    yield from with_excess(_with_previous(row, printed), (first, second))
    whole = unknown is not None and not any_withheld(first, second, unknown)
    if unknown is not None and whole and unknown.base and (unknown.events or 0) <= unknown.base:
        yield from _scenarios(ratio, record, (first.pair, second.pair), unknown.pair)


def _without_international(
    ratio: Any, record: Indicator, table: pd.DataFrame | None, few_events: int
) -> Iterator[Result]:
    """Yield indicator 2 once more, without applicants recruited from abroad.

    They enter without being shortlisted in most systems, or raise appointments where counted.
    """
    columns = [
        f"{name}_without_international" for name in (record.base_column, record.event_column)
    ]
    counts = read_counts(table, *columns)
    first, second = (counts.get(name) for name in (record.group, record.comparator_group))
    if first is not None and second is not None:
        apart = partial(ratio, breakdown=WITHOUT_INTERNATIONAL)
        row = _ratio(apart, record, (first, second), counts.get("Unknown"), few_events)
        yield from with_excess(row, (first, second))


def _likelihood(new: Any, group: str, count: Counts) -> Result:
    share: Result = new(
        measure="likelihood",
        group=group,
        unit="%",
        numerator=count.events,
        denominator=count.base,
        reason=count.note,
    )
    if count.withheld:
        return replace(share, status="suppressed", reason=WITHHELD)
    if count.too_many:
        return replace(share, status="not available", reason=MORE_EVENTS)
    interval = wilson_interval(count.pair.likelihood or 0.0, count.pair.base)
    if interval is None:
        return replace(share, status="no members")
    return replace(
        share,
        value=100 * (count.pair.likelihood or 0.0),
        lower=100 * interval.lower,
        upper=100 * interval.upper,
        confidence=CONFIDENCE,
        method="wilson",
    )


def _ratio(
    ratio: Any,
    record: Indicator,
    counts: tuple[Counts, Counts],
    unknown: Counts | None,
    few_events: int,
) -> Result:
    counted: Result = replace(
        ratio(),
        numerator=counts[0].events,
        denominator=counts[0].base,
        comparator_numerator=counts[1].events,
        comparator_denominator=counts[1].base,
        reason=counts[0].note,
    )
    if any_withheld(*counts):
        return replace(counted, status="suppressed", reason=WITHHELD)
    if any(count.too_many for count in counts):
        return replace(counted, status="not available", reason=MORE_EVENTS)
    first, second = (count.pair for count in counts)
    if not first.base or not second.base:
        empty = record.group if not first.base else record.comparator_group
        return replace(counted, status="no members", reason=f"no {empty} {record.people}")
    interval = koopman_interval(first, second)
    if interval is not None:
        counted = replace(
            counted,
            lower=interval.lower,
            upper=interval.upper,
            confidence=CONFIDENCE,
            method="koopman",
            verdict=ratio_verdict(first, second, few_events=few_events),
        )
    if unknown is not None and not unknown.withheld and _fits(unknown):
        counted = _with_extremes(counted, (first, second), unknown.pair)
    value = relative_likelihood(first, second)
    if value is None:
        status = "not available" if interval is None else OVER_ZERO
        return replace(counted, status=status, reason=_why_no_ratio(record, first))
    return replace(counted, value=value)


def _why_no_ratio(record: Indicator, group: Pair) -> str:
    """Name who was not seen: those below the line, or those of both groups."""
    nobody = f"no {record.comparator_group}"
    if not group.events:
        nobody = f"neither {record.group} nor {record.comparator_group}"
    return (
        f"{nobody} {record.people} were seen to {record.event}, and nothing can be divided by zero"
    )


def _fits(unknown: Counts) -> bool:
    return unknown.pair.events <= unknown.pair.base


def _with_extremes(result: Result, pairs: tuple[Pair, Pair], unknown: Pair) -> Result:
    extremes = ratio_extremes(*pairs, unknown)
    if extremes is None:
        return result
    return replace(result, unknown_low=extremes.lower, unknown_high=extremes.upper)


def _scenarios(
    ratio: Any, record: Indicator, pairs: tuple[Pair, Pair], unknown: Pair
) -> Iterator[Result]:
    names = (record.group, record.comparator_group)
    for name, value in zip(names, ratio_scenarios(*pairs, unknown), strict=True):
        if value is not None and not isinf(value):
            yield replace(
                ratio(breakdown=f"unknown={name}", value=value),
                reason=f"scenario: all of unknown ethnicity counted as {name}",
            )


def _printed(trust_year: TrustYear, record: Indicator) -> dict[int, Any]:
    """Return the ratios of an indicator that were printed without counts, by year."""
    table = trust_year.tables.get("published_ratios")
    if table is None:
        return {}
    rows = table[table["indicator"].astype(str).eq(record.number)]
    return {int(row.year): row for row in rows.itertuples()}  # type: ignore[arg-type]


def _as_published(result: Result, printed: dict[int, Any], reason: str) -> Result:
    """Carry the ratio printed for the year; where none is, or is shown, say why."""
    row = printed.get(result.year)
    if row is None:
        result = replace(result, status="not available", reason=reason)
    elif pd.isna(row.ratio):
        result = replace(result, status="suppressed", reason=WITHHELD_RATIO)
    else:
        note = str(row.note) if pd.notna(row.note) else "counts not published"
        result = replace(result, value=float(row.ratio), status="as published", reason=note)
    return _with_previous(result, printed)


def _with_previous(result: Result, printed: dict[int, Any]) -> Result:
    before = printed.get(result.year - 1)
    if before is None:
        return result
    ratio = None if pd.isna(before.ratio) else float(before.ratio)
    return replace(result, previous=ratio, previous_year=result.year - 1)
