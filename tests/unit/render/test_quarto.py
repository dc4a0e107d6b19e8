"""Quarto and the embedded renderer give the same report; run where Quarto is on PATH."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pikepdf
import pytest
from bs4 import BeautifulSoup

from wres.errors import RenderError
from wres.render import render_embedded, render_quarto

from .conftest import Stage, markdown, summary_cells
from .test_embedded import pdf_alts, pdf_pages

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
