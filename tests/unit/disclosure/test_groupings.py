"""Groupings of bands, goals and detailed groups give no withheld count away."""

from __future__ import annotations

import random
from dataclasses import replace
from functools import cache

import pytest

from tests.attack.attacking import generated, trust_folder
from tests.attack.beside import PLAIN
from tests.unit.disclosure.guessing import ALL, Guess, guess_from, true_counts
from wres.counts import read_counts, with_totals
from wres.counts.details import national_details
from wres.disclosure import profile_of, protect
from wres.indicators import compute_results
from wres.sources import TrustYear

QUICK, SEEDS = range(1, 10), range(10, 25)
THRESHOLD, PROTECTION = 5, 3
NEW = ("disparity_ratio", "parity_headcount", "trajectory", "yearly_increase", "distribution")


@cache
def drawn(seed: int, *, details: bool = True) -> TrustYear:
    """Draw a trust's counts of one year, with detailed groups and, of some, groupings set."""
    code, years, _ = generated(seed, PLAIN)
    rng = random.Random(f"groupings {seed}")
    with trust_folder(code, years) as data:
        read = read_counts(data, code, 2021)
    if details and "workforce" in read.tables:
        read = with_details(read, rng)
    wanted = rng.choice([[], ["1-4"], ["5-7", "8a-VSM"], ["1-7"]])
    settings = read.trust.settings.model_copy(update={"band_groups": wanted})
    return with_totals(replace(read, trust=read.trust.model_copy(update={"settings": settings})))


def with_details(read: TrustYear, rng: random.Random) -> TrustYear:
    """Give everyone of White and BME a detailed group, most of them one of a few."""
    workforce = read.tables["workforce"].assign(ethnic_group=None)
    counts = true_counts(with_totals(read))
    rows = []
    for group in ("White", "BME"):
        names = national_details(group)
        weights = [rng.choice([0, 0.2, 1, 5]) + 0.01 for _ in names]
        people = rng.choices(names, weights, k=counts.get((ALL, ALL, group), 0))
        rows += [
            {
                "staff_group": ALL,
                "band": ALL,
                "ethnicity": group,
                "headcount": people.count(name),
                "ethnic_group": name,
            }
            for name in names
            if name in people
        ]
    more = workforce.head(0).reindex(range(len(rows)))
    for name in ("staff_group", "band", "ethnicity", "headcount", "ethnic_group"):
        more[name] = [row[name] for row in rows]
    joined = type(workforce)({name: [*workforce[name], *more[name]] for name in workforce}).astype(
        {**workforce.dtypes.to_dict(), "ethnic_group": "object"}
    )
    return replace(read, tables={**read.tables, "workforce": joined})


def narrow(seed: int, *, secondary: bool = True) -> list[str]:
    """List the small withheld counts that results.csv confines too narrowly."""
    truth = drawn(seed)
    profile = profile_of(truth, "public")
    results = compute_results(protect(truth, profile if secondary else profile.without_secondary()))
    guess = guess_from(results, truth)
    policy = Guess(guess.counts, guess.sums, _by_policy(guess))
    return [
        f"{name} is {count}, can be {low} to {high}"
        for name, count in guess.counts.items()
        if 0 < count < THRESHOLD and name not in guess.printed and name not in policy.printed
        for low, high in [guess.range(name)]
        if high - low < PROTECTION and not _follows(policy, name)
    ]


def _by_policy(guess: Guess) -> dict:
    """Print only what policy shows whatever its size: the whole workforce by group."""
    return {name: value for name, value in guess.printed.items() if name[:2] == (ALL, ALL)}


def _follows(policy: Guess, name: tuple[str, str, str]) -> bool:
    low, high = policy.range(name)
    return high - low < PROTECTION


@pytest.mark.parametrize(
    "seed", [*QUICK, *(pytest.param(one, marks=pytest.mark.slow) for one in SEEDS)]
)
def test_no_small_count_can_be_worked_out_from_results(seed: int) -> None:
    assert narrow(seed) == []


def test_attack_finds_counts_where_only_the_small_ones_are_withheld() -> None:
    assert sum(len(narrow(seed, secondary=False)) for seed in (2, 4)) > 5


@pytest.mark.parametrize("seed", [2, 4, 8])
def test_withheld_figures_hold_no_number_and_shown_ones_the_counts_they_are_made_of(
    seed: int,
) -> None:
    truth = drawn(seed)
    results = compute_results(protect(truth, profile_of(truth, "public")))
    made = results[results["measure"].isin(NEW)]
    withheld = made[made["status"].eq("suppressed")]
    assert withheld[["value", "numerator", "denominator"]].isna().all(axis=None)
    shown = made[made["value"].notna()]
    assert len(withheld)
    assert len(shown)
    assert shown[["numerator", "denominator"]].notna().all(axis=None)


def test_counts_of_groupings_that_no_figure_shows_are_in_no_protected_table() -> None:
    truth = drawn(8)
    rows = protect(truth, profile_of(truth, "public")).tables["groupings"]
    wanted = truth.trust.settings.band_groups
    of_goals = rows[rows["staff_group"].eq(ALL) & ~rows["band"].isin(wanted)]
    assert of_goals[of_goals["ethnicity"].isin(["White", "Unknown"])]["headcount"].isna().all()


def test_detailed_groups_below_the_threshold_are_never_shown() -> None:
    for seed in (2, 4, 8, 9):
        truth = drawn(seed)
        shown = protect(truth, profile_of(truth, "public")).tables["details"]["headcount"]
        true = truth.tables["details"]["headcount"]
        assert shown[true.between(1, THRESHOLD - 1)].isna().all()
        assert shown.notna().any()
