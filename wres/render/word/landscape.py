"""Registers of many columns on pages that are turned on their side, as in the PDF."""

from __future__ import annotations

from copy import deepcopy
from typing import Any, Final

from docx.oxml.ns import qn

from wres.render.word.marks import new

__all__ = ["is_broad", "turn_pages", "turned_width"]

# assets/report.lua turns the pages of the PDF at as many.
_COLUMNS: Final = 7
_CAPTION: Final = "Table Caption"
_ROW_HEADING: Final = "Row Heading"
# Of the first section alone: a first page of its own looks, and where numbers begin.
_ONCE: Final = ("w:titlePg", "w:pgNumType", "w:type")


def is_broad(table: Any, row_heading: str) -> bool:
    """Say whether a table is a register of many columns: only registers have such row headings."""
    columns = table.findall(f"{qn('w:tblGrid')}/{qn('w:gridCol')}")
    registers = any(one.style == row_heading for one in table.iter(qn("w:p")))
    return len(columns) >= _COLUMNS and registers


def turned_width(document: Any) -> int:
    """Give the width of the text on a page that is turned, in English Metric Units."""
    section = document.sections[-1]
    return int(section.page_height - section.left_margin - section.right_margin)


def turn_pages(document: Any) -> None:
    """Put each such register, with its caption, into a section of its own.

    To be done last: a section's header and footer are those of the whole document.
    """
    ids = {one.name: one.style_id for one in document.styles}
    body = document.element.body
    for table in [one for one in body.findall(qn("w:tbl")) if is_broad(one, ids[_ROW_HEADING])]:
        upright = body.find(qn("w:sectPr"))
        _end_section(_before(table, ids[_CAPTION]), deepcopy(upright))
        for name in _ONCE:
            for one in upright.findall(qn(name)):
                upright.remove(one)
        if _is_last(table):
            _turn(upright)
        else:
            turned = deepcopy(upright)
            _turn(turned)
            _end_section(_line_after(table), turned)


def _before(table: Any, caption: str) -> Any:
    """Give the paragraph before a table's caption, one that is made where there is none."""
    first = table
    while (earlier := first.getprevious()) is not None and (
        earlier.tag == qn("w:bookmarkStart") or getattr(earlier, "style", None) == caption
    ):
        first = earlier
    before = first.getprevious()
    while before is not None and before.tag == qn("w:bookmarkEnd"):
        before = before.getprevious()
    if before is None or before.tag != qn("w:p") or before.find(f".//{qn('w:sectPr')}") is not None:
        before = new("w:p")
        first.addprevious(before)
    return before


def _line_after(table: Any) -> Any:
    """Put a line of no height after a table: a section ends with a paragraph."""
    line = new("w:p")
    flat = new("w:spacing", before="0", after="0", line="20", lineRule="exact")
    line.get_or_add_pPr().append(flat)
    table.addnext(line)
    return line


def _end_section(paragraph: Any, section: Any) -> None:
    paragraph.get_or_add_pPr().append(section)


def _turn(section: Any) -> None:
    size = section.find(qn("w:pgSz"))
    width, height = size.get(qn("w:w")), size.get(qn("w:h"))
    size.set(qn("w:w"), height)
    size.set(qn("w:h"), width)
    size.set(qn("w:orient"), "landscape")


def _is_last(table: Any) -> bool:
    return all(one.tag in {qn("w:sectPr"), qn("w:bookmarkEnd")} for one in table.itersiblings())
