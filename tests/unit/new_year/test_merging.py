"""A chapter and the template it came from: what both changed stands twice, and nothing is lost."""

from __future__ import annotations

import random
from copy import deepcopy
from typing import Any

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from wres.chapters.conflicts import conflicts_in, same_text
from wres.new_year.merging import Merged, merge_chapter

TEMPLATE = {
    "parameters": 'organisation: str = "RYV"\nyear: int = 2020',
    "title": "# Indicator 3",
    "note": "Few people enter the process.\n\nPeople who left are counted.",
    "table": "tables.ratio_table(chapter, 3)",
    "end": "What to keep in mind.",
}
CODE = {"parameters", "table"}


def cell(name: str, source: str) -> Any:
    if name not in CODE:
        return new_markdown_cell(source, id=name)
    metadata = {"tags": ["parameters"]} if name == "parameters" else {}
    return new_code_cell(source, id=name, metadata=metadata)


def notebook(**changed: str | None) -> Any:
    """Make the template with cells changed, taken out (None) or added at the end."""
    sources = TEMPLATE | changed
    return new_notebook(
        cells=[cell(name, source) for name, source in sources.items() if source is not None]
    )


def merged(own: Any, template: Any) -> Merged:
    made = merge_chapter(notebook(), own, template)
    nbformat.validate(made.notebook)
    return made


def sources(made: Merged) -> dict[str, str]:
    return {one.id: one.source for one in made.notebook.cells}


def test_changes_to_different_cells_both_stand_and_what_came_in_is_told() -> None:
    made = merged(notebook(note="Ours."), notebook(end="Keep this in mind.", extra="## New"))
    assert sources(made) == TEMPLATE | {
        "note": "Ours.",
        "end": "Keep this in mind.",
        "extra": "## New",
    }
    assert made.came_in == [
        'cell end ("Keep this in mind.") changed',
        'cell extra ("New") added',
    ]
    assert made.conflicts == []


def test_cell_that_only_the_template_dropped_goes_and_is_named() -> None:
    made = merged(notebook(note="Ours."), notebook(end=None))
    assert "end" not in sources(made)
    assert made.came_in == ['cell end ("What to keep in mind.") taken out']


def test_cell_that_only_the_trust_dropped_stays_away() -> None:
    made = merged(notebook(end=None), notebook(title="# Indicator 3: cases"))
    assert "end" not in sources(made)
    assert made.conflicts == []


def test_both_versions_of_one_cell_stand_marked() -> None:
    ours, theirs = "Very few people enter the process.", "Few staff enter the process."
    made = merged(notebook(note=ours), notebook(note=theirs))
    assert sources(made)["note"] == (
        f"<<<<<<< the trust's version\n{ours}\n=======\n{theirs}\n>>>>>>> the template's version"
    )
    assert made.conflicts == ['note ("Very few people enter the process.")']


def test_two_changes_in_one_line_are_a_conflict_and_never_one_new_sentence() -> None:
    template = TEMPLATE["note"]
    ours = template.replace("Few people enter", "No few people enter")
    theirs = template.replace("the process", "a formal process")
    made = merged(notebook(note=ours), notebook(note=theirs))
    assert len(made.conflicts) == 1
    assert "No few people enter a formal process" not in sources(made)["note"]


def test_changes_to_different_paragraphs_of_a_cell_are_merged() -> None:
    first, second = TEMPLATE["note"].split("\n\n")
    made = merged(notebook(note=f"Ours.\n\n{second}"), notebook(note=f"{first}\n\nTheirs."))
    assert sources(made)["note"] == "Ours.\n\nTheirs."


def test_same_change_on_both_sides_is_no_conflict() -> None:
    made = merged(notebook(note="Alike."), notebook(note="Alike."))
    assert (made.came_in, made.conflicts, sources(made)["note"]) == ([], [], "Alike.")


