"""A register of actions on a page and on paper: nothing lost, nothing read as markup."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from pdfplumber import open as open_pdf

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
SHORTHANDS = "3 ... -1 degrees (-5%), x-?y, 1...2 -- 'so' --- -"
RTL = "שלום עולם, مرحبا"
HOSTILES = [HOSTILE, LONG, UNBROKEN, TYPST, QUARTO, TEX, SHEET, SHORTHANDS, RTL]


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


@pytest.mark.parametrize("text", [HOSTILE, LONG, UNBROKEN, TYPST, QUARTO, TEX, SHEET, SHORTHANDS])
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


@pytest.mark.parametrize("letters_", [2100, 2400])
def test_a_long_row_in_small_letters_stays_whole_where_a_page_holds_it(
    stage: Stage, tmp_path: Path, letters_: int
) -> None:
    text = ("The quick brown fox jumps over the lazy dog & files a report. " * 50)[:letters_]
    rows = [[Cell(f"start{at} {text} end{at}"), Cell("HR"), Cell("May")] for at in range(3)]
    columns = [TextColumn(name, 33) for name in ("Action", "Lead", "Due")]
    made = TextTable("Actions.", columns, [TextRows("", rows)])
    html = re.sub('class="register[^"]*"', 'class="register small"', made.to_html())
    cells = [
        markdown("# Summary {#sec-summary}"),
        table("tbl-bands", html, **{"tbl-cap": made.caption}),
    ]
    (path,) = render_embedded(stage(cells, board_cells()), ["pdf"], tmp_path / "out")
    pages = pdf_pages(path)
    for at in range(3):
        (first,) = [no for no, page in enumerate(pages) if f"start{at}" in page]
        assert f"end{at}" in pages[first]


def test_a_row_of_capitals_does_not_run_off_its_page(stage: Stage, tmp_path: Path) -> None:
    # at 9 points a page of three columns holds some 60 lines of such words
    text = "BME STAFF NETWORK WIDE MEMBERSHIP " * 48
    columns = [TextColumn(name, 33) for name in ("Action", "Lead", "Due")]
    row = [Cell(f"{text} END"), Cell("HR"), Cell("May")]
    heading = "Culture and leadership of the whole organisation " * 24
    made = TextTable("Actions.", columns, [TextRows(heading, [row])])
    with open_pdf(rendered(stage, tmp_path, made, "pdf")) as pdf:
        held = [one for page in pdf.pages for one in page.chars if 8.9 < one["size"] < 9.1]
        lowest = max(one["bottom"] for one in held if one["text"] in "BMENDSTAFF")
        foot = max(one["top"] for page in pdf.pages for one in page.chars if one["text"] == "P")
        assert lowest < foot


def broad(columns: int) -> TextTable:
    """Make a register whose columns have names of their own."""
    lines = [[Cell(f"r{row}c{at} " + "do it " * 36) for at in range(columns)] for row in range(12)]
    headings = [TextColumn(f"Head{at}") for at in range(columns)]
    return TextTable("Actions.", headings, [TextRows("Culture", lines)])


@pytest.mark.parametrize(("columns", "turned"), [(6, False), (7, True), (9, True)])
def test_register_of_many_columns_lies_on_pages_turned_on_their_side(
    stage: Stage, tmp_path: Path, columns: int, turned: bool
) -> None:
    path = rendered(stage, tmp_path, broad(columns), "pdf")
    with open_pdf(path) as pdf:
        told = [(page.width > page.height, page.extract_text() or "") for page in pdf.pages]
    held = [(lies, text) for lies, text in told if "do it" in text]
    assert len(held) > 1
    assert all(lies is turned for lies, _ in held)
    assert all("Head0 Head1" in text for _, text in held)
    assert not any(lies for lies, text in told if "do it" not in text)
    for row in range(12):
        first = re.compile(rf"\br{row}c0\b")
        assert sum(bool(first.search(text)) for _, text in held) == 1
        (page,) = [text for _, text in held if first.search(text)]
        assert all(f"r{row}c{at}" in page for at in range(columns))
    assert "Table 1: Actions." in held[0][1]


@pytest.mark.parametrize("columns", [6, 8])
def test_no_word_of_a_crowded_register_is_printed_over_another(
    stage: Stage, tmp_path: Path, columns: int
) -> None:
    word = "Counterproductively"
    row = [Cell(f"{word} {at}") for at in range(columns)]
    headings = [TextColumn(f"Organisational{at}") for at in range(columns)]
    made = TextTable("Actions.", headings, [TextRows("Culture", [row, row])])
    path = rendered(stage, tmp_path, made, "pdf")
    with open_pdf(path) as pdf:
        (page,) = [one for one in pdf.pages if "Culture" in (one.extract_text() or "")]
        edges = sorted({round(one["x0"], 1) for one in page.rects + page.lines})
        letters = [one for one in page.chars if one["size"] < 9.1 and one["text"].strip()]
    told = "".join(one["text"] for one in letters)
    assert told.count(word) or told.count(word[:5]) >= 2 * columns
    by_line: dict[float, list[tuple[float, float]]] = {}
    for one in letters:
        by_line.setdefault(round(one["top"], 0), []).append((one["x0"], one["x1"]))
    for spans in by_line.values():
        for (_, end), (start, _) in pairwise(sorted(spans)):
            assert end <= start + 0.6
    assert edges
