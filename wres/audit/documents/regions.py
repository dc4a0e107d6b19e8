"""Which lines of a page make up a table, its headings with them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from wres.audit.documents.columns import columns_of, split_at
from wres.audit.documents.lines import Line, Segment

__all__ = ["headed", "regions_of"]

# `Table 2: staff by pay band` belongs to no row.
_CAPTION: Final = re.compile(r"(?:table|figure|chart|graph)$", re.IGNORECASE)
# How far apart two lines of one table may stand, in sizes of their type.
_REACH: Final = 3.5
# A heading's type is so much larger than that of rows.
_LARGER: Final = 1.08
# Cells of a column begin, end or have their middle within this, in sizes of their type.
_SAME_PLACE: Final = 0.35
_FEWEST_COLUMNS: Final = 3
_FEWEST_ROWS: Final = 3
# A heading stands so much further from the rows above it than they from each other.
_FURTHER: Final = 1.4
# Lines of one cell stand closer than this, in sizes of their type.
_WRAPPED: Final = 0.5


def regions_of(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield runs of lines that are rows, with the short lines between them."""
    region: list[Line] = []
    waiting: list[Line] = []
    for line in lines:
        near = not region or (
            line.top - (waiting or region)[-1].bottom < _REACH * line.size
            and not _is_heading(line, region)
            and not _is_loose(line, region)
        )
        goes_on = bool(region) and _continues(line, [*region, *waiting])
        if (line.is_tabular and near) or goes_on:
            region += [*waiting, line]
            waiting = []
        elif region and near and len(waiting) < 2 and _fits(line, region):
            waiting.append(line)
        else:
            if _is_table(region):
                yield region + _tail(region, waiting or [line])
            region = [line] if line.is_tabular else []
            waiting = []
    if _is_table(region):
        yield region + _tail(region, waiting)


def headed(region: list[Line], lines: Sequence[Line]) -> list[Line]:
    """Give a region the line of headings above it, whose words stand too near to be told apart.

    Headings are wider than the figures below them: these tell where their columns are.
    """
    place = next(number for number, line in enumerate(lines) if line is region[0])
    line = lines[place - 1] if place else None
    columns = columns_of(region)
    if line is None or len(columns) < _FEWEST_COLUMNS or line.is_tabular:
        return region
    first, last = columns[0][0], columns[-1][1]
    across = line.words[0].left >= first - line.size and line.words[-1].right > columns[-1][0]
    near = region[0].top - line.bottom < _REACH * line.size / 2
    if not near or not across or _is_heading(line, region) or last <= first:
        return region
    split = split_at(line, columns)
    if len(split) < len(columns) - 1 or any(segment.is_figure for segment in split):
        return region
    return [replace(line, segments=split), *region]


def _is_heading(line: Line, region: Sequence[Line]) -> bool:
    """Say whether a line is a heading: larger than the rows above it, or alone and further off."""
    if line.size > _LARGER * max(one.size for one in region) or _CAPTION.match(line.words[0].text):
        return len(line.segments) == 1 or line.size > _LARGER * region[-1].size
    if len(line.segments) > 1 or line.segments[0].is_figure or len(region) < _FEWEST_ROWS:
        return False
    gaps = [below.top - above.bottom for above, below in pairwise(region)]
    return line.top - region[-1].bottom > _FURTHER * max(*gaps, 0.1 * line.size)


def _is_loose(line: Line, region: Sequence[Line]) -> bool:
    """Say whether figures stand under none of those above: the labels of a chart, not a row."""
    rows = [[one for one in row.segments if one.is_figure] for row in region]
    figures = [one for one in line.segments if one.is_figure]
    if sum(bool(row) for row in rows) < 2 or len(figures) < 2:
        return False
    above = [segment for row in rows for segment in row]
    fitting = sum(any(_stand_together(one, other, line.size) for other in above) for one in figures)
    return 2 * fitting < len(figures)


def _stand_together(one: Segment, other: Segment, size: float) -> bool:
    """Say whether two segments have their left, their right or their middle in common."""
    room = _SAME_PLACE * size
    middles = abs(one.left + one.right - other.left - other.right) / 2
    return min(abs(one.left - other.left), abs(one.right - other.right), middles) < room


def _tail(region: Sequence[Line], following: Sequence[Line]) -> list[Line]:
    """Give the line after a table's last that goes on with its name: `All clini-`, `cal staff`."""
    last = region[-1]
    for line in following[:1]:
        only = line.segments[0]
        near = line.top - last.bottom < 0.9 * line.size
        under = abs(only.left - last.segments[0].left) < line.size
        if near and under and len(line.segments) == 1 and only.text[:1].islower():
            return [line]
    return []


def _continues(line: Line, region: Sequence[Line]) -> bool:
    """Say whether a line goes on with cells of the line above: close below and under them."""
    if line.top - region[-1].bottom > _WRAPPED * line.size or not _fits(line, region):
        return False
    lefts = [segment.left for one in region for segment in one.segments]
    return all(
        any(abs(segment.left - left) < 0.3 * line.size for left in lefts)
        for segment in line.segments
    )


def _fits(line: Line, region: Sequence[Line]) -> bool:
    """Say whether a line is short enough to be a part of a cell."""
    left = min(segment.left for one in region for segment in one.segments)
    right = max(segment.right for one in region for segment in one.segments)
    return all(segment.right - segment.left < 0.5 * (right - left) for segment in line.segments)


def _is_table(region: Sequence[Line]) -> bool:
    figures = sum(segment.is_figure for line in region for segment in line.segments)
    return sum(line.is_tabular for line in region) >= 2 and figures >= 2
