"""Widths and heights by the words in cells: not every program works heights out when it opens."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from textwrap import wrap
from typing import Any

from wres.render.workbook.numbers import Number

__all__ = ["fit", "fit_cover", "show_whole", "text_of"]

_WIDEST, _NARROWEST = 48.0, 9.0
_LETTER = 1.15  # of a column's unit, in the size of tables
_PADDING = 2.0
_LINE, _MARGIN = 15.5, 2.0  # points
_USUAL_WIDTH = 9.0
_PAGE = 150.0  # no page is wider: its letters would be too small
# How wide a letter is above a table: a title's, a subtitle's, that of other lines.
_ABOVE = {"title": 1.75, "subtitles": 1.45, "instructions": 1.2, "legend": 1.2, "source": 1.2}


def text_of(cell: Any) -> str:
    """Give the words of a cell, or as much room as a number takes."""
    if isinstance(cell, dict):
        return str(next(iter(cell)))
    return "0" * 8 if isinstance(cell, Number) else str(cell.text)


def fit(sheet: Any, rows: Sequence[Sequence[str]], first: int) -> float:
    """Fit columns and rows of a table to its words; its headings are the row `first`.

    Returns how wide the table is.
    """
    widths = [_width(column) for column in zip(*rows, strict=True)]
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width)
    for place, row in enumerate(rows):
        lines = max(_lines(text, width) for text, width in zip(row, widths, strict=True))
        sheet.set_row(first + place, lines * _LINE + _MARGIN)
    return sum(widths)


def fit_cover(sheet: Any, texts: Iterable[str], width: float) -> None:
    """Fit the rows of a cover, which has one column."""
    for place, text in enumerate(texts):
        lines = _lines(text, width) + (0 if place and text else 0.5)  # headings are larger
        sheet.set_row(place, lines * _LINE + _MARGIN)


def show_whole(
    sheet: Any, words: Mapping[str, Any], *, columns: int, wide: float, last: int
) -> None:
    """Let the printed page be as wide as the lines above the table, which run over its edge."""
    longest = 0.0
    for name, letter in _ABOVE.items():
        said = words.get(name) or ""
        for line in [said] if isinstance(said, str) else said:
            longest = max(longest, len(line) * letter)
    more = max(0, round((min(longest, _PAGE) - wide) / _USUAL_WIDTH))
    sheet.print_area(0, 0, last, columns - 1 + more)


def _width(column: Sequence[str]) -> float:
    """Give a column the width of its words, as far as they need not be broken."""
    heading, *cells = column
    longest = max((len(line) for text in cells for line in text.splitlines()), default=0)
    word = max((len(part) for part in heading.split()), default=0) * 1.15  # in bold
    return min(_WIDEST, max(_NARROWEST, max(longest, word) * _LETTER + _PADDING))


def _lines(text: str, width: float) -> int:
    across = max(1, int((width - _PADDING) / _LETTER) + 4)  # most letters are narrower
    return sum(max(1, len(wrap(line, across))) for line in text.splitlines() or [""])
