"""Facts: what a published figure says of unknown whole numbers.

A figure is a function of a few *parts*, each a sum of counts: a share has two (events, base), a
ratio of likelihoods four. A fact says between which limits the figure lies. Facts are linear in
the counts where they can be (`rows`), otherwise they can be tried on given numbers (`holds`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np

from tests.attack import intervals
from tests.attack.printed import Printed

__all__ = [
    "Fact",
    "Part",
    "Row",
    "Var",
    "count",
    "fact",
    "mention",
    "over_zero",
    "part",
    "values_of",
]

# A count by what it counts, e.g. ("2021", "workforce", "clinical", "5", "BME").
Var = tuple[str, ...]
Part = tuple[tuple[Var, float], ...]


@dataclass(frozen=True)
class Row:
    """A linear constraint: low <= sum of coefficient times count <= high."""

    terms: dict[Var, float]
    low: float
    high: float


@dataclass(frozen=True)
class Fact:
    """A figure of some kind over its parts, and the limits it lies between.

    `known` are numbers that it is made of and everyone knows: a confidence, another's figure.
    """

    kind: str
    parts: tuple[Part, ...]
    low: float
    high: float
    file: str
    text: str
    known: tuple[float, ...] = ()

    @property
    def variables(self) -> frozenset[Var]:
        return frozenset(var for one in self.parts for var, _ in one)

    def holds(self, values: dict[Var, Any]) -> Any:
        """Tell whether the figure made from these counts (arrays too) lies within the limits."""
        parts = [np.asarray(values_of(one, values), dtype=float) for one in self.parts]
        with np.errstate(divide="ignore", invalid="ignore"):
            return _TRIED[self.kind](parts, self.low, self.high, *self.known)

    def rows(self, fixed: dict[Var, float]) -> list[Row] | None:
        """Write the fact as linear constraints, given the counts that are known; else None."""
        return _LINEAR.get(self.kind, _never)(self, fixed)


def part(*added: Var, without: Sequence[Var] = ()) -> Part:
    """Add counts up, and take others away."""
    return (*((var, 1.0) for var in added), *((var, -1.0) for var in without))


def fact(
    kind: str,
    parts: Sequence[Part],
    limits: Printed,
    file: str,
    text: str,
    known: tuple[float, ...] = (),
) -> Fact:
    """State a figure as it was read in a file."""
    return Fact(kind, tuple(parts), limits.low, limits.high, file, text, known)


def count(var: Var, limits: Printed, file: str, text: str) -> Fact:
    """State a head count."""
    return fact("count", (part(var),), limits, file, text)


def over_zero(parts: Sequence[Part], file: str, text: str) -> list[Fact]:
    """State what 'over 0' tells of a ratio: events of the first group, and none of the second."""
    seen, _, none, _ = parts
    return [
        Fact("count", (none,), 0.0, 0.0, file, text),
        Fact("count", (seen,), 1.0, np.inf, file, text),
    ]


def mention(var: Var, file: str) -> Fact:
    """State that there is such a count, though it is withheld: it belongs to its totals."""
    return Fact("count", (part(var),), 0.0, np.inf, file, "withheld")


def values_of(one: Part, values: dict[Var, Any]) -> Any:
    """Add up a part from the values of its counts."""
    return sum(coefficient * values[var] for var, coefficient in one)


def _share(parts: Sequence[Any]) -> Any:
    return 100 * parts[0] / parts[1]


def _ratio(parts: Sequence[Any]) -> Any:
    return (parts[0] * parts[3]) / (parts[1] * parts[2])


def _gap(parts: Sequence[Any]) -> Any:
    return _share(parts[:2]) - _share(parts[2:])


def _excess(parts: Sequence[Any]) -> Any:
    """Return the events beyond those that the other group's likelihood would make."""
    return parts[0] - parts[1] * parts[2] / parts[3]


def _parity(parts: Sequence[Any]) -> Any:
    """Return how many of a cell's people would be as many as in the workforce."""
    return parts[1] * parts[2] / parts[3]


