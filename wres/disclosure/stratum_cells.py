"""Counts of places within groupings of bands as cells of one system.

They are added to all other counts with every sum among them: to their place, to the trust and its
bands, to places that share people.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd

from wres.counts.places import WHOLE, WORKFORCE
from wres.counts.totals import ALL
from wres.definitions.indicators import indicators
from wres.disclosure.builder import Builder
from wres.disclosure.place_cells import (
    COUNTS,
    TABLE,
    Crossing,
    PlaceCells,
    Spot,
    add_left_over,
    name_of,
)
from wres.disclosure.place_sums import What, add_places
from wres.disclosure.system import Cell, Key, System
from wres.disclosure.whole_strata import relate_to_bands

__all__ = ["StratumCells"]


@dataclass
class StratumCells:
    """The strata of one indicator at all places of a crossing.

    Parameters
    ----------
    cells : PlaceCells
        All counts before them.
    rows : DataFrame
        Their counts.
    crossing, indicator, source
        Whose.
    least : dict
        What can't be kept as uncertain as it should be, and how uncertain it can.
    large : set of Key
        What is not small.
    """

    cells: PlaceCells
    rows: pd.DataFrame
    crossing: Crossing
    indicator: str
    source: str
    least: dict[Key, int] = field(default_factory=dict)
    large: set[Key] = field(default_factory=set)

    def parts(self) -> list[tuple[Spot, pd.DataFrame]]:
        """Give the rows of each place."""
        groups = self.rows.groupby(["place", "place_2"], sort=False)
        return [((str(spot[0]), str(spot[1])), part) for spot, part in groups]

    def people(self, spot: Spot) -> int:
        """Count the people of a place in all its strata."""
        own = self.rows[self.rows["place"].eq(spot[0]) & self.rows["place_2"].eq(spot[1])]
        return int(own["people"].sum())

    def trial(self, shown: set[Spot]) -> System | None:
        """Add the strata to all other counts, those of the places given as shown.

        None where the whole trust's can't be related to its bands.
        """
        system = self.cells.shown.copy()
        sums: dict[tuple[object, ...], list[Key]] = {}
        counts: dict[What, None] = {}
        for spot, part in self.parts():
            for at, row in part.iterrows():
                for column in COUNTS:
                    if pd.isna(row[column]):
                        continue
                    key = self._cell(system, int(str(at)), row, column, spot in shown)
                    group, band = str(row["group"]), str(row["band"])
                    own = (self.indicator, self.crossing, spot, ALL, group, column)
                    sums.setdefault(own, []).append(key)
                    counts[self.indicator, band, group, column] = None
                self._add_rest(system, int(str(at)), row)
                if self.crossing == (WHOLE, WHOLE):
                    staff = self.cells.key(self.indicator, self.crossing, row, COUNTS[0])
                    if not relate_to_bands(self.cells, system, staff, row):
                        return None
        for total, keys in sums.items():
            whole = self.cells.keys.get(total)
            if whole is not None and whole in system.cells and whole not in keys:
                system.add_up(whole, keys)
        same, names = self.cells.same(self.source), self.cells.keys
        rest = Builder(self.cells.trust_year, self.cells.profile, system).rest(WORKFORCE, "part")
        for what in counts if self.crossing != (WHOLE, WHOLE) else ():
            add_places(system, names, self.crossing, what, same, self.cells.shared, rest)
        return system

    def _cell(self, system: System, at: int, row: pd.Series, column: str, shown: bool) -> Key:
        count, key = int(row[column]), (TABLE, at, column)
        name = name_of(self.indicator, self.crossing, row, column)
        known = self._same_people(system, row, count) if column == COUNTS[0] else None
        if known is not None and not system.cells[known].implied:
            self.cells.keys[name] = known
            return known
        rule = self.cells.rule(self.indicator, self.source, column)
        protection = 0 if shown else min(rule.protection, self.least.get(key, rule.protection))
        system.cells[key] = Cell(count, not shown, protection, can_hide=False, implied=not shown)
        if not rule.is_small(count):
            self.large.add(key)
        self.cells.keys[name] = key
        if known is not None:
            system.add_up(key, [known])
        return key

    def _same_people(self, system: System, row: pd.Series, count: int) -> Key | None:
        """Find the cell of the same people, as staff or as another source counts them."""
        if self.source == "recruitment":
            return None
        others = {str(one.number): str(one.table) for one in indicators("ratio")}
        for one in (WORKFORCE, *others):
            key = self.cells.key(one, self.crossing, row, COUNTS[0])
            apart = one == self.indicator or others.get(one) == "recruitment"
            if key is not None and not apart and system.cells[key].value == count:
                return key
        return None

    def _add_rest(self, system: System, at: int, row: pd.Series) -> None:
        rule = self.cells.rule(self.indicator, self.source, COUNTS[1])
        keys = [self.cells.key(self.indicator, self.crossing, row, one) for one in COUNTS]
        add_left_over(system, rule, keys[0], keys[1], (TABLE, at, "not events"))

    def forget(self) -> None:
        """Take back which cells the strata are: none of them is shown."""
        for _, row in self.rows.iterrows():
            for column in COUNTS:
                self.cells.keys.pop(name_of(self.indicator, self.crossing, row, column), None)
