"""What a new year takes over from the last one: its narrative, and the actions still open."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

import pandas as pd

from wres.accepting import MEMORY, Cell, carried, memory_bytes, read_memory
from wres.chapters.clearing import clear_chapter
from wres.chapters.notebook_files import read_notebook
from wres.chapters.own import own_text
from wres.errors import InputError
from wres.new_year.own import (
    NOTEBOOKS,
    Brought,
    bring,
    chapters_of,
    for_year,
    kept_template,
    project_template,
)
from wres.sources.csv_rows import read_rows
from wres.sources.folders import YearFolder

__all__ = ["carried_actions", "carried_chapters", "carried_memory"]

ACTIONS: Final = "action_plan.csv"
# Statuses of an action that is not taken over.
_CLOSED: Final = ("done", "complete", "completed", "closed")


def carried_chapters(
    before: YearFolder, folder: YearFolder, project: Path | None
) -> Iterator[tuple[str, Brought]]:
    """Give each chapter of the trust's own by name, without its figures, merged with its template.

    Raises
    ------
    InputError
        A chapter, or the template kept beside it, is no notebook.
    """
    for file in chapters_of(before):
        name = file.path.stem
        own = for_year(folder, clear_chapter(read_notebook(file)))
        yield name, bring(own, kept_template(before, name), project_template(project, name), name)


def carried_memory(before: YearFolder, chapters: list[tuple[str, Brought]]) -> bytes | None:
    """Write what the text that is carried over was accepted against; None where there is none.

    Raises
    ------
    InputError
        Last year's memory can't be read.
    """
    cells = [
        Cell(name, cell.id, cell.source)
        for name, brought in chapters
        for cell in own_text(brought.notebook, brought.template)
    ]
    memory = read_memory(before.table(f"{NOTEBOOKS}/{MEMORY}"))
    return memory_bytes(carried(cells, memory, before.year, date.today().isoformat()))


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
