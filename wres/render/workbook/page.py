"""The tables of a report as its page prints them: numbered, with captions and headings.

They are read back from the page and not from the notebooks, so that numbers of tables, passages
that are hidden and every word are those that a reader of the other formats sees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from bs4 import BeautifulSoup, Tag

__all__ = ["Page", "PrintedTable", "read_page"]

# Heads the column of what headings stand among the rows of a printed table.
GROUP = "Heading"
# A paper may number its paragraphs.
_KEY = re.compile(r"(?:[\d.]+ )?Key\. ")
_INDENT = "\x01"
_BLOCKS = {"br", "p", "div", "ul", "ol"}
_BLANK = "\u00a0"  # of which wres/tables/actions_markup.py makes the indent of a line
_SPACE = re.compile(rf"[^\S{_BLANK}]+")
# Pictures within the page, which take long to parse and are in no table.
_DRAWN = re.compile(r'"data:image/[^"]*"')


@dataclass(frozen=True)
class PrintedTable:
    """A table as text; `heads` leading columns head the row; `section` is the chapter's heading.

    `key` explains the symbols of states in a register of actions, as the page does above it.
    """

    label: str
    caption: str
    columns: list[str]
    rows: list[list[str]]
    heads: int
    numeric: list[bool]
    section: str
    key: list[tuple[str, str]] = field(default_factory=list)


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
    page = BeautifulSoup(_DRAWN.sub('""', html), "html.parser")
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
    head = _grid([_row(row) for row in figure.select("thead tr")])
    columns = [_joined([row[place] for row in head]) for place in range(len(head[0]))]
    numeric = ["num" in (cell.get("class") or []) for cell in head[-1]]
    body = _grid([_row(row) for row in figure.select("tbody tr, tfoot tr")])
    plain = [row for row in body if not _is_group(row)]
    rows, heads = [[_lines(cell) for cell in row] for row in plain], _heads(plain)
    if len(plain) < len(body):
        columns, numeric, heads = [GROUP, *columns], [False, *numeric], heads + 1
        rows = [[group, *row] for group, row in zip(_groups(body), rows, strict=True)]
    heading = figure.find_previous("h2")
    return PrintedTable(
        label=str(figure["id"]),
        caption=_words(figure.select_one("figcaption")),
        columns=columns,
        rows=rows,
        heads=heads,
        numeric=numeric,
        section=_words(heading) if isinstance(heading, Tag) else "",
        key=_key(figure) if figure.select_one("table.register") else [],
    )


def _key(figure: Tag) -> list[tuple[str, str]]:
    """Read what the symbols of states mean from the paragraph above their table."""
    said = next(
        (
            one
            for one in figure.find_all_previous(["p", "h2"])
            if one.name == "h2" or _KEY.match(_words(one))
        ),
        None,
    )
    if said is None or said.name == "h2":
        return []
    told = _KEY.sub("", _words(said), count=1).rstrip(".")
    return [(one[:1], f"{one[1:].strip().capitalize()}.") for one in told.split("; ")]


def _is_group(row: list[Tag]) -> bool:
    """Tell whether a row is a heading over the rows below it: one cell across the table."""
    return len(row) > 1 and all(cell is row[0] for cell in row) and _is_heading(row[0])


def _groups(rows: list[list[Tag]]) -> Iterator[str]:
    """Give each row the heading that it stands under."""
    group = ""
    for row in rows:
        if _is_group(row):
            group = _lines(row[0])
        else:
            yield group


def _lines(cell: Tag) -> str:
    """Write a cell's paragraphs and points on lines of their own, points within points indented."""
    parts = []
    for node in cell.descendants:
        if not isinstance(node, Tag):
            parts.append(_SPACE.sub(" ", str(node)))
        elif node.name == "li":
            parts.append(f"\n{_INDENT * len(node.find_parents('li'))}• ")
        else:
            parts.append("\n" if node.name in _BLOCKS else "")
    lines = map(_indented, "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line.strip("• "))


def _indented(line: str) -> str:
    words = line.replace(_INDENT, "").lstrip(" \n")
    typed = len(words) - len(words.lstrip(_BLANK))
    return "    " * line.count(_INDENT) + " " * typed + " ".join(words.split())


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
