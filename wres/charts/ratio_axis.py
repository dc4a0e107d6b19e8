"""The logarithmic axis of relative likelihoods, with 1 in the middle."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log
from typing import Any

from wres.charts import theme
from wres.charts.cells import Cell
from wres.charts.scale import Scale, draw_grid_lines, draw_ticks
from wres.charts.sheet import Sheet
from wres.labels import format_ratio
from wres.stats import FOUR_FIFTHS

__all__ = [
    "AXIS_GAP",
    "MARGIN",
    "REACHES",
    "Axis",
    "draw_ends",
    "draw_interval",
    "fitting_axis",
    "fitting_reach",
    "holds",
]

# Between the labels and the axis, and what an axis leaves free at its other end.
AXIS_GAP, MARGIN = 0.21, 0.22
# How far the axis reaches on either side of 1, and what is marked on it.
REACHES = {
    4.0: (0.25, 0.5, 1.0, 2.0, 4.0),
    10.0: (0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0),
    25.0: (0.04, 0.2, 1.0, 5.0, 25.0),
}
# Intervals stretch the axis no further than this; beyond it they end in an arrow.
INTERVALS_REACH = 10.0
# How far beyond the ends of the axis arrows stand.
BEYOND = 0.1
# What the ends of the axis mean takes at most so many lines beside each other.
LINES_AT_MOST = 2


@dataclass(frozen=True)
class Axis:
    """A logarithmic axis with 1 in the middle."""

    left: float
    right: float
    reach: float

    @property
    def middle(self) -> float:
        """Where 1 lies."""
        return (self.left + self.right) / 2

    def x(self, ratio: float) -> float:
        """Return where a ratio lies; what is off the axis stands beyond its end."""
        if not holds(self.reach, ratio):
            return self.left - BEYOND if ratio < 1 else self.right + BEYOND
        return self.middle + (self.right - self.left) / 2 * log(ratio) / log(self.reach)

    @property
    def ticks(self) -> tuple[float, ...]:
        """Ratios that are marked."""
        return REACHES[self.reach]

    def shape(self, ratio: float, usual: str) -> str:
        """Return the shape of a mark: an arrow where the ratio is off the axis."""
        if holds(self.reach, ratio):
            return usual
        return "<" if ratio < 1 else ">"

    def draw_ground(self, sheet: Sheet, top: float, bottom: float, *, zone: bool = True) -> None:
        """Draw the grid behind rows, the line at 1 and the non-adverse range."""
        if zone:
            self._draw_zone(sheet, top, bottom)
        draw_grid_lines(sheet, [self.x(ratio) for ratio in self.ticks], (top, bottom))
        sheet.line([self.middle] * 2, [top, bottom], colour=theme.AXIS, label="equal")

    def _draw_zone(self, sheet: Sheet, top: float, bottom: float) -> None:
        low, high = (self.x(end) for end in FOUR_FIFTHS)
        size = (high - low, bottom - top)
        sheet.box(low, top, *size, fill=theme.ZONE, label="zone", order=0)
        for edge in (low, high):
            sheet.line([edge] * 2, [top, bottom], width=0.8, dashes=(2.0, 2.0), label="zone edge")

    def draw(self, sheet: Sheet, top: float) -> float:
        """Draw the axis with its ratios and return where they end."""
        marks = [(self.x(ratio), format_ratio(ratio)) for ratio in self.ticks]
        return draw_ticks(sheet, top, (self.left, self.right), marks)


def holds(reach: float, ratio: float) -> bool:
    """Say whether a ratio lies on an axis that reaches so far on either side of 1."""
    return 1 / reach <= ratio <= reach


def draw_interval(sheet: Sheet, y: float, scale: Axis | Scale, cell: Cell) -> None:
    """Draw the interval of a figure, with an arrow at an end that is off the axis."""
    if cell.lower is None or cell.upper is None:
        return
    ends = {end: scale.x(end) for end in (cell.lower, cell.upper)}
    sheet.line(list(ends.values()), [y, y], colour=theme.POINT, width=2.2, label="interval")
    for end, x in ends.items():
        if arrow := scale.shape(end, ""):
            sheet.marker(x, y, arrow, colour=theme.POINT, size=8, label="open end")


def draw_ends(sheet: Sheet, top: float, axis: Axis, ends: tuple[str, str]) -> float:
    """Say at both ends which group is more likely there, above each other if they are long."""
    room = (axis.right - axis.left) / 2 - 0.22
    low, high = (theme.wrap(words, room, theme.SMALL) for words in ends)
    style: dict[str, Any] = {"size": theme.SMALL, "colour": theme.WEAK_TEXT}
    if max(len(low), len(high)) > LINES_AT_MOST:
        return _draw_long_ends(sheet, top, axis, ends)
    _draw_direction(sheet, axis.left + 0.04, top, "<")
    _draw_direction(sheet, axis.right - 0.04, top, ">")
    return max(
        sheet.paragraph(axis.left + 0.12, top, low, **style),
        sheet.paragraph(axis.right - 0.12, top, high, align="right", **style),
    )


def _draw_long_ends(sheet: Sheet, top: float, axis: Axis, ends: tuple[str, str]) -> float:
    """Write both over the whole width, one below the other."""
    style: dict[str, Any] = {"size": theme.SMALL, "colour": theme.WEAK_TEXT}
    low, high = (theme.wrap(words, axis.right - 0.24, theme.SMALL) for words in ends)
    _draw_direction(sheet, 0.06, top, "<")
    top = sheet.paragraph(0.14, top, low, **style)
    _draw_direction(sheet, axis.right - 0.04, top, ">")
    return sheet.paragraph(axis.right - 0.12, top, high, align="right", **style)


def _draw_direction(sheet: Sheet, x: float, top: float, shape: str) -> None:
    sheet.marker(x, top + 0.1, shape, colour=theme.WEAK_TEXT, size=5, label="direction")


def fitting_axis(sheet: Sheet, labels: float, cells: Iterable[Cell]) -> Axis:
    """Leave `labels` inches at the left, and reach as far as ratios and most intervals do."""
    return Axis(labels + AXIS_GAP, sheet.width - MARGIN, fitting_reach(cells, tuple(REACHES)))


def fitting_reach(cells: Iterable[Cell], reaches: Sequence[float]) -> float:
    """Return the first of `reaches` around 1 that holds all ratios and most of the intervals."""
    held = list(cells)
    ends = [end for cell in held for end in (cell.lower, cell.upper) if end]
    ends = [max(1 / INTERVALS_REACH, min(INTERVALS_REACH, end)) for end in ends]
    points = [cell.value for cell in held if cell.value]
    furthest = max((max(ratio, 1 / ratio) for ratio in (*points, *ends)), default=1.0)
    return next((reach for reach in reaches if reach >= furthest), max(reaches))
