"""What a new year takes over from the last one: its narrative, and the actions still open."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from typing import Final

import nbformat
import pandas as pd

from wres.errors import InputError
from wres.sources.csv_rows import read_rows
from wres.sources.files import InputFile
from wres.sources.folders import YearFolder

__all__ = ["carried_actions", "carried_chapters"]

ACTIONS: Final = "action_plan.csv"
# Statuses of an action that is not taken over.
_CLOSED: Final = ("done", "complete", "completed", "closed")
# What running a chapter leaves in a cell's metadata: last year's figures, captions, alt texts.
_STORED: Final = ("user_expressions", "fig-cap", "fig-alt", "tbl-cap", "papermill", "execution")


def carried_chapters(before: YearFolder) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Give each chapter of the trust's own by name, with how to write it without its figures."""
    notebooks = before.path / "notebooks"
    for path in sorted(notebooks.glob("*.ipynb")):
        yield path.name, _cleared(before.table(f"notebooks/{path.name}"))


def _cleared(file: InputFile) -> Callable[[], bytes]:
    return lambda: _clear(file)


def _clear(file: InputFile) -> bytes:
    notebook = _read(file)
    notebook.metadata.pop("papermill", None)
    notebook.cells = [cell for cell in notebook.cells if "injected-parameters" not in _tags(cell)]
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
        for key in _STORED:
            cell.metadata.pop(key, None)
    text: str = nbformat.writes(notebook)
    return (text.rstrip("\n") + "\n").encode()


def _read(file: InputFile) -> nbformat.NotebookNode:
    try:
        return nbformat.read(file.path, as_version=4)
    except Exception as fault:
        # nbformat raises whatever json, its own schema or a missing key raises
        rule = f"must be a notebook ({type(fault).__name__})"
        raise InputError([file.problem(rule, "Mend it, or take it out of the folder,")]) from None


def _tags(cell: nbformat.NotebookNode) -> list[str]:
    return list(cell.metadata.get("tags", []))


def carried_actions(before: YearFolder) -> bytes | None:
    """Write the open actions of last year's plan; None where there are none.

    `carried_from` holds last year's id of each, or its row where it had none.

    Raises
    ------
    InputError
        The plan can't be read, or has no column `status`.
    """
    file = before.table(ACTIONS)
    if not file.path.exists():
        return None
    read = read_rows(file)
    if read.problems:
        raise InputError(read.problems)
    if "status" not in read.cells:
        fault = file.problem("column is missing", "Add the column", row=1, column="status")
        raise InputError([fault])
    still = read.cells[~read.cells["status"].str.casefold().isin(_CLOSED)]
    return None if still.empty else _written(still, before.year)


def _written(actions: pd.DataFrame, year: int) -> bytes:
    ids = actions["id"] if "id" in actions else pd.Series("", index=actions.index)
    origins = [one or f"{year} row {row}" for row, one in zip(actions.index, ids, strict=True)]
    text = io.StringIO()
    rows = actions.assign(carried_from=origins)
    rows.to_csv(text, index=False, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    return text.getvalue().encode()
