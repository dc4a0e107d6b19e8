"""Sentences of `corpus/sentences.yml` beside tables: right ones left alone, wrong ones found."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.audit.test_corpus import CORPUS, known
from wres.audit import audit_report, read_report
from wres.audit.documents.plain import read_plain

LISTED: dict[str, Any] = yaml.safe_load((CORPUS / "sentences.yml").read_text("utf-8"))
# Not found: see README.md.
MISSED = {"BME staff make up 33.3% of band 8a."}


def told(sentence: str) -> list[str]:
    """Give what is told of a sentence beside the tables, but for what can't be checked."""
    text = f"{LISTED['tables']}\n## What this tells us\n\n{sentence}\n"
    findings = audit_report(read_report(read_plain(Path("report.md"), text.encode())), known())
    return [one.message for one in findings if one.kind != "uncheckable"]


def test_the_tables_alone_are_right() -> None:
    assert told("") == []


@pytest.mark.parametrize("sentence", LISTED["right"])
def test_a_right_sentence_is_left_alone(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize("sentence", [one for one in LISTED["wrong"] if one not in MISSED])
def test_a_wrong_sentence_is_found(sentence: str) -> None:
    assert told(sentence) != []
