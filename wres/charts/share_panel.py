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
from wres.labels import WITHHELD_SYMBOL

__all__ = ["Layout", "draw_bars", "draw_header", "draw_line"]

ORDER = ("BME", "White", "Unknown")
BAR_HEIGHT, ROW_GAP = 0.2, 0.11
# More bars than this stand closer, so that the national return still fits on a page.
CLOSER_FROM, CLOSER_GAP = 18, 0.03
# Of yet more, as of a trust with every band and grade, the bars are thinner and the rows touch.
CLOSEST_FROM, THINNER = 25, 0.165
# Room left and right of the words inside a segment.
PADDING = 0.05
# Names take at most this part of the width.
NAMES_AT_MOST = 0.29


@dataclass(frozen=True)
class Layout:
    """Where names, BME shares, bars and head counts stand across the sheet, in inches.

    Parameters
    ----------
    name_width : float
        Room for names.
    share_right : float
        Right edge of the printed BME shares.
    bars_left, bars_right : float
        0% and 100%.
    gap : float
        Distance between bars.
    reference : float or None
        Share of 0 to 100 at which a line will cross the bars: words keep clear of it.
    bar : float
        Height of a bar.
    """

    name_width: float
    share_right: float
    bars_left: float
    bars_right: float
    gap: float = ROW_GAP
    reference: float | None = None
    bar: float = BAR_HEIGHT

    @classmethod
    def fitting(
        cls,
        width: float,
        bars: Sequence[ShareBar],
        people_title: str,
        reference: float | None,
    ) -> Layout:
        """Give names what they need, up to a limit beyond which they wrap."""
        names = min(_widest(bar.name for bar in bars), width * NAMES_AT_MOST)
        share_right = names + 0.1 + _widest(bar.bme_label for bar in bars if bar.is_drawn)
        people = _widest([people_title, *(bar.people for bar in bars)])
        right = width - people - 0.1
        gap, bar = _spacing(len(bars))
        return cls(names, share_right, share_right + 0.08, right, gap, reference, bar)

    @property
    def line(self) -> float | None:
        """Where the line stands."""
        return None if self.reference is None else self.across(self.reference)

    def across(self, share: float) -> float:
        """Return where a share of 0 to 100 lies."""
        return self.bars_left + (self.bars_right - self.bars_left) * min(share, 100.0) / 100


def draw_header(
    sheet: Sheet, top: float, layout: Layout, *, names: dict[str, str], people_title: str
) -> float:
    """Name the groups above the ends of the bars where they stand, each with its colour."""
    if sheet.is_narrow:
        return _draw_key(sheet, top, names, people_title)
    bme = theme.wrap(names["BME"], layout.share_right - 0.2)
    left = layout.share_right - max(theme.text_width(line) for line in bme)
    end = sheet.paragraph(left, top, bme)
    _swatch(sheet, left - 0.19, sheet.baseline(top), "BME")
    last = sheet.baseline(end - theme.LINE * theme.BODY / 72)
    _swatch(sheet, layout.bars_left, last, "White")
    sheet.words(layout.bars_left + 0.19, last, names["White"])
    unknown = layout.bars_right - theme.text_width(names["Unknown"])
    _swatch(sheet, unknown - 0.19, last, "Unknown")
    sheet.words(unknown, last, names["Unknown"])
    sheet.words(sheet.width, last, people_title, align="right")
    return end + 0.06


def _draw_key(sheet: Sheet, top: float, names: dict[str, str], people_title: str) -> float:
    """Name the groups in a row, wrapped where it is too long, and the head counts below it."""
    pitch, x = theme.LINE * theme.BODY / 72, 0.0
    for group in ORDER:
        width = 0.19 + theme.text_width(names[group])
        if x and x + width > sheet.width:
            x, top = 0.0, top + pitch
        _swatch(sheet, x, sheet.baseline(top), group)
        sheet.words(x + 0.19, sheet.baseline(top), names[group])
        x += width + 0.2
    if x + theme.text_width(people_title) > sheet.width:
        top += pitch
    sheet.words(sheet.width, sheet.baseline(top), people_title, align="right")
    return top + pitch + 0.06


