"""How places differ from each other: shrunken shares, contributions to a gap, changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wres.hotspots.cells import Cells, Spot
from wres.hotspots.measures import SENIOR, SHARE
from wres.hotspots.sides import Sides, alike, sides_of
from wres.stats import Pair, mantel_haenszel, relative_likelihood
from wres.stats.exact import interaction
from wres.stats.parts import Contribution, gap_contributions, rounded_parts
from wres.stats.shrinkage import Shrunken, shrunken_shares

__all__ = [
    "Part",
    "Ranked",
    "Turn",
    "adds_most",
    "contributions",
    "ranked",
    "since_last_year",
]

REST = "parts not shown"
# As `wres.labels.format_contribution` prints them.
DECIMALS = 2


@dataclass(frozen=True)
class Ranked:
    """A place, its BME people and events, and its share drawn towards the other places'."""

    spot: Spot
    pair: Pair
    shrunken: Shrunken


@dataclass(frozen=True)
class Part:
    """What a place adds to the trust's gap, in percentage points; `spot` is None for the rest.

    `points` is what it adds by its own gap and by who is there, so rounded that all add up.
    """

    spot: Spot | None
    contribution: Contribution
    points: float

    @property
    def name(self) -> str:
        """The place."""
        return self.spot.name if self.spot else REST

    @property
    def adds(self) -> str:
        """The verb of its name."""
        return "adds" if self.spot else "add"


@dataclass(frozen=True)
class Turn:
    """A place's ratio this year and last, and how likely such a change is by chance alone.

    `banded` says whether both ratios are within pay bands.
    """

    now: float | None
    before: float | None
    chance: float
    banded: bool


def pair_of(cells: Cells, key: str, spot: Spot) -> Pair | None:
    """Give the BME people of a place and their events; of `workforce`, BME among all known."""
    sides = sides_of(cells, key, spot)
    return None if sides is None else sides.own[0]


def ranked(cells: Cells, key: str, dimension: str) -> list[Ranked]:
    """Draw the places of a dimension towards each other, and rank them, the highest share first."""
    if (key, dimension) not in cells.ranks:
        cells.ranks[key, dimension] = _ranked(cells, key, dimension)
    return cells.ranks[key, dimension]


def _ranked(cells: Cells, key: str, dimension: str) -> list[Ranked]:
    found = [
        (spot, pair)
        for spot in cells.spots()
        if spot.view == dimension and (pair := pair_of(cells, key, spot)) and pair.base
    ]
    shares = shrunken_shares([pair for _, pair in found])
    made = [Ranked(spot, pair, one) for (spot, pair), one in zip(found, shares, strict=True)]
    return sorted(made, key=lambda one: (one.shrunken.rank, one.spot))


def contributions(cells: Cells, key: str, dimension: str) -> list[Part]:
    """Share out the trust's gap among the places of a dimension; parts add up to it exactly.

    The gap is the likelihood of BME people less that of White people, in percentage points. Who is
    in no place shown is a part of its own. Of `workforce` there is no gap, and no part.
    """
    found: list[tuple[Spot | None, tuple[Pair, Pair]]] = []
    whole: tuple[Pair, Pair] | None = None
    for spot in cells.spots(unrecorded=True):
        if spot.view == dimension and not spot.dimension_2 and key != SHARE:
            sides = sides_of(cells, key, spot)
            if sides is not None:
                (one, two), (three, four) = sides.own, sides.others
                whole = (one + three, two + four)
                found.append((spot, sides.own))
    if whole is None or not (whole[0].base and whole[1].base):
        return []
    left = [
        Pair(
            total.events - sum(pairs[at].events for _, pairs in found),
            total.base - sum(pairs[at].base for _, pairs in found),
        )
        for at, total in enumerate(whole)
    ]
    if any(one.base or one.events for one in left):
        found.append((None, (left[0], left[1])))
    parts = gap_contributions([pairs for _, pairs in found])
    points = rounded_parts([100 * one.together for one in parts], DECIMALS)
    made = [
        Part(spot, Contribution(100 * one.within, 100 * one.between), told)
        for (spot, _), one, told in zip(found, parts, points, strict=True)
    ]
    return sorted(made, key=lambda one: (one.spot is None, -_towards(one, made)))


def adds_most(parts: Sequence[Part]) -> Part:
    """Give the part that adds most to the gap, whichever way the gap goes."""
    return max(parts, key=lambda one: _towards(one, parts))


def _towards(one: Part, parts: Sequence[Part]) -> float:
    """Give what a part adds in the direction of the whole gap; negative where it works against."""
    whole = sum(part.contribution.together for part in parts)
    return one.contribution.together * (-1 if whole < 0 else 1)


def since_last_year(now: Cells, before: Cells, key: str, spot: Spot) -> Turn | None:
    """Set a place's gap beside that of last year's counts; None where a year lacks them.

    Both within pay bands, or both without where one of them can't be compared within them.

    Who works in a place is counted in full and largely the same people: it has no such change.
    """
    if key in (SHARE, SENIOR):
        return None
    this, last = sides_of(now, key, spot), sides_of(before, key, spot)
    if this is None or last is None:
        return None
    this, last = alike(this, last)
    spread = interaction(this.place, last.place)
    if spread is None:
        return None
    return Turn(_ratio(this), _ratio(last), spread.p_value, this.banded)


def _ratio(sides: Sides) -> float | None:
    if sides.banded:
        return mantel_haenszel(sides.place).value
    return relative_likelihood(*sides.own)
