"""Sentences and tables as reports have them: wrong ones are told, true ones are not accused.

`reported.yml` says who wrote them and when; README.md what the checker made of them at first.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from wres.chapters import Chapter
from wres.claims import CONTRADICTIONS, STRICT, Finding, Passage, check_passages
from wres.claims.markup import inline_values
from wres.vocabulary.filling import fill

LIST = yaml.safe_load((Path(__file__).parent / "reported.yml").read_text("utf-8"))


def entries(*, wrong: bool) -> list[Any]:
    return [pytest.param(one, id=one["id"]) for one in LIST if one.get("wrong", False) == wrong]


def findings_of(entry: dict[str, Any], report) -> list[Finding]:
    chapter: Chapter = report(entry["report"])
    values = tuple((one, fill(one, chapter) or "") for one in inline_values(entry["text"]))
    passage = Passage("findings.ipynb", entry["id"], entry["text"], None, "findings", values)
    return check_passages([passage], chapter)


@pytest.mark.parametrize("entry", entries(wrong=True))
def test_what_the_figures_deny_is_told(entry, report):
    kinds = {one.kind for one in findings_of(entry, report)}
    assert kinds & ({entry["kind"]} if "kind" in entry else CONTRADICTIONS)


@pytest.mark.parametrize("entry", entries(wrong=False))
def test_true_sentences_are_not_accused(entry, report):
    allowed = {"not found"} if entry.get("elsewhere") else set()
    raised = [one for one in findings_of(entry, report) if one.kind in STRICT - allowed]
    assert raised == []
