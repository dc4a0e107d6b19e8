"""The drawing of relative likelihoods: points, intervals and the non-adverse range."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from wres.charts import theme
from wres.charts.key import Mark
from wres.charts.likelihood_rows import (
    ANOTHER_WAY,
    NATIONAL,
    NOW,
    PREVIOUS,
    Likelihood,
    Reading,
)
from wres.charts.ratio_axis import Axis, draw_interval, fitting_axis
from wres.charts.row_labels import Row, grounds, label_room, lay_out
from wres.charts.sheet import Sheet
from wres.labels import format_interval
from wres.stats import FOUR_FIFTHS

__all__ = ["draw_forest", "zone_words"]

ROW, DIRECTIONS, LABELS_AT_MOST = 0.215, 0.06, 2.5
MARKERS = {
    NOW: ("o", False),
    ANOTHER_WAY: ("s", True),
    PREVIOUS: ("o", True),
    NATIONAL: ("D", True),
}
# What the ends of the axis mean takes at most so many lines beside each other.
LINES_AT_MOST = 2


def zone_words() -> str:
    """Say what the shaded range is."""
    return f"{format_interval(*FOUR_FIFTHS, 'ratio')}, the range that counts as non-adverse"


def draw_forest(sheet: Sheet, top: float, shown: Sequence[Likelihood]) -> float:
    """Draw the ratios of each indicator and the scale below them; return where they end."""
    labels = [reading.label for one in shown for reading in one.readings]
    room = label_room(sheet, labels, LABELS_AT_MOST)
    axis = fitting_axis(sheet, room, (r.cell for one in shown for r in one.readings))
    top = _draw_key(sheet, top)
    for one in shown:
        top = _draw_block(sheet, top, axis, one, room) + 0.17
    return axis.draw(sheet, top - 0.05)


def _draw_key(sheet: Sheet, top: float) -> float:
    sheet.box(0.0, top + 0.02, 0.26, 0.15, fill=theme.ZONE, label="key")
    for x in (0.0, 0.26):
        sheet.line([x, x], [top + 0.02, top + 0.17], width=0.8, dashes=(2.0, 2.0), label="key")
    lines = theme.wrap(zone_words(), sheet.width - 0.33, theme.SMALL)
    return sheet.paragraph(0.33, top, lines, size=theme.SMALL) + 0.12


def _draw_block(sheet: Sheet, top: float, axis: Axis, one: Likelihood, room: float) -> float:
    top = sheet.paragraph(
        0.0, top, theme.wrap(one.heading, sheet.width, theme.BODY, "bold"), weight="bold"
    )
    if one.note:
        lines = theme.wrap(one.note, sheet.width, theme.SMALL)
        top = sheet.paragraph(0.0, top, lines, size=theme.SMALL, colour=theme.WEAK_TEXT)
    labels = [(reading.label, reading.kind == NOW) for reading in one.readings]
    rows = lay_out(sheet, top + 0.05, labels, room, ROW)
    for start, end in grounds(sheet, rows):
        axis.draw_ground(sheet, start, end)
        sheet.line([axis.left, axis.right], [end] * 2, colour=theme.AXIS, label="axis")
    for row, reading in zip(rows, one.readings, strict=True):
        _draw_reading(sheet, axis, row, reading)
    return _draw_ends(sheet, rows[-1].end + DIRECTIONS, axis, one.ends)


def _draw_reading(sheet: Sheet, axis: Axis, row: Row, reading: Reading) -> None:
    row.draw_label(sheet)
    colour = theme.BENCHMARK if reading.kind == NATIONAL else theme.POINT
    draw_interval(sheet, row.middle, axis, reading.cell)
    ratio = reading.cell.value
    if ratio is None:
        return
    shape, hollow = MARKERS[reading.kind]
    size = 8.5 if reading.kind == NOW else 6.5
    mark = Mark(reading.kind, axis.shape(ratio, shape), colour, hollow, size)
    mark.draw(sheet, axis.x(ratio), row.middle, reading.kind)


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
