"""The words of rows: beside their marks on a page, above them on a phone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wres.charts import theme
from wres.charts.sheet import Sheet

__all__ = ["Label", "Row", "grounds", "label_room", "lay_out"]

PITCH = theme.LINE * theme.SMALL / 72
# Free above and below the words beside marks, and below marks that have their words above them.
AROUND, BELOW = 0.04, 0.08


@dataclass(frozen=True)
class Label:
    """The words of a row; `drawn` says whether there is any mark to stand beside them."""

    words: str
    bold: bool = False
    drawn: bool = True


@dataclass(frozen=True)
class Row:
    """Where one row stands: its words from `top` on, its marks between `start` and `end`."""

    lines: tuple[str, ...]
    weight: str
    top: float
    start: float
    end: float

    @property
    def middle(self) -> float:
        """Height of the marks."""
        return (self.start + self.end) / 2

    def draw_label(self, sheet: Sheet) -> None:
        """Write the words of the row."""
        if sheet.is_narrow:
            sheet.paragraph(0.0, self.top, self.lines, size=theme.SMALL, weight=self.weight)
        else:
            sheet.lines_at(0.0, self.middle, self.lines, size=theme.SMALL, weight=self.weight)


def label_room(sheet: Sheet, labels: Sequence[str], at_most: float) -> float:
    """Return the room that labels take at the left of their marks: none where they stand above."""
    if sheet.is_narrow:
        return 0.0
    return min(max(theme.text_width(label, theme.SMALL, "bold") for label in labels), at_most)


def lay_out(
    sheet: Sheet, top: float, labels: Sequence[Label], room: float, height: float
) -> list[Row]:
    """Place rows of at least `height` below each other; on a phone words alone have no strip."""
    rows = []
    for label in labels:
        row = _placed(sheet, top, label, room, height)
        rows.append(row)
        top = row.end + (BELOW if sheet.is_narrow else 0.0)
    return rows


def _placed(sheet: Sheet, top: float, label: Label, room: float, height: float) -> Row:
    weight = "bold" if label.bold else "regular"
    if sheet.is_narrow:
        lines = theme.wrap(label.words, sheet.room, theme.SMALL, weight)
        start = top + PITCH * len(lines)
        return Row(tuple(lines), weight, top, start, start + (height if label.drawn else 0.0))
    lines = theme.wrap(label.words, room + 0.01, theme.SMALL, weight)
    end = top + max(height, PITCH * len(lines) + AROUND)
    return Row(tuple(lines), weight, top, top, end)


def grounds(sheet: Sheet, rows: Sequence[Row]) -> list[tuple[float, float]]:
    """Return the spans to draw a grid behind: all rows at once, or the marks of each."""
    if sheet.is_narrow:
        return [(row.start, row.end) for row in rows if row.end > row.start]
    return [(rows[0].start, rows[-1].end)]
