"""What stands in a cell: a figure, or in a word why there is none."""

from __future__ import annotations

import pandas as pd

from wres.chapters.reading import Chapter
from wres.labels import (
    format_figure,
    format_headcount,
    format_result,
    format_result_interval,
)

__all__ = [
    "benchmark_cell",
    "change_cell",
    "count_cell",
    "interval_cell",
    "previous_cell",
    "value_cell",
]

NOTHING = "–"


def value_cell(row: pd.Series | None) -> str:
    """Write a result's value, or its status where it has none."""
    if row is None:
        return "not available"
    if pd.isna(row["value"]):
        return "not available" if row["status"] in {"ok", "as published"} else str(row["status"])
    return format_result(row)


def count_cell(count: float | None) -> str:
    """Write a head count, or 'not available'."""
    return format_headcount(count)


def previous_cell(row: pd.Series | None) -> str:
    """Write last year's value of a result, a dash where there is none."""
    if row is None or pd.isna(row["previous"]):
        return NOTHING
    return format_result(row, "previous")


def interval_cell(row: pd.Series | None) -> str:
    """Write the 95% interval of a result, a dash where there is none."""
    if row is None or pd.isna(row["lower"]):
        return NOTHING
    return format_result_interval(row)


def benchmark_cell(row: pd.Series | None) -> str:
    """Write a result's benchmark with its name and year, a dash where there is none."""
    if row is None or pd.isna(row["benchmark"]):
        return NOTHING
    value = format_figure(row["benchmark"], row["unit"], published=True)
    name = str(row["benchmark_name"]).removeprefix("NHS Staff Survey ")
    dated = name if "autumn" in name else f"{name}, {int(row['benchmark_year'])}"
    return f"{value} ({dated})"


def change_cell(chapter: Chapter, row: pd.Series | None) -> str:
    """Write the change since last year in points or as a ratio, a dash where there is none."""
    change = chapter.change_of(row)
    if change is None or pd.isna(change["value"]):
        return NOTHING
    published = change["status"] == "as published"
    return format_figure(change["value"], change["unit"], published=published)
