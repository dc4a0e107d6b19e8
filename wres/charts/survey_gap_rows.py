"""The latest gap of each survey indicator, taken out of results, and how it is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wres.chapters.reading import Chapter
from wres.charts.cells import Cell
from wres.charts.survey_series import NATIONAL, TRUST, Series, survey_series, withheld_years
from wres.charts.words import certainty
from wres.definitions.indicators import Indicator, indicators
from wres.labels import NOT_AVAILABLE, WITHHELD_SYMBOL, capitalise
from wres.stats import CLEAR

__all__ = ["GROUPS", "Beside", "Gap", "survey_gap_rows"]

GROUPS = ("BME", "White")


@dataclass(frozen=True)
class Beside:
    """What the benchmark group or the country said, by group."""

    name: str
    shares: dict[str, Cell]
    national: bool = False

    @property
    def kind(self) -> str:
        """Whose figures they are, whichever survey."""
        return self.name.partition(",")[0]


@dataclass(frozen=True)
class Gap:
    """What White and BME staff said in the latest survey of one indicator.

    Parameters
    ----------
    record : Indicator
    year : int
        Autumn of the survey.
    shares : dict of str to Cell
        By group; a group without a figure is absent.
    gap : Cell or None
        BME minus White.
    beside : tuple of Beside
    term : str
        What BME staff are called.
    reason : str
        Why there is no gap though there are both figures.
    """

    record: Indicator
    year: int
    shares: dict[str, Cell]
    gap: Cell | None
    beside: tuple[Beside, ...]
    term: str
    reason: str = ""

    @property
    def heading(self) -> str:
        """Number and short title."""
        return f"{self.record.number}. {self.record.short_title}"

    @property
    def verdict(self) -> str:
        """The verdict on the gap; empty where there is none."""
        return "" if self.gap is None else self.gap.verdict

    @property
    def is_clear(self) -> bool:
        """Whether the gap is a finding about one of the groups."""
        return self.verdict in CLEAR

    @property
    def is_withheld(self) -> bool:
        """Whether a group's figure is withheld."""
        return any(cell.is_withheld for cell in self.shares.values())

    @property
    def gap_label(self) -> str:
        """The gap as printed, with its unit."""
        if self.is_withheld:
            return WITHHELD_SYMBOL
        if self.gap is None or self.gap.value is None:
            return NOT_AVAILABLE
        return f"{self.gap.label} points"

    def label(self, reported: int) -> str:
        """Name the gap, with its survey where that is not the one of the `reported` year."""
        when = "" if self.year == reported - 1 else f"Autumn {self.year}: "
        return f"{when}gap {self.gap_label}" if when else f"Gap {self.gap_label}"

    @property
    def judged(self) -> str:
        """The verdict in words, to stand below the heading."""
        if self.is_clear:
            told = f"{self.term} staff {self.verdict} to {self.verb} it than White staff"
            return capitalise(told)
        return {
            "no clear difference": "No clear difference",
            "too few to say": "Too few answers to say",
        }.get(self.verdict, self._unjudged)

    @property
    def verb(self) -> str:
        """What staff do who are counted."""
        return "hold" if self.record.good_direction == "higher" else "report"

    @property
    def interval_label(self) -> str:
        """The interval of the gap as it is printed in a sentence; empty where there is none."""
        if self.gap is None or not self.gap.interval_label:
            return ""
        return f"{certainty([self.gap])} interval {self.gap.interval_label} points"

    @property
    def _unjudged(self) -> str:
        if self.is_withheld:
            return "Withheld to protect people"
        absent = [group for group in GROUPS if group not in self.shares]
        if absent:
            name = self.term if absent[0] == "BME" else absent[0]
            return f"No figure for {name} staff"
        if self.gap is None or self.gap.value is None:
            return capitalise(self.reason)
        return "As published; not all numbers of respondents are known"


def survey_gap_rows(chapter: Chapter) -> list[Gap]:
    """Take the latest gap of each survey indicator out of a chapter's results."""
    found = (_gap(chapter, record) for record in indicators("survey"))
    return [gap for gap in found if gap is not None]


def _gap(chapter: Chapter, record: Indicator) -> Gap | None:
    rows = chapter.rows(indicator=record.number)
    series, hidden = survey_series(rows, record), withheld_years(rows)
    own = {
        (one.group, point.year): point.cell
        for one in series
        if one.scope == TRUST
        for point in one.points
    }
    own |= {
        (group, year): Cell(None, "%", "suppressed")
        for group, years in hidden.items()
        for year in years
    }
    if not own:
        return None
    year = max(year for _, year in own)
    shares = {group: own[group, year] for group in GROUPS if (group, year) in own}
    row = chapter.row(
        indicator=record.number, measure="gap", breakdown=f"survey_year={year}", group="BME"
    )
    gap = None if row is None else Cell.of(row)
    reason = "" if row is None else chapter.in_term(str(row["reason"]))
    beside = tuple(_beside(series, year))
    return Gap(record, year, shares, gap, beside, chapter.group_label("BME"), reason)


def _beside(series: Sequence[Series], year: int) -> list[Beside]:
    made: dict[str, Beside] = {}
    for one in series:
        national = one.scope == NATIONAL
        for point in one.points:
            if national and point == one.last:
                name = f"{one.name}, autumn {point.year} survey"
            elif one.scope not in (TRUST, NATIONAL) and point.year == year:
                name = "Benchmark group"
            else:
                continue
            made.setdefault(name, Beside(name, {}, national)).shares[one.group] = point.cell
    return list(made.values())
