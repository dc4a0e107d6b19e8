"""This year's figures less those of each comparator."""

from __future__ import annotations

from dataclasses import replace
from math import inf

import pandas as pd
import pytest

from tests.unit.indicators.trusts import chapter_of, national, only, trust_year
from wres.chapters.reading import Chapter
from wres.counts import with_totals
from wres.disclosure import load_profile, protect
from wres.indicators import compute_results
from wres.results import WITHHELD
from wres.sources import TrustYear

COUNTS = "White,1000,200\nBME,1000,100\nUnknown,0,0"  # ratio 2.00
STAFF = "all,all,White,80\nall,all,BME,15\nall,all,Unknown,5"
SEATS = """
    all,yes,White,8
    all,yes,BME,3
    all,yes,Unknown,0
    all,all,White,9
    all,all,BME,3
    all,all,Unknown,0
"""
TWO = '{},WRES,2,{},"White over BME",{},ratio,{},{},'


def line(
    year: int = 2021,
    place: str = "England",
    value: float = 1.5,
    status: str = "published report",
    source: str = "a report",
) -> str:
    return TWO.format(year, place, value, status, source)


def made(benchmarks: str = "", **tables: str) -> Chapter:
    # one row at least: an empty file is refused
    rest = "2015,WRES,4,England,White over BME,1.2,ratio,unverified,nowhere,"
    return chapter_of(trust_year(**tables), None, national(f"{rest}\n{benchmarks}"))


def compared(chapter: Chapter, number: str, breakdown: str, group: str = "") -> pd.Series:
    wanted = {"group": group} if group else {}
    return only(chapter, indicator=number, measure="comparison", breakdown=breakdown, **wanted)


def names(chapter: Chapter, number: str) -> list[str]:
    return list(chapter.rows(indicator=number, measure="comparison")["benchmark_name"])


def test_a_ratio_less_that_of_england_has_its_own_interval_moved_by_what_1_50_may_stand_for() -> (
    None
):
    chapter = made(line(), recruitment=COUNTS)
    own = only(chapter, indicator="2", measure="relative_likelihood", breakdown="all")
    row = compared(chapter, "2", "comparator=England")
    assert row["value"] == pytest.approx(0.5)
    assert row["lower"] == pytest.approx(own["lower"] - 1.505)
    assert row["upper"] == pytest.approx(own["upper"] - 1.495)
    assert (row["unit"], row["method"], row["confidence"]) == ("ratio", "koopman", 95)
    assert (row["verdict"], row["status"]) == ("above", "ok")
    assert (row["benchmark"], row["benchmark_name"], row["benchmark_year"]) == (
        1.5,
        "England",
        2021,
    )
    assert (row["group"], row["comparator_group"]) == ("White", "BME")
    assert (row["numerator"], row["denominator"]) == (200, 1000)
    assert row["reason"] == "source: a report"


def test_an_older_comparator_is_noted() -> None:
    row = compared(made(line(2019), recruitment=COUNTS), "2", "comparator=England")
    assert row["reason"] == "no figure for 2021 is at hand; 2019 is the latest; source: a report"


@pytest.mark.parametrize(
    ("lines", "year", "value"),
    [
        ([line(2019, value=1.4), line(2020, value=1.6), line(2022, value=1.7)], 2020, 1.6),
        ([line(2020, value=1.6), line(2021, value=1.7, status="unverified")], 2020, 1.6),
        ([line(2021, value=1.6, status="secondary source"), line(2021, value=1.7)], 2021, 1.7),
    ],
)
def test_the_latest_verified_not_after_the_report_is_chosen(
    lines: list[str], year: int, value: float
) -> None:
    row = compared(made("\n".join(lines), recruitment=COUNTS), "2", "comparator=England")
    assert (row["benchmark_year"], row["benchmark"]) == (year, value)


def of_region(region: str, kind: str, benchmarks: str) -> list[str]:
    year = trust_year(recruitment=COUNTS)
    year = replace(year, trust=year.trust.model_copy(update={"region": region, "type": kind}))
    return names(chapter_of(year, None, national(benchmarks)), "2")


@pytest.mark.parametrize(
    ("region", "place"),
    [
        ("North East and Yorkshire", "North East & Yorkshire"),
        ("North East & Yorkshire", "North East and Yorkshire"),
        ("East of England region", "East of England"),
        ("the Midlands", "Midlands"),
    ],
)
def test_the_trusts_region_is_found_however_it_is_spelt(region: str, place: str) -> None:
    (name,) = of_region(region, "acute", line(place=place))
    assert name.endswith(" region")


