"""Making a chapter of the trust's own, and bringing into those there what templates changed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from wres.chapters.clearing import clear_chapter
from wres.chapters.conflicts import conflicts_in
from wres.chapters.notebook_files import OwnFile, read_notebook
from wres.errors import InputError, Problem, UsageError, WresError
from wres.new_year.folder import write_new
from wres.new_year.own import (
    NOTEBOOKS,
    TEMPLATES,
    Brought,
    as_bytes,
    bring,
    chapters_of,
    kept_template,
    new_chapter,
    project_template,
    unmerged,
)
from wres.sources.folders import YearFolder, require_folder, shown_path

__all__ = ["begin_chapter", "merge_chapters"]


def begin_chapter(
    data: Path, organisation: str, year: int, project: Path, name: str, *, blank: bool = False
) -> list[str]:
    """Make a chapter of the trust's own from the project's template, which is kept beside it.

    Parameters
    ----------
    data : Path
    organisation : str
    year : int
        Whose chapter it is to be; the year's folder must be there.
    project : Path
        Where the templates are.
    name : str
        Of the chapter.
    blank : bool
        Begin one that no report has, without a template.

    Returns
    -------
    list of str
        What was made or kept, line by line.

    Raises
    ------
    InputError
        The trust or the year has no folder.
    UsageError
        There is no template of that name.
    """
    folder = YearFolder(Path(data), organisation, year)
    require_folder(folder)
    own, template = new_chapter(folder, project, name, blank=blank)
    path = folder.path / NOTEBOOKS / f"{name}.ipynb"
    if path.exists():
        return [f"kept     {shown_path(path)}"]
    write_new(path, as_bytes(own))
    if template is not None:
        _replace(folder.path / NOTEBOOKS / TEMPLATES / f"{name}.ipynb", as_bytes(template))
    return [
        f"made     {shown_path(path)}: a chapter of the trust's own",
        f"then     {by_hand(folder)}",
        f"then     jupyter lab {shown_path(path)}",
        f"then     {folder.rerun}",
    ]


def by_hand(folder: YearFolder) -> str:
    """Give the command that puts results where a chapter that is opened by hand looks for them."""
    data = shown_path(folder.data)
    elsewhere = "" if data == "data" else f" --data {data}"
    place = shown_path(folder.path / NOTEBOOKS)
    return f"wres indicators {folder.organisation} {folder.year}{elsewhere} --output {place}"


def merge_chapters(
    data: Path, organisation: str, year: int, project: Path, name: str | None = None
) -> tuple[list[str], bool]:
    """Bring what the project's templates have changed into the trust's own chapters.

    Parameters
    ----------
    data : Path
    organisation : str
    year : int
        Whose chapters.
    project : Path
        Where the templates are.
    name : str, optional
        One chapter; all of them unless given.

    Returns
    -------
    list of str
        What happened to each chapter.
    bool
        Whether both versions of some cell still stand in one of them.

    Raises
    ------
    InputError
        A chapter or the template kept beside it is no notebook; nothing is changed then.
    UsageError
        There is no such chapter.
    """
    folder = YearFolder(Path(data), organisation, year)
    require_folder(folder)
    files = [one for one in chapters_of(folder) if name in {None, one.path.stem}]
    if not files:
        which = "chapters of its own" if name is None else f"chapter {name} of its own"
        raise UsageError(f"{shown_path(folder.path / NOTEBOOKS)} holds no {which}")
    brought = _all_brought(folder, project, files)
    lines = [line for file, one in brought for line in _settle(folder, file, one)]
    return lines, any(_open(one) for _, one in brought)


def _all_brought(
    folder: YearFolder, project: Path, files: list[OwnFile]
) -> list[tuple[OwnFile, Brought]]:
    """Merge everything before anything is written, so that a fault changes nothing."""
    problems: list[Problem] = []
    brought: list[tuple[OwnFile, Brought]] = []
    for file in files:
        name = file.path.stem
        try:
            own, base = read_notebook(file), kept_template(folder, name)
        except InputError as error:
            problems += error.problems
        else:
            brought.append((file, bring(own, base, project_template(project, name), name)))
    if problems:
        raise InputError(problems)
    return brought


def _open(brought: Brought) -> bool:
    return bool(conflicts_in(brought.notebook))


def _settle(folder: YearFolder, file: OwnFile, brought: Brought) -> Iterator[str]:
    """Write a merged chapter; as it was it is kept until its author has chosen."""
    name = file.path.stem
    kept = unmerged(folder, name)
    if brought.before is not None:
        _replace(kept, as_bytes(clear_chapter(brought.before)))
        yield f"kept     {shown_path(kept)}: {file.path.name} as it was before"
    elif kept.exists() and not _open(brought):
        kept.unlink()
        yield f"removed  {shown_path(kept)}: both versions are reconciled"
    if brought.template is not None:
        _replace(folder.path / NOTEBOOKS / TEMPLATES / f"{name}.ipynb", as_bytes(brought.template))
    if brought.came_in:
        _replace(file.path, as_bytes(brought.notebook))
    for line in brought.told or ["nothing to bring in"]:
        yield f"{'merged' if brought.came_in else 'as it is':8} {file.shown}: {line}"


def _replace(path: Path, content: bytes) -> None:
    """Write a file in whole or not at all."""
    if path.exists() and path.read_bytes() == content:
        return
    scratch = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        scratch.write_bytes(content)
        os.replace(scratch, path)
    except OSError as fault:
        why = fault.strerror or type(fault).__name__
        raise WresError(f"{shown_path(path)} can't be written ({why})") from None
