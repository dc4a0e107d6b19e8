"""The table of headings is closed, says where each comes from, and means one field each."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from wres.definitions.headings import (
    Headings,
    accepted_headings,
    describe_headings,
    fold_heading,
    load_headings,
)

SOURCES = ["workforce", "recruitment", "disciplinary", "training", "staff_survey", "board"]


def table(**fields: object) -> dict[str, object]:
    return {"version": 1, "extracts": {"workforce": fields}}


def alias(heading: str, basis: str = "unverified") -> dict[str, str]:
    return {"heading": heading, "system": "ESR", "basis": basis}


def test_every_source_has_headings() -> None:
    assert list(load_headings().extracts) == SOURCES


@pytest.mark.parametrize(
    ("source", "heading", "field"),
    [
        ("workforce", "Employee Number", "person"),
        ("workforce", "Pay Grade", "pay_grade"),
        ("workforce", "Ethnic Origin", "ethnic_origin"),
        ("workforce", "Occupation Code", "occupation_code"),
        ("recruitment", "Closing Date", "closed_on"),
        ("recruitment", "Shortlisted", "shortlisted"),
        ("disciplinary", "Case Number", "case"),
        ("training", "Course Title", "course"),
        ("staff_survey", "%", "percent"),
        ("board", "Exec / Non-Exec", "membership"),
    ],
)
def test_heading_of_a_system_means_its_field(source: str, heading: str, field: str) -> None:
    assert accepted_headings(source)[fold_heading(heading)] == field


@pytest.mark.parametrize("source", SOURCES)
def test_name_of_each_field_is_a_heading_itself(source: str) -> None:
    for name in load_headings().extracts[source]:
        assert accepted_headings(source)[name.replace("_", " ")] == name


def test_no_heading_of_a_system_counts_as_verified() -> None:
    # none was seen in an export or a manual; only those of our own templates are certain
    verified = {
        alias.system
        for fields in load_headings().extracts.values()
        for aliases in fields.values()
        for alias in aliases
        if alias.basis == "verified"
    }
    assert verified == {"template"}


def test_heading_that_would_mean_two_fields_is_refused() -> None:
    fields = {"person": [alias("Number")], "fte": [alias("NUMBER")]}
    with pytest.raises(ValidationError, match="workforce: number would mean two fields"):
        Headings.model_validate(table(**fields))


def test_heading_that_is_another_fields_name_is_refused() -> None:
    with pytest.raises(ValidationError, match="fte would mean two fields"):
        Headings.model_validate(table(person=[alias("FTE")], fte=[]))


def test_basis_is_verified_or_unverified_and_nothing_else() -> None:
    with pytest.raises(ValidationError, match="basis"):
        Headings.model_validate(table(person=[alias("Number", "guessed")]))


def test_unknown_key_is_refused() -> None:
    with pytest.raises(ValidationError, match="seen_in"):
        Headings.model_validate(table(person=[alias("Number") | {"seen_in": "2020"}]))


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Employee_Number", "employee number"),
        ("  EMPLOYEE\n Number* ", "employee number"),
        ("Don’t Know Answers", "dont know answers"),
        ("Internal/External", "internal external"),
        ("% BME", "% bme"),
        ("___", ""),
    ],
)
def test_only_letters_figures_and_the_per_cent_sign_of_a_heading_count(
    written: str, folded: str
) -> None:
    assert fold_heading(written) == folded


def test_table_for_the_data_dictionary_marks_what_is_unverified() -> None:
    lines = describe_headings("workforce").splitlines()
    assert lines[:2] == ["| field | headings accepted beside its name |", "|---|---|"]
    assert lines[2].startswith("| `person` | Person ID, Employee Number*, ")


@pytest.mark.parametrize("source", SOURCES)
def test_table_for_the_data_dictionary_has_a_row_for_each_field(source: str) -> None:
    rows = describe_headings(source).splitlines()[2:]
    assert [row.split("`")[1] for row in rows] == list(load_headings().extracts[source])
