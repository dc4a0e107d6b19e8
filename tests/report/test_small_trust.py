"""A tiny fictional trust with a hostile name, rendered internal and twice."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pdfplumber
import pytest
from bs4 import BeautifulSoup
from docx import Document
from openpyxl import load_workbook

from tests.conftest import require_tool
from tests.report.reading_back import read_page, read_word, read_workbook
from wres.render import FORMATS
from wres.report import Report, make_report
from wres.results import read_results

NAME = 'Tiny & <b>Bold</b> "Trust" $5 and $6 @fig-none {{ x }} *star* C:\\dir'
FILES = {
    "trust.yml": f"""
ods_code: RXX
name: '{NAME}'
region: London
type: community
term: global majority
fictional: true
""",
    "2022/workforce.csv": """staff_group,band,ethnicity,headcount
clinical,5,White,3
clinical,5,BME,1
clinical,5,Unknown,0
clinical,6,White,0
clinical,6,BME,0
clinical,6,Unknown,0
non-clinical,VSM,White,1
non-clinical,VSM,BME,0
non-clinical,VSM,Unknown,1
""",
    "2022/recruitment.csv": """ethnicity,shortlisted,appointed
White,3,1
BME,2,0
Unknown,0,0
""",
    "2022/disciplinary.csv": """ethnicity,workforce,entered_process
White,4,0
BME,1,0
Unknown,1,0
""",
    "2022/board.csv": """membership,voting,ethnicity,members
