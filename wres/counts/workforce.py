"""Totals of the workforce: of each band, of each staff group, and of the whole trust."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from wres.counts.rows import joined
from wres.definitions.bands import is_part_of_another
from wres.definitions.ethnicity import GROUPS

__all__ = ["with_workforce_totals"]

ALL = "all"
Counts = dict[str, int | None]


def with_workforce_totals(table: pd.DataFrame) -> pd.DataFrame:
    """Add `all` rows to a workforce table, where they were not given and can be summed.

    A group that is missing from any part has no sum; it is never taken for zero. A total that was
    given stands as it is.
    """
    given = table[["staff_group", "band", "ethnicity", "headcount", "percent"]]
    staff_groups = [
        row
        for name, rows in given.groupby("staff_group", sort=False)
        if name != ALL and ALL not in set(rows["band"])
        for row in _rows(str(name), ALL, _summed(rows))
    ]
    whole = list(_rows(ALL, ALL, _whole(given))) if not _has_whole(given) else []
    rows = joined(given, [*staff_groups, *whole])
    return joined(rows, _cell_totals(rows))


def _rows(staff_group: str, band: str, counts: Counts) -> Iterator[dict[str, object]]:
    for group, count in counts.items():
        if count is not None:
            labels = {"staff_group": staff_group, "band": band, "ethnicity": group}
            yield {**labels, "headcount": count, "percent": None}


def _cell_totals(rows: pd.DataFrame) -> Iterator[dict[str, object]]:
    for (staff_group, band), cell in rows.groupby(["staff_group", "band"], sort=False):
        counts = _cell(cell)
        known = [count for count in counts.values() if count is not None]
        if len(known) == len(GROUPS):
            yield from _rows(str(staff_group), str(band), {ALL: sum(known)})


def _cell(rows: pd.DataFrame) -> Counts:
    heads: dict[str, int] = {}  # there are hundreds of cells, for each of which pandas takes long
    for group, count in zip(rows["ethnicity"], rows["headcount"], strict=True):
        if pd.notna(count):
            heads[group] = heads.get(group, 0) + int(count)
    return {group: heads.get(group) for group in GROUPS}


def _summed(rows: pd.DataFrame) -> Counts:
    """Add up the bands of one staff group."""
    bands = rows.groupby("band")
    # Senior medical managers are counted among the consultants already.
    return _add([_cell(cell) for band, cell in bands if not is_part_of_another(str(band))])


def _add(cells: list[Counts]) -> Counts:
    totals: Counts = {}
    for group in GROUPS:
        counts = [cell[group] for cell in cells]
        known = [count for count in counts if count is not None]
        totals[group] = sum(known) if cells and len(known) == len(counts) else None
    return totals


def _has_whole(table: pd.DataFrame) -> bool:
    return bool((table["staff_group"].eq(ALL) & table["band"].eq(ALL)).any())


def _whole(table: pd.DataFrame) -> Counts:
    """Return the whole workforce as the sum of the staff groups or of the bands given."""
    parts = {name: rows for name, rows in table.groupby("staff_group")}
    sums = [_summed(parts[ALL])] if ALL in parts else []
    if {"clinical", "non-clinical"} <= set(parts):
        sums.append(_add([_staff_group(parts[name]) for name in ("clinical", "non-clinical")]))
    # A few bands of all staff may stand beside the full tables: no sum of parts exceeds the whole.
    return max(sums, key=_people, default=dict.fromkeys(GROUPS))


def _people(counts: Counts) -> int:
    """Return how many people are counted; none where a group is missing."""
    known = [count for count in counts.values() if count is not None]
    return sum(known) if len(known) == len(GROUPS) else -1


def _staff_group(rows: pd.DataFrame) -> Counts:
    whole = rows[rows["band"].eq(ALL)]
    return _summed(rows) if whole.empty else _cell(whole)
