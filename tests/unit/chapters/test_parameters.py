"""A chapter's parameters fit in both directions, or nothing runs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from wres.chapters.parameters import declared_defaults, require_parameters
from wres.chapters.running import CHAPTERS
from wres.errors import ChapterError

GIVEN: dict[str, Any] = {
    "organisation": "007",
    "year": 2020,
    "results": "results.csv",
    "profile": "public",
}
DECLARED = (
    'organisation: str = "RYV"\nyear: int = 2020\nresults: str = "r"\nprofile: str = "public"'
)


def chapter(folder: Path, *sources: str, tags: tuple[str, ...] = ("parameters",)) -> Path:
    cells = [new_code_cell(source, metadata={"tags": list(tags)}) for source in sources]
    path = folder / "board.ipynb"
    nbformat.write(new_notebook(cells=cells), path)
    return path


def test_text_that_looks_like_a_number_stays_text(tmp_path: Path) -> None:
    require_parameters(chapter(tmp_path, DECLARED), GIVEN)


@pytest.mark.parametrize("name", CHAPTERS)
def test_committed_chapters_declare_the_fixed_parameters(name: str, project: Path) -> None:
    path = project / "notebooks" / f"{name}.ipynb"
    require_parameters(path, GIVEN)
    assert declared_defaults(path)["organisation"] == "RYV"


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (GIVEN | {"yaer": 2019}, "unknown parameter yaer; chapters take organisation, year"),
        ({**GIVEN, "year": "2020"}, "parameter year must be int, got '2020'"),
        ({**GIVEN, "year": True}, "parameter year must be int, got True"),
        ({key: GIVEN[key] for key in ("year", "results", "profile")}, "organisation is not given"),
    ],
)
def test_wrong_parameter_given_is_named(
    given: dict[str, Any], message: str, tmp_path: Path
) -> None:
    with pytest.raises(ChapterError, match=message):
        require_parameters(chapter(tmp_path, DECLARED), given)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (DECLARED.replace("year:", "yaer:"), "declares no parameter year(.|\n)*declares yaer"),
        (DECLARED.replace("int = 2020", 'str = "2020"'), "declares year: str = '2020'"),
        (DECLARED.replace("year: int = 2020", "year = 2020"), "must hold lines like .*line 2"),
        (DECLARED + "\nextra: int = 1", "declares extra: int = 1"),
        ("year: int =", "must hold lines like"),
    ],
)
def test_wrong_parameter_declared_is_named(source: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(ChapterError, match=message):
        require_parameters(chapter(tmp_path, source), GIVEN)


def test_missing_tag_is_a_fault_and_not_a_run_on_defaults(tmp_path: Path) -> None:
    with pytest.raises(ChapterError, match="exactly one cell tagged 'parameters', has 0"):
        require_parameters(chapter(tmp_path, DECLARED, tags=()), GIVEN)


def test_two_parameter_cells_are_a_fault(tmp_path: Path) -> None:
    with pytest.raises(ChapterError, match="exactly one cell tagged 'parameters', has 2"):
        require_parameters(chapter(tmp_path, DECLARED, DECLARED), GIVEN)
