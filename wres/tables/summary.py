"""The one-page table of all nine indicators."""

from __future__ import annotations

import pandas as pd

from wres.chapters.reading import Chapter
from wres.definitions.indicators import Indicator, indicators
from wres.labels import BOARD_PARTS, WITHHELD, is_withheld
from wres.narrative.survey import gap_row, percentage_row
from wres.narrative.words import headline_row
from wres.tables.cells import NOTHING, benchmark_cell, previous_cell, travel_cell, value_cell
from wres.tables.layout import Column, Table

__all__ = ["summary_table"]


UNITS = {
    "workforce": "",
    "ratio": "",
    "survey": " (%)",
    "board": "",
}


def summary_table(chapter: Chapter) -> Table:
    """Show each indicator with last year, benchmark (named, dated) and direction of travel."""
    lines = [line for record in indicators() for line in _lines(chapter, record)]
    year = chapter.facts.year
    columns = [
        Column("Indicator", width=22),
        Column("What is shown", width=17),
        Column(str(year), numeric=True, width=8),
        Column(str(year - 1), numeric=True, width=8),
        Column("Direction of travel", width=16),
        Column("Benchmark (name, year)", width=16),
        Column("What the figures show", width=13),
    ]
    return Table(
        f"The nine indicators, {chapter.facts.name}, {year}. Survey figures are of autumn "
        f"{year - 1} and, in the column of the year before, autumn {year - 2}.",
        columns,
        lines,
        row_headings=2,
    )


def _lines(chapter: Chapter, record: Indicator) -> list[list[str]]:
    title = f"{record.number}. {record.short_title}{UNITS[record.kind]}"
    rooms = {"survey": _survey, "board": _board}
    shown = rooms.get(record.kind, _headline)(chapter, record)
    return [[title, what, *_figures(chapter, row)] for what, row in shown]


def _headline(chapter: Chapter, record: Indicator) -> list[tuple[str, pd.Series | None]]:
    group = chapter.group_label(record.group)
    what = f"{group} share of staff"
    if record.kind == "ratio":
        what = f"Likelihood, {group} over {chapter.group_label(record.comparator_group)}"
    return [(what, headline_row(chapter, record))]


def _survey(chapter: Chapter, record: Indicator) -> list[tuple[str, pd.Series | None]]:
    groups = (record.group, record.comparator_group)
    shares = [
        (chapter.group_label(group), percentage_row(chapter, record, group)) for group in groups
    ]
    return [*shares, ("Gap, points", gap_row(chapter, record))]


def _board(chapter: Chapter, record: Indicator) -> list[tuple[str, pd.Series | None]]:
    row = headline_row(chapter, record)
    breakdown = "all" if row is None else row["breakdown"]
    share = chapter.row(indicator="9", measure="share", breakdown=breakdown, group=record.group)
    group, part = chapter.group_label(record.group), BOARD_PARTS[breakdown].lower()
    return [
        (f"{group} share of {part} minus share of staff, points", row),
        (f"{group} share of {part}", share),
    ]


def _figures(chapter: Chapter, row: pd.Series | None) -> list[str]:
    return [
        value_cell(row),
        previous_cell(chapter, row),
        _travel(chapter, row),
        benchmark_cell(row),
        _shows(chapter, row),
    ]


def _travel(chapter: Chapter, row: pd.Series | None) -> str:
    # The board's move is told once, by its difference from the workforce.
    if row is None or (row["indicator"], row["measure"]) == ("9", "share"):
        return NOTHING
    return travel_cell(chapter, row)


def _shows(chapter: Chapter, row: pd.Series | None) -> str:
    """Say in a few words how much the figure can bear."""
    if is_withheld(row):
        return WITHHELD
    if row is None or (pd.isna(row["value"]) and not row["verdict"]):
        return NOTHING
    if row["verdict"] in {"more likely", "less likely"}:
        return f"{chapter.group_label(row['group'])} {row['verdict']}"
    if row["verdict"]:
        return str(row["verdict"])
    if row["indicator"] in {"workforce", "9"} and row["status"] == "ok":
        return "full count"
    return "as published" if row["unit"] == "%" else "certainty not judged"
