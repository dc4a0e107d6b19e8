"""What `wres check` asks of a document before it is signed off."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from nbformat.v4 import new_code_cell, new_notebook

from tests.unit.actions.plans import with_plan
from tests.unit.indicators.trusts import chapter
from tests.unit.paper.papers import paper_of
from wres.chapters.notebook_files import OwnFile
from wres.chapters.own import OwnChapter
from wres.chapters.spine import embedded
from wres.paper import check_paper

WHOLE = """kind: board paper
date: 2024-09-26
cover:
  meeting: Board
  presenter: Chief People Officer
  executive_summary: {achievements: [One]}
  action_required: For approval
  recommendations: [Approve the plan]
sign_off: {name: A, role: B, date: 2024-09-26}
"""


def told(tmp_path: Path, text: str) -> list[tuple[int | None, str | None]]:
    return [(one.row, one.column or one.given) for one in check_paper(paper_of(tmp_path, text))]


def test_a_whole_cover_sheet_asks_for_nothing(tmp_path: Path) -> None:
    assert told(tmp_path, WHOLE) == []


@pytest.mark.parametrize(
    "left",
    ["XXX", "xxx", "TBC", "[insert name]", "[name]", "TO FILL IN", "____", "???", "<date here>"],
)
def test_placeholders_are_found_in_their_line(tmp_path: Path, left: str) -> None:
    text = WHOLE.replace("meeting: Board", f"meeting: 'Board of {left}'")
    found = check_paper(paper_of(tmp_path, text))
    assert [(one.row, one.rule) for one in found] == [
        (4, "must not hold a placeholder"),
        (
            *(9,),
            "is recorded, but something is still to be filled in: the document stays marked DRAFT",
        ),
    ]


def test_words_that_look_like_placeholders_are_none(tmp_path: Path) -> None:
    text = WHOLE.replace("meeting: Board", "meeting: Board XXV # XXX in a comment")
    assert told(tmp_path, text) == []


@pytest.mark.parametrize("heading", ["## Lead: TBC", "# XXX", "Words\n\n      ### [name] of it"])
def test_placeholders_in_a_heading_of_a_text_are_found(tmp_path: Path, heading: str) -> None:
    text = WHOLE + f"sections:\n  - title: T\n    text: | # TODO\n      {heading}\n# TBD\n"
    found = [one for one in check_paper(paper_of(tmp_path, text)) if "placeholder" in one.rule]
    assert [one.row for one in found] == [13 + heading.count("\n")]


def test_an_empty_text_is_told_wherever_it_stands(tmp_path: Path) -> None:
    text = WHOLE.replace("presenter: Chief People Officer", "presenter: ''")
    text += 'sections:\n  - cover\n  - {title: Foreword, text: ""}\n'
    assert told(tmp_path, text) == [
        (5, "cover.presenter"),
        (9, "sign_off"),
        (12, "sections.2.text"),
    ]


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("  meeting: Board\n", "the meeting"),
        ("  presenter: Chief People Officer\n", "who presents"),
        ("  executive_summary: {achievements: [One]}\n", "an executive summary"),
        ("  action_required: For approval\n", "what the board is asked"),
        ("  recommendations: [Approve the plan]\n", "recommendations"),
    ],
)
def test_a_cover_sheet_names_what_a_board_needs(tmp_path: Path, line: str, asked: str) -> None:
    found = check_paper(paper_of(tmp_path, WHOLE.replace(line, "")))
    assert len(found) == 1
    assert asked in found[0].rule


def test_without_a_cover_sheet_none_of_it_is_asked(tmp_path: Path) -> None:
    assert told(tmp_path, "kind: action plan\ndate: 2024-09-26\n") == []


def test_a_section_with_nothing_to_show_is_told_where_it_is_asked_for(tmp_path: Path) -> None:
    made = chapter(2024)
    text = "kind: action plan\ndate: 2024-09-26\nsections:\n  - workforce\n  - action_plan\n"
    found = check_paper(paper_of(tmp_path, text), made)
    assert [(one.row, one.rule) for one in found] == [
        (5, "has nothing to show: the year has no action plan")
    ]
    planned = with_plan({"action": "a"}, made=made)
    assert check_paper(paper_of(tmp_path, text), planned) == []
    of_kind = "kind: action plan\ndate: 2024-09-26\n"
    assert check_paper(paper_of(tmp_path, of_kind), made) == []


def test_half_a_sign_off_and_a_missing_date_are_told(tmp_path: Path) -> None:
    found = check_paper(paper_of(tmp_path, "kind: action plan\nsign_off: {name: A, role: ''}\n"))
    assert [one.rule for one in found] == [
        "the document's date is missing",
        "lacks role and date: the document stays marked DRAFT",
    ]


@pytest.mark.parametrize(
    ("said", "column", "rule"),
    [
        ("{name: XXX, role: Chair, date: 2024-09-20}", "sign_off", "holds a placeholder"),
        ("{name: A, role: '[role]', date: 2024-09-20}", "sign_off", "holds a placeholder"),
        ("{name: A, role: B, date: 2099-01-01}", "sign_off.date", "a day that has not come"),
        ("{name: A, role: B, date: 2024-09-27}", "sign_off.date", "after the document's own date"),
    ],
)
def test_a_sign_off_that_lifts_no_draft_is_told(
    tmp_path: Path, said: str, column: str, rule: str
) -> None:
    text = WHOLE.replace("{name: A, role: B, date: 2024-09-26}", said)
    found = check_paper(paper_of(tmp_path, text), today=date(2024, 10, 1))
    told = [(one.row, one.column) for one in found if rule in one.rule]
    assert told == [(9, column)]
    assert all("stays marked DRAFT" in one.rule for one in found if rule in one.rule)


def test_a_column_of_the_register_is_no_placeholder(tmp_path: Path) -> None:
    text = WHOLE + "register: {columns: [{fields: [lead], heading: Lead}]}\n"
    assert told(tmp_path, text) == []


def test_an_empty_list_and_an_empty_line_of_ones_own_are_told(tmp_path: Path) -> None:
    text = WHOLE.replace("recommendations: [Approve the plan]", "recommendations: []")
    text = text.replace("  meeting: Board\n", "  meeting: Board\n  details:\n    BAF reference:\n")
    assert told(tmp_path, text) == [
        (6, "cover.details.BAF reference"),
        (10, "cover.recommendations"),
        (11, "sign_off"),
    ]


def own_chapter(name: str, after: str = "") -> OwnChapter:
    file = OwnFile(Path(f"{name}.ipynb"), f"data/RXX/2024/notebooks/{name}.ipynb", "")
    code = new_code_cell("words_of(spots, '3', 'division')")
    return OwnChapter(name, file, new_notebook(cells=[code]), after, "")


@pytest.mark.parametrize(
    ("sections", "left_out"),
    [
        ("[workforce, comparison]", ["board"]),
        ("[workforce, board]", ["hotspots", "voices"]),
        ("[board, comparison]", []),
    ],
)
def test_own_chapters_that_sections_leave_out_are_named(
    tmp_path: Path, sections: str, left_out: list[str]
) -> None:
    """One added after the comparison, one after that, and one in place of the board's chapter."""
    own = [
        own_chapter("hotspots", "comparison"),
        own_chapter("voices", "hotspots"),
        own_chapter("board"),
    ]
    read = paper_of(
        tmp_path, WHOLE.replace("board paper", "full analysis") + f"sections: {sections}"
    )
    found = [one for one in check_paper(read, own=own) if "leaves" in one.rule]
    assert [one.rule.rpartition("/")[2] for one in found] == [
        f"{name}.ipynb out" for name in left_out
    ]
    assert {(one.row, one.column) for one in found} <= {(10, "sections")}
    assert all(
        f"Add {name} to the list" in one.remedy for name, one in zip(left_out, found, strict=True)
    )
    # and that is how the document is laid out
    held = embedded(read.paper, {"hotspots": "comparison", "voices": "hotspots"})
    assert not set(held) & set(left_out)


def test_what_a_kind_of_document_holds_by_itself_leaves_no_chapter_out_by_mistake(
    tmp_path: Path,
) -> None:
    own = [own_chapter("hotspots", "comparison")]
    read = paper_of(tmp_path, WHOLE.replace("board paper", "action plan"))
    assert not [one for one in check_paper(read, own=own) if "leaves" in one.rule]
