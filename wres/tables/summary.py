"""The one-page table of all nine indicators."""

from __future__ import annotations

import pandas as pd

from wres.chapters.reading import Chapter
from wres.definitions.indicators import Indicator, indicators
from wres.narrative import direction_of_travel
from wres.narrative.survey import gap_row, percentage_row
from wres.narrative.words import headline_row
from wres.tables.cells import benchmark_cell, previous_cell, value_cell
from wres.tables.layout import Column, Table

__all__ = ["summary_table"]


def summary_table(chapter: Chapter) -> Table:
    """Show each indicator with last year, benchmark (named, dated) and direction of travel."""
    lines = [line for record in indicators() for line in _lines(chapter, record)]
    year = chapter.facts.year
    columns = [
        Column("Indicator"),
        Column("What is shown"),
        Column(str(year), numeric=True),
        Column(str(year - 1), numeric=True),
        Column("Direction of travel"),
        Column("Benchmark (name, year)"),
        Column("What the figures show"),
    ]
    return Table(
        f"The nine indicators, {chapter.facts.name}, {year}. Survey figures are of autumn "
        f"{year - 1} and, in the column of the year before, autumn {year - 2}.",
        columns,
        lines,
        row_headings=2,
    )


def _lines(chapter: Chapter, record: Indicator) -> list[list[str]]:
    title = f"{record.number}. {record.short_title}"
    if record.kind == "survey":
        return [[title, shown, *_figures(chapter, row)] for shown, row in _survey(chapter, record)]
    row = headline_row(chapter, record)
    lines = [[title, _shown(chapter, record, row), *_figures(chapter, row)]]
    if record.kind == "board":
        share = chapter.row(
            indicator="9",
            measure="share",
            breakdown="all" if row is None else row["breakdown"],
            group="BME",
        )
        lines.append(
            [title, f"{chapter.group_label('BME')} share of the board", *_figures(chapter, share)]
        )
    return lines


def _survey(chapter: Chapter, record: Indicator) -> list[tuple[str, pd.Series | None]]:
    first, second = (
        (f"{chapter.group_label(group)} respondents", percentage_row(chapter, record, group))
        for group in (record.group, record.comparator_group)
    )
    groups = [chapter.group_label(group) for group in (record.group, record.comparator_group)]
    return [
        first,
        second,
        (f"Gap, {groups[0]} minus {groups[1]}, points", gap_row(chapter, record)),
    ]


def _shown(chapter: Chapter, record: Indicator, row: pd.Series | None) -> str:
    group = chapter.group_label(record.group)
    if record.kind == "ratio":
        other = chapter.group_label(record.comparator_group)
        return f"Relative likelihood, {group} over {other}"
    if record.kind == "board":
        part = "voting members" if row is not None and row["breakdown"] == "voting=yes" else "board"
        return f"{group} share of {part} minus workforce, points"
    return f"{group} share of the whole workforce"


def _figures(chapter: Chapter, row: pd.Series | None) -> list[str]:
    return [
        value_cell(row),
        previous_cell(row),
        str(direction_of_travel(row, chapter.change_of(row))) if row is not None else "–",
        benchmark_cell(row),
        _shows(chapter, row),
    ]


def _shows(chapter: Chapter, row: pd.Series | None) -> str:
    """Say in a few words how much the figure can bear."""
    if row is None or pd.isna(row["value"]):
        return "–"
    if row["verdict"] in {"more likely", "less likely"}:
        return f"{chapter.group_label(row['group'])} {row['verdict']}"
    if row["verdict"]:
        return str(row["verdict"])
    if row["indicator"] in {"workforce", "9"}:
        return "full count"
    return "as published" if row["measure"] == "percentage" else "certainty not judged"
