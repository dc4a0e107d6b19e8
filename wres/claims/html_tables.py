"""Tables that a text has in HTML, as rows of cells with their places in the text.

BeautifulSoup, which reads the rendered report, tells where a tag begins and not where it ends; the
parser below it tells both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from wres.claims.drawn_tables import Cell, again, under_one_head

__all__ = ["HtmlTable", "html_tables"]

_TABLE = re.compile(r"<table\b.*?</table\s*>", re.DOTALL | re.IGNORECASE)
_CELLS = frozenset({"td", "th", "caption"})
# No table of a report has more columns than this to span.
_MOST = 50


@dataclass(frozen=True)
class HtmlTable:
    """A table with its place in the text; the first of its rows are the headings."""

    first: int
    last: int
    rows: tuple[tuple[Cell, ...], ...]
    caption: str


def html_tables(source: str, words: str) -> Iterator[HtmlTable]:
    """Find the tables that a text has in HTML.

    Parameters
    ----------
    source : str
        With its tags, from which the cells' places are read.
    words : str
        The same with its tags blanked: what a reader sees, each character in its place.

    Examples
    --------
    >>> text = "<table><tr><th>Group<th>Share</tr><tr><td>BME</td><td>9%</td></tr></table>"
    >>> (table,) = html_tables(text, text)
    >>> [[cell.text for cell in row] for row in table.rows]
    [['Group', 'Share'], ['BME', '9%']]
    """
    for match in _TABLE.finditer(source):
        reader = _Reader(words, match.start())
        reader.feed(match[0])
        reader.close()
        rows = tuple(tuple(row) for row in _laid_out(reader.rows))
        if rows:
            yield HtmlTable(match.start(), match.end(), rows, reader.caption)


@dataclass(frozen=True)
class _Spanning:
    """A cell as its tag has it."""

    cell: Cell
    head: bool
    across: int
    down: int


class _Reader(HTMLParser):
    """The cells of one table, row by row."""

    def __init__(self, words: str, start: int) -> None:
        super().__init__(convert_charrefs=False)
        self.rows: list[list[_Spanning]] = []
        self.caption = ""
        self._words, self._start = words, start
        self._lines: list[int] = [0]
        self._open: tuple[str, int, int, int] | None = None

    def feed(self, data: str) -> None:
        """Read the table, whose lines' places are kept."""
        self._lines = [0, *(at.end() for at in re.finditer("\n", data))]
        super().feed(data)

    def _place(self) -> int:
        line, column = self.getpos()
        return self._start + self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a row or a cell; what was open before ends with it."""
        if tag in _CELLS | {"tr"}:
            self._close()
        if tag == "tr":
            self.rows.append([])
        elif tag in _CELLS:
            begin = self._place() + len(self.get_starttag_text() or "")
            spans = dict(attrs)
            self._open = tag, begin, _many(spans.get("colspan")), _many(spans.get("rowspan"))

    def handle_endtag(self, tag: str) -> None:
        """End the cell that is open."""
        if tag in _CELLS | {"tr", "table"}:
            self._close()

    def _close(self) -> None:
        if self._open is None:
            return
        tag, begin, across, down = self._open
        self._open = None
        text = self._words[begin : self._place()].replace("\n", " ")
        cell = Cell(text.strip(), begin + len(text) - len(text.lstrip()))
        if tag == "caption":
            self.caption = " ".join(cell.text.split())
        elif self.rows:
            self.rows[-1].append(_Spanning(cell, tag == "th", across, down))


def _many(text: str | None) -> int:
    return min(int(text), _MOST) if text and text.isdigit() and int(text) else 1


def _laid_out(rows: list[list[_Spanning]]) -> list[list[Cell]]:
    """Give each cell its column, and what spans several columns or rows its place in each."""
    rows = [row for row in rows if row]
    grid: dict[tuple[int, int], Cell] = {}
    for down, row in enumerate(rows):
        column = 0
        for one in row:
            while (down, column) in grid:
                column += 1
            for below in range(one.down):
                for beside in range(one.across):
                    first = not below and not beside
                    grid[down + below, column + beside] = one.cell if first else again(one.cell)
    width = max((column for _, column in grid), default=-1) + 1
    laid = [[grid.get((at, one), Cell("", 0)) for one in range(width)] for at in range(len(rows))]
    named = [all(one.head for one in row) for row in rows]
    heads = named.index(False) if False in named else 1
    return under_one_head(laid, max(heads, 1)) if laid else []
