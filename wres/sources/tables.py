"""Checking a table against its closed schema, and turning it into typed columns."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd
import pandera.pandas as pa

from wres.errors import InputError, Problem
from wres.sources.cells import NUMBER, PERCENT, RATIO, YEAR, CellError
from wres.sources.columns import DIMENSIONS, Column
from wres.sources.csv_rows import CsvRows, read_rows
from wres.sources.files import InputFile

__all__ = ["CheckedTable", "Rows", "Rule", "Table", "check_rows", "check_table"]


@dataclass(frozen=True)
class Rows:
    """What a rule across rows looks at; both frames are indexed by line of the file.

    Parameters
    ----------
    table : Table
        The table that they are rows of.
    file : InputFile
        Where the rows come from.
    text : DataFrame
        The cells as written.
    typed : DataFrame
        The cells as read; missing where blank or refused.
    year : int, optional
        The year of the report.
    """

    table: Table
    file: InputFile
    text: pd.DataFrame
    typed: pd.DataFrame
    year: int | None = None

    @property
    def dimensions(self) -> list[str]:
        """The dimension columns that this file has."""
        return [column.name for column in DIMENSIONS if column.name in self.text]

    def given(self, row: int, column: str) -> str:
        """Give a cell as written."""
        return str(self.text.loc[row, column])

    def value(self, row: int, column: str) -> Any:
        """Give a cell as read."""
        return self.typed.loc[row, column]

    def has(self, *columns: str) -> bool:
        """Tell whether the file has all these columns."""
        return set(columns) <= set(self.text)

    def sound(self, *columns: str) -> pd.Series[bool]:
        """Tell of each row whether none of these cells was refused or has no column."""
        whole = pd.Series(True, index=self.text.index)
        for column in self.table.columns:
            if column.name in columns:
                whole &= self._sound_cells(column)
        return whole

    def _sound_cells(self, column: Column) -> pd.Series[bool]:
        if column.name not in self.text:
            return pd.Series(not column.required, index=self.text.index)
        blank = (self.text[column.name] == "") & column.blank
        return self.typed[column.name].notna() | blank


@dataclass(frozen=True)
class Rule:
    """A rule across cells or rows: a sentence for the data dictionary, and the check."""

    sentence: str
    check: Callable[[Rows], Iterable[Problem]]


@dataclass(frozen=True)
class Table:
    """A source table: its columns (no others are accepted) and the rules across rows."""

    name: str
    columns: tuple[Column, ...]
    rules: tuple[Rule, ...] = ()
    dimensions: bool = False

    @property
    def accepted(self) -> tuple[Column, ...]:
        """Every column that the file may have."""
        return (*self.columns, *DIMENSIONS) if self.dimensions else self.columns


@dataclass(frozen=True)
class CheckedTable:
    """A table that was read, and everything that is wrong with it."""

    frame: pd.DataFrame
    problems: list[Problem]


def check_table(table: Table, file: InputFile, year: int | None = None) -> CheckedTable:
    """Read and validate one file, finding every problem at once."""
    try:
        read = read_rows(file)
    except InputError as fault:
        return CheckedTable(pd.DataFrame(), list(fault.problems))
    return check_rows(table, file, read, year)


def check_rows(
    table: Table, file: InputFile, read: CsvRows, year: int | None = None
) -> CheckedTable:
    """Validate rows that were read already, finding every problem at once."""
    problems = read.problems + _schema_problems(table, file, read.cells)
    rows = Rows(table, file, read.cells, _typed(table, read.cells), year)
    problems += [problem for rule in table.rules for problem in rule.check(rows)]
    frame = rows.typed if problems else _settled(table, rows.typed)
    return CheckedTable(frame.reset_index(drop=True), _in_file_order(problems))


def _schema_problems(table: Table, file: InputFile, cells: pd.DataFrame) -> list[Problem]:
    try:
        _schema(table).validate(cells, lazy=True)
    except pa.errors.SchemaErrors as faults:
        cases = faults.failure_cases.to_dict("records")
        return [_explain(table, file, case) for case in cases]
    return []


def _schema(table: Table) -> pa.DataFrameSchema:
    columns = {column.name: _schema_column(column) for column in table.accepted}
    return pa.DataFrameSchema(columns, strict=True)


def _schema_column(column: Column) -> pa.Column:
    def holds(cells: pd.Series[str]) -> pd.Series[bool]:
        return cells.map(lambda cell: _refusal(column, cell) is None).astype(bool)

    return pa.Column(checks=pa.Check(holds, error=column.kind.rule), required=column.required)


def _refusal(column: Column, cell: str) -> CellError | None:
    try:
        column.read(cell)
    except CellError as refusal:
        return refusal
    return None


def _explain(table: Table, file: InputFile, case: dict[Any, Any]) -> Problem:
    """Turn a failure case of the schema into a located problem."""
    given = str(case["failure_case"])
    if case["check"] == "column_in_dataframe":
        return file.problem("column is missing", "Add the column", row=1, column=given)
    if case["check"] == "column_in_schema":
        return _unknown_column(table, file, given)
    column = next(column for column in table.accepted if column.name == case["column"])
    refusal = _refusal(column, given) or CellError(column.kind.rule)
    row = int(case["index"])
    return file.problem(refusal.rule, refusal.action, row=row, column=column.name, given=given)


def _unknown_column(table: Table, file: InputFile, given: str) -> Problem:
    names = [column.name for column in table.accepted]
    near = difflib.get_close_matches(given.casefold(), names, n=1)
    hint = f" (perhaps {near[0]})" if near else ""
    rule = f"unknown column{hint}; accepted are {', '.join(names)}"
    return file.problem(rule, "Rename or remove the column", row=1, column=given)


def _typed(table: Table, cells: pd.DataFrame) -> pd.DataFrame:
    """Read every column of the schema; missing where the cell or an optional column is not."""
    columns = [c for c in table.accepted if c in table.columns or c.name in cells]
    return pd.DataFrame({column.name: _typed_column(column, cells) for column in columns})


def _typed_column(column: Column, cells: pd.DataFrame) -> pd.Series[Any]:
    text = cells[column.name] if column.name in cells else pd.Series("", index=cells.index)
    values = [None if _refusal(column, cell) else _value(column, cell) for cell in text]
    return pd.Series(values, index=cells.index, dtype=column.kind.dtype)


def _settled(table: Table, typed: pd.DataFrame) -> pd.DataFrame:
    """Use plain types in columns of years, shares and ratios that are never blank."""
    always = [column for column in table.columns if column.required and not column.blank]
    plain = {YEAR: "int64", PERCENT: "float64", RATIO: "float64", NUMBER: "float64"}
    return typed.astype({c.name: plain[c.kind] for c in always if c.kind in plain})


def _value(column: Column, cell: str) -> object:
    return column.read(cell) if cell else None


def _in_file_order(problems: list[Problem]) -> list[Problem]:
    unique = dict.fromkeys(problems)
    return sorted(unique, key=lambda problem: problem.row or 0)
