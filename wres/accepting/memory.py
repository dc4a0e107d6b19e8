"""The memory of accepted figures: `accepted.csv` beside a trust's own chapters.

It lies beside the notebooks and not in them, so that nothing writes to a notebook that stands open
in somebody's editor. The texts of `board_paper.yml` are in it too, by their keys.
"""

from __future__ import annotations

import csv
import io
import os
import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from datetime import date
from typing import Final

import pandas as pd

from wres.errors import InputError, Problem
from wres.sources.csv_rows import read_rows
from wres.sources.files import InputFile

__all__ = ["COLUMNS", "MEMORY", "Remembered", "memory_bytes", "read_memory", "write_memory"]

MEMORY: Final = "accepted.csv"
COLUMNS: Final = ("chapter", "cell", "text_sha256", "figure", "value", "year", "accepted")
# Without this file nothing is lost but the comparison with what was accepted before.
_REMEDY: Final = "Correct the row, or delete the file (all text then counts as new),"


@dataclass(frozen=True, order=True)
class Remembered:
    """One figure of one cell, as it was when the cell's text was accepted.

    Parameters
    ----------
    chapter, cell : str
        Name of the chapter, and id of the cell; of a document, its file and the text's keys.
    text_sha256 : str
        Of the text that was accepted.
    figure : str
        The inline expression, or the row of the results; blank where the text has no figure.
    value : str
        The figure as printed.
    year : int
        Reporting year that the text was accepted for.
    accepted : str
        The day, as 2024-10-31.
    """

    chapter: str
    cell: str
    text_sha256: str
    figure: str
    value: str
    year: int
    accepted: str


def read_memory(file: InputFile) -> list[Remembered]:
    """Read what was accepted; nothing where there is no such file.

    Raises
    ------
    InputError
        With every row that can't be read.
    """
    if not file.path.exists():
        return []
    read = read_rows(file)
    problems = [*read.problems, *_header_faults(file, list(read.cells.columns))]
    if not problems:
        problems = [*_row_faults(file, read.cells), *_twice(file, read.cells)]
    if problems:
        raise InputError(problems)
    return [_remembered(row) for row in read.cells.to_dict("records")]


def _remembered(row: Mapping[Hashable, str]) -> Remembered:
    return Remembered(
        chapter=row["chapter"],
        cell=row["cell"],
        text_sha256=row["text_sha256"],
        figure=row["figure"],
        value=row["value"],
        year=int(row["year"]),
        accepted=row["accepted"],
    )


def _header_faults(file: InputFile, columns: Sequence[str]) -> Iterator[Problem]:
    for name in COLUMNS:
        if name not in columns:
            yield file.problem("column is missing", _REMEDY, row=1, column=name)
    for name in columns:
        if name not in COLUMNS:
            yield file.problem("is no column of this table", _REMEDY, row=1, column=name)


def _row_faults(file: InputFile, cells: pd.DataFrame) -> Iterator[Problem]:
    for column, (rule, holds) in _RULES.items():
        for row, given in cells[column].items():
            if not holds(given):
                yield file.problem(rule, _REMEDY, row=int(str(row)), column=column, given=given)


def _twice(file: InputFile, cells: pd.DataFrame) -> Iterator[Problem]:
    keys = [tuple(row) for row in cells[["chapter", "cell", "figure"]].itertuples(index=False)]
    times = Counter(keys)
    for row, key in zip(cells.index, keys, strict=True):
        if times[key] > 1:
            rule = "must remember each figure of a cell once"
            yield file.problem(rule, _REMEDY, row=int(row), column="figure", given=key[2])


def _is_day(given: str) -> bool:
    try:
        return date.fromisoformat(given).isoformat() == given
    except ValueError:
        return False


_RULES: Final[dict[str, tuple[str, Callable[[str], bool]]]] = {
    "chapter": ("must name a chapter", bool),
    "cell": ("must name a cell", bool),
    "text_sha256": (
        "must be the SHA-256 of a text",
        lambda given: bool(re.fullmatch("[0-9a-f]{64}", given)),
    ),
    "year": ("must be a year of four digits", lambda given: bool(re.fullmatch("[0-9]{4}", given))),
    "accepted": ("must be a day such as 2024-10-31", _is_day),
}


def write_memory(file: InputFile, rows: Iterable[Remembered]) -> Problem | None:
    """Write what is accepted now, in whole or not at all; nothing where it stands there already.

    Returns
    -------
    Problem or None
        Why it could not be written: a report can still be made, but what was accepted with it is
        not remembered.
    """
    content = memory_bytes(rows)
    try:
        if not _differs(file, content):
            return None
        if content is None:
            file.path.unlink()
            return None
        scratch = file.path.with_name(f".{file.path.name}.{os.getpid()}")
        scratch.write_bytes(content)
        os.replace(scratch, file.path)
    except OSError as fault:
        why = fault.strerror or type(fault).__name__
        rule = f"can't be written ({why}), so what the text is accepted against is not remembered"
        return file.problem(rule, "Make the folder writable")
    return None


def _differs(file: InputFile, content: bytes | None) -> bool:
    there = file.path.exists()
    return there if content is None else not there or file.path.read_bytes() != content


def memory_bytes(rows: Iterable[Remembered]) -> bytes | None:
    """Return the file as it should stand; None where there is nothing to remember."""
    ordered = sorted(rows)
    if not ordered:
        return None
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(astuple(row) for row in ordered)
    return text.getvalue().encode()
