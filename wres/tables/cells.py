"""What stands in a cell: a figure, or in a word or symbol why there is none."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from wres.chapters.reading import Chapter
from wres.definitions.comparators import dated
from wres.definitions.indicators import indicator
from wres.labels import (
    NOT_AVAILABLE,
    OVER_ZERO,
    UNSURE_SYMBOL,
    WITHHELD,
    WITHHELD_SYMBOL,
    format_confidence,
    format_figure,
    format_headcount,
    format_result,
    format_result_interval,
    is_withheld,
)
from wres.narrative import direction_of_travel
from wres.narrative.earlier import previous_figure, was_over_zero, was_withheld
from wres.narrative.seniority import better_represented
from wres.narrative.unknowns import could_turn
from wres.stats import CLEAR

__all__ = [
    "NOTHING",
    "benchmark_cell",
    "change_cell",
    "count_cell",
    "dated_benchmark",
    "interval_cell",
    "interval_heading",
    "previous_cell",
    "shows_cell",
    "travel_cell",
    "value_cell",
]

NOTHING = "–"
USUAL = 95.0  # an interval's confidence where many comparisons are not allowed for


def value_cell(row: pd.Series | None) -> str:
    """Write a result's value, or its status where it has none."""
    if row is None:
        return NOT_AVAILABLE
    if is_withheld(row):
        return WITHHELD_SYMBOL
    if pd.isna(row["value"]):
        return NOT_AVAILABLE if row["status"] in {"ok", "as published"} else str(row["status"])
    return format_result(row)


def count_cell(row: pd.Series | None, column: str = "value") -> str:
    """Write a head count; of a withheld result those counts that are published all the same."""
    if row is None:
        return NOT_AVAILABLE
    if is_withheld(row) and pd.isna(row[column]):
        return WITHHELD_SYMBOL
    return format_headcount(row[column])


def previous_cell(chapter: Chapter, row: pd.Series | None) -> str:
    """Write last year's value of a result, a dash where there is none."""
    if was_withheld(row):
        return WITHHELD_SYMBOL
    if row is None:
        return NOTHING
    if pd.isna(row["previous"]):
        return OVER_ZERO if was_over_zero(chapter, row) else NOTHING
    return previous_figure(chapter, row)


def interval_cell(row: pd.Series | None, *, headed: bool = False) -> str:
    """Write the interval of a result, a dash where there is none.

    Its confidence follows where that is not 95%, unless it stands in the heading (`headed`).
    """
    if is_withheld(row):
        return WITHHELD_SYMBOL
    if row is None or pd.isna(row["lower"]):
        return NOTHING
    told = (
        "" if headed or row["confidence"] == USUAL else f" ({format_confidence(row['confidence'])})"
    )
    return f"{format_result_interval(row)}{told}"


def interval_heading(rows: Iterable[pd.Series]) -> str:
    """Head a column of intervals, which may be of several confidences."""
    usual = all(pd.isna(row["confidence"]) or row["confidence"] == USUAL for row in rows)
    return f"{format_confidence(USUAL)} interval{'' if usual else ' unless another is given'}"


def benchmark_cell(row: pd.Series | None) -> str:
    """Write a result's benchmark with its name and year, a dash where there is none."""
    if row is None or pd.isna(row["benchmark"]):
        return NOTHING
    value = format_figure(row["benchmark"], row["unit"], published=True)
    return f"{value} ({dated_benchmark(row)})"


def dated_benchmark(row: pd.Series) -> str:
    """Name a result's benchmark, or a comparison's comparator, with its year or survey."""
    year = None if pd.isna(row["benchmark_year"]) else int(row["benchmark_year"])
    return dated(str(row["benchmark_name"]), year, str(row["indicator"]))


def change_cell(chapter: Chapter, row: pd.Series | None) -> str:
    """Write the change since last year in points or as a ratio, a dash where there is none."""
    if is_withheld(row) or was_withheld(row):
        return WITHHELD_SYMBOL
    change = chapter.change_of(row)
    if change is None or pd.isna(change["value"]):
        return NOTHING
    return format_result(change)


def travel_cell(chapter: Chapter, row: pd.Series) -> str:
    """Write the direction of travel of a result."""
    if is_withheld(row) or was_withheld(row):
        return WITHHELD_SYMBOL
    return str(direction_of_travel(chapter.change_of(row)))


def shows_cell(chapter: Chapter, row: pd.Series | None) -> str:
    """Say in a few words how much a figure can bear: its verdict, or why it has none."""
    if is_withheld(row):
        return WITHHELD
    if row is None or (pd.isna(row["value"]) and not row["verdict"]):
        return NOTHING
    if row["verdict"]:
        return _judged(chapter, row)
    if row["measure"] in {"relative_likelihood", "gap"}:
        return "certainty not judged"
    return "full count" if row["status"] == "ok" else "as published"


def _judged(chapter: Chapter, row: pd.Series) -> str:
    """Say a verdict; that unknown ethnicity could turn a clear one round, by a symbol."""
    if row["measure"] == "disparity_ratio":
        return better_represented(chapter, row)
    if row["verdict"] not in CLEAR:
        return str(row["verdict"])
    return f"{_of_bme(chapter, row)}{f' {UNSURE_SYMBOL}' if could_turn(row) else ''}"


def _of_bme(chapter: Chapter, row: pd.Series) -> str:
    """Say a clear verdict of BME people: 'BME applicants less likely', 'BME respondents ...'."""
    record = indicator(row["indicator"])
    people = record.people or "respondents"
    return f"{chapter.group_title('BME')} {people} {record.for_bme(row['verdict'])}"