def _way(parts: Sequence[Any], now: float, goal: float) -> Any:
    """Return so much of a band's people of now and so much of the goal."""
    return now * parts[0] + goal * _parity(parts)


def _within(figure: Callable[..., Any]) -> Callable[..., Any]:
    def tried(parts: Sequence[Any], low: float, high: float, *known: float) -> Any:
        value = figure(parts, *known)
        return (value >= low - 1e-9) & (value <= high + 1e-9)

    return tried


def _end(limits: Callable[..., Any], place: int) -> Callable[..., Any]:
    """Try one end of an interval: a limit may be infinite, and is made by many steps."""

    def tried(parts: Sequence[Any], low: float, high: float, *known: float) -> Any:
        value = limits(parts, *known)[place]
        near = NEAR * np.maximum(1.0, np.where(np.isfinite(value), np.abs(value), 1.0))
        return (value >= low - near) & (value <= high + near)

    return tried


def _twice(figure: Callable[[Sequence[Any]], Any]) -> Callable[..., Any]:
    def change(parts: Sequence[Any]) -> Any:
        half = len(parts) // 2
        return figure(parts[:half]) - figure(parts[half:])

    return _within(change)


# How far the adversary's own limits may be from those of a report.
NEAR = 1e-7
# Intervals by what they are of; each has a lower and an upper end.
_INTERVALS: dict[str, Callable[..., Any]] = {
    "wilson": intervals.of_share,
    "survey": intervals.of_percentage,
    "gap": intervals.of_gap,
    "compared": intervals.of_comparison,
    "pooled": intervals.pooled_limits,
    "moved share": partial(intervals.moved, intervals.share_with_limits),
    "moved ratio": partial(intervals.moved, intervals.ratio_with_limits),
    "moved percentage": partial(intervals.moved, intervals.percentage_with_limits),
    "moved gap": partial(intervals.moved, intervals.gap_with_limits),
    "moved pooled": partial(intervals.moved, intervals.pooled_with_limits),
}
_TRIED: dict[str, Callable[..., Any]] = {
    **{
        f"{name} {end}": _end(limits, place)
        for name, limits in _INTERVALS.items()
        for place, end in enumerate(("lower", "upper"))
    },
    "way": _within(_way),
    "reached": _within(lambda parts: _parity(parts) - parts[0]),
    "pooled": _within(intervals.pooled),
    "count": _within(lambda parts: parts[0]),
    "share": _within(_share),
    "ratio": _within(_ratio),
    "excess": _within(_excess),
    "parity": _within(_parity),
    "gap": _within(_gap),
    "plain gap": _within(lambda parts: parts[0] - parts[1]),
    "change of count": _twice(lambda parts: parts[0]),
    "change of share": _twice(_share),
    "change of ratio": _twice(_ratio),
    "change of gap": _twice(_gap),
    "change of pooled": _twice(intervals.pooled),
    "change of plain gap": _twice(lambda parts: parts[0] - parts[1]),
    "koopman lower": intervals.koopman_lower_within,
    "koopman upper": intervals.koopman_upper_within,
}


def _never(_: Fact, __: dict[Var, float]) -> None:
    return None


def _scaled(one: Part, factor: float, terms: dict[Var, float]) -> None:
    for var, coefficient in one:
        terms[var] = terms.get(var, 0.0) + factor * coefficient


def _known(one: Part, fixed: dict[Var, float]) -> float | None:
    return values_of(one, fixed) if all(var in fixed for var, _ in one) else None


def _sums(signs: tuple[float, ...]) -> Callable[[Fact, dict[Var, float]], list[Row]]:
    def rows(made: Fact, _: dict[Var, float]) -> list[Row]:
        terms: dict[Var, float] = {}
        for sign, one in zip(signs, made.parts, strict=True):
            _scaled(one, sign, terms)
        return [Row(terms, made.low, made.high)]

    return rows


