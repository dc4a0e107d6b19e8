"""The survey's series over the tables of many years."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.unit.compare.many_years import chapter_of_years
from tests.unit.indicators.trusts import only, trust_year
from wres.chapters.reading import Chapter
from wres.results import WITHHELD

BASES = ("don't know excluded", "don't know included")


def survey(year: int, *lines: str) -> object:
    return trust_year(year, staff_survey="\n".join(lines))


def told(made: Chapter, number: str = "5", group: str = "BME") -> dict[int, object]:
    rows = made.own_rows(indicator=number, measure="percentage", group=group)
    rows = rows[rows["breakdown"].str.startswith("survey_year=")]
    return {
        int(row["breakdown"][12:]): row["value"] if pd.notna(row["value"]) else row["status"]
        for _, row in rows.iterrows()
    }


def test_surveys_that_this_years_tables_lack_come_from_earlier_tables() -> None:
    made = chapter_of_years(
        survey(2021, "5,2020,trust,BME,20,90,,"),
        survey(2020, "5,2019,trust,BME,21,90,,", "5,2018,trust,BME,22,90,,"),
        survey(2018, "5,2017,trust,BME,23,90,,", "5,2016,trust,BME,24,90,,"),
    )
    assert told(made) == {2016: 24, 2017: 23, 2018: 22, 2019: 21, 2020: 20}


def test_ten_surveys_of_ten_years_make_one_series() -> None:
    years = [
        survey(year, f"5,{year - 1},trust,BME,{year - 2000},90,,") for year in range(2021, 2011, -1)
    ]
    made = chapter_of_years(*years)
    assert told(made) == {year: year - 1999 for year in range(2011, 2021)}
    changes = made.own_rows(indicator="5", measure="change", group="BME")
    assert list(changes["value"]) == [1.0] * 9


def test_survey_carried_back_in_this_years_tables_is_told_as_they_have_it() -> None:
    made = chapter_of_years(
        survey(2021, "5,2020,trust,BME,20,90,,", "5,2019,trust,BME,21.5,88,,"),
        survey(2020, "5,2019,trust,BME,21,90,,"),
    )
    assert told(made) == {2019: 21.5, 2020: 20}


def test_missing_year_is_a_gap_over_which_nothing_is_joined() -> None:
    made = chapter_of_years(
        survey(2021, "5,2020,trust,BME,20,90,,"), survey(2019, "5,2018,trust,BME,22,90,,")
    )
    assert told(made) == {2018: 22, 2020: 20}
    assert made.rows(indicator="5", measure="change").empty


def test_white_and_benchmark_rows_of_an_earlier_survey_come_along() -> None:
    made = chapter_of_years(
        survey(2021, "5,2020,trust,BME,20,90,,", "5,2020,trust,White,18,900,,"),
        survey(
            2020,
            "5,2019,trust,BME,21,90,,",
            "5,2019,trust,White,17,900,,",
            "5,2019,benchmark,BME,30,,,",
        ),
    )
    gap = only(made, indicator="5", measure="gap", breakdown="survey_year=2020")
    assert (gap["value"], gap["previous"]) == (2, 4)
    then = only(
        made, indicator="5", measure="percentage", breakdown="survey_year=2019", group="BME"
    )
    assert then["benchmark"] == 30


@pytest.mark.parametrize(
    ("now", "before", "kept"),
    [
        (f"2020,{BASES[1]}", f"2019,{BASES[1]}", True),
        (f"2020,{BASES[1]}", f"2019,{BASES[0]}", False),
        ("2020,", "2019,", False),
        ("2020,", "2020,", True),
        (f"2020,{BASES[1]}", "2019,", False),
        (",", ",", False),
    ],
)
def test_indicator_7_is_continued_by_rows_of_its_edition_or_base_only(
    now: str, before: str, kept: bool
) -> None:
    made = chapter_of_years(
        survey(2021, f"7,2020,trust,BME,50,90,{now}"),
        survey(2020, f"7,2019,trust,BME,70,90,{before}"),
    )
    assert told(made, "7") == ({2019: 70, 2020: 50} if kept else {2020: 50})
    current = only(
        made, indicator="7", measure="percentage", breakdown="survey_year=2020", group="BME"
    )
    assert pd.notna(current["previous"]) == kept


def test_withheld_survey_of_an_earlier_report_stays_withheld() -> None:
    made = chapter_of_years(
        survey(2021, "5,2020,trust,BME,20,90,,", "5,2020,trust,White,20,900,,"),
        survey(2020, "5,2019,trust,BME,40,5,,", "5,2019,trust,White,17,900,,"),
        protected=True,
    )
    assert told(made) == {2019: "suppressed", 2020: 20}
    gap = only(made, indicator="5", measure="gap", breakdown="survey_year=2019")
    assert (gap["status"], gap["reason"]) == ("suppressed", WITHHELD)
    current = only(
        made, indicator="5", measure="percentage", breakdown="survey_year=2020", group="BME"
    )
    assert pd.isna(current["previous"])


def test_what_was_withheld_is_not_told_by_the_tables_that_carry_it_back() -> None:
    # The later edition counts twelve respondents: enough alone, had nine not been withheld before.
    made = chapter_of_years(
        survey(2021, "5,2020,trust,BME,20,90,,", "5,2019,trust,BME,41.7,12,,"),
        survey(2020, "5,2019,trust,BME,44.4,9,,"),
        protected=True,
    )
    assert told(made) == {2019: "suppressed", 2020: 20}
    assert made.rows(indicator="5", measure="change").empty


def test_year_without_a_survey_says_why_and_still_shows_the_ones_before() -> None:
    made = chapter_of_years(
        trust_year(recruitment="White,100,20\nBME,50,5\nUnknown,0,0"),
        survey(2020, "5,2019,trust,BME,21,90,,"),
    )
    assert told(made) == {2019: 21, 2020: "not available"}
    reasons = set(made.own_rows(indicator="5", status="not available")["reason"])
    assert "no staff survey figures for the whole trust were supplied for 2021" in reasons


@pytest.mark.parametrize(("survey_year", "gap"), [(2018, -12), (2019, -11)])
def test_gap_of_indicator_7_at_cambridgeshire(
    survey_year: int, gap: int, ryv_2020: Chapter
) -> None:
    # 83% against 95%, and 81% against 92%, as its report prints them
    row = only(ryv_2020, indicator="7", measure="gap", breakdown=f"survey_year={survey_year}")
    assert row["value"] == gap
