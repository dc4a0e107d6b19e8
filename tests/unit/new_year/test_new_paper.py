"""The document of a new year: arranged as last year's, with no word of last year's text."""

from __future__ import annotations

from pathlib import Path

from wres.new_year.paper import paper_skeleton
from wres.paper import check_paper, read_paper
from wres.sources.folders import YearFolder

LAST = """kind: full analysis
title: The year 2023
date: 2023-09-30
numbering: sections
sections:
  - cover
  - {title: Foreword, text: We said so in 2023., signed: An old chair}
  - {section: workforce, title: Who works here}
  - sign_off
cover:
  meeting: Board of September
  presenter: Somebody
  executive_summary: {introduction: Old words, achievements: [Old success]}
  strategic_aims: [{aim: Fair to all, objectives: "2.1", ticked: true}]
  considered_before: [{committee: People Committee, date: 2023-09-05}]
  action_required: For approval
  risks: Old risks
  recommendations: [Old recommendation]
sign_off: {name: Old Chair, role: Chair, date: 2023-09-30}
embargo_until: 2023-10-01
register: {group_by: theme, key: RAG}
"""


def begun(tmp_path: Path, last: str | None) -> YearFolder:
    folder = YearFolder(tmp_path, "RXX", 2024)
    for one in (folder, folder.before):
        one.path.mkdir(parents=True)
    if last is not None:
        (folder.before.path / "board_paper.yml").write_text(last, encoding="utf-8")
    (folder.path / "board_paper.yml").write_bytes(paper_skeleton(folder))
    return folder


def test_a_first_document_is_read_and_asks_to_be_filled_in(tmp_path: Path) -> None:
    read = read_paper(begun(tmp_path, None))
    assert read is not None
    assert read.paper.kind == "board paper"
    assert len(check_paper(read)) > 8
    assert not read.paper.sign_off.is_recorded


def test_arrangement_is_carried_over_and_last_years_text_is_not(tmp_path: Path) -> None:
    read = read_paper(begun(tmp_path, LAST))
    assert read is not None
    paper = read.paper
    assert (paper.kind, paper.numbering, paper.action_register.key) == (
        *("full analysis", "sections", "RAG"),
    )
    assert [one.title or one.section for one in paper.sections] == [
        *("cover", "Foreword", "Who works here", "sign_off"),
    ]
    assert paper.cover.strategic_aims[0].aim == "Fair to all"
    assert paper.cover.strategic_aims[0].ticked is False
    assert paper.cover.considered_before[0].committee == "People Committee"
    for old in ("2023", "Somebody", "Old", "An old chair"):
        assert old not in read.text
    assert (paper.date, paper.embargo_until, paper.sign_off.is_recorded) == (None, None, False)


def test_a_faulty_document_of_last_year_stops_nothing(tmp_path: Path) -> None:
    read = read_paper(begun(tmp_path, "kind: no such kind\n"))
    assert read is not None
    assert read.paper.kind == "board paper"
