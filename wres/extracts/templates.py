"""Templates of `wres new` that nobody has filled in: there is no extract yet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from wres.errors import InputError
from wres.extracts.contract import Grid
from wres.extracts.grids import read_grids
from wres.sources.files import InputFile

__all__ = ["TEMPLATE_NOTE", "is_unfilled", "is_unfilled_template"]

# Cell A1 of a template begins with it; the headings stand in the second row.
TEMPLATE_NOTE: Final = "Template made by wres new"

# One without rows has some 10 kB; larger workbooks need not be read to be told from it.
_LARGEST: Final = 100_000


def is_unfilled(file: InputFile) -> bool:
    """Tell whether a file is a template as it was made."""
    try:
        small = file.path.is_file() and file.path.stat().st_size <= _LARGEST
        is_workbook = file.path.suffix.casefold() == ".xlsx"
        return small and is_workbook and is_unfilled_template(read_grids(file))
    except (InputError, OSError):
        return False  # something is there; who reads it tells what is wrong with it


def is_unfilled_template(grids: Sequence[Grid]) -> bool:
    """Tell whether a workbook is a template with no row below its headings."""
    first = next((grid for grid in grids if not grid.cells.empty), None)
    if first is None or not str(first.cells.iat[0, 0]).startswith(TEMPLATE_NOTE):
        return False
    return not (first.cells.iloc[2:] != "").to_numpy().any()
