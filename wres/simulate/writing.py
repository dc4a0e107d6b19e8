"""Writing an extract: the same rows give the same bytes, and every file says it is fictional."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

import numpy.typing as npt
import xlsxwriter

from wres.simulate.systems import FileForm, Systems, load_wording

__all__ = ["Sheet", "write_sheet"]

FICTIONAL = ("Fictional", "fictional")
# the date that every workbook says it was made on, whenever that was
_MADE = datetime(2024, 4, 1)


@dataclass
class Sheet:
    """The rows of one extract, as columns.

    Parameters
    ----------
    source : str
        Its source, the name of its file.
    columns : dict of str to array
        By field, the cells: text, days (numbers of the calendar, 0 for none) or numbers.
    days, numbers : set of str
        The fields that hold days, and those that hold numbers.
    """

    source: str
    columns: dict[str, npt.NDArray[Any]]
    days: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(next(iter(self.columns.values())))


def write_sheet(folder: Path, sheet: Sheet, systems: Systems, name: str | None = None) -> Path:
    """Write one extract in the form that the trust's system gives it."""
    form = systems.form(sheet.source, sheet.rows)
    path = folder / f"{name or sheet.source}{form.suffix}"
    if form.suffix == ".xlsx":
        _write_workbook(path, sheet, systems, form)
    else:
        _write_text(path, sheet, systems, form)
    return path


def _headings(sheet: Sheet, systems: Systems) -> list[str]:
    headings = systems.headings(sheet.source)
    return [FICTIONAL[0], *(headings[name] for name in sheet.columns)]


def _title(systems: Systems) -> str:
    return f"{systems.trust.name}. {load_wording().note}"


def _write_text(path: Path, sheet: Sheet, systems: Systems, form: FileForm) -> None:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=form.delimiter, lineterminator=form.line_end)
    if form.titled:
        writer.writerow([_title(systems)])
    writer.writerow(_headings(sheet, systems))
    columns = [
        systems.dates(cells) if name in sheet.days else cells
        for name, cells in sheet.columns.items()
    ]
    marks = [FICTIONAL[1]] * sheet.rows
    writer.writerows(zip(marks, *(cells.tolist() for cells in columns), strict=True))
    path.write_bytes(_encode(text.getvalue(), form.encoding))


def _encode(text: str, encoding: str) -> bytes:
    # plain `utf-16` would take this machine's byte order
    return b"\xff\xfe" + text.encode("utf-16-le") if encoding == "utf-16" else text.encode(encoding)


def _write_workbook(path: Path, sheet: Sheet, systems: Systems, form: FileForm) -> None:
    options = {"constant_memory": True, "default_date_format": "dd/mm/yyyy"}
    with xlsxwriter.Workbook(str(path), options) as workbook:
        note = load_wording().note
        workbook.set_properties({"title": note, "comments": note, "created": _MADE})
        page = workbook.add_worksheet("Extract")
        top = 0
        if form.titled:
            page.write_string(0, 0, _title(systems))
            top = 2
        for place, heading in enumerate(_headings(sheet, systems)):
            page.write_string(top, place, heading)
        _write_rows(page, top + 1, sheet, systems, form)


def _write_rows(page: Any, top: int, sheet: Sheet, systems: Systems, form: FileForm) -> None:
    kinds = ["text"]
    columns: list[list[Any]] = [[FICTIONAL[1]] * sheet.rows]
    for name, cells in sheet.columns.items():
        native = name in sheet.days and form.native_dates
        kinds.append("day" if native else "number" if name in sheet.numbers else "text")
        is_text_day = name in sheet.days and not native
        columns.append((systems.dates(cells) if is_text_day else cells).tolist())
    for row, line in enumerate(zip(*columns, strict=True), start=top):
        for place, (kind, cell) in enumerate(zip(kinds, line, strict=True)):
            _write_cell(page, row, place, kind, cell)


def _write_cell(page: Any, row: int, place: int, kind: str, cell: Any) -> None:
    if cell in ("", None) or (kind == "day" and not cell):
        return
    if kind == "text":
        page.write_string(row, place, cell)
    elif kind == "number":
        page.write_number(row, place, cell)
    else:
        page.write_datetime(row, place, date.fromordinal(cell))
