"""The interval of a change and what it shows."""

from __future__ import annotations

from math import hypot, sqrt

import pandas as pd
import pytest
from statsmodels.stats.proportion import confint_proportions_2indep

from tests.unit.indicators.trusts import chapter_of, only, trust_year
from wres.chapters.reading import Chapter

WIDE = "White,100,20\nBME,50,5\nUnknown,0,0"  # ratio 2.0
BEFORE = "White,90,18\nBME,30,6\nUnknown,0,0"  # ratio 1.0


def ratio_change(now: str, before: str, table: str = "recruitment") -> tuple[pd.Series, Chapter]:
    made = chapter_of(trust_year(**{table: now}), trust_year(2020, **{table: before}))
    number = {"recruitment": "2", "disciplinary": "3"}[table]
    wanted = {"group": "White", "comparator_group": "BME"}
    if number == "3":
        wanted = {"group": "BME", "comparator_group": "White"}
    return only(made, indicator=number, measure="change", breakdown="all", **wanted), made


def test_change_of_a_ratio_has_the_interval_of_zou_and_donner() -> None:
    change, made = ratio_change(WIDE, BEFORE)
    ratio = {"indicator": "2", "measure": "relative_likelihood"}
    now = only(made, breakdown="all", **ratio)
    then = only(made, breakdown="year=2020", **ratio)
    lower = 1.0 - hypot(now["value"] - now["lower"], then["upper"] - then["value"])
    upper = 1.0 + hypot(now["upper"] - now["value"], then["value"] - then["lower"])
    assert [change["lower"], change["upper"]] == pytest.approx([lower, upper])
    assert (change["method"], change["confidence"]) == ("mover", 95)


@pytest.mark.parametrize(
    ("now", "before", "verdict"),
    [
        (WIDE, BEFORE, "no clear change"),
        # ratios 1.0 and 4.0 of many people, and the other way round
        ("White,2000,400\nBME,2000,400\nUnknown,0,0", "White,2000,800\nBME,2000,200", "improved"),
        ("White,2000,800\nBME,2000,200\nUnknown,0,0", "White,2000,400\nBME,2000,400", "worsened"),
        # clearly above 1 before, clearly below 1 now: no nearer, and no chance either
        ("White,2000,200\nBME,2000,400\nUnknown,0,0", "White,2000,400\nBME,2000,200", "crossed"),
        ("White,100,20\nBME,10,1\nUnknown,0,0", BEFORE, "too few to say"),
    ],
)
def test_change_of_a_ratio_is_judged_by_its_interval_its_counts_and_the_way_to_1(
    now: str, before: str, verdict: str
) -> None:
    assert ratio_change(now, before)[0]["verdict"] == verdict


def survey_change(now: str, before: str, group: str = "BME", number: str = "5") -> pd.Series:
    lines = f"{number},2020,trust,{now},2020,\n{number},2019,trust,{before},2020,"
    made = chapter_of(trust_year(staff_survey=lines))
    return only(made, indicator=number, measure="change", breakdown="survey_year=2020", group=group)


def test_change_of_a_survey_figure_has_newcombes_interval() -> None:
    change = survey_change("BME,24,50", "BME,32,40")
    low, high = confint_proportions_2indep(12, 50, 12.8, 40, method="newcomb", compare="diff")
    assert [change["lower"], change["upper"]] == pytest.approx([100 * low, 100 * high])
    assert (change["method"], change["verdict"]) == ("newcombe", "no clear change")
    assert (change["denominator"], change["comparator_denominator"]) == (50, 40)


@pytest.mark.parametrize(
    ("number", "now", "before", "verdict"),
    [
        ("5", "BME,20,900", "BME,30,900", "improved"),
        ("5", "BME,30,900", "BME,20,900", "worsened"),
        ("7", "BME,55,900", "BME,45,900", "improved"),
        ("7", "BME,45,900", "BME,55,900", "worsened"),
        ("8", "BME,8,30", "BME,40,12", "too few to say"),
        ("8", "BME,7,", "BME,30,", ""),
        ("8", "BME,7,900", "BME,30,", ""),
    ],
)
def test_change_of_a_survey_figure_is_judged_by_its_good_direction(
    number: str, now: str, before: str, verdict: str
) -> None:
    change = survey_change(now, before, number=number)
    assert change["verdict"] == verdict
    assert pd.isna(change["lower"]) == (verdict == "")


def test_change_of_a_gap_is_made_of_the_intervals_of_both_gaps() -> None:
    lines = (
        "5,2020,trust,White,20,900,,\n5,2020,trust,BME,22,300,,\n"
        "5,2019,trust,White,20,900,,\n5,2019,trust,BME,34,300,,"
    )
    made = chapter_of(trust_year(staff_survey=lines))
    wanted = {"indicator": "5", "group": "BME", "comparator_group": "White"}
    change = only(made, measure="change", breakdown="survey_year=2020", **wanted)
    now, then = (
        only(made, measure="gap", breakdown=f"survey_year={y}", **wanted) for y in (2020, 2019)
    )
    reach = sqrt((now["value"] - now["lower"]) ** 2 + (then["upper"] - then["value"]) ** 2)
    assert change["lower"] == pytest.approx(2 - 14 - reach)
    assert (change["method"], change["verdict"]) == ("mover", "improved")


