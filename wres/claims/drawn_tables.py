"""A table's cells with their places, and those of a pandoc grid, whose cells have several lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

__all__ = ["Cell", "again", "grid_rows", "is_grid", "under_one_head"]

_RULE = re.compile(r"[ \t>]*\+(?:[-=:]+\+)+[ \t]*")
_FIGURE = re.compile(r"[\s<~≈+−–-]*£?\d")
Row = list["Cell"]


@dataclass(frozen=True)
class Cell:
    """What stands in a cell, and where in the plain text."""

    text: str
    start: int


def is_grid(text: str) -> bool:
    """Say whether a table's lines are those of a grid.

    Examples
    --------
    >>> is_grid("+---+---+"), is_grid("| a | b |")
    (True, False)
    """
    return _RULE.fullmatch(text.strip("\n").partition("\n")[0]) is not None


def grid_rows(text: str, start: int) -> list[Row]:
    r"""Give the cells of a grid table, each with all its lines; rows of headings as one.

    Parameters
    ----------
    text : str
    start : int
        Where it begins in the plain text.

    Examples
    --------
    >>> drawn = "+---+---+\n| a | b |\n| c |   |\n+===+===+\n| 1 | 2 |\n+---+---+"
    >>> [[cell.text.split() for cell in row] for row in grid_rows(drawn, 0)]
    [[['a', 'c'], ['b']], [['1'], ['2']]]
    """
    groups: list[list[tuple[int, str]]] = [[]]
    edges: set[int] = set()
    heads, place = 1, start
    for line in text.split("\n"):
        if _RULE.fullmatch(line):
            edges |= {at for at, mark in enumerate(line) if mark == "+"}
            groups = [group for group in groups if group] + [[]]
            heads = len(groups) - 1 if "=" in line and len(groups) > 1 else heads
        elif line.strip():
            groups[-1].append((place, line))
        place += len(line) + 1
    return under_one_head([_parted(one, sorted(edges)) for one in groups if one], heads)


def _parted(lines: Sequence[tuple[int, str]], edges: Sequence[int]) -> Row:
    """Part the lines of a row where each of them has a bar."""
    bars = [at for at in edges if all(line[at : at + 1] in {"|", "+"} for _, line in lines)]
    found: Row = []
    for first, last in pairwise(bars):
        cell = _joined(lines, first + 1, last)
        spanned = sum(first < at < last for at in edges)
        found += [cell, *[again(cell)] * spanned]
    return found


def _joined(lines: Sequence[tuple[int, str]], first: int, last: int) -> Cell:
    """Give what stands between two columns; what lies between its lines is blanked."""
    start = lines[0][0]
    whole = ""
    for place, line in lines:
        whole = whole.ljust(place + first - start) + line[first:last]
    blank = len(whole) - len(whole.lstrip())
    return Cell(whole.strip(), start + blank)


def again(cell: Cell) -> Cell:
    """Give a cell for the next column or row that it spans: a heading again, a figure but once."""
    return Cell("" if _FIGURE.match(cell.text) else cell.text, cell.start)


def under_one_head(rows: Sequence[Row], heads: int) -> list[Row]:
    """Join the first rows, of headings, into one: `2020, White`."""
    columns = zip_longest(*rows[:heads], fillvalue=Cell("", 0))
    joined = [_headed([one for one in column if one.text]) for column in columns]
    return [joined, *rows[heads:]]


def _headed(cells: Sequence[Cell]) -> Cell:
    text = ", ".join(dict.fromkeys(one.text for one in cells))
    return Cell(text, cells[-1].start if cells else 0)
