"""What the embedded renderer prints, read back out of the HTML and the PDF."""

from __future__ import annotations

import base64
import os
import re
from itertools import pairwise
from pathlib import Path

import pdfplumber
import pikepdf
import pytest
from bs4 import BeautifulSoup
from bs4.element import Tag
from docx import Document
from pikepdf import Dictionary, Name, Object

from wres.labels import escape_attribute, escape_markdown
from wres.render import render, render_embedded

from .conftest import HOSTILE, SPINE, Stage, board_cells, figure, markdown, summary_cells, table


@pytest.fixture
def page(stage: Stage, tmp_path: Path) -> BeautifulSoup:
    (path,) = render_embedded(stage(), ["html"], tmp_path / "out")
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


@pytest.fixture
def pdf(stage: Stage, tmp_path: Path) -> pikepdf.Pdf:
    (path,) = render_embedded(stage(), ["pdf"], tmp_path / "out")
    return pikepdf.open(path)


def found(page: BeautifulSoup, selector: str) -> Tag:
    element = page.select_one(selector)
    if element is None:
        raise LookupError(selector)
    return element


def words(element: Tag) -> str:
    return " ".join(element.get_text().split())


def tags(root: Object) -> list[Dictionary]:
    """Give every element of a PDF's structure tree in reading order."""
    children = root.get(Name.K, [])
    listed = children if isinstance(children, pikepdf.Array) else [children]
    here = [child for child in listed if isinstance(child, Dictionary) and Name.S in child]
    return [tag for child in here for tag in (child, *tags(child))]


def pdf_alts(pdf: pikepdf.Pdf) -> list[str]:
    return [str(tag.Alt) for tag in tags(pdf.Root.StructTreeRoot) if Name.Alt in tag]


def pdf_pages(path: Path) -> list[str]:
    with pdfplumber.open(path) as document:
        return [page.extract_text() for page in document.pages]


def test_figures_and_tables_are_numbered_across_chapters(page: BeautifulSoup) -> None:
    captions = [words(caption) for caption in page.find_all("figcaption")]
    assert captions == [
        "Figure 1: Staff by band",
        "Table 1: Staff by band, headcount",
        "Figure 2: The board",
        "Table 2: Members of the board",
    ]


def test_references_lead_to_figures_of_other_chapters(page: BeautifulSoup) -> None:
    links = {(words(link), link["href"]) for link in page.select("a.quarto-xref")}
    assert links == {
        ("Figure 2", "#fig-board"),
        ("Figure 1", "#fig-bands"),
        ("Table 1", "#tbl-bands"),
    }
    assert all(page.find(id=target[1:]) for _, target in links)


def test_inline_values_and_facts_stand_in_the_text(page: BeautifulSoup) -> None:
    text = words(found(page, "main"))
    assert "The share is 11.5%;" in text
    assert "The trust is Fixture Community NHS Trust." in text
    assert "One generated sentence." in text


def test_what_the_facts_hide_is_left_out_with_its_references(page: BeautifulSoup) -> None:
    text = words(found(page, "main"))
    assert "There was no survey." in text
    assert "fig-survey" not in text
    assert "There was no board." not in text


def test_code_is_not_printed(page: BeautifulSoup) -> None:
    assert "setup()" not in page.get_text()


def test_a_table_keeps_the_scope_of_its_headers(page: BeautifulSoup) -> None:
    scopes = [header["scope"] for header in page.find_all("th")]
    assert scopes == ["col", "col", "col", "row", "row"] * 2


def test_what_is_wider_than_a_phone_scrolls_and_can_be_reached(page: BeautifulSoup) -> None:
    for scroll in page.select("figure .scroll"):
        assert scroll["tabindex"] == "0"
        assert page.find(id=scroll["aria-labelledby"])


def test_the_page_has_one_title_and_no_heading_is_skipped(page: BeautifulSoup) -> None:
    levels = [int(heading.name[1]) for heading in page.find_all(re.compile("^h[1-6]$"))]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_heading_that_was_typed_too_deep_stands_one_level_below_in_every_format(
    stage: Stage, tmp_path: Path
) -> None:
    typed = "# Deep\n\n### One\n\n##### Two\n\n### Three\n\n#### Four\n\n## Five\n\n# End\n\n## Six"
    paths = render_embedded(
        stage(spine=f"{SPINE}\n{typed}\n"), ["html", "pdf", "docx"], tmp_path / "out"
    )
    wanted = [("Deep", 1), ("One", 2), ("Two", 3), ("Three", 2), ("Four", 3), ("Five", 2)]
    wanted += [("End", 1), ("Six", 2)]
    page = BeautifulSoup(paths[0].read_text(encoding="utf-8"), "html.parser")
    shown = [(one.get_text(), int(one.name[1]) - 1) for one in page.select("h2, h3, h4, h5, h6")]
    assert shown[-8:] == wanted
    with pikepdf.open(paths[1]) as pdf, pdf.open_outline() as outline:
        deep, end = outline.root[-2:]
        assert [one.title for one in deep.children] == ["One", "Three", "Five"]
        assert [one.title for one in deep.children[0].children] == ["Two"]
        assert [one.title for one in end.children] == ["Six"]
    styled = [(one.text, one.style.name) for one in Document(str(paths[2])).paragraphs]
    headings = [(text, int(name[-1])) for text, name in styled if name.startswith("Heading ")]
    assert headings[-8:] == wanted


