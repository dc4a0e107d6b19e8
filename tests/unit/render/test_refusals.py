"""Everything that the embedded renderer stops at, and how it says so."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_output, new_raw_cell

from wres.errors import RenderError
from wres.render import choose_engine, render, render_embedded

from .conftest import SPINE, Stage, board_cells, figure, markdown, table


def refused(staged: Path, tmp_path: Path, words: str, form: str = "html") -> str:
    """Render what can't be rendered; give all the words that a person reads."""
    with pytest.raises(RenderError, match=re.escape(words)) as stop:
        render_embedded(staged, [form], tmp_path / "out")
    assert not list((tmp_path / "out").glob("*"))
    return str(stop.value)


GOOD_FIGURE = {"fig-cap": "Bands", "fig-alt": "Bars."}


def chapter(*cells: nbformat.NotebookNode) -> list[nbformat.NotebookNode]:
    """Give a summary chapter that defines what the spine refers to, and then `cells`."""
    return [markdown("# Summary"), table("tbl-bands", **{"tbl-cap": "Bands"}), *cells]


def shows(**data: str) -> nbformat.NotebookNode:
    """Make an unlabelled cell with one output."""
    bundle = {name.replace("_", "/"): content for name, content in data.items()}
    return new_code_cell("show()", outputs=[new_output("display_data", data=bundle)])


CELLS = {
    "an unknown shortcode": (
        markdown("One\n\ntwo {{< video x.mp4 >}}"),
        "notebooks/summary.ipynb, cell 3, line 3: the shortcode {{< video x.mp4 >}}",
    ),
    "a shortcode that never ends": (markdown("{{< embed"), "cell 3, line 1: the shortcode"),
    "an unfilled inline value": (
        markdown("The share is `{python} share`."),
        "notebooks/summary.ipynb, cell 3, line 1: `{python} share` has no stored value",
    ),
    "a value of another language": (markdown("`{r} share`"), "`{r} share` has no stored value"),
    "an unknown reference": (
        markdown("See\n@fig-none."),
        "notebooks/summary.ipynb, cell 3, line 2: @fig-none is no figure or table",
    ),
    "a label that stands twice": (
        table("tbl-bands", **{"tbl-cap": "Again"}),
        "cell 3 (tbl-bands): the label tbl-bands is taken already, by notebooks/summary.ipynb",
    ),
    "a label of no kind": (figure("chart-x", **GOOD_FIGURE), "cell 3 (chart-x): a label is fig-"),
    "a figure without alternative text": (
        figure("fig-x", **{"fig-cap": "Bands"}),
        "cell 3 (fig-x): fig-x has no fig-alt",
    ),
    "a figure without a caption": (
        figure("fig-x", **{"fig-alt": "Bars.", "fig-cap": "  "}),
        "cell 3 (fig-x): fig-x has no fig-cap",
    ),
    "a table without a caption": (table("tbl-x"), "cell 3 (tbl-x): tbl-x has no tbl-cap"),
    "a table that is none": (
        table("tbl-x", "<p>none</p>", **{"tbl-cap": "None"}),
        "cell 3 (tbl-x): a table is one <table> as text/html",
    ),
    "two tables in one": (
        table("tbl-x", "<table></table><table></table>", **{"tbl-cap": "None"}),
        "cell 3 (tbl-x): a table is one <table> as text/html",
    ),
    "a figure without a picture": (
        new_code_cell(
            "#| label: fig-x",
            metadata=GOOD_FIGURE,
            outputs=[new_output("display_data", data={"text/plain": "<Figure size 640x480>"})],
        ),
        "cell 3 (fig-x): a figure is SVG or PNG, here there is text/plain",
    ),
    "a figure with two outputs": (
        new_code_cell(
            "#| label: fig-x",
            metadata=GOOD_FIGURE,
            outputs=[new_output("display_data", data={"image/svg+xml": "<svg/>"})] * 2,
        ),
        "cell 3 (fig-x): a figure or table is one output, here there are 2",
    ),
    "a reference to a figure that this trust does not have": (
        markdown("@fig-bands"),
        "notebooks/summary.ipynb, cell 3, line 1: @fig-bands is no figure or table",
    ),
    "a condition that is no fact": (
        markdown('::: {.content-visible when-meta="has.bands"}\nText\n:::'),
        "the condition has.bands is no true or false among the report's facts",
    ),
    "a condition of another kind": (
        markdown('::: {.content-visible when-format="html"}\nText\n:::'),
        "a passage is shown or hidden by one of when-meta and unless-meta",
    ),
    "a table outside a labelled cell": (
        shows(text_html="<table></table>"),
        "cell 3: an output without a label that is not markdown: text/html",
    ),
    "printed text": (
        new_code_cell("print(1)", outputs=[new_output("stream", name="stdout", text="1")]),
        "cell 3: an output of kind stdout",
    ),
    "an error": (
        new_code_cell("1/0", outputs=[new_output("error", ename="E", evalue="", traceback=[])]),
        "cell 3: an output of kind error",
    ),
    "an unknown cell option": (
        new_code_cell("#| layout-ncol: 2\n1"),
        "cell 3: the cell option layout-ncol is not rendered here",
    ),
    "option lines that are no YAML": (
        new_code_cell("#| label: 'x\n1"),
        "cell 3: its #| lines can't be read as YAML",
    ),
    "a raw cell": (new_raw_cell("---"), "notebooks/summary.ipynb, cell 3: a raw cell"),
    "a shortcode in a caption": (
        figure("fig-x", **{"fig-cap": "{{< x >}}", "fig-alt": "Bars."}),
        "cell 3 (fig-x), line 1: the shortcode {{< x >}}",
    ),
    "raw HTML, which a PDF would lose": (markdown("One<br>two"), "raw html is not rendered"),
    "an image of the author's own": (
        markdown("![A logo](logo.png)"),
        "an image outside a labelled figure: logo.png",
    ),
    "a link that leads nowhere": (markdown("[there](#sec-none)"), "unknown link target #sec-none"),
    "a callout": (
        markdown("::: {.callout-note}\nText\n:::"),
        "a block of class callout-note is not rendered here",
    ),
    "two headings of one identifier": (
        markdown("# One {#sec-board}"),
        "the identifier #sec-board stands twice",
    ),
    "more than a label in a reference": (
        markdown("[see @tbl-bands]"),
        "a reference holds nothing but its label",
    ),
}


