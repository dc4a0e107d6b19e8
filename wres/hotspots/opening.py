"""The hotspots of an opened chapter: its parts' counts, scanned once."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from wres.chapters.reading import Chapter
from wres.hotspots.cells import ALL, GROUPS, Cells, Spot
from wres.hotspots.measures import MEASURES, SENIOR, SHARE
from wres.hotspots.scan import RATE, Finding, named, scan
from wres.hotspots.sides import sides_of

__all__ = ["Hotspots", "open_hotspots"]

_SPOT = ["dimension", "place", "dimension_2", "place_2"]


@dataclass
class Hotspots:
    """What a chapter can tell of the trust's parts.

    Parameters
    ----------
    chapter : Chapter
        With its counts of parts.
    """

    chapter: Chapter
    _cells: dict[int, Cells] = field(default_factory=dict, repr=False)

    def cells(self, year: int | None = None) -> Cells:
        """Give the counts that are shown, of the report's year or of the one before."""
        wanted = self.chapter.facts.year if year is None else year
        if wanted not in self._cells:
            self._cells[wanted] = _cells(self.chapter.places, wanted)
        return self._cells[wanted]

    @property
    def before(self) -> Cells:
        """Last year's counts."""
        return self.cells(self.chapter.facts.year - 1)

    @cached_property
    def findings(self) -> list[Finding]:
        """Every place held against the rest, the surest differences first."""
        return scan(self.cells())

    def named(self, rate: float = RATE) -> list[Finding]:
        """Give the places worth a conversation."""
        return named(self.findings, rate=rate)

    def dimensions(self, key: str | None = None) -> list[str]:
        """Give the dimensions of which a measure, or any, has places to compare."""
        found = [one.spot.view for one in self.findings if key in (None, one.key)]
        return sorted(dict.fromkeys(found), key=lambda view: (" and " in view, view))

    def of(self, key: str, dimension: str) -> list[Finding]:
        """Give the findings of one measure by one dimension."""
        return [one for one in self.findings if one.key == key and one.spot.view == dimension]

    def measures(self) -> list[str]:
        """Give the measures that have places to compare."""
        told = {one.key for one in self.findings}
        return [one.key for one in MEASURES if one.key in told]

    def absent(self) -> list[tuple[str, str, str]]:
        """Give indicator, dimension and reason of all that can't be shown this year."""
        places = self.chapter.places
        rows = places[places["year"].eq(self.chapter.facts.year) & places["reason"].ne("")]
        return [
            (str(one), str(view), str(reason))
            for one, view, reason in rows[["indicator", "dimension", "reason"]].itertuples(
                index=False
            )
        ]

    def withheld(self, key: str, dimension: str) -> list[str]:
        """Name the places of which counts are withheld, so that they can't be compared."""
        wanted = SHARE if key == SENIOR else key
        places = self.chapter.places
        rows = places[
            places["year"].eq(self.chapter.facts.year)
            & places["indicator"].eq(wanted)
            & places["band"].eq(ALL)
            & places["group"].isin(GROUPS[:2])
        ]
        names: dict[Spot, bool] = {}
        for labels in rows[_SPOT].astype(str).itertuples(index=False, name=None):
            spot = Spot(*labels)
            if spot.view == dimension:
                names.setdefault(spot, sides_of(self.cells(), key, spot) is None)
        return [spot.name for spot, lacking in names.items() if lacking]

    def renamed(self) -> dict[str, tuple[list[str], list[str]]]:
        """Give, by dimension, places of this year only and of last year only."""
        found = {}
        now, last = set(self.cells().spots()), set(self.before.spots())
        for view in sorted({spot.view for spot in now & now} & {spot.view for spot in last}):
            new = sorted(spot.name for spot in now - last if spot.view == view)
            gone = sorted(spot.name for spot in last - now if spot.view == view)
            if (new or gone) and " and " not in view:
                found[view] = (new, gone)
        return found


def open_hotspots(chapter: Chapter) -> Hotspots:
    """Open the counts of a trust's parts that stand beside a chapter's results."""
    return Hotspots(chapter)


def _cells(places: pd.DataFrame, year: int) -> Cells:
    rows = places[places["year"].eq(year) & places["group"].ne("") & places["people"].notna()]
    rows = rows[rows["events"].notna() | rows["indicator"].eq(SHARE)]
    return Cells.of(
        (
            str(row.indicator),
            Spot(*map(str, (row.dimension, row.place, row.dimension_2, row.place_2))),
            str(row.band),
            str(row.group),
            int(row.people),  # type: ignore[arg-type]
            0 if pd.isna(row.events) else int(row.events),  # type: ignore[arg-type]
        )
        for row in rows.itertuples()
    )
