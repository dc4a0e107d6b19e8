"""How far each pay band's BME share lies from that of the whole workforce."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from wres.chapters.reading import Chapter
from wres.charts import theme
from wres.charts.band_panels import Panel, band_panels, whole_workforce, withheld_labels
from wres.charts.band_words import BandWords
from wres.charts.cells import Cell
from wres.charts.figure import Figure, compose
from wres.charts.scale import Scale, fitting_scale
from wres.charts.share_bars import ShareBar
from wres.charts.sheet import Sheet
from wres.charts.words import caption, explained, kept_together, place
from wres.definitions.workforce_counts import BY_BAND

__all__ = ["band_representation"]

ROW, CLOSER_ROW, CLOSER_FROM, PITCH = 0.27, 0.225, 18, 1.05 * theme.BODY / 72
# Names take at most this part of the width.
NAMES_AT_MOST, FIGURE = 0.3, 0.62
LINE = "Whole workforce"


def band_representation(chapter: Chapter) -> Figure | None:
    """Draw each pay band's BME share as a distance from the whole workforce's.

    Parameters
    ----------
    chapter : Chapter
        Its rows of indicator 1 (share) and of `workforce` (share) are used.

    Returns
    -------
    Figure or None
        None without a share of the workforce or of any band.
    """
    panels = band_panels(chapter)
    whole = whole_workforce(chapter)
    if whole is None or not any(bar.is_drawn for panel in panels for bar in panel.counted):
        return None
    words = BandWords(chapter, panels, whole)
    term, day = chapter.group_label("BME"), chapter.facts.snapshot
    what = f"{term} share of each pay band against the whole workforce, {day}"
    return compose(
        title=words.title,
        subtitle=f"{term} share of staff in each pay band, as a distance from the share in the "
        f"whole workforce, {place(chapter)}, {kept_together(day)}",
        caption=explained(
            caption(chapter, what, ["1"], ["workforce"], [BY_BAND]), *withheld_labels(panels)
        ),
        alt=words.alt.replace(
            "Stacked bar chart of the ethnicity of staff by pay band",
            f"Dot chart of the {term} share of each pay band against the whole workforce",
        ),
        term=chapter.facts.term,
        draw=lambda sheet, top: _draw(sheet, top, panels, whole),
    )


def _draw(sheet: Sheet, top: float, panels: Sequence[Panel], whole: Cell) -> float:
    bars = [bar for panel in panels for bar in panel.counted]
    scale = _fitting(sheet.width, bars, whole)
    line = scale.x(whole.value or 0.0)
    top = start = _label_line(sheet, top, line, f"{LINE} {whole.label}")
    row = ROW if len(bars) < CLOSER_FROM else CLOSER_ROW
    for panel in panels:
        top = sheet.paragraph(0.0, top + 0.02, [panel.title], weight="bold") + 0.02
        for bar in panel.counted:
            top = _draw_row(sheet, top, scale, bar, line, row)
        top += 0.06
    sheet.line([line, line], [start, top], colour=theme.TEXT, width=1.4, label=LINE, order=3)
    return scale.draw(sheet, top)


def _fitting(width: float, bars: Sequence[ShareBar], whole: Cell) -> Scale:
    names = max(theme.text_width(bar.name) for bar in bars)
    left = min(names, NAMES_AT_MOST * width) + FIGURE + 0.15
    tallest = max([whole.value or 0.0, *(bar.bme or 0.0 for bar in bars)])
    return fitting_scale(left, width - FIGURE, tallest, 100)


def _label_line(sheet: Sheet, top: float, line: float, words: str) -> float:
    """Say above the rows what the line is."""
    width = theme.text_width(words, theme.SMALL)
    x = min(max(line - width / 2, 0.0), sheet.width - width)
    return sheet.paragraph(x, top, [words], size=theme.SMALL)


def _draw_row(
    sheet: Sheet, top: float, scale: Scale, bar: ShareBar, line: float, row: float
) -> float:
    lines = theme.wrap(bar.name, NAMES_AT_MOST * sheet.width)
    height = max(row, PITCH * len(lines) + 0.06)
    middle = top + height / 2
    sheet.lines_at(0.0, middle, lines)
    if not bar.is_drawn:
        sheet.words_at(line + 0.1, middle, bar.bme_label, colour=theme.WEAK_TEXT)
        return top + height
    x = scale.x(bar.bme or 0.0)
    colour = theme.GROUP_FILLS["BME"]
    sheet.line([line, x], [middle, middle], colour=colour, width=3.0, label=f"{bar.name}: stem")
    sheet.marker(x, middle, "o", colour=colour, size=9, label=f"{bar.name}: BME")
    _draw_figure(sheet, middle, bar.bme_label, x, below=x < line)
    return top + height


def _draw_figure(sheet: Sheet, middle: float, words: str, x: float, *, below: bool) -> None:
    """Print the share on the far side of its dot, away from the line."""
    style: dict[str, Any] = {"size": theme.SMALL, "halo": True}
    if below:
        sheet.words_at(x - 0.1, middle, words, align="right", **style)
    else:
        sheet.words_at(x + 0.1, middle, words, **style)
