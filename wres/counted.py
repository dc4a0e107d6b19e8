"""Counts tables from extracts: printed, or written into the year's folder."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
from rich.console import Console
from rich.table import Table

from wres.counts import read_counts
from wres.errors import InputError
from wres.sources import TrustYear
from wres.sources.columns import DIMENSIONS, whole_trust
from wres.sources.folders import YearFolder

__all__ = ["COUNTED", "print_counts", "write_counts"]

COUNTED = ("workforce", "recruitment", "disciplinary", "training", "staff_survey", "board")


def print_counts(data: Path, organisation: str, year: int, extracts: Path | None) -> None:
    """Print the whole trust's counts of every table.

    Raises
    ------
    InputError
        With every problem of the input files.
    """
    read = read_counts(data, organisation, year, extracts)
    console = Console()
    for name in COUNTED:
        if name in read.tables:
            console.print(_printed(f"{name}, {organisation} {year}", _whole(read.tables[name])))


def write_counts(data: Path, organisation: str, year: int, extracts: Path | None) -> list[Path]:
    """Write each counted extract as a counts table; a table that is there stays as it is.

    Returns
    -------
    list of Path
        The files written.

    Raises
    ------
    InputError
        With every problem of the input files; nothing is written then.
    """
    folder = YearFolder(data, organisation, year)
    read = read_counts(data, organisation, year, extracts)
    missing = [name for name in COUNTED if _is_missing(folder, read, name)]
    paths = [folder.table(f"{name}.csv").path for name in missing]
    for name, path in zip(missing, paths, strict=True):
        text = _of_the_trust(read.tables[name]).to_csv(index=False, lineterminator="\n")
        try:
            path.write_text(text, encoding="utf-8")
        except OSError as fault:
            rule = f"must be writable ({fault.strerror})"
            raise InputError([folder.table(path.name).problem(rule, "Make room for it")]) from None
    return paths


def _is_missing(folder: YearFolder, read: TrustYear, name: str) -> bool:
    return name in read.tables and not folder.table(f"{name}.csv").path.exists()


def _of_the_trust(table: pd.DataFrame) -> pd.DataFrame:
    """Keep rows of bands beside those of all of them, of which they are parts."""
    dimensions = [column.name for column in DIMENSIONS if column.name in table]
    rows = table[table[dimensions].isna().all(axis=1)]
    return rows.drop(columns=dimensions).dropna(axis="columns", how="all")


def _whole(table: pd.DataFrame) -> pd.DataFrame:
    dimensions = [column.name for column in DIMENSIONS if column.name in table]
    return whole_trust(table).drop(columns=dimensions).dropna(axis="columns", how="all")


def _printed(title: str, rows: pd.DataFrame) -> Table:
    table = Table(title=title, title_justify="left")
    for column in rows:
        table.add_column(str(column))
    for row in rows.itertuples(index=False):
        table.add_row(*("" if pd.isna(cell) else str(cell) for cell in row))
    return table
