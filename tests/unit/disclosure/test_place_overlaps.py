"""Sites that lie across divisions: whoever knows who works where subtracts one from the other."""

from __future__ import annotations

import random
from functools import cache

import numpy as np
import pandas as pd
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp

from tests.unit.disclosure.test_place_strata import shown, with_bands
from tests.unit.disclosure.test_places import GROUPS
from tests.unit.indicators.trusts import trust_year
from wres.counts import with_totals
from wres.counts.places import Places, count_places
from wres.disclosure import load_profile, protect, protect_parts
from wres.disclosure.ranges import silent_solver

THRESHOLD, PROTECTION = 5, 3
# M and H lie across two divisions each, others in one; M is all of C that is not at T.
HELD = (("A", "N"), ("A", "M"), ("B", "M"), ("B", "S"), ("B", "H"), ("C", "H"), ("C", "T"))
SIZES = {"White": (60, 90, 160), "BME": (1, 3, 12, 30, 45), "Unknown": (0, 6, 9, 20)}
SEEDS = range(1, 9)


def test_few_people_of_a_division_at_a_site_are_not_those_of_the_division_less_another_site():
    """All of N is of A, so that A's 32 less N's 30 would be A's two at M."""
    counts = {("A", "N"): 30, ("A", "M"): 2, ("B", "M"): 28, ("B", "S"): 40}
    heads = {spot: ((200, bme, 20), (0, 0, 0), (0, 0, 0)) for spot, bme in counts.items()}
    table = shown(heads, second="site")
    rows = table[table["dimension_2"].eq("") & table["band"].eq("all")]
    bme = rows[rows["group"].eq("BME")].set_index("place")["people"]
    assert pd.isna(bme["A"]) or pd.isna(bme["N"])
    assert bme.notna().sum() >= 3


def test_nor_are_those_of_a_band():
    """Of band 8a A's 12 less N's 10 would be its two at M; of all bands together there are 102."""
    many, few = (
        ((200, 70, 20), (150, 40, 12), (60, 10, 9)),
        ((200, 60, 20), (150, 40, 12), (60, 2, 9)),
    )
    heads = {("A", "N"): many, ("A", "M"): few, ("B", "M"): many, ("B", "S"): many}
    table = shown(heads, second="site")
    whole = table[table["band"].eq("all") & table["dimension"].isin(["division", "site"])]
    assert whole.loc[whole["dimension_2"].eq(""), "people"].notna().all()
    assert not ("A" in with_bands(table, "division") and "N" in with_bands(table, "site"))


@cache
def drawn(seed: int):
    """Draw staff and cases of divisions at sites, and count them by division, by site and both."""
    rng = random.Random(f"overlaps {seed}")
    heads = {(pair, group): rng.choice(SIZES[group]) for pair in HELD for group in GROUPS}
    cases = {of: sum(rng.random() < 0.1 for _ in range(count)) for of, count in heads.items()}
    spots = [("", ""), *dict.fromkeys((one, "") for one, _ in HELD)]
    spots += [*dict.fromkeys(("", two) for _, two in HELD), *HELD]
    staff = ["staff_group,band,ethnicity,headcount,division,site"]
    lines = ["ethnicity,workforce,entered_process,division,site"]
    for spot in spots:
        for group in GROUPS:
            inside = [(pair, group) for pair in HELD if is_in(pair, spot)]
            people, events = (sum(counts[one] for one in inside) for counts in (heads, cases))
            staff.append(f"all,all,{group},{people},{','.join(spot)}")
            lines.append(f"{group},{people},{events},{','.join(spot)}")
    given = trust_year(workforce="\n".join(staff), disciplinary="\n".join(lines))
    counted = with_totals(given)
    return counted, count_places(given, counted), {"people": heads, "events": cases}


def is_in(pair: tuple[str, str], spot: tuple[str, str]) -> bool:
    return all(one in ("", own) for own, one in zip(pair, spot, strict=True))


