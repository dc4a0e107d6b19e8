"""tables.xlsx as it is read back: by openpyxl, python-calamine, and the parts of the package."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from zipfile import ZipFile

import pdfplumber
import pytest
from bs4 import BeautifulSoup
from docx import Document
from openpyxl import Workbook, load_workbook
from python_calamine import CalamineWorkbook

from wres.render import render
from wres.render.workbook.numbers import as_number
from wres.tables.actions_markup import cell_html

from .conftest import (
    HOSTILE,
    REGISTER,
    SPINE,
    Stage,
    board_cells,
    markdown,
    summary_cells,
    table,
)
from .printed_cells import shown, table_of, words_above

RISKY = [
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    '=HYPERLINK("http://x")',
    "[a](http://x) and [b](http://y)",
    "$$note$$ text $$other$$",
    "mailto:x@y.z",
    "http://x.y/z",
    "\u0645\u0631\u062d\u0628\u0627",
    "★",
    "007",
    "1e5",
    "_x0041_",
    "x" * 2000,
    HOSTILE,
]


def html_table(head: list[str], rows: list[list[str]]) -> str:
    heads = "".join(f'<th scope="col" class="num">{escape(one)}</th>' for one in head)
    body = "".join(
        f'<tr><th scope="row">{escape(row[0])}</th>'
        + "".join(f"<td>{escape(one)}</td>" for one in row[1:])
        + "</tr>"
        for row in rows
    )
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"


def book_of(staged: Path, out: Path) -> Workbook:
    (path,) = render(staged, ["xlsx"], out, "embedded")
    assert path.name == "tables.xlsx"
    return load_workbook(path)


@pytest.fixture
def book(stage: Stage, tmp_path: Path) -> Workbook:
    caption = "Members of the board, 2020. Source: the register. Two seats were vacant"
    cells = [*board_cells()[:-1], table("tbl-board-2", **{"tbl-cap": caption})]
    spine = SPINE + "\n# Glossary {#sec-glossary}\n\nHeadcount\n:   People, each once.\n"
    return book_of(stage(board=cells, spine=spine, facts={"marking": "DRAFT"}), tmp_path / "out")


def test_cover_contents_and_notes_come_before_one_table_a_sheet(book: Workbook) -> None:
    assert book.sheetnames == ["Cover", "Contents", "Notes", "1 Bands", "2 Board indicator 2"]
    assert [len(sheet.tables) for sheet in book] == [0, 1, 1, 1, 1]
    cover = [cell.value for (cell,) in book["Cover"].iter_rows(max_col=1) if cell.value]
    assert cover[0] == "Workforce Race Equality Standard: tables"
    assert "DRAFT" in cover
    assert "Position at 31 March 2020 · Organisation code RXX" in cover
    assert table_of(book["Contents"])[1:] == [
        ["1 Bands", "Table 1: Staff by band, headcount.", "Summary"],
        ["2 Board indicator 2", "Table 2: Members of the board, 2020.", "Board"],
    ]
    links = [cell.hyperlink.location for cell in book["Contents"]["A"] if cell.hyperlink]
    assert links == ["'1 Bands'!A1", "'2 Board indicator 2'!A1"]
    assert table_of(book["Notes"])[1:] == [["Headcount", "People, each once."]]


def test_a_draft_is_marked_so_on_every_sheet(book: Workbook, stage: Stage, tmp_path: Path) -> None:
    others = [sheet for sheet in book if sheet.title != "Cover"]
    unmarked = [sheet.title for sheet in others if "DRAFT" not in words_above(sheet)]
    assert unmarked == []
    signed = book_of(stage(name="signed", facts={"marking": ""}), tmp_path / "signed")
    assert words_above(signed["Contents"]) == ["Contents", "This worksheet contains one table."]


def test_a_sheet_says_what_its_table_shows_of_whom_when_and_from_where(book: Workbook) -> None:
    assert words_above(book["2 Board indicator 2"]) == [
        "Table 2: Members of the board, 2020.",
        "Two seats were vacant.",
        "DRAFT",
        "Board",
        "Fixture Community NHS Trust. Position at 31 March 2020 · Organisation code RXX",
        "This worksheet contains one table. Symbols in it are explained on the worksheet Notes.",
        "Source: the register.",
    ]


def test_numbers_are_numbers_shown_as_they_are_printed(book: Workbook) -> None:
    sheet = book["1 Bands"]
    assert table_of(sheet) == [
        ["Band", "White", "BME"],
        ["Bands 1–4", "640", "81"],
        ["Bands 5–7", "1,050", "109"],
    ]
    values = [cell.value for row in sheet[next(iter(sheet.tables.values())).ref] for cell in row]
    assert [one for one in values if isinstance(one, int)] == [640, 81, 1050, 109]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0.0),
        ("2019", 2019.0),
        ("2,480", 2480.0),
        ("1,234,567", 1234567.0),
        ("9.4%", 0.094),
        ("100.0%", 1.0),
        ("26%", 0.26),
        ("0.80", 0.8),
        ("−4.7", -4.7),
        ("+0.06", 0.06),
        ("0.0", 0.0),
        ("+12%", 0.12),
        ("-3", -3.0),
    ],
)
def test_a_printed_number_comes_back_to_the_letter(text: str, value: float) -> None:
    number = as_number(text)
    assert number is not None
    assert number.value == value
    sheet = Workbook().active
    assert sheet is not None
    sheet["A1"] = number.value
    sheet["A1"].number_format = number.shown_as
    assert shown(sheet["A1"]) == text


@pytest.mark.parametrize(
    "text",
    [
        *("", "–", "[c]", "1 of 12", "0.45 to 0.98", "007", "1,23", "1.2.3", "12 %", "8a", "½"),
        *("9" * 16, "Band 5", "\u0663", "1\u0663", "1e5", "+", "95% interval"),
    ],
)
def test_what_is_no_plain_number_stays_text(text: str) -> None:
    assert as_number(text) is None


def test_symbols_are_text_and_explained_beside_the_table_and_in_the_notes(
    stage: Stage, tmp_path: Path
) -> None:
    markup = html_table(
        ["Group", "Share", "Travel"], [["White", "[c]", "▲ up 0.1"], ["All", "–", ""]]
    )
    caption = "Shares. [c] means withheld to protect people."
    cells = [*board_cells()[:-1], table("tbl-board", markup, **{"tbl-cap": caption})]
    book = book_of(stage(board=cells), tmp_path / "out")
    sheet = book["2 Board"]
    assert table_of(sheet) == [
        ["Group", "Share", "Travel"],
        ["White", "[c]", "▲ up 0.1"],
        ["All", "[z]", "[x]"],
    ]
    above = "\n".join(words_above(sheet))
    assert "[c] means withheld to protect people." in above
    assert "[z]: There is nothing to show here. The report prints a dash." in above
    assert "[x]: Nothing is given here. The report leaves the cell blank." in above
    explained = {row[0]: row[1] for row in table_of(book["Notes"])}
    assert explained.keys() >= {"[c]", "[z]", "▲"}
    assert explained["[c]"].startswith("Withheld to protect people")


def test_no_text_becomes_a_formula_a_link_or_a_note(stage: Stage, tmp_path: Path) -> None:
    rows = [[text, text] for text in RISKY]
    heads = ["=head", "$$a$$ [b](c)"]
    cells = [
        *board_cells()[:-1],
        table("tbl-board", html_table(heads, rows), **{"tbl-cap": "Plain"}),
    ]
    facts: dict[str, object] = {
        "subtitle": "=Trust $$x$$ [a](http://b)",
        "title": "=Title",
        "header-text": "=Head & tail",
    }
    staged = stage(board=cells, facts=facts)
    book = book_of(staged, tmp_path / "out")
    sheet = book["2 Board"]
    expected = [" ".join(text.split()) for text in RISKY]  # as the page prints it
    assert table_of(sheet)[1:] == [[text, text] for text in expected]
    assert table_of(sheet)[0] == heads
    cells_of = [cell for one in book for row in one.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells_of if cell.value is not None} <= {"s", "n"}
    starting = [cell for cell in cells_of if str(cell.value or "")[:1] in set("=+-@\t\r")]
    assert len(starting) >= 10
    assert all(cell.quotePrefix for cell in starting if isinstance(cell.value, str))
    with ZipFile(tmp_path / "out" / "tables.xlsx") as package:
        parts = [package.read(name).decode() for name in package.namelist()]
    assert not any(re.search(r"<f[ >]|<hyperlink [^>]*r:id=", part) for part in parts)
    assert book["Cover"]["A1"].value == "=Title: tables"


def test_another_library_reads_the_same_words(stage: Stage, tmp_path: Path) -> None:
    rows = [[text, "1.5%"] for text in RISKY]
    markup = html_table(["Head", "Value"], rows)
    cells = [*board_cells()[:-1], table("tbl-board", markup, **{"tbl-cap": "Plain"})]
    (path,) = render(stage(board=cells), ["xlsx"], tmp_path / "out", "embedded")
    read = CalamineWorkbook.from_path(path).get_sheet_by_name("2 Board").to_python()
    found = [row[0] for row in read if row[1] == 0.015]
    assert found == [" ".join(text.split()) for text in RISKY]


def test_names_of_sheets_are_legal_and_unlike_whatever_the_labels(
    stage: Stage, tmp_path: Path
) -> None:
    labels = [f"tbl-{'a' * 60}{n}" for n in "xy"] + ["tbl-History", "tbl-Board", "tbl-board"]
    cells = [*board_cells()[:-1], *(table(label, **{"tbl-cap": "Plain"}) for label in labels)]
    names = book_of(stage(board=cells), tmp_path / "out").sheetnames
    assert len({name.lower() for name in names}) == len(names) == 2 + 1 + 5
    assert all(len(name) <= 31 and not re.search(r"[\[\]:*?/\\']", name) for name in names)


def test_headings_over_headings_and_cells_over_rows_become_one_of_each(
    stage: Stage, tmp_path: Path
) -> None:
    markup = (
        '<table><thead><tr><th rowspan="2">Group</th><th colspan="2">Share</th></tr>'
        "<tr><th>2019</th><th>2020</th></tr></thead><tbody>"
        '<tr><th rowspan="2">Staff</th><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr>'
        '<tr><th>Board</th><td colspan="2">none</td></tr></tbody></table>'
    )
    cells = [*board_cells()[:-1], table("tbl-board", markup, **{"tbl-cap": "Plain"})]
    sheet = book_of(stage(board=cells), tmp_path / "out")["2 Board"]
    assert table_of(sheet) == [
        ["Group", "Share: 2019", "Share: 2020"],
        ["Staff", "1", "2"],
        ["Staff", "3", "4"],
        ["Board", "none", "none"],
    ]


def test_items_under_a_number_stay_indented_in_every_format(stage: Stage, tmp_path: Path) -> None:
    markup = html_table(["Id", "Action"], [["A1", "{}"]]).format(cell_html("1. one\n  a) of it"))
    cells = [*board_cells()[:-1], table("tbl-board", markup, **{"tbl-cap": "Actions"})]
    staged = stage(board=cells)
    book = book_of(staged, tmp_path / "out")
    assert table_of(book["2 Board"])[1] == ["A1", "1. one\n  a) of it"]
    html, pdf, docx = render(staged, ["html", "pdf", "docx"], tmp_path / "out", "embedded")
    page = BeautifulSoup(html.read_text("utf-8"), "html.parser")
    assert page.select("#tbl-board td")[0].get_text("|") == "1. one|\u00a0\u00a0a) of it"
    (word,) = [one for one in Document(str(docx)).tables if len(one.columns) == 2]
    assert word.rows[1].cells[1].text == "1. one\n\u00a0\u00a0a) of it"
    with pdfplumber.open(pdf) as document:
        words = [one for sheet in document.pages for one in sheet.extract_words()]
    outer, inner = (next(one["x0"] for one in words if one["text"] == it) for it in ("1.", "a)"))
    assert inner > outer + 2


def test_headings_among_rows_become_a_column_and_points_lines(stage: Stage, tmp_path: Path) -> None:
    cells = [*board_cells()[:-1], table("tbl-board", REGISTER, **{"tbl-cap": "Actions"})]
    sheet = book_of(stage(board=cells), tmp_path / "out")["2 Board"]
    assert table_of(sheet) == [
        ["Heading", "Id", "Action", "Lead"],
        ["Recruitment", "A1", "First:\n• one\n• two\n    • of two", "AB"],
        ["Training", "A2", "May 2023: begun\nand done", "[x]"],
    ]


@pytest.mark.parametrize("number", ["", "[13.2]{.number} "])
def test_key_of_states_stands_beside_their_table_and_in_the_notes(
    stage: Stage, tmp_path: Path, number: str
) -> None:
    cells = [
        *board_cells()[:-1],
        markdown(f"{number}**Key.** △ Amber: some delay; ✓ Blue: complete."),
        table("tbl-board", REGISTER, **{"tbl-cap": "Actions"}),
    ]
    book = book_of(stage(board=cells), tmp_path / "out")
    above = words_above(book["2 Board"])
    assert {"△: Amber: some delay.", "✓: Blue: complete."} <= set(above)
    explained = {row[0]: row[1] for row in table_of(book["Notes"])}
    assert explained["△"] == "Amber: some delay."
    assert not any("Amber" in one for one in words_above(book["1 Bands"]))


def test_equal_and_empty_headings_are_told_apart(stage: Stage, tmp_path: Path) -> None:
    markup = html_table(["", "Share", "share", "x" * 300], [["a", "1", "2", "3"]])
    cells = [*board_cells()[:-1], table("tbl-board", markup, **{"tbl-cap": "Plain"})]
    heads = table_of(book_of(stage(board=cells), tmp_path / "out")["2 Board"])[0]
    assert heads == ["Column 1", "Share", "share (2)", "x" * 255]


def test_properties_name_the_report_and_the_same_report_gives_the_same_bytes(
    stage: Stage, tmp_path: Path
) -> None:
    staged = stage()
    book = book_of(staged, tmp_path / "one")
    assert book.properties.title == "Workforce Race Equality Standard: tables"
    assert book.properties.creator == "Fixture Community NHS Trust"
    (again,) = render(staged, ["xlsx"], tmp_path / "two", "embedded")
    assert again.read_bytes() == (tmp_path / "one" / "tables.xlsx").read_bytes()


def test_printed_pages_are_marked(stage: Stage, tmp_path: Path) -> None:
    facts: dict[str, object] = {"marking": "INTERNAL & draft"}
    book = book_of(stage(facts=facts), tmp_path / "out")
    for sheet in book:
        assert sheet.oddHeader.left.text.startswith("INTERNAL && draft")


def test_a_report_without_tables_has_a_workbook_that_says_so(stage: Stage, tmp_path: Path) -> None:
    spine = SPINE.replace("See @tbl-bands and [the board]", "See [the board]")
    cells = [cell for cell in summary_cells() if "tbl-bands" not in cell.source]
    staged = stage(summary=cells, board=board_cells()[:-1], spine=spine)
    book = book_of(staged, tmp_path / "out")
    assert book.sheetnames == ["Cover"]
    words = [str(cell.value) for (cell,) in book["Cover"].iter_rows(max_col=1)]
    assert any("no tables" in line for line in words)


def test_cover_is_no_wider_than_the_page_that_it_is_printed_on(book: Workbook) -> None:
    cover = book["Cover"]
    # A unit of width is a digit of the usual type (Arial, 12 points): 9 of 96 pixels to an inch.
    inches = cover.column_dimensions["A"].width * 9 / 96
    margins = cover.page_margins.left + cover.page_margins.right
    assert cover.page_setup.orientation != "landscape"
    assert inches <= 21.0 / 2.54 - margins
    filled = [cell for row in cover.iter_rows() for cell in row if cell.value]
    assert cover.print_area == f"'Cover'!$A$1:$A${filled[-1].row}"
    assert all(cell.alignment.wrap_text for cell in filled)
