"""A staff list of many trusts as a stream of rows of text: Parquet, or text in columns.

Nothing of it is held: Polars reads it in pieces, once.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

import pandas as pd
import polars as pl

from wres.errors import InputError, Problem
from wres.extracts.contract import Grid
from wres.extracts.headers import Header, find_header
from wres.extracts.layouts import unread_columns
from wres.extracts.text_rows import find_delimiter, read_text_rows
from wres.sources.files import InputFile
from wres.sources.trust import ExtractSettings
from wres.split.layout import LAYOUT, NUMBER

__all__ = ["StaffList", "open_staff_list", "require_utf8", "unreadable"]

_PARQUET: Final = b"PAR1"
_HEAD: Final = 1_000_000
_SAVE_AGAIN: Final = "Save it as 'CSV UTF-8'"


@dataclass(frozen=True)
class StaffList:
    """What is known of a file before its rows are read.

    Parameters
    ----------
    file : InputFile
        Where it lies.
    rows : LazyFrame of str
        The fields that the file has, and `row`, the number of each row in the file.
    headings : dict of str to str
        The heading of each field as the file writes it.
    delimiter : str
        Between the cells of text; "" in Parquet.
    places : dict of str to int
        The column of each field.
    cells, last : int
        How many cells the header has, and the last of them that has a heading.
    first : int
        The line of text on which the first row begins.
    notes : list of Problem
        Columns left out.
    """

    file: InputFile
    rows: pl.LazyFrame
    headings: dict[str, str]
    delimiter: str = ""
    places: dict[str, int] = field(default_factory=dict)
    cells: int = 0
    last: int = 0
    first: int = 0
    notes: list[Problem] = field(default_factory=list)


def open_staff_list(file: InputFile, headings: Mapping[str, str] | None = None) -> StaffList:
    """Find the columns of a staff list of many trusts.

    Parameters
    ----------
    file : InputFile
        Parquet, or text separated by commas, tabs, semicolons or bars, in UTF-8.
    headings : mapping of str to str, optional
        Further headings, and the field that each means.

    Raises
    ------
    InputError
        It can't be read; it lacks a required column, or two mean the same.
    """
    start = _start_of(file)
    settings = ExtractSettings(headings={LAYOUT.source: dict(headings or {})})
    if start.startswith(_PARQUET):
        return _parquet(file, settings)
    return _text(file, settings, start)


def _parquet(file: InputFile, settings: ExtractSettings) -> StaffList:
    rows = pl.scan_parquet(file.path)
    try:
        schema = rows.collect_schema()
    except (pl.exceptions.PolarsError, OSError) as fault:
        rule = f"is damaged or cut short ({_first_line(fault)})"
        raise InputError([file.problem(rule, "Copy or export it again")]) from None
    names = pd.DataFrame([schema.names()], index=[1], dtype="str")
    header = find_header(file, LAYOUT, settings, [Grid(None, names)])
    columns = [str(header.headings[places[0]]) for places in header.columns.values()]
    odd = [one for one in columns if not _is_plain(schema[one])]
    if odd:
        rule = "must hold text, numbers or dates, one in each cell"
        raise InputError([file.problem(rule, "Export it again", column=one) for one in odd])
    texts = [
        _as_text(name, schema[name]).alias(as_field)
        for name, as_field in zip(columns, header.columns, strict=True)
    ]
    return _staff_list(file, header, rows.select(texts).with_row_index(NUMBER, 2))


def _is_plain(kind: pl.DataType) -> bool:
    return not kind.is_nested() and kind not in {pl.Binary, pl.Object}


def _as_text(name: str, kind: pl.DataType) -> pl.Expr:
    """Write a column as an export to csv would, whole numbers without decimals."""
    column = pl.col(name).cast(pl.String)
    if kind.is_float():
        column = column.str.strip_suffix(".0")
    return column.fill_null("")


def _text(file: InputFile, settings: ExtractSettings, start: bytes) -> StaffList:
    head = start if len(start) < _HEAD else start[: start.rfind(b"\n") + 1]
    require_utf8(file, io.BytesIO(head))
    grid = read_text_rows(file, head)
    header = find_header(file, LAYOUT, settings, [grid])
    below = [int(row) for row in grid.cells.index if row > header.row]
    if not below:
        rule = "must have rows below its header"
        raise InputError([file.problem(rule, "Export it again", row=header.row)])
    delimiter, _ = find_delimiter(head.decode("utf-8-sig"))
    cells = grid.widths[header.row]
    rows = pl.scan_csv(
        file.path,
        separator=delimiter,
        has_header=False,
        skip_lines=header.row - 1,  # from the header on: Polars counts the cells of the first row
        schema={str(column): pl.String() for column in range(cells)},
        empty_string_is_null=False,
        extra_columns="raise",
    )
    fields = [pl.col(str(places[0])).alias(name) for name, places in header.columns.items()]
    numbered = rows.select(fields).slice(1).with_row_index(NUMBER, below[0])
    staff = _staff_list(file, header, numbered)
    places = {name: found[0] for name, found in header.columns.items()}
    return replace(
        staff,
        delimiter=delimiter,
        places=places,
        cells=cells,
        last=header.last,
        first=below[0],
    )


def _staff_list(file: InputFile, header: Header, rows: pl.LazyFrame) -> StaffList:
    headings = {name: header.headings[places[0]] for name, places in header.columns.items()}
    return StaffList(file, rows, headings, notes=unread_columns(file, LAYOUT, header))


def unreadable(staff: StaffList, fault: Exception) -> Problem:
    """Say in its words what Polars can't read; it doesn't tell which row it is."""
    if not staff.delimiter:
        rule = f"is damaged or cut short ({_first_line(fault)})"
        return staff.file.problem(rule, "Copy or export it again")
    return staff.file.problem(f"can't be read ({_first_line(fault)})", "Export it again")


def require_utf8(file: InputFile, lines: Iterable[bytes]) -> None:
    """Require that a text is UTF-8.

    Raises
    ------
    InputError
        It is not; the row is named.
    """
    for row, line in enumerate(lines, start=1):
        try:
            line.decode()
        except UnicodeDecodeError as fault:
            rule = f"must be text in UTF-8; byte 0x{line[fault.start]:02x} is not"
            raise InputError([file.problem(rule, _SAVE_AGAIN, row=row)]) from None


def _start_of(file: InputFile) -> bytes:
    try:
        with file.path.open("rb") as content:
            start = content.read(_HEAD)
    except OSError as fault:
        rule = f"must be a file that can be read ({fault.strerror})"
        raise InputError([file.problem(rule, "Give the file's path")]) from None
    if not start:
        raise InputError([file.problem("must not be empty (0 bytes)", "Export it again")])
    if start.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        rule = "must be Parquet, or text in columns; this is a workbook or a zip file"
        raise InputError([file.problem(rule, "Export it as Parquet or csv")])
    return start


def _first_line(fault: Exception) -> str:
    return (str(fault).splitlines() or [type(fault).__name__])[0]
