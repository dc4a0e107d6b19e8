"""Which places are named: five at most, each once, with all that is told of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from wres.hotspots.cells import Spot
from wres.hotspots.scan import RATE, Finding, spread_of
from wres.hotspots.sides import Sides, alike, without

__all__ = ["MOST_PLACES", "Named", "lies_in", "mirrors", "named"]

MOST_PLACES: Final = 5
Within = Mapping[Spot, Spot]


@dataclass
class Named:
    """A place worth a conversation.

    Parameters
    ----------
    first : Finding
        Its surest difference.
    there : list of Finding
        Differences of the same place by other measures.
    kin : list of Finding
        The same differences of places that lie in it, or that it lies in.
    rest : list of Finding
        Places that are all the rest, so that their difference is the same one.
    """

    first: Finding
    there: list[Finding] = field(default_factory=list)
    kin: list[Finding] = field(default_factory=list)
    rest: list[Finding] = field(default_factory=list)

    @property
    def findings(self) -> list[Finding]:
        """All differences told of it; that of the rest is none of its own."""
        return [self.first, *self.there, *self.kin]


def named(findings: Sequence[Finding], within: Within, *, rate: float = RATE) -> list[Named]:
    """Choose the places worth a conversation: told at the rate, the surest first, five at most.

    Parameters
    ----------
    findings : sequence of Finding
        The surest first.
    within : mapping of Spot to Spot
        Places that lie in others, as directorates in divisions.
    rate : float
        False discoveries among the places told, at most.

    Notes
    -----
    What differs by the same measure in the same direction inside a place named, or around it, is
    told with it; not so where it differs from the rest of what is around it, or without what is
    inside it, by a chance that the procedure of Benjamini and Hochberg allows as well. Of two
    places crossed and either of them one is named by a measure, the surer; and so of a place and
    all the rest.
    """
    family = [one for one in findings if not one.too_few]
    sure = [one for one in family if one.rate <= rate]
    allowed = rate * len(sure) / max(len(family), 1)
    chosen: list[Named] = []
    for one in sure:
        lines = _told_with(one, chosen, within, allowed)
        if lines is None:
            chosen.append(Named(one))
        else:
            lines.append(one)
    return chosen[:MOST_PLACES]


def mirrors(one: Finding, other: Finding) -> bool:
    """Say whether one place is all the rest of another: they differ from each other, once."""
    if one.key != other.key or one.direction == other.direction:
        return False
    own, beside = alike(one.sides, other.sides)
    return (own.place, own.rest) == (beside.rest, beside.place)


def lies_in(spot: Spot, other: Spot, within: Within) -> bool:
    """Say whether a place lies in another, or in one that does."""
    return other in _around(spot, within)


def _around(spot: Spot, within: Within) -> Iterator[Spot]:
    if spot.dimension_2:
        yield from (Spot(spot.dimension, spot.place), Spot(spot.dimension_2, spot.place_2))
    seen = {spot}
    while spot in within and within[spot] not in seen:
        spot = within[spot]
        seen.add(spot)
        yield spot


def _told_with(
    one: Finding, chosen: list[Named], within: Within, allowed: float
) -> list[Finding] | None:
    """Give the differences of a place named already that one belongs to; None where it is new."""
    for place in chosen:
        if any(mirrors(one, other) for other in place.findings):
            return place.rest
        if one.spot == place.first.spot:
            return place.there
    told = [(place, other) for place in chosen for other in place.findings if other.key == one.key]
    for place, other in told:
        if _crossed_with(one.spot, other.spot, within):
            return place.kin
    told = [(place, other) for place, other in told if other.direction == one.direction]
    inner = [(place, other) for place, other in told if lies_in(other.spot, one.spot, within)]
    if inner and not _differs_without(one, [other for _, other in inner], within, allowed):
        return inner[0][0].kin
    for place, other in told:
        outer = other.spot == place.first.spot and lies_in(one.spot, other.spot, within)
        if outer and not _differs_in(one, other, allowed):
            return place.kin
    return None


def _crossed_with(one: Spot, other: Spot, within: Within) -> bool:
    """Say whether one is a part of the other by two dimensions crossed, or the other of it."""
    inner, outer = (one, other) if one.dimension_2 else (other, one)
    return bool(inner.dimension_2) and lies_in(inner, outer, within)


def _differs_in(one: Finding, outer: Finding, allowed: float) -> bool:
    """Say whether a place differs from the rest of what it lies in."""
    own, around = alike(one.sides, outer.sides)
    rest = without(around.place, own.place)
    return rest is not None and _still(one, Sides(own.place, rest, own.banded), allowed)


def _differs_without(one: Finding, inner: list[Finding], within: Within, allowed: float) -> bool:
    """Say whether a place differs from the rest of the trust without what is named inside it."""
    once = [two for two in inner if not any(lies_in(two.spot, more.spot, within) for more in inner)]
    own, *others = alike(one.sides, *(two.sides for two in once))
    left = own.place
    for other in others:
        less = without(left, other.place)
        if less is None:
            return False
        left = less
    return _still(one, Sides(left, own.rest, own.banded), allowed)


def _still(one: Finding, sides: Sides, allowed: float) -> bool:
    spread = spread_of(one.key, sides)
    if spread is None or spread.p_value > allowed:
        return False
    return (spread.seen > spread.expected) == (one.direction == "more")
