from __future__ import annotations

import pytest

from wres.simulate import SimulatedTrust, plan_trusts
from wres.simulate.board import board_by_year
from wres.simulate.staff import group_of
from wres.simulate.survey import survey_tables
from wres.simulate.years import simulate_years

KEYS = ["indicator", "survey_year", "scope", "ethnicity"]


@pytest.fixture(scope="module")
def trust() -> SimulatedTrust:
    return next(plan_trusts(1, 5))


@pytest.mark.parametrize("edition", [2019, 2023])
def test_every_share_is_one_that_so_many_people_can_have(
    trust: SimulatedTrust, edition: int
) -> None:
    table = survey_tables(trust, edition)
    own = table[table["scope"] == "trust"]
    for percent, answers in zip(own["percent"], own["responses"].astype(int), strict=True):
        nearest = round(percent * answers / 100)
        assert round(100 * nearest / answers, 1) == percent


def test_a_year_is_told_the_same_in_two_editions_on_one_base(trust: SimulatedTrust) -> None:
    older, newer = (survey_tables(trust, edition) for edition in (2022, 2023))
    both = older.merge(newer, on=KEYS)
    assert set(both["survey_year"]) == {2019, 2020, 2021, 2022}
    assert (both["percent_x"] == both["percent_y"]).all()
    assert both["responses_x"].equals(both["responses_y"])


def test_a_year_is_told_anew_on_another_base_for_indicator_7_alone(trust: SimulatedTrust) -> None:
    older, newer = (survey_tables(trust, edition) for edition in (2020, 2021))
    both = older.merge(newer, on=KEYS)
    differs = both["percent_x"] != both["percent_y"]
    assert set(both.loc[differs, "indicator"]) == {"7"}
    # 71.2% on the older base against 44.4% on the newer nationally: lower where don't know counts
    sevens = both[both["indicator"] == "7"]
    assert (sevens["percent_x"] > sevens["percent_y"]).all()


def test_trusts_of_one_type_are_shown_the_same_benchmark() -> None:
    first, second = [one for one in plan_trusts(12, 5) if one.type == "acute"][:2]
    benchmarks = [survey_tables(one, 2023).query("scope == 'benchmark'") for one in (first, second)]
    assert benchmarks[0].equals(benchmarks[1])


def test_each_executive_of_the_board_is_a_very_senior_manager(trust: SimulatedTrust) -> None:
    for now in simulate_years(trust, 2023, 2024):
        sitting = now.board[(now.board["end"] == 0) & (now.board["membership"] == "executive")]
        managers = now.staff.counted.query("band == 'VSM'")
        executives, there = (
            group_of(codes).value_counts() for codes in (sitting["code"], managers["code"])
        )
        assert len(sitting) >= 5
        assert all(there.get(group, 0) >= number for group, number in executives.items())


def test_a_seat_is_filled_by_one_member_at_a_time(trust: SimulatedTrust) -> None:
    years = board_by_year(trust, 2015, 2024)
    sizes = {year: int((register["end"] == 0).sum()) for year, register in years.items()}
    assert len(set(sizes.values())) == 1
    for register in years.values():
        gone = register[register["end"] != 0]
        assert (gone["start"] <= gone["end"]).all()
        assert register["member"].is_unique
        assert sorted(gone["role"]) == sorted(
            register.loc[register["member"].isin(register["member"].nlargest(len(gone))), "role"]
        )
