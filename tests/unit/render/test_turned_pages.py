"""A register of many columns lies on turned pages, with the heading above it."""

from __future__ import annotations

from pathlib import Path

import pdfplumber
import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from wres.render import render_embedded
from wres.tables.actions_layout import Cell, TextColumn, TextRows, TextTable

from .conftest import Stage, board_cells, markdown, summary_cells, table

LONG = "One sentence of many. " * 100  # more letters than go along with a register


def register() -> TextTable:
    columns = [TextColumn(f"Column {number}") for number in range(8)]
    return TextTable("Actions.", columns, [TextRows("", [[Cell("Text")] * 8])])


def made(stage: Stage, folder: Path, form: str, above: str, facts: dict[str, object]) -> Path:
    made_table = register()
    plan = [
        markdown(f"# Action plan {{#sec-actions}}\n\n{above}"),
        table("tbl-actions", made_table.to_html(), **{"tbl-cap": made_table.caption}),
        markdown("## What the figures ask for\n\nMuch."),
    ]
    (path,) = render_embedded(
        stage(summary_cells(), [*plan, *board_cells()], facts=facts), [form], folder
    )
    return path


@pytest.mark.parametrize(("above", "along"), [("Two lines.", True), (LONG, False)])
def test_on_paper_few_lines_go_along_with_the_register(
    stage: Stage, tmp_path: Path, above: str, along: bool
) -> None:
    with pdfplumber.open(made(stage, tmp_path / "out", "pdf", above, {})) as pdf:
        texts = [(page.width > page.height, page.extract_text()) for page in pdf.pages]
    (turned,) = (text for is_turned, text in texts if is_turned)
    assert ("Action plan" in turned) is along
    assert "Column 7" in turned
    assert "What the figures ask for" not in turned


@pytest.mark.parametrize(("above", "along"), [("Two lines.", True), (LONG, False)])
def test_in_word_few_lines_go_along_with_the_register(
    stage: Stage, tmp_path: Path, above: str, along: bool
) -> None:
    document = Document(str(made(stage, tmp_path / "out", "docx", above, {})))
    sections = list(document.sections)
    assert [one.orientation for one in sections] == [
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
        WD_ORIENT.PORTRAIT,
    ]
    texts: list[list[str]] = [[]]
    for paragraph in document.paragraphs:
        texts[-1].append(paragraph.text)
        if paragraph._p.find(f".//{qn('w:sectPr')}") is not None:
            texts.append([])
    assert ("Action plan" in texts[1]) is along
    assert "What the figures ask for" in texts[2]


def test_in_word_a_pages_number_stands_at_the_margin_of_its_page(
    stage: Stage, tmp_path: Path
) -> None:
    document = Document(str(made(stage, tmp_path / "out", "docx", "Two lines.", {})))
    for section in document.sections:
        (line,) = section.footer.paragraphs
        stop = list(line.paragraph_format.tab_stops)[-1]
        width = section.page_width - section.left_margin - section.right_margin  # type: ignore[operator]
        assert stop.position == pytest.approx(width, abs=635)
