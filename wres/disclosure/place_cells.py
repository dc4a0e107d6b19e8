"""Counts of places as cells of one system: their groups, the whole trust, places within places."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

import pandas as pd

from wres.counts.places import WHOLE, WORKFORCE, Places
from wres.counts.same_people import SamePeople
from wres.counts.totals import ALL
from wres.definitions.bands import ALL_BANDS
from wres.definitions.ethnicity import GROUPS
from wres.definitions.indicators import indicators
from wres.disclosure.builder import (
    MISSED,
    Builder,
    Labels,
    cell_of,
    groups_add_up,
    is_few,
    keys_of,
)
from wres.disclosure.place_sums import What, add_places
from wres.disclosure.profiles import Profile, Rule
from wres.disclosure.settled import Shown
from wres.disclosure.system import Key, System
from wres.sources import TrustYear

__all__ = ["COUNTS", "TABLE", "PlaceCells", "add_left_over", "name_of"]

TABLE: Final = "places"
COUNTS: Final = ("people", "events")
Crossing = tuple[str, str]
Spot = tuple[str, str]


@dataclass
class PlaceCells:
    """The counts of places so far, added source by source and dimension by dimension.

    `keys` tells by indicator, crossing, place, band, group and column which cell a count is: the
    staff of a place are one cell, whichever source counts them.
    """

    places: Places
    trust_year: TrustYear
    profile: Profile
    shown: Shown
    keys: dict[tuple[object, ...], Key] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for indicator, name, base, event in _report_columns():
            if name in self.trust_year.tables:
                table = self.trust_year.tables[name]
                for column, printed in ((COUNTS[0], base), (COUNTS[1], event)):
                    for group, key in _wholes(table, name, printed).items():
                        self.keys[(indicator, (WHOLE, WHOLE), ("", ""), ALL, group, column)] = key

    def choose(
        self, rows: pd.DataFrame, crossing: Crossing, indicator: str, source: str
    ) -> set[tuple[int, str]]:
        """Choose which counts of whole places are withheld; give their rows and columns."""
        if crossing == (WHOLE, WHOLE):
            return self.hidden_of(rows[rows["band"].eq(ALL)], crossing, indicator)
        own = rows[rows["band"].eq(ALL)]
        system = self.shown.copy()
        builder = Builder(self.trust_year, self.profile, system)
        for column in COUNTS:
            self._add(builder, own, crossing, indicator, column)
        for column in COUNTS:
            self._relate(builder, own, crossing, (indicator, source, column))
        self._left_over(builder, own, crossing, indicator, source)
        self.shown.choose(system)
        return self.hidden_of(own, crossing, indicator)

    def hidden_of(
        self, rows: pd.DataFrame, crossing: Crossing, indicator: str
    ) -> set[tuple[int, str]]:
        """Give the rows and columns whose cell is withheld."""
        return {
            (int(str(at)), column)
            for at, row in rows.iterrows()
            for column in COUNTS
            if self.key(indicator, crossing, row, column) in self.shown.hidden
        }

    def key(self, indicator: str, crossing: Crossing, row: pd.Series, column: str) -> Key | None:
        """Give the cell of a row's count."""
        return self.keys.get(name_of(indicator, crossing, row, column))

    def rule(self, indicator: str, source: str, column: str) -> Rule:
        """Give the rule of a count: that of a part, whatever is said of the whole trust."""
        part = self.profile.rule(WORKFORCE, "part")
        if column == COUNTS[0] and source != "recruitment":
            return part
        own = self.profile.rule(source)
        return part if own.shown else own

    def _add(
        self, builder: Builder, rows: pd.DataFrame, crossing: Crossing, indicator: str, column: str
    ) -> None:
        source = next(one[1] for one in _report_columns() if one[0] == indicator)
        rule = self.rule(indicator, source, column)
        for at, row in rows.dropna(subset=column).iterrows():
            count, group = int(row[column]), str(row["group"])
            staff = self.key(WORKFORCE, crossing, row, COUNTS[0])
            same = staff is not None and builder.system.cells[staff].value == count
            if same and indicator != WORKFORCE and column == COUNTS[0] and source != "recruitment":
                self.keys[name_of(indicator, crossing, row, column)] = staff  # type: ignore[assignment]
                continue
            key = (TABLE, int(str(at)), column)
            self.keys[name_of(indicator, crossing, row, column)] = key
            cell = cell_of(count, rule)
            cost = MISSED[group] * (3 if count == 0 else 1) * (1 + len(str(count)))
            builder.system.cells[key] = replace(cell, cost=cost)

    def _relate(
        self, builder: Builder, rows: pd.DataFrame, crossing: Crossing, what: tuple[str, str, str]
    ) -> None:
        """Relate the groups of a place to each other, and each group to all that holds it."""
        indicator, source, column = what
        rule = self.profile.rule(WORKFORCE, "part")
        system = builder.system
        for _, own in rows.groupby(["place", "place_2"], sort=False):
            keys = {
                (str(row["group"]),): self.key(indicator, crossing, row, column)
                for _, row in own.iterrows()
            }
            known: Labels = {label: key for label, key in keys.items() if key is not None}
            if len(known) == len(GROUPS) + 1:
                if is_few(system, known[(ALL,)], rule):
                    for group in GROUPS:
                        builder.of_few(known[(group,)], rule)
                groups_add_up(system, known, ())
        rest = builder.rest(WORKFORCE, "part")
        for group in dict.fromkeys(rows["group"].astype(str)):
            count = (indicator, ALL, group, column)
            add_places(system, self.keys, crossing, count, self.same(source), self.shared, rest)

    @cached_property
    def shared(self) -> dict[tuple[What, Spot, Spot], int]:
        """Give what two places share, whatever is counted."""
        table = self.places.table
        rows = table[table["dimension_2"].ne("")]
        found: dict[tuple[What, Spot, Spot], int] = {}
        for row in rows.to_dict("records"):
            pair = (row["dimension"], row["place"]), (row["dimension_2"], row["place_2"])
            for column in COUNTS:
                if pd.notna(row[column]):
                    what = (row["indicator"], row["band"], row["group"], column)
                    found[what, *pair] = int(row[column])
        return found

    def same(self, source: str) -> tuple[SamePeople, ...]:
        """Give the places that hold the same people, as a source counts them, or as staff."""
        found = self.places.same_people
        return found.get(source, found.get(WORKFORCE, ()))

    def _left_over(
        self, builder: Builder, rows: pd.DataFrame, crossing: Crossing, indicator: str, source: str
    ) -> None:
        """Add those to whom an event did not happen: a reader subtracts them, and they are few."""
        rule = self.rule(indicator, source, COUNTS[1])
        for at, row in rows.iterrows():
            add_left_over(
                builder.system,
                rule,
                self.key(indicator, crossing, row, COUNTS[0]),
                self.key(indicator, crossing, row, COUNTS[1]),
                (TABLE, int(str(at)), "not events"),
            )


