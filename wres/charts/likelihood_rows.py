"""Relative likelihoods taken out of results, and how they are told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from wres.chapters.reading import Chapter
from wres.charts.cells import Cell, number, whole
from wres.definitions.indicators import Indicator
from wres.definitions.indicators import indicator as definition
from wres.labels import WITHHELD, capitalise, decapitalise, is_withheld, why_withheld
from wres.stats import CLEAR, could_turn

__all__ = [
    "ANOTHER_WAY",
    "NATIONAL",
    "NOW",
    "PREVIOUS",
    "Likelihood",
    "Reading",
    "likelihoods",
]

NOW, PREVIOUS, NATIONAL, ANOTHER_WAY = "now", "previous", "national", "another way"
# This year's ratio computed in another way, by its breakdown.
WAYS = {
    "recruitment=without international": "without international recruitment",
    "stratified=band": "within pay bands (Mantel-Haenszel)",
}


@dataclass(frozen=True)
class Reading:
    """One ratio: this year's, the same another `way`, the year before's, or the national one."""

    kind: str
    when: str
    cell: Cell
    way: str = ""

    @property
    def label(self) -> str:
        """The ratio as printed, with its interval where there is one."""
        interval = f" ({self.cell.interval_label})" if self.cell.interval_label else ""
        return f"{self.when}: {self.cell.label}{interval}"


@dataclass(frozen=True)
class Likelihood:
    """One of indicators 2, 3 and 4.

    Parameters
    ----------
    record : Indicator
    readings : tuple of Reading
        This year's first.
    reason : str
        Why there is no interval or no ratio.
    terms : dict of str to str
        What White and BME are called.
    two_years : bool
        Whether events were counted over two years.
    could_turn : bool
        Whether people of unknown ethnicity could turn this year's ratio round.
    """

    record: Indicator
    readings: tuple[Reading, ...]
    reason: str
    terms: dict[str, str]
    two_years: bool = False
    could_turn: bool = False

    @property
    def now(self) -> Cell:
        """Ratio of the reporting year."""
        return self.readings[0].cell

    @property
    def heading(self) -> str:
        """Indicator and the order of the groups."""
        return f"{self.record.number}. {self.record.short_title} ({self.order})"

    @property
    def order(self) -> str:
        """Which group stands over which."""
        record = self.record
        return f"{self.terms[record.group]} over {self.terms[record.comparator_group]}"

    @property
    def ends(self) -> tuple[str, str]:
        """What a ratio below and above 1 means."""
        record = self.record
        return (
            capitalise(f"{self._people(record.comparator_group)} more likely"),
            capitalise(f"{self._people(record.group)} more likely"),
        )

    @property
    def stated(self) -> str:
        """The ratio in a sentence, with nothing about its certainty."""
        record = self.record
        first, second = self._people(record.group), self._people(record.comparator_group)
        return f"{first} {self.now.label} times as likely as {second} to {record.event}"

    @property
    def finding_parts(self) -> tuple[str, str]:
        """The verdict in words, and of what, where others may share the verdict.

        Without a verdict, the figure and nothing about its certainty.
        """
        outcome = decapitalise(self.record.title)
        if self.now.is_withheld:
            return f"{decapitalise(self.record.short_title)} {WITHHELD}", ""
        if self.is_clear:
            return f"{self._for_bme()} to {self.record.event}{self._doubt}", ""
        if self.now.verdict == "too few to say":
            return "too few cases to say for", outcome
        if self.now.verdict:
            return f"{self.now.verdict} in", outcome
        published = " as published" if self.now.status == "as published" else ""
        return f"{self.figure}{published}", ""

    @property
    def figure(self) -> str:
        """The indicator and its ratio."""
        return f"{decapitalise(self.record.short_title)} {self.now.label}"

    @property
    def is_clear(self) -> bool:
        """Whether one group is likelier than the other."""
        return self.now.verdict in CLEAR

    @property
    def otherwise(self) -> list[str]:
        """What the ratio clearly shows taken another way, where that is not its own verdict."""
        return [
            f"{self._for_bme(one.cell.verdict)} {one.way}"
            for one in self.readings
            if one.way and one.cell.verdict in CLEAR and one.cell.verdict != self.now.verdict
        ]

    @property
    def note(self) -> str:
        """Line below the heading: the verdict, or why there is none; then what is otherwise."""
        return "; ".join(filter(None, (self._note, *self.otherwise)))

    @property
    def _note(self) -> str:
        if self.is_clear:
            return capitalise(f"{self._for_bme()}{self._doubt}")
        if self.now.verdict:
            return {"too few to say": "Too few cases to say"}.get(
                self.now.verdict, self.now.verdict.capitalize()
            )
        reason = f": {self.reason}" if self.reason else ""
        if self.now.is_withheld:
            return f"{WITHHELD.capitalize()}{reason}"
        return f"{self.now.status.capitalize()}{reason}" if self.now.status != "ok" else ""

    def _people(self, group: str) -> str:
        return f"{self.terms[group]} {self.record.people}"

    def _for_bme(self, verdict: str = "") -> str:
        return f"{self._people('BME')} {self.record.for_bme(verdict or self.now.verdict)}"

    @property
    def _doubt(self) -> str:
        """Go on, after what a ratio clearly shows, that unknown ethnicity could turn it round."""
        return ", though unknown ethnicity could turn this round" if self.could_turn else ""


def likelihoods(chapter: Chapter, numbers: Sequence[str]) -> list[Likelihood]:
    """Take the whole-trust ratios of `numbers` out of a chapter's results."""
    made = []
    terms = {group: chapter.group_label(group) for group in ("White", "BME")}
    for one in numbers:
        row = chapter.row(indicator=one, measure="relative_likelihood", breakdown="all")
        if row is not None:
            ways = _other_ways(chapter, one)
            readings = tuple(_readings(row, chapter.facts.year, ways))
            two_years = chapter.over_two_years(one)
            reason = _reason(row, terms)
            turned = could_turn(number(row.unknown_low), number(row.unknown_high))
            made.append(Likelihood(definition(one), readings, reason, terms, two_years, turned))
    return made


def _reason(row: Any, terms: dict[str, str]) -> str:
    """Give the reason in the trust's own words: results say BME."""
    reason = why_withheld(row) if is_withheld(row) else str(row.reason)
    return re.sub(r"\bBME\b", lambda _: terms["BME"], reason)


def _other_ways(chapter: Chapter, one: str) -> list[Reading]:
    year, found = chapter.facts.year, []
    for breakdown, words in WAYS.items():
        row = chapter.row(indicator=one, measure="relative_likelihood", breakdown=breakdown)
        if row is not None and (is_withheld(row) or number(row.value) is not None):
            way = words.partition(" (")[0]
            found.append(Reading(ANOTHER_WAY, f"{year} {words}", Cell.of(row), way))
    return found


def _readings(row: Any, year: int, ways: list[Reading]) -> list[Reading]:
    now = Reading(NOW, str(year), Cell.of(row))
    return [
        now,
        *ways,
        *_reading(row, PREVIOUS, row.previous, "", row.previous_year),
        *_reading(row, NATIONAL, row.benchmark, row.benchmark_name, row.benchmark_year),
    ]


def _reading(row: Any, kind: str, value: Any, name: str, year: Any) -> list[Reading]:
    if number(value) is None:
        return []
    when = " ".join(part for part in (name, str(whole(year) or "")) if part)
    return [Reading(kind, when, Cell(number(value), row.unit, "as published"))]
