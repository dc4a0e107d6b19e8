"""Rows of divisions, directorates and sites that are missing beside others of the same place."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from wres.check.figures import Figures, listed, missing_groups
from wres.check.findings import Finding, Limits
from wres.sources.places import crossings_given, place_rows

__all__ = ["place_rows_missing"]

_TABLES = ("workforce", "recruitment", "disciplinary", "training")
_KINDS = ("staff_group", "band")


def place_rows_missing(now: Figures, before: Figures | None, limits: Limits) -> Iterator[Finding]:
    """Find places of which a staff group or band has rows of some ethnic groups, not of all.

    What no group has a row of is left alone: nobody may be in it. A group that the whole table
    lacks is told of the table.
    """
    for name in _TABLES:
        table = now.read.tables.get(name)
        if table is None:
            continue
        wanted = set(table["ethnicity"])
        for crossing in crossings_given(table):
            for place, rows in place_rows(table, crossing).groupby(list(crossing), sort=False):
                told = list(_lacking(rows, wanted))
                if told:
                    yield _finding(now, name, ", ".join(map(str, place)), told)


def _lacking(rows: pd.DataFrame, wanted: set[str]) -> Iterator[str]:
    """Yield what is missing of a place: its labels and ethnic group."""
    kinds = [one for one in _KINDS if one in rows]
    own = rows[[*kinds, "ethnicity"]].fillna(dict.fromkeys(kinds, ""))
    cells: dict[tuple[str, ...], set[str]] = {}
    for *labels, group in own.itertuples(index=False, name=None):
        cells.setdefault(tuple(map(str, labels)), set()).add(str(group))
    for cell, groups in cells.items():
        missing = [one for one in missing_groups(groups) if one in wanted]
        if missing:
            yield " ".join([*(one for one in cell if one), listed(missing)])


def _finding(now: Figures, name: str, place: str, told: list[str]) -> Finding:
    rule = f"rows are missing that other ethnic groups of the place have: {'; '.join(told)}"
    remedy = (
        "Write a row with 0 if nobody is in the group; a row that is not there is a count that is "
        f"not known, and no total of {place} is made of it."
    )
    return now.finding("place-row-missing", name, rule, remedy, place)
