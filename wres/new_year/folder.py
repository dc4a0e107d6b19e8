"""Making the folder of one trust and year; nothing that is there is ever written over."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from wres.accepting import MEMORY
from wres.errors import InputError, Problem, UsageError, WresError
from wres.extracts.finding import SOURCES, SUFFIXES
from wres.extracts.templates import is_unfilled
from wres.new_year.carried import carried_actions, carried_chapters, carried_memory
from wres.new_year.checklist import missing_parts, next_commands
from wres.new_year.counts import counts_template
from wres.new_year.facts import sources_skeleton, trust_skeleton
from wres.new_year.own import NOTEBOOKS, TEMPLATES, as_bytes, unmerged
from wres.new_year.paper import PAPER, paper_skeleton
from wres.new_year.templates import extract_template
from wres.sources.files import InputFile
from wres.sources.folders import YearFolder, shown_path

__all__ = ["NewYear", "begin_year", "make_year", "write_new"]

# The first year of the standard, and one that nobody means.
_FIRST_YEAR: Final = 2015
_LAST_YEAR: Final = 2100


@dataclass(frozen=True)
class NewYear:
    """What was made, and what is to be done.

    Parameters
    ----------
    folder : str
        The year's folder, as the user knows it.
    made : list of str
        Files that were made, with what they are.
    kept : list of str
        Files that were there and stay as they are.
    missing : list of str
        What is still missing, one line each: a checklist.
    commands : list of str
        What to run next.
    """

    folder: str
    made: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    commands: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Part:
    """A file to be made: where, what it is, and how to make its content."""

    path: Path
    what: str
    content: Callable[[], bytes]


def make_year(
    data: Path,
    organisation: str,
    year: int,
    *,
    extracts: Path | None = None,
    counts: bool = False,
    project: Path | None = None,
) -> NewYear:
    """Make a year's folder, or complete it.

    Parameters
    ----------
    data : Path
        The data folder, which must be there.
    organisation : str
        ODS code of the trust.
    year : int
        Year of the 31 March snapshot.
    extracts : Path, optional
        A folder for row-level extracts outside the data folder; templates go to
        `<ODS>/<year>/` in it.
    counts : bool
        Make templates of counts tables, in place of those of extracts, for all that no extract is
        there for.
    project : Path, optional
        Folder of the project, whose templates last year's chapters are merged with.

    Raises
    ------
    UsageError
        The code or the year can't be one.
    InputError
        The data folder is not there, or last year's files can't be read; nothing is made then.
    WresError
        A file can't be written.
    """
    _require_usable(data, organisation, year)
    folder = YearFolder(Path(data), organisation, year)
    place = extracts / organisation / str(year) if extracts else folder.path / "extracts"
    parts = [*_facts(folder), *_tables(folder, place, counts), *_carried(folder, project)]
    new = [part for part in parts if not part.path.exists()]
    contents = [part.content() for part in new]  # every fault is told before anything is made
    for part, content in zip(new, contents, strict=True):
        write_new(part.path, content)
    _make_folder(place)
    return NewYear(
        folder=shown_path(folder.path),
        made=[f"{shown_path(part.path)}: {part.what}" for part in new],
        kept=[shown_path(part.path) for part in parts if part not in new],
        missing=list(missing_parts(folder, extracts)),
        commands=next_commands(folder, extracts),
    )


def begin_year(
    data: Path,
    organisation: str,
    year: int,
    *,
    extracts: Path | None = None,
    counts: bool = False,
    project: Path | None = None,
) -> list[str]:
    """Make a year's folder as `make_year` does, and give what to print of it, line by line."""
    begun = make_year(data, organisation, year, extracts=extracts, counts=counts, project=project)
    return [
        *(f"made     {line}" for line in begun.made),
        *(f"kept     {line}" for line in begun.kept),
        *(f"[ ]      {line}" for line in begun.missing),
        *(f"then     {line}" for line in begun.commands),
    ]


