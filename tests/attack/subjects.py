"""What a row of results.csv is of: which counts its columns are, and which figure its value is."""

from __future__ import annotations

from tests.attack import figures
from tests.attack.band_sums import places_of
from tests.attack.facts import Part, Var, part
from tests.attack.figures import ALL
from tests.attack.result_rows import Cells
from tests.attack.structure import over_two_years

__all__ = ["SURVEY", "Subject"]

SURVEY = ("5", "6", "7", "8")


class Subject:
    """The counts and the figure that one row tells of.

    `windows` are the years whose events are those of two years.
    """

    def __init__(self, row: Cells, windows: frozenset[int]) -> None:
        self.row, self.windows = row, windows
        self.place = places_of(row)
        # A report has rows of the years before it too.
        self.year, self.number = int(self.place.pop("year", row["year"])), row["indicator"]
        self.before = int(row["previous_year"] or self.year - 1)
        for other in ("comparator", "since", "peers"):
            self.place.pop(other, None)
        told = {"change": self._changed}
        told |= dict.fromkeys(("comparison", "percentile"), self._compared)
        self.measure = told.get(row["measure"], lambda: row["measure"])()

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

    def own_breakdown(self) -> str:
        return ";".join(f"{name}={word}" for name, word in self.place.items()) or "all"

    def answered(self, year: int) -> tuple[Part, ...]:
        """Give percentage and respondents of each group that a survey figure is of."""
        groups = filter(None, (self.row["group"], self.row["comparator_group"]))
        keys = [(self.autumn(year), self.number, group) for group in groups]
        return tuple(
            part(of) for key in keys for of in (figures.percent(*key), figures.responses(*key))
        )

    def autumn(self, year: int) -> int:
        """Say of which autumn a figure is: that of the row, or one that it is set beside."""
        own = int(self.place["survey_year"])
        if year == self.year:
            return own
        return year - 1 if "since" in places_of(self.row) else own - 1

    @property
    def is_change(self) -> bool:
        return self.row["measure"] == "change"

    def name(self) -> str:
        return f"{self.number} {self.row['measure']} {self.row['breakdown']} {self.row['group']}"

    @property
    def suffix(self) -> str:
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

    def counted(self) -> tuple[Var | None, ...]:
        """Say which count each column of counts is."""
        group, comparator = self.row["group"], self.row["comparator_group"]
        if self.measure in {"headcount", "share", "difference"}:
            return self._counted_staff(group)
        if self.measure in {"likelihood", "relative_likelihood", "excess_events"}:
            return self._counted_events(group, comparator)
        if self.measure in {"percentage", "gap"} and "scope" not in self.place:
            year = self.place["survey_year"]
            second = comparator and not self.is_change
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
        if self.is_change:
            year, comparator = self.before, group
        second = (year, self.number)
        return (
            self._windowed(figures.events(self.year, self.number, event, group, self.suffix)),
            figures.events(self.year, self.number, base, group, self.suffix),
            self._windowed(figures.events(*second, event, comparator, self.suffix))
            if comparator
            else None,
            figures.events(*second, base, comparator, self.suffix) if comparator else None,
        )

    def figure(self, year: int) -> tuple[str | None, tuple[Part, ...]]:
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
            return self.of_events(year, group, comparator)
        return self._surveyed(year, group, comparator)

    def of_events(self, year: int, group: str, comparator: str) -> tuple[str, tuple[Part, ...]]:
        if self.measure == "likelihood":
            parts = figures.likelihood(year, self.number, group, self.suffix)
            return "share", self.of_window(parts)
        kind = "excess" if self.measure == "excess_events" else "ratio"
        return kind, self.of_window(self._ratio(year, group, comparator))

    def _windowed(self, var: Var) -> Var:
        """Name events by the years that they were counted over."""
        if int(var[0]) in self.windows and var[2] == "entered_process":
            return over_two_years(var[0], var[3])
        return var

    def of_window(self, parts: tuple[Part, ...]) -> tuple[Part, ...]:
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
            return figures.scenario(year, self.number, group, comparator, taken, self.suffix)
        return figures.ratio(year, self.number, group, comparator, self.suffix)

    def _surveyed(
        self, year: int, group: str, comparator: str
    ) -> tuple[str | None, tuple[Part, ...]]:
        if self.measure not in {"percentage", "gap"} or "scope" in self.place:
            return None, ()
        autumn = self.autumn(year)
        first = part(figures.percent(autumn, self.number, group))
        if self.measure == "percentage":
            return "count", (first,)
        return "plain gap", (first, part(figures.percent(autumn, self.number, comparator)))
