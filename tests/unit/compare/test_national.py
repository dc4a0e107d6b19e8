"""Which national figures a report may tell of: those that it may be compared with."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.unit.indicators.trusts import national, trust_year
from wres.compare import national_figures
from wres.counts import with_totals
from wres.definitions.comparators import source_of
from wres.indicators import compute_results
from wres.loading import load_chapter
from wres.sources import TrustYear, load_benchmarks
from wres.tables import comparison_table, national_table

FIGURES = """
    2016,WRES,5,England,BME,29.1,%,secondary source,a web page,
    2016,WRES,5,England,BME,28.4,%,published report,a report,
    2020,survey,8,England,"BME, England",15.1,%,published report,a report,
    2021,survey,8,England,BME,16.7,%,published report,a later report,
    2020,not stated,5,England,BME,30.3,%,published report,a report,
    2021,WRES,2,England,White over BME,1.61,ratio,unverified,nobody saw it,
    2021,WRES,5,England,BME,30,%,approximate,'around 30',
    2021,WRES,2,London,"White over BME, London",1.43,ratio,secondary source,a table,
    2021,WRES,2,Midlands,White over BME,1.46,ratio,secondary source,a table,
    2021,WRES,2,acute trusts,White over BME,1.5,ratio,secondary source,a table,
    2021,WRES,2,community trusts,White over BME,1.6,ratio,secondary source,a table,
    2019,WRES,3,England,trusts with ratio > 1.25,135,trusts of 231,secondary source,a page,
"""
ALIKE = """
    2021,WRES,5,England,White,25.5,%,secondary source,a page,
    2021,WRES,workforce_share,England,BME,22.4,%,secondary source,a page,
    2021,WRES,workforce_share,England,White,70,%,secondary source,a page,
    2021,WRES,workforce_share,England,BME,309532,headcount,secondary source,a page,
    2021,WRES,9_board_share,England,Unknown,5,%,secondary source,a page,
    2021,WRES,1_VSM,England,BME,9.2,%,secondary source,a page,
"""


def of_trust(region: str, kind: str = "acute") -> TrustYear:
    made = trust_year(recruitment="White,10,1\nBME,10,1\nUnknown,0,0")
    return replace(made, trust=made.trust.model_copy(update={"region": region, "type": kind}))


def told(
    region: str = "London", kind: str = "acute", figures: str = FIGURES
) -> list[tuple[object, ...]]:
    return [
        (one["year"], one["indicator"], one["geography"], one["group"], one["value"])
        for one in national_figures(national(figures), of_trust(region, kind))
    ]


def test_figures_of_england_the_own_region_and_type_are_told_up_to_the_reports_year() -> None:
    # 2020's autumn survey belongs to the report of 2021, that of 2021 to a later one
    assert told() == [
        (2016, "5", "England", "BME", 28.4),
        (2016, "5", "England", "BME", 29.1),
        (2021, "8", "England", "BME", 15.1),
        (2021, "2", "London", "White over BME", 1.43),
        (2021, "2", "acute", "White over BME", 1.5),
    ]


def test_a_region_that_is_none_of_the_nhs_has_no_figures_of_its_own() -> None:
    assert {place for _, _, place, _, _ in told("West Hertfordshire", "hospice")} == {"England"}


def test_only_figures_like_those_that_are_compared_are_told() -> None:
    assert [(code, group, value) for _, code, _, group, value in told(figures=ALIKE)] == [
        ("5", "White", 25.5),
        ("workforce_share", "BME", 22.4),
    ]


def named(**printed: str) -> list[dict[str, Any]]:
    """Give a file's figures of indicators 5 and 8, each printed under a name or none."""
    lines = "2016,WRES,{},England,BME,28.4,%,published report,a note,"
    table = national("\n".join(lines.format(code) for code in "58"))
    table["printed_as"] = [printed.get(f"name_{code}") for code in "58"]
    return national_figures(table, of_trust("London"))


def test_a_publication_without_a_name_is_left_out_where_others_have_one() -> None:
    assert [(one["indicator"], one["source"]) for one in named(name_5="A Journal")] == [
        ("5", "A Journal")
    ]
    assert [one["source"] for one in named()] == ["a note", "a note"]


def test_a_comparison_names_its_publication_as_it_is_printed() -> None:
    lines = "2021,WRES,2,England,White over BME,{},ratio,{},HSJ 7039600 regional table,"
    table = national(
        f"{lines.format(1.5, 'secondary source')}\n{lines.format(1.6, 'published report')}"
    )
    table["printed_as"] = ["A Journal", None]
    frame = compute_results(with_totals(of_trust("London")), [], table)
    (row,) = (row for _, row in frame[frame["measure"].eq("comparison")].iterrows())
    # the better attested one has no publication that could be named
    assert (row["benchmark"], source_of(row["reason"])) == (1.5, "A Journal")


@pytest.mark.parametrize(("trust", "year"), [("RYV", 2020), ("RV9", 2021), ("ZZ1", 2024)])
def test_every_national_figure_beside_the_trusts_stands_in_the_national_table(
    data: Path, trust: str, year: int
) -> None:
    chapter = load_chapter(data, trust, year, "internal")
    rows = chapter.rows(measure="comparison")
    beside = rows[rows["benchmark"].notna() & rows["benchmark_name"].str.match("England|.* region")]
    shown = {
        (one.year, one.value, one.source, one.geography == "England") for one in chapter.national
    }
    assert len(beside) > 3
    assert {
        (
            int(row["benchmark_year"]),
            row["benchmark"],
            source_of(row["reason"]),
            row["benchmark_name"].startswith("England"),
        )
        for _, row in beside.iterrows()
    } <= shown
    england = chapter.results["benchmark_name"].str.startswith("England")
    earlier = chapter.results[england & chapter.results["benchmark"].notna()]
    pairs = {(int(row["benchmark_year"]), row["benchmark"]) for _, row in earlier.iterrows()}
    assert pairs <= {(one.year, one.value) for one in chapter.national}
    table = national_table(chapter)
    assert table is not None
    assert comparison_table(chapter) is not None


def test_no_two_figures_of_one_source_disagree_and_others_may(data: Path) -> None:
    table = load_benchmarks(data)
    figures = national_figures(table, of_trust("London"))
    keys = ("year", "indicator", "geography", "group", "base")
    with_source = [tuple(one[key] for key in (*keys, "source")) for one in figures]
    assert len(with_source) == len(set(with_source))
    boards = [one["value"] for one in figures if _is_of_boards_2019(one)]
    assert boards == [8.4, 7.0]


def _is_of_boards_2019(one: dict[str, Any]) -> bool:
    return (one["indicator"], one["year"], one["geography"]) == ("9_board_share", 2019, "England")