@pytest.mark.parametrize("region", ["London", "Wessex", "North"])
def test_another_region_is_not_the_trusts(region: str) -> None:
    assert of_region(region, "acute", line(place="North West")) == []


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        ("community", ["community trusts"]),
        ("Community provider", ["community trusts"]),
        ("mental health, learning disability and community", []),
        ("hospice", []),
    ],
)
def test_trusts_of_one_type_are_compared_with_that_type(kind: str, found: list[str]) -> None:
    assert of_region("London", kind, line(place="community trusts")) == found


def test_the_order_is_benchmark_group_england_region_type_own_and_local() -> None:
    chapter = made(
        "2021,WRES,9_board_share,England,BME,12.6,%,published report,a,\n"
        "2021,WRES,9_board_share,London,BME,17,%,published report,a,\n"
        "2021,WRES,9_board_share,acute trusts,BME,11,%,published report,a,",
        workforce=STAFF,
        board=SEATS,
        comparators="Our neighbour,2020,9,14,their report,BME,%,",
        local_population="North,100,20,census,2021",
    )
    assert names(chapter, "9")[:5] == [
        "England, all board members",
        "London region, all board members",
        "acute trusts, all board members",
        "Our neighbour",
        "local population of North",
    ]


def test_shares_of_staff_and_board_are_full_counts_without_interval_or_verdict() -> None:
    chapter = made(
        "2021,WRES,9_board_share,England,BME,12.5,%,published report,a,",
        workforce=STAFF,
        board=SEATS,
        local_population="North,100,20,census,2021",
    )
    for number, breakdown, value in (
        ("workforce", "comparator=local population of North", -5.0),
        ("9", "comparator=England", 12.5),  # 3 of 12
        ("9", "voting=yes;comparator=local population of North", 100 * 3 / 11 - 20),
    ):
        row = compared(chapter, number, breakdown)
        assert row["value"] == pytest.approx(value)
        assert row[["lower", "upper", "confidence"]].isna().all()
        assert (row["unit"], row["method"], row["verdict"]) == ("points", "", "")
    assert row["comparator_denominator"] == 100  # people of the area


def test_voting_members_are_not_compared_with_whole_boards() -> None:
    england = "2021,WRES,9_board_share,England,BME,12.5,%,published report,a,"
    voting = "all,yes,White,8\nall,yes,BME,3\nall,yes,Unknown,0"
    alone = made(england, workforce=STAFF, board=voting)
    row = compared(alone, "9", "voting=yes;comparator=England")
    assert (row["status"], row["reason"]) == (
        "not available",
        "one is of whole boards, the other of voting members alone",
    )
    assert row[["value", "benchmark"]].isna().all()
    share = only(alone, indicator="9", measure="share", breakdown="voting=yes", group="BME")
    assert pd.isna(share["benchmark"])
    # Where the whole board is given that is compared, and nothing is said of the voting members.
    whole = made(england, workforce=STAFF, board=SEATS)
    assert compared(whole, "9", "comparator=England")["value"] == pytest.approx(12.5)  # 3 of 12
    assert whole.rows(indicator="9", breakdown="voting=yes;comparator=England").empty


def test_a_local_population_of_ten_years_ago_is_dated_and_not_called_late() -> None:
    chapter = made(workforce=STAFF, local_population="North,,20,census,2011\nSouth,,9,survey,")
    north = compared(chapter, "workforce", "comparator=local population of North")
    south = compared(chapter, "workforce", "comparator=local population of South")
    assert (north["benchmark_year"], north["reason"]) == (2011, "source: census")
    assert pd.isna(south["benchmark_year"])


def survey(number: int, rows: str, benchmarks: str = "") -> Chapter:
    return made(benchmarks, staff_survey="\n".join(f"{number},{one}" for one in rows.split()))


GROUP = "survey_year=2020;comparator=NHS Staff Survey benchmark group"
ENGLAND = "survey_year=2020;comparator=England"


def test_eighteen_per_cent_of_49_is_not_above_fifteen() -> None:
    # Humber Teaching NHS FT 2021, indicator 8, as printed: 18.4% of 49 against 15.1%.
    chapter = survey(8, "2020,trust,BME,18.4,49,2020, 2020,benchmark,BME,15.1,,2020,")
    row = compared(chapter, "8", GROUP)
    assert row["value"] == pytest.approx(3.3)
    # Wilson, statsmodels.stats.proportion.proportion_confint(9.016, 49, method="wilson")
    assert row["lower"] == pytest.approx(10.0001 - 15.15, abs=0.001)
    assert row["upper"] == pytest.approx(31.3944 - 15.05, abs=0.001)
    assert row["verdict"] == "no clear difference"


