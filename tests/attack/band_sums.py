"""Facts from rows of results.csv whose counts are sums of bands, or stand in an order of their own.

Such rows say what a change in share is made of, how a group is spread over bands, how groupings of
bands compare, and how many people would make parity.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from math import inf

from tests.attack import figures
from tests.attack.facts import Fact, Part, fact, part
from tests.attack.figures import ALL, members_of
from tests.attack.overlaps import HALVES, NESTED
from tests.attack.printed import Printed, exactly

__all__ = ["Ends", "Listed", "Sums", "holds_sums", "last_years", "listed_bands", "places_of"]

COLUMNS = ("numerator", "denominator", "comparator_numerator", "comparator_denominator")
# The goal, the way there and the yearly step stand beside the same counts.
PARITY = ("parity_headcount", "yearly_increase", "trajectory")
MEASURES = ("contribution", "distribution", "disparity_ratio", *PARITY)
# What a report calls the groupings of its race disparity ratios.
LEVELS = {"lower": "under 1-5", "middle": "6-7", "upper": "8a-VSM"}
# By year and staff group: the bands of which a file has figures, or withholds them.
Listed = Mapping[tuple[int, str], set[str]]
Figure = tuple[str, tuple[Part, ...]]
# By senior band: the year in which its straight line ends; none where the goal is reached.
Ends = Mapping[str, int]


def places_of(row: Mapping[str, str]) -> dict[str, str]:
    """Part a breakdown: `staff_group=clinical;band=5;year=2020`."""
    return dict(pair.split("=", 1) for pair in row["breakdown"].split(";") if "=" in pair)


def holds_sums(row: Mapping[str, str]) -> bool:
    """Tell whether the rows of this kind are read here."""
    return row["measure"] in MEASURES or bool({"grouping", "from"} & places_of(row).keys())


def listed_bands(rows: Iterable[Mapping[str, str]]) -> Listed:
    """Collect the bands of each year's table."""
    found: dict[tuple[int, str], set[str]] = defaultdict(set)
    for row in rows:
        place = places_of(row)
        if row["measure"] == "share" and "band" in place:
            year = int(place.get("year", row["year"]))
            found[year, place["staff_group"]].add(place["band"])
    return found


def last_years(rows: Iterable[Mapping[str, str]]) -> Ends:
    """Say when the straight line of each senior band ends."""
    places = [places_of(row) for row in rows if row["measure"] == "trajectory"]
    lines = [(place["band"], int(place["at"])) for place in places if "at" in place]
    return {band: max(at for name, at in lines if name == band) for band, _ in lines}


