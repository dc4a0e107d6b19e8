"""Findings and what must be read again, as notes of the margin."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import nbformat

from wres.accepting import Cell, Stale
from wres.chapters.notebook_files import OwnFile
from wres.chapters.own import OwnChapter
from wres.claims import Finding, Passage
from wres.preview.findings import notes_of
from wres.preview.notes import Note
from wres.writing import Written

TEXT = "The ratio was `{python} ratio(3)`, so it **fell** to 0.9."
CELL = nbformat.v4.new_markdown_cell(TEXT, id="note")
FILE = OwnFile(Path("data/RXX/2024/notebooks/board.ipynb"), "board.ipynb", "wres check")
CHAPTER = OwnChapter("board", FILE, nbformat.v4.new_notebook(cells=[CELL]), "", "")
WRITTEN = Written(CHAPTER, CELL, {"ratio(3)": "1.31"})
PASSAGE = Passage("board.ipynb", "note", TEXT, chapter="board", values=(("ratio(3)", "1.31"),))
START = TEXT.index("fell")
FINDING = Finding("contradicted", PASSAGE, START, START + 4, "fell", "it rose by 0.22.")


def notes(*findings: Finding, stale: tuple[Stale, ...] = ()) -> list[Note]:
    return notes_of([WRITTEN], findings, stale)


def test_a_finding_becomes_a_note_with_its_words_after_what_is_printed_before_them() -> None:
    (note,) = notes(FINDING)
    assert (note.kind, note.weight) == ("Contradicted by the figures", "wrong")
    assert (note.words, note.before) == ("fell", "The ratio was 1.31, so it **")
    assert note.message == "It rose by 0.22."
    assert note.place == 'board.ipynb, cell note ("The ratio was `{python} ratio(3)`, so ...")'


def test_what_is_not_denied_weighs_less() -> None:
    kinds = ("wrong year", "too few", "not found", "unverifiable")
    weights = [note.weight for note in notes(*(replace(FINDING, kind=kind) for kind in kinds))]
    assert weights == ["wrong", "doubt", "doubt", "hint"]


def test_what_agrees_is_noted_only_with_the_value_to_type() -> None:
    agrees = replace(FINDING, kind="agrees")
    assert notes(agrees) == []
    (note,) = notes(replace(agrees, offer="`{python} ratio(3)`"))
    assert note.offer == "`{python} ratio(3)`"


def test_a_paragraph_to_be_read_again_says_what_moved_and_how_to_accept_it() -> None:
    stale = Stale(Cell("board", "note", TEXT), ("ratio(3): 1.09 -> 1.31",), 2023)
    again, found = notes(FINDING, stale=(stale,))
    assert (again.kind, again.words, again.weight) == ("To be read again", "", "doubt")
    for part in ("2023", "ratio(3): 1.09 -> 1.31", "wres accept", "--cell note"):
        assert part in again.message
    assert found.kind == "Contradicted by the figures"
