"""Sums that lead from places to others: to the whole trust, and to places of the same people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from wres.counts.places import WHOLE
from wres.counts.same_people import SamePeople
from wres.disclosure.system import Cell, Key, System

__all__ = ["Names", "What", "add_places", "family"]

TABLE: Final = "places together"
Crossing = tuple[str, str]
# Which cell a count is, by indicator, crossing, place, band, group and column.
Names = Mapping[tuple[object, ...], Key]
# Indicator, band, group and column.
What = tuple[str, str, str, str]


def add_places(
    system: System,
    names: Names,
    crossing: Crossing,
    what: What,
    same: Iterable[SamePeople],
    rest: Callable[[int], Cell],
) -> None:
    """Relate one count of all places of a dimension to the trust's, and to those of other places.

    Parameters
    ----------
    system : System
        Takes the sums; those to a dimension that it has no cells of yet are added with that one.
    names : mapping to Key
        Which cell each count is.
    crossing, what
        The dimension, and which count of its places.
    same : iterable of SamePeople
        Places that hold the same people.
    rest : callable
        Makes the cell of people whom no place lists.
    """
    found = list(_of(names, what, crossing))
    for whole in _of(names, what, (WHOLE, WHOLE)):
        _add(system, [whole], [key for key in found if key != whole], rest)
    for one in same:
        ones, others = ([*_named(names, what, side)] for side in (one.ones, one.others))
        if crossing[0] in {dimension for dimension, _ in one.ones | one.others}:
            _add(system, ones, others, rest)


def family(place: tuple[str, str], dimension: str, same: Iterable[SamePeople]) -> set[str]:
    """Name the places of a dimension that a place makes up another with, or is made up of."""
    together = [one.ones | one.others for one in same]
    return {name for some in together if place in some for by, name in some if by == dimension}


def _of(names: Names, what: What, crossing: Crossing) -> Iterator[Key]:
    indicator, *rest = what
    for name, key in names.items():
        if name[:2] == (indicator, crossing) and name[3:] == (*rest,):
            yield key


def _named(names: Names, what: What, places: Iterable[tuple[str, str]]) -> Iterator[Key]:
    indicator, *rest = what
    for dimension, place in sorted(places):
        name = (indicator, (dimension, ""), (place, ""), *rest)
        if name in names:
            yield names[name]


def _add(system: System, ones: list[Key], others: list[Key], rest: Callable[[int], Cell]) -> None:
    """Relate counts to others that add up to the same; one of them is their sum by itself."""
    if not ones or not others or any(key not in system.cells for key in (*ones, *others)):
        return
    if len(ones) == 1:
        system.add_up(ones[0], others, rest)
    elif len(others) == 1:
        system.add_up(others[0], ones, rest)
    else:
        most = max(sum(system.cells[key].value for key in some) for some in (ones, others))
        both = (TABLE, len(system.relations), "of two dimensions")
        system.imply(both, Cell(most, can_hide=False, implied=True))
        system.add_up(both, ones, rest)
        system.add_up(both, others, rest)
