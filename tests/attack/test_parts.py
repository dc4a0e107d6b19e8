"""Views of a trust's parts give no withheld count away: bands within places, ratios by place.

The adversary knows every count that a public view of parts shows, all head counts that the report
shows by staff group and band, and what adds up to what: places to the trust,
directorates to divisions, groupings of bands to places, bands to groupings. Bounds come from
integer programming.
"""

from __future__ import annotations

import random
from functools import cache

import numpy as np
import pandas as pd
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import lil_array

from tests.unit.indicators.trusts import trust_year
from wres.counts import with_totals
from wres.counts.places import Places, count_places
from wres.disclosure import load_profile, profile_of, protect, protect_parts
from wres.disclosure.ranges import silent_solver
from wres.hotspots.cells import GROUPS, Cells, Spot
from wres.hotspots.scan import scan
from wres.sources import TrustYear

SEEDS = (1, 5, 6, 8)
THRESHOLD, PROTECTION = 5, 3
# The directorates of each division; that of one alone holds the same people.
DIVISIONS = {
    "Surgery": ("Wards", "Clinics"),
    "Medicine": ("Acute", "Elderly", "Renal"),
    "Estates": ("Repairs", "Grounds"),
    "Theatres": ("All theatres",),
}
DIRECTORATES = [(one, two) for one, inside in DIVISIONS.items() for two in inside]
# The whole trust, divisions, directorates, and both together as counts tables give them.
SPOTS = (
    ("", ""),
    *((one, "") for one in DIVISIONS),
    *(("", two) for _, two in DIRECTORATES),
    *DIRECTORATES,
)
# The grouping of each band.
BANDS = {"4": "under 1-5", "5": "under 1-5", "6": "6-7", "7": "6-7", "8a": "8a-VSM", "9": "8a-VSM"}
# Of a band of a large directorate, and of a small one, where few people are in some bands.
LARGE = {"White": (60, 120), "BME": (30, 50), "Unknown": (30, 40)}
SMALL = {"White": (20, 30), "BME": (1, 2, 9), "Unknown": (15, 20)}
EVENTS = {"3": ("disciplinary", "entered_process", 0.4), "4": ("training", "accessed", 0.5)}
# Indicator, division or directorate (blank for the trust), band or grouping, ethnic group, column.
Name = tuple[str, str, str, str, str]


@cache
def drawn(seed: int) -> tuple[TrustYear, Places]:
    """Draw staff by directorate and band, and events by directorate and grouping of bands."""
    rng = random.Random(f"bands within places {seed}")
    sizes = {two: rng.choice([LARGE, LARGE, SMALL]) for _, two in DIRECTORATES}
    sizes["All theatres"] = SMALL
    heads = {
        (*directorate, band, group): rng.choice(sizes[directorate[1]][group])
        for directorate in DIRECTORATES
        for band in BANDS
        for group in GROUPS
    }
    rows = ["staff_group,band,ethnicity,headcount,division,directorate"]
    for spot in SPOTS:
        for band in BANDS:
            for group in GROUPS:
                count, named = _sum(heads, spot, band, group), ",".join(spot)
                rows.append(f"clinical,{band},{group},{count},{named}")
                rows.append(f"non-clinical,{band},{group},0,{named}")
    tables = {"workforce": "\n".join(rows)}
    for name, column, chance in EVENTS.values():
        events = {
            where: sum(rng.random() < chance for _ in range(count))
            for where, count in heads.items()
        }
        lines = [f"ethnicity,workforce,{column},band,division,directorate"]
        for spot in SPOTS:
            for band in ("", *dict.fromkeys(BANDS.values())):
                for group in GROUPS:
                    counts = [_sum(one, spot, band, group) for one in (heads, events)]
                    lines.append(f"{group},{counts[0]},{counts[1]},{band},{','.join(spot)}")
        tables[name] = "\n".join(lines)
    given = trust_year(**tables)
    counted = with_totals(given)
    return counted, count_places(given, counted)


def _sum(
    counts: dict[tuple[str, str, str, str], int], spot: tuple[str, str], band: str, group: str
) -> int:
    return sum(
        count
        for (one, two, of, who), count in counts.items()
        if spot[0] in ("", one)
        and spot[1] in ("", two)
        and band in ("", of, BANDS[of])
        and who == group
    )


