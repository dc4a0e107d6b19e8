"""Headline, subtitle, caption and alternative text of a survey trend."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from wres.chapters.reading import Chapter
from wres.charts.cells import Cell
from wres.charts.survey_series import BENCHMARK, NATIONAL, TRUST, Point, Series
from wres.charts.words import caption, certainty, explained, kept_together, place, table_has
from wres.definitions.indicators import Indicator
from wres.labels import WITHHELD, WITHHELD_SYMBOL, listed

__all__ = ["SurveyWords"]

TABLE = table_has("survey table", "the trust's figures")
OLDER = table_has("table of surveys by year", "the trust's figures")
# Series longer than this are told by their ends and extremes.
TOLD_AT_MOST = 6


@dataclass(frozen=True)
class SurveyWords:
    """Words made from the series and from the verdict on the latest gap.

    `withheld` holds the surveys in which the trust's figure of a group is withheld.
    """

    chapter: Chapter
    record: Indicator
    series: Sequence[Series]
    withheld: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """Headline: the verdict on the latest gap, or the figures where there is none."""
        later = max((year for years in self.withheld.values() for year in years), default=0)
        hidden = f"; autumn {later} {WITHHELD}" if later > self._latest_year else ""
        return f"{self.record.short_title}: {self._latest_told(self._latest_year)}{hidden}"

    def _latest_told(self, year: int) -> str:
        shares = self._shares(year)
        if len(shares) < len(("BME", "White")):
            return self._one_sided(shares, year)
        bme, white = shares["BME"].label, shares["White"].label
        stated = f"{bme} of {self._term} and {white} of White respondents in autumn {year}"
        judged = self._judged(self._verdict(year), bme, white)
        if judged and year != self.chapter.facts.year - 1:
            judged += f", autumn {year}"
        return judged or stated

    @property
    def subtitle(self) -> str:
        """Measure, place and dates."""
        measure = f"Percentage of respondents, {self.record.source}"
        return f"{measure}, {place(self.chapter)}, {kept_together(self.span)}"

    @property
    def caption(self) -> str:
        """What is shown and its source, with what a reader needs to know of the lines."""
        what = f"{self.record.short_title}, NHS Staff Survey, {self.span}"
        text = caption(self.chapter, what, [self.record.number], ["staff_survey"])
        symbols = [WITHHELD_SYMBOL] if self.withheld else []
        return explained(" ".join([text, *self._notes()]), *symbols)

    @property
    def alt(self) -> str:
        """The figures in words."""
        kind = "Line chart" if any(p.joined for s in self.series for p in s.points) else "Dot chart"
        start = (
            f"{kind} of the percentage of respondents who {self.record.event}, "
            f"at {place(self.chapter)}, {self.span}."
        )
        told = [f"{name}: {text}." for name, text in self._series_told()]
        older = self.years[0] < self.chapter.facts.year - 2
        return (
            f"{explained(' '.join([start, f'{self.title}.', *told]))} {OLDER if older else TABLE}"
        )

    @property
    def years(self) -> list[int]:
        """The surveys shown, those of withheld figures among them."""
        shown = {point.year for series in self.series for point in series.points}
        return sorted(shown.union(*self.withheld.values()))

    @property
    def span(self) -> str:
        """The surveys shown."""
        years = self.years
        return f"autumn {years[0]}" + (f" to {years[-1]}" if len(years) > 1 else "")

    def name(self, series: Series) -> str:
        """Name a series: 'BME', 'BME benchmark', 'BME, England'."""
        group = self.group_name(series.group)
        if series.scope == TRUST:
            return group
        return f"{group} benchmark" if series.scope == BENCHMARK else f"{group}, {series.name}"

    def group_name(self, group: str) -> str:
        """Name a group of the trust's respondents."""
        return self.chapter.group_label(group)

    def _series_told(self) -> Iterator[tuple[str, str]]:
        hidden = dict(self.withheld)
        for series in self.series:
            years = hidden.pop(series.group, ()) if series.scope == TRUST else ()
            yield self.name(series), _told(series.points, years)
        for group, years in hidden.items():
            yield self.group_name(group), _told((), years)

    @property
    def _term(self) -> str:
        return self.chapter.group_label("BME")

    @property
    def _trust(self) -> list[Series]:
        return [series for series in self.series if series.scope == TRUST]

    @property
    def _latest_year(self) -> int:
        return max(series.last.year for series in self._trust)

    def _shares(self, year: int) -> dict[str, Cell]:
        return {s.group: p.cell for s in self._trust for p in s.points if p.year == year}

    def _verdict(self, year: int) -> str:
        gap = self.chapter.row(
            indicator=self.record.number, measure="gap", breakdown=f"survey_year={year}"
        )
        return "" if gap is None else str(gap.verdict)

    def _judged(self, verdict: str, bme: str, white: str) -> str:
        pair = f"{self._term} ({bme})"
        if verdict == "no clear difference":
            return f"no clear difference between {pair} and White staff ({white})"
        if verdict == "too few to say":
            return f"too few answers to compare {pair} with White staff ({white})"
        verb = "hold it" if self.record.good_direction == "higher" else "report it"
        stated = f"{self._term} staff {verdict} to {verb} ({bme}) than White staff ({white})"
        return stated if verdict else ""

    def _one_sided(self, shares: dict[str, Cell], year: int) -> str:
        (group, cell), *_ = shares.items()
        other = self.chapter.group_label("White" if group == "BME" else "BME")
        label = self.chapter.group_label(group)
        if year in self.withheld.get("White" if group == "BME" else "BME", ()):
            return (
                f"{cell.label} of {label} respondents in autumn {year}, figure for {other} "
                f"{WITHHELD}"
            )
        return f"{cell.label} of {label} respondents in autumn {year}, no figure for {other}"

    def _notes(self) -> list[str]:
        points = [point for series in self._trust for point in series.points]
        notes = []
        if any(point.cell.lower is not None for point in points):
            cells = [point.cell for point in points]
            notes.append(f"Thin vertical lines and shading are {certainty(cells)} intervals.")
        if all(point.cell.base is None for point in points):
            notes.append("Numbers of respondents were not published.")
        if _has_break(self.series):
            notes.append("Points that rest on different or unknown bases are not joined.")
        national = {(s.name, s.last.year) for s in self.series if s.scope == NATIONAL}
        notes += [
            f"{name}: latest published, autumn {year} survey." for name, year in sorted(national)
        ]
        return notes


def _has_break(series: Sequence[Series]) -> bool:
    return any(
        after.year == before.year + 1 and not after.joined
        for one in series
        for before, after in zip(one.points, one.points[1:], strict=False)
    )


def _told(points: Sequence[Point], withheld: Sequence[int] = ()) -> str:
    hidden = [f"{WITHHELD_SYMBOL} in {year}" for year in withheld]
    if len(points) <= TOLD_AT_MOST:
        labels = {point.year: point.cell.label for point in points}
        labels |= dict.fromkeys(withheld, WITHHELD_SYMBOL)
        return listed([f"{labels[year]} in {year}" for year in sorted(labels)])
    ordered = sorted(points, key=lambda point: point.cell.value or 0.0)
    ends = f"from {points[0].cell.label} in {points[0].year} to "
    if hidden:  # a withheld figure may lie beyond those shown: no lowest, no highest
        return f"{ends}{points[-1].cell.label} in {points[-1].year}, {listed(hidden)}"
    low, high = ordered[0], ordered[-1]
    return (
        f"{ends}{points[-1].cell.label} in {points[-1].year}, lowest {low.cell.label} in "
        f"{low.year}, highest {high.cell.label} in {high.year}"
    )
