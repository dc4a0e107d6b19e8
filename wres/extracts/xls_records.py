"""Errors in an old workbook (xls), which its reader gives as blanks.

A cell with an error is a record of fixed form: BOOLERR, or a FORMULA whose result is one. Both are
looked for in the bytes; five of them are fixed, so nothing else is taken for one.
"""

from __future__ import annotations

import re
from typing import Final

from wres.extracts.contract import Cell

__all__ = ["find_errors"]

_NAMES: Final = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
_CODES: Final = b"([" + b"".join(re.escape(bytes([code])) for code in _NAMES) + b"])"
# [MS-XLS] 2.4.24 and 2.4.127: row, column, style, then the value
_PLACE: Final = rb"(..)(..).."
_RECORDS: Final = (
    re.compile(rb"\x05\x02\x08\x00" + _PLACE + _CODES + rb"\x01", re.DOTALL),
    re.compile(rb"\x06\x00.." + _PLACE + rb"\x02." + _CODES + rb"...\xff\xff", re.DOTALL),
)


def find_errors(content: bytes) -> dict[Cell, str]:
    """Give the cells with errors, on whichever sheet they are."""
    return {
        (_number(match[1]) + 1, _number(match[2])): _NAMES[match[3][0]]
        for record in _RECORDS
        for match in record.finditer(content)
    }


def _number(two_bytes: bytes) -> int:
    return int.from_bytes(two_bytes, "little")
