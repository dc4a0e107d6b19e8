"""Tables of who works higher up: race disparity ratios, goals of senior bands, distributions."""

from __future__ import annotations

import pandas as pd

from wres.chapters.reading import Chapter
from wres.definitions.bands import band_title
from wres.definitions.ethnicity import GROUPS
from wres.definitions.goals import leavers_note
from wres.definitions.workforce_counts import BY_BAND
from wres.labels import NOT_AVAILABLE, capitalise
from wres.narrative.workforce import parse_breakdown
from wres.tables.cells import NOTHING, count_cell, shows_cell, value_cell
from wres.tables.layout import Column, Table, without_empty

__all__ = ["disparity_table", "distribution_table", "model_employer_table"]

STAFF = {"clinical": "Clinical staff", "non-clinical": "Non-clinical staff", "all": "All staff"}


def disparity_table(chapter: Chapter) -> Table | None:
    """Show the race disparity ratios with the head counts behind them."""
    rows = chapter.own_rows(indicator="1", measure="disparity_ratio")
    if not _has_figures(rows):
        return None
    label = chapter.group_label("BME")
    lines = [_step(chapter, row) for _, row in rows.iterrows()]
    columns = [
        Column("Staff"),
        Column("Pay bands"),
        Column("White staff, lower of the two", numeric=True),
        Column("White staff, higher", numeric=True),
        Column(f"{capitalise(label)} staff, lower of the two", numeric=True),
        Column(f"{capitalise(label)} staff, higher", numeric=True),
        Column("Ratio", numeric=True),
        Column("What the ratio shows"),
    ]
    title = (
        f"Race disparity ratios, White over {label}: 1 is equal, above 1 White staff are better "
        "represented higher up; staff in post, not promotions"
    )
    return _laid_out(chapter, title, columns, lines, headings=2)


def model_employer_table(chapter: Chapter) -> Table | None:
    """Show for each senior band its staff, BME staff now and at the workforce's share."""
    rows = chapter.own_rows(indicator="1", measure="parity_headcount")
    rows = rows[rows["status"].ne("no members")]
    if not _has_figures(rows):
        return None
    label = chapter.group_label("BME")
    columns = [
        Column("Pay band"),
        Column("Staff", numeric=True),
        Column(f"{capitalise(label)} staff now", numeric=True),
        Column(f"{capitalise(label)} staff at the workforce share", numeric=True),
        Column("More each year", numeric=True),
        Column("Appointments a year with leavers replaced, on average", numeric=True, derived=True),
    ]
    lines = [_band(chapter, row) for _, row in rows.iterrows()]
    shown, cells = without_empty(columns, lines)
    title = f"Senior pay bands, clinical and non-clinical staff together{_target(chapter)}"
    increases = chapter.rows(indicator="1", measure="yearly_increase")
    note = leavers_note(increases, label)
    return _laid_out(chapter, title, shown, cells, note=note)


def distribution_table(chapter: Chapter, staff_group: str) -> Table | None:
    """Show how the staff of each ethnic group are spread over pay bands.

    The base is all staff of the ethnic group, where `bands_table` has all staff of the band.

    Parameters
    ----------
    staff_group : {'clinical', 'non-clinical', 'all'}
    """
    rows = chapter.own_rows(indicator="1", measure="distribution")
    rows = rows[rows["breakdown"].str.startswith(f"staff_group={staff_group};")]
    if not _has_figures(rows):
        return None
    lines = [
        [
            band_title(parse_breakdown(breakdown)["band"]),
            *(value_cell(_group(chapter, breakdown, group)) for group in GROUPS),
        ]
        for breakdown in dict.fromkeys(rows["breakdown"])
    ]
    columns = [
        Column("Pay band"),
        *(Column(f"Of all {_people(chapter, group)}", numeric=True) for group in GROUPS),
    ]
    shown, cells = without_empty(columns, lines)
    title = (
        f"{STAFF[staff_group]} of each ethnic group over pay bands, in percent of all staff of "
        "that ethnic group, not of the band"
    )
    return _laid_out(chapter, title, shown, cells)


def _has_figures(rows: pd.DataFrame) -> bool:
    return bool(rows["value"].notna().any())


def _step(chapter: Chapter, row: pd.Series) -> list[str]:
    parts = parse_breakdown(row["breakdown"])
    columns = ("denominator", "numerator", "comparator_denominator", "comparator_numerator")
    return [
        STAFF[parts["staff_group"]],
        f"{capitalise(parts['from'])} to {parts['to']}",
        *(_count(row, column) for column in columns),
        value_cell(row),
        shows_cell(chapter, row),
    ]


def _count(row: pd.Series, column: str) -> str:
    cell = count_cell(row, column)
    return NOTHING if cell == NOT_AVAILABLE else cell


def _band(chapter: Chapter, row: pd.Series) -> list[str]:
    increase = chapter.row(
        indicator="1", measure="yearly_increase", breakdown=row["breakdown"], group="BME"
    )
    return [
        band_title(parse_breakdown(row["breakdown"])["band"]),
        _count(row, "denominator"),
        _count(row, "numerator"),
        value_cell(row),
        NOTHING if increase is None else value_cell(increase),
        _leavers(chapter, str(row["breakdown"])),
    ]


def _leavers(chapter: Chapter, breakdown: str) -> str:
    rows = chapter.rows(indicator="1", measure="yearly_increase", group="BME")
    rows = rows[rows["breakdown"].str.startswith(f"{breakdown};leavers=")]
    return NOTHING if rows.empty else value_cell(rows.iloc[0])


def _target(chapter: Chapter) -> str:
    line = chapter.rows(indicator="1", measure="trajectory")
    years = [parse_breakdown(text)["at"] for text in line["breakdown"]]
    return f", on a straight line to {max(years)}" if years else ""


def _group(chapter: Chapter, breakdown: str, group: str) -> pd.Series | None:
    return chapter.row(indicator="1", measure="distribution", breakdown=breakdown, group=group)


def _people(chapter: Chapter, group: str) -> str:
    if group == "Unknown":
        return "staff of unknown ethnicity"
    return f"{chapter.group_title(group)} staff"


def _laid_out(
    chapter: Chapter,
    title: str,
    columns: list[Column],
    lines: list[list[str]],
    headings: int = 1,
    note: str = "",
) -> Table:
    sourced = f"{chapter.sourced('workforce', BY_BAND)} {note}".strip()
    caption = f"{title}, {chapter.facts.name}, {chapter.facts.snapshot}. {sourced}"
    return Table(caption, columns, lines, row_headings=headings)
