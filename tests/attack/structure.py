"""What anyone knows about the counts of a trust, whatever is printed.

Groups add up to everyone, bands to their staff group, clinical and non-clinical staff to the whole
trust, parts of the board to the board; nobody is counted below zero, no event happens to more
people than there are; senior medical managers are consultants. Tables are taken to be complete,
as a national return is. A withheld count may be zero: zeros are withheld too, to protect others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import product

import numpy as np

from tests.attack import figures
from tests.attack.facts import Row, Var
from tests.attack.figures import ALL, GROUPS

__all__ = ["known_to_anyone"]

NESTED = {"senior medical manager": "consultant"}


def known_to_anyone(variables: Iterable[Var], known: dict[Var, float]) -> Iterator[Row]:
    """Yield the relations of all counts that the files mention; `known` are those printed."""
    seen = set(variables)
    yield from _groups(seen)
    yield from _bands(seen)
    yield from _halves(seen)
    yield from _boards(seen)
    yield from _events(seen)
    yield from _bases(seen, known)


def _adds_up(whole: Var, parts: Iterable[Var]) -> Row:
    return Row({**dict.fromkeys(parts, 1.0), whole: -1.0}, 0.0, 0.0)


def _at_most(part: Var, whole: Var) -> Row:
    return Row({part: 1.0, whole: -1.0}, -np.inf, 0.0)


def _groups(seen: set[Var]) -> Iterator[Row]:
    for place in sorted({var[:-1] for var in seen if var[1] not in ("percent", "responses")}):
        yield _adds_up((*place, ALL), [(*place, group) for group in GROUPS])


def _bands(seen: set[Var]) -> Iterator[Row]:
    tables: dict[tuple[str, str], set[str]] = defaultdict(set)
    for var in seen:
        if var[1] == "workforce" and len(var) == 5:
            tables[var[0], var[2]].add(var[3])
    for (year, staff_group), bands in sorted(tables.items()):
        parts = sorted(bands - {ALL} - set(NESTED))
        for group in (*GROUPS, ALL):
            cells = [(year, "workforce", staff_group, band, group) for band in parts]
            if cells:
                yield _adds_up((year, "workforce", staff_group, ALL, group), cells)
            for inner, outer in NESTED.items():
                if {inner, outer} <= bands:
                    place = (year, "workforce", staff_group)
                    yield _at_most((*place, inner, group), (*place, outer, group))


def _halves(seen: set[Var]) -> Iterator[Row]:
    halves = ("clinical", "non-clinical")
    places = {(var[0], var[2], var[3]) for var in seen if var[1] == "workforce" and len(var) == 5}
    bands = {(year, band) for year, _, band in places}
    years = {year for year, _, _ in places}
    for year, band in sorted(bands | {(year, ALL) for year in years}):
        both = all(
            any((year, half, b) in places for b in _any(places, year, band)) for half in halves
        )
        whole = (year, ALL, band) in places or band == ALL
        if both and whole:
            for group in (*GROUPS, ALL):
                cells = [(year, "workforce", half, band, group) for half in halves]
                yield _adds_up((year, "workforce", ALL, band, group), cells)


def _any(places: set[tuple[str, str, str]], year: str, band: str) -> list[str]:
    """Return the bands by which a half is told: any of them gives it a total."""
    return [b for y, _, b in places if y == year] if band == ALL else [band]


def _boards(seen: set[Var]) -> Iterator[Row]:
    seats = {"membership": ("executive", "non-executive"), "voting": ("yes", "no")}
    places = {var[:4] for var in seen if var[1] == "board"}
    for year in sorted({place[0] for place in places}):
        for group in (*GROUPS, ALL):
            for voting in (ALL, *seats["voting"]):
                parts = [(year, "board", seat, voting) for seat in seats["membership"]]
                if set(parts) <= places:
                    cells = [(*place, group) for place in parts]
                    yield _adds_up((year, "board", ALL, voting, group), cells)
            for seat in (ALL, *seats["membership"]):
                parts = [(year, "board", seat, vote) for vote in seats["voting"]]
                if set(parts) <= places:
                    cells = [(*place, group) for place in parts]
                    yield _adds_up((year, "board", seat, ALL, group), cells)


def _events(seen: set[Var]) -> Iterator[Row]:
    for year, number in product(sorted({var[0] for var in seen}), figures.RATIOS):
        table, event, base, _, _ = figures.RATIOS[number]
        for column in sorted({var[2] for var in seen if var[:2] == (year, table)}):
            plain, bar, suffix = column.partition("|")
            for group in (*GROUPS, ALL):
                var = (year, table, column, group)
                if plain == event:
                    yield _at_most(var, (year, table, f"{base}{bar}{suffix}", group))
                if bar:
                    yield _at_most(var, (year, table, plain, group))


def _bases(seen: set[Var], known: dict[Var, float]) -> Iterator[Row]:
    """Take the bases of indicators 3 and 4 for the workforce, where what is printed agrees."""
    for year, table in product(sorted({var[0] for var in seen}), ("disciplinary", "training")):
        pairs = [
            ((year, table, "workforce", group), figures.staff(year, ALL, ALL, group))
            for group in (*GROUPS, ALL)
        ]
        printed = [(known[a], known[b]) for a, b in pairs if a in known and b in known]
        if printed and all(a == b for a, b in printed):
            yield from (Row({a: 1.0, b: -1.0}, 0.0, 0.0) for a, b in pairs)