def _share_rows(made: Fact, _: dict[Var, float]) -> list[Row]:
    events, base = made.parts
    rows = []
    for limit, low, high in ((made.low, 0.0, np.inf), (made.high, -np.inf, 0.0)):
        terms: dict[Var, float] = {}
        _scaled(events, 1.0, terms)
        _scaled(base, -limit / 100, terms)
        rows.append(Row(terms, low, high))
    return rows


def _product(
    first: Part, second: Part, factor: float, terms: dict[Var, float], fixed: dict[Var, float]
) -> bool:
    """Add factor times first times second to the terms, if one of both is known."""
    for known, other in ((first, second), (second, first)):
        value = _known(known, fixed)
        if value is not None:
            _scaled(other, factor * value, terms)
            return True
    return False


def _ratio_rows(made: Fact, fixed: dict[Var, float]) -> list[Row] | None:
    a, b, c, d = made.parts
    rows = []
    for limit, low, high in ((made.low, 0.0, np.inf), (made.high, -np.inf, 0.0)):
        if np.isinf(limit):
            continue
        terms: dict[Var, float] = {}
        linear = _product(a, d, 1.0, terms, fixed) and _product(b, c, -limit, terms, fixed)
        if not linear:
            return None
        rows.append(Row(terms, low, high))
    return rows


def _excess_rows(made: Fact, fixed: dict[Var, float]) -> list[Row] | None:
    a, b, c, d = made.parts
    rows = []
    for limit, low, high in ((made.low, 0.0, np.inf), (made.high, -np.inf, 0.0)):
        terms: dict[Var, float] = {}
        if not (_product(a, d, 1.0, terms, fixed) and _product(b, c, -1.0, terms, fixed)):
            return None
        _scaled(d, -limit, terms)
        rows.append(Row(terms, low, high))
    return rows


def _parity_rows(made: Fact, fixed: dict[Var, float]) -> list[Row] | None:
    return _way_rows(replace(made, known=(0.0, 1.0)), fixed)


def _way_rows(made: Fact, fixed: dict[Var, float]) -> list[Row] | None:
    """Write what is made of a band's people and its goal, times everyone in the workforce."""
    now, people, group, everyone = made.parts
    of_now, of_goal = made.known
    rows = []
    for limit, low, high in ((made.low, 0.0, np.inf), (made.high, -np.inf, 0.0)):
        if np.isinf(limit):
            continue
        terms: dict[Var, float] = {}
        linear = _product(people, group, of_goal, terms, fixed)
        if of_now:
            linear = linear and _product(now, everyone, of_now, terms, fixed)
        if not linear:
            return None
        _scaled(everyone, -limit, terms)
        rows.append(Row(terms, low, high))
    return rows


def _reached_rows(made: Fact, fixed: dict[Var, float]) -> list[Row] | None:
    return _way_rows(replace(made, known=(-1.0, 1.0)), fixed)


def _gap_rows(made: Fact, fixed: dict[Var, float]) -> list[Row] | None:
    """Write a sum of shares, signs alternating as in a change of gaps, if all bases are known."""
    terms: dict[Var, float] = {}
    for place in range(0, len(made.parts), 2):
        base = _known(made.parts[place + 1], fixed)
        if not base:
            return None
        sign = (1.0, -1.0, -1.0, 1.0)[place // 2]
        _scaled(made.parts[place], sign * 100 / base, terms)
    return [Row(terms, made.low, made.high)]


_LINEAR: dict[str, Callable[[Fact, dict[Var, float]], list[Row] | None]] = {
    "count": _sums((1.0,)),
    "change of count": _sums((1.0, -1.0)),
    "plain gap": _sums((1.0, -1.0)),
    "change of plain gap": _sums((1.0, -1.0, -1.0, 1.0)),
    "share": _share_rows,
    "ratio": _ratio_rows,
    "excess": _excess_rows,
    "parity": _parity_rows,
    "way": _way_rows,
    "reached": _reached_rows,
    "gap": _gap_rows,
    "change of share": _gap_rows,
    "change of gap": _gap_rows,
}
