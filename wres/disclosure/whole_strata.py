"""Groupings of bands of the whole trust: as its report tells of them, and beside its bands."""

from __future__ import annotations

import pandas as pd

from wres.counts.groupings import parts_of
from wres.counts.places import WHOLE, WORKFORCE
from wres.counts.totals import ALL, STRATA_OF
from wres.disclosure.builder import keys_of
from wres.disclosure.place_cells import COUNTS, PlaceCells, name_of
from wres.disclosure.system import Key, System

__all__ = ["are_told_by_report", "relate_to_bands"]


def are_told_by_report(cells: PlaceCells, rows: pd.DataFrame, indicator: str, source: str) -> bool:
    """Tell whether a report shows the whole trust's strata; and note which cells they are."""
    name = STRATA_OF[source]
    table = cells.trust_year.tables[name]
    counts = [one for one in table if one not in ("stratum", "ethnicity", "years", "hidden")]
    keys = {
        (*labels, column): key
        for column, printed in zip(COUNTS, counts[: len(COUNTS)], strict=True)
        for labels, key in keys_of(table, name, str(printed), ["stratum", "ethnicity"]).items()
    }
    if not keys or any(key not in cells.shown.system.cells for key in keys.values()):
        return False
    for _, row in rows.iterrows():
        for column in COUNTS:
            key = keys.get((str(row["band"]), str(row["group"]), column))
            if key is not None:
                cells.keys[name_of(indicator, (WHOLE, WHOLE), row, column)] = key
    return True


def relate_to_bands(cells: PlaceCells, system: System, key: Key | None, row: pd.Series) -> bool:
    """Relate the whole trust's staff of a stratum to the bands they are in."""
    tables = cells.trust_year.tables
    staff = keys_of(tables[WORKFORCE], WORKFORCE, "headcount", ["staff_group", "band", "ethnicity"])
    listed = list(dict.fromkeys((name, band) for name, band, _ in staff))
    parts = parts_of(listed, ALL, str(row["band"]))
    found = [
        staff[(*part, str(row["group"]))] for part in parts if (*part, str(row["group"])) in staff
    ]
    if key is None or len(found) < len(parts):
        return False
    if sum(system.cells[one].value for one in found) != system.cells[key].value:
        return False
    system.add_up(key, found)
    return True
