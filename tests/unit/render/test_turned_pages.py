"""A register of many columns lies on turned pages, with the heading above it."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pdfplumber
import pypandoc
import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from wres.render import render_embedded, render_quarto
from wres.tables.actions_layout import Cell, TextColumn, TextRows, TextTable

from .conftest import ROOT, Stage, board_cells, markdown, summary_cells, table

LONG = "One sentence of many. " * 100  # more letters than go along with a register


def register() -> TextTable:
    columns = [TextColumn(f"Column {number}") for number in range(8)]
    return TextTable("Actions.", columns, [TextRows("", [[Cell("Text")] * 8])])


def staged(stage: Stage, above: str, facts: dict[str, object]) -> Path:
    made_table = register()
    plan = [
        markdown(f"# Action plan {{#sec-actions}}\n\n{above}"),
        table("tbl-actions", made_table.to_html(), **{"tbl-cap": made_table.caption}),
        markdown("## What the figures ask for\n\nMuch."),
    ]
    return stage(summary_cells(), [*plan, *board_cells()], facts=facts)


def made(stage: Stage, folder: Path, form: str, above: str, facts: dict[str, object]) -> Path:
    (path,) = render_embedded(staged(stage, above, facts), [form], folder)
    return path


def turned_page(path: Path) -> str:
    with pdfplumber.open(path) as pdf:
        texts = [(page.width > page.height, page.extract_text()) for page in pdf.pages]
    (turned,) = (text for is_turned, text in texts if is_turned)
    return turned


@pytest.mark.parametrize(("above", "along"), [("Two lines.", True), (LONG, False)])
def test_on_paper_few_lines_go_along_with_the_register(
    stage: Stage, tmp_path: Path, above: str, along: bool
) -> None:
    turned = turned_page(made(stage, tmp_path / "out", "pdf", above, {}))
    assert ("Action plan" in turned) is along
    assert "Column 7" in turned
    assert "What the figures ask for" not in turned


@pytest.mark.skipif(shutil.which("quarto") is None, reason="Quarto is not on PATH")
@pytest.mark.parametrize(("above", "along"), [("Two lines.", True), (LONG, False)])
def test_on_paper_by_quarto_few_lines_go_along_with_the_register(
    stage: Stage, tmp_path: Path, above: str, along: bool
) -> None:
    (path,) = render_quarto(staged(stage, above, {}), ["pdf"], tmp_path / "out")
    turned = turned_page(path)
    assert ("Action plan" in turned) is along
    assert "Column 7" in turned
    assert "What the figures ask for" not in turned


# The end of a figure by the embedded renderer, in one block, and by Quarto, of 1.6 as of 1.11.
ENDING = (
    "], caption: figure.caption(",
    "position: top, ",
    "[",
    "Actions.",
    "]), ",
    'kind: "quarto-float-tbl", ',
    'supplement: "Table", ',
    "",
    ")",
    "<tbl-actions>",
    "\n\n",
)


def pandoc(text: str, *options: str) -> str:
    told = [pypandoc.get_pandoc_path(), *options]
    return subprocess.run(told, input=text, text=True, capture_output=True, check=True).stdout


def raw_lines(*texts: str) -> list[dict[str, object]]:
    """Make a block of each text, in pandoc's JSON."""
    inlines = [{"t": "RawInline", "c": ["typst", text]} for text in texts]
    return [{"t": "Plain", "c": [one]} for one in inlines]


@pytest.mark.parametrize("ending", [["".join(ENDING)], ENDING])
@pytest.mark.parametrize("wrapper", ["quarto-scaffold", "cell"])
def test_pages_are_turned_back_after_the_last_line_of_the_figure(
    ending: Sequence[str], wrapper: str
) -> None:
    read = json.loads(
        pandoc(
            f"<h1>Before</h1><p>A.</p><h1>Plan</h1><p>B.</p>{register().to_html()}<h2>After</h2>",
            *("--from=html", "--to=json"),
        )
    )
    *above, table_, after = read["blocks"]
    figure = [*raw_lines("#figure(["), table_, *raw_lines(*ending)]
    read["blocks"] = [*above, {"t": "Div", "c": [["", [wrapper], []], figure]}, after]
    lua = f"--lua-filter={ROOT / 'assets/report.lua'}"
    typst = pandoc(json.dumps(read), "--from=json", "--to=typst", "--wrap=none", lua)
    before, turned = typst.split("#set page(flipped: true)")
    held, back = turned.split("#set page(flipped: false)")
    assert "= Before" in before
    assert held.strip().startswith("= Plan")
    assert held.strip().endswith("<tbl-actions>")
    assert "== After" in back


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
