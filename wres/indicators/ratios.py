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

from wres.definitions.ethnicity import GROUPS
from wres.definitions.indicators import Indicator, indicators
from wres.results import Result
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
        pairs = _pairs(trust_year.tables.get(record.table), record)
        printed = _printed(trust_year, record)
        if pairs:
            yield from _from_counts(new, ratio, record, pairs, printed)
        else:
            yield _as_published(ratio(), printed, trust_year.why_absent(record.table))


def _pairs(table: pd.DataFrame | None, record: Indicator) -> dict[str, Pair]:
    if table is None:
        return {}
    columns = [record.event_column, record.base_column]
    sums = table.groupby("ethnicity")[columns].sum()
    counts = {str(group): (int(events), int(base)) for group, events, base in sums.itertuples()}
    return {group: Pair(*counts[group]) for group in GROUPS if group in counts}


def _from_counts(
    new: Any, ratio: Any, record: Indicator, pairs: dict[str, Pair], printed: dict[int, Any]
) -> Iterator[Result]:
    for group, pair in pairs.items():
        yield _likelihood(new, group, pair)
    if len(pairs) == len(GROUPS):
        yield _likelihood(new, "all", sum(pairs.values(), Pair(0, 0)))
    first, second = (pairs.get(name) for name in (record.group, record.comparator_group))
    if first is None or second is None:
        missing = record.group if first is None else record.comparator_group
        reason = f"figures for {missing} were not published"
        yield _as_published(ratio(), printed, reason)
        return
    unknown = pairs.get("Unknown")
    yield _with_previous(_ratio(ratio, record, (first, second), unknown), printed)
    if unknown is not None and unknown.base:
        yield from _scenarios(ratio, record, (first, second), unknown)


def _likelihood(new: Any, group: str, pair: Pair) -> Result:
    share: Result = new(
        measure="likelihood",
        group=group,
        unit="%",
        numerator=pair.events,
        denominator=pair.base,
    )
    interval = wilson_interval(pair.likelihood or 0.0, pair.base)
    if interval is None:
        return replace(share, status="no members")
    return replace(
        share,
        value=100 * (pair.likelihood or 0.0),
        lower=100 * interval.lower,
        upper=100 * interval.upper,
        confidence=CONFIDENCE,
        method="wilson",
    )


def _ratio(ratio: Any, record: Indicator, pairs: tuple[Pair, Pair], unknown: Pair | None) -> Result:
    first, second = pairs
    counted: Result = replace(
        ratio(),
        numerator=first.events,
        denominator=first.base,
        comparator_numerator=second.events,
        comparator_denominator=second.base,
    )
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
            verdict=ratio_verdict(first, second),
        )
    value = relative_likelihood(first, second)
    if value is None:
        reason = (
            f"no {record.comparator_group} {record.people} were seen to {record.event}, and "
            "nothing can be divided by zero"
        )
        return replace(counted, status="not available", reason=reason)
    return _with_extremes(replace(counted, value=value), pairs, unknown)


def _with_extremes(result: Result, pairs: tuple[Pair, Pair], unknown: Pair | None) -> Result:
    extremes = ratio_extremes(*pairs, unknown) if unknown is not None else None
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
    """Carry the ratio printed for the year; where there is none, say why there is no figure."""
    row = printed.get(result.year)
    if row is None:
        result = replace(result, status="not available", reason=reason)
    else:
        note = str(row.note) if pd.notna(row.note) else "counts not published"
        result = replace(result, value=float(row.ratio), status="as published", reason=note)
    return _with_previous(result, printed)


def _with_previous(result: Result, printed: dict[int, Any]) -> Result:
    before = printed.get(result.year - 1)
    if before is None:
        return result
    return replace(result, previous=float(before.ratio), previous_year=result.year - 1)
