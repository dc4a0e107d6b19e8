"""What of a row may stand in a message."""

from __future__ import annotations

import pandas as pd
import pytest

from wres.extracts.quoting import (
    fold_identifiers,
    is_another_column,
    is_free_text,
    looks_like_a_name,
    may_name_someone,
)

IDENTIFIERS = fold_identifiers(
    pd.DataFrame({"person": ["P1", "P2", "AB12", "00777", "5"], "case": ["C7", "", "", "", ""]})
)


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("P2", True),
        ("C7", True),
        ("20412345", True),
        ("QQ 123 456 C", True),
        ("name@example.test", True),
        ("", False),
        ("Martian", False),
        ("NHS|XR05|Review Body Band 5", False),
        ("04-Jan", False),
        ("44287", False),  # a band that Excel made a date
        ("2021-04-01", False),
        ("2021-04-01 00:00:00", False),
        ("01/04/2021", False),
        ("Jan-04", False),
        ("5-Aug-24", False),
        ("13/02/1970", True),
        ("01/04/1970", True),  # a day that a band becomes, though not in the year of typing
        ("25612", True),  # as Excel stores 13 February 1970
        ("1/4/70", True),
        ("13-Feb-70", True),
        ("Feb-70", True),
        ("10-Jan", True),  # of no band
        ("05-Oct", True),
        ("dob 13.02.1970", True),
        ("born 13 Feb", True),
        ("Left - A. Person 13/02/1970", True),
        ("QQ 12 34 56 C", True),
        ("1 2 3 4 5 6", True),
        ("emp ab12", True),
        ("emp AB-12", True),
        ("see ab 12", True),
        ("p2", True),
        ("staff no 777", True),
        ("emp 0777", True),
        ("Band 5", False),
        ("5", True),
    ],
)
def test_what_may_lead_to_a_person_is_told_from_words_of_a_category(
    text: str, hidden: bool
) -> None:
    assert may_name_someone(text, IDENTIFIERS) is hidden


def test_nothing_is_an_identifier_where_the_file_has_none() -> None:
    assert not may_name_someone("P1", fold_identifiers(pd.DataFrame(index=[2, 3])))


@pytest.mark.parametrize(
    ("text", "free"),
    [
        ("see what is in her file", True),
        ("White but she said Irish to me", True),
        ("Any other White background", False),
        ("NHS|XR08A|Review Body Band 8 - Range A", False),
        ("1 2 3 4 5 6", False),
    ],
)
def test_a_sentence_is_told_from_words_of_a_category(text: str, free: bool) -> None:
    assert is_free_text(text) is free


@pytest.mark.parametrize(
    ("unknown", "rows", "another"),
    [
        (["Ash", "Beech", "Cedar"], 5, True),  # of five rows three hold words of their own
        (["Ash", "Beech", "Cedar"], 6, False),
        (["Ash", "Beech"], 2, False),
        (["Ash"] * 20, 20, False),  # one word of the system's own
        ([f"grade {number}" for number in range(41)], 4000, True),
        ([f"grade {number}" for number in range(40)], 4000, False),
    ],
)
def test_column_of_many_unknown_words_is_taken_for_another_one(
    unknown: list[str], rows: int, another: bool
) -> None:
    column = pd.Series([*unknown, *["White"] * (rows - len(unknown))])
    assert is_another_column(column[: len(unknown)], column) is another


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Surname, Forename Middlename", True),
        ("SURNAME FORENAME", True),
        ("Surname, A", True),
        ("Surname-Surname", True),
        ("Martian", False),
        ("martian venusian", False),
        ("H2F, Martian", False),  # a code is no word
        ("Martian Band", False),
        ("Martian British", False),
        ("Offer Pending", False),
        ("", False),
    ],
)
def test_a_name_is_told_from_capitalised_words_of_a_category(text: str, name: bool) -> None:
    assert looks_like_a_name(text) is name
