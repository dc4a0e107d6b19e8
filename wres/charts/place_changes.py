"""Parts of the trust in two years: last year's figure and this year's, joined by a line."""

from __future__ import annotations

from collections.abc import Callable

from wres.charts import theme
from wres.charts.figure import Figure, compose
from wres.charts.key import Mark, draw_key
from wres.charts.place_words import TABLE, by, captioned, cut_words, likelihood_words
from wres.charts.ratio_axis import AXIS_GAP, MARGIN, REACHES, Axis, holds
from wres.charts.row_labels import Label, grounds, label_room, lay_out
from wres.charts.scale import Scale, fitting_scale
from wres.charts.sheet import Sheet
from wres.hotspots import Hotspots
from wres.hotspots.kinds import noun, plural
from wres.hotspots.measures import measure
from wres.hotspots.turns import Moved, counted_in_full
from wres.labels import capitalise, format_percent, format_ratio, listed

__all__ = ["place_changes"]

ROW, LABELS_AT_MOST, MOST = 0.24, 2.4, 28
NOW = Mark("this year", "o", theme.POINT, size=8.5)
LAST = Mark("the year before", "D", theme.BENCHMARK, hollow=True, size=6.0)


def place_changes(spots: Hotspots, key: str, dimension: str) -> Figure | None:
    """Draw each part's figure of both years; None where no part's is known of both.

    Parameters
    ----------
    spots : Hotspots
    key : str
        A measure.
    dimension : str
        A dimension, or two.
    """
    every = spots.moved(key, dimension)
    most = sorted(every, key=_by_chance)[:MOST]
    parts = [one for one in every if one in most]
    if not parts:
        return None
    term, one = spots.chapter.group_label("BME"), measure(key)
    what = f"{term} over White {one.people} who {one.events}, in likelihood{_within(parts)}"
    if counted_in_full(key):
        what = likelihood_words(spots, key)
    years = f"{spots.year - 1} and {spots.year}"
    said = format_percent if counted_in_full(key) else format_ratio
    told = "; ".join(f"{p.spot.name} {said(p.before)}, then {said(p.now)}" for p in parts)
    return compose(
        title=_title(spots, every, dimension, said)
        + cut_words(len(parts), len(every), dimension, "the most changed"),
        subtitle=f"{what}, {years}. {by(spots, key, dimension)}",
        caption=captioned(spots, key, dimension, f"{what}, {years},"),
        alt=f"Dot chart of {plural(dimension)} in {years}. {what}: {told}. {TABLE}",
        term=spots.chapter.facts.term,
        draw=lambda sheet, top: _draw(sheet, top, spots, parts, full=counted_in_full(key)),
    )


def _by_chance(one: Moved) -> float:
    """Order parts by how likely their change is by chance; those counted in full by its size."""
    return -abs(one.now - one.before) if one.chance is None else one.chance


def _within(parts: list[Moved]) -> str:
    """Say whether ratios are within pay bands."""
    banded = {one.banded for one in parts}
    if True not in banded:
        return ""
    return " within pay bands" + (" where both years have these" if len(banded) > 1 else "")


def _title(
    spots: Hotspots, parts: list[Moved], dimension: str, said: Callable[[float], str]
) -> str:
    if parts[0].rate is None:
        most = max(parts, key=lambda one: abs(one.now - one.before))
        between = f"from {said(most.before)} to {said(most.now)}"
        return f"{most.spot.name} has moved most since last year, {between}"
    sure = [one.spot.name for one in parts if spots.is_sure(one)]
    if not sure:
        return f"No {noun(dimension)} has changed by more than chance allows"
    return f"{capitalise(listed(sure))} {'have' if len(sure) > 1 else 'has'} changed"


def _draw(sheet: Sheet, top: float, spots: Hotspots, parts: list[Moved], *, full: bool) -> float:
    top = draw_key(sheet, top, [NOW, LAST]) + 0.05
    labels = [Label(one.spot.name, spots.is_sure(one)) for one in parts]
    room = label_room(sheet, [label.words for label in labels], LABELS_AT_MOST)
    scale = _scale(sheet, room, parts, full=full)
    rows = lay_out(sheet, top, labels, room, ROW)
    for start, end in grounds(sheet, rows):
        if isinstance(scale, Axis):
            scale.draw_ground(sheet, start, end, zone=False)
        else:
            scale.draw_ground(sheet, start, end)
    for row, one in zip(rows, parts, strict=True):
        row.draw_label(sheet)
        ends = [scale.x(one.before), scale.x(one.now)]
        sheet.line(ends, [row.middle] * 2, colour=theme.BENCHMARK, width=1.6, label="change")
        for mark, value, what in ((LAST, one.before, "before"), (NOW, one.now, "now")):
            shape = scale.shape(value, mark.shape)
            Mark("", shape, mark.colour, mark.hollow, mark.size).draw(
                sheet, scale.x(value), row.middle, what
            )
    return scale.draw(sheet, rows[-1].end)


def _scale(sheet: Sheet, room: float, parts: list[Moved], *, full: bool) -> Axis | Scale:
    values = [value for one in parts for value in (one.now, one.before)]
    if full:
        return fitting_scale(room + 0.15 if room else 0.1, sheet.width - 0.15, max(values), 100)
    reaches = (reach for reach in REACHES if all(holds(reach, one) for one in values if one))
    return Axis(room + AXIS_GAP, sheet.width - MARGIN, next(reaches, max(REACHES)))
