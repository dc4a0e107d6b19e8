"""The table of claims: its closed schema, its template, reading and writing it."""

from __future__ import annotations

import csv
import difflib
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from wres.audit.claim import ALL, MEASURES, Claim
from wres.audit.printed import read_printed
from wres.definitions.ethnicity import accepted_words, read_group
from wres.errors import InputError, Problem
from wres.extracts.grids import read_grids
from wres.results import INDICATORS
from wres.sources.cells import CellError, Kind, one_of
from wres.sources.columns import Column
from wres.sources.files import InputFile

__all__ = ["COLUMNS", "read_claims", "template", "write_claims"]

_WHOLE: Final = "must be a whole number of people, 0 or more"
_YEAR: Final = "must be a year (2021) or a financial year (2020/21)"
_PRINTED: Final = "must be a figure as printed: 1.48, 25.3%, +4.7, one in five"


def _read_text(cell: str) -> str:
    return cell


def _read_group(cell: str) -> str:
    if cell.strip().casefold() in {"all", "total", "all staff"}:
        return "all"
    try:
        return read_group(cell)
    except ValueError:
        raise CellError(
            f"must be White, BME, Unknown or all; accepted are {accepted_words()}"
        ) from None


def _read_count(cell: str) -> int:
    digits = cell.replace(",", "").replace(" ", "")
    if digits.isdigit() and len(digits) < 10:
        return int(digits)
    raise CellError(_WHOLE, "Write the number, or leave the cell blank where it isn't printed")


def _read_year(cell: str) -> int:
    first, _, second = cell.replace("–", "/").replace("-", "/").partition("/")
    if first.isdigit() and len(first) == 4 and first[:2] in {"19", "20"}:
        if not second:
            return int(first)
        if second.isdigit() and int(second[-2:]) == (int(first) + 1) % 100:
            return int(first) + 1
    raise CellError(_YEAR)


def _read_figure(cell: str) -> str:
    if read_printed(cell) is None:
        raise CellError(_PRINTED, "Write the figure alone, its words into `text` or `direction`")
    return cell


_TEXT = Kind("text", "must be text", _read_text)
_GROUP = Kind("group", "must be White, BME, Unknown or all", _read_group)
_COUNT = Kind("whole number", _WHOLE, _read_count)
_ANY_YEAR = Kind("year", _YEAR, _read_year)
_FIGURE = Kind("figure as printed", _PRINTED, _read_figure)
_INDICATOR = one_of("indicator", {name: name for name in INDICATORS})
_MEASURE = one_of("measure", {name: name for name in MEASURES})
_UNIT = one_of("unit", {name: name for name in ("%", "ratio", "points", "headcount")})
_CONFIRMED = one_of("confirmed", {"yes": "yes", "y": "yes", "no": "no", "n": "no"})

COLUMNS: Final = (
    Column("place", _TEXT, "where it stands: page 4, table 3 row 2"),
    Column("text", _TEXT, "the sentence, or the labels of the row, as printed", False, True),
    Column("indicator", _INDICATOR, "indicator, or `workforce`", False, True),
    Column("measure", _MEASURE, "what the figure is", False, True),
    Column(
        "breakdown",
        _TEXT,
        "part of the trust: `band=8a`, `voting=yes`; blank is the whole",
        False,
        True,
    ),
    Column(
        "group", _GROUP, "group that the figure is of; of a ratio or gap the first", False, True
    ),
    Column("comparator_group", _GROUP, "group that it is set against", False, True),
    Column(
        "year",
        _ANY_YEAR,
        "reporting year, that of the 31 March; an autumn survey belongs to the next",
        False,
        True,
    ),
    Column("value", _FIGURE, "the figure as printed, as text: its decimals count", False, True),
    Column("unit", _UNIT, "its unit, where the figure doesn't show it", False, True),
    Column(
        "numerator", _COUNT, "people of the group that it happened to, or in the part", False, True
    ),
    Column("denominator", _COUNT, "people of the group, or all in the part", False, True),
    Column("comparator_numerator", _COUNT, "the same of the comparator group", False, True),
    Column("comparator_denominator", _COUNT, "the same of the comparator group", False, True),
    Column("previous", _FIGURE, "the figure of the year before, as printed", False, True),
    Column("previous_year", _ANY_YEAR, "its year", False, True),
    Column("difference", _FIGURE, "the change as printed", False, True),
    Column(
        "comparator_name",
        _TEXT,
        "whose figure it is set beside: England, benchmark median",
        False,
        True,
    ),
    Column("comparator_value", _FIGURE, "that figure as printed", False, True),
    Column("comparator_year", _ANY_YEAR, "its year", False, True),
    Column(
        "direction",
        _TEXT,
        "words of direction: improved, BME staff less likely, above average",
        False,
        True,
    ),
    Column("confirmed", _CONFIRMED, "whether somebody has looked at the reading", False, True),
)


