"""The drawing of relative likelihoods: points, intervals and the non-adverse range."""

from __future__ import annotations

from collections.abc import Sequence

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
from wres.charts.ratio_axis import Axis, draw_ends, draw_interval, fitting_axis
from wres.charts.row_labels import Label, Row, grounds, label_room, lay_out
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
        0.0, top, theme.wrap(one.heading, sheet.room, theme.BODY, "bold"), weight="bold"
    )
    if one.note:
        lines = theme.wrap(one.note, sheet.room, theme.SMALL)
        top = sheet.paragraph(0.0, top, lines, size=theme.SMALL, colour=theme.WEAK_TEXT)
    labels = [
        Label(reading.label, reading.kind == NOW, reading.cell.is_drawn) for reading in one.readings
    ]
    rows = lay_out(sheet, top + 0.05, labels, room, ROW)
    if not any(label.drawn for label in labels):
        for row in rows:
            row.draw_label(sheet)
        return rows[-1].end
    for start, end in grounds(sheet, rows):
        axis.draw_ground(sheet, start, end)
        sheet.line([axis.left, axis.right], [end] * 2, colour=theme.AXIS, label="axis")
    for row, reading in zip(rows, one.readings, strict=True):
        _draw_reading(sheet, axis, row, reading)
    return draw_ends(sheet, rows[-1].end + DIRECTIONS, axis, one.ends)


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
