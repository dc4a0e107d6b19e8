"""Figures told year by year beside tables of as many years: each is of its own year."""

from __future__ import annotations

from pathlib import Path

import pytest

from wres.audit import audit_report, read_report
from wres.audit.documents.plain import read_plain
from wres.audit.series import series_in

# Humber Teaching's indicator 8, as its report of 2021 has it.
TABLES = """# Testing NHS Trust (fictional): WRES report 2021

Data as at 31 March 2021.

## Indicator 8: discrimination at work

Table: Percentage personally experiencing discrimination at work from manager or colleagues

| Survey year | White | BME |
|---|---|---|
| 2017 | 7.7% | 4.8% |
| 2018 | 5.6% | 10.5% |
| 2019 | 5.9% | 11.4% |
| 2020 | 3.8% | 18.4% |

"""


def told(sentence: str) -> list[tuple[str, str]]:
    text = f"{TABLES}{sentence}\n"
    findings = audit_report(read_report(read_plain(Path("report.md"), text.encode())))
    return [(one.mistake, one.published) for one in findings if one.kind != "uncheckable"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The percentage of BME staff rose from 4.8% in 2017 to 10.5%, 11.4% and 18.4% in the"
        " following years.",
        "Discrimination reported by BME staff has risen every year since 2017 (4.8%, 10.5%, 11.4%,"
        " 18.4%).",
        "The share of ethnic minority staff has risen in each year since 2017: 4.8%, 10.5%, 11.4%"
        " and 18.4%.",
        "Among BAME staff the percentage has gone up every year since 2017.",
        "It has climbed since 2017 for BME staff (4.8% → 10.5% → 11.4% → 18.4%).",
        "In the last four surveys it was 18.4%, 11.4%, 10.5% and 4.8% of BME staff.",
        "Since the 2018 survey the share of BME staff has been 10.5%, 11.4% and 18.4%.",
        "From 2017 to 2020 the figures for global majority colleagues were 4.8%, 10.5%, 11.4% and"
        " 18.4%; for White colleagues they were 7.7%, 5.6%, 5.9% and 3.8%.",
        "The percentage has not risen every year since 2017 for White staff.",
    ],
)
def test_a_row_of_years_is_right_where_the_tables_have_it(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "mistake", "words"),
    [
        ("Discrimination reported by BME staff has fallen every year since 2017 (4.8%, 10.5%,"
         " 11.4%, 18.4%).", "wrong direction", "fallen"),
        ("The share of BME staff has risen in each year since 2017: 4.8%, 10.5%, 12.4% and 18.4%.",
         "text against table", "12.4%"),
        ("Among BAME staff the percentage has gone down every year since 2017.",
         "wrong direction", "down"),
        ("Among White staff it fell every year since 2017.", "wrong direction", "fell"),
        ("Since 2017 the share of BME staff has improved every year.",
         "wrong direction", "improved"),
    ],
)  # fmt: skip
def test_a_row_of_years_is_held_to_the_tables(sentence: str, mistake: str, words: str) -> None:
    assert told(sentence) == [(mistake, words)]


def test_the_level_of_an_interval_is_no_figure_of_a_row() -> None:
    told_since = "It went up since autumn 2022 (from 13.1% to 14%; 95% interval of the change)."
    assert list(series_in(told_since)) == []
