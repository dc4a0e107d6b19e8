"""Counts of parts give no withheld count away: an adversary with every view of them at once."""

from __future__ import annotations

import random
from functools import cache

import numpy as np
import pandas as pd
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp

from tests.unit.indicators.trusts import trust_year
from wres.counts import with_totals
from wres.counts.places import Places, count_places
from wres.disclosure import load_profile, profile_of, protect, protect_parts
from wres.disclosure.ranges import silent_solver

SEEDS = range(1, 11)
THRESHOLD, PROTECTION = 5, 3
GROUPS = ("White", "BME", "Unknown")
DIVISIONS = {"Surgery": 3, "Medicine": 2, "Estates": 1, "Family": 2}
SIZES = {"White": (8, 30, 90, 160), "BME": (2, 4, 9, 25, 60), "Unknown": (0, 3, 9)}
EVENTS = {"3": ("disciplinary", "entered_process", 0.06), "4": ("training", "accessed", 0.5)}


def staff_rows(rng: random.Random) -> tuple[list[str], dict[tuple[str, str], dict[str, int]]]:
    rows, heads = [], {}
    for division, count in DIVISIONS.items():
        for one in range(count):
            own = {group: rng.choice(SIZES[group]) for group in GROUPS}
            heads[division, f"{division} {one}"] = own
    levels = {("", ""): heads.values()}
    for division in DIVISIONS:
        levels[division, ""] = [own for (above, _), own in heads.items() if above == division]
    for (division, directorate), own in heads.items():
        levels["", directorate] = [own]
        levels[division, directorate] = [own]
    for (division, directorate), parts in levels.items():
        for group in GROUPS:
            count = sum(own[group] for own in parts)
            rows.append(f"all,all,{group},{count},{division},{directorate}")
    return rows, heads


@cache
def drawn(seed: int):
    """Draw staff of divisions and of directorates within them, and events among them."""
    rng = random.Random(f"places {seed}")
    rows, heads = staff_rows(rng)
    head = "staff_group,band,ethnicity,headcount,division,directorate"
    tables = {"workforce": "\n".join([head, *rows])}
    for name, column, chance in EVENTS.values():
        lines = [f"ethnicity,workforce,{column},division,directorate"]
        drawn_events = {
            (place, group): sum(rng.random() < chance for _ in range(own[group]))
            for place, own in heads.items()
            for group in GROUPS
        }
        spots = [("", ""), *((one, "") for one in DIVISIONS), *(("", two) for _, two in heads)]
        for division, directorate in spots:
            inside = [
                place
                for place in heads
                if division in ("", place[0]) and directorate in ("", place[1])
            ]
            for group in GROUPS:
                people = sum(heads[place][group] for place in inside)
                events = sum(drawn_events[place, group] for place in inside)
                lines.append(f"{group},{people},{events},{division},{directorate}")
        tables[name] = "\n".join(lines)
    given = trust_year(**tables)
    counted = with_totals(given)
    return counted, count_places(given, counted)


class Adversary:
    """Knows every shown count of the parts and of the report, and what adds up to what."""

    def __init__(self, shown: Places, truth: Places, report: dict[tuple[str, str, str], object]):
        table = truth.table[truth.table["band"].eq("all") & truth.table["group"].ne("all")]
        self.names: list[tuple] = []
        self.true: dict[tuple, int] = {}
        self.known: dict[tuple, int] = {}
        for at, row in table.iterrows():
            for column in ("people", "events"):
                if pd.isna(row[column]):
                    continue
                name = (row["indicator"], row["dimension"], row["place"], row["group"], column)
                self.true[name] = int(row[column])
                seen = shown.table.loc[at, column]
                if row["dimension"] == "" and (row["indicator"], row["group"], column) in report:
                    seen = report[row["indicator"], row["group"], column]
                if pd.notna(seen):
                    self.known[name] = int(seen)
        self.sums = list(self._sums(truth))

    def _sums(self, truth: Places):
        for indicator, dimension, place, group, column in self.true:
            if not dimension:
                continue
            whole = (indicator, "", "", group, column)
            yield whole, dimension, None
            around = truth.within.get((dimension, place))
            if around:
                yield (indicator, around[0], around[1], group, column), dimension, around

    def range(self, of: tuple) -> tuple[int, int]:
        names = sorted(self.true)
        at = {name: place for place, name in enumerate(names)}
        rows = []
        for whole, dimension, around in dict.fromkeys(self.sums):
            parts = [
                name
                for name in names
                if name[0] == whole[0] and name[1] == dimension and name[3:] == whole[3:]
                and (around is None or name[2].startswith(around[1]))
            ]  # fmt: skip
            row = np.zeros(len(names))
            row[at[whole]] = 1
            row[[at[name] for name in parts]] -= 1
            assert self.true[whole] == sum(self.true[name] for name in parts)
            rows.append(row)
        for name in names:
            if name[0] in EVENTS and name[4] == "people":  # the same people as the staff
                row = np.zeros(len(names))
                row[at[name]], row[at["workforce", *name[1:]]] = 1, -1
                rows.append(row)
        matrix = np.array(rows)
        most = max(self.true.values())
        low = [self.known.get(name, 0) for name in names]
        high = [self.known.get(name, most) for name in names]
        found = []
        for sense in (1, -1):
            goal = np.zeros(len(names))
            goal[at[of]] = sense
            with silent_solver():
                solved = milp(
                    goal,
                    integrality=np.ones(len(names)),
                    bounds=Bounds(low, high),
                    constraints=LinearConstraint(matrix, 0, 0),
                )
            found.append(round(solved.x[at[of]]))
        return found[0], found[1]


