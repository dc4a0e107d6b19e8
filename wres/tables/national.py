"""The table of the national picture: figures of England, a region and a type by year."""

from __future__ import annotations

from collections.abc import Iterable

from wres.chapters.reading import Chapter, NationalFigure
from wres.definitions.geographies import ENGLAND, read_trust_type
from wres.definitions.national import NATIONAL_CODES, national_figure, national_indicator
from wres.labels import capitalise, format_figure
from wres.tables.cells import NOTHING
from wres.tables.layout import Column, Table

__all__ = ["national_table"]

Series = tuple[str, str, str, str, str]  # code, group, unit, geography, base
HEADINGS = (16, 16)  # width of the columns that head a row, in per cent
LEFT_OUT = (
    "Left out here and from every comparison are figures that could not be verified, that their "
    "source gives as about so much, or whose publication can't be named."
)


def national_table(chapter: Chapter) -> Table | None:
    """Show the national figure of each indicator by year; None where none is known.

    Where sources disagree a cell gives each figure, the best attested first.
    """
    series = _series(chapter)
    if not series:
        return None
    years = sorted({one.year for figures in series.values() for one in figures})
    width = (100 - sum(HEADINGS)) // len(years)
    columns = [
        Column("Indicator", width=HEADINGS[0]),
        Column("Figure", width=100 - HEADINGS[0] - width * len(years)),
        *(Column(str(year), numeric=True, width=width) for year in years),
    ]
    rows = [
        [*_heading(chapter, key), *(_cell(figures, year) for year in years)]
        for key, figures in series.items()
    ]
    return Table(
        f"National figures by reporting year, {years[0]} to {years[-1]}, as published; of England "
        "unless another place is named. A survey figure stands in the year after its autumn. Where "
        f"sources disagree each figure stands, the better attested first. {NOTHING} means that no "
        f"figure of that year is used in this report. {LEFT_OUT}",
        columns,
        rows,
        row_headings=2,
    )


def _series(chapter: Chapter) -> dict[Series, list[NationalFigure]]:
    """Bring together what is of one indicator, group, unit, place and base, in order."""
    codes = list(NATIONAL_CODES)
    ordered = sorted(
        chapter.national,
        key=lambda one: (
            codes.index(one.indicator),
            one.geography != ENGLAND,
            one.group,
            one.base,
        ),
    )
    made: dict[Series, list[NationalFigure]] = {}
    for one in ordered:
        key = (one.indicator, one.group, one.unit, one.geography, one.base)
        made.setdefault(key, []).append(one)
    return made


def _heading(chapter: Chapter, key: Series) -> list[str]:
    code, group, unit, geography, base = key
    figure = _placed(national_figure(code, group, unit), geography)
    told = f"{figure}, {base}" if base else figure
    return [national_indicator(code), capitalise(chapter.in_term(told))]


def _placed(words: str, geography: str) -> str:
    if geography == ENGLAND:
        return words
    return f"{words}, {geography}{' trusts' if read_trust_type(geography) else ''}"


def _cell(figures: Iterable[NationalFigure], year: int) -> str:
    shown = [
        format_figure(one.value, one.unit, published=True) for one in figures if one.year == year
    ]
    return " or ".join(dict.fromkeys(shown)) or NOTHING
