"""One way of building a table, whatever it shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from typing import Any

from wres.labels import (
    NOT_AVAILABLE,
    OVER_ZERO,
    OVER_ZERO_NOTE,
    UNSURE_NOTE,
    UNSURE_SYMBOL,
    WITHHELD_NOTE,
    WITHHELD_SYMBOL,
)
from wres.narrative import NO_TRAVEL
from wres.tables.cells import NOTHING

__all__ = ["Column", "Table", "without_empty"]


NOTES = {UNSURE_SYMBOL: UNSURE_NOTE, WITHHELD_SYMBOL: WITHHELD_NOTE}


@dataclass(frozen=True)
class Column:
    """Heading of a column; numbers are set flush right; `width` is a percentage of the table.

    What goes with a figure (interval, respondents, change) is `derived`: where none of it is
    shown it is not worth a column, even of symbols for what is withheld.
    """

    heading: str
    numeric: bool = False
    width: int | None = None
    derived: bool = False


@dataclass(frozen=True)
class Table:
    """Cells as text, with a caption; the first column (or two) heads its row.

    Parameters
    ----------
    caption : str
        What the table holds, of whom, when, and from which source.
    columns : sequence of Column
    rows : sequence of sequence of str
        One text a column.
    row_headings : int
        How many leading columns head the row. With two, equal neighbours in the first become one
        cell that heads the group of rows.
    """

    caption: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]
    row_headings: int = 1

    def __post_init__(self) -> None:
        if not self.caption:
            raise ValueError("a table needs a caption")
        widths = {len(row) for row in self.rows} - {len(self.columns)}
        if widths:
            raise ValueError(f"rows of {sorted(widths)} cells in a table of {len(self.columns)}")

    @property
    def explained_caption(self) -> str:
        """The caption, which explains the symbols for figures wherever one stands."""
        cells = {cell for row in self.rows for cell in row}
        notes = [note for symbol, note in NOTES.items() if any(symbol in cell for cell in cells)]
        notes += [OVER_ZERO_NOTE] if OVER_ZERO in cells else []
        return " ".join([self.caption, *notes])

    def to_html(self) -> str:
        """Return the table as HTML with scoped headings in both directions."""
        head = "".join(
            f'<th scope="col"{_numeric(column)}>{escape(column.heading)}</th>'
            for column in self.columns
        )
        return (
            f"<table>\n{self._widths()}<thead>\n<tr>{head}</tr>\n</thead>\n"
            f"<tbody>\n{self._body()}\n</tbody>\n</table>"
        )

    def _widths(self) -> str:
        if any(column.width is None for column in self.columns):
            return ""
        cols = "".join(f'<col style="width: {column.width}%">' for column in self.columns)
        return f"<colgroup>{cols}</colgroup>\n"

    def to_text(self) -> str:
        """Return the table as plain lines, for terminals and tests."""
        lines = [[column.heading for column in self.columns], *self.rows]
        return "\n".join(" | ".join(line) for line in lines)

    def _repr_mimebundle_(self, **_: Any) -> tuple[dict[str, str], dict[str, Any]]:
        data = {"text/html": self.to_html(), "text/plain": self.to_text()}
        return data, {"wres": {"tbl-cap": self.explained_caption}}

    def _body(self) -> str:
        if self.row_headings == 1:
            return "\n".join(self._line(row, "") for row in self.rows)
        return "\n".join(
            self._grouped(list(rows)) for _, rows in groupby(self.rows, key=lambda row: row[0])
        )

    def _grouped(self, rows: list[Sequence[str]]) -> str:
        span = f' rowspan="{len(rows)}"' if len(rows) > 1 else ""
        heading = f'<th scope="rowgroup"{span}>{escape(rows[0][0])}</th>'
        return "\n".join(
            self._line(row[1:], "" if place else heading) for place, row in enumerate(rows)
        )

    def _line(self, row: Sequence[str], before: str) -> str:
        columns = self.columns[len(self.columns) - len(row) :]
        cells = [f'<th scope="row">{escape(row[0])}</th>']
        cells += [
            f"<td{_numeric(column)}>{escape(cell)}</td>"
            for column, cell in zip(columns[1:], row[1:], strict=True)
        ]
        return f"<tr>{before}{''.join(cells)}</tr>"


def _numeric(column: Column) -> str:
    return ' class="num"' if column.numeric else ""


def without_empty(
    columns: Sequence[Column], rows: Sequence[Sequence[str]]
) -> tuple[list[Column], list[list[str]]]:
    """Leave out columns of figures in which no row has one; words stay."""
    kept = [
        place
        for place, column in enumerate(columns)
        if _holds_any(column, [row[place] for row in rows])
    ]
    return [columns[place] for place in kept], [[row[place] for place in kept] for row in rows]


def _holds_any(column: Column, cells: Sequence[str]) -> bool:
    if not (column.numeric or column.derived):
        return True
    empty = {NOTHING, NOT_AVAILABLE, str(NO_TRAVEL)}
    return not set(cells) <= (empty | {WITHHELD_SYMBOL} if column.derived else empty)
