"""The committed chapters hold what a run on the sample trust gives, to the letter.

nbval sees a changed table. Inline values, captions and alternative text lie in cell metadata,
which it does not compare: that is done here.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest

from wres.chapters.running import CHAPTERS
from wres.chapters.sample import refresh_sample

WORDS = ("user_expressions", "fig-cap", "fig-alt", "tbl-cap")


@pytest.fixture(scope="module")
def refreshed(project: Path, data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = tmp_path_factory.mktemp("project")
    for name in ("assets", "notebooks"):
        shutil.copytree(project / name, copy / name)
    for name in ("_quarto.yml", "report.qmd"):
        shutil.copy(project / name, copy / name)
    refresh_sample(copy, data)
    return copy / "notebooks"


@pytest.mark.parametrize("name", [f"{chapter}.ipynb" for chapter in CHAPTERS])
def test_inline_values_captions_and_alternative_text_are_those_committed(
    name: str, refreshed: Path, project: Path
) -> None:
    assert stored_words(refreshed / name) == stored_words(project / "notebooks" / name)


def files_in(folder: Path) -> set[str]:
    found = (path for path in folder.rglob("*") if path.is_file())
    named = {path.relative_to(folder).as_posix() for path in found}
    return {name for name in named if ".ipynb_checkpoints" not in name}


def test_refreshing_again_changes_no_byte(refreshed: Path, project: Path) -> None:
    names = files_in(refreshed)
    assert names == files_in(project / "notebooks")
    changed = [
        name
        for name in sorted(names)
        if (refreshed / name).read_bytes() != (project / "notebooks" / name).read_bytes()
    ]
    assert not changed, "run `make notebooks` and commit what it changes"


def test_a_changed_value_caption_or_alternative_text_would_be_seen(
    refreshed: Path, project: Path, tmp_path: Path
) -> None:
    committed = project / "notebooks" / "board.ipynb"
    text = committed.read_text(encoding="utf-8")
    for original, changed in (
        ("8.3%", "8.4%"),
        ('"fig-cap": "', '"fig-cap": "Not '),
        ('"fig-alt": "', '"fig-alt": "Not '),
        ('"tbl-cap": "', '"tbl-cap": "Not '),
    ):
        assert original in text
        tampered = tmp_path / "board.ipynb"
        tampered.write_text(text.replace(original, changed), encoding="utf-8")
        assert stored_words(tampered) != stored_words(refreshed / "board.ipynb")


@pytest.mark.slow
def test_nbval_sees_a_changed_table(project: Path, tmp_path: Path) -> None:
    copy = tmp_path / "notebooks"
    shutil.copytree(project / "notebooks", copy)
    chapter = copy / "board.ipynb"
    text = chapter.read_text(encoding="utf-8")
    assert text.count(">1 of 12</td>") == 1
    for changed, code in ((text, 0), (text.replace(">1 of 12</td>", ">2 of 12</td>"), 1)):
        chapter.write_text(changed, encoding="utf-8")
        ended = subprocess.run(
            [sys.executable, "-m", "pytest", "--nbval", "--nbval-current-env", str(chapter)],
            cwd=tmp_path,
            capture_output=True,
            check=False,
            timeout=300,
        )
        assert ended.returncode == code, ended.stdout


def stored_words(path: Path) -> list[Any]:
    """Return what each cell stores beside its source and outputs."""
    cells = nbformat.read(path, as_version=4).cells
    return [
        (cell.get("id"), key, json.dumps(cell.metadata[key]))
        for cell in cells
        for key in WORDS
        if key in cell.metadata
    ]
