"""What is said beside a trust's own text while it is written."""

from __future__ import annotations

from tests.preview.serving import Served
from wres.accepting.rereading import text_hash

TITLE = "## What to keep in mind\n\n"
HEADER = "chapter,cell,text_sha256,figure,value,year,accepted\n"


def test_a_planted_wrong_number_shows_its_finding_beside_its_paragraph(served: Served) -> None:
    # RV9 printed 1 of 143 BME and 17 of 2,643 White staff: 1/143 over 17/2,643 is 1.09.
    wrong = "BME staff were 2.31 times as likely as White staff to enter the process."
    served.after(lambda: served.write("note", f"{TITLE}Few enter it.\n\n{wrong}"))
    page = served.page()
    (mark,) = page.select("main mark.preview-wrong")
    assert "2.31" in mark.get_text()
    paragraph = mark.find_parent("p")
    assert paragraph is not None
    aside = paragraph.find_next_sibling()
    assert aside is not None
    assert aside.name == "aside"
    note = " ".join(aside.get_text(" ").split())
    assert "Contradicted by the figures" in note
    assert "1.09" in note
    assert "disciplinary.ipynb, cell note" in note
    assert (
        "Contradicted by the figures: 1" in page.select(".preview-overview summary")[0].get_text()
    )


def test_a_typed_number_that_agrees_is_offered_as_an_inline_value(served: Served) -> None:
    right = "BME staff were 1.09 times as likely as White staff to enter the process."
    served.after(lambda: served.write("note", TITLE + right))
    (offer,) = [one.get_text() for one in served.page().select("main .preview-offer code")]
    assert offer == "`{python} ratio(3)`"


def test_true_text_with_inline_values_has_no_note(served: Served) -> None:
    served.after(lambda: served.write("note", TITLE + "The ratio was `{python} ratio(3)`."))
    assert not served.page().select("aside.preview-notes, mark")


def test_a_paragraph_whose_figure_moved_is_to_be_read_again(served: Served) -> None:
    text = TITLE + "The ratio was `{python} ratio(3)`."
    served.after(lambda: served.write("note", text))
    memory = served.chapter.with_name("accepted.csv")
    row = f"disciplinary,note,{text_hash(text)},ratio(3),0.50,2021,2021-08-01\n"
    try:
        served.after(lambda: memory.write_text(HEADER + row, encoding="utf-8"))
        note = " ".join(served.page().select("aside.preview-notes")[0].get_text(" ").split())
    finally:
        served.after(memory.unlink)
    assert "To be read again" in note
    assert "ratio(3): 0.50 -> 1.09" in note
    assert "--cell note" in note


def test_what_is_said_of_the_action_plan_stands_at_the_head_of_the_page(served: Served) -> None:
    plan = served.chapter.parents[1] / "action_plan.csv"
    wrong = "BME staff were 2.31 times as likely as White staff to enter the process."
    try:
        row = f"1,3,{wrong},Review each case before it begins"
        text = f"id,indicators,gap,action\n{row}\n"
        served.after(lambda: plan.write_text(text, encoding="utf-8"))
        head = " ".join(served.page().select(".preview-overview")[0].get_text(" ").split())
    finally:
        served.after(plan.unlink)
    assert "action_plan.csv, row 2, column gap" in head
    assert "Contradicted by the figures" in head
