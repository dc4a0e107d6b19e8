"""A cover sheet's tables and words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import nbformat
import pypandoc
from bs4 import BeautifulSoup

from tests.unit.indicators.trusts import chapter
from wres import paper, tables
from wres.chapters.covering import lay_out_cover
from wres.chapters.papers import Cover, Paper
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
    assert lines(tables.aims_table(made))[1:] == [f"Fair | 2.1, 2.4 | {yes}", f"Safe |  | {no}"]
    assert lines(tables.enquiry_table(made))[1:] == [f"Well led | {yes}"]
    assert lines(tables.required_table(made))[1:] == [f"For approval | {yes}"]


def test_objectives_have_no_column_where_no_aim_has_any() -> None:
    made = described(cover={"strategic_aims": [{"aim": "Fair", "ticked": True}]})
    assert lines(tables.aims_table(made))[0] == "Strategic aim | This paper serves it"


def test_lines_of_ones_own_stand_in_the_order_typed_before_the_sign_off() -> None:
    details = {"Responsible officer": "A. Person", "BAF": "3.2", "Blank": "", "Impact": ["x", "y"]}
    told = lines(tables.cover_table(described(cover={"details": details})))
    assert told[-4:] == [
        *("Responsible officer | A. Person", "BAF | 3.2", "Impact | - x / - y"),
        "Signed off by | not signed off: draft",
    ]


def test_parts_are_called_what_the_trust_calls_them() -> None:
    labels = {
        "presenter": "Executive sponsor",
        "considered_before": "Governance route",
        "action_required": "Purpose",
        "achievements": "What went *well*",
    }
    made = described(
        cover={
            "labels": labels,
            "presenter": "P",
            "considered_before": "People Committee",
            "action_required": "For approval",
            "executive_summary": {"achievements": "Much."},
        }
    )
    assert "Executive sponsor | P" in lines(tables.cover_table(made))
    assert lines(tables.considered_table(made)) == ["Governance route", "People Committee"]
    required, summary = tables.required_table(made), paper.executive_summary(made)
    assert required is not None
    assert required.caption == "Purpose"
    assert summary is not None
    assert summary.text == "**What went \\*well\\***\n\nMuch."


def test_what_a_committee_made_of_it_has_a_column_where_it_is_given() -> None:
    before = [
        {"committee": "People", "date": "2024-09-05", "outcome": "Recommended"},
        {"committee": "Executive"},
    ]
    told = lines(tables.considered_table(described(cover={"considered_before": before})))
    assert told == [
        "Considered before by | Date | Outcome",
        "People | 5 September 2024 | Recommended",
        "Executive |  | ",
    ]


def test_executive_summary_has_the_parts_that_say_something_with_lists_and_emphasis() -> None:
    said = {
        "introduction": "One.\n\nTwo *stars* of $5.",
        "achievements": ["A & B", "", "Mentoring:\n  - cohort 1\n  - cohort 2"],
        "actions": [],
    }
    summary = paper.executive_summary(described(cover={"executive_summary": said}))
    assert summary is not None
    html = pypandoc.convert_text(summary.text, "html", format="markdown")
    page = BeautifulSoup(html, "html.parser")
    assert page.em is not None
    assert page.em.get_text() == "stars"
    assert "Two stars of $5." in page.get_text()
    items = [" ".join(one.get_text().split()) for one in page.find_all("li")]
    assert items == ["A & B", "Mentoring: cohort 1 cohort 2", "cohort 1", "cohort 2"]
    assert [one.get_text() for one in page.find_all("strong")] == ["Achievements"]


def test_risks_may_be_lines_with_bullets_or_a_list() -> None:
    for given in ("- Risk 1\n- Risk 2", ["Risk 1", "Risk 2"]):
        said = paper.risks(described(cover={"risks": given}))
        assert said is not None
        assert said.text == "- Risk 1\n- Risk 2"


def test_figure_from_elsewhere_tells_its_source_on_the_cover() -> None:
    made = described(cover={"risks": 'Of people [18.4%]{source="Census 2021"} are.'})
    risks = paper.risks(made)
    assert risks is not None
    html = pypandoc.convert_text(risks.text, "html", format="markdown")
    assert "Of people 18.4% (source: Census 2021) are." in html


def test_headings_are_renamed_and_added_in_the_staged_chapter() -> None:
    notebook = nbformat.read(Path(__file__).parents[3] / "notebooks" / "cover.ipynb", 4)
    cover = Cover.model_validate(
        {
            "labels": {"risks": "Risk & assurance"},
            "paragraphs": {"Equality impact": "- none\n- {{< x >}}", "Empty": ""},
        }
    )
    lay_out_cover(notebook, cover)
    texts = [one.source for one in notebook.cells if one.cell_type == "markdown"]
    assert any("## Risk \\& assurance {#sec-risks .unnumbered}" in one for one in texts)
    assert texts[-1].startswith("## Equality impact {#sec-cover-1 .unnumbered}\n\n- none\n- {{")
    assert "{{<" not in texts[-1]
    nbformat.validate(notebook)


def test_lines_of_ones_own_keep_emphasis_links_and_lines_and_nothing_else() -> None:
    details = {
        "BAF reference": "**BAF 3.2**, score *12* & <b>rising</b>",
        "Links": "[site](https://example.org)\n{{< meta x >}}",
        "Implications": "## Legal\n\na) one\nb) two",
    }
    table = tables.cover_table(described(cover={"details": details}))
    page = BeautifulSoup(table.to_html(), "html.parser")  # type: ignore[union-attr]
    cells = {
        row.th.get_text(): row.td  # type: ignore[union-attr]
        for row in page.select("tbody tr")
    }
    baf = cells["BAF reference"]
    assert (baf.strong.get_text(), baf.em.get_text(), baf.b) == ("BAF 3.2", "12", None)  # type: ignore[union-attr]
    assert baf.get_text() == "BAF 3.2, score 12 & <b>rising</b>"  # type: ignore[union-attr]
    assert cells["Links"].a["href"] == "https://example.org"  # type: ignore[index,union-attr]
    assert [*cells["Links"].stripped_strings] == ["site", "{{< meta x >}}"]  # type: ignore[union-attr]
    assert cells["Links"].br is not None  # type: ignore[union-attr]
    implications = cells["Implications"]
    assert implications.find(["h1", "h2", "h3"]) is None  # type: ignore[union-attr]
    assert [one.get_text() for one in implications.select("ol > li")] == ["one", "two"]  # type: ignore[union-attr]
