"""Whether each row of a text has the cells that its header has: none is filled up, none cut.

Polars fills short rows with blanks and says nothing. So delimiters are counted first, which takes
little; rows are looked at one by one only where their number is not what it must be.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Final

import numpy as np

from wres.errors import InputError, Problem
from wres.sources.trust import is_ods_code
from wres.split.layout import ORGANISATION, REQUIRED, REQUIRED_OF_TOTALS, TOTALS
from wres.split.opening import StaffList, require_utf8

__all__ = ["MOST_TOLD", "require_even", "uneven_rows"]

# Rows that are named; of more than that it is the export that is at fault.
MOST_TOLD: Final = 20
_PIECE: Final = 1 << 22
_QUOTE, _NEW_LINE = b'"', b"\n"


def require_even(staff: StaffList) -> None:
    """Require that each row below the header has as many cells as the header.

    A row may lack cells under no heading, and all but its remark where it counts nobody.

    Raises
    ------
    InputError
        Rows have too few cells or too many; the first `MOST_TOLD` are named. Or it is no UTF-8.
    """
    if not staff.delimiter or _is_even(staff):
        return
    if problems := uneven_rows(staff):
        raise InputError(problems)


def uneven_rows(staff: StaffList) -> list[Problem]:
    """Name the rows of a text that have too few cells or too many.

    Raises
    ------
    InputError
        It is no UTF-8.
    """
    file, more = staff.file, 0
    told: list[Problem] = []
    with file.path.open("rb") as lines:
        require_utf8(file, lines)
    try:
        for row, cells in _rows(staff):
            if _lacks_nothing(staff, cells):
                continue
            if len(told) == MOST_TOLD:
                more += 1
                continue
            few = len(cells) < staff.cells
            rule = f"must have {staff.cells} cells, as the header has; this row has {len(cells)}"
            action = _COMPLETE if few else _QUOTE_IT
            told.append(file.problem(rule, action, row=row))
    except csv.Error as fault:
        rule = f"must be text in columns; quotation marks do not match ({fault})"
        told.append(file.problem(rule, "Check the quotation marks"))
    if more:
        rule = f"has {more:,} more {'row' if more == 1 else 'rows'} with too few or too many cells"
        told.append(file.problem(rule, "Export it again"))
    return told


_COMPLETE: Final = "Complete the row, or export it again"
_QUOTE_IT: Final = "Put a text with a delimiter in it in quotation marks"


def _is_even(staff: StaffList) -> bool:
    """Tell whether there are as many delimiters outside quotation marks as there must be."""
    mark = staff.delimiter.encode()
    rows = marks = 0
    quoted, last = False, _NEW_LINE
    with staff.file.path.open("rb") as content:
        for _ in range(staff.first - 1):
            content.readline()
        while piece := content.read(_PIECE):
            last = piece[-1:]
            if quoted or _QUOTE in piece:
                new_lines, delimiters, quoted = _counted_outside(piece, mark, quoted)
            else:
                new_lines, delimiters = piece.count(_NEW_LINE), piece.count(mark)
            rows, marks = rows + new_lines, marks + delimiters
    rows += last != _NEW_LINE
    return marks == rows * (staff.cells - 1)


def _counted_outside(piece: bytes, mark: bytes, quoted: bool) -> tuple[int, int, bool]:
    """Count line ends and delimiters outside quotation marks; tell whether one is left open."""
    letters = np.frombuffer(piece, np.uint8)
    inside = np.bitwise_xor.accumulate((letters == ord(_QUOTE)).view(np.uint8)) ^ quoted
    outside = inside == 0
    ends = np.count_nonzero(outside & (letters == ord(_NEW_LINE)))
    marks = np.count_nonzero(outside & (letters == ord(mark)))
    return int(ends), int(marks), bool(inside[-1])


def _rows(staff: StaffList) -> Iterator[tuple[int, list[str]]]:
    """Give every row below the header with the line on which it begins."""
    with staff.file.path.open(encoding="utf-8-sig", newline="") as lines:
        for _ in range(staff.first - 1):
            next(lines)
        reader = csv.reader(lines, delimiter=staff.delimiter)
        line = staff.first
        for cells in reader:
            yield line, cells
            line = staff.first + reader.line_num


def _lacks_nothing(staff: StaffList, cells: list[str]) -> bool:
    """Tell whether there is a cell under each heading, or the row counts nobody."""
    if len(cells) > staff.cells:
        return False
    if len(cells) > staff.last:
        return True
    held = {
        name: cells[place].strip() if place < len(cells) else ""
        for name, place in staff.places.items()
    }
    code = held[ORGANISATION].upper()
    if code in TOTALS:
        return not any(held[name] for name in REQUIRED_OF_TOTALS)
    return not is_ods_code(code) and not any(held[name] for name in REQUIRED)
