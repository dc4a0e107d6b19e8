"""Bounds of whole numbers that satisfy every fact, by integer programming.

Counts that a fact fixes are put in first. What is linear then becomes a row of an integer
programme (scipy's HiGHS); what is not (a ratio or an interval with unknown counts on both sides)
is tried on every combination of its unknown counts, once their ranges are small enough. Both are
repeated until nothing moves. Programmes are solved for each connected set of counts apart.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from math import ceil, floor, inf, prod

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array

from tests.attack.facts import Fact, Row, Var

__all__ = ["ContradictionError", "System"]

LARGEST = 2_000_000.0
# Combinations tried for one fact that is not linear.
TRIED_AT_ONCE = 400_000
ROUNDS = 4


class ContradictionError(Exception):
    """No whole numbers satisfy all facts: something was misread, or misprinted."""


@dataclass
class System:
    """Facts and rows about counts, and the ranges they leave."""

    facts: list[Fact]
    rows: list[Row]
    least: dict[Var, float] = field(default_factory=dict)
    fractional: frozenset[str] = frozenset()
    used: int = 0
    unused: int = 0

    def __post_init__(self) -> None:
        found = {var for one in self.facts for var in one.variables}
        found |= {var for row in self.rows for var in row.terms}
        self.variables = sorted(found)
        self.low = {var: self.least.get(var, 0.0) for var in self.variables}
        self.high = {var: LARGEST for var in self.variables}
        self._settle()

    def bound(self, var: Var, *, careful: bool = True) -> tuple[float, float]:
        """Return the least and the greatest value that a count may have.

        Limits of shares make rows that are almost parallel; presolving may take some of them for
        the same and cut true counts off. Where that is no matter, it need not be `careful`.
        """
        if self.low[var] == self.high[var]:
            return self.low[var], self.high[var]
        return self._extreme(var, 1, careful), self._extreme(var, -1, careful)

    def _settle(self) -> None:
        """Narrow ranges until nothing moves, then take in the facts that are not linear."""
        waiting = self._propagate()
        for _ in range(ROUNDS):
            if not waiting or not self._try_all(waiting):
                break
            waiting = self._propagate()
        self.unused = sum(not self._is_small(one) for one in waiting)
        self.used = len(self.facts) - self.unused

    def _propagate(self) -> list[Fact]:
        """Use every linear row to narrow ranges; return the facts that aren't linear yet."""
        while True:
            fixed = self._fixed()
            rows, waiting = list(self.rows), []
            for one in self.facts:
                made = one.rows(fixed)
                if made is None and one.variables <= set(fixed):
                    continue
                rows += made or []
                waiting += [one] if made is None else []
            self.linear = rows
            self.__dict__.pop("_programmes", None)
            self._narrow(rows)
            if len(self._fixed()) == len(fixed):
                return waiting

    def _narrow(self, rows: list[Row]) -> None:
        moved = True
        passes = 0
        while moved and passes < 50:
            moved, passes = False, passes + 1
            for row in rows:
                moved |= self._narrow_by(row)

    def _narrow_by(self, row: Row) -> bool:
        ends = {}
        for var, factor in row.terms.items():
            a, b = factor * self.low[var], factor * self.high[var]
            ends[var] = (min(a, b), max(a, b))
        least, most = sum(a for a, _ in ends.values()), sum(b for _, b in ends.values())
        slack = 1e-7 * max(1.0, *(abs(factor) for factor in row.terms.values()))
        if least > row.high + slack or most < row.low - slack:
            raise ContradictionError(f"{row}")
        moved = False
        for var, factor in row.terms.items():
            if factor == 0 or self.low[var] == self.high[var]:
                continue
            a, b = ends[var]
            limits = sorted(((row.low - (most - b)) / factor, (row.high - (least - a)) / factor))
            moved |= self._move(var, *limits)
        return moved

    def _move(self, var: Var, low: float, high: float) -> bool:
        if var[1] not in self.fractional:
            low = ceil(low - 1e-6) if low > -inf else low
            high = floor(high + 1e-6) if high < inf else high
        low, high = max(low, self.low[var]), min(high, self.high[var])
        if low > high + 1e-6:
            raise ContradictionError(f"{var}: {low} to {high}")
        if var[1] in self.fractional and high - low < 1e-7:
            low = high
        moved = low > self.low[var] + 1e-6 or high < self.high[var] - 1e-6
        if moved or low == high:
            self.low[var], self.high[var] = low, high
        return moved

    def _fixed(self) -> dict[Var, float]:
        return {var: self.low[var] for var in self.variables if self.low[var] == self.high[var]}

    def _free(self, one: Fact) -> list[Var]:
        return sorted(var for var in one.variables if self.low[var] != self.high[var])

    def _is_small(self, one: Fact) -> bool:
        free = self._free(one)
        most = LARGEST + 1 if len(free) == 1 else TRIED_AT_ONCE
        return prod(len(self._values(var)) for var in free) <= most

    def _values(self, var: Var) -> range | np.ndarray:
        """Give the values that a count may have; percentages are published to one decimal."""
        if var[1] in self.fractional:
            low, high = ceil(10 * self.low[var] - 1e-6), floor(10 * self.high[var] + 1e-6)
            return np.arange(low, high + 1) / 10
        return range(int(self.low[var]), int(self.high[var]) + 1)

    def _try_all(self, waiting: list[Fact]) -> bool:
        """Tighten by the facts that aren't linear; groups of facts on the same counts together."""
        for var in {var for one in waiting for var in self._free(one)}:
            self._move(var, *self.bound(var))
        by_counts: dict[tuple[Var, ...], list[Fact]] = {}
        for one in waiting:
            by_counts.setdefault(tuple(self._free(one)), []).append(one)
        moved = False
        for free, facts in by_counts.items():
            if free and self._is_small(facts[0]):
                moved |= self._try(list(free), facts)
        return moved

    def _try(self, free: list[Var], facts: list[Fact]) -> bool:
        grids = np.meshgrid(
            *(np.asarray(self._values(var), dtype=float) for var in free), indexing="ij"
        )
        values = dict(zip(free, (grid.ravel() for grid in grids), strict=True))
        fixed = self._fixed()
        kept = np.ones(len(values[free[0]]), dtype=bool)
        inside = [row for row in self.linear if set(row.terms) <= {*free, *fixed}]
        for row in inside:
            if set(row.terms) & set(free):
                total = sum(f * (values.get(v, fixed.get(v))) for v, f in row.terms.items())
                kept &= (total >= row.low - 1e-6) & (total <= row.high + 1e-6)
        for one in facts:
            kept &= one.holds({**fixed, **values})
        if not kept.any() and any(var[1] in self.fractional for var in free):
            return False  # of more decimals
        if not kept.any():
            raise ContradictionError("; ".join(f"{one.file}: {one.text}" for one in facts))
        moved = False
        for var in free:
            left = values[var][kept]
            moved |= self._move(var, float(left.min()), float(left.max()))
        return moved

    def _extreme(self, var: Var, sign: int, careful: bool) -> float:
        variables, matrix, low, high = self._programmes[var]
        if matrix is None:
            return self.low[var] if sign > 0 else self.high[var]
        cost = np.zeros(len(variables))
        cost[variables.index(var)] = sign
        with _silent():
            made = milp(
                cost,
                integrality=[0 if v[1] in self.fractional else 1 for v in variables],
                bounds=Bounds([self.low[v] for v in variables], [self.high[v] for v in variables]),
                constraints=LinearConstraint(matrix, low, high),
                options={"time_limit": 10.0, "presolve": not careful},
            )
        if made.status == 2 and not careful:
            return self._extreme(var, sign, careful=True)
        if made.status == 2:
            raise ContradictionError(f"no whole numbers satisfy what is printed about {var}")
        if made.status != 0:  # out of time: the wider range stands
            return self.low[var] if sign > 0 else self.high[var]
        value = float(made.x[variables.index(var)])
        return value if var[1] in self.fractional else float(round(value))

    @cached_property
    def _programmes(self) -> dict[Var, tuple]:
        """Lay out one programme for each set of free counts that rows connect."""
        fixed = self._fixed()
        reduced = [_reduced(row, fixed) for row in self.linear]
        reduced = [row for row in reduced if row.terms]
        made: dict[Var, tuple] = {}
        for variables, rows in _components(set(self.variables) - set(fixed), reduced):
            layout = _layout(variables, rows)
            made |= dict.fromkeys(variables, layout)
        return made


