"""Places in the order of their shares, drawn towards each other by chance, with intervals."""

from __future__ import annotations

from wres.charts import theme
from wres.charts.figure import Figure, compose
from wres.charts.key import Mark, draw_key
from wres.charts.place_words import TABLE, by, captioned, cut_words, likelihood_words, sure_words
from wres.charts.row_labels import Label, grounds, label_room, lay_out
from wres.charts.scale import fitting_scale
from wres.charts.sheet import Sheet
from wres.hotspots import Hotspots
from wres.hotspots.kinds import plural
from wres.hotspots.unevenness import Ranked, ranked
from wres.labels import format_interval, format_percent, format_ranks

__all__ = ["place_ranks"]

ROW, LABELS_AT_MOST, MOST = 0.24, 2.4, 28
DRAWN = Mark("drawn towards the others, with 95% interval", "o", theme.POINT, size=8.5)
SEEN = Mark("as counted", "D", theme.BENCHMARK, hollow=True, size=6.0)


def place_ranks(spots: Hotspots, key: str, dimension: str) -> Figure | None:
    """Draw the places of a dimension in order; None where fewer than two can be compared.

    Parameters
    ----------
    spots : Hotspots
    key : str
        A measure.
    dimension : str
        A dimension, or two.
    """
    every = ranked(spots.cells(dimension), key, dimension)
    places = every[:MOST]
    if len(places) < 2:
        return None
    what = likelihood_words(spots, key)
    told = "; ".join(_told(one) for one in places)
    return compose(
        title=sure_words(spots, spots.of(key, dimension), dimension)
        + cut_words(len(places), len(every), dimension, "the highest"),
        subtitle=f"{what}, the highest first. {by(spots, key, dimension)}",
        caption=captioned(spots, key, dimension, f"{what}, as counted and drawn together,"),
        alt=f"Dot chart of {plural(dimension)}, the highest first. {what}: {told}. {TABLE}",
        term=spots.chapter.facts.term,
        draw=lambda sheet, top: _draw(sheet, top, spots, key, places),
    )


def _told(one: Ranked) -> str:
    shrunken = one.shrunken
    between = format_interval(*_interval(one), "%")
    rank = format_ranks(shrunken.ranks.lower, shrunken.ranks.upper)
    drawn = format_percent(100 * shrunken.share)
    counted = f"{one.spot.name} {format_percent(_seen(one))}"
    return f"{counted}, drawn towards the others {drawn} ({between}), rank {rank}"


def _draw(sheet: Sheet, top: float, spots: Hotspots, key: str, places: list[Ranked]) -> float:
    top = draw_key(sheet, top, [DRAWN, SEEN]) + 0.05
    view = places[0].spot.view
    sure = {one.spot for one in spots.of(key, view) if spots.is_sure(one)}
    labels = [Label(one.spot.name, one.spot in sure) for one in places]
    room = label_room(sheet, [label.words for label in labels], LABELS_AT_MOST)
    tallest = max(max(_interval(one)[1], _seen(one)) for one in places)
    scale = fitting_scale(room + 0.15 if room else 0.1, sheet.width - 0.15, tallest, 100)
    rows = lay_out(sheet, top, labels, room, ROW)
    for start, end in grounds(sheet, rows):
        scale.draw_ground(sheet, start, end)
    for row, one in zip(rows, places, strict=True):
        row.draw_label(sheet)
        ends = [scale.x(end) for end in _interval(one)]
        sheet.line(ends, [row.middle] * 2, colour=theme.POINT, width=1.6, label="interval")
        SEEN.draw(sheet, scale.x(_seen(one)), row.middle, "counted")
        DRAWN.draw(sheet, scale.x(100 * one.shrunken.share), row.middle, "share")
    return scale.draw(sheet, rows[-1].end)


def _seen(one: Ranked) -> float:
    return 100 * (one.pair.likelihood or 0.0)


def _interval(one: Ranked) -> tuple[float, float]:
    found = one.shrunken.interval
    return 100 * found.lower, 100 * found.upper
