"""One look at all that a trust has written: what must be read again, and what is accepted now.

A text is accepted against the figures that it stood beside when it was written or changed, or when
its author says so. Rendering a report accepts nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from wres.accepting.memory import Remembered

__all__ = ["Cell", "Rereading", "Stale", "carried", "text_hash"]


@dataclass(frozen=True)
class Cell:
    """A cell of a chapter with a trust's own text.

    Parameters
    ----------
    chapter : str
        Name of the chapter.
    id : str
        Of the cell; it stays the same when the text changes.
    text : str
        As it was written, inline expressions unfilled.
    """

    chapter: str
    id: str
    text: str

    @property
    def key(self) -> tuple[str, str]:
        """What tells this cell from all others of a report."""
        return (self.chapter, self.id)


@dataclass(frozen=True)
class Stale:
    """A cell that must be read again.

    Parameters
    ----------
    cell : Cell
    moved : tuple of str
        What moved: 'ratio(3): 1.09 -> 1.31'; a row of results in words.
    since : int or None
        The earlier year whose text it is.
    """

    cell: Cell
    moved: tuple[str, ...] = ()
    since: int | None = None


class Rereading:
    """All cells of one report beside what was accepted.

    Parameters
    ----------
    memory : iterable of Remembered
        What was accepted before.
    year : int
        Of the report.
    today : str
        The day, as 2024-10-31.
    current : callable, optional
        Gives a figure that is remembered and that this look did not come across, such as one that
        a sentence states wrongly now; None where it can't be told.
    aside : iterable of Remembered
        What was accepted of texts that this look leaves alone: it stays as it is.
    words : mapping of str to str, optional
        What a reader calls a figure that is remembered by the name of its row.
    """

    def __init__(
        self,
        memory: Iterable[Remembered],
        year: int,
        today: str,
        current: Callable[[str], str | None] = lambda _: None,
        aside: Iterable[Remembered] = (),
        words: Mapping[str, str] | None = None,
    ) -> None:
        self._words = words or {}
        self._before: dict[tuple[str, str], dict[str, Remembered]] = {}
        for row in memory:
            self._before.setdefault((row.chapter, row.cell), {})[row.figure] = row
        self._year, self._today, self._current = year, today, current
        self._aside = list(aside)
        self._cells: dict[tuple[str, str], Cell] = {}
        self._figures: dict[tuple[str, str], dict[str, str]] = {}

    def remember(self, cell: Cell, figures: Mapping[str, str]) -> None:
        """Take note of figures that a cell's text uses, by name, as printed now.

        A cell is looked at from its first call on; further calls add figures.
        """
        self._cells[cell.key] = cell
        known = self._figures.setdefault(cell.key, {})
        known.update({_one_line(name): _one_line(value) for name, value in figures.items()})

    def is_known(self, cell: Cell) -> bool:
        """Say whether anything was accepted of a cell before."""
        return cell.key in self._before

    def cells(self) -> list[Cell]:
        """Return the cells that were looked at."""
        return list(self._cells.values())

    def stale(self) -> list[Stale]:
        """Return the cells whose text is that of before while figures moved, or years passed."""
        found = (self._stale(cell) for cell in self._cells.values())
        return [one for one in found if one.moved or one.since]

    def renewed(self) -> list[Remembered]:
        """Return the memory after this look: new and changed texts count as accepted.

        A text that stands as it was keeps what it was accepted against; cells that are gone are
        forgotten.
        """
        rows = [row for cell in self._cells.values() for row in self._renewed(cell)]
        return [*self._aside, *rows]

    def accepted(self, chosen: Callable[[Cell], bool]) -> tuple[list[Remembered], list[Cell]]:
        """Return the memory with the chosen cells accepted, and those for which that is news."""
        rows = list(self._aside)
        news: list[Cell] = []
        for cell in self._cells.values():
            kept = self._renewed(cell)
            now = self._now(cell) if chosen(cell) else kept
            if _without_day(now) == _without_day(kept):
                now = kept
            else:
                news.append(cell)
            rows += now
        return rows, news

    def _same_text(self, cell: Cell) -> dict[str, Remembered]:
        """Return what is remembered of a cell, if its text is still the one accepted."""
        rows = self._before.get(cell.key, {})
        wanted = text_hash(cell.text)
        return rows if all(row.text_sha256 == wanted for row in rows.values()) else {}

    def _stale(self, cell: Cell) -> Stale:
        rows = self._same_text(cell)
        moved = []
        for name, row in rows.items():
            value = self._value(cell, name)
            if value is not None and value != row.value:
                told = self._words.get(name, name)
                moved.append(f"{told}: {row.value or 'nothing'} -> {value or 'nothing'}")
        earlier = [row.year for row in rows.values() if row.year < self._year]
        return Stale(cell, tuple(moved), max(earlier, default=None))

    def _value(self, cell: Cell, name: str) -> str | None:
        figures = self._figures[cell.key]
        if name in figures or not name:
            return figures.get(name)
        value = self._current(name)
        return None if value is None else _one_line(value)

    def _renewed(self, cell: Cell) -> list[Remembered]:
        rows = self._same_text(cell)
        if not rows:
            return self._now(cell)
        first = next(iter(rows.values()))
        if self._stale(cell) != Stale(cell):
            return list(rows.values())
        seen = [
            replace(first, figure=name, value=value)
            for name, value in self._figures[cell.key].items()
            if name not in rows
        ]
        return [*(row for row in rows.values() if row.figure or not seen), *seen]

    def _now(self, cell: Cell) -> list[Remembered]:
        figures = self._figures[cell.key] or {"": ""}
        return [
            Remembered(*cell.key, text_hash(cell.text), name, value, self._year, self._today)
            for name, value in figures.items()
        ]


def text_hash(text: str) -> str:
    """Return what tells a text from any other; line ends and blanks at the end don't count."""
    lines = [line.rstrip() for line in text.strip().splitlines()]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _without_day(rows: Iterable[Remembered]) -> set[Remembered]:
    return {replace(row, accepted="") for row in rows}


def carried(
    cells: Iterable[Cell], memory: Iterable[Remembered], year: int, day: str
) -> Iterator[Remembered]:
    """Yield what a new year remembers of text that it takes over from `year`.

    A text that was accepted keeps the figures it was accepted against, one that was not is
    remembered without: both are named until they are changed or accepted.
    """
    before: dict[tuple[str, str], list[Remembered]] = {}
    for row in memory:
        before.setdefault((row.chapter, row.cell), []).append(row)
    for cell in cells:
        digest = text_hash(cell.text)
        rows = [row for row in before.get(cell.key, []) if row.text_sha256 == digest]
        yield from rows or [Remembered(*cell.key, digest, "", "", year, day)]
