"""Reading everything that one trust holds for one year, with every problem at once."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeVar

import pandas as pd

from wres.errors import InputError, Problem
from wres.sources.action_plan import ACTION_PLAN_FILES
from wres.sources.beside import COMPARATORS, LOCAL_POPULATION, SUPPLEMENTARY
from wres.sources.board import BOARD
from wres.sources.cases import DISCIPLINARY
from wres.sources.files import InputFile, fingerprint, read_text
from wres.sources.folders import YearFolder, require_folder
from wres.sources.published_ratios import PUBLISHED_RATIOS
from wres.sources.recruitment import RECRUITMENT
from wres.sources.survey import STAFF_SURVEY
from wres.sources.tables import check_table
from wres.sources.training import TRAINING
from wres.sources.trust import SourceNote, SourceNotes, Trust
from wres.sources.worked_out import groundless_notes
from wres.sources.workforce import WORKFORCE
from wres.sources.yaml_facts import line_of, read_facts

Read = TypeVar("Read")

__all__ = ["TABLES", "TrustYear", "attempt", "read_trust", "read_trust_year"]

TABLES: Final = (
    WORKFORCE,
    RECRUITMENT,
    DISCIPLINARY,
    TRAINING,
    STAFF_SURVEY,
    BOARD,
    PUBLISHED_RATIOS,
    COMPARATORS,
    LOCAL_POPULATION,
    SUPPLEMENTARY,
)
_READ_HERE: Final = (*(f"{table.name}.csv" for table in TABLES), "sources.yml")
_READ_ELSEWHERE: Final = (
    "prepopulated.csv",
    "return.csv",
    *ACTION_PLAN_FILES,
    "board_paper.yml",
)
_DATA_SUFFIXES: Final = (".csv", ".tsv", ".yml", ".yaml", ".xlsx", ".xls", ".ods")


@dataclass(frozen=True)
class TrustYear:
    """All that was read for one trust and one year.

    Parameters
    ----------
    trust : Trust
        The trust's own facts.
    year : int
        Year of the 31 March snapshot.
    tables : dict of str to DataFrame
        Validated tables by name (`workforce`, `board`, ...); a table without a file is absent.
    sources : dict of str to SourceNote
        Where each table comes from, by the same names; a note may explain an absent table.
    files : dict of str to str
        SHA-256 of every file read, by its path inside the data folder.
    warnings : tuple of Problem
        What should be looked at.
    notes : tuple of Problem
        What was read without doubt though it was not written so.
    not_made : dict of str to str
        Why a table that would have been made of others was not, by its name; empty where that is
        withheld.
    """

    trust: Trust
    year: int
    tables: dict[str, pd.DataFrame] = field(default_factory=dict)
    sources: dict[str, SourceNote] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    warnings: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()
    not_made: dict[str, str] = field(default_factory=dict)

    def is_published(self, source: str) -> bool:
        """Tell whether a source's figures have been published by the trust already."""
        note = self.sources.get(source)
        stated = None if note is None else note.already_published
        return self.trust.already_published if stated is None else stated

    def why_absent(self, table: str) -> str:
        """Return why a table is not there: as `sources.yml` says, else that it was not supplied."""
        note = self.sources.get(table)
        if table not in self.tables and note is not None and note.note:
            text = note.note.strip().rstrip(".")
            return text[:1].lower() + text[1:]
        named = table.replace("_", " ")
        return f"no {named} figures for the whole trust were supplied for {self.year}"


def read_trust_year(data: Path, organisation: str, year: int) -> TrustYear:
    """Read and validate one trust's tables for one year.

    Parameters
    ----------
    data : Path
        The data folder.
    organisation : str
        ODS code of the trust, the name of its folder.
    year : int
        Year of the 31 March snapshot.

    Raises
    ------
    InputError
        The trust or the year has no folder, or a file in it is at fault; every problem of every
        file is named.
    """
    folder = YearFolder(Path(data), organisation, year)
    require_folder(folder)
    faults: list[Problem] = []
    trust = attempt(faults, lambda: read_trust(folder))
    notes = attempt(faults, lambda: _read_notes(folder))
    faults += _unknown_files(folder)
    tables = _read_tables(folder, faults)
    faults += [] if faults else groundless_notes(folder, notes or {}, tables)
    if trust is None or notes is None or faults:
        raise InputError(faults)
    return TrustYear(trust, year, tables, notes, _fingerprints(folder))


def attempt(faults: list[Problem], read: Callable[[], Read]) -> Read | None:
    """Read something, or add what is wrong with it to the faults and give None."""
    try:
        return read()
    except InputError as error:
        faults += error.problems
        return None


def read_trust(folder: YearFolder) -> Trust:
    """Read `trust.yml`.

    Raises
    ------
    InputError
        With every fault of the file.
    """
    file = folder.trust()
    trust = read_facts(file, Trust)
    if trust.ods_code != folder.organisation:
        rule = f"must equal the folder's name ({folder.organisation})"
        action = "Correct ods_code, or rename the folder,"
        row, given = line_of(read_text(file), ("ods_code",)), trust.ods_code
        raise InputError([file.problem(rule, action, row=row, column="ods_code", given=given)])
    return trust


def _read_notes(folder: YearFolder) -> dict[str, SourceNote]:
    file = folder.table("sources.yml")
    return read_facts(file, SourceNotes).by_table() if file.path.exists() else {}


def _read_tables(folder: YearFolder, faults: list[Problem]) -> dict[str, pd.DataFrame]:
    tables: dict[str, pd.DataFrame] = {}
    for table in TABLES:
        file = folder.table(f"{table.name}.csv")
        if file.path.exists():
            checked = check_table(table, file, folder.year)
            tables[table.name] = checked.frame
            faults += checked.problems
    return tables


def _unknown_files(folder: YearFolder) -> Iterator[Problem]:
    """Name data files that nothing reads: a misspelt name must not vanish from the report."""
    accepted = (*_READ_HERE, *_READ_ELSEWHERE)
    for path in sorted(folder.path.iterdir()):
        is_data = path.is_file() and path.suffix.casefold() in _DATA_SUFFIXES
        if is_data and path.name not in accepted and not path.name.startswith((".", "~")):
            yield _unknown_file(folder.table(path.name), accepted)


def _unknown_file(file: InputFile, accepted: tuple[str, ...]) -> Problem:
    near = difflib.get_close_matches(file.path.name.casefold(), accepted, n=1)
    hint = f" (perhaps {near[0]})" if near else ""
    rule = f"unknown file{hint}; read are {', '.join(accepted)}"
    return file.problem(rule, "Rename or remove the file")


def _fingerprints(folder: YearFolder) -> dict[str, str]:
    files = [folder.trust(), *(folder.table(name) for name in _READ_HERE)]
    return {
        file.path.relative_to(folder.data).as_posix(): fingerprint(file.path)
        for file in files
        if file.path.exists()
    }
