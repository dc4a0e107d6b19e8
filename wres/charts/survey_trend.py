"""Indicators 5 to 8: what White and BME staff said in the survey, year by year."""

from __future__ import annotations

from collections.abc import Sequence

from wres.chapters.reading import Chapter
from wres.charts import theme
from wres.charts.apart import spread
from wres.charts.figure import Figure, compose
from wres.charts.sheet import Sheet
from wres.charts.survey_plot import (
    Plot,
    draw_figures,
    draw_grid,
    end_label,
    figure_names,
    fitting_plot,
    names_above,
)
from wres.charts.survey_series import (
    NATIONAL,
    TRUST,
    Point,
    Series,
    survey_series,
    withheld_years,
)
from wres.charts.survey_words import SurveyWords
from wres.definitions.indicators import indicator as definition
from wres.labels import WITHHELD_SYMBOL, format_headcount

__all__ = ["survey_trend"]

MARKERS = {"BME": "o", "White": "s"}
UNPUBLISHED = "–"
DASHES = (3.0, 1.8)
DOTS = (1.0, 2.5)
PITCH = theme.LINE * theme.SMALL / 72


def survey_trend(chapter: Chapter, indicator: str | int) -> Figure | None:
    """Draw what White and BME respondents said, in the trust and its benchmark group.

    Parameters
    ----------
    chapter : Chapter
        Rows of measure percentage are drawn; the verdict of the gap makes the headline.
    indicator : {5, 6, 7, 8}
        Number, as text or not.

    Returns
    -------
    Figure or None
        None if the trust has no figure of that indicator in any year.
    """
    record = definition(indicator)
    rows = chapter.rows(indicator=record.number)
    series = survey_series(rows, record)
    if not any(one.scope == TRUST for one in series):
        return None
    words = SurveyWords(chapter, record, series, withheld_years(rows))
    return compose(
        title=words.title,
        subtitle=words.subtitle,
        caption=words.caption,
        alt=words.alt,
        term=chapter.facts.term,
        draw=lambda sheet, top: _draw(sheet, top, words, series),
    )


def _draw(sheet: Sheet, top: float, words: SurveyWords, series: Sequence[Series]) -> float:
    plot = fitting_plot(sheet, top + 0.06, words, series)
    draw_grid(sheet, plot)
    for one in sorted(series, key=lambda one: one.scope == TRUST):
        _draw_series(sheet, plot, one)
    bottom = _draw_end_labels(sheet, plot, words, series)
    return max(bottom, _draw_withheld(sheet, plot, words, series))


def _draw_series(sheet: Sheet, plot: Plot, series: Series) -> None:
    colour = theme.GROUP_FILLS[series.group]
    trust = series.scope == TRUST
    for before, after in zip(series.points, series.points[1:], strict=False):
        if after.joined:
            _draw_band(sheet, plot, before, after, colour)
            xs, ys = zip(*(_place(plot, point) for point in (before, after)), strict=True)
            width, dashes = (2.6, ()) if trust else (1.8, DASHES)
            sheet.line(xs, ys, colour=colour, width=width, dashes=dashes, label=_tag(series))
    shape = "D" if series.scope == NATIONAL else MARKERS[series.group]
    size = 8.0 if trust else 5.5
    for point in series.points:
        if trust:
            _draw_interval(sheet, plot, point, series.group)
        x, y = _place(plot, point)
        sheet.marker(x, y, shape, colour=colour, hollow=not trust, size=size, label=_tag(series))


def _draw_band(sheet: Sheet, plot: Plot, before: Point, after: Point, colour: str) -> None:
    """Shade between the intervals of two joined points; benchmarks have none."""
    ends = [(p.year, p.cell.lower, p.cell.upper) for p in (before, after)]
    if any(low is None or high is None for _, low, high in ends):
        return
    low = [(plot.x(year), plot.y(end or 0.0)) for year, end, _ in ends]
    high = [(plot.x(year), plot.y(end or 0.0)) for year, _, end in reversed(ends)]
    sheet.area([*low, *high], fill=colour, shade=0.13, label="band")


def _tag(series: Series) -> str:
    return f"{series.scope} {series.group}"


