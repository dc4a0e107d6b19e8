"""A trust's tables as one system of cells: what adds up to what, and what a reader can subtract."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import product
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
    for group, (staff_group, band) in product(EVERY_GROUP, cells):
        total_key = keys.get((staff_group, band, group))
        parts = [keys.get((*part, group)) for part in _parts(staff_group, band, cells)]
        if total_key is not None and None not in parts:
            builder.system.add_up(total_key, [key for key in parts if key is not None])
    for group in EVERY_GROUP:
        halves = [keys.get((name, ALL_BANDS, group)) for name in ("clinical", "non-clinical")]
        if (ALL, ALL_BANDS, group) in keys and None not in halves:
            total_key = keys[(ALL, ALL_BANDS, group)]
            builder.system.add_up(total_key, [key for key in halves if key is not None])
    for group, staff_group in product(EVERY_GROUP, dict.fromkeys(name for name, _ in cells)):
        _part_of_consultants(builder.system, keys, staff_group, group)


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


def _part_of_consultants(system: System, keys: Labels, staff_group: str, group: str) -> None:
    part = keys.get((staff_group, "senior medical manager", group))
    whole = keys.get((staff_group, "consultant", group))
    if part is not None and whole is not None:
        system.add_up(whole, [part])


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
    if base == "workforce" and "workforce" in builder.trust_year.tables:
        _same_workforce(builder, name)


def _left_over(system: System, rule: Rule, whole: Key, part: str, word: str) -> None:
    """Add what a reader gets by subtracting a part from its whole: people as well."""
    table, row, _ = whole
    key = (table, row, part)
    if whole not in system.cells or key not in system.cells:
        return
    left = system.cells[whole].value - system.cells[key].value
    rest = (table, row, word if word == "abroad " else word + part)
    if rest not in system.cells:
        system.imply(rest, replace(_cell(left, rule), implied=True))
    system.add_up(whole, [key, rest])


def _same_workforce(builder: _Builder, name: str) -> None:
    """Relate the base of indicators 3 and 4 to the workforce where they are the same number."""
    workforce = builder.trust_year.tables["workforce"]
    whole = workforce[workforce["staff_group"].eq(ALL) & workforce["band"].eq(ALL_BANDS)]
    heads = _keys(whole, "workforce", "headcount", ["ethnicity"])
    bases = _keys(builder.trust_year.tables[name], name, "workforce", ["ethnicity"])
    cells = builder.system.cells
    for group, key in bases.items():
        if group in heads and cells[heads[group]].value == cells[key].value:
            builder.system.add_up(heads[group], [key])


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
