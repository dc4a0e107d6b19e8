from pathlib import Path

import pandas as pd
import pytest

from wres.definitions.ethnic_codes import read_ethnicity
from wres.extracts.contract import Extract
from wres.extracts.people import one_person_once, read_labels
from wres.extracts.workforce import LAYOUT
from wres.sources.files import InputFile

FILE = InputFile(Path("workforce.csv"), "workforce.csv", "wres check ZZ1 2024")


def extract(**columns):
    length = len(next(iter(columns.values())))
    rows = pd.DataFrame(columns, index=range(2, length + 2), dtype="str")
    return Extract(FILE, LAYOUT, None, rows)


def people(**columns):
    made = extract(**columns)
    ethnicity = read_labels(made, "ethnic_origin", read_ethnicity, "Correct it").meanings
    return one_person_once(made, made.rows.index, ethnicity)


def test_the_primary_assignment_is_taken_whatever_its_fte():
    found = people(
        person=["1", "1", "2"],
        primary=["No", "Yes", "Yes"],
        fte=["1.0", "0.2", "1"],
        ethnic_origin=["A", "A", "H"],
    )
    assert list(found.rows) == [3, 4]
    assert found.warnings == []


@pytest.mark.parametrize(
    ("primary", "doubt"),
    [
        (["No", "", "No"], "no primary assignment is marked for 1 person"),
        (["Yes", "Yes", "Yes"], "more than one assignment is marked as primary for 1 person"),
    ],
)
def test_without_one_primary_flag_the_highest_fte_is_taken_and_said(primary, doubt):
    found = people(
        person=["1", "1", "1"],
        primary=primary,
        fte=["0.4", "0.6", ""],
        ethnic_origin=["A", "A", "A"],
    )
    assert list(found.rows) == [3]
    assert doubt in found.warnings[0].rule
    assert found.warnings[0].row == 2


def test_of_two_primary_assignments_none_other_is_taken():
    found = people(
        person=["1", "1", "1"],
        primary=["Yes", "Yes", "No"],
        fte=["0.2", "0.3", "1"],
        ethnic_origin=["A", "A", "A"],
    )
    assert list(found.rows) == [3]


def test_without_flag_and_fte_the_first_assignment_is_taken():
    found = people(person=["7", "8", "7"], ethnic_origin=["A", "H", "A"])
    assert list(found.rows) == [2, 3]


def test_the_number_of_a_person_is_the_same_in_any_case_and_spacing():
    assert list(people(person=["ab1", " AB1"], ethnic_origin=["A", "A"]).rows) == [2]


def test_numbers_that_differ_by_zeros_in_front_are_warned_of_and_not_quoted():
    found = people(person=["8", "00777", "777", "00777"], ethnic_origin=["A", "A", "A", "A"])
    assert list(found.rows) == [2, 3, 4]
    assert [(one.row, one.column, one.given) for one in found.warnings[-1:]] == [
        (3, "person", None)
    ]
    assert "2 numbers differ from another only by zeros in front" in found.warnings[-1].rule
    assert "777" not in str(found.warnings)


def test_numbers_that_differ_otherwise_are_not_warned_of():
    found = people(person=["1", "10", "0", ""], ethnic_origin=["A", "A", "A", "A"])
    assert found.warnings == []


def test_an_fte_that_cannot_be_read_is_named_only_where_it_would_choose():
    found = people(
        person=["1", "1", "2"], fte=["half", "0.2", "whole"], ethnic_origin=["A", "A", "H"]
    )
    assert list(found.rows) == [3, 4]
    assert found.warnings[0].rule == (
        "must be a number, to choose among a person's assignments (1 row)"
    )
    assert (found.warnings[0].row, found.warnings[0].given) == (2, None)


@pytest.mark.parametrize("unknown", ["", "Z", "99", "Not stated"])
@pytest.mark.parametrize("known_first", [True, False])
def test_a_known_ethnicity_goes_before_an_unknown_one(unknown, known_first):
    origins = ["H - Indian", unknown] if known_first else [unknown, "H - Indian"]
    found = people(person=["1", "1"], primary=["No", "Yes"], ethnic_origin=origins)
    assert [one.group for one in found.ethnicity] == ["BME"]
    assert list(found.rows) == [3]
    assert found.problems == []
    assert len(found.notes) == (1 if known_first else 0)


def test_one_person_in_two_ethnic_groups_is_a_problem_by_row_and_names_nobody():
    found = people(
        person=["S1234567", "S7654321", "S1234567"], ethnic_origin=["A - White British", "H", "H"]
    )
    (problem,) = found.problems
    assert (problem.row, problem.given) == (4, None)
    assert "row 2 of the same person has another" in str(problem)
    assert "S1234567" not in str(problem)
    assert "British" not in str(problem)


def test_two_detailed_groups_of_one_group_are_no_problem():
    found = people(person=["1", "1"], ethnic_origin=["A", "B"])
    assert found.problems == []
    assert found.ethnicity[2].code == "A"


def test_a_row_without_a_person_is_a_problem():
    found = people(person=["", "1", ""], ethnic_origin=["A", "A", "H"])
    assert [(one.row, one.rule) for one in found.problems] == [(2, "must not be blank (2 rows)")]


def test_a_primary_flag_that_is_none_is_a_problem():
    found = people(person=["1", "2"], primary=["perhaps", "Yes"], ethnic_origin=["A", "H"])
    assert [(one.row, one.column) for one in found.problems] == [(2, "primary")]


def test_each_label_that_is_refused_is_named_once_with_its_number_of_rows():
    made = extract(person=["1", "2", "3"], ethnic_origin=["Martian", "A", "Martian"])
    labels = read_labels(made, "ethnic_origin", read_ethnicity, "Correct it")
    assert [str(one) for one in labels.problems] == [
        "workforce.csv row 2, column ethnic_origin: ethnic origin is not recognised "
        "(2 rows), got 'Martian'. Correct it and run wres check ZZ1 2024 again."
    ]
    assert labels.meanings[2] is None
    assert labels.meanings[3].group == "White"


def test_of_a_column_full_of_unknown_texts_nothing_is_quoted():
    names = [f"Given Surname{place}" for place in range(50)]
    made = extract(person=[str(place) for place in range(50)], ethnic_origin=names)
    labels = read_labels(made, "ethnic_origin", read_ethnicity, "Correct it")
    assert [str(one) for one in labels.problems] == [
        "workforce.csv row 2, column ethnic_origin: holds 50 different texts that are not "
        "recognised (50 rows): it may be another column. Correct it and run wres check "
        "ZZ1 2024 again."
    ]


@pytest.mark.parametrize(
    ("rows", "quoted"), [(1, None), (2, None), (3, "Surname, Forename Middlename")]
)
def test_what_looks_like_a_name_is_quoted_only_where_many_rows_have_it(rows, quoted):
    words = ["Surname, Forename Middlename"] * rows + ["A"] * 4
    made = extract(person=[str(place) for place in range(rows + 4)], ethnic_origin=words)
    (problem,) = read_labels(made, "ethnic_origin", read_ethnicity, "Correct it").problems
    assert (problem.row, problem.given) == (2, quoted)
    assert ("Forename" in str(problem)) is (quoted is not None)
