"""The report as a page of loose parts: nothing embedded, each cell named."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
from bs4 import BeautifulSoup

from wres.render import render_embedded, render_loose

from .conftest import SVG, Stage


def test_pictures_come_beside_the_page_which_names_them(stage: Stage) -> None:
    made = render_loose(stage())
    sources = [image["src"] for image in BeautifulSoup(made.html, "html.parser").find_all("img")]
    assert sources
    assert set(map(str, sources)) == set(made.pictures)
    assert SVG.encode() in made.pictures.values()
    assert '<link rel="stylesheet" href="assets/report.css">' in made.html


def test_a_comment_names_each_cell_before_what_it_holds(stage: Stage) -> None:
    staged = stage()
    html = render_loose(staged).html
    for name in ("summary", "board"):
        file = f"notebooks/{name}.ipynb"
        notebook = nbformat.read(staged / file, as_version=4)
        title = next(cell for cell in notebook.cells if cell.source.startswith("# "))
        mark = f"<!-- cell {file} {title.id} -->"
        assert html.count(mark) == 1
        heading = html.index("<h2", html.index(mark))
        shown = BeautifulSoup(html[heading : html.index("</h2>", heading)], "html.parser")
        assert shown.get_text() == title.source.removeprefix("# ").partition(" {")[0]


def test_the_words_are_those_of_the_report_itself(stage: Stage, tmp_path: Path) -> None:
    staged = stage()
    (path,) = render_embedded(staged, ["html"], tmp_path / "out")
    embedded = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
    loose = BeautifulSoup(render_loose(staged).html, "html.parser")

    def words(page: BeautifulSoup) -> str:
        return re.sub(r"\s+", " ", page.main.get_text() if page.main else "")

    assert words(loose) == words(embedded)
