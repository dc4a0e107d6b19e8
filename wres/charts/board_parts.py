"""The board and its parts in seats, taken out of results."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from wres.chapters.reading import Chapter
from wres.charts.cells import Cell
from wres.labels import (
    BOARD_PARTS,
    WITHHELD_SYMBOL,
    decapitalise,
    format_headcount,
    format_seats,
)

__all__ = ["SEATS_AT_MOST", "BoardPart", "board_parts"]

# Larger boards are drawn as a bar: nobody counts so many seats.
SEATS_AT_MOST = 30
ORDER = ("BME", "White", "Unknown")


@dataclass(frozen=True)
class BoardPart:
    """The board or a part of it.

    Parameters
    ----------
    name : str
    seats : dict of str to int
        Members by group; empty where a group is not known.
    total : int
        Members.
    status : str
        Why there are no seats to draw.
    term : str
        What BME members are called.
    parity : float or None
        Seats that the workforce's BME share would be.
    goal : str
        The same as printed; empty where it is not known.
    """

    name: str
    seats: dict[str, int]
    total: int
    status: str
    term: str
    parity: float | None = None
    goal: str = ""

    @property
    def is_drawn(self) -> bool:
        """Whether every member's group is known, Unknown among them."""
        return bool(self.seats) and self.total > 0

    @property
    def held(self) -> str:
        """BME members of all members: '1 of 14'."""
        return f"{format_headcount(self.seats['BME'])} of {format_headcount(self.total)}"

    @property
    def members(self) -> str:
        """The part as it is named in a sentence."""
        if self.name == BOARD_PARTS["all"]:
            return "board members"
        return f"{decapitalise(self.name)} of the board"

    @property
    def told(self) -> str:
        """The figures in words, or why there are none."""
        if not self.is_drawn:
            return WITHHELD_SYMBOL if self.status == "suppressed" else self.status
        share = f"; workforce share {self.goal}" if self.goal else ""
        return f"{self.held} {self.term}{share}"


def board_parts(chapter: Chapter) -> list[BoardPart]:
    """Take the board and its parts out of a chapter's results.

    Executive members by vote are left out where all executive members stand there, as in the
    chapter's sentences, and non-executive members likewise.
    """
    found = {name: _part(chapter, name, title) for name, title in BOARD_PARTS.items()}
    known = {name: part for name, part in found.items() if part is not None}
    return [part for name, part in known.items() if not _is_told_by(name, known)]


def _is_told_by(breakdown: str, known: Collection[str]) -> bool:
    """Say whether members by vote stand in a part of all their kind."""
    kind, _, vote = breakdown.partition(";")
    return bool(vote) and kind in known


def _part(chapter: Chapter, breakdown: str, name: str) -> BoardPart | None:
    rows = chapter.rows(indicator="9", measure="share", breakdown=breakdown)
    cells = {str(row.group): Cell.of(row) for row in rows.itertuples()}
    if "BME" not in cells or cells["BME"].status in ("not available", "as published"):
        return None
    known = {group: cells[group].count for group in ORDER if group in cells}
    seats = {group: count for group, count in known.items() if count is not None}
    whole = len(seats) == len(ORDER)
    hidden = any(cell.is_withheld for cell in cells.values())
    status = "suppressed" if hidden else cells["BME"].status
    total = cells["BME"].base or 0
    if not whole and not hidden:
        return None
    parity = _parity(chapter, breakdown) if whole and total else None
    term = chapter.group_label("BME")
    value, goal = (parity.value, format_seats(parity.value or 0.0)) if parity else (None, "")
    return BoardPart(name, seats if whole else {}, total, status, term, value, goal)


def _parity(chapter: Chapter, breakdown: str) -> Cell | None:
    row = chapter.row(indicator="9", measure="parity_headcount", breakdown=breakdown, group="BME")
    cell = None if row is None else Cell.of(row)
    return cell if cell is not None and cell.value is not None else None
