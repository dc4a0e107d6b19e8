"""A small staged folder: the project's own assets, two chapters with everything in them."""

from __future__ import annotations

import base64
import shutil
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
import yaml
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from wres.chapters.cells import UNSEEN
from wres.labels import escape_markdown

ROOT = Path(__file__).parents[3]

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="120" viewBox="0 0 400 120">'
    '<defs><clipPath id="edge"><rect width="400" height="120"/></clipPath></defs>'
    '<g clip-path="url(#edge)"><rect x="10" y="20" width="300" height="30" fill="#12436D"/>'
    '<rect x="10" y="70" width="60" height="30" fill="#F46A25"/></g></svg>'
)
PNG = base64.b64encode(
    base64.b64decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    )
).decode()

HOSTILE = (
    r"""<script>alert("x")</script> &lt; $5 and $6 *bold* #head @fig-none {{< x >}}"""
    r""" C:\temp --"""
)

TABLE = """<table>
<thead><tr><th scope="col">Band</th><th scope="col" class="num">White</th>
<th scope="col" class="num">BME</th></tr></thead>
<tbody>
<tr><th scope="row">Bands 1&ndash;4</th><td class="num">640</td><td class="num">81</td></tr>
<tr><th scope="row">Bands 5–7</th><td class="num">1,050</td><td class="num">109</td></tr>
</tbody>
</table>"""

REGISTER = """<table class="register"><thead><tr><th scope="col">Id</th><th scope="col">Action</th>
<th scope="col">Lead</th></tr></thead>
<tbody><tr class="group"><th scope="rowgroup" colspan="3">Recruitment</th></tr>
<tr><th scope="row">A1</th><td><p>First:</p>
<ul><li>one</li><li>two<ul><li>of two</li></ul></li></ul></td><td>AB</td></tr></tbody>
<tbody><tr class="group"><th scope="rowgroup" colspan="3">Training</th></tr>
<tr><th scope="row">A2</th><td class="state-on-track"><strong>May 2023:</strong> begun<br>and
done</td>
<td></td></tr></tbody></table>"""

FACTS = {
    "title": "Workforce Race Equality Standard",
    "subtitle": "Fixture Community NHS Trust",
    "lang": "en-GB",
    "organisation": "RXX",
    "organisation-name": "Fixture Community NHS Trust",
    "year": "2020",
    "snapshot": "31 March 2020",
    "region": "East of England",
    "trust-type": "community",
    "term": "BME",
    "disclosure-profile": "public",
    "header-text": "Fixture Community NHS Trust · WRES 2020",
    "marking": "",
    "fictional": False,
    "has": {"board": True, "survey": False},
}

SPINE = """---
engine: markdown
---

{{< embed notebooks/summary.ipynb >}}

# Background {#sec-background}

The trust is {{< meta organisation-name >}}. See @tbl-bands and [the board](#sec-board).

{{< embed notebooks/board.ipynb >}}
"""


def value(expression: str, text: str) -> dict[str, object]:
    """Store an inline value as the executor does."""
    data = {"text/plain": repr(text), "text/markdown": escape_markdown(text) or UNSEEN}
    result = {"status": "ok", "data": data, "metadata": {}}
    return {"expression": expression, "result": result}


def markdown(source: str, **values: str) -> nbformat.NotebookNode:
    """Make a markdown cell; keyword arguments are its inline values."""
    stored = [value(name, text) for name, text in values.items()]
    return new_markdown_cell(source, metadata={"user_expressions": stored} if stored else {})


def figure(label: str, **metadata: str) -> nbformat.NotebookNode:
    """Make a cell that shows a picture."""
    output = new_output("display_data", data={"image/svg+xml": SVG, "image/png": PNG})
    return new_code_cell(f"#| label: {label}\ndraw()", metadata=metadata, outputs=[output])


def table(label: str, html: str = TABLE, **metadata: str) -> nbformat.NotebookNode:
    """Make a cell that shows a table."""
    data = {"text/html": html, "text/plain": "a table"}
    output = new_output("execute_result", data=data)
    return new_code_cell(f"#| label: {label}\ntabulate()", metadata=metadata, outputs=[output])


def summary_cells() -> list[nbformat.NotebookNode]:
    """Give a chapter with an inline value, a reference ahead, a figure and a table."""
    return [
        markdown(
            "# Summary {#sec-summary}\n\nThe share is `{python} share`; see @fig-board ahead.",
            share="11.5%",
        ),
        new_code_cell("setup()"),
        figure("fig-bands", **{"fig-cap": "Staff by *band*", "fig-alt": 'Bars: "White" 640.'}),
        markdown(
            "## Detail\n\nAs @fig-bands shows, and [@tbl-bands].\n\n"
            "::: {.note}\nMind the base.\n:::\n\n"
            '::: {.content-visible when-meta="has.survey"}\nSee @fig-survey.\n:::\n\n'
            '::: {.content-visible unless-meta="has.survey"}\nThere was no survey.\n:::\n\n'
            '::: {.content-hidden when-meta="has.board"}\nThere was no board.\n:::'
        ),
        table("tbl-bands", **{"tbl-cap": "Staff by band, headcount"}),
        new_code_cell("#| label: fig-survey\nshow_nothing()"),
    ]


def board_cells() -> list[nbformat.NotebookNode]:
    """Give a second chapter with a figure and a generated sentence."""
    sentence = new_output("display_data", data={"text/markdown": "One *generated* sentence."})
    return [
        markdown("# Board {#sec-board}\n\nThe board."),
        figure("fig-board", **{"fig-cap": "The board", "fig-alt": "Board against workforce."}),
        new_code_cell("sentence()", outputs=[sentence]),
        table("tbl-board", **{"tbl-cap": "Members of the board"}),
    ]


Stage = Callable[..., Path]


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """Give a function that stages a report; what it is given replaces the default."""

    def build(
        summary: list[nbformat.NotebookNode] | None = None,
        board: list[nbformat.NotebookNode] | None = None,
        spine: str = SPINE,
        facts: dict[str, object] | None = None,
        name: str = "a staged folder",
    ) -> Path:
        staged = tmp_path / name
        (staged / "notebooks").mkdir(parents=True)
        shutil.copytree(ROOT / "assets", staged / "assets")
        shutil.copy(ROOT / "_quarto.yml", staged)
        (staged / "report.qmd").write_text(spine, encoding="utf-8")
        escaped = {
            key: escape_markdown(fact) if isinstance(fact, str) and key != "lang" else fact
            for key, fact in (FACTS | (facts or {})).items()
        }
        (staged / "notebooks" / "facts.yml").write_text(yaml.safe_dump(escaped), encoding="utf-8")
        chapters = {"summary": summary or summary_cells(), "board": board or board_cells()}
        for chapter, cells in chapters.items():
            notebook = new_notebook(cells=cells)
            nbformat.write(notebook, staged / "notebooks" / f"{chapter}.ipynb")
        return staged

    return build
