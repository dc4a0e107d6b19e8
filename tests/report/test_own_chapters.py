"""A report with chapters of the trust's own, from the notebook to the page."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup
from nbformat.v4 import new_output

from tests.unit.chapters.own_notebooks import notebook, put, text
from wres.errors import ContradictionError, InputError
from wres.report import Report, make_report

pytestmark = pytest.mark.slow
SENTENCE = "Of our staff `{python} share('BAME')` are BAME; the ratio is `{python} ratio(3)`."
STORED = "99.9% of another trust"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Path:
    """Return the sample trust's data with a chapter that replaces one and one that is added."""
    data = tmp_path_factory.mktemp("own") / "data"
    shutil.copytree(project / "data" / "RYV", data / "RYV")
    shutil.copytree(project / "data" / "benchmarks", data / "benchmarks")
    notebooks = data / "RYV" / "2020" / "notebooks"
    own = nbformat.read(project / "notebooks" / "disciplinary.ipynb", as_version=4)
    for cell in own.cells:
        if cell.id == "setup":
            cell.source += "\nfrom wres.vocabulary import *"
            cell.outputs = [new_output("display_data", data={"text/markdown": STORED})]
        if cell.id == "note":
            cell.source = f"## What we did\n\n{SENTENCE}"
            stored = {"status": "ok", "data": {"text/plain": repr(STORED)}, "metadata": {}}
            entry = {"expression": "ratio(3)", "result": stored}
            cell.metadata["user_expressions"] = [entry]
        if cell.id == "figure":
            cell.metadata["fig-cap"] = cell.metadata["fig-alt"] = STORED
    put(notebooks, "disciplinary", own)
    kept = nbformat.read(project / "notebooks" / "disciplinary.ipynb", as_version=4)
    put(notebooks / ".templates", "disciplinary", kept)
    said = text("The day was `{python} chapter.facts.snapshot.upper()`.", "day")
    put(notebooks, "voices", notebook(said, wres={"after": "board"}))
    return data


def render(data: Path, project: Path) -> tuple[Path, list[str]]:
    told: list[str] = []
    report = Report("RYV", 2020, data, data.parent / "build", project, formats=("html",))
    return make_report(report, lambda line, _: told.append(line)), told


@pytest.fixture(scope="module")
def made(folder: Path, project: Path) -> tuple[Path, list[str]]:
    return render(folder, project)


def test_own_chapters_stand_in_their_places_with_their_values(
    made: tuple[Path, list[str]],
) -> None:
    page = BeautifulSoup((made[0] / "report.html").read_text(encoding="utf-8"), "html.parser")
    headings = [" ".join(one.get_text().split()) for one in page.find_all("h2")]
    board = next(place for place, name in enumerate(headings) if name.startswith("Indicator 9"))
    assert headings[board + 1] == "Voices of staff"
    words = " ".join(page.get_text().split())
    assert "Of our staff 11.5% are BAME; the ratio is 0.81." in words
    assert "The day was 31 MARCH 2020." in words


def test_nothing_stored_before_reaches_the_page_or_the_shelf(
    made: tuple[Path, list[str]],
) -> None:
    for path in (made[0] / "report.html", *(made[0] / "notebooks").glob("*.ipynb")):
        assert STORED not in path.read_text(encoding="utf-8")
    assert (made[0] / "notebooks" / "voices.ipynb").is_file()


def test_record_names_each_own_chapter_by_its_hash(made: tuple[Path, list[str]]) -> None:
    inputs = json.loads((made[0] / "run.json").read_text(encoding="utf-8"))["inputs_sha256"]
    for name in ("disciplinary", "voices"):
        assert len(inputs[f"RYV/2020/notebooks/{name}.ipynb"]) == 64


def test_data_changed_under_the_report_name_the_paragraph_at_every_render(
    made: tuple[Path, list[str]], folder: Path, project: Path
) -> None:
    memory = folder / "RYV" / "2020" / "notebooks" / "accepted.csv"
    before = memory.read_bytes()
    assert b"31 MARCH 2020" in before  # a value that only the run could tell
    table = folder / "RYV" / "2020" / "published_ratios.csv"
    text_before = table.read_text(encoding="utf-8")
    table.write_text(text_before.replace("3,2020,BME,White,0.81", "3,2020,BME,White,1.31"), "utf-8")
    place, told = render(folder, project)
    (warning,) = [line for line in told if "must be read again" in line]
    assert "cell note (" in warning
    assert "ratio(3): 0.81 -> 1.31. Change the text" in warning
    assert (
        warning.removeprefix("warning: ")
        in json.loads((place / "run.json").read_text(encoding="utf-8"))["warnings"]
    )
    assert memory.read_bytes() == before


def test_code_that_fails_is_bad_input_named_by_the_file_its_author_knows(
    folder: Path, project: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "data"
    shutil.copytree(folder, copy)
    path = copy / "RYV" / "2020" / "notebooks" / "voices.ipynb"
    own = nbformat.read(path, as_version=4)
    own.cells[1].source += "\nraise ValueError('no such band')"
    nbformat.write(own, path)
    with pytest.raises(
        InputError, match=r"2020/notebooks/voices\.ipynb, cell setup .*no such band"
    ):
        render(copy, project)
    assert not (tmp_path / "build" / "2020" / "RYV").exists()


def test_sentence_that_the_figures_deny_is_a_warning_and_with_strict_no_report(
    folder: Path, project: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "data"
    shutil.copytree(folder, copy)
    path = copy / "RYV" / "2020" / "notebooks" / "disciplinary.ipynb"
    own = nbformat.read(path, as_version=4)
    for cell in own.cells:
        if cell.id == "note":
            cell.source = "## What we did\n\nIn 2020 the ratio of indicator 4 was 1.44."
    nbformat.write(own, path)
    report = Report("RYV", 2020, copy, tmp_path / "build", project, formats=("html",), strict=True)
    with pytest.raises(ContradictionError, match=r"disciplinary\.ipynb, cell note .*1\.44"):
        make_report(report)
    assert not (tmp_path / "build" / "2020" / "RYV").exists()
    place, told = render(copy, project)
    (warning,) = [line for line in told if "1.44" in line]
    assert warning.startswith("warning: ")
    assert "1.14" in warning  # what the trust published
    assert (
        warning.removeprefix("warning: ")
        in json.loads((place / "run.json").read_text(encoding="utf-8"))["warnings"]
    )
