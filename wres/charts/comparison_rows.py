"""A figure of the trust and what it is compared with, taken out of results."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from wres.chapters.reading import Chapter
from wres.charts.cells import Cell, number, parts_of, whole
from wres.definitions.comparators import dated, plain

__all__ = ["Comparator", "Compared", "compared"]

# The measure that stands for an indicator among its comparators.
MEASURES = {"workforce": "share", "2": "relative_likelihood", "3": "relative_likelihood",
            "4": "relative_likelihood", "9": "share"}  # fmt: skip
SURVEY = "percentage"
# A comparator of indicator 9 in points has no place on an axis of shares; the table tells it.
IN_POINTS = "(difference)"


@dataclass(frozen=True)
class Comparator:
    """One comparator's figure, and what the comparison shows; `plain` is its name undated."""

    name: str
    plain: str
    figure: Cell
    verdict: str

    @property
    def label(self) -> str:
        """Name with its year, and figure: 'England 2020: 1.61'."""
        return f"{self.name}: {self.figure.label}"

    @property
    def told(self) -> str:
        """The same with the verdict on the trust's figure against it."""
        return f"{self.label}{f', trust {self.judged}' if self.judged else ''}"

    @property
    def judged(self) -> str:
        """The verdict in words, to follow 'trust'."""
        return {
            "above": "above it",
            "below": "below it",
            "no clear difference": "not clearly different",
            "too few to say": "with too few cases to compare",
        }.get(self.verdict, "")


@dataclass(frozen=True)
class Compared:
    """The trust's figure of one group, or of one over another, and its comparators."""

    group: str
    breakdown: str
    own: Cell
    comparators: tuple[Comparator, ...]
    over: str = ""


def compared(chapter: Chapter, indicator: str) -> list[Compared]:
    """Take every compared figure of an indicator out of a chapter's results."""
    rows = chapter.rows(indicator=indicator, measure="comparison")
    found: dict[tuple[str, str], list[Comparator]] = {}
    for row in rows.itertuples():
        parts = parts_of(str(row.breakdown))
        if parts.pop("comparator", "").endswith(IN_POINTS):
            continue
        breakdown = ";".join(f"{name}={word}" for name, word in parts.items()) or "all"
        comparator = _comparator(row)
        if comparator is not None:
            found.setdefault((breakdown, str(row.group)), []).append(comparator)
    measure = MEASURES.get(indicator, SURVEY)
    made = []
    for (breakdown, group), comparators in found.items():
        wanted = {"indicator": indicator, "breakdown": breakdown, "group": group}
        own = chapter.row(measure=measure, **wanted)
        if own is not None:
            over = str(own.comparator_group)
            made.append(Compared(group, breakdown, Cell.of(own), tuple(comparators), over))
    return sorted(made, key=lambda one: (one.breakdown, one.group))


def _comparator(row: Any) -> Comparator | None:
    value = number(row.benchmark)
    if value is None:
        return None
    figure = Cell(value, "ratio" if row.unit == "ratio" else "%", "as published")
    name, year = str(row.benchmark_name), whole(row.benchmark_year)
    full = dated(name, year, str(row.indicator))
    return Comparator(full, plain(name), figure, str(row.verdict))
