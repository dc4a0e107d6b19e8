"""Quarto and the embedded renderer give the same report; run where Quarto is on PATH."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pypandoc
import pytest
from bs4 import BeautifulSoup
from docx import Document
from docx.oxml.ns import qn

from wres.errors import RenderError
from wres.render import render_embedded, render_quarto

from .conftest import REGISTER, ROOT, Stage, board_cells, markdown, summary_cells, table
from .test_embedded import pdf_alts, pdf_pages
from .test_word import own_document

needs_quarto = pytest.mark.skipif(
    shutil.which("quarto") is None, reason="Quarto is not on PATH: nothing to compare with"
)
Reports = dict[str, dict[str, Path]]


@pytest.fixture
def reports(stage: Stage, tmp_path: Path) -> Reports:
    staged = stage(facts={"marking": "INTERNAL – not for publication"})
    engines = {"embedded": render_embedded, "quarto": render_quarto}
    return {
        name: {path.suffix: path for path in engine(staged, ["html", "pdf"], tmp_path / name)}
        for name, engine in engines.items()
    }


def read_page(path: Path) -> dict[str, object]:
    page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")

    def texts(selector: str) -> list[str]:
        return [" ".join(found.get_text(" ").split()) for found in page.select(selector)]

    return {
        "words": texts("body"),
        "headings": [(found.name, found.get_text()) for found in page.select("h1,h2,h3,h4")],
        "captions": texts("figcaption"),
        "cells": texts("th,td"),
        "scopes": [found["scope"] for found in page.select("th")],
        "alts": [found["alt"] for found in page.select("img")],
        "references": [(found["href"], found.get_text()) for found in page.select("main a")],
        "scrolls": [found["role"] for found in page.select(".scroll[tabindex='0']")],
        "title": texts("title"),
    }


def read_pdf(path: Path) -> dict[str, object]:
    # Where a page ends may differ by a line; what stands on the pages may not.
    words = [
        line for page in pdf_pages(path) for line in page.splitlines() if "INTERNAL" not in line
    ]
    with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
        return {
            "words": words,
            "alts": pdf_alts(pdf),
            "language": str(pdf.Root.Lang),
            "bookmarks": [entry.title for entry in outline.root],
        }


@needs_quarto
def test_both_engines_give_the_same_page(reports: Reports) -> None:
    pages = [read_page(reports[engine][".html"]) for engine in ("embedded", "quarto")]
    assert pages[0] == pages[1]


@needs_quarto
def test_both_engines_give_the_same_pdf(reports: Reports) -> None:
    documents = [read_pdf(reports[engine][".pdf"]) for engine in ("embedded", "quarto")]
    assert documents[0] == documents[1]


def test_contents_list_headings_that_quarto_puts_into_a_block() -> None:
    text = (
        "::: {.contents}\n:::\n\n::: {.quarto-embed-nb-cell notebook=board.ipynb}\n"
        "::: {.new-page}\n:::\n\n# Board\n\n## Seats\n\nTwelve.\n:::\n\n# Methods\n"
    )
    told = [pypandoc.get_pandoc_path(), "--to=html", f"--lua-filter={ROOT / 'assets/report.lua'}"]
    made = subprocess.run(told, input=text, text=True, capture_output=True, check=True).stdout
    page = BeautifulSoup(made, "html.parser")
    assert [one.get_text() for one in page.select("nav a")] == ["Board", "Seats", "Methods"]


@needs_quarto
def test_a_page_by_quarto_loads_nothing_and_tells_no_path(reports: Reports, tmp_path: Path) -> None:
    page = reports["quarto"][".html"].read_text(encoding="utf-8")
    assert str(tmp_path) not in page
    assert not re.search(r'(?:src|href)="(?!data:|#)', page)
    assert "<script" not in page


@needs_quarto
def test_quarto_gives_the_same_page_again(stage: Stage, tmp_path: Path) -> None:
    staged = stage()
    (one,) = render_quarto(staged, ["html"], tmp_path / "one")
    (two,) = render_quarto(staged, ["html"], tmp_path / "two")
    assert one.read_bytes() == two.read_bytes()


@needs_quarto
def test_what_quarto_would_print_unfilled_is_refused(stage: Stage, tmp_path: Path) -> None:
    staged = stage(summary=[*summary_cells(), markdown("`{python} share`")])
    with pytest.raises(RenderError, match=r"cell 7, line 1: `\{python\} share` has no stored"):
        render_quarto(staged, ["html"], tmp_path)


@needs_quarto
def test_a_value_that_says_nothing_leaves_no_code_and_no_empty_paragraph(
    stage: Stage, tmp_path: Path
) -> None:
    """Quarto prints the code itself in place of an empty value."""
    cells = [
        *summary_cells(),
        markdown("First `{python} a` `{python} b` last `{python} c`", a="", b="", c=""),
        markdown("`{python} d` `{python} e`", d="", e=""),
    ]
    pages = [
        read_page(engine(stage(summary=cells, name=name), ["html"], tmp_path / f"{name} out")[0])
        for name, engine in (("embedded", render_embedded), ("quarto", render_quarto))
    ]
    assert pages[0] == pages[1]
    assert "First last" in str(pages[0]["words"])
    paragraphs = BeautifulSoup(
        (tmp_path / "quarto out" / "report.html").read_text(encoding="utf-8"), "html.parser"
    ).select("main p")
    assert all(paragraph.get_text(strip=True) for paragraph in paragraphs)


@needs_quarto
def test_what_quarto_says_when_it_stops_is_passed_on(stage: Stage, tmp_path: Path) -> None:
    staged = stage()
    (staged / "assets" / "report.css").unlink()
    (staged / "assets" / "template.html").unlink()
    with pytest.raises(RenderError, match=r"(?s)Quarto stopped:.*template\.html"):
        render_quarto(staged, ["html"], tmp_path)


def test_asking_for_quarto_where_there_is_none_is_refused(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RenderError, match="Quarto is not on PATH; choose the embedded engine"):
        render_quarto(stage(), ["html"], tmp_path)


def read_word(path: Path) -> dict[str, object]:
    document = Document(str(path))
    body = document.element.body
    return {
        "blocks": [(one.style.name, one.text) for one in document.paragraphs if one.style],
        "cells": [[[cell.text for cell in row.cells] for row in t.rows] for t in document.tables],
        "widths": [[cell.width for cell in t.rows[0].cells] for t in document.tables],
        "alts": [one.get("descr") for one in body.iter(qn("wp:docPr"), qn("pic:cNvPr"))],
        "sizes": [(one.width, one.height) for one in document.inline_shapes],
        "links": [one.get(qn("w:anchor")) for one in body.iter(qn("w:hyperlink"))],
        "marks": {one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))},
        "header": [one.text for one in document.sections[0].header.paragraphs],
        "title": document.core_properties.title,
        "author": document.core_properties.author,
    }


@needs_quarto
def test_both_engines_give_the_same_word_document(stage: Stage, tmp_path: Path) -> None:
    cells = [
        *board_cells(),
        table("tbl-actions", REGISTER, **{"tbl-cap": "Actions"}),
        table("tbl-next", **{"tbl-cap": "Next to it"}),
    ]
    staged = stage(board=cells, facts={"marking": "INTERNAL & <draft>", "fictional": True})
    (one,) = render_embedded(staged, ["docx"], tmp_path / "embedded")
    (two,) = render_quarto(staged, ["docx"], tmp_path / "quarto")
    embedded, quarto = read_word(one), read_word(two)
    marks = embedded.pop("marks"), quarto.pop("marks")
    assert embedded == quarto
    assert set(filter(None, embedded["links"])) <= marks[0] & marks[1]  # type: ignore[arg-type, operator]


@needs_quarto
def test_word_by_quarto_is_the_same_again_and_tells_no_path(stage: Stage, tmp_path: Path) -> None:
    staged = stage()
    (one,) = render_quarto(staged, ["docx"], tmp_path / "one")
    (two,) = render_quarto(staged, ["docx"], tmp_path / "two")
    assert one.read_bytes() == two.read_bytes()
    with ZipFile(one) as package:
        assert not any(str(tmp_path).encode() in package.read(name) for name in package.namelist())
        assert not [name for name in package.namelist() if name.endswith(".svg")]


@needs_quarto
def test_a_trusts_own_document_serves_quarto_too(stage: Stage, tmp_path: Path) -> None:
    own = own_document(tmp_path / "own.docx")
    staged = stage()
    (one,) = render_embedded(staged, ["docx"], tmp_path / "embedded", own)
    (two,) = render_quarto(staged, ["docx"], tmp_path / "quarto", own)
    assert Document(str(two)).styles["Heading 1"].font.name == "Frutiger"
    assert read_word(one)["header"] == read_word(two)["header"]
