"""Ratios within pay bands give no withheld count away: an adversary with results.csv alone."""

from __future__ import annotations

import random
from dataclasses import replace
from functools import cache

import pandas as pd
import pytest

from tests.unit.disclosure.guessing import ALL, HALVES, Guess, guess_from
from tests.unit.indicators.trusts import trust_year
from wres.counts import with_totals
from wres.counts.places import count_places
from wres.counts.reading import whole_workforce
from wres.definitions.bands import parse_band
from wres.definitions.groupings import strata
from wres.disclosure import load_profile, profile_of, protect, protect_parts
from wres.indicators import compute_results
from wres.results import WITHHELD
from wres.sources import TrustYear
from wres.sources.strata import staff_by_stratum

SEEDS = range(1, 17)
THRESHOLD, PROTECTION = 5, 3
PAIR = ("White", "BME")
BANDS = ("2", "4", "5", "6", "7", "8a", "8b", "9", "consultant", "trainee")
HEADER = "ethnicity,band,{},{}"
SIZES = {"White": (6, 40, 90), "BME": (3, 9, 25, 60), "Unknown": (9,)}
GIVEN = {
    "recruitment": ("shortlisted", "appointed", "2"),
    "disciplinary": ("workforce", "entered_process", "3"),
    "training": ("workforce", "accessed", "4"),
}


@cache
def given(seed: int) -> TrustYear:
    """Draw staff in single bands, some of them few, and events within the strata."""
    rng = random.Random(f"strata {seed}")
    workforce = "\n".join(_staff(rng))
    staff = trust_year(workforce=workforce)
    bases = staff_by_stratum(staff.tables["workforce"], whole_workforce(staff))
    shortlisted = {place: rng.choice([20, 40, 90, 200]) for place in bases}
    tables = {
        "recruitment": _events(rng, "recruitment", shortlisted, 0.3),
        "disciplinary": _events(rng, "disciplinary", bases, 0.4),
        "training": _events(rng, "training", bases, 0.5),
    }
    return trust_year(workforce=workforce, **tables)


@cache
def drawn(seed: int) -> TrustYear:
    return with_totals(given(seed))


def _staff(rng: random.Random) -> list[str]:
    rows = []
    for half in HALVES:
        for band in BANDS[: 10 if half == "clinical" else 8]:
            for group, sizes in (
                ("White", (6, 40, 90)),
                ("BME", (3, 9, 25, 60)),
                ("Unknown", (9,)),
            ):
                rows.append(f"{half},{band},{group},{rng.choice(sizes)}")
    return rows


def _events(rng: random.Random, name: str, bases: dict[tuple[str, str], int], chance: float) -> str:
    """Write a table of events by stratum, and the whole of each group."""
    base, event, _ = GIVEN[name]
    lines, wholes = [], {group: [0, 0] for group in (*PAIR, "Unknown")}
    for (stratum, group), people in bases.items():
        events = sum(rng.random() < chance for _ in range(people))
        lines.append(f"{group},{stratum},{people},{events}")
        wholes[group] = [wholes[group][0] + people, wholes[group][1] + events]
    lines += [f"{group},,{people},{events}" for group, (people, events) in wholes.items()]
    return "\n".join([HEADER.format(base, event), *lines])


def ratios(results: pd.DataFrame) -> pd.DataFrame:
    """Give the ratios within bands, by indicator."""
    return results[results["breakdown"].eq("stratified=band")].set_index("indicator")


def strata_shown(results: pd.DataFrame, truth: TrustYear) -> list[tuple[str, str, str, int, int]]:
    """List every stratum behind a ratio that is shown: table, stratum, group, people, events."""
    rows = ratios(results[results["measure"].eq("relative_likelihood")])
    shown = rows[rows["value"].notna()].index
    return [
        (name, row["stratum"], row["ethnicity"], int(row[base]), int(row[event]))
        for name, (base, event, indicator) in GIVEN.items()
        if indicator in shown
        for _, row in truth.tables[f"{name}_strata"].iterrows()
    ]


