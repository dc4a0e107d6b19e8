"""Counts of one trust and year: from its counts tables, and from its extracts where it has none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pandas as pd

from wres.counts.totals import ALL, with_totals
from wres.counts.windows import window_problems
from wres.definitions.ethnicity import GROUPS
from wres.errors import InputError, Problem
from wres.extracts import Extracts, read_extracts
from wres.extracts.finding import has_own_place
from wres.sources import TrustYear, read_trust, read_trust_year
from wres.sources.folders import YearFolder, require_folder
from wres.sources.reconcile import reconcile
from wres.sources.trust_year import attempt

__all__ = ["read_counts", "read_previous", "whole_workforce"]


def read_counts(
    data: Path, organisation: str, year: int, extracts: Path | None = None
) -> TrustYear:
    """Read one trust's tables for one year, and count its extracts.

    A counts table is used as it is; an extract of the same name is held against it, and any
    difference is a problem unless `sources.yml` gives its reason. An extract without a counts
    table is counted.

    Parameters
    ----------
    data : Path
        The data folder.
    organisation : str
        ODS code of the trust.
    year : int
        Year of the 31 March snapshot.
    extracts : Path, optional
        Where the extracts lie, if not in the year's folder.

    Raises
    ------
    InputError
        With every problem of every table and extract.
    """
    folder = YearFolder(Path(data), organisation, year)
    require_folder(folder)
    problems: list[Problem] = []
    read = attempt(problems, lambda: read_trust_year(data, organisation, year))
    trust = read.trust if read else attempt([], lambda: read_trust(folder))
    if trust is None:
        raise InputError(problems)
    heads = whole_workforce(read) if read else {}
    counted = attempt(problems, lambda: read_extracts(folder, trust, extracts, heads))
    if counted is not None:
        problems += counted.problems
        problems += _differences(folder, read, counted) if read else []
        problems += window_problems(folder, read) if read else []
    if problems or read is None or counted is None:
        raise InputError(problems)
    return replace(
        read,
        tables={**counted.tables, **read.tables},
        files={**read.files, **counted.files},
        warnings=tuple(counted.warnings),
        notes=tuple(counted.notes),
    )


def read_previous(
    data: Path, organisation: str, year: int, extracts: Path | None = None
) -> TrustYear | None:
    """Read the counts of the year before; None where the trust has no folder for it.

    Extracts of another folder serve only where they lie in that year's own: flat files are this
    year's.
    """
    before = year - 1
    if not (Path(data) / organisation / str(before)).is_dir():
        return None
    own = extracts if extracts and has_own_place(extracts, organisation, before) else None
    return read_counts(data, organisation, before, own)


def whole_workforce(trust_year: TrustYear) -> Mapping[str, int] | None:
    """Give the head count of each group on 31 March, or None where one is not known."""
    table = with_totals(trust_year).tables.get("workforce")
    if table is None:
        return None
    whole = table[table["staff_group"].eq(ALL) & table["band"].eq(ALL)]
    heads = {
        str(group): int(count)
        for group, count in zip(whole["ethnicity"], whole["headcount"], strict=True)
        if group in GROUPS and pd.notna(count)
    }
    return heads if len(heads) == len(GROUPS) else None


def _differences(folder: YearFolder, read: TrustYear, counted: Extracts) -> list[Problem]:
    explained = {name for name, note in read.sources.items() if note.differs_from_extract}
    tables = {name: table for name, table in read.tables.items() if name not in explained}
    files = {name: folder.table(f"{name}.csv") for name in tables}
    return reconcile(tables, counted.tables, files)
