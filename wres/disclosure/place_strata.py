"""Counts of a place within groupings of bands: a place's are shown all, or none.

They are looked at after all whole places, with every sum among them: to their place, to the trust,
to places of the same people. A place's are shown where none of them is small, and where each count
that is withheld stays uncertain; else those of the smallest place beside it are withheld as well,
until it does. No other count is withheld for them.
"""

from __future__ import annotations

from typing import cast

import pandas as pd

from wres.counts.groupings import parts_of
from wres.counts.places import WHOLE, WORKFORCE
from wres.counts.totals import ALL, STRATA_OF
from wres.definitions.indicators import indicators
from wres.disclosure.builder import Builder, keys_of
from wres.disclosure.place_cells import (
    COUNTS,
    TABLE,
    Crossing,
    PlaceCells,
    Spot,
    add_left_over,
    name_of,
)
from wres.disclosure.place_sums import What, add_places, family
from wres.disclosure.ranges import Ranges
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
    shown = strata.choose()
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
        # What can't be kept as uncertain as it should be, and how uncertain it can; what is large.
        self.least: dict[Key, int] = {}
        self.large: set[Key] = set()

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

    def choose(self) -> set[Spot]:
        """Choose the places whose strata are shown, as many as give nothing away, and settle it."""
        settled, hidden = self.cells.shown, self.cells.shown.hidden
        shown = {spot for spot, part in self.parts() if self.may_be_shown(spot, part)}
        system = self.trial(shown)
        if system is None:
            self.forget()
            return set()
        if not settled.secondary:
            settled.accept(system, hidden)
            return shown
        ranges = Ranges(system)
        if shown and least_sure(system, hidden, ranges):
            shown = shown if self._can_be_kept(ranges, hidden) else set()
            system = self.trial(shown) or system
        while shown:
            # Withholding more takes no solution away: what was proven stays proven.
            ranges.system = system
            unsure = [key for key, _ in least_sure(system, hidden, ranges)]
            if not unsure:
                break
            shown = shown - self._givers(unsure, shown)
            system = self.trial(shown) or system
        settled.accept(system, hidden, ranges)
        return shown

    def _can_be_kept(self, ranges: Ranges, hidden: set[Key]) -> bool:
        """Tell whether small counts are unsure at least where no strata of places are shown.

        Others, of a group of nobody, say, are to be kept as uncertain as they are then.
        """
        bare = self.trial(set())
        if bare is None:
            return False
        least = Ranges(bare)
        least.seen = dict(ranges.seen)
        self.least = dict(least_sure(bare, hidden, least))
        return self.least.keys() <= self.large

    def _givers(self, unsure: list[Key], shown: set[Spot]) -> set[Spot]:
        """Find the smallest place beside each count that is too sure, to withhold it too."""
        same, found = self.cells.same(self.source), set[Spot]()
        order = sorted(shown, key=lambda spot: (self._people(spot), spot))
        named = {key: name for name, key in self.cells.keys.items() if key in set(unsure)}
        for name in (named[key] for key in unsure if key in named):
            dimensions, places = cast("tuple[Spot, Spot]", name[1:3])
            beside = family((dimensions[0], places[0]), self.crossing[0], same)
            near = [spot for spot in order if spot[0] in beside]
            if near and not found & set(near):
                found.add(near[0])
        return found or set(order[:1])

    def _people(self, spot: Spot) -> int:
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
                if self.crossing == (WHOLE, WHOLE) and not self._of_bands(system, row):
                    return None
        for total, keys in sums.items():
            whole = self.cells.keys.get(total)
            if whole is not None and whole in system.cells and whole not in keys:
                system.add_up(whole, keys)
        same, names = self.cells.same(self.source), self.cells.keys
        rest = Builder(self.cells.trust_year, self.cells.profile, system).rest(WORKFORCE, "part")
        for what in counts if self.crossing != (WHOLE, WHOLE) else ():
            add_places(system, names, self.crossing, what, same, rest)
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
