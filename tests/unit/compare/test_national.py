"""Which national figures a report may tell of."""

from __future__ import annotations

from dataclasses import replace

from tests.unit.indicators.trusts import national, trust_year
from wres.compare import national_figures
from wres.sources import TrustYear

FIGURES = """
    2016,WRES,5,England,BME,29.1,%,secondary source,a web page,
    2016,WRES,5,England,BME,28.4,%,published report,a report,
    2020,survey,8,England,"BME, England",15.1,%,published report,a report,
    2021,survey,8,England,BME,16.7,%,published report,a later report,
    2020,not stated,5,England,BME,30.3,%,published report,a report,
    2021,WRES,2,England,White over BME,1.61,ratio,unverified,nobody saw it,
    2021,WRES,2,London,"White over BME, London",1.43,ratio,secondary source,a table,
    2021,WRES,2,Midlands,White over BME,1.46,ratio,secondary source,a table,
    2019,WRES,3,England,trusts with ratio > 1.25,135,trusts of 231,secondary source,a page,
"""


def in_region(region: str) -> TrustYear:
    made = trust_year(recruitment="White,10,1\nBME,10,1\nUnknown,0,0")
    return replace(made, trust=made.trust.model_copy(update={"region": region}))


def told(region: str = "London") -> list[tuple[object, ...]]:
    return [
        (one["year"], one["indicator"], one["geography"], one["group"], one["value"])
        for one in national_figures(national(FIGURES), in_region(region))
    ]


def test_figures_of_england_and_the_own_region_are_told_up_to_the_reports_year() -> None:
    # 2020's autumn survey belongs to the report of 2021, that of 2021 to a later one
    assert told() == [
        (2016, "5", "England", "BME", 28.4),
        (2016, "5", "England", "BME", 29.1),
        (2019, "3", "England", "", 135.0),
        (2021, "8", "England", "BME", 15.1),
        (2021, "2", "London", "White over BME", 1.43),
    ]


def test_a_region_that_is_none_of_the_nhs_has_no_figures_of_its_own() -> None:
    assert {place for _, _, place, _, _ in told("West Hertfordshire")} == {"England"}


def test_what_is_counted_is_kept_in_words_where_it_is_no_ethnic_group() -> None:
    figures = national_figures(national(FIGURES), in_region("London"))
    assert [one["counted"] for one in figures if not one["group"]] == ["trusts with ratio > 1.25"]
