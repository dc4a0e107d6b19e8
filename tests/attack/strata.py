"""Facts from ratios within pay bands, and what anyone knows of the counts behind them.

A report prints the ratio over all strata only. Whoever reads it is given every count of its strata
here, as if they were printed beside it: nothing may follow from them either.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import inf

from tests.attack import figures
from tests.attack.facts import Fact, Part, Row, Var, count, fact, part
from tests.attack.figures import ALL, RATIOS, members_of
from tests.attack.overlaps import HALVES, NESTED
from tests.attack.printed import exactly

__all__ = [
    "DOCTORS",
    "LABELS",
    "OVER_TWO_YEARS",
    "PAIR",
    "STRATUM",
    "Strata",
    "behind",
    "is_of_nobody",
    "of_whole",
    "pooled_parts",
    "same_people",
    "stratum",
    "sums_of_strata",
]

STRATUM = "|stratum="
LABELS = ("under 1-5", "6-7", "8a-VSM", "medical and dental")
DOCTORS = {
    "consultant",
    "senior medical manager",
    "career grade",
    "trainee",
    "other medical and dental",
    "medical and dental",
}
PAIR = ("White", "BME")
OVER_TWO_YEARS = "entered_process over two years"
COLUMNS = ("numerator", "denominator", "comparator_numerator", "comparator_denominator")
WITHIN = "compared within "
SHOWN, WITHHELD = "behind a shown ratio", "withheld"


def stratum(year: int | str, number: str, column: str, label: str, group: str) -> Var:
    """Name people or events of one stratum."""
    return figures.events(year, number, column, group, f"{STRATUM}{label}")


def of_whole(var: Var) -> Var | None:
    """Give the count of all strata that a stratum's is a part of; None for any other count."""
    whole, bar, _ = var[2].partition(STRATUM)
    return (*var[:2], whole, *var[3:]) if bar else None


@dataclass(frozen=True)
class Strata:
    """One row of a ratio within pay bands."""

    row: Mapping[str, str]
    year: int
    before: int
    file: str
    windows: frozenset[int] = frozenset()

    def facts(self) -> Iterator[Fact]:
        """Read the ratio, its interval and its sums; name the counts behind them."""
        shown = self.row["status"] != "suppressed"
        for label in LABELS:
            for one in self._counts(self.year, label):
                yield Fact("count", (part(one),), 0.0, inf, self.file, SHOWN if shown else WITHHELD)
        now, then = (self._whole(year) for year in (self.year, self.before))
        if self.row["measure"] == "change":
            yield from self._figures("moved pooled", "change of pooled", (*now, *then))
            return
        yield from self._figures("pooled", "pooled", now)
        if self.row["previous"]:
            yield self._told("pooled", then, "previous")
        if self.row["value"]:
            yield from self._sums()

    def _figures(self, limits: str, kind: str, parts: tuple[Part, ...]) -> Iterator[Fact]:
        if self.row["value"]:
            yield self._told(kind, parts, "value")
        for end in ("lower", "upper"):
            if self.row[end]:
                known = (float(self.row["confidence"]),)
                yield self._told(f"{limits} {end}", parts, end, known)

    def _whole(self, year: int) -> tuple[Part, ...]:
        return tuple(one for label in LABELS for one in self._parts(year, label))

    def _told(
        self, kind: str, parts: tuple[Part, ...], column: str, known: tuple[float, ...] = ()
    ) -> Fact:
        limits, name = (
            exactly(float(self.row[column])),
            f"{self.row['measure']} within bands {column}",
        )
        return fact(kind, parts, limits, self.file, name, known)

    def _sums(self) -> Iterator[Fact]:
        """Read the counts of the strata that hold both groups, added up."""
        compared = self.row["reason"].rpartition(WITHIN)[2].split(", ")
        counts = [self._counts(self.year, label) for label in compared]
        for column, of in zip(COLUMNS, zip(*counts, strict=True), strict=True):
            yield self._told("count", (part(*of),), column)

    def _counts(self, year: int, label: str) -> list[Var]:
        """Name events and people of the row's group and of the other, in the columns' order."""
        number = self.row["indicator"]
        event, base = RATIOS[number][1:3]
        if number == "3" and year in self.windows:
            event = OVER_TWO_YEARS
        return [
            stratum(year, number, column, label, group)
            for group in (self.row["group"], self.row["comparator_group"])
            for column in (event, base)
        ]

    def _parts(self, year: int, label: str) -> list[Part]:
        years = 2.0 if self.row["indicator"] == "3" and year in self.windows else 1.0
        events, base, others, other_base = self._counts(year, label)
        return [part(events), ((base, years),), part(others), ((other_base, years),)]


