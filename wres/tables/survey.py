"""Table of indicators 5 to 8."""

from __future__ import annotations

import pandas as pd

from wres.chapters.reading import Chapter
from wres.definitions.indicators import Indicator, indicators
from wres.labels import NOT_AVAILABLE
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

__all__ = ["survey_table"]


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
        Column("Indicator"),
        Column("Group"),
        Column("Respondents", numeric=True, derived=True),
        Column(f"Autumn {survey_year}", numeric=True),
        Column(interval_heading(row for _, row in headed), numeric=True, derived=True),
        Column(f"Autumn {survey_year - 1}", numeric=True),
        Column("Direction of travel", derived=True),
    ]
    return Table(
        f"Staff survey indicators, {chapter.facts.name}. Source: NHS Staff Survey, autumn "
        f"{survey_year}, as published; gaps are differences of rounded shares, in points.",
        *without_empty(columns, lines),
        row_headings=2,
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
        "Gap (points)" if gap else chapter.group_label(row["group"]),
        NOTHING if base == NOT_AVAILABLE else base,
        value_cell(row),
        interval_cell(row),
        previous_cell(chapter, row),
        travel_cell(chapter, row),
    ]
