"""Dates of plans as they are typed in Britain."""

from __future__ import annotations

import pytest

from wres.definitions.days import read_period


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-03-31", "2024-03-31", "2024-03-31"),
        ("30/09/2023", "2023-09-30", "2023-09-30"),
        ("3.9.23", "2023-09-03", "2023-09-03"),
        ("31 March 2021", "2021-03-31", "2021-03-31"),
        ("31st March 2021", "2021-03-31", "2021-03-31"),
        ("Friday 1 Sept. 2023", "2023-09-01", "2023-09-01"),
        ("31-Mar-21", "2021-03-31", "2021-03-31"),
        ("March 2019", "2019-03-01", "2019-03-31"),
        ("Feb 2024", "2024-02-01", "2024-02-29"),
        ("Mar-21", "2021-03-01", "2021-03-31"),
        ("By end of June 2022", "2022-06-01", "2022-06-30"),
        # Financial years run from April to March.
        ("Q1 23/24", "2023-04-01", "2023-06-30"),
        ("Q3 2023/24", "2023-10-01", "2023-12-31"),
        ("Q4 23/24", "2024-01-01", "2024-03-31"),
        ("Quarter 4 (2023-2024)", "2024-01-01", "2024-03-31"),
    ],
)
def test_date_reaches_from_its_first_day_to_its_last(text: str, first: str, last: str) -> None:
    period = read_period(text)
    assert period is not None
    assert tuple(day.isoformat() for day in period) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ongoing",
        "tbc",
        "Q4",
        "Q1 2024",  # of the calendar's year, or of a financial one
        "Q4 23/25",
        "2023",
        "2023/24",
        "Spring 2023",
        "31/02/2023",
        "09/30/2023",
        "31 Mach 2021",
        "31 March",
        "March 21",  # of the year, or of the month
        "March 2021 and ongoing",
        "March 2021; June 2021",
        "Before March 2021",
    ],
)
def test_what_is_no_date_or_more_than_one_is_not_read(text: str) -> None:
    assert read_period(text) is None
