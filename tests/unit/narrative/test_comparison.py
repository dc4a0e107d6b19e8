"""Sentences about a figure beside those of others."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from tests.unit.indicators.trusts import chapter_of, national, trust_year
from wres.chapters.reading import Chapter
from wres.definitions.indicators import definition_version
from wres.narrative import Narrative
from wres.results import WITHHELD, Result, results_frame

WORKFORCE = "all,all,White,80\nall,all,BME,15\nall,all,Unknown,5"
RATIO = "2021,WRES,{},England,{},{},ratio,published report,somewhere,"
SHARE = "2021,WRES,{},England,BME,{},%,published report,somewhere,"


def told(number: int, benchmarks: str, **tables: str) -> str:
    return Narrative(chapter_of(trust_year(**tables), None, national(benchmarks))).compare(number)


def two(value: float) -> str:
    return RATIO.format(2, "White over BME", value)


# 200 of 1,000 White and 100 of 1,000 BME applicants: ratio 2.00, 95% interval 1.60 to 2.50
# (statsmodels.stats.proportion.confint_proportions_2indep, compare="ratio", method="score")
CLEAR = "White,1000,200\nBME,1000,100\nUnknown,0,0"
TURNED = "White,1000,100\nBME,1000,200\nUnknown,0,0"  # ratio 0.50, interval 0.40 to 0.62
EQUAL = "White,1000,150\nBME,1000,150\nUnknown,0,0"  # ratio 1.00, interval 0.81 to 1.23


@pytest.mark.parametrize(
    ("counts", "value", "sentence"),
    [
        (CLEAR, 1.5, "is above that of England (WRES 2021: 1.50), further from 1;"),
        (CLEAR, 3.0, "is below that of England (WRES 2021: 3.00), closer to 1;"),
        (CLEAR, 0.8, "is above that of England (WRES 2021: 0.80), on the other side of 1;"),
        (TURNED, 0.9, "is below that of England (WRES 2021: 0.90), further from 1;"),
        (TURNED, 0.3, "is above that of England (WRES 2021: 0.30), closer to 1;"),
        (TURNED, 1.6, "is below that of England (WRES 2021: 1.60), on the other side of 1;"),
        # its interval reaches to both sides of 1: closer or not can't be told
        (EQUAL, 1.6, "is below that of England (WRES 2021: 1.60);"),
    ],
)
def test_a_ratio_is_set_beside_another_and_beside_1(
    counts: str, value: float, sentence: str
) -> None:
    assert told(2, two(value), recruitment=counts) == (
        f"The ratio {sentence} the 95% interval does not reach that figure."
    )


def test_the_ratio_of_bme_over_white_is_judged_alike() -> None:
    england = RATIO.format(3, "BME over White", 1.5)
    counts = "White,1000,100\nBME,1000,200\nUnknown,0,0"  # ratio 2.00
    assert told(3, england, disciplinary=counts) == (
        "The ratio is above that of England (WRES 2021: 1.50), further from 1; the 95% interval "
        "does not reach that figure."
    )


def test_a_ratio_whose_interval_reaches_the_other_is_not_called_different() -> None:
    assert told(2, two(1.8), recruitment=CLEAR) == (
        "The ratio shows no clear difference from that of England (WRES 2021: 1.80): the 95% "
        "interval includes that figure."
    )


def test_a_ratio_from_few_cases_says_that_they_are_few() -> None:
    england = RATIO.format(3, "BME over White", 1.14)
    humber = "White,2643,17\nBME,143,1\nUnknown,243,1"
    assert told(3, england, disciplinary=humber) == (
        "There are too few cases to say whether the ratio differs from that of England "
        "(WRES 2021: 1.14)."
    )


def test_a_printed_ratio_is_compared_without_certainty() -> None:
    assert told(2, two(1.61), published_ratios="2,2021,White,BME,1.48,") == (
        "The ratio is 0.13 below that of England (WRES 2021: 1.61). How certain that is can't be "
        "judged: the counts behind it were not published."
    )


@pytest.mark.parametrize(
    ("number", "percent", "england", "words"),
    [
        (8, 5, 16.7, "is below that of England (autumn 2020 survey: 16.7%), which is favourable;"),
        (8, 30, 16.7, "is above that of England (autumn 2020 survey: 16.7%), which is adverse;"),
        (5, 10, 28.9, "is below that of England (autumn 2020 survey: 28.9%), which is favourable;"),
    ],
)
def test_lower_is_favourable_where_the_standard_says_so(
    number: int, percent: float, england: float, words: str
) -> None:
    survey = f"{number},2020,trust,BME,{percent},400,,"
    assert told(number, SHARE.format(number, england), staff_survey=survey) == (
        f"The figure for BME respondents {words} the 95% interval does not reach that figure."
    )


def test_higher_is_favourable_for_indicator_7() -> None:
    england = "2021,WRES,7,England,BME,70,%,published report,here,don't know excluded"
    survey = "7,2020,trust,BME,80,400,,don't know excluded"
    assert told(7, england, staff_survey=survey) == (
        "The figure for BME respondents is above that of England (autumn 2020 survey: 70%), which "
        "is favourable; the 95% interval does not reach that figure."
    )


def test_the_other_base_of_indicator_7_is_not_compared() -> None:
    england = "2021,WRES,7,England,BME,70,%,published report,here,don't know excluded"
    survey = (
        "7,2020,trust,BME,48,400,,don't know included\n"
        "7,2020,benchmark,BME,50,,,don't know included"
    )
    benchmark = told(7, england, staff_survey=survey)
    assert benchmark == (
        "The figure for BME respondents shows no clear difference from that of the benchmark "
        "group (autumn 2020 survey: 50%): the 95% interval includes that figure. The figure for "
        "BME respondents is not compared with that of England: the base of its question differs, "
        "or is not known."
    )


def test_eighteen_per_cent_of_49_people_is_not_above_fifteen() -> None:
    # Humber Teaching NHS FT 2021, indicator 8; Wilson interval 10.0 to 31.4.
    survey = "8,2020,trust,BME,18.4,49,2020,\n8,2020,benchmark,BME,15.1,,2020,"
    assert told(8, SHARE.format(8, 16.7), staff_survey=survey) == (
        "The figure for BME respondents shows no clear difference from that of the benchmark "
        "group (autumn 2020 survey: 15.1%): the 95% interval includes that figure. It shows no "
        "clear difference from that of England (autumn 2020 survey: 16.7%): the 95% interval "
        "includes that figure."
    )


def test_an_interval_that_ends_where_a_whole_figure_was_rounded_from_says_so() -> None:
    # 16% of 400: Wilson 12.7 to 19.9; 20% stands for 19.5% to 20.5%.
    assert told(8, SHARE.format(8, 20), staff_survey="8,2020,trust,BME,16,400,,") == (
        "The figure for BME respondents shows no clear difference from that of England (autumn "
        "2020 survey: 20%): the 95% interval comes within the rounding of that figure."
    )


def test_with_both_numbers_of_respondents_the_difference_has_the_interval() -> None:
    # 30% of 400 against 20.5% and 19.5% of 1,000, which 20% may have been rounded from; Newcombe
    # from 4.5 and to 15.7 points (statsmodels, method="newcomb").
    survey = "5,2020,trust,BME,30,400,,\n5,2020,benchmark,BME,20,1000,,"
    assert told(5, SHARE.format(6, 1), staff_survey=survey) == (
        "The figure for BME respondents is above that of the benchmark group (autumn 2020 survey: "
        "20%), which is adverse; the 95% interval of the difference, +4.5 to +15.7 points, does "
        "not include 0."
    )


def test_whole_workforces_are_told_as_full_counts() -> None:
    people = "North,5000,12.5,Census 2021,2021\nSouth,,15,council survey,"
    assert told(
        1, SHARE.format("workforce_share", 22.4), workforce=WORKFORCE, local_population=people
    ) == (
        "The BME share of the workforce is 7.4 percentage points below that of England (WRES 2021: "
        "22.4%). It is 2.5 percentage points above that of the population of North (2021: 12.5%). "
        "It is level with that of South (15%)."
    )


def test_the_board_is_set_beside_all_members_of_other_boards() -> None:
    seats = "all,all,White,8\nall,all,BME,3\nall,all,Unknown,0"
    told_of = told(9, SHARE.format("9_board_share", 12.6), workforce=WORKFORCE, board=seats)
    assert told_of == (
        "The BME share of the board is 14.7 percentage points above that of all board members in "
        "England (WRES 2021: 12.6%)."
    )


def test_why_voting_members_are_not_compared_with_whole_boards_is_told_once() -> None:
    seats = "all,yes,White,8\nall,yes,BME,3\nall,yes,Unknown,0"
    london = '2019,WRES,9_board_share,London,"BME, London",17.1,%,published report,here,\n'
    benchmarks = london + SHARE.format("9_board_share", 12.6)
    assert told(9, benchmarks, workforce=WORKFORCE, board=seats) == (
        "The BME share of voting board members is not compared with that of all board members in "
        "England and that of all board members in the London region: one is of whole boards, the "
        "other of voting members alone."
    )


def test_a_region_is_named_as_one() -> None:
    london = '2019,WRES,9_board_share,London,"BME, London",17.1,%,published report,here,'
    seats = "all,all,White,8\nall,all,BME,2\nall,all,Unknown,0"
    assert told(9, london, workforce=WORKFORCE, board=seats) == (
        "The BME share of the board is 2.9 percentage points above that of all board members in "
        "the London region (WRES 2019, the latest at hand: 17.1%)."
    )


def test_a_withheld_figure_is_compared_with_none() -> None:
    made = chapter_of(trust_year(recruitment=CLEAR), None, national(two(1.6)))
    frame = made.results.copy()
    rows = frame["measure"].isin(["relative_likelihood", "comparison"])
    frame.loc[rows, ["status", "reason"]] = ["suppressed", WITHHELD]
    frame.loc[rows, ["value", "lower", "upper"]] = None
    assert Narrative(replace(made, results=frame)).compare(2) == (
        "The ratio in England (WRES 2021) was 1.60."
    )


def ranked(**changed: object) -> str:
    made = chapter_of(trust_year(recruitment=CLEAR))
    place = Result(
        organisation="RXX",
        year=2021,
        indicator="2",
        measure="percentile",
        breakdown="peers=all",
        group="White",
        comparator_group="BME",
        unit="%",
        definition=definition_version(),
    )
    row = results_frame([replace(place, **changed)])  # type: ignore[arg-type]
    results = pd.concat([made.results, row], ignore_index=True)
    return Narrative(Chapter(results, made.facts)).rank(2)


@pytest.mark.parametrize(
    ("lower", "same", "sentence"),
    [
        (12, 0, "Of 37 trusts at hand, 12 have a lower ratio."),
        (1, 2, "Of 37 trusts at hand, 1 has a lower ratio and 2 the same."),
        (0, 0, "Of 37 trusts at hand, none have a lower ratio."),
    ],
)
def test_a_rank_is_told_in_trusts(lower: int, same: int, sentence: str) -> None:
    assert ranked(numerator=lower, comparator_numerator=same, denominator=37, value=1) == sentence


def test_a_rank_among_few_says_how_few() -> None:
    reason = "3 peers with this figure are at hand; 5 are needed"
    assert ranked(status="not available", reason=reason) == (
        f"Its place among other trusts is not given: {reason}."
    )


def test_without_peers_nothing_is_said() -> None:
    assert Narrative(chapter_of(trust_year(recruitment=CLEAR))).rank(2) == ""


def test_a_ratio_over_zero_is_above_another_whatever_its_size() -> None:
    # 200 of 1,000 over 0 of 1,000: the interval begins far above 1.50.
    assert told(2, two(1.5), recruitment="White,1000,200\nBME,1000,0\nUnknown,0,0") == (
        "Whatever its size, the ratio is above that of England (WRES 2021: 1.50), further from 1; "
        "the 95% interval does not reach that figure."
    )