def test_the_page_has_language_title_and_landmarks(page: BeautifulSoup) -> None:
    assert found(page, "html")["lang"] == "en-GB"
    assert words(found(page, "title")).startswith("Fixture Community NHS Trust")
    for landmark in ("header", "nav[aria-labelledby]", "main", "footer"):
        assert len(page.select(landmark)) == 1
    skip = found(page, "body > a")
    assert skip["href"] == "#" + str(found(page, "main")["id"])


def test_the_page_loads_nothing(page: BeautifulSoup) -> None:
    loaded = [str(tag["src"]) for tag in page.select("[src]")]
    loaded += [str(tag["href"]) for tag in page.select("link[href]")]
    assert loaded
    assert all(address.startswith("data:") for address in loaded)
    assert "url(" not in str(page.style)
    assert not page.find_all("script")


def test_alternative_text_reaches_the_page(page: BeautifulSoup) -> None:
    alts = [image["alt"] for image in page.find_all("img")]
    assert alts == ['Bars: "White" 640.', "Board against workforce."]


def test_alternative_text_reaches_the_pdf(pdf: pikepdf.Pdf) -> None:
    assert pdf_alts(pdf) == ['Bars: "White" 640.', "Board against workforce."]


def test_the_pdf_declares_language_title_and_standard(pdf: pikepdf.Pdf) -> None:
    assert str(pdf.Root.Lang) == "en-GB"
    assert bool(pdf.Root.MarkInfo.Marked)
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == "Workforce Race Equality Standard"


