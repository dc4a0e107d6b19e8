"""What each place adds to the trust's gap, step by step to the whole."""

from __future__ import annotations

from itertools import accumulate, pairwise

from wres.charts import theme
from wres.charts.figure import Figure, compose
from wres.charts.place_words import TABLE, by, captioned
from wres.charts.row_labels import Label, grounds, label_room, lay_out
from wres.charts.scale import draw_grid_lines, draw_ticks, round_end
from wres.charts.sheet import Sheet
from wres.hotspots import Hotspots
from wres.hotspots.kinds import noun
from wres.hotspots.measures import measure
from wres.hotspots.unevenness import Part, adds_most, contributions
from wres.labels import capitalise, format_contribution, format_points

__all__ = ["place_contributions"]

ROW, LABELS_AT_MOST, MOST = 0.26, 2.3, 28
FIGURE = 0.55
LINES, BELOW_ONE = 4, (0.01, 0.02, 0.05, 0.1, 0.2, 0.5)


def place_contributions(spots: Hotspots, key: str, dimension: str) -> Figure | None:
    """Draw a waterfall of contributions to the gap; None where there is no gap to share out."""
    parts = contributions(spots.cells(dimension), key, dimension)
    if not 2 <= len(parts) <= MOST:
        return None
    gap = sum(one.points for one in parts)
    term, one = spots.chapter.group_label("BME"), measure(key)
    what = f"Gap in points, {term} less White {one.people} who {one.events}"
    told = "; ".join(f"{p.name} {format_contribution(p.points)}" for p in parts)
    most = adds_most(parts)
    points = format_contribution(most.points)
    title = f"{capitalise(most.name)} {most.adds} {points} points to the gap of "
    title = f"{title}{format_contribution(gap)}"
    if not any(p.points for p in parts):
        title = f"No {noun(dimension)} adds to the gap: it is {format_contribution(gap)} points"
    return compose(
        title=title,
        subtitle=f"{what}: what each {noun(dimension)} adds. {by(spots, key, dimension)}",
        caption=captioned(spots, key, dimension, f"{what}: contributions"),
        alt=(
            f"Waterfall of what each {noun(dimension)} adds to the gap. {what}: {told}; together "
            f"{format_contribution(gap)}. {TABLE}"
        ),
        term=spots.chapter.facts.term,
        draw=lambda sheet, top: _draw(sheet, top, parts),
    )


def _draw(sheet: Sheet, top: float, parts: list[Part]) -> float:
    steps = [one.points for one in parts]
    ends = [0.0, *accumulate(steps)]
    names = [*(one.name if one.spot else capitalise(one.name) for one in parts), "Together"]
    labels = [Label(name, name == "Together") for name in names]
    room = label_room(sheet, names, LABELS_AT_MOST)
    low, high = min(0.0, *ends), max(0.0, *ends)
    left = (room + 0.15 if room else 0.1) + FIGURE
    right = sheet.width - 0.15 - FIGURE
    step, decimals = _step(max(high, -low))

    def x(value: float) -> float:
        return left + (right - left) * (value - low) / max(high - low, 1e-9)

    ticks = [t * step for t in range(-20, 21) if low - 1e-9 <= t * step <= high + 1e-9]
    rows = lay_out(sheet, top, labels, room, ROW)
    for start, end in grounds(sheet, rows):
        draw_grid_lines(sheet, [x(tick) for tick in ticks], (start, end))
        sheet.line([x(0.0)] * 2, [start, end], colour=theme.AXIS, label="zero")
    spans = [*pairwise(ends), (0.0, ends[-1])]
    for row, (begin, end) in zip(rows, spans, strict=True):
        row.draw_label(sheet)
        worse = theme.GROUP_FILLS["BME"] if end < begin else theme.GROUP_FILLS["White"]
        fill = theme.POINT if row is rows[-1] else worse
        sides = sorted((x(begin), x(end)))
        height = 0.15
        sheet.box(
            sides[0],
            row.middle - height / 2,
            max(sides[1] - sides[0], 0.02),
            height,
            fill=fill,
            label="part",
        )
        told = format_contribution(end - begin)
        if end < begin:
            sheet.words_at(
                sides[0] - 0.05, row.middle, told, size=theme.SMALL, align="right", halo=True
            )
        else:
            sheet.words_at(sides[1] + 0.05, row.middle, told, size=theme.SMALL, halo=True)
    marks = [(x(tick), format_points(tick, decimals) if tick else "0") for tick in ticks]
    return draw_ticks(sheet, rows[-1].end, (left, right), marks)


def _step(reach: float) -> tuple[float, int]:
    """Give the points between lines, and their decimals: few disciplinary gaps reach one point."""
    below = next((step for step in BELOW_ONE if step * LINES >= reach), None)
    if below is None:
        return round_end(reach, LINES)[1], 0
    return below, 2 if below < 0.1 else 1
