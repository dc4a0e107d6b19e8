"""Reading a web page: its headings, paragraphs, lists and tables in their order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from wres.audit.documents.contents import (
    Block,
    Document,
    Grid,
    boxed,
    is_lone,
    pictures_told,
    tidy,
)

__all__ = ["read_web"]

_TEXTS: Final = (
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "p",
    "li",
    "dd",
    "dt",
    "figcaption",
    "blockquote",
    "table",
)
# What parts a page's text, beside these: whatever stands between two of them is a paragraph.
_APART: Final = (
    *_TEXTS,
    "ul",
    "ol",
    "dl",
    "div",
    "section",
    "article",
    "main",
    "aside",
    "header",
    "footer",
    "address",
    "pre",
    "figure",
    "details",
    "summary",
    "hr",
)
_LEFT_OUT: Final = ("script", "style", "noscript", "template", "svg", "nav", "head")
_BOXES: Final = frozenset({"div", "section", "article", "aside", "figure", "li", "dl"})
_WIDEST: Final = 200


def read_web(path: Path, content: bytes) -> Document:
    """Read an HTML page."""
    from bs4 import BeautifulSoup  # noqa: PLC0415 - only where used

    page = BeautifulSoup(content, "lxml")  # closes the cells that pages leave open
    title = tidy(page.title.get_text()) if page.title else ""
    pictures = pictures_told(len(page.find_all(("img", "svg", "canvas"))))
    for left_out in page.find_all(_LEFT_OUT):
        left_out.decompose()
    blocks: list[Block] = []
    counts = {"paragraph": 0, "table": 0}
    for block in _blocks(page, counts):
        blocks.append(block)
    return Document(path.name, tuple(blocks), title, pictures)


def _blocks(element: Any, counts: dict[str, int], name: str = "div") -> Iterator[Block]:
    """Give the blocks of an element in their order, text that stands in no paragraph too."""
    run: list[str] = []
    for child in element.children:
        kind = getattr(child, "name", None)
        if kind is None:
            run += [str(child)] if type(child).__name__ == "NavigableString" else []
        elif kind == "br":
            run.append(" ")
        elif kind not in _APART and child.find(_APART) is None:
            run.append(child.get_text(" "))
        else:
            yield from _paragraphs(name, run, counts)
            run = []
            yield from _block(child, counts, name)
    yield from _paragraphs(name, run, counts)


def _block(element: Any, counts: dict[str, int], name: str) -> Iterator[Block]:
    if element.name == "table":
        counts["table"] += 1
        yield _table(element, counts["table"])
    elif (text := _box(element)) is not None:
        counts["paragraph"] += 1
        yield _paragraph("p", text, counts["paragraph"])
    else:
        yield from _blocks(element, counts, element.name if element.name in _TEXTS else name)


def _box(element: Any) -> str | None:
    """Give the line of an element that holds one figure and the words above or below it."""
    parts = [tidy(part) for part in element.stripped_strings]
    if len(parts) < 2 or element.find(("table", "li", "ul", "ol")) is not None:
        return None
    lone = [place for place, part in enumerate(parts) if is_lone(part)]
    if len(lone) != 1 or lone[0] not in {0, len(parts) - 1} or element.name not in _BOXES:
        return None
    words = parts[1:] if lone[0] == 0 else parts[:-1]
    return boxed(parts[lone[0]], " ".join(words), below=lone[0] == 0)


def _paragraphs(name: str, run: Sequence[str], counts: dict[str, int]) -> Iterator[Block]:
    """Give what stands between two blocks as one paragraph, if there are words in it."""
    text = tidy("".join(run))
    if text and (name in _TEXTS or any(letter.isalpha() for letter in text)):
        counts["paragraph"] += 1
        yield _paragraph(name, text, counts["paragraph"])


def _paragraph(name: str, text: str, number: int) -> Block:
    if name.startswith("h") and name[1:].isdigit():
        return Block("heading", text, f"heading “{text[:60]}”", level=int(name[1]), source=number)
    return Block("paragraph", text, f"paragraph {number}", source=number)


def _table(table: Any, number: int) -> Block:
    rows: list[list[str]] = []
    copies: set[tuple[int, int]] = set()
    waiting: dict[tuple[int, int], str] = {}
    heads = 0
    own = [row for row in table.find_all("tr") if row.find_parent("table") is table]
    for place, row in enumerate(own):
        cells = row.find_all(["td", "th"], recursive=False)
        rows.append(_row(place, cells, waiting, copies))
        headed = row.find_parent("thead") is not None or (
            cells and all(c.name == "th" for c in cells)
        )
        heads += place == heads and bool(headed)
    width = max((len(row) for row in rows), default=0)
    padded = tuple(tuple(row + [""] * (width - len(row))) for row in rows)
    caption = tidy(table.caption.get_text(" ")) if table.caption else ""
    grid = Grid(padded, heads or None, frozenset(copies))
    return Block("table", caption, f"table {number}", grid=grid, source=number)


def _row(
    place: int, cells: Any, waiting: dict[tuple[int, int], str], copies: set[tuple[int, int]]
) -> list[str]:
    """Lay one row out, with what cells above it reach down into it."""
    row: list[str] = []

    def fill() -> None:
        while (place, len(row)) in waiting:
            copies.add((place, len(row)))
            row.append(waiting.pop((place, len(row))))

    for cell in cells:
        fill()
        text = tidy(cell.get_text(" "))
        across, down = _span(cell, "colspan"), _span(cell, "rowspan")
        first = len(row)
        for step in range(across):
            if step:
                copies.add((place, first + step))
            row.append(text)
            waiting |= {(place + below, first + step): text for below in range(1, down)}
    fill()
    return row


def _span(cell: Any, name: str) -> int:
    text = str(cell.get(name, "1"))
    return min(max(int(text), 1), _WIDEST) if text.isdigit() else 1
