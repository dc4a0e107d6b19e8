"""Sentences of `corpus/fenmoor.yml`, each in its section of `corpus/fenmoor.md`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.audit.test_corpus import CORPUS, known
from wres.audit import audit_report, read_report
from wres.audit.documents.plain import read_plain

TABLES = (CORPUS / "fenmoor.md").read_text("utf-8")
LISTED: dict[str, Any] = yaml.safe_load((CORPUS / "fenmoor.yml").read_text("utf-8"))
RIGHT = [(number, text) for number, one in LISTED.items() for text in one["right"]]
WRONG = [(number, text) for number, one in LISTED.items() for text in one["wrong"]]


def told(number: str, sentence: str) -> list[str]:
    """Give the words that are called wrong of a sentence at the end of its section."""
    parts = re.split(r"(?m)^(?=## )", TABLES)
    parts[int(number) + 1] += f"{sentence}\n\n"
    report = read_report(read_plain(Path("report.md"), "".join(parts).encode()))
    findings = audit_report(report, known())
    return [one.published for one in findings if one.kind != "uncheckable"]


@pytest.mark.parametrize("number", list("0123456789"))
def test_the_tables_alone_are_right(number: str) -> None:
    assert told(number, "") == []


@pytest.mark.parametrize(("number", "sentence"), RIGHT)
def test_a_right_sentence_is_left_alone(number: str, sentence: str) -> None:
    assert told(number, sentence) == []


@pytest.mark.parametrize(("number", "sentence"), WRONG)
def test_a_wrong_sentence_is_told_at_its_words(number: str, sentence: str) -> None:
    before, words, after = re.split(r"[\[\]]", sentence)
    assert words in told(number, f"{before}{words}{after}")
