"""A table of text: lists in cells, headings among the rows, columns as wide as need be."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from wres.tables.actions_markup import cell_html, cell_text

__all__ = ["Cell", "TextColumn", "TextRows", "TextTable"]

# A column is given room by its longest text, within these bounds, in characters.
NARROWEST = 9
WIDEST = 60


@dataclass(frozen=True)
class TextColumn:
    """Heading of a column; `width` is a percentage of the table, worked out where it is None."""

    heading: str
    width: int | None = None


@dataclass(frozen=True)
class Cell:
    """Text as it was written; `shade` names a state, by which the cell is coloured as well."""

    text: str
    shade: str = ""


@dataclass(frozen=True)
class TextRows:
    """Rows under one heading; '' where there is none."""

    heading: str
    rows: Sequence[Sequence[Cell]]


@dataclass(frozen=True)
class TextTable:
    """A table of texts under headings; the first column heads its row.

    Parameters
    ----------
    caption : str
    columns : sequence of TextColumn
    groups : sequence of TextRows
        Their headings span the table, and are repeated where a group goes on on another page.
    """

    caption: str
    columns: Sequence[TextColumn]
    groups: Sequence[TextRows]

    def __post_init__(self) -> None:
        if not self.caption:
            raise ValueError("a table needs a caption")
        for group in self.groups:
            widths = {len(row) for row in group.rows} - {len(self.columns)}
            if widths:
                raise ValueError(f"rows of {sorted(widths)} cells under {len(self.columns)}")

    def to_html(self) -> str:
        """Return the table as HTML with headings scoped to column, row and group of rows."""
        head = "".join(f'<th scope="col">{escape(one.heading)}</th>' for one in self.columns)
        widths = "".join(f'<col style="width: {width}%">' for width in self.widths())
        bodies = "\n".join(self._body(group) for group in self.groups)
        return (
            f'<table class="register">\n<colgroup>{widths}</colgroup>\n'
            f"<thead>\n<tr>{head}</tr>\n</thead>\n{bodies}\n</table>"
        )

    def to_text(self) -> str:
        """Return the table as plain lines, for terminals and tests."""
        return "\n".join(" | ".join(line) for line in self._lines())

    def widths(self) -> list[int]:
        """Share the table's width: as set, and the rest by how long texts and words are."""
        rows = [row for group in self.groups for row in group.rows]
        needs = [self._need(place, rows) for place in range(len(self.columns))]
        taken = sum(one.width or 0 for one in self.columns)
        free = sum(need for need, one in zip(needs, self.columns, strict=True) if not one.width)
        left = max(100 - taken, len(self.columns))
        return [
            one.width or max(round(left * need / free), 1)
            for need, one in zip(needs, self.columns, strict=True)
        ]

    def _need(self, place: int, rows: Sequence[Sequence[Cell]]) -> float:
        heading = max(map(len, self.columns[place].heading.split()), default=0)
        texts = [row[place].text for row in rows]
        longest_word = max((len(word) for text in texts for word in text.split()), default=0)
        # The square root lets a text of twice the length be half as high again, not as wide.
        length = 3.0 * math.sqrt(max((len(text) for text in texts), default=0))
        return min(max(NARROWEST, heading, min(longest_word, 16), length), WIDEST)

    def _repr_mimebundle_(self, **_: Any) -> tuple[dict[str, str], dict[str, Any]]:
        data = {"text/html": self.to_html(), "text/plain": self.to_text()}
        return data, {"wres": {"tbl-cap": self.caption}}

    def _lines(self) -> Iterator[list[str]]:
        yield [one.heading for one in self.columns]
        for group in self.groups:
            if group.heading:
                yield [group.heading]
            yield from ([cell_text(cell.text) for cell in row] for row in group.rows)

    def _body(self, group: TextRows) -> str:
        lines = [self._line(row) for row in group.rows]
        if group.heading:
            span = f'<th scope="rowgroup" colspan="{len(self.columns)}" dir="auto">'
            lines.insert(0, f'<tr class="group">{span}{escape(group.heading)}</th></tr>')
        return "<tbody>\n{}\n</tbody>".format("\n".join(lines))

    def _line(self, row: Sequence[Cell]) -> str:
        cells = [f'<th scope="row" dir="auto">{cell_html(row[0].text)}</th>']
        cells += [
            f'<td data-heading="{escape(column.heading)}" dir="auto"{_shaded(cell)}>'
            f"{cell_html(cell.text)}</td>"
            for column, cell in zip(self.columns[1:], row[1:], strict=True)
        ]
        return f"<tr>{''.join(cells)}</tr>"


def _shaded(cell: Cell) -> str:
    return f' class="state-{cell.shade}"' if cell.shade else ""
