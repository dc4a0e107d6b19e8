"""The same report in every format: words, numbers, headings, captions, tables, in one order."""

from __future__ import annotations

import re

import pytest
from docx import Document
from docx.oxml.ns import qn
from openpyxl import load_workbook

from tests.report.reading_back import Read, read_page, read_word, read_workbook
from tests.report.samples import Rendered
from tests.report.words import numbers_in


@pytest.fixture
def page(rendered: Rendered) -> Read:
    return read_page(rendered.html)


@pytest.fixture
def word(rendered: Rendered) -> Read:
    return read_word(rendered.folder / "report.docx")


def test_word_has_every_block_of_the_page_in_the_same_order(page: Read, word: Read) -> None:
    assert len(page.blocks) > 100
    assert word.blocks == page.blocks


def test_word_has_every_table_cell_by_cell(page: Read, word: Read) -> None:
    assert len(page.tables) > 10
    assert word.tables == page.tables


def test_word_has_every_alternative_text_in_the_same_order(page: Read, word: Read) -> None:
    assert len(page.alts) > 5
    assert word.alts == page.alts


def test_contents_in_word_are_its_headings(rendered: Rendered, word: Read) -> None:
    document = Document(str(rendered.folder / "report.docx"))
    entries = document.element.body.findall(f".//{qn('w:sdtContent')}/{qn('w:p')}")
    shown = ["".join(t.text for t in entry.iter(qn("w:t"))) for entry in entries][1:]
    assert shown == [words for kind, words in word.blocks if kind in {"heading 1", "heading 2"}]
    anchors = {one.get(qn("w:anchor")) for one in document.element.body.iter(qn("w:hyperlink"))}
    marks = {one.get(qn("w:name")) for one in document.element.body.iter(qn("w:bookmarkStart"))}
    assert anchors - {None} <= marks


def test_word_is_named_and_numbered_on_every_page(rendered: Rendered) -> None:
    document = Document(str(rendered.folder / "report.docx"))
    assert rendered.name in document.sections[0].header.paragraphs[-1].text
    assert str(rendered.year) in document.core_properties.title
    assert document.core_properties.author == rendered.name
    told = [one.text for one in document.sections[0].footer._element.iter(qn("w:instrText"))]
    assert [one.strip() for one in told] == ["PAGE", "NUMPAGES"]


def test_workbook_has_every_table_cell_by_cell_numbers_as_they_are_printed(
    rendered: Rendered, page: Read
) -> None:
    tables, _ = read_workbook(rendered.folder / "tables.xlsx")
    expected = [
        [[cell.replace("–", "[z]") if cell == "–" else cell for cell in row] for row in table]
        for table in page.tables
    ]
    assert list(tables.values()) == expected
    book = load_workbook(rendered.folder / "tables.xlsx")
    kinds = [cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row]
    assert kinds.count("n") > 100
    assert "f" not in kinds


def test_workbook_says_every_sentence_of_every_tables_caption(
    rendered: Rendered, page: Read
) -> None:
    _, above = read_workbook(rendered.folder / "tables.xlsx")
    captions = [words for words in page.of("caption") if words.startswith("Table")]
    assert len(captions) == len(above)
    for caption, lines in zip(captions, above.values(), strict=True):
        told = " ".join(lines)
        assert lines[0].split(":")[0] == caption.split(":")[0]
        assert all(
            one.rstrip(".") in told for one in re.split(r"(?<=\w{4})\. (?=[A-Z\[])", caption)
        )
        assert sum(line.startswith("Source: ") for line in lines) == 1
        assert rendered.name in told
        assert str(rendered.year) in told


def test_every_number_is_written_alike_in_all_formats(
    rendered: Rendered, page: Read, word: Read
) -> None:
    """Word's numbers are the page's; the PDF's are held to the page elsewhere."""

    def written(read: Read) -> list[str]:
        cells = [cell for table in read.tables for row in table for cell in row]
        texts = [words for _, words in read.blocks] + cells + read.alts
        return [number for text in texts for number in numbers_in(text)]

    assert written(word) == written(page)
    tables, _ = read_workbook(rendered.folder / "tables.xlsx")
    shown = [n for t in tables.values() for row in t for cell in row for n in numbers_in(cell)]
    cells = [cell for table in page.tables for row in table for cell in row]
    assert shown == [number for cell in cells for number in numbers_in(cell)]
