"""A figure beside that of the year before."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from tests.unit.compare.many_years import chapter_of_years
from tests.unit.indicators.trusts import chapter_of, only, trust_year
from wres.chapters.reading import Chapter

KEY = ["indicator", "measure", "breakdown", "group", "comparator_group"]
COUNTS = "White,100,20\nBME,50,5\nUnknown,0,0"  # ratio 2
EARLIER = "White,90,10\nBME,30,5\nUnknown,0,0"  # ratio (10/90)/(5/30) = 2/3


def ratio(made: Chapter) -> pd.Series:
    return only(made, indicator="2", measure="relative_likelihood", breakdown="all")


def change(made: Chapter, **wanted: str) -> pd.Series:
    return only(made, measure="change", **wanted)


def test_previous_comes_from_last_years_folder() -> None:
    made = chapter_of(trust_year(recruitment=COUNTS), trust_year(2020, recruitment=EARLIER))
    assert ratio(made)["previous"] == pytest.approx(2 / 3)
    assert ratio(made)["previous_year"] == 2020


def test_change_is_taken_from_unrounded_values() -> None:
    made = chapter_of(trust_year(recruitment=COUNTS), trust_year(2020, recruitment=EARLIER))
    row = change(made, indicator="2", comparator_group="BME")
    assert row["value"] == pytest.approx(2 - 2 / 3)
    assert (row["unit"], row["status"], row["reason"]) == ("ratio", "ok", "")
    assert (row["comparator_numerator"], row["comparator_denominator"]) == (10, 90)


def test_last_years_counts_come_before_its_printed_ratio() -> None:
    now = trust_year(recruitment=COUNTS, published_ratios="2,2020,White,BME,0.67,")
    row = ratio(chapter_of(now, trust_year(2020, recruitment=EARLIER)))
    assert row["previous"] == pytest.approx(2 / 3)


def test_printed_ratio_is_set_beside_the_one_printed_with_it() -> None:
    now = trust_year(published_ratios="2,2021,White,BME,1.5,\n2,2020,White,BME,0.7,")
    made = chapter_of(now, trust_year(2020, recruitment=EARLIER))
    assert ratio(made)["previous"] == 0.7
    row = change(made, indicator="2", comparator_group="BME")
    assert row["value"] == pytest.approx(0.8)
    assert (row["status"], row["reason"]) == ("as published", "difference of rounded ratios")


def test_change_of_a_share_is_in_points_and_rounded_where_a_year_was_printed() -> None:
    counted = trust_year(workforce="all,all,White,80\nall,all,BME,15\nall,all,Unknown,5")
    printed = trust_year(
        2020, workforce_percent="all,all,White,88\nall,all,BME,12\nall,all,Unknown,0"
    )
    row = change(chapter_of(counted, printed), indicator="workforce", group="BME")
    assert row["value"] == pytest.approx(3.0)
    assert (row["unit"], row["reason"]) == ("points", "difference of rounded shares")


def test_board_reports_the_change_of_its_difference_not_of_its_share() -> None:
    staff = "all,all,White,80\nall,all,BME,{}\nall,all,Unknown,5"
    made = chapter_of(
        trust_year(
            workforce=staff.format(15), board="all,all,White,9\nall,all,BME,1\nall,all,Unknown,0"
        ),
        trust_year(
            2020,
            workforce=staff.format(15),
            board="all,all,White,10\nall,all,BME,0\nall,all,Unknown,0",
        ),
    )
    row = change(made, indicator="9", breakdown="all", group="BME")
    assert row["value"] == pytest.approx(10.0)  # (10 - 15) - (0 - 15)
    assert row["good_direction"] == "towards 0"


def test_one_seat_of_executives_has_one_verdict_where_all_of_them_are_known() -> None:
    # One BME executive more: of 5 with a vote and then 6, the sixth without one; of 5 and then 7.
    rows = "executive,{},White,{}\nexecutive,{},BME,{}\nexecutive,{},Unknown,0"
    parts = ((("all", 6, 1), ("yes", 5, 1), ("no", 1, 0)), (("all", 5, 0), ("yes", 5, 0)))
    staff = "all,all,White,69\nall,all,BME,31\nall,all,Unknown,0"
    now, before = (
        trust_year(
            year,
            workforce=staff,
            board="\n".join(rows.format(vote, white, vote, bme, vote) for vote, white, bme in of),
        )
        for year, of in zip((2021, 2020), parts, strict=True)
    )
    for since in ({}, {"baseline": 2019}):
        made = chapter_of_years(now, before, replace(before, year=2019), **since)
        changes = made.rows(indicator="9", measure="change", group="BME")
        told = set(changes["breakdown"])
        assert "membership=executive" in told
        assert not any(";voting=" in one for one in told)
    assert "membership=executive;since=2019" in told


def test_figure_without_a_value_in_either_year_has_no_change() -> None:
    gone = chapter_of(trust_year(board="all,all,White,9"), trust_year(2020, recruitment=EARLIER))
    come = chapter_of(trust_year(recruitment=COUNTS), trust_year(2020, board="all,all,White,9"))
    for made in (gone, come):
        assert made.rows(indicator="2", measure="change").empty
    assert pd.isna(ratio(come)["previous"])


def test_survey_brings_its_own_earlier_years() -> None:
    # Last year's folder has the survey of 2019 too, from another edition.
    now = trust_year(staff_survey="5,2019,trust,BME,25,,,\n5,2020,trust,BME,24,,,")
    before = trust_year(2020, staff_survey="5,2019,trust,BME,31,,,")
    made = chapter_of(now, before)
    wanted = {"indicator": "5", "measure": "percentage", "group": "BME"}
    assert only(made, breakdown="survey_year=2020", **wanted)["previous"] == 25
    assert pd.isna(only(made, breakdown="survey_year=2019", **wanted)["previous"])


AUTUMNS = {"indicator": "5", "group": "BME"}


def survey(year: int, autumn: int, white: str, bme: str) -> str:
    """Lines of one autumn's survey, told in the tables of a report."""
    return f"5,{autumn},trust,White,{white},{year},\n5,{autumn},trust,BME,{bme},{year},"


