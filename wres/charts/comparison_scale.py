"""The scale of a comparison: logarithmic around 1 for ratios, from 0 for percentages."""

from __future__ import annotations

from collections.abc import Sequence

from wres.charts.comparison_rows import Compared
from wres.charts.ratio_axis import Axis, fitting_axis
from wres.charts.scale import Scale, fitting_scale
from wres.charts.sheet import Sheet

__all__ = ["fitting_comparison"]

GAP = 0.22


def fitting_comparison(sheet: Sheet, labels: float, shown: Sequence[Compared]) -> Axis | Scale:
    """Leave room for the labels and reach as far as the figures and their intervals do."""
    cells = [one.own for one in shown] + [c.figure for one in shown for c in one.comparators]
    if any(cell.unit == "ratio" for cell in cells):
        return fitting_axis(sheet, labels, cells)
    tallest = max(end for cell in cells for end in (cell.value or 0.0, cell.upper or 0.0))
    return fitting_scale(labels + GAP, sheet.width - GAP, tallest, 100)
