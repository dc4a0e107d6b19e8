"""The performance summary: all nine indicators in one table, on one page of paper."""

from __future__ import annotations

import pandas as pd

from wres.chapters.reading import Chapter
from wres.definitions.indicators import Indicator, indicators
from wres.labels import BOARD_PARTS
from wres.narrative.notes import note_marks
from wres.narrative.survey import gap_row, percentage_row
from wres.narrative.words import headline_row
from wres.tables.cards import CardTable
from wres.tables.cells import (
    NOTHING,
    benchmark_cell,
    previous_cell,
    shows_cell,
    travel_cell,
    value_cell,
)
from wres.tables.layout import Column

__all__ = ["summary_table"]


# The good direction where a figure alone does not tell it: not every row has a verdict.
GOOD = {"lower": "lower is better", "higher": "higher is better"}


def summary_table(chapter: Chapter) -> CardTable:
    """Show each indicator with last year, comparator (named, dated) and direction of travel."""
    lines = [line for record in indicators() for line in _lines(chapter, record)]
    year = chapter.facts.year
    columns = [
        Column("Indicator", width=17),
        Column("What is shown", width=15),
        Column(str(year), numeric=True, width=7),
        # Beside the figure: 1.09 alone is not parity.
        Column("What the figures show", width=13),
        Column(str(year - 1), numeric=True, width=7),
        Column("Direction of travel", width=17),
        Column("Comparator (name, year)", width=24),
    ]
    return CardTable(
        f"The nine indicators, {chapter.facts.name}, {year}. Survey figures are of autumn "
        f"{year - 1} and, in the column of the year before, autumn {year - 2}.",
        columns,
        lines,
        row_headings=2,
    )


def _lines(chapter: Chapter, record: Indicator) -> list[list[str]]:
    title = f"{record.number}. {record.short_title}"
    if record.kind == "survey":
        title += f" (%, {GOOD[record.good_direction]})"
    title += note_marks(chapter, record.number)
    rooms = {"survey": _survey, "board": _board}
    shown = rooms.get(record.kind, _headline)(chapter, record)
    return [[title, what, *_figures(chapter, row)] for what, row in shown]


def _headline(chapter: Chapter, record: Indicator) -> list[tuple[str, pd.Series | None]]:
    what = f"{chapter.group_title(record.group)} share of staff"
    if record.kind == "ratio":
        group, other = (chapter.group_label(one) for one in (record.group, record.comparator_group))
        what = f"Likelihood, {group} over {other} (1 is equal)"
    return [(what, headline_row(chapter, record))]


def _survey(chapter: Chapter, record: Indicator) -> list[tuple[str, pd.Series | None]]:
    groups = (record.group, record.comparator_group)
    shares = [
        (chapter.group_title(group), percentage_row(chapter, record, group)) for group in groups
    ]
    return [*shares, ("Gap, points (0 is equal)", gap_row(chapter, record))]


def _board(chapter: Chapter, record: Indicator) -> list[tuple[str, pd.Series | None]]:
    row = headline_row(chapter, record)
    breakdown = "all" if row is None else row["breakdown"]
    share = chapter.row(indicator="9", measure="share", breakdown=breakdown, group=record.group)
    group, part = chapter.group_title(record.group), BOARD_PARTS[breakdown].lower()
    return [
        (f"{group} share of {part} minus share of staff, points (0 is equal)", row),
        (f"{group} share of {part}", share),
    ]


def _figures(chapter: Chapter, row: pd.Series | None) -> list[str]:
    return [
        value_cell(row),
        shows_cell(chapter, row),
        previous_cell(chapter, row),
        _travel(chapter, row),
        benchmark_cell(row),
    ]


def _travel(chapter: Chapter, row: pd.Series | None) -> str:
    # The board's move is told once, by its difference from the workforce.
    if row is None or (row["indicator"], row["measure"]) == ("9", "share"):
        return NOTHING
    return travel_cell(chapter, row)
