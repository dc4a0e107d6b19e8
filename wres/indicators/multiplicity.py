"""Intervals and verdicts that allow for the number of comparisons in one report.

The family is what the report compares between the groups this year (`results.compares_groups`):
the ratios of indicators 2 to 4 and the gaps of 5 to 8. Each interval is taken again at its own
confidence, and the verdict follows from it, so that both always agree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Final

from wres.results import Result, compares_groups, over_two_years
from wres.sources import TrustYear
from wres.stats import (
    TOO_FEW,
    Comparison,
    Interval,
    Pair,
    benjamini_hochberg_confidences,
    holm_confidences,
    interval_verdict,
    koopman_interval,
    newcombe_interval,
)

__all__ = ["adjusted"]

METHODS: Final[dict[str, Callable[[Sequence[Comparison]], list[float]]]] = {
    "holm": holm_confidences,
    "benjamini-hochberg": benjamini_hochberg_confidences,
}


def adjusted(results: Iterable[Result], trust_year: TrustYear) -> list[Result]:
    """Take the intervals of the comparisons between groups as the trust's setting asks.

    Parameters
    ----------
    results : iterable of Result
        Results of the report, changes included, which stay as they are; comparisons with others
        are made of what this returns.
    trust_year : TrustYear
        Whose `settings.multiple_comparisons` is `none`, `holm` or `benjamini-hochberg`.
    """
    rows = list(results)
    method = METHODS.get(trust_year.trust.settings.multiple_comparisons)
    places = [place for place, row in enumerate(rows) if compares_groups(row)]
    if method is None or not places:
        return rows
    family = [_comparison(rows[place], rows) for place in places]
    for place, comparison, confidence in zip(places, family, method(family), strict=True):
        rows[place] = _at_confidence(rows[place], comparison, confidence)
    return rows


def _at_confidence(row: Result, comparison: Comparison, confidence: float) -> Result:
    interval = comparison.interval_at(confidence)
    return replace(
        row,
        lower=interval.lower,
        upper=interval.upper,
        confidence=confidence,
        verdict=interval_verdict(interval, equal=comparison.equal, few=row.verdict == TOO_FEW),
    )


def _comparison(row: Result, rows: Sequence[Result]) -> Comparison:
    if row.measure == "gap":
        return Comparison(_gap_intervals(row, rows), equal=0.0)
    return Comparison(_ratio_intervals(row), equal=1.0)


def _ratio_intervals(row: Result) -> Callable[[float], Interval]:
    years = 2 if over_two_years(row.reason) else 1
    group = Pair(row.numerator or 0, (row.denominator or 0) * years)
    other = Pair(row.comparator_numerator or 0, (row.comparator_denominator or 0) * years)
    return lambda confidence: _known(koopman_interval(group, other, confidence=confidence))


def _gap_intervals(row: Result, rows: Sequence[Result]) -> Callable[[float], Interval]:
    shares = {
        one.group: (one.value or 0.0) / 100
        for one in rows
        if (one.indicator, one.measure, one.breakdown)
        == (row.indicator, "percentage", row.breakdown)
    }
    group = (shares[row.group], row.denominator or 0)
    other = (shares[row.comparator_group], row.comparator_denominator or 0)

    def interval_at(confidence: float) -> Interval:
        interval = _known(newcombe_interval(group, other, confidence=confidence))
        return Interval(100 * interval.lower, 100 * interval.upper)

    return interval_at


def _known(interval: Interval | None) -> Interval:
    """Return the interval of a figure that has a verdict, hence an interval."""
    if interval is None:
        raise ValueError("a figure with a verdict has an interval at every confidence")
    return interval
