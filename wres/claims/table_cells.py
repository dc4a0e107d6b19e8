"""A table as cells with their places; which columns are headings and which figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wres.claims.drawn_tables import Cell
from wres.claims.markup import Block, is_rule
from wres.claims.sentences import sentences

__all__ = [
    "Cell",
    "caption_of",
    "is_figure",
    "is_sentence",
    "is_total",
    "is_year",
    "leading_columns",
    "prose_of",
    "rows_of",
]

_VALUE = re.compile(r"[\s<~≈+−–-]*£?\d[\d,]*(?:\.\d+)?\s*%?\s*(?:\([^)]*\)|/\s*\d[\d,]*)?[\s*†‡]*$")
_YEAR = re.compile(r"\s*(?:19|20)\d\d(?:\s?[/–-]\s?(?:20)?\d\d)?\s*$")
_TOTAL = re.compile(r"^\s*(?:grand\s+)?(?:total|all|overall)\s*$", re.IGNORECASE)


_WORDS_OF_A_SENTENCE = 5


def caption_of(blocks: Sequence[Block], place: int) -> str:
    """Give what is said of a table: its caption, or the last sentence right above it."""
    if blocks[place].caption:
        return blocks[place].caption
    below = blocks[place + 1].text.strip() if place + 1 < len(blocks) else ""
    if below.startswith(":"):
        return below.strip(": ")
    above = blocks[place - 1] if place else None
    if above is None or above.kind == "table":
        return ""
    ends = sentences(above.text)
    return above.text[slice(*ends[-1])].strip() if ends else ""


def rows_of(block: Block) -> list[list[Cell]]:
    """Give the cells of a table's lines, headings first; the rule below them is left out."""
    if block.rows:
        return [list(row) for row in block.rows]
    return [_cells(line, start) for line, start in _lines(block) if not is_rule(line)]


def prose_of(rows: Sequence[Sequence[Cell]]) -> list[tuple[Cell, tuple[str, str]]]:
    """Give the cells that hold words and not a figure alone, with headings of row and column."""
    body = rows[1:]
    header = [cell.text for cell in rows[0]] if rows else []
    width = max((len(row) for row in body), default=0)
    leading = leading_columns(body)
    first = leading if leading < width else 1
    return [
        (cell, (row[0].text, header[column] if column < len(header) else ""))
        for row in body
        for column, cell in enumerate(row[first:], start=first)
        if cell.text and not is_figure(cell.text) and not is_year(cell.text)
    ]


def is_sentence(text: str) -> bool:
    """Say whether a cell holds whole sentences, and no label.

    Examples
    --------
    >>> is_sentence("The ratio fell to 1.45 this year."), is_sentence("1.45, down from 1.61")
    (True, False)
    """
    return text.endswith(".") and len(text.split()) >= _WORDS_OF_A_SENTENCE


def is_figure(text: str) -> bool:
    """Say whether a cell holds a figure, and not a name or a year.

    Examples
    --------
    >>> [is_figure(text) for text in ("25.3%", "284 (11.5%)", "2019/20", "Band 5", "n/a")]
    [True, True, False, False, False]
    """
    return _VALUE.match(text) is not None and not is_year(text)


def is_year(text: str) -> bool:
    """Say whether a cell is a year: `2019`, `2019/20`."""
    return _YEAR.match(text) is not None


def is_total(text: str) -> bool:
    """Say whether a heading is that of all together."""
    return _TOTAL.match(text) is not None


def leading_columns(body: Sequence[Sequence[Cell]]) -> int:
    """Say how many columns hold the rows' headings: all before the first of figures."""
    width = max((len(row) for row in body), default=0)
    for column in range(1, width):
        cells = [row[column].text for row in body if column < len(row) and row[column].text]
        if any(is_figure(one) for one in cells):
            return column
    return max(width, 1)


def _lines(block: Block) -> Iterator[tuple[str, int]]:
    place = block.start
    for line in block.text.split("\n"):
        if line.strip():
            yield line, place
        place += len(line) + 1


def _cells(line: str, start: int) -> list[Cell]:
    first = line.index("|") + 1 if line.lstrip(" \t>").startswith("|") else 0
    stripped = line.rstrip()
    end = len(stripped) - 1 if stripped.endswith("|") else len(stripped)
    found, place = [], first
    for part in line[first:end].split("|"):
        blank = len(part) - len(part.lstrip())
        found.append(Cell(part.strip(), start + place + blank))
        place += len(part) + 1
    return found
