"""Word as it is read back: by python-docx, and by the parts of the package."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.text.paragraph import Paragraph
from openpyxl import Workbook

from wres.errors import RenderError
from wres.labels import escape_attribute
from wres.render import render, render_embedded
from wres.render.word.marks import words_of

from .conftest import (
    HOSTILE,
    REGISTER,
    ROOT,
    SPINE,
    Stage,
    board_cells,
    figure,
    markdown,
    summary_cells,
    table,
)
from .test_embedded import pdf_pages

SPANS = """<table><thead><tr><th scope="col">Group</th><th scope="col">Row</th>
<th scope="col" class="num">Value</th></tr></thead><tbody>
<tr><th scope="rowgroup" rowspan="2">A &amp; B</th><th scope="row">one</th>
<td class="num">1.5%</td></tr>
<tr><th scope="row">two</th><td class="num">[c]</td></tr></tbody></table>"""
LONG = (
    '<table><thead><tr><th scope="col">Band</th><th scope="col">Count</th></tr></thead><tbody>'
    + "".join(f'<tr><th scope="row">Band {n}</th><td>{n}</td></tr>' for n in range(40))
    + "</tbody></table>"
)


def word(staged: Path, out: Path, reference: Path | None = None) -> WordDocument:
    (path,) = render_embedded(staged, ["docx"], out, reference)
    return Document(str(path))


@pytest.fixture
def document(stage: Stage, tmp_path: Path) -> WordDocument:
    return word(stage(facts={"marking": "INTERNAL & <draft>"}), tmp_path / "out")


def asset(name: str) -> str:
    return (ROOT / "assets" / name).read_text(encoding="utf-8")


def fill_of(cell: object) -> str | None:
    shading = cell.find(f"{qn('w:tcPr')}/{qn('w:shd')}")  # type: ignore[attr-defined]
    return None if shading is None else str(shading.get(qn("w:fill")))


def styled(document: WordDocument, style: str) -> list[str]:
    return [one.text for one in document.paragraphs if one.style and one.style.name == style]


def contents(document: WordDocument) -> list[Paragraph]:
    """Give the entries of the contents, which stand in a block of their own."""
    made = [Paragraph(one, document) for one in document.element.body.iter(qn("w:p"))]
    return [one for one in made if one.style is not None and one.style.name.startswith("toc ")]


def between_marks(document: WordDocument, name: str) -> list[str]:
    """Give the words of each block between the ends of a bookmark."""
    blocks = list(document.element.body)
    (start,) = (one for one in blocks if one.get(qn("w:name")) == name)
    (end,) = (
        one
        for one in blocks
        if one.tag == qn("w:bookmarkEnd") and one.get(qn("w:id")) == start.get(qn("w:id"))
    )
    return [words_of(one) for one in blocks[blocks.index(start) : blocks.index(end)]]


def instructions(element: object) -> str:
    return " ".join(one.text for one in element.iter(qn("w:instrText")))  # type: ignore[attr-defined]


def test_there_is_one_title_and_headings_are_headings(document: WordDocument) -> None:
    assert styled(document, "Title") == ["Workforce Race Equality Standard"]
    assert styled(document, "Subtitle") == ["Fixture Community NHS Trust"]
    assert styled(document, "Report Facts") == ["Position at 31 March 2020 · Organisation code RXX"]
    assert styled(document, "Heading 1") == ["Summary", "Background", "Board"]
    assert styled(document, "Heading 2") == ["Detail"]


def test_captions_are_numbered_across_chapters_and_references_lead_to_them(
    document: WordDocument,
) -> None:
    assert styled(document, "Image Caption") == [
        "Figure\xa01: Staff by band",
        "Figure\xa02: The board",
    ]
    assert styled(document, "Table Caption") == [
        "Table\xa01: Staff by band, headcount",
        "Table\xa02: Members of the board",
    ]
    body = document.element.body
    bookmarks = {one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))}
    anchors = {one.get(qn("w:anchor")) for one in body.iter(qn("w:hyperlink"))}
    assert {"fig-bands", "fig-board", "tbl-bands", "sec-board"} <= anchors
    assert anchors - {None} <= bookmarks


def test_contents_show_every_heading_before_anything_is_updated(document: WordDocument) -> None:
    shown = [
        (one.style.name, one.hyperlinks[0].text, one.hyperlinks[0].fragment)
        for one in contents(document)
    ]
    assert [entry[:2] for entry in shown] == [
        ("toc 1", "Summary"),
        ("toc 2", "Detail"),
        ("toc 1", "Background"),
        ("toc 1", "Board"),
    ]
    assert shown[0][2] == "sec-summary"
    body = document.element.body
    assert r'TOC \o "1-2"' in instructions(body)
    kinds = [one.get(qn("w:fldCharType")) for one in body.iter(qn("w:fldChar"))]
    assert kinds == ["begin", "separate", "end"]
    assert not any(one.get(qn("w:dirty")) for one in body.iter(qn("w:fldChar")))


def test_contents_after_a_cover_sheet_list_what_follows_them(stage: Stage, tmp_path: Path) -> None:
    spine = "# Cover\n\nFacts.\n\n## Risks\n\nNone.\n\n::: {.contents}\n:::\n\n"
    spine += SPINE.split("---", maxsplit=2)[2].strip()
    made = word(stage(spine=spine, facts={"contents": "after cover"}), tmp_path / "out")
    assert [one.text for one in contents(made)] == ["Summary", "Detail", "Background", "Board"]
    # updated by Word, they take their entries from what this bookmark holds
    assert r"\b Listed" in instructions(made.element.body)
    held = between_marks(made, "Listed")
    assert {"Summary", "Background", "Board"} <= set(held)
    assert not {"Cover", "Risks"} & set(held)
    texts = [words_of(block) for block in made.element.body]
    assert texts.index("Risks") < next(at for at, one in enumerate(texts) if "Contents" in one)
    (path,) = render_embedded(tmp_path / "a staged folder", ["pdf"], tmp_path / "out")
    (listed,) = (one for one in pdf_pages(path) if "Contents" in one)
    assert "Background" in listed
    assert "Risks" not in listed


def test_a_line_in_bold_stays_with_what_it_heads_and_has_no_number(
    stage: Stage, tmp_path: Path
) -> None:
    cells = [markdown("# Summary {#sec-summary}\n\nOne.\n\n**Where to look**\n\n- Here.\n\nTwo.")]
    cells += summary_cells()[1:]
    made = word(stage(cells, facts={"paper-numbering": "paragraphs"}), tmp_path / "out")
    texts = [one.text for one in made.paragraphs]
    at = texts.index("Where to look")
    assert texts[at - 1 : at + 3] == ["1.1\tOne.", "Where to look", "Here.", "1.2\tTwo."]
    assert made.paragraphs[at].style.paragraph_format.keep_with_next  # type: ignore[union-attr]


def test_pictures_are_in_points_with_alternative_text_and_no_path(document: WordDocument) -> None:
    frames = list(document.element.body.iter(qn("wp:docPr")))
    assert [one.get("descr") for one in frames] == [
        'Bars: "White" 640.',
        "Board against workforce.",
    ]
    inner = list(document.element.body.iter(qn("pic:cNvPr")))
    assert [one.get("descr") for one in inner] == [one.get("descr") for one in frames]
    kinds = {part.partname.ext for part in document.part.package.iter_parts()}
    assert "png" in kinds
    assert "svg" not in kinds


def test_passages_follow_the_facts_as_on_the_page(document: WordDocument) -> None:
    words = "\n".join(one.text for one in document.paragraphs)
    assert "There was no survey." in words
    assert "There was no board." not in words
    assert "The share is 11.5%" in words
    assert styled(document, "Note") == ["Mind the base."]


def test_every_page_bears_marking_trust_and_its_number(document: WordDocument) -> None:
    (section,) = document.sections
    head = [one.text for one in section.header.paragraphs]
    assert head == ["INTERNAL & <draft>", "Fixture Community NHS Trust · WRES 2020"]
    (foot,) = section.footer.paragraphs
    assert foot.text.startswith("INTERNAL & <draft>\tPage ")
    assert instructions(section.footer._element).split() == ["PAGE", "NUMPAGES"]
    assert (round(section.page_width.cm, 2), round(section.page_height.cm, 2)) == (21.0, 29.7)


def test_tables_say_what_heads_them_repeat_it_and_split_no_row(
    stage: Stage, tmp_path: Path
) -> None:
    cells = [*board_cells(), table("tbl-spans", SPANS, **{"tbl-cap": "Spans"})]
    document = word(stage(board=cells), tmp_path / "out")
    spans = document.tables[-1]
    assert [[cell.text for cell in row.cells] for row in spans.rows] == [
        ["Group", "Row", "Value"],
        ["A & B", "one", "1.5%"],
        ["A & B", "two", "[c]"],
    ]
    for one in document.tables:
        rows = one._tbl.tr_lst
        heads = [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows]
        assert heads == [True] + [False] * (len(rows) - 1)
        assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)
        look = one._tbl.tblPr.find(qn("w:tblLook"))
        assert (look.get(qn("w:firstRow")), look.get(qn("w:firstColumn"))) == ("1", "1")
    properties = spans._tbl.tblPr
    assert properties.find(qn("w:tblCaption")).get(qn("w:val")) == "Table\xa03"
    assert properties.find(qn("w:tblDescription")).get(qn("w:val")) == "Spans"
    assert str(spans.cell(1, 2).paragraphs[0].alignment) == "RIGHT (2)"
    assert all(run.bold for run in spans.cell(1, 1).paragraphs[0].runs)


def test_a_short_table_stays_whole_and_a_long_one_keeps_its_head_with_a_row(
    stage: Stage, tmp_path: Path
) -> None:
    cells = [*board_cells(), table("tbl-long", LONG, **{"tbl-cap": "Long"})]
    document = word(stage(board=cells), tmp_path / "out")
    short, long = document.tables[0], document.tables[-1]

    def kept(one: object) -> list[bool | None]:
        return [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in one.rows]  # type: ignore[attr-defined]

    assert kept(short) == [True] * (len(short.rows) - 1) + [None]
    assert kept(long) == [True, True] + [None] * 39


def test_a_high_table_of_few_rows_may_go_on_over_the_page(stage: Stage, tmp_path: Path) -> None:
    """Kept whole it would leave half a page blank; each cell here is some eight lines high."""
    row = '<tr><th scope="row">Row</th><td>' + "word " * 100 + "</td></tr>"
    high = (
        '<table><thead><tr><th scope="col">Name</th><th scope="col">Words</th></tr></thead>'
        f"<tbody>{row * 6}</tbody></table>"
    )
    cells = [*board_cells(), table("tbl-high", high, **{"tbl-cap": "High"})]
    rows = word(stage(board=cells), tmp_path / "out").tables[-1].rows
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in rows]
    assert kept == [True, True, None, None, None, None, None]


def test_only_a_row_that_no_page_holds_may_be_torn(stage: Stage, tmp_path: Path) -> None:
    """Kept whole, what is below the page's foot is not shown: here some 95 lines of text."""
    row = '<tr><th scope="row">Row</th><td>{}</td></tr>'
    head = '<thead><tr><th scope="col">Name</th><th scope="col">Words</th></tr></thead>'
    rows = row.format("word " * 100) + row.format("word " * 1200)
    markup = f"<table>{head}<tbody>{rows}</tbody></table>"
    cells = [*board_cells(), table("tbl-high", markup, **{"tbl-cap": "High"})]
    laid_out = word(stage(board=cells), tmp_path / "out").tables[-1]._tbl.tr_lst
    whole = [one.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for one in laid_out]
    assert whole == [True, True, False]


