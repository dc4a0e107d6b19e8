"""Staff as one system of cells: bands, staff groups, groupings of bands, detailed ethnic groups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

import pandas as pd

from wres.counts import ALL
from wres.counts.details import national_details
from wres.counts.groupings import parts_of
from wres.counts.totals import DETAILS, GROUPINGS
from wres.definitions.bands import ALL_BANDS, is_part_of_another, parse_band
from wres.definitions.ethnicity import BME, GROUPS, WHITE
from wres.disclosure.builder import (
    EVERY_GROUP,
    MISSED,
    Builder,
    Labels,
    groups_add_up,
    is_few,
    keys_of,
)
from wres.disclosure.profiles import Level
from wres.disclosure.system import Cell, Key

__all__ = ["add_staff"]

HALVES: Final = ("clinical", "non-clinical")
CELL: Final = ["staff_group", "band", "ethnicity"]


# How much less readers miss what is made of the standard's own counts.
MADE: Final = 0.7
# Of the groupings that measures need, no figure shows every group: White and BME staff stand in a
# race disparity ratio, BME and all staff in the goals of a senior band.
NEEDED_OF: Final = {ALL: (BME, ALL)}
# Any detailed ethnic group is missed less than a group of the standard.
DETAIL: Final = 0.2


def add_staff(builder: Builder, tables: Mapping[str, pd.DataFrame]) -> None:
    """Add every count of staff: bands, their totals, groupings of them, detailed groups."""
    if "workforce" not in tables:
        return
    keys = keys_of(tables["workforce"], "workforce", "headcount", CELL)
    _add_workforce(builder, tables["workforce"], keys)
    if GROUPINGS in tables:
        _add_groupings(builder, tables[GROUPINGS], keys)
    if DETAILS in tables:
        _add_details(builder, tables[DETAILS], keys)


def _add_groupings(builder: Builder, table: pd.DataFrame, bands: Labels) -> None:
    """Add groupings of bands; each is just the sum of its bands. Some counts are in no figure."""
    keys = keys_of(table, GROUPINGS, "headcount", CELL)
    wanted = {parse_band(one).label for one in builder.trust_year.trust.settings.band_groups}
    for (staff_group, band, group), key in keys.items():
        weight = MADE * MISSED[group]
        builder.cell(key, table.loc[key[1], "headcount"], "part", "workforce", weight)
        if band not in wanted and group not in NEEDED_OF.get(staff_group, (WHITE, BME)):
            builder.system.cells[key] = replace(builder.system.cells[key], implied=True)
    listed = list(dict.fromkeys((name, band) for name, band, _ in bands))
    for grouping in dict.fromkeys((name, band) for name, band, _ in keys):
        _few_and_groups(builder, keys, grouping)
        parts = parts_of(listed, *grouping)
        for group in EVERY_GROUP:
            if (*grouping, group) in keys:
                builder.system.add_up(keys[(*grouping, group)], _keys_of(bands, parts, group))


def _add_details(builder: Builder, table: pd.DataFrame, bands: Labels) -> None:
    """Add detailed ethnic groups; with those whose detail is not known they are their group."""
    keys = keys_of(table, DETAILS, "headcount", ["ethnicity", "ethnic_group"])
    for (group, _), key in keys.items():
        builder.cell(key, table.loc[key[1], "headcount"], "part", "workforce", DETAIL)
        if not all((group, one) in keys for one in national_details(group)):
            cell = builder.system.cells[key]  # listed because somebody is in it
            builder.system.cells[key] = replace(cell, least=min(1, cell.value))
    for group in GROUPS:
        parts = [key for (name, _), key in keys.items() if name == group]
        whole = bands.get((ALL, ALL_BANDS, group))
        if whole is not None:
            builder.system.add_up(whole, parts, builder.rest("workforce", "part"))


def _few_and_groups(builder: Builder, keys: Labels, cell: tuple[str, str]) -> None:
    rule = builder.rule("workforce", "part")
    if is_few(builder.system, keys.get((*cell, ALL)), rule):
        for group in GROUPS:
            builder.of_few(keys[(*cell, group)], rule)
    groups_add_up(builder.system, keys, cell)


def _add_workforce(builder: Builder, table: pd.DataFrame, keys: Labels) -> None:
    for (staff_group, band, group), key in keys.items():
        level: Level = "trust" if (staff_group, band) == (ALL, ALL_BANDS) else "part"
        weight = MISSED[group] * (2 if band == ALL_BANDS else 1)
        builder.cell(key, table.loc[key[1], "headcount"], level, "workforce", weight)
    cells = dict.fromkeys((staff_group, band) for staff_group, band, _ in keys)
    for cell in cells:
        _few_and_groups(builder, keys, cell)
    rest = builder.rest("workforce", "part")
    others, banded = _lacks_a_half(cells), [cell for cell in cells if _is_counted(cell[1])]
    for group in EVERY_GROUP:
        for staff_group, band in cells:
            parts = _keys_of(keys, _parts(staff_group, band, cells), group)
            of_halves = staff_group == ALL and band != ALL_BANDS
            if (staff_group, band, group) in keys:
                total = keys[(staff_group, band, group)]
                more = of_halves and _lacks_a_half(banded)
                builder.system.add_up(total, parts, rest, others=more)
        halves = _keys_of(keys, ((half, ALL_BANDS) for half in HALVES), group)
        if (ALL, ALL_BANDS, group) in keys:
            builder.system.add_up(keys[(ALL, ALL_BANDS, group)], halves, rest, others=others)
        _same_bands(builder, keys, banded, group)
        for staff_group in dict.fromkeys(name for name, _ in cells):
            _part_of_consultants(builder, keys, staff_group, group)


def _lacks_a_half(cells: Iterable[tuple[str, str]]) -> bool:
    """Tell whether these are of one half of all staff only: the other is what they leave over."""
    told = {staff_group for staff_group, _ in cells}
    return not told.issuperset(HALVES)


def _keys_of(keys: Labels, cells: Iterable[tuple[str, str]], group: str) -> list[Key]:
    return [keys[(*cell, group)] for cell in cells if (*cell, group) in keys]


def _same_bands(builder: Builder, keys: Labels, cells: list[tuple[str, str]], group: str) -> None:
    """Relate bands of all staff to those of the halves, however each side groups them.

    Bands that share members, directly or through others, make one block: in it one side's sum
    cannot exceed the other's, and what is left over are people of bands that a side does not list.
    """
    system, others = builder.system, _lacks_a_half(cells)
    for block in _blocks(cells):
        sides = [
            _keys_of(keys, [one for one in block if (one[0] == ALL) is whole], group)
            for whole in (False, True)
        ]
        if not all(sides):
            continue
        # Equal sums stay in this order: of two sides, all staff are no fewer than one half.
        less, more = sorted(sides, key=lambda side: sum(system.cells[key].value for key in side))
        total = ("workforce", -1, f"{group} {len(system.relations)}")
        added = sum(system.cells[key].value for key in more)
        system.imply(total, Cell(added, can_hide=False, implied=True))
        system.add_up(total, more)
        system.add_up(total, less, builder.rest("workforce", "part"), others=others)


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


def _part_of_consultants(builder: Builder, keys: Labels, staff_group: str, group: str) -> None:
    part = keys.get((staff_group, "senior medical manager", group))
    whole = keys.get((staff_group, "consultant", group))
    if part is not None and whole is not None:
        builder.system.add_up(whole, [part], builder.rest("workforce", "part"), others=True)
