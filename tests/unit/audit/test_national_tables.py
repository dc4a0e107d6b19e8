"""Tables that hold no figure of the trust: England's by year, actions counted, other measures."""

from __future__ import annotations

from pathlib import Path

import pytest

from wres.audit import Claim, audit_report, read_report
from wres.audit.documents.plain import read_plain

OWN = """# Workforce Race Equality Standard report 2021

## Our figures

| Indicator | 2020 | 2021 |
|---|---|---|
| 2. Relative likelihood of appointment, White over BME | 1.75 | 1.43 |
| 9. BME share of board members | 0% | 8.3% |

"""
ENGLAND = """| Indicator | 2020 | 2021 |
|---|---|---|
| 2. Relative likelihood of appointment, White over BME | 1.61 | 1.61 |
| 9. BME share of board members | 10.0% | 12.6% |
"""


def read(text: str) -> tuple[list[Claim], list[str]]:
    report = read_report(read_plain(Path("report.md"), (OWN + text).encode()))
    found = audit_report(report)
    return list(report.claims), [one.published for one in found if one.kind != "uncheckable"]


@pytest.mark.parametrize(
    "above",
    [
        "## The national picture\n\n",
        "## England\n\nTable 2: Indicators by year\n\n",
        "Table 2: England's figures by reporting year. The trust's own stand in Table 1.\n\n",
        "Table 2: Results of NHS trusts in England, 2020 and 2021\n\n",
    ],
)
def test_a_table_of_england_is_of_a_comparator(above: str) -> None:
    claims, wrong = read(above + ENGLAND)
    assert wrong == []
    assert [one.comparator_value for one in claims if one.comparator_name == "England"] == [
        "1.61", "1.61", "10.0%", "12.6%",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "above",
    [
        "## Our results against the national average\n\n",
        "## National staff survey and recruitment\n\n",
        "## NHS England submission\n\n",
        "Table 2: The trust's indicators and national figures\n\n",
    ],
)
def test_a_table_of_the_trust_stays_its_own(above: str) -> None:
    claims, wrong = read(above + ENGLAND)
    assert not any(one.comparator_value for one in claims)
    assert {"1.61", "12.6%"} <= set(wrong)


def test_a_table_that_counts_actions_has_no_figure_of_an_indicator() -> None:
    text = (
        "Table 2: Actions by indicator\n\n| Indicator | Done | Carried over | New in 2021 |\n"
        "|---|---|---|---|\n| 9. Board membership | 1 | 2 | 3 |\n"
    )
    assert not any(one.value == "3" for one in read(text)[0])


def test_sums_of_money_are_no_people() -> None:
    text = (
        "Table 2: Training, indicator 4\n\n| Group | Accessed training | Spent |\n|---|---|---|\n"
        "| White | 268 | £230 |\n| BME | 101 | £212 |\n"
    )
    values = [one.value for one in read(text)[0]]
    assert "268" in values
    assert "212" not in values
    assert "£212" not in values


def test_further_measures_beside_an_indicator_are_not_the_indicator() -> None:
    text = (
        "## Indicator 4\n\nTable 2: Further measures beside indicator 4\n\n"
        "| Measure | Group | Figure |\n|---|---|---|\n"
        "| Had access to training, by the staff survey | BME | 58% |\n"
    )
    claims, wrong = read(text)
    assert wrong == []
    assert not any(one.value == "58%" for one in claims)


def test_rows_whose_cells_run_together_claim_nothing() -> None:
    claims, _ = read("Relative likelihood, White over BME1.48not judged1.61 (England, 2021)\n")
    assert not any(one.value == "1.48" for one in claims)


def test_each_line_of_a_text_that_is_not_wrapped_is_a_paragraph() -> None:
    long = "The report is written for the board and tells what the figures are. " * 3
    text = f"A. {long}\nB. {long}\nC. {long}\nThe board\nD. {long}\nE. {long}"
    report = read_report(read_plain(Path("report.txt"), text.encode()))
    assert [one.heading for one in report.passages] == [False] * 3 + [True] + [False] * 2
