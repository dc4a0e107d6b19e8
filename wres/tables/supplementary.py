"""Tables of further measures beside an indicator, each with a base and a source of its own."""

from __future__ import annotations

import pandas as pd

from wres.chapters.reading import Chapter
from wres.definitions.comparators import source_of
from wres.definitions.indicators import indicator
from wres.definitions.supplementary import MEASURE, parts_of
from wres.labels import format_headcount, is_withheld
from wres.tables.cells import NOTHING, previous_cell, value_cell
from wres.tables.layout import Column, Table, without_empty

__all__ = ["supplementary_table"]


def supplementary_table(chapter: Chapter, *numbers: int | str) -> Table | None:
    """Show the further measures beside some indicators; None where the trust gives none.

    Parameters
    ----------
    numbers : int or str
        The indicators, or `workforce`.
    """
    wanted = [str(number) for number in numbers]
    rows = chapter.rows(measure=MEASURE)
    rows = rows[rows["indicator"].isin(wanted)]
    if rows.empty:
        return None
    several = len(set(rows["indicator"])) > 1
    columns = [
        Column("Measure"),
        Column("Group"),
        Column("Figure", numeric=True),
        Column("The year before", numeric=True),
        Column("Base"),
        Column("Source"),
    ]
    lines = [_line(chapter, row, named=several) for _, row in rows.iterrows()]
    shown, kept = without_empty(columns, lines)
    return Table(
        f"Further measures beside {_listed(wanted)}, {chapter.facts.name}, {chapter.facts.year}. "
        "Each has a base and a source of its own: none is the indicator, and none can be joined "
        "with it.",
        shown,
        kept,
        row_headings=2,
    )


def _listed(numbers: list[str]) -> str:
    counted = [number for number in numbers if number != "workforce"]
    if len(counted) == 1:
        return f"indicator {counted[0]}"
    return f"indicators {counted[0]} to {counted[-1]}"


def _line(chapter: Chapter, row: pd.Series, *, named: bool) -> list[str]:
    told = parts_of(row["breakdown"])
    about = "" if not named else _about(str(row["indicator"]))
    return [
        chapter.in_term(f"{told['label']}{about}"),
        chapter.group_title(str(row["group"])),
        _with_unit(value_cell(row), told["unit"], row),
        _with_unit(previous_cell(chapter, row), told["unit"], row),
        chapter.in_term(_base(told["base"], row)),
        source_of(str(row["reason"])) or NOTHING,
    ]


def _about(number: str) -> str:
    if number == "workforce":
        return " (whole workforce)"
    return f" (indicator {number}, {indicator(number).short_title.lower()})"


def _with_unit(shown: str, unit: str, row: pd.Series) -> str:
    """Add a unit that the standard doesn't know, as the trust writes it."""
    if is_withheld(row) or row["unit"] != "number" or not unit or not shown[:1].isdigit():
        return shown
    return f"{unit}{shown}" if unit in {"£", "€", "$"} else f"{shown} {unit}"


def _base(base: str, row: pd.Series) -> str:
    """Give the base with its number of people, where its words don't have it."""
    people = "" if pd.isna(row["denominator"]) else format_headcount(row["denominator"])
    if not people or people in base or people.replace(",", "") in base:
        return base or NOTHING
    return f"{base} ({people} people)" if base else f"{people} people"
