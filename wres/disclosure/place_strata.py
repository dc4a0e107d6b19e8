"""Counts of a place within groupings of bands: a place's are shown all, or none.

They are looked at after all whole places. They are shown where none of them is small and each
withheld count stays as uncertain with them as without; no other count is withheld for them.
"""

from __future__ import annotations

import pandas as pd

from wres.counts.groupings import parts_of
from wres.counts.places import WHOLE, WORKFORCE
from wres.counts.totals import ALL, STRATA_OF
from wres.disclosure.builder import keys_of
from wres.disclosure.place_cells import (
    COUNTS,
    TABLE,
    Crossing,
    PlaceCells,
    Spot,
    add_left_over,
    name_of,
)
from wres.disclosure.settled import least_sure
from wres.disclosure.system import Cell, Key, System

__all__ = ["withheld_strata_of"]


def withheld_strata_of(
    cells: PlaceCells, rows: pd.DataFrame, crossing: Crossing, indicator: str, source: str
) -> set[tuple[int, str]]:
    """Choose the places whose strata are withheld; give their rows and columns."""
    own = rows[rows["band"].ne(ALL)]
    if own.empty:
        return set()
    strata = _Strata(cells, own, crossing, indicator, source)
    if crossing == (WHOLE, WHOLE) and indicator != WORKFORCE:
        told = strata.told_by_report()
        return set() if told else strata.all_of(own)
    shown = {spot for spot, part in strata.parts() if strata.may_be_shown(spot, part)}
    trial = strata.trial(shown) if shown else None
    if trial is None or (cells.shown.secondary and least_sure(trial, cells.shown.hidden)):
        strata.forget()
        return strata.all_of(own)
    cells.shown.accept(trial, cells.shown.hidden)
    return {
        one for spot, part in strata.parts() if spot not in shown for one in strata.all_of(part)
    }


