"""Finding the rows of an extract: its sheet, its header, which column is which field."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

import pandas as pd

from wres.definitions.headings import accepted_headings, fold_heading
from wres.errors import InputError
from wres.extracts.contract import Extract, Grid, Layout
from wres.extracts.grids import read_grids
from wres.sources.files import InputFile
from wres.sources.trust import ExtractSettings

__all__ = ["read_extract"]

# Systems print titles, filters and dates above the header; none is known to fill more than this.
_LAST_HEADER_ROW: Final = 20
_TOTAL: Final = re.compile(r"(grand |overall |sub ?)?totals?\b.*", re.IGNORECASE)


@dataclass(frozen=True)
class _Header:
    """A row of a sheet taken as its header: by field, the columns whose heading means it."""

    grid: Grid
    row: int
    columns: dict[str, list[int]]

    def lacks(self, layout: Layout) -> list[str]:
        return [f.name for f in layout.fields if f.required and f.name not in self.columns]

    def heading(self, column: int) -> str:
        return str(self.grid.cells.loc[self.row, column])

    def text(self, name: str) -> pd.Series[str]:
        return self.grid.cells[self.columns[name][0]]


def read_extract(
    file: InputFile, layout: Layout, settings: ExtractSettings | None = None
) -> Extract:
    """Read one extract under the names of its fields.

    Parameters
    ----------
    file : InputFile
        The file.
    layout : Layout
        Its source's fields.
    settings : ExtractSettings, optional
        The trust's own headings beside those of `definitions/headings.yml`.

    Raises
    ------
    InputError
        The file cannot be read, or no one sheet has the headings of the required fields.
    """
    grids = read_grids(file)
    meanings = _meanings(file, layout, settings or ExtractSettings())
    header = _choose(file, layout, [_header(grid, meanings) for grid in grids])
    below = header.grid.cells.loc[header.row + 1 :]
    kept = below.loc[(below != "").any(axis=1)]
    rows = pd.DataFrame({name: kept[columns[0]] for name, columns in header.columns.items()})
    return Extract(
        file,
        layout,
        header.grid.sheet,
        rows,
        {name: header.heading(columns[0]) for name, columns in header.columns.items()},
        {
            name: frozenset(r for r, c in header.grid.dates if c == columns[0] and r in kept.index)
            for name, columns in header.columns.items()
        },
        header.grid.notes,
    )


def _meanings(file: InputFile, layout: Layout, settings: ExtractSettings) -> dict[str, str]:
    """Give the field of each folded heading; the trust's own headings win."""
    known = accepted_headings(layout.source)
    own = settings.headings.get(layout.source, {})
    names = {one.name for one in layout.fields}
    together = known | {fold_heading(heading): name for heading, name in own.items()}
    return {heading: name for heading, name in together.items() if name in names}


def _header(grid: Grid, meanings: dict[str, str]) -> _Header:
    tops = [_columns(grid, row, meanings) for row in grid.cells.index[:_LAST_HEADER_ROW]]
    best = max(range(len(tops)), key=lambda place: len(tops[place]), default=None)
    if best is None:
        return _Header(grid, 1, {})
    return _Header(grid, int(grid.cells.index[best]), tops[best])


def _columns(grid: Grid, row: int, meanings: dict[str, str]) -> dict[str, list[int]]:
    columns: dict[str, list[int]] = {}
    for column, heading in grid.cells.loc[row].items():
        name = meanings.get(fold_heading(str(heading)))
        if name is not None:
            columns.setdefault(name, []).append(int(str(column)))
    return columns


def _choose(file: InputFile, layout: Layout, headers: list[_Header]) -> _Header:
    fitting = [header for header in headers if header.columns and not header.lacks(layout)]
    if len(fitting) == 1:
        return fitting[0]
    raise InputError([file.problem("no sheet fits", "Correct it")])
