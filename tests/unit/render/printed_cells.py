"""What a spreadsheet shows in a cell, worked out from its value and number format."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from openpyxl.cell.cell import Cell

__all__ = ["shown", "table_of", "words_above"]


def shown(cell: Cell | Any) -> str:
    """Write a cell as its format asks: sections by sign, thousands, decimals, percent."""
    if not isinstance(cell.value, int | float):
        return "" if cell.value is None else str(cell.value)
    sections = cell.number_format.split(";")
    value = Decimal(repr(cell.value))
    section = sections[0]
    if value < 0 and len(sections) > 1:
        section, value = sections[1], -value
    elif value == 0 and len(sections) > 2:
        section = sections[2]
    before, pattern = "", section
    if pattern.startswith('"'):
        _, before, pattern = pattern.split('"')
    elif pattern.startswith("+"):
        before, pattern = "+", pattern[1:]
    percent = pattern.endswith("%")
    decimals = len(pattern.rstrip("%").partition(".")[2])
    value *= 100 if percent else 1
    rounded = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    written = f"{rounded:,.{decimals}f}" if "," in pattern else f"{rounded:.{decimals}f}"
    return f"{before}{written}{'%' if percent else ''}"


def table_of(sheet: Any) -> list[list[str]]:
    """Give the table of a sheet as it is shown, its headings first."""
    (table,) = sheet.tables.values()
    return [[shown(cell) for cell in row] for row in sheet[table.ref]]


def words_above(sheet: Any) -> list[str]:
    """Give the lines above the table of a sheet."""
    (table,) = sheet.tables.values()
    first = sheet[table.ref][0][0].row
    return [str(sheet.cell(row, 1).value) for row in range(1, first)]
