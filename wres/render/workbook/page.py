"""The tables of a report as its page prints them: numbered, with captions and headings.

They are read back from the page and not from the notebooks, so that numbers of tables, passages
that are hidden and every word are those that a reader of the other formats sees.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from bs4 import BeautifulSoup, Tag

__all__ = ["Page", "PrintedTable", "read_page"]


@dataclass(frozen=True)
class PrintedTable:
    """A table as text; `heads` leading columns head the row; `section` is the chapter's heading."""

    label: str
    caption: str
    columns: list[str]
    rows: list[list[str]]
    heads: int
    numeric: list[bool]
    section: str


@dataclass(frozen=True)
class Page:
    """What of a report's page goes into the workbook."""

    title: str
    facts: list[str]
    marking: str
    running: str
    tables: list[PrintedTable]
    glossary: list[tuple[str, str]]


def read_page(html: str) -> Page:
    """Read the tables of a report, and what is said of all of them."""
    page = BeautifulSoup(html, "html.parser")
    masthead = page.select_one(".masthead")
    head = masthead if masthead is not None else page
    return Page(
        title=_words(head.select_one("h1")),
        facts=[_words(found) for found in head.select(".subtitle, .facts") if _words(found)],
        marking=_words(head.select_one(".marking")),
        running=_words(page.select_one("title")).rpartition(" – ")[0],
        tables=[_table(figure) for figure in page.select("figure.float-tbl")],
        glossary=list(_glossary(page)),
    )


def _words(tag: Tag | None) -> str:
    return "" if tag is None else " ".join(tag.get_text().split())


def _glossary(page: BeautifulSoup) -> Iterator[tuple[str, str]]:
    for term in page.select("#sec-glossary dt"):
        told = term.find_next_sibling("dd")
        if isinstance(told, Tag):
            yield _words(term), _words(told)


def _table(figure: Tag) -> PrintedTable:
    head = [_row(row) for row in figure.select("thead tr")]
    body = [_row(row) for row in figure.select("tbody tr, tfoot tr")]
    cells = _grid(body)
    columns = _grid(head)
    heading = figure.find_previous("h2")
    return PrintedTable(
        label=str(figure["id"]),
        caption=_words(figure.select_one("figcaption")),
        columns=[_joined([row[place] for row in columns]) for place in range(len(columns[0]))],
        rows=[[_words(cell) for cell in row] for row in cells],
        heads=_heads(cells),
        numeric=["num" in (cell.get("class") or []) for cell in columns[-1]],
        section=_words(heading) if isinstance(heading, Tag) else "",
    )


def _row(row: Tag) -> list[Tag]:
    return row.find_all(["th", "td"], recursive=False)


def _grid(rows: list[list[Tag]]) -> list[list[Tag]]:
    """Repeat a cell wherever it reaches, so that every row says what it is a row of."""
    grid: list[list[Tag]] = []
    reaching: dict[int, tuple[Tag, int]] = {}
    for row in rows:
        line: list[Tag] = []
        waiting = list(row)
        while waiting or len(line) in reaching:
            if len(line) in reaching:
                place = len(line)
                cell, left = reaching.pop(place)
                if left > 1:
                    reaching[place] = cell, left - 1
                line.append(cell)
                continue
            cell = waiting.pop(0)
            for _ in range(int(str(cell.get("colspan") or 1))):
                down = int(str(cell.get("rowspan") or 1))
                if down > 1:
                    reaching[len(line)] = cell, down - 1
                line.append(cell)
        grid.append(line)
    return grid


def _joined(cells: list[Tag]) -> str:
    """Write the levels of a column's heading as one."""
    return ": ".join(dict.fromkeys(words for cell in cells if (words := _words(cell))))


def _heads(rows: list[list[Tag]]) -> int:
    """Tell how many leading columns are headings in every row."""
    return min((len(list(takewhile(_is_heading, row))) for row in rows), default=0)


def _is_heading(cell: Tag) -> bool:
    return cell.name == "th"
