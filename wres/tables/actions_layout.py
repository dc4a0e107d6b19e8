"""A table of text: lists in cells, headings among the rows, columns as wide as need be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import compress
from typing import Any

from wres.actions.room import SMALL, needs, share_out
from wres.chapters.reading import prose_html
from wres.tables.actions_markup import cell_html, cell_text

__all__ = ["Cell", "TextColumn", "TextRows", "TextTable"]

FEW_COLUMNS = 3  # a phone shows so many side by side


@dataclass(frozen=True)
class TextColumn:
    """Heading of a column; `width` is a percentage of the table, worked out where it is None."""

    heading: str
    width: int | None = None


@dataclass(frozen=True)
class Cell:
    """Text as it was written; `shade` names a state, by which the cell is coloured as well.

    One of prose keeps its emphasis and links, like the texts of a document.
    """

    text: str
    shade: str = ""
    is_prose: bool = False

    @property
    def html(self) -> str:
        """What stands in it."""
        return prose_html(self.text) if self.is_prose else cell_html(self.text)


@dataclass(frozen=True)
class TextRows:
    """Rows under one heading; '' where there is none."""

    heading: str
    rows: Sequence[Sequence[Cell]]


@dataclass(frozen=True)
class TextTable:
    """A table of texts under headings; one column heads its row, the first unless another does.

    Parameters
    ----------
    caption : str
    columns : sequence of TextColumn
    groups : sequence of TextRows
        Their headings span the table, and are repeated where a group goes on on another page.
    row_heading : int
        Place of the column that heads its row.
    """

    caption: str
    columns: Sequence[TextColumn]
    groups: Sequence[TextRows]
    row_heading: int = 0

    def __post_init__(self) -> None:
        if not self.caption:
            raise ValueError("a table needs a caption")
        for group in self.groups:
            widths = {len(row) for row in group.rows} - {len(self.columns)}
            if widths:
                raise ValueError(f"rows of {sorted(widths)} cells under {len(self.columns)}")

    def without_blanks(self) -> TextTable:
        """Leave out columns that are blank in every row; that which heads rows stays."""
        rows = [row for group in self.groups for row in group.rows]
        kept = [
            place == self.row_heading or any(row[place].text for row in rows)
            for place in range(len(self.columns))
        ]
        groups = [
            TextRows(group.heading, [list(compress(row, kept)) for row in group.rows])
            for group in self.groups
        ]
        columns = list(compress(self.columns, kept))
        return TextTable(self.caption, columns, groups, sum(kept[: self.row_heading]))

    def to_html(self) -> str:
        """Return the table as HTML with headings scoped to column, row and group of rows."""
        head = "".join(f'<th scope="col">{escape(one.heading)}</th>' for one in self.columns)
        widths = "".join(f'<col style="width: {width}%">' for width in self.widths())
        bodies = "\n".join(self._body(group) for group in self.groups)
        brief = " brief" if len(self.columns) <= FEW_COLUMNS else ""
        small = " small" if self.is_small else ""
        return (
            f'<table class="register{brief}{small}">\n<colgroup>{widths}</colgroup>\n'
            f"<thead>\n<tr>{head}</tr>\n</thead>\n{bodies}\n</table>"
        )

    def to_text(self) -> str:
        """Return the table as plain lines, for terminals and tests."""
        return "\n".join(" | ".join(line) for line in self._lines())

    def widths(self) -> list[float]:
        """Share the table's width in per cent: no column narrower than its longest word.

        Beyond that, as set, else by how much text a column has.
        """
        texts = self._texts()
        length = [max(map(len, some)) ** 0.8 for some in texts]
        least = needs(texts, SMALL if self.is_small else 1.0)
        return share_out(least, [one.width for one in self.columns], length)

    @property
    def is_small(self) -> bool:
        """Whether words of the usual size would not all fit side by side."""
        return sum(needs(self._texts())) > 100

    def _texts(self) -> list[list[str]]:
        """Give the heading and the texts of each column."""
        rows = [row for group in self.groups for row in group.rows]
        return [
            [column.heading, *(row[place].text for row in rows)]
            for place, column in enumerate(self.columns)
        ]

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
        return f"<tr>{''.join(self._cell(place, cell) for place, cell in enumerate(row))}</tr>"

    def _cell(self, place: int, cell: Cell) -> str:
        tag, scope = ("th", ' scope="row"') if place == self.row_heading else ("td", "")
        heading = f' data-heading="{escape(self.columns[place].heading)}"'
        shade = f' class="state-{cell.shade}"' if cell.shade else ""
        return f'<{tag}{scope}{heading} dir="auto"{shade}>{cell.html}</{tag}>'
