from __future__ import annotations

import pytest

from wres.audit import audit_report
from wres.audit.candidates import Passage, read_report
from wres.audit.checks.texts import check_text
from wres.audit.claim import Spot
from wres.audit.dates import report_year
from wres.audit.documents.contents import Block, Document, Grid


def found(text: str, indicator: str = "") -> list[str]:
    return [one.mistake for one in check_text(Passage(Spot("p"), text, indicator), 2021)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Disabled staff are 1.4 times as likely to enter the capability process.",
         ["text from the disability report"]),
        ("We publish this report beside that of the disability standard (WDES).", []),
        ("The action will be completed by March 2019.", ["stale date"]),
        ("The action will be completed by March 2022.", []),
        ("By March 2019 we had trained 40 managers.", []),
        ("At 31 March 2019 the trust employs 2,000 people.", ["stale date"]),
        ("At 31 March 2020 the trust employed 2,000 people, and 2,100 now.", []),
        ("This is above the national average.", ["comparator without name or year"]),
        ("This is above the national average of 15% (2020).", []),
    ],
)  # fmt: skip
def test_words_alone_give_some_mistakes_away(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_a_survey_figure_for_training_is_a_departure() -> None:
    text = "In the staff survey 70% said that they had access to training."
    assert found(text, "4") == ["definition departure"]
    assert found(text, "7") == []


def document(*texts: str, title: str = "") -> Document:
    return Document("report.docx", tuple(Block("paragraph", text, "p") for text in texts), title)


@pytest.mark.parametrize(
    ("texts", "year"),
    [
        (("WRES report 2019/20",), 2020),
        (("WRES report", "Data as at 31 March 2021"), 2021),
        (("WRES report 2021", "to be done by 31 March 2023"), 2021),
        (("WRES action plan 2021-2023",), 2021),
        (("A report",), None),
    ],
)
def test_a_reports_own_year_is_that_of_its_title_or_snapshot(
    texts: tuple[str, ...], year: int | None
) -> None:
    assert report_year(document(*texts)) == year


def plan(*rows: tuple[str, ...]) -> Block:
    heads = ("Indicator", "Action", "Lead", "Due", "Status")
    return Block("table", "", "table 2", grid=Grid((heads, *rows)), source=2)


def mistakes(*blocks: Block) -> list[tuple[str, str]]:
    opening = Block("heading", "WRES report 2021 (fictional)", "p 1", level=1)
    report = read_report(Document("report.docx", (opening, *blocks)))
    return [(one.mistake, one.published) for one in audit_report(report) if one.kind == "wording"]


RATIOS = Block("table", "", "table 1", grid=Grid((
    ("Indicator", "2021"),
    ("2. Relative likelihood of White applicants being appointed compared to BME", "1.60"),
    ("3. Relative likelihood of BME staff entering the disciplinary process", "1.90"),
)))  # fmt: skip


def test_an_adverse_finding_needs_an_action() -> None:
    covered = ("2", "Anonymous shortlisting", "Head of HR", "31 March 2022", "started")
    other = ("7", "Mentoring", "Head of HR", "31 March 2022", "started")
    assert mistakes(RATIOS, plan(covered, other)) == [("finding without action", "1.90")]


def test_an_action_due_before_the_report_and_still_open_is_stale() -> None:
    rows = [
        ("2, 3", "Panels", "Head of HR", "31 December 2019", "started"),
        ("2", "Training", "Head of HR", "31 December 2019", "completed"),
    ]
    assert mistakes(RATIOS, plan(*rows)) == [("stale date", "31 December 2019")]
