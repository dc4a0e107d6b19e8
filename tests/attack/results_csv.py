"""Facts from results.csv: every number of every row, unrounded.

Rows of sums of bands are read in `band_sums`, ratios within bands in `strata`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
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
from tests.attack.facts import Fact, Part, Var, count, fact, mention, part
from tests.attack.figures import ALL
from tests.attack.peers import Values, between, values_of_peers
from tests.attack.printed import Printed, exactly, printed
from tests.attack.strata import Strata
from tests.attack.structure import over_two_years

__all__ = ["confidences", "read_results_csv", "rows_of", "suppressed", "two_year_windows"]

Cells = dict[str, str]
SURVEY = ("5", "6", "7", "8")
TWO_YEARS = "two-year average"
EARLIEST = 2000
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


def rows_of(path: Path) -> list[Cells]:
    """Read the rows of a file."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def confidences(rows: Iterable[Cells]) -> dict[tuple[str, str], float]:
    """Give the confidence of this year's interval of each indicator's ratio and gap."""
    return {
        (row["indicator"], row["measure"]): float(row["confidence"])
        for row in rows
        if row["confidence"]
        and (row["measure"], row["breakdown"])
        in {("relative_likelihood", "all"), ("gap", f"survey_year={int(row['year']) - 1}")}
    }


def two_year_windows(paths: Iterable[Path]) -> frozenset[int]:
    """Say which years' events of indicator 3 are those of two years, by what the rows say.

    No trust counts two years after a single one, so that all before such a year are of two as well.
    """
    found = set()
    for path in paths:
        rows = [row for row in rows_of(path) if row["reason"].startswith(TWO_YEARS)]
        found |= {int(places_of(row).get("year", row["year"])) for row in rows}
    return frozenset(range(EARLIEST, max(found, default=0) + 1))


def suppressed(path: Path) -> list[Cells]:
    """Return the rows that are marked as withheld."""
    return [row for row in rows_of(path) if row["status"] == "suppressed"]


@dataclass(frozen=True)
class _Around:
    """What all rows of a file are read beside."""

    windows: frozenset[int]
    listed: Listed
    values: Values
    ends: Ends


