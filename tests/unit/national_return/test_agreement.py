"""What is published after the return equals it, or says why."""

import pytest

from wres.counts import with_totals
from wres.indicators import compute_results
from wres.national_return import (
    build_return,
    compare_with_results,
    differences,
    read_return,
    save_return,
)
from wres.results import Result, results_frame
from wres.sources.folders import YearFolder


def published(trust_year):
    return compute_results(with_totals(trust_year))


@pytest.fixture
def returned(trust_year, tmp_path):
    kept = YearFolder(tmp_path / "kept", "RXX", 2024)
    kept.path.mkdir(parents=True)
    save_return(build_return(trust_year), kept.path / "return.csv")
    return read_return(kept)


def figure(**figures):
    return results_frame([Result(organisation="RXX", year=2024, **figures)])


def headcount(indicator, breakdown, group, value):
    return figure(
        indicator=indicator,
        measure="headcount",
        breakdown=breakdown,
        group=group,
        value=value,
        numerator=value,
        unit="headcount",
    )


def test_results_of_the_same_counts_agree_with_the_return(trust_year, returned):
    assert compare_with_results(returned, published(trust_year)) == []


def test_every_indicator_of_the_form_is_compared(trust_year, returned):
    doubled = returned.assign(value=returned["value"] * 3 + 1)
    compared = {
        field for found in differences(doubled, published(trust_year)) for field in found.fields
    }
    blank = set(returned.loc[returned["value"].isna(), "field"])
    assert compared == set(returned["field"]) - blank - {"47T"}


def test_a_count_that_changed_since_is_named_with_its_field_and_both_figures(make, returned):
    now = make(training="ethnicity,workforce,accessed\nWhite,224,121\nBME,67,30\nUnknown,9,2\n")
    problems = compare_with_results(returned, published(now), "data/RXX/2024/return.csv")
    assert [str(problem) for problem in problems] == [
        "data/RXX/2024/return.csv, column value: field 39W must equal the published figure "
        "(indicator 4, White, accessed: 121), got '120'. Correct the figure that is wrong, or "
        "write into the column reason why they differ.",
        "data/RXX/2024/return.csv, column value: fields 39W + 39B + 39U must equal the published "
        "figure (indicator 4, all, accessed: 153), got '152'. Correct the figure that is wrong, or "
        "write into the column reason why they differ.",
    ]


def test_a_reason_in_the_row_of_the_field_explains_the_difference(returned):
    now = headcount("1", "staff_group=clinical;band=5", "BME", 41)
    assert len(compare_with_results(returned, now)) == 1
    reasons = returned["reason"].where(returned["field"].ne("20B"), "one joiner found in June")
    explained = returned.assign(reason=reasons)
    assert compare_with_results(explained, now) == []
    assert [
        (one.fields, one.published, one.returned, one.reason) for one in differences(explained, now)
    ] == [(("20B",), 41, 40, "one joiner found in June")]


@pytest.mark.parametrize(
    ("indicator", "breakdown", "group", "right"),
    [
        ("workforce", "all", "all", 300),
        ("workforce", "all", "BME", 67),
        ("1", "staff_group=clinical;band=5", "BME", 40),
        ("1", "staff_group=clinical;band=5", "all", 195),
        ("9", "all", "White", 10),
        ("9", "voting=yes", "BME", 2),
        ("9", "membership=executive", "all", 6),
    ],
)
def test_a_published_head_count_is_held_against_its_fields(
    returned, indicator, breakdown, group, right
):
    assert differences(returned, headcount(indicator, breakdown, group, right)) == []
    wrong = differences(returned, headcount(indicator, breakdown, group, right + 1))
    assert [one.returned for one in wrong] == [right]


def test_a_published_grouping_is_held_against_the_sum_of_its_bands(returned):
    given = {"20B": 40.0, "21B": 12.0, "22B": 3.0}
    values = returned["field"].map(given).astype("Float64").fillna(returned["value"])
    whole = returned.assign(value=values)
    grouping = headcount("1", "staff_group=clinical;band=5-7", "BME", 56)
    (found,) = differences(whole, grouping)
    assert (found.fields, found.returned) == (("20B", "21B", "22B"), 55)


def test_a_sum_of_which_a_field_was_left_blank_is_not_compared(returned):
    grouping = headcount("1", "staff_group=clinical;band=5-7", "BME", 999)
    assert differences(returned, grouping) == []


def test_senior_medical_managers_are_not_added_to_the_consultants(returned):
    filled = returned.assign(value=returned["value"].fillna(0))
    senior = filled.assign(value=filled["value"].where(filled["field"].ne("30B"), 2))
    total = headcount("1", "staff_group=clinical;band=all", "BME", 40 + 15)
    assert differences(senior, total) == []


def test_withheld_and_missing_figures_are_passed_over(returned):
    now = headcount("1", "staff_group=clinical;band=5", "BME", 41)
    for status in ("suppressed", "not available"):
        assert differences(returned, now.assign(status=status)) == []


def test_an_earlier_survey_and_the_benchmark_are_not_what_was_returned(trust_year, returned):
    row = {"indicator": "5", "measure": "percentage", "group": "BME", "unit": "%", "value": 31.0}
    assert differences(returned, figure(breakdown="survey_year=2022", **row)) == []
    assert differences(returned, figure(breakdown="scope=benchmark;survey_year=2023", **row)) == []
    (found,) = differences(returned, figure(breakdown="survey_year=2023", **row))
    assert (found.fields, found.published, found.returned) == (("40B",), 31.0, 26.0)


def test_a_two_year_average_agrees_with_results_that_hold_both_years(make, folder):
    cases = "ethnicity,workforce,entered_process,years\nWhite,224,9,2\nBME,67,4,2\nUnknown,9,0,2\n"
    now = make(disciplinary=cases)
    save_return(build_return(now), folder.path / "return.csv")
    assert compare_with_results(read_return(folder), published(now)) == []


def test_a_return_kept_by_field_and_value_alone_is_enough(returned):
    bare = returned[["field", "value"]]
    now = headcount("9", "voting=yes", "BME", 3)
    assert [one.returned for one in differences(bare, now)] == [2]
