"""Removing what an execution stored in a chapter, so that no figure outlives its report."""

from __future__ import annotations

from typing import Any

import nbformat

__all__ = ["INJECTED", "clear_chapter", "tags_of"]

INJECTED = "injected-parameters"
STORED = ("user_expressions", "fig-cap", "fig-alt", "tbl-cap", "papermill", "execution")
# `widgets` holds the state of sliders and the like, figures included.
STORED_IN_NOTEBOOK = ("papermill", "widgets")


def clear_chapter(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Remove all that an execution stored, so that no figure of one trust reaches another."""
    for key in STORED_IN_NOTEBOOK:
        notebook.metadata.pop(key, None)
    notebook.cells = [cell for cell in notebook.cells if INJECTED not in tags_of(cell)]
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
        for key in STORED:
            cell.metadata.pop(key, None)
    return notebook


def tags_of(cell: Any) -> list[str]:
    """Return a cell's tags."""
    return list(cell.metadata.get("tags", []))
