"""One sheet of a crosstab: its headers, and what each row and column of it stands for."""

from __future__ import annotations

from dataclasses import dataclass

from wres.extracts.contract import Grid
from wres.extracts.crosstab_columns import (
    HEADERS_ABOVE,
    Column,
    ethnic_columns,
    find_header,
    places_of,
    read_columns,
)
from wres.extracts.crosstab_lines import Line, read_lines
from wres.extracts.crosstab_words import StaffGroup, read_group_word
from wres.sources.trust import ExtractSettings

__all__ = ["Sheet", "find_sheet"]


@dataclass(frozen=True)
class Sheet:
    """A sheet that holds a crosstab.

    Parameters
    ----------
    grid : Grid
        Its cells.
    header : int
        The row of the ethnic groups.
    columns : tuple of Column
        The columns of counts.
    lines : tuple of Line
        The rows of counts.
    ignored : tuple of int
        Columns of shares and FTE beside the counts.
    """

    grid: Grid
    header: int
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    ignored: tuple[int, ...] = ()


def find_sheet(grid: Grid, settings: ExtractSettings | None = None) -> Sheet | None:
    """Read the layout of a crosstab; None where the grid holds none."""
    own = settings or ExtractSettings()
    header = find_header(grid, own)
    if header is None:
        return None
    first = min(ethnic_columns(grid, header, own))
    columns, ignored, start = read_columns(grid, header, first, own)
    names = [place for place in places_of(grid) if place < first]
    labels = grid.cells.loc[start:, names]
    counts = grid.cells.loc[start:, [one.place for one in columns]]
    outer = _outer_group(grid, header, names, own)
    lines = read_lines(labels, counts, outer, own)
    return Sheet(grid, header, columns, lines, ignored)


def _outer_group(
    grid: Grid, header: int, names: list[int], settings: ExtractSettings
) -> StaffGroup | None:
    """Give the staff group that the title or the sheet's name says everything is of."""
    above = grid.cells.loc[max(header - HEADERS_ABOVE, 1) : header, names]
    titles = [cell for cell in above.to_numpy().ravel() if cell]
    found = [read_group_word(text, settings) for text in (*titles, grid.sheet or "")]
    return next((one for one in found if one), None)
