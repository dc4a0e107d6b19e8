"""Tables of the whole workforce and of indicator 1."""

from __future__ import annotations

from wres.chapters.reading import Chapter
from wres.definitions.bands import band_title
from wres.definitions.ethnicity import GROUPS
from wres.definitions.workforce_counts import BY_BAND, WHOLE_WORKFORCE, WorkforceCounts
from wres.labels import NOT_AVAILABLE, decapitalise
from wres.tables.cells import change_cell, count_cell, previous_cell, value_cell
from wres.tables.layout import Column, Table, without_empty

__all__ = ["bands_table", "detailed_groups_table", "groupings_table", "workforce_table"]

STAFF = {"clinical": "Clinical staff", "non-clinical": "Non-clinical staff", "all": "All staff"}


def workforce_table(chapter: Chapter) -> Table | None:
    """Show the make-up of the whole workforce, two years where there are two."""
    rows = chapter.own_rows(indicator="workforce", breakdown="all")
    if not rows["value"].notna().any():
        return None
    lines = _lines(chapter, "workforce", "all")
    title = f"The whole workforce{_total(chapter, 'workforce', 'all')} by ethnicity"
    return _laid_out(chapter, title, lines, ("Ethnicity",), WHOLE_WORKFORCE)


def bands_table(chapter: Chapter, staff_group: str) -> Table | None:
    """Show each pay band of one staff group by ethnicity; None where nothing was published.

    Parameters
    ----------
    staff_group : {'clinical', 'non-clinical', 'all'}
    """
    rows = chapter.own_rows(indicator="1")
    rows = rows[rows["measure"].isin(["headcount", "share"])]
    rows = rows[rows["breakdown"].str.fullmatch(f"staff_group={staff_group};band=[^;]+")]
    if not rows["value"].notna().any():
        return None
    breakdowns = list(dict.fromkeys(rows["breakdown"]))
    lines = [
        [f"{band_title(breakdown.split('band=')[1])}{_total(chapter, '1', breakdown)}", *line]
        for breakdown in breakdowns
        for line in _lines(chapter, "1", breakdown)
    ]
    title = f"{STAFF[staff_group]} by pay band and ethnicity"
    return _laid_out(chapter, title, lines, ("Pay band", "Ethnicity"), BY_BAND)


def groupings_table(chapter: Chapter) -> Table | None:
    """Show the groupings of pay bands that the trust has set; None where none can be shown."""
    rows = chapter.own_rows(indicator="1")
    rows = rows[rows["measure"].isin(["headcount", "share"])]
    rows = rows[rows["breakdown"].str.fullmatch("staff_group=[^;]+;grouping=[^;]+")]
    if not rows["value"].notna().any():
        return None
    lines = [
        [f"{_grouping(breakdown)}{_total(chapter, '1', breakdown)}", *line]
        for breakdown in dict.fromkeys(rows["breakdown"])
        for line in _lines(chapter, "1", breakdown)
    ]
    title = "Staff by grouping of pay bands and ethnicity"
    return _laid_out(chapter, title, lines, ("Staff and pay bands", "Ethnicity"), BY_BAND)


def detailed_groups_table(chapter: Chapter) -> Table | None:
    """Show the detailed ethnic groups of the whole workforce within White and within BME staff."""
    rows = chapter.own_rows(indicator="workforce", measure="headcount")
    rows = rows[rows["breakdown"].str.fullmatch("ethnic_group=[^;]+")]
    if not rows["value"].notna().any():
        return None
    lines = [
        [chapter.group_title(breakdown.split("=")[1]), *_line(chapter, "workforce", breakdown, one)]
        for breakdown, one in zip(rows["breakdown"], rows["group"], strict=True)
    ]
    title = "The whole workforce by detailed ethnic group, in percent of all staff"
    headings = ("Ethnicity", "Detailed ethnic group")
    return _laid_out(chapter, title, lines, headings, WHOLE_WORKFORCE)


def _grouping(breakdown: str) -> str:
    staff, grouping = (part.split("=")[1] for part in breakdown.split(";"))
    return f"{STAFF[staff]}, {decapitalise(band_title(grouping))}"


def _lines(chapter: Chapter, number: str, breakdown: str) -> list[list[str]]:
    """Return a line for each ethnic group that anything was published of."""
    lines = [_line(chapter, number, breakdown, group) for group in GROUPS]
    return [line for line in lines if set(line[1:3]) != {NOT_AVAILABLE}]


def _line(chapter: Chapter, number: str, breakdown: str, group: str) -> list[str]:
    share = chapter.row(indicator=number, measure="share", breakdown=breakdown, group=group)
    return [
        chapter.group_title(group),
        _count(chapter, number, breakdown, group),
        value_cell(share),
        previous_cell(chapter, share),
        change_cell(chapter, share),
    ]


def _total(chapter: Chapter, number: str, breakdown: str) -> str:
    count = _count(chapter, number, breakdown, "all")
    return "" if count == NOT_AVAILABLE else f" ({count} staff)"


def _count(chapter: Chapter, number: str, breakdown: str, group: str) -> str:
    row = chapter.row(indicator=number, measure="headcount", breakdown=breakdown, group=group)
    return count_cell(row)


def _laid_out(
    chapter: Chapter,
    title: str,
    lines: list[list[str]],
    headings: tuple[str, ...],
    counts: WorkforceCounts,
) -> Table:
    year = chapter.facts.year
    columns = [
        *(Column(heading) for heading in headings),
        Column(f"Headcount {year}", numeric=True),
        Column(f"Share {year}", numeric=True),
        Column(f"Share {year - 1}", numeric=True),
        Column("Change (points)", numeric=True, derived=True),
    ]
    shown, rows = without_empty(columns, lines)
    return Table(
        caption=(
            f"{title}, {chapter.facts.name}, {chapter.facts.snapshot}. "
            f"{chapter.sourced('workforce', counts)}"
        ),
        columns=shown,
        rows=rows,
        row_headings=len(headings),
    )
