"""What a caption and an alternative text hold of others' words prints as typed, by both engines."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from bs4 import BeautifulSoup
from docx import Document
from docx.oxml.ns import qn

from tests.conftest import require_tool
from wres.labels import escape_attribute, escape_markdown
from wres.render import render_embedded, render_quarto

from .conftest import HOSTILE, Stage, figure, markdown, table
from .test_embedded import JOINER, pdf_alts, pdf_pages

ENGINES = {"embedded": render_embedded, "quarto": render_quarto}
TYPED = [
    'St. X "United" <NHS> Foundation Trust',
    HOSTILE,
    r"[u] C:\*dir &amp; R&D; \ends {{< meta title >}} {{< x",
    "{{{< env HOME >}}} @tbl-bands `{python} z` ends in {",
]
"""One of them begins as JSON does, another ends in what opens a shortcode."""


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Callable[..., list[Path]]:
    if request.param == "quarto":
        require_tool("quarto")
    return ENGINES[request.param]


@pytest.fixture
def made(engine: Callable[..., list[Path]], stage: Stage, tmp_path: Path) -> dict[str, Path]:
    cells = [markdown("# Summary {#sec-summary}\n\nA summary.")]
    for at, text in enumerate(TYPED):
        caption = escape_markdown(text)
        cells += [
            table(f"tbl-{at}", **{"tbl-cap": escape_attribute(caption)}),
            figure(f"fig-{at}", **{"fig-cap": caption, "fig-alt": escape_attribute(text)}),
        ]
    cells.append(table("tbl-bands", **{"tbl-cap": "Bands"}))
    paths = engine(stage(summary=cells), ["html", "pdf", "docx"], tmp_path / "out")
    return {path.suffix: path for path in paths}


def without_number(captions: list[str]) -> list[str]:
    """Give captions without 'Table 1: '."""
    return [" ".join(one.split(": ", 1)[-1].split()) for one in captions]


def test_captions_and_alternative_texts_print_as_they_were_typed(made: dict[str, Path]) -> None:
    wanted = [one for one in TYPED for _ in ("table", "figure")]
    page = BeautifulSoup(made[".html"].read_text(encoding="utf-8"), "html.parser")
    assert not page.find(["script", "nhs"])
    captions = without_number([one.get_text() for one in page.select("figcaption")])
    assert captions[: len(wanted)] == wanted
    document = Document(str(made[".docx"]))
    assert (
        without_number(
            [
                one.text
                for one in document.paragraphs
                if one.style and str(one.style.name).endswith("Caption")
            ]
        )[: len(wanted)]
        == wanted
    )
    printed = "".join("".join(pdf_pages(made[".pdf"])).split())
    assert [printed.count("".join(one.split())) for one in TYPED] == [2] * len(TYPED)
    with pikepdf.open(made[".pdf"]) as pdf:
        described = pdf_alts(pdf)
    drawn = [str(one.get("descr")) for one in document.element.body.iter(qn("wp:docPr"))]
    for alts in ([str(one["alt"]) for one in page.select("img")], described, drawn):
        assert [one.replace(JOINER, "") for one in alts[: len(TYPED)]] == TYPED
