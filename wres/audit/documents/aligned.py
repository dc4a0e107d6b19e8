"""Tables of a PDF that have no grid of lines: words that stand in columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from wres.audit.documents.columns import columns_of, resplit
from wres.audit.documents.contents import Grid, put_together
from wres.audit.documents.lines import Box, is_inside, lines_of, rules_of
from wres.audit.documents.regions import headed, regions_of
from wres.audit.documents.rows import filled_down, rows_of

__all__ = ["AlignedTable", "find_aligned"]


@dataclass(frozen=True)
class AlignedTable:
    """A table and the part of the page that it takes up."""

    box: Box
    grid: Grid


def find_aligned(page: Any, taken: Sequence[Box]) -> Iterator[AlignedTable]:
    """Find the tables of a page outside of those that are known."""
    lines = [line for line in lines_of(page) if not is_inside(line, taken)]
    rules = rules_of(page)
    for found in regions_of(lines):
        region = headed(found, lines)
        first = columns_of(region)
        region = [resplit(line, first) for line in region]
        columns = columns_of(region)
        rows = rows_of(region, columns, rules)
        if len(columns) < 2 or len(rows) < 2 or not any(row.figures for row in rows):
            continue
        cells = filled_down([[put_together(cell) for cell in row.cells] for row in rows])
        left = min(segment.left for line in region for segment in line.segments)
        right = max(segment.right for line in region for segment in line.segments)
        box = (left - 1, region[0].top - 1, right + 1, region[-1].bottom + 1)
        yield AlignedTable(box, Grid(tuple(map(tuple, cells)), origin="aligned"))
