"""Tables of the people whom a trust serves beside its staff, pay groups and board."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from wres.chapters.reading import Chapter
from wres.definitions.bands import band_title
from wres.definitions.comparators import source_of
from wres.definitions.ethnicity import GROUPS
from wres.labels import BOARD_PARTS, decapitalise, format_headcount
from wres.narrative.workforce import parse_breakdown
from wres.tables.cells import NOTHING, count_cell, value_cell
from wres.tables.layout import Column, Table, without_empty

__all__ = ["locality_groups_table", "locality_staff_table"]

STAFF = {"all": "All staff", "clinical": "Clinical staff", "non-clinical": "Non-clinical staff"}


def locality_staff_table(chapter: Chapter) -> Table | None:
    """Set areas, staff, pay groups and board below each other; None without areas."""
    areas = list(_areas(chapter))
    if not areas:
        return None
    lines = [*areas, *_staff(chapter), *_pay_groups(chapter), *_board(chapter)]
    columns = [
        Column("Who", width=18),
        Column("Area or part of the trust", width=34),
        Column("People", numeric=True, width=13),
        *(Column(chapter.group_title(one), numeric=True, width=11) for one in GROUPS),
    ]
    shown, rows = without_empty(columns, lines)
    return Table(
        f"The people of the areas that {chapter.facts.name} serves, and its staff and board on "
        f"{chapter.facts.snapshot}, in percent of the people of each row. {NOTHING} means that a "
        "share is not at hand.",
        [Column(one.heading, one.numeric) for one in shown],
        rows,
        row_headings=2,
    )


def locality_groups_table(chapter: Chapter) -> Table | None:
    """Show the population by area and group in the words of its source; None where it has none."""
    rows = _population(chapter)
    rows = rows[rows["group"].ne("BME")]
    if rows.empty:
        return None
    columns = [
        Column("Area", width=20),
        Column("Ethnic group", width=25),
        Column("Share of the people (year)", numeric=True, width=15),
        Column("Share of staff", numeric=True, width=12),
        Column("Source", width=28),
    ]
    lines = [
        [
            str(row["benchmark_name"]),
            chapter.group_title(str(row["group"])),
            f"{value_cell(row)}{_year(row)}",
            _staff_share(chapter, str(row["group"])),
            source_of(str(row["reason"])),
        ]
        for _, row in rows.iterrows()
    ]
    return Table(
        f"The people of the areas that {chapter.facts.name} serves by ethnic group, in the words "
        "of the publications. A share of staff stands where staff are grouped in the same words.",
        columns,
        lines,
        row_headings=2,
    )


def _population(chapter: Chapter) -> pd.DataFrame:
    return chapter.rows(measure="population_share")


def _year(row: pd.Series) -> str:
    return "" if pd.isna(row["benchmark_year"]) else f" ({int(row['benchmark_year'])})"


def _staff_share(chapter: Chapter, group: str) -> str:
    """Write the share of staff of a group: of a detailed one under the same name only."""
    rows = chapter.own_rows(indicator="workforce", measure="share", group=group)
    return value_cell(rows.iloc[0]) if len(rows) == 1 else NOTHING


def _areas(chapter: Chapter) -> Iterator[list[str]]:
    rows = _population(chapter)
    for _, of_area in rows.groupby("breakdown", sort=False):
        first = of_area.iloc[0]
        shares = dict(zip(of_area["group"], (row for _, row in of_area.iterrows()), strict=True))
        people = first["denominator"]
        yield [
            "Local population",
            f"{first['benchmark_name']}{_year(first)}",
            NOTHING if pd.isna(people) else format_headcount(people),
            *(value_cell(shares[one]) if one in shares else NOTHING for one in GROUPS),
        ]


def _staff(chapter: Chapter) -> Iterator[list[str]]:
    if chapter.own_rows(indicator="workforce", measure="share", breakdown="all").empty:
        return
    yield ["Staff", "Whole workforce", *_figures(chapter, "workforce", "all")]


def _pay_groups(chapter: Chapter) -> Iterator[list[str]]:
    """Give the groupings of bands that the trust has set, else the bands as it published them."""
    for pattern in (r"staff_group=([^;]+);grouping=.+", r"staff_group=([^;]+);band=(?!all$).+"):
        rows = chapter.own_rows(indicator="1", measure="share")
        rows = rows[rows["breakdown"].str.fullmatch(pattern)]
        rows = rows[rows["value"].notna() | rows["status"].eq("suppressed")]
        found = list(dict.fromkeys(rows["breakdown"]))
        whole = [one for one in found if one.startswith("staff_group=all;")]
        if found:
            yield from (_pay_group(chapter, one) for one in whole or found)
            return


def _pay_group(chapter: Chapter, breakdown: str) -> list[str]:
    parts = parse_breakdown(breakdown)
    title = decapitalise(band_title(parts.get("grouping") or parts["band"]))
    named = f"{STAFF[parts['staff_group']]}, {title}"
    return ["Pay groups", named, *_figures(chapter, "1", breakdown)]


def _board(chapter: Chapter) -> Iterator[list[str]]:
    for breakdown in ("all", "voting=yes"):
        rows = chapter.own_rows(indicator="9", measure="share", breakdown=breakdown)
        if rows["value"].notna().any() or rows["status"].eq("suppressed").any():
            yield ["Board", BOARD_PARTS[breakdown], *_figures(chapter, "9", breakdown)]
            return


def _figures(chapter: Chapter, number: str, breakdown: str) -> list[str]:
    wanted = {"indicator": number, "breakdown": breakdown}
    everyone = chapter.row(measure="headcount", group="all", **wanted)
    shares = [chapter.row(measure="share", group=one, **wanted) for one in GROUPS]
    return [count_cell(everyone), *(value_cell(row) for row in shares)]
