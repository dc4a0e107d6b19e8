"""The page for a report's author, by axe-core in a real browser at desk and phone width."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.accessibility import hold_file
from tests.audit.test_corpus import CORPUS, known
from wres.audit.auditing import audit_and_doubt
from wres.audit.candidates import read_report
from wres.audit.coverage import coverage_of
from wres.audit.documents import read_document
from wres.audit.page import write_page


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    report = read_report(read_document(CORPUS / "report_a.md"))
    findings, doubtful = audit_and_doubt(report, known())
    path = tmp_path_factory.mktemp("page") / "audit.html"
    name = "a-very-long-name-of-a-file-with-no-blanks-in-it-as-they-come-from-websites-2023.docx"
    write_page(findings, path, name, len(report.claims), coverage_of(report, doubtful))
    return path


@pytest.mark.slow
@pytest.mark.parametrize("width", [1280, 360])
def test_no_rule_of_wcag_is_broken_and_nothing_scrolls_sideways(
    page_file: Path, width: int
) -> None:
    opened = "document.querySelectorAll('details').forEach(one => one.open = true)"
    hold_file(page_file, width, opened)
