"""How wide pictures and the columns of tables are."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Any

from docx.oxml.ns import qn

from wres.render.word.marks import child_of, new, words_of

__all__ = ["fit_columns", "fit_picture", "row_height", "share_out", "text_size"]

_TWIPS = 635  # English Metric Units in a twentieth of a point
_NARROW, _LETTER, _WIDE = 55, 100, 165  # twips of a letter of table text
_NARROW_LETTERS = frozenset("ijltfI.,:;'!/| ")
_WIDE_LETTERS = frozenset("mwMW%@")
_BOLD = 1.12  # of the width that a heading's letters would have
_PADDING = 200
_LINE, _ROW = 205, 80  # twips of a line's height, and of what a row adds to its lines
_LONGEST = 16  # letters: a longer word, an address perhaps, may be broken
_PICTURE_WIDTH = 0.76  # of the text's width, as in the PDF
_PICTURE_HEIGHT = 0.8  # of the text's height, so that the caption has room below


def text_size(document: Any) -> tuple[int, int]:
    """Give width and height of a page's text, in English Metric Units."""
    section = document.sections[-1]
    width = section.page_width - section.left_margin - section.right_margin
    return int(width), int(section.page_height - section.top_margin - section.bottom_margin)


def fit_picture(inline: Any, width: int, height: int) -> None:
    """Scale a picture to the page, its shape as it is."""
    extent = inline.find(qn("wp:extent"))
    across, down = int(extent.get("cx")), int(extent.get("cy"))
    scale = min(width * _PICTURE_WIDTH / across, height * _PICTURE_HEIGHT / down)
    for size in (extent, *inline.iter(qn("a:ext"))):
        if size.get("cx"):
            size.set("cx", str(round(across * scale)))
            size.set("cy", str(round(down * scale)))


def fit_columns(table: Any, width: int) -> None:
    """Give every column its width: as its author set it, or else as its words need."""
    grid = table.find(qn("w:tblGrid"))
    columns = grid.findall(qn("w:gridCol"))
    room = width // _TWIPS
    least, below_heads, most = _needs(table, len(columns))
    if _are_set(table):
        given = [int(column.get(qn("w:w")) or 0) for column in columns]
        wide = _as_given(least, [room * one // (sum(given) or 1) for one in given], room)
    else:
        wide = share_out(share_out(least, below_heads, room), most, room)  # its heads may break
    for column, one in zip(columns, wide, strict=True):
        column.set(qn("w:w"), str(one))
    _set_widths(table, wide)


def row_height(row: Any) -> int:
    """Estimate the height of a row of a table whose columns have their widths.

    It is in English Metric Units.
    """
    return (_LINE * max(_lines(cell) for _, _, cell in _cells(row)) + _ROW) * _TWIPS


def _lines(cell: Any) -> int:
    room = int(cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}").get(qn("w:w"))) - _PADDING
    paragraphs = [_width(words_of(one)) for one in cell.iter(qn("w:p"))]
    return sum(max(1, ceil(wide / max(room, _WIDE))) for wide in paragraphs)


def share_out(least: Sequence[int], wanted: Sequence[int], room: int) -> list[int]:
    """Give each column what it wants, but no less than it needs, as far as there is room.

    Where there is not, narrow columns get theirs first, and the widest share what is left.

    Examples
    --------
    >>> share_out([10, 10, 10], [20, 100, 200], 120)
    [20, 50, 50]
    >>> share_out([10, 60, 10], [20, 100, 200], 120)
    [20, 60, 40]
    """
    wanted = [max(pair) for pair in zip(least, wanted, strict=True)]
    if sum(least) >= room:
        return [room * one // sum(least) for one in least]
    level, step = 0, max(wanted) or 1
    while step:  # the highest level up to which every column can be filled
        step //= 2
        if sum(_filled(least, wanted, level + step)) <= room:
            level += step
    while sum(_filled(least, wanted, level + 1)) <= room and level < max(wanted):
        level += 1
    return _filled(least, wanted, level)


def _as_given(least: Sequence[int], given: Sequence[int], room: int) -> list[int]:
    """Keep to widths that an author set, but for columns too narrow for their words."""
    if sum(least) >= room:
        return share_out(least, given, room)
    spare = [max(0, one - low) for low, one in zip(least, given, strict=True)]
    left = room - sum(least)
    return [low + left * more // (sum(spare) or 1) for low, more in zip(least, spare, strict=True)]


def _filled(least: Sequence[int], wanted: Sequence[int], level: int) -> list[int]:
    return [max(low, min(high, level)) for low, high in zip(least, wanted, strict=True)]


def _are_set(table: Any) -> bool:
    """Tell whether pandoc was given widths: only then it sets a table's layout."""
    return table.find(f"{qn('w:tblPr')}/{qn('w:tblLayout')}") is not None


def _needs(table: Any, number: int) -> tuple[list[int], list[int], list[int]]:
    """Tell the width of each column's longest word, of its longest line below heads, and of any."""
    least, below_heads, most = ([_PADDING] * number for _ in range(3))
    for row in table.findall(qn("w:tr")):
        heads = row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        for place, span, cell in _cells(row):
            if span == 1 and place < number:
                wider = _BOLD if heads or next(cell.iter(qn("w:b")), None) is not None else 1
                text = words_of(cell)
                longest = max(_width(word[:_LONGEST]) for word in text.split(" "))
                line = round(_width(text) * wider) + _PADDING
                least[place] = max(least[place], round(longest * wider) + _PADDING)
                most[place] = max(most[place], line)
                if not heads:
                    below_heads[place] = max(below_heads[place], line)
    return least, below_heads, most


def _width(text: str) -> int:
    return sum(
        _WIDE if letter in _WIDE_LETTERS else _NARROW if letter in _NARROW_LETTERS else _LETTER
        for letter in text
    )


def _cells(row: Any) -> list[tuple[int, int, Any]]:
    """Give the place, the span and the element of each cell of a row."""
    found, place = [], 0
    for cell in row.findall(qn("w:tc")):
        span_of = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
        span = 1 if span_of is None else int(span_of.get(qn("w:val")))
        found.append((place, span, cell))
        place += span
    return found


def _set_widths(table: Any, wide: Sequence[int]) -> None:
    properties = table.find(qn("w:tblPr"))
    whole = child_of(properties, "w:tblW")
    whole.set(qn("w:type"), "dxa")
    whole.set(qn("w:w"), str(sum(wide)))
    if properties.find(qn("w:tblLayout")) is None:
        whole.addnext(new("w:tblLayout"))
    properties.find(qn("w:tblLayout")).set(qn("w:type"), "fixed")
    for row in table.findall(qn("w:tr")):
        for place, span, cell in _cells(row):
            of_cell = cell.get_or_add_tcPr()
            own = of_cell.find(qn("w:tcW"))
            if own is None:
                own = new("w:tcW")
                of_cell.insert(0, own)
            own.set(qn("w:w"), str(sum(wide[place : place + span])))
            own.set(qn("w:type"), "dxa")