class Adversary:
    """True counts, those that are known, and the sums among them."""

    def __init__(self, counted: TrustYear, truth: Places, shown: Places) -> None:
        self.true: dict[Name, int] = {}
        self.known: dict[Name, int] = {}
        for at, row in truth.table.iterrows():
            for column in ("people", "events"):
                if row["group"] in GROUPS and not row["dimension_2"] and pd.notna(row[column]):
                    name = (row["indicator"], row["place"], row["band"], row["group"], column)
                    self._note(name, row[column], shown.table.loc[at, column])
        printed = protect(counted, profile_of(counted, "public"))
        staff = counted.tables["workforce"]
        for at, row in staff[staff["staff_group"].eq("clinical")].iterrows():
            if row["ethnicity"] in GROUPS and row["band"] in BANDS:
                name = ("workforce", "", str(row["band"]), str(row["ethnicity"]), "people")
                self._note(name, row["headcount"], printed.tables["workforce"].loc[at, "headcount"])
        self.names = sorted(self.true)
        self.at = {name: place for place, name in enumerate(self.names)}
        self.sums = [one for one in self._sums() if set(one[1]) <= set(self.names)]
        for whole, parts in self.sums:
            assert self.true[whole] == sum(self.true[part] for part in parts), whole

    def _note(self, name: Name, count: int, seen: object) -> None:
        self.true[name] = int(count)
        if pd.notna(seen):
            self.known[name] = int(seen)  # type: ignore[call-overload]

    def _sums(self):
        groupings = list(dict.fromkeys(BANDS.values()))
        for name in self.names:
            indicator, place, band, *rest = name
            if not place and band not in BANDS:
                yield name, [(indicator, division, band, *rest) for division in DIVISIONS]
            if place in DIVISIONS:
                yield name, [(indicator, inside, band, *rest) for inside in DIVISIONS[place]]
            if band == "all":
                yield name, [(indicator, place, one, *rest) for one in groupings]
            if band in groupings and indicator == "workforce" and not place:
                bands = [one for one, grouping in BANDS.items() if grouping == band]
                yield name, [(indicator, place, one, *rest) for one in bands]
            if indicator in EVENTS and rest[1] == "people":  # the same people as the staff
                yield name, [("workforce", place, band, *rest)]

    def range(self, of: Name) -> tuple[int, int]:
        """Give the least and the greatest number that a count can be."""
        events = [name for name in self.names if name[4] == "events"]
        matrix = lil_array((len(self.sums) + len(events), len(self.names)))
        for row, (whole, parts) in enumerate(self.sums):
            matrix[row, self.at[whole]] = 1
            for part in parts:
                matrix[row, self.at[part]] -= 1
        least = np.zeros(matrix.shape[0])
        for row, name in enumerate(events, start=len(self.sums)):
            matrix[row, self.at[name]] = -1  # nobody has an event who is not there
            matrix[row, self.at[*name[:4], "people"]] = 1
        most = np.concatenate([np.zeros(len(self.sums)), np.full(len(events), np.inf)])
        top = max(self.true.values())
        low = [self.known.get(name, 0) for name in self.names]
        high = [self.known.get(name, top) for name in self.names]
        found = []
        for sense in (1, -1):
            goal = np.zeros(len(self.names))
            goal[self.at[of]] = sense
            with silent_solver():
                solved = milp(
                    goal,
                    integrality=np.ones(len(self.names)),
                    bounds=Bounds(low, high),
                    constraints=LinearConstraint(matrix.tocsr(), least, most),
                )
            assert solved.x is not None, "what is shown can't all be true"
            found.append(round(float(solved.x[self.at[of]])))
        return found[0], found[1]


@cache
def shown_of(seed: int) -> Places:
    counted, truth = drawn(seed)
    return protect_parts(counted, truth, profile_of(counted, "public"))


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
def test_no_small_count_of_a_band_within_a_place_can_be_worked_out(seed: int) -> None:
    counted, truth = drawn(seed)
    adversary = Adversary(counted, truth, shown_of(seed))
    small = [name for name, count in adversary.true.items() if 0 < count < THRESHOLD]
    in_places = [name for name in small if name[1]]
    assert [name for name in in_places if name in adversary.known] == []
    assert [name for name in in_places if name[2] != "all"], "no small band within a place"
    for name in in_places:
        low, high = adversary.range(name)
        assert low <= adversary.true[name] <= high
        assert high - low >= PROTECTION, (name, adversary.true[name], low, high)


@pytest.mark.slow
def test_without_secondary_suppression_the_adversary_finds_counts() -> None:
    found = 0
    for seed in SEEDS:
        counted, truth = drawn(seed)
        shown = protect_parts(counted, truth, load_profile("public").without_secondary())
        adversary = Adversary(counted, truth, shown)
        small = [name for name, count in adversary.true.items() if 0 < count < THRESHOLD]
        ranges = [adversary.range(name) for name in small if name[1] and name[2] != "all"]
        found += sum(high - low < PROTECTION for low, high in ranges)
    assert found > 5


@pytest.mark.slow
def test_bands_within_places_are_shown_where_they_give_nothing_away() -> None:
    banded = [
        name
        for seed in SEEDS
        for name in Adversary(*drawn(seed), shown_of(seed)).known
        if name[1] and name[2] != "all"
    ]
    assert banded


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
def test_a_ratio_by_place_is_made_of_counts_that_are_shown_and_of_no_others(seed: int) -> None:
    """Every figure of a view is one of counts that the adversary above knows already."""
    counted, truth = drawn(seed)
    adversary = Adversary(counted, truth, shown_of(seed))
    found = scan(_cells(shown_of(seed)))
    assert found
    for one in found:
        if one.key not in EVENTS:
            continue
        place, bands = one.spot.place, ["all"]
        if one.sides.banded:
            bands = list(dict.fromkeys(BANDS.values()))
        for where in ("", place):
            for band in bands:
                for group in ("White", "BME"):
                    for column in ("people", "events"):
                        assert (one.key, where, band, group, column) in adversary.known
        seen = [adversary.known[one.key, place, band, "BME", "events"] for band in bands]
        assert one.seen == sum(seen)


def _cells(places: Places) -> Cells:
    rows = places.table[places.table["group"].isin(GROUPS) & places.table["people"].notna()]
    rows = rows[rows["events"].notna() | rows["indicator"].eq("workforce")]
    return Cells.of(
        (row.indicator, Spot(row.dimension, row.place), row.band, row.group, int(row.people),
         0 if pd.isna(row.events) else int(row.events))
        for row in rows.itertuples()
    )  # fmt: skip