@pytest.mark.parametrize(("cell", "words"), CELLS.values(), ids=CELLS.keys())
def test_what_a_chapter_may_not_hold_is_refused(
    cell: nbformat.NotebookNode, words: str, stage: Stage, tmp_path: Path
) -> None:
    refused(stage(summary=chapter(cell)), tmp_path, words)


def test_a_failed_inline_value_is_refused_with_its_error(stage: Stage, tmp_path: Path) -> None:
    cell = markdown("`{python} share`", share="")
    cell.metadata.user_expressions[0]["result"] = {
        "status": "error",
        "ename": "KeyError",
        "evalue": "'share'",
    }
    refused(
        stage(summary=chapter(cell)),
        tmp_path,
        "cell 3, line 1: `{python} share` failed: KeyError: 'share'",
    )


@pytest.mark.parametrize("stored", ["<Figure size 1x1>", "None", "True", "['a']", ""])
def test_an_inline_value_is_a_text_or_a_number(stored: str, stage: Stage, tmp_path: Path) -> None:
    cell = markdown("`{python} share`", share="")
    cell.metadata.user_expressions[0]["result"]["data"]["text/plain"] = stored
    refused(stage(summary=chapter(cell)), tmp_path, "`{python} share` is neither text nor a number")


def test_an_unknown_fact_is_refused(stage: Stage, tmp_path: Path) -> None:
    refused(
        stage(spine=SPINE + "\n{{< meta chief >}}\n"),
        tmp_path,
        "report.qmd, line 13: chief is not among the report's facts",
    )


def test_a_missing_chapter_is_refused(stage: Stage, tmp_path: Path) -> None:
    staged = stage()
    (staged / "notebooks" / "board.ipynb").unlink()
    refused(staged, tmp_path, "report.qmd, line 11: the chapter notebooks/board.ipynb is missing")


def test_an_unreadable_chapter_is_refused(stage: Stage, tmp_path: Path) -> None:
    staged = stage()
    (staged / "notebooks" / "board.ipynb").write_text("{", encoding="utf-8")
    refused(
        staged, tmp_path, "report.qmd, line 11: the chapter notebooks/board.ipynb can't be read"
    )


@pytest.mark.parametrize("name", ["report.qmd", "_quarto.yml", "notebooks/facts.yml"])
def test_an_incomplete_staged_folder_is_refused(name: str, stage: Stage, tmp_path: Path) -> None:
    staged = stage()
    (staged / name).unlink()
    refused(staged, tmp_path, f"{name}: not in the staged folder")


def test_a_fact_under_a_name_that_quarto_keeps_is_refused(stage: Stage, tmp_path: Path) -> None:
    refused(
        stage(facts={"profile": "public"}),
        tmp_path,
        "notebooks/facts.yml: Quarto keeps the name profile for itself",
    )


def test_every_fault_is_told_at_once(stage: Stage, tmp_path: Path) -> None:
    faults = chapter(markdown("`{python} a` {{< b >}} @fig-c"), figure("fig-d"))
    words = refused(
        stage(summary=faults, board=board_cells()[:1]), tmp_path, "fig-d has no fig-alt"
    )
    assert len(words.splitlines()) == 4


def test_a_picture_that_is_broken_stops_the_pdf(stage: Stage, tmp_path: Path) -> None:
    cells = board_cells()
    cells[1].outputs[0].data["image/svg+xml"] = "<svg"
    refused(stage(board=cells), tmp_path, "Typst refused the report", "pdf")


def test_a_font_that_is_not_there_stops_the_pdf(stage: Stage, tmp_path: Path) -> None:
    staged = stage()
    design = staged / "assets" / "typst-template.typ"
    text = design.read_text(encoding="utf-8").replace("Source Sans Pro", "Frutiger")
    design.write_text(text, encoding="utf-8")
    refused(staged, tmp_path, "unknown font family: frutiger", "pdf")


def test_an_unknown_format_or_engine_is_refused(stage: Stage, tmp_path: Path) -> None:
    with pytest.raises(RenderError, match="formats are html, pdf, docx, xlsx; got odt"):
        render(stage(), ["html", "odt"], tmp_path)
    with pytest.raises(RenderError, match="the engine is auto, quarto or embedded, got 'latex'"):
        choose_engine("latex")
