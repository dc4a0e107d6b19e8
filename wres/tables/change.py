"""Tables of change: the years of one indicator, and what a change in BME share is made of."""

from __future__ import annotations

import pandas as pd

from wres.chapters.reading import Chapter
from wres.definitions.bands import band_title
from wres.definitions.indicators import Indicator, indicator
from wres.definitions.share_cells import BANDS, SPLITS
from wres.definitions.workforce_counts import BY_BAND, WHOLE_WORKFORCE
from wres.labels import BOARD_PARTS, capitalise, format_headcount, format_result
from wres.narrative.change import band_parts, contribution_row, split_by
from wres.narrative.words import headline_row
from wres.narrative.workforce import parse_breakdown
from wres.tables.cells import (
    NOTHING,
    count_cell,
    interval_cell,
    interval_heading,
    shows_cell,
    value_cell,
)
from wres.tables.layout import Column, Table, without_empty

__all__ = ["decomposition_bands_table", "decomposition_table", "trend_table"]

PARTS = {
    "re-declaration": "Re-declaration: staff of known ethnicity, of all staff",
    **{by.within: f"{{group}} share {by.inside}" for by in SPLITS},
    **{by.mix: capitalise(by.mixed) for by in SPLITS},
    "among those known": "{group} staff, of those of known ethnicity",
    "all": "Change in the {group} share: {group} staff, of all staff",
}
BOOKKEEPING = "It shows where the change stands in the counts, not what brought it about."


def decomposition_table(chapter: Chapter) -> Table | None:
    """Show the parts of the change in BME share since last year; None where they are not known."""
    rows = {part: contribution_row(chapter, part) for part in PARTS}
    total = rows["all"]
    if total is None:
        return None
    year, before = chapter.facts.year, int(total["previous_year"])
    lines = [
        [
            capitalise(PARTS[part].format(group=chapter.group_label("BME"))),
            _of(row, "comparator_numerator", "comparator_denominator"),
            _of(row, "numerator", "denominator"),
            format_result(row),
        ]
        for part, row in rows.items()
        if row is not None
    ]
    columns = [
        Column("Part of the change"),
        Column(str(before), numeric=True),
        Column(str(year), numeric=True),
        Column("Points", numeric=True),
    ]
    title = f"What the change in the {chapter.group_label('BME')} share of staff is made of"
    return Table(
        f"{title}, {chapter.facts.name}, 31 March {before} to 31 March {year}. The parts add up to "
        f"the change, but for rounding. {BOOKKEEPING} "
        f"{chapter.sourced('workforce', WHOLE_WORKFORCE)}",
        columns,
        lines,
    )


def decomposition_bands_table(chapter: Chapter) -> Table | None:
    """Show what each pay band adds to the change in BME share; None where that is not known.

    A staff group whose bands are withheld has one line.
    """
    by = split_by(chapter)
    if by is None:
        return None
    within, mix = (band_parts(chapter, part) for part in (by.within, by.mix))
    if within.empty:
        return None
    year, before = chapter.facts.year, int(within.iloc[0]["previous_year"])
    lines = [
        [
            *_cell(row),
            _of(row, "comparator_numerator", "comparator_denominator"),
            _of(row, "numerator", "denominator"),
            format_result(row),
            format_result(mixed),
        ]
        for (_, row), (_, mixed) in zip(within.iterrows(), mix.iterrows(), strict=True)
    ]
    group = chapter.group_title("BME")
    columns = [
        Column("Staff"),
        Column("Pay band"),
        Column(f"{group} of known, {before}", numeric=True),
        Column(f"{group} of known, {year}", numeric=True),
        Column(f"Within the {by.one} (points)", numeric=True),
        Column(f"{capitalise(by.mix)} (points)", numeric=True),
    ]
    each = "pay band" if by is BANDS else by.one
    return Table(
        f"What each {each} adds to the change in the {group} share of staff, "
        f"{chapter.facts.name}, 31 March {before} to 31 March {year}. {BOOKKEEPING} "
        f"{chapter.sourced('workforce', BY_BAND)}",
        columns,
        lines,
        row_headings=2,
    )


