"""Small multiples: the share of BME staff in each grouping of bands, place by place."""

from __future__ import annotations

from wres.charts import theme
from wres.charts.figure import Figure, compose
from wres.charts.key import Mark, draw_key
from wres.charts.place_words import TABLE, by, captioned, likelihood_words
from wres.charts.scale import fitting_scale
from wres.charts.sheet import Sheet
from wres.definitions.bands import band_title
from wres.definitions.groupings import strata
from wres.hotspots import Hotspots
from wres.hotspots.cells import BME, TRUST, WHITE, Spot
from wres.hotspots.kinds import noun, plural
from wres.hotspots.measures import SHARE
from wres.hotspots.surest_band import surest_band
from wres.labels import decapitalise, format_percent

__all__ = ["place_bands"]

ROW, LABEL, MOST = 0.21, 1.6, 12
SHORT = {"under 1-5": "Bands up to 5"}
HERE = Mark("the place", "o", theme.POINT, size=8.0)
WHOLE = Mark("the whole trust", "D", theme.BENCHMARK, hollow=True, size=6.0)


def place_bands(spots: Hotspots, dimension: str) -> Figure | None:
    """Draw the share in each grouping of bands of each place; None where no place's are known."""
    places = {
        spot: shares
        for spot in spots.cells(dimension).spots()
        if spot.view == dimension and (shares := _shares(spots, spot, dimension))
    }
    whole = _shares(spots, TRUST, dimension)
    if not places or not whole or len(places) > MOST:
        return None
    what = likelihood_words(spots, SHARE)
    told = "; ".join(f"{spot.name}: {_told(shares)}" for spot, shares in places.items())
    looked_at = [(spot, band) for spot, shares in places.items() for band in shares]
    surest = surest_band(spots.cells(dimension), looked_at, spots.rate)
    title = f"No {noun(dimension)} differs from the rest in a pay band by more than chance allows"
    if surest:
        spot, band = surest
        title = (
            f"{spot.name} differs most surely: {format_percent(places[spot][band])} in "
            f"{decapitalise(_named(band))}, {format_percent(whole[band])} in the trust"
        )
    return compose(
        title=title,
        subtitle=f"{what}, by pay band. {by(spots, SHARE, dimension)}",
        caption=captioned(spots, SHARE, dimension, f"{what}, by pay band and"),
        alt=f"Small multiples of {plural(dimension)}. {what}. Whole trust: {_told(whole)}. {told}. "
        f"{TABLE}",
        term=spots.chapter.facts.term,
        draw=lambda sheet, top: _draw(sheet, top, places, whole),
    )


def _shares(spots: Hotspots, spot: Spot, dimension: str) -> dict[str, float]:
    cells = spots.cells(dimension)
    found = {}
    for band in strata():
        groups = cells.get(SHARE, spot, band)
        if groups:
            people = groups[BME].base + groups[WHITE].base
            if people:
                found[band] = 100 * groups[BME].base / people
    return found


def _named(band: str) -> str:
    return SHORT.get(band, band_title(band))


def _told(shares: dict[str, float]) -> str:
    return ", ".join(f"{_named(one)} {format_percent(two)}" for one, two in shares.items())


def _draw(
    sheet: Sheet, top: float, places: dict[Spot, dict[str, float]], whole: dict[str, float]
) -> float:
    top = draw_key(sheet, top, [HERE, WHOLE]) + 0.08
    tallest = max(max(shares.values()) for shares in [*places.values(), whole])
    across = 1 if sheet.is_narrow else 2
    width = (sheet.width - 0.15) / across
    listed = list(places.items())
    for at in range(0, len(listed), across):
        ends = [
            _draw_place(sheet, top, (column * (width + 0.15), width), one, (whole, tallest))
            for column, one in enumerate(listed[at : at + across])
        ]
        top = max(ends) + 0.12
    return top


def _draw_place(
    sheet: Sheet,
    top: float,
    span: tuple[float, float],
    one: tuple[Spot, dict[str, float]],
    beside: tuple[dict[str, float], float],
) -> float:
    (left, width), (spot, shares), (whole, tallest) = span, one, beside
    lines = theme.wrap(spot.name, width - 0.1, theme.SMALL, "bold")
    top = sheet.paragraph(left, top, lines, size=theme.SMALL, weight="bold") + 0.02
    scale = fitting_scale(left + LABEL, left + width - 0.2, tallest, 100)
    scale.draw_ground(sheet, top, top + ROW * len(whole))
    for at, band in enumerate(whole):
        middle = top + ROW * (at + 0.5)
        sheet.words_at(left, middle, _named(band), size=theme.SMALL)
        WHOLE.draw(sheet, scale.x(whole[band]), middle, "whole trust")
        if band in shares:
            HERE.draw(sheet, scale.x(shares[band]), middle, "place")
    return scale.draw(sheet, top + ROW * len(whole))
