"""board_paper.yml: closed, every fault at once, each in its line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.unit.paper.papers import folder_of, paper_of
from wres.errors import InputError
from wres.paper import read_paper

FAULTY = """kind: bored paper
date: soon
title: A title
sections:
  - cover
  - sumary
  - cover
  - {title: No text}
  - {text: No title}
  - {section: board, signed: Me}
sign_of: {}
reference_document: none.docx
"""


def test_no_file_is_no_document(tmp_path: Path) -> None:
    assert read_paper(folder_of(tmp_path)) is None


def test_another_file_takes_its_place_and_must_be_there(tmp_path: Path) -> None:
    other = tmp_path / "other.yml"
    other.write_text("kind: action plan\n", encoding="utf-8")
    read = read_paper(folder_of(tmp_path), other)
    assert read is not None
    assert read.paper.kind == "action plan"
    with pytest.raises(InputError, match="there is no such file"):
        read_paper(folder_of(tmp_path), tmp_path / "none.yml")


def test_every_fault_is_told_at_once_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        paper_of(tmp_path, FAULTY)
    told = {(one.row, str(one.column)) for one in caught.value.problems}
    assert told == {
        *((1, "kind"), (2, "date"), (6, "sections.2"), (7, "sections.3")),
        *((8, "sections.4"), (9, "sections.5"), (10, "sections.6"), (11, "sign_of")),
        (12, "reference_document"),
    }


def test_a_misspelt_field_of_the_register_is_told_once(tmp_path: Path) -> None:
    for columns in ("[leed]", "[{heading: Lead, fields: [leed]}]"):
        with pytest.raises(InputError) as caught:
            paper_of(tmp_path, f"kind: action plan\nregister:\n  columns: {columns}\n")
        told = [(one.row, one.column, one.given) for one in caught.value.problems]
        assert told == [(3, "register.columns.1.fields.1", "leed")]
    with pytest.raises(InputError, match="must hold at least one entry"):
        paper_of(tmp_path, "register:\n  columns: [{heading: Lead, fields: []}]\n")


def test_unknown_and_repeated_sections_are_told_with_the_nearest_name(tmp_path: Path) -> None:
    text = "sections:\n  - cover\n  - sumary\n  - board\n  - cover\n"
    with pytest.raises(InputError) as caught:
        paper_of(tmp_path, text)
    told = [(one.row, one.given, one.rule) for one in caught.value.problems]
    assert [one[:2] for one in told] == [(3, "sumary"), (5, "cover")]
    assert "perhaps summary" in told[0][2]
    assert "once" in told[1][2]


def test_a_trusts_own_chapter_is_a_section(tmp_path: Path) -> None:
    notebooks = folder_of(tmp_path).path / "notebooks"
    notebooks.mkdir()
    (notebooks / "voices.ipynb").write_text("{}", encoding="utf-8")
    assert paper_of(tmp_path, "sections: [voices]").paper.named == ("voices",)


def test_reference_document_must_lie_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="must be a Word document"):
        paper_of(tmp_path, "reference_document: house.docx")
    (folder_of(tmp_path).path / "house.docx").write_bytes(b"PK")
    read = paper_of(tmp_path, "reference_document: house.docx")
    assert read.reference_document == folder_of(tmp_path).path / "house.docx"


def test_what_yaml_reads_as_number_or_day_is_what_was_written(tmp_path: Path) -> None:
    text = (
        "date: 2024-09-26\ncover:\n  agenda_item: 14\n  presenter:\n"
        "  considered_before: [{committee: People, date: 2024-09-05}]\n"
        "  action_required: For approval\n"
    )
    paper = paper_of(tmp_path, text).paper
    assert paper.date == date(2024, 9, 26)
    assert (paper.cover.agenda_item, paper.cover.presenter) == ("14", "")
    assert paper.cover.considered_before[0].date == "5 September 2024"
    assert [(one.line, one.ticked) for one in paper.cover.action_required] == [
        ("For approval", True)
    ]


@pytest.mark.parametrize("missing", ["name", "role", "date"])
def test_a_sign_off_is_recorded_with_name_role_and_day(tmp_path: Path, missing: str) -> None:
    said = {"name": "A", "role": "B", "date": "2024-09-26"}
    whole = "sign_off: {" + ", ".join(f"{key}: {text}" for key, text in said.items()) + "}"
    assert paper_of(tmp_path, whole).paper.sign_off.is_recorded
    lacking = "sign_off: {" + ", ".join(f"{k}: {v}" for k, v in said.items() if k != missing) + "}"
    assert not paper_of(tmp_path, lacking).paper.sign_off.is_recorded


@pytest.mark.parametrize(
    ("line", "typed"),
    [("9.20", "9.20"), ("010", "010"), ("9:20", "9:20"), ("1_0", "1_0"), ("no", "no")],
)
def test_what_looks_like_a_number_is_read_as_it_was_typed(
    tmp_path: Path, line: str, typed: str
) -> None:
    paper = paper_of(
        tmp_path,
        f"title: {line}\ncover:\n  agenda_item: {line}\n"
        f"  strategic_aims: [{{aim: A, objectives: {line}, ticked: yes}}]\n"
        "register: {columns: [{fields: [action], width: 30}]}\n",
    ).paper
    assert (paper.title, paper.cover.agenda_item) == (typed, typed)
    assert paper.cover.strategic_aims[0].objectives == typed
    assert paper.cover.strategic_aims[0].ticked is True
    assert paper.action_register.columns[0].width == 30


def test_texts_stand_for_lists_and_lists_for_texts(tmp_path: Path) -> None:
    text = (
        "cover:\n  executive_summary: {achievements: One thing}\n"
        "  risks:\n    - Risk 1\n    - Risk 2: staff leave\n"
        "  recommendations: Approve it\n  considered_before: People Committee\n"
        "  action_required: [For approval, {line: For information}]\n"
        "sections:\n  - {title: T, text: [one, two]}\n"
    )
    paper = paper_of(tmp_path, text).paper
    cover = paper.cover
    assert cover.executive_summary is not None
    assert cover.executive_summary.achievements == "One thing"
    assert cover.risks == ("Risk 1", "Risk 2: staff leave")
    assert cover.recommendations == "Approve it"
    assert cover.considered_before[0].committee == "People Committee"
    assert [one.ticked for one in cover.action_required] == [True, False]
    assert paper.sections[0].text == "- one\n- two"


@pytest.mark.parametrize(
    ("text", "row", "rule"),
    [
        ("cover:\n  sponsor: A\n", 2, "goes under `details`"),
        ("cover:\n  sponsor: A\n", 2, "unknown key; accepted are meeting, agenda_item"),
        (
            "cover:\n  considered_before: [{committee: A, who: B}]\n",
            2,
            "accepted are committee, date, outcome",
        ),
        ("register: {colums: []}\n", 1, "accepted are columns, group_by, key, statuses"),
        ("kind: action plan\nembargo_until: 2024-13-01\n", 2, "must be a day that there is"),
        ("date: 26.9.24\n", 1, "must be a day that there is"),
        ("cover: {governance: {a: b}}\n", 1, "must be a text, or a list of texts"),
        ("cover: {strategic_aims: A}\n", 1, "must be a list"),
        ("cover: {strategic_aims: [A]}\n", 1, "keys with values; accepted are aim, objectives"),
        ("cover: {details: [A]}\n", 1, "must be labels with texts"),
        ("cover: {labels: {meetin: A}}\n", 1, "must be 'organisation', 'title', 'meeting'"),
        ("contents: maybe\n", 1, "must be true or false"),
        ("register: {columns: [{fields: []}]}\n", 1, "must hold at least one entry"),
    ],
)
def test_faults_are_told_in_plain_words(tmp_path: Path, text: str, row: int, rule: str) -> None:
    with pytest.raises(InputError) as caught:
        paper_of(tmp_path, text)
    told = [(one.row, one.rule) for one in caught.value.problems]
    assert [one[0] for one in told] == [row]
    assert rule in told[0][1]
