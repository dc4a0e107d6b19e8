"""The finished report, read back as its readers get it."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import nbformat
import pdfplumber
import pikepdf
import pytest

from tests.report.reading_back import nodes
from tests.report.samples import SAMPLES, Rendered
from tests.report.words import allowed_numbers, numbers_in, prose_of
from wres.chapters.running import CHAPTERS

UNFILLED = re.compile(
    r"\bnan\b|\bNone\b|\bNaN\b|<NA>|\binf\b|\{\{<|\{python\}|\?meta|\?@|<Figure|Traceback|not found"
)


@cache
def pdf_text(rendered: Rendered) -> list[str]:
    with pdfplumber.open(rendered.folder / "report.pdf") as pdf:
        return [page.extract_text() for page in pdf.pages]


def test_shelf_is_complete(rendered: Rendered) -> None:
    names = {path.name for path in rendered.folder.iterdir()}
    documents = {"report.html", "report.pdf", "report.docx", "tables.xlsx"}
    assert names == documents | {"results.csv", "notebooks", "run.json"}
    assert len(list((rendered.folder / "notebooks").glob("*.ipynb"))) == len(CHAPTERS)
    record = json.loads((rendered.folder / "run.json").read_text(encoding="utf-8"))
    assert record["parameters"]["organisation"] == rendered.organisation
    assert f"{rendered.organisation}/{rendered.year}/workforce.csv" in record["inputs_sha256"]
    assert record["trust"]["name"] in rendered.page.get_text(" ")
    assert record["trust"]["fictional"] == (rendered.organisation == "ZZ1")


def test_nothing_is_left_unfilled(rendered: Rendered) -> None:
    for text in (rendered.page.get_text(" "), *pdf_text(rendered)):
        found = UNFILLED.search(text)
        assert found is None, text[max(0, found.start() - 60) : found.end() + 60]


def test_every_picture_has_alternative_text_in_both_formats(rendered: Rendered) -> None:
    pictures = rendered.page.find_all("img")
    assert len(pictures) >= 5
    for picture in pictures:
        assert len(picture["alt"]) > 60
    with pikepdf.open(rendered.folder / "report.pdf") as pdf:
        alts = [str(node.Alt) for node in nodes(pdf) if node.get("/S") == "/Figure"]
    assert [alt.split() for alt in alts] == [picture["alt"].split() for picture in pictures]


def test_figures_and_tables_are_numbered_and_every_link_has_a_target(rendered: Rendered) -> None:
    page = rendered.page
    captions = [caption.get_text(" ", strip=True) for caption in page.find_all("figcaption")]
    for kind in ("Figure", "Table"):
        numbers = [
            int(found[1]) for text in captions if (found := re.match(rf"{kind}\s(\d+)", text))
        ]
        assert numbers == list(range(1, len(numbers) + 1))
        assert numbers
    targets = {tag["id"] for tag in page.find_all(id=True)}
    links = {tag["href"][1:] for tag in page.find_all("a", href=re.compile("^#."))}
    assert links <= targets


def test_page_loads_nothing_from_elsewhere(rendered: Rendered) -> None:
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', rendered.html)
    assert "@import" not in rendered.html
    assert not rendered.page.find_all("script", src=True)


def test_every_number_in_the_prose_is_one_of_the_results(rendered: Rendered, project: Path) -> None:
    allowed = allowed_numbers(rendered.results, project)
    strays = {
        (number, passage)
        for passage in prose_of(rendered.page)
        for number in numbers_in(passage)
        if number not in allowed
    }
    assert not strays


def test_no_word_or_figure_of_another_trust_is_in_the_report(rendered: Rendered) -> None:
    others = [
        word
        for (organisation, _), name in SAMPLES.items()
        if organisation != rendered.organisation
        for word in (name, rf"\b{organisation}\b")
    ]
    texts = [rendered.html, *pdf_text(rendered)]
    texts += [path.read_text("utf-8") for path in (rendered.folder / "notebooks").iterdir()]
    parameters = re.compile(r'organisation: str = \\"\w+\\"')  # the sample's default, overridden
    for text in texts:
        for word in others:
            assert not re.search(word, parameters.sub("", text))


def test_executed_chapters_hold_this_trusts_parameters(rendered: Rendered) -> None:
    for path in (rendered.folder / "notebooks").iterdir():
        notebook = nbformat.read(path, as_version=4)
        injected = [
            cell.source
            for cell in notebook.cells
            if "injected-parameters" in cell.metadata.get("tags", [])
        ]
        assert len(injected) == 1
        assert f'organisation = "{rendered.organisation}"' in injected[0]
        assert f"year = {rendered.year}" in injected[0]


def test_pdf_is_accessible_and_carries_trust_year_and_page_on_every_page(
    rendered: Rendered,
) -> None:
    with pikepdf.open(rendered.folder / "report.pdf") as pdf:
        assert str(pdf.Root.Lang).startswith("en")
        assert pdf.Root.MarkInfo.Marked
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert str(rendered.year) in metadata["dc:title"]
        with pdf.open_outline() as outline:
            titles = [item.title for item in outline.root]
    assert "Executive summary" in titles
    assert "Glossary" in titles
    pages = pdf_text(rendered)
    for number, text in enumerate(pages, start=1):
        assert rendered.name in text
        assert str(rendered.year) in text
        assert f"Page {number} of {len(pages)}" in text


def test_the_performance_summary_stands_whole_on_one_page(rendered: Rendered) -> None:
    (page,) = (text for text in pdf_text(rendered) if "Table 1: The nine indicators" in text)
    assert page.index("Performance summary") < page.index("1. Staff by pay")
    assert all(f"\n{number}. " in page for number in range(1, 10))


def test_html_and_pdf_have_the_same_headings_captions_and_numbers(rendered: Rendered) -> None:
    whole = " ".join(" ".join(pdf_text(rendered)).split())
    squeezed = re.sub(r"\W", "", whole)
    page = rendered.page
    for tag in page.find_all(["h2", "h3", "h4"]):
        assert re.sub(r"\W", "", tag.get_text()) in squeezed
    for passage in prose_of(page):
        for number in numbers_in(passage):
            assert number in whole


def test_every_indicator_is_in_the_summary_table(rendered: Rendered) -> None:
    table = rendered.page.find(id="tbl-summary")
    heads = [cell.get_text() for cell in table.find_all("th", scope="rowgroup")]
    assert [head.split(".")[0] for head in heads] == [str(number) for number in range(1, 10)]


def test_tables_have_scoped_headings_and_no_empty_cells(rendered: Rendered) -> None:
    tables = rendered.page.find_all("table")
    assert len(tables) >= 5
    for table in tables:
        assert all(cell.get("scope") for cell in table.find_all("th"))
        assert all(cell.get_text(strip=True) for cell in table.find_all(["td", "th"]))


@pytest.mark.parametrize("name", ["report.html", "report.pdf", "results.csv"])
def test_report_is_not_marked_internal(name: str, rendered: Rendered) -> None:
    assert b"INTERNAL" not in (rendered.folder / name).read_bytes()