class Adversary:
    """Knows who works where, and every count that is shown of divisions, sites and the trust."""

    def __init__(self, counted, shown: Places):
        self.names = [(k, *of) for k in ("people", "events") for of in drawn_names()]
        self.place = {name: place for place, name in enumerate(self.names)}
        self.rows: list[np.ndarray] = []
        self.least: list[float] = []
        self.most: list[float] = []
        told = reported(counted)
        rows = shown.table[shown.table["dimension_2"].eq("") & shown.table["band"].eq("all")]
        for row in rows.to_dict("records"):
            for column in ("people", "events") if row["indicator"] == "3" else ("people",):
                count = row[column]
                if not row["dimension"] and row["indicator"] == "3":
                    count = told[column, row["group"]]
                if pd.notna(count):
                    self.know(self.line(row, column), count, count)
        for of in drawn_names():  # nobody has a case who is not there
            line = np.zeros(len(self.names))
            line[self.place["people", *of]], line[self.place["events", *of]] = 1, -1
            self.know(line, 0, np.inf)

    def line(self, row, column: str) -> np.ndarray:
        spot = {"division": (row["place"], ""), "site": ("", row["place"])}
        made = np.zeros(len(self.names))
        for pair, group in drawn_names():
            if is_in(pair, spot.get(row["dimension"], ("", ""))) and row["group"] in (group, "all"):
                made[self.place[column, pair, group]] = 1
        return made

    def know(self, line: np.ndarray, least: float, most: float) -> None:
        self.rows.append(line)
        self.least.append(float(least))
        self.most.append(float(most))

    def width(self, goal: np.ndarray) -> int:
        ends = []
        for sense in (1, -1):
            with silent_solver():
                solved = milp(
                    sense * goal,
                    integrality=np.ones(len(self.names)),
                    bounds=Bounds(0, 1000),
                    constraints=LinearConstraint(np.array(self.rows), self.least, self.most),
                )
            ends.append(round(float(goal @ solved.x)))
        return ends[1] - ends[0]


def drawn_names() -> list[tuple[tuple[str, str], str]]:
    return [(pair, group) for pair in HELD for group in GROUPS]


def reported(counted) -> dict[tuple[str, str], object]:
    """Look up what the report shows of the whole trust's cases."""
    table = protect(counted, load_profile("public")).tables["disciplinary"]
    columns = {"people": "workforce", "events": "entered_process"}
    return {
        (column, row["ethnicity"]): row[printed]
        for row in table.to_dict("records")
        for column, printed in columns.items()
    }


def narrow(seed: int, *, secondary: bool = True) -> list[tuple[object, ...]]:
    """Name small counts that are surer than they should be: of places, and of both together."""
    counted, truth, counts = drawn(seed)
    profile = load_profile("public")
    shown = protect_parts(counted, truth, profile if secondary else profile.without_secondary())
    adversary = Adversary(counted, shown)
    found: list[tuple[object, ...]] = []
    for kind, column in counts.items():
        for of, count in column.items():
            goal = np.zeros(len(adversary.names))
            goal[adversary.place[kind, *of]] = 1
            if 0 < count < THRESHOLD and adversary.width(goal) < PROTECTION:
                found.append((kind, *of, count))
    singles = truth.table[truth.table["dimension"].ne("") & truth.table["dimension_2"].eq("")]
    for row in singles.to_dict("records"):
        for kind in ("people", "events"):
            is_small = pd.notna(row[kind]) and 0 < row[kind] < THRESHOLD
            if is_small and adversary.width(adversary.line(row, kind)) < PROTECTION:
                found.append((kind, row["place"], row["group"], row[kind]))
    return found


@pytest.mark.parametrize("seed", SEEDS)
def test_no_small_count_can_be_worked_out_from_sites_across_divisions(seed):
    assert narrow(seed) == []


def test_without_secondary_suppression_the_adversary_finds_counts():
    assert sum(len(narrow(seed, secondary=False)) for seed in SEEDS) > 10
