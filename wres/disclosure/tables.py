"""A trust's tables as one system of cells: what adds up to what, and what a reader can subtract."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations, product
from math import log1p
from typing import Any, Final

import pandas as pd

from wres.counts import ALL
from wres.counts.board import PARTS
from wres.definitions.bands import ALL_BANDS, is_part_of_another, parse_band
from wres.definitions.ethnicity import BME, GROUPS, UNKNOWN, WHITE
from wres.definitions.indicators import indicators
from wres.disclosure.profiles import Level, Profile, Rule
from wres.disclosure.system import Cell, Key, System
from wres.sources import TrustYear

__all__ = ["build_system", "is_published"]

EVERY_GROUP: Final = (*GROUPS, ALL)
# How much readers miss a withheld count: that of BME staff is what the standard asks for, and
# without a total no share of it can be shown.
MISSED: Final = {UNKNOWN: 1.0, WHITE: 2.0, BME: 3.0, ALL: 6.0}
HALVES: Final = ("clinical", "non-clinical")
WITHOUT: Final = "_without_international"


def is_published(trust_year: TrustYear, table: str) -> bool:
    """Tell whether a table's figures have been published by the trust already."""
    note = trust_year.sources.get(table)
    stated = None if note is None else note.already_published
    return trust_year.trust.already_published if stated is None else stated


@dataclass
class _Builder:
    """Adds one trust's tables to a system, cell by cell."""

    trust_year: TrustYear
    profile: Profile
    system: System

    def cell(self, key: Key, count: Any, level: Level, source: str, weight: float) -> None:
        cell = _cell(int(count), self.rule(source, level))
        zero = 3 if cell.value == 0 else 1  # that nobody is there is often the finding
        self.system.cells[key] = replace(cell, cost=weight * zero * (1 + log1p(cell.value)))

    def of_few(self, key: Key, rule: Rule) -> None:
        """Withhold a count among few people, whatever it is: a zero too tells what they are."""
        cell = self.system.cells.get(key)
        if cell is not None and not rule.shown and cell.can_hide:
            self.system.cells[key] = replace(cell, small=True)

    def rest(self, source: str, level: Level) -> Callable[[int], Cell]:
        """Make cells of people whom no row lists: a reader gets them by subtraction."""
        rule = self.rule(source, level)
        return lambda count: replace(_cell(count, rule), can_hide=False, implied=True)

    def rule(self, source: str, level: Level) -> Rule:
        published = is_published(self.trust_year, source)
        return Rule(shown=True) if published else self.profile.rule(source, level)


def _cell(count: int, rule: Rule) -> Cell:
    return Cell(
        count,
        small=rule.is_small(count),
        protection=rule.protection,
        can_hide=not rule.shown,
    )


def build_system(trust_year: TrustYear, profile: Profile) -> System:
    """Lay out every published count of a trust and year, and every sum among them."""
    builder = _Builder(trust_year, profile, System())
    if "workforce" in trust_year.tables:
        _add_workforce(builder, trust_year.tables["workforce"])
    for record in indicators("ratio"):
        if record.table in trust_year.tables:
            _add_events(builder, record.table, str(record.base_column), str(record.event_column))
    _same_workforce(builder)
    if "board" in trust_year.tables:
        _add_board(builder, trust_year.tables["board"])
    return builder.system


Labels = dict[tuple[str, ...], Key]


def _keys(table: pd.DataFrame, name: str, column: str, labels: list[str]) -> Labels:
    return {
        tuple(str(row[label]) for label in labels): (name, int(str(at)), column)
        for at, row in table.iterrows()
        if pd.notna(row[column])
    }


