"""Numbers of paragraphs stand in a column of their own, lists below the text, in each format."""

from __future__ import annotations

from pathlib import Path

import pdfplumber
import pytest
from bs4 import BeautifulSoup
from docx import Document
from docx.shared import Cm

from tests.accessibility import hold_file
from wres.render import render_embedded

from .conftest import Stage, markdown, summary_cells

LONG = "Long " + "and longer " * 30 + "ended."
TEXT = (
    f"# Summary {{#sec-summary}}\n\nOne.\n\n- Here.\n\n{LONG}\n\na) first\nb) second\n\n(i) third"
)
HANG = 3.2 * 10.5  # points: assets/typst-template.typ


def made(stage: Stage, folder: Path, form: str) -> Path:
    cells = [markdown(TEXT), *summary_cells()[1:]]
    facts = {"paper-numbering": "paragraphs"}
    (path,) = render_embedded(stage(cells, facts=facts), [form], folder)
    return path


def test_on_a_page_the_number_is_part_of_its_paragraph_and_a_list_stands_below_the_text(
    stage: Stage, tmp_path: Path
) -> None:
    path = made(stage, tmp_path / "out", "html")
    page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
    numbered = page.select(".numbered > p")
    assert [one.get_text()[:8] for one in numbered[:2]] == ["1.1 One.", "1.2 Long"]
    assert page.select_one(".below-numbered > ul > li").get_text() == "Here."  # type: ignore[union-attr]
    assert not page.select("main li .number")


@pytest.mark.slow
def test_numbers_beside_the_text_break_no_rule_on_a_phone(stage: Stage, tmp_path: Path) -> None:
    hold_file(made(stage, tmp_path / "out", "html"), 360)


def test_on_paper_the_second_line_of_a_paragraph_stands_below_its_first_word(
    stage: Stage, tmp_path: Path
) -> None:
    with pdfplumber.open(made(stage, tmp_path / "out", "pdf")) as pdf:
        words = [word for page in pdf.pages for word in page.extract_words()]
    at = next(place for place, word in enumerate(words) if word["text"] == "1.2")
    number, first = words[at : at + 2]
    assert first["text"] == "Long"
    assert first["x0"] - number["x0"] == pytest.approx(HANG, abs=1)
    below = next(word for word in words[at:] if word["top"] > number["bottom"])
    assert below["x0"] == pytest.approx(first["x0"], abs=0.5)
    here = next(word for word in words if word["text"] == "Here.")
    assert here["x0"] > first["x0"]


def test_in_word_a_tab_leads_from_the_number_to_an_indented_text(
    stage: Stage, tmp_path: Path
) -> None:
    document = Document(str(made(stage, tmp_path / "out", "docx")))
    style = document.styles["Numbered Paragraph"].paragraph_format  # type: ignore[union-attr]
    assert style.left_indent == -style.first_line_indent == Cm(1.27)
    told = [one.text for one in document.paragraphs if one.style.name == "Numbered Paragraph"]  # type: ignore[union-attr]
    assert [one[:8] for one in told[:2]] == ["1.1\tOne.", "1.2\tLong"]


def test_a_page_writes_the_brackets_of_letters_as_word_and_paper_do(
    stage: Stage, tmp_path: Path
) -> None:
    path = made(stage, tmp_path / "out", "html")
    html = path.read_text(encoding="utf-8")
    page = BeautifulSoup(html, "html.parser")
    assert [one.get_text() for one in page.select(".paren-lower-alpha > ol > li")] == [
        "first",
        "second",
    ]
    assert page.select_one(".bracket-lower-roman > ol") is not None
    for name in ("paren-lower-alpha", "bracket-lower-roman"):
        assert f"@counter-style {name} " in html
        assert f".{name} > ol {{ list-style-type: {name}; }}" in html
