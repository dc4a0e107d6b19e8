"""A program of its own: reads a workbook from stdin and writes its sheets to stdout as JSON.

calamine ends the whole process when a damaged workbook makes it ask for too much memory; here only
this one ends, and whoever started it can say so. It imports nothing of ours: it is run by its path.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

_MEMORY: Final = 6 << 30


def main() -> None:
    """Answer with `{"sheets": [...]}`, `{"locked": true}` or `{"fault": "..."}`."""
    _limit_memory()
    largest, lines = int(sys.argv[1]), "--lines" in sys.argv
    try:
        answer = _read(sys.stdin.buffer.read(), largest, lines)
    except PasswordError:
        answer = {"locked": True}
    except CalamineError as fault:
        answer = {"fault": " ".join(str(fault).split())}
    # dumps is written in C, dump is not
    sys.stdout.write(json.dumps(answer))


def _limit_memory() -> None:
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        return
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    if hard == resource.RLIM_INFINITY or hard > _MEMORY:
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, hard))


def _read(content: bytes, largest: int, lines: bool) -> dict[str, Any]:
    with CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
        sheets = [
            _sheet(workbook.get_sheet_by_name(one.name), largest, lines)
            | {"hidden": one.visible != SheetVisibleEnum.Visible}
            for one in workbook.sheets_metadata
            if one.typ == SheetTypeEnum.WorkSheet
        ]
    return {"sheets": sheets}


def _sheet(sheet: CalamineSheet, largest: int, lines: bool) -> dict[str, Any]:
    size = {"name": sheet.name, "height": sheet.total_height, "width": sheet.total_width}
    if sheet.total_height * sheet.total_width > largest:
        return size
    values = sheet.to_python(skip_empty_area=False)
    return size | {
        "rows": [[_text(value, lines) for value in row] for row in values],
        "dates": list(_dates(values)),
        "merged": list(_merged(sheet)),
    }


def _text(value: Any, lines: bool) -> str:
    """Write a cell as a person would; text, by far the most, first."""
    if isinstance(value, str):
        return value.strip() if lines else " ".join(value.split())
    if isinstance(value, float):
        # 15 digits are what Excel holds and shows: 0.1 + 0.2 is 0.3 there
        return str(int(value)) if value.is_integer() else f"{value:.15g}"
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, (date, time)):
        return value.isoformat()
    return str(value)


def _dates(values: list[list[Any]]) -> Iterator[tuple[int, int]]:
    for row, cells in enumerate(values, start=1):
        for column, value in enumerate(cells):
            if isinstance(value, (date, time, timedelta)):
                yield row, column


def _merged(sheet: CalamineSheet) -> Iterator[tuple[int, int, int, int]]:
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        yield top + 1, left, bottom + 1, right


if __name__ == "__main__":
    main()
