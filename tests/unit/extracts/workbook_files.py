"""Files for the tests of reading: sound ones, and every damage that we could think of."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import xlsxwriter
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

from wres.extracts.contract import Field, Layout
from wres.sources.files import InputFile

FILES = Path(__file__).parent / "files"
STAFF = Layout(
    "workforce",
    (
        Field("person", "who", required=True, identifier=True),
        Field("pay_grade", "grade", required=True),
        Field("ethnic_origin", "ethnicity", required=True),
        Field("fte", "full-time equivalent"),
    ),
)
HEADER = ["Employee Number", "Pay Grade", "Ethnic Origin", "FTE"]
ROWS: list[list[Any]] = [
    ["20481001", "XR05", "A White - British", "1"],
    ["20481002", "8A", "H Asian - Indian", "0.6"],
]
TABLE = [HEADER, *ROWS]


def as_input(path: Path) -> InputFile:
    return InputFile(path, f"data/ZZ1/2024/extracts/{path.name}", "wres check ZZ1 2024")


def write_text(path: Path, text: str, encoding: str = "utf-8") -> InputFile:
    path.write_bytes(text.encode(encoding))
    return as_input(path)


def as_text(rows: Sequence[Sequence[Any]] = TABLE, delimiter: str = ",") -> str:
    return "".join(delimiter.join(str(cell) for cell in row) + "\n" for row in rows)


def write_xlsx(
    path: Path, sheets: dict[str, Sequence[Sequence[Any]]], change: Callable[[Any], None] = id
) -> InputFile:
    """Write a workbook; `change` may alter it before it is saved."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    change(workbook)
    workbook.save(path)
    return as_input(path)


def write_large_xlsx(path: Path, rows: Sequence[Sequence[Any]]) -> InputFile:
    """Write one sheet, faster than openpyxl does."""
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as workbook:
        sheet = workbook.add_worksheet("Staff list")
        for place, row in enumerate(rows):
            sheet.write_row(place, 0, row)
    return as_input(path)


def write_ods(path: Path, rows: Sequence[Sequence[Any]], repeated: int = 1) -> InputFile:
    """Write a spreadsheet whose last row stands `repeated` times."""
    document = OpenDocumentSpreadsheet()
    table = Table(name="Staff list")
    for place, row in enumerate(rows):
        last = place == len(rows) - 1
        line = TableRow(numberrowsrepeated=repeated) if last and repeated > 1 else TableRow()
        for value in row:
            line.addElement(_ods_cell(value))
        table.addElement(line)
    document.spreadsheet.addElement(table)
    document.save(str(path))
    return as_input(path)


def _ods_cell(value: Any) -> TableCell:
    if isinstance(value, float):
        return TableCell(valuetype="float", value=str(value))
    cell = TableCell(valuetype="string")
    cell.addElement(P(text=str(value)))
    return cell


def replace_part(path: Path, part: str, change: Callable[[bytes], bytes]) -> InputFile:
    """Alter one part of a zipped workbook."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = change(parts[part])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return as_input(path)


def declare_less(path: Path, part: str, size: int, crc: int) -> InputFile:
    """Make a part declare a smaller size than it unpacks to, in both of its headers."""
    content = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        local = archive.getinfo(part).header_offset
    struct.pack_into("<I", content, local + 14, crc)
    struct.pack_into("<I", content, local + 22, size)
    central = content.index(b"PK\x01\x02")
    while content[central + 46 : central + 46 + len(part)] != part.encode():
        central = content.index(b"PK\x01\x02", central + 4)
    struct.pack_into("<I", content, central + 16, crc)
    struct.pack_into("<I", content, central + 24, size)
    path.write_bytes(bytes(content))
    return as_input(path)


def zipped(parts: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return held.getvalue()
