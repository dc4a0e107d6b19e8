"""Headline figures of earlier years as rows of this year's results.

Each is what that year's own report showed, with its counts, interval, verdict, and the national
figure of that very year; its breakdown names the year, since every row is of this report.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from wres.compare.changes import Key, change_between, change_over_zero, key_of
from wres.definitions.indicators import indicators
from wres.results import WITHHELD, Result, changes

__all__ = ["YEARS", "baseline_changes", "headlines", "history_rows", "with_printed"]

# Nine years before the report's own make ten in all.
YEARS = 9
BANDS = {"staff_group", "band"}
BOARD = {"membership", "voting"}
KEPT: Mapping[tuple[str, str], set[str]] = {
    ("workforce", "headcount"): set(),
    ("workforce", "share"): set(),
    ("1", "share"): BANDS,
    ("1", "disparity_ratio"): {"staff_group", "from", "to"},
    ("9", "share"): BOARD,
    ("9", "difference"): BOARD,
    **{
        (record.number, "relative_likelihood"): {"recruitment", "stratified"}
        for record in indicators("ratio")
    },
}
Surveys = frozenset[tuple[str, int, str]]


def headlines(results: Iterable[Result]) -> list[Result]:
    """Keep the figures of one year that later reports show again, where there is anything to show.

    A ratio over zero has no value but an interval; one of nothing over nothing has counts alone. A
    withheld figure is told as withheld.
    """
    return [result for result in results if _is_kept(result) and _is_told(result)]


def with_printed(figures: Sequence[Result], printed: Iterable[Result]) -> list[Result]:
    """Add ratios printed without counts to the figures of the same year that has no counts."""
    held = {key_of(result) for result in figures}
    return [*figures, *(result for result in printed if key_of(result) not in held)]


def history_rows(past: Mapping[int, Sequence[Result]], year: int) -> Iterator[Result]:
    """Yield rows of earlier years for the report of `year`, newest first.

    Parameters
    ----------
    past : dict of int to sequence of Result
        The figures of each earlier year (`headlines`, `with_printed`).
    year : int
        The report's own.
    """
    for before in sorted(past, reverse=True):
        for result in past[before]:
            yield replace(
                _with_same_year(result, before),
                year=year,
                breakdown=_named(result.breakdown, "year", before),
                previous=None,
                previous_year=None,
            )


def baseline_changes(
    results: Sequence[Result],
    past: Mapping[int, Sequence[Result]],
    surveys: Surveys,
    baseline: int,
    few_events: int,
) -> Iterator[Result]:
    """Yield rows of measure ``change`` since the trust's baseline year.

    Parameters
    ----------
    results : sequence of Result
        This year's figures, the survey's series among them.
    past : dict of int to sequence of Result
        The figures of each earlier year.
    surveys : set of (indicator, autumn, group)
        Those that this year's survey may be compared with.
    baseline : int
        The trust's baseline year; that of a survey figure is the autumn before.
    few_events : int
        As of `with_changes`.
    """
    then = {key_of(result): result for result in past.get(baseline, ())}
    own = {key_of(result): result for result in results}
    for result in results:
        if not _may_have_changed(result):
            continue
        if result.breakdown.startswith("survey_year="):
            before = _survey_then(result, own, surveys, baseline)
        else:
            before = then.get(key_of(result))
        yield from _since(result, before, baseline, few_events)


def _is_kept(result: Result) -> bool:
    parts = KEPT.get((result.indicator, result.measure))
    return parts is not None and _parts(result.breakdown) <= parts


def _is_told(result: Result) -> bool:
    known = result.value is not None or result.lower is not None
    nobody = result.numerator == result.comparator_numerator == 0
    return known or nobody or result.status in {"suppressed", "no members"}


def _parts(breakdown: str) -> set[str]:
    if breakdown == "all":
        return set()
    return {part.split("=", 1)[0] for part in breakdown.split(";")}


def _named(breakdown: str, name: str, year: int) -> str:
    own = "" if breakdown == "all" else f"{breakdown};"
    return f"{own}{name}={year}"


def _with_same_year(result: Result, year: int) -> Result:
    """Keep the national figure of that very year; an older one tells nothing of a series."""
    if result.benchmark_year == year:
        return result
    return replace(result, benchmark=None, benchmark_name="", benchmark_year=None)


def _may_have_changed(result: Result) -> bool:
    if not changes(result.indicator, result.measure):
        return False
    if "survey_year=" in result.breakdown:
        return result.breakdown == f"survey_year={result.year - 1}"
    return _is_kept(result)


def _survey_then(
    result: Result, own: Mapping[Key, Result], surveys: Surveys, baseline: int
) -> Result | None:
    autumn = baseline - 1
    groups = filter(None, (result.group, result.comparator_group))
    if not all((result.indicator, autumn, group) in surveys for group in groups):
        return None
    return own.get(key_of(replace(result, breakdown=f"survey_year={autumn}")))


def _since(
    result: Result, before: Result | None, baseline: int, few_events: int
) -> Iterator[Result]:
    """Yield the change of one figure; of a headline that has none, why."""
    named = _named(result.breakdown, "since", baseline)
    if result.value is not None and before is not None and before.value is not None:
        beside = replace(result, previous=before.value, previous_year=baseline)
        yield replace(change_between(beside, before, few_events), breakdown=named)
        return
    over_zero = change_over_zero(result, before, few_events)
    if over_zero is not None:
        yield replace(over_zero, breakdown=named)
    elif _is_headline(result):
        yield _no_change(result, before, named, baseline)


def _is_headline(result: Result) -> bool:
    """Tell the figures whose change since the baseline is always told, or why it can't be."""
    if result.value is None and result.status != "suppressed":
        return False  # what is missing this year is told as such
    whole = result.breakdown == "all" or result.breakdown.startswith("survey_year=")
    return whole and (result.group == "BME" or bool(result.comparator_group))


def _no_change(result: Result, before: Result | None, named: str, baseline: int) -> Result:
    change = Result(
        organisation=result.organisation,
        year=result.year,
        indicator=result.indicator,
        measure="change",
        breakdown=named,
        group=result.group,
        comparator_group=result.comparator_group,
        unit="ratio" if result.unit == "ratio" else "points",
        good_direction=result.good_direction,
        previous_year=baseline,
    )
    if "suppressed" in {result.status, before.status if before else ""}:
        return replace(change, status="suppressed", reason=WITHHELD)
    return replace(change, status="not available", reason=_why_none(result, before, baseline))


def _why_none(result: Result, before: Result | None, baseline: int) -> str:
    if not result.breakdown.startswith("survey_year="):
        if before is not None and before.reason:
            return f"there is no such figure of {baseline}: {before.reason}"
        return f"no such figure of {baseline} is at hand"
    if before is not None:
        return f"no such figure of autumn {baseline - 1} is at hand"
    return f"no comparable figure of autumn {baseline - 1} is at hand"
