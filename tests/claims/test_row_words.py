"""Rows of results have words that a board member knows, whether they hold a value or none."""

from __future__ import annotations

import pytest

from wres.claims import row_words


@pytest.mark.parametrize(
    ("name", "row", "words"),
    [
        (
            "RYV 2020",
            "3 relative_likelihood all BME",
            "the ratio of indicator 3 (formal disciplinary process), BAME over White (2020)",
        ),
        ("RYV 2020", "workforce share all BME", "the BAME share of the workforce (2020)"),
        (
            "RYV 2020",
            "1 share staff_group=non-clinical;band=8c-9 and VSM BME",
            "the BAME share of non-clinical staff, bands 8c to 9 and VSM (2020)",
        ),
        (
            "RYV 2020",
            "5 percentage survey_year=2019 White",
            "the percentage of White respondents in indicator 5 (harassment from patients or the "
            "public) (survey of autumn 2019)",
        ),
        (
            "RYV 2020",
            "9 headcount voting=yes BME",
            "the number of BAME people of voting members (2020)",
        ),
        # No figure of the whole board was published.
        ("RYV 2020", "9 share all BME", "the BAME share of board (2020)"),
    ],
)
def test_a_row_has_words(report, name: str, row: str, words: str) -> None:
    assert row_words(report(name))[row] == words


@pytest.mark.parametrize("name", ["RYV 2020", "RV9 2021", "ZZ1 2024"])
def test_every_row_of_a_report_has_words_without_names_of_columns(report, name: str) -> None:
    chapter = report(name)
    words = row_words(chapter)
    assert len(words) > 50
    told = [one for one in words.values() if "_" in one or "=" in one or "None" in one]
    assert told == []
