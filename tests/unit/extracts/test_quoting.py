"""What of a row may stand in a message."""

from __future__ import annotations

import pandas as pd
import pytest

from wres.extracts.quoting import is_another_column, may_name_someone

IDENTIFIERS = pd.DataFrame({"person": ["P1", "P2"], "case": ["C7", ""]})


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
    ],
)
def test_what_may_lead_to_a_person_is_told_from_words_of_a_category(
    text: str, hidden: bool
) -> None:
    assert may_name_someone(text, IDENTIFIERS) is hidden


def test_nothing_is_an_identifier_where_the_file_has_none() -> None:
    assert not may_name_someone("P1", pd.DataFrame(index=[2, 3]))


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
