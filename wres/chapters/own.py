"""A trust's own chapters: read, placed, and held against what a report can carry."""

from __future__ import annotations

import ast
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

import nbformat

from wres.chapters.cells import cell_place, labels_of
from wres.chapters.clearing import clear_chapter
from wres.chapters.notebook_files import OwnFile, read_notebook
from wres.chapters.own_cells import cell_faults, notebook_faults
from wres.chapters.placing import CHAPTERS, PROJECT_CHAPTERS, UNPLACED, in_order
from wres.errors import InputError, Problem

__all__ = [
    "OwnChapter",
    "added_after",
    "asks_for_places",
    "empty_chapters",
    "legible_chapters",
    "may_print",
    "own_cells",
    "own_files",
    "own_text",
    "read_own_chapters",
    "unwritten",
]

NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
PLACE_KEYS: Final = ("after",)
# What a chapter calls that looks at parts of the trust.
ASKS_FOR_PLACES: Final = "open_hotspots("
# Headings and fences say nothing that a figure could contradict.
_NO_TEXT: Final = re.compile(r"\s*(?:#{1,6} |:::)")


@dataclass(frozen=True)
class OwnChapter:
    """A chapter that a trust has written, cleared of everything an execution stored.

    Parameters
    ----------
    name : str
        Name of the file without its ending; that of a chapter of every report replaces it.
    file : OwnFile
        Where it lies.
    notebook : NotebookNode
    after : str
        The chapter that it comes after; blank where it replaces one.
    sha256 : str
        Of what was written, without what an execution stored: that may hold small counts.
    """

    name: str
    file: OwnFile
    notebook: Any
    after: str
    sha256: str


def own_files(folder: Path, shown: Callable[[Path], str], rerun: str) -> list[OwnFile]:
    """Return the notebooks in a trust's folder of chapters, whatever they hold."""
    paths = sorted(folder.glob("*.ipynb")) if folder.is_dir() else []
    return [OwnFile(path, shown(path), rerun) for path in paths if not path.name.startswith(".")]


def read_own_chapters(files: Sequence[OwnFile], templates: Path) -> list[OwnChapter]:
    """Read a trust's own chapters.

    Parameters
    ----------
    files : sequence of OwnFile
        As `own_files` gives them.
    templates : Path
        Folder with the chapters of every report.

    Raises
    ------
    InputError
        With all that keeps any of them from being part of a report.
    """
    problems: list[Problem] = []
    read = [one for file in files for one in _attempt(file, problems)]
    problems += [fault for one in read for fault in _faults(one)]
    problems += [*_name_faults(files), *_place_faults(read), *_label_faults(read, templates)]
    if problems:
        raise InputError(problems)
    return read


def added_after(own: Iterable[OwnChapter]) -> dict[str, str]:
    """Return the chapters that replace none, each with the one that it comes after."""
    return {one.name: one.after for one in own if one.name not in PROJECT_CHAPTERS}


def legible_chapters(files: Sequence[OwnFile]) -> list[OwnChapter]:
    """Read the chapters that can be read at all, without the text that keeps them from a report.

    Where some fault is told, theirs are told with it; no report is made of them.
    """
    read = [one for file in files for one in _attempt(file, [])]
    for one in read:
        one.notebook.cells = [
            cell
            for cell in one.notebook.cells
            if cell.cell_type != "markdown" or not any(cell_faults(cell))
        ]
    return read


def unwritten(own: Iterable[OwnChapter]) -> list[OwnChapter]:
    """Return the chapters that a trust has added and not written: they are left out of reports."""
    return [one for one in own if one.name not in PROJECT_CHAPTERS and _is_empty(one.notebook)]


def empty_chapters(own: Iterable[OwnChapter]) -> Iterator[Problem]:
    """Yield what is to be told of chapters that are left out because nothing is in them."""
    for one in unwritten(own):
        rule = "holds nothing but its heading, and is left out of the report"
        yield one.file.problem(rule, "Write it, or take it out of the folder,")


def _is_empty(notebook: Any) -> bool:
    shows = any(cell.cell_type == "code" and may_print(cell.source) for cell in notebook.cells)
    return not shows and not any(own_text(notebook, None))


def asks_for_places(own: Iterable[OwnChapter]) -> bool:
    """Say whether any chapter looks at the trust's parts, whose counts are then staged with it."""
    return any(
        cell.cell_type == "code" and ASKS_FOR_PLACES in cell.source
        for one in own
        for cell in one.notebook.cells
    )


def may_print(source: str) -> bool:
    """Say whether code may print something: more than imports and names given."""
    try:
        body = ast.parse(source).body
    except SyntaxError:
        return True
    idle = (ast.Import, ast.ImportFrom, ast.Assign, ast.AnnAssign)
    return any(not isinstance(statement, idle) for statement in body)


