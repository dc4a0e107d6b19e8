"""Indicators 2 to 4 over the years: one panel each, with intervals and the national ratio."""

from __future__ import annotations

from collections.abc import Sequence

from wres.chapters.reading import Chapter
from wres.charts import theme
from wres.charts.cells import Cell
from wres.charts.figure import Figure, compose
from wres.charts.forest import zone_words
from wres.charts.history import NO_RATIO, travel, yearly
from wres.charts.key import Mark, draw_key
from wres.charts.ratio_panel import RatioPanel, draw_panel, panels_reach
from wres.charts.sheet import Sheet
from wres.charts.words import (
    caption,
    certainty,
    explained,
    kept_together,
    place,
    table_has,
)
from wres.definitions.indicators import indicators
from wres.labels import capitalise, listed

__all__ = ["ratio_history"]

NOBODY = f" {capitalise(NO_RATIO)}: nobody of either group was counted."
TABLE = table_has("tables by year", "the trust's figures")


def ratio_history(chapter: Chapter) -> Figure | None:
    """Draw the relative likelihoods of each year with intervals, one panel an indicator.

    Parameters
    ----------
    chapter : Chapter
        Rows of measure relative_likelihood are drawn, this year's and those of earlier years;
        rows of measure change say in the headline whether a ratio moved.

    Returns
    -------
    Figure or None
        None unless an indicator has ratios of two years or more.
    """
    panels = _panels(chapter)
    if not any(panel.has_marks and len(panel.ratios.years) > 1 for panel in panels):
        return None
    return compose(
        title=_title(panels),
        subtitle=f"Relative likelihood by year, 1.00 means equally likely. {place(chapter)}, "
        f"{kept_together(_span(panels))}",
        caption=_caption(chapter, panels),
        alt=_alt(chapter, panels),
        term=chapter.facts.term,
        draw=lambda sheet, top: _draw(sheet, top, panels),
    )


def _panels(chapter: Chapter) -> list[RatioPanel]:
    panels = []
    for record in indicators("ratio"):
        wanted = {"indicator": record.number, "group": record.group}
        ratios = yearly(chapter, "all", measure="relative_likelihood", **wanted)
        moved = travel(chapter, "all", **wanted)
        terms = {group: chapter.group_label(group) for group in ("White", "BME")}
        if ratios.years:
            panels.append(RatioPanel(record, ratios, moved, terms))
    return panels


def _title(panels: Sequence[RatioPanel]) -> str:
    """Tell what moved clearly first, and indicators of the same verdict together."""
    grouped: dict[str, list[str]] = {}
    for panel in sorted(panels, key=lambda one: one.travel is None or not one.travel.is_clear):
        grouped.setdefault(panel.judged if panel.is_judged else "", []).append(panel.name)
    told = [f"{judged}: {listed(names)}" for judged, names in grouped.items() if judged]
    stated = [f"{panel.name} {panel.judged}" for panel in panels if not panel.is_judged]
    return capitalise("; ".join([*told, *stated]))


def _years(panels: Sequence[RatioPanel]) -> range:
    years = [year for panel in panels for year in panel.ratios.years]
    return range(min(years), max(years) + 1)


def _span(panels: Sequence[RatioPanel]) -> str:
    years = _years(panels)
    return f"years to 31 March {years[0]} to {years[-1]}"


def _national(panels: Sequence[RatioPanel]) -> list[str]:
    return list(dict.fromkeys(b.name for panel in panels for b in panel.ratios.benchmarks))


def _caption(chapter: Chapter, panels: Sequence[RatioPanel]) -> str:
    cells = [cell for panel in panels for cell in panel.ratios.cells.values()]
    numbers = [panel.record.number for panel in panels]
    tables = [panel.record.table for panel in panels]
    text = caption(chapter, f"Relative likelihoods, {_span(panels)}", numbers, tables)
    lines = _lines(cells)
    over = NOBODY if any(panel.has_no_ratio for panel in panels) else ""
    text = f"{text} Shaded: {zone_words()}.{lines}{over}"
    return explained(text, *(cell.label for cell in cells))


def _alt(chapter: Chapter, panels: Sequence[RatioPanel]) -> str:
    told = explained(" ".join(panel.told for panel in panels))
    return (
        f"Small charts of relative likelihoods by year, {_indicators(panels)}, at "
        f"{place(chapter)}, {_span(panels)}, on a logarithmic scale with {zone_words()}, shaded. "
        f"{told} {TABLE}"
    )


def _lines(cells: Sequence[Cell]) -> str:
    """Say which intervals lines are; where comparisons are allowed for, each year has its own."""
    lines = [cell for cell in cells if cell.lower is not None]
    if not lines:
        return ""
    several = len({cell.confidence for cell in lines}) > 1
    own = ", which allow for the comparisons of their own year" if several else ""
    return f" Lines are {certainty(lines)} intervals{own}."


def _indicators(panels: Sequence[RatioPanel]) -> str:
    numbers = [panel.record.number for panel in panels]
    return f"indicator{'s' if len(numbers) > 1 else ''} {listed(numbers)}"


def _draw(sheet: Sheet, top: float, panels: Sequence[RatioPanel]) -> float:
    marks = [Mark(_with_interval(panels), "o", theme.POINT)]
    names = _national(panels)
    if names:
        hollow = Mark(listed(names), "D", theme.BENCHMARK, hollow=True, size=6.0)
        marks.append(hollow)
    top = draw_key(sheet, top, marks)
    reach, years = panels_reach(panels), _years(panels)
    for panel in panels:
        top = draw_panel(sheet, top, panel, years, reach) + 0.14
    return top - 0.1


def _with_interval(panels: Sequence[RatioPanel]) -> str:
    cells = [cell for panel in panels for cell in panel.ratios.cells.values()]
    drawn = [cell for cell in cells if cell.lower is not None]
    if len({cell.confidence for cell in drawn}) > 1:
        return "trust with interval"
    return f"trust with {certainty(drawn)} interval" if drawn else "trust"
