"""A year's figures beside those of the year before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from wres.definitions.indicators import indicator
from wres.results import Result

__all__ = ["with_changes", "with_previous"]

Key = tuple[str, str, str, str, str]

ROUNDED = {"%": "difference of rounded shares", "ratio": "difference of rounded ratios"}
CHANGING = ("share", "relative_likelihood", "likelihood", "percentage", "gap", "difference")


def with_previous(results: Iterable[Result], earlier: Iterable[Result]) -> list[Result]:
    """Put last year's value of the same figure beside each result that has none yet."""
    before = {_key(result): result for result in earlier}
    return [_beside(result, before.get(_key(_year_before(result)))) for result in results]


def with_changes(results: Iterable[Result], earlier: Iterable[Result]) -> list[Result]:
    """Add a row of measure ``change`` after each result that has a previous value.

    Changes are taken from unrounded values where both years have them; where a figure was
    published rounded, the reason says so.
    """
    before = {_key(result): result for result in earlier}
    changed: list[Result] = []
    for result in results:
        changed.append(result)
        if _has_change(result):
            changed.append(_change(result, before.get(_key(_year_before(result)))))
    return changed


def _year_before(result: Result) -> Result:
    """Return a stand-in with last year's breakdown: that of a survey figure names its autumn."""
    if not result.breakdown.startswith("survey_year="):
        return result
    if indicator(result.indicator).series_break:  # bases may differ: only rows of one table join
        return result
    return replace(result, breakdown=f"survey_year={int(result.breakdown[12:]) - 1}")


def _key(result: Result) -> Key:
    return (
        result.indicator,
        result.measure,
        result.breakdown,
        result.group,
        result.comparator_group,
    )


def _beside(result: Result, before: Result | None) -> Result:
    if before is None or before.value is None:
        return result
    # A ratio from counts is set beside last year's counts rather than last year's printed ratio.
    if result.previous is not None and (result.status, before.status) != ("ok", "ok"):
        return result
    if result.breakdown == before.breakdown and "survey_year=" in result.breakdown:
        return result  # the same survey told again, not the one before
    return replace(result, previous=before.value, previous_year=before.year)


def _has_change(result: Result) -> bool:
    if result.measure not in CHANGING or result.previous is None or result.value is None:
        return False
    # A board's share and its difference would make two changes of one name: the latter is reported.
    return (result.indicator, result.measure) != ("9", "share")


def _change(result: Result, before: Result | None) -> Result:
    rounded = "as published" in {result.status, before.status if before else "as published"}
    return Result(
        organisation=result.organisation,
        year=result.year,
        indicator=result.indicator,
        measure="change",
        breakdown=result.breakdown,
        group=result.group,
        comparator_group=result.comparator_group,
        numerator=result.numerator,
        denominator=result.denominator,
        comparator_numerator=before.numerator if before else None,
        comparator_denominator=before.denominator if before else None,
        value=(result.value or 0.0) - (result.previous or 0.0),
        unit="ratio" if result.unit == "ratio" else "points",
        good_direction=result.good_direction,
        previous_year=result.previous_year,
        status="as published" if rounded else "ok",
        reason=ROUNDED.get(result.unit, ROUNDED["%"]) if rounded else "",
    )
