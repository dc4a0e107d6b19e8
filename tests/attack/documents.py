"""Word and the workbook of a report, laid out as the page: one way of reading serves all.

Pictures in Word are points: what they say, the same picture in lines says on the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import takewhile
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from docx import Document
from docx.oxml.ns import qn
from docx.table import Table, _Cell
from openpyxl import load_workbook

from tests.unit.render.printed_cells import shown, table_of, words_above

__all__ = ["tables_of_word", "tables_of_workbook", "words_of_word", "words_of_workbook"]

Row = Sequence[tuple[str, str, int]]  # scope ("" for a figure), words, rows that it reaches over


def words_of_word(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the running text of a Word document: contents, headers and properties included."""
    document = Document(str(path))
    for paragraph in document.element.body.iter(qn("w:p")):
        if not any(True for _ in paragraph.iterancestors(qn("w:tbl"))):
            yield "report.docx", _words(paragraph)
    for section in document.sections:
        for place in (section.header, section.footer):
            yield "report.docx", " ".join(one.text for one in place.paragraphs)
    for picture in document.element.body.iter(qn("wp:docPr"), qn("pic:cNvPr")):
        yield "report.docx alt", picture.get("descr") or ""
        yield "report.docx alt", picture.get("title") or ""
    for told in document.element.body.iter(qn("w:tblCaption"), qn("w:tblDescription")):
        yield "report.docx", told.get(qn("w:val"))
    core = document.core_properties
    yield from (("report.docx", str(one)) for one in (core.title, core.subject, core.comments))


def _words(paragraph: object) -> str:
    return "".join(one.text or "" for one in paragraph.iter(qn("w:t")))  # type: ignore[attr-defined]


def tables_of_word(path: Path) -> Iterator[tuple[str, Tag]]:
    """Find the tables of a Word document with their labels, which are bookmarks."""
    document = Document(str(path))
    label = ""
    for element in document.element.body.iter(qn("w:bookmarkStart"), qn("w:tbl")):
        if element.tag == qn("w:tbl"):
            yield label, _page_table(list(_rows_of_word(Table(element, document))))
        elif str(element.get(qn("w:name"))).startswith("tbl-"):
            label = str(element.get(qn("w:name")))


def _rows_of_word(table: Table) -> Iterator[Row]:
    lines = [[_Cell(cell, table) for cell in row.tc_lst] for row in table._tbl.tr_lst]
    yield [("col", cell.text, 1) for cell in lines[0]]
    for number, line in enumerate(lines[1:], start=1):
        heads = sum(1 for _ in _leading_heads(line))
        row = []
        for place, cell in enumerate(line):
            if cell._tc.vMerge == "continue":
                continue
            scope = "rowgroup" if heads > 1 and place == 0 else "row" if place < heads else ""
            row.append((scope, cell.text, _reach(lines, number, place)))
        yield row


def _leading_heads(line: Sequence[_Cell]) -> Iterator[_Cell]:
    """Yield the cells at the beginning of a row that are bold, or go on from above."""
    for cell in line:
        runs = [run for paragraph in cell.paragraphs for run in paragraph.runs]
        if cell._tc.vMerge != "continue" and not (runs and all(run.bold for run in runs)):
            return
        yield cell


def _reach(lines: Sequence[Sequence[_Cell]], number: int, place: int) -> int:
    below = (line[place]._tc.vMerge == "continue" for line in lines[number + 1 :])
    reach = 1
    for goes_on in below:
        if not goes_on:
            break
        reach += 1
    return reach


def words_of_workbook(path: Path) -> Iterator[tuple[str, str]]:
    """Yield what stands in a workbook beside its tables of figures."""
    book = load_workbook(path)
    for sheet in book.worksheets[:3]:
        for row in sheet.iter_rows():
            yield from (("tables.xlsx", shown(cell)) for cell in row)
    for sheet in book.worksheets[3:]:
        yield from (("tables.xlsx", line) for line in words_above(sheet))
        yield "tables.xlsx", str(sheet.oddHeader.left.text)
    properties = book.properties
    yield from (
        ("tables.xlsx", str(one))
        for one in (properties.title, properties.subject, properties.description)
    )


def tables_of_workbook(path: Path) -> Iterator[tuple[str, Tag]]:
    """Find the tables of a workbook; the name of a sheet tells its table's label."""
    for sheet in load_workbook(path).worksheets[3:]:
        head, *body = table_of(sheet)
        (place,) = sheet.tables.values()
        first = sheet[place.ref][1]
        heads = sum(1 for _ in takewhile(lambda cell: cell.font.bold, first))
        rows: list[Row] = [[("col", heading, 1) for heading in head]]
        for row in body:
            scopes = [*["rowgroup"] * (heads - 1), "row", *[""] * (len(row) - heads)]
            rows.append([(scope, text, 1) for scope, text in zip(scopes, row, strict=True)])
        yield _label(sheet.title), _page_table(rows)


def _label(name: str) -> str:
    words = re.sub(r" indicator (\d)$", r"-\1", name.partition(" ")[2])
    return "tbl-" + words.replace(" ", "-").lower()


def _page_table(rows: Sequence[Row]) -> Tag:
    """Write rows as a table of the page."""
    lines = []
    for row in rows:
        cells = [
            f'<th scope="{scope}" rowspan="{reach}">{escape(words)}</th>'
            if scope
            else f"<td>{escape(words)}</td>"
            for scope, words, reach in row
        ]
        lines.append(f"<tr>{''.join(cells)}</tr>")
    made = BeautifulSoup(f"<table>{''.join(lines)}</table>", "html.parser").find("table")
    assert isinstance(made, Tag)
    return made