def test_earlier_survey_stands_beside_the_one_before_it_in_the_year_of_that_one() -> None:
    # This year's tables carry back the autumn of 2018 for BME staff alone, last year's for both:
    # of autumn 2019 the gap is 27 - 20 = 7, of autumn 2018 it was 30 - 18 = 12.
    now = trust_year(
        staff_survey=f"{survey(2020, 2020, '21,900', '26,200')}\n"
        f"{survey(2020, 2019, '20,900', '27,200')}\n5,2018,trust,BME,30,200,2020,"
    )
    before = trust_year(
        2020,
        staff_survey=f"{survey(2019, 2019, '20,900', '27,200')}\n"
        f"{survey(2019, 2018, '18,900', '30,200')}",
    )
    made = chapter_of(now, before)
    gap = only(made, measure="gap", breakdown="survey_year=2019", **AUTUMNS)
    assert (gap["value"], gap["previous"], gap["previous_year"]) == (7, 12, 2019)
    moved = change(made, breakdown="survey_year=2019", comparator_group="White", **AUTUMNS)
    assert (moved["value"], moved["previous"], moved["previous_year"]) == (-5, 12, 2019)
    white = only(
        made, indicator="5", measure="percentage", breakdown="survey_year=2019", group="White"
    )
    assert (white["previous"], white["previous_year"]) == (18, 2019)


def test_gap_before_a_withheld_one_names_the_year_of_that_survey() -> None:
    # Eight BME respondents are too few to show: of autumn 2018 neither figure nor gap is shown.
    surveys = "\n".join(
        [
            survey(2020, 2020, "21,900", "26,200"),
            survey(2020, 2019, "20,900", "27,200"),
            survey(2020, 2018, "18,900", "25,8"),
        ]
    )
    older = "\n".join(
        [survey(2019, 2019, "20,900", "27,200"), survey(2019, 2018, "18,900", "25,8")]
    )
    made = chapter_of_years(
        trust_year(staff_survey=surveys), trust_year(2020, staff_survey=older), protected=True
    )
    now = only(made, measure="gap", breakdown="survey_year=2020", **AUTUMNS)
    assert (now["previous"], now["previous_year"]) == (7, 2020)
    gap = only(made, measure="gap", breakdown="survey_year=2019", **AUTUMNS)
    assert pd.isna(gap["previous"])
    assert gap["previous_year"] == 2019
