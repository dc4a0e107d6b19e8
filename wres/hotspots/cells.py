"""Counts of a trust's parts as they are compared: by indicator, place and grouping of bands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from wres.definitions.unrecorded import NOT_RECORDED
from wres.stats import Pair

__all__ = ["ALL", "BME", "GROUPS", "TRUST", "UNKNOWN", "WHITE", "Cells", "Spot"]

WHITE: Final = "White"
BME: Final = "BME"
UNKNOWN: Final = "Unknown"
GROUPS: Final = (WHITE, BME, UNKNOWN)
ALL: Final = "all"


@dataclass(frozen=True, order=True)
class Spot:
    """A part of the trust: a place of one dimension, or of two crossed; the trust itself is blank.

    Examples
    --------
    >>> Spot("division", "Surgery", "site", "North").name
    'Surgery, North'
    """

    dimension: str = ""
    place: str = ""
    dimension_2: str = ""
    place_2: str = ""

    @property
    def name(self) -> str:
        """Its place, or both."""
        return ", ".join(one for one in (self.place, self.place_2) if one)

    @property
    def view(self) -> str:
        """Its dimension, or both."""
        return " and ".join(one for one in (self.dimension, self.dimension_2) if one)

    @property
    def is_recorded(self) -> bool:
        """Whether it is a place: people of whom none is recorded may be of any."""
        return NOT_RECORDED.casefold() not in (self.place.casefold(), self.place_2.casefold())

    @property
    def around(self) -> Spot:
        """What the rest is taken of: the trust, or the first place where two are crossed."""
        return Spot(self.dimension, self.place) if self.dimension_2 else TRUST


TRUST: Final = Spot()
Groups = dict[str, Pair]


@dataclass
class Cells:
    """Counts by indicator, spot and band (`all`, or a grouping of bands), then by ethnic group.

    Of `workforce` the base of each pair is a head count, and no event is counted.
    """

    counts: dict[tuple[str, Spot, str], Groups] = field(default_factory=dict)
    # Places that lie in others, as directorates in divisions.
    within: dict[Spot, Spot] = field(default_factory=dict)
    _bands: dict[tuple[str, Spot], list[str]] = field(default_factory=dict, repr=False)
    # What was worked out of these counts already, by measure and dimension.
    ranks: dict[tuple[str, str], list[Any]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, rows: Iterable[tuple[str, Spot, str, str, int, int]]) -> Cells:
        """Collect indicator, spot, band, group, people and events of each row."""
        made = cls()
        for indicator, spot, band, group, people, events in rows:
            made.counts.setdefault((indicator, spot, band), {})[group] = Pair(events, people)
        return made

    def get(self, indicator: str, spot: Spot, band: str = ALL) -> Groups | None:
        """Give the counts of White and BME people, where both are known."""
        found = self.counts.get((indicator, spot, band))
        return found if found is not None and WHITE in found and BME in found else None

    def bands(self, indicator: str, spot: Spot) -> list[str]:
        """Give the groupings of bands in which both groups are known."""
        if not self._bands:
            for name, where, band in self.counts:
                if band != ALL and self.get(name, where, band):
                    self._bands.setdefault((name, where), []).append(band)
        return self._bands.get((indicator, spot), [])

    def spots(self, *, unrecorded: bool = False) -> Iterator[Spot]:
        """Yield every part of the trust, in order; whose place is not recorded where wanted."""
        every = {spot for _, spot, _ in self.counts if spot != TRUST}
        yield from sorted(one for one in every if unrecorded or one.is_recorded)
