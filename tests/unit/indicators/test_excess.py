"""Excess events: what a ratio comes to in people."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.unit.indicators.trusts import chapter, chapter_of, only, trust_year
from wres.chapters.reading import Chapter
from wres.counts import with_totals
from wres.disclosure import load_profile, protect
from wres.indicators import compute_results

TABLE = {"2": "recruitment", "3": "disciplinary", "4": "training"}


def excess(made: Chapter, number: str, breakdown: str = "all") -> pd.Series:
    return only(made, indicator=number, measure="excess_events", breakdown=breakdown)


@pytest.mark.parametrize("number", TABLE)
def test_excess_is_of_bme_people_whichever_group_stands_above(number: str) -> None:
    # White 20 of 100; of 50 BME people 10 would be the same, and there were 14.
    row = excess(chapter(**{TABLE[number]: "White,100,20\nBME,50,14"}), number)
    assert (row["group"], row["comparator_group"], row["unit"]) == ("BME", "White", "headcount")
    assert row["value"] == pytest.approx(4.0)
    counts = ("numerator", "denominator", "comparator_numerator", "comparator_denominator")
    assert [row[name] for name in counts] == [14, 50, 20, 100]
    assert row["verdict"] == ""
    assert pd.isna(row["lower"])


def test_fewer_events_than_expected_are_negative() -> None:
    assert excess(chapter(training="White,100,20\nBME,50,5"), "4")["value"] == pytest.approx(-5)


def test_excess_exists_where_the_ratio_does_not_for_want_of_events_to_divide_by() -> None:
    assert excess(chapter(disciplinary="White,2643,0\nBME,143,3"), "3")["value"] == 3.0


def test_events_of_two_years_are_told_over_two_years() -> None:
    header = "ethnicity,workforce,entered_process,years\n"
    made = chapter(disciplinary=header + "White,1000,20,2\nBME,100,6,2")
    row = excess(made, "3")
    # 20 of 1,000 over two years, hence 2 of 100; there were 6.
    assert row["value"] == pytest.approx(4.0)
    assert row["reason"].startswith("two-year average")


def test_excess_without_applicants_from_abroad_stands_beside_that_ratio() -> None:
    header = "ethnicity,shortlisted,appointed,international\n"
    made = chapter(recruitment=header + "White,100,28,10\nBME,50,23,20\nUnknown,9,1,0")
    # 18 of 90, hence 6 of 30; there were 3.
    row = excess(made, "2", "recruitment=without international")
    assert row["value"] == pytest.approx(-3.0)


@pytest.mark.parametrize(
    "counts",
    ["White,100,20\nBME,0,0", "White,0,0\nBME,50,5", "White,100,20", "White,100,20\nBME,5,9"],
)
def test_counts_that_give_no_likelihood_give_no_excess(counts: str) -> None:
    made = chapter(disciplinary=counts)
    assert made.rows(measure="excess_events").empty


def test_published_ratio_without_counts_gives_no_excess() -> None:
    made = chapter_of(trust_year(published_ratios="3,2021,BME,White,1.4,"))
    assert made.rows(measure="excess_events").empty


def test_withheld_counts_give_no_excess() -> None:
    read = with_totals(trust_year(disciplinary="White,1800,28\nBME,150,2\nUnknown,50,1"))
    results = compute_results(protect(read, load_profile("public")))
    ratios = results[results["measure"].eq("relative_likelihood") & results["indicator"].eq("3")]
    assert list(ratios["status"]) == ["suppressed"]
    assert not results["measure"].eq("excess_events").any()
