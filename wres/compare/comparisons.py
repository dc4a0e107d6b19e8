"""Rows of measure ``comparison``: the trust's figure less that of each comparator.

A comparator's figure is taken as known but for its rounding, so that the interval of the difference
is that of the trust's own figure, moved, and wider by half of the last place that the comparator's
was printed with; where a comparator's respondents are known too, it is Newcombe's, over the same
range. The whole workforce and the board are full counts: their differences have no interval
and no verdict. A ratio over zero has no difference, yet its interval lies beside a comparator's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pandas as pd

from wres.compare.comparators import comparators_of
from wres.compare.published import VOTING_ALONE, Comparator, is_compared, rounding
from wres.definitions.comparators import LOCAL_POPULATION, SOURCE, joined, survey_of
from wres.results import OVER_ZERO, WITHHELD, Result
from wres.sources import TrustYear
from wres.sources.benchmarks import usable
from wres.stats import (
    CONFIDENCE,
    TOO_FEW,
    Interval,
    Pair,
    comparison_verdict,
    is_few_share_beside,
    newcombe_interval,
)

__all__ = ["with_comparisons"]

GROUPS = ("BME", "White")
BOARDS = {"all": "voting=yes", "voting=yes": "all"}


def with_comparisons(
    results: Iterable[Result], benchmarks: pd.DataFrame, trust_year: TrustYear
) -> list[Result]:
    """Add a row of measure ``comparison`` after each headline figure for each comparator.

    Parameters
    ----------
    results : iterable of Result
        The figures, with their intervals and verdicts.
    benchmarks : DataFrame
        As `wres.sources.load_benchmarks` returns it.
    trust_year : TrustYear
        Protected counts, for the survey's benchmark group, the trust's own comparators and the
        local population.
    """
    few_events = trust_year.trust.settings.few_events
    own, added = list(results), []
    figures = usable(benchmarks, trust_year.year)
    boards = {(one.measure, one.breakdown) for one in own if _is_known_board(one)}
    for result in own:
        added.append(result)
        known = result.value is not None or result.status in {"suppressed", OVER_ZERO}
        if known and _is_headline(result):
            other = (result.measure, BOARDS.get(result.breakdown, ""))
            # What can't be set beside the whole board stands beside its voting members, and
            # the other way round: why not is told where the trust has one of them only.
            added += [
                _compare(result, comparator, few_events)
                for comparator in comparators_of(result, trust_year, figures)
                if not (other in boards and comparator.apart == VOTING_ALONE)
            ]
    return added


def _is_known_board(result: Result) -> bool:
    return result.indicator == "9" and result.group == "BME" and result.value is not None


def _is_headline(result: Result) -> bool:
    survey = result.measure == "percentage"
    groups = GROUPS if survey or result.comparator_group else GROUPS[:1]
    return result.group in groups and is_compared(result)


def _compare(result: Result, comparator: Comparator, few_events: int) -> Result:
    named = _named(result, comparator)
    if result.status == "suppressed":
        # With the benchmark beside it a difference would give the figure back.
        return replace(named, status="suppressed", reason=WITHHELD)
    if comparator.apart:
        return replace(named, benchmark=None, status="not available", reason=comparator.apart)
    interval = _interval(result, comparator)
    compared = replace(
        named,
        numerator=result.numerator,
        denominator=result.denominator,
        comparator_numerator=result.comparator_numerator,
        comparator_denominator=result.comparator_denominator or comparator.people,
        value=None if result.value is None else result.value - comparator.value,
        status=result.status,
        reason=_reason(result, comparator),
    )
    if interval is None:
        return compared
    few = _is_few(result, comparator, few_events)
    return replace(
        compared,
        lower=interval.lower,
        upper=interval.upper,
        confidence=result.confidence,
        method="newcombe" if _both_known(result, comparator) else result.method,
        verdict=comparison_verdict(interval, few=few),
    )


def _named(result: Result, comparator: Comparator) -> Result:
    """Make the row without any figure of the trust's own."""
    return Result(
        organisation=result.organisation,
        year=result.year,
        edition=result.edition,
        indicator=result.indicator,
        measure="comparison",
        breakdown=joined(result.breakdown, f"comparator={comparator.key}"),
        group=result.group,
        comparator_group=result.comparator_group,
        unit="ratio" if result.unit == "ratio" else "points",
        good_direction=result.good_direction,
        benchmark=comparator.value,
        benchmark_name=comparator.name,
        benchmark_year=comparator.year,
    )


def _interval(result: Result, comparator: Comparator) -> Interval | None:
    if result.lower is None or result.upper is None:
        return None
    lowest, highest = _range(comparator.value, result.unit)
    if _both_known(result, comparator):
        above = _newcombe(result, comparator, highest)
        below = _newcombe(result, comparator, lowest)
        if above is not None and below is not None:
            return Interval(100 * above.lower, 100 * below.upper)
    return Interval(result.lower - highest, result.upper - lowest)


def _range(value: float, unit: str) -> tuple[float, float]:
    """Give the figures that a comparator's may have been rounded from."""
    half = rounding(value, unit)
    highest = value + half
    return max(0.0, value - half), highest if unit == "ratio" else min(100.0, highest)


def _newcombe(result: Result, comparator: Comparator, value: float) -> Interval | None:
    """Give the interval of the difference were the comparator's figure this one."""
    return newcombe_interval(
        ((result.value or 0.0) / 100, result.denominator or 0),
        (value / 100, comparator.people or 0),
        confidence=result.confidence or CONFIDENCE,
    )


def _both_known(result: Result, comparator: Comparator) -> bool:
    return bool(result.measure == "percentage" and result.denominator and comparator.people)


def _is_few(result: Result, comparator: Comparator, few_events: int) -> bool:
    """Say whether the trust's figure turns on single people; of a ratio its own verdict tells."""
    if result.measure != "percentage" or result.denominator is None:
        return result.verdict == TOO_FEW
    answered = Pair((result.value or 0.0) / 100 * result.denominator, result.denominator)
    return is_few_share_beside(answered, comparator.value / 100, few_events)


def _older(result: Result, year: int) -> str:
    if result.measure != "percentage":
        return f"no figure for {result.year} is at hand; {year} is the latest"
    lacking, latest = survey_of(result.year), survey_of(year)
    return f"no figure of the {lacking} is at hand; that of the {latest} is the latest"


def _reason(result: Result, comparator: Comparator) -> str:
    """Note where the comparator is older, and name its publication."""
    notes = ["a ratio over zero is no distance from another"] if result.value is None else []
    local = comparator.name.startswith(LOCAL_POPULATION)
    if not local and comparator.year is not None and comparator.year < result.year:
        notes.append(_older(result, comparator.year))
    if comparator.source:
        notes.append(f"{SOURCE}{comparator.source}")
    return "; ".join(notes)