def reported(counted) -> dict[tuple[str, str, str], object]:
    """Look up what the report shows of the whole trust's events."""
    shown = protect(counted, profile_of(counted, "public"))
    found = {}
    for indicator, (name, column, _) in EVENTS.items():
        for _, row in shown.tables[name].iterrows():
            found[indicator, row["ethnicity"], "people"] = row["workforce"]
            found[indicator, row["ethnicity"], "events"] = row[column]
    return found


def small_and_withheld(shown: Places, truth: Places) -> list[tuple]:
    found = []
    for at, row in truth.table.iterrows():
        for column in ("people", "events"):
            is_part = row["dimension"] and row["group"] != "all" and pd.notna(row[column])
            if is_part and 0 < row[column] < THRESHOLD:
                assert pd.isna(shown.table.loc[at, column]), row.to_dict()
                found.append(
                    (row["indicator"], row["dimension"], row["place"], row["group"], column)
                )
    return found


@pytest.mark.parametrize("seed", SEEDS)
def test_no_small_count_of_a_part_can_be_worked_out_from_all_views_together(seed):
    counted, places = drawn(seed)
    shown = protect_parts(counted, places, profile_of(counted, "public"))
    adversary = Adversary(shown, places, reported(counted))
    small = small_and_withheld(shown, places)
    assert small
    for name in small:
        low, high = adversary.range(name)
        assert low <= adversary.true[name] <= high
        assert high - low >= PROTECTION, (name, low, high)
    rows = shown.table[shown.table["dimension"].eq("division") & shown.table["band"].eq("all")]
    assert rows["people"].notna().mean() > 0.4, "so much is withheld that nothing is told"


def test_without_secondary_suppression_the_adversary_finds_counts():
    found = 0
    for seed in SEEDS:
        counted, places = drawn(seed)
        profile = load_profile("public").without_secondary()
        shown = protect_parts(counted, places, profile)
        adversary = Adversary(shown, places, reported(counted))
        for name in small_and_withheld(shown, places):
            low, high = adversary.range(name)
            found += high - low < PROTECTION
    assert found > 5


def test_the_report_itself_is_the_same_whether_parts_are_looked_at_or_not():
    counted, places = drawn(1)
    profile = profile_of(counted, "public")
    before = protect(counted, profile)
    protect_parts(counted, places, profile)
    after = protect(counted, profile)
    for name, table in before.tables.items():
        pd.testing.assert_frame_equal(table, after.tables[name])


def test_internally_everything_is_shown():
    counted, places = drawn(1)
    assert protect_parts(counted, places, load_profile("internal")) is places


Counted = tuple[str, str, tuple[int, int, int]]
BY_DIVISION: list[Counted] = [
    ("", "", (200, 80, 20)),
    ("A", "", (120, 50, 12)),
    ("B", "", (80, 30, 8)),
]
BY_SITE: list[Counted] = [("", "North", (100, 40, 10)), ("", "South", (100, 40, 10))]


def protected(*staff: Counted) -> Places:
    rows = [
        f"all,all,{group},{count},{division},{site}"
        for division, site, counts in staff
        for group, count in zip(GROUPS, counts, strict=True)
    ]
    head = "staff_group,band,ethnicity,headcount,division,site"
    given = trust_year(workforce="\n".join([head, *rows]))
    counted = with_totals(given)
    return protect_parts(counted, count_places(given, counted), profile_of(counted, "public"))


