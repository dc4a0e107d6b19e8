"""Counts to fields: what is there is taken as it is, what is not is blank with its reason."""

import pandas as pd
import pytest

from wres.counts import HIDDEN, with_totals
from wres.errors import InputError
from wres.national_return import build_return, missing_reasons, read_prepopulated


def field_of(frame, number):
    return frame.set_index("field").loc[number]


def arrived(folder, lines):
    text = f"field,value,reason\n{lines}"
    (folder.path / "prepopulated.csv").write_text(text, encoding="utf-8")
    return read_prepopulated(folder)


@pytest.mark.parametrize(
    ("number", "value"),
    [
        ("3W", 60),  # non-clinical band 2
        ("3B", 12),
        ("20W", 150),  # clinical band 5, whatever Surgery has
        ("20U", 5),
        ("29B", 15),  # consultants
        ("34B", 100),  # shortlisted
        ("35U", 1),  # appointed
        ("36W", 224),
        ("37B", 3),  # entered the process
        ("39W", 120),  # accessed training
        ("40B", 26),  # the survey of autumn 2023, neither that of 2022 nor the benchmark's
        ("43B", 18.4),  # the newest edition
        ("44W", 4 + 1 + 5 + 0),
        ("45B", 1 + 1),  # voting
        ("46W", 4 + 1),  # executive
        ("47W", 60 + 150 + 14),
        ("47B", 12 + 40 + 15),
        ("47T", 300),
    ],
)
def test_a_field_holds_the_true_count_of_the_whole_trust(trust_year, number, value):
    assert field_of(build_return(trust_year), number)["ours"] == value


def test_the_fields_stand_in_the_order_of_the_form(trust_year):
    fields = list(build_return(trust_year)["field"])
    assert fields[:4] == ["1W", "1B", "1U", "2W"]
    assert fields[-4:] == ["47W", "47B", "47U", "47T"]


def test_a_zero_is_a_figure_and_a_missing_band_is_not(trust_year):
    frame = build_return(trust_year)
    assert field_of(frame, "37U")["ours"] == 0
    missing = field_of(frame, "1W")
    assert pd.isna(missing["ours"])
    assert missing["status"] == "no figure"
    assert missing["reason"] == "no figure for it was supplied; where nobody is in it, supply a 0"


def test_a_band_without_a_row_has_nobody_only_where_staff_were_counted_from_an_extract(trust_year):
    counted = field_of(build_return(trust_year, counted={"workforce"}), "1W")
    assert (counted["ours"], counted["reason"]) == (0, "nobody in the extract")
    other = field_of(build_return(trust_year, counted={"board"}), "1W")
    assert pd.isna(other["ours"])


@pytest.mark.parametrize("counted", [(), {"workforce"}])
def test_a_staff_group_that_was_left_out_has_no_zeros(make, counted):
    only_clinical = "staff_group,band,ethnicity,headcount\nclinical,5,White,10\n"
    field = field_of(build_return(make(workforce=only_clinical), counted=counted), "6W")
    assert pd.isna(field["ours"])
    assert field["reason"] == "no figures for non-clinical staff were supplied"


def test_a_grouping_is_not_split_into_zeros_either(make):
    grouped = "staff_group,band,ethnicity,headcount\nclinical,5-7,White,10\n"
    field = field_of(build_return(make(workforce=grouped), counted={"workforce"}), "20W")
    assert pd.isna(field["ours"])


@pytest.mark.parametrize(
    ("rows", "number", "reason"),
    [
        ("clinical,5-7,White,10", "20W", "supplied for bands 5 to 7 together only"),
        (
            "all,8c-9 and VSM,White,10",
            "28W",
            "supplied for bands 8c to 9 and VSM of clinical and non-clinical staff together only",
        ),
        (
            "clinical,medical and dental,White,10",
            "32W",
            "supplied for medical and dental together only",
        ),
        ("all,medical and dental,White,10", "32W", "supplied for medical and dental together only"),
        ("clinical,consultant,White,10", "30W", "supplied for consultants together only"),
        ("clinical,5,White,10", "20B", "no figure for the BME group was supplied"),
        ("clinical,5,White,10", "47T", "the bands supplied do not add up to a whole"),
    ],
)
def test_a_count_for_more_than_the_field_asks_leaves_it_blank(make, rows, number, reason):
    frame = build_return(make(workforce=f"staff_group,band,ethnicity,headcount\n{rows}\n"))
    field = field_of(frame, number)
    assert pd.isna(field["ours"])
    assert field["reason"] == reason


