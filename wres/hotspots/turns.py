"""What has changed since last year, part by part of a dimension."""

from __future__ import annotations

from dataclasses import dataclass

from wres.hotspots.cells import Cells, Spot
from wres.hotspots.measures import SENIOR, SHARE
from wres.hotspots.unevenness import pair_of, since_last_year
from wres.stats.discoveries import adjusted_p_values

__all__ = ["Moved", "counted_in_full", "moved"]


@dataclass(frozen=True)
class Moved:
    """One part's figure in two years.

    Parameters
    ----------
    spot : Spot
        The part.
    now, before : float
        Ratios, BME over White; of staff in post BME people in percent.
    chance, rate : float or None
        How likely such a change is by chance alone, and the least rate of false discoveries, over
        the parts of the view, at which it would be told; None for staff in post, who are counted
        in full.
    banded : bool
        Whether both ratios are within pay bands.
    """

    spot: Spot
    now: float
    before: float
    chance: float | None = None
    rate: float | None = None
    banded: bool = False


def counted_in_full(key: str) -> bool:
    """Say whether a measure is of staff in post: their change needs no test."""
    return key in (SHARE, SENIOR)


def moved(now: Cells, before: Cells, key: str, dimension: str) -> list[Moved]:
    """Give the parts of a dimension whose figure is known of both years, in order of their names.

    A ratio over nobody has no figure, so such a part has no change to be drawn.
    """
    both = [spot for spot in now.spots() if spot.view == dimension]
    if counted_in_full(key):
        return [
            Moved(spot, 100 * this, 100 * last)
            for spot in both
            if (this := _share(now, key, spot)) is not None
            and (last := _share(before, key, spot)) is not None
        ]
    turns = [
        (spot, turn)
        for spot in both
        if (turn := since_last_year(now, before, key, spot))
        and turn.now is not None
        and turn.before is not None
    ]
    rates = adjusted_p_values([turn.chance for _, turn in turns])
    return [
        Moved(spot, turn.now, turn.before, turn.chance, rate, turn.banded)  # type: ignore[arg-type]
        for (spot, turn), rate in zip(turns, rates, strict=True)
    ]


def _share(cells: Cells, key: str, spot: Spot) -> float | None:
    pair = pair_of(cells, key, spot)
    return None if pair is None else pair.likelihood
