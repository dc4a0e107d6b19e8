"""Headline figures of earlier years, and the change since the baseline year."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from tests.spec.test_within_bands import RECRUITMENT
from tests.unit.compare.many_years import chapter_of_years, recruiting
from tests.unit.indicators.trusts import national, only, trust_year
from wres.chapters.reading import Chapter
from wres.results import WITHHELD

CHANGE = {"measure": "change", "group": "White", "comparator_group": "BME"}
KEY = ["indicator", "measure", "breakdown", "group", "comparator_group"]


def years_told(made: Chapter, **wanted: str) -> list[int]:
    breakdowns = made.rows(**wanted)["breakdown"]
    return [int(one[5:]) for one in breakdowns if one.startswith("year=")]


def ratios_told(made: Chapter) -> list[int]:
    return years_told(made, indicator="2", measure="relative_likelihood")


@pytest.mark.parametrize(
    ("years", "told"),
    [
        ([2021, 2020], [2020]),
        ([2021, 2020, 2019], [2020, 2019]),
        ([2021, 2019, 2015], [2019, 2015]),
        ([2021], []),
        ([*range(2021, 2011, -1)], [*range(2020, 2011, -1)]),
        ([*range(2021, 2009, -1)], [*range(2020, 2011, -1)]),
    ],
)
def test_years_before_stand_newest_first_up_to_ten_in_all(
    years: list[int], told: list[int]
) -> None:
    assert ratios_told(chapter_of_years(*recruiting(years))) == told


def test_year_before_is_compared_across_no_gap() -> None:
    made = chapter_of_years(*recruiting([2021, 2019]))
    assert made.rows(indicator="2", measure="change").empty


def test_earlier_figure_is_just_the_one_that_its_own_report_showed() -> None:
    years = recruiting([2021, 2020, 2019])
    ratio = {"indicator": "2", "measure": "relative_likelihood"}
    then = only(chapter_of_years(years[2]), breakdown="all", **ratio)
    told = only(chapter_of_years(*years), breakdown="year=2019", **ratio)
    same = [name for name in then.index if name not in ("year", "breakdown")]
    pd.testing.assert_series_equal(told[same], then[same], check_names=False)
    assert told["year"] == 2021


def test_ratio_within_bands_of_an_earlier_year_is_the_one_that_its_own_report_showed() -> None:
    # 0.98 over all bands and 2.00 within them, as in the worked example.
    years = [trust_year(year, recruitment=RECRUITMENT) for year in (2021, 2020)]
    ratio = {"indicator": "2", "measure": "relative_likelihood"}
    made = chapter_of_years(*years, protected=True)
    told = only(made, breakdown="stratified=band;year=2020", **ratio)
    then = only(chapter_of_years(years[1], protected=True), breakdown="stratified=band", **ratio)
    columns = ["value", "lower", "upper", "numerator", "denominator", "verdict", "status"]
    assert list(told[columns]) == list(then[columns])
    assert (round(told["value"], 2), told["verdict"]) == (2.0, "more likely")
    assert only(made, breakdown="year=2020", **ratio)["verdict"] == "no clear difference"


def test_headlines_of_every_indicator_are_kept_and_no_scenario() -> None:
    tables = {
        "workforce": "clinical,5,White,80\nclinical,5,BME,15\nclinical,5,Unknown,5\n"
        "non-clinical,5,White,80\nnon-clinical,5,BME,15\nnon-clinical,5,Unknown,5",
        "board": "executive,yes,White,9\nexecutive,yes,BME,1\nexecutive,yes,Unknown,0\n"
        "non-executive,yes,White,9\nnon-executive,yes,BME,1\nnon-executive,yes,Unknown,0",
        "disciplinary": "White,80,10\nBME,15,5\nUnknown,5,1",
        "recruitment": "ethnicity,shortlisted,appointed,international\n"
        "White,80,10,1\nBME,15,5,1\nUnknown,5,1,1",
    }
    made = chapter_of_years(trust_year(**tables), trust_year(2020, **tables))
    rows = made.rows(group="BME")
    told = rows[rows["breakdown"].str.contains(r"(?:^|;)year=2020$")]
    assert set(zip(told["indicator"], told["measure"], told["breakdown"], strict=True)) >= {
        ("workforce", "share", "year=2020"),
        ("workforce", "headcount", "year=2020"),
        ("1", "share", "staff_group=clinical;band=5;year=2020"),
        ("3", "relative_likelihood", "year=2020"),
        ("9", "share", "voting=yes;year=2020"),
        ("9", "difference", "membership=executive;voting=yes;year=2020"),
    }
    apart = "recruitment=without international;year=2020"
    assert not made.rows(indicator="2", breakdown=apart).empty
    assert not made.results["breakdown"].str.contains("unknown=.*year=").any()
    assert not made.results.duplicated(KEY).any()


def test_withheld_figure_of_an_earlier_year_is_told_as_withheld_and_no_more() -> None:
    few = trust_year(2020, disciplinary="White,800,30\nBME,150,2\nUnknown,50,1")
    many = trust_year(disciplinary="White,800,30\nBME,150,12\nUnknown,50,5")
    made = chapter_of_years(many, few, protected=True, baseline=2020)
    row = only(made, indicator="3", measure="relative_likelihood", breakdown="year=2020")
    assert (row["status"], row["reason"]) == ("suppressed", WITHHELD)
    assert row[["value", "lower", "upper", "verdict", "numerator"]].isin([pd.NA, ""]).all()
    now = only(made, indicator="3", measure="relative_likelihood", breakdown="all")
    assert pd.notna(now["value"])
    since = only(made, indicator="3", measure="change", breakdown="since=2020")
    assert (since["status"], pd.isna(since["value"]), pd.isna(since["previous"])) == (
        "suppressed",
        True,
        True,
    )
    changes = made.rows(indicator="3", measure="change", breakdown="all")
    assert set(changes["comparator_group"]) <= {""}  # of likelihoods of groups that are shown


def test_national_figure_beside_an_earlier_year_is_that_of_the_same_year() -> None:
    lines = ["2018,WRES", "2020,WRES", "2021,WRES"]
    rest = ',2,England,"White over BME, England",1.{},ratio,published report,here,'
    table = national("\n".join(line + rest.format(line[3]) for line in lines))
    made = chapter_of_years(*recruiting([2021, 2020, 2019]), benchmarks=table)
    ratio = {"indicator": "2", "measure": "relative_likelihood"}
    beside = [only(made, breakdown=f"year={year}", **ratio)["benchmark"] for year in (2020, 2019)]
    assert beside[0] == 1.0
    assert pd.isna(beside[1])  # that of 2018 is no figure of 2019
    assert only(made, breakdown="all", **ratio)["benchmark"] == 1.1


def test_ratio_printed_later_fills_a_year_that_has_no_counts_and_no_other() -> None:
    printed = "2,2021,White,BME,1.5,\n2,2020,White,BME,0.7,\n2,2018,White,BME,0.9,"
    older = trust_year(2020, recruitment="White,90,18\nBME,30,6\nUnknown,0,0")
    oldest = trust_year(2019, published_ratios="2,2018,White,BME,0.8,\n2,2017,White,BME,1.1,")
    made = chapter_of_years(trust_year(published_ratios=printed), older, oldest)
    ratio = {"indicator": "2", "measure": "relative_likelihood"}
    told = {
        year: (row["value"], row["status"])
        for year in ratios_told(made)
        if (row := only(made, breakdown=f"year={year}", **ratio)) is not None
    }
    assert told == {
        2020: (1.0, "ok"),
        2018: (0.9, "as published"),  # as printed last
        2017: (1.1, "as published"),
    }


def test_change_since_the_baseline_stands_beside_that_since_last_year() -> None:
    made = chapter_of_years(*recruiting([2021, 2020, 2018]), baseline=2018)
    ratio = {"indicator": "2", "measure": "change", "group": "White"}
    since = only(made, breakdown="since=2018", **ratio)
    # (41/400)/(10/100) less (38/400)/(10/100)
    assert since["value"] == pytest.approx(1.025 - 0.95)
    assert since["previous"] == pytest.approx(0.95)
    assert (since["previous_year"], since["verdict"]) == (2018, "no clear change")
    assert only(made, breakdown="all", comparator_group="BME", **ratio)["previous_year"] == 2020


@pytest.mark.parametrize("method", ["holm", "benjamini-hochberg"])
def test_change_since_the_baseline_is_outside_the_family_of_comparisons(method: str) -> None:
    # Two ratios, so that Holm takes one of them at 97.5%.
    training = "White,400,300\nBME,100,60\nUnknown,0,0"
    years = [
        trust_year(one.year, recruitment="White,400,40\nBME,100,4\nUnknown,0,0", training=training)
        for one in recruiting([2021, 2018])
    ]
    wanted = {"measure": "change", "breakdown": "since=2018"}
    plain = chapter_of_years(*years, baseline=2018).rows(**wanted)
    allowing = chapter_of_years(*years, baseline=2018, multiple_comparisons=method).rows(**wanted)
    assert set(plain["indicator"]) >= {"2", "4"}
    columns = ["indicator", "value", "lower", "upper", "confidence", "verdict"]
    pd.testing.assert_frame_equal(allowing[columns], plain[columns])
    judged = plain[plain["indicator"].isin(["2", "4"])]
    assert set(judged["confidence"].dropna()) == {95.0}


def test_earlier_year_is_judged_as_its_own_report_judges_it() -> None:
    # Ratio 1.26 in both years: beyond chance at 95%, and not at the 97.5% that Holm asks for two.
    training = "White,400,300\nBME,100,75\nUnknown,0,0"
    now, before = (
        trust_year(year, recruitment="White,3000,1050\nBME,400,113\nUnknown,0,0", training=training)
        for year in (2021, 2020)
    )
    of = {"indicator": "2", "measure": "relative_likelihood"}
    columns = ["value", "lower", "upper", "confidence", "verdict"]
    asked = {"multiple_comparisons": "holm"}
    own = only(chapter_of_years(before, **asked), breakdown="all", **of)
    then = only(chapter_of_years(now, before, **asked), breakdown="year=2020", **of)
    assert own["confidence"] > 95
    assert list(then[columns]) == list(own[columns])
    plain = only(chapter_of_years(now, before), breakdown="year=2020", **of)
    assert plain["confidence"] == 95


def test_bands_and_shares_have_a_change_since_the_baseline_too() -> None:
    lines = "clinical,5,White,{0}\nclinical,5,BME,{1}\nclinical,5,Unknown,0"
    years = [
        trust_year(year, workforce=lines.format(100 - bme, bme))
        for year, bme in ((2021, 20), (2019, 10))
    ]
    made = chapter_of_years(*years, baseline=2019)
    row = only(
        made, measure="change", breakdown="staff_group=clinical;band=5;since=2019", group="BME"
    )
    assert row["value"] == pytest.approx(10.0)


@pytest.mark.parametrize("baseline", [2017, 2005 + 10])
def test_baseline_that_is_not_at_hand_is_said_to_be_so(baseline: int) -> None:
    made = chapter_of_years(*recruiting([2021, 2020]), baseline=baseline)
    row = only(made, indicator="2", measure="change", breakdown=f"since={baseline}")
    assert (row["status"], row["reason"]) == (
        "not available",
        f"no such figure of {baseline} is at hand",
    )
    assert made.missing()[made.missing()["measure"].eq("change")].empty


@pytest.mark.parametrize("baseline", [None, 2021, 2024])
def test_without_an_earlier_baseline_nothing_is_told_since_it(baseline: int | None) -> None:
    made = chapter_of_years(*recruiting([2021, 2020]), baseline=baseline)
    assert not made.results["breakdown"].str.contains("since=").any()


def test_baseline_of_the_survey_is_the_autumn_before_it() -> None:
    now = trust_year(staff_survey="5,2020,trust,BME,20,900,2020,")
    before = trust_year(2019, staff_survey="5,2018,trust,BME,30,900,2018,")
    made = chapter_of_years(now, before, baseline=2019)
    row = only(made, indicator="5", measure="change", breakdown="survey_year=2020;since=2019")
    assert (row["value"], row["previous"], row["verdict"]) == (-10, 30, "improved")


@pytest.mark.parametrize(
    ("base", "status"), [("don't know included", "as published"), ("", "not available")]
)
def test_indicator_7_is_compared_with_a_baseline_of_the_same_base_only(
    base: str, status: str
) -> None:
    now = trust_year(staff_survey="7,2020,trust,BME,50,900,2020,don't know included")
    before = trust_year(2019, staff_survey=f"7,2018,trust,BME,70,900,2018,{base}")
    made = chapter_of_years(now, before, baseline=2019)
    row = only(made, indicator="7", measure="change", breakdown="survey_year=2020;since=2019")
    assert row["status"] == status


@pytest.mark.parametrize(
    ("now", "before", "lower", "upper", "verdict", "year"),
    [
        ((50, 20), (50, 0), -math.inf, 1.666667 - 8.833782, "improved", 2020),
        ((50, 0), (50, 20), 8.833782 - 1.666667, math.inf, "worsened", 2021),
        ((1, 0), (50, 20), 0.174234 - 1.666667, math.inf, "too few to say", 2021),
    ],
)
def test_ratio_over_zero_in_one_year_has_a_verdict_of_change(
    now: tuple[int, int],
    before: tuple[int, int],
    lower: float,
    upper: float,
    verdict: str,
    year: int,
) -> None:
    """White over BME: 50 of 300 over 20 of 200 is 5/3; 50 and 1 over 0 are at least 8.83 and 0.17.

    The limit of the ratio over zero is where the score statistic is 3.8415 (see test_intervals).
    """
    made = chapter_of_years(
        *(
            trust_year(one, recruitment=f"White,300,{white}\nBME,200,{bme}\nUnknown,0,0")
            for one, (white, bme) in ((2021, now), (2020, before))
        ),
        baseline=2020,
    )
    for breakdown in ("all", "since=2020"):
        row = only(made, indicator="2", breakdown=breakdown, **CHANGE)
        assert (row["lower"], row["upper"]) == pytest.approx((lower, upper), abs=1e-5)
        assert pd.isna(row["value"])
        assert (row["verdict"], row["confidence"], row["method"]) == (verdict, 95, "mover")
        assert row["reason"] == (
            f"no BME applicants were seen to be appointed from shortlisting in {year}, and "
            "nothing can be divided by zero"
        )


def test_ratio_over_zero_in_both_years_has_no_verdict_and_names_both_years() -> None:
    years = [
        trust_year(one, recruitment="White,300,50\nBME,200,0\nUnknown,0,0") for one in (2021, 2020)
    ]
    row = only(chapter_of_years(*years), indicator="2", **CHANGE)
    assert (row["verdict"], row["status"]) == ("", "not available")
    assert "in 2020 or 2021" in row["reason"]


def test_baseline_in_which_nobody_of_either_group_was_counted_is_not_told_as_not_at_hand() -> None:
    years = [
        trust_year(one, recruitment=f"White,300,{white}\nBME,200,{bme}\nUnknown,0,0")
        for one, (white, bme) in ((2021, (50, 20)), (2020, (0, 0)))
    ]
    made = chapter_of_years(*years, baseline=2020)
    row = only(made, indicator="2", measure="change", breakdown="since=2020")
    assert row["reason"] == (
        "there is no such figure of 2020: neither White nor BME applicants were seen to be "
        "appointed from shortlisting, and nothing can be divided by zero"
    )
    assert ratios_told(made) == [2020]
