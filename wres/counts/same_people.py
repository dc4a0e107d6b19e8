"""Places of two dimensions that hold the same people: directorates and the division they make up.

It is read off the rows about two dimensions together: where no one of some places is outside some
others, nor the other way round, both add up to the same, however the places are called. Which of
them share people tells more: of a division and two sites, the people at one are in no other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from wres.counts.unplaced import WORKFORCE
from wres.definitions.indicators import indicators
from wres.sources.places import crossings_given, place_rows

__all__ = ["Place", "SamePeople", "same_people"]

Place = tuple[str, str]


@dataclass(frozen=True)
class SamePeople:
    """Places of one dimension, those of another that hold the same people, and which share them."""

    ones: frozenset[Place]
    others: frozenset[Place]
    shared: frozenset[tuple[Place, Place]]


def same_people(tables: Mapping[str, pd.DataFrame]) -> dict[str, tuple[SamePeople, ...]]:
    """Find the smallest sets of places that hold the same people, by table of counts.

    Parameters
    ----------
    tables : mapping of str to DataFrame
        As they were read, with rows about two dimensions together.

    Returns
    -------
    dict of str to tuple of SamePeople
        Of events, those by which their people are counted, and those of all staff.
    """
    columns = {WORKFORCE: "headcount"}
    columns |= {str(one.table): str(one.base_column) for one in indicators("ratio")}
    found: dict[str, dict[SamePeople, None]] = {}
    for name, column in columns.items():
        if name in tables:
            own = dict.fromkeys(_found(tables[name], column))
            found[name] = {**found.get(WORKFORCE, {}), **own}
    return {name: tuple(some) for name, some in found.items()}


def _found(table: pd.DataFrame, column: str) -> Iterator[SamePeople]:
    for pair in (one for one in crossings_given(table) if len(one) > 1):
        rows = place_rows(table, pair)
        held = rows[rows[column].fillna(1).gt(0)][list(pair)].drop_duplicates()
        yield from _joined(held.to_dict("records"))


def _joined(held: list[dict[Any, Any]]) -> Iterator[SamePeople]:
    """Put together the places that share people, through others too."""
    sets: list[set[Place]] = []
    pairs: set[tuple[Place, Place]] = set()
    for row in held:
        first, second = ((str(dimension), str(place)) for dimension, place in row.items())
        pairs.add((first, second))
        places = {first, second}
        touching = [one for one in sets if one & places]
        sets = [one for one in sets if not one & places]
        sets.append(places.union(*touching))
    for one in sets:
        shared = frozenset(pair for pair in pairs if pair[0] in one)
        ones = frozenset(first for first, _ in shared)
        yield SamePeople(ones, frozenset(one - ones), shared)
