"""A cover sheet's tables and words."""

from __future__ import annotations

from dataclasses import replace

from tests.unit.indicators.trusts import chapter
from wres import paper, tables
from wres.chapters.papers import Paper
from wres.chapters.reading import Chapter
from wres.chapters.register import Staged


def described(**given: object) -> Chapter:
    return replace(chapter(2024), staged=Staged(paper=Paper.model_validate(given)))


def lines(table: object) -> list[str]:
    return table.to_text().splitlines()  # type: ignore[attr-defined]


def test_a_report_without_a_document_has_no_cover_sheet() -> None:
    made = chapter(2024)
    assert tables.cover_table(made) is None
    assert tables.aims_table(made) is None
    assert paper.executive_summary(made) is None


def test_facts_are_those_that_are_given_and_the_sign_off_is_always_told() -> None:
    told = lines(
        tables.cover_table(
            described(
                title="WRES <2024>",
                date="2024-09-26",
                cover={"meeting": "Board", "agenda_item": 14, "presenter": ""},
            )
        )
    )
    assert told[0] == "This paper | Details"
    assert told[2:] == [
        *("Title | WRES <2024>", "Meeting | Board", "Date | 26 September 2024"),
        *("Agenda item | 14", "Signed off by | not signed off: draft"),
    ]


def test_boxes_are_told_in_symbol_and_word() -> None:
    made = described(
        cover={
            "strategic_aims": [
                {"aim": "Fair", "objectives": "2.1, 2.4", "ticked": True},
                {"aim": "Safe"},
            ],
            "enquiry_lines": [{"line": "Well led", "ticked": True}],
            "action_required": "For approval",
        }
    )
    yes, no = "☑\N{NO-BREAK SPACE}yes", "☐\N{NO-BREAK SPACE}no"
    assert lines(tables.aims_table(made))[1:] == [f"Fair | 2.1, 2.4 | {yes}", f"Safe | none | {no}"]
    assert lines(tables.enquiry_table(made))[1:] == [f"Well led | {yes}"]
    assert lines(tables.required_table(made))[1:] == [f"For approval | {yes}"]


def test_objectives_have_no_column_where_no_aim_has_any() -> None:
    made = described(cover={"strategic_aims": [{"aim": "Fair", "ticked": True}]})
    assert lines(tables.aims_table(made))[0] == "Strategic aim | This paper serves it"


def test_executive_summary_has_the_parts_that_say_something_as_they_were_typed() -> None:
    said = {"introduction": "One.\n\nTwo *stars*.", "achievements": ["A & B", ""], "actions": []}
    summary = paper.executive_summary(described(cover={"executive_summary": said}))
    assert summary is not None
    assert summary.text == "One\\.\n\nTwo \\*stars\\*\\.\n\n**Achievements**\n\n- A \\& B"


def test_figure_from_elsewhere_tells_its_source_on_the_cover() -> None:
    said = {"introduction": 'Of people [18.4%]{source="Census *2021*"} are.', "achievements": [""]}
    made = described(cover={"executive_summary": said, "risks": '[9%]{source=""} of *us*'})
    summary, risks = paper.executive_summary(made), paper.risks(made)
    assert summary is not None
    assert risks is not None
    assert summary.text == "Of people 18\\.4\\% \\(source\\: Census \\*2021\\*\\) are\\."
    assert risks.text == '\\[9\\%\\]\\{source\\=\\"\\"\\} of \\*us\\*'