def trend_table(chapter: Chapter, number: str | int) -> Table | None:
    """Show an indicator's headline figure year by year, newest first; None for a single year.

    Parameters
    ----------
    number : str or int
        The indicator; of 1, the BME share of the whole workforce.
    """
    record = indicator(number)
    rows = _survey_years(chapter, record) if record.kind == "survey" else _years(chapter, record)
    if len(rows) < 2:
        return None
    lines = [
        [when, value_cell(row), interval_cell(row), _counts(record, row), shows_cell(chapter, row)]
        for when, row in rows
    ]
    what, counts = _headings(chapter, record, rows[0][1])
    counted = WHOLE_WORKFORCE if record.kind == "workforce" else record.table
    columns = [
        Column("Survey" if record.kind == "survey" else "31 March"),
        Column(what, numeric=True),
        Column(interval_heading(row for _, row in rows), numeric=True, derived=True),
        Column(counts, numeric=True, derived=True),
        Column("What the figures show", derived=True),
    ]
    return Table(
        f"{_title(chapter, record)} by year, {chapter.facts.name}. "
        f"{chapter.sourced(record.table, counted)}",
        *without_empty(columns, lines),
    )


def _of(row: pd.Series, count: str, base: str) -> str:
    if pd.isna(row[count]) or pd.isna(row[base]):
        return NOTHING
    return f"{format_headcount(row[count])} of {format_headcount(row[base])}"


def _cell(row: pd.Series) -> tuple[str, str]:
    parts = parse_breakdown(row["breakdown"])
    staff = {"all": "All", "clinical": "Clinical", "non-clinical": "Non-clinical"}
    return staff[parts["staff_group"]], band_title(parts["band"])


def _years(chapter: Chapter, record: Indicator) -> list[tuple[str, pd.Series]]:
    """Return this year's headline figure and those of the years before, newest first."""
    row = headline_row(chapter, record)
    if row is None:
        return []
    own = "" if row["breakdown"] == "all" else f"{row['breakdown']};"
    keys = ("indicator", "measure", "group", "comparator_group")
    rows = chapter.rows(**{key: row[key] for key in keys})
    found = {
        int(one["breakdown"].removeprefix(f"{own}year=")): one
        for _, one in rows.iterrows()
        if one["breakdown"].startswith(f"{own}year=")
    }
    past = [(str(year), found[year]) for year in sorted(found, reverse=True)]
    return [(str(chapter.facts.year), row), *past]


def _survey_years(chapter: Chapter, record: Indicator) -> list[tuple[str, pd.Series]]:
    rows = chapter.rows(indicator=record.number, measure="percentage", group=record.group)
    found = {
        int(row["breakdown"].removeprefix("survey_year=")): row
        for _, row in rows.iterrows()
        if row["breakdown"].startswith("survey_year=")
    }
    return [(f"Autumn {year}", found[year]) for year in sorted(found, reverse=True)]


def _title(chapter: Chapter, record: Indicator) -> str:
    """Name what a table holds: of indicator 1 the whole workforce alone, and no pay band."""
    if record.kind == "workforce":
        return f"{chapter.group_title(record.group)} share of all staff"
    return record.title


def _headings(chapter: Chapter, record: Indicator, row: pd.Series) -> tuple[str, str]:
    """Name what the figure is and which counts stand beside it."""
    group, other = chapter.group_title(record.group), chapter.group_label(record.comparator_group)
    part = BOARD_PARTS.get(row["breakdown"], "Board").lower()
    return {
        "ratio": (f"{group} over {other}", f"{group}; {other}"),
        "survey": (f"{group} (%)", "Respondents"),
        "board": (f"{group} share of {part} minus share of staff (points)", f"{group} seats"),
        "workforce": (f"{group} share of staff", f"{group} of all staff"),
    }[record.kind]


def _counts(record: Indicator, row: pd.Series) -> str:
    if record.kind == "survey":
        return NOTHING if pd.isna(row["denominator"]) else count_cell(row, "denominator")
    own = _of(row, "numerator", "denominator")
    if record.kind != "ratio" or own == NOTHING:
        return own
    return f"{own}; {_of(row, 'comparator_numerator', 'comparator_denominator')}"