def template() -> str:
    """Give an empty table of claims, with its header."""
    return ",".join(column.name for column in COLUMNS) + "\n"


def write_claims(claims: Iterable[Claim], path: Path) -> None:
    """Write claims as a table, in whole or not at all."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([column.name for column in COLUMNS])
    for claim in claims:
        writer.writerow([_cell(claim, column.name) for column in COLUMNS])
    fresh = path.with_name(f".{path.name}.part")
    fresh.write_text(text.getvalue(), encoding="utf-8-sig", newline="")
    fresh.replace(path)


def _cell(claim: Claim, name: str) -> str:
    value = getattr(claim, name)
    if name == "breakdown" and value == ALL:
        return ""
    return "" if value is None else str(value)


def read_claims(path: Path) -> list[Claim]:
    """Read a table of claims.

    Raises
    ------
    InputError
        It can't be read, or a cell breaks its column's rule; every problem is named.
    """
    file = InputFile(path, str(path), f"wres audit {path.name}")
    if not path.is_file():
        raise InputError([file.problem("there is no such file", "Give the path of the table,")])
    grid = next(grid for grid in read_grids(file) if (grid.cells != "").to_numpy().any())
    rows = [
        (int(line), [str(cell).strip() for cell in cells])
        for line, cells in zip(grid.cells.index, grid.cells.to_numpy(), strict=True)
    ]
    rows = [(line, cells) for line, cells in rows if any(cells)]
    (first, header), *body = rows
    problems = _header_problems(file, first, header)
    if problems:
        raise InputError(problems)
    if not body:
        raise InputError([file.problem("must have rows below its header", "Fill it in,")])
    claims = [
        _claim(file, line, dict(zip(header, cells, strict=False)), problems) for line, cells in body
    ]
    if problems:
        raise InputError(problems)
    return claims


def _header_problems(file: InputFile, line: int, header: Sequence[str]) -> list[Problem]:
    names = [column.name for column in COLUMNS]
    problems = []
    for name in dict.fromkeys(header):
        if name and name not in names:
            near = difflib.get_close_matches(name.casefold(), names, n=1)
            hint = f" (perhaps {near[0]})" if near else ""
            rule = f"unknown column{hint}; accepted are {', '.join(names)}"
            problems.append(
                file.problem(rule, "Rename or remove the column", row=line, column=name)
            )
        if name and header.count(name) > 1:
            rule = "must name each column once"
            problems.append(file.problem(rule, "Remove or rename one", row=line, column=name))
    problems += [
        file.problem("column is missing", "Add the column", row=line, column=column.name)
        for column in COLUMNS
        if column.required and column.name not in header
    ]
    return problems


def _claim(file: InputFile, line: int, cells: dict[str, str], problems: list[Problem]) -> Claim:
    values: dict[str, Any] = {"place": "", "row": line}
    for column in COLUMNS:
        cell = cells.get(column.name, "")
        try:
            read = column.read(cell) if cell or column.required else None
        except CellError as refusal:
            given = cell or None
            problems.append(
                file.problem(
                    refusal.rule, refusal.action, row=line, column=column.name, given=given
                )
            )
            continue
        if read is not None:
            values[column.name] = read
    problems += _row_problems(file, line, values)
    return Claim(**values)


def _row_problems(file: InputFile, line: int, values: dict[str, Any]) -> Iterable[Problem]:
    """Name what a row lacks to be checked at all."""
    if not any(
        values.get(name)
        for name in ("value", "text", "direction", "comparator_value", "difference")
    ):
        rule = "must hold a figure, a text or words of direction"
        yield file.problem(rule, "Fill in `value` or `text`", row=line, column="value")
    if values.get("value") and not values.get("measure"):
        rule = f"must say what the figure is: {', '.join(MEASURES)}"
        yield file.problem(rule, "Fill the cell in", row=line, column="measure")
