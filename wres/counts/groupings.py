"""Groupings of pay bands: head counts of several bands together, as rows of a table of their own.

They are made here and nowhere later, so that disclosure control holds them against the bands they
are made of. A band that no staff group gives by itself, of clinical and non-clinical staff
together, is such a sum too. What can't be made without a guess is a row without a count that says
why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import pandas as pd

from wres.definitions.bands import (
    ALL_BANDS,
    band_order,
    band_words,
    is_part_of_another,
    load_bands,
    parse_band,
)
from wres.definitions.ethnicity import GROUPS
from wres.definitions.groupings import LEVELS, load_groupings

__all__ = ["NOBODY", "grouping_table", "parts_of", "senior_bands"]

ALL: Final = "all"
HALVES: Final[tuple[str, ...]] = ("clinical", "non-clinical")
# A row's reason where nobody is in the bands: no gap in what was supplied.
NOBODY: Final = "no staff are in these bands"
UNLISTED: Final = "some staff are in bands that were not given"
Cell = tuple[str, str]
Counts = dict[str, int]
Wanted = tuple[str, str]


def grouping_table(workforce: pd.DataFrame, band_groups: Sequence[str] = ()) -> pd.DataFrame:
    """Make the groupings that figures need of a workforce table with totals.

    Parameters
    ----------
    workforce : DataFrame
        With its totals (`wres.counts.workforce`).
    band_groups : sequence of str
        Groupings that the trust wants shown.

    Returns
    -------
    DataFrame
        Columns of the workforce table and `why`; `band` is the label of the grouping. Those that
        the workforce table gives already are left out.
    """
    cells = _counts(workforce)
    rows = [
        row
        for staff_group, label in _wanted(list(cells), band_groups)
        if (staff_group, label) not in cells
        for row in _rows(cells, staff_group, label)
    ]
    columns = ["staff_group", "band", "ethnicity", "headcount", "percent", "why"]
    frame = pd.DataFrame(rows, columns=columns)
    types = {"headcount": "Int64", "percent": "Float64"}
    return frame.astype(dict.fromkeys(["staff_group", "band", "ethnicity", "why"], "str") | types)


def parts_of(cells: Iterable[Cell], staff_group: str, label: str) -> list[Cell]:
    """Give the listed cells whose people are just those of a grouping.

    The staff group's own bands where they can make it; for all staff else those of clinical and
    of non-clinical staff. None where a band lies across the grouping's edge or nothing is in it.
    """
    listed = list(cells)
    for sides in ((staff_group,), HALVES if staff_group == ALL else ()):
        parts = [cell for cell in listed if cell[0] in sides and _overlaps(cell[1], label)]
        if parts and all(_members(band) <= _members(label) for _, band in parts):
            return parts
    return []


def _wanted(cells: list[Cell], band_groups: Sequence[str]) -> Iterator[Wanted]:
    """Yield staff group and label of each grouping once."""
    disparity = [load_groupings().race_disparity.band(level) for level in LEVELS]
    given = {name for name, band in cells if _is_counted(band)}
    wanted: list[Wanted] = [
        (half, label) for half in HALVES if half in given for label in disparity
    ]
    labels = [parse_band(label).label for label in band_groups]
    wanted += [(name, label) for name in (*HALVES, ALL) if name in given for label in labels]
    if given:
        wanted += [(ALL, label) for label in senior_bands(cells)]
    yield from dict.fromkeys(wanted)


def senior_bands(cells: Iterable[Cell]) -> list[str]:
    """Choose the senior bands of all staff: single ones, or as they are given where they aren't."""
    singles = load_groupings().model_employer.bands
    senior = frozenset[str]().union(*map(_members, singles))
    given = {band for _, band in cells if _is_counted(band) and _members(band) <= senior}
    grouped = {band for band in given if len(_members(band)) > 1}
    apart = [one for one in singles if not any(_overlaps(one, band) for band in grouped)]
    return sorted([*apart, *grouped], key=band_order)


def _rows(cells: dict[Cell, Counts], staff_group: str, label: str) -> Iterator[dict[str, object]]:
    why = _why_not(cells, staff_group, label)
    counts = {} if why else _added(cells[part] for part in parts_of(cells, staff_group, label))
    for group in (*GROUPS, ALL):
        names = {"staff_group": staff_group, "band": label, "ethnicity": group}
        yield {**names, "headcount": counts.get(group), "percent": None, "why": why}


def _added(parts: Iterable[Counts]) -> Counts:
    """Add up each group that every part knows: one missing from any part has no sum."""
    rows = list(parts)
    return {
        group: sum(row[group] for row in rows)
        for group in (*GROUPS, ALL)
        if rows and all(group in row for row in rows)
    }


def _why_not(cells: dict[Cell, Counts], staff_group: str, label: str) -> str:
    """Say why a grouping can't be made; nothing where it can."""
    parts = parts_of(cells, staff_group, label)
    if not parts:
        across = _across(cells, staff_group, label)
        if across:
            return f"staff were given in {across} together"
        return NOBODY if _lists_everyone(cells, staff_group) else UNLISTED
    sides = {part[0] for part in parts}
    if staff_group not in sides and not _lists_everyone(cells, staff_group):
        return UNLISTED
    for side in sides:
        covered = frozenset[str]().union(*(_members(band) for name, band in parts if name == side))
        if covered != _of_side(label, side) and not _lists_all(cells, side):
            return UNLISTED
    return ""


def _across(cells: Iterable[Cell], staff_group: str, label: str) -> str:
    sides = (staff_group, *HALVES) if staff_group == ALL else (staff_group,)
    found = {
        band
        for name, band in cells
        if name in sides and _overlaps(band, label) and not _members(band) <= _members(label)
    }
    return " and in ".join(band_words(band) for band in sorted(found, key=band_order))


def _lists_everyone(cells: dict[Cell, Counts], staff_group: str) -> bool:
    """Tell whether bands leave nobody of a staff group out; all staff by way of both halves."""
    if _lists_all(cells, staff_group):
        return True
    if staff_group != ALL or not all(_lists_all(cells, half) for half in HALVES):
        return False
    wholes = [cells[half, ALL_BANDS] for half in HALVES]
    return _added(wholes) == cells.get((ALL, ALL_BANDS))


def _lists_all(cells: dict[Cell, Counts], side: str) -> bool:
    """Tell whether a staff group's bands add up to the staff group, in every ethnic group."""
    bands = [counts for (name, band), counts in cells.items() if name == side and _is_counted(band)]
    added = _added(bands)
    return added.keys() == {*GROUPS, ALL} and added == cells.get((side, ALL_BANDS))


def _of_side(label: str, side: str) -> frozenset[str]:
    """Give the bands that staff of a side can be in: medical and dental staff are clinical."""
    members = _members(label)
    return members & set(load_bands().agenda_for_change) if side == HALVES[1] else members


def _counts(workforce: pd.DataFrame) -> dict[Cell, Counts]:
    """Look up the counts of each cell by group, as far as they are known."""
    made: dict[Cell, Counts] = {}
    for name, band, group, count in workforce[
        ["staff_group", "band", "ethnicity", "headcount"]
    ].itertuples(index=False, name=None):
        cell = made.setdefault((str(name), str(band)), {})
        if pd.notna(count):
            cell[str(group)] = int(count)
    return made


def _is_counted(band: str) -> bool:
    return band != ALL_BANDS and not is_part_of_another(band)


def _overlaps(band: str, label: str) -> bool:
    return _is_counted(band) and bool(_members(band) & _members(label))


def _members(band: str) -> frozenset[str]:
    return parse_band(band).members
