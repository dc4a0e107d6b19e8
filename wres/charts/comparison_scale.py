"""The scale of a comparison: logarithmic around 1 for ratios, from 0 for percentages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wres.charts import theme
from wres.charts.cells import Cell
from wres.charts.comparison_rows import Compared
from wres.charts.ratio_axis import INTERVALS_REACH, REACHES, Axis
from wres.charts.scale import Scale, draw_scale, fitting_scale
from wres.charts.sheet import Sheet
from wres.labels import format_percent, format_ratio
from wres.stats import FOUR_FIFTHS

__all__ = ["ComparisonScale", "fitting_comparison"]

LABELS_AT_MOST, GAP = 2.7, 0.22


@dataclass(frozen=True)
class ComparisonScale:
    """Where figures lie, with room of `labels` inches at the left of it."""

    labels: float
    axis: Axis | None
    scale: Scale | None

    def x(self, value: float) -> float:
        """Return where a figure lies."""
        if self.axis is not None:
            return self.axis.x(value)
        return self.scale.x(value) if self.scale is not None else 0.0

    def shape(self, value: float, usual: str) -> str:
        """Return an arrow for a ratio that is off the axis."""
        if self.axis is None or self.axis.holds(value):
            return usual
        return "<" if value < 1 else ">"

    def draw_ground(self, sheet: Sheet, top: float, bottom: float) -> None:
        """Draw the grid behind rows, and for ratios the non-adverse range."""
        if self.axis is not None:
            low, high = (self.axis.x(end) for end in FOUR_FIFTHS)
            size = (high - low, bottom - top)
            sheet.box(low, top, *size, fill=theme.ZONE, label="zone", order=0)
            for edge in (low, high):
                sheet.line([edge] * 2, [top, bottom], width=0.8, dashes=(2.0, 2.0), label="edge")
        for x in self._ticks():
            sheet.line([x, x], [top, bottom], colour=theme.GRID, order=0.5, label="grid")

    def draw(self, sheet: Sheet, top: float) -> float:
        """Draw the scale below the rows."""
        if self.scale is not None:
            return draw_scale(sheet, top, self.scale, lambda tick: format_percent(tick, 0))
        if self.axis is not None:
            sheet.line([self.axis.left, self.axis.right], [top, top], label="scale")
            for ratio in self.axis.ticks:
                x = self.axis.x(ratio)
                sheet.line([x, x], [top, top + 0.05], label="tick")
                sheet.words(
                    x,
                    top + 0.21,
                    format_ratio(ratio),
                    align="center",
                    size=theme.SMALL,
                    colour=theme.WEAK_TEXT,
                )
        return top + 0.25

    def _ticks(self) -> list[float]:
        if self.axis is not None:
            return [self.axis.x(ratio) for ratio in self.axis.ticks]
        return [self.scale.x(tick) for tick in self.scale.ticks] if self.scale else []


def fitting_comparison(labels: Sequence[str], shown: Sequence[Compared]) -> ComparisonScale:
    """Leave room for the labels and reach as far as the figures and their intervals do."""
    widest = max(theme.text_width(label, theme.SMALL, "bold") for label in labels)
    room = min(widest, LABELS_AT_MOST) + 0.02
    left, right = room + GAP, theme.WIDTH - 0.22
    cells = [one.own for one in shown] + [c.figure for one in shown for c in one.comparators]
    if any(cell.unit == "ratio" for cell in cells):
        return ComparisonScale(room, Axis(left, right, _reach(cells)), None)
    tallest = max(end for cell in cells for end in (cell.value or 0.0, cell.upper or 0.0))
    return ComparisonScale(room, None, fitting_scale(left, right, tallest, 100))


def _reach(cells: Sequence[Cell]) -> float:
    points = [cell.value for cell in cells if cell.value]
    ends = [end for cell in cells for end in (cell.lower, cell.upper) if end]
    held = [max(1 / INTERVALS_REACH, min(INTERVALS_REACH, end)) for end in ends]
    furthest = max((max(ratio, 1 / ratio) for ratio in (*points, *held)), default=1.0)
    return next((reach for reach in REACHES if reach >= furthest), max(REACHES))