def test_cells_put_in_at_one_place_both_stay_the_trusts_first() -> None:
    own, template = notebook(), notebook()
    own.cells.insert(3, new_markdown_cell("Our story.", id="ours"))
    template.cells.insert(3, new_markdown_cell("A new passage.", id="theirs"))
    made = merged(own, template)
    assert [*sources(made)][3:5] == ["ours", "theirs"]
    assert made.conflicts == []


@pytest.mark.parametrize("dropped_by_trust", [True, False])
def test_cell_dropped_by_one_and_changed_by_the_other_stands_between_marks(
    dropped_by_trust: bool,
) -> None:
    dropped, changed = notebook(end=None), notebook(end="What to keep in mind, always.")
    sides = (dropped, changed) if dropped_by_trust else (changed, dropped)
    made = merged(*sides)
    written = list(sources(made).values())[-4:]
    marks = ["<<<<<<< the trust's version", "=======", ">>>>>>> the template's version"]
    marks.insert(2 if dropped_by_trust else 1, "What to keep in mind, always.")
    assert written == marks
    assert len(made.conflicts) == 1


def test_parameters_and_metadata_are_the_trusts_own() -> None:
    own = notebook(parameters='organisation: str = "RV9"\nyear: int = 2021', note="Ours.")
    own.metadata["wres"] = {"after": "board"}
    template = notebook(parameters='organisation: str = "ZZ1"\nyear: int = 2030', end="New.")
    template.metadata["kernelspec"] = {"display_name": "Other", "name": "other"}
    made = merged(own, template)
    assert 'organisation: str = "RV9"' in sources(made)["parameters"]
    assert made.notebook.metadata == {"wres": {"after": "board"}}


def test_what_a_run_stored_or_the_editor_noted_is_no_change() -> None:
    own = notebook(note="Ours.")
    own.cells[3].metadata.update({"fig-cap": "1.09", "editable": True})
    own.cells[3].execution_count = 4
    template = notebook(end="New.")
    template.cells[3].metadata["fig-cap"] = "0.81"
    made = merged(own, template)
    assert made.conflicts == []
    assert not {"0.81", "1.09"} & set(str(made.notebook.cells[3].metadata).split("'"))


def test_template_that_has_not_moved_on_is_known_whatever_its_parameters() -> None:
    assert same_text(notebook(), notebook(parameters="year: int = 2021"))
    assert not same_text(notebook(), notebook(note="New."))


def edited(rng: random.Random, side: str) -> Any:
    """Change, drop and add cells at random; every text names its side."""
    made = notebook()
    for one in made.cells[1:]:
        if rng.random() < 0.4:
            lines = one.source.splitlines()
            lines[rng.randrange(len(lines))] += f" changed by {side}{rng.randrange(9)}"
            one.source = "\n".join(lines)
    for _ in range(rng.randrange(3)):
        text = f"Put in by {side}{rng.randrange(99)}"
        made.cells.insert(
            rng.randrange(1, len(made.cells) + 1),
            new_markdown_cell(text, id=f"{side}-{rng.randrange(10**6)}"),
        )
    for _ in range(rng.randrange(2)):
        made.cells.pop(rng.randrange(1, len(made.cells)))
    return made


@pytest.mark.parametrize("seed", range(200))
def test_no_text_of_the_trust_or_the_template_is_ever_lost(seed: int) -> None:
    rng = random.Random(seed)
    own, template = edited(rng, "ours"), edited(rng, "theirs")
    made = merged(deepcopy(own), deepcopy(template))
    written = "\n".join(one.source for one in made.notebook.cells).splitlines()
    before = "\n".join(TEMPLATE.values()).splitlines()
    for side in (own, template):
        for line in "\n".join(one.source for one in side.cells).splitlines():
            assert line in written or line in before
    assert made.conflicts == conflicts_in(made.notebook)
    ids = [one.id for one in made.notebook.cells]
    assert len(ids) == len(set(ids))
