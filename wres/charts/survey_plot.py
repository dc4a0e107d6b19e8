"""Where the years and percentages of a survey trend lie, and the grid behind them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wres.charts import theme
from wres.charts.sheet import Sheet
from wres.charts.survey_series import TRUST, Series
from wres.charts.survey_words import SurveyWords
from wres.labels import format_percent

__all__ = [
    "Plot",
    "draw_figures",
    "draw_grid",
    "end_label",
    "figure_names",
    "fitting_plot",
    "names_above",
    "names_room",
]

PLOT_HEIGHT = 1.9
# Labels at the right take at most this part of the width, names at the left so many inches.
LABELS_AT_MOST = 0.28
NAMES_AT_MOST = 1.2
# Names up to here stand at the left of figures on a phone too.
SHORT = 0.5
# Distances between grid lines that people count by, with how far each reaches.
STEPS = (1, 2, 5, 10, 20, 25)
LINES_AT_MOST = 6


@dataclass(frozen=True)
class Plot:
    """Where years and percentages lie on the sheet."""

    left: float
    right: float
    top: float
    years: range
    highest: float
    step: int
    # The widest words that are printed below years.
    widest: float = 0.0

    @property
    def bottom(self) -> float:
        """Where 0% lies."""
        return self.top + PLOT_HEIGHT

    def x(self, year: int) -> float:
        """Return where a year lies; a single year stands near its labels."""
        inset = min(0.32, (self.right - self.left) / 4)
        if len(self.years) == 1:
            return self.right - 0.6
        run = self.right - self.left - 2 * inset
        return self.left + inset + run * (year - self.years[0]) / (len(self.years) - 1)

    def y(self, percent: float) -> float:
        """Return where a percentage lies."""
        return self.bottom - PLOT_HEIGHT * percent / self.highest

    @property
    def labelled(self) -> list[int]:
        """Years that have room for what is printed below them, the last one always among them."""
        return self.with_room(max(theme.text_width("0,000 ", theme.SMALL), self.widest))

    def with_room(self, width: float) -> list[int]:
        """Years that have room for words of a width, the last one always among them."""
        if len(self.years) == 1:
            return list(self.years)
        room = self.x(self.years[1]) - self.x(self.years[0])
        step = 1 + int(width // room)
        return list(self.years[::-1][::step])[::-1]


def fitting_plot(sheet: Sheet, top: float, words: SurveyWords, series: Sequence[Series]) -> Plot:
    """Leave room for names and labels; percentages start at 0, those of agreement end at 100."""
    points = [point for one in series for point in one.points]
    years = words.years
    tallest = max(max(point.cell.value or 0.0, point.cell.upper or 0.0) for point in points)
    if words.record.good_direction == "higher":
        tallest = 100.0
    step = next((step for step in STEPS if step * LINES_AT_MOST >= tallest), STEPS[-1])
    highest = min(100, step * max(1, -int(-tallest // step)))
    names = figure_names(words, series)
    left = names_room(sheet, names, format_percent(highest, 0))
    labels = max(theme.text_width(end_label(words, one, years), weight="bold") for one in series)
    right = sheet.width - min(labels, LABELS_AT_MOST * sheet.width) - 0.2
    return Plot(left, right, top, range(years[0], years[-1] + 1), highest, step)


def names_room(sheet: Sheet, names: Sequence[str], percentage: str) -> float:
    """Return the room left of a plot: for percentages, and for names where they stand there."""
    widths = [min(theme.text_width(name, theme.SMALL), NAMES_AT_MOST) for name in names]
    beside = [] if names_above(sheet, names) else widths
    return max([*beside, theme.text_width(percentage, theme.SMALL)]) + 0.12


def names_above(sheet: Sheet, names: Sequence[str]) -> bool:
    """Say whether names stand above their figures: on a phone, if one of them is long."""
    return sheet.is_narrow and any(theme.text_width(name, theme.SMALL) > SHORT for name in names)


def figure_names(words: SurveyWords, series: Sequence[Series]) -> list[str]:
    """Name what has figures below a survey's plot."""
    names = [words.name(one) for one in series if one.scope == TRUST]
    return names + [words.group_name(group) for group in words.withheld]


def draw_figures(
    sheet: Sheet, plot: Plot, top: float, name: str, figures: Mapping[int, str], *, above: bool
) -> float:
    """Print figures below their years, and their name at the left or above them."""
    if above:
        lines = theme.wrap(name, sheet.room, theme.SMALL)
        top = sheet.paragraph(0.0, top, lines, size=theme.SMALL)
    baseline = sheet.baseline(top, theme.SMALL)
    for year, words in figures.items():
        sheet.words(plot.x(year), baseline, words, size=theme.SMALL, align="center")
    lines = [""] if above else theme.wrap(name, plot.left, theme.SMALL)
    return sheet.paragraph(0.0, top, lines, size=theme.SMALL)


def draw_grid(sheet: Sheet, plot: Plot) -> None:
    """Draw grid lines, percentages and years."""
    for percent in range(0, int(plot.highest) + 1, plot.step):
        y, colour = plot.y(percent), theme.GRID if percent else theme.AXIS
        sheet.line([plot.left, plot.right], [y, y], colour=colour, order=0, label="grid")
        label = format_percent(percent, 0)
        style = {"size": theme.SMALL, "colour": theme.WEAK_TEXT}
        sheet.words_at(plot.left - 0.07, y, label, align="right", **style)
    for year in plot.labelled:
        x, bottom = plot.x(year), plot.bottom
        sheet.line([x, x], [bottom, bottom + 0.05], label="tick")
        sheet.words(x, bottom + 0.21, str(year), size=theme.SMALL, align="center")


def end_label(words: SurveyWords, series: Series, years: Sequence[int]) -> str:
    """Name a series with its latest figure, and the year where that is not the last."""
    year = f" ({series.last.year})" if series.last.year != years[-1] else ""
    return f"{words.name(series)} {series.last.cell.label}{year}"
