"""Tables and pages of text that was made from a page: cells set apart by spaces, heads and feet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from wres.audit.documents.contents import Grid

__all__ = ["cells_of", "grid_of", "has_figures", "is_spaced", "running_lines"]

# Cells set apart by two spaces or more, as programs that make text of a page leave them.
_CELL: Final = re.compile(r"\S+(?: \S+)*")
_FIGURE: Final = re.compile(r"[-+−–]?[\d,.]*\d\s?%?[*†]?|[-–—*]|n/?a", re.IGNORECASE)
_CELLS: Final = 3
_APART: Final = " " * 6
_FEWEST_PAGES: Final = 3


def running_lines(pages: Sequence[str]) -> Iterator[int]:
    """Find the lines that stand above or below most pages, but for their number.

    Parameters
    ----------
    pages : sequence of str
        The text, parted at its form feeds.
    """
    edges: list[tuple[int, str]] = []
    first = 0
    for page in pages:
        lines = page.split("\n")
        filled = [number for number, line in enumerate(lines) if line.strip()]
        for number in dict.fromkeys([*filled[:2], *filled[-2:]]):
            edges.append((first + number, re.sub(r"\d+", "", lines[number]).strip()))
        first += len(lines) - 1
    often = Counter(text for _, text in edges)
    for number, text in edges:
        if often[text] >= _FEWEST_PAGES and 2 * often[text] > len(pages):
            yield number


def cells_of(line: str) -> list[str]:
    """Part a line where two spaces or more stand.

    Examples
    --------
    >>> cells_of("Band 8a    11   7.3%")
    ['Band 8a', '11', '7.3%']
    """
    return _CELL.findall(line)


def has_figures(cells: Sequence[str]) -> bool:
    """Say whether any cell is a figure, or the mark of one left out."""
    return any(map(_FIGURE.fullmatch, cells))


def is_spaced(line: str) -> bool:
    """Say whether a line is a row of cells, or one cell far from the margin."""
    if "\t" in line or line.count("|") >= 2:
        return False
    cells = cells_of(line)
    if len(cells) < _CELLS - 1:
        return line.startswith(_APART * 2)
    return len(cells) >= _CELLS or has_figures(cells[1:]) or _APART in line.strip()


def grid_of(lines: Sequence[Sequence[str]]) -> Grid | None:
    """Read rows of cells, where any of them has figures.

    With cells missing, or wrapped onto lines of their own, it can't be told what stands below what:
    they are kept without headings, so that their figures are known as not read.
    """
    heads, rows = list(lines[0]), lines[1:]
    width = max(len(row) for row in lines)
    if len(heads) == width - 1:
        heads = ["", *heads]
    whole = len(heads) == width and all(len(row) == width for row in rows)
    if rows and whole and not has_figures(heads) and all(has_figures(row[1:]) for row in rows):
        return Grid((tuple(heads), *map(tuple, rows)), 1, origin="aligned")
    if not any(map(has_figures, lines)):
        return None
    padded = [(*row, *[""] * (width - len(row))) for row in [[""], *lines]]
    return Grid(tuple(padded), 1, origin="aligned")