def test_a_share_without_its_count_fills_no_head_count(make):
    workforce = "staff_group,band,ethnicity,percent\nclinical,5,BME,12.5\n"
    field = field_of(build_return(make(workforce=workforce)), "20B")
    assert pd.isna(field["ours"])
    assert field["reason"] == "supplied as a share only, without its count"


def test_a_table_that_was_not_supplied_leaves_its_fields_blank(make):
    field = field_of(build_return(make(training=None)), "39B")
    assert pd.isna(field["ours"])
    assert field["reason"] == "no training figures for the whole trust were supplied for 2024"


def test_two_years_of_cases_are_returned_as_their_average(make):
    cases = """\
        ethnicity,workforce,entered_process,years
        White,224,9,2
        BME,67,4,2
        Unknown,9,0,2
        """
    field = field_of(build_return(make(disciplinary=cases)), "37W")
    assert (field["ours"], field["years"]) == (4.5, 2)
    assert field["reason"] == "average of 2 years, in which 9 people entered it"


def test_nobody_who_answered_is_no_percentage(make):
    survey = "indicator,survey_year,scope,ethnicity,percent,responses\n5,2023,trust,BME,0,0\n"
    field = field_of(build_return(make(staff_survey=survey)), "40B")
    assert pd.isna(field["ours"])
    assert field["reason"] == "nobody of the group answered"


def test_counts_with_totals_give_the_same_return(trust_year):
    pd.testing.assert_frame_equal(build_return(with_totals(trust_year)), build_return(trust_year))


def test_counts_that_disclosure_control_has_hidden_are_refused(trust_year):
    disclosed = with_totals(trust_year)
    disclosed.tables["board"].loc[0, HIDDEN] = "members"
    with pytest.raises(ValueError, match="true counts"):
        build_return(disclosed)


def test_each_pre_populated_figure_stands_beside_ours_with_the_difference(trust_year, folder):
    given = arrived(folder, "20B,41,left on 31 March\n20W,150,\n20U,7,\n1W,2,\n")
    frame = build_return(trust_year, given)
    wanted = ["ours", "prepopulated", "difference", "status"]
    assert list(field_of(frame, "20B")[wanted]) == [40, 41, -1, "differs, reason given"]
    assert field_of(frame, "20B")["reason"] == "left on 31 March"
    assert list(field_of(frame, "20W")[wanted]) == [150, 150, 0, "agrees"]
    assert list(field_of(frame, "20U")[wanted]) == [5, 7, -2, "needs a reason"]
    assert field_of(frame, "1W")["status"] == "can't be verified"
    assert pd.isna(field_of(frame, "1W")["difference"])
    assert field_of(frame, "3W")["status"] == "not pre-populated"


def test_a_difference_without_a_reason_is_named_and_one_with_a_reason_is_not(trust_year, folder):
    given = arrived(folder, "20B,41,left on 31 March\n20U,7,\n")
    problems = missing_reasons(build_return(trust_year, given), "data/RXX/2024/prepopulated.csv")
    assert [str(problem) for problem in problems] == [
        "data/RXX/2024/prepopulated.csv, column reason: field 20U (1 Clinical: Band 5, Unknown) "
        "arrived as 7 and ours is 5; a difference needs a reason. Correct the figure that is "
        "wrong, or write the reason in its row."
    ]


def test_percentages_that_differ_in_binary_only_agree(make, folder):
    survey = "indicator,survey_year,scope,ethnicity,percent,responses\n5,2023,trust,BME,26.3,\n"
    frame = build_return(make(staff_survey=survey), arrived(folder, "40B,26.3,\n"))
    assert field_of(frame, "40B")["status"] == "agrees"


def test_a_year_without_the_file_has_no_pre_populated_figures(trust_year, folder):
    assert read_prepopulated(folder) is None


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("99B,4,\n", "row 2, column field: must be the number of a field of the 2024 form"),
        ('20B,"1,041",\n', "row 2, column value: must be a number, without a thousands separator"),
        ("20B,4,\n20b,5,\n", "row 3, column field: must be given once"),
        ("20B,,\n", "row 2, column value: must not be blank"),
    ],
)
def test_faults_of_the_file_are_located(trust_year, folder, lines, message):
    with pytest.raises(InputError, match=message):
        arrived(folder, lines)


def test_a_pre_populated_field_that_the_form_lacks_is_refused(trust_year):
    given = pd.DataFrame({"field": ["99B"], "value": [1.0]})
    with pytest.raises(ValueError, match="99B"):
        build_return(trust_year, given)
