"""Table of indicator 9: each part of the board beside the workforce."""

from __future__ import annotations

from wres.chapters.reading import Chapter
from wres.definitions.ethnicity import GROUPS
from wres.labels import BOARD_PARTS, NOT_AVAILABLE, WITHHELD_SYMBOL
from wres.tables.cells import count_cell, value_cell
from wres.tables.layout import Column, Table

__all__ = ["board_table"]


def board_table(chapter: Chapter) -> Table | None:
    """Show members, shares and differences from the workforce of each published part.

    Parts that are withheld keep their rows; where nothing else is left there is no table.
    """
    if not any(_is_shown(chapter, breakdown) for breakdown in BOARD_PARTS):
        return None
    lines = [
        [title, *_line(chapter, breakdown, group)]
        for breakdown, title in BOARD_PARTS.items()
        if _is_shown(chapter, breakdown) or _is_withheld(chapter, breakdown)
        for group in GROUPS
    ]
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
        f"{chapter.sourced('board')}",
        columns,
        lines,
        row_headings=2,
    )


def _is_shown(chapter: Chapter, breakdown: str) -> bool:
    rows = chapter.own_rows(indicator="9", measure="share", breakdown=breakdown)
    return bool((rows["value"].notna() | rows["status"].eq("no members")).any())


def _is_withheld(chapter: Chapter, breakdown: str) -> bool:
    wanted = {"indicator": "9", "measure": "share", "breakdown": breakdown}
    return not chapter.own_rows(status="suppressed", **wanted).empty


def _line(chapter: Chapter, breakdown: str, group: str) -> list[str]:
    wanted = {"indicator": "9", "breakdown": breakdown, "group": group}
    share = chapter.row(measure="share", **wanted)
    workforce = chapter.row(indicator="workforce", measure="share", breakdown="all", group=group)
    members, board = (count_cell(share, name) for name in ("numerator", "denominator"))
    if NOT_AVAILABLE not in {members, board} and board != WITHHELD_SYMBOL:
        members = f"{members} of {board}"
    return [
        chapter.group_title(group),
        members,
        value_cell(share),
        value_cell(workforce),
        value_cell(chapter.row(measure="difference", **wanted)),
    ]
