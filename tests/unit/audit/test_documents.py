from __future__ import annotations

import io
from pathlib import Path

import docx
import pikepdf
import pytest

from wres.audit.documents import Document, read_document
from wres.errors import InputError


def write(path: Path, content: bytes | str) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in document.blocks]


def word_report() -> bytes:
    report = docx.Document()
    report.add_heading("Indicator 2", level=2)
    report.add_paragraph("White applicants were more likely.")
    table = report.add_table(rows=2, cols=3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Group"
    table.cell(0, 2).text = "Ratio"
    for column, text in enumerate(("White", "BME", "1.48")):
        table.cell(1, column).text = text
    content = io.BytesIO()
    report.save(content)
    return content.getvalue()


def test_word_is_read_in_the_order_of_its_body(tmp_path: Path) -> None:
    document = read_document(write(tmp_path / "report.docx", word_report()))
    assert kinds(document) == [
        ("heading", "Indicator 2"),
        ("paragraph", "White applicants were more likely."),
        ("table", ""),
    ]
    grid = document.blocks[2].grid
    assert grid is not None
    assert grid.rows == (("Group", "Group", "Ratio"), ("White", "BME", "1.48"))
    assert (0, 1) in grid.copies


def test_text_deleted_with_tracked_changes_is_not_read(tmp_path: Path) -> None:
    report = docx.Document()
    paragraph = report.add_paragraph("The ratio is 1.48.")
    gone = report.add_paragraph("").add_run("It was 9.99.")
    deletion = gone._r.makeelement(
        "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}del", {}
    )
    gone._r.getparent().remove(gone._r)
    deletion.append(gone._r)
    paragraph._p.append(deletion)
    report.save(str(tmp_path / "report.docx"))
    assert kinds(read_document(tmp_path / "report.docx")) == [("paragraph", "The ratio is 1.48.")]


def test_a_web_page_is_read_with_its_merged_cells(tmp_path: Path) -> None:
    page = (
        "<html><body><nav>1.23</nav><h2>Indicator 8</h2><p>One <b>bold</b> word.</p><table>"
        "<thead><tr><th rowspan=2>Group<th colspan=2>Year</tr><tr><th>2020<th>2021</tr></thead>"
        "<tr><td>BME<td>15%<td>18%</tr></table><ul><li>An item</li></ul></body></html>"
    )
    document = read_document(write(tmp_path / "report.html", page))
    assert kinds(document) == [
        ("heading", "Indicator 8"), ("paragraph", "One bold word."), ("table", ""),
        ("paragraph", "An item"),
    ]  # fmt: skip
    grid = document.blocks[2].grid
    assert grid is not None
    assert grid.rows[:2] == (("Group", "Year", "Year"), ("Group", "2020", "2021"))


def test_plain_text_keeps_its_numbers(tmp_path: Path) -> None:
    text = "# Title\n\nIt moved from 1.45 to\n1.09. In 2021 it fell.\n\n"
    text += "| a | b |\n|---|---|\n| BME | 2 |\n"
    document = read_document(write(tmp_path / "report.md", text))
    assert kinds(document)[:2] == [
        ("heading", "Title"),
        ("paragraph", "It moved from 1.45 to 1.09. In 2021 it fell."),
    ]
    assert document.blocks[2].grid is not None


def empty_pdf(password: str = "") -> bytes:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    content = io.BytesIO()
    lock = pikepdf.Encryption(owner=password, user=password) if password else False
    pdf.save(content, encryption=lock)
    return content.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("report.pdf", empty_pdf(), "is a scan"),
        ("report.pdf", empty_pdf("secret"), "is locked by a password"),
        ("report.pdf", b"%PDF-1.4 broken", "PDF"),
        ("report.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64), "old Word, not docx"),
        ("report.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64), "locked by a password"),
        ("report.docx", b"PK\x03\x04 broken", "not a Word document"),
        ("report.docx", b"plain words", "is not a docx file"),
        ("report.md", b"   \n", "is empty"),
        ("report.txt", b"a\x00b\x00", "is no text"),
        ("report.pages", b"some words", "format that can't be audited"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, name: str, content: bytes, why: str) -> None:
    with pytest.raises(InputError, match=why):
        read_document(write(tmp_path / name, content))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no such file"):
        read_document(tmp_path / "report.docx")


def test_text_of_a_page_that_stands_in_no_paragraph_is_read_in_its_order(tmp_path: Path) -> None:
    page = (
        "<body><div>Before.<h2><span>Indicator 2</span></h2>White applicants were "
        "<b>1.48</b> times as likely.<br>In 2019: 1.45.</div><section><div><span>One</span> two."
        "<ul><li>three<div>four</div></li></ul>five</div></section><div>| 4.7% |</div>"
        "<div> </div></body>"
    )
    assert kinds(read_document(write(tmp_path / "report.html", page))) == [
        ("paragraph", "Before."),
        ("heading", "Indicator 2"),
        ("paragraph", "White applicants were 1.48 times as likely. In 2019: 1.45."),
        ("paragraph", "One two."),
        ("paragraph", "three"),
        ("paragraph", "four"),
        ("paragraph", "five"),
    ]