def _add_workforce(builder: _Builder, table: pd.DataFrame) -> None:
    keys = _keys(table, "workforce", "headcount", ["staff_group", "band", "ethnicity"])
    for (staff_group, band, group), key in keys.items():
        level: Level = "trust" if (staff_group, band) == (ALL, ALL_BANDS) else "part"
        weight = MISSED[group] * (2 if band == ALL_BANDS else 1)
        builder.cell(key, table.loc[key[1], "headcount"], level, "workforce", weight)
    cells = dict.fromkeys((staff_group, band) for staff_group, band, _ in keys)
    rule = builder.rule("workforce", "part")
    for cell in cells:
        if _is_few(builder.system, keys.get((*cell, ALL)), rule):
            for group in GROUPS:
                builder.of_few(keys[(*cell, group)], rule)
        _groups_add_up(builder.system, keys, cell)
    rest = builder.rest("workforce", "part")
    for group in EVERY_GROUP:
        for staff_group, band in cells:
            parts = _keys_of(keys, _parts(staff_group, band, cells), group)
            if (staff_group, band, group) in keys:
                builder.system.add_up(keys[(staff_group, band, group)], parts, rest)
        halves = _keys_of(keys, ((half, ALL_BANDS) for half in HALVES), group)
        if (ALL, ALL_BANDS, group) in keys:
            builder.system.add_up(keys[(ALL, ALL_BANDS, group)], halves, rest)
        _same_bands(builder, keys, list(cells), group)
        for staff_group in dict.fromkeys(name for name, _ in cells):
            _part_of_consultants(builder, keys, staff_group, group)


def _keys_of(keys: Labels, cells: Iterable[tuple[str, str]], group: str) -> list[Key]:
    return [keys[(*cell, group)] for cell in cells if (*cell, group) in keys]


def _same_bands(builder: _Builder, keys: Labels, cells: list[tuple[str, str]], group: str) -> None:
    """Relate bands of all staff to those of the halves, however each side groups them.

    Bands that share members, directly or through others, make one block: in it one side's sum
    cannot exceed the other's, and what is left over are people of bands that a side does not list.
    """
    system = builder.system
    for block in _blocks([cell for cell in cells if _is_counted(cell[1])]):
        sides = [
            _keys_of(keys, [one for one in block if (one[0] == ALL) is whole], group)
            for whole in (True, False)
        ]
        if not all(sides):
            continue
        less, more = sorted(sides, key=lambda side: sum(system.cells[key].value for key in side))
        total = ("workforce", -1, f"{group} {len(system.relations)}")
        added = sum(system.cells[key].value for key in more)
        system.imply(total, Cell(added, can_hide=False, implied=True))
        system.add_up(total, more)
        system.add_up(total, less, builder.rest("workforce", "part"))


