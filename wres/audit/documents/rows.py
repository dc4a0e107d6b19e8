"""Which lines of a table make up a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from wres.audit.documents.lines import YEAR, Line, is_bare, is_figure

__all__ = ["filled_down", "rows_of"]

# Lines of one cell stand closer than this, in sizes of their type; rows stand further by a jump.
_WRAPPED: Final = 0.5
_JUMP: Final = 0.2


@dataclass
class _Row:
    cells: list[list[str]]
    figures: set[int] = field(default_factory=set)

    @property
    def filled(self) -> int:
        return sum(bool(cell) for cell in self.cells)


def rows_of(
    region: Sequence[Line], columns: Sequence[tuple[float, float]], rules: Sequence[float]
) -> list[_Row]:
    """Put lines to rows: a new one at a rule, or where a column gets a second figure."""
    rows: list[_Row] = []
    apart = _rows_by_gaps(region, columns)
    if apart is not None:
        return apart
    inner = [rule for rule in rules if region[0].bottom < rule < region[-1].top]
    for place, line in enumerate(region):
        cells = _cells(line, columns)
        figures = {n for n, text in enumerate(cells) if n and is_figure(text)}
        ruled = place > 0 and any(region[place - 1].bottom - 2 < r < line.bottom - 2 for r in inner)
        if not rows or ruled or _begins(rows[-1], cells, figures, bool(inner)):
            rows.append(_Row([[] for _ in columns]))
        for number, text in enumerate(cells):
            rows[-1].cells[number] += [text] if text else []
        rows[-1].figures |= figures
    return rows


def _rows_by_gaps(
    region: Sequence[Line], columns: Sequence[tuple[float, float]]
) -> list[_Row] | None:
    """Put lines to rows where rows stand further apart than the lines of a cell.

    None where they don't, or where that would put two figures into one cell.
    """
    gaps, bottom = [], region[0].bottom
    for line in region[1:]:
        gaps.append((line.top - bottom) / line.size)
        bottom = max(bottom, line.bottom)
    limit = _widest_jump(gaps)
    if limit is None:
        return None
    rows = [_Row([[] for _ in columns])]
    for place, line in enumerate(region):
        if place and gaps[place - 1] > limit:
            rows.append(_Row([[] for _ in columns]))
        for number, text in enumerate(_cells(line, columns)):
            cell = rows[-1].cells[number]
            if text and number and cell and is_bare(text) and is_bare(cell[-1]):
                return None
            cell += [text] if text else []
            rows[-1].figures |= {number} if number and is_figure(text) else set()
    return rows


def _widest_jump(gaps: Sequence[float]) -> float | None:
    """Give the middle of the widest jump between gaps, where they are of two sorts."""
    ordered = sorted(gaps)
    jumps = [(after - before, before) for before, after in pairwise(ordered)]
    widest, below = max(jumps, default=(0.0, 0.0))
    return below + widest / 2 if widest > _JUMP and below < _WRAPPED else None


def _begins(row: _Row, cells: Sequence[str], figures: set[int], ruled: bool) -> bool:
    if figures & row.figures:
        return True
    if figures:
        return not row.figures and row.filled > 1
    alone = [text for text in cells if text]
    # Headings in the middle: another table follows close below.
    if row.figures and len(alone) > 1 and sum(bool(YEAR.search(text)) for text in alone) > 1:
        return True
    section = len(alone) == 1 and bool(cells[0]) and cells[0][:1].isupper()
    return section and not ruled and bool(row.figures)


def _cells(line: Line, columns: Sequence[tuple[float, float]]) -> list[str]:
    cells = [""] * len(columns)
    for segment in line.segments:
        met = [
            number
            for number, (left, right) in enumerate(columns)
            if left <= segment.right and segment.left <= right
        ]
        for number in met or [0]:
            cells[number] = f"{cells[number]} {segment.text}".strip()
    return cells


def filled_down(rows: list[list[str]]) -> list[list[str]]:
    """Give rows whose name stands once, over several of them, that name.

    A name may go on in the rows below it: `Executive`, `members with a`, `vote`.
    """
    filled = [list(row) for row in rows]
    start = 0
    for place, row in enumerate(filled):
        second = row[1] if len(row) > 2 else ""
        part = bool(second) and not is_figure(second)
        if place and part and (not row[0] or row[0][:1].islower()):
            if row[0]:
                joined = f"{filled[start][0]} {row[0]}"
                for one in filled[start:place]:
                    one[0] = joined
            row[0] = filled[start][0]
        else:
            start = place
    return filled