def test_a_heading_in_bold_has_room_for_its_line(stage: Stage, tmp_path: Path) -> None:
    """Letters of three widths, in bold, and the padding."""
    bold = (
        '<table><thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>'
        '<tbody><tr><th scope="row">unknown wage gap</th><td>1</td></tr></tbody></table>'
    )
    cells = [*board_cells(), table("tbl-bold", bold, **{"tbl-cap": "Bold"})]
    (head, _) = word(stage(board=cells), tmp_path / "out").tables[-1].rows[0].cells
    assert head.width is not None
    # u n k n o n a g e g a p: 12; two blanks: narrow; two w: wide
    assert head.width.twips == round((12 * 100 + 2 * 55 + 2 * 165) * 1.12) + 200


def test_heads_break_before_the_lines_below_them(stage: Stage, tmp_path: Path) -> None:
    """The text is 9411 twips wide: too narrow for six such heads beside each other."""
    heads = "".join(f'<th scope="col">Headcount {year} of all</th>' for year in range(2019, 2025))
    wide = (
        f'<table><thead><tr><th scope="col">Ethnicity</th>{heads}</tr></thead><tbody>'
        f'<tr><th scope="row">unknown wage gap</th>{"<td>1</td>" * 6}</tr></tbody></table>'
    )
    cells = [*board_cells(), table("tbl-wide", wide, **{"tbl-cap": "Wide"})]
    first = word(stage(board=cells), tmp_path / "out").tables[-1].rows[0].cells[0]
    assert first.width is not None
    assert first.width.twips == round((12 * 100 + 2 * 55 + 2 * 165) * 1.12) + 200


