"""One indicator's relative likelihoods over the years, as a small chart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from typing import Any

from wres.charts import theme
from wres.charts.cells import Cell
from wres.charts.history import NO_RATIO, Travel, Yearly
from wres.charts.key import Mark
from wres.charts.ratio_axis import fitting_reach, holds
from wres.charts.sheet import Sheet
from wres.definitions.indicators import Indicator
from wres.labels import WITHHELD, WITHHELD_SYMBOL, capitalise, decapitalise, format_ratio, listed
from wres.stats import FOUR_FIFTHS

__all__ = ["RatioPanel", "draw_panel", "panels_reach"]

# How far panels reach on either side of 1.
REACHES = (2.0, 4.0, 10.0, 25.0)
HEIGHT, LEFT, INSET = 1.25, 0.45, 0.35
# How far beside a year's ratio the national one stands.
BESIDE = 0.13
# Room for a ratio or a year.
FIGURE = 0.36


@dataclass(frozen=True)
class RatioPanel:
    """The ratios of one indicator, and how they are told."""

    record: Indicator
    ratios: Yearly
    travel: Travel | None
    terms: dict[str, str]

    @property
    def name(self) -> str:
        """The indicator in a sentence."""
        return decapitalise(self.record.short_title)

    @property
    def heading(self) -> str:
        """Indicator and the order of the groups."""
        record = self.record
        order = f"{self.terms[record.group]} over {self.terms[record.comparator_group]}"
        return f"{record.number}. {record.short_title} ({order})"

    @property
    def has_marks(self) -> bool:
        """Whether a year has a ratio, or the interval of one over zero, to be drawn."""
        return bool(self.ratios.drawn or self.ratios.over_zero)

    @property
    def has_no_ratio(self) -> bool:
        """Whether a year has counts of nobody in either group."""
        return any(self.ratios.label(year) == NO_RATIO for year in self.ratios.years)

    @property
    def is_judged(self) -> bool:
        """Whether there is a verdict, or no ratio to judge."""
        return self.travel is not None or not self.ratios.drawn

    @property
    def judged(self) -> str:
        """The verdict on the change in words; the ratios where there is none."""
        if self.travel is None and not self.ratios.drawn:
            return self.ratios.ends if self.ratios.over_zero else WITHHELD
        if self.travel is None:
            return self.ratios.ends
        since = f"since {self.travel.since}"
        if self.travel.verdict == "too few to say":
            return f"too few cases to say whether it changed {since}"
        return f"{self.travel.verdict} {since}"

    @property
    def note(self) -> str:
        """Line below the heading: the verdict; where nothing is drawn, the years withheld too."""
        if self.has_marks:
            return self.judged
        years = listed([str(year) for year in self.ratios.years])
        return f"{self.judged}: {WITHHELD_SYMBOL} in {years}"

    @property
    def told(self) -> str:
        """Every ratio in words."""
        ratios = [
            f"{self.ratios.label(year)}{_between(cell)} in {year}" for year, cell in self._shown
        ]
        beside = [f"{format_ratio(b.value)} in {b.year}" for b in self.ratios.benchmarks]
        names = listed(list(dict.fromkeys(b.name for b in self.ratios.benchmarks)))
        national = f" {names}: {listed(beside)}." if beside else ""
        judged = f"{self.judged}; " if self.is_judged else ""
        return f"{self.heading}: {judged}{listed(ratios)}.{national}"

    @property
    def _shown(self) -> list[tuple[int, Any]]:
        return [(year, self.ratios.cells[year]) for year in self.ratios.years]


def _between(cell: Any) -> str:
    return f" ({cell.interval_label})" if cell.interval_label else ""


def panels_reach(panels: Sequence[RatioPanel]) -> float:
    """Return how far all panels reach on either side of 1."""
    years = [{**panel.ratios.drawn, **panel.ratios.over_zero} for panel in panels]
    cells = [cell for year in years for cell in year.values()]
    marks = [mark.value for panel in panels for mark in panel.ratios.benchmarks]
    return fitting_reach([*cells, *(Cell(value, "ratio", "") for value in marks)], REACHES)


@dataclass(frozen=True)
class _Place:
    """Where years and ratios of a panel lie, on a sheet of a width."""

    width: float
    top: float
    years: range
    reach: float

    @property
    def bottom(self) -> float:
        return self.top + HEIGHT

    def x(self, year: int) -> float:
        run = self.width - LEFT - 2 * INSET
        return LEFT + INSET + run * (year - self.years[0]) / max(len(self.years) - 1, 1)

    def y(self, ratio: float) -> float:
        """Return where a ratio lies; what is off the scale stands just beyond its end."""
        if not holds(self.reach, ratio):
            return self.bottom - 0.02 if ratio < 1 else self.top + 0.02
        return self.top + HEIGHT / 2 - (HEIGHT / 2 - 0.06) * log(ratio) / log(self.reach)

    @property
    def with_room(self) -> list[int]:
        """Years that have room for a figure, the last one always among them."""
        room = abs(self.x(self.years[-1]) - self.x(self.years[0])) / max(len(self.years) - 1, 1)
        step = 1 + int(FIGURE // room) if room else 1
        return list(self.years[::-1][::step])


def draw_panel(sheet: Sheet, top: float, panel: RatioPanel, years: range, reach: float) -> float:
    """Draw one panel: heading, verdict, ratios, years and the figures below them."""
    lines = theme.wrap(panel.heading, sheet.room, theme.BODY, "bold")
    top = sheet.paragraph(0.0, top, lines, weight="bold")
    notes = theme.wrap(capitalise(panel.note), sheet.room, theme.SMALL)
    top = sheet.paragraph(0.0, top, notes, size=theme.SMALL, colour=theme.WEAK_TEXT) + 0.05
    if not panel.has_marks:
        return top
    at = _Place(sheet.width, top, years, reach)
    _draw_ground(sheet, at)
    for mark in panel.ratios.benchmarks:
        if mark.year in years:
            shape = Mark("", "D", theme.BENCHMARK, hollow=True, size=5.0)
            shape.draw(sheet, at.x(mark.year) + BESIDE, at.y(mark.value), "national")
    for year, cell in panel.ratios.drawn.items():
        _draw_ratio(sheet, at, year, cell)
    for year, cell in panel.ratios.over_zero.items():
        _draw_interval(sheet, at, year, cell)
    return _draw_figures(sheet, at, panel)


def _draw_ground(sheet: Sheet, at: _Place) -> None:
    low, high = (at.y(end) for end in FOUR_FIFTHS)
    span = [LEFT, sheet.width]
    sheet.box(LEFT, high, sheet.width - LEFT, low - high, fill=theme.ZONE, label="zone", order=0)
    for edge in (low, high):
        sheet.line(span, [edge] * 2, width=0.8, dashes=(2.0, 2.0), label="zone edge")
    sheet.line(span, [at.y(1.0)] * 2, colour=theme.AXIS, label="equal")
    for ratio in (1 / at.reach, 1.0, at.reach):
        if ratio != 1.0:
            sheet.line(span, [at.y(ratio)] * 2, colour=theme.GRID, order=0.5, label="grid")
        style: dict[str, Any] = {"size": theme.SMALL, "colour": theme.WEAK_TEXT}
        sheet.words_at(LEFT - 0.06, at.y(ratio), format_ratio(ratio), align="right", **style)


def _draw_ratio(sheet: Sheet, at: _Place, year: int, cell: Any) -> None:
    ratio = cell.value
    _draw_interval(sheet, at, year, cell)
    shape = "o" if holds(at.reach, ratio) else "v" if ratio < 1 else "^"
    sheet.marker(at.x(year), at.y(ratio), shape, colour=theme.POINT, size=6.5, label="ratio")


def _draw_interval(sheet: Sheet, at: _Place, year: int, cell: Any) -> None:
    x = at.x(year)
    if cell.lower is not None and cell.upper is not None:
        ends = [at.y(cell.lower), at.y(cell.upper)]
        sheet.line([x, x], ends, colour=theme.POINT, width=2.2, label="interval")
        for end, y in zip((cell.lower, cell.upper), ends, strict=True):
            if not holds(at.reach, end):
                sheet.marker(
                    x, y, "v" if end < 1 else "^", colour=theme.POINT, size=7, label="open end"
                )


def _draw_figures(sheet: Sheet, at: _Place, panel: RatioPanel) -> float:
    """Print years, and below each its ratio or why there is none."""
    first, second = at.bottom + 0.17, at.bottom + 0.35
    shown = set(panel.ratios.years)
    for year in at.years:
        sheet.line([at.x(year)] * 2, [at.bottom, at.bottom + 0.03], label="tick")
    for year in at.with_room:
        x = at.x(year)
        sheet.words(x, first, str(year), size=theme.SMALL, align="center", colour=theme.WEAK_TEXT)
        if year in shown:
            label, weight = panel.ratios.label(year), "bold"
            sheet.words(x, second, label, size=theme.SMALL, align="center", weight=weight)
    return second + 0.05
