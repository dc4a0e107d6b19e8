"""Cells of a trust's tables as they are added to a system, each with its rule and its cost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import log1p
from typing import Any, Final

import pandas as pd

from wres.counts.totals import ALL, SOURCE_OF
from wres.definitions.ethnicity import BME, GROUPS, UNKNOWN, WHITE
from wres.disclosure.profiles import Level, Profile, Rule
from wres.disclosure.system import Cell, Key, System
from wres.sources import TrustYear

__all__ = [
    "EVERY_GROUP",
    "MISSED",
    "Builder",
    "Labels",
    "cell_of",
    "groups_add_up",
    "is_few",
    "is_published",
    "keys_of",
]

EVERY_GROUP: Final = (*GROUPS, ALL)
# How much readers miss a withheld count: that of BME staff is what the standard asks for, and
# without a total no share of it can be shown.
MISSED: Final = {UNKNOWN: 1.0, WHITE: 2.0, BME: 3.0, ALL: 6.0}
Labels = dict[tuple[str, ...], Key]


def is_published(trust_year: TrustYear, table: str) -> bool:
    """Tell whether a table's figures have been published by the trust already."""
    return trust_year.is_published(SOURCE_OF.get(table, table))


@dataclass
class Builder:
    """Adds one trust's tables to a system, cell by cell."""

    trust_year: TrustYear
    profile: Profile
    system: System

    def cell(self, key: Key, count: Any, level: Level, source: str, weight: float) -> None:
        """Add a printed count; `weight` is how much readers miss it, its size aside."""
        cell = cell_of(int(count), self.rule(source, level))
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
        return lambda count: replace(cell_of(count, rule), can_hide=False, implied=True)

    def rule(self, source: str, level: Level) -> Rule:
        """Give the rule of a source; what the trust has published already is shown."""
        published = is_published(self.trust_year, source)
        return Rule(shown=True) if published else self.profile.rule(source, level)


def cell_of(count: int, rule: Rule) -> Cell:
    """Make a cell of a count by a rule."""
    return Cell(
        count,
        small=rule.is_small(count),
        protection=rule.protection,
        can_hide=not rule.shown,
    )


def keys_of(table: pd.DataFrame, name: str, column: str, labels: list[str]) -> Labels:
    """Give the key of every known count of a column by its row's labels."""
    return {
        tuple(str(row[label]) for label in labels): (name, int(str(at)), column)
        for at, row in table.iterrows()
        if pd.notna(row[column])
    }


def is_few(system: System, total: Key | None, rule: Rule) -> bool:
    """Tell whether a shown total is of so few people that all about them is withheld."""
    return total is not None and 0 < system.cells[total].value < rule.threshold


def groups_add_up(system: System, keys: Labels, cell: tuple[str, ...]) -> None:
    """Relate the ethnic groups of a cell to everyone in it."""
    if (*cell, ALL) in keys:
        system.add_up(keys[(*cell, ALL)], [keys[(*cell, group)] for group in GROUPS])