@pytest.mark.parametrize(
    ("england", "lower", "upper", "verdict"),
    [
        # 16% of 400: Wilson 12.733 to 19.914 (statsmodels, method="wilson")
        ("20", 12.733 - 20.5, 19.914 - 19.5, "no clear difference"),
        ("20.1", 12.733 - 20.15, 19.914 - 20.05, "below"),
        ("21", 12.733 - 21.5, 19.914 - 20.5, "below"),
        ("12", 12.733 - 12.5, 19.914 - 11.5, "above"),
        ("12.7", 12.733 - 12.75, 19.914 - 12.65, "no clear difference"),
    ],
)
def test_a_figure_is_taken_as_no_more_exact_than_it_was_printed(
    england: str, lower: float, upper: float, verdict: str
) -> None:
    printed = f"2021,WRES,5,England,BME,{england},%,published report,a,"
    row = compared(survey(5, "2020,trust,BME,16,400,,", printed), "5", ENGLAND)
    assert row["lower"] == pytest.approx(lower, abs=0.001)
    assert row["upper"] == pytest.approx(upper, abs=0.001)
    assert (row["verdict"], row["value"]) == (verdict, pytest.approx(16 - float(england)))


def test_nothing_is_rounded_from_below_0_or_above_100() -> None:
    printed = "2021,WRES,5,England,BME,0,%,published report,a,"
    row = compared(survey(5, "2020,trust,BME,16,400,,", printed), "5", ENGLAND)
    assert row["upper"] == pytest.approx(19.914, abs=0.001)


def test_what_is_given_as_about_so_much_is_compared_with_nothing() -> None:
    about = "2021,WRES,5,England,BME,30,%,approximate,a page,"
    older = "2020,WRES,5,England,BME,30.3,%,secondary source,a page,"
    chapter = survey(5, "2020,trust,BME,30,400,,", f"{about}\n{older}")
    assert compared(chapter, "5", ENGLAND)["benchmark"] == 30.3


def test_both_groups_of_the_survey_are_compared_each_with_its_own() -> None:
    rows = "2020,trust,BME,30,400,, 2020,trust,White,20,900,, 2020,benchmark,White,25,,,"
    chapter = survey(5, rows, "2021,WRES,5,England,BME,29,%,published report,a,")
    assert compared(chapter, "5", GROUP)["group"] == "White"
    assert compared(chapter, "5", "survey_year=2020;comparator=England")["group"] == "BME"


def test_known_respondents_of_the_benchmark_group_widen_the_interval() -> None:
    chapter = survey(5, "2020,trust,BME,30,400,, 2020,benchmark,BME,20,1000,,")
    row = compared(chapter, "5", GROUP)
    # statsmodels.stats.proportion.confint_proportions_2indep(120, 400, 205, 1000, "newcomb")
    assert row["lower"] == pytest.approx(4.48276, abs=1e-4)
    # and with 195 of 1,000: a printed 20% stands for 19.5% to 20.5%
    assert row["upper"] == pytest.approx(15.71650, abs=1e-4)
    assert (row["method"], row["comparator_denominator"]) == ("newcombe", 1000)


def test_an_older_benchmark_group_stands_in_for_one_that_is_not_out() -> None:
    row = compared(survey(5, "2020,trust,BME,30,400,, 2019,benchmark,BME,20,,,"), "5", GROUP)
    assert (row["benchmark"], row["benchmark_year"]) == (20, 2020)
    assert row["benchmark_name"] == "NHS Staff Survey benchmark group, autumn 2019"
    assert row["reason"].startswith(
        "no figure of the autumn 2020 survey is at hand; that of the autumn 2019 survey is the "
        "latest"
    )


def test_few_answers_are_too_few_to_say() -> None:
    # 2 of 20 answers, where 15.1% would be 3
    chapter = survey(8, "2020,trust,BME,10,20,, 2020,benchmark,BME,15.1,,,")
    assert compared(chapter, "8", GROUP)["verdict"] == "too few to say"


def test_without_respondents_nothing_is_judged() -> None:
    row = compared(survey(8, "2020,trust,BME,10,,, 2020,benchmark,BME,15.1,,,"), "8", GROUP)
    assert row["value"] == pytest.approx(-5.1)
    assert (row["verdict"], row["status"]) == ("", "as published")
    assert row[["lower", "upper"]].isna().all()


