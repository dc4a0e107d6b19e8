"""A trust's tables as one system of cells: what adds up to what, and what a reader can subtract."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, product
from typing import Final

import pandas as pd

from wres.counts import ALL
from wres.counts.board import PARTS
from wres.definitions.bands import ALL_BANDS
from wres.definitions.ethnicity import GROUPS
from wres.definitions.indicators import indicators
from wres.disclosure.builder import (
    EVERY_GROUP,
    MISSED,
    Builder,
    Labels,
    cell_of,
    is_few,
    is_published,
    keys_of,
)
from wres.disclosure.profiles import Profile, Rule
from wres.disclosure.staff import add_staff
from wres.disclosure.system import Key, System
from wres.sources import TrustYear

__all__ = ["build_system", "is_published"]

WITHOUT: Final = "_without_international"


def build_system(trust_year: TrustYear, profile: Profile) -> System:
    """Lay out every published count of a trust and year, and every sum among them."""
    builder = Builder(trust_year, profile, System())
    add_staff(builder, trust_year.tables)
    for record in indicators("ratio"):
        if record.table in trust_year.tables:
            _add_events(builder, record.table, str(record.base_column), str(record.event_column))
    _same_workforce(builder)
    if "board" in trust_year.tables:
        _add_board(builder, trust_year.tables["board"])
    return builder.system


def _add_events(builder: Builder, name: str, base: str, event: str) -> None:
    table = builder.trust_year.tables[name]
    for column in table.columns.intersection([base, event, base + WITHOUT, event + WITHOUT]):
        source = "workforce" if column == "workforce" else name
        keys = keys_of(table, name, column, ["ethnicity"])
        for (group,), key in keys.items():
            weight = 0.5 if group == ALL else MISSED[group]
            builder.cell(key, table.loc[key[1], column], "trust", source, weight)
        if (ALL,) in keys:
            builder.system.add_up(keys[(ALL,)], [keys[(group,)] for group in GROUPS])
    rule = builder.rule(name, "trust")
    for at in table.index:
        for whole, part in ((base, event), (base + WITHOUT, event + WITHOUT)):
            people = (name, int(at), whole)
            if is_few(builder.system, people if people in builder.system.cells else None, rule):
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
        system.imply(rest, replace(cell_of(left, rule), implied=True))
    system.add_up(whole, [key, rest])


def _same_workforce(builder: Builder) -> None:
    """Relate counts of the same people: the workforce, and the bases of indicators 3 and 4."""
    tables, places = builder.trust_year.tables, []
    if "workforce" in tables:
        rows = tables["workforce"]
        whole = rows[rows["staff_group"].eq(ALL) & rows["band"].eq(ALL_BANDS)]
        places.append(keys_of(whole, "workforce", "headcount", ["ethnicity"]))
    for record in indicators("ratio"):
        if record.base_column == "workforce" and record.table in tables:
            places.append(keys_of(tables[record.table], record.table, "workforce", ["ethnicity"]))
    cells = builder.system.cells
    for first, second in combinations(places, 2):
        for group in first.keys() & second.keys():
            if cells[first[group]].value == cells[second[group]].value:
                builder.system.add_up(first[group], [second[group]])


def _add_board(builder: Builder, table: pd.DataFrame) -> None:
    keys = keys_of(table, "board", "members", ["membership", "voting", "ethnicity"])
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
