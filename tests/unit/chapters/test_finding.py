"""Results found by their words: which rows, in which order, and whose they are afterwards."""

from __future__ import annotations

import pandas as pd
import pytest

from wres.chapters.finding import FoundRows

FRAME = pd.DataFrame(
    {
        "indicator": ["2", "3", "2", "2"],
        "breakdown": ["all", "all", "all;year=2018", "band=5"],
        "value": pd.array([1.5, None, 2.5, 3.5], dtype="Float64"),
        "year": pd.array([2020, 2020, 2018, None], dtype="Int64"),
    },
    index=[10, 11, 12, 13],
)


@pytest.fixture
def found() -> FoundRows:
    return FoundRows(FRAME, r"(?:^|;)year=")


@pytest.mark.parametrize(
    ("wanted", "places"),
    [
        ({}, (0, 1, 2, 3)),
        ({"indicator": "2"}, (0, 2, 3)),
        ({"breakdown": "all", "indicator": "2"}, (0,)),
        ({"year": 2020}, (0, 1)),
        ({"year": "2020"}, ()),
        ({"indicator": "7"}, ()),
        ({"indicator": None}, ()),
    ],
)
def test_rows_are_those_that_hold_all_the_words_in_order(
    wanted: dict[str, str | int], places: tuple[int, ...], found: FoundRows
) -> None:
    assert found.places(wanted) == places


def test_own_rows_leave_out_those_beside_them(found: FoundRows) -> None:
    assert found.places({"indicator": "2"}, own=True) == (0, 3)
    assert found.places({}, own=True) == (0, 1, 3)


def test_what_is_found_is_what_the_frame_holds(found: FoundRows) -> None:
    for _ in range(2):  # looked up, then remembered
        pd.testing.assert_frame_equal(found.frame((0, 2)), FRAME.iloc[[0, 2]])
        pd.testing.assert_series_equal(found.row(1), FRAME.iloc[1])


def test_who_writes_to_what_was_found_changes_it_for_nobody_else(found: FoundRows) -> None:
    frame, row = found.frame((0, 2)), found.row(0)
    frame.loc[10, "value"] = 9.0
    row["value"] = 9.0
    assert found.frame((0, 2))["value"].tolist() == [1.5, 2.5]
    assert found.row(0)["value"] == 1.5
    assert FRAME.loc[10, "value"] == 1.5
