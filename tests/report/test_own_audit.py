"""What we render ourselves is right, so an audit calls nothing in it wrong, in any format."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from tests.report.samples import Rendered
from wres.audit.running import run_audit
from wres.report import Report, make_report

pytestmark = pytest.mark.slow


def hold(folder: Path, data: Path) -> None:
    page = html.parse(str(folder / "report.html")).getroot()
    for left_out in page.xpath("//script|//style|//svg"):
        left_out.drop_tree()
    lines = (line for line in page.text_content().split("\n") if line.strip())
    # As a browser's text is kept by a simple tool: cells of a row meet, no line is broken.
    (folder / "report.txt").write_text("\n".join(lines), encoding="utf-8")
    for form in ("html", "docx", "pdf", "txt"):
        audit = run_audit(folder / f"report.{form}", benchmarks=data)
        assert [
            (form, one.kind, one.published, one.text)
            for one in audit.findings
            if one.kind != "uncheckable"
        ] == []
        assert len(audit.claims) > 50


def test_nothing_in_a_sample_is_called_wrong(rendered: Rendered, data: Path) -> None:
    hold(rendered.folder, data)


def test_nothing_in_a_numbered_board_paper_is_called_wrong(
    data: Path, project: Path, tmp_path: Path
) -> None:
    formats = ("html", "docx", "pdf")
    report = Report("ZZ1", 2024, data, tmp_path, project, formats=formats, engine="embedded")
    hold(make_report(report), data)
