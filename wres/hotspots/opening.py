"""The hotspots of an opened chapter: its parts' counts, scanned once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

import pandas as pd

from wres.chapters.reading import Chapter
from wres.hotspots.cells import ALL, GROUPS, Cells, Spot
from wres.hotspots.kinds import KINDS, PAY_BAND, Kinds, kinds_of
from wres.hotspots.measures import MEASURES, SENIOR, SHARE, measure
from wres.hotspots.naming import Named, named
from wres.hotspots.scan import RATE, Finding, scan
from wres.hotspots.sides import sides_of
from wres.hotspots.turns import Moved, moved
from wres.labels import capitalise

__all__ = ["Hotspots", "open_hotspots"]

T = TypeVar("T")

_SPOT = ["dimension", "place", "dimension_2", "place_2"]
_AROUND = ["around_dimension", "around"]


@dataclass
class Hotspots:
    """What a chapter can tell of the trust's parts.

    Parameters
    ----------
    chapter : Chapter
        With its counts of parts.
    rate : float
        False discoveries among the places told apart, at most.
    """

    chapter: Chapter
    rate: float = RATE
    _cells: dict[int, Cells] = field(default_factory=dict, repr=False)
    # What was read or worked out once, for every year and rate.
    _kept: dict[tuple[object, ...], Any] = field(default_factory=dict, repr=False)

    @property
    def year(self) -> int:
        """The year whose counts are looked at."""
        return self.chapter.facts.year

    @property
    def mark(self) -> str:
        """Words for all that holds small counts, wherever it may be copied to; blank in public."""
        return "INTERNAL: not for publication." if self.chapter.facts.profile == "internal" else ""

    def title(self, key: str) -> str:
        """Name a measure in the trust's own term, as a heading does."""
        return capitalise(self.chapter.in_term(measure(key).title))

    def in_year(self, year: int) -> Hotspots:
        """Look at another year's counts in the same way."""
        facts = self.chapter.facts.model_copy(update={"year": year})
        return replace(self, chapter=replace(self.chapter, facts=facts))

    def at_rate(self, rate: float) -> Hotspots:
        """Look at the same counts with more or fewer false discoveries allowed."""
        return replace(self, rate=rate)

    def years(self) -> list[int]:
        """Give the years of which parts can be compared, the latest first."""
        known = self.chapter.places.loc[self.chapter.places["group"].ne(""), "year"]
        tried = sorted({self.year, *known.astype(int)}, reverse=True)
        return [one for one in tried if self.in_year(one).measures()]

    def cells(self, dimension: str = "", year: int | None = None) -> Cells:
        """Give the counts that are shown of places, or of a dimension of staff groups and bands."""
        wanted = self.year if year is None else year
        if dimension in KINDS:
            return self.kinds(wanted).cells
        if wanted not in self._cells:
            self._cells[wanted] = _cells(self.chapter.places, wanted)
        return self._cells[wanted]

    def kinds(self, year: int) -> Kinds:
        """Give the counts that are shown of staff groups and pay bands."""
        return self._once(
            ("kinds", year), lambda: kinds_of(self.chapter.results, year, self.cells(year=year))
        )

    def before(self, dimension: str = "") -> Cells:
        """Give last year's counts."""
        return self.cells(dimension, self.year - 1)

    def moved(self, key: str, dimension: str) -> list[Moved]:
        """Give the parts of a dimension of which a figure is known this year and last."""
        return self._once(
            ("moved", self.year, key, dimension),
            lambda: moved(self.cells(dimension), self.before(dimension), key, dimension),
        )

    @property
    def findings(self) -> list[Finding]:
        """Every place held against the rest, the surest differences first."""
        return self._once(("findings", self.year), lambda: scan(self.cells()))

    @property
    def kind_findings(self) -> list[Finding]:
        """Every staff group and pay band held against the rest: a family of their own."""
        return self._once(("kind findings", self.year), lambda: scan(self.kinds(self.year).cells))

    def is_sure(self, one: Finding | Moved) -> bool:
        """Say whether a difference, or a change, is told apart from chance at the rate."""
        return one.rate is not None and one.rate <= self.rate

    def named(self) -> list[Named]:
        """Give the places worth a conversation."""
        return named(self.findings, self.cells().within, rate=self.rate)

    def dimensions(self, key: str | None = None) -> list[str]:
        """Give the dimensions of which a measure, or any, has places to compare."""
        found = [one.spot.view for one in self._all() if key in (None, one.key)]
        return sorted(dict.fromkeys(found), key=lambda view: (view in KINDS, " and " in view, view))

    def of(self, key: str, dimension: str) -> list[Finding]:
        """Give the findings of one measure by one dimension."""
        return [one for one in self._all() if one.key == key and one.spot.view == dimension]

    def measures(self) -> list[str]:
        """Give the measures that have places to compare."""
        told = {one.key for one in self._all()}
        return [one.key for one in MEASURES if one.key in told]

    def _all(self) -> list[Finding]:
        return [*self.findings, *self.kind_findings]

    def absent(self) -> list[tuple[str, str, str]]:
        """Give indicator, dimension and reason of all that can't be shown this year."""
        places = self.chapter.places
        rows = places[places["year"].eq(self.year) & places["reason"].ne("")]
        return [
            (str(one), str(view), str(reason))
            for one, view, reason in rows[["indicator", "dimension", "reason"]].itertuples(
                index=False
            )
        ]

    def withheld(self, key: str, dimension: str) -> list[str]:
        """Name the places of which counts are withheld, so that they can't be compared."""
        wanted = SHARE if key == SENIOR else key
        if key == SENIOR and PAY_BAND in dimension:
            return []
        if dimension in KINDS:
            return self.kinds(self.year).hidden.get(dimension, []) if wanted == SHARE else []
        return self._once(
            ("withheld", self.year, key, dimension),
            lambda: sorted(
                spot.name
                for spot in self._groups_of(wanted)
                if spot.view == dimension
                and spot.is_recorded
                and sides_of(self.cells(), key, spot) is None
            ),
        )

    def has_unrecorded(self, key: str, dimension: str) -> bool:
        """Say whether the places of some people are not recorded: those are not compared."""
        places = self._groups_of(SHARE if key == SENIOR else key)
        return any(one.view == dimension and not one.is_recorded for one in places)

    def not_given(self, key: str, dimension: str) -> list[str]:
        """Name those of `withheld` of which rows were not given: a withheld count has its row."""
        if dimension in KINDS:
            return []
        wanted = SHARE if key == SENIOR else key
        full = {*GROUPS[:2], *([ALL] if wanted == SHARE else [])}
        lacking = set(self.withheld(key, dimension))
        return sorted(
            spot.name
            for spot, groups in self._groups_of(wanted).items()
            if spot.view == dimension and spot.name in lacking and not full <= groups
        )

    def _given(self, year: int) -> set[Spot]:
        """Give the places that a year has rows of, shown or not."""
        places = self.chapter.places
        rows = places[places["year"].eq(year) & places["dimension"].ne("") & places["group"].ne("")]
        labels = rows[_SPOT].drop_duplicates().astype(str).itertuples(index=False, name=None)
        return {spot for one in labels if (spot := Spot(*one)).is_recorded}

    def _groups_of(self, indicator: str) -> dict[Spot, set[str]]:
        """Give the groups that each place has rows of, shown or not, bands together."""
        return self._once(("groups", self.year, indicator), lambda: self._read_groups(indicator))

    def _read_groups(self, indicator: str) -> dict[Spot, set[str]]:
        places = self.chapter.places
        own = places["indicator"].eq(indicator) & places["band"].eq(ALL)
        rows = places[places["year"].eq(self.year) & own & places["dimension"].ne("")]
        found: dict[Spot, set[str]] = {}
        for *labels, group in rows[[*_SPOT, "group"]].astype(str).itertuples(index=False):
            found.setdefault(Spot(*labels), set()).add(group)
        return {spot: groups for spot, groups in found.items() if groups & set(GROUPS[:2])}

    def _once(self, what: tuple[object, ...], make: Callable[[], T]) -> T:
        """Give what was made of these counts before, or make it."""
        if what not in self._kept:
            self._kept[what] = make()
        kept: T = self._kept[what]
        return kept

    def new_dimensions(self) -> list[str]:
        """Give the dimensions of places that were given this year and not last.

        Of the year before the latest nothing is known: counts of the year before it are not read.
        """
        places = self.chapter.places
        rows = places[places["dimension"].ne("") & places["group"].ne("")]
        if rows.empty or self.year < int(rows["year"].max()):
            return []
        now, last = (_views(rows[rows["year"].eq(one)]) for one in (self.year, self.year - 1))
        return sorted(now - last)

    def renamed(self) -> dict[str, tuple[list[str], list[str]]]:
        """Give, by dimension, places that were given this year only, and last year only."""
        found = {}
        now, last = self._given(self.year), self._given(self.year - 1)
        for view in sorted({spot.view for spot in now} & {spot.view for spot in last}):
            new = sorted(spot.name for spot in now - last if spot.view == view)
            gone = sorted(spot.name for spot in last - now if spot.view == view)
            if (new or gone) and " and " not in view:
                found[view] = (new, gone)
        return found


def open_hotspots(chapter: Chapter) -> Hotspots:
    """Open the counts of a trust's parts that stand beside a chapter's results."""
    return Hotspots(chapter)


def _views(rows: pd.DataFrame) -> set[str]:
    both = rows[["dimension", "dimension_2"]].drop_duplicates().astype(str)
    return {Spot(one, "", two).view for one, two in both.itertuples(index=False, name=None)}


def _cells(places: pd.DataFrame, year: int) -> Cells:
    of_year = places[places["year"].eq(year) & places["group"].ne("")]
    known = of_year["people"].notna()
    rows = of_year[known & (of_year["events"].notna() | of_year["indicator"].eq(SHARE))]
    made = Cells.of(
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
    nested = of_year[of_year["around"].ne("")][[*_SPOT[:2], *_AROUND]].drop_duplicates()
    for labels in nested.astype(str).itertuples(index=False, name=None):
        made.within[Spot(*labels[:2])] = Spot(*labels[2:])
    return made
