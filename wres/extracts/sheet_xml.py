"""What the XML of a sheet tells and its values do not.

calamine gives a blank for an error (`#N/A`) and for a formula whose result was never stored; a
blank ethnic origin would be counted as unknown. It gives 0.253 for a cell that shows 25.3%. And it
reserves memory for the whole rectangle between the first and the last filled cell.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from xml.etree import ElementTree

from wres.extracts.archives import Archive
from wres.extracts.contract import Cell

__all__ = ["SheetXml", "scan_xlsx"]

_NO_RESULT: Final = "must hold a value; it holds a formula whose result is not stored"


@dataclass
class SheetXml:
    """What was found in the XML of a sheet; `rows` and `columns` reach to the last filled cell."""

    rows: int = 0
    columns: int = 0
    errors: dict[Cell, str] = field(default_factory=dict)
    faults: dict[Cell, str] = field(default_factory=dict)
    percents: list[Cell] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)


_RELATIONSHIP: Final = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)
# only cells have a letter and a number as their `r`; formatted blank ones close themselves
_PLACE: Final = re.compile(rb"""[" ]r=["']([A-Z]{1,3})([0-9]{1,7})["'][^>]*+(?<!/)>(?!</)""")
_CELL: Final = re.compile(rb"<(?:\w+:)?c ([^>]*)(?<!/)>(.*?)</(?:\w+:)?c>", re.DOTALL)
_AT: Final = re.compile(rb"""\br=["']([A-Z]{1,3})([0-9]{1,7})["']""")
_TYPE: Final = re.compile(rb"""\bt=["'](\w+)["']""")
_STYLE: Final = re.compile(rb"""\bs=["']([0-9]+)["']""")
_VALUE: Final = re.compile(rb"<(?:\w+:)?v(?: [^>]*)?>([^<]+)<")
_FORMULA: Final = re.compile(rb"<(?:\w+:)?f[ />]")

# an error or a formula, whatever the prefix; to look for these takes no time
_WORTH_A_LOOK: Final = (b'"e"', b"'e'", b"<f", b":f>", b":f ")


def scan_xlsx(archive: Archive) -> dict[str, SheetXml]:
    """Look through every sheet of an xlsx workbook.

    Raises
    ------
    KeyError, ElementTree.ParseError
        The workbook's own list of sheets is missing or damaged.
    """
    parts = {name.casefold(): part for name, part in archive.parts.items()}
    percent = _percent_styles(parts.get("xl/styles.xml", b"<none/>"))
    return {
        name: _scan_sheet(parts[path.casefold()], percent)
        for name, path in _sheet_parts(archive)
        if path.casefold() in parts
    }


def _percent_styles(xml: bytes) -> frozenset[bytes]:
    """Give the numbers of the styles that show 0.253 as 25.3%."""
    root = ElementTree.fromstring(xml)
    # 9 and 10 are Excel's own, 0% and 0.00%
    codes = {"9", "10"} | {
        one.get("numFmtId", "")
        for one in root.iterfind("{*}numFmts/{*}numFmt")
        if "%" in one.get("formatCode", "")
    }
    styles = enumerate(root.iterfind("{*}cellXfs/{*}xf"))
    return frozenset(str(place).encode() for place, one in styles if one.get("numFmtId") in codes)


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


def _scan_sheet(xml: bytes, percent: frozenset[bytes]) -> SheetXml:
    places = _PLACE.findall(xml)
    rows, columns = {row for _, row in places}, {letters for letters, _ in places}
    found = SheetXml(
        rows=max(map(int, rows), default=0), columns=max(map(_column, columns), default=0)
    )
    if percent or any(mark in xml for mark in _WORTH_A_LOOK):
        for cell in _CELL.finditer(xml):
            _judge(found, cell[1], cell[2], percent)
    return found


def _judge(found: SheetXml, attributes: bytes, content: bytes, percent: frozenset[bytes]) -> None:
    at, value = _AT.search(attributes), _VALUE.search(content)
    if at is None:
        return
    place = int(at[2]), _column(at[1]) - 1
    kind, style = _first(_TYPE, attributes), _first(_STYLE, attributes)
    if kind == b"e" and value is not None:
        found.errors[place] = value[1].decode()
    elif value is None and kind != b"str" and _FORMULA.search(content):
        # a formula whose result is an empty text says so: t="str"
        found.faults[place] = _NO_RESULT
    elif value is not None and style in percent and kind in (b"", b"n"):
        found.percents.append(place)


def _first(pattern: re.Pattern[bytes], attributes: bytes) -> bytes:
    match = pattern.search(attributes)
    return match[1] if match else b""


def _column(letters: bytes) -> int:
    """Give the number of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = 26 * number + letter - 64
    return number
