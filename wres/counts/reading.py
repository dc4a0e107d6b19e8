"""Counts of one trust and year: from its counts tables, and from its extracts where it has none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

import pandas as pd

from wres.counts.totals import ALL, with_totals
from wres.counts.windows import window_problems
from wres.definitions.ethnicity import GROUPS
from wres.errors import InputError, Problem, told_once
from wres.extracts import Extracts, read_extracts
from wres.extracts.finding import has_own_place
from wres.sources import TrustYear, read_trust, read_trust_year
from wres.sources.folders import YearFolder, require_folder, years_of
from wres.sources.reconcile import reconcile
from wres.sources.trust_year import attempt

__all__ = [
    "earlier_years",
    "read_counts",
    "read_earlier",
    "read_earlier_year",
    "whole_workforce",
]


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
    staff = read.tables.get("workforce") if read else None
    counted = attempt(problems, lambda: read_extracts(folder, trust, extracts, heads, staff))
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


def read_earlier(
    data: Path, organisation: str, year: int, extracts: Path | None = None, years: int = 9
) -> list[TrustYear]:
    """Read the counts of the years before, newest first; years without a folder are not there.

    Parameters
    ----------
    data : Path
        The data folder.
    organisation : str
        ODS code of the trust.
    year : int
        Year of the report.
    extracts : Path, optional
        Where the extracts lie, if not in each year's folder. They serve for an earlier year only
        where they have a place of its own: flat files are this year's.
    years : int
        How many years to go back: nine and the report's own make ten.

    Raises
    ------
    InputError
        With every problem of every year.
    """
    problems: list[Problem] = []
    read = [
        attempt(problems, partial(read_earlier_year, data, organisation, before, extracts))
        for before in earlier_years(data, organisation, year, years)
    ]
    if problems:
        raise InputError(told_once(problems))
    return [one for one in read if one is not None]


def read_earlier_year(
    data: Path, organisation: str, year: int, extracts: Path | None = None
) -> TrustYear:
    """Read the counts of one year before the report's; see `read_earlier`."""
    own = extracts if extracts and has_own_place(extracts, organisation, year) else None
    return read_counts(data, organisation, year, own)


def earlier_years(data: Path, organisation: str, year: int, years: int = 9) -> list[int]:
    """Give the years before that the trust has a folder for, newest first.

    A trust that was merged keeps only the years since: a year for which one of its predecessors
    has a folder is one in which the trust was not yet what it is now.
    """
    folder = YearFolder(Path(data), organisation, year)
    if not folder.path.parent.is_dir():
        return []
    before = [one for one in years_of(folder) if year - years <= one < year]
    apart = _years_apart(folder) if before else set()
    return [one for one in reversed(before) if one > max(apart, default=0)]


def _years_apart(folder: YearFolder) -> set[int]:
    """Give the years for which a predecessor of the trust has a folder of its own."""
    trust = attempt([], lambda: read_trust(folder))
    codes = trust.predecessors if trust is not None else []
    places = [YearFolder(folder.data, code, folder.year) for code in codes]
    return {year for place in places if place.path.parent.is_dir() for year in years_of(place)}


def whole_workforce(trust_year: TrustYear) -> Mapping[str, int] | None:
    """Give the head count of each group on 31 March, or None where one is not known."""
    given = trust_year.tables.get("workforce")
    if given is None:
        return None
    table = with_totals(replace(trust_year, tables={"workforce": given})).tables["workforce"]
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