def test_rows_under_one_heading_stay_together(stage: Stage, tmp_path: Path) -> None:
    """A page would begin with a row that does not say of which band it is."""
    group = (
        '<tr><th scope="rowgroup" rowspan="3">Band</th><th scope="row">White</th><td>1</td></tr>'
        '<tr><th scope="row">BME</th><td>2</td></tr><tr><th scope="row">Unknown</th><td>3</td></tr>'
    )
    grouped = (
        '<table><thead><tr><th scope="col">Band</th><th scope="col">Ethnicity</th>'
        f'<th scope="col">Staff</th></tr></thead><tbody>{group * 12}</tbody></table>'
    )
    cells = [*board_cells(), table("tbl-grouped", grouped, **{"tbl-cap": "Grouped"})]
    rows = word(stage(board=cells), tmp_path / "out").tables[-1].rows
    kept = [row.cells[1].paragraphs[0].paragraph_format.keep_with_next for row in rows]
    assert kept == [True] + [True, True, None] * 12


def test_headings_among_rows_stay_with_the_next_and_points_are_lists(
    stage: Stage, tmp_path: Path
) -> None:
    cells = [*board_cells(), table("tbl-actions", REGISTER, **{"tbl-cap": "Actions"})]
    actions = word(stage(board=cells), tmp_path / "out").tables[-1]
    assert [len(row._tr.tc_lst) for row in actions.rows] == [3, 1, 3, 1, 3]
    group = actions.rows[3].cells[0].paragraphs[0]
    assert group.text == "Training"
    assert group.paragraph_format.keep_with_next
    assert all(run.bold for run in group.runs)
    lines = actions.rows[2].cells[1].paragraphs
    assert [one.text for one in lines] == ["First:", "one", "two", "of two"]
    levels = [one._p.pPr.find(f".//{qn('w:ilvl')}") for one in lines]
    assert [None if one is None else one.get(qn("w:val")) for one in levels] == [
        None,
        "0",
        "0",
        "1",
    ]
    assert {one.style.name for one in lines if one.style} == {"Table Text"}
    # 9 points a level: running text's 36 would leave a narrow column no room for words
    indents = [one.paragraph_format.left_indent for one in lines]
    assert [None if one is None else one.pt for one in indents] == [None, 9, 9, 18]


