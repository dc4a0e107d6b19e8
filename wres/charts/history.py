"""One figure over the years, taken out of results: this year's row and those of earlier years."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from wres.chapters.reading import Chapter
from wres.charts.cells import Cell, number, parts_of, whole
from wres.labels import NOT_AVAILABLE, OVER_ZERO, VERDICT_WORDS, listed

__all__ = ["NO_RATIO", "Benchmark", "Travel", "Yearly", "travel", "yearly"]

NO_RATIO = "no ratio"  # of nobody over nobody


@dataclass(frozen=True)
class Benchmark:
    """What a year's figure is held against."""

    name: str
    year: int
    value: float


@dataclass(frozen=True)
class Yearly:
    """A figure in each year that has a row for it, withheld and absent ones too."""

    cells: Mapping[int, Cell]
    benchmarks: tuple[Benchmark, ...] = ()

    @property
    def drawn(self) -> dict[int, Cell]:
        """Years of which the figure is known."""
        return {year: cell for year, cell in self.cells.items() if cell.value is not None}

    @property
    def over_zero(self) -> dict[int, Cell]:
        """Years whose ratio is over zero: it has an interval without an upper end, and no value."""
        return {year: cell for year, cell in self.cells.items() if cell.status == OVER_ZERO}

    @property
    def years(self) -> list[int]:
        """Years that are shown: those known, withheld, or with a ratio over zero."""
        return sorted(
            year
            for year, cell in self.cells.items()
            if cell.value is not None
            or cell.is_withheld
            or cell.status == OVER_ZERO
            or _is_of_nobody(cell)
        )

    def label(self, year: int) -> str:
        """Write the figure of a year; of a ratio over zero that it is one."""
        return NO_RATIO if _is_of_nobody(self.cells[year]) else self.cells[year].label

    @property
    def ends(self) -> str:
        """The first and the last known figure: '9.1% in 2019 and 9.8% in 2021'."""
        known = {*self.drawn, *self.over_zero}
        ends = sorted({min(known), max(known)})
        return listed([f"{self.label(year)} in {year}" for year in ends])


def _is_of_nobody(cell: Cell) -> bool:
    """Say whether nobody was counted of either group of a ratio."""
    counted = cell.unit == "ratio" and cell.count is not None
    return counted and cell.value is None and cell.status == NOT_AVAILABLE


@dataclass(frozen=True)
class Travel:
    """How a figure moved since an earlier year, as results judge it."""

    verdict: str
    since: int

    @property
    def is_clear(self) -> bool:
        """Whether it moved beyond doubt, in whichever direction."""
        return not self.verdict.startswith(("no clear", "too few"))


def yearly(chapter: Chapter, breakdown: str, **wanted: str) -> Yearly:
    """Take a figure of each year out of a chapter's results.

    `wanted` names indicator, measure and group; `breakdown` is the one of this year's row.
    """
    rows = chapter.rows(**wanted)
    own = parts_of(breakdown)
    found: dict[int, Any] = {}
    for row in rows.itertuples():
        parts = parts_of(str(row.breakdown))
        year = int(parts.pop("year", chapter.facts.year))
        if parts == own:
            found[year] = row
    cells = {year: Cell.of(found[year]) for year in sorted(found)}
    marks = {mark.year: mark for row in found.values() for mark in _benchmark(row)}
    return Yearly(cells, tuple(marks[year] for year in sorted(marks)))


def _benchmark(row: Any) -> list[Benchmark]:
    value, year = number(row.benchmark), whole(row.benchmark_year)
    if value is None or year is None:
        return []
    return [Benchmark(str(row.benchmark_name), year, value)]


def travel(chapter: Chapter, breakdown: str, **wanted: str) -> Travel | None:
    """Return how a figure moved since the baseline year, else since the year before."""
    own, found = parts_of(breakdown), []
    for row in chapter.rows(measure="change", **wanted).itertuples():
        parts = parts_of(str(row.breakdown))
        since = int(parts.pop("since", whole(row.previous_year) or 0))
        if parts == own and since and row.verdict:
            found.append(Travel(VERDICT_WORDS.get(str(row.verdict), str(row.verdict)), since))
    return min(found, key=lambda one: one.since) if found else None
