"""A trust's own chapters with what lies beside them, and their inline values."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, Final

import nbformat

from wres.accepting import MEMORY, read_memory
from wres.chapters.cells import INLINE_VALUE, cell_place
from wres.chapters.notebook_files import OwnFile
from wres.chapters.own import (
    OwnChapter,
    legible_chapters,
    own_cells,
    own_files,
    own_text,
    read_own_chapters,
)
from wres.chapters.reading import Chapter
from wres.errors import InputError, Problem
from wres.new_year.own import NOTEBOOKS, kept_template
from wres.sources.files import InputFile
from wres.sources.folders import YearFolder, shown_path
from wres.vocabulary.errors import VocabularyError
from wres.vocabulary.filling import Names, fill, names_of

__all__ = [
    "Values",
    "Written",
    "as_run",
    "filled",
    "filled_and_faults",
    "legible",
    "memory_file",
    "own_chapters",
    "unread",
    "with_own_cells",
    "with_own_text",
]

# What beside notebooks belongs in their folder: what they are opened by hand with, and the memory.
_EXPECTED: Final = {"results.csv", "facts.json", "facts.yml", MEMORY}

# Each inline value of a cell by its expression; None where only a run of the chapter can tell.
Values = Mapping[str, str | None]


@dataclass(frozen=True)
class Written:
    """One text cell of a trust's own chapter, with what its inline values are."""

    chapter: OwnChapter
    cell: Any
    values: Values


def own_chapters(folder: YearFolder, project: Path) -> list[OwnChapter]:
    """Read the chapters that a trust has written for a year.

    What lies beside them is read as well, so that its faults are told with theirs.

    Raises
    ------
    InputError
        With everything that keeps any of them from being part of a report.
    """
    files = own_files(folder.path / NOTEBOOKS, shown_path, folder.rerun)
    problems: list[Problem] = []
    own: list[OwnChapter] = []
    try:
        own = read_own_chapters(files, project / NOTEBOOKS)
    except InputError as error:
        problems += error.problems
    problems += _faults_beside(folder, files)
    if problems:
        raise InputError(problems)
    return own


def legible(folder: YearFolder) -> list[OwnChapter]:
    """Read what can be read of a trust's chapters, once some can't be part of a report."""
    return legible_chapters(own_files(folder.path / NOTEBOOKS, shown_path, folder.rerun))


def _faults_beside(folder: YearFolder, files: Sequence[OwnFile]) -> Iterator[Problem]:
    """Yield what is wrong with the templates and the memory that lie beside chapters."""
    readers: list[Callable[[], object]] = [
        *(partial(kept_template, folder, file.path.stem) for file in files),
        partial(read_memory, memory_file(folder)),
    ]
    for read in readers:
        try:
            read()
        except InputError as error:
            yield from error.problems


def unread(folder: YearFolder) -> Iterator[Problem]:
    """Yield the files among a trust's chapters that no report reads."""
    place = folder.path / NOTEBOOKS
    for path in sorted(place.iterdir()) if place.is_dir() else []:
        if path.name.startswith(".") or path.name in _EXPECTED or path.suffix == ".ipynb":
            continue
        rule = "is not read: a chapter is a notebook whose name ends in .ipynb"
        yield Problem(shown_path(path), rule, "Rename it, or take it out of the folder.")


def filled(own: Sequence[OwnChapter], chapter: Chapter) -> list[Written]:
    """Work out the inline values of a trust's text cells without running anything.

    Raises
    ------
    InputError
        With every value of every chapter that uses an unknown name, or gives a word what it can't
        take.
    """
    written, problems = filled_and_faults(own, chapter)
    if problems:
        raise InputError(problems)
    return written


def filled_and_faults(
    own: Sequence[OwnChapter], chapter: Chapter
) -> tuple[list[Written], list[Problem]]:
    """Work out what inline values can be, and give the faults of the others (their value: None)."""
    problems: list[Problem] = []
    written = [
        Written(one, cell, _values(one, cell, chapter, names, problems))
        for one in own
        for names in [names_of([cell.source for cell in _code(one)])]
        for cell in one.notebook.cells
        if cell.cell_type == "markdown"
    ]
    return written, problems


def _code(own: OwnChapter) -> list[Any]:
    return [cell for cell in own.notebook.cells if cell.cell_type == "code"]


def _values(
    own: OwnChapter, cell: Any, chapter: Chapter, names: Names, problems: list[Problem]
) -> Values:
    values: dict[str, str | None] = {}
    for expression in INLINE_VALUE.findall(cell.source):
        try:
            values[expression] = fill(expression, chapter, names)
        except VocabularyError as fault:
            values[expression] = None
            rule = f"inline value `{expression}` can't be filled in: {fault}"
            problems.append(own.file.problem(rule, "Correct it", cell=cell_place(cell)))
    return values


def as_run(written: Iterable[Written], notebooks: Path) -> list[Written]:
    """Complete values that only a run could tell, from the chapters as they were run."""
    stored: dict[tuple[str, str], dict[str, str]] = {}
    ran: set[str] = set()
    completed = []
    for one in written:
        name = one.chapter.name
        if None in one.values.values() and name not in ran:
            ran.add(name)
            notebook = nbformat.read(notebooks / f"{name}.ipynb", as_version=4)
            stored |= {(name, cell.id): _stored(cell) for cell in notebook.cells}
        known = stored.get((name, one.cell.id), {})
        values = {
            text: known.get(text) if value is None else value for text, value in one.values.items()
        }
        completed.append(replace(one, values=values))
    return completed


def _stored(cell: Any) -> dict[str, str]:
    return {
        entry["expression"]: str(ast.literal_eval(entry["result"]["data"]["text/plain"]))
        for entry in cell.metadata.get("user_expressions", [])
    }


def memory_file(folder: YearFolder) -> InputFile:
    """Give the file that remembers what a trust's text was accepted against."""
    return folder.table(f"{NOTEBOOKS}/{MEMORY}")


def with_own_text(folder: YearFolder, written: Sequence[Written]) -> Iterator[Written]:
    """Yield the text of a trust's own.

    Leave out what stands as it did in the template: it is nobody's own text.
    """
    return _chosen(folder, written, own_text)


def with_own_cells(folder: YearFolder, written: Sequence[Written]) -> Iterator[Written]:
    """Yield the text of a trust's own, and what holds nothing but headings of its own."""
    return _chosen(folder, written, own_cells)


def _chosen(
    folder: YearFolder,
    written: Sequence[Written],
    choose: Callable[[Any, Any | None], Iterator[Any]],
) -> Iterator[Written]:
    templates = {
        name: kept_template(folder, name) for name in {one.chapter.name for one in written}
    }
    own: dict[str, set[str]] = {}
    for one in written:
        name = one.chapter.name
        if name not in own:
            own[name] = {cell.id for cell in choose(one.chapter.notebook, templates[name])}
        if one.cell.id in own[name]:
            yield one
