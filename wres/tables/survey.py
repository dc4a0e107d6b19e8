"""Table of indicators 5 to 8."""

from __future__ import annotations

from itertools import pairwise

import pandas as pd

from wres.chapters.reading import Chapter
from wres.definitions.indicators import Indicator, indicators
from wres.labels import NOT_AVAILABLE, is_withheld, listed
from wres.narrative.survey import gap_row, percentage_row
from wres.tables.cells import (
    NOTHING,
    count_cell,
    interval_cell,
    interval_heading,
    previous_cell,
    travel_cell,
    value_cell,
)
from wres.tables.layout import Column, Table, without_empty

__all__ = ["survey_table", "survey_years_table"]

HEADINGS = (17, 12)  # width of the columns that head a row, in per cent, so that their words fit


def survey_table(chapter: Chapter) -> Table | None:
    """Show percentages and gaps of the four survey indicators, this survey and the last."""
    survey_year = chapter.facts.year - 1
    breakdown = f"survey_year={survey_year}"
    rows = chapter.rows(breakdown=breakdown)
    rows = rows[rows["measure"].eq("percentage") & rows["group"].isin(["White", "BME"])]
    if not rows["value"].notna().any():
        return None
    headed = [(record, row) for record in indicators("survey") for row in _rows(chapter, record)]
    lines = [
        _line(chapter, f"{record.number}. {record.short_title}", row) for record, row in headed
    ]
    columns = [
        Column("Indicator", width=16),
        Column("Group", width=13),
        Column("Respondents", numeric=True, width=14, derived=True),
        Column(f"Autumn {survey_year}", numeric=True, width=10),
        Column(interval_heading(row for _, row in headed), numeric=True, width=17, derived=True),
        Column(f"Autumn {survey_year - 1}", numeric=True, width=10),
        Column("Direction of travel", width=20, derived=True),
    ]
    return Table(
        f"Staff survey indicators, {chapter.facts.name}. Source: NHS Staff Survey, autumn "
        f"{survey_year}, as published; gaps are differences of rounded shares, in points.",
        *without_empty(columns, lines),
        row_headings=2,
    )


def survey_years_table(chapter: Chapter) -> Table | None:
    """Show percentages of all surveys, newest first; None where the survey table has them all."""
    latest = chapter.facts.year - 1
    found: dict[tuple[Indicator, str], dict[int, pd.Series]] = {
        (record, group): _by_autumn(chapter, record, group)
        for record in indicators("survey")
        for group in (record.group, record.comparator_group)
    }
    autumns = sorted({autumn for rows in found.values() for autumn in rows}, reverse=True)
    if not autumns or autumns[-1] >= latest - 1:
        return None
    lines = [
        [
            f"{record.number}. {record.short_title}",
            chapter.group_title(group),
            *_cells(rows, autumns),
        ]
        for (record, group), rows in found.items()
        if rows
    ]
    width = (100 - sum(HEADINGS)) // len(autumns)
    columns = [
        Column("Indicator", width=100 - HEADINGS[1] - width * len(autumns)),
        Column("Group", width=HEADINGS[1]),
        *(Column(f"Autumn {autumn}", numeric=True, width=width) for autumn in autumns),
    ]
    return Table(
        f"Staff survey indicators by year, {chapter.facts.name}. Source: NHS Staff Survey, as "
        f"published.{_on_bases(found, autumns)}",
        columns,
        lines,
        row_headings=2,
    )


def _by_autumn(chapter: Chapter, record: Indicator, group: str) -> dict[int, pd.Series]:
    """Give a group's figures by the autumn of their survey: those known or withheld."""
    rows = chapter.rows(indicator=record.number, measure="percentage", group=group)
    found = {}
    for _, row in rows.iterrows():
        autumn = str(row["breakdown"]).removeprefix("survey_year=")
        if autumn.isdigit() and (pd.notna(row["value"]) or is_withheld(row)):
            found[int(autumn)] = row
    return found


def _cells(rows: dict[int, pd.Series], autumns: list[int]) -> list[str]:
    return [value_cell(rows[one]) if one in rows else NOTHING for one in autumns]


def _on_bases(found: dict[tuple[Indicator, str], dict[int, pd.Series]], autumns: list[int]) -> str:
    """Say where the base of a question changed: among surveys shown, or those left out."""
    told = ""
    for record in indicators("survey"):
        series = [rows for (one, _), rows in found.items() if one == record and rows]
        if record.series_break and series:
            told += _breaks(record, series)
            told += _dashes(record) if any(len(rows) < len(autumns) for rows in series) else ""
    return told


def _breaks(record: Indicator, series: list[dict[int, pd.Series]]) -> str:
    """Say which surveys stand side by side that are not to be compared."""
    broken = sorted({autumn for rows in series for autumn in _not_joined(rows)})
    if not broken:
        return ""
    return (
        f" Figures of indicator {record.number} before "
        f"{listed([f'autumn {autumn}' for autumn in broken])} are not to be compared with those "
        "from then on: their bases differ or are not known to be the same."
    )


def _not_joined(rows: dict[int, pd.Series]) -> list[int]:
    """Give the surveys that may not be joined to the one that stands beside them."""
    pairs = pairwise(sorted(rows))
    return [autumn for before, autumn in pairs if not _is_joined(rows, before, autumn)]


def _is_joined(rows: dict[int, pd.Series], before: int, autumn: int) -> bool:
    """Say whether a survey may be joined to an earlier one: of the year before, or of one table.

    A survey has that of the year before as its previous only where their bases agree.
    """
    if autumn - before == 1:
        return bool(pd.notna(rows[autumn]["previous_year"]))
    edition = rows[autumn]["edition"]
    return bool(edition and edition == rows[before]["edition"])


def _dashes(record: Indicator) -> str:
    return (
        f" A dash ({NOTHING}) stands where no figure of indicator {record.number} is at hand, or "
        "only one on another base in the tables of an earlier year."
    )


def _rows(chapter: Chapter, record: Indicator) -> list[pd.Series]:
    groups = (record.group, record.comparator_group)
    rows = [percentage_row(chapter, record, group) for group in groups]
    return [row for row in (*rows, gap_row(chapter, record)) if row is not None]


def _line(chapter: Chapter, heading: str, row: pd.Series) -> list[str]:
    gap = row["measure"] == "gap"
    base = NOTHING if gap else count_cell(row, "denominator")
    return [
        heading,
        "Gap (points)" if gap else chapter.group_title(row["group"]),
        NOTHING if base == NOT_AVAILABLE else base,
        value_cell(row),
        interval_cell(row),
        previous_cell(chapter, row),
        travel_cell(chapter, row),
    ]
