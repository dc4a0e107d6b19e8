"""The reports of `corpus/` in the forms in which reports are published.

Nothing right in them may be contradicted. The limits are what is found today: they may be raised.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import typst

from tests.audit.forms import FORMS, as_pdf, as_text, as_word, write
from tests.audit.test_corpus import CORPUS, faults, is_at, known
from wres.audit import AuditFinding, audit_report, read_report
from wres.audit.documents import read_document

CHART = (
    "#grid(columns: 4, column-gutter: 12pt, row-gutter: 4pt, "
    "[23.3%], [18.1%], [0%], [20%], [White], [BME], [2021], [2020])"
)
FOUND = {"report_a": 10, "report_b": 10}
CENTRED = {"report_a": 5, "report_b": 6}
SPACED = {"report_a": 8, "report_b": 4}
LOOSE = {"report_a": 9, "report_b": 9}


def audited(path: Path) -> list[AuditFinding]:
    return audit_report(read_report(read_document(path)), known())


def not_planted(findings: list[AuditFinding], name: str) -> list[tuple[str, str]]:
    return [
        (one.published, one.message)
        for one in findings
        if one.kind in {"contradiction", "rounding"}
        if not any(
            is_at(one, fault)
            or (fault["words"].lower() in one.text.lower() and one.published in fault["words"])
            for fault in faults(name)
        )
    ]


def found(findings: list[AuditFinding], name: str) -> int:
    told = [one for one in findings if one.kind != "uncheckable"]
    return sum(any(is_at(one, fault) for one in told) for fault in faults(name))


# Each takes some seconds, most of which a PDF's parser needs.
@pytest.mark.slow
@pytest.mark.parametrize("name", ["report_a", "report_b"])
@pytest.mark.parametrize("form", list(FORMS))
def test_a_pdf_gives_the_planted_mistakes_and_no_others(
    tmp_path: Path, name: str, form: str
) -> None:
    document = read_document(CORPUS / f"{name}.md")
    findings = audited(write(tmp_path / "report.pdf", as_pdf(document, form)))
    assert not_planted(findings, name) == []
    # Cells in the middle of their rows are the hardest.
    assert found(findings, name) >= (CENTRED if form == "centred" else FOUND)[name]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["report_a", "report_b"])
def test_loose_figures_of_charts_and_marks_of_footnotes_contradict_nothing(
    tmp_path: Path, name: str
) -> None:
    document = read_document(CORPUS / f"{name}.md")
    content = as_pdf(document, "thin lines", note="#super[1]", loose=CHART)
    findings = audited(write(tmp_path / "report.pdf", content))
    assert not_planted(findings, name) == []
    assert found(findings, name) >= LOOSE[name]


@pytest.mark.parametrize("name", ["report_a", "report_b"])
def test_word_with_merged_cells_gives_the_planted_mistakes_and_no_others(
    tmp_path: Path, name: str
) -> None:
    document = read_document(CORPUS / f"{name}.md")
    findings = audited(write(tmp_path / "report.docx", as_word(document)))
    assert not_planted(findings, name) == []
    assert found(findings, name) >= FOUND[name]


@pytest.mark.parametrize("name", ["report_a", "report_b"])
def test_text_set_with_spaces_gives_the_planted_mistakes_and_no_others(
    tmp_path: Path, name: str
) -> None:
    document = read_document(CORPUS / f"{name}.md")
    findings = audited(write(tmp_path / "report.txt", as_text(document)))
    assert not_planted(findings, name) == []
    assert found(findings, name) >= SPACED[name]


@pytest.mark.parametrize(
    "table",
    [
        "#table(columns: 1, [1])",
        "#table(columns: 2, [], [], [], [])",
        f"#table(columns: 40, {', '.join(f'[{n}%]' for n in range(120))})",
        "#page(flipped: true)[#rotate(90deg)[#table(columns: 2, [BME], [5%], [White], [6%])]]",
    ],
)
def test_odd_tables_end_no_audit(tmp_path: Path, table: str) -> None:
    text = f"= Race equality 2021\n\nIndicator 2 is about appointment from shortlisting.\n\n{table}"
    path = write(tmp_path / "report.pdf", bytes(typst.compile(text.encode())))
    assert [one for one in audited(path) if one.kind == "contradiction"] == []
