"""Registers of many columns on pages that are turned on their side, as in the PDF."""

from __future__ import annotations

from collections.abc import Collection
from copy import deepcopy
from typing import Any, Final

from docx.oxml.ns import qn

from wres.render.word.furniture import turn_footers
from wres.render.word.marks import new, words_of

__all__ = ["is_broad", "turn_pages", "turned_size"]

# assets/report.lua turns the pages of the PDF at as many.
_COLUMNS: Final = 7
_CAPTION: Final = "Table Caption"
_HEADING: Final = "Heading 1"
_TITLES: Final = ("Title", "Subtitle", "Report Facts")
_MARKS: Final = {qn("w:bookmarkStart"), qn("w:bookmarkEnd")}
_LINES: Final = {qn("w:p"), *_MARKS}
_FEW_LETTERS: Final = 1200  # of a page that is lower than others; the PDF has as many
_ROW_HEADING: Final = "Row Heading"
# Of the first section alone: a first page of its own looks, and where numbers begin.
_ONCE: Final = ("w:titlePg", "w:pgNumType", "w:type")


def is_broad(table: Any, row_heading: str) -> bool:
    """Say whether a table is a register of many columns: only registers have such row headings."""
    columns = table.findall(f"{qn('w:tblGrid')}/{qn('w:gridCol')}")
    registers = any(one.style == row_heading for one in table.iter(qn("w:p")))
    return len(columns) >= _COLUMNS and registers


def turned_size(document: Any) -> tuple[int, int]:
    """Give width and height of the text on a page that is turned, in English Metric Units."""
    section = document.sections[-1]
    width = section.page_height - section.left_margin - section.right_margin
    return int(width), int(section.page_width - section.top_margin - section.bottom_margin)


def turn_pages(document: Any) -> None:
    """Put each such register, with its caption and the heading above it, into a section of its own.

    To be done last: a section's header and footer are those of the whole document.
    """
    ids = {one.name: one.style_id for one in document.styles}
    body = document.element.body
    width, _ = turned_size(document)
    for table in [one for one in body.findall(qn("w:tbl")) if is_broad(one, ids[_ROW_HEADING])]:
        upright = body.find(qn("w:sectPr"))
        first = _opening(_captioned(table, ids[_CAPTION]), ids.get(_HEADING, ""))
        if not _is_first(first, {ids[name] for name in _TITLES if name in ids}):
            _end_section(_line_before(first), _taken(upright))
        turned = upright if _is_last(table) else _taken(upright)
        _turn(turned)
        turn_footers(document, turned, width)
        if turned is not upright:
            _end_section(_line_after(table), turned)


def _taken(upright: Any) -> Any:
    """Copy the section for the pages before; what is of the first alone is then told."""
    taken = deepcopy(upright)
    for name in _ONCE:
        for one in upright.findall(qn(name)):
            upright.remove(one)
    return taken


def _captioned(table: Any, caption: str) -> Any:
    """Give what a table begins with: its caption, and bookmarks before that."""
    first = table
    while (earlier := first.getprevious()) is not None and (
        earlier.tag == qn("w:bookmarkStart") or getattr(earlier, "style", None) == caption
    ):
        first = earlier
    return first


def _opening(first: Any, heading: str) -> Any:
    """Give the heading under which it stands, if no more than a few lines are between."""
    letters, earlier = 0, first.getprevious()
    while earlier is not None and earlier.tag in _LINES and letters < _FEW_LETTERS:
        if earlier.find(f".//{qn('w:sectPr')}") is not None:
            break
        if getattr(earlier, "style", None) == heading:
            return _with_bookmarks(earlier)
        letters += len(words_of(earlier))
        earlier = earlier.getprevious()
    return first


def _with_bookmarks(first: Any) -> Any:
    while (earlier := first.getprevious()) is not None and earlier.tag == qn("w:bookmarkStart"):
        first = earlier
    return first


def _is_first(first: Any, titles: Collection[str]) -> bool:
    """Say whether nothing but the title stands before it."""
    before = first.itersiblings(preceding=True)
    return all(one.tag in _MARKS or getattr(one, "style", None) in titles for one in before)


def _line_before(first: Any) -> Any:
    """Give the paragraph before, one that is made where there is none: it ends a section."""
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
