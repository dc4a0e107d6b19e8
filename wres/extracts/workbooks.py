"""Reading xlsx, xls and ods, after looking at what would hurt or mislead."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any, Final

import pandas as pd
from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from wres.errors import InputError
from wres.extracts.archives import SheetScan, scan_archive
from wres.extracts.contract import Cell, Grid
from wres.sources.files import InputFile

__all__ = ["LARGEST", "read_workbook"]

# 20 times the largest trust's staff list; beyond it formats or formulas run down the whole sheet.
LARGEST: Final = 5_000_000


def read_workbook(file: InputFile, kind: str, content: bytes) -> list[Grid]:
    """Read every sheet of a workbook; charts and macros are no sheets.

    Raises
    ------
    InputError
        It is damaged, locked or too large.
    """
    scans: dict[str, SheetScan] = {}
    if kind != "xls":
        content, scans = scan_archive(file, kind, content)
        for name, scan in scans.items():
            _require_size(file, name, scan.rows, scan.columns)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
            return [
                _read_sheet(file, workbook.get_sheet_by_name(sheet.name), sheet.visible, scans)
                for sheet in workbook.sheets_metadata
                if sheet.typ == SheetTypeEnum.WorkSheet
            ]
    except PasswordError:
        raise InputError([file.problem(*_LOCKED)]) from None
    except CalamineError as fault:
        rule = f"must be a workbook that can be read ({' '.join(str(fault).split())})"
        action = "Open it in Excel or LibreOffice, save it again as xlsx,"
        raise InputError([file.problem(rule, action)]) from None


_LOCKED: Final = ("must not be protected by a password", "Save it without a password")


def _read_sheet(
    file: InputFile,
    sheet: CalamineSheet,
    visible: SheetVisibleEnum,
    scans: dict[str, SheetScan],
) -> Grid:
    _require_size(file, sheet.name, sheet.total_height, sheet.total_width)
    values = sheet.to_python(skip_empty_area=False)
    scan = scans.get(sheet.name, SheetScan())
    dates = frozenset(_dates(values))
    rows = [[_text(value) for value in row] for row in values]
    for (row, column), error in scan.errors.items():
        rows[row - 1][column] = error
    cells = pd.DataFrame(rows, index=range(1, len(rows) + 1), dtype="str")
    return Grid(
        sheet.name,
        cells,
        dates,
        scan.faults,
        tuple(_merged(sheet)),
        hidden=visible != SheetVisibleEnum.Visible,
    )


def _require_size(file: InputFile, sheet: str, rows: int, columns: int) -> None:
    if rows * columns > LARGEST:
        rule = (
            f"must have no more than 5 million cells; the sheet reaches row {rows:,} and "
            f"column {columns:,}"
        )
        action = "Delete the rows and columns beyond the data"
        raise InputError([file.problem(rule, action, sheet=sheet)])


def _text(value: Any) -> str:
    """Write a cell as a person would; text, by far the most, first."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{value:.15g}"
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, (date, time)):
        return value.isoformat()
    return str(value)


def _dates(values: list[list[Any]]) -> Iterable[Cell]:
    for row, cells in enumerate(values, start=1):
        for column, value in enumerate(cells):
            if isinstance(value, (date, time, timedelta)):
                yield row, column


def _merged(sheet: CalamineSheet) -> Iterable[tuple[int, int, int, int]]:
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        yield top + 1, left, bottom + 1, right
