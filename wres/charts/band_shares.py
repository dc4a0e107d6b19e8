"""Indicator 1: who makes up each pay band, against the whole workforce."""

from __future__ import annotations

from collections.abc import Sequence

from wres.chapters.reading import Chapter
from wres.charts import theme
from wres.charts.band_panels import Panel, band_panels, whole_workforce, withheld_labels
from wres.charts.band_words import BandWords
from wres.charts.cells import Cell
from wres.charts.figure import Figure, compose
from wres.charts.share_panel import Layout, draw_bars, draw_header, draw_line
from wres.charts.sheet import Sheet
from wres.charts.words import caption, explained, kept_together, place
from wres.definitions.workforce_counts import BY_BAND

__all__ = ["band_shares"]

PEOPLE = "Staff"


def band_shares(chapter: Chapter) -> Figure | None:
    """Draw the ethnic make-up of each pay band, clinical and non-clinical apart.

    Parameters
    ----------
    chapter : Chapter
        Its rows of indicator 1 (headcount, share) and of `workforce` (share) are used.

    Returns
    -------
    Figure or None
        None if no pay band's make-up is available.
    """
    panels = band_panels(chapter)
    if not any(bar.is_drawn for panel in panels for bar in panel.counted):
        return None
    whole = whole_workforce(chapter)
    words = BandWords(chapter, panels, whole)
    what = f"Ethnicity of staff by pay band, {chapter.facts.snapshot}"
    return compose(
        title=words.title,
        subtitle=f"{chapter.group_label('BME')}, White and unknown ethnicity as a percentage of "
        f"staff in each pay band, {place(chapter)}, {kept_together(chapter.facts.snapshot)}",
        caption=explained(
            caption(chapter, what, ["1"], ["workforce"], [BY_BAND]), *withheld_labels(panels)
        ),
        alt=words.alt,
        term=chapter.facts.term,
        draw=lambda sheet, top: _draw(sheet, top, chapter, panels, whole),
    )


def _draw(
    sheet: Sheet, top: float, chapter: Chapter, panels: Sequence[Panel], whole: Cell | None
) -> float:
    bars = [bar for panel in panels for bar in panel.bars]
    layout = Layout.fitting(sheet.width, bars, PEOPLE, whole.value if whole else None)
    names = {group: chapter.group_title(group) for group in ("White", "BME", "Unknown")}
    top = draw_header(sheet, top, layout, names=names, people_title=PEOPLE)
    top = start = _label_line(sheet, top, layout, whole)
    for panel in panels:
        top = sheet.paragraph(0.0, top + 0.02, [panel.title], weight="bold") + 0.04
        top = draw_bars(sheet, top, layout, panel.bars) + 0.12
    draw_line(sheet, layout, start, top - 0.08)
    return top - 0.08


def _label_line(sheet: Sheet, top: float, layout: Layout, whole: Cell | None) -> float:
    """Say above the bars what the line is."""
    if whole is None or layout.line is None:
        return top
    words = f"Whole workforce {whole.label}"
    width = theme.text_width(words, theme.SMALL)
    x = min(max(layout.line - width / 2, 0.0), sheet.width - width)
    return sheet.paragraph(x, top, [words], size=theme.SMALL)
