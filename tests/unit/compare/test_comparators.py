"""A figure beside the latest published figures of others."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.unit.indicators.trusts import chapter_of, national, only, trust_year
from wres.chapters.reading import Chapter

COUNTS = "White,100,20\nBME,50,5\nUnknown,0,0"  # ratio 2


def ratio(made: Chapter) -> pd.Series:
    return only(made, indicator="2", measure="relative_likelihood", breakdown="all")


ENGLAND = '"White over BME, England"'
LINE = "{year},WRES,2,England,{group},{value},{unit},{status},somewhere,"


def benchmark(
    year: int = 2021,
    value: float = 1.5,
    group: str = ENGLAND,
    unit: str = "ratio",
    status: str = "secondary source",
) -> str:
    return LINE.format(year=year, group=group, value=value, unit=unit, status=status)


@pytest.mark.parametrize(
    ("lines", "year", "value"),
    [
        ([benchmark(2019, 1.4), benchmark(2020, 1.6)], 2020, 1.6),
        ([benchmark(2020, 1.6), benchmark(2021, 1.5)], 2021, 1.5),
        ([benchmark(2020, 1.6), benchmark(2022, 1.7)], 2020, 1.6),
        ([benchmark(2020, 1.6), benchmark(2021, 1.5, status="unverified")], 2020, 1.6),
        ([benchmark(2020, 1.6), benchmark(2021, 1.5, group="trusts with ratio > 1")], 2020, 1.6),
        ([benchmark(value=1.6), benchmark(value=1.5, status="published report")], 2021, 1.5),
        ([benchmark(2020, 1.6), benchmark().replace("WRES", "survey")], 2020, 1.6),
        ([benchmark(2020, 1.6), benchmark().replace("2,England", "2,London")], 2020, 1.6),
    ],
)
def test_benchmark_is_the_latest_verified_of_the_same_figure_not_after_the_report(
    lines: list[str], year: int, value: float
) -> None:
    made = chapter_of(trust_year(recruitment=COUNTS), None, national("\n".join(lines)))
    row = ratio(made)
    assert (row["benchmark"], row["benchmark_year"], row["benchmark_name"]) == (
        value,
        year,
        "England",
    )


@pytest.mark.parametrize("line", [benchmark(2022), benchmark(status="unverified")])
def test_figure_without_a_printable_benchmark_has_none(line: str) -> None:
    row = ratio(chapter_of(trust_year(recruitment=COUNTS), None, national(line)))
    assert pd.isna(row["benchmark"])
    assert row["benchmark_name"] == ""


def test_scenarios_and_bands_are_not_set_beside_a_national_figure() -> None:
    lines = [
        benchmark(),
        "2021,WRES,workforce_share,England,BME,22.4,%,published report,somewhere,",
    ]
    now = trust_year(
        recruitment=COUNTS.replace("0,0", "4,1"),
        workforce="all,all,White,80\nall,all,BME,15\nall,all,Unknown,5\nall,9,BME,1",
    )
    made = chapter_of(now, None, national("\n".join(lines)))
    beside = made.results[made.results["benchmark"].notna()]
    beside = beside[beside["measure"].ne("comparison")]
    assert list(beside["indicator"]) == ["workforce", "2"]
    assert set(beside["breakdown"]) == {"all"}


SEVEN = "{},WRES,7,England,BME,{},%,secondary source,somewhere,{}"
SERIES = national(
    "\n".join(
        [
            SEVEN.format(2020, 71.2, "don't know excluded"),
            SEVEN.format(2022, 44.4, "don't know included"),
        ]
    )
)


@pytest.mark.parametrize(
    ("report", "survey", "value"),
    [
        # one edition may print the question on either base
        (2022, "7,2021,trust,BME,45,,2021,", None),
        (2022, "7,2021,trust,BME,45,,,don't know included", 44.4),
        (2022, "7,2021,trust,BME,70,,2020,don't know excluded", 71.2),
        (2022, "7,2021,trust,BME,45,,,", None),
        (2021, "7,2020,trust,BME,70,,2020,", None),
        (2023, "7,2022,trust,BME,45,,2022,don't know included", 44.4),
        # older rows of another edition are no licence for its benchmark
        (2023, "7,2022,trust,BME,45,,2022,\n7,2019,trust,BME,70,,2019,", None),
        (2023, "7,2022,trust,BME,45,,2022,\n7,2019,benchmark,BME,70,,2019,", None),
    ],
)
def test_national_figure_of_indicator_7_needs_the_edition_or_base_of_the_reports_own_survey(
    report: int, survey: str, value: float | None
) -> None:
    made = chapter_of(trust_year(report, staff_survey=survey), None, SERIES)
    breakdown = f"survey_year={report - 1}"
    row = only(made, indicator="7", measure="percentage", breakdown=breakdown, group="BME")
    assert (None if pd.isna(row["benchmark"]) else row["benchmark"]) == value


def test_benchmark_group_of_the_survey_comes_before_england() -> None:
    now = trust_year(staff_survey="5,2020,trust,BME,24,,,\n5,2020,benchmark,BME,32.1,,,")
    england = national("2021,WRES,5,England,BME,28.9,%,published report,somewhere,")
    row = only(
        chapter_of(now, None, england),
        indicator="5",
        measure="percentage",
        breakdown="survey_year=2020",
        group="BME",
    )
    assert row["benchmark"] == 32.1


def test_share_of_the_board_is_compared_and_its_difference_is_not() -> None:
    board = national("2021,WRES,9_board_share,England,BME,12.6,%,published report,somewhere,")
    now = trust_year(
        workforce="all,all,White,80\nall,all,BME,15\nall,all,Unknown,5",
        board="all,all,White,9\nall,all,BME,1\nall,all,Unknown,0",
    )
    made = chapter_of(now, None, board)
    wanted = {"indicator": "9", "breakdown": "all", "group": "BME"}
    assert only(made, measure="share", **wanted)["benchmark"] == 12.6
    assert only(made, measure="share", **wanted)["benchmark_name"] == "England, all board members"
    assert pd.isna(only(made, measure="difference", **wanted)["benchmark"])
