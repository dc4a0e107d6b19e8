"""Tables in Word: heads that repeat, whole rows, and what Word needs to know of both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise, takewhile
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.parfmt import ParagraphFormat

from wres.render.word.landscape import is_broad, turned_size
from wres.render.word.marks import child_of, flag, new, words_of
from wres.render.word.widths import fit_columns, row_height, text_size

__all__ = ["lay_out_tables"]

_TEXT = "Table Text"
_CELL_STYLES = {"Compact", "BodyText", "FirstParagraph"}
_RUNNING = {*_CELL_STYLES, "Note", "Label", "NumberedParagraph"}
_BOOKMARKS = {qn("w:bookmarkStart"), qn("w:bookmarkEnd")}
# A table that is no higher stays on one page, as in the PDF (assets/typst-template.typ).
_SHORT = Cm(8.5)
# A row that takes more of a page's height may go on over the next: kept whole it could lose lines.
_FITS = 0.8
_ROW_HEADING = "Row Heading"
_LIST_INDENT = Pt(9)  # a narrow cell has no room for that of running text
# What a cell's properties hold after its shading, in the schema's order.
_AFTER_SHADING = (
    *("w:noWrap", "w:tcMar", "w:textDirection", "w:tcFitText", "w:vAlign", "w:hideMark"),
)
# Properties of a table after which its caption may stand, in the schema's order.
_AFTER = ("w:tblCaption", "w:tblDescription")


def lay_out_tables(document: Any) -> None:
    """Lay out every table of a document."""
    styles = [one for one in document.styles if one.type == WD_STYLE_TYPE.PARAGRAPH]
    ids = {one.name: one.style_id for one in styles}
    fills = {one.style_id: fill for one in styles if (fill := _fill_of(one.element))}
    upright, turned = text_size(document), turned_size(document)
    for table in document.element.body.iter(qn("w:tbl")):
        broad = is_broad(table, ids[_ROW_HEADING])
        width, height = turned if broad else upright
        fit_columns(table, width)
        _lay_out(table, ids[_TEXT], ids[_ROW_HEADING], height)
        _shade_cells(table, fills)
        _give_air(table)


def _fill_of(style: Any) -> str:
    """Give the colour behind a style's paragraphs, if it has any."""
    shading = style.find(f"{qn('w:pPr')}/{qn('w:shd')}")
    return "" if shading is None else str(shading.get(qn("w:fill")))


def _shade_cells(table: Any, fills: Mapping[str, str]) -> None:
    """Colour the whole cell as the style of its first paragraph is coloured."""
    for cell in table.iter(qn("w:tc")):
        first = cell.find(qn("w:p"))
        fill = "" if first is None else fills.get(first.style or "", "")
        if fill:
            shading = new("w:shd", val="clear", color="auto", fill=fill)
            cell.get_or_add_tcPr().insert_element_before(shading, *_AFTER_SHADING)


def _give_air(table: Any) -> None:
    """Set what comes after a table apart from it, where that is running text."""
    after = table.getnext()
    while after is not None and after.tag in _BOOKMARKS:
        after = after.getnext()
    if after is None or after.tag != qn("w:p") or after.style not in _RUNNING:
        return
    if not words_of(after).strip() and after.find(f".//{qn('w:drawing')}") is None:
        after.getparent().remove(after)  # Quarto's, between tables
    else:
        ParagraphFormat(after).space_before = Pt(10)


def _lay_out(table: Any, text: str, row_heading: str, page: int) -> None:
    rows = table.findall(qn("w:tr"))
    heads = list(takewhile(_repeats, rows))
    heights = [row_height(row) for row in rows]
    for row, height in zip(rows, heights, strict=True):
        if height < page * _FITS:
            flag(_row_properties(row), "w:cantSplit")
        _order(_row_properties(row))
    for paragraph in table.iter(qn("w:p")):
        _set_style(paragraph, text)
        _indent(paragraph)
    _keep_together(rows, len(heads), short=sum(heights) <= _SHORT)
    first_column = len(rows) > len(heads) and all(
        _is_heading(row, row_heading) for row in rows[len(heads) :]
    )
    _tell_of(table, heads=bool(heads), first_column=first_column)


