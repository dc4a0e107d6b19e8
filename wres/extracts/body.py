"""The rows below the header of an extract: which are read, and which cells cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

import pandas as pd

from wres.errors import InputError, Problem
from wres.extracts.contract import Layout
from wres.extracts.headers import Header
from wres.sources.files import InputFile

__all__ = ["ERROR", "SCIENTIFIC", "Body", "read_body"]

_TOTAL: Final = re.compile(
    r"((grand|overall|sub)[ -]?)?totals?"
    r"( (rows|records|staff|headcount|count|number))?[ :=]*[0-9,]*",
    re.IGNORECASE,
)
# What Excel and LibreOffice show where a formula has no value.
ERROR: Final = r"#(N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|BLOCKED!)|Err:[0-9]{3}"
# `1.23457E+09`: figures are lost, so that several people have one number.
SCIENTIFIC: Final = r"-?[0-9]+([.,][0-9]+)?[eE][+-][0-9]{1,3}"
_MOST_ROWS_NAMED: Final = 10


@dataclass(frozen=True)
class Body:
    """The rows that are read, under the names of their fields, and what was left out."""

    rows: pd.DataFrame
    notes: list[Problem] = field(default_factory=list)


def read_body(file: InputFile, layout: Layout, header: Header) -> Body:
    """Take the rows below a header, without blank ones, repeated headers and totals at the end.

    Raises
    ------
    InputError
        There are none, or cells are merged, ragged, or hold Excel's errors.
    """
    notes: list[Problem] = []
    below = header.grid.cells.loc[header.row + 1 :]
    filled = below.loc[(below != "").any(axis=1)]
    notes += _note_rows(file, header, _gaps(below, filled), "blank row")
    filled = _without(filled, repeats := _repeats(filled, header))
    notes += _note_rows(file, header, repeats, "repeated header")
    filled = _without(filled, totals := _trailing_totals(filled, layout, header))
    notes += _note_rows(file, header, totals, "total or remark at the end")
    if filled.empty:
        fault = file.problem(
            "must have rows below its header",
            f"Fill it in, or delete it; where there was nothing to list, write {layout.source}.csv "
            "with zeros,",
            row=header.row,
            sheet=header.grid.sheet,
        )
        raise InputError([fault])
    problems = list(_problems(file, layout, header, filled))
    if problems:
        raise InputError(problems)
    columns = {name: filled[places[0]] for name, places in header.columns.items()}
    return Body(pd.DataFrame(columns), notes)


def _without(rows: pd.DataFrame, left_out: list[int]) -> pd.DataFrame:
    return rows.drop(index=left_out)


def _gaps(below: pd.DataFrame, filled: pd.DataFrame) -> list[int]:
    """Give the blank rows between filled ones."""
    last = int(filled.index[-1]) if len(filled) else 0
    return [int(row) for row in below.index.difference(filled.index) if row < last]


def _repeats(filled: pd.DataFrame, header: Header) -> list[int]:
    """Give the rows that say the header again, as systems do on every page."""
    again = (filled == header.grid.cells.loc[header.row]).all(axis=1)
    return [int(row) for row in filled.index[again]]


def _trailing_totals(filled: pd.DataFrame, layout: Layout, header: Header) -> list[int]:
    """Give the totals at the end, and remarks that a blank row or a total sets apart."""
    rows = [int(row) for row in filled.index]
    totals = set(_totals(filled, layout, header))
    remarks = set(_remarks(filled, layout, header))
    start = len(rows)
    while start and rows[start - 1] in totals | remarks:
        start -= 1
    blank = set(header.grid.cells.index) - set(rows)
    while start < len(rows) and rows[start] not in totals and rows[start] - 1 not in blank:
        start += 1
    return rows[start:]


def _totals(filled: pd.DataFrame, layout: Layout, header: Header) -> list[int]:
    """Give the rows that begin with "Total" and lack what every row must have."""
    lacking = (_required(filled, layout, header) == "").any(axis=1)
    return [
        int(str(row))
        for row, cells in filled.loc[lacking].iterrows()
        if _TOTAL.fullmatch(next(cell for cell in cells if cell))
    ]


def _remarks(filled: pd.DataFrame, layout: Layout, header: Header) -> list[int]:
    required = _required(filled, layout, header)
    few = ((filled != "").sum(axis=1) <= 2) & ((required != "").sum(axis=1) <= 1)
    return [int(row) for row in filled.index[few & (required.shape[1] > 1)]]


def _required(filled: pd.DataFrame, layout: Layout, header: Header) -> pd.DataFrame:
    names = [one.name for one in layout.fields if one.required]
    return filled[[header.columns[name][0] for name in names]]


def _note_rows(file: InputFile, header: Header, rows: list[int], what: str) -> list[Problem]:
    if not rows:
        return []
    rule = f"{what} left out" + _listed(rows)
    action = "Nothing need be done; if the row should count, complete it"
    return [file.problem(rule, action, row=rows[0], sheet=header.grid.sheet)]


def _listed(rows: list[int]) -> str:
    """Name further rows after the first."""
    if len(rows) == 1:
        return ""
    named = ", ".join(str(row) for row in rows[:_MOST_ROWS_NAMED])
    more = " and more" if len(rows) > _MOST_ROWS_NAMED else ""
    return f" in {len(rows):,} rows ({named}{more})"


def _problems(
    file: InputFile, layout: Layout, header: Header, filled: pd.DataFrame
) -> Iterator[Problem]:
    sheet = header.grid.sheet
    if totals := _totals(filled, layout, header):
        rule = "must have no totals between the rows" + _listed(totals)
        yield file.problem(rule, "Remove the row", row=totals[0], sheet=sheet)
    if ragged := list(_ragged(header, filled)):
        wide = header.last + 1
        rule = (
            f"must have {wide} cells, as the header has; a row has more or fewer{_listed(ragged)}"
        )
        action = "Put a text with a delimiter in it in quotation marks"
        yield file.problem(rule, action, row=ragged[0], sheet=sheet)
    for column in sorted(header.mapped):
        for rule, rows in _bad_cells(header, filled, column):
            heading = header.headings[column]
            action = f"Correct the {'cell' if len(rows) == 1 else 'cells'}"
            yield file.problem(
                rule + _listed(rows), action, row=rows[0], column=heading, sheet=sheet
            )
    yield from _scientific(file, layout, header, filled)


def _scientific(
    file: InputFile, layout: Layout, header: Header, filled: pd.DataFrame
) -> Iterator[Problem]:
    """Name columns of identifiers in which Excel has left figures out; none is quoted."""
    for column in sorted(header.mapped):
        if not layout.field(header.mapped[column]).identifier:
            continue
        texts = filled[column]
        rows = texts.index[texts.str.fullmatch(SCIENTIFIC)]
        if len(rows):
            told = f"{len(rows):,} row{'' if len(rows) == 1 else 's'}"
            yield file.problem(
                f"was turned into scientific notation by Excel ({told})",
                "Export it again with the column as text",
                row=int(rows[0]),
                column=header.headings[column],
                sheet=header.grid.sheet,
            )


def _ragged(header: Header, filled: pd.DataFrame) -> Iterator[int]:
    """Give the rows of a text file that do not have one cell for each heading."""
    last = header.last
    beyond = (filled.loc[:, last + 1 :] != "").any(axis=1)
    for row in filled.index if header.grid.widths else ():
        if beyond[row] or header.grid.widths[int(row)] <= last:
            yield int(row)


def _bad_cells(
    header: Header, filled: pd.DataFrame, column: int
) -> Iterable[tuple[str, list[int]]]:
    """Give, by rule, the rows in which a column's cell holds no value that can be read."""
    found: dict[str, list[int]] = {}
    for row, rule in _cell_faults(header, filled, column):
        if row in filled.index:
            found.setdefault(rule, []).append(row)
    return ((rule, sorted(rows)) for rule, rows in found.items())


def _cell_faults(header: Header, filled: pd.DataFrame, column: int) -> Iterator[tuple[int, str]]:
    for (row, at), rule in header.grid.faults.items():
        if at == column:
            yield row, rule
    marked = filled[column][filled[column].str.startswith(("#", "Err:"))]
    for place, text in marked.items():
        if re.fullmatch(ERROR, text):
            yield int(str(place)), f"must hold a value, not the error {text}"
    for top, left, bottom, right in header.grid.merged:
        if left <= column <= right and bottom > header.row:
            rule = "must hold a value in each row; cells are merged here"
            yield from ((row, rule) for row in range(max(top, header.row + 1), bottom + 1))
