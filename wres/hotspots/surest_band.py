"""The pay band of a place that differs most surely from the same band of the rest."""

from __future__ import annotations

from collections.abc import Iterable

from wres.hotspots.cells import BME, TRUST, WHITE, Cells, Spot
from wres.hotspots.measures import SHARE
from wres.hotspots.scan import RATE, spread_of
from wres.hotspots.sides import Sides, Stratum, without
from wres.stats import Pair
from wres.stats.discoveries import adjusted_p_values

__all__ = ["surest_band"]


def surest_band(
    cells: Cells, places: Iterable[tuple[Spot, str]], told_at: float = RATE
) -> tuple[Spot, str] | None:
    """Choose the place and grouping of bands whose share of BME staff is told apart most surely.

    Parameters
    ----------
    cells : Cells
        Counts of staff in groupings of bands.
    places : iterable of (Spot, str)
        Places and groupings that are looked at: the family of false discoveries.
    told_at : float
        False discoveries among those told apart, at most.

    Returns
    -------
    tuple or None
        None where no place differs in a band by more than chance allows.
    """
    found = []
    for spot, band in places:
        own, whole = _staff(cells, spot, band), _staff(cells, TRUST, band)
        rest = None if own is None or whole is None else without([whole], [own])
        if own is not None and rest is not None:
            spread = spread_of(SHARE, Sides((own,), rest, banded=True))
            # Of which no outcome could be told is not looked at, as with whole places.
            if spread and min(spread.chances[0], spread.chances[-1]) <= RATE:
                found.append((spread.p_value, spot, band))
    rates = adjusted_p_values([chance for chance, _, _ in found])
    sure = [one for one, rate in zip(found, rates, strict=True) if rate <= told_at]
    return min(sure)[1:] if sure else None


def _staff(cells: Cells, spot: Spot, band: str) -> Stratum | None:
    groups = cells.get(SHARE, spot, band)
    if groups is None:
        return None
    people = groups[BME].base + groups[WHITE].base
    return Pair(groups[BME].base, people), Pair(groups[WHITE].base, people)