@contextmanager
def _silent() -> Iterator[None]:
    """Keep what the solver writes below Python off stdout."""
    sys.stdout.flush()
    stdout = os.dup(1)
    with open(os.devnull, "wb") as nowhere:
        os.dup2(nowhere.fileno(), 1)
    try:
        yield
    finally:
        os.dup2(stdout, 1)
        os.close(stdout)


def _reduced(row: Row, fixed: dict[Var, float]) -> Row:
    known = sum(factor * fixed[var] for var, factor in row.terms.items() if var in fixed)
    free = {var: factor for var, factor in row.terms.items() if var not in fixed and factor}
    return Row(free, row.low - known, row.high - known)


def _components(free: set[Var], rows: list[Row]) -> Iterable[tuple[list[Var], list[Row]]]:
    touching: dict[Var, list[int]] = {var: [] for var in free}
    for place, row in enumerate(rows):
        for var in row.terms:
            touching[var].append(place)
    left = set(free)
    while left:
        stack, seen, used = [left.pop()], set(), set()
        while stack:
            var = stack.pop()
            seen.add(var)
            for place in touching[var]:
                if place not in used:
                    used.add(place)
                    stack += [v for v in rows[place].terms if v not in seen]
        left -= seen
        yield sorted(seen), [rows[place] for place in sorted(used)]


def _layout(variables: list[Var], rows: list[Row]) -> tuple:
    if not rows:
        return variables, None, None, None
    index = {var: place for place, var in enumerate(variables)}
    entries = [
        (place, index[var], factor)
        for place, row in enumerate(rows)
        for var, factor in row.terms.items()
    ]
    down, across, factors = zip(*entries, strict=True)
    matrix = coo_array((factors, (down, across)), shape=(len(rows), len(variables))).tocsr()
    # A hair of slack: the limits are decimal numbers, and a true count must never be cut off.
    slack = [1e-7 * max(1.0, *map(abs, row.terms.values())) for row in rows]
    low = [row.low - more for row, more in zip(rows, slack, strict=True)]
    high = [row.high + more for row, more in zip(rows, slack, strict=True)]
    return variables, matrix, low, high