def _place(plot: Plot, point: Point) -> tuple[float, float]:
    return plot.x(point.year), plot.y(point.cell.value or 0.0)


def _draw_interval(sheet: Sheet, plot: Plot, point: Point, group: str) -> None:
    if point.cell.lower is None or point.cell.upper is None:
        return
    # A little to either side: the two groups' intervals must not hide each other.
    x = plot.x(point.year) + (0.035 if group == "BME" else -0.035)
    low, high = plot.y(point.cell.lower), plot.y(point.cell.upper)
    colour = theme.GROUP_FILLS[group]
    sheet.line([x, x], [low, high], colour=colour, width=1.1, label=f"interval {group}")


def _draw_end_labels(
    sheet: Sheet, plot: Plot, words: SurveyWords, series: Sequence[Series]
) -> float:
    left = plot.right + 0.18
    lines = [
        theme.wrap(end_label(words, one, plot.years), sheet.width - left, theme.SMALL, _weight(one))
        for one in series
    ]
    heights = [PITCH * len(text) + 0.03 for text in lines]
    wanted = [plot.y(one.last.cell.value or 0.0) for one in series]
    middles = spread(wanted, heights, plot.top - 0.1, plot.bottom + 0.1)
    ends = []
    for one, text, height, middle in zip(series, lines, heights, middles, strict=True):
        _draw_leader(sheet, plot, one, middle)
        top, weight = middle - height / 2 + 0.015, _weight(one)
        ends.append(sheet.paragraph(left, top, text, size=theme.SMALL, weight=weight))
    return max(ends)


def _draw_leader(sheet: Sheet, plot: Plot, series: Series, middle: float) -> None:
    """Lead from the last point to its label; dotted from an earlier year: it is no trend."""
    year = series.last.year
    dashes = () if year == plot.years[-1] else DOTS
    y = plot.y(series.last.cell.value or 0.0)
    colour = theme.GROUP_FILLS[series.group]
    xs = [plot.x(year) + 0.07, plot.right, plot.right + 0.13]
    sheet.line(xs, [y, y, middle], colour=colour, width=0.9, dashes=dashes, order=1, label="leader")


def _weight(series: Series) -> str:
    return "bold" if series.scope == TRUST else "regular"


def _draw_withheld(sheet: Sheet, plot: Plot, words: SurveyWords, series: Sequence[Series]) -> float:
    """Print the symbol below each year of which a group's figure is withheld."""
    top = _draw_respondents(sheet, plot, words, series)
    if not words.withheld:
        return top
    head = f"{WITHHELD_SYMBOL} percentage withheld to protect people"
    top = sheet.paragraph(0.0, top + 0.04, [head], size=theme.SMALL, colour=theme.WEAK_TEXT)
    above = names_above(sheet, figure_names(words, series))
    for group, years in words.withheld.items():
        with_room = plot.with_room(theme.text_width(WITHHELD_SYMBOL, theme.SMALL))
        figures = {year: WITHHELD_SYMBOL for year in years if year in with_room}
        top = draw_figures(sheet, plot, top, words.group_name(group), figures, above=above)
    return top


def _draw_respondents(
    sheet: Sheet, plot: Plot, words: SurveyWords, series: Sequence[Series]
) -> float:
    """Print numbers of respondents below the years; nothing where none were published."""
    top = plot.bottom + 0.27
    trust = [one for one in series if one.scope == TRUST]
    points = [point for one in trust for point in one.points]
    if all(point.cell.base is None for point in points):
        return top
    absent = any(point.cell.base is None for point in points)
    head = "Number of respondents" + (f" ({UNPUBLISHED} not published)" if absent else "")
    top = sheet.paragraph(0.0, top + 0.04, [head], size=theme.SMALL, colour=theme.WEAK_TEXT)
    above = names_above(sheet, figure_names(words, series))
    for one in trust:
        bases = {point.year: point.cell.base for point in one.points}
        figures = {
            year: UNPUBLISHED if base is None else format_headcount(base)
            for year, base in bases.items()
            if year in plot.labelled
        }
        top = draw_figures(sheet, plot, top, words.name(one), figures, above=above)
    return top
