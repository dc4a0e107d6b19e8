"""Reading a year's action plan, a csv file or a sheet of a workbook: every problem at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import pandas as pd

from wres.actions.headings import from_headings, has_headings
from wres.chapters.register import Action, Register
from wres.errors import InputError, Problem
from wres.extracts.contract import Grid
from wres.extracts.grids import read_grids
from wres.labels import format_day
from wres.sources.action_plan import ACTION_PLAN, ACTION_PLAN_FILES
from wres.sources.csv_rows import (
    CsvRows,
    Lines,
    read_lines,
    require_usable_header,
    rows_below,
)
from wres.sources.files import InputFile, fingerprint
from wres.sources.folders import YearFolder
from wres.sources.tables import check_rows

__all__ = ["Plan", "read_plan"]

_ISO: Final = ("due_date", "updated")


@dataclass(frozen=True)
class Plan:
    """A year's action plan as it was read.

    Parameters
    ----------
    file : InputFile
    cells : DataFrame
        Every cell as written; the index is the row that the user sees.
    sheet : str, optional
        Name of the sheet of a workbook.
    """

    file: InputFile
    cells: pd.DataFrame
    sheet: str | None = None

    @property
    def register(self) -> Register:
        """The actions in their order."""
        rows = self.cells.to_dict("index")
        return tuple(Action(row=row, **cells) for row, cells in rows.items())  # type: ignore[arg-type]

    @property
    def sha256(self) -> str:
        """Hash of the file."""
        return fingerprint(self.file.path)

    def problem(
        self, rule: str, action: str, *, row: int, column: str, given: str | None = None
    ) -> Problem:
        """Locate something in the plan; `action` is what to do before the check is run again."""
        return self.file.problem(
            rule, action, row=row, column=column, given=given, sheet=self.sheet
        )


def read_plan(folder: YearFolder) -> Plan | None:
    """Read the action plan of a year; None where there is none.

    Raises
    ------
    InputError
        With every problem of the file, or because there are two.
    """
    files = [folder.table(name) for name in ACTION_PLAN_FILES]
    there = [file for file in files if file.path.exists()]
    if not there:
        return None
    if len(there) > 1:
        rule = f"must stand alone; {there[1].path.name} is there too"
        raise InputError([there[0].problem(rule, "Keep one of the two")])
    return _read(there[0], folder.year)


def _read(file: InputFile, year: int) -> Plan:
    sheet, rows = _sheet_rows(file) if file.path.suffix == ".xlsx" else (None, _csv_rows(file))
    problems = check_rows(ACTION_PLAN, file, rows, year).problems
    if problems:
        raise InputError([replace(one, sheet=sheet) for one in problems])
    return Plan(file, rows.cells, sheet)


def _csv_rows(file: InputFile) -> CsvRows:
    return rows_below(file, from_headings(read_lines(file, as_in_a_sheet=True)))


def _sheet_rows(file: InputFile) -> tuple[str | None, CsvRows]:
    grid = _plan_sheet(file, read_grids(file, lines=True))
    return grid.sheet, _rows_of(file, grid)


def _plan_sheet(file: InputFile, grids: Sequence[Grid]) -> Grid:
    """Choose the sheet with a plan's headings; instructions or lists may be on others."""
    filled = [one for one in grids if (one.cells != "").to_numpy().any()]
    plans = [one for one in filled if has_headings(_lines(one))] or filled
    shown = [one for one in plans if not one.hidden] or plans
    if len(shown) > 1:
        named = ", ".join(repr(one.sheet) for one in shown)
        rule = f"must have one sheet with a plan, not {named}"
        raise InputError([file.problem(rule, "Keep one, headed by the names of its columns,")])
    return shown[0]


def _lines(grid: Grid) -> Lines:
    """Give the rows that hold something, with the text of merged cells in each of their rows."""
    rows = {int(str(row)): [str(cell) for cell in cells] for row, cells in grid.cells.iterrows()}
    for top, left, bottom, _ in grid.merged:
        for row in range(top + 1, bottom + 1):
            if row in rows and any(rows[row]):
                rows[row][left] = rows[row][left] or rows[top][left]
    return [(row, cells) for row, cells in rows.items() if any(cells)]


def _rows_of(file: InputFile, grid: Grid) -> CsvRows:
    (first, header), *body = from_headings(_lines(grid))
    while header and not header[-1]:
        header.pop()
    require_usable_header(file, first, header)
    if not body:
        raise InputError([file.problem("must have rows below its header", "Fill it in")])
    texts = pd.DataFrame([row for _, row in body], index=[at for at, _ in body], dtype="str")
    cells = _numbered_once(texts.iloc[:, : len(header)].set_axis(header, axis=1), grid, header)
    problems = [*_beyond(file, texts, len(header)), *_faults(file, grid, header)]
    return CsvRows(_with_days(cells, grid, header), problems)


def _numbered_once(cells: pd.DataFrame, grid: Grid, header: Sequence[str]) -> pd.DataFrame:
    """Leave an id that is merged over several rows to the first of them: it names one action."""
    for top, left, bottom, _ in grid.merged:
        if left < len(header) and header[left] == "id":
            cells.loc[cells.index.isin(range(top + 1, bottom + 1)), "id"] = ""
    return cells


def _beyond(file: InputFile, body: pd.DataFrame, width: int) -> Iterator[Problem]:
    """Name text that stands under no heading: it would not be printed."""
    beyond = body.iloc[:, width:]
    for row in beyond.index[(beyond != "").any(axis=1)]:
        given = next(cell for cell in beyond.loc[row] if cell)
        rule = "must stand under a heading"
        yield file.problem(rule, "Name the column, or move the text", row=int(row), given=given)


def _faults(file: InputFile, grid: Grid, header: list[str]) -> Iterator[Problem]:
    for (row, column), rule in grid.faults.items():
        name = header[column] if column < len(header) else None
        yield file.problem(rule, "Correct the cell", row=row, column=name)


def _with_days(cells: pd.DataFrame, grid: Grid, header: list[str]) -> pd.DataFrame:
    """Write in words what a workbook stores as a day, where it is for readers: '31 March 2024'."""
    cells = cells.copy()
    for row, column in grid.dates:
        if row in cells.index and column < len(header) and header[column] not in _ISO:
            cells.loc[row, header[column]] = _in_words(str(cells.loc[row, header[column]]))
    return cells


def _in_words(cell: str) -> str:
    try:
        day = date.fromisoformat(cell)
    except ValueError:
        return cell  # a time
    return format_day(day)
