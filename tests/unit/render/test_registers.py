"""A register of actions on a page and on paper: nothing lost, nothing read as markup."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from wres.render import render_embedded
from wres.tables.actions_layout import Cell, TextColumn, TextRows, TextTable

from .conftest import HOSTILE, Stage, board_cells, markdown, table
from .test_embedded import pdf_pages

LONG = " ".join(f"word{number}" for number in range(250))  # some 2,000 characters
UNBROKEN = "x" * 2000
TYPST = r'#set page(fill: red) ]) #panic("x") _a_ *b* `c` @d <e> // f /* g */ ~h $i$ = j'
QUARTO = "{{< embed x.ipynb >}} `{python} 1+1` ::: {.note} [l](http://x.org) ![i](x.png) ^[n]"
TEX = r"\textbf{a} \begin{document} % b"
SHEET = "=1+1"
RTL = "שלום עולם, مرحبا"
HOSTILES = [HOSTILE, LONG, UNBROKEN, TYPST, QUARTO, TEX, SHEET, RTL]


def register(*groups: TextRows) -> TextTable:
    return TextTable("Actions.", [TextColumn("Action"), TextColumn("Lead")], groups)


def rows(count: int, name: str) -> list[list[Cell]]:
    return [[Cell(f"{name} {number} " + "do it " * 20), Cell("HR")] for number in range(count)]


def rendered(stage: Stage, tmp_path: Path, made: TextTable, form: str) -> Path:
    cells = [
        markdown("# Summary {#sec-summary}"),
        table("tbl-bands", made.to_html(), **{"tbl-cap": made.caption}),
    ]
    (path,) = render_embedded(stage(cells, board_cells()), [form], tmp_path / "out")
    return path


def letters(text: str) -> str:
    """Give a text without blanks, and without the marks by which a long word may break."""
    return re.sub(r"[\s\u200b]+", "", text)


@pytest.mark.parametrize("place", ["cell", "heading"])
def test_hostile_text_stands_on_the_page_as_it_was_written(
    stage: Stage, tmp_path: Path, place: str
) -> None:
    groups = [
        TextRows(text if place == "heading" else "", [[Cell(text), Cell("HR")]])
        for text in HOSTILES
    ]
    path = rendered(stage, tmp_path, register(*groups), "html")
    page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
    found = page.select("tr.group th" if place == "heading" else "tbody th[scope=row]")
    shown = [letters(one.get_text()) for one in found]
    assert set(map(letters, HOSTILES)) <= set(shown)
    assert "alert" not in "".join(one.get_text() for one in page.select("script"))


@pytest.mark.parametrize("text", [HOSTILE, LONG, UNBROKEN, TYPST, QUARTO, TEX, SHEET])
def test_hostile_text_stands_on_paper_as_it_was_written(
    stage: Stage, tmp_path: Path, text: str
) -> None:
    made = TextTable("Actions.", [TextColumn("Action")], [TextRows("", [[Cell(text)]])])
    told = letters(" ".join(pdf_pages(rendered(stage, tmp_path, made, "pdf"))))
    assert letters(text) in told


def test_row_that_no_page_holds_is_printed_to_its_end(stage: Stage, tmp_path: Path) -> None:
    row = [Cell("Act"), Cell("Z" * 2000), Cell("Q" * 1500)]
    made = TextTable("Actions.", [TextColumn(name, 14) for name in "abc"], [TextRows("T", [row])])
    told = " ".join(pdf_pages(rendered(stage, tmp_path, made, "pdf")))
    assert (told.count("Z"), told.count("Q")) == (2000, 1500)


def test_right_to_left_text_has_letters_on_paper(stage: Stage, tmp_path: Path) -> None:
    made = register(TextRows("", [[Cell(RTL), Cell("HR")]]))
    told = " ".join(pdf_pages(rendered(stage, tmp_path, made, "pdf")))
    assert {"\u05e9", "\u05dd"} <= set(told)  # shin, final mem


def test_heading_is_repeated_and_marked_where_its_group_goes_on(
    stage: Stage, tmp_path: Path
) -> None:
    made = register(TextRows("Culture", rows(130, "c")), TextRows("Leadership", rows(4, "l")))
    pages = [one for one in pdf_pages(rendered(stage, tmp_path, made, "pdf")) if "do it" in one]
    assert len(pages) > 2
    assert all("Action Lead" in page for page in pages)
    assert "Culture (continued)" not in pages[0]
    assert all("Culture (continued)" in page for page in pages[1:-1])
    assert "Leadership" in pages[-1]
    assert "Leadership (continued)" not in pages[-1]


def test_rows_are_not_torn_between_pages(stage: Stage, tmp_path: Path) -> None:
    words = " ".join(f"w{number}" for number in range(60))
    made = register(
        TextRows("", [[Cell(f"{words} end{at}"), Cell(f"start{at}")] for at in range(24)])
    )
    pages = pdf_pages(rendered(stage, tmp_path, made, "pdf"))
    for at in range(24):
        (first,) = [no for no, page in enumerate(pages) if re.search(rf"\bstart{at}\b", page)]
        assert re.search(rf"\bend{at}\b", pages[first])