def test_states_and_groups_of_a_register_are_coloured_as_on_the_page(
    stage: Stage, tmp_path: Path
) -> None:
    cells = [*board_cells(), table("tbl-actions", REGISTER, **{"tbl-cap": "Actions"})]
    actions = word(stage(board=cells), tmp_path / "out").tables[-1]
    fills = [[fill_of(cell) for cell in row._tr.tc_lst] for row in actions.rows]
    plain = [None, None, None]
    # assets/report.css: .register tbody .group th, .state-on-track
    assert fills == [plain, ["E3EAF3"], plain, ["E3EAF3"], [None, "D8EBDD", None]]
    look = actions._tbl.tblPr.find(qn("w:tblLook"))
    assert look.get(qn("w:firstColumn")) == "1"
    assert not any(run.bold for run in actions.rows[2].cells[0].paragraphs[0].runs)


def test_colours_of_states_are_the_same_in_every_format() -> None:
    fill = r"#?([0-9A-Fa-f]{6})"
    page = re.findall(rf"\.state-([a-z-]+) {{ background: {fill}", asset("report.css"))
    paper = re.findall(rf'^  "([a-z-]+)": rgb\("{fill}"\)', asset("typst-template.typ"), re.M)
    styles = re.findall(
        rf'w:val="State ([A-Za-z ]+)"/>.*?w:fill="{fill}"', asset("word-styles.xml"), re.S
    )
    in_word = {name.lower().replace(" ", "-"): colour for name, colour in styles}
    assert len(page) == 6
    assert dict(paper) == in_word == {name: colour.upper() for name, colour in page}


