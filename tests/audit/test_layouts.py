"""The made-up reports of `layouts.py`: what is found of their mistakes, and nothing else wrong.

The limits are what is found today: they may be raised, never lowered. What the first runs gave
stands in README.md.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.audit.layouts import FAULTS, REPORTS, Fault
from tests.audit.test_corpus import known
from wres.audit import AuditFinding, audit_report, read_report
from wres.audit.documents import read_document

# Known and not found: see README.md.
MISSED = {"1.14", "the same as the benchmark median", "Indicator 3"}


@cache
def told(name: str) -> tuple[AuditFinding, ...]:
    make, file = REPORTS[name]
    with TemporaryDirectory() as folder:
        path = Path(folder) / file
        path.write_bytes(make())
        findings = audit_report(read_report(read_document(path)), known())
    return tuple(one for one in findings if one.kind != "uncheckable")


def is_of(one: AuditFinding, fault: Fault) -> bool:
    """Say whether a finding stands at a fault's words, or in its sentence with its name."""
    text, words, published = one.text.lower(), fault.words.lower(), one.published.lower()
    if words not in text and words not in published:
        return False
    return published in words or words in published or one.mistake == fault.mistake


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        pytest.param(name, fault, id=f"{name}: {fault.words}")
        for name, faults in FAULTS.items()
        for fault in faults
        if fault.words not in MISSED
    ],
)
def test_a_planted_mistake_is_found(name: str, fault: Fault) -> None:
    assert any(is_of(one, fault) for one in told(name))


@pytest.mark.parametrize("name", list(REPORTS))
def test_nothing_else_is_called_wrong(name: str) -> None:
    others = [
        (one.published, one.message)
        for one in told(name)
        if one.kind in {"contradiction", "rounding"}
        if not any(is_of(one, fault) or _swapped(one, fault) for fault in FAULTS[name])
    ]
    assert others == []


def _swapped(one: AuditFinding, fault: Fault) -> bool:
    """Say whether it is the other half of two groups' figures that were swapped."""
    return fault.mistake == "labels swapped" and fault.words.lower() in one.text.lower()