def _require_usable(data: Path, organisation: str, year: int) -> None:
    if not re.fullmatch(r"[A-Z0-9]{3,6}", organisation):
        rule = "must be an ODS code (3 to 6 capital letters and digits)"
        raise UsageError(f"{rule}, got {organisation!r}")
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise UsageError(f"the year must be that of a 31 March from {_FIRST_YEAR} on, got {year}")
    if not data.is_dir():
        rule, remedy = "there is no such data folder", "Make it, or give another with --data."
        raise InputError([Problem(shown_path(data), rule, remedy)])


def _facts(folder: YearFolder) -> Iterator[_Part]:
    trust = folder.trust().path
    yield _Part(trust, "the trust's own facts, to fill in", lambda: trust_skeleton(folder))
    notes = folder.path / "sources.yml"
    yield _Part(notes, "where each table comes from", lambda: sources_skeleton(folder))
    document = folder.path / PAPER
    yield _Part(document, "the document, with its cover sheet", lambda: paper_skeleton(folder))


def _tables(folder: YearFolder, place: Path, counts: bool) -> Iterator[_Part]:
    """Give a template for each table that nothing is there for yet."""
    for source in SOURCES:
        table = folder.path / f"{source}.csv"
        named = source.replace("_", " ")
        there = _extracts_of(place, source)
        filled = any(not is_unfilled(InputFile(path, path.name, "")) for path in there)
        if table.exists() or (counts and not filled):
            content = _bound(counts_template, source, folder.year)
            yield _Part(table, f"template of the {named} counts", content)
            continue
        content = _bound(extract_template, source, folder.organisation, folder.year)
        for path in there or [place / f"{source}.xlsx"]:
            yield _Part(path, f"template of the {named} extract", content)


def _bound(make: Callable[..., bytes], *given: object) -> Callable[[], bytes]:
    return lambda: make(*given)


def _extracts_of(place: Path, source: str) -> list[Path]:
    """Give the extracts of a source that are there, in whatever form."""
    if not place.is_dir():
        return []
    return sorted(
        path
        for path in place.iterdir()
        if path.suffix.casefold() in SUFFIXES and path.stem.casefold().startswith(source)
    )


def _carried(folder: YearFolder, project: Path | None) -> Iterator[_Part]:
    before = YearFolder(folder.data, folder.organisation, folder.year - 1)
    notebooks = folder.path / NOTEBOOKS
    carried = list(carried_chapters(before, folder, project))
    for name, brought in carried:
        what = "; ".join([f"narrative of {before.year}, without its figures", *brought.told])
        yield _Part(notebooks / f"{name}.ipynb", what, _bound(as_bytes, brought.notebook))
        if brought.template is not None:
            path = notebooks / TEMPLATES / f"{name}.ipynb"
            yield _Part(path, "the template it goes with", _bound(as_bytes, brought.template))
        if brought.before is not None:
            what = f"narrative of {before.year} before it was merged"
            yield _Part(unmerged(folder, name), what, _bound(as_bytes, brought.before))
    memory = carried_memory(before, carried)
    if memory is not None:
        what = f"the figures that the text of {before.year} was accepted against"
        yield _Part(notebooks / MEMORY, what, _bound(bytes, memory))
    actions = carried_actions(before)
    if actions is not None:
        content = _bound(bytes, actions)
        yield _Part(folder.path / "action_plan.csv", f"open actions of {before.year}", content)


def write_new(path: Path, content: bytes) -> None:
    """Write a file that is not there yet, and the folders above it.

    Raises
    ------
    WresError
        It can't be written, or has come since.
    """
    _make_folder(path.parent)
    try:
        with path.open("xb") as file:  # never over a file that has come since
            file.write(content)
    except OSError as fault:
        raise _cannot("written", path, fault) from None


def _make_folder(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise _cannot("made", path, fault) from None


def _cannot(what: str, path: Path, fault: OSError) -> WresError:
    why = fault.strerror or type(fault).__name__
    return WresError(f"{shown_path(path)} can't be {what} ({why})")
