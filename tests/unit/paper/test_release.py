"""Nothing under embargo is public, and nothing unsigned is more than a draft."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.unit.chapters.own_notebooks import code, notebook, put, text
from tests.unit.indicators.trusts import chapter
from tests.unit.paper.papers import folder_of, paper_of
from wres.chapters.own import OwnChapter, own_files, read_own_chapters
from wres.chapters.papers import Paper
from wres.chapters.register import Action, Register, Staged
from wres.chapters.staging import marking
from wres.errors import InputError
from wres.paper import require_released
from wres.sources.trust import SourceNote

DAY = date(2025, 3, 6)
SURVEY = {"staff_survey": SourceNote(source="survey tables", embargo_until=DAY)}


@pytest.mark.parametrize("today", [date(2025, 3, 5), date(2024, 1, 1)])
def test_figures_under_embargo_are_refused_before_the_day(tmp_path: Path, today: date) -> None:
    with pytest.raises(InputError, match=r"staff_survey\.csv is under embargo until 6 March 2025"):
        require_released(folder_of(tmp_path), SURVEY, None, today)


def test_an_embargo_is_told_with_its_line_and_what_to_do(tmp_path: Path) -> None:
    read = paper_of(tmp_path, "kind: action plan\nembargo_until: 2025-03-07\n")
    file = folder_of(tmp_path).path / "sources.yml"
    file.write_text("staff_survey.csv:\n  source: x\n  embargo_until: 2025-03-06\n", "utf-8")
    with pytest.raises(InputError) as caught:
        require_released(folder_of(tmp_path), SURVEY, read, date(2025, 3, 5))
    told = [(one.row, one.column) for one in caught.value.problems]
    assert told == [(3, "staff_survey.csv.embargo_until"), (2, "embargo_until")]
    for one in caught.value.problems:
        assert one.remedy.startswith("Render it with --profile internal until then, or correct")
        assert re.search(r"and run wres check R\w\w \d{4}.* again\.$", one.remedy)


def test_they_are_released_on_the_day(tmp_path: Path) -> None:
    require_released(folder_of(tmp_path), SURVEY, None, DAY)


def test_both_embargoes_are_told_at_once(tmp_path: Path) -> None:
    read = paper_of(tmp_path, "embargo_until: 2025-03-07\n")
    with pytest.raises(InputError) as caught:
        require_released(folder_of(tmp_path), SURVEY, read, date(2025, 3, 5))
    assert len(caught.value.problems) == 2
    with pytest.raises(InputError, match="document is under embargo until 7 March 2025"):
        require_released(folder_of(tmp_path), SURVEY, read, DAY)
    require_released(folder_of(tmp_path), SURVEY, read, date(2025, 3, 7))


@pytest.mark.parametrize(
    ("sign_off", "draft"),
    [
        ({}, True),
        ({"name": "A", "role": "B"}, True),
        ({"name": "A", "role": "B", "date": "2024-09-26"}, False),
        ({"name": "XXX", "role": "B", "date": "2024-09-26"}, True),
        ({"name": "A", "role": "[role]", "date": "2024-09-26"}, True),
        ({"name": "A", "role": "B", "date": "2099-01-01"}, True),
    ],
)
def test_a_document_is_marked_draft_until_its_sign_off(
    sign_off: dict[str, str], draft: bool
) -> None:
    made = chapter(2024)
    paper = Paper.model_validate({"sign_off": sign_off})
    described = type(made)(made.results, made.facts, Staged(paper=paper))
    assert ("DRAFT" in marking(described)) is draft
    assert "DRAFT" not in marking(made)


def test_a_signed_document_that_holds_placeholders_is_a_draft_and_says_why() -> None:
    made = chapter(2024)
    signed = {"name": "A", "role": "B", "date": "2024-09-26"}
    for given in (
        {"cover": {"executive_summary": {"actions": ["XXX"]}}},
        {"cover": {"details": {"BAF": "TBC"}}},
        {"sections": [{"title": "You said", "text": "To be confirmed"}]},
    ):
        paper = Paper.model_validate({"sign_off": signed, **given})
        described = type(made)(made.results, made.facts, Staged(paper=paper))
        assert "DRAFT: still to be filled in" in marking(described)


SIGNED = {"name": "A", "role": "B", "date": "2024-09-26"}


def marked(own: list[OwnChapter] | None = None, actions: Register = (), **given: Any) -> bool:
    made = chapter(2024)
    paper = Paper.model_validate({"sign_off": SIGNED, **given})
    described = type(made)(made.results, made.facts, Staged(register=actions, paper=paper))
    return "DRAFT: still to be filled in" in marking(described, own or [])


@pytest.mark.parametrize(
    "given",
    [
        {"cover": {"presenter": ""}},
        {"cover": {"details": {"BAF reference": ""}}},
        {"cover": {"recommendations": []}},
        {"sections": ["cover", {"title": "Foreword", "text": ""}]},
        {"sections": [{"title": "Foreword", "text": "We said.", "signed": ""}]},
    ],
)
def test_an_empty_text_or_a_missing_name_keeps_a_signed_document_a_draft(
    given: dict[str, Any],
) -> None:
    assert marked(**given)


def test_a_placeholder_in_the_plan_keeps_a_document_a_draft_that_prints_the_plan() -> None:
    plan = (Action(row=2, action="Train all panels", lead="[name]"),)
    whole = (Action(row=2, action="Train all panels"),)
    assert marked(actions=plan, kind="action plan")
    assert not marked(actions=plan, kind="metrics appendix")
    assert not marked(actions=whole, kind="action plan")


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        ("Staff told us much.", False),
        ("Staff told us XXX.", True),
        ("## What we heard\n\n## What we did\n\nMuch.", True),
        ("## What we heard\n\n### In wards\n\nMuch.", False),
    ],
)
def test_what_a_chapter_leaves_open_keeps_a_document_a_draft_that_prints_it(
    tmp_path: Path, source: str, draft: bool
) -> None:
    put(tmp_path, "voices", notebook(text(source), code("figure", "shown")))
    files = own_files(tmp_path, lambda path: path.name, "wres check ZZ1 2024")
    own = read_own_chapters(files, Path(__file__).parents[3] / "notebooks")
    assert marked(own, sections=["comparison"]) is draft
    assert marked(own, sections=["voices"]) is draft
    assert not marked(own, sections=["summary"])


def test_a_sign_off_after_the_documents_own_day_signs_nothing() -> None:
    signed = {"name": "A", "role": "B", "date": "2024-09-26"}
    of_day = {
        day: Paper.model_validate({"date": day, "sign_off": signed})
        for day in ("2024-09-25", "2024-09-26")
    }
    assert [one.is_signed(date(2024, 10, 1)) for one in of_day.values()] == [False, True]
    assert not of_day["2024-09-26"].is_signed(date(2024, 9, 25))
