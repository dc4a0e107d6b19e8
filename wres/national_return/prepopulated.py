"""`prepopulated.csv`: figures that the form arrived with, taken from ESR, to be verified."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from wres.errors import InputError
from wres.national_return.fields import fields_in
from wres.sources.cells import NUMBER, TEXT, CellError, Kind
from wres.sources.columns import Column
from wres.sources.folders import YearFolder
from wres.sources.rules import given_once
from wres.sources.tables import Table, check_table

__all__ = ["PREPOPULATED", "field_number", "prepopulated_table", "read_prepopulated"]

PREPOPULATED = "prepopulated.csv"


def field_number(numbers: Iterable[str], form: str) -> Kind:
    """Make a kind of cell that holds the number of a field, case aside."""
    known = {number.casefold(): number for number in numbers}
    rule = f"must be the number of a field of {form}, as the workbook gives it (19B)"

    def read(cell: str) -> str:
        try:
            return known[cell.casefold()]
        except KeyError:
            raise CellError(rule) from None

    return Kind("field number", rule, read)


def prepopulated_table(year: int) -> Table:
    """Give the schema of the file for a year's form."""
    numbers = [field.number for field in fields_in(year)]
    return Table(
        name="prepopulated",
        columns=(
            Column("field", field_number(numbers, f"the {year} form"), "number of the field"),
            Column("value", NUMBER, "the figure that the form arrived with"),
            Column(
                "reason",
                TEXT,
                "why the trust's own figure differs",
                required=False,
                blank=True,
            ),
        ),
        rules=(given_once("field"),),
    )


def read_prepopulated(folder: YearFolder) -> pd.DataFrame | None:
    """Read a year's pre-populated figures; None where there is no such file.

    Raises
    ------
    InputError
        The file is at fault; every problem is named.
    """
    file = folder.table(PREPOPULATED)
    if not file.path.exists():
        return None
    checked = check_table(prepopulated_table(folder.year), file)
    if checked.problems:
        raise InputError(checked.problems)
    return checked.frame
