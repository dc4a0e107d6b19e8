"""The page of a preview, as a client gets it: what it shows, and how it follows what is saved."""

from __future__ import annotations

import re

import nbformat
from bs4.element import Tag

from tests.preview.serving import CHAPTER, Served
from wres.chapters.placing import CHAPTERS

TITLE = "## What to keep in mind\n\n"


def words(page: Tag) -> str:
    return " ".join(page.get_text(" ").split())


def test_page_is_the_report_with_values_figures_and_tables_in_place(served: Served) -> None:
    page = served.page()
    assert page.select_one("h2#sec-disciplinary, #sec-disciplinary > h2") is not None
    assert page.select_one("#tbl-ratio-3 table") is not None
    image = page.select_one("#fig-ratio-3 img")
    assert image is not None
    assert "`{python}" not in words(page)
    part = served.ask("/" + str(image["src"]))
    assert (part.status, part.headers["content-type"]) == (200, "image/svg+xml")


def test_every_page_is_marked_as_a_preview(served: Served) -> None:
    page = served.page()
    marked = "PREVIEW: not for publication"
    for place in ("#preview-bar", "#preview-print"):
        assert marked in words(page.select(place)[0])
    assert page.title is not None
    assert page.title.get_text().startswith("PREVIEW: ")


def test_a_saved_paragraph_appears_and_no_chapter_runs_for_it(served: Served) -> None:
    told = served.after(lambda: served.write("note", TITLE + "Here it is: `{python} ratio(3)`."))
    ratio = words(served.page()).partition("Here it is: ")[2].partition(" ")[0]
    assert re.fullmatch(r"\d\.\d\d\.", ratio)
    assert not [one["text"] for one in told if one["text"].startswith("running")]
    assert re.fullmatch(r"up to date at \d\d:\d\d", told[-1]["text"])


def test_changed_code_runs_its_own_chapter_and_no_other(served: Served) -> None:
    table = "#| label: tbl-ratio-3\ntables.likelihood_table(chapter, 3)"
    told = served.after(lambda: served.write("ratio-table", table))
    assert {one["text"] for one in told if one["text"].startswith("running")} == {
        f"running {CHAPTER} ..."
    }
    assert told[-1]["state"] == "ready"


def test_a_chapter_that_looks_at_parts_of_the_trust_has_their_counts(served: Served) -> None:
    """RV9 has no divisions: that this is said comes from the table of places, which else isn't."""
    cells = nbformat.read(served.chapter, as_version=4).cells
    (setup,) = (one.source for one in cells if one.id == "setup")
    gaps = "from wres import hotspots\nhotspots.gaps_of(hotspots.open_hotspots(chapter))"
    served.after(lambda: served.write("setup", f"{setup}\n{gaps}"))
    assert served.status()[0] == "ready"
    assert "Not shown: BAME staff in post" in words(served.page())


def test_a_template_that_is_saved_appears(served: Served) -> None:
    spine = served.folder / "report.qmd"
    other = spine.read_text(encoding="utf-8").replace("# About this report", "# What this is about")
    served.after(lambda: spine.write_text(other, encoding="utf-8"))
    assert "What this is about" in words(served.page())


def test_an_unknown_name_is_told_with_its_cell_and_is_mended(served: Served) -> None:
    good = served.page()
    told = served.after(lambda: served.write("note", TITLE + "It was `{python} ratoi(3)`."))
    assert told[-1]["text"] == "not up to date: 1 fault; the page is the last good one"
    faulty = served.page()
    (fault,) = [item.get_text() for item in faulty.select("#preview-faults li")]
    assert f"{CHAPTER}.ipynb, cell note" in fault
    assert "ratio" in fault.partition("there is no ratoi")[2]
    assert str(faulty.main) == str(good.main)
    told = served.after(lambda: served.write("note", TITLE + "It was `{python} ratio(3)`."))
    assert (told[-1]["state"], told[-1]["faults"]) == ("ready", [])
    assert "It was 1." in words(served.page())


def test_a_chapter_that_is_saved_by_half_is_told_and_the_preview_lives_on(served: Served) -> None:
    whole = served.chapter.read_bytes()
    told = served.after(lambda: served.chapter.write_bytes(whole[: len(whole) // 2]))
    assert "must be a notebook; it is no JSON" in told[-1]["faults"][0]
    told = served.after(lambda: served.chapter.write_bytes(whole))
    assert told[-1]["state"] == "ready"


def test_code_that_fails_is_told_in_its_own_words_without_a_trace(served: Served) -> None:
    told = served.after(lambda: served.write("ratio-table", "#| label: tbl-ratio-3\n1 / 0"))
    (fault,) = told[-1]["faults"]
    assert "division by zero" in fault
    assert "Traceback" not in served.ask().text


def test_damaged_data_are_told_with_their_row_and_mended_without_a_run(served: Served) -> None:
    table = served.folder / "data" / "RV9" / "2021" / "disciplinary.csv"
    whole = table.read_text(encoding="utf-8")
    told = served.after(lambda: table.write_text(whole.replace(",17", ",many"), encoding="utf-8"))
    assert "disciplinary.csv row 2, column entered_process" in told[-1]["faults"][0]
    told = served.after(lambda: table.write_text(whole, encoding="utf-8"))
    assert told[-1]["state"] == "ready"
    assert not [one["text"] for one in told if one["text"].startswith("running")]


def test_changed_figures_run_every_chapter(served: Served) -> None:
    table = served.folder / "data" / "RV9" / "2021" / "disciplinary.csv"
    whole = table.read_text(encoding="utf-8")
    told = served.after(lambda: table.write_text(whole.replace(",17", ",34"), encoding="utf-8"))
    run = " ".join(one["text"] for one in told)
    assert all(name in run for name in CHAPTERS)
    assert "34" in words(served.page().select("#tbl-counts-3")[0])
