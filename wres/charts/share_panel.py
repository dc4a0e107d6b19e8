"""Hundred per cent bars below each other, with what is printed beside them.

BME stands first from the left, so that bars can be compared with each other and with a line. Its
share is also printed left of each bar, where a narrow segment can't hide it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wres.charts import theme
from wres.charts.cells import Cell
from wres.charts.share_bars import ShareBar
from wres.charts.sheet import Sheet

__all__ = ["Columns", "draw_bars", "draw_header", "draw_line"]

ORDER = ("BME", "White", "Unknown")
BAR_HEIGHT = 0.23
ROW_GAP = 0.085
# Room left and right of the words inside a segment.
PADDING = 0.05
# Names take at most this part of the width.
NAMES_AT_MOST = 0.29


@dataclass(frozen=True)
class Columns:
    """Where names, BME shares, bars and head counts stand across the sheet, in inches.

    Parameters
    ----------
    name_width : float
        Room for names.
    share_right : float
        Right edge of the printed BME shares.
    bars_left, bars_right : float
        0% and 100%.
    """

    name_width: float
    share_right: float
    bars_left: float
    bars_right: float

    @classmethod
    def fitting(cls, bars: Sequence[ShareBar], people_title: str) -> Columns:
        """Give names what they need, up to a limit beyond which they wrap."""
        names = min(_widest(bar.name for bar in bars), theme.WIDTH * NAMES_AT_MOST)
        share_right = names + 0.1 + _widest(bar.bme_label for bar in bars if bar.is_drawn)
        people = _widest([people_title, *(bar.people for bar in bars)])
        return cls(names, share_right, share_right + 0.08, theme.WIDTH - people - 0.1)

    def across(self, share: float) -> float:
        """Return where a share of 0 to 100 lies."""
        return self.bars_left + (self.bars_right - self.bars_left) * min(share, 100.0) / 100


def draw_header(
    sheet: Sheet, top: float, columns: Columns, *, names: dict[str, str], people_title: str
) -> float:
    """Name the groups above the ends of the bars where they stand, each with its colour."""
    bme = theme.wrap(names["BME"], columns.share_right - 0.2)
    pitch = theme.LINE * theme.BODY / 72
    end = top + pitch * len(bme)
    for place, line in enumerate(bme):
        baseline = top + pitch * (place + 0.78)
        sheet.words(columns.share_right, baseline, line, align="right")
    last = end - 0.22 * pitch
    _swatch(sheet, columns.share_right - theme.text_width(bme[-1]) - 0.19, last, "BME")
    _swatch(sheet, columns.bars_left, last, "White")
    sheet.words(columns.bars_left + 0.19, last, names["White"])
    unknown = columns.bars_right - theme.text_width(names["Unknown"])
    _swatch(sheet, unknown - 0.19, last, "Unknown")
    sheet.words(unknown, last, names["Unknown"])
    sheet.words(theme.WIDTH, last, people_title, align="right")
    return end + 0.06


def draw_bars(
    sheet: Sheet,
    top: float,
    columns: Columns,
    bars: Sequence[ShareBar],
    *,
    line: float | None = None,
) -> float:
    """Draw bars below each other and return where the last one ends.

    `line` is where a line will cross the bars: words inside segments keep clear of it.
    """
    for bar in bars:
        top = _draw_row(sheet, top, columns, bar, line)
    return top - ROW_GAP


def _draw_row(
    sheet: Sheet, top: float, columns: Columns, bar: ShareBar, line: float | None
) -> float:
    weight = "bold" if bar.emphasis else "regular"
    lines = theme.wrap(bar.name, columns.name_width, theme.BODY, weight)
    pitch = 1.05 * theme.BODY / 72
    height = max(BAR_HEIGHT, pitch * len(lines) + 0.04)
    middle = top + height / 2
    for place, text in enumerate(lines):
        offset = (place - (len(lines) - 1) / 2) * pitch
        sheet.words_at(0.0, middle + offset, text, weight=weight)
    sheet.words_at(theme.WIDTH, middle, bar.people, align="right", weight=weight)
    if bar.is_drawn:
        sheet.words_at(columns.share_right, middle, bar.bme_label, align="right", weight=weight)
        _draw_segments(sheet, middle - BAR_HEIGHT / 2, columns, bar, line)
    else:
        _draw_absence(sheet, middle, columns, bar.bme_label, line)
    return top + height + ROW_GAP


def _draw_absence(
    sheet: Sheet, middle: float, columns: Columns, words: str, line: float | None
) -> None:
    """Say in place of a bar why there is none, left or else right of the line."""
    left = columns.bars_left
    if line is not None and line < left + theme.text_width(words) + PADDING:
        left = line + 2 * PADDING
    sheet.words_at(left, middle, words, colour=theme.WEAK_TEXT)


def _draw_segments(
    sheet: Sheet, top: float, columns: Columns, bar: ShareBar, line: float | None
) -> None:
    start = 0.0
    for group in ORDER:
        cell = bar.shares.get(group)
        if cell is None or cell.value is None:
            return
        left, right = columns.across(start), columns.across(start + cell.value)
        start += cell.value
        if cell.value > 0:
            edge = theme.UNKNOWN_EDGE if group == "Unknown" else theme.BACKGROUND
            fill, label = theme.GROUP_FILLS[group], f"{bar.name}: {group}"
            sheet.box(left, top, right - left, BAR_HEIGHT, fill=fill, edge=edge, label=label)
            if group != "BME":
                _label_segment(sheet, (left, right), top + BAR_HEIGHT / 2, group, cell, line)


def _label_segment(
    sheet: Sheet,
    place: tuple[float, float],
    middle: float,
    group: str,
    cell: Cell,
    line: float | None,
) -> None:
    """Print the share at the right end of its segment, or left of the line, where it fits."""
    right = _clear_of(line, place, theme.text_width(cell.label, theme.SMALL))
    if right is not None:
        colour = theme.GROUP_LABELS[group]
        sheet.words_at(right, middle, cell.label, align="right", size=theme.SMALL, colour=colour)


def _clear_of(line: float | None, place: tuple[float, float], width: float) -> float | None:
    """Return the right edge for words of `width` inside `place` that no line crosses."""
    left, right = place
    ends = [right] if line is None else [right, min(right, line)]
    for end in ends:
        start = end - PADDING - width
        crossed = line is not None and start - PADDING < line < end - PADDING
        if start - PADDING >= left and not crossed:
            return end - PADDING
    return None


def _widest(texts: Iterable[str]) -> float:
    return max(theme.text_width(text, theme.BODY, "bold") for text in texts)


def _swatch(sheet: Sheet, left: float, baseline: float, group: str) -> None:
    edge = theme.UNKNOWN_EDGE if group == "Unknown" else theme.BACKGROUND
    sheet.box(
        left, baseline - 0.125, 0.14, 0.14, fill=theme.GROUP_FILLS[group], edge=edge, label="key"
    )


def draw_line(sheet: Sheet, x: float, top: float, bottom: float) -> None:
    """Draw the workforce line on a white one, so that it stands out from dark segments too."""
    ends, label = (top, bottom), "Whole workforce"
    sheet.line([x, x], ends, colour=theme.BACKGROUND, width=3.2)
    sheet.line([x, x], ends, colour=theme.TEXT, width=1.4, label=label, order=3)
