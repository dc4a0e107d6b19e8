"""What keeps a trust's own chapter out of a report is told at once, by file and cell."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat.notebooknode import NotebookNode
from nbformat.v4 import (
    new_code_cell,
    new_markdown_cell,
    new_notebook,
    new_output,
    new_raw_cell,
)

from tests.unit.chapters.own_notebooks import code, notebook, put, text
from wres.chapters.notebook_files import OwnFile
from wres.chapters.own import (
    OwnChapter,
    added_after,
    empty_chapters,
    own_files,
    read_own_chapters,
)
from wres.errors import InputError


def read(folder: Path, project: Path) -> Any:
    files = own_files(folder, lambda path: f"own/{path.name}", "wres check RXX 2024")
    return read_own_chapters(files, project / "notebooks")


def told(folder: Path, project: Path) -> str:
    with pytest.raises(InputError) as caught:
        read(folder, project)
    return str(caught.value)


def test_chapter_of_a_known_name_replaces_it_and_any_other_is_added_before_methods(
    tmp_path: Path, project: Path
) -> None:
    put(tmp_path, "board", notebook(title="# The board {#sec-board}"))
    put(tmp_path, "voices", notebook())
    own = read(tmp_path, project)
    assert [one.name for one in own] == ["board", "voices"]
    assert added_after(own) == {"voices": "comparison"}


def test_chapter_names_its_place_in_its_metadata(tmp_path: Path, project: Path) -> None:
    put(tmp_path, "voices", notebook(wres={"after": "board"}))
    put(tmp_path, "allies", notebook(title="# Allies", wres={"after": "voices"}))
    assert added_after(read(tmp_path, project)) == {"allies": "voices", "voices": "board"}


def test_nothing_that_a_run_stored_survives_reading(tmp_path: Path, project: Path) -> None:
    ran = new_code_cell("chapter", id="ran", metadata={"fig-cap": "11.5%", "tags": ["mine"]})
    ran.outputs, ran.execution_count = [new_output("stream", text="11.5%")], 3
    said = text("Of `{python} term()`.", "said")
    said.metadata["user_expressions"] = [{"expression": "term()", "result": "11.5%"}]
    injected = new_code_cell("year = 11.5", id="x", metadata={"tags": ["injected-parameters"]})
    made = notebook(ran, said, injected, papermill={"a": "11.5"}, widgets={"state": "11.5"})
    put(tmp_path, "voices", made)
    (own,) = read(tmp_path, project)
    assert "11.5" not in nbformat.writes(own.notebook)
    assert own.notebook.cells[-2].metadata == {"tags": ["mine"]}


def test_hash_of_a_chapter_is_that_of_what_was_written_not_of_what_a_run_left(
    tmp_path: Path, project: Path
) -> None:
    ran = new_code_cell("chapter", id="ran")
    put(tmp_path, "voices", notebook(ran))
    (before,) = read(tmp_path, project)
    ran.outputs, ran.execution_count = [new_output("stream", text="3 people")], 3
    put(tmp_path, "voices", notebook(ran))
    (after,) = read(tmp_path, project)
    assert before.sha256 == after.sha256


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "must be a notebook; it is empty"),
        (b"{", r"it is no JSON \(line 1\)"),
        (b"[]", "it has no cells"),
        (b'{\n<<<<<<< HEAD\n"a": 1\n', "holds both sides of a merge that git could not make"),
        (b'\xff\xfe{"cells": []}', "must be text in UTF-8"),
        (b'{"worksheets": [], "nbformat": 3}', "must be a notebook of format 4, got '3'"),
        (
            b'{"cells": [{"cell_type": "text"}], "metadata": {}, "nbformat": 4, '
            b'"nbformat_minor": 5}',
            r"must be a notebook \(",
        ),
    ],
)
def test_file_that_is_no_notebook_is_named_with_the_reason(
    content: bytes, message: str, tmp_path: Path, project: Path
) -> None:
    (tmp_path / "voices.ipynb").write_bytes(content)
    with pytest.raises(InputError, match=rf"own/voices\.ipynb: .*{message}"):
        read(tmp_path, project)


def test_link_to_nothing_and_folder_in_place_of_a_notebook_are_named(
    tmp_path: Path, project: Path
) -> None:
    (tmp_path / "allies.ipynb").mkdir()
    try:
        (tmp_path / "voices.ipynb").symlink_to(tmp_path / "nowhere.ipynb")
    except OSError:
        pytest.skip("this system does not let us make links")
    message = told(tmp_path, project)
    assert "own/allies.ipynb: must be a notebook, not a folder" in message
    assert "own/voices.ipynb: there is no such file (a link to nothing)" in message


def test_cells_of_an_older_notebook_are_named_by_their_place(tmp_path: Path, project: Path) -> None:
    raw = json.loads(nbformat.writes(notebook()))
    raw["nbformat_minor"] = 4
    for cell in raw["cells"]:
        del cell["id"]
    (tmp_path / "voices.ipynb").write_text(json.dumps(raw), encoding="utf-8")
    (own,) = read(tmp_path, project)
    assert [cell.id for cell in own.notebook.cells] == ["cell-1", "cell-2", "cell-3"]


def test_cell_id_that_stands_twice_is_refused(tmp_path: Path, project: Path) -> None:
    written = nbformat.writes(notebook(text("One.", "one"), text("Two.", "opening")))
    path = tmp_path / "voices.ipynb"
    path.write_text(written.replace('"id": "one"', '"id": "opening"'), encoding="utf-8")
    assert "must give each cell an id of its own, got 'opening'" in told(tmp_path, project)


FAULTY_CELLS = [
    (code("import os\n!ls"), "must be plain Python, without lines that begin with % or !"),
    (code("if:"), r"must be Python (invalid syntax, line 1)"),
    (code("read('data/RYV/2020/workforce.csv')"), "got 'data/RYV/2020/workforce.csv'"),
    (code("p = '../../trust.yml'"), "must not read files"),
    (code("pd.read_csv(path)"), "got 'read_csv(...)'"),
    (code("list(Path.cwd().glob('*'))"), "got 'glob(...)'"),
    (code("from wres.loading import load_chapter"), "got 'wres.loading.load_chapter'"),
    (code("from wres import sources"), "got 'wres.sources'"),
    (
        text("![Us](us.png)"),
        "must not show a picture from a file: reports carry none, got 'us.png'",
    ),
    (text("`{python}ratio(3)`"), "holds an inline value that can't be read as one"),
    (text("Our ratio is `{python} ratio(3)."), "holds an inline value that can't be read as one"),
    (text("`{python} open('/etc/hostname').read()`"), "must not read files"),
    (text("<<<<<<< the trust's version\nA\n=======\nB\n>>>>>>> x"), "holds two versions of a cell"),
    (new_raw_cell("x", id="opening"), "must be text (markdown) or code, not raw"),
    (text("## Seats {#sec-board}"), "chapter board has this one already, got 'sec-board'"),
    (text("## Words {#sec-glossary}"), "report.qmd has this one already, got 'sec-glossary'"),
    (code("#| label: tbl-summary\nx()"), "chapter performance has this one already"),
]


@pytest.mark.parametrize(("cell", "message"), FAULTY_CELLS, ids=lambda one: str(one)[:40])
def test_faulty_cell_is_named_by_id_and_first_words(
    cell: Any, message: str, tmp_path: Path, project: Path
) -> None:
    put(tmp_path, "voices", notebook(cell))
    (line,) = told(tmp_path, project).splitlines()
    assert line.startswith(f"own/voices.ipynb, cell {cell.id}")
    assert message in line
    assert line.endswith("and run wres check RXX 2024.")


@pytest.mark.parametrize(
    "source",
    [
        "# data/RYV is not read\ntables.ratio_table(chapter, 3)",
        "#| label: fig-voices\ncharts.relative_likelihoods(chapter, ['3'])",
        "label = 'Band 8a and above / VSM'",
        "opened = [one for one in chapter.rows().groupby('group')]",
    ],
)
def test_code_that_reads_results_only_passes(source: str, tmp_path: Path, project: Path) -> None:
    put(tmp_path, "voices", notebook(code(source)))
    assert len(read(tmp_path, project)) == 1


FAULTY_NOTEBOOKS = [
    (notebook(wres={"after": "bord"}), "must be a chapter (perhaps board), got 'bord'"),
    (notebook(wres={"after": "voices"}), "must not come after itself"),
    (notebook(wres={"aftr": "board"}), "must hold nothing but \"after\", got 'aftr'"),
    (notebook(wres="board"), 'must read like {"after": "board"}'),
    (notebook(title=""), "must have a title (# Title)"),
    (
        notebook(kernelspec={"display_name": "R", "language": "R", "name": "ir"}),
        "must be written in Python",
    ),
]


@pytest.mark.parametrize(("made", "message"), FAULTY_NOTEBOOKS, ids=lambda one: str(one)[-40:])
def test_faulty_notebook_is_named(made: Any, message: str, tmp_path: Path, project: Path) -> None:
    put(tmp_path, "voices", made)
    assert message in told(tmp_path, project)


def test_chapter_that_replaces_one_keeps_its_place(tmp_path: Path, project: Path) -> None:
    put(tmp_path, "board", notebook(title="# Board", wres={"after": "summary"}))
    assert "so its place is fixed, got 'after: summary'" in told(tmp_path, project)


def test_chapter_without_its_parameters_is_refused(tmp_path: Path, project: Path) -> None:
    made = notebook()
    del made.cells[0]
    put(tmp_path, "voices", made)
    assert "exactly one cell tagged 'parameters', has 0" in told(tmp_path, project)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("staff voices", "must have a name of letters, digits, - and _ only, got 'staff voices'"),
        ("Board", "must not have the name of board.ipynb in other capitals"),
    ],
)
def test_name_that_a_report_can_not_carry_is_refused(
    name: str, message: str, tmp_path: Path, project: Path
) -> None:
    put(tmp_path, name, notebook())
    assert message in told(tmp_path, project)


def test_all_faults_of_all_chapters_are_told_at_once(tmp_path: Path, project: Path) -> None:
    put(tmp_path, "allies", notebook(code("open(x)"), title="# Allies {#sec-voices}"))
    put(tmp_path, "voices", notebook(wres={"after": "bord"}))
    (tmp_path / "board.ipynb").write_text("{", encoding="utf-8")
    message = told(tmp_path, project)
    assert len(message.splitlines()) == 4
    assert "own/allies.ipynb, cell title" in message  # where both of a label stand
    assert "sec-voices" in message


def test_templates_kept_beside_and_checkpoints_are_no_chapters(
    tmp_path: Path, project: Path
) -> None:
    for hidden in (".templates", ".ipynb_checkpoints"):
        put(tmp_path / hidden, "board", notebook(title="# Board"))
    assert read(tmp_path, project) == []


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ([new_markdown_cell("# Voices")], True),
        ([new_markdown_cell("# Voices\n\n## Who\n\n"), new_code_cell("import wres\nx = 1")], True),
        ([new_markdown_cell("# Voices\n\nWe listened.")], False),
        ([new_markdown_cell("# Voices"), new_code_cell("chapter.show()")], False),
    ],
)
def test_an_added_chapter_with_nothing_but_headings_is_named(
    tmp_path: Path, cells: list[NotebookNode], told: bool
) -> None:
    file = OwnFile(tmp_path / "voices.ipynb", "voices.ipynb", "wres check")
    chapter = OwnChapter("voices", file, new_notebook(cells=cells), "board", "")
    found = [problem.rule for problem in empty_chapters([chapter])]
    assert found == (
        ["holds nothing but its heading, and is left out of the report"] if told else []
    )


def test_a_replaced_chapter_is_not_named_as_empty(tmp_path: Path) -> None:
    file = OwnFile(tmp_path / "board.ipynb", "board.ipynb", "wres check")
    cells = [new_markdown_cell("# Board")]
    assert not [*empty_chapters([OwnChapter("board", file, new_notebook(cells=cells), "", "")])]
