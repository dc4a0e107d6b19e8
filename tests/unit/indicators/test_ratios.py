"""Indicators 2 to 4, in every state that counts or a published ratio can be in."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.unit.indicators.trusts import chapter, only
from wres.chapters.reading import Chapter

TABLE = {"2": "recruitment", "3": "disciplinary", "4": "training"}


def ratio(made: Chapter, number: str, breakdown: str = "all") -> pd.Series:
    return only(made, indicator=number, measure="relative_likelihood", breakdown=breakdown)


@pytest.mark.parametrize(
    ("number", "groups", "value"),
    [  # White 20 of 100, BME 5 of 50: 0.2 and 0.1
        ("2", ("White", "BME"), 2.0),
        ("3", ("BME", "White"), 0.5),
        ("4", ("White", "BME"), 2.0),
    ],
)
def test_ratio_stands_the_right_way_up(number: str, groups: tuple[str, str], value: float) -> None:
    made = chapter(**{TABLE[number]: "White,100,20\nBME,50,5\nUnknown,0,0"})
    row = ratio(made, number)
    assert (row["group"], row["comparator_group"]) == groups
    assert row["value"] == pytest.approx(value)
    assert row["unit"] == "ratio"
    assert row["status"] == "ok"
    assert row["lower"] < value < row["upper"]


def test_counts_of_both_groups_stand_beside_the_ratio() -> None:
    row = ratio(chapter(disciplinary="White,100,20\nBME,50,5"), "3")
    names = ("numerator", "denominator", "comparator_numerator", "comparator_denominator")
    assert [row[name] for name in names] == [5, 50, 20, 100]


def test_likelihood_of_each_group_and_of_all_is_a_percentage() -> None:
    made = chapter(training="White,100,20\nBME,50,5\nUnknown,10,7")
    shares = {row["group"]: row["value"] for _, row in made.rows(measure="likelihood").iterrows()}
    assert shares == pytest.approx({"White": 20, "BME": 10, "Unknown": 70, "all": 20})  # 32 of 160


def test_likelihood_of_all_needs_every_group() -> None:
    made = chapter(training="White,100,20\nBME,50,5")
    assert list(made.rows(measure="likelihood")["group"]) == ["White", "BME"]


def test_unknown_people_drop_out_of_the_ratio_and_bound_it() -> None:
    # By hand: lowest (20/(100+3))/((5+1)/(50+1)), highest ((20+1)/(100+1))/(5/(50+3)).
    row = ratio(chapter(recruitment="White,100,20\nBME,50,5\nUnknown,4,1"), "2")
    assert row["value"] == pytest.approx(2.0)
    assert row["unknown_low"] == pytest.approx((20 / 103) / (6 / 51))
    assert row["unknown_high"] == pytest.approx((21 / 101) / (5 / 53))


def test_scenarios_are_named_apart_from_the_extremes() -> None:
    made = chapter(recruitment="White,100,20\nBME,50,5\nUnknown,4,1")
    assert ratio(made, "2", "unknown=White")["value"] == pytest.approx((21 / 104) / (5 / 50))
    assert ratio(made, "2", "unknown=BME")["value"] == pytest.approx((20 / 100) / (6 / 54))


@pytest.mark.parametrize("unknown", ["", "\nUnknown,0,0"])
def test_nobody_unknown_and_unknown_not_published_make_no_scenarios(unknown: str) -> None:
    made = chapter(recruitment="White,100,20\nBME,50,5" + unknown)
    assert len(made.rows(indicator="2", measure="relative_likelihood")) == 1
    low = ratio(made, "2")["unknown_low"]
    assert (low == 2.0) if unknown else pd.isna(low)


def test_no_events_in_the_first_group_is_a_ratio_of_zero() -> None:
    row = ratio(chapter(disciplinary="White,2000,100\nBME,2000,0"), "3")
    assert (row["value"], row["lower"]) == (0.0, 0.0)
    assert (row["verdict"], row["status"]) == ("less likely", "ok")


@pytest.mark.parametrize(
    ("first", "nobody", "status"),
    [(0, "neither BME nor White", "not available"), (3, "no White", "over 0")],
)
def test_no_events_in_the_comparator_is_no_ratio_and_says_of_whom(
    first: int, nobody: str, status: str
) -> None:
    row = ratio(chapter(disciplinary=f"White,2643,0\nBME,143,{first}"), "3")
    assert pd.isna(row["value"])
    assert row["status"] == status
    assert row["reason"] == (
        f"{nobody} staff were seen to enter the formal disciplinary process, and nothing can be "
        "divided by zero"
    )


@pytest.mark.parametrize(
    ("counts", "reason"),
    [
        ("White,2643,17\nBME,0,0", "no BME staff"),
        ("White,0,0\nBME,143,1", "no White staff"),
    ],
)
def test_empty_group_has_no_members_and_never_a_likelihood_of_zero(
    counts: str, reason: str
) -> None:
    made = chapter(disciplinary=counts)
    row = ratio(made, "3")
    assert (row["status"], row["reason"]) == ("no members", reason)
    assert pd.isna(row["value"])
    empty = only(made, measure="likelihood", group=reason.split()[1])
    assert empty["status"] == "no members"
    assert pd.isna(empty["value"])


@pytest.mark.parametrize(("given", "missing"), [("White", "BME"), ("BME", "White")])
def test_ratio_of_a_group_that_was_not_published_is_not_available(given: str, missing: str) -> None:
    row = ratio(chapter(training=f"{given},100,20\nUnknown,3,1"), "4")
    assert row["status"] == "not available"
    assert row["reason"] == f"figures for {missing} were not published"


@pytest.mark.parametrize("number", TABLE)
def test_missing_table_makes_the_ratio_not_available_with_the_reason(number: str) -> None:
    row = ratio(chapter(board="all,all,White,9"), number)
    assert row["status"] == "not available"
    assert row["reason"] == (
        f"no {TABLE[number]} figures for the whole trust were supplied for 2021"
    )


def test_published_ratio_is_carried_with_its_year_before_and_never_judged() -> None:
    row = ratio(chapter(published_ratios="3,2021,BME,White,1.4,\n3,2020,BME,White,1.2,"), "3")
    assert (row["value"], row["status"], row["verdict"]) == (1.4, "as published", "")
    assert (row["previous"], row["previous_year"]) == (1.2, 2020)
    assert row["reason"] == "counts not published"
    assert pd.isna(row["lower"])


def test_published_ratio_of_another_year_is_not_this_years() -> None:
    row = ratio(chapter(published_ratios="3,2019,BME,White,1.4,"), "3")
    assert row["status"] == "not available"


def test_published_ratio_stands_in_where_the_counts_of_a_group_are_missing() -> None:
    made = chapter(recruitment="White,100,20", published_ratios="2,2021,White,BME,1.5,")
    row = ratio(made, "2")
    assert (row["value"], row["status"]) == (1.5, "as published")
    assert only(made, measure="likelihood", group="White")["value"] == pytest.approx(20.0)


def test_published_ratio_of_the_year_before_stands_beside_this_years_counts() -> None:
    made = chapter(
        recruitment="White,100,20\nBME,50,5\nUnknown,4,1",
        published_ratios="2,2020,White,BME,1.4,",
    )
    row = ratio(made, "2")
    assert (row["value"], row["previous"], row["previous_year"]) == (2.0, 1.4, 2020)
    change = only(made, indicator="2", measure="change", breakdown="all")
    assert change["value"] == pytest.approx(0.6)
    assert change["reason"] == "difference of rounded ratios"
    assert pd.isna(ratio(made, "2", "unknown=BME")["previous"])


def test_rows_of_a_division_are_not_added_to_the_ratio() -> None:
    made = chapter(
        recruitment="ethnicity,shortlisted,appointed,division\n"
        "White,100,20,\nBME,50,5,\nWhite,60,2,North\nBME,20,5,North"
    )
    assert ratio(made, "2")["value"] == pytest.approx(2.0)
