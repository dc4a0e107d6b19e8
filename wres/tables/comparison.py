"""Tables of a trust's figures beside those of others: comparators, local population, peers."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from wres.chapters.reading import Chapter
from wres.definitions.comparators import SOURCE, area_of, source_of
from wres.definitions.indicators import Indicator, indicators
from wres.labels import (
    BOARD_PARTS,
    WITHHELD,
    capitalise,
    decapitalise,
    format_figure,
    format_headcount,
    format_percent,
    is_withheld,
)
from wres.narrative.comparison import comparison_rows, rank_row
from wres.narrative.survey import percentage_row
from wres.tables.cells import NOTHING, dated_benchmark, interval_cell, value_cell
from wres.tables.layout import Column, Table

__all__ = ["comparison_table", "local_population_table", "peers_table"]


def comparison_table(chapter: Chapter) -> Table | None:
    """Show each headline figure beside the latest of every comparator; None without any.

    The local population has a table of its own.
    """
    lines = [
        [*heading, *_compared(chapter, own, row)]
        for heading, own in _figures(chapter)
        for row in comparison_rows(chapter, own)
        if not area_of(row["benchmark_name"])
    ]
    if not lines:
        return None
    columns = [
        Column("Indicator", width=16),
        Column("Group", width=9),
        Column("This trust", numeric=True, width=7),
        Column("Comparator (name, year)", width=16),
        Column("Difference", numeric=True, width=9),
        Column("95% interval", numeric=True, width=10),
        Column("What it shows", width=11),
        Column("Source and note", width=22),
    ]
    return Table(
        f"Figures of {chapter.facts.name}, {chapter.facts.year}, beside the latest of others up to "
        "that year. Differences are this trust less the comparator, in points or as a ratio; "
        "comparators are taken as known but for their rounding.",
        columns,
        lines,
        row_headings=2,
    )


def local_population_table(chapter: Chapter) -> Table | None:
    """Show the BME share of staff and board beside that of the people of each area."""
    lines = [
        [f"{group} share of {what}", *_by_area(chapter, own, row)]
        for (what, group), own in _shares(chapter)
        for row in comparison_rows(chapter, own)
        if area_of(row["benchmark_name"])
    ]
    if not lines:
        return None
    columns = [
        Column("Share", width=18),
        Column("Area", width=15),
        Column("People who live there", numeric=True, width=13),
        Column(f"{chapter.group_title('BME')} share of them (year)", numeric=True, width=13),
        Column("This trust", numeric=True, width=10),
        Column("Difference, points", numeric=True, width=11),
        Column("Source", width=20),
    ]
    return Table(
        f"Staff and board of {chapter.facts.name}, {chapter.facts.year}, beside the people of the "
        "areas that it serves.",
        columns,
        lines,
        row_headings=2,
    )


def peers_table(chapter: Chapter) -> Table | None:
    """Show where headline figures stand among the peers at hand; None where none has a place."""
    places = [
        (heading, own, place)
        for heading, own in _figures(chapter)
        if (place := rank_row(chapter, own)) is not None
    ]
    if all(pd.isna(place["value"]) for _, _, place in places):
        return None
    lines = [[*heading, value_cell(own), *_ranked(place)] for heading, own, place in places]
    columns = [
        Column("Indicator"),
        Column("Group"),
        Column("This trust", numeric=True),
        Column("Trusts at hand", numeric=True),
        Column("With a lower figure", numeric=True),
        Column("With the same figure", numeric=True),
        Column("Percentile", numeric=True),
    ]
    return Table(
        f"Figures of {chapter.facts.name}, {chapter.facts.year}, among those of other trusts whose "
        "public results are at hand. The percentile is the share of those trusts with a lower "
        "figure, ties counted half; it says nothing of certainty.",
        columns,
        lines,
        row_headings=2,
    )


def _figures(chapter: Chapter) -> Iterator[tuple[list[str], pd.Series]]:
    """Give every figure that is compared, with the headings of its row."""
    for (what, group), own in _shares(chapter):
        if what == "staff":
            yield ["Whole workforce", group], own
    for record in indicators():
        title = f"{record.number}. {record.short_title}"
        for heading, row in _of_indicator(chapter, record):
            if row is not None:
                yield [title, heading], row


def _shares(chapter: Chapter) -> Iterator[tuple[tuple[str, str], pd.Series]]:
    """Give the BME shares of staff and of the board, and what they are shares of."""
    group = chapter.group_title("BME")
    wanted = [("workforce", "all", "staff")] + [
        ("9", part, decapitalise(BOARD_PARTS[part])) for part in ("all", "voting=yes")
    ]
    for number, part, what in wanted:
        row = chapter.row(indicator=number, measure="share", breakdown=part, group="BME")
        if row is not None:
            yield (what, group), row


def _of_indicator(chapter: Chapter, record: Indicator) -> list[tuple[str, pd.Series | None]]:
    group = chapter.group_title(record.group)
    if record.kind == "ratio":
        row = chapter.row(indicator=record.number, measure="relative_likelihood", breakdown="all")
        return [(f"{group} over {chapter.group_label(record.comparator_group)}", row)]
    if record.kind == "survey":
        return [
            (chapter.group_title(one), percentage_row(chapter, record, one))
            for one in (record.group, record.comparator_group)
        ]
    if record.kind == "board":
        shares: list[tuple[str, pd.Series | None]] = [
            (f"{name}, {what}", row) for (what, name), row in _shares(chapter) if what != "staff"
        ]
        return shares + [
            (f"{group}, {decapitalise(BOARD_PARTS[part])} less staff, points", row)
            for part in ("all", "voting=yes")
            if (row := _difference(chapter, part)) is not None
        ]
    return []


def _difference(chapter: Chapter, part: str) -> pd.Series | None:
    return chapter.row(indicator="9", measure="difference", breakdown=part, group="BME")


def _compared(chapter: Chapter, own: pd.Series, row: pd.Series) -> list[str]:
    figure = "" if pd.isna(row["benchmark"]) else f": {_benchmark(own, row)}"
    return [
        value_cell(own),
        capitalise(f"{dated_benchmark(row)}{figure}"),
        NOTHING if pd.isna(row["value"]) and not is_withheld(row) else value_cell(row),
        interval_cell(row),
        _shows(row),
        _note(chapter, row),
    ]


def _benchmark(own: pd.Series, row: pd.Series) -> str:
    return format_figure(row["benchmark"], own["unit"], published=True)


def _shows(row: pd.Series) -> str:
    if is_withheld(row):
        return WITHHELD
    if row["status"] == "not available":
        return "not compared"
    if row["verdict"]:
        return str(row["verdict"])
    full_count = row["indicator"] in {"workforce", "9"} and row["status"] == "ok"
    return "full count" if full_count else "certainty not judged"


def _note(chapter: Chapter, row: pd.Series) -> str:
    """Give the comparator's publication first, then why it is older or not compared."""
    if is_withheld(row):
        return NOTHING
    reason, source = str(row["reason"]), source_of(str(row["reason"]))
    note = chapter.in_term(reason.partition(SOURCE)[0].strip("; "))
    told = [source.rstrip("."), capitalise(note)]
    return " ".join(f"{part}." for part in told if part) or NOTHING


def _by_area(chapter: Chapter, own: pd.Series, row: pd.Series) -> list[str]:
    people = row["comparator_denominator"]
    year = "" if pd.isna(row["benchmark_year"]) else f" ({int(row['benchmark_year'])})"
    return [
        area_of(row["benchmark_name"]),
        NOTHING if pd.isna(people) else format_headcount(people),
        f"{_benchmark(own, row)}{year}",
        value_cell(own),
        value_cell(row),
        _note(chapter, row).removesuffix("."),
    ]


def _ranked(place: pd.Series) -> list[str]:
    if pd.isna(place["value"]):
        return [NOTHING, NOTHING, NOTHING, value_cell(place)]
    counts = ("denominator", "numerator", "comparator_numerator")
    return [*(format_headcount(place[name]) for name in counts), format_percent(place["value"], 0)]
