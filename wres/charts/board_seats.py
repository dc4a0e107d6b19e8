"""Indicator 9 in seats: one mark a member, and the seats that the workforce's share would be."""

from __future__ import annotations

from collections.abc import Sequence

from wres.chapters.reading import Chapter
from wres.charts import theme
from wres.charts.board_parts import SEATS_AT_MOST, BoardPart, board_parts
from wres.charts.figure import Figure, compose
from wres.charts.key import draw_key, group_mark
from wres.charts.sheet import Sheet
from wres.charts.words import caption, explained, kept_together, place, table_has
from wres.labels import capitalise, decapitalise

__all__ = ["board_seats"]

TABLE = table_has("table of the board", "the members of each part")
WIDEST_SEAT, ROW = 0.3, 0.25
LINE = "Workforce share"
PITCH = theme.LINE * theme.SMALL / 72


def board_seats(chapter: Chapter) -> Figure | None:
    """Draw the board and its parts seat by seat, with the seats of the workforce's share marked.

    Parameters
    ----------
    chapter : Chapter
        Its rows of indicator 9 (share, parity_headcount) are used.

    Returns
    -------
    Figure or None
        None if no part of the board is known in seats.
    """
    parts = board_parts(chapter)
    if not any(part.is_drawn for part in parts):
        return None
    term = chapter.group_label("BME")
    what = f"The board in seats, with the seats of the workforce's {term} share"
    return compose(
        title=_title(parts, term),
        subtitle=f"Members by ethnicity; the bracket spans the seats that the workforce's "
        f"{term} share would be. {place(chapter)}, {kept_together(chapter.facts.snapshot)}",
        caption=explained(
            caption(
                chapter,
                f"{what}, {chapter.facts.snapshot}",
                ["9"],
                ["board", "workforce"],
                ["board"],
            ),
            *(part.told for part in parts),
        ),
        alt=_alt(chapter, parts, term),
        term=chapter.facts.term,
        draw=lambda sheet, top: _draw(sheet, top, chapter, parts),
    )


def _title(parts: Sequence[BoardPart], term: str) -> str:
    part = next(part for part in parts if part.is_drawn)
    verb = "is" if part.seats["BME"] == 1 else "are"
    stated = f"{part.held} {part.members} {verb} {term}"
    if not part.goal:
        return stated
    return f"{stated}; the workforce's share would be {part.goal}"


def _alt(chapter: Chapter, parts: Sequence[BoardPart], term: str) -> str:
    told = explained("; ".join(f"{decapitalise(part.name)}: {part.told}" for part in parts) + ".")
    return (
        f"Row of seats for the board and its parts at {place(chapter)} on "
        f"{chapter.facts.snapshot}, {term} members first, with a bracket over the seats that "
        f"the workforce's {term} share would be. {capitalise(told)} {TABLE}"
    )


def _draw(sheet: Sheet, top: float, chapter: Chapter, parts: Sequence[BoardPart]) -> float:
    groups = ("BME", "White", "Unknown")
    top = draw_key(sheet, top, [group_mark(g, chapter.group_title(g)) for g in groups])
    for part in parts:
        lines = theme.wrap(f"{part.name}: {part.told}", sheet.room, theme.SMALL, "bold")
        top = sheet.paragraph(0.0, top + 0.06, lines, size=theme.SMALL, weight="bold") + 0.03
        if part.is_drawn:
            top = _draw_part(sheet, top, part, _pitch(sheet.width, parts, part)) + 0.06
    return top


def _pitch(width: float, parts: Sequence[BoardPart], part: BoardPart) -> float:
    """Give each seat the same width in all parts; a board too large for that becomes a bar."""
    if part.total > SEATS_AT_MOST:
        return width / part.total
    largest = max(one.total for one in parts if one.total <= SEATS_AT_MOST)
    return min(WIDEST_SEAT, (width - 0.02) / largest)


def _draw_part(sheet: Sheet, top: float, part: BoardPart, pitch: float) -> float:
    draw = _draw_bar if part.total > SEATS_AT_MOST else _draw_seats
    draw(sheet, top, part, pitch)
    if part.parity is None:
        return top + ROW
    return _draw_bracket(sheet, top + ROW + 0.05, pitch * part.parity)


def _draw_bracket(sheet: Sheet, y: float, end: float) -> float:
    """Bracket the seats that the workforce's share would be, a part of one included."""
    xs, ys = [0.0, 0.0, end, end], [y - 0.06, y, y, y - 0.06]
    sheet.line([x + 0.01 for x in xs], ys, colour=theme.TEXT, width=1.8, label=LINE)
    return y + 0.02


def _draw_seats(sheet: Sheet, top: float, part: BoardPart, pitch: float) -> None:
    place = 0
    for group, count in part.seats.items():
        size = min(13.5, pitch * 72 * 0.7) * (0.75 if group == "Unknown" else 1)
        mark = group_mark(group, "", size=size)
        for _ in range(count):
            mark.draw(sheet, pitch * (place + 0.5), top + ROW / 2, f"{part.name}: {group}")
            place += 1


def _draw_bar(sheet: Sheet, top: float, part: BoardPart, pitch: float) -> None:
    start = 0
    for group, count in part.seats.items():
        if count:
            edge = theme.UNKNOWN_EDGE if group == "Unknown" else theme.BACKGROUND
            left, width = pitch * start, pitch * count
            sheet.box(left, top + 0.03, width, ROW - 0.06, fill=theme.GROUP_FILLS[group],
                      edge=edge, label=f"{part.name}: {group}")  # fmt: skip
            group_mark(group, "").draw(sheet, left + min(0.1, width / 2), top + ROW / 2)
        start += count
