"""Facts from results.csv: every number of every row, unrounded.

What a row is of is said in `subjects`; rows of sums of bands are read in `band_sums`, ratios within
bands in `strata`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import isinf
from pathlib import Path

from tests.attack import figures
from tests.attack.band_sums import (
    Ends,
    Listed,
    Sums,
    holds_sums,
    last_years,
    listed_bands,
    places_of,
)
from tests.attack.facts import Fact, Part, count, fact, mention, part
from tests.attack.peers import Values, between, values_of_peers
from tests.attack.printed import Printed, exactly, printed
from tests.attack.result_rows import Cells, rows_of
from tests.attack.strata import Strata
from tests.attack.subjects import SURVEY, Subject

__all__ = ["read_results_csv"]

# Of a sum of two numbers that are written unrounded.
NEAR = 1e-7


def read_results_csv(
    path: Path,
    name: str = "results.csv",
    windows: frozenset[int] = frozenset(),
    peers: Path | None = None,
) -> Iterator[Fact]:
    """Read every row as facts; `windows` are the years whose events are those of two years."""
    rows = rows_of(path)
    around = _Around(windows, listed_bands(rows), values_of_peers(peers), last_years(rows))
    for place, row in enumerate(rows, start=2):
        yield from _Row(row, f"{name} row {place}", around).facts()


@dataclass(frozen=True)
class _Around:
    """What all rows of a file are read beside."""

    windows: frozenset[int]
    listed: Listed
    values: Values
    ends: Ends


class _Row(Subject):
    """One row of results.csv, and the facts that its columns tell."""

    def __init__(self, row: Cells, file: str, around: _Around) -> None:
        super().__init__(row, around.windows)
        self.file, self.around = file, around

    def facts(self) -> Iterator[Fact]:
        """Read all that the row tells."""
        if self.row["measure"] in {"supplementary", "population_share"}:
            return  # what one counts, its label alone tells; the other is of no staff
        if holds_sums(self.row):
            sums = Sums(self.row, self.around.listed, self.file, self.around.ends)
            yield from sums.facts(self.year, self.before)
        elif "stratified" in self.place:
            yield from Strata(self.row, self.year, self.before, self.file, self.windows).facts()
        elif self.row["measure"] == "percentile":
            yield from self._ranked()
        else:
            yield from self.counts()
            yield from self.figures()

    def counts(self) -> Iterator[Fact]:
        """Read the columns of counts."""
        columns = ("numerator", "denominator", "comparator_numerator", "comparator_denominator")
        for column, var in zip(columns, self.counted(), strict=True):
            if self.row[column] and var is not None:
                yield count(var, exactly(float(self.row[column])), self.file, column)
            elif self._is_withheld(column) and var is not None:
                yield mention(var, self.file)

    def _is_withheld(self, column: str) -> bool:
        told = self.row["status"] == "suppressed" and not self.is_change
        return told and not column.startswith("comparator")

    def figures(self) -> Iterator[Fact]:
        """Read value, previous, interval and extremes."""
        kind, parts = self.figure(self.year)
        before = self.row["previous"] and not self.is_change
        if before and self.number in figures.RATIOS:
            yield self._of_last_year()
        if kind is None:
            return
        if self.row["measure"] == "comparison":
            yield from self._beside(kind, parts)
            return
        value = self.row["value"]
        if self.is_change:
            if value:
                earlier = self.figure(self.before)[1]
                limits = self._range("value")
                if self.row["reason"] == "difference of rounded ratios":
                    limits = Printed(limits.low - 0.005, limits.high + 0.005)
                text = f"{self.name()} value"
                yield fact(f"change of {kind}", (*parts, *earlier), limits, self.file, text)
                yield from self._moved_limits()
            return
        if value:
            yield self._of(kind, parts, "value")
        if self.row["previous"] and self.number not in figures.RATIOS:
            yield self._of(kind, self.figure(self.before)[1], "previous")
        yield from self._limits(parts)
        yield from self._extremes()

    def _of_last_year(self) -> Fact:
        """Read last year's ratio or likelihood, which may have been copied from print, rounded."""
        groups = (self.row["group"], self.row["comparator_group"])
        kind, parts = self.of_events(self.before, *groups)
        limits = self._range("previous")
        shown = self.row["previous"]
        if self.measure == "relative_likelihood" and len(shown.partition(".")[2]) <= 2:
            limits = printed(f"{float(shown):.2f}") or limits
        return fact(kind, parts, limits, self.file, f"{self.name()} previous")

    def _beside(self, kind: str, parts: tuple[Part, ...]) -> Iterator[Fact]:
        """Read a figure and its limits from how far they lie above another's figure."""
        kinds: dict[str, tuple[str, tuple[Part, ...], tuple[float, ...]]] = {}
        kinds["value"] = (kind, parts, ())
        if self.row["method"] in {"wilson", "koopman"}:
            kinds |= {column: of for column, *of in self._named_limits(parts)}  # type: ignore[misc]
        for column, (name, of, known) in kinds.items():
            if self.row[column]:
                apart, other = self._range(column), self._other(column)
                limits = Printed(apart.low + other - NEAR, apart.high + other + NEAR)
                yield fact(name, of, limits, self.file, f"{self.name()} {column}", known)
        if self.row["method"] == "newcombe" and self.row["comparator_denominator"]:
            people = float(self.row["comparator_denominator"])
            for end in ("lower", "upper"):
                others = (self._other(end), people)
                ends = self._ends("compared", self.answered(self.year), *others)
                yield from (one for one in ends if one.kind.endswith(end))

    def _other(self, column: str) -> float:
        """Give another's figure; a limit lies beside the furthest that it was rounded from."""
        other = float(self.row["benchmark"])
        if column == "value":
            return other
        places = len(self.row["benchmark"].partition(".")[2].rstrip("0"))
        half = 0.5 / 10 ** (max(2, places) if self.row["unit"] == "ratio" else places)
        furthest = other + half if column == "lower" else other - half
        return furthest if self.row["unit"] == "ratio" else min(100.0, max(0.0, furthest))

    def _ranked(self) -> Iterator[Fact]:
        """Read between which of the peers' figures the trust's own lies."""
        own = f"survey_year={self.year - 1}" if self.number in SURVEY else self.own_breakdown()
        self.place = places_of({**self.row, "breakdown": own})
        if not self.row["value"]:
            return
        limits = between(self.row, self.measure, own, self.around.values)
        kind, parts = self.figure(self.year)
        if limits is not None and kind is not None:
            yield fact(kind, parts, limits, self.file, f"{self.name()} among peers")

    def _moved_limits(self) -> Iterator[Fact]:
        """Read the interval of a change: of counts of both years."""
        years = (self.year, self.before)
        if self.measure in {"percentage", "gap"}:
            parts = tuple(one for year in years for one in self.answered(year))
            yield from self._ends(f"moved {self.measure}", parts)
        elif self.number in figures.RATIOS:
            kind = "share" if self.measure == "likelihood" else "ratio"
            parts = tuple(one for year in years for one in self.figure(year)[1])
            yield from self._ends(f"moved {kind}", parts)

    def _ends(self, name: str, parts: tuple[Part, ...], *known: float) -> Iterator[Fact]:
        """Read both ends of an interval, where it is given and its confidence is."""
        for end in ("lower", "upper"):
            if self.row[end] and self.row["confidence"]:
                of = (float(self.row["confidence"]), *known)
                text = f"{self.name()} {end}"
                yield fact(f"{name} {end}", parts, self._range(end), self.file, text, of)

    def _of(self, kind: str, parts: tuple[Part, ...], column: str) -> Fact:
        return fact(kind, parts, self._range(column), self.file, f"{self.name()} {column}")

    def _range(self, column: str) -> Printed:
        value = float(self.row[column])
        if isinf(value):
            return Printed(value, value)
        return exactly(value)

    def _limits(self, parts: tuple[Part, ...]) -> Iterator[Fact]:
        for column, kind, of, known in self._named_limits(parts):
            if self.row[column]:
                name = f"{self.name()} {column}"
                yield fact(kind, of, self._range(column), self.file, name, known)
        if self.measure == "gap" and self.row["lower"]:
            yield from self._ends("gap", self.answered(self.year))

    def _named_limits(
        self, parts: tuple[Part, ...]
    ) -> Iterator[tuple[str, str, tuple[Part, ...], tuple[float, ...]]]:
        """Name both limits of the figure's own interval, what they are made from, and how sure."""
        kinds = {"likelihood": "wilson", "relative_likelihood": "koopman"}
        kind = kinds.get(self.measure)
        if self.measure == "percentage" and "scope" not in self.place:
            key = (self.place["survey_year"], self.number, self.row["group"])
            kind, parts = "survey", (*parts, part(figures.responses(*key)))
        if kind is None or "unknown" in self.place:
            return
        known = (float(self.row["confidence"]),) if self.row["confidence"] else ()
        for column in ("lower", "upper"):
            yield column, f"{kind} {column}", parts, known

    def _extremes(self) -> Iterator[Fact]:
        group, comparator = self.row["group"], self.row["comparator_group"]
        for which in ("low", "high"):
            column = f"unknown_{which}"
            if self.row[column] and not isinf(float(self.row[column])):
                made = figures.extreme(
                    self.year, self.number, group, comparator, which, self.suffix
                )
                yield self._of("ratio", self.of_window(made), column)
