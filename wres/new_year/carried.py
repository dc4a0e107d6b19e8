"""What a new year takes over from the last one: its narrative, and the actions still open."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from wres.accepting import MEMORY, Cell, carried, memory_bytes, read_memory
from wres.actions import Plan, RegisterSettings, read_plan
from wres.actions.progress import origin_of
from wres.actions.words import is_open
from wres.chapters.clearing import clear_chapter
from wres.chapters.notebook_files import read_notebook
from wres.chapters.own import own_text
from wres.chapters.register import Action
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
from wres.sources.folders import YearFolder

__all__ = ["carried_actions", "carried_chapters", "carried_memory"]


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
    plan = read_plan(before)
    if plan is None:
        return None
    if "status" not in plan.cells:
        fault = plan.file.problem("column is missing", "Add the column", row=1, column="status")
        raise InputError([fault])
    still = [one for one in plan.register if is_open(one, RegisterSettings())]
    return _written(plan, still, before.year) if still else None


def _written(plan: Plan, actions: Sequence[Action], year: int) -> bytes:
    rows = plan.cells.loc[[one.row for one in actions]]
    rows = rows.assign(carried_from=[origin_of(one, year) for one in actions])
    text = io.StringIO()
    rows.to_csv(text, index=False, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    return text.getvalue().encode()
