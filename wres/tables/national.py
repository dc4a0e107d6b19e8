"""Tables of the national picture: figures of England and a region by year, with their sources."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from wres.chapters.reading import Chapter, NationalFigure
from wres.definitions.geographies import ENGLAND
from wres.definitions.national import NATIONAL_CODES, national_figure, national_indicator
from wres.labels import capitalise, format_figure
from wres.tables.cells import NOTHING
from wres.tables.layout import Column, Table

__all__ = ["national_other_table", "national_sources_table", "national_table"]

Series = tuple[str, str, str, str, str]  # code, group, unit, geography, base
HEADINGS = (16, 16)  # width of the columns that head a row, in per cent


def national_table(chapter: Chapter) -> Table | None:
    """Show every national figure of an ethnic group by year; None where none is known.

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
        "unless a region is named. A survey figure stands in the year after its autumn. Where "
        f"sources disagree both figures stand. {NOTHING} means that no figure is at hand.",
        columns,
        rows,
        row_headings=2,
    )


def national_sources_table(chapter: Chapter) -> Table | None:
    """Name the publication of each national figure; None where none is known."""
    series = _series(chapter)
    if not series:
        return None
    columns = [
        Column("Indicator", width=20),
        Column("Figure", width=20),
        Column("Source by year", width=60),
    ]
    rows = [
        [*_heading(chapter, key), chapter.in_term(_sources(figures))]
        for key, figures in series.items()
    ]
    return Table(
        "Where the national figures come from. Unless it is marked as a published report, a source "
        "quotes the national report and is not that report itself.",
        columns,
        rows,
        row_headings=2,
    )


def national_other_table(chapter: Chapter) -> Table | None:
    """Show national figures that are of no ethnic group's share or ratio; None without any."""
    others = [one for one in chapter.national if one.counted]
    if not others:
        return None
    codes = list(NATIONAL_CODES)
    ordered = sorted(others, key=lambda one: (codes.index(one.indicator), one.counted, one.year))
    columns = [
        Column("Indicator", width=20),
        Column("What was counted", width=28),
        Column("Year", width=8),
        Column("Figure", width=16),
        Column("Source", width=28),
    ]
    rows = [
        [
            national_indicator(one.indicator),
            capitalise(chapter.in_term(_placed(one.counted, one.geography))),
            str(one.year),
            _other_figure(one),
            chapter.in_term(one.source),
        ]
        for one in ordered
    ]
    return Table("Further national figures, as published.", columns, rows, row_headings=2)


def _series(chapter: Chapter) -> dict[Series, list[NationalFigure]]:
    """Bring together what is of one indicator, group, unit, place and base, in order."""
    codes = list(NATIONAL_CODES)
    of_groups = [one for one in chapter.national if one.group]
    ordered = sorted(
        of_groups,
        key=lambda one: (
            codes.index(one.indicator),
            one.geography != ENGLAND,
            one.unit == "headcount",
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
    return [national_indicator(code), chapter.in_term(told)]


def _placed(words: str, geography: str) -> str:
    return words if geography == ENGLAND else f"{words}, {geography}"


def _cell(figures: Iterable[NationalFigure], year: int) -> str:
    shown = [
        format_figure(one.value, one.unit, published=True) for one in figures if one.year == year
    ]
    return " or ".join(dict.fromkeys(shown)) or NOTHING


def _sources(figures: Iterable[NationalFigure]) -> str:
    """Write '2016, 2018: HSJ. 2019: ...', years of one source together."""
    in_years = sorted(figures, key=lambda one: one.year)
    told = [
        f"{', '.join(str(one.year) for one in some)}: {source}"
        for source, some in groupby(in_years, key=_source)
    ]
    return ". ".join(told) + "."


def _source(one: NationalFigure) -> str:
    published = " (published report)" if one.status == "published report" else ""
    return f"{one.source.rstrip('.')}{published}"


def _other_figure(one: NationalFigure) -> str:
    kind, _, of = one.unit.partition(" of ")
    number = format_figure(one.value, "headcount" if kind == "trusts" else kind, published=True)
    if kind == "trusts":
        return f"{number} of {of} trusts"
    return f"{number} of {of}" if of else number