def _spacing(bars: int) -> tuple[float, float]:
    """Return how far bars stand apart and how high they are, so that all fit on a page."""
    if bars >= CLOSEST_FROM:
        return 0.0, THINNER
    return (CLOSER_GAP if bars >= CLOSER_FROM else ROW_GAP), BAR_HEIGHT


def draw_bars(sheet: Sheet, top: float, layout: Layout, bars: Sequence[ShareBar]) -> float:
    """Draw bars below each other and return where the last one ends."""
    for bar in bars:
        top = _draw_row(sheet, top, layout, bar) + layout.gap
    return top - layout.gap


def _draw_row(sheet: Sheet, top: float, layout: Layout, bar: ShareBar) -> float:
    weight = "bold" if bar.emphasis else "regular"
    lines = theme.wrap(bar.name, layout.name_width, theme.BODY, weight)
    height = max(BAR_HEIGHT, 1.05 * theme.BODY / 72 * len(lines) + 0.04)
    middle = top + height / 2
    sheet.lines_at(0.0, middle, lines, weight=weight)
    sheet.words_at(sheet.width, middle, bar.people, align="right", weight=weight)
    if bar.is_drawn:
        sheet.words_at(layout.share_right, middle, bar.bme_label, align="right", weight=weight)
        _draw_segments(sheet, middle - layout.bar / 2, layout, bar)
    else:
        _draw_absence(sheet, middle, layout, bar.bme_label)
    return top + height


def _draw_absence(sheet: Sheet, middle: float, layout: Layout, words: str) -> None:
    """Say in place of a bar why there is none, left or else right of the line."""
    left, line = layout.bars_left, layout.line
    if line is not None and line < left + theme.text_width(words) + PADDING:
        left = line + 2 * PADDING
    sheet.words_at(left, middle, words, colour=theme.WEAK_TEXT)


def _draw_segments(sheet: Sheet, top: float, layout: Layout, bar: ShareBar) -> None:
    start = 0.0
    for group in ORDER:
        cell = bar.shares.get(group)
        if cell is None or cell.value is None:
            words = WITHHELD_SYMBOL if bar.hides_any else "others not published"
            _draw_rest(sheet, top, layout, layout.across(start), words)
            return
        left, right = layout.across(start), layout.across(start + cell.value)
        start += cell.value
        if cell.value > 0:
            edge = theme.UNKNOWN_EDGE if group == "Unknown" else theme.BACKGROUND
            fill, label = theme.GROUP_FILLS[group], f"{bar.name}: {group}"
            sheet.box(left, top, right - left, layout.bar, fill=fill, edge=edge, label=label)
            if group != "BME":
                words_right = _clear_of(layout.line, (left, right), _width(cell))
                _label_segment(sheet, words_right, top + layout.bar / 2, group, cell)


def _draw_rest(sheet: Sheet, top: float, layout: Layout, left: float, words: str) -> None:
    """Say where a bar ends early that its other groups are not empty."""
    left = max(left, layout.line or left) + 2 * PADDING
    if left + theme.text_width(words) <= layout.bars_right:
        sheet.words_at(left, top + layout.bar / 2, words, colour=theme.WEAK_TEXT)


def _label_segment(
    sheet: Sheet, right: float | None, middle: float, group: str, cell: Cell
) -> None:
    """Print the share inside its segment, unless there is no room for it."""
    if right is not None:
        colour = theme.GROUP_LABELS[group]
        sheet.words_at(right, middle, cell.label, align="right", size=theme.SMALL, colour=colour)


def _width(cell: Cell) -> float:
    return theme.text_width(cell.label, theme.SMALL)


def _clear_of(line: float | None, place: tuple[float, float], width: float) -> float | None:
    """Return the right edge for words of `width` inside `place` that no line crosses.

    They stand at the right end, else left of the line, else nowhere.
    """
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


def draw_line(sheet: Sheet, layout: Layout, top: float, bottom: float) -> None:
    """Draw the reference on a white line, so that it stands out from dark segments too."""
    if layout.line is None:
        return
    xs, ys = [layout.line] * 2, [top, bottom]
    sheet.line(xs, ys, colour=theme.BACKGROUND, width=3.2)
    sheet.line(xs, ys, colour=theme.TEXT, width=1.4, label="Whole workforce", order=3)