STAFF = "all,all,White,850\nall,all,BME,150\nall,all,Unknown,0"


@pytest.mark.parametrize(
    ("now", "before", "verdict"),
    [
        ((9, 1), (10, 0), "improved"),  # of 15%: -15 to -5, a seat of 10 points
        ((10, 0), (9, 1), "worsened"),
        ((10, 0), (10, 0), "no clear change"),
        ((7, 3), (10, 0), "crossed"),  # -15 to +15
        ((11, 1), (10, 1), "no clear change"),  # an empty chair filled: -5.9 to -6.7
        ((19, 1), (9, 1), "worsened"),  # -5 to -10: half a seat of ten
        ((17, 1), (9, 1), "no clear change"),  # -5 to -9.4
        # To the other side, -15 to +10: 5 points nearer or further, half a seat of four is 12.5.
        ((3, 1), (4, 0), "no clear change"),
        ((4, 0), (3, 1), "no clear change"),
        ((5, 1), (6, 0), "improved"),  # -15 to +1.7: 13.3 nearer, half a seat of six is 8.3
    ],
)
def test_board_is_judged_by_half_a_seat_and_has_no_interval(
    now: tuple[int, int], before: tuple[int, int], verdict: str
) -> None:
    boards = [f"all,all,White,{w}\nall,all,BME,{b}\nall,all,Unknown,0" for w, b in (now, before)]
    made = chapter_of(
        trust_year(workforce=STAFF, board=boards[0]),
        trust_year(2020, workforce=STAFF, board=boards[1]),
    )
    change = only(made, indicator="9", measure="change", breakdown="all", group="BME")
    assert change["verdict"] == verdict
    assert pd.isna(change["lower"])


def test_board_as_near_as_its_seats_allow_in_both_years_has_not_crossed() -> None:
    """2 of 8 seats both times, and 24.4% of staff, then 30.9%: +0.6 and -5.9 points.

    Half a seat of eight is 6.25 points: in neither year would another number be nearer.
    """
    board = "all,all,White,6\nall,all,BME,2\nall,all,Unknown,0"
    years = [
        trust_year(
            year,
            workforce=f"all,all,White,{1000 - bme}\nall,all,BME,{bme}\nall,all,Unknown,0",
            board=board,
        )
        for year, bme in ((2021, 309), (2020, 244))
    ]
    change = only(chapter_of(*years), indicator="9", measure="change", breakdown="all", group="BME")
    assert change["value"] == pytest.approx(-6.5)
    assert change["verdict"] == "no clear change"


def test_full_counts_of_staff_have_no_interval_and_no_verdict() -> None:
    before = trust_year(2020, workforce=STAFF.replace("150", "100"))
    made = chapter_of(trust_year(workforce=STAFF), before)
    change = only(made, indicator="workforce", measure="change", breakdown="all", group="BME")
    assert (change["verdict"], change["method"], pd.isna(change["lower"])) == ("", "", True)


def test_ratio_printed_without_counts_has_no_verdict() -> None:
    made = chapter_of(trust_year(published_ratios="2,2021,White,BME,1.5,\n2,2020,White,BME,0.7,"))
    change = only(made, indicator="2", measure="change", comparator_group="BME")
    assert (change["verdict"], pd.isna(change["lower"])) == ("", True)


def test_board_printed_as_0_percent_had_no_seat_whatever_its_size(ryv_2020: Chapter) -> None:
    # The report of 2019 prints 0% without seats, of 275 of 2,534 staff; 1 of 12 beside 284 of 2,480
    # is nearer by 7.7 points, and half a seat of twelve is 4.2.
    row = only(ryv_2020, indicator="9", measure="change", breakdown="voting=yes", group="BME")
    assert row["value"] == pytest.approx(100 * (1 / 12 - 284 / 2480 + 275 / 2534))
    assert (row["verdict"], row["status"], row["comparator_numerator"]) == ("improved", "ok", 0)


@pytest.mark.parametrize(
    ("now", "before"),
    [
        ("all,all,White,92\nall,all,BME,8\nall,all,Unknown,0", "11\n1"),  # printed now
        ("all,all,White,100\nall,all,BME,0\nall,all,Unknown,0", ""),  # printed 0% in both years
    ],
)
def test_board_without_any_size_or_with_unknown_seats_is_not_judged(now: str, before: str) -> None:
    earlier = {"board_percent": "all,all,White,100\nall,all,BME,0\nall,all,Unknown,0"}
    if before:
        white, bme = before.split()
        earlier = {"board": f"all,all,White,{white}\nall,all,BME,{bme}\nall,all,Unknown,0"}
    made = chapter_of(
        trust_year(workforce=STAFF, board_percent=now), trust_year(2020, workforce=STAFF, **earlier)
    )
    change = only(made, indicator="9", measure="change", breakdown="all", group="BME")
    assert change["verdict"] == ""
