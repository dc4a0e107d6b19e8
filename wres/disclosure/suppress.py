"""Choosing which counts to withhold: the small ones, and others until these can't be worked out.

Withheld first are all small counts. Then, for each withheld count that everything shown confines
to a range narrower than its protection, the cheapest set of further counts is withheld that lets
it move so far: a set of changes, up and down, under which every printed sum still holds. It is
found by integer programming, one count at a time.

Notes
-----
One count after another, each by the cheapest set of changes, is the cell suppression heuristic of
J. P. Kelly, B. L. Golden and A. A. Assad (1992), Networks 22, 397-417, here with a cost for each
withheld cell in place of a cost for each unit of change.
"""

from __future__ import annotations

import numpy as np

from wres.disclosure.ranges import REACH, Ranges, connected, equations, silent_solver
from wres.disclosure.system import Key, System

__all__ = ["choose_hidden"]

# By how much each cell moves.
Moves = dict[Key, int]


def choose_hidden(
    system: System, *, secondary: bool = True, ranges: Ranges | None = None
) -> set[Key]:
    """Choose the counts to withhold.

    Parameters
    ----------
    system : System
        The cells and how they add up.
    secondary : bool
        Whether to withhold more than the small counts; without it they can be worked out.
    ranges : Ranges, optional
        Of this system; takes what is proven on the way.

    Returns
    -------
    set of Key
        Printed cells only.
    """
    implied = {key for key, cell in system.cells.items() if cell.implied}
    hidden = {key for key, cell in system.cells.items() if cell.small and not cell.implied}
    if secondary:
        _protect(ranges or Ranges(system), hidden, implied)
    return hidden


def _protect(ranges: Ranges, hidden: set[Key], implied: set[Key]) -> None:
    """Withhold more until every withheld count is protected; `hidden` grows."""
    system = ranges.system
    waiting = sorted(hidden | {key for key in implied if system.cells[key].small})
    ranges.explore(waiting, hidden | implied)
    while waiting:
        key = waiting.pop(0)
        if not ranges.protects(key, hidden | implied):
            found, moves = _partners(system, key, hidden | implied)
            partners = found - hidden
            hidden |= partners
            waiting += sorted(partners)
            ranges.note(moves)


def _partners(system: System, key: Key, withheld: set[Key]) -> tuple[set[Key], list[Moves]]:
    """Find what else to withhold so that a count can move by its protection, and how it moves.

    It may rise, fall, or do either. Where it can't move so far, as policy shows too much around
    it, it is moved as far as it goes.
    """
    for width in range(system.cells[key].protection, 0, -1):
        for ways in (((width, 0), (0, width)), [(up, width - up) for up in range(1, width)]):
            found = [_both(system, key, withheld, up, down) for up, down in ways]
            feasible = [one for one in found if one is not None]
            if feasible:
                return min(feasible, key=lambda some: (_cost(system, some[0]), sorted(some[0])))
    return set(), []


def _both(
    system: System, key: Key, withheld: set[Key], up: int, down: int
) -> tuple[set[Key], list[Moves]] | None:
    """Find what must be withheld for a count to be able to rise and to fall so far."""
    partners: set[Key] = set()
    moves: list[Moves] = []
    for change in (up, -down):
        if change:
            found = _cheapest_changes(system, key, withheld | partners, change)
            if found is None:
                return None
            partners |= {one for one in found if not system.cells[one].implied} - withheld
            moves.append(found)
    return partners, moves


def _cost(system: System, keys: set[Key]) -> float:
    return sum(system.cells[key].cost for key in keys)


def _cheapest_changes(system: System, key: Key, withheld: set[Key], change: int) -> Moves | None:
    """Find the cells that move with one count when it changes so much, at least cost, and how."""
    if system.cells[key].value + change < system.cells[key].least:
        return None
    # Mostly no other need change by more, and the less each may change, the sooner it is found.
    for reach in (abs(change), min(REACH, 4 * abs(change))):
        found = _cheapest_within(system, key, withheld, change, reach)
        if found is not None:
            return found
    return None


def _cheapest_within(
    system: System, key: Key, withheld: set[Key], change: int, reach: int
) -> Moves | None:
    """Find them where no cell changes by more than the reach."""
    from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: PLC0415 - slow to load
    from scipy.sparse import csc_array, diags_array, hstack  # noqa: PLC0415 - the same

    cells = system.cells
    varying = {one for one, cell in cells.items() if one in withheld or cell.can_hide}
    keys, relations = connected(system, varying, [key])
    room = np.array([cells[one].least - cells[one].value for one in keys], dtype=float)
    least, most = np.maximum(room, -reach), np.full(len(keys), float(reach))
    least[keys.index(key)] = most[keys.index(key)] = change
    # Variables: the change of each cell, then, of those that cost anything, whether they change.
    shown = np.array([one not in withheld for one in keys])
    costs = np.array([cells[one].cost for one in keys])[shown]
    no, yes = np.zeros(len(costs)), np.ones(len(costs))
    moves = diags_array(np.ones(len(keys)), format="csr")[shown]
    sums = hstack(
        [equations(keys, relations), csc_array((len(relations), len(costs)))], format="csc"
    )
    with silent_solver():
        found = milp(
            np.concatenate([np.zeros(len(keys)), costs]),
            integrality=np.ones(len(keys) + len(costs), dtype=np.int64),
            bounds=Bounds(np.concatenate([least, no]), np.concatenate([most, yes])),
            constraints=[
                LinearConstraint(sums, 0, 0),
                LinearConstraint(hstack([moves, -diags_array(most[shown])]), -np.inf, 0),
                LinearConstraint(hstack([moves, -diags_array(least[shown])]), 0, np.inf),
            ],
        )
    if found.x is None:
        return None
    moved = np.rint(found.x[: len(keys)]).astype(int)
    return {one: by for one, by in zip(keys, moved.tolist(), strict=True) if by}