def _keep_together(rows: Sequence[Any], heads: int, *, short: bool) -> None:
    """Let no page end between rows that belong together; columns have their widths."""
    for row in rows[heads:]:
        if len(rows[0].tc_lst) > 1 and len(row.tc_lst) == 1:
            _keep_with_next(row)  # a heading among the rows
    for row, after in pairwise(rows):
        if _goes_on(after):
            _keep_with_next(row)
    if short:
        for row in rows[:-1]:
            _keep_with_next(row)
    elif heads:
        for row in rows[: heads + 1]:
            _keep_with_next(row)


def _repeats(row: Any) -> bool:
    return row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None


def _row_properties(row: Any) -> Any:
    found = row.find(qn("w:trPr"))
    if found is None:
        found = new("w:trPr")
        row.insert(0, found)
    return found


def _order(properties: Any) -> None:
    """Let what must not split stand before what repeats: Word reads its schema's order."""
    properties[:] = sorted(properties, key=lambda one: one.tag == qn("w:tblHeader"))


def _set_style(paragraph: Any, text: str) -> None:
    properties = paragraph.get_or_add_pPr()
    style = properties.find(qn("w:pStyle"))
    if style is None:
        style = new("w:pStyle")
        properties.insert(0, style)
    elif style.get(qn("w:val")) not in _CELL_STYLES:
        return
    style.set(qn("w:val"), text)


def _indent(paragraph: Any) -> None:
    """Indent an entry of a list, by its level, no more than its mark needs."""
    level = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:ilvl')}")
    if level is not None:
        layout = ParagraphFormat(paragraph)
        layout.left_indent = Pt(_LIST_INDENT.pt * (int(level.get(qn("w:val"))) + 1))
        layout.first_line_indent = -_LIST_INDENT


def _keep_with_next(row: Any) -> None:
    for paragraph in row.iter(qn("w:p")):
        properties = paragraph.get_or_add_pPr()
        if properties.find(qn("w:keepNext")) is None:
            properties.insert(1, new("w:keepNext"))


def _tell_of(table: Any, *, heads: bool, first_column: bool) -> None:
    """Say which cells are headings, and what the table shows, to who hears it read."""
    properties = table.find(qn("w:tblPr"))
    look = child_of(properties, "w:tblLook")
    look.set(qn("w:firstRow"), "1" if heads else "0")
    look.set(qn("w:firstColumn"), "1" if first_column else "0")
    look.set(qn("w:noVBand"), "1")
    look.set(qn("w:noHBand"), "1")
    value = 0x0600 | (0x0020 if heads else 0) | (0x0080 if first_column else 0)
    look.set(qn("w:val"), f"{value:04X}")
    caption = table.getprevious()
    if caption is not None and caption.tag == qn("w:p"):
        words = words_of(caption)
        label, _, said = words.partition(": ")
        for name, told in zip(_AFTER, (label, said), strict=True):
            entry = child_of(properties, name)
            entry.set(qn("w:val"), told)


def _goes_on(row: Any) -> bool:
    """Tell whether a row stands under the heading of the row above it."""
    merged = row.find(qn("w:tc")).find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    return merged is not None and merged.get(qn("w:val")) != "restart"


def _is_heading(row: Any, style: str) -> bool:
    """Tell whether a row begins with a heading.

    That is a cell in bold or in the style of headings of rows, or one that goes on from above.
    """
    if _goes_on(row):
        return True
    cell = row.find(qn("w:tc"))
    if all(one.style == style for one in cell.iter(qn("w:p"))):
        return True
    runs = list(cell.iter(qn("w:r")))
    return bool(runs) and all(run.find(f"{qn('w:rPr')}/{qn('w:b')}") is not None for run in runs)
