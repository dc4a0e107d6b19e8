"""What anyone knows about the counts of a trust, whatever is printed.

Groups add up to everyone, bands to their staff group, clinical and non-clinical staff to the whole
trust, parts of the board to the board; nobody is counted below zero, no event happens to more
people than there are; senior medical managers are consultants. Tables are taken to be complete,
as a national return is, but for what totals leave over: that is people too. A withheld count may
be zero: zeros are withheld too, to protect others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, product

import numpy as np

from tests.attack import figures
from tests.attack.facts import Row, Var
from tests.attack.figures import ALL, GROUPS, WITHOUT_INTERNATIONAL
from tests.attack.overlaps import HALVES, LEFT_OVER, NESTED, OTHER_CONSULTANTS, UNLISTED, together
from tests.attack.strata import (
    OVER_TWO_YEARS,
    PAIR,
    STRATUM,
    of_whole,
    same_people,
    sums_of_strata,
)

__all__ = [
    "abroad",
    "alone",
    "known_to_anyone",
    "left_over",
    "others",
    "over_two_years",
    "supposed",
]

# Staff of a group whose detailed group is none of those listed.
OTHERS = "other or not known"
ALONE = "entered_process in the second year alone"


def known_to_anyone(variables: Iterable[Var]) -> Iterator[Row]:
    """Yield the relations of all counts that the files mention."""
    seen = set(variables)
    yield from _groups(seen)
    yield from _bands(seen)
    yield from _halves(seen)
    yield from _boards(seen)
    yield from _events(seen)
    yield from _international(seen)
    yield from _windows(seen)
    yield from sums_of_strata(seen)
    yield from _details(seen)


def supposed(variables: Iterable[Var], known: dict[Var, float]) -> Iterator[list[Row]]:
    """Yield what an adversary may guess: that bases are one number where print is not against it.

    A guess is of all groups together; a wrong one is for the caller to drop.
    """
    yield from _bases(set(variables), known)
    yield from same_people(set(variables))
    for year, _, group in sorted({var[:3] for var in variables if var[1] == "details"}):
        yield [Row({others(year, group): 1.0}, 0.0, 0.0)]  # all detailed groups are listed


def over_two_years(year: int | str, group: str) -> Var:
    """Name the events of a two-year average."""
    return (str(year), "disciplinary", OVER_TWO_YEARS, group)


def alone(year: int | str, group: str) -> Var:
    """Name the second year's own events, which no file prints."""
    return (str(year), "disciplinary", ALONE, group)


def abroad(year: int | str, group: str) -> Var:
    """Name those appointed who were recruited abroad, whom no file counts."""
    return figures.events(year, "2", "international", group)


def left_over(var: Var) -> bool:
    """Tell whether a count is printed nowhere, but can be subtracted."""
    if var[1] == "workforce":
        return var[2].startswith("not ") or var[3] in LEFT_OVER
    return var[1:3] in {("disciplinary", ALONE), abroad(0, "")[1:3]} or var[3:] == (OTHERS,)


def _adds_up(whole: Var, parts: Iterable[Var]) -> Row:
    return Row({**dict.fromkeys(parts, 1.0), whole: -1.0}, 0.0, 0.0)


def _at_most(part: Var, whole: Var) -> Row:
    return Row({part: 1.0, whole: -1.0}, -np.inf, 0.0)


def _groups(seen: set[Var]) -> Iterator[Row]:
    of_staff = {var for var in seen if var[1] not in ("percent", "responses", "details")}
    for place in sorted({var[:-1] for var in of_staff if of_whole(var) is None}):
        yield _adds_up((*place, ALL), [(*place, group) for group in GROUPS])


def _listed(seen: set[Var]) -> dict[str, dict[str, set[str]]]:
    """Collect the bands that are told of, by year and staff group."""
    tables: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for var in seen:
        if var[1] == "workforce" and len(var) == 5:
            tables[var[0]][var[2]].add(var[3])
    return tables


def _bands(seen: set[Var]) -> Iterator[Row]:
    for year, tables in sorted(_listed(seen).items()):
        for staff_group, bands in sorted(tables.items()):
            for group in (*GROUPS, ALL):
                yield from _bands_of((year, "workforce", staff_group), bands, group)


def _bands_of(place: Var, bands: set[str], group: str) -> Iterator[Row]:
    parts = sorted(bands - {ALL, OTHER_CONSULTANTS} - set(NESTED))
    cells = [(*place, band, group) for band in parts]
    if cells:
        yield _adds_up((*place, ALL, group), cells)
    for inner, outer in NESTED.items():
        if {inner, outer} <= bands:
            within = [(*place, inner, group), (*place, OTHER_CONSULTANTS, group)]
            yield _adds_up((*place, outer, group), within)