def own_text(notebook: Any, template: Any | None) -> Iterator[Any]:
    """Yield the text cells that say something of their author's own.

    Parameters
    ----------
    notebook : NotebookNode
        The chapter.
    template : NotebookNode or None
        What it was made from: cells that stand as they did there are nobody's own text.
    """
    for cell in own_cells(notebook, template):
        if any(line.strip() and not _NO_TEXT.match(line) for line in cell.source.splitlines()):
            yield cell


def own_cells(notebook: Any, template: Any | None) -> Iterator[Any]:
    """Yield the text cells of an author's own, those of headings alone as well."""
    given = set() if template is None else {cell.source.strip() for cell in template.cells}
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and cell.source.strip() not in given:
            yield cell


def _attempt(file: OwnFile, problems: list[Problem]) -> Iterator[OwnChapter]:
    try:
        notebook = read_notebook(file)
    except InputError as error:
        problems += error.problems
        return
    name = file.path.stem
    said = notebook.metadata.get("wres", {})
    after = str(said.get("after", "")) if isinstance(said, Mapping) else ""
    if name not in PROJECT_CHAPTERS:
        after = after or UNPLACED
    written = nbformat.writes(clear_chapter(notebook))
    yield OwnChapter(name, file, notebook, after, hashlib.sha256(written.encode()).hexdigest())


def _faults(chapter: OwnChapter) -> Iterator[Problem]:
    file = chapter.file
    for rule, action in notebook_faults(chapter.notebook):
        yield file.problem(rule, action)
    for cell in chapter.notebook.cells:
        for rule, action, given in cell_faults(cell):
            yield file.problem(rule, action, cell=cell_place(cell), given=given)


def _name_faults(files: Sequence[OwnFile]) -> Iterator[Problem]:
    """Refuse names that some systems, or the line that embeds a chapter, could not tell apart."""
    taken = {name.casefold(): f"{name}.ipynb" for name in PROJECT_CHAPTERS}
    for file in files:
        name = file.path.stem
        if not NAME.fullmatch(name):
            rule = "must have a name of letters, digits, - and _ only"
            yield file.problem(rule, "Rename it", given=name)
        other = taken.setdefault(name.casefold(), file.path.name)
        if other != file.path.name:
            rule = f"must not have the name of {other} in other capitals"
            yield file.problem(rule, "Rename it", given=name)


def _place_faults(chapters: Sequence[OwnChapter]) -> Iterator[Problem]:
    added = added_after(chapters)
    names = [*CHAPTERS, *added]
    reached = set(in_order(added))
    for one in chapters:
        yield from _metadata_faults(one)
        if one.after and one.after not in names:
            near = get_close_matches(one.after, names, n=2)
            hint = f" (perhaps {' or '.join(near)})" if near else f": {', '.join(names)}"
            rule = f"its place (notebook metadata wres.after) must be a chapter{hint}"
            yield one.file.problem(rule, "Correct the name", given=one.after)
        elif one.name not in reached:
            rule = "must not come after itself, or after a chapter that comes after it"
            yield one.file.problem(rule, "Name another chapter", given=f"after: {one.after}")


def _metadata_faults(chapter: OwnChapter) -> Iterator[Problem]:
    said = chapter.notebook.metadata.get("wres", {})
    if not isinstance(said, Mapping):
        rule = 'its notebook metadata wres must read like {"after": "board"}'
        yield chapter.file.problem(rule, "Correct the metadata", given=str(said))
        return
    for key in sorted(set(said) - set(PLACE_KEYS)):
        rule = 'its notebook metadata wres must hold nothing but "after"'
        yield chapter.file.problem(rule, "Correct the metadata", given=str(key))
    if "after" in said and chapter.name in PROJECT_CHAPTERS:
        rule = "replaces the chapter of that name, so its place is fixed"
        given = f"after: {said['after']}"
        yield chapter.file.problem(rule, "Take wres.after out of its metadata", given=given)


def _label_faults(chapters: Sequence[OwnChapter], templates: Path) -> Iterator[Problem]:
    """Refuse a label that another cell has: a report could not tell what is referred to."""
    own = {one.name for one in chapters}
    taken: dict[str, str] = {}
    for name in PROJECT_CHAPTERS:
        path = templates / f"{name}.ipynb"
        if name not in own and path.is_file():
            for cell in nbformat.read(path, as_version=4).cells:
                taken |= {label: f"chapter {name}" for label in labels_of(cell)}
    spine = templates.parent / "report.qmd"
    if spine.is_file():
        found = re.findall(r"^#+ .*\{#([\w-]+)\}", spine.read_text(encoding="utf-8"), re.MULTILINE)
        taken |= dict.fromkeys(found, "report.qmd")
    for one in chapters:
        for cell in one.notebook.cells:
            for label in labels_of(cell):
                other = taken.get(label)
                taken.setdefault(label, f"{one.file.shown}, cell {cell_place(cell)}")
                if other is not None:
                    rule = f"must have a label of its own; {other} has this one already"
                    place = cell_place(cell)
                    yield one.file.problem(rule, "Give it another", cell=place, given=label)
