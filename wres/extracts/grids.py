"""Reading the sheets of a file as text, whatever sort of file it is."""

from __future__ import annotations

from wres.errors import InputError
from wres.extracts.contents import open_extract
from wres.extracts.contract import Grid
from wres.extracts.text_rows import read_text_rows
from wres.extracts.workbooks import read_workbook
from wres.sources.files import InputFile

__all__ = ["read_grids"]


def read_grids(file: InputFile, *, lines: bool = False) -> list[Grid]:
    """Read every sheet of a workbook, or the one table of a text file.

    With `lines`, a text of a workbook keeps its lines and blanks.

    Raises
    ------
    InputError
        It cannot be read, is damaged or locked, is not what its name says, is too large, or holds
        nothing.
    """
    kind, content = open_extract(file)
    if kind == "text":
        grids = [read_text_rows(file, content)]
    else:
        grids = read_workbook(file, kind, content, lines=lines)
    if not any((grid.cells != "").to_numpy().any() for grid in grids):
        raise InputError([file.problem(_empty(grids), "Export it again, or delete it,")])
    return grids


def _empty(grids: list[Grid]) -> str:
    sheets = [repr(grid.sheet) for grid in grids if grid.sheet is not None]
    return "must not be empty" + (f"; its sheets are {', '.join(sheets)}" if sheets else "")
