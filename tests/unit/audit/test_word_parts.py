"""What a Word document holds outside of its body's paragraphs: notes, text boxes, margins."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
from docx.oxml import parse_xml

from wres.audit import audit_report, read_report
from wres.audit.documents import read_document
from wres.audit.margin import write_comments

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
WRONG = "17 of 47 BME applicants (63.2%) were appointed."
BOX = f"<w:txbxContent><w:p><w:r><w:t>{WRONG}</w:t></w:r></w:p></w:txbxContent>"
# As Word keeps a text box: for itself, and again for what can't draw it.
BOXED = f"""<w:r {NS}><mc:AlternateContent>
<mc:Choice Requires="wps"><w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing></mc:Choice>
<mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"""
OVERRIDE = (
    b'<Override PartName="/word/footnotes.xml" ContentType="application/'
    b'vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/>'
)
RELATION = (
    b'<Relationship Id="rId99" Target="footnotes.xml" Type="http://schemas.openxmlformats.org/'
    b'officeDocument/2006/relationships/footnotes"/>'
)


def with_box(path: Path) -> Path:
    report = docx.Document()
    report.add_heading("WRES report 2021 (fictional)", level=1)
    report.add_paragraph("Key figures")._p.append(parse_xml(BOXED))
    report.sections[0].header.paragraphs[
        0
    ].text = "At Example Trust 3 of 20 board members (25%) are BME."
    report.save(str(path))
    return path


def with_note(path: Path) -> Path:
    """Save a report with a footnote, which python-docx doesn't write."""
    report = docx.Document()
    report.add_heading("WRES report 2021 (fictional)", level=1)
    mark = f'<w:r {NS}><w:footnoteReference w:id="2"/></w:r>'
    report.add_paragraph("See the note.")._p.append(parse_xml(mark))
    content = io.BytesIO()
    report.save(content)
    note = f'<w:footnote w:id="2"><w:p><w:r><w:t>{WRONG}</w:t></w:r></w:p></w:footnote>'
    with zipfile.ZipFile(content) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "[Content_Types].xml":
                text = text.replace(b"</Types>", OVERRIDE + b"</Types>")
            if name == "word/_rels/document.xml.rels":
                text = text.replace(b"</Relationships>", RELATION + b"</Relationships>")
            new.writestr(name, text)
        new.writestr("word/footnotes.xml", f"<w:footnotes {NS}>{note}</w:footnotes>")
    return path


def test_a_text_box_is_read_once_and_apart_from_its_paragraph(tmp_path: Path) -> None:
    texts = [block.text for block in read_document(with_box(tmp_path / "report.docx")).blocks]
    assert texts[1:3] == ["Key figures", WRONG]


def test_a_header_is_read(tmp_path: Path) -> None:
    document = read_document(with_box(tmp_path / "report.docx"))
    told = {(one.spot.place, one.recomputed) for one in audit_report(read_report(document))}
    assert ("header", "15.0%") in told


def test_a_note_is_read_where_it_hangs(tmp_path: Path) -> None:
    document = read_document(with_note(tmp_path / "report.docx"))
    assert [(block.place, block.text) for block in document.blocks][-1] == ("footnote 2", WRONG)
    told = [one.recomputed for one in audit_report(read_report(document))]
    assert told == ["36.2%"]


def test_comments_on_what_hangs_on_the_body_stand_in_the_body(tmp_path: Path) -> None:
    for name, make, place in (
        ("box.docx", with_box, "Paragraph 3"), ("note.docx", with_note, "Footnote 2"),
    ):  # fmt: skip
        source = make(tmp_path / name)
        document = read_document(source)
        findings = audit_report(read_report(document))
        count = write_comments(source, tmp_path / f"out-{name}", document, findings)
        opened = docx.Document(str(tmp_path / f"out-{name}"))
        texts = [comment.text for comment in opened.comments]
        assert len(texts) == count == len(findings)
        assert any(text.startswith(f"{place}: Contradiction") for text in texts)
        marks = opened.element.body.iter("{*}commentRangeStart")
        assert not any(list(mark.iterancestors("{*}txbxContent")) for mark in marks)
