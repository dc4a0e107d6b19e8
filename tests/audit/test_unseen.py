"""Reports written to try the audit with: mistakes found, and nothing else called wrong."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from tests.audit.test_corpus import CORPUS, known
from wres.audit import AuditFinding, audit_report, read_report
from wres.audit.documents import read_document

FAULTS: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (CORPUS / "unseen_faults.yml").read_text("utf-8")
)


def told(name: str) -> list[AuditFinding]:
    findings = audit_report(read_report(read_document(CORPUS / name)), known())
    return [one for one in findings if one.kind != "uncheckable"]


def is_of(one: AuditFinding, fault: dict[str, Any]) -> bool:
    return fault["text"] in one.text and fault["published"] in (one.published or one.text)


@pytest.mark.parametrize("name", FAULTS)
def test_planted_mistakes_are_found_but_those_that_are_known_to_be_missed(name: str) -> None:
    findings = told(name)
    missed = [
        fault["published"]
        for fault in FAULTS[name]
        if not any(is_of(one, fault) for one in findings)
    ]
    assert missed == [one["published"] for one in FAULTS[name] if one.get("found") is False]


@pytest.mark.parametrize("name", FAULTS)
def test_nothing_else_in_them_is_called_wrong(name: str) -> None:
    others = [
        (one.published, one.message)
        for one in told(name)
        if not any(is_of(one, fault) for fault in FAULTS[name])
    ]
    assert others == []
