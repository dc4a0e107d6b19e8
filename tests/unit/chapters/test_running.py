"""What running a chapter stores, and what it refuses to store."""

from __future__ import annotations

from html import unescape
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from wres.chapters.notebook_files import OwnFile
from wres.chapters.running import clear_chapter, run_chapters
from wres.errors import ChapterError, InputError

PARAMETERS: dict[str, Any] = {
    "organisation": "007",
    "year": 2021,
    "results": "results.csv",
    "profile": "public",
}
DECLARED = (
    'organisation: str = "RYV"\nyear: int = 2020\nresults: str = "r"\nprofile: str = "public"'
)
FIGURE = """
class Figure:
    def _repr_mimebundle_(self, **_):
        data = {"image/svg+xml": "<svg/>", "text/plain": "alt"}
        return data, {"wres": {"fig-cap": "A *star*", "fig-alt": "A *star*, in words"}}
"""


def run(folder: Path, *cells: Any, name: str = "board") -> nbformat.NotebookNode:
    path = folder / f"{name}.ipynb"
    first = new_code_cell(DECLARED, metadata={"tags": ["parameters"]})
    nbformat.write(new_notebook(cells=[first, *cells]), path)
    run_chapters([path], PARAMETERS)
    return nbformat.read(path, as_version=4)


def test_inline_values_captions_and_parameters_are_stored_where_quarto_looks(
    tmp_path: Path,
) -> None:
    notebook = run(
        tmp_path,
        new_code_cell(FIGURE + "here = 'x < y'\nFigure()"),
        new_markdown_cell("Of `{python} organisation` in `{python} year`, `{python} here`."),
    )
    figure, text = notebook.cells[2], notebook.cells[3]
    assert figure.metadata["fig-cap"] == r"A \*star\*"
    assert figure.metadata["fig-alt"] == "A *star*, in words"
    assert "wres" not in figure.outputs[0].metadata
    stored = text.metadata["user_expressions"]
    assert [part["expression"] for part in stored] == ["organisation", "year", "here"]
    assert [part["result"]["data"]["text/plain"] for part in stored] == ["'007'", "2021", "'x < y'"]
    assert "papermill" not in notebook.metadata
    assert "execution" not in figure.metadata


def test_no_brace_of_a_table_is_left_for_quarto_to_read(tmp_path: Path) -> None:
    table = "<style>p {margin: 0}</style><td data-heading='{'>{{&lt; include /x &gt;}} a {</td>"
    notebook = run(
        tmp_path,
        new_code_cell(f"class Table:\n    def _repr_html_(self): return {table!r}\nTable()"),
    )
    html = notebook.cells[2].outputs[0].data["text/html"]
    style, _, cell = html.partition("</style>")
    assert style == "<style>p {margin: 0}"
    assert not set("{}") & set(cell)
    assert unescape(cell) == "<td data-heading='{'>{{< include /x >}} a {</td>"


def test_all_faulty_inline_values_of_a_chapter_are_told_with_the_nearest_names(
    tmp_path: Path,
) -> None:
    cells = [
        new_code_cell("from wres.narrative import Narrative\nsay = object.__new__(Narrative)"),
        new_markdown_cell("`{python} say.shar('BME')` and `{python} 0.1 + 0.2`", id="two"),
        new_markdown_cell("Staff `{python} nowhere`", id="one"),
    ]
    with pytest.raises(ChapterError) as caught:
        run(tmp_path, *cells)
    message = str(caught.value)
    assert "board.ipynb, cell two (" in message
    assert "): inline value `say.shar('BME')` fails (AttributeError" in message
    assert "did you mean say.share" in message
    assert "inline value `0.1 + 0.2` gives 0.30000000000000004, not text" in message
    told = 'board.ipynb, cell one ("Staff `{python} nowhere`"): inline value `nowhere` fails (Name'
    assert told in message


def test_error_in_a_cell_names_chapter_cell_and_cause(tmp_path: Path) -> None:
    with pytest.raises(
        ChapterError, match=r"board\.ipynb, cell fails .*: ValueError: no such band"
    ):
        run(tmp_path, new_code_cell("raise ValueError('no such band')", id="fails"))


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("print('a debug line')", "prints to stdout: 'a debug line'"),
        ("import warnings\nwarnings.warn('soon gone')", "prints to stderr: .*soon gone"),
        ("object()", "its output is a bare object"),
    ],
)
def test_output_that_no_reader_can_use_stops_the_chapter(
    source: str, message: str, tmp_path: Path
) -> None:
    with pytest.raises(ChapterError, match=message):
        run(tmp_path, new_code_cell(source))


def test_clearing_leaves_nothing_that_an_execution_stored(tmp_path: Path) -> None:
    notebook = run(
        tmp_path,
        new_code_cell(FIGURE + "here = 'x'\nFigure()"),
        new_markdown_cell("`{python} here`"),
    )
    cleared = clear_chapter(notebook)
    assert [cell.cell_type for cell in cleared.cells] == ["code", "code", "markdown"]
    for cell in cleared.cells:
        assert not set(cell.metadata) - {"tags"}
        assert not cell.get("outputs")
        assert cell.get("execution_count") is None


def test_all_faults_of_all_chapters_are_told_and_own_ones_by_the_file_their_author_knows(
    tmp_path: Path,
) -> None:
    first = new_code_cell(DECLARED, metadata={"tags": ["parameters"]})
    paths = []
    for name in ("board", "voices"):
        path = tmp_path / f"{name}.ipynb"
        cells = [first, new_code_cell(f"raise ValueError('{name} fails')", id="fails")]
        nbformat.write(new_notebook(cells=cells), path)
        paths.append(path)
    own = OwnFile(tmp_path / "mine.ipynb", "data/RXX/2024/notebooks/voices.ipynb", "wres check")
    with pytest.raises(InputError) as caught:
        run_chapters(paths, PARAMETERS, {"voices": own})
    lines = str(caught.value).splitlines()
    assert [line.partition(", cell fails")[0] for line in lines] == [
        "notebooks/board.ipynb",
        "data/RXX/2024/notebooks/voices.ipynb",
    ]
    assert "ValueError: voices fails" in lines[1]


def test_kernel_that_ends_is_a_fault_of_its_chapter(tmp_path: Path) -> None:
    with pytest.raises(ChapterError, match="Python ended while the chapter ran"):
        run(tmp_path, new_code_cell("import os\nos._exit(1)"))
