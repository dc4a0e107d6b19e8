"""Indicators 2 to 4: how much likelier an outcome is for one group than for the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from wres.chapters.reading import Chapter
from wres.charts import theme
from wres.charts.cells import Cell
from wres.charts.figure import Figure, compose
from wres.charts.likelihood_rows import (
    ANOTHER_WAY,
    NATIONAL,
    NOW,
    PREVIOUS,
    Likelihood,
    Reading,
    likelihoods,
)
from wres.charts.ratio_axis import AXIS_GAP, Axis, fitting_axis
from wres.charts.sheet import Sheet
from wres.charts.words import (
    TABLE_HAS_ALL,
    capitalised,
    caption,
    certainty,
    explained,
    kept_together,
    place,
)
from wres.definitions.indicators import indicator
from wres.labels import format_interval, format_ratio, listed
from wres.stats import FOUR_FIFTHS

__all__ = ["relative_likelihoods"]

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


def relative_likelihoods(
    chapter: Chapter, indicators: Sequence[str] = ("2", "3", "4")
) -> Figure | None:
    """Draw relative likelihoods with their intervals, last year's and the national ratio.

    Parameters
    ----------
    chapter : Chapter
        Its rows of measure relative_likelihood are used, those of the whole trust.
    indicators : sequence of {'2', '3', '4'}

    Returns
    -------
    Figure or None
        None if none of them has a ratio or an interval.
    """
    shown = likelihoods(chapter, indicators)
    told = [one for one in shown if _has_any(one) or one.now.is_withheld]
    if not any(_has_any(one) for one in shown):
        return None
    return compose(
        title=_title(told),
        subtitle=_subtitle(chapter, shown),
        caption=_caption(chapter, shown),
        alt=_alt(chapter, shown),
        draw=lambda sheet, top: _draw(sheet, top, shown),
    )


def _has_any(one: Likelihood) -> bool:
    return one.now.value is not None or one.now.lower is not None


def _title(told: Sequence[Likelihood]) -> str:
    published = all(one.now.status == "as published" for one in told)
    if published and len(told) == 1:
        return f"{told[0].stated}, as published"
    if published:
        text = f"{listed([one.figure for one in told])}, as published"
    else:
        text = "; ".join(_findings(told))
    return capitalised(text)


def _findings(told: Sequence[Likelihood]) -> list[str]:
    """Tell indicators without a clear finding together."""
    grouped: dict[str, list[str]] = {}
    for one in told:
        start, outcome = one.finding_parts
        grouped.setdefault(start, []).append(outcome)
    return [f"{start} {listed(outcomes)}".strip() for start, outcomes in grouped.items()]


def _subtitle(chapter: Chapter, shown: Sequence[Likelihood]) -> str:
    numbers = [one.record.number for one in shown]
    noun = "indicators" if len(numbers) > 1 else "indicator"
    return (
        f"Relative likelihood, {noun} {listed(numbers)}; 1.00 means equally likely. "
        f"{place(chapter)}, {_span(chapter, shown)}"
    )


def _span(chapter: Chapter, shown: Sequence[Likelihood]) -> str:
    """Name the period; where the events of one indicator are those of two years, which."""
    day = kept_together(chapter.facts.snapshot)
    two_years = [one.record.number for one in shown if one.two_years]
    if len(two_years) == len(shown):
        return f"two years to {day}"
    also = f" (indicator {listed(two_years)}: two years)" if two_years else ""
    return f"year to {day}{also}"


def _caption(chapter: Chapter, shown: Sequence[Likelihood]) -> str:
    numbers = [one.record.number for one in shown]
    tables = [
        "published_ratios"
        if one.now.status == "as published"
        else indicator(one.record.number).table
        for one in shown
    ]
    what = "Relative likelihoods"
    if len(shown) == 1:
        what = f"{shown[0].record.short_title}: relative likelihood"
    text = caption(chapter, f"{what}, {_plain_span(chapter, shown)}", numbers, tables)
    intervals = any(one.now.lower is not None for one in shown)
    lines = f" Lines are {certainty(one.now for one in shown)} intervals." if intervals else ""
    labels = [one.now.label for one in shown]
    return explained(f"{text} Shaded: {_zone()}.{lines}", *labels)


def _plain_span(chapter: Chapter, shown: Sequence[Likelihood]) -> str:
    return _span(chapter, shown).replace("\N{NO-BREAK SPACE}", " ")


def _zone() -> str:
    return f"{format_interval(*FOUR_FIFTHS, 'ratio')}, the range that counts as non-adverse"


def _alt(chapter: Chapter, shown: Sequence[Likelihood]) -> str:
    blocks = []
    for one in shown:
        note = f" {one.note}." if one.note else ""
        readings = "; ".join(reading.label for reading in one.readings)
        order = f"{one.order}; above 1.00 means {one.ends[1]} to {one.record.event}"
        blocks.append(f"{one.record.short_title} ({order}): {readings}.{note}")
    return (
        f"Forest plot of relative likelihoods at {place(chapter)}, {_plain_span(chapter, shown)}, "
        f"on a logarithmic scale with 1.00 in the middle and {_zone()}, shaded. "
        f"{explained(' '.join(blocks))} {TABLE_HAS_ALL}"
    )


def _draw(sheet: Sheet, top: float, shown: Sequence[Likelihood]) -> float:
    axis = fitting_axis(shown)
    top = _draw_key(sheet, top)
    for one in shown:
        top = _draw_block(sheet, top, axis, one) + 0.17
    return _draw_scale(sheet, top - 0.05, axis)


def _draw_key(sheet: Sheet, top: float) -> float:
    sheet.box(0.0, top + 0.02, 0.26, 0.15, fill=theme.ZONE, label="key")
    for x in (0.0, 0.26):
        sheet.line([x, x], [top + 0.02, top + 0.17], width=0.8, dashes=(2.0, 2.0), label="key")
    return sheet.paragraph(0.33, top, [_zone()], size=theme.SMALL) + 0.12


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