@pytest.mark.parametrize(
    ("own", "other", "status"),
    [
        (",2020,", ",2020,", "as published"),
        (",2020,", ",2021,", "not available"),
        (",,", ",,", "not available"),
        (",2020,don't_know_included", ",2020,don't_know_excluded", "not available"),
        (",2020,don't_know_included", ",2021,don't_know_included", "as published"),
    ],
)
def test_the_two_bases_of_indicator_7_are_not_compared(own: str, other: str, status: str) -> None:
    rows = f"7,2020,trust,BME,80{own}\n7,2020,benchmark,BME,70{other}".replace("_", " ")
    rows = rows.replace("80,", "80,400,").replace("70,", "70,,")
    row = compared(made(staff_survey=rows), "7", GROUP)
    assert row["status"] == status
    if status == "not available":
        assert row[["value", "benchmark"]].isna().all()
        assert row["reason"] == "the base of its question differs, or is not known"


def test_a_trust_that_does_not_state_its_base_is_not_set_beside_england(
    ryv_2020: Chapter,
) -> None:
    # Its report prints 81% on an unknown base; England's 71.2% leaves "don't know" out.
    row = compared(ryv_2020, "7", "survey_year=2019;comparator=England")
    assert row["status"] == "not available"
    assert row[["value", "benchmark"]].isna().all()
    assert row["reason"] == "the base of its question differs, or is not known"


OWN = "{name},{year},{number},{value},their report,{group},{unit},{base}"


def own(**given: object) -> str:
    usual = {"name": "Elm", "year": 2020, "number": 2, "value": 1.5, "group": "", "unit": ""}
    return OWN.format(**(usual | {"base": ""} | given))


def test_a_trusts_own_comparator_is_taken_by_indicator_group_and_unit() -> None:
    chapter = made(
        recruitment=COUNTS,
        workforce=STAFF,
        board=SEATS,
        staff_survey="5,2020,trust,BME,30,400,,\n5,2020,trust,White,20,900,,",
        comparators="\n".join(
            [
                own(year=2019, value=1.4),
                own(),
                own(year=2022, value=1.9),
                own(number=5, value=28, unit="%"),
                own(number=5, value=22, group="White"),
                own(number="workforce", value=12),
                own(name="Ash", number=9, value=8, unit="%"),
                own(name="Oak", number=9, value=-4, unit="points"),
            ]
        ),
    )
    assert compared(chapter, "2", "comparator=Elm")["benchmark"] == 1.5
    five = "survey_year=2020;comparator=Elm"
    assert compared(chapter, "5", five, "BME")["benchmark"] == 28
    assert compared(chapter, "5", five, "White")["benchmark"] == 22
    assert compared(chapter, "workforce", "comparator=Elm")["value"] == pytest.approx(3)
    assert compared(chapter, "9", "comparator=Ash")["value"] == pytest.approx(25 - 8)
    difference = compared(chapter, "9", "comparator=Oak (difference)")
    assert difference["value"] == pytest.approx((25 - 15) - -4)
    assert chapter.rows(indicator="9", breakdown="comparator=Oak").empty


WHOLE = "all,all,White,9\nall,all,BME,3\nall,all,Unknown,0"
VOTERS = "all,yes,White,8\nall,yes,BME,3\nall,yes,Unknown,0"
APART = "one is of whole boards, the other of voting members alone"


@pytest.mark.parametrize(
    ("seats", "board", "told"),
    [
        # 3 of 12 are 25%, 3 of 11 voting members 27.3%
        (WHOLE, "", {"comparator=Ash": 25 - 14}),
        (WHOLE, "whole board", {"comparator=Ash": 25 - 14}),
        (WHOLE, "voting members", {"comparator=Ash": APART}),
        (VOTERS, "", {"voting=yes;comparator=Ash": APART}),
        (VOTERS, "voting members", {"voting=yes;comparator=Ash": 300 / 11 - 14}),
        # where both are known, the comparator stands beside the one that it is like
        (SEATS, "", {"comparator=Ash": 25 - 14}),
        (SEATS, "voting members", {"voting=yes;comparator=Ash": 300 / 11 - 14}),
    ],
)
def test_a_board_is_set_beside_a_board_of_the_same_members(
    seats: str, board: str, told: dict[str, float | str]
) -> None:
    ash = f"name,year,indicator,value,source,group,unit,board\nAsh,2021,9,14,its report,,%,{board}"
    chapter = made(workforce=STAFF, board=seats, comparators=ash)
    rows = chapter.rows(indicator="9", measure="comparison")
    ((breakdown, one),) = told.items()
    assert list(rows["breakdown"]) == [breakdown]
    (row,) = (row for _, row in rows.iterrows())
    if isinstance(one, str):
        assert (row["status"], row["reason"]) == ("not available", one)
        assert row[["value", "benchmark"]].isna().all()
    else:
        assert row["value"] == pytest.approx(one)


