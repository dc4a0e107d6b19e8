"""Reading xlsx, xls and ods, after looking at what would hurt or mislead."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pandas as pd

from wres.errors import InputError
from wres.extracts.archives import open_archive
from wres.extracts.contents import LARGEST, require_size
from wres.extracts.contract import Grid
from wres.extracts.sheet_xml import SheetXml, scan_sheets
from wres.sources.files import InputFile

__all__ = ["read_workbook"]

_READER: Final = Path(__file__).with_name("sheet_reader.py")
_SECONDS: Final = 300
_SAVE_AGAIN: Final = "Open it in Excel or LibreOffice, save it again as xlsx,"


def read_workbook(file: InputFile, kind: str, content: bytes) -> list[Grid]:
    """Read every sheet of a workbook; charts and macros are no sheets.

    Raises
    ------
    InputError
        It is damaged, locked or too large.
    """
    found: Mapping[str, SheetXml] = {}
    if kind != "xls":
        archive = open_archive(file, content)
        found, content = scan_sheets(file, kind, archive), archive.packed()
        for name, sheet in found.items():
            require_size(file, sheet.rows, sheet.columns, name)
    return [_grid(file, sheet, found) for sheet in _sheets(file, content)]


def _sheets(file: InputFile, content: bytes) -> list[dict[str, Any]]:
    command = [sys.executable, "-P", str(_READER), str(LARGEST)]
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
        action = "Save it without a password"
        raise InputError([file.problem("must not be protected by a password", action)])
    if "fault" in answer:
        raise _damaged(file, str(answer["fault"]))
    return list(answer["sheets"])


def _damaged(file: InputFile, why: str) -> InputError:
    return InputError([file.problem(f"must be a workbook that can be read ({why})", _SAVE_AGAIN)])


def _grid(file: InputFile, sheet: dict[str, Any], found: Mapping[str, SheetXml]) -> Grid:
    name = str(sheet["name"])
    require_size(file, sheet["height"], sheet["width"], name)
    rows = sheet["rows"]
    xml = found.get(name, SheetXml())
    for (row, column), error in xml.errors.items():
        if row <= len(rows) and column < len(rows[row - 1]):
            rows[row - 1][column] = error
    return Grid(
        name,
        pd.DataFrame(rows, index=range(1, len(rows) + 1), dtype="str"),
        frozenset((row, column) for row, column in sheet["dates"]),
        dict(xml.faults),
        tuple(tuple(ends) for ends in [*sheet["merged"], *xml.merged]),
        hidden=sheet["hidden"],
    )
