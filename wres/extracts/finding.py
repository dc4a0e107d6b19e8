"""Finding the extracts of one trust and year, and naming the files that nothing would read."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from wres.errors import InputError, Problem
from wres.extracts.templates import is_unfilled
from wres.sources.files import InputFile, fingerprint
from wres.sources.folders import YearFolder, shown_path

__all__ = ["SOURCES", "SUFFIXES", "Found", "find_extracts", "has_own_place"]

SOURCES: Final = (
    "workforce",
    "recruitment",
    "disciplinary",
    "training",
    "staff_survey",
    "board",
)
SUFFIXES: Final = (".csv", ".tsv", ".txt", ".xlsx", ".xls", ".ods")
# Each survey's tables come as a workbook of their own, and several of them make one series.
_IN_SEVERAL: Final = ("staff_survey",)
# A workbook in a form that is not read, beside the forms that are.
_ALSO_DATA: Final = (".xlsm", ".xlsb", ".numbers", ".tab", ".dat", ".json", ".parquet", ".zip")
# `~$x.xlsx` is Excel's lock of an open workbook, `.~lock.x.ods#` LibreOffice's.
_HIDDEN: Final = (".", "~")


@dataclass(frozen=True)
class Found:
    """The extracts of one trust and year.

    Parameters
    ----------
    files : dict of str to list of InputFile
        By source, in the order of `SOURCES`; more than one for the staff survey only.
    problems : list of Problem
        Files that would be read by nothing, or that compete.
    warnings : list of Problem
        Folders, which are not looked into.
    notes : list of Problem
        That the place of the files does not say whose they are.
    templates : dict of str to list of InputFile
        By source, templates of `wres new` that nobody has filled in: they are no extracts yet.
    fingerprints : dict of str to str
        SHA-256 of each file, by its path inside the data folder or the extracts folder.
    """

    files: dict[str, list[InputFile]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    templates: dict[str, list[InputFile]] = field(default_factory=dict)
    fingerprints: dict[str, str] = field(default_factory=dict)


def find_extracts(folder: YearFolder, extracts: Path | None = None) -> Found:
    """Look for extracts in the year's folder, or in a folder of their own.

    Raises
    ------
    InputError
        The folder given for the extracts is not there.
    """
    place = _place(folder, extracts)
    if place is None:
        return Found(problems=list(_misplaced(folder)) if extracts is None else [])
    entries = [_file(folder, path, extracts) for path in sorted(place.iterdir())]
    entries = [file for file in entries if not file.path.name.startswith(_HIDDEN)]
    unfilled = [file for file in entries if is_unfilled(file)]
    entries = [file for file in entries if file not in unfilled]
    files = {source: _of_source(entries, source) for source in SOURCES}
    competing = [*_competing(files)]
    files = {source: some for source, some in files.items() if some}
    root = folder.data if extracts is None else extracts
    return Found(
        files={source: some for source, some in files.items() if not _compete(source, some)},
        problems=[*competing, *_unknown(entries)],
        warnings=[_not_looked_into(file) for file in entries if file.path.is_dir()]
        if place != extracts  # which may hold a folder for every trust
        else [],
        notes=_of_nobody_named(folder, extracts) if place == extracts and files else [],
        templates={source: _of_source(unfilled, source) for source in SOURCES},
        fingerprints=dict(_fingerprints(files, root)),
    )


def _place(folder: YearFolder, extracts: Path | None) -> Path | None:
    if extracts is None:
        usual = folder.path / "extracts"
        return usual if usual.is_dir() else None
    if has_own_place(extracts, folder.organisation, folder.year):
        return extracts / folder.organisation / str(folder.year)
    if extracts.is_dir():
        return extracts
    rule, remedy = "there is no such folder of extracts", "Give the folder with --extracts."
    raise InputError([Problem(shown_path(extracts), rule, remedy)])


def _misplaced(folder: YearFolder) -> Iterator[Problem]:
    """Name what may be meant for the folder of extracts but is none."""
    for path in sorted(folder.path.iterdir()):
        if path.name.casefold() in ("extracts", "extract") or path.is_dir():
            near = difflib.get_close_matches(path.name.casefold(), ["extracts"], n=1)
            if near:
                rule = "must be a folder named extracts; its files are not read"
                yield _file(folder, path, None).problem(rule, "Rename it, or move its files,")


def has_own_place(extracts: Path, organisation: str, year: int) -> bool:
    """Tell whether a folder of extracts has one of its own for a trust and year."""
    return (extracts / organisation / str(year)).is_dir()


def _of_nobody_named(folder: YearFolder, extracts: Path) -> list[Problem]:
    """Note that files were taken for the trust and year asked for, though nothing says so."""
    if {folder.organisation, str(folder.year)} <= {*extracts.resolve().parts}:
        return []
    own = f"{folder.organisation}/{folder.year}/"
    rule = (
        "the files in it lie in no folder of a trust and year and name neither; they are taken for "
        f"{folder.organisation} in {folder.year}"
    )
    remedy = f"Make sure that they are, or put them into {own} in it."
    return [Problem(shown_path(extracts), rule, remedy)]


def _file(folder: YearFolder, path: Path, extracts: Path | None) -> InputFile:
    rerun = folder.rerun
    if extracts is not None:
        rerun += f" --extracts {shown_path(extracts)}"
    return InputFile(path, shown_path(path), rerun)


def _of_source(entries: list[InputFile], source: str) -> list[InputFile]:
    return [
        file
        for file in entries
        if file.path.suffix.casefold() in SUFFIXES
        and _source_of(file.path) == source
        and not file.path.is_dir()
    ]


def _source_of(path: Path) -> str | None:
    stem = path.stem.casefold()
    for source in SOURCES:
        part = rf"{source}[ _-].+" if source in _IN_SEVERAL else source
        if stem == source or re.fullmatch(part, stem):
            return source
    return None


def _compete(source: str, files: list[InputFile]) -> bool:
    return len(files) > 1 and source not in _IN_SEVERAL


def _competing(files: dict[str, list[InputFile]]) -> Iterator[Problem]:
    for source, some in files.items():
        if _compete(source, some):
            named = " and ".join(file.path.name for file in some)
            rule = f"there must be one file of {source.replace('_', ' ')} rows, not {named}"
            yield some[0].problem(rule, "Put all the rows into one file")


def _unknown(entries: list[InputFile]) -> Iterator[Problem]:
    """Name data files that nothing reads: a misspelt name must not vanish from the report."""
    for file in entries:
        suffix = file.path.suffix.casefold()
        known = _source_of(file.path) is not None
        if file.path.is_dir() or (known and suffix in SUFFIXES):
            continue
        if known:
            rule = f"must be one of {', '.join(SUFFIXES)}"
            yield file.problem(rule, "Save it in one of these forms", given=suffix)
        elif suffix in (*SUFFIXES, *_ALSO_DATA):
            yield from _misnamed(file)


def _misnamed(file: InputFile) -> Iterator[Problem]:
    near = difflib.get_close_matches(file.path.stem.casefold(), SOURCES, n=1)
    near += [source for source in SOURCES if source in file.path.stem.casefold()]
    if not near and file.path.suffix.casefold() == ".txt":
        return  # a note that somebody left for the next one
    hint = f" (perhaps {near[0]}{file.path.suffix})" if near else ""
    rule = f"unknown file{hint}; extracts are called {', '.join(SOURCES)}"
    yield file.problem(rule, "Rename or remove the file")


def _not_looked_into(file: InputFile) -> Problem:
    rule = "is a folder; extracts are looked for beside it, not in it"
    return file.problem(rule, "Move the files up, or leave it if it holds none,")


def _fingerprints(files: dict[str, list[InputFile]], root: Path) -> Iterator[tuple[str, str]]:
    for some in files.values():
        for file in some:
            with suppress(OSError):  # who reads it tells
                yield file.path.relative_to(root).as_posix(), fingerprint(file.path)
