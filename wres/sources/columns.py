"""The columns of tables: what each holds, whether it must be there, whether it may be blank."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import pandas as pd

from wres.sources.cells import NUMBER, PERCENT, RATIO, WHOLE, CellError, Kind

__all__ = ["DIMENSIONS", "Column", "whole_trust"]


@dataclass(frozen=True)
class Column:
    """A column of a table.

    Parameters
    ----------
    name : str
        As in the header.
    kind : Kind
        What its cells hold.
    meaning : str
        What it says, for the data dictionary.
    required : bool
        Whether the file must have it.
    blank : bool
        Whether a cell of it may be left blank.
    """

    name: str
    kind: Kind
    meaning: str
    required: bool = True
    blank: bool = False

    def read(self, cell: str) -> object:
        """Read a cell; a blank one is missing, never zero."""
        if cell:
            return self.kind.read(cell)
        if self.blank:
            return None
        raise CellError("must not be blank", self._fill_in)

    @property
    def _fill_in(self) -> str:
        if self.kind in (WHOLE, PERCENT, NUMBER, RATIO):
            return (
                "Write 0 where the figure is zero, or leave the whole row out where it was not "
                "published,"
            )
        return "Fill the cell in"


def _read_dimension(cell: str) -> str | None:
    return None if cell.casefold() == "all" else cell


_PART = Kind("text", "must be text; `all` or a blank is the whole", _read_dimension)

DIMENSIONS: Final = (
    Column("division", _PART, "division that the row is about", required=False, blank=True),
    Column("directorate", _PART, "directorate that the row is about", required=False, blank=True),
    Column("site", _PART, "site that the row is about", required=False, blank=True),
    Column(
        "ethnic_group", _PART, "detailed group within the ethnicity", required=False, blank=True
    ),
)


def whole_trust(table: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows about the whole trust: those without a value in any dimension.

    In a table of events a row of a pay band is about a part of the trust, too.
    """
    dimensions = [column.name for column in DIMENSIONS if column.name in table]
    if "band" in table and "staff_group" not in table:
        dimensions.append("band")
    return table[table[dimensions].isna().all(axis=1)] if dimensions else table
