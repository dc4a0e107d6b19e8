"""Figures that the two trusts published only as ratios or percentages, and what follows.

Sources: WRES report 2019/20 of Cambridgeshire Community Services NHS Trust; WRES analysis and
action plan of Humber Teaching NHS Foundation Trust, July 2021.
"""

from __future__ import annotations

import pandas as pd
import pytest

from wres.chapters import Chapter
from wres.labels import round_half_up


@pytest.mark.parametrize(
    ("number", "ratio", "before"), [("2", 1.48, 1.45), ("3", 0.81, 0.95), ("4", 1.14, 1.01)]
)
def test_ratio_without_counts_is_carried_as_published(
    number: str, ratio: float, before: float, ryv_2020: Chapter
) -> None:
    row = ryv_2020.row(indicator=number, measure="relative_likelihood", breakdown="all")
    assert row is not None
    assert (row["value"], row["previous"], row["previous_year"]) == (ratio, before, 2019)
    assert row["status"] == "as published"
    assert pd.isna(row["numerator"])
    assert row["verdict"] == ""


@pytest.mark.parametrize(("survey", "gap"), [(2018, -12), (2019, -11)])
def test_gap_of_indicator_7_is_bme_minus_white(survey: int, gap: int, ryv_2020: Chapter) -> None:
    row = ryv_2020.row(indicator="7", measure="gap", breakdown=f"survey_year={survey}")
    assert row is not None
    assert row["value"] == gap
    assert row["reason"] == "difference of rounded shares"


@pytest.mark.parametrize(
    ("number", "printed"), [("5", (24, 22.4)), ("6", (24, 17.7)), ("7", (80, 89.8))]
)
def test_gaps_of_humber_are_not_clear_whatever_the_number_of_white_respondents(
    number: str, printed: tuple[float, float], rv9_2021: Chapter
) -> None:
    # Only the 50 (of indicator 7: 25) BME respondents were printed. Wilson: 14.3% to 37.4% and
    # 60.9% to 91.1%, both with the White figure inside.
    wanted = {"indicator": number, "breakdown": "survey_year=2020"}
    bme = rv9_2021.row(measure="percentage", group="BME", **wanted)
    gap = rv9_2021.row(measure="gap", **wanted)
    assert bme is not None
    assert gap is not None
    assert bme["value"] == printed[0]
    assert bme["lower"] < printed[1] < bme["upper"]
    assert (gap["verdict"], pd.isna(gap["lower"])) == ("no clear difference", True)


def test_board_of_humber_stands_in_points_below_its_workforce(rv9_2021: Chapter) -> None:
    # 0 of 11 voting members, 143 of 3,029 staff: 0 - 4.7210...
    row = rv9_2021.row(indicator="9", measure="difference", breakdown="voting=yes", group="BME")
    assert row is not None
    counts = ("numerator", "denominator", "comparator_numerator", "comparator_denominator")
    assert [row[name] for name in counts] == [0, 11, 143, 3029]
    assert round_half_up(row["value"], 4) == round_half_up(-4.7210, 4)


def test_voting_members_alone_are_not_taken_for_the_whole_board(rv9_2021: Chapter) -> None:
    row = rv9_2021.row(indicator="9", measure="difference", breakdown="all", group="BME")
    assert row is not None
    assert (row["status"], row["reason"]) == (
        "not available",
        "the make-up of the whole board was not published",
    )


def test_difference_of_the_board_is_taken_from_unrounded_shares(ryv_2020: Chapter) -> None:
    # 1/12 - 284/2480 = 8.3333 - 11.4516 = -3.1183; the rounded shares would give -3.2.
    row = ryv_2020.row(indicator="9", measure="difference", breakdown="voting=yes", group="BME")
    assert row is not None
    assert str(round_half_up(row["value"], 4)) == "-3.1183"


def test_group_that_was_not_published_is_not_zero(rv9_2021: Chapter) -> None:
    breakdown = "staff_group=all;band=1-4"
    share = rv9_2021.row(indicator="1", measure="share", breakdown=breakdown, group="BME")
    white = rv9_2021.row(indicator="1", measure="headcount", breakdown=breakdown, group="White")
    assert share is not None
    assert white is not None
    assert share["status"] == white["status"] == "not available"
    assert pd.isna(share["value"])
    assert pd.isna(white["value"])
    assert share["numerator"] == 63


@pytest.mark.parametrize(
    ("number", "value", "name", "year"),
    [
        ("2", 1.61, "England", 2020),
        ("3", 1.16, "England", 2020),
        ("4", 1.14, "England", 2020),
        ("workforce", 21, "England", 2020),
    ],
)
def test_benchmark_is_the_latest_verified_of_the_same_measure(
    number: str, value: float, name: str, year: int, ryv_2020: Chapter
) -> None:
    measure = "share" if number == "workforce" else "relative_likelihood"
    rows = ryv_2020.rows(indicator=number, measure=measure, breakdown="all")
    row = rows[rows["benchmark"].notna()].iloc[0]
    assert (row["benchmark"], row["benchmark_name"], row["benchmark_year"]) == (value, name, year)


def test_unverified_benchmark_is_passed_over(rv9_2021: Chapter) -> None:
    # WRES 2021 has 1.14 for indicator 4 as unverified; the latest verified is that of 2020.
    row = rv9_2021.row(indicator="4", measure="relative_likelihood", breakdown="all")
    assert row is not None
    assert row["benchmark_year"] == 2020


def test_survey_is_compared_with_the_benchmark_group_of_the_same_autumn(
    rv9_2021: Chapter,
) -> None:
    row = rv9_2021.row(
        indicator="8", measure="percentage", breakdown="survey_year=2020", group="BME"
    )
    assert row is not None
    assert (row["benchmark"], row["benchmark_year"]) == (15.1, 2021)
    assert row["benchmark_name"] == "NHS Staff Survey benchmark group, autumn 2020"
