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


def test_every_fault_of_the_schema_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        paper_of(tmp_path, FAULTY)
    told = {(one.row, str(one.column)) for one in caught.value.problems}
    assert told == {
        *((1, "kind"), (2, "date"), (8, "sections.3"), (9, "sections.4"), (10, "sections.5")),
        (11, "sign_of"),
    }


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