def pooled_parts(year: int, number: str, group: str, comparator: str) -> tuple[Part, ...]:
    """Give the four counts of each stratum behind a ratio within bands."""
    event, base = RATIOS[number][1:3]
    return tuple(
        part(stratum(year, number, column, label, of))
        for label in LABELS
        for of in (group, comparator)
        for column in (event, base)
    )


def behind(facts: Iterable[Fact], truth: Mapping[Var, float]) -> list[Fact]:
    """Print every count behind a ratio that is shown."""
    told = {one.parts[0][0][0]: one.file for one in facts if one.text == SHOWN}
    return [
        count(var, exactly(truth[var]), file, "stratum")
        for var, file in told.items()
        if var in truth
    ]


def sums_of_strata(seen: set[Var]) -> Iterator[Row]:
    """Add strata up to the whole group: a report gives a ratio only where they leave nobody out."""
    for whole in sorted({found for var in seen if (found := of_whole(var)) is not None}):
        parts = [(*whole[:2], f"{whole[2]}{STRATUM}{label}", *whole[3:]) for label in LABELS]
        yield Row({**dict.fromkeys(parts, 1.0), whole: -1.0}, 0.0, 0.0)


def same_people(seen: set[Var]) -> Iterator[list[Row]]:
    """Take the staff of each stratum for those of the bands within it, of White and BME staff."""
    bases = {var for var in seen if var[2].startswith(f"workforce{STRATUM}")}
    for year, table in sorted({var[:2] for var in bases}):
        rows = [
            _staff_of(seen, (year, table, f"workforce{STRATUM}{label}", group))
            for label in LABELS
            for group in PAIR
        ]
        if all(row is not None for row in rows):
            yield [row for row in rows if row is not None]


def _staff_of(seen: set[Var], base: Var) -> Row | None:
    """Relate a stratum's staff to the bands within it; None where a band crosses its edge."""
    year, group, label = base[0], base[3], base[2].partition(STRATUM)[2]
    members = DOCTORS if label == LABELS[-1] else {*members_of(label)}
    listed = {(var[2], var[3]) for var in seen if var[:2] == (year, "workforce") and len(var) == 5}
    for sides in (HALVES, (ALL,)):
        bands = [one for one in sorted(listed) if one[0] in sides and _is_band(one[1])]
        within = [one for one in bands if {*one[1].split(", ")} & members]
        if bands and {side for side, _ in bands} == {*sides}:
            if any(not {*band.split(", ")} <= members for _, band in within):
                return None
            cells = [figures.staff(year, *one, group) for one in within]
            return Row({**dict.fromkeys(cells, 1.0), base: -1.0}, 0.0, 0.0)
    return None


def _is_band(band: str) -> bool:
    return band not in {ALL, "unlisted", "other consultants", "pay bands", *NESTED}


def is_of_nobody(var: Var, truth: Mapping[Var, float]) -> bool:
    """Tell whether a stratum's count is zero because nobody of the group is in it."""
    if of_whole(var) is None or truth[var]:
        return False
    base = next(b for t, _, b, *_ in RATIOS.values() if t == var[1])
    label = var[2].partition(STRATUM)[2]
    return not truth.get((*var[:2], f"{base}{STRATUM}{label}", var[3]), 0.0)
