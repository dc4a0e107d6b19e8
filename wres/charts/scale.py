"""Scales from 0 that end at a round number, and how any scale across a sheet is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from wres.charts import theme
from wres.charts.sheet import Sheet
from wres.labels import format_percent

__all__ = ["Scale", "draw_grid_lines", "draw_ticks", "fitting_scale", "round_end"]

STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000)
LINES_AT_MOST = 5


def round_end(tallest: float, lines: int = LINES_AT_MOST) -> tuple[int, int]:
    """Return where a scale from 0 ends that holds `tallest`, and the step between its lines.

    Examples
    --------
    >>> round_end(18.4), round_end(0.0), round_end(100.0)
    ((20, 5), (1, 1), (100, 20))
    """
    step = next((step for step in STEPS if step * lines >= tallest), STEPS[-1])
    return step * max(1, -int(-tallest // step)), step


@dataclass(frozen=True)
class Scale:
    """A scale across the sheet, from `left` at `low` to `right` at `high`."""

    left: float
    right: float
    high: float
    step: float
    low: float = 0.0

    def x(self, value: float) -> float:
        """Return where a value lies; what is off the scale stands at its end."""
        value = min(max(value, self.low), self.high)
        return self.left + (self.right - self.left) * (value - self.low) / (self.high - self.low)

    @property
    def ticks(self) -> list[float]:
        """Values that are marked."""
        count = round((self.high - self.low) / self.step)
        return [self.low + self.step * place for place in range(count + 1)]

    def shape(self, value: float, usual: str) -> str:
        """Return the shape of a mark: every percentage is on the scale."""
        return usual

    def draw_ground(self, sheet: Sheet, top: float, bottom: float) -> None:
        """Draw the grid behind rows, with a stronger line at 0."""
        draw_grid_lines(sheet, [self.x(tick) for tick in self.ticks], (top, bottom))
        zero = self.x(0.0)
        sheet.line([zero, zero], [top, bottom], colour=theme.AXIS, order=0, label="grid")

    def draw(self, sheet: Sheet, top: float) -> float:
        """Draw the scale with its percentages and return where they end."""
        marks = [(self.x(tick), format_percent(tick, 0)) for tick in self.ticks]
        return draw_ticks(sheet, top, (self.left, self.right), marks)


def fitting_scale(left: float, right: float, tallest: float, most: float | None = None) -> Scale:
    """Return a scale from 0 that holds `tallest` and ends at `most` at the latest."""
    high, step = round_end(tallest)
    if most is not None and high > most:
        high = int(most)
    return Scale(left, right, high, step)


def draw_grid_lines(sheet: Sheet, xs: Sequence[float], span: tuple[float, float]) -> None:
    """Draw pale upright lines."""
    for x in xs:
        sheet.line([x, x], span, colour=theme.GRID, order=0, label="grid")


def draw_ticks(
    sheet: Sheet, top: float, span: tuple[float, float], marks: Sequence[tuple[float, str]]
) -> float:
    """Draw a line with marks below rows, and as many of their words as have room."""
    sheet.line(span, [top, top], label="scale")
    widest = max(theme.text_width(words, theme.SMALL) for _, words in marks) + 0.1
    room = (marks[-1][0] - marks[0][0]) / max(len(marks) - 1, 1)
    every = max(1, -int(-widest // room)) if room else 1
    style: dict[str, Any] = {"size": theme.SMALL, "colour": theme.WEAK_TEXT}
    for place, (x, words) in enumerate(marks):
        sheet.line([x, x], [top, top + 0.05], label="tick")
        if place % every == 0:
            sheet.words(x, top + 0.21, words, align="center", **style)
    return top + 0.25
