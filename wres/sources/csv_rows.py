"""Reading a CSV file into rows of text that still know their line in the file."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

import pandas as pd

from wres.errors import InputError, Problem
from wres.sources.files import InputFile, read_text

__all__ = ["CsvRows", "Lines", "read_lines", "read_rows", "require_usable_header", "rows_below"]


@dataclass
class CsvRows:
    """The cells of a CSV file as text, stripped; the index is the line, the header being line 1.

    Rows that do not have one cell for each column are left out and named in `problems`.
    """

    cells: pd.DataFrame
    problems: list[Problem] = field(default_factory=list)


Lines = list[tuple[int, list[str]]]


def read_rows(file: InputFile) -> CsvRows:
    """Read a CSV file.

    Raises
    ------
    InputError
        Nothing can be made of it: unreadable, empty, or its header is unusable.
    """
    return rows_below(file, read_lines(file))


def rows_below(file: InputFile, lines: Lines) -> CsvRows:
    """Take the first of some lines for the header of the others.

    Raises
    ------
    InputError
        There is none, nothing is below it, or it is unusable.
    """
    if not lines:
        raise InputError([file.problem("must not be empty", "Fill the file in, or delete it,")])
    (header_line, header), *body = lines
    require_usable_header(file, header_line, header)
    if not body:
        fault = file.problem("must have rows below its header", "Fill it in, or delete it,")
        raise InputError([fault])
    ragged = [_ragged(file, line, row, header) for line, row in body if len(row) != len(header)]
    whole = {line: row for line, row in body if len(row) == len(header)}
    cells = pd.DataFrame(list(whole.values()), index=list(whole), columns=header, dtype="str")
    return CsvRows(cells, ragged)


def read_lines(file: InputFile, *, as_in_a_sheet: bool = False) -> Lines:
    """Give every row that holds something, with the line on which it begins.

    Parameters
    ----------
    file : InputFile
    as_in_a_sheet : bool
        Whether rows are counted as a spreadsheet shows them: a row of several lines is one.

    Raises
    ------
    InputError
        It can't be read.
    """
    reader = csv.reader(io.StringIO(read_text(file), newline=""), strict=True)
    numbered = enumerate(map(_stripped, reader), 1) if as_in_a_sheet else _numbered(reader)
    try:
        return [(line, row) for line, row in numbered if any(row)]
    except csv.Error as fault:
        rule = f"must be comma-separated text ({fault})"
        action = "Check the quotation marks"
        raise InputError([file.problem(rule, action, row=reader.line_num)]) from None


def _stripped(row: list[str]) -> list[str]:
    return [cell.strip() for cell in row]


def _numbered(reader: Iterator[list[str]]) -> Iterator[tuple[int, list[str]]]:
    # a quoted cell may span lines, so a row's line is where the row before it ended, plus one
    line = 1
    for row in reader:
        yield line, _stripped(row)
        line = reader.line_num + 1  # type: ignore[attr-defined]


def require_usable_header(file: InputFile, line: int, header: list[str]) -> None:
    """Require that each column has a name of its own.

    Raises
    ------
    InputError
        One has none, or a name stands twice.
    """
    problems = [
        file.problem("must name each column once", "Remove or rename one", row=line, column=name)
        for name, times in Counter(header).items()
        if times > 1 and name
    ]
    problems += [
        file.problem(
            f"must name every column; column {place} has no name",
            "Name it, or remove it,",
            row=line,
        )
        for place, name in enumerate(header, start=1)
        if not name
    ]
    problems += _wrong_separator(file, line, header)
    if problems:
        raise InputError(problems)


def _wrong_separator(file: InputFile, line: int, header: list[str]) -> list[Problem]:
    if len(header) > 1 or not any(mark in header[0] for mark in ";\t|"):
        return []
    rule = "must separate its columns by commas"
    return [file.problem(rule, "Save it as 'CSV UTF-8'", row=line, given=header[0])]


def _ragged(file: InputFile, line: int, row: list[str], header: list[str]) -> Problem:
    rule = f"must have {len(header)} cells, as the header has, not {len(row)}"
    action = "Add or remove commas (a text with a comma in it stands in quotation marks)"
    return file.problem(rule, action, row=line)