def test_a_name_stays_one_part_of_the_breakdown() -> None:
    chapter = made(recruitment=COUNTS, comparators=own(name="Elm; or = Oak"))
    row = compared(chapter, "2", "comparator=Elm or Oak")
    assert row["benchmark_name"] == "Elm; or = Oak"


def test_a_figure_that_is_not_available_is_compared_with_none() -> None:
    chapter = made(line(), recruitment="White,10,2\nUnknown,0,0")
    assert names(chapter, "2") == []


def test_only_the_headline_figures_are_compared() -> None:
    chapter = made(
        "\n".join([line(), "2021,WRES,5,England,BME,29,%,published report,a,"]),
        recruitment=COUNTS.replace("0,0", "20,4"),
        staff_survey="5,2019,trust,BME,31,400,,\n5,2020,trust,BME,30,400,,",
    )
    assert list(chapter.rows(measure="comparison")["breakdown"]) == [
        "comparator=England",
        "survey_year=2020;comparator=England",
    ]


def test_a_ratio_of_one_event_over_many_is_compared_with_an_upper_limit() -> None:
    three = '2021,WRES,3,England,"BME over White",1.14,ratio,published report,a,'
    few = made(three, disciplinary="White,900,200\nBME,90,1\nUnknown,0,0")
    row = compared(few, "3", "comparator=England")
    assert row["upper"] < inf


def protected(**tables: str) -> TrustYear:
    return protect(with_totals(trust_year(**tables)), load_profile("public"))


def test_a_comparison_of_a_withheld_figure_gives_nothing_back() -> None:
    benchmarks = national(
        "\n".join(
            [
                '2021,WRES,3,England,"BME over White",1.14,ratio,published report,a,',
                "2021,WRES,5,England,BME,29,%,published report,a,",
            ]
        )
    )
    now = protected(
        disciplinary="White,2643,17\nBME,143,1\nUnknown,243,9",
        staff_survey="5,2020,trust,BME,30,10,,",
    )
    frame = compute_results(now, [], benchmarks)
    rows = frame[frame["measure"].eq("comparison")]
    assert list(rows["indicator"]) == ["3", "5"]
    assert set(rows["status"]) == {"suppressed"}
    assert set(rows["reason"]) == {WITHHELD}
    told = ["value", "lower", "upper", "numerator", "denominator", "comparator_numerator"]
    assert rows[[*told, "comparator_denominator", "confidence"]].isna().all(axis=None)
    assert set(rows["verdict"]) | set(rows["method"]) == {""}


@pytest.mark.parametrize(
    ("base", "told"), [("don't know included", [48.8]), ("don't know excluded", [])]
)
def test_a_withheld_figure_keeps_the_base_of_its_question(base: str, told: list[float]) -> None:
    line = f'2021,WRES,7,England,BME,48.8,%,published report,a,"{base}"'
    now = protected(staff_survey="7,2020,trust,BME,40,10,,don't know included")
    frame = compute_results(now, [], national(line))
    own = frame[frame["indicator"].eq("7") & frame["group"].eq("BME")]
    own = own[own["measure"].eq("percentage")]
    assert set(own["status"]) == {"suppressed"}
    assert list(own["benchmark"].dropna()) == told


def test_a_ratio_over_zero_lies_beside_a_comparator_by_its_interval_alone() -> None:
    # White over BME: 200 of 1,000 over 0 of 1,000, whose score interval begins at 52.0.
    chapter = made(line(), recruitment="White,1000,200\nBME,1000,0\nUnknown,0,0")
    own = only(chapter, indicator="2", measure="relative_likelihood", breakdown="all")
    row = compared(chapter, "2", "comparator=England")
    assert (own["status"], row["status"]) == ("over 0", "over 0")
    assert pd.isna(row["value"])
    assert (row["lower"], row["upper"]) == (pytest.approx(own["lower"] - 1.505), inf)
    assert row["verdict"] == "above"
