"""Sentences of reports without tables, held to one another (`corpus/sentences_alone.yml`)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.audit.test_corpus import CORPUS, known
from wres.audit import audit_report, read_report
from wres.audit.documents.plain import read_plain

LISTED: dict[str, Any] = yaml.safe_load((CORPUS / "sentences_alone.yml").read_text("utf-8"))


def told(number: str, paragraph: str) -> list[str]:
    """Give what is told of a paragraph in its section, but for what can't be checked."""
    heading = f"Indicator {number}" if number else "Our workforce"
    text = f"{LISTED['head']}\n## {heading}\n\n{paragraph}\n"
    findings = audit_report(read_report(read_plain(Path("report.md"), text.encode())), known())
    return [one.message for one in findings if one.kind != "uncheckable"]


@pytest.mark.parametrize(("number", "paragraph"), LISTED["right"])
def test_a_right_paragraph_is_left_alone(number: str, paragraph: str) -> None:
    assert told(number, paragraph) == []


@pytest.mark.parametrize(("number", "paragraph"), LISTED["wrong"])
def test_a_wrong_paragraph_is_found(number: str, paragraph: str) -> None:
    assert told(number, paragraph) != []