def test_the_pdf_has_bookmarks_for_its_headings(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        titles = [entry.title for entry in outline.root]
    assert titles == ["Summary", "Background", "Board"]


def test_tables_of_the_pdf_have_header_cells_and_captions(pdf: pikepdf.Pdf) -> None:
    kinds = [str(tag.S) for tag in tags(pdf.Root.StructTreeRoot)]
    assert kinds.count("/Table") == 2
    assert kinds.count("/TH") >= 6
    assert kinds.count("/Caption") == 4


@pytest.mark.parametrize("form", ["html", "pdf"])
def test_the_same_staged_folder_gives_the_same_bytes(
    form: str, stage: Stage, tmp_path: Path
) -> None:
    (one,) = render_embedded(stage(name="one"), [form], tmp_path / "out one")
    (two,) = render_embedded(stage(name="two"), [form], tmp_path / "out two")
    assert one.read_bytes() == two.read_bytes()


JOINER = "\N{WORD JOINER}"  # keeps Quarto from reading a shortcode


def hostile_stage(stage: Stage) -> Path:
    """Put hostile text wherever text of others comes in."""
    cell = HOSTILE.replace("&", "&amp;").replace("<", "&lt;")
    rows = f'<table><tr><th scope="col">Name</th></tr><tr><td>{cell}</td></tr></table>'
    caption = escape_attribute(escape_markdown(f"Caption: {HOSTILE} end."))
    alt = escape_attribute(f"Alt: {HOSTILE} end.")
    return stage(
        summary=[
            markdown("# Summary {#sec-summary}\n\nValue: `{python} share` end.", share=HOSTILE),
            table("tbl-bands", rows, **{"tbl-cap": caption}),
            figure("fig-bands", **{"fig-cap": "Bands", "fig-alt": alt}),
        ],
        facts={"organisation-name": HOSTILE, "subtitle": HOSTILE, "header-text": HOSTILE},
    )


def test_hostile_text_is_printed_as_text_on_the_page(stage: Stage, tmp_path: Path) -> None:
    (path,) = render_embedded(hostile_stage(stage), ["html"], tmp_path)
    page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
    main = words(found(page, "main"))
    assert f"Value: {HOSTILE} end." in main
    assert f"Caption: {HOSTILE} end." in main
    assert f"The trust is {HOSTILE}." in main
    assert words(found(page, "td")) == HOSTILE
    assert str(found(page, "img")["alt"]).replace(JOINER, "") == f"Alt: {HOSTILE} end."
    assert words(found(page, ".subtitle")) == HOSTILE
    assert not page.find_all("script")


def test_hostile_text_is_printed_as_text_in_the_pdf(stage: Stage, tmp_path: Path) -> None:
    (path,) = render_embedded(hostile_stage(stage), ["pdf"], tmp_path)
    text = "".join("".join(pdf_pages(path)).split())
    assert text.count("".join(HOSTILE.split())) >= 5
    with pikepdf.open(path) as pdf:
        assert str(pdf_alts(pdf)[0]).replace(JOINER, "") == f"Alt: {HOSTILE} end."


@pytest.mark.parametrize(
    "facts",
    [
        {"marking": "INTERNAL: not for publication", "fictional": True},
        {"marking": "Fictional. INTERNAL: not for publication", "fictional": True},
    ],
)
def test_a_marked_report_says_so_on_every_page_and_each_mark_once(
    facts: dict[str, object], stage: Stage, tmp_path: Path
) -> None:
    path, pdf = render_embedded(stage(facts=facts), ["html", "pdf"], tmp_path)
    page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
    for marks in (words(found(page, ".marking")), words(found(page, "footer")), *pdf_pages(pdf)):
        assert "INTERNAL: not for publication" in marks
        assert "FICTIONAL" in marks.upper()
    assert words(found(page, ".marking")).upper().count("FICTIONAL") == 1


def test_a_fictional_report_is_marked_though_it_is_public(stage: Stage, tmp_path: Path) -> None:
    _, pdf = render_embedded(stage(facts={"fictional": True}), ["html", "pdf"], tmp_path)
    assert all("FICTIONAL: an invented trust" in text for text in pdf_pages(pdf))


def test_a_dated_document_tells_its_day_under_its_title(stage: Stage, tmp_path: Path) -> None:
    staged = stage(facts={"dated": "26 September 2024"})
    page, pdf, word = render_embedded(staged, ["html", "pdf", "docx"], tmp_path)
    line = "Date: 26 September 2024 · Position at 31 March 2020 · Organisation code RXX"
    assert words(found(BeautifulSoup(page.read_bytes(), "html.parser"), ".facts")) == line
    assert line in " ".join(pdf_pages(pdf)[0].split())
    assert line in [one.text for one in Document(str(word)).paragraphs[:4]]


def test_a_public_report_bears_no_marking(page: BeautifulSoup) -> None:
    assert not page.select(".marking")
    assert "FICTIONAL" not in page.get_text().upper()


def test_an_option_line_wins_over_metadata(stage: Stage, tmp_path: Path) -> None:
    cell = figure("fig-bands", **{"fig-cap": "From metadata", "fig-alt": "Bars."})
    cell.source = "#| label: fig-bands\n#| fig-cap: From the cell\ndraw()"
    table_cell = table("tbl-bands", **{"tbl-cap": "Table"})
    staged = stage(summary=[markdown("# Summary"), cell, table_cell])
    (path,) = render_embedded(staged, ["html"], tmp_path / "out")
    assert "From the cell" in path.read_text(encoding="utf-8")
    assert "From metadata" not in path.read_text(encoding="utf-8")


def test_a_phone_gets_the_drawing_made_for_it_under_the_same_alternative_text(
    stage: Stage, tmp_path: Path
) -> None:
    wide, narrow = '<svg xmlns="http://www.w3.org/2000/svg" width="400"{}</svg>', b"<svg/>"
    held = f'><metadata id="narrow">{base64.b64encode(narrow).decode()}</metadata>'
    cells = board_cells()
    cells[1].outputs[0].data["image/svg+xml"] = wide.format(f"{held}<g/>")
    (path,) = render_embedded(stage(board=cells), ["html"], tmp_path / "out")
    picture = found(BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser"), "picture")
    assert [picture_of(source["srcset"]) for source in picture.select("source")] == [narrow]
    shown = picture.select("img")
    assert [picture_of(image["src"]).decode() for image in shown] == [wide.format("><g/>")]
    assert [image["alt"] for image in shown] == ["Board against workforce."]


def picture_of(address: str) -> bytes:
    return base64.b64decode(address.removeprefix("data:image/svg+xml;base64,"))


def test_a_chart_that_is_only_a_png_is_taken(stage: Stage, tmp_path: Path) -> None:
    cells = board_cells()
    del cells[1].outputs[0].data["image/svg+xml"]
    (path,) = render_embedded(stage(board=cells), ["html"], tmp_path / "out")
    assert "data:image/png;base64," in path.read_text(encoding="utf-8")


def test_engine_auto_is_embedded_where_quarto_is_not_on_path(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = os.environ["PATH"].split(os.pathsep)
    bare = [folder for folder in folders if not list(Path(folder).glob("quarto*"))]
    monkeypatch.setenv("PATH", os.pathsep.join(bare))
    staged = stage(summary=summary_cells())
    assert [path.name for path in render(staged, ["pdf", "html"], tmp_path / "out")] == [
        "report.pdf",
        "report.html",
    ]
