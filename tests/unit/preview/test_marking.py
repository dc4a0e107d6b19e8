"""Notes in a page: the right words marked, the note beside them, and HTML that still nests."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

from bs4 import BeautifulSoup

from wres.preview.marking import mark_page
from wres.preview.notes import Note

CELL = "<!-- cell notebooks/board.ipynb {} -->\n"
PAGE = (
    "<main>\n"
    + CELL.format("first")
    + "<p>BME staff are 12% of staff.</p>\n"
    + CELL.format("second")
    + "<h3>Change</h3>\n<p>BME staff are 12% of\nthe <strong>whole work</strong>force, "
    "and 12% of the board.</p>\n<ul>\n<li>fell to 3%</li>\n<li>rose</li>\n</ul>\n</main>"
)
NOTE = Note(
    kind="Contradicted by the figures",
    weight="wrong",
    chapter="board",
    cell="second",
    place="board.ipynb, cell second",
    before="## Change\n\nBME staff are 12% of the **whole work**force, and ",
    words="12%",
    message="It is 0.0% <of the board>.",
    offer='`{python} board_share("BME")`',
)
VOID = {"br", "img", "hr"}


class Nesting(HTMLParser):
    """Collects tags that end where another is open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def marked(*notes: Note) -> BeautifulSoup:
    page = mark_page(PAGE, notes)
    nesting = Nesting()
    nesting.feed(page.html)
    assert (nesting.wrong, nesting.open) == ([], [])
    return BeautifulSoup(page.html, "html.parser")


def test_the_words_are_marked_in_the_cell_and_place_where_they_were_typed() -> None:
    page = marked(NOTE)
    (mark,) = page.find_all("mark")
    assert mark.get_text() == "12%"
    assert str(mark.previous_sibling).endswith("and ")


def test_the_note_follows_its_paragraph_with_kind_words_message_and_what_to_type() -> None:
    (aside,) = marked(NOTE).find_all("aside")
    before = aside.find_previous_sibling()
    assert before is not None
    assert before.name == "p"
    assert before.find("mark") is not None
    words = " ".join(aside.get_text(" ").split())
    for part in (NOTE.kind, NOTE.words, NOTE.message, NOTE.offer, NOTE.place):
        assert part in words
    assert aside["aria-label"] == "Note 1 on this paragraph"


def test_the_words_lead_to_the_note_and_back() -> None:
    page = marked(NOTE)
    reference = page.select_one("a.preview-ref")
    back = page.select_one(".preview-note a")
    assert reference is not None
    assert back is not None
    assert page.find(id=str(reference["href"])[1:]) is not None
    assert page.find(id=str(back["href"])[1:]) is reference


def test_words_that_cross_bold_type_are_marked_piece_by_piece() -> None:
    crossing = replace(
        NOTE, before="## Change\n\nBME staff are ", words="12% of the **whole work**force"
    )
    pieces = [mark.get_text() for mark in marked(crossing).find_all("mark")]
    assert pieces == ["12% of\nthe", "whole work", "force"]


def test_notes_on_one_paragraph_stand_together() -> None:
    other = replace(NOTE, before="## Change\n\nBME staff are ", kind="Wrong year")
    page = marked(other, NOTE)
    (aside,) = page.find_all("aside")
    assert [note["id"] for note in aside.select(".preview-note")] == ["note-1", "note-2"]
    assert len(page.find_all("mark")) == 2


def test_a_note_on_an_item_of_a_list_stays_within_the_item() -> None:
    page = marked(replace(NOTE, before="- fell to ", words="3%"))
    aside = page.find("aside")
    assert aside is not None
    item = aside.find_parent("li")
    assert item is not None
    assert item.get_text().startswith("fell to 3%")


def test_a_note_on_a_whole_cell_stands_at_its_first_paragraph_without_marks() -> None:
    page = marked(replace(NOTE, before="", words="", kind="To be read again"))
    aside = page.find("aside")
    assert aside is not None
    before = aside.find_previous_sibling()
    assert before is not None
    assert before.get_text() == "Change"
    assert not page.find_all("mark")


def test_a_note_on_a_cell_that_the_page_does_not_show_is_handed_back() -> None:
    hidden = replace(NOTE, cell="hidden")
    page = mark_page(PAGE, [hidden, NOTE])
    assert page.elsewhere == ((1, hidden),)
    assert page.placed == ((2, NOTE),)


def test_names_of_cells_are_taken_out_of_the_page() -> None:
    assert "<!-- cell" not in mark_page(PAGE, []).html
    assert mark_page(PAGE, []).html.count("12%") == PAGE.count("12%")
