"""Chapters whose code has run already on the same figures: their text changes, their runs stay."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat

from wres.chapters.cells import INLINE_VALUE
from wres.chapters.clearing import INJECTED, STORED, tags_of

__all__ = ["read_chapter", "reuse_run"]


def read_chapter(path: Path) -> Any:
    """Read a chapter that is staged."""
    return nbformat.read(path, as_version=4)


def reuse_run(chapter: Path, notebook: Any, stored: Path) -> None:
    """Fill a staged chapter with what a run of the same code stored.

    Parameters
    ----------
    chapter : Path
        Where it is staged.
    notebook : nbformat.NotebookNode
        What is staged there: cleared, with the code and inline values of `stored` in their order.
    stored : Path
        The chapter as it was run. What it says in between may differ.
    """
    run = nbformat.read(stored, as_version=4)
    before = [cell for cell in run.cells if _runs(cell)]
    cells = []
    for cell in notebook.cells:
        cells.append(cell)
        # papermill gives each cell a list of tags
        cell.metadata.setdefault("tags", [])
        if not _runs(cell):
            continue
        last = before.pop(0)
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = last.outputs, last.execution_count
        cell.metadata |= {key: last.metadata[key] for key in STORED if key in last.metadata}
        if before and INJECTED in tags_of(before[0]):
            cells.append(before.pop(0))
    notebook.cells = cells
    notebook.metadata = run.metadata
    nbformat.write(notebook, chapter)


def _runs(cell: Any) -> bool:
    return cell.cell_type == "code" or bool(INLINE_VALUE.search(cell.source))
