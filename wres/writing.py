"""What a trust has written of one report, held against the figures that the report shows."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import Any, Final

import nbformat

from wres.accepting import MEMORY, Cell, Rereading, Stale, read_memory, write_memory
from wres.chapters.cells import INLINE_VALUE, cell_place, first_words
from wres.chapters.notebook_files import OwnFile
from wres.chapters.own import OwnChapter, own_files, own_text, read_own_chapters
from wres.chapters.reading import Chapter
from wres.errors import InputError, Problem, UsageError, WresError
from wres.loading import load_chapter
from wres.narrative.words import figure_of
from wres.new_year.own import NOTEBOOKS, kept_template
from wres.sources.files import InputFile
from wres.sources.folders import YearFolder, require_folder, shown_path
from wres.vocabulary.errors import VocabularyError
from wres.vocabulary.filling import Names, fill, names_of

__all__ = [
    "Values",
    "Written",
    "accept",
    "as_run",
    "filled",
    "memory_file",
    "own_chapters",
    "renew",
    "reread",
    "row_figures",
    "stale_problems",
    "unread",
]

# What beside notebooks belongs in their folder: what they are opened by hand with, and the memory.
_EXPECTED: Final = {"results.csv", "facts.json", "facts.yml", MEMORY}
# Measures that set one group beside the other: naming the first adds nothing.
_BESIDE: Final = ("relative_likelihood", "gap")

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


def reread(
    folder: YearFolder, written: Sequence[Written], chapter: Chapter, today: str | None = None
) -> Rereading:
    """Set a trust's own text beside the figures that it was accepted against.

    Parameters
    ----------
    folder : YearFolder
    written : sequence of Written
        Its text cells with their inline values, of public results: a report that shows every count
        would else be told that every withheld figure has moved.
    chapter : Chapter
        Public results.
    today : str, optional
        The day, as 2024-10-31.

    Raises
    ------
    InputError
        The memory of what was accepted can't be read.
    """
    memory = read_memory(memory_file(folder))
    figures = row_figures(chapter) if memory else {}
    look = Rereading(memory, folder.year, today or date.today().isoformat(), figures.get)
    for one in _with_own_text(folder, written):
        known = {text: value for text, value in one.values.items() if value is not None}
        look.remember(Cell(one.chapter.name, one.cell.id, one.cell.source), known)
    return look


def _with_own_text(folder: YearFolder, written: Sequence[Written]) -> Iterator[Written]:
    """Leave out what stands as it did in the template: it is nobody's own text."""
    templates = {
        name: kept_template(folder, name) for name in {one.chapter.name for one in written}
    }
    own: dict[str, set[str]] = {}
    for one in written:
        name = one.chapter.name
        if name not in own:
            own[name] = {cell.id for cell in own_text(one.chapter.notebook, templates[name])}
        if one.cell.id in own[name]:
            yield one


def row_figures(chapter: Chapter) -> dict[str, str]:
    """Return every figure of the results as printed, by the name that the memory has for it.

    A name is indicator, measure, breakdown and group: '3 relative_likelihood all BME'.
    """
    return {
        f"{row['indicator']} {row['measure']} {row['breakdown']} {row['group']}": figure_of(row)
        for _, row in chapter.results.iterrows()
    }


def stale_problems(
    folder: YearFolder, own: Sequence[OwnChapter], stale: Iterable[Stale]
) -> Iterator[Problem]:
    """Tell which paragraphs must be read again, and what moved under them."""
    files = {one.name: one.file for one in own}
    cells = {(one.name, cell.id): cell for one in own for cell in one.notebook.cells}
    elsewhere = "" if shown_path(folder.data) == "data" else f" --data {shown_path(folder.data)}"
    for one in stale:
        accept = f"wres accept {folder.organisation} {folder.year}{elsewhere}"
        why = [] if one.since is None else [f"it is the text of {one.since}"]
        why += [_short(moved) for moved in one.moved]
        yield Problem(
            files[one.cell.chapter].shown,
            f"must be read again: {'; '.join(why)}",
            "Change the text, or if it still holds run "
            f"{accept} --chapter {one.cell.chapter} --cell {one.cell.id}.",
            cell=cell_place(cells[one.cell.key]),
        )


def _short(moved: str) -> str:
    """Leave out of a row's name what goes without saying."""
    name, colon, values = moved.partition(": ")
    parts = name.split(" ")
    if len(parts) == 4 and parts[2] == "all" and parts[0] in {"workforce", *"123456789"}:
        parts = parts[:2] if parts[1] in _BESIDE else [*parts[:2], parts[3]]
    return " ".join(parts) + colon + values


def renew(folder: YearFolder, look: Rereading) -> list[Problem]:
    """Remember new and changed text; say why where that can't be written."""
    unwritten = write_memory(memory_file(folder), look.renewed())
    return [] if unwritten is None else [unwritten]


def accept(
    folder: YearFolder,
    project: Path,
    extracts: Path | None = None,
    chapter: str | None = None,
    cell: str | None = None,
) -> list[str]:
    """Accept a trust's own text against today's figures: it was read again and still holds.

    Parameters
    ----------
    folder : YearFolder
    project : Path
        Folder with the report's own sources.
    extracts : Path, optional
        Folder with the trust's own extracts.
    chapter, cell : str, optional
        One chapter, one cell by its id; everything unless given.

    Returns
    -------
    list of str
        The cells for which that is news.

    Raises
    ------
    InputError
        The inputs, the chapters or the memory can't be read.
    UsageError
        There is no such chapter or cell.
    WresError
        The memory can't be written.
    """
    require_folder(folder)
    own = own_chapters(folder, project)
    results = load_chapter(folder.data, folder.organisation, folder.year, "public", extracts)
    look = reread(folder, filled(own, results), results)
    _require_known(look.cells(), chapter, cell)
    rows, news = look.accepted(
        lambda one: chapter in {None, one.chapter} and cell in {None, one.id}
    )
    unwritten = write_memory(memory_file(folder), rows)
    if unwritten is not None:
        raise WresError(str(unwritten))
    files = {one.name: one.file.shown for one in own}
    return [f"{files[one.chapter]}, cell {one.id}: {first_words(one.text)}" for one in news]


def _require_known(cells: Sequence[Cell], chapter: str | None, cell: str | None) -> None:
    for what, given, known in (
        ("chapter", chapter, [one.chapter for one in cells]),
        ("cell", cell, [one.id for one in cells if chapter in {None, one.chapter}]),
    ):
        if given is not None and given not in known:
            near = get_close_matches(given, known, n=2)
            hint = f"; perhaps {' or '.join(near)}" if near else ""
            raise UsageError(f"there is no {what} {given} with text of the trust's own{hint}")
