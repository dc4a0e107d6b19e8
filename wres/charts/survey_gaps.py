"""Indicators 5 to 8 at once: how far White and BME staff are apart in the latest survey."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from wres.chapters.reading import Chapter
from wres.charts import theme
from wres.charts.cells import Cell
from wres.charts.figure import Figure, compose
from wres.charts.key import Mark, draw_key, group_mark
from wres.charts.row_labels import Label, grounds, label_room, lay_out
from wres.charts.scale import Scale, fitting_scale
from wres.charts.sheet import Sheet
from wres.charts.survey_gap_rows import GROUPS, Beside, Gap, survey_gap_rows
from wres.charts.survey_gap_words import SurveyGapWords
from wres.labels import listed

__all__ = ["survey_gaps"]

ROW = 0.22
# Room for the figure left and right of the two marks.
FIGURE = 0.56
NAMES_AT_MOST = 2.0
# How far figures stand from the middle of their marks.
ASIDE = 0.12


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
        term=chapter.facts.term,
        draw=lambda sheet, top: _draw(sheet, top, chapter, shown),
    )


def _draw(sheet: Sheet, top: float, chapter: Chapter, shown: Sequence[Gap]) -> float:
    year = chapter.facts.year
    names = [gap.label(year) for gap in shown] + [one.name for gap in shown for one in gap.beside]
    room = label_room(sheet, names, NAMES_AT_MOST)
    scale = _fitting(sheet, room, shown)
    marks = [group_mark(group, chapter.group_title(group)) for group in GROUPS]
    top = draw_key(sheet, top, [*marks, *_beside_marks(shown)]) + 0.04
    for gap in shown:
        top = _draw_gap(sheet, top, scale, gap, year, room) + 0.14
    return scale.draw(sheet, top - 0.06)


def _beside_marks(shown: Sequence[Gap]) -> Iterator[Mark]:
    """Give the marks of others: hollow for the benchmark group, half filled for the country."""
    beside = [one for gap in shown for one in gap.beside]
    for national, looks in ((False, "hollow"), (True, "half filled")):
        names = dict.fromkeys(one.kind for one in beside if one.national == national)
        if names:
            yield group_mark("BME", f"{looks}: {listed(list(names))}", **_look(national))


def _look(national: bool) -> dict[str, Any]:
    return {"hollow": not national, "half": national, "size": 7.0}


def _fitting(sheet: Sheet, room: float, shown: Sequence[Gap]) -> Scale:
    cells = [cell for gap in shown for cell in gap.shares.values()]
    cells += [cell for gap in shown for one in gap.beside for cell in one.shares.values()]
    tallest = max(cell.value or 0.0 for cell in cells)
    left = room + FIGURE + (0.12 if room else 0.0)
    return fitting_scale(left, sheet.width - FIGURE, tallest, 100)


def _draw_gap(sheet: Sheet, top: float, scale: Scale, gap: Gap, year: int, room: float) -> float:
    heading = theme.wrap(gap.heading, sheet.room, theme.BODY, "bold")
    top = sheet.paragraph(0.0, top, heading, weight="bold")
    top = (
        sheet.paragraph(0.0, top, _notes(sheet, gap), size=theme.SMALL, colour=theme.WEAK_TEXT)
        + 0.03
    )
    own = Label(gap.label(year), bold=True, drawn=_is_drawn(gap.shares))
    beside = [Label(one.name, drawn=_is_drawn(one.shares)) for one in gap.beside]
    rows = lay_out(sheet, top, [own, *beside], room, ROW)
    for start, end in grounds(sheet, rows):
        scale.draw_ground(sheet, start, end)
    for row, one in zip(rows, [None, *gap.beside], strict=True):
        row.draw_label(sheet)
        _draw_pair(sheet, row.middle, scale, one.shares if one else gap.shares, one)
    return rows[-1].end


def _notes(sheet: Sheet, gap: Gap) -> list[str]:
    """Put verdict and interval on one line, or each on its own: no interval is broken."""
    parts = [part for part in (gap.judged, gap.interval_label) if part]
    together = "; ".join(parts)
    if theme.text_width(together, theme.SMALL) <= sheet.room:
        return [together] if parts else []
    return [line for part in parts for line in theme.wrap(part, sheet.room, theme.SMALL)]


def _is_drawn(shares: dict[str, Cell]) -> bool:
    return any(cell.value is not None for cell in shares.values())


def _draw_pair(
    sheet: Sheet, y: float, scale: Scale, shares: dict[str, Cell], beside: Beside | None
) -> None:
    own = beside is None
    look = _look(beside.national) if beside else {"size": 9.0}
    known = {group: cell for group, cell in shares.items() if cell.value is not None}
    xs = {group: scale.x(cell.value or 0.0) for group, cell in known.items()}
    if len(xs) > 1:
        width, dashes = (2.4, ()) if own else (1.2, (3.0, 1.8))
        sheet.line(
            list(xs.values()),
            [y, y],
            width=width,
            dashes=dashes,
            label="gap" if own else "gap beside",
        )
    # The round mark last: where both are one, the corners of the square show below it.
    for group, x in sorted(xs.items(), reverse=True):
        mark = group_mark(group, "", **look)
        mark.draw(sheet, x, y, f"{'trust' if own else 'beside'} {group}")
    figures = sorted((xs[group], known[group].label) for group in xs)
    _draw_figures(sheet, y, scale, figures, own=own)


def _draw_figures(
    sheet: Sheet, y: float, scale: Scale, figures: Sequence[tuple[float, str]], *, own: bool
) -> None:
    """Print the lower figure left of its mark, the higher one right of it; none on the axis."""
    weight = "bold" if own else "regular"
    style: dict[str, Any] = {"size": theme.SMALL, "weight": weight, "halo": True}
    if len(figures) > 1:
        x, label = figures[0]
        reaches_axis = x - ASIDE - theme.text_width(label, theme.SMALL, weight) < scale.left + 0.03
        right = min(x - ASIDE, scale.left - 0.05) if reaches_axis else x - ASIDE
        sheet.words_at(right, y, label, align="right", **style)
    if figures:
        x, label = figures[-1]
        sheet.words_at(x + ASIDE, y, label, **style)