def _halves(seen: set[Var]) -> Iterator[Row]:
    for year, tables in sorted(_listed(seen).items()):
        told = [half for half in HALVES if half in tables]
        if not told or (len(told) == 1 and ALL not in tables):
            continue
        sums = [(ALL, {name: [ALL] for name in (ALL, *told)})]
        unlisted = any(UNLISTED in bands for bands in tables.values())
        if ALL in tables and not unlisted:
            sums += together({name: tables[name] - {ALL, *LEFT_OVER} for name in (ALL, *told)})
        for label, of in sums:
            yield from _one_people(year, label, of, told)


def _one_people(year: str, label: str, of: dict[str, list[str]], told: list[str]) -> Iterator[Row]:
    """Relate bands of all staff to the same bands of both halves, one of them told or not."""
    missing = "" if len(told) == len(HALVES) else f"not {told[0]}"
    for group in (*GROUPS, ALL):
        terms: dict[Var, float] = {
            (year, "workforce", half, band, group): -1.0 if half == ALL else 1.0
            for half, bands in of.items()
            for band in bands
        }
        if missing:
            terms[year, "workforce", missing, label, group] = 1.0
        yield Row(terms, 0.0, 0.0)
    if missing:
        place = (year, "workforce", missing, label)
        yield _adds_up((*place, ALL), [(*place, group) for group in GROUPS])


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
            for group in PAIR if STRATUM in column else (*GROUPS, ALL):
                var = (year, table, column, group)
                if plain in (event, OVER_TWO_YEARS):
                    yield _at_most(var, (year, table, f"{base}{bar}{suffix}", group))
                if bar:
                    yield _at_most(var, (year, table, plain, group))


def _international(seen: set[Var]) -> Iterator[Row]:
    """Take the people recruited abroad from both counts: they are one number."""
    apart = {var for var in seen if var[1] == "recruitment" and WITHOUT_INTERNATIONAL in var[2]}
    for year, column in sorted({(var[0], var[2]) for var in apart}):
        of_all = column.removesuffix(WITHOUT_INTERNATIONAL)
        for group in (*GROUPS, ALL):
            left = (year, "recruitment", column, group)
            yield _adds_up((year, "recruitment", of_all, group), [left, abroad(year, group)])
    for year in sorted({var[0] for var in apart}):
        yield _adds_up(abroad(year, ALL), [abroad(year, group) for group in GROUPS])


def others(year: int | str, group: str) -> Var:
    """Name staff of a group who are in none of its detailed groups listed."""
    return figures.detail(year, group, OTHERS)


def _details(seen: set[Var]) -> Iterator[Row]:
    """Add detailed ethnic groups up to their group, with those of no detail listed."""
    places = {var[:3] for var in seen if var[1] == "details"}
    for year, _, group in sorted(places):
        listed = {var for var in seen if var[:3] == (year, "details", group)}
        parts = sorted({*listed, others(year, group)})
        yield _adds_up(figures.staff(year, ALL, ALL, group), parts)


def _windows(seen: set[Var]) -> Iterator[Row]:
    """Take the year before from a two-year total: what is left is the year's own count."""
    for year in sorted({int(var[0]) for var in seen if var[1:3] == over_two_years(0, "")[1:3]}):
        before = {g: figures.events(year - 1, "3", "entered_process", g) for g in (*GROUPS, ALL)}
        if not seen & set(before.values()):
            continue
        for group, single in before.items():
            yield _adds_up(over_two_years(year, group), [single, alone(year, group)])
        yield _adds_up(alone(year, ALL), [alone(year, group) for group in GROUPS])


def _bases(seen: set[Var], known: dict[Var, float]) -> Iterator[list[Row]]:
    """Take the bases of indicators 3 and 4 for one number, and for the workforce."""
    for year in sorted({var[0] for var in seen}):
        alike = [
            {group: (year, table, "workforce", group) for group in (*GROUPS, ALL)}
            for table in ("disciplinary", "training")
        ]
        alike.append({group: figures.staff(year, ALL, ALL, group) for group in (*GROUPS, ALL)})
        told = [cells for cells in alike if seen & set(cells.values())]
        for one, other in combinations(told, 2):
            pairs = [(one[group], other[group]) for group in one]
            if all(known[a] == known[b] for a, b in pairs if a in known and b in known):
                yield [Row({a: 1.0, b: -1.0}, 0.0, 0.0) for a, b in pairs]
