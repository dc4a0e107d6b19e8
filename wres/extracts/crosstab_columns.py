"""The columns of a crosstab: ethnic groups, under or over staff groups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import pandas as pd

from wres.definitions.ethnic_codes import Ethnicity, fold_words
from wres.extracts.contract import Grid
from wres.extracts.crosstab_words import (
    StaffGroup,
    is_number,
    is_share,
    read_ethnic_heading,
    read_group_word,
    total_of,
)
from wres.sources.trust import ExtractSettings

__all__ = ["HEADERS_ABOVE", "Column", "ethnic_columns", "find_header", "places_of", "read_columns"]

# Titles, filters and dates stand above the headers; none is known to fill more than this.
_LAST_HEADER_ROW: Final = 20
# a staff group may stand this many rows above the ethnic groups
HEADERS_ABOVE: Final = 3
_COUNT_WORDS: Final = frozenset({"headcount", "head count", "count", "number", "no", "n", "staff"})


@dataclass(frozen=True)
class Column:
    """What a column of counts stands for.

    Parameters
    ----------
    place : int
        Its number in the grid.
    heading : str
        As written.
    staff_group : str or None
        Where a header above names one.
    ethnicity : Ethnicity or None
        None for a total, or where the heading was not recognised.
    total_of : str or None
        For a total: the group it is the total of, or `all`.
    """

    place: int
    heading: str
    staff_group: StaffGroup | None
    ethnicity: Ethnicity | None
    total_of: str | None = None


def find_header(grid: Grid, settings: ExtractSettings) -> int | None:
    """Find the row whose cells are ethnic groups, with counts below them."""
    for row in grid.cells.index[:_LAST_HEADER_ROW]:
        found = ethnic_columns(grid, row, settings)
        if len({one.group for one in found.values()}) > 1:
            below = grid.cells.loc[row + 1 :, list(found)].to_numpy().ravel()
            filled = [cell for cell in below if cell]
            numbers = sum(is_number(cell) for cell in filled)
            if filled and 2 * numbers > len(filled):
                return int(row)
    return None


def ethnic_columns(grid: Grid, row: int, settings: ExtractSettings) -> dict[int, Ethnicity]:
    """Give the columns that have an ethnic group in this row."""
    cells = _cells(grid, row, places_of(grid))
    read = {int(str(place)): read_ethnic_heading(text, settings) for place, text in cells.items()}
    return {place: one for place, one in read.items() if one is not None}


def read_columns(
    grid: Grid, header: int, first: int, settings: ExtractSettings
) -> tuple[tuple[Column, ...], tuple[int, ...], int]:
    """Read every column from the first ethnic group on, and the row at which the body starts."""
    places = [place for place in places_of(grid) if place >= first]
    under = _under(grid, header, places, settings)
    headings = _cells(grid, header, places)
    if under is not None:
        headings = _fill(headings)
    groups = _groups_above(grid, header, places, settings)
    columns: list[Column] = []
    ignored: list[int] = []
    for place in places:
        below, heading = str(under[place]) if under is not None else "", str(headings[place])
        if not heading:
            continue
        if is_share(heading) or (below and is_share(below)):
            ignored.append(place)
        else:
            group = groups.get(place) or read_group_word(below, settings)
            columns.append(_column(place, heading, group, settings))
    return tuple(columns), tuple(ignored), header + 1 + (under is not None)


def places_of(grid: Grid) -> list[int]:
    """Give the numbers of a grid's columns."""
    return [int(place) for place in grid.cells.columns]


def _cells(grid: Grid, row: int, places: list[int]) -> pd.Series[str]:
    return pd.Series([str(grid.cells.loc[row, place]) for place in places], index=places)


def _under(
    grid: Grid, header: int, places: list[int], settings: ExtractSettings
) -> pd.Series[str] | None:
    """Give a second header row below the ethnic groups (Headcount and %, or staff groups)."""
    if header + 1 not in grid.cells.index:
        return None
    row = _cells(grid, header + 1, places)
    words = [cell for cell in row if cell]
    known = [_is_measure(word) or read_group_word(word, settings) for word in words]
    return row if words and all(known) else None


def _is_measure(heading: str) -> bool:
    return fold_words(heading) in _COUNT_WORDS or is_share(heading)


def _groups_above(
    grid: Grid, header: int, places: list[int], settings: ExtractSettings
) -> dict[int, StaffGroup | None]:
    """Give the staff group that a header above names for each column."""
    for row in range(header - 1, header - 1 - HEADERS_ABOVE, -1):
        if row not in grid.cells.index:
            continue
        read = [_group_heading(text, settings) for text in _cells(grid, row, places)]
        if any(read):
            return dict(zip(places, _carry(read), strict=True))
    return {}


def _carry(groups: list[StaffGroup | None]) -> list[StaffGroup | None]:
    carried: list[StaffGroup | None] = []
    for group in groups:
        carried.append(group or (carried[-1] if carried else None))
    return carried


def _group_heading(text: str, settings: ExtractSettings) -> StaffGroup | None:
    return "all" if total_of(text) == "" else read_group_word(text, settings)


def _fill(cells: pd.Series[str]) -> pd.Series[str]:
    """Carry a heading over the blank cells that follow it, as merged cells are stored."""
    return cells.where(cells != "").ffill().fillna("")


def _column(
    place: int, heading: str, group: StaffGroup | None, settings: ExtractSettings
) -> Column:
    folded = fold_words(heading)
    if total_of(heading) == "":
        return Column(place, heading, group, None, "all")
    bare = folded.removeprefix("total ").removesuffix(" total")
    ethnicity = read_ethnic_heading(bare if bare != folded else heading, settings)
    if bare != folded and ethnicity is not None:
        return Column(place, heading, group, None, ethnicity.group)
    return Column(place, heading, group, ethnicity)
