"""One report in each of its formats, read back to the same things: blocks in order, tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pikepdf
from bs4 import BeautifulSoup, Tag
from docx import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.table import _Row as Row
from docx.text.paragraph import Paragraph
from openpyxl import load_workbook

from tests.unit.render.printed_cells import table_of, words_above

__all__ = ["Read", "nodes", "read_page", "read_word", "read_workbook"]

Grid = list[list[str]]


@dataclass
class Read:
    """What a reader meets: (kind, words) of each block, tables, alternative texts."""

    blocks: list[tuple[str, str]] = field(default_factory=list)
    tables: list[Grid] = field(default_factory=list)
    alts: list[str] = field(default_factory=list)

    def of(self, kind: str) -> list[str]:
        return [words for found, words in self.blocks if found.startswith(kind)]


def squeezed(text: str) -> str:
    return " ".join(text.split())


def read_page(html: str) -> Read:
    """Read the page without its contents: headings, captions, paragraphs, entries of lists."""
    page = BeautifulSoup(html, "html.parser")
    for contents in page.select("main section.contents"):
        contents.decompose()
    read = Read()
    for tag in page.select_one("main").descendants:  # type: ignore[union-attr]
        if isinstance(tag, Tag):
            _take(tag, read)
    return read


def _take(tag: Tag, read: Read) -> None:
    if tag.name in {"h2", "h3", "h4", "h5"}:
        read.blocks.append((f"heading {int(tag.name[1]) - 1}", squeezed(tag.get_text())))
    elif tag.name == "figcaption":
        read.blocks.append(("caption", squeezed(tag.get_text())))
    elif tag.name == "img":
        read.alts.append(str(tag["alt"]))
    elif tag.name == "table":
        read.tables.append(_grid(tag))
    elif tag.find_parent("table") is not None:
        return  # what stands in a cell is read with its table
    elif tag.name in {"p", "li", "dt", "dd"} and not tag.find(["p", "li"]):
        read.blocks.append(("text", squeezed(tag.get_text())))


def _grid(table: Tag) -> Grid:
    """Repeat a heading over the rows that it heads."""
    grid: Grid = []
    heads: list[str] = []
    for row in table.find_all("tr"):
        cells = row.find_all(["th", "td"])
        texts = [_cell(cell) for cell in cells]
        if cells[0].get("scope") == "rowgroup":
            heads = texts[:1]
        elif heads and len(cells) < len(grid[0]):
            texts = [*heads, *texts]
        grid.append(texts)
    return grid


def _cell(cell: Tag) -> str:
    """Read a cell; what begins a line or an item stands apart from what is before it."""
    for part in cell.find_all(["p", "li", "br"]):
        part.insert_before(" ")
    return squeezed(cell.get_text())


def read_word(path: Path) -> Read:
    """Read the Word document after its contents."""
    document = Document(str(path))
    read = Read()
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            read.tables.append([_word_row(row) for row in block.rows])
        else:
            read.blocks += _paragraph(block)
    read.alts = [frame.get("descr") for frame in document.element.body.iter(qn("wp:docPr"))]
    return read


def _word_row(row: Row) -> list[str]:
    """Read a row; a heading that spans it is one cell."""
    cells = list(row.cells)
    if len(cells) > 1 and all(cell._tc is cells[0]._tc for cell in cells):
        cells = cells[:1]
    return [squeezed(cell.text) for cell in cells]


def _paragraph(paragraph: Paragraph) -> Iterator[tuple[str, str]]:
    style = str(paragraph.style.name if paragraph.style else "")
    words = squeezed(paragraph.text)
    if style in {"Title", "Subtitle", "Report Facts"} or not words:
        return
    if style.startswith("Heading"):
        yield style.lower(), words
    elif style.endswith("Caption"):
        yield "caption", words
    else:
        yield "text", words


def read_workbook(path: Path) -> tuple[dict[str, Grid], dict[str, list[str]]]:
    """Read the workbook: by the name of each sheet its table, and the lines above it."""
    sheets = load_workbook(path).worksheets[3:]
    return (
        {sheet.title: table_of(sheet) for sheet in sheets},
        {sheet.title: words_above(sheet) for sheet in sheets},
    )


def nodes(pdf: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    """Walk the structure tree in reading order."""
    found, waiting = [], [pdf.Root.StructTreeRoot]
    while waiting:
        node = waiting.pop()
        if isinstance(node, pikepdf.Array):
            waiting.extend(reversed(list(node)))
        elif isinstance(node, pikepdf.Dictionary):
            found.append(node)
            if "/K" in node:
                waiting.append(node.K)
    return found
