"""Documents of every kind, rendered: sections, numbers and marking are the same in each format."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
import yaml
from bs4 import BeautifulSoup
from docx import Document
from pdfplumber import open as open_pdf

from tests.report.reading_back import read_page, read_word
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
]


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


def made_of(paper: Path, trust: tuple[str, int], data: Path, project: Path, shelf: Path) -> Made:
    formats = ("html", "pdf", "docx", "xlsx")
    report = Report(*trust, data, shelf, project, formats=formats, engine="embedded", paper=paper)
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
    shown = [one.get_text() for one in made.page.select("main h2")]
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
def test_hostile_text_of_a_document_prints_as_it_was_typed(
    data: Path, project: Path, tmp_path: Path
) -> None:
    long = "word " * 400
    described = {
        "kind": "board paper",
        "title": " ".join(HOSTILE[:3]),
        "date": "2024-09-26",
        "numbering": "paragraphs",
        "sections": [
            "cover",
            *({"title": f"{one} {at}", "text": f"Text: {one}"} for at, one in enumerate(HOSTILE)),
            {"title": "Long", "text": long, "signed": HOSTILE[0]},
            {"section": "action_plan", "title": HOSTILE[4]},
        ],
        "cover": {
            "meeting": " ".join(HOSTILE),
            "presenter": HOSTILE[0],
            "executive_summary": {"introduction": HOSTILE[1], "achievements": HOSTILE},
            "strategic_aims": [{"aim": one, "ticked": True} for one in HOSTILE],
            "considered_before": [{"committee": one, "date": one} for one in HOSTILE],
            "risks": long,
            "recommendations": HOSTILE,
        },
        "sign_off": {"name": HOSTILE[0], "role": HOSTILE[2], "date": "2024-09-26"},
    }
    paper = tmp_path / "paper.yml"
    paper.write_text(yaml.safe_dump(described, allow_unicode=True), encoding="utf-8")
    made = made_of(paper, ("ZZ1", 2024), data, project, tmp_path / "shelf")
    page = made.page
    text = " ".join(page.get_text().split())
    assert page.find("script") is None
    for one in HOSTILE:
        # twice in the page's own texts at the least: a heading, a paragraph
        assert text.count(" ".join(one.split())) >= 2, one
    word = read_word(made.folder / "report.docx")
    assert word.blocks == read_page(str(page)).blocks
    assert word.tables == read_page(str(page)).tables
