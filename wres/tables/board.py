"""Table of indicator 9: each part of the board beside the workforce."""

from __future__ import annotations

import pandas as pd

from wres.chapters.reading import Chapter
from wres.definitions.ethnicity import GROUPS
from wres.labels import BOARD_PARTS, format_headcount
from wres.tables.cells import value_cell
from wres.tables.layout import Column, Table

__all__ = ["board_table"]


def board_table(chapter: Chapter) -> Table | None:
    """Show members, shares and differences from the workforce of each published part."""
    lines = [
        [title, *_line(chapter, breakdown, group)]
        for breakdown, title in BOARD_PARTS.items()
        if _is_published(chapter, breakdown)
        for group in GROUPS
    ]
    if not lines:
        return None
    columns = [
        Column("Part of the board"),
        Column("Ethnicity"),
        Column("Members", numeric=True),
        Column("Share of the board", numeric=True),
        Column("Share of the workforce", numeric=True),
        Column("Difference (points)", numeric=True),
    ]
    return Table(
        f"Board and workforce by ethnicity, {chapter.facts.name}, {chapter.facts.snapshot}. "
        "Source: board register and workforce figures.",
        columns,
        lines,
        row_headings=2,
    )


def _is_published(chapter: Chapter, breakdown: str) -> bool:
    rows = chapter.rows(indicator="9", measure="share", breakdown=breakdown)
    return bool((rows["value"].notna() | rows["status"].eq("no members")).any())


def _line(chapter: Chapter, breakdown: str, group: str) -> list[str]:
    wanted = {"indicator": "9", "breakdown": breakdown, "group": group}
    share = chapter.row(measure="share", **wanted)
    workforce = chapter.row(indicator="workforce", measure="share", group=group)
    members = "not available"
    if share is not None and not pd.isna(share["numerator"]):
        members = (
            f"{format_headcount(share['numerator'])} of {format_headcount(share['denominator'])}"
        )
    return [
        chapter.group_label(group),
        members,
        value_cell(share),
        value_cell(workforce),
        value_cell(chapter.row(measure="difference", **wanted)),
    ]