class _Strata:
    """The strata of one indicator at all places of a crossing."""

    def __init__(
        self, cells: PlaceCells, rows: pd.DataFrame, crossing: Crossing, indicator: str, source: str
    ) -> None:
        self.cells, self.rows = cells, rows
        self.crossing, self.indicator, self.source = crossing, indicator, source

    def parts(self) -> list[tuple[Spot, pd.DataFrame]]:
        """Give the rows of each place."""
        groups = self.rows.groupby(["place", "place_2"], sort=False)
        return [((str(spot[0]), str(spot[1])), part) for spot, part in groups]

    def all_of(self, rows: pd.DataFrame) -> set[tuple[int, str]]:
        """Give every count of some rows."""
        return {(int(str(at)), column) for at in rows.index for column in COUNTS}

    def told_by_report(self) -> bool:
        """Tell whether a report shows the whole trust's strata; and note which cells they are."""
        name = STRATA_OF[self.source]
        columns = _columns_of(self.cells, name)
        keys = {
            (*labels, column): key
            for column, printed in zip(COUNTS, columns, strict=True)
            for labels, key in keys_of(
                self.cells.trust_year.tables[name], name, printed, ["stratum", "ethnicity"]
            ).items()
        }
        if not keys or any(key not in self.cells.shown.system.cells for key in keys.values()):
            return False
        for _, row in self.rows.iterrows():
            for column in COUNTS:
                key = keys.get((str(row["band"]), str(row["group"]), column))
                if key is not None:
                    self.cells.keys[name_of(self.indicator, self.crossing, row, column)] = key
        return True

    def may_be_shown(self, spot: Spot, part: pd.DataFrame) -> bool:
        """Tell whether a place's strata are about enough people, and itself is shown."""
        for _, row in part.iterrows():
            counts = [row[column] for column in COUNTS]
            if pd.isna(counts[0]) or self._whole_is_hidden(spot, str(row["group"])):
                return False
            people = int(counts[0])
            rules = [self.cells.rule(self.indicator, self.source, one) for one in COUNTS]
            if rules[0].is_small(people):
                return False
            if pd.notna(counts[1]):
                events = int(counts[1])
                if rules[1].is_small(events) or rules[1].is_small(max(people - events, 0)):
                    return False
        return True

    def _whole_is_hidden(self, spot: Spot, group: str) -> bool:
        named = ((self.indicator, self.crossing, spot, ALL, group, one) for one in COUNTS)
        return any(self.cells.keys.get(name) in self.cells.shown.hidden for name in named)

    def trial(self, shown: set[Spot]) -> System | None:
        """Add the strata to all other counts, those of the places given as shown.

        None where the whole trust's can't be related to its bands.
        """
        system = self.cells.shown.copy()
        sums: dict[tuple[object, ...], list[Key]] = {}
        total: tuple[object, ...]
        for spot, part in self.parts():
            for at, row in part.iterrows():
                for column in COUNTS:
                    if pd.isna(row[column]):
                        continue
                    key = self._cell(system, int(str(at)), row, column, spot in shown)
                    group, band = str(row["group"]), str(row["band"])
                    own = (self.indicator, self.crossing, spot, ALL, group, column)
                    above = (self.indicator, (WHOLE, WHOLE), ("", ""), band, group, column)
                    for total in (own, above):
                        sums.setdefault(total, []).append(key)
                self._add_rest(system, int(str(at)), row)
                if self.crossing == (WHOLE, WHOLE) and not self._of_bands(system, row):
                    return None
        for total, keys in sums.items():
            whole = self.cells.keys.get(total)
            if whole is not None and whole in system.cells and whole not in keys:
                system.add_up(whole, keys)
        return system

    def _cell(self, system: System, at: int, row: pd.Series, column: str, shown: bool) -> Key:
        staff = self.cells.key(WORKFORCE, self.crossing, row, COUNTS[0])
        name = name_of(self.indicator, self.crossing, row, column)
        count = int(row[column])
        same = staff is not None and system.cells[staff].value == count
        if column == COUNTS[0] and self.source != "recruitment" and same and staff is not None:
            self.cells.keys[name] = staff
            return staff
        key = (TABLE, at, column)
        rule = self.cells.rule(self.indicator, self.source, column)
        small = not shown and rule.is_small(count)
        protection = rule.protection if small else 0
        system.cells[key] = Cell(count, small, protection, can_hide=False, implied=not shown)
        self.cells.keys[name] = key
        return key

    def _add_rest(self, system: System, at: int, row: pd.Series) -> None:
        rule = self.cells.rule(self.indicator, self.source, COUNTS[1])
        keys = [self.cells.key(self.indicator, self.crossing, row, one) for one in COUNTS]
        add_left_over(system, rule, keys[0], keys[1], (TABLE, at, "not events"))

    def _of_bands(self, system: System, row: pd.Series) -> bool:
        """Relate the whole trust's staff of a stratum to the bands they are in."""
        tables = self.cells.trust_year.tables
        staff = keys_of(
            tables[WORKFORCE], WORKFORCE, "headcount", ["staff_group", "band", "ethnicity"]
        )
        listed = list(dict.fromkeys((name, band) for name, band, _ in staff))
        parts = parts_of(listed, ALL, str(row["band"]))
        found = [
            staff[(*part, str(row["group"]))]
            for part in parts
            if (*part, str(row["group"])) in staff
        ]
        key = self.cells.key(self.indicator, self.crossing, row, COUNTS[0])
        if key is None or len(found) < len(parts):
            return False
        count = system.cells[key].value
        if sum(system.cells[one].value for one in found) != count:
            return False
        system.add_up(key, found)
        return True

    def forget(self) -> None:
        """Take back which cells the strata are: none of them is shown."""
        for _, row in self.rows.iterrows():
            for column in COUNTS:
                self.cells.keys.pop(name_of(self.indicator, self.crossing, row, column), None)


def _columns_of(cells: PlaceCells, name: str) -> tuple[str, str]:
    table = cells.trust_year.tables[name]
    counts = [one for one in table if one not in ("stratum", "ethnicity", "years", "hidden")]
    return str(counts[0]), str(counts[1])
