"""Counts that were worked out from printed shares: which tables can say so, and of what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

import pandas as pd

from wres.definitions.workforce_counts import WHOLE_WORKFORCE
from wres.errors import Problem
from wres.sources.files import read_text
from wres.sources.folders import YearFolder
from wres.sources.trust import SourceNote
from wres.sources.yaml_facts import line_of

__all__ = ["groundless_notes"]

FIELD: Final = "counts_from_shares"
ALL: Final = "all"
# What each table counts; the others hold no counts of the trust's own.
COUNTED: Final[Mapping[str, tuple[str, ...]]] = {
    "workforce": ("headcount",),
    "recruitment": ("shortlisted", "appointed"),
    "disciplinary": ("workforce", "entered_process"),
    "training": ("workforce", "accessed"),
    "board": ("members",),
}


def groundless_notes(
    folder: YearFolder, notes: Mapping[str, SourceNote], tables: Mapping[str, pd.DataFrame]
) -> Iterator[Problem]:
    """Name the notes of `sources.yml` on counts worked out where the table holds none of them.

    Parameters
    ----------
    folder : YearFolder
    notes : mapping of str to SourceNote
        As `sources.yml` has them, by table.
    tables : mapping of str to DataFrame
        The tables that were read.
    """
    for name, note in notes.items():
        if note.counts_from_shares and not _has_counts(name, tables.get(name)):
            yield _groundless(folder, name, note.counts_from_shares)
        elif note.counts_from_shares_of and not _is_about_any(name, note, tables):
            yield _about_none(folder, name, note.counts_from_shares_of)


def _has_counts(name: str, table: pd.DataFrame | None) -> bool:
    if table is None:
        return False
    return bool(table[list(COUNTED.get(name, ()))].notna().any(axis=None))


def _is_about_any(name: str, note: SourceNote, tables: Mapping[str, pd.DataFrame]) -> bool:
    """Say whether there is a note on counts, and a count of those that it is said to be about."""
    if name != "workforce" or not note.counts_from_shares:
        return False
    table = tables[name]
    whole = table["staff_group"].eq(ALL) & table["band"].eq(ALL)
    rows = table[whole] if note.counts_from_shares_of == WHOLE_WORKFORCE else table[~whole]
    return _has_counts(name, rows)


def _groundless(folder: YearFolder, name: str, given: str) -> Problem:
    counting = ", ".join(f"{table}.csv" for table in COUNTED)
    rule = f"must stand beside a table that holds counts (one of {counting}); {name}.csv has none"
    return _fault(folder, name, FIELD, rule, "Remove the line, or give the counts,", given)


def _about_none(folder: YearFolder, name: str, given: str) -> Problem:
    rule = f"must stand beside {FIELD} of workforce.csv, and be about counts that the table holds"
    return _fault(folder, name, f"{FIELD}_of", rule, "Remove the line, or correct it,", given)


def _fault(folder: YearFolder, name: str, key: str, rule: str, action: str, given: str) -> Problem:
    file, place = folder.table("sources.yml"), (f"{name}.csv", key)
    row = line_of(read_text(file), place)
    return file.problem(rule, action, row=row, column=".".join(place), given=given)
