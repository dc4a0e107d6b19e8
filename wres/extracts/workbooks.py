"""Reading xlsx, xls and ods, after looking at what would hurt or mislead."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree
from xml.parsers import expat

import pandas as pd

from wres.errors import InputError
from wres.extracts.archives import Archive, open_archive
from wres.extracts.contents import LARGEST, require_size
from wres.extracts.contract import Grid
from wres.extracts.ods_xml import is_locked, scan_ods
from wres.extracts.sheet_xml import SheetXml, scan_xlsx
from wres.extracts.xls_records import find_errors
from wres.sources.files import InputFile

__all__ = ["read_workbook"]

_READER: Final = Path(__file__).with_name("sheet_reader.py")
_SECONDS: Final = 300
_SAVE_AGAIN: Final = "Open it in Excel or LibreOffice, save it again as xlsx,"


def read_workbook(file: InputFile, kind: str, content: bytes, *, lines: bool = False) -> list[Grid]:
    """Read every sheet of a workbook; charts and macros are no sheets.

    With `lines`, a text keeps its lines and blanks: those of an extract mean nothing.

    Raises
    ------
    InputError
        It is damaged, locked or too large.
    """
    if kind == "xls":
        errors = find_errors(content)
        return [_grid(file, one, SheetXml(errors=errors)) for one in _sheets(file, content, lines)]
    archive = open_archive(file, content)
    found = _scan(file, kind, archive)
    for name, xml in found.items():
        require_size(file, xml.rows, xml.columns, name)
    sheets = _sheets(file, archive.packed(), lines)
    return [_grid(file, one, found.get(one["name"], SheetXml())) for one in sheets]


def _scan(file: InputFile, kind: str, archive: Archive) -> dict[str, SheetXml]:
    if is_locked(archive):
        raise _locked(file)
    try:
        return scan_xlsx(archive) if kind == "xlsx" else scan_ods(archive)
    except (ElementTree.ParseError, expat.ExpatError, KeyError, ValueError):
        raise _damaged(file, "a part of it is damaged") from None


def _sheets(file: InputFile, content: bytes, lines: bool) -> list[dict[str, Any]]:
    command = [sys.executable, "-P", str(_READER), str(LARGEST), *(["--lines"] if lines else [])]
    try:
        done = subprocess.run(
            command, input=content, capture_output=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise _damaged(file, "it could not be read in five minutes") from None
    if done.returncode != 0:
        raise _damaged(file, "it is damaged")
    answer = json.loads(done.stdout)
    if "locked" in answer:
        raise _locked(file)
    if "fault" in answer:
        raise _damaged(file, str(answer["fault"]))
    return list(answer["sheets"])


def _damaged(file: InputFile, why: str) -> InputError:
    return InputError([file.problem(f"must be a workbook that can be read ({why})", _SAVE_AGAIN)])


def _locked(file: InputFile) -> InputError:
    rule = "must not be protected by a password"
    return InputError([file.problem(rule, "Save it without a password")])


def _grid(file: InputFile, sheet: dict[str, Any], xml: SheetXml) -> Grid:
    require_size(file, sheet["height"], sheet["width"], sheet["name"])
    rows = sheet["rows"]
    _show_errors(rows, xml)
    _show_percents(rows, xml)
    return Grid(
        str(sheet["name"]),
        pd.DataFrame(rows, index=range(1, len(rows) + 1), dtype="str"),
        frozenset((row, column) for row, column in sheet["dates"]),
        dict(xml.faults),
        tuple((top, left, bottom, right) for top, left, bottom, right in _merged(sheet, xml)),
        hidden=sheet["hidden"],
    )


def _merged(sheet: dict[str, Any], xml: SheetXml) -> list[Any]:
    return [*sheet["merged"], *xml.merged]


def _show_errors(rows: list[list[str]], xml: SheetXml) -> None:
    for (row, column), error in xml.errors.items():
        if row <= len(rows) and column < len(rows[row - 1]) and not rows[row - 1][column]:
            rows[row - 1][column] = error


def _show_percents(rows: list[list[str]], xml: SheetXml) -> None:
    """Write as the sheet shows it what it stores as a hundredth."""
    for row, column in xml.percents:
        if row <= len(rows) and column < len(rows[row - 1]):
            stored = rows[row - 1][column]
            rows[row - 1][column] = f"{100 * float(stored):.12g}%"