@dataclass(frozen=True)
class Sums:
    """One row, and the bands that its file lists."""

    row: Mapping[str, str]
    listed: Listed
    file: str
    ends: Ends = field(default_factory=dict)

    def facts(self, year: int, before: int) -> Iterator[Fact]:
        """Read the counts of a row, its value and that of the year before."""
        kind, parts = self._figure(year)
        now, then = [*parts], [*self._figure(before)[1]]
        counted = [*now[:2], *then[:2]] if self._tells_of_both_years else now
        for column, of in zip(COLUMNS, counted, strict=False):
            if self.row[column] and of:
                yield self._told("count", [of], column)
        if self.row["measure"] in PARITY[1:]:
            yield from self._way_there(now)
        elif self.row["measure"] == "change":
            yield from self._figured(f"change of {kind}", [*now, *then], "value")
        elif kind:
            yield from self._figured(kind, now, "value")
            yield from self._figured(kind, then, "previous")

    def _way_there(self, parts: list[Part]) -> Iterator[Fact]:
        """Read a year of the straight line, or its yearly step, as so much of now and of the goal.

        A step of 0 says that the goal is reached; with leavers it is a share of those now there.
        """
        if not self.row["value"] or not all(parts):
            return
        of = dict.fromkeys(("now", "goal"), 0.0)
        years = float(self.ends.get(self._band, self.year) - self.year)
        place = places_of(self.row)
        if self.row["measure"] == "trajectory":
            after = int(place["at"]) - self.year
            of = {"now": 1 - after / years, "goal": after / years}
        elif years:
            left = float(place.get("leavers", 0)) / 100
            of["goal"] = 1 / years + left * (years - 1) / (2 * years)
            of["now"] = left - of["goal"]
        elif "leavers" in place:
            of["now"] = float(place["leavers"]) / 100
        else:
            yield fact("reached", parts, Printed(-inf, 0.0), self.file, "goal reached")
            return
        limits, name = exactly(float(self.row["value"])), f"{self.row['measure']} {self._band}"
        yield fact("way", parts, limits, self.file, name, (of["now"], of["goal"]))

    @property
    def _band(self) -> str:
        return places_of(self.row).get("band", "")

    @property
    def year(self) -> int:
        return int(self.row["year"])

    @property
    def _tells_of_both_years(self) -> bool:
        """Tell whether the second two counts are the first two of the year before."""
        return self.row["measure"] in {"contribution", "change"}

    def _figured(self, kind: str, parts: list[Part], column: str) -> Iterator[Fact]:
        if self.row[column] and all(parts):
            yield self._told(kind, parts, column)

    def _told(self, kind: str, parts: list[Part], column: str) -> Fact:
        limits = exactly(float(self.row[column]))
        name = f"{self.row['measure']} {self.row['breakdown']} {column}"
        return fact(kind, parts, limits, self.file, name)

    def _figure(self, year: int) -> Figure:
        """Say which figure the value of a year is, by its counts in the order of the columns."""
        place, measure = places_of(self.row), self.row["measure"]
        staff_group = place.get("staff_group", ALL)
        band = place.get("grouping", place.get("band", ALL))
        if measure == "contribution":
            return "", self._contribution(year, staff_group, band, place["part"])
        if "from" in place:
            steps = [(g, LEVELS[place[end]]) for g in ("White", "BME") for end in ("to", "from")]
            return "ratio", tuple(self.people(year, staff_group, b, g) for g, b in steps)
        if measure in PARITY:
            return self._parity(year, place)
        cell = self.people(year, staff_group, band, self.row["group"])
        if measure == "headcount":
            return "count", (cell,)
        everyone = self.people(year, staff_group, band, ALL)
        of_group = self.people(year, staff_group, ALL, self.row["group"])
        return "share", (cell, of_group if measure == "distribution" else everyone)

    def _contribution(self, year: int, staff_group: str, band: str, of: str) -> tuple[Part, Part]:
        """Say what a year's two counts are; the values follow from such counts alone.

        People known to be White or BME stand below or above. Bands that one year's table joins are
        added up in the other.
        """
        known = self.people(year, staff_group, band, "White", "BME")
        bme = self.people(year, staff_group, band, "BME")
        everyone = self.people(year, staff_group, band, ALL)
        if of == "all":
            return bme, everyone
        return (known, everyone) if of == "re-declaration" else (bme, known)

    def _parity(self, year: int, place: Mapping[str, str]) -> Figure:
        """Read people of a band or of the board, beside those of the workforce."""
        whole = tuple(self.people(year, ALL, ALL, group) for group in ("BME", ALL))
        if self.row["indicator"] == "9":
            seats = (place.get("membership", ALL), place.get("voting", ALL))
            cells = tuple(part(figures.board(year, *seats, group)) for group in ("BME", ALL))
        else:
            band = (place["staff_group"], place["band"])
            cells = tuple(self.people(year, *band, group) for group in ("BME", ALL))
        return "parity" if self.row["measure"] == PARITY[0] else "", (*cells, *whole)

    def people(self, year: int, staff_group: str, band: str, *groups: str) -> Part:
        """Add up the listed bands within a grouping; no part where there are none."""
        cells = self._cells(year, staff_group, band)
        return part(*(figures.staff(year, *cell, group) for cell in cells for group in groups))

    def _cells(self, year: int, staff_group: str, band: str) -> list[tuple[str, str]]:
        """Find them in the staff group itself, else in both halves of all staff."""
        if band == ALL:
            return [(staff_group, ALL)]
        for sides in ((staff_group,), HALVES if staff_group == ALL else ()):
            found = [
                (side, one)
                for side in sides
                for one in sorted(self.listed.get((year, side), ()))
                if _overlaps(one, band)
            ]
            if found and all({*members_of(one)} <= {*members_of(band)} for _, one in found):
                return found
        return []


def _overlaps(one: str, band: str) -> bool:
    return one not in NESTED and bool({*members_of(one)} & {*members_of(band)})