def test_hostile_text_is_text(stage: Stage, tmp_path: Path) -> None:
    cells = [
        *summary_cells(),
        markdown("Value: `{python} x`", x=HOSTILE),
        figure("fig-x", **{"fig-cap": "Plain", "fig-alt": escape_attribute(HOSTILE)}),
    ]
    facts: dict[str, object] = {"organisation-name": HOSTILE, "header-text": HOSTILE}
    document = word(stage(summary=cells, facts=facts), tmp_path / "out")
    words = "\n".join(one.text for one in document.paragraphs)
    assert f"Value: {HOSTILE}" in words
    assert document.sections[0].header.paragraphs[-1].text == HOSTILE
    assert document.core_properties.author == HOSTILE
    alts = [str(one.get("descr")) for one in document.element.body.iter(qn("wp:docPr"))]
    assert HOSTILE in [one.replace("\N{WORD JOINER}", "") for one in alts]


def test_properties_are_the_reports_and_nothing_of_the_machine_or_the_day(
    stage: Stage, tmp_path: Path
) -> None:
    (path,) = render_embedded(stage(), ["docx"], tmp_path / "out")
    core = Document(str(path)).core_properties
    assert core.title == "Workforce Race Equality Standard"
    assert core.author == "Fixture Community NHS Trust"
    assert core.language == "en-GB"
    with ZipFile(path) as package:
        assert "docProps/custom.xml" not in package.namelist()
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        texts = [package.read(name) for name in package.namelist() if name.endswith(".xml")]
    assert not any(str(tmp_path).encode() in text for text in texts)
    assert not any(re.search(rb"<dcterms:(created|modified)", text) for text in texts)
    styles = Document(str(path)).styles.element
    assert {one.get(qn("w:val")) for one in styles.iter(qn("w:lang"))} == {"en-GB"}


def test_the_same_report_gives_the_same_bytes(stage: Stage, tmp_path: Path) -> None:
    staged = stage()
    (one,) = render_embedded(staged, ["docx"], tmp_path / "one")
    (two,) = render_embedded(staged, ["docx"], tmp_path / "two")
    assert one.read_bytes() == two.read_bytes()


def own_document(path: Path) -> Path:
    """Make a trust's document: its heading in green, its address in the header, a page number."""
    own = Document()
    own.styles["Heading 1"].font.name = "Frutiger"
    own.sections[0].left_margin = Cm(4)
    own.sections[0].header.paragraphs[0].text = "Trust headquarters, 1 The Road"
    foot = own.sections[0].footer.paragraphs[0]
    foot.text = "Page "
    for one in ("begin", "PAGE", "end"):
        run = foot.add_run()
        if one == "PAGE":
            told = run._r.makeelement(qn("w:instrText"), {})
            told.text = " PAGE "
            run._r.append(told)
        else:
            run._r.append(run._r.makeelement(qn("w:fldChar"), {qn("w:fldCharType"): one}))
    own.save(str(path))
    return path


def test_a_trusts_own_document_gives_styles_page_header_and_footer(
    stage: Stage, tmp_path: Path
) -> None:
    own = own_document(tmp_path / "own.docx")
    document = word(stage(facts={"marking": "DRAFT"}), tmp_path / "out", own)
    (section,) = document.sections
    assert document.styles["Heading 1"].font.name == "Frutiger"
    assert round(section.left_margin.cm, 2) == 4
    assert [one.text for one in section.header.paragraphs] == [
        "DRAFT",
        "Fixture Community NHS Trust · WRES 2020",
        "Trust headquarters, 1 The Road",
    ]
    assert instructions(section.footer._element).split() == ["PAGE"]
    # What a Word template never has.
    assert styled(document, "Table Caption")[0] == "Table\xa01: Staff by band, headcount"
    assert document.tables[0].style is not None
    assert document.tables[0].style.name == "Table"