executive,yes,White,1
executive,yes,BME,0
executive,yes,Unknown,0
executive,no,White,0
executive,no,BME,0
executive,no,Unknown,0
non-executive,yes,White,2
non-executive,yes,BME,1
non-executive,yes,Unknown,0
non-executive,no,White,0
non-executive,no,BME,0
non-executive,no,Unknown,0
""",
}


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Report:
    data = tmp_path_factory.mktemp("data")
    for name, text in FILES.items():
        path = data / "RXX" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (data / "benchmarks").mkdir()
    national = (project / "data" / "benchmarks" / "national.csv").read_bytes()
    (data / "benchmarks" / "national.csv").write_bytes(national)
    shelf = tmp_path_factory.mktemp("shelf")
    wanted = {"profile": "internal", "engine": "embedded", "formats": FORMATS}
    return Report("RXX", 2022, data, shelf, project, **wanted)


@pytest.fixture(scope="module")
def folder(tiny: Report) -> Path:
    return make_report(tiny)


@pytest.mark.slow
def test_public_report_of_a_handful_of_people_shows_no_count_of_them(
    tiny: Report, project: Path
) -> None:
    place = make_report(Report("RXX", 2022, tiny.data, tiny.shelf, project, engine="embedded"))
    results = read_results(place / "results.csv")
    people = results[~results["indicator"].eq("9")]
    shown = people[["numerator", "denominator", "comparator_numerator"]].stack().dropna()
    # Empty bands, the five clinical staff and all six people: nobody of a group of five or fewer.
    assert set(shown) == {0, 5, 6}
    assert people.loc[people["group"].ne("all"), "value"].dropna().eq(0).all()
    page = BeautifulSoup((place / "report.html").read_text("utf-8"), "html.parser")
    assert "withheld" in page.get_text()
    assert "INTERNAL" not in page.get_text()
    record = json.loads((place / "run.json").read_text("utf-8"))
    hashes = record["inputs_sha256"]
    assert {hashes[name] for name in hashes if name.startswith("RXX")} == {"withheld"}
    full = json.loads((tiny.shelf / "internal/2022/RXX.public-run.json").read_text("utf-8"))
    assert "withheld" not in full["inputs_sha256"].values()


def test_report_stands_on_the_internal_shelf_and_is_marked_on_every_page(
    folder: Path, tiny: Report
) -> None:
    assert folder == tiny.shelf / "internal" / "2022" / "RXX"
    page = BeautifulSoup((folder / "report.html").read_text("utf-8"), "html.parser")
    assert "INTERNAL" in page.get_text()
    assert "FICTIONAL" in page.get_text()
    for text in _pdf_pages(folder):
        assert "INTERNAL" in text
        assert "FICTIONAL" in text
    (section,) = Document(str(folder / "report.docx")).sections
    book = load_workbook(folder / "tables.xlsx")
    heads = [section.header.paragraphs[0].text, section.footer.paragraphs[0].text]
    heads += [str(sheet.oddHeader.left.text) for sheet in book]
    assert len(heads) > 5
    assert all("INTERNAL" in head and "FICTIONAL" in head for head in heads)


def test_hostile_name_is_printed_as_text_in_both_formats(folder: Path) -> None:
    page = BeautifulSoup((folder / "report.html").read_text("utf-8"), "html.parser")
    assert not page.find("b")
    shown = NAME.replace('"', "").split()
    for text in (page.get_text(" "), _pdf_text(folder)):
        for word in shown:
            assert word in text


def test_hostile_name_stands_in_captions_as_it_was_typed_in_every_format(folder: Path) -> None:
    require_captions_of(folder)


@pytest.mark.slow
def test_hostile_name_stands_in_captions_as_it_was_typed_by_quarto(tiny: Report) -> None:
    require_tool("quarto")
    require_captions_of(make_report(replace(tiny, engine="quarto", shelf=tiny.shelf / "quarto")))


def require_captions_of(folder: Path) -> None:
    """Hold the captions that name the trust in each format against the name as it was typed."""
    page = read_page((folder / "report.html").read_text("utf-8"))
    captions = [one for one in page.of("caption") if "Tiny" in one]
    assert len(captions) > 5
    assert all(NAME in one for one in captions)
    word = read_word(folder / "report.docx")
    assert [one for one in word.of("caption") if "Tiny" in one] == captions
    printed = letters(_pdf_text(folder))
    assert [one for one in captions if letters(one) not in printed] == []
    book = load_workbook(folder / "tables.xlsx")
    told = [f"{sheet['A1'].value} {sheet['A2'].value}" for sheet in book]
    tables = [one for one in captions if one.startswith("Table")]
    assert len([one for one in told if NAME in one]) >= len(tables)


def letters(text: str) -> str:
    return "".join(text.split())


def test_hostile_name_is_printed_as_text_in_word_and_the_workbook(folder: Path) -> None:
    document = Document(str(folder / "report.docx"))
    assert NAME in [one.text for one in document.paragraphs]
    assert document.core_properties.author == NAME
    assert f"{NAME}: WRES report 2022" in document.sections[0].header.paragraphs[-1].text
    book = load_workbook(folder / "tables.xlsx")
    words = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]
    assert NAME in words
    # National figures are nobody's of the trust.
    own = [sheet for sheet in book.worksheets[3:] if "National" not in sheet.title]
    assert len(own) > 10
    for sheet in own:
        assert NAME in str(sheet["A1"].value) + str(sheet["A2"].value)


def test_word_and_the_workbook_say_what_the_page_says(folder: Path) -> None:
    page = read_page((folder / "report.html").read_text("utf-8"))
    word = read_word(folder / "report.docx")
    assert word.blocks == page.blocks
    assert word.tables == page.tables
    assert word.alts == page.alts
    tables, _ = read_workbook(folder / "tables.xlsx")
    assert list(tables.values()) == [
        [["[z]" if cell == "–" else cell for cell in row] for row in table] for table in page.tables
    ]


def test_empty_band_and_empty_part_of_the_board_have_no_members(folder: Path) -> None:
    text = (folder / "results.csv").read_text("utf-8")
    lines = [line for line in text.splitlines() if "band=6" in line and ",share," in line]
    assert len(lines) == 3
    assert all("no members" in line for line in lines)
    page = BeautifulSoup((folder / "report.html").read_text("utf-8"), "html.parser")
    assert "no members" in page.get_text()


def test_term_of_the_trust_is_used_in_place_of_bme(folder: Path) -> None:
    page = BeautifulSoup((folder / "report.html").read_text("utf-8"), "html.parser")
    for wording in page.find_all("em"):  # the official wording keeps its own words
        wording.decompose()
    assert "BME" not in page.find("main").get_text()
    assert "global majority" in page.get_text()


def test_term_in_small_letters_begins_sentences_headings_and_cells_with_a_capital(
    folder: Path,
) -> None:
    page = BeautifulSoup((folder / "report.html").read_text("utf-8"), "html.parser")
    said = [one.get_text(" ") for one in page.select("p, li, dd, td, th, figcaption, h2, h3, h4")]
    texts = [" ".join(one.split()) for one in [*said, *(str(one["alt"]) for one in page("img"))]]
    assert any("global majority" in one for one in texts)
    assert any(one.startswith("Global majority") for one in texts)
    begins = re.compile(r"(?:^|[.?!] |\b(?:Figure|Table) \d+: )global majority")
    assert [one for one in texts if begins.search(one)] == []


@pytest.mark.slow
def test_same_inputs_give_the_same_bytes(folder: Path, tiny: Report) -> None:
    first = {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    again = make_report(replace(tiny, fresh=True))
    second = {path.name: path.read_bytes() for path in again.rglob("*") if path.is_file()}
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == ["run.json"]


def _pdf_text(folder: Path) -> str:
    return " ".join(_pdf_pages(folder))


@cache
def _pdf_pages(folder: Path) -> list[str]:
    with pdfplumber.open(folder / "report.pdf") as pdf:
        return [page.extract_text() for page in pdf.pages]
