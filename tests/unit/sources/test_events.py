"""Rules of recruitment.csv, disciplinary.csv and training.csv."""

import pytest


def test_the_message_says_where_the_rule_the_value_and_the_remedy(problems_of):
    text = "ethnicity,shortlisted,appointed\nWhite,855,198\nBME,47,71\n"
    (problem,) = problems_of({"recruitment.csv": text})
    assert str(problem) == (
        "data/RXX/2021/recruitment.csv row 3, column appointed: must not exceed shortlisted (47), "
        "got '71'. Correct the row and run wres check RXX 2021 again."
    )


@pytest.mark.parametrize(
    ("name", "whole", "part"),
    [
        ("recruitment.csv", "shortlisted", "appointed"),
        ("training.csv", "workforce", "accessed"),
    ],
)
def test_a_part_above_its_whole_is_refused(problems_of, name, whole, part):
    text = f"ethnicity,{whole},{part}\nWhite,10,10\nBME,10,11\nUnknown,0,0\n"
    (problem,) = problems_of({name: text})
    assert (problem.row, problem.column, problem.given) == (3, part, "11")
    assert problem.rule == f"must not exceed {whole} (10)"


def test_more_cases_than_staff_are_read_since_leavers_count_and_are_in_no_head_count(
    read_files,
):
    text = "ethnicity,workforce,entered_process\nWhite,10,10\nBME,10,11\nUnknown,0,1\n"
    table = read_files({"disciplinary.csv": text}).tables["disciplinary"]
    assert table["entered_process"].tolist() == [10, 11, 1]


def test_more_shortlisted_than_applied_are_refused(problems_of):
    text = "ethnicity,applied,shortlisted,appointed\nWhite,9,10,1\nBME,,10,1\n"
    (problem,) = problems_of({"recruitment.csv": text})
    assert (problem.row, problem.column) == (2, "shortlisted")


def test_a_group_given_twice_names_both_rows(problems_of):
    text = "ethnicity,workforce,accessed\nBME,10,1\nBAME,12,1\n"
    (problem,) = problems_of({"training.csv": text})
    assert (problem.row, problem.column, problem.given) == (3, "ethnicity", "BAME")
    assert problem.rule == "must be given once; ethnicity BME stands in row 2 too"


def test_optional_columns_are_missing_where_the_file_has_none(read_files, sound):
    frame = read_files(sound).tables["recruitment"]
    assert frame[["applied", "international"]].isna().all(axis=None)
    assert str(frame["applied"].dtype) == "Int64"


BANDS = "ethnicity,band,workforce,accessed\nWhite,,30,9\nBME,,20,5\n"


def test_rows_of_bands_stand_beside_those_of_all_bands(read_files):
    text = f"{BANDS}White,Band 5,30,9\nBME,5,12,3\nBME,8a-VSM,8,2\n"
    table = read_files({"training.csv": text}).tables["training"]
    assert table["band"].tolist()[2:] == ["5", "5", "8a-VSM"]
    assert table["band"].isna().sum() == 2


@pytest.mark.parametrize(
    ("rows", "line", "column", "rule"),
    [
        (
            "BME,5,12,3\nBME,6,12,1",
            3,
            "workforce",
            "must not be below the sum of its bands (12 + 12 = 24)",
        ),
        (
            "BME,5,9,4\nBME,6,9,2",
            3,
            "accessed",
            "must not be below the sum of its bands (4 + 2 = 6)",
        ),
        (
            "BME,1-4,9,1\nBME,2,9,1",
            5,
            "band",
            "bands of one ethnicity must not overlap; 2 and 1-4 (row 4) of ethnicity BME both "
            "hold 2",
        ),
        ("BME,all,20,5", 4, "band", "must be a band that is added up with others"),
        (
            "Unknown,5,2,1",
            4,
            "band",
            "must have a row without a band beside it (ethnicity Unknown)",
        ),
    ],
)
def test_bands_that_do_not_fit_the_whole_are_located(problems_of, rows, line, column, rule):
    (problem,) = problems_of({"training.csv": f"{BANDS}{rows}\n"})
    assert (problem.row, problem.column, problem.rule) == (line, column, rule)
