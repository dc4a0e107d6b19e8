"""Shares listed one a line, and lines of a text that has an empty line behind each."""

from pathlib import Path

import pytest

from wres.audit.running import run_audit

TITLE = "Workforce Race Equality Standard report 2023\n\n"


def audited(tmp_path: Path, data: Path, text: str):
    report = tmp_path / "report.txt"
    report.write_text(TITLE + text, encoding="utf-8")
    return run_audit(report, benchmarks=data)


def claims(audit) -> list[tuple[str, str, str, str]]:
    return [(one.indicator, one.breakdown, one.group, one.value) for one in audit.claims]


LISTS = """Total number of staff - 2,950

  • White - 74%
  • BAME - 23%
  • Unknown - 3%

Clinical workforce

  • White: 70%
  • BAME staff: 26.5%
  • 4% not stated
"""


def test_shares_in_a_list_are_of_the_staff_that_the_line_above_names(tmp_path, data):
    audit = audited(tmp_path, data, LISTS)
    assert claims(audit) == [
        ("workforce", "all", "White", "74%"),
        ("workforce", "all", "BME", "23%"),
        ("workforce", "all", "Unknown", "3%"),
        ("1", "staff_group=clinical", "White", "70%"),
        ("1", "staff_group=clinical", "BME", "26.5%"),
        ("1", "staff_group=clinical", "Unknown", "4%"),
    ]
    assert {one.kind for one in audit.findings} <= {"uncheckable"}


def test_a_sentence_is_held_to_shares_in_a_list(tmp_path, data):
    audit = audited(tmp_path, data, LISTS + "\nBAME staff are 25.6% of the clinical workforce.\n")
    (found,) = [one for one in audit.findings if one.kind == "contradiction"]
    assert found.published == "25.6%"


@pytest.mark.parametrize("lead", ["Local population", "Leadership team", "New starters"])
def test_shares_in_a_list_of_others_are_no_shares_of_the_workforce(tmp_path, data, lead):
    told = f"BAME staff are 23% of the workforce.\n\n{lead}\n\n- White: 60%\n- BAME: 40%\n"
    audit = audited(tmp_path, data, told)
    assert claims(audit) == [("workforce", "all", "BME", "23%")]
    assert {one.kind for one in audit.findings} <= {"uncheckable"}


def test_a_group_is_of_the_number_that_it_leads_to(tmp_path, data):
    told = "The rest of our staff is 74.2%, BAME 22.6% and 3.2% unknown."
    assert claims(audited(tmp_path, data, told)) == [
        ("workforce", "all", "BME", "22.6%"),
        ("workforce", "all", "Unknown", "3.2%"),
    ]


def test_a_part_of_a_group_is_not_the_group(tmp_path, data):
    told = (
        "15.1% of the overall workforce is made up of non-medical BAME staff and 7.5% of the "
        "overall workforce is made up of medical BAME staff. BAME staff are 22.6% of our workforce."
    )
    audit = audited(tmp_path, data, told)
    assert claims(audit) == [("workforce", "all", "BME", "22.6%")]
    assert {one.kind for one in audit.findings} <= {"uncheckable"}


def test_a_sentence_goes_on_behind_an_empty_line(tmp_path, data):
    told = "The composition of the workforce of our trust is White\n\n74.2%, BAME 22.6% and"
    audit = audited(tmp_path, data, f"{told}\n\n3.2% unknown.\n")
    assert claims(audit) == [
        ("workforce", "all", "White", "74.2%"),
        ("workforce", "all", "BME", "22.6%"),
        ("workforce", "all", "Unknown", "3.2%"),
    ]


def test_an_indicator_named_left_of_a_list_begins_anew(tmp_path, data):
    told = """Indicator 2: relative likelihood of White applicants being appointed, over BME ones
  - our trust 2022: 1.31
  - our trust 2023: 1.22
Indicator 3: relative likelihood of BME staff entering the formal process, over White staff
  - our trust 2022: 1.45
  - our trust 2023: 1.27
"""
    found = [(one.indicator, one.year, one.value) for one in audited(tmp_path, data, told).claims]
    assert found == [
        ("2", 2022, "1.31"), ("2", 2023, "1.22"), ("3", 2022, "1.45"), ("3", 2023, "1.27"),
    ]  # fmt: skip
