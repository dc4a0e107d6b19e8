"""Refresh the committed chapters with the sample trust's outputs: ``make notebooks``.

They serve plain ``quarto render`` at the project's root, JupyterLab by hand, and nbval.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat

from wres.chapters.parameters import declared_defaults
from wres.chapters.running import CHAPTERS, clear_chapter, run_chapters
from wres.chapters.staging import stage_report, write_inputs
from wres.loading import load, load_chapter
from wres.project import find_project

__all__ = ["HOTSPOTS", "refresh_sample"]

HOTSPOTS = "hotspots.ipynb"


def refresh_sample(project: Path, data: Path) -> None:
    """Run all chapters on the trust and year of their own defaults, and keep what they stored.

    Raises
    ------
    WresError
        If anything fails; the committed chapters then stand as they were.
    """
    notebooks = project / "notebooks"
    defaults = declared_defaults(notebooks / f"{CHAPTERS[0]}.ipynb")
    chapter = load_chapter(data, defaults["organisation"], defaults["year"], defaults["profile"])
    with TemporaryDirectory(prefix="wres-sample-") as scratch:
        staged = stage_report(chapter, project, Path(scratch))
        run_chapters(staged, defaults)
        for path in staged:
            _without_injected(path)
            shutil.copy(path, notebooks / path.name)
    write_inputs(chapter, notebooks)
    _refresh_hotspots(notebooks, data)


def _refresh_hotspots(notebooks: Path, data: Path) -> None:
    """Run the notebook of hotspots on the trust of its own defaults, which has divisions."""
    defaults = declared_defaults(notebooks / HOTSPOTS)
    trust = (defaults["organisation"], defaults["year"], defaults["profile"])
    chapter = load(data, *trust, None, places=True).chapter
    with TemporaryDirectory(prefix="wres-sample-") as scratch:
        beside = (Path(scratch) / defaults["results"]).parent
        beside.mkdir()
        write_inputs(chapter, beside)
        path = Path(scratch) / HOTSPOTS
        nbformat.write(clear_chapter(nbformat.read(notebooks / HOTSPOTS, 4)), path)
        run_chapters([path], defaults)
        _without_injected(path)
        shutil.copy(path, notebooks / HOTSPOTS)
        shutil.copytree(beside, notebooks / beside.name, dirs_exist_ok=True)


def _without_injected(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    notebook.cells = [
        cell
        for cell in notebook.cells
        if "injected-parameters" not in cell.metadata.get("tags", [])
    ]
    code = (cell for cell in notebook.cells if cell.cell_type == "code")
    for count, cell in enumerate(code, start=1):
        cell.execution_count = count
        for output in cell.outputs:
            if "execution_count" in output:
                output.execution_count = count
    nbformat.write(notebook, path)


if __name__ == "__main__":
    root = find_project(Path.cwd())
    refresh_sample(root, root / "data")
