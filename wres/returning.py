"""The national data return of one trust and year, from its inputs to the workbook."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from wres.counts import read_counts
from wres.errors import InputError, Problem
from wres.national_return import (
    build_return,
    missing_reasons,
    read_prepopulated,
    read_return,
    write_return,
)
from wres.shelf import beside
from wres.sources import TrustYear
from wres.sources.folders import YearFolder, require_folder, shown_path

__all__ = ["MadeReturn", "counted_tables", "make_return"]


@dataclass(frozen=True)
class MadeReturn:
    """What was written, and which differences from pre-populated figures have no reason yet."""

    files: tuple[Path, ...]
    unexplained: list[Problem]


def make_return(
    data: Path,
    organisation: str,
    year: int,
    *,
    shelf: Path,
    extracts: Path | None = None,
    save: bool = False,
) -> MadeReturn:
    """Write the return as a workbook on the internal shelf.

    Parameters
    ----------
    data, organisation, year, extracts
        As `wres.counts.read_counts` takes them.
    shelf : Path
        The shelf of reports.
    save : bool
        Whether to keep the figures in the year's folder as well (`return.csv`), as what was
        returned and what every later report is held against.

    Raises
    ------
    InputError
        With every problem of the input files.
    """
    folder = YearFolder(data, organisation, year)
    require_folder(folder)
    counts = read_counts(data, organisation, year, extracts)
    if not counts.tables:
        rule = "holds no figures to return: neither a counts table nor an extract was found"
        remedy = f"See wres check {organisation} {year}."
        raise InputError([Problem(shown_path(folder.path), rule, remedy)])
    frame = build_return(counts, read_prepopulated(folder), counted=counted_tables(folder, counts))
    path = beside(shelf, organisation, year, "return.xlsx")
    path.parent.mkdir(parents=True, exist_ok=True)
    saved = folder.table("return.csv").path if save else None
    write_return(frame, counts, path, csv=saved, earlier=read_return(folder))
    shown = shown_path(folder.table("prepopulated.csv").path)
    files = (path, saved) if saved is not None else (path,)
    return MadeReturn(files, missing_reasons(frame, shown))


def counted_tables(folder: YearFolder, counts: TrustYear) -> set[str]:
    """Give the tables counted from extracts, in which a band without a row has nobody."""
    return {name for name in counts.tables if not folder.table(f"{name}.csv").path.exists()}
