"""What a trust has written of one report, held against the figures that the report shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from wres.chapters.cells import INLINE_VALUE, cell_place
from wres.chapters.own import OwnChapter, own_files, read_own_chapters
from wres.chapters.reading import Chapter
from wres.errors import InputError, Problem
from wres.sources.folders import YearFolder, shown_path
from wres.vocabulary.errors import VocabularyError
from wres.vocabulary.filling import Names, fill, names_of

__all__ = ["Values", "Written", "filled", "own_chapters", "unread"]

NOTEBOOKS: Final = "notebooks"
# What beside notebooks belongs in their folder: what they are opened by hand with, and the memory.
_EXPECTED: Final = {"results.csv", "facts.json", "facts.yml", "accepted.csv"}

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

    Raises
    ------
    InputError
        With everything that keeps any of them from being part of a report.
    """
    files = own_files(folder.path / NOTEBOOKS, shown_path, folder.rerun)
    return read_own_chapters(files, project / NOTEBOOKS)


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
    problems: list[Problem] = []
    written = [
        Written(one, cell, _values(one, cell, chapter, names, problems))
        for one in own
        for names in [names_of([cell.source for cell in _code(one)])]
        for cell in one.notebook.cells
        if cell.cell_type == "markdown"
    ]
    if problems:
        raise InputError(problems)
    return written


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
            rule = f"inline value `{expression}` can't be filled in: {fault}"
            problems.append(own.file.problem(rule, "Correct it", cell=cell_place(cell)))
    return values
