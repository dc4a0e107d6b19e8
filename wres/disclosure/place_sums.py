"""Sums that lead from places to others: to the whole trust, and to places that share people.

A place is the sum of what it shares with each place of another dimension. Where it shares people
with one only, all of it lies in that one; else what two places share is a count that is never
printed: of a division at two sites, one of them its own alone, a reader subtracts the one and has
its people at the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from wres.counts.places import WHOLE
from wres.counts.same_people import Place, SamePeople
from wres.disclosure.system import Cell, Key, System

__all__ = ["Names", "Shared", "What", "add_places", "family"]

TABLE: Final = "places together"
PEOPLE: Final = "people"
Crossing = tuple[str, str]
# Which cell a count is, by indicator, crossing, place, band, group and column.
Names = Mapping[tuple[object, ...], Key]
# Indicator, band, group and column.
What = tuple[str, str, str, str]
Pair = tuple[Place, Place]
# How many two places share, by what is counted; a pair that is not known is not in it.
Shared = Mapping[tuple[What, Place, Place], int]


def add_places(
    system: System,
    names: Names,
    crossing: Crossing,
    what: What,
    same: Iterable[SamePeople],
    shared: Shared,
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
    shared : mapping to int
        Counts of two places crossed.
    rest : callable
        Makes the cell of people whom no place lists, or whom two places share.
    """
    found = list(_of(names, what, crossing))
    for whole in _of(names, what, (WHOLE, WHOLE)):
        _add(system, [whole], [key for key in found if key != whole], rest)
    for one in same:
        if crossing[0] in {dimension for dimension, _ in one.ones | one.others}:
            keys = dict(_named(names, what, one.ones | one.others))
            known = {pair: shared.get((what, *pair)) for pair in one.shared}
            people = dict(_named(names, (*what[:3], PEOPLE), keys)) if what[3] != PEOPLE else {}
            if not _share(system, keys, known, people, rest):
                ones = [keys[place] for place in sorted(one.ones & keys.keys())]
                _add(system, ones, [keys[p] for p in sorted(one.others & keys.keys())], rest)


def family(place: tuple[str, str], dimension: str, same: Iterable[SamePeople]) -> set[str]:
    """Name the places of a dimension that a place makes up another with, or is made up of."""
    together = [one.ones | one.others for one in same]
    return {name for some in together if place in some for by, name in some if by == dimension}


def _of(names: Names, what: What, crossing: Crossing) -> Iterator[Key]:
    indicator, *rest = what
    for name, key in names.items():
        if name[:2] == (indicator, crossing) and name[3:] == (*rest,):
            yield key


def _named(names: Names, what: What, places: Iterable[Place]) -> Iterator[tuple[Place, Key]]:
    indicator, *rest = what
    for dimension, place in places:
        name = (indicator, (dimension, ""), (place, ""), *rest)
        if name in names:
            yield (dimension, place), names[name]


def _share(
    system: System,
    keys: Mapping[Place, Key],
    shared: Mapping[Pair, int | None],
    people: Mapping[Place, Key],
    rest: Callable[[int], Cell],
) -> bool:
    """Relate each place to what it shares with others; False where not all of it is known.

    Of events `people` are those they happened to: nobody has one who is not there.
    """
    partners = Counter(place for pair in shared for place in pair)
    if any(place not in keys or keys[place] not in system.cells for place in partners):
        return False
    crossed = [pair for pair in sorted(shared) if min(partners[place] for place in pair) > 1]
    both = {pair: _both(pair, keys) for pair in crossed}
    if any(shared[pair] is None for pair in crossed):
        return False
    if any(key in system.cells for key in both.values()):  # of the same staff, by another source
        return True
    for pair, key in both.items():
        system.imply(key, rest(int(shared[pair] or 0)))
        if all(place in people for place in pair):
            system.add_up(_both(pair, people), [key], rest)
    for place, pairs in _sums(shared, partners):
        parts = [both.get(pair, keys[pair[pair[0] == place]]) for pair in pairs]
        system.add_up(keys[place], parts, rest)
    return True


def _sums(
    pairs: Iterable[Pair], partners: Mapping[Place, int]
) -> Iterator[tuple[Place, list[Pair]]]:
    """Yield places that are sums of what they share, and of which pairs."""
    for place in partners:
        own = [pair for pair in sorted(pairs) if place in pair]
        twins = max(partners[one] for one in own[0]) == 1 and place == own[0][0]
        if len(own) > 1 or twins:
            yield place, own


def _both(pair: Pair, keys: Mapping[Place, Key]) -> Key:
    """Name what two places share."""
    one, other = (keys[place] for place in pair)
    return TABLE, one[1], f"{one} and {other}"


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
