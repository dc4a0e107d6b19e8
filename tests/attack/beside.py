"""What fictional trusts have beside their counts of two years, each drawn for some of them.

Settings that change what a report shows, years before the first report, events by pay band,
detailed ethnic groups, the figures of others, and peers whose results are at hand.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from tests.attack.figures import members_of
from tests.attack.strata import DOCTORS

__all__ = ["PLAIN", "Beside", "by_band", "draw_beside", "others", "with_details"]

Row = dict[str, str]
Cells = Mapping[tuple[str, str, str], int]

METHODS = ("none", "none", "holm", "benjamini-hochberg")
# Years before the first report; a gap in them is bridged by nothing.
EARLIER = ((), (), (2019,), (2018, 2019), (2016, 2018), (2015, 2017, 2018, 2019))
BAND_GROUPS = ((), (), ("under 1-4", "5-7"), ("5-7", "8a-8b", "8c-VSM"), ("2-4", "6-7", "8a-9"))
TARGETS = (None, (2028, None), (2028, 10), (2025, 7.5), (2021, 12), (2020, None))
# Bands of events where the workforce's own cannot be used: each lies within one stratum.
COARSE = {"under 1-5": 30, "6-7": 14, "8a-VSM": 5, "medical and dental": 3}
DETAILS = {
    "White": ("White - British", "White - Irish", "White - Any other White background"),
    "BME": (
        "Asian or Asian British - Indian",
        "Black or Black British - African",
        "Mixed - White and Asian",
        "Other Ethnic Groups - Chinese",
    ),
}


@dataclass(frozen=True)
class Beside:
    """What a trust has beside its tables of two years."""

    earlier: tuple[int, ...] = ()
    settings: dict[str, Any] = field(default_factory=dict)
    strata: tuple[str, ...] = ()
    many: bool = False
    details: str = ""
    others: bool = False
    peers: bool = False


PLAIN = Beside()


def draw_beside(seed: int) -> Beside:
    """Draw what one trust has beside its counts."""
    rng = random.Random(f"beside {seed}")
    earlier = rng.choice(EARLIER)
    tables = ("recruitment", "disciplinary", "training")
    return Beside(
        earlier=earlier,
        settings=dict(_settings(rng, earlier)),
        strata=tuple(name for name in tables if rng.random() < 0.5),
        many=rng.random() < 0.6,
        details=rng.choice(["", "", "", "everyone", "some"]),
        others=rng.random() < 0.5,
        peers=rng.random() < 0.4,
    )


def _settings(rng: random.Random, earlier: tuple[int, ...]) -> Iterator[tuple[str, Any]]:
    """Draw settings of `trust.yml`."""
    yield "multiple_comparisons", rng.choice(METHODS)
    yield "band_groups", list(rng.choice(BAND_GROUPS))
    yield "few_events", rng.choice([1, 5, 5, 10])
    target = rng.choice(TARGETS)
    if target is not None:
        yield "model_employer", {"target_year": target[0], "leavers_percent": target[1]}
    if rng.random() < 0.6:
        yield "baseline_year", rng.choice([*earlier, 2020])


def by_band(rows: list[Row], event: str, base: str, cells: Cells, rng: random.Random) -> list[Row]:
    """Part each row of events into rows of bands that leave nobody out.

    Where the cells of the workforce are just the people of each row, their bands are used.
    """
    made: list[Row] = [{**row, "band": ""} for row in rows]
    parts = _bands_of(rows, base, cells, rng)
    for row in rows:
        people = parts[row["ethnicity"]]
        seen = rng.sample(people, min(int(row[event]), len(people)))
        for band in sorted({band for places in parts.values() for band in places}):
            counts = {base: str(people.count(band)), event: str(seen.count(band))}
            blank = {name: "" for name in row if name not in counts and name != "years"}
            made.append({**row, **blank, **counts, "ethnicity": row["ethnicity"], "band": band})
    return made


def _bands_of(rows: list[Row], base: str, cells: Cells, rng: random.Random) -> dict[str, list[str]]:
    """Give the band of each of the people of a row."""
    of: dict[str, list[str]] = {row["ethnicity"]: [] for row in rows}
    for (_, band, group), count in cells.items():
        if band != "senior medical manager" and group in of:
            of[group] += [band] * count
    told = {band: _coarse(band) for people in of.values() for band in people}
    same = all(len(of[row["ethnicity"]]) == int(row[base]) for row in rows)
    if base == "workforce" and same and all(told.values()):
        apart = not any({*members_of(a)} & {*members_of(b)} for a, b in combinations(told, 2))
        return of if apart else {g: [told[band] for band in people] for g, people in of.items()}
    bands, weights = [*COARSE], [*COARSE.values()]
    return {row["ethnicity"]: rng.choices(bands, weights, k=int(row[base])) for row in rows}


def _coarse(band: str) -> str:
    """Name the stratum of a band; nothing where it lies across two."""
    members = {*members_of(band)}
    wholes = {label: {*members_of(label)} for label in COARSE} | {"medical and dental": DOCTORS}
    return next((label for label, whole in wholes.items() if members <= whole), "")


def with_details(rows: list[Row], kind: str, rng: random.Random) -> list[Row]:
    """Add the detailed ethnic groups of all staff, of everyone or of some."""
    whole = {
        group: sum(
            int(row["headcount"])
            for row in rows
            if row["ethnicity"] == group
            and row["staff_group"] != "all"
            and row["band"] not in {"all", "senior medical manager"}
        )
        for group in DETAILS
    }
    made = [{**row, "ethnic_group": ""} for row in rows]
    for group, names in DETAILS.items():
        weights = [12, 4, 2, 1][: len(names)]
        people = rng.choices(names, weights, k=whole[group])
        left = rng.choice([0, 1, 2, 6]) if kind == "some" else 0
        counted = people[: len(people) - left] if left else people
        for name in names:
            place = {"staff_group": "all", "band": "all", "ethnicity": group}
            count = str(counted.count(name))
            made.append({**place, "headcount": count, "ethnic_group": name})
    return made


def others(year: int, rng: random.Random) -> dict[str, list[Row]]:
    """Draw the trust's own comparators and the people it serves."""
    return {
        "comparators": [
            _comparator(year, number, group, value, unit)
            for number, group, value, unit in (
                ("workforce", "BME", rng.uniform(3, 20), "%"),
                ("2", "White over BME", rng.uniform(0.5, 2), "ratio"),
                ("3", "BME over White", rng.uniform(0.5, 2), "ratio"),
                ("4", "White over BME", rng.uniform(0.5, 2), "ratio"),
                ("6", "BME", rng.uniform(10, 40), "%"),
                ("8", "White", rng.uniform(3, 20), "%"),
                ("9", "BME", rng.uniform(3, 20), "%"),
            )
        ],
        "local_population": [
            {
                "area": area,
                "population": str(rng.randint(20_000, 900_000)),
                "percent_bme": str(round(rng.uniform(2, 30), 1)),
                "source": "made up",
                "year": "2011",
            }
            for area in ("Northshire", "Southshire")
        ],
    }


def _comparator(year: int, number: str, group: str, value: float, unit: str) -> Row:
    return {
        "name": "Neighbour Trust",
        "year": str(year),
        "indicator": number,
        "value": str(round(value, 2 if unit == "ratio" else 1)),
        "source": "made up",
        "group": group,
        "unit": unit,
    }
