from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import docx
import pytest
from bs4 import BeautifulSoup

from wres.audit import AuditFinding, Spot, audit_report, read_report
from wres.audit.documents import read_document
from wres.audit.margin import write_comments
from wres.audit.page import page_of
from wres.audit.terminal import print_findings, write_csv


@pytest.fixture
def source(tmp_path: Path) -> Path:
    report = docx.Document()
    report.add_heading("WRES report 2021 (fictional)", level=1)
    report.add_heading("Indicator 2: appointment from shortlisting", level=2)
    table = report.add_table(rows=4, cols=3)
    rows = [("", "White", "BME"), ("Shortlisted", "855", "47"), ("Appointed", "198", "17"),
            ("Likelihood", "23.2%", "39.2%")]  # fmt: skip
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(number, column).text = text
    paragraph = report.add_paragraph("Of 47 BME applicants ")
    paragraph.add_run("17 of 47 (63.2%)").bold = True
    paragraph.add_run(" were appointed.")
    report.save(str(tmp_path / "report.docx"))
    return tmp_path / "report.docx"


def test_the_margin_holds_a_comment_at_each_wrong_cell_and_sentence(
    source: Path, tmp_path: Path
) -> None:
    document = read_document(source)
    findings = audit_report(read_report(document))
    wrong = {(one.published, one.recomputed) for one in findings if one.kind == "contradiction"}
    assert wrong == {("39.2%", "36.2%"), ("63.2%", "36.2%")}
    target = tmp_path / "checked.docx"
    assert write_comments(source, target, document, findings) == 2
    opened = docx.Document(str(target))
    assert sorted(comment.text.split(".")[0] for comment in opened.comments) == [
        "Contradiction: wrong figure", "Contradiction: wrong figure",
    ]  # fmt: skip
    marked = [
        run.text
        for run in opened.paragraphs[-1].runs
        if run._r.getprevious() is not None and run._r.getprevious().tag.endswith("RangeStart")
    ]
    assert marked == ["17 of 47 (63.2%)"]


def test_all_but_the_comments_stays_as_it_was(source: Path, tmp_path: Path) -> None:
    document = read_document(source)
    write_comments(source, tmp_path / "checked.docx", document, audit_report(read_report(document)))
    assert [block.text for block in read_document(tmp_path / "checked.docx").blocks] == [
        block.text for block in document.blocks
    ]
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(tmp_path / "checked.docx") as new:
        assert set(old.namelist()) <= set(new.namelist())
        assert old.read("word/styles.xml") == new.read("word/styles.xml")


def finding(kind: str, place: str, **more: str) -> AuditFinding:
    return AuditFinding(kind, "wrong figure", Spot(place), "It is <wrong> & so on.", **more)


FINDINGS = [
    finding("contradiction", "page 2", published="1.5", recomputed="1.48", formula="a ÷ b",
            text="The <b>ratio</b> was 1.5."),
    finding("uncheckable", "page 3"),
]  # fmt: skip


def test_the_page_stands_alone_and_escapes_what_the_report_says() -> None:
    page = BeautifulSoup(page_of(FINDINGS, "report.docx", 12), "html.parser")
    assert page.html is not None
    assert page.html["lang"] == "en-GB"
    assert page.title is not None
    assert page.title.string == "Audit of report.docx"
    assert [page.find(name) is not None for name in ("header", "main", "footer")] == [True] * 3
    assert not page.find_all(["script", "link", "img"])
    assert "The <b>ratio</b> was 1.5." in page.get_text()
    assert [heading.get_text() for heading in page.find_all("h2")] == [
        "Summary", "Contradictions", "What can't be checked",
    ]  # fmt: skip
    targets = {link["href"] for link in page.find_all("a")} - {"#findings"}
    assert targets == {"#contradiction", "#uncheckable"}


def test_what_cannot_be_checked_is_counted_and_shown_on_demand() -> None:
    brief, whole = io.StringIO(), io.StringIO()
    print_findings(FINDINGS, brief, everything=False)
    print_findings(FINDINGS, whole, everything=True)
    assert "1 contradiction, 0 of rounding, 0 of wording, 1 uncheckable" in brief.getvalue()
    assert "page 3" not in brief.getvalue()
    assert "page 3" in whole.getvalue()


def test_csv_has_a_row_for_each_finding() -> None:
    stream = io.StringIO()
    write_csv(FINDINGS, stream)
    rows = list(csv.DictReader(io.StringIO(stream.getvalue())))
    assert [(row["class"], row["place"], row["recomputed"]) for row in rows] == [
        ("contradiction", "page 2", "1.48"), ("uncheckable", "page 3", ""),
    ]  # fmt: skip
