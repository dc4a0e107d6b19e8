"""How uncertain withheld counts are: the whole numbers that everything shown still allows."""

from __future__ import annotations

import os
import sys
from collections.abc import Container, Iterator
from contextlib import contextmanager

import numpy as np

from wres.disclosure.system import Key, Relation, System

__all__ = ["REACH", "Ranges", "connected", "equations", "silent_solver"]

# A withheld count is looked for this far from its true value: many times any protection, and a
# smaller search only makes the answer more careful.
REACH = 60


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
                self._solve(hidden, key, sense)
        return self.width(key) >= needed

    def _solve(self, hidden: set[Key], aim: Key, sense: int) -> None:
        """Find the greatest (sense 1) or least value of one count."""
        from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: PLC0415 - slow to load

        keys, relations = connected(self.system, hidden, aim)
        matrix = equations(keys, relations)
        true = np.array([self.system.cells[key].value for key in keys], dtype=float)
        least = np.array([self.system.cells[key].least for key in keys], dtype=float)
        known = matrix @ true
        goal = np.zeros(len(keys))
        goal[keys.index(aim)] = -sense
        with silent_solver():
            found = milp(
                goal,
                integrality=np.ones(len(keys), dtype=np.int64),
                bounds=Bounds(np.maximum(least, true - REACH), true + REACH),
                constraints=[LinearConstraint(matrix, known, known)] if relations else [],
            )
        if found.x is not None:
            self._note(keys, np.rint(found.x).astype(int))

    def _note(self, keys: list[Key], values: np.ndarray) -> None:
        for key, value in zip(keys, values.tolist(), strict=True):
            low, high = self.seen[key]
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


def equations(keys: list[Key], relations: list[Relation]) -> np.ndarray:
    """Write the relations as rows of a matrix: parts minus total, over the cells that vary."""
    place = {key: at for at, key in enumerate(keys)}
    matrix = np.zeros((len(relations), len(keys)))
    for row, relation in enumerate(relations):
        for key in relation.parts:
            if key in place:
                matrix[row, place[key]] += 1
        if relation.total in place:
            matrix[row, place[relation.total]] -= 1
    return matrix


def connected(
    system: System, varying: Container[Key], start: Key
) -> tuple[list[Key], list[Relation]]:
    """Give the counts that hang together with one through some that vary, and their relations."""
    found, relations = {start}, dict[int, Relation]()
    waiting = [start]
    while waiting:
        for relation in system.of(waiting.pop()):
            relations[id(relation)] = relation
            new = [key for key in relation.keys if key in varying and key not in found]
            found.update(new)
            waiting += new
    return sorted(found), list(relations.values())
