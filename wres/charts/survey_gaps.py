"""Indicators 5 to 8 at once: how far White and BME staff are apart in the latest survey."""

from __future__ import annotations

from collections.abc import Sequence

from wres.chapters.reading import Chapter
from wres.charts import theme
from wres.charts.cells import Cell
from wres.charts.figure import Figure, compose
from wres.charts.key import draw_key, group_mark
from wres.charts.scale import Scale, draw_scale, fitting_scale
from wres.charts.sheet import Sheet
from wres.charts.survey_gap_rows import GROUPS, Beside, Gap, survey_gap_rows
from wres.charts.survey_gap_words import SurveyGapWords
from wres.labels import format_percent, listed

__all__ = ["survey_gaps"]

ROW = 0.22
# Room for the figure left and right of the two marks.
FIGURE = 0.56
NAMES_AT_MOST = 2.0
PITCH = theme.LINE * theme.SMALL / 72


def survey_gaps(chapter: Chapter) -> Figure | None:
    """Draw the two groups' percentages of each survey indicator, joined by a line.

    Parameters
    ----------
    chapter : Chapter
        Rows of measure percentage are drawn, those of measure gap say how sure the gap is.

    Returns
    -------
    Figure or None
        None if no survey indicator has a figure.
    """
    shown = survey_gap_rows(chapter)
    if not any(cell.value is not None for gap in shown for cell in gap.shares.values()):
        return None
    words = SurveyGapWords(chapter, shown)
    return compose(
        title=words.title,
        subtitle=words.subtitle,
        caption=words.caption,
        alt=words.alt,
        draw=lambda sheet, top: _draw(sheet, top, chapter, shown),
    )


def _draw(sheet: Sheet, top: float, chapter: Chapter, shown: Sequence[Gap]) -> float:
    year = chapter.facts.year
    scale = _fitting(shown, year)
    marks = [group_mark(group, chapter.group_label(group)) for group in GROUPS]
    if any(gap.beside for gap in shown):
        names = [one.name.partition(",")[0] for gap in shown for one in gap.beside]
        words = f"hollow: {listed(list(dict.fromkeys(names)))}"
        marks.append(group_mark("BME", words, hollow=True, size=6.5))
    top = draw_key(sheet, top, marks) + 0.04
    for gap in shown:
        top = _draw_gap(sheet, top, scale, gap, year) + 0.14
    return draw_scale(sheet, top - 0.06, scale, lambda tick: format_percent(tick, 0))


def _fitting(shown: Sequence[Gap], year: int) -> Scale:
    names = [gap.label(year) for gap in shown] + [one.name for gap in shown for one in gap.beside]
    widest = max(theme.text_width(name, theme.SMALL, "bold") for name in names)
    left = min(widest, NAMES_AT_MOST) + FIGURE + 0.12
    cells = [cell for gap in shown for cell in gap.shares.values()]
    cells += [cell for gap in shown for one in gap.beside for cell in one.shares.values()]
    tallest = max(cell.value or 0.0 for cell in cells)
    return fitting_scale(left, theme.WIDTH - FIGURE, tallest, 100)


def _draw_gap(sheet: Sheet, top: float, scale: Scale, gap: Gap, year: int) -> float:
    heading = theme.wrap(gap.heading, theme.WIDTH, theme.BODY, "bold")
    top = sheet.paragraph(0.0, top, heading, weight="bold")
    note = "; ".join(part for part in (gap.judged, gap.interval_label) if part)
    lines = theme.wrap(note, theme.WIDTH, theme.SMALL) if note else []
    top = sheet.paragraph(0.0, top, lines, size=theme.SMALL, colour=theme.WEAK_TEXT) + 0.03
    start = top
    top = _draw_row(sheet, top, scale, Beside(gap.label(year), gap.shares), own=True)
    for one in gap.beside:
        top = _draw_row(sheet, top, scale, one, own=False)
    for tick in scale.ticks:
        x = scale.x(tick)
        colour = theme.GRID if tick else theme.AXIS
        sheet.line([x, x], [start, top], colour=colour, order=0, label="grid")
    return top


def _draw_row(sheet: Sheet, top: float, scale: Scale, row: Beside, *, own: bool) -> float:
    weight = "bold" if own else "regular"
    lines = theme.wrap(row.name, scale.left - FIGURE - 0.1, theme.SMALL, weight)
    height = max(ROW, PITCH * len(lines) + 0.04)
    first = top + (height - PITCH * (len(lines) - 1)) / 2
    for place, text in enumerate(lines):
        sheet.words_at(0.0, first + PITCH * place, text, size=theme.SMALL, weight=weight)
    _draw_pair(sheet, top + height / 2, scale, row.shares, own=own)
    return top + height


def _draw_pair(sheet: Sheet, y: float, scale: Scale, shares: dict[str, Cell], *, own: bool) -> None:
    placed = sorted(
        (cell.value, group, cell) for group, cell in shares.items() if cell.value is not None
    )
    xs = [scale.x(value) for value, _, _ in placed]
    if len(xs) > 1:
        width, dashes = (2.4, ()) if own else (1.2, (3.0, 1.8))
        sheet.line(xs, [y, y], width=width, dashes=dashes, label="gap" if own else "gap beside")
    for x, (_, group, _) in zip(xs, placed, strict=True):
        mark = group_mark(group, "", hollow=not own, size=9.0 if own else 6.5)
        mark.draw(sheet, x, y, f"{'trust' if own else 'beside'} {group}")
    _draw_figures(sheet, y, xs, [cell.label for _, _, cell in placed], own=own)


def _draw_figures(
    sheet: Sheet, y: float, xs: Sequence[float], labels: Sequence[str], *, own: bool
) -> None:
    """Print the lower figure left of its mark, the higher one right of it."""
    style = {"size": theme.SMALL, "weight": "bold" if own else "regular", "halo": True}
    if len(xs) > 1:
        sheet.words_at(xs[0] - 0.1, y, labels[0], align="right", **style)
    if xs:
        sheet.words_at(xs[-1] + 0.1, y, labels[-1], **style)
