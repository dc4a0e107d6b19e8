"""Indicator 1: who makes up each pay band, against the whole workforce."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from wres.chapters.reading import Chapter
from wres.charts import theme
from wres.charts.cells import Cell, parts_of
from wres.charts.figure import Figure, compose
from wres.charts.share_bars import ShareBar, share_bar
from wres.charts.share_panel import Layout, draw_bars, draw_header, draw_line
from wres.charts.sheet import Sheet
from wres.charts.words import TABLE_HAS_ALL, caption, decapitalise, kept_together, listed, place
from wres.definitions.bands import (
    ALL_BANDS,
    band_order,
    band_title,
    is_part_of_another,
    load_bands,
)
from wres.errors import ChapterError
from wres.labels import round_half_up

__all__ = ["band_shares"]

# Bands of both staff groups together are drawn only where they were not published apart.
TOGETHER = "all"
APART = ("clinical", "non-clinical")
PEOPLE = "Staff"
# As many shares as a listener can follow; beyond that the alternative text names the extremes.
LISTED_AT_MOST = 12


@dataclass(frozen=True)
class Panel:
    """The bars of one staff group; `counted` are bands that no other bar holds already."""

    staff_group: str
    bars: tuple[ShareBar, ...]
    counted: tuple[ShareBar, ...]

    @property
    def title(self) -> str:
        """Heading above the bars."""
        return f"{self.staff_group.capitalize()} staff"

    def named(self, bar: ShareBar) -> str:
        """Name a bar of this panel in a sentence: 'clinical bands 1 to 4'."""
        name = decapitalise(bar.name)
        if self.staff_group == TOGETHER or bar.name in _medical_titles():
            return name
        return f"{self.staff_group} {name}"


def band_shares(chapter: Chapter) -> Figure:
    """Draw the ethnic make-up of each pay band, clinical and non-clinical apart.

    Parameters
    ----------
    chapter : Chapter
        Its rows of indicator 1 (headcount, share) and of `workforce` (share) are used.

    Raises
    ------
    ChapterError
        If no pay band's make-up is available.
    """
    panels = _panels(chapter)
    drawn = [(panel, bar) for panel in panels for bar in panel.counted if bar.is_drawn]
    if not drawn:
        raise ChapterError(
            "staff by pay band can't be drawn: results hold no share of indicator 1 by band"
        )
    whole = _whole_workforce(chapter)
    term = chapter.group_label("BME")
    what = f"Ethnicity of staff by pay band, 31 March {chapter.facts.year}"
    return compose(
        title=_title(term, whole, drawn, complete=_is_complete(panels)),
        subtitle=f"{term}, White and unknown ethnicity as a percentage of staff in each pay "
        f"band, {place(chapter)}, {kept_together(chapter.facts.snapshot)}",
        caption=caption(chapter, what, ["1"], ["workforce"]),
        alt=_alt(chapter, whole, drawn, panels),
        draw=lambda sheet, top: _draw(sheet, top, chapter, panels, whole),
    )


def _panels(chapter: Chapter) -> list[Panel]:
    rows = chapter.rows(indicator="1")
    parts = rows["breakdown"].map(parts_of)
    staff_groups = parts.map(lambda part: part.get("staff_group", ""))
    present = [name for name in APART if staff_groups.eq(name).any()] or [TOGETHER]
    return [_panel(name, rows[staff_groups.eq(name)]) for name in present]


def _panel(staff_group: str, rows: pd.DataFrame) -> Panel:
    by_band = {parts_of(str(name))["band"]: part for name, part in rows.groupby("breakdown")}
    bars = {
        band: share_bar(by_band[band], _bar_name(staff_group, band), emphasis=band == ALL_BANDS)
        for band in sorted(by_band, key=band_order)
    }
    counted = (band for band in bars if band != ALL_BANDS and not is_part_of_another(band))
    return Panel(staff_group, tuple(bars.values()), tuple(bars[band] for band in counted))


def _bar_name(staff_group: str, band: str) -> str:
    if band == ALL_BANDS:
        return "All staff" if staff_group == TOGETHER else f"All {staff_group}"
    return (
        f"of whom {decapitalise(band_title(band))}"
        if is_part_of_another(band)
        else band_title(band)
    )


def _medical_titles() -> set[str]:
    """Name those who can only be clinical: nobody says 'clinical consultants'."""
    return {band.title for band in load_bands().named}


def _whole_workforce(chapter: Chapter) -> Cell | None:
    row = chapter.row(indicator="workforce", measure="share", breakdown="all", group="BME")
    cell = None if row is None else Cell.of(row)
    return None if cell is None or cell.value is None else cell


def _is_complete(panels: Sequence[Panel]) -> bool:
    return all(bar.is_drawn for panel in panels for bar in panel.counted)


def _title(
    term: str, whole: Cell | None, drawn: Sequence[tuple[Panel, ShareBar]], *, complete: bool
) -> str:
    if whole is None:
        return _range_title(term, drawn)
    start = f"{term} staff are {whole.label} of the workforce"
    if len(drawn) == 1:
        panel, bar = drawn[0]
        return f"{start} and {bar.bme_label} of {panel.named(bar)}"
    below = sum(_is_below(bar, whole) for _, bar in drawn)
    groups = f"the {len(drawn)} pay groups {'shown' if complete else 'with figures'}"
    if not below:
        return f"{start}, and no smaller share in any of {groups}"
    count = "each" if below == len(drawn) else str(below)
    return f"{start}, but a smaller share in {count} of {groups}"


def _range_title(term: str, drawn: Sequence[tuple[Panel, ShareBar]]) -> str:
    low, high = _extremes(drawn)
    if low == high:
        return f"{term} share of staff: {high}"
    return f"{term} share of staff runs from {low} to {high}"


def _is_below(bar: ShareBar, whole: Cell) -> bool:
    """Compare as printed: a reader must not find 11.5% called smaller than 11.5%."""
    return round_half_up(bar.bme or 0.0, 1) < round_half_up(whole.value or 0.0, 1)


def _extremes(drawn: Sequence[tuple[Panel, ShareBar]]) -> tuple[str, str]:
    """Tell the least and the greatest share."""
    ordered = sorted(drawn, key=lambda pair: pair[1].bme or 0.0)
    low, high = (
        f"{bar.bme_label}{_of_people(bar)} in {panel.named(bar)}"
        for panel, bar in (ordered[0], ordered[-1])
    )
    return low, high


def _of_people(bar: ShareBar) -> str:
    return f" of {bar.people}" if bar.is_drawn and bar.people else ""


def _alt(
    chapter: Chapter,
    whole: Cell | None,
    drawn: Sequence[tuple[Panel, ShareBar]],
    panels: Sequence[Panel],
) -> str:
    term = chapter.group_label("BME")
    sentences = [
        f"Stacked bar chart of the ethnicity of staff by pay band at {place(chapter)} on "
        f"{chapter.facts.snapshot}."
    ]
    if whole is not None:
        sentences.append(f"{term} staff are {whole.label} of the whole workforce, drawn as a line.")
    if len(drawn) > LISTED_AT_MOST:
        low, high = _extremes(drawn)
        sentences.append(f"{term} share in {len(drawn)} pay groups: lowest {low}, highest {high}.")
        sentences += [_absent_told(panel) for panel in panels]
    else:
        sentences.append(f"{term} share.")
        sentences += [_panel_told(panel) for panel in panels]
    return " ".join([*filter(None, sentences), TABLE_HAS_ALL])


def _panel_told(panel: Panel) -> str:
    told = (f"{decapitalise(bar.name)} {bar.bme_label}{_of_people(bar)}" for bar in panel.bars)
    return f"{panel.title}: {'; '.join(told)}."


def _absent_told(panel: Panel) -> str:
    absent = [f"{panel.named(bar)} {bar.bme_label}" for bar in panel.counted if not bar.is_drawn]
    return f"Without a bar: {listed(absent)}." if absent else ""


def _draw(
    sheet: Sheet, top: float, chapter: Chapter, panels: Sequence[Panel], whole: Cell | None
) -> float:
    bars = [bar for panel in panels for bar in panel.bars]
    layout = Layout.fitting(bars, PEOPLE, whole.value if whole else None)
    names = {group: chapter.group_label(group) for group in ("White", "BME", "Unknown")}
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
    x = min(max(layout.line - width / 2, 0.0), theme.WIDTH - width)
    return sheet.paragraph(x, top, [words], size=theme.SMALL)
