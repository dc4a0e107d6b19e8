"""Appendix tables: pay groups of two years with every head count, and where each figure is from."""

from __future__ import annotations

from collections.abc import Sequence

from wres.chapters.reading import Chapter
from wres.definitions.bands import band_order, band_title, load_bands
from wres.definitions.ethnicity import GROUPS
from wres.definitions.groupings import cluster_of
from wres.definitions.indicators import Indicator, indicators
from wres.definitions.survey_questions import load_survey_questions
from wres.definitions.workforce_counts import BY_BAND
from wres.labels import NOT_AVAILABLE, capitalise, decapitalise, listed
from wres.narrative.workforce import parse_breakdown
from wres.tables.cells import NOTHING, change_cell, count_cell, previous_cell, value_cell
from wres.tables.layout import Column, Table, without_empty

__all__ = ["indicator_sources_table", "pay_groups_table", "wording_table"]

STAFF = {"clinical": "Clinical staff", "non-clinical": "Non-clinical staff", "all": "All staff"}


def pay_groups_table(chapter: Chapter, staff_group: str) -> Table | None:
    """Show the pay groups of one staff group, two years side by side; None where none is shown.

    Clusters or groupings that the trust has set, with doctors by grade, else the bands that it
    publishes.

    Parameters
    ----------
    staff_group : {'clinical', 'non-clinical', 'all'}
    """
    shown = _breakdowns(chapter, staff_group)
    if not shown:
        return None
    year = chapter.facts.year
    clusters = _are_clusters(shown)
    lines = [
        [_title(breakdown, clusters=clusters), *_line(chapter, breakdown, group)]
        for breakdown in shown
        for group in (*GROUPS, "all")
    ]
    lines = [line for line in lines if not set(line[2:]) <= {NOTHING, NOT_AVAILABLE}]
    columns, rows = without_empty(
        [
            Column("Cluster" if clusters else "Pay group"),
            Column("Ethnicity"),
            Column(f"Headcount {year - 1}", numeric=True),
            Column(f"Headcount {year}", numeric=True),
            Column(f"Share {year - 1}", numeric=True),
            Column(f"Share {year}", numeric=True),
            Column("Change (points)", numeric=True, derived=True),
        ],
        lines,
    )
    return Table(
        f"{STAFF[staff_group]} by {'cluster' if clusters else 'pay group'} and ethnicity, "
        f"{chapter.facts.name}, on 31 March of each year. {chapter.sourced('workforce', BY_BAND)}",
        columns,
        rows,
        row_headings=2,
    )


def indicator_sources_table(chapter: Chapter) -> Table:
    """Name the source and the date or period of each indicator's data."""
    lines = [
        [
            f"{record.number}. {record.short_title}",
            capitalise(record.source),
            _source(chapter, record),
            capitalise(chapter.period(record.number)),
        ]
        for record in indicators()
    ]
    columns = [
        Column("Indicator", width=26),
        Column("Data", width=20),
        Column("Source", width=34),
        Column("Date or period", width=20),
    ]
    return Table(
        f"Where the data of each indicator come from, {chapter.facts.name}, {chapter.facts.year}.",
        columns,
        lines,
    )


def wording_table(chapter: Chapter) -> Table:
    """Give each indicator's wording in the report's year, and the survey questions behind it."""
    lines = [
        [
            f"{record.number}. {record.short_title}",
            chapter.wording(record.number),
            _questions(chapter, record),
        ]
        for record in indicators()
    ]
    columns = [
        Column("Indicator", width=26),
        Column(f"Wording in reports of {chapter.facts.year}", width=54),
        Column("Survey question", width=20),
    ]
    return Table(
        f"How each indicator is worded in reports of {chapter.facts.year}. Questions are numbered "
        "as in the tables of their survey.",
        columns,
        lines,
    )


def _questions(chapter: Chapter, record: Indicator) -> str:
    """Name the questions of an indicator in the survey of the autumn before."""
    if record.kind != "survey":
        return NOTHING
    try:
        edition = load_survey_questions().edition(chapter.facts.year - 1)
    except ValueError:
        return NOT_AVAILABLE
    asked = listed({str(one): of for one, of in edition.questions.items()}[record.number])
    return asked if edition.basis == "verified" else f"{asked} (not verified)"


def _source(chapter: Chapter, record: Indicator) -> str:
    """Name a table's source, and for a ratio printed without counts that of the ratio."""
    rows = chapter.own_rows(indicator=record.number)
    if not rows["value"].notna().any() and not rows["status"].eq("suppressed").any():
        return NOTHING
    ratios = rows[rows["measure"].eq("relative_likelihood") & rows["breakdown"].eq("all")]
    uncounted = not rows["measure"].eq("likelihood").any()
    alone = ratios["status"].eq("as published") | (ratios["status"].eq("suppressed") & uncounted)
    printed = record.kind == "ratio" and alone.any()
    return capitalise(chapter.facts.source_of("published_ratios" if printed else record.table))


def _breakdowns(chapter: Chapter, staff_group: str) -> list[str]:
    """Choose the pay groups of a staff group, in order: those shown, or withheld."""
    rows = chapter.own_rows(indicator="1")
    rows = rows[rows["measure"].isin(["headcount", "share"])]
    rows = rows[rows["value"].notna() | rows["status"].eq("suppressed")]
    known = [
        one
        for one in dict.fromkeys(rows["breakdown"])
        if one.startswith(f"staff_group={staff_group};") and not one.endswith("band=all")
    ]
    grouped = [one for one in known if ";grouping=" in one]
    if grouped:
        medical = {band.label for band in load_bands().medical}
        known = grouped + [one for one in known if parse_breakdown(one).get("band") in medical]
    if not rows[rows["breakdown"].isin(known)]["value"].notna().any():
        return []
    return sorted(known, key=lambda one: band_order(_label(one)))


def _label(breakdown: str) -> str:
    parts = parse_breakdown(breakdown)
    return parts.get("grouping") or parts["band"]


def _are_clusters(breakdowns: Sequence[str]) -> bool:
    """Say whether the pay groups are clusters, other doctors and dentists aside."""
    medical = {band.label for band in load_bands().medical}
    labels = {_label(one) for one in breakdowns}
    return all(cluster_of(one) for one in labels - medical) and bool(labels - medical)


def _title(breakdown: str, *, clusters: bool) -> str:
    title, number = band_title(_label(breakdown)), cluster_of(_label(breakdown))
    return f"{number}: {decapitalise(title)}" if clusters and number else title


def _line(chapter: Chapter, breakdown: str, group: str) -> list[str]:
    wanted = {"indicator": "1", "breakdown": breakdown, "group": group}
    head = chapter.row(measure="headcount", **wanted)
    counts = [previous_cell(chapter, head), count_cell(head)]
    if group == "all":
        return [chapter.group_title(group), *counts, NOTHING, NOTHING, NOTHING]
    share = chapter.row(measure="share", **wanted)
    figures = [previous_cell(chapter, share), value_cell(share), change_cell(chapter, share)]
    return [chapter.group_title(group), *counts, *figures]
