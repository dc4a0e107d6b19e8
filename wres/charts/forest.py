"""The drawing of relative likelihoods: points, intervals and the non-adverse range."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from wres.charts import theme
from wres.charts.cells import Cell
from wres.charts.likelihood_rows import (
    ANOTHER_WAY,
    NATIONAL,
    NOW,
    PREVIOUS,
    Likelihood,
    Reading,
)
from wres.charts.ratio_axis import AXIS_GAP, Axis, fitting_axis
from wres.charts.sheet import Sheet
from wres.labels import format_interval, format_ratio
from wres.stats import FOUR_FIFTHS

__all__ = ["draw_forest", "zone_words"]

ROW, DIRECTIONS = 0.215, 0.06
MARKERS = {
    NOW: ("o", False),
    ANOTHER_WAY: ("s", True),
    PREVIOUS: ("o", True),
    NATIONAL: ("D", True),
}
# What the ends of the axis mean takes at most so many lines beside each other.
LINES_AT_MOST = 2
PITCH = theme.LINE * theme.SMALL / 72


def zone_words() -> str:
    """Say what the shaded range is."""
    return f"{format_interval(*FOUR_FIFTHS, 'ratio')}, the range that counts as non-adverse"


def draw_forest(sheet: Sheet, top: float, shown: Sequence[Likelihood]) -> float:
    """Draw the ratios of each indicator and the scale below them; return where they end."""
    axis = fitting_axis(shown)
    top = _draw_key(sheet, top)
    for one in shown:
        top = _draw_block(sheet, top, axis, one) + 0.17
    return _draw_scale(sheet, top - 0.05, axis)


def _draw_key(sheet: Sheet, top: float) -> float:
    sheet.box(0.0, top + 0.02, 0.26, 0.15, fill=theme.ZONE, label="key")
    for x in (0.0, 0.26):
        sheet.line([x, x], [top + 0.02, top + 0.17], width=0.8, dashes=(2.0, 2.0), label="key")
    return sheet.paragraph(0.33, top, [zone_words()], size=theme.SMALL) + 0.12


def _draw_block(sheet: Sheet, top: float, axis: Axis, one: Likelihood) -> float:
    top = sheet.paragraph(
        0.0, top, theme.wrap(one.heading, theme.WIDTH, theme.BODY, "bold"), weight="bold"
    )
    if one.note:
        lines = theme.wrap(one.note, theme.WIDTH, theme.SMALL)
        top = sheet.paragraph(0.0, top, lines, size=theme.SMALL, colour=theme.WEAK_TEXT)
    top += 0.05
    heights = [_height(axis, reading) for reading in one.readings]
    bottom = top + sum(heights)
    _draw_zone(sheet, axis, top, bottom)
    for place_, reading in enumerate(one.readings):
        middle = top + sum(heights[:place_]) + heights[place_] / 2
        _draw_reading(sheet, axis, middle, reading)
    return _draw_ends(sheet, bottom + DIRECTIONS, axis, one.ends)


def _lines(axis: Axis, reading: Reading) -> list[str]:
    weight = "bold" if reading.kind == NOW else "regular"
    return theme.wrap(reading.label, axis.left - AXIS_GAP, theme.SMALL, weight)


def _height(axis: Axis, reading: Reading) -> float:
    return max(ROW, PITCH * len(_lines(axis, reading)) + 0.04)


def _draw_zone(sheet: Sheet, axis: Axis, top: float, bottom: float) -> None:
    low, high = (axis.x(end) for end in FOUR_FIFTHS)
    sheet.box(low, top, high - low, bottom - top, fill=theme.ZONE, label="zone", order=0)
    for edge in (low, high):
        sheet.line([edge, edge], [top, bottom], width=0.8, dashes=(2.0, 2.0), label="zone edge")
    for ratio in axis.ticks:
        sheet.line([axis.x(ratio)] * 2, [top, bottom], colour=theme.GRID, order=0.5, label="grid")
    sheet.line([axis.middle] * 2, [top, bottom], colour=theme.AXIS, label="equal")
    sheet.line([axis.left, axis.right], [bottom] * 2, colour=theme.AXIS, label="axis")


def _draw_reading(sheet: Sheet, axis: Axis, y: float, reading: Reading) -> None:
    weight = "bold" if reading.kind == NOW else "regular"
    lines = _lines(axis, reading)
    for place_, text in enumerate(lines):
        middle = y + (place_ - (len(lines) - 1) / 2) * PITCH
        sheet.words_at(0.0, middle, text, size=theme.SMALL, weight=weight)
    colour = theme.BENCHMARK if reading.kind == NATIONAL else theme.POINT
    _draw_interval(sheet, axis, y, reading.cell)
    ratio = reading.cell.value
    if ratio is None:
        return
    shape, hollow = MARKERS[reading.kind]
    if not axis.holds(ratio):
        shape = "<" if ratio < 1 else ">"
    size = 8.5 if reading.kind == NOW else 6.5
    sheet.marker(
        axis.x(ratio), y, shape, colour=colour, hollow=hollow, size=size, label=reading.kind
    )


def _draw_interval(sheet: Sheet, axis: Axis, y: float, cell: Cell) -> None:
    if cell.lower is None or cell.upper is None:
        return
    ends = [axis.x(cell.lower), axis.x(cell.upper)]
    sheet.line(ends, [y, y], colour=theme.POINT, width=2.2, label="interval")
    for end, x, shape in zip((cell.lower, cell.upper), ends, "<>", strict=True):
        if not axis.holds(end):
            sheet.marker(x, y, shape, colour=theme.POINT, size=8, label="open end")


def _draw_ends(sheet: Sheet, top: float, axis: Axis, ends: tuple[str, str]) -> float:
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


def _draw_scale(sheet: Sheet, top: float, axis: Axis) -> float:
    sheet.line([axis.left, axis.right], [top, top], label="scale")
    style: dict[str, Any] = {"size": theme.SMALL, "colour": theme.WEAK_TEXT}
    for ratio in axis.ticks:
        x = axis.x(ratio)
        sheet.line([x, x], [top, top + 0.05], label="tick")
        sheet.words(x, top + 0.21, format_ratio(ratio), align="center", **style)
    return top + 0.25
