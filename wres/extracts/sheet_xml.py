"""What the XML of a sheet tells and its values do not: how far it reaches, errors, formulas.

calamine gives a blank for an error (`#N/A`) and for a formula whose result was never stored; a
blank ethnic origin would be counted as unknown. And it reserves memory for the whole rectangle
between the first and the last filled cell.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from xml.etree import ElementTree
from xml.parsers import expat

from wres.errors import InputError
from wres.extracts.archives import Archive
from wres.extracts.contract import Cell
from wres.sources.files import InputFile

__all__ = ["SheetXml", "scan_sheets"]

_NO_RESULT: Final = "must hold a value; it holds a formula whose result is not stored"


@dataclass
class SheetXml:
    """What was found in the XML of a sheet; `rows` and `columns` reach to the last filled cell."""

    rows: int = 0
    columns: int = 0
    errors: dict[Cell, str] = field(default_factory=dict)
    faults: dict[Cell, str] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)


def scan_sheets(file: InputFile, kind: str, archive: Archive) -> dict[str, SheetXml]:
    """Look through every sheet of an xlsx or ods workbook.

    Raises
    ------
    InputError
        The workbook's own list of sheets cannot be read, or it is locked.
    """
    scan = _scan_xlsx if kind == "xlsx" else _scan_ods
    try:
        return scan(file, archive)
    except (ElementTree.ParseError, expat.ExpatError, KeyError, UnicodeDecodeError):
        rule = "must be a workbook that can be read (a part of it is damaged)"
        action = "Open it in Excel or LibreOffice, save it again as xlsx,"
        raise InputError([file.problem(rule, action)]) from None


# xlsx ---------------------------------------------------------------------------------------------

_RELATIONSHIP: Final = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)
# a filled cell is one with content; formatted blank ones close themselves
_PLACE: Final = re.compile(
    rb"""<(?:\w+:)?c [^>]*?\br=["']([A-Z]{1,3})([0-9]{1,7})["'][^>]*(?<!/)>(?!</)"""
)
_CELL: Final = re.compile(rb"<(?:\w+:)?c ([^>]*)(?<!/)>(.*?)</(?:\w+:)?c>", re.DOTALL)
_AT: Final = re.compile(rb"""\br=["']([A-Z]{1,3})([0-9]{1,7})["']""")
_TYPE: Final = re.compile(rb"""\bt=["'](\w+)["']""")
_VALUE: Final = re.compile(rb"<(?:\w+:)?v(?: [^>]*)?>([^<]+)<")
_FORMULA: Final = re.compile(rb"<(?:\w+:)?f[ />]")


def _scan_xlsx(_: InputFile, archive: Archive) -> dict[str, SheetXml]:
    parts = {name.casefold(): part for name, part in archive.parts.items()}
    return {
        name: _scan_xlsx_sheet(parts[path.casefold()])
        for name, path in _sheet_parts(archive)
        if path.casefold() in parts
    }


def _sheet_parts(archive: Archive) -> Iterator[tuple[str, str]]:
    targets = {
        one.get("Id"): one.get("Target", "")
        for one in ElementTree.fromstring(archive.parts["xl/_rels/workbook.xml.rels"])
    }
    for element in ElementTree.fromstring(archive.parts["xl/workbook.xml"]).iter():
        if element.tag.endswith("}sheet"):
            named = next((element.get(key) for key in _RELATIONSHIP if element.get(key)), None)
            path = posixpath.normpath(posixpath.join("/xl", targets.get(named, "")))
            yield element.get("name", ""), path.removeprefix("/")


def _scan_xlsx_sheet(xml: bytes) -> SheetXml:
    places = _PLACE.findall(xml)
    found = SheetXml(
        rows=max((int(row) for _, row in places), default=0),
        columns=max(
            (_column(letters) for letters in {letters for letters, _ in places}), default=0
        ),
    )
    if b'"e"' in xml or b"'e'" in xml or _FORMULA.search(xml):
        for cell in _CELL.finditer(xml):
            _judge(found, cell[1], cell[2])
    return found


def _judge(found: SheetXml, attributes: bytes, content: bytes) -> None:
    at, kind, value = _AT.search(attributes), _TYPE.search(attributes), _VALUE.search(content)
    if at is None:
        return
    place = int(at[2]), _column(at[1]) - 1
    if kind is not None and kind[1] == b"e" and value is not None:
        found.errors[place] = value[1].decode()
    elif value is None and _FORMULA.search(content) and (kind is None or kind[1] != b"str"):
        # a formula whose result is an empty text says so: t="str"
        found.faults[place] = _NO_RESULT


def _column(letters: bytes) -> int:
    """Give the number of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = 26 * number + letter - 64
    return number


# ods ----------------------------------------------------------------------------------------------

_MOST_BLANKS: Final = 32_767  # as many characters as a cell of a workbook may hold


def _scan_ods(file: InputFile, archive: Archive) -> dict[str, SheetXml]:
    if b"encryption-data" in archive.parts.get("META-INF/manifest.xml", b""):
        action = "Save it without a password"
        raise InputError([file.problem("must not be protected by a password", action)])
    walk = _OdsWalk()
    walk.parse(archive.parts["content.xml"])
    return walk.sheets


class _OdsWalk:
    """Walks through content.xml, keeping count of repeated rows and cells."""

    def __init__(self) -> None:
        self.sheets: dict[str, SheetXml] = {}
        self._sheet = SheetXml()
        self._row = self._column = self._rows = self._columns = 0
        self._error: list[str] | None = None

    def parse(self, xml: bytes) -> None:
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.Parse(xml, True)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "table:table":
            self._sheet = self.sheets.setdefault(attributes.get("table:name", ""), SheetXml())
            self._row = self._rows = 0
        elif tag == "table:table-row":
            self._row += self._rows
            self._rows = int(attributes.get("table:number-rows-repeated", 1))
            self._column = self._columns = 0
        elif tag in ("table:table-cell", "table:covered-table-cell"):
            self._column += self._columns
            self._columns = int(attributes.get("table:number-columns-repeated", 1))
            self._cell(attributes)

    def _cell(self, attributes: dict[str, str]) -> None:
        row, column, sheet = self._row + 1, self._column, self._sheet
        if "office:value-type" in attributes:
            sheet.rows = max(sheet.rows, self._row + self._rows)
            sheet.columns = max(sheet.columns, column + self._columns)
        if attributes.get("calcext:value-type") == "error":
            self._error = []
        wide = int(attributes.get("table:number-columns-spanned", 1))
        high = int(attributes.get("table:number-rows-spanned", 1))
        if wide > 1 or high > 1:
            sheet.merged.append((row, column, row + high - 1, column + wide - 1))

    def _end(self, tag: str) -> None:
        if tag == "table:table-cell" and self._error is not None:
            self._sheet.errors[self._row + 1, self._column] = "".join(self._error).strip()
            self._error = None

    def _characters(self, text: str) -> None:
        if self._error is not None:
            self._error.append(text)