def _blocks(cells: list[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    """Part cells into blocks whose bands share no member with those of another block."""
    waiting = list(cells)
    while waiting:
        block = [waiting.pop(0)]
        members = set(parse_band(block[0][1]).members)
        while near := [cell for cell in waiting if parse_band(cell[1]).members & members]:
            for cell in near:
                waiting.remove(cell)
                block.append(cell)
                members |= parse_band(cell[1]).members
        yield block


def _is_few(system: System, total: Key | None, rule: Rule) -> bool:
    return total is not None and 0 < system.cells[total].value < rule.threshold


def _parts(
    staff_group: str, band: str, cells: Iterable[tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    """Give the printed cells that a printed total is made of."""
    if band == ALL_BANDS:
        own = [cell for cell in cells if cell[0] == staff_group and _is_counted(cell[1])]
        yield from own
        return
    if staff_group == ALL:
        members = parse_band(band).members
        for other, label in cells:
            if other != ALL and _is_counted(label) and parse_band(label).members <= members:
                yield other, label


def _is_counted(band: str) -> bool:
    return band != ALL_BANDS and not is_part_of_another(band)


def _groups_add_up(system: System, keys: Labels, cell: tuple[str, str]) -> None:
    if (*cell, ALL) in keys:
        system.add_up(keys[(*cell, ALL)], [keys[(*cell, group)] for group in GROUPS])


def _part_of_consultants(builder: _Builder, keys: Labels, staff_group: str, group: str) -> None:
    part = keys.get((staff_group, "senior medical manager", group))
    whole = keys.get((staff_group, "consultant", group))
    if part is not None and whole is not None:
        builder.system.add_up(whole, [part], builder.rest("workforce", "part"))


def _add_events(builder: _Builder, name: str, base: str, event: str) -> None:
    table = builder.trust_year.tables[name]
    for column in table.columns.intersection([base, event, base + WITHOUT, event + WITHOUT]):
        source = "workforce" if column == "workforce" else name
        keys = _keys(table, name, column, ["ethnicity"])
        for (group,), key in keys.items():
            weight = 0.5 if group == ALL else MISSED[group]
            builder.cell(key, table.loc[key[1], column], "trust", source, weight)
        if (ALL,) in keys:
            builder.system.add_up(keys[(ALL,)], [keys[(group,)] for group in GROUPS])
    rule = builder.rule(name, "trust")
    for at in table.index:
        for whole, part in ((base, event), (base + WITHOUT, event + WITHOUT)):
            people = (name, int(at), whole)
            if _is_few(builder.system, people if people in builder.system.cells else None, rule):
                builder.of_few((name, int(at), part), rule)
        _left_over(builder.system, rule, (name, int(at), base), event, "not ")
        if base + WITHOUT in table:
            _left_over(
                builder.system, rule, (name, int(at), base + WITHOUT), event + WITHOUT, "not "
            )
            for column in (base, event):
                _left_over(
                    builder.system, rule, (name, int(at), column), column + WITHOUT, "abroad "
                )


def _left_over(system: System, rule: Rule, whole: Key, part: str, word: str) -> None:
    """Add what a reader gets by subtracting a part from its whole: people as well."""
    table, row, _ = whole
    key = (table, row, part)
    if whole not in system.cells or key not in system.cells:
        return
    left = system.cells[whole].value - system.cells[key].value
    if left < 0:  # cases of people who left may exceed the staff in post
        return
    rest = (table, row, word if word == "abroad " else word + part)
    if rest not in system.cells:
        system.imply(rest, replace(_cell(left, rule), implied=True))
    system.add_up(whole, [key, rest])


def _same_workforce(builder: _Builder) -> None:
    """Relate counts of the same people: the workforce, and the bases of indicators 3 and 4."""
    tables, places = builder.trust_year.tables, []
    if "workforce" in tables:
        rows = tables["workforce"]
        whole = rows[rows["staff_group"].eq(ALL) & rows["band"].eq(ALL_BANDS)]
        places.append(_keys(whole, "workforce", "headcount", ["ethnicity"]))
    for record in indicators("ratio"):
        if record.base_column == "workforce" and record.table in tables:
            places.append(_keys(tables[record.table], record.table, "workforce", ["ethnicity"]))
    cells = builder.system.cells
    for first, second in combinations(places, 2):
        for group in first.keys() & second.keys():
            if cells[first[group]].value == cells[second[group]].value:
                builder.system.add_up(first[group], [second[group]])


def _add_board(builder: _Builder, table: pd.DataFrame) -> None:
    keys = _keys(table, "board", "members", ["membership", "voting", "ethnicity"])
    for (membership, voting, group), key in keys.items():
        weight = MISSED[group] * (2 if (membership, voting) == (ALL, ALL) else 1)
        builder.cell(key, table.loc[key[1], "members"], "trust", "board", weight)
    seats, votes = (((ALL, *parts)) for parts in PARTS.values())
    for membership, voting in product(seats, votes):
        if (membership, voting, ALL) in keys:
            parts = [keys[(membership, voting, group)] for group in GROUPS]
            builder.system.add_up(keys[(membership, voting, ALL)], parts)
    for group in EVERY_GROUP:
        for voting in votes:
            _halves(
                builder.system,
                keys,
                (ALL, voting, group),
                [(m, voting, group) for m in PARTS["membership"]],
            )
        for membership in seats:
            _halves(
                builder.system,
                keys,
                (membership, ALL, group),
                [(membership, v, group) for v in PARTS["voting"]],
            )


def _halves(
    system: System, keys: Labels, total: tuple[str, ...], parts: list[tuple[str, ...]]
) -> None:
    known = [keys[part] for part in parts if part in keys]
    if total in keys and known:
        system.add_up(keys[total], known)
