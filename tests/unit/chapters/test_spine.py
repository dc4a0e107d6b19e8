"""report.qmd as a document names its sections."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import pytest

from wres.chapters.papers import KINDS, Paper
from wres.chapters.placing import PROJECT_CHAPTERS
from wres.chapters.spine import lay_out, left_out_ids, retitle

SPINE = """---
engine: markdown
---

{{< embed notebooks/summary.ipynb >}}

# About this report {#sec-about}

First words.

## The nine indicators {#sec-indicators}

Nine.

### One

First.

## How to read {#sec-reading}

Read so.

{{< embed notebooks/board.ipynb >}}

# Glossary {#sec-glossary}

Term
:   What it means.
"""


def laid(added: dict[str, str] | None = None, **paper: object) -> tuple[str, tuple[str, ...]]:
    spine = lay_out(SPINE, Paper.model_validate(paper), added or {})
    return spine.text, spine.left_out


def headings(text: str) -> list[str]:
    return re.findall(r"^#+ .*?(?= \{|$)|(?<=notebooks/)\w+", text, re.MULTILINE)


def test_sections_stand_in_their_order_and_no_other() -> None:
    text, left_out = laid(sections=["glossary", "board", "about"])
    assert headings(text) == [
        *("# Glossary", "board", "# About this report", "## The nine indicators", "### One"),
        "## How to read",
    ]
    assert "First words." in text
    assert left_out == ("sec-sign-off",)


def test_part_of_a_passage_stands_alone_a_level_up_where_it_is_named() -> None:
    text, left_out = laid(sections=["indicators", "summary"])
    assert headings(text) == ["# The nine indicators", "## One", "summary"]
    assert set(left_out) == {"sec-about", "sec-reading", "sec-glossary", "sec-sign-off"}


def test_part_that_is_named_stands_no_longer_in_its_passage() -> None:
    text, _ = laid(sections=["about", "reading"])
    assert headings(text) == [
        *("# About this report", "## The nine indicators", "### One", "# How to read"),
    ]


def test_without_a_document_the_report_is_the_projects_own() -> None:
    spine = lay_out(SPINE.replace("board.ipynb", "methods.ipynb"), None, {})
    assert spine.text == SPINE.replace("board.ipynb", "methods.ipynb")


def test_titles_are_those_of_the_document_and_print_as_typed() -> None:
    text, _ = laid(sections=[{"section": "about", "title": "A & <b> {{< meta x >}}"}])
    assert r"# A \& \<b\> \{\{\< meta x \>\}\} {#sec-about}" in text


def test_a_text_has_its_heading_and_who_signed_it() -> None:
    said = {"title": "Foreword", "text": "We **listen**.\n\n- one\n- two", "signed": "The *Chair*"}
    text, _ = laid(sections=[said])
    assert "# Foreword {#sec-text-1}" in text
    assert "We **listen**." in text
    assert re.search(r"^-\s+one$", text, re.MULTILINE)
    assert r"Signed: The \*Chair\*" in text


def test_a_trusts_own_chapter_follows_the_one_it_comes_after_where_that_is() -> None:
    text, _ = laid({"voices": "board", "allies": "voices"}, sections=["board", "glossary"])
    assert headings(text) == ["board", "voices", "allies", "# Glossary"]


def test_a_trusts_own_chapter_stands_where_the_document_names_it() -> None:
    text, _ = laid({"voices": "board"}, sections=["voices", "board"])
    assert headings(text) == ["voices", "board"]


def test_contents_come_after_a_cover_sheet_or_not_at_all() -> None:
    assert "embed notebooks/cover.ipynb >}}\n\n::: {.contents}\n:::" in laid(sections=["cover"])[0]
    text, _ = laid(sections=["cover"], contents=False)
    assert ".contents" not in text
    assert "toc: false" in text


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (
            {"name": "A B", "role": "Chair", "date": "2024-09-06"},
            r"by A B\, Chair\, on 6 September",
        ),
        ({"name": "A B", "role": "Chair"}, "has not been signed off"),
    ],
)
def test_sign_off_says_who_and_when_or_that_nobody_has(said: dict[str, str], words: str) -> None:
    assert words in laid(sections=["sign_off"], sign_off=said)[0]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_lays_out_the_projects_own_report(kind: str, project: Path) -> None:
    text = (project / "report.qmd").read_text(encoding="utf-8")
    paper = Paper.model_validate({"kind": kind})
    spine = lay_out(text, paper, {})
    assert set(spine.chapters) <= set(PROJECT_CHAPTERS)
    passages = [name for name in paper.named if name not in spine.chapters]
    for name in passages:
        assert f"{{#sec-{name.replace('_', '-')}}}" in spine.text
    assert len(re.findall(r"\{\{< embed", spine.text)) == len(spine.chapters)


def test_first_heading_of_a_chapter_is_retitled_and_keeps_its_identifier() -> None:
    notebook = nbformat.v4.new_notebook(
        cells=[
            nbformat.v4.new_markdown_cell("::: {.x}\n# Board {#sec-board}\n\nText.\n:::"),
            nbformat.v4.new_markdown_cell("# Second {#sec-second}"),
        ]
    )
    retitle(notebook, "Who leads")
    assert notebook.cells[0].source == "::: {.x}\n# Who leads {#sec-board}\n\nText.\n:::"
    assert left_out_ids([notebook]) == ["sec-board", "sec-second"]
