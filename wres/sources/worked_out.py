"""Counts that were worked out from printed shares: which tables can say so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

import pandas as pd

from wres.errors import Problem
from wres.sources.files import read_text
from wres.sources.folders import YearFolder
from wres.sources.trust import SourceNote
from wres.sources.yaml_facts import line_of

__all__ = ["groundless_notes"]

FIELD: Final = "counts_from_shares"
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
    """Name the notes of `sources.yml` on counts worked out where the table holds no counts.

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


def _has_counts(name: str, table: pd.DataFrame | None) -> bool:
    if table is None:
        return False
    return bool(table[list(COUNTED.get(name, ()))].notna().any(axis=None))


def _groundless(folder: YearFolder, name: str, given: str) -> Problem:
    file = folder.table("sources.yml")
    place = (f"{name}.csv", FIELD)
    counting = ", ".join(f"{table}.csv" for table in COUNTED)
    rule = f"must stand beside a table that holds counts (one of {counting}); {name}.csv has none"
    action = "Remove the line, or give the counts,"
    row = line_of(read_text(file), place)
    return file.problem(rule, action, row=row, column=".".join(place), given=given)
