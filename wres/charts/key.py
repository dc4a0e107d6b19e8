"""A key above a chart: what each mark stands for, told by shape before colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wres.charts import theme
from wres.charts.sheet import Sheet

__all__ = ["Mark", "draw_key", "group_mark"]

SHAPES = {"BME": "o", "White": "s", "Unknown": "D"}
LEAD, BETWEEN = 0.2, 0.28


@dataclass(frozen=True)
class Mark:
    """A marker, and what it stands for."""

    words: str
    shape: str
    colour: str
    hollow: bool = False
    size: float = 8.0
    half: bool = False

    def draw(self, sheet: Sheet, x: float, y: float, label: str = "") -> None:
        """Draw the marker at a place."""
        sheet.marker(
            x,
            y,
            self.shape,
            colour=self.colour,
            hollow=self.hollow,
            half=self.half,
            size=self.size,
            label=label,
        )


def group_mark(
    group: str, words: str, *, hollow: bool = False, half: bool = False, size: float = 8.5
) -> Mark:
    """Return the mark of an ethnic group, the same in every chart."""
    colour = theme.UNKNOWN_EDGE if group == "Unknown" else theme.GROUP_FILLS[group]
    return Mark(words, SHAPES[group], colour, hollow or half or group == "Unknown", size, half)


def draw_key(sheet: Sheet, top: float, marks: Sequence[Mark]) -> float:
    """Draw marks with their words in a row, wrapped where they are too wide."""
    pitch, x = theme.LINE * theme.SMALL / 72, 0.0
    for mark in marks:
        lines = theme.wrap(mark.words, sheet.width - LEAD, theme.SMALL)
        width = LEAD + max(theme.text_width(line, theme.SMALL) for line in lines)
        if x and x + width > sheet.width:
            x, top = 0.0, top + pitch
        mark.draw(sheet, x + 0.07, top + pitch / 2, "key")
        top = sheet.paragraph(x + LEAD, top, lines, size=theme.SMALL) - pitch
        x += width + BETWEEN
    return top + pitch + 0.08