def add_left_over(
    system: System, rule: Rule, whole: Key | None, part: Key | None, rest: Key
) -> None:
    """Relate people, those with the event and those without."""
    if whole is None or part is None:
        return
    left = system.cells[whole].value - system.cells[part].value
    if left >= 0:  # cases of people who left may exceed the staff in post
        system.imply(rest, replace(cell_of(left, rule), implied=True, can_hide=False))
        system.add_up(whole, [part, rest])


def name_of(indicator: str, crossing: Crossing, row: pd.Series, column: str) -> tuple[object, ...]:
    """Name a row's count, whichever cell it is."""
    spot = (str(row["place"]), str(row["place_2"]))
    return (indicator, crossing, spot, str(row["band"]), str(row["group"]), column)


def _report_columns() -> list[tuple[str, str, str, str]]:
    """Give indicator, table, and the columns of people and of events, of each source of counts."""
    found = [(WORKFORCE, WORKFORCE, "headcount", "")]
    for record in indicators("ratio"):
        columns = (str(record.base_column), str(record.event_column))
        found.append((record.number, record.table, *columns))
    return found


def _wholes(table: pd.DataFrame, name: str, column: str) -> dict[str, Key]:
    if column not in table:
        return {}
    if name != WORKFORCE:
        return {group: key for (group,), key in keys_of(table, name, column, ["ethnicity"]).items()}
    whole = table[table["staff_group"].eq(ALL) & table["band"].eq(ALL_BANDS)]
    return {group: key for (group,), key in keys_of(whole, name, column, ["ethnicity"]).items()}
