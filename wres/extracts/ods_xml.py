"""What the XML of an OpenDocument spreadsheet tells and its values do not."""

from __future__ import annotations

from xml.parsers import expat

from wres.extracts.archives import Archive
from wres.extracts.sheet_xml import SheetXml

__all__ = ["is_locked", "scan_ods"]


def is_locked(archive: Archive) -> bool:
    """Tell whether it is protected by a password."""
    return b"encryption-data" in archive.parts.get("META-INF/manifest.xml", b"")


def scan_ods(archive: Archive) -> dict[str, SheetXml]:
    """Look through every sheet.

    Raises
    ------
    KeyError, ExpatError
        There are no sheets, or they are damaged.
    """
    walk = _Walk()
    walk.parse(archive.parts["content.xml"])
    return walk.sheets


class _Walk:
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
        if attributes.get("office:value-type") == "percentage":
            sheet.percents.append((row, column))
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
