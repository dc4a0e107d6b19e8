"""A funnel: how far each place lies from the whole, beside how far chance takes one of its size."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from wres.charts import theme
from wres.charts.figure import Figure, compose
from wres.charts.key import Mark, draw_key
from wres.charts.place_words import TABLE, by, captioned, sure_words
from wres.charts.point_names import Named, name_points
from wres.charts.scale import round_end
from wres.charts.sheet import Sheet
from wres.hotspots import Finding, Hotspots
from wres.hotspots.kinds import noun, plural
from wres.hotspots.measures import SHARE, measure
from wres.labels import format_headcount, format_number, format_ratio, listed
from wres.stats.funnels import FUNNEL

__all__ = ["place_funnel"]

LEFT, HEIGHT, NAMED = 0.45, 3.0, 3
CLEAR = 0.1  # of a name from the axis, and from the line of no difference
INSIDE = Mark("not told apart", "o", theme.POINT, hollow=True, size=7.0)
OUTSIDE = Mark("told apart from chance", "s", theme.POINT, size=8.0)


@dataclass(frozen=True)
class _Point:
    """One place: its expected number, and seen over expected with its own limits."""

    name: str
    expected: float
    ratio: float
    limits: tuple[tuple[float, float], ...]
    sure: bool


def place_funnel(spots: Hotspots, key: str, dimension: str) -> Figure | None:
    """Draw seen over expected numbers of BME people by size, with exact limits of each place.

    Parameters
    ----------
    spots : Hotspots
    key : str
        A measure.
    dimension : str
        A dimension, or two.

    Returns
    -------
    Figure or None
        None where fewer than two places can be compared.
    """
    found = sorted(spots.of(key, dimension), key=lambda one: one.chance)
    points = [_point(one, sure=spots.is_sure(one)) for one in found if one.expected >= 0.5]
    if len(points) < 2:
        return None
    term, one = spots.chapter.group_label("BME"), measure(key)
    what = f"{term} {one.people} who {one.events}"
    if key == SHARE:
        what = f"{term} staff"
    beside = "the gap of all together"
    if key == SHARE:
        banded = {one.sides.banded for one in found}
        beside = "the pay bands there" if True in banded else "the share of all together"
        beside += " where these are known" if len(banded) > 1 else ""
    told = "; ".join(_told(one) for one in points)
    none = "" if any(spots.is_sure(one) for one in found) else f"No {noun(dimension)} is told apart"
    return compose(
        title=sure_words(spots, found, dimension),
        subtitle=f"{what}: number seen over number expected from {beside}, by number expected; 1 "
        f"is no difference. {by(spots, key, dimension)}",
        caption=captioned(spots, key, dimension, f"{what}, seen over expected,")
        + f" Bars: where 95% (thick) and 99.8% (thin) of such {plural(dimension)} lie by chance "
        f"alone.{none and f' {none}; any named lies farthest out.'}",
        alt=f"Funnel plot. {what}, seen over expected, with the limits within which 95% lie by "
        f"chance: {told}. {none and f'{none}. '}{TABLE}",
        term=spots.chapter.facts.term,
        draw=lambda sheet, top: _draw(sheet, top, points),
    )


def _point(one: Finding, *, sure: bool) -> _Point:
    limits = [one.limits(confidence) for confidence in FUNNEL]
    return _Point(
        one.spot.name,
        one.expected,
        one.seen / one.expected,
        tuple((max(limit.lower, 0) / one.expected, limit.upper / one.expected) for limit in limits),
        sure,
    )


def _told(one: _Point) -> str:
    (low, high), _ = one.limits
    return (
        f"{one.name} {format_ratio(one.ratio)} of {format_number(round(one.expected, 1))} expected "
        f"({format_ratio(low)} to {format_ratio(high)})"
    )


def _draw(sheet: Sheet, top: float, points: list[_Point]) -> float:
    top = draw_key(sheet, top, [INSIDE, OUTSIDE]) + 0.1
    high = min(max(max(one.ratio, one.limits[1][1]) for one in points) * 1.05, 5.0)
    most, step = round_end(max(one.expected for one in points), 5)
    right = sheet.width - 0.2

    def x(expected: float) -> float:
        return LEFT + 0.1 + (right - LEFT - 0.1) * expected / most

    def y(ratio: float) -> float:
        return top + HEIGHT * (1 - min(max(ratio, 0.0), high) / high)

    for tick in _ticks(high):
        colour = theme.AXIS if tick == 1 else theme.GRID
        sheet.line([LEFT, right], [y(tick)] * 2, colour=colour, order=0.5, label="grid")
        sheet.words_at(
            LEFT - 0.06,
            y(tick),
            format_ratio(tick),
            size=theme.SMALL,
            align="right",
            colour=theme.WEAK_TEXT,
        )
    for one in points:
        for (low, up), width in zip(one.limits, (5.0, 1.2), strict=True):
            sheet.line(
                [x(one.expected)] * 2,
                [y(low), y(up)],
                colour=theme.AXIS,
                width=width,
                label="limits",
                order=1,
            )
    for one in points:
        shape = "^" if one.ratio > high else ""
        mark = OUTSIDE if one.sure else INSIDE
        Mark("", shape or mark.shape, mark.colour, mark.hollow, mark.size).draw(
            sheet, x(one.expected), y(one.ratio), "place"
        )
    named = [Named(one.name, x(one.expected), _clear(y, one.ratio)) for one in _first(points)]
    unnamed = name_points(sheet, named, [x(one.expected) for one in points], (LEFT, right))
    bottom = top + HEIGHT
    sheet.line([LEFT, right], [bottom] * 2, label="scale")
    for tick in range(0, most + 1, step):
        sheet.line([x(tick)] * 2, [bottom, bottom + 0.05], label="tick")
        sheet.words(
            x(tick),
            bottom + 0.21,
            format_headcount(tick),
            size=theme.SMALL,
            align="center",
            colour=theme.WEAK_TEXT,
        )
    sheet.words(
        right,
        bottom + 0.4,
        "number expected",
        size=theme.SMALL,
        align="right",
        colour=theme.WEAK_TEXT,
    )
    sure = [one.name for one in points if one.sure and one.name in unnamed]
    return _name_below(sheet, bottom + 0.45, sure)


def _name_below(sheet: Sheet, top: float, names: list[str]) -> float:
    """Name below the plot those told apart that had no room in it."""
    if not names:
        return top
    words = f"Also told apart from chance: {listed(names)}."
    return sheet.paragraph(
        0.0, top + 0.05, theme.wrap(words, sheet.room, theme.SMALL), size=theme.SMALL
    )


def _first(points: list[_Point]) -> list[_Point]:
    """Give the places told apart, else some of those farthest out."""
    return [point for point in points if point.sure] or points[:NAMED]


def _clear(y: Callable[[float], float], ratio: float) -> float:
    """Give the height of a name, clear of the axis and of the line of no difference."""
    height = min(y(ratio), y(0.0) - CLEAR)
    if abs(height - y(1.0)) < CLEAR:
        return y(1.0) + (CLEAR if ratio < 1 else -CLEAR)
    return height


def _ticks(high: float) -> list[float]:
    step = 0.25 if high <= 1.5 else 0.5 if high <= 3 else 1.0
    return [step * at for at in range(int(high / step) + 1)]