class _Row:
    """One row of results.csv: which counts its columns are, and which figure its value is."""

    def __init__(self, row: Cells, file: str, around: _Around) -> None:
        self.row, self.file, self.around, self.windows = row, file, around, around.windows
        self.place = places_of(row)
        # A report has rows of the years before it too.
        self.year, self.number = int(self.place.pop("year", row["year"])), row["indicator"]
        self.before = int(row["previous_year"] or self.year - 1)
        for other in ("comparator", "since", "peers"):
            self.place.pop(other, None)
        told = {"change": self._changed}
        told |= dict.fromkeys(("comparison", "percentile"), self._compared)
        self.measure = told.get(row["measure"], lambda: row["measure"])()

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
        for column, var in zip(columns, self._counted(), strict=True):
            if self.row[column] and var is not None:
                yield count(var, exactly(float(self.row[column])), self.file, column)
            elif self._is_withheld(column) and var is not None:
                yield mention(var, self.file)

    def _is_withheld(self, column: str) -> bool:
        told = self.row["status"] == "suppressed" and not self._is_change
        return told and not column.startswith("comparator")

    def figures(self) -> Iterator[Fact]:
        """Read value, previous, interval and extremes."""
        kind, parts = self._figure(self.year)
        before = self.row["previous"] and not self._is_change
        if before and self.number in figures.RATIOS:
            yield self._of_last_year()
        if kind is None:
            return
        if self.row["measure"] == "comparison":
            yield from self._beside(kind, parts)
            return
        value = self.row["value"]
        if self._is_change:
            if value:
                earlier = self._figure(self.before)[1]
                limits = self._range("value")
                if self.row["reason"] == "difference of rounded ratios":
                    limits = Printed(limits.low - 0.005, limits.high + 0.005)
                text = f"{self._name()} value"
                yield fact(f"change of {kind}", (*parts, *earlier), limits, self.file, text)
                yield from self._moved_limits()
            return
        if value:
            yield self._of(kind, parts, "value")
        if self.row["previous"] and self.number not in figures.RATIOS:
            yield self._of(kind, self._figure(self.before)[1], "previous")
        yield from self._limits(parts)
        yield from self._extremes()

    def _of_last_year(self) -> Fact:
        """Read last year's ratio or likelihood, which may have been copied from print, rounded."""
        groups = (self.row["group"], self.row["comparator_group"])
        kind, parts = self._of_events(self.before, *groups)
        limits = self._range("previous")
        shown = self.row["previous"]
        if self.measure == "relative_likelihood" and len(shown.partition(".")[2]) <= 2:
            limits = printed(f"{float(shown):.2f}") or limits
        return fact(kind, parts, limits, self.file, f"{self._name()} previous")

    def _changed(self) -> str:
        """Name what a row of measure `change` is the change of."""
        if self.number in SURVEY:
            return "gap" if self.row["comparator_group"] else "percentage"
        if self.number in figures.RATIOS:
            return "relative_likelihood" if self.row["comparator_group"] else "likelihood"
        return "difference" if self.number == "9" else "share"

    def _compared(self) -> str:
        """Name what a row of measure `comparison` sets beside another's figure."""
        if self.number in SURVEY:
            return "percentage"
        return "relative_likelihood" if self.number in figures.RATIOS else "share"

    def _beside(self, kind: str, parts: tuple[Part, ...]) -> Iterator[Fact]:
        """Read a figure and its limits from how far they lie above another's figure."""
        kinds: dict[str, tuple[str, tuple[Part, ...], tuple[float, ...]]] = {}
        kinds["value"] = (kind, parts, ())
        if self.row["method"] in {"wilson", "koopman"}:
            kinds |= {column: of for column, *of in self._named_limits(parts)}  # type: ignore[misc]
        for column, (name, of, known) in kinds.items():
            if self.row[column]:
                apart, other = self._range(column), float(self.row["benchmark"])
                limits = Printed(apart.low + other - NEAR, apart.high + other + NEAR)
                yield fact(name, of, limits, self.file, f"{self._name()} {column}", known)
        if self.row["method"] == "newcombe" and self.row["comparator_denominator"]:
            others = (float(self.row[name]) for name in ("benchmark", "comparator_denominator"))
            yield from self._ends("compared", self._answered(self.year), *others)

    def _ranked(self) -> Iterator[Fact]:
        """Read between which of the peers' figures the trust's own lies."""
        own = f"survey_year={self.year - 1}" if self.number in SURVEY else self._own_breakdown()
        self.place = places_of({**self.row, "breakdown": own})
        if not self.row["value"]:
            return
        limits = between(self.row, self.measure, own, self.around.values)
        kind, parts = self._figure(self.year)
        if limits is not None and kind is not None:
            yield fact(kind, parts, limits, self.file, f"{self._name()} among peers")

    def _own_breakdown(self) -> str:
        return ";".join(f"{name}={word}" for name, word in self.place.items()) or "all"

    def _moved_limits(self) -> Iterator[Fact]:
        """Read the interval of a change: of counts of both years."""
        years = (self.year, self.before)
        if self.measure in {"percentage", "gap"}:
            parts = tuple(one for year in years for one in self._answered(year))
            yield from self._ends(f"moved {self.measure}", parts)
        elif self.number in figures.RATIOS:
            kind = "share" if self.measure == "likelihood" else "ratio"
            parts = tuple(one for year in years for one in self._figure(year)[1])
            yield from self._ends(f"moved {kind}", parts)

    def _answered(self, year: int) -> tuple[Part, ...]:
        """Give percentage and respondents of each group that a survey figure is of."""
        groups = filter(None, (self.row["group"], self.row["comparator_group"]))
        keys = [(self._autumn(year), self.number, group) for group in groups]
        return tuple(
            part(of) for key in keys for of in (figures.percent(*key), figures.responses(*key))
        )

    def _autumn(self, year: int) -> int:
        """Say of which autumn a figure is: that of the row, or one that it is set beside."""
        own = int(self.place["survey_year"])
        if year == self.year:
            return own
        return year - 1 if "since" in places_of(self.row) else own - 1

    def _ends(self, name: str, parts: tuple[Part, ...], *known: float) -> Iterator[Fact]:
        """Read both ends of an interval, where it is given and its confidence is."""
        for end in ("lower", "upper"):
            if self.row[end] and self.row["confidence"]:
                of = (float(self.row["confidence"]), *known)
                text = f"{self._name()} {end}"
                yield fact(f"{name} {end}", parts, self._range(end), self.file, text, of)

    @property
    def _is_change(self) -> bool:
        return self.row["measure"] == "change"

    def _of(self, kind: str, parts: tuple[Part, ...], column: str) -> Fact:
        return fact(kind, parts, self._range(column), self.file, f"{self._name()} {column}")

    def _name(self) -> str:
        return f"{self.number} {self.row['measure']} {self.row['breakdown']} {self.row['group']}"

    def _range(self, column: str) -> Printed:
        value = float(self.row[column])
        if isinf(value):
            return Printed(value, value)
        return exactly(value)

    @property
    def _suffix(self) -> str:
        others = {k: v for k, v in self.place.items() if k != "unknown"}
        return "".join(f"|{name}={word}" for name, word in others.items())

    def _cell(self, year: int, group: str) -> Var | None:
        detailed = self.place.get("ethnic_group")
        if detailed and group != ALL:
            return figures.detail(year, detailed, group)
        if self.number in {"workforce", "1"}:
            place = (self.place.get("staff_group", ALL), self.place.get("band", ALL))
            return figures.staff(year, *place, group)
        if self.number == "9":
            place = (self.place.get("membership", ALL), self.place.get("voting", ALL))
            return figures.board(year, *place, group)
        return None

    def _counted(self) -> tuple[Var | None, ...]:
        """Say which count each column of counts is."""
        group, comparator = self.row["group"], self.row["comparator_group"]
        if self.measure in {"headcount", "share", "difference"}:
            return self._counted_staff(group)
        if self.measure in {"likelihood", "relative_likelihood", "excess_events"}:
            return self._counted_events(group, comparator)
        if self.measure in {"percentage", "gap"} and "scope" not in self.place:
            year = self.place["survey_year"]
            second = comparator and not self._is_change
            return (
                None,
                figures.responses(year, self.number, group),
                None,
                figures.responses(year, self.number, comparator) if second else None,
            )
        return (None,) * 4

    def _counted_staff(self, group: str) -> tuple[Var | None, ...]:
        cell, everyone = self._cell(self.year, group), self._cell(self.year, ALL)
        if self.row["measure"] == "difference":
            other = figures.staff(self.year, ALL, ALL, group)
            return cell, everyone, other, figures.staff(self.year, ALL, ALL, ALL)
        if self.row["measure"] == "comparison":
            return cell, everyone, None, None
        return cell, everyone, self._cell(self.before, group), self._cell(self.before, ALL)

    def _counted_events(self, group: str, comparator: str) -> tuple[Var | None, ...]:
        _, event, base, _, _ = figures.RATIOS[self.number]
        if "unknown" in self.place:
            return (None,) * 4
        year = self.year
        if self._is_change:
            year, comparator = self.before, group
        second = (year, self.number)
        return (
            self._windowed(figures.events(self.year, self.number, event, group, self._suffix)),
            figures.events(self.year, self.number, base, group, self._suffix),
            self._windowed(figures.events(*second, event, comparator, self._suffix))
            if comparator
            else None,
            figures.events(*second, base, comparator, self._suffix) if comparator else None,
        )

    def _figure(self, year: int) -> tuple[str | None, tuple[Part, ...]]:
        """Say which figure the value of a year is."""
        group, comparator = self.row["group"], self.row["comparator_group"]
        if self.row["status"] == "as published" and self.number not in SURVEY:
            return None, ()  # printed elsewhere, of counts that are not in this report
        if self.measure == "headcount":
            return "count", (part(self._cell(year, group)),)  # type: ignore[arg-type]
        if self.measure == "share":
            return "share", (part(self._cell(year, group)), part(self._cell(year, ALL)))  # type: ignore[arg-type]
        if self.measure == "difference":
            place = (self.place.get("membership", ALL), self.place.get("voting", ALL))
            return "gap", figures.board_gap(year, *place, group)
        if self.number in figures.RATIOS:
            return self._of_events(year, group, comparator)
        return self._surveyed(year, group, comparator)

    def _of_events(self, year: int, group: str, comparator: str) -> tuple[str, tuple[Part, ...]]:
        if self.measure == "likelihood":
            parts = figures.likelihood(year, self.number, group, self._suffix)
            return "share", self._of_window(parts)
        kind = "excess" if self.measure == "excess_events" else "ratio"
        return kind, self._of_window(self._ratio(year, group, comparator))

    def _windowed(self, var: Var) -> Var:
        """Name events by the years that they were counted over."""
        if int(var[0]) in self.windows and var[2] == "entered_process":
            return over_two_years(var[0], var[3])
        return var

    def _of_window(self, parts: tuple[Part, ...]) -> tuple[Part, ...]:
        """Write events of two years, over twice the people."""
        return tuple(
            tuple((self._windowed(var), factor * self._times(var)) for var, factor in one)
            for one in parts
        )

    def _times(self, var: Var) -> int:
        two = int(var[0]) in self.windows and var[1:3] == ("disciplinary", "workforce")
        return 2 if two else 1

    def _ratio(self, year: int, group: str, comparator: str) -> tuple[Part, ...]:
        taken = self.place.get("unknown")
        if taken:
            return figures.scenario(year, self.number, group, comparator, taken, self._suffix)
        return figures.ratio(year, self.number, group, comparator, self._suffix)

    def _surveyed(
        self, year: int, group: str, comparator: str
    ) -> tuple[str | None, tuple[Part, ...]]:
        if self.measure not in {"percentage", "gap"} or "scope" in self.place:
            return None, ()
        autumn = self._autumn(year)
        first = part(figures.percent(autumn, self.number, group))
        if self.measure == "percentage":
            return "count", (first,)
        return "plain gap", (first, part(figures.percent(autumn, self.number, comparator)))

    def _limits(self, parts: tuple[Part, ...]) -> Iterator[Fact]:
        for column, kind, of, known in self._named_limits(parts):
            if self.row[column]:
                name = f"{self._name()} {column}"
                yield fact(kind, of, self._range(column), self.file, name, known)
        if self.measure == "gap" and self.row["lower"]:
            yield from self._ends("gap", self._answered(self.year))

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
                    self.year, self.number, group, comparator, which, self._suffix
                )
                yield self._of("ratio", self._of_window(made), column)
