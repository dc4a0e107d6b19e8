from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from wres.simulate import SimulatedTrust, plan_trusts
from wres.simulate.assumptions import load_assumptions
from wres.simulate.recruitment import applications_to
from wres.simulate.staff import StaffYear, group_of, staff_by_year


@pytest.fixture(scope="module")
def trust() -> SimulatedTrust:
    smallest = next(plan_trusts(1, 3))
    return replace(smallest, staff=12_000, bme=0.3, unknown=0.05, type="acute")


@pytest.fixture(scope="module")
def years(trust: SimulatedTrust) -> dict[int, StaffYear]:
    return staff_by_year(trust, 2022, 2024)  # the year before the first is made too


def share_of_bme(people: pd.DataFrame) -> float:
    return float((group_of(people["code"]) == "BME").mean())


def test_a_trust_has_about_the_staff_the_mix_and_the_unknown_it_was_planned_with(
    years: dict[int, StaffYear],
) -> None:
    counted = years[2023].counted
    assert len(counted) == pytest.approx(12_000, rel=0.02)
    # 26.4 of 28.6 of its level in 2024, less those whose ethnicity is not known
    assert share_of_bme(counted) == pytest.approx(0.3 * 26.4 / 28.6 * 0.95, abs=0.015)
    assert (group_of(counted["code"]) == "Unknown").mean() == pytest.approx(0.05, abs=0.012)


def test_the_bme_share_falls_with_the_band_from_5_up(years: dict[int, StaffYear]) -> None:
    counted = years[2024].counted
    bands = [counted[counted["band"].isin(band)] for band in (["5"], ["6", "7"], ["8a", "8b"])]
    shares = [share_of_bme(band) for band in bands]
    assert shares == sorted(shares, reverse=True)


def test_doctors_have_a_higher_share_than_all_staff(years: dict[int, StaffYear]) -> None:
    counted = years[2024].counted
    assert share_of_bme(counted[counted["post"] == "doctor"]) > share_of_bme(counted)


def test_who_left_is_gone_and_who_joined_was_not_there(years: dict[int, StaffYear]) -> None:
    before, now = years[2023].people, years[2024].people
    left = set(years[2024].leavers["person"])
    joined = set(now.loc[now["joined"], "person"])
    assert left == set(before["person"]) - set(now["person"])
    assert joined == set(now["person"]) - set(before["person"])
    assert 0.09 < len(left) / len(before) < 0.13


def test_who_stays_keeps_person_post_contract_and_place(years: dict[int, StaffYear]) -> None:
    both = years[2023].people.merge(years[2024].people, on="person", suffixes=("", "_now"))
    for name in ("post", "contract", "division", "directorate", "site", "fte", "actual"):
        assert (both[name] == both[f"{name}_now"]).all()


def test_bands_change_by_promotion_only_and_one_step_up(years: dict[int, StaffYear]) -> None:
    both = years[2023].people.merge(years[2024].people, on="person", suffixes=("", "_now"))
    moved = both[both["band"] != both["band_now"]]
    assert len(moved) > 100
    assert moved["promoted_now"].all()
    for _, row in moved.iterrows():
        ladder = list(load_assumptions().posts[row["post"]].bands)
        assert ladder.index(row["band_now"]) == ladder.index(row["band"]) + 1


def test_ethnicity_changes_by_declaring_it_or_taking_it_back(years: dict[int, StaffYear]) -> None:
    both = years[2023].people.merge(years[2024].people, on="person", suffixes=("", "_now"))
    changed = both[both["code"] != both["code_now"]]
    told = changed[group_of(changed["code"]) == "Unknown"]
    hidden = changed[group_of(changed["code"]) != "Unknown"]
    assert len(told) > 50
    assert (told["code_now"] == told["actual"]).all()
    assert (hidden["code_now"] == "Z").all()


def test_only_substantive_staff_in_post_are_counted(years: dict[int, StaffYear]) -> None:
    counted, people = years[2024].counted, years[2024].people
    assert set(counted["contract"]) == {"permanent", "fixed_term"}
    assert "career_break" not in set(counted["status"])
    assert {"bank", "locum", "honorary"} <= set(people["contract"])
    assert "career_break" in set(people["status"])


def test_bank_locum_and_honorary_staff_have_no_second_assignment(
    years: dict[int, StaffYear],
) -> None:
    people = years[2024].people
    others = people[~people["contract"].isin(["permanent", "fixed_term"])]
    assert set(others["second"]) == {""}
    assert set(people["second"]) == {"", "post", "bank"}


def test_the_appointed_are_those_who_joined_or_moved_up(
    trust: SimulatedTrust, years: dict[int, StaffYear]
) -> None:
    applications = applications_to(trust, years[2024])
    counted = years[2024].counted
    moved = counted[counted["joined"] | counted["promoted"]]
    appointed = applications[applications["appointed"]]
    assert (
        group_of(appointed["code"]).value_counts().to_dict()
        == group_of(moved["code"]).value_counts().to_dict()
    )


def test_only_recruits_from_abroad_were_appointed_without_shortlisting(
    trust: SimulatedTrust, years: dict[int, StaffYear]
) -> None:
    applications = applications_to(trust, years[2024])
    without = applications[applications["appointed"] & ~applications["shortlisted"]]
    assert len(without) > 50
    assert without["abroad"].all()
    assert not (applications["appointed"] & applications["withdrawn"]).any()
