"""Scales from 0 that end at a round number, and their grid."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from wres.charts import theme
from wres.charts.sheet import Sheet

__all__ = ["Scale", "draw_scale", "fitting_scale", "round_end"]

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


def fitting_scale(left: float, right: float, tallest: float, most: float | None = None) -> Scale:
    """Return a scale from 0 that holds `tallest` and ends at `most` at the latest."""
    high, step = round_end(tallest)
    if most is not None and high > most:
        high = int(most)
    return Scale(left, right, high, step)


def draw_scale(sheet: Sheet, top: float, scale: Scale, words: Callable[[float], str]) -> float:
    """Draw a scale with its figures below it, as many as have room."""
    sheet.line([scale.left, scale.right], [top, top], label="scale")
    widest = max(theme.text_width(words(tick), theme.SMALL) for tick in scale.ticks) + 0.1
    room = (scale.right - scale.left) / max(len(scale.ticks) - 1, 1)
    every = max(1, -int(-widest // room))
    for place, tick in enumerate(scale.ticks):
        x = scale.x(tick)
        sheet.line([x, x], [top, top + 0.05], label="tick")
        if place % every == 0:
            sheet.words(
                x,
                top + 0.21,
                words(tick),
                align="center",
                size=theme.SMALL,
                colour=theme.WEAK_TEXT,
            )
    return top + 0.25