def narrow(results: pd.DataFrame, truth: TrustYear) -> list[str]:
    """List the small withheld head counts that results.csv confines too narrowly.

    Who sees a ratio within bands is taken to know every count behind it: more than it tells.
    """
    guess = guess_from(results, truth)
    for name, stratum, group, people, _ in strata_shown(results, truth):
        if GIVEN[name][0] == "workforce":
            place = ("stratum", stratum, group)
            members = parse_band(stratum).members
            parts = [one for one in guess.counts if one[2] == group and one[0] in HALVES]
            parts = [one for one in parts if one[1] in BANDS and one[1] in members]
            guess.counts[place], guess.printed[place] = people, people
            guess.sums.append((place, parts, True))
    policy = {name: count for name, count in guess.printed.items() if name[:2] == (ALL, ALL)}
    return [
        f"{name} is {count}, can be {low} to {high}"
        for name, count in guess.counts.items()
        if 0 < count < THRESHOLD and name not in guess.printed
        for low, high in [guess.range(name)]
        if high - low < PROTECTION and not _follows(replace(guess, printed=policy), name)
    ]


def _follows(policy: Guess, name: tuple[str, str, str]) -> bool:
    low, high = policy.range(name)
    return high - low < PROTECTION


@cache
def shown_results(seed: int) -> pd.DataFrame:
    truth = drawn(seed)
    return compute_results(protect(truth, profile_of(truth, "public")))


@pytest.mark.parametrize("seed", SEEDS)
def test_no_small_head_count_can_be_worked_out_from_ratios_within_bands(seed: int) -> None:
    assert narrow(shown_results(seed), drawn(seed)) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_no_stratum_behind_a_shown_ratio_is_about_few_people(seed: int) -> None:
    for *_, people, events in strata_shown(shown_results(seed), drawn(seed)):
        assert not 0 < people < THRESHOLD
        assert not 0 < events < THRESHOLD
        assert not 0 < people - events < THRESHOLD


def test_some_ratios_are_shown_and_others_withheld_as_a_whole() -> None:
    rows = pd.concat(ratios(shown_results(seed)) for seed in SEEDS)
    kinds = rows["status"].value_counts()
    assert kinds["ok"] > 5
    assert kinds["suppressed"] > 5
    withheld = rows[rows["status"].eq("suppressed")]
    assert withheld["reason"].eq(WITHHELD).all()
    numbers = ["value", "lower", "upper", "numerator", "denominator", "comparator_numerator"]
    assert withheld[numbers].isna().all(axis=None)


def test_strata_cost_no_other_count() -> None:
    for seed in (1, 2, 3):
        truth = drawn(seed)
        without = replace(
            truth,
            tables={n: rows for n, rows in truth.tables.items() if not n.endswith("_strata")},
        )
        profile = profile_of(truth, "public")
        shown, alone = protect(truth, profile), protect(without, profile)
        for name, rows in alone.tables.items():
            pd.testing.assert_frame_equal(shown.tables[name], rows)


def test_attack_finds_counts_where_strata_are_shown_whatever_they_tell() -> None:
    found = 0
    for seed in SEEDS:
        truth = drawn(seed)
        safe = protect(truth, profile_of(truth, "public")).tables
        unsafe = {n: truth.tables[n] if n.endswith("_strata") else safe[n] for n in safe}
        found += len(narrow(compute_results(replace(truth, tables=unsafe)), truth))
    assert found > 0


def test_strata_are_shown_to_the_trust_itself() -> None:
    truth = drawn(1)
    rows = compute_results(protect(truth, load_profile("internal")))
    assert set(ratios(rows)["status"]) == {"ok"}
    assert set(truth.tables["training_strata"]["stratum"]) == set(strata())


@pytest.mark.parametrize("seed", SEEDS)
def test_parts_are_looked_at_where_a_report_withholds_its_strata(seed: int) -> None:
    counted = drawn(seed)
    rules = profile_of(counted, "public")
    table = protect_parts(counted, count_places(given(seed), counted), rules).table
    shown = ratios(compute_results(protect(counted, rules), profile="public"))
    for _, _, number in GIVEN.values():
        strata_of = table[table["indicator"].eq(number) & table["band"].ne("all")]
        if number not in shown.index or shown.loc[number, "status"] == "suppressed":
            assert strata_of["people"].isna().all()