@pytest.mark.parametrize("content", [b"", b"no document", b"PK\x03\x04 broken"])
def test_what_is_no_word_document_is_refused_by_name(
    content: bytes, stage: Stage, tmp_path: Path
) -> None:
    own = tmp_path / "letterhead.docx"
    own.write_bytes(content)
    with pytest.raises(RenderError, match=r"letterhead\.docx is no Word document"):
        word(stage(), tmp_path / "out", own)


def test_a_workbook_is_no_reference_document(stage: Stage, tmp_path: Path) -> None:
    own = tmp_path / "book.docx"
    Workbook().save(str(own))
    with pytest.raises(RenderError, match=r"book\.docx is no Word document"):
        word(stage(), tmp_path / "out", own)


def test_a_package_of_nothing_is_no_reference_document(stage: Stage, tmp_path: Path) -> None:
    own = tmp_path / "empty.docx"
    with ZipFile(own, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
    with pytest.raises(RenderError, match=r"empty\.docx is no Word document"):
        word(stage(), tmp_path / "out", own)


def test_a_picture_that_is_drawn_in_lines_only_is_refused(stage: Stage, tmp_path: Path) -> None:
    cells = board_cells()
    del cells[1].outputs[0].data["image/png"]
    with pytest.raises(RenderError, match=r"fig-board\.svg has no picture in points \(PNG\)"):
        render(stage(board=cells), ["docx"], tmp_path / "out", "embedded")


def test_a_heading_without_a_bookmark_gets_one_for_the_contents(
    stage: Stage, tmp_path: Path
) -> None:
    spine = SPINE + "\n# Again\n\n# Again\n"
    document = word(stage(spine=spine), tmp_path / "out")
    fragments = [one.hyperlinks[0].fragment for one in contents(document)]
    assert len(fragments) == len(set(fragments)) == 6


def broad_register(columns: int) -> list[object]:
    heads = "".join(f'<th scope="col">Head {at}</th>' for at in range(columns))
    cells = "".join(f"<td>{'do it ' * 40}</td>" for _ in range(columns - 1))
    rows = f'<tbody><tr><th scope="row">A1</th>{cells}</tr></tbody>'
    made = f'<table class="register"><thead><tr>{heads}</tr></thead>{rows}</table>'
    return [
        markdown("# Plan {#sec-summary}\n\nHere it is."),
        table("tbl-bands", made, **{"tbl-cap": "Actions"}),
    ]


@pytest.mark.parametrize(("columns", "turned"), [(6, False), (7, True)])
def test_register_of_many_columns_has_a_section_turned_on_its_side(
    stage: Stage, tmp_path: Path, columns: int, turned: bool
) -> None:
    staged = stage(broad_register(columns), board_cells(), facts={"marking": "DRAFT"})
    made = word(staged, tmp_path / "out")
    sides = [one.page_width > one.page_height for one in made.sections]  # type: ignore[operator]
    assert sides == ([False, True, False] if turned else [False])
    for one in made.sections:
        sizes = sorted((one.page_width.cm, one.page_height.cm))  # type: ignore[union-attr]
        assert sizes == pytest.approx([21.0, 29.7], abs=0.01)
        assert "DRAFT" in one.header.paragraphs[0].text
        assert "PAGE" in instructions(one.footer._element)
    held: list[list[Any]] = [list(one.iter_inner_content()) for one in made.sections]
    if turned:
        *above, caption, found, line = held[1]
        assert [one.style.name for one in above][:1] == ["Heading 1"]
        assert (caption.text, line.text) == ("Table\N{NO-BREAK SPACE}1: Actions", "")
        widths = [int(str(one.get(qn("w:w")))) for one in found._tbl.tblGrid]
        # 29.7 cm less margins of 2.2 cm on either side, in twips of 1/567 cm
        assert sum(widths) == pytest.approx(25.3 * 567, abs=20)
    assert held[-1]


def test_report_that_ends_with_a_broad_register_has_no_page_after_it(
    stage: Stage, tmp_path: Path
) -> None:
    staged = stage(broad_register(7), spine="{{< embed notebooks/summary.ipynb >}}\n")
    made = word(staged, tmp_path / "out")
    assert [one.orientation for one in made.sections] == [0, 1]
