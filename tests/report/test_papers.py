"""Documents of every kind, rendered: sections, numbers and marking are the same in each format."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

import pandas as pd
import pikepdf
import pytest
import yaml
from bs4 import BeautifulSoup
from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from openpyxl import load_workbook
from pdfplumber import open as open_pdf

from tests.accessibility import hold_file
from tests.conftest import require_tool
from tests.report.reading_back import nodes, read_page, read_word, read_workbook
from wres.render import FORMATS
from wres.report import Report, make_report

PAPERS = Path(__file__).parents[2] / "docs" / "papers"
# Each description, and the trust and year that it is of.
OF = {
    "board_paper": ("ZZ1", 2024),
    "full_analysis": ("ZZ1", 2024),
    "metrics_appendix": ("ZZ1", 2024),
    "action_plan": ("ZZ1", 2024),
    "progress_report": ("ZZ1", 2024),
    "RYV-2020": ("RYV", 2020),
    "RV9-2021": ("RV9", 2021),
}
HOSTILE = [
    "<script>alert(1)</script>",
    "{{< meta title >}}",
    "$x$ and \\textbf{y}",
    "#set text(red)",
    "`{python} 1 + 1`",
    "@fig-board",
    "\N{HEBREW LETTER SHIN}\N{HEBREW LETTER LAMED}\N{HEBREW LETTER VAV}\N{HEBREW LETTER MEM}",
    "A \"quote\" & 'one'",
    "=1+1",
    "{{< include /etc/passwd >}} {{< meta tit",
    "it ends in a brace {",
    "3 ... -1 degrees -- 'so'",
]
# Fields of a plan's row that hold what somebody wrote.
PRINTED = ("action", "measure", "lead", "due", "status", "update")
LONG = " ".join(f"word{number}" for number in range(250))  # some 2,000 characters
UNBROKEN = "x" * 2000
Engine = Literal["embedded", "quarto"]


@dataclass(frozen=True)
class Made:
    folder: Path
    described: dict[str, object]

    @property
    def page(self) -> BeautifulSoup:
        html = (self.folder / "report.html").read_text(encoding="utf-8")
        return BeautifulSoup(html, "html.parser")

    @property
    def pages(self) -> list[str]:
        with open_pdf(self.folder / "report.pdf") as pdf:
            return [page.extract_text() or "" for page in pdf.pages]


def made_of(
    paper: Path,
    trust: tuple[str, int],
    data: Path,
    project: Path,
    shelf: Path,
    engine: Engine = "embedded",
) -> Made:
    report = Report(*trust, data, shelf, project, formats=FORMATS, engine=engine, paper=paper)
    return Made(make_report(report), yaml.safe_load(paper.read_text(encoding="utf-8")))


@pytest.fixture(scope="module", params=OF)
def made(
    request: pytest.FixtureRequest,
    data: Path,
    project: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Made:
    paper = PAPERS / f"{request.param}.yml"
    return made_of(paper, OF[request.param], data, project, tmp_path_factory.mktemp("shelf"))


def test_every_description_is_tried() -> None:
    assert {path.stem for path in PAPERS.glob("*.yml")} == set(OF)


@pytest.mark.slow
def test_word_says_what_the_page_says_in_the_same_order(made: Made) -> None:
    page = read_page(str(made.page))
    word = read_word(made.folder / "report.docx")
    assert word.blocks == page.blocks
    assert word.tables == page.tables
    assert word.alts == page.alts


@pytest.mark.slow
def test_titles_and_order_of_sections_are_those_described(made: Made) -> None:
    shown = [one.get_text() for one in made.page.select("main h2:not(.contents)")]
    shown = [re.sub(r"^\d+ ", "", one) for one in shown]
    titles = [
        one["title"]
        for one in made.described.get("sections", [])  # type: ignore[attr-defined]
        if isinstance(one, dict) and one.get("section") not in {"action_plan", "progress"}
    ]
    assert [one for one in shown if one in titles] == titles
    assert len(shown) == len(set(shown))


@pytest.mark.slow
def test_every_page_is_marked_draft_until_it_is_signed_off(made: Made) -> None:
    signed = "sign_off" in made.described
    for text in made.pages:
        assert ("DRAFT: not signed off" in text) is not signed
    header = Document(str(made.folder / "report.docx")).sections[0].header
    words = " ".join(one.text for one in header.paragraphs)
    assert ("DRAFT" in words) is not signed
    assert ("DRAFT" in made.page.select_one("header").get_text()) is not signed  # type: ignore[union-attr]


@pytest.mark.slow
def test_pdf_claims_pdf_ua(made: Made) -> None:
    with pikepdf.open(made.folder / "report.pdf") as pdf, pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"


@pytest.mark.slow
def test_numbers_before_headings_and_paragraphs_go_on_by_one(made: Made) -> None:
    numbering = made.described.get("numbering", "none")
    sections = [one for one in made.page.select("main h2") if one.select_one(".number")]
    if numbering == "none":
        assert not made.page.select("main .number")
        return
    assert [one.select_one(".number").get_text() for one in sections] == [  # type: ignore[union-attr]
        str(number) for number in range(1, len(sections) + 1)
    ]
    deeper = [one.get_text() for one in made.page.select("main .number") if "." in one.get_text()]
    for before, now in pairwise(deeper):
        (section, last), (next_section, number) = before.split("."), now.split(".")
        same = section == next_section
        assert int(number) == (int(last) + 1 if same else 1)
    assert all(
        one.parent.name == ("p" if numbering == "paragraphs" else "h3")  # type: ignore[union-attr]
        for one in made.page.select("main .number")
        if "." in one.get_text()
    )


@pytest.mark.slow
def test_contents_come_after_a_cover_sheet_in_each_format(made: Made) -> None:
    page = made.page
    cover = page.select_one("#sec-cover")
    navigation = page.select("nav[aria-label=Contents]")
    if cover is None:
        assert not navigation
        return
    assert [one["aria-label"] for one in page.select("nav")] == ["Contents"]
    entries = [one.get_text() for one in navigation[0].select("a")]
    following = page.select("section.contents ~ section :is(h2, h3, h4)")
    assert entries == [one.get_text() for one in following]
    assert page.get_text().index("Cover sheet") < page.get_text().index(entries[0])
    first = next(at for at, text in enumerate(made.pages) if "Contents" in text)
    assert first > 0
    assert "Cover sheet" in made.pages[0]


@pytest.mark.slow
@pytest.mark.parametrize("width", [1280, 360])
def test_no_rule_of_wcag_is_broken_and_nothing_scrolls_sideways(made: Made, width: int) -> None:
    hold_file(made.folder / "report.html", width)


@pytest.mark.slow
def test_word_repeats_heads_of_tables_describes_pictures_and_leads_where_it_says(
    made: Made,
) -> None:
    document = Document(str(made.folder / "report.docx"))
    body = document.element.body
    for table in body.iter(qn("w:tbl")):
        first = table.find(qn("w:tr"))
        assert first.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        assert table.find(f"{qn('w:tblPr')}/{qn('w:tblDescription')}").get(qn("w:val"))
    assert all(frame.get("descr").strip() for frame in body.iter(qn("wp:docPr")))
    marks = {one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))}
    anchors = {one.get(qn("w:anchor")) for one in body.iter(qn("w:hyperlink"))}
    assert anchors - {None} <= marks
    headings = [one.text for one in document.paragraphs if is_styled(one, "heading 1", "heading 2")]
    listed = [one.text for one in paragraphs_in(body, document) if is_styled(one, "toc 1", "toc 2")]
    assert bool(listed) is (made.described["kind"] != "action plan")
    assert not listed or [one for one in headings if one in listed] == listed


@pytest.mark.slow
def test_pdf_tells_headings_pictures_and_heads_of_tables_to_who_hears_it_read(made: Made) -> None:
    with pikepdf.open(made.folder / "report.pdf") as pdf:
        found = [(str(one.get("/S", "")), one) for one in nodes(pdf)]
        kinds = [kind for kind, _ in found]
        alts = [str(one.Alt).split() for kind, one in found if kind == "/Figure"]
    page = made.page
    assert alts == [str(one["alt"]).split() for one in page.select("main img")]
    assert kinds.count("/Table") == len(page.select("main table"))
    contents = made.described["kind"] != "action plan"
    for level in (1, 2, 3):
        # the title of the page is its h1, that of the PDF has a tag of its own
        headings = len(page.select(f"main h{level + 1}:not(.contents)"))
        assert kinds.count(f"/H{level}") == headings + (contents and level == 1)


def paragraphs_in(body: Any, document: Any) -> list[Paragraph]:
    return [Paragraph(one, document) for one in body.iter(qn("w:p"))]


def is_styled(paragraph: Paragraph, *names: str) -> bool:
    return bool(paragraph.style and str(paragraph.style.name).lower() in names)


def letters(text: str) -> str:
    """Give a text without blanks, and without the marks by which a long word may break."""
    return re.sub(r"[\s\u200b]+", "", text)


def hostile_plan(data: Path, into: Path) -> Path:
    """Copy the fictional trust with a plan of hostile words, each in every field of text."""
    shutil.copytree(data / "ZZ1", into / "ZZ1")
    shutil.copytree(data / "benchmarks", into / "benchmarks")
    texts = [*HOSTILE, LONG, UNBROKEN]
    fields = ("theme", *PRINTED)
    rows = [
        {"id": f"A{at}", "indicators": "2"} | dict.fromkeys(fields, one)
        for at, one in enumerate(texts)
    ]
    pd.DataFrame(rows).to_csv(into / "ZZ1" / "2024" / "action_plan.csv", index=False)
    return into


@pytest.mark.slow
@pytest.mark.parametrize("engine", ["embedded", "quarto"])
def test_hostile_text_of_a_document_and_its_plan_prints_as_it_was_typed(
    engine: Engine, data: Path, project: Path, tmp_path: Path
) -> None:
    if engine == "quarto":
        require_tool("quarto")
    described = {
        "kind": "board paper",
        "title": " ".join(HOSTILE[:3]),
        "date": "2024-09-26",
        "numbering": "paragraphs",
        "sections": [
            "cover",
            *({"title": f"{one} {at}", "text": f"Text: {one}"} for at, one in enumerate(HOSTILE)),
            {"title": "Long", "text": LONG, "signed": HOSTILE[0]},
            {"section": "action_plan", "title": HOSTILE[4]},
        ],
        "cover": {
            "meeting": " ".join(HOSTILE),
            "presenter": HOSTILE[0],
            "executive_summary": {"introduction": HOSTILE[1], "achievements": HOSTILE},
            "strategic_aims": [{"aim": one, "ticked": True} for one in HOSTILE],
            "considered_before": [{"committee": one, "date": one} for one in HOSTILE],
            "risks": LONG,
            "recommendations": HOSTILE,
        },
        "sign_off": {"name": HOSTILE[0], "role": HOSTILE[2], "date": "2024-09-26"},
        # one column, so that the PDF's text has each cell's words together
        "register": {"columns": [{"fields": list(PRINTED)}], "group_by": "theme"},
    }
    paper = tmp_path / "paper.yml"
    paper.write_text(yaml.safe_dump(described, allow_unicode=True), encoding="utf-8")
    hostile = hostile_plan(data, tmp_path / "data")
    made = made_of(paper, ("ZZ1", 2024), hostile, project, tmp_path / "shelf", engine)
    page = made.page
    assert page.find("script") is None
    text = " ".join(page.get_text().split())
    for one in HOSTILE:
        # twice in the page's own texts at the least: a heading, a paragraph
        assert text.count(" ".join(one.split())) >= 2, one
    plan = page.select_one("#tbl-actions table.register")
    assert plan is not None
    cells = [letters(one.get_text()) for one in plan.select("tbody tr:not(.group) th")]
    # no symbol goes before a status: none of these is known
    assert cells == [letters(one) * len(PRINTED) for one in [*HOSTILE, LONG, UNBROKEN]]
    groups = [letters(one.get_text()) for one in plan.select("tr.group th")]
    assert groups == [letters(one) for one in [*HOSTILE, LONG, UNBROKEN]]
    told = letters(" ".join(made.pages))
    for one in [*HOSTILE, LONG]:
        wanted = letters(one)
        # right-to-left words come out of a PDF in the order in which they are drawn
        shown = told.count(wanted) + (told.count(wanted[::-1]) if wanted[::-1] != wanted else 0)
        assert shown >= len(PRINTED), one
    assert told.count("x") >= len(UNBROKEN) * len(PRINTED)
    word = read_word(made.folder / "report.docx")
    read = read_page(str(page))
    assert word.blocks == read.blocks
    assert word.tables == read.tables
    tables, _ = read_workbook(made.folder / "tables.xlsx")
    shown_cells = {letters(cell) for table in tables.values() for row in table for cell in row}
    assert {letters(one) * len(PRINTED) for one in [*HOSTILE, LONG, UNBROKEN]} <= shown_cells
    book = load_workbook(made.folder / "tables.xlsx")
    assert "f" not in {
        cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row
    }


@pytest.mark.slow
def test_figures_from_elsewhere_pass_the_check_and_tell_their_source_in_each_format(
    data: Path, project: Path, tmp_path: Path
) -> None:
    census = '[99.3%]{source="Census 2021, <b>table</b> 3"}'
    described = {
        "kind": "board paper",
        "date": "2024-09-26",
        "sections": ["cover", {"title": "The area", "text": f"Of people, {census} are BME."}],
        "cover": {
            "risks": f"Of people {census} are BME, of our staff 98.7%.",
            "recommendations": [f"Note {census}."],
        },
    }
    paper = tmp_path / "paper.yml"
    paper.write_text(yaml.safe_dump(described), encoding="utf-8")
    made = made_of(paper, ("ZZ1", 2024), data, project, tmp_path / "shelf")
    told = "99.3% (source: Census 2021, <b>table</b> 3)"
    assert " ".join(made.page.get_text().split()).count(told) == 3
    words = [one.text for one in Document(str(made.folder / "report.docx")).paragraphs]
    assert " ".join(words).count(told) == 3
    assert " ".join(" ".join(made.pages).split()).count(told) == 3
    checked = (made.folder / "run.json").read_text(encoding="utf-8")
    assert "98.7%" in checked
    assert "99.3%" not in checked