def test_a_further_dimension_is_withheld_where_nothing_tells_how_both_hang_together():
    shown = protected(*BY_DIVISION, *BY_SITE)
    sites = shown.table[shown.table["dimension"].eq("site")]
    assert sites["people"].isna().all()
    (why,) = {one.reason for one in shown.absent if one.dimension == "site"}
    assert "hang together with those by division is not known" in why
    assert "from extracts where they make no more than 60 places" in why
    divisions = shown.table[shown.table["dimension"].eq("division")]
    assert divisions["people"].notna().all()


def test_two_dimensions_of_which_none_together_were_given_say_so():
    shown = protected(*BY_DIVISION, *BY_SITE)
    (why,) = {one.reason for one in shown.absent if one.dimension == "division and site"}
    assert why.startswith("both together were not given")


def test_a_dimension_of_one_place_has_one_reason():
    shown = protected(*BY_DIVISION, ("", "North", (200, 80, 20)))
    of_staff = [one.reason for one in shown.absent if one.indicator == "workforce"]
    assert of_staff == ["only one site was given: there is nothing to set it beside"]


def test_a_further_dimension_is_shown_where_the_crossing_is_known_and_the_crossing_is_not():
    crossed: list[Counted] = [
        ("A", "North", (60, 25, 6)),
        ("A", "South", (60, 25, 6)),
        ("B", "North", (40, 15, 4)),
        ("B", "South", (40, 15, 4)),
    ]
    shown = protected(*BY_DIVISION, *BY_SITE, *crossed)
    table = shown.table
    assert table.loc[table["dimension"].eq("site"), "people"].notna().all()
    assert table.loc[table["dimension_2"].ne(""), "people"].isna().all()
    assert any(one.dimension == "division and site" for one in shown.absent)


def survey(*sizes: int) -> pd.DataFrame:
    """Protect answers of BME staff in divisions of these numbers of respondents."""
    lines = ["indicator,survey_year,scope,ethnicity,percent,responses,division"]
    lines += [f"8,2020,trust,BME,20,{sum(sizes)},"]
    lines += [f"8,2020,trust,BME,20,{size},D{at}" for at, size in enumerate(sizes)]
    given = trust_year(staff_survey="\n".join(lines))
    counted = with_totals(given)
    places = protect_parts(counted, count_places(given, counted), load_profile("public"))
    return places.table[places.table["dimension"].eq("division")].set_index("place")


@pytest.mark.parametrize(
    ("sizes", "withheld"),
    [
        ((11, 40, 60), set()),
        ((10, 40, 60), {"D0", "D1"}),  # one alone is the whole less the others
        ((3, 4, 60, 80), {"D0", "D1", "D2"}),  # seven together are too few as well
        ((9, 8, 60, 80), {"D0", "D1"}),
    ],
)
def test_few_answers_of_a_division_can_not_be_subtracted_from_the_trusts(sizes, withheld):
    shown = survey(*sizes)
    assert set(shown.index[shown["people"].isna()]) == withheld
    assert set(shown.index[shown["events"].isna()]) == withheld


def many_divisions(number: int, profile: str) -> Places:
    """Protect a trust of so many divisions of 20 White, 4 BME and 6 other people each."""
    lines = [
        f"all,all,{group},{count * (number if not name else 1)},{name}"
        for name in ("", *(f"D{at}" for at in range(number)))
        for group, count in zip(GROUPS, (20, 4, 6), strict=True)
    ]
    head = "staff_group,band,ethnicity,headcount,division"
    given = trust_year(workforce="\n".join([head, *lines]))
    counted = with_totals(given)
    return protect_parts(counted, count_places(given, counted), profile_of(counted, profile))


def test_more_places_than_can_be_protected_together_are_refused_with_a_reason(monkeypatch):
    monkeypatch.setattr("wres.disclosure.places.MOST_PLACES", 6)
    reasons = {
        number: [one.reason for one in many_divisions(number, "public").absent if one.dimension]
        for number in (6, 7)
    }
    assert reasons[6] == []
    (reason,) = reasons[7]
    assert reason.startswith("7 were given, and no more than 6 can be protected together")
    whole = many_divisions(7, "public").table
    assert whole.loc[whole["dimension"].eq("division"), "people"].isna().all()
    inside = many_divisions(7, "internal")
    assert not [one for one in inside.absent if one.dimension]
    assert inside.table["people"].notna().all()
