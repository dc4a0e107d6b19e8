"""A place and the rest beside it, in the same groupings of bands where these are known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wres.hotspots.cells import BME, WHITE, Cells, Spot
from wres.hotspots.measures import SENIOR, SHARE
from wres.stats import Pair

__all__ = ["Sides", "Stratum", "alike", "sides_of", "without"]

Stratum = tuple[Pair, Pair]
UPPER = "8a-VSM"
AGENDA = {"under 1-5", "6-7", UPPER}


@dataclass(frozen=True)
class Sides:
    """BME and White people of a place and of the rest, by stratum.

    Of `workforce` a pair's events are the people of a group in a stratum, and its base is those of
    both groups in it.

    Parameters
    ----------
    place, rest : tuple of (BME, White)
        In the same order of strata.
    banded : bool
        Whether strata are groupings of bands; else there is one, of everyone.
    """

    place: tuple[Stratum, ...]
    rest: tuple[Stratum, ...]
    banded: bool

    @property
    def together(self) -> Sides:
        """The same with its strata together."""
        return Sides((self.own,), (self.others,), banded=False)

    @property
    def own(self) -> Stratum:
        """Both groups of the place, strata together."""
        return _together(self.place)

    @property
    def others(self) -> Stratum:
        """Both groups of the rest, strata together."""
        return _together(self.rest)


def sides_of(cells: Cells, key: str, spot: Spot) -> Sides | None:
    """Set a place beside the rest of what it lies in.

    Parameters
    ----------
    cells : Cells
        Counts.
    key : str
        A measure.
    spot : Spot
        The place.

    Returns
    -------
    Sides or None
        None where counts of the place, or of what it lies in, are not known.

    Notes
    -----
    Where the groupings of bands of either do not add up to all its people and events, as where a
    count of one is withheld, everyone is compared at once: else some would count for the rest.
    """
    if key == SENIOR:
        return _of_seniors(cells, spot)
    own, whole = cells.get(key, spot), cells.get(key, spot.around)
    if own is None or whole is None:
        return None
    bands = cells.bands(key, spot)
    is_inside = bands and all(band in cells.bands(key, spot.around) for band in bands)
    if is_inside and _adds_up(cells, key, spot) and _adds_up(cells, key, spot.around):
        pairs = [
            (_pairs(cells, key, spot, one), _pairs(cells, key, spot.around, one))
            for one in cells.bands(key, spot.around)
        ]
        return _sides(pairs, banded=True)
    return _sides([(_pairs(cells, key, spot), _pairs(cells, key, spot.around))], banded=False)


def alike(*found: Sides) -> list[Sides]:
    """Give all as they are, or all with their strata together where some are not in strata."""
    mixed = len({one.banded for one in found}) > 1
    return [one.together if mixed else one for one in found]


def _adds_up(cells: Cells, key: str, spot: Spot) -> bool:
    """Say whether nobody of either group is outside the groupings of bands that are known."""
    found = [cells.get(key, spot, band) or {} for band in cells.bands(key, spot)]
    whole = cells.get(key, spot) or {}
    return all(
        sum((one[group] for one in found), Pair(0, 0)) == whole[group] for group in (BME, WHITE)
    )


def _pairs(cells: Cells, key: str, spot: Spot, band: str = "all") -> Stratum:
    found = cells.get(key, spot, band)
    if found is None:  # the place has nobody in this grouping
        return Pair(0, 0), Pair(0, 0)
    if key != SHARE:
        return found[BME], found[WHITE]
    people = found[BME].base + found[WHITE].base
    return Pair(found[BME].base, people), Pair(found[WHITE].base, people)


def _of_seniors(cells: Cells, spot: Spot) -> Sides | None:
    """Count staff in band 8a or above among all in the pay bands of Agenda for Change."""
    known = set(cells.bands(SHARE, spot.around)) & AGENDA
    both = []
    for where in (spot, spot.around):
        bands = set(cells.bands(SHARE, where)) & AGENDA
        if UPPER not in known or not bands or not bands <= known:
            return None
        if bands < known and not _adds_up(cells, SHARE, where):
            return None  # staff of a grouping are not known, rather than none
        groups = []
        for group in (BME, WHITE):
            heads = {one: (cells.get(SHARE, where, one) or {})[group].base for one in bands}
            groups.append(Pair(heads.get(UPPER, 0), sum(heads.values())))
        both.append((groups[0], groups[1]))
    return _sides([(both[0], both[1])], banded=False)


def _sides(pairs: list[tuple[Stratum, Stratum]], *, banded: bool) -> Sides | None:
    place = tuple(own for own, _ in pairs)
    rest = without([whole for _, whole in pairs], place)
    return None if rest is None else Sides(place, rest, banded)


def without(whole: Sequence[Stratum], part: Sequence[Stratum]) -> tuple[Stratum, ...] | None:
    """Take a part from a whole, stratum by stratum; None where it is not all in there."""
    if len(whole) != len(part):
        return None
    rest = tuple(
        (_less(one[0], own[0]), _less(one[1], own[1])) for one, own in zip(whole, part, strict=True)
    )
    few = any(min(side.events, side.base) < 0 for one in rest for side in one)
    return None if few else rest


def _less(whole: Pair, part: Pair) -> Pair:
    return Pair(whole.events - part.events, whole.base - part.base)


def _together(strata: tuple[Stratum, ...]) -> Stratum:
    first, second = Pair(0, 0), Pair(0, 0)
    for group, other in strata:
        first, second = first + group, second + other
    return first, second
