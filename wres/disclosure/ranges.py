"""How uncertain withheld counts are: the whole numbers that everything shown still allows."""

from __future__ import annotations

import os
import sys
from collections.abc import Container, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from scipy.sparse import csc_array

from wres.disclosure.system import Key, Relation, System

__all__ = ["REACH", "Ranges", "connected", "equations", "silent_solver"]

# A withheld count is looked for this far from its true value: many times any protection, and a
# smaller search only makes the answer more careful.
REACH = 60
# So many counts are looked at together first, as well as the solver finds within this share.
MANY, EXPLORED = 12, 0.1


class Ranges:
    """What was proven of each withheld count: two values that it could have.

    Every solution that is found is a full set of counts that fits everything shown, so it proves
    something about each of them. Withholding more never takes a solution away.
    """

    def __init__(self, system: System) -> None:
        self.system = system
        self.seen = {key: (cell.value, cell.value) for key, cell in system.cells.items()}

    def width(self, key: Key) -> int:
        """Give the width of the range proven so far."""
        low, high = self.seen[key]
        return high - low

    def protects(self, key: Key, hidden: set[Key]) -> bool:
        """Tell whether a count is uncertain enough when these are withheld."""
        needed = self.system.cells[key].protection
        for sense in (1, -1):
            if self.width(key) < needed:
                self._solve(hidden, {key: sense})
        return self.width(key) >= needed

    def explore(self, keys: Iterable[Key], hidden: set[Key]) -> None:
        """Prove what can be proven of many counts at once, so that few are left to `protects`.

        Counts are sent both ways along lines drawn at random, until that proves little more: it
        saves time and changes no answer.
        """
        random = np.random.default_rng(len(self.system.cells))
        left = self._unproven(keys)
        while len(left) > MANY:
            goal = dict(zip(left, random.choice([-1.0, 1.0], len(left)).tolist(), strict=True))
            for sense in (1, -1):
                self._solve(hidden, {key: sense * way for key, way in goal.items()}, EXPLORED)
            before, left = len(left), self._unproven(left)
            if len(left) > before - MANY:
                return

    def _unproven(self, keys: Iterable[Key]) -> list[Key]:
        return [key for key in keys if self.width(key) < self.system.cells[key].protection]

    def _solve(self, hidden: set[Key], aims: Mapping[Key, float], gap: float | None = None) -> None:
        """Find counts that are greatest together, each weighed by its aim."""
        from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: PLC0415 - slow to load

        keys, relations = connected(self.system, hidden, aims)
        matrix = equations(keys, relations)
        true = np.array([self.system.cells[key].value for key in keys], dtype=float)
        least = np.array([self.system.cells[key].least for key in keys], dtype=float)
        known = matrix @ true
        goal = np.zeros(len(keys))
        place = {key: at for at, key in enumerate(keys)}
        for key, weight in aims.items():
            goal[place[key]] = -weight
        with silent_solver():
            found = milp(
                goal,
                integrality=np.ones(len(keys), dtype=np.int64),
                bounds=Bounds(np.maximum(least, true - REACH), true + REACH),
                constraints=[LinearConstraint(matrix, known, known)] if relations else [],
                options={} if gap is None else {"mip_rel_gap": gap},
            )
        if found.x is not None:
            moved = np.rint(found.x - true).astype(int)
            self.note([dict(zip(keys, moved.tolist(), strict=True))])

    def note(self, moves: Iterable[Mapping[Key, int]]) -> None:
        """Take in sets of changes that fit everything shown."""
        for some in moves:
            for key, by in some.items():
                (low, high), value = self.seen[key], self.system.cells[key].value + by
                self.seen[key] = (min(low, value), max(high, value))


@contextmanager
def silent_solver() -> Iterator[None]:
    """Keep what the solver prints by itself off stdout, where results go.

    It writes below Python, to the file descriptor, and has no option against it.
    """
    sys.stdout.flush()
    stdout = os.dup(1)
    with open(os.devnull, "wb") as nowhere:
        os.dup2(nowhere.fileno(), 1)
    try:
        yield
    finally:
        os.dup2(stdout, 1)
        os.close(stdout)


def equations(keys: list[Key], relations: list[Relation]) -> csc_array:
    """Write the relations as rows of a matrix: parts minus total, over the cells that vary."""
    from scipy.sparse import coo_array  # noqa: PLC0415 - slow to load

    place = {key: at for at, key in enumerate(keys)}
    signs = [
        (row, place[key], sign)
        for row, relation in enumerate(relations)
        for sign, some in ((1.0, relation.parts), (-1.0, (relation.total,)))
        for key in some
        if key in place
    ]
    rows, columns, values = zip(*signs, strict=True) if signs else ((), (), ())
    shape = len(relations), len(keys)
    return coo_array((values, (rows, columns)), shape=shape, dtype=float).tocsc()


def connected(
    system: System, varying: Container[Key], starts: Iterable[Key]
) -> tuple[list[Key], list[Relation]]:
    """Give the counts that hang together with some through those that vary, and their relations."""
    found, relations = set(starts), dict[int, Relation]()
    waiting = list(found)
    while waiting:
        for relation in system.of(waiting.pop()):
            if id(relation) in relations:
                continue
            relations[id(relation)] = relation
            new = [key for key in relation.keys if key in varying and key not in found]
            found.update(new)
            waiting += new
    return sorted(found), list(relations.values())
