"""Results on a terminal or in a pipe."""

from __future__ import annotations

import sys
from typing import Literal

import pandas as pd
from rich.console import Console
from rich.table import Table

from wres.chapters.reading import Chapter
from wres.labels import (
    UNSURE_SYMBOL,
    WITHHELD_NOTE,
    format_headcount,
    format_interval,
)
from wres.tables.cells import interval_cell, shows_cell, value_cell

__all__ = ["print_results"]

HEADINGS = ("Indicator", "Measure", "Breakdown", "Group", "Value", "Counts", "95% interval", "Note")
# Headings of a terminal too narrow for them all.
NARROW = ("Figure", "Value", "Counts, 95% interval and note")
WIDE, PIPE = 140, 200
NUMERIC = {"Value", "Counts", "95% interval"}


def print_results(chapter: Chapter, form: str) -> None:
    """Print results as ``table``, ``csv`` (as in ``results.csv``) or ``json`` on stdout."""
    if form == "csv":
        chapter.results.to_csv(sys.stdout, index=False, lineterminator="\n")
    elif form == "json":
        chapter.results.to_json(
            sys.stdout, orient="records", indent=2, force_ascii=False, double_precision=15
        )
        sys.stdout.write("\n")
    else:
        _print_table(chapter)


def _print_table(chapter: Chapter) -> None:
    # In a pipe there is no width to keep to. Notes are a trust's own words: square brackets in
    # them are no markup.
    terminal = Console(markup=False)
    console = terminal if terminal.is_terminal else Console(width=PIPE, markup=False)
    narrow = console.width < WIDE
    note = None if chapter.withheld().empty else WITHHELD_NOTE
    table = Table(title=f"{chapter.facts.name}, {chapter.facts.year}", caption=note)
    for heading in NARROW if narrow else HEADINGS:
        justify: Literal["left", "right"] = "right" if heading in NUMERIC else "left"
        # A word longer than its column goes on in the next line: nothing is cut off.
        table.add_column(heading, justify=justify, overflow="fold")
    for _, row in chapter.results.iterrows():
        cells = _cells(chapter, row)
        table.add_row(*(_stacked(cells) if narrow else cells))
    console.print(table)


def _stacked(cells: list[str]) -> list[str]:
    """Put what names a figure into one column, and what is told of it into another."""
    number, measure, breakdown, group, value, counts, interval, note = cells
    named = [number, measure, *breakdown.split(";"), group]
    interval = f"interval {interval}" if interval else ""
    told = [part for part in (counts, interval, note) if part]
    return ["; ".join(filter(None, named)), value, "; ".join(told)]


def _cells(chapter: Chapter, row: pd.Series) -> list[str]:
    groups = [row["group"], row["comparator_group"]]
    over = " over " if row["unit"] == "ratio" else " minus "
    interval = "" if pd.isna(row["lower"]) else interval_cell(row)
    return [
        row["indicator"],
        row["measure"].replace("_", " "),
        row["breakdown"],
        over.join(chapter.group_label(group) for group in groups if group),
        value_cell(row),
        _counts(row),
        interval,
        _note(chapter, row),
    ]


def _note(chapter: Chapter, row: pd.Series) -> str:
    """Say what the figure shows or why there is none, and what unknown ethnicity could do to it."""
    told = _shown(chapter, row) or chapter.in_term(row["reason"]) or _state(row)
    if pd.isna(row["unknown_low"]):
        return told
    span = format_interval(row["unknown_low"], row["unknown_high"], row["unit"])
    return "; ".join(filter(None, (told, f"unknown ethnicity allows {span}")))


def _shown(chapter: Chapter, row: pd.Series) -> str:
    """Say a verdict: of groups from one side, as the report does."""
    if row["verdict"] in {"more likely", "less likely"}:
        return shows_cell(chapter, row).removesuffix(f" {UNSURE_SYMBOL}")
    return str(row["verdict"])


def _state(row: pd.Series) -> str:
    return "" if row["status"] == "ok" else str(row["status"])


def _counts(row: pd.Series) -> str:
    pairs = [("numerator", "denominator"), ("comparator_numerator", "comparator_denominator")]
    return ", ".join(
        f"{format_headcount(row[part])}/{format_headcount(row[base])}"
        for part, base in pairs
        if pd.notna(row[part]) and pd.notna(row[base])
    )
