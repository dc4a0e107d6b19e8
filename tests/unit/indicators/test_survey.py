"""Indicators 5 to 8, in every state that a survey table can be in."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.unit.indicators.trusts import chapter, only
from wres.chapters.reading import Chapter


def percentage(made: Chapter, number: str, year: int = 2020, group: str = "BME") -> pd.Series:
    breakdown = f"survey_year={year}"
    return only(made, indicator=number, measure="percentage", breakdown=breakdown, group=group)


def gap(made: Chapter, number: str, year: int = 2020) -> pd.Series:
    return only(made, indicator=number, measure="gap", breakdown=f"survey_year={year}")


def two_years(number: str, before: str, now: str) -> Chapter:
    rows = [
        f"{number},{year},trust,{group},{percent},100,{edition_and_base}"
        for year, edition_and_base, shares in ((2019, before, (20, 12)), (2020, now, (17.5, 13)))
        for group, percent in zip(("BME", "White"), shares, strict=True)
    ]
    return chapter(staff_survey="\n".join(rows))


def test_survey_of_the_autumn_before_belongs_to_the_report() -> None:
    made = two_years("5", ",", ",")
    assert percentage(made, "5")["value"] == 17.5
    assert percentage(made, "5")["status"] == "as published"
    assert percentage(made, "5")["previous"] == 20
    assert percentage(made, "5")["previous_year"] == 2020  # report year of the 2019 survey


def test_gap_is_bme_minus_white_and_calls_itself_rounded() -> None:
    row = gap(two_years("5", ",", ","), "5")
    assert row["value"] == pytest.approx(4.5)  # 17.5 - 13
    assert row["previous"] == pytest.approx(8.0)  # 20 - 12
    assert row["reason"] == "difference of rounded shares"
    assert (row["group"], row["comparator_group"]) == ("BME", "White")


@pytest.mark.parametrize("number", ["5", "6", "8"])
def test_years_without_edition_or_base_are_joined_where_the_base_never_changed(
    number: str,
) -> None:
    assert percentage(two_years(number, ",", ","), number)["previous"] == 20


@pytest.mark.parametrize(
    ("before", "now", "joined"),
    [
        ("2020,", "2020,", True),
        ("2019,", "2020,", False),
        ("2019,don't know excluded", "2020,don't know excluded", True),
        ("2019,don't know excluded", "2020,don't know included", False),
        ("2020,don't know excluded", "2020,don't know included", False),
        ("2020,don't know excluded", "2020,", True),
        (",", ",", False),
        (",", "2020,", False),
    ],
)
def test_indicator_7_is_joined_within_one_known_edition_or_base_only(
    before: str, now: str, joined: bool
) -> None:
    made = two_years("7", before, now)
    for row in (percentage(made, "7"), gap(made, "7")):
        assert pd.notna(row["previous"]) is joined
    assert made.rows(indicator="7", measure="change").empty is not joined


def test_missing_white_figure_leaves_the_gap_not_available() -> None:
    made = chapter(staff_survey="5,2020,trust,BME,24,50,,")
    white = percentage(made, "5", group="White")
    assert white["status"] == "not available"
    assert white["reason"] == "no figure for White staff was supplied for the autumn 2020 survey"
    assert gap(made, "5")["status"] == "not available"
    assert percentage(made, "5")["value"] == 24


def test_missing_latest_survey_is_not_replaced_by_an_older_one() -> None:
    made = chapter(staff_survey="5,2019,trust,BME,24,50,,\n5,2019,trust,White,20,500,,")
    assert percentage(made, "5")["status"] == "not available"
    assert gap(made, "5")["status"] == "not available"
    assert percentage(made, "5", 2019)["value"] == 24


@pytest.mark.parametrize("number", "5678")
def test_missing_survey_makes_the_latest_year_not_available(number: str) -> None:
    made = chapter(board="all,all,White,9")
    assert percentage(made, number)["status"] == "not available"
    assert gap(made, number)["status"] == "not available"


def test_unpublished_number_of_responses_leaves_no_interval_and_no_verdict() -> None:
    # 20% of 500: 16.7% to 23.7%, which leaves out 24% of nobody knows how many.
    made = chapter(staff_survey="5,2020,trust,BME,24,,,\n5,2020,trust,White,20,500,,")
    assert pd.isna(percentage(made, "5")["lower"])
    row = gap(made, "5")
    assert row["value"] == pytest.approx(4.0)
    assert pd.isna(row["lower"])
    assert (row["verdict"], row["method"]) == ("", "")
    neither = chapter(staff_survey="5,2020,trust,BME,24,,,\n5,2020,trust,White,23,,,")
    assert gap(neither, "5")["verdict"] == ""


@pytest.mark.parametrize(
    ("bme", "white", "verdict", "bases"),
    [
        ("24,50", "22.4,", "no clear difference", (50, None)),  # 14.3% to 37.4%
        ("22.4,", "24,50", "no clear difference", (None, 50)),
        ("4.8,21", "7.7,", "too few to say", (21, None)),  # 1 seen, 1.6 to be expected
        ("24,50", "40,", "", (50, None)),
    ],
)
def test_one_known_base_judges_a_gap_only_where_the_other_cannot_matter(
    bme: str, white: str, verdict: str, bases: tuple[int | None, int | None]
) -> None:
    row = gap(chapter(staff_survey=f"5,2020,trust,BME,{bme},,\n5,2020,trust,White,{white},,"), "5")
    assert row["verdict"] == verdict
    # The interval of the gap itself stays unknown.
    assert pd.isna(row["lower"])
    assert pd.isna(row["upper"])
    told = tuple(
        None if pd.isna(row[name]) else int(row[name])
        for name in ("denominator", "comparator_denominator")
    )
    assert told == bases


@pytest.mark.parametrize(
    ("shares", "verdict"),
    [
        (((30, 400), (20, 4000)), "more likely"),
        (((10, 400), (20, 4000)), "less likely"),
        (((21, 400), (20, 4000)), "no clear difference"),
        (((10, 20), (2, 60)), "too few to say"),  # 2 and 1.2 people
    ],
)
def test_gap_is_judged_by_its_interval_where_respondents_are_known(
    shares: tuple[tuple[int, int], tuple[int, int]], verdict: str
) -> None:
    lines = [
        f"5,2020,trust,{group},{percent},{base},,"
        for group, (percent, base) in zip(("BME", "White"), shares, strict=True)
    ]
    row = gap(chapter(staff_survey="\n".join(lines)), "5")
    assert row["verdict"] == verdict
    assert row["method"] == "newcombe"


def test_survey_without_respondents_has_no_members_and_no_gap() -> None:
    made = chapter(staff_survey="5,2020,trust,BME,0,0,,\n5,2020,trust,White,20,500,,")
    row = percentage(made, "5")
    assert row["status"] == "no members"
    assert pd.isna(row["value"])
    assert gap(made, "5")["status"] == "not available"
    assert pd.isna(gap(made, "5")["value"])


def test_benchmark_group_of_the_same_autumn_stands_beside_the_trust() -> None:
    made = chapter(
        staff_survey="""
        8,2019,trust,BME,11,35,,
        8,2020,trust,BME,18,49,,
        8,2019,benchmark,BME,13.4,,,
        8,2020,benchmark,BME,15.1,,,
    """
    )
    row = percentage(made, "8")
    assert (row["benchmark"], row["benchmark_year"]) == (15.1, 2021)
    assert row["benchmark_name"] == "NHS Staff Survey benchmark group, autumn 2020"
    assert percentage(made, "8", 2019)["benchmark"] == 13.4
    older = only(made, measure="percentage", breakdown="scope=benchmark;survey_year=2019")
    assert (older["value"], older["status"]) == (13.4, "as published")


@pytest.mark.parametrize(
    ("ours", "theirs", "compared"),
    [
        ("2020,", "2020,", True),
        ("2020,don't know included", "2021,don't know excluded", False),
        (",", ",", False),
    ],
)
def test_benchmark_group_of_another_base_is_no_benchmark_of_indicator_7(
    ours: str, theirs: str, compared: bool
) -> None:
    made = chapter(
        staff_survey=f"7,2020,trust,BME,45,100,{ours}\n7,2020,benchmark,BME,71,,{theirs}"
    )
    assert pd.notna(percentage(made, "7")["benchmark"]) is compared


def test_unknown_group_is_carried_but_never_asked_for() -> None:
    made = chapter(staff_survey="5,2020,trust,Unknown,24,50,,")
    assert percentage(made, "5", group="Unknown")["value"] == 24
    assert made.rows(indicator="6", group="Unknown").empty


def test_gap_is_narrower_by_distance_from_zero_not_by_sign() -> None:
    made = chapter(
        staff_survey="""
        7,2019,trust,BME,80,,2020,
        7,2019,trust,White,90,,2020,
        7,2020,trust,BME,81,,2020,
        7,2020,trust,White,88,,2020,
    """
    )
    row = only(made, indicator="7", measure="change", comparator_group="White")
    assert row["value"] == pytest.approx(3.0)  # -7 - (-10)
    assert (row["unit"], row["good_direction"]) == ("points", "towards 0")


@pytest.mark.parametrize("newest_first", [True, False])
def test_newest_edition_counts_where_a_year_stands_in_two(newest_first: bool) -> None:
    lines = [
        "7,2019,trust,BME,71,,2019,",
        "7,2019,trust,BME,46,,2020,",
        "7,2020,trust,BME,45,,2020,",
    ]
    made = chapter(staff_survey="\n".join(lines[::-1] if newest_first else lines))
    assert percentage(made, "7")["previous"] == 46
