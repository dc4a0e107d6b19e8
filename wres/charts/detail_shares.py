"""Detailed ethnic groups of the whole workforce: shares of all staff, this year and last."""

from __future__ import annotations

from wres.charts import theme
from wres.charts.figure import Figure, compose
from wres.charts.key import Mark, draw_key
from wres.charts.row_labels import Label, grounds, label_room, lay_out
from wres.charts.scale import fitting_scale
from wres.charts.sheet import Sheet
from wres.charts.words import caption, kept_together, place, table_has
from wres.definitions.workforce_counts import WHOLE_WORKFORCE
from wres.hotspots import Hotspots
from wres.hotspots.details import Detail, details_of, staffed
from wres.labels import capitalise, format_percent

__all__ = ["detail_shares"]

ROW, LABELS_AT_MOST = 0.24, 2.8
NOW = Mark("this year", "o", theme.POINT, size=8.0)
LAST = Mark("last year", "D", theme.BENCHMARK, hollow=True, size=6.0)


def detail_shares(spots: Hotspots, chosen: str = "") -> Figure | None:
    """Draw the share of each detailed group that is shown; None without any.

    Parameters
    ----------
    spots : Hotspots
    chosen : str
        Name of a detailed group, which is drawn bold.
    """
    found = staffed(details_of(spots))
    if not found:
        return None
    day = kept_together(spots.chapter.facts.snapshot)
    told = "; ".join(_told(one) for one in found)
    most = max(found, key=lambda one: one.share)
    text = caption(spots.chapter, "Detailed ethnic groups in percent of all staff", ["workforce"],
                   ["workforce"], [WHOLE_WORKFORCE])  # fmt: skip
    return compose(
        title=f"{capitalise(most.name)} is the largest detailed group shown, "
        f"{format_percent(most.share)} of all staff",
        subtitle=f"In percent of all staff. {place(spots.chapter)}, {day}",
        caption=f"{text} {spots.mark}".strip(),
        alt=f"Dot chart of detailed ethnic groups in percent of all staff: {told}. "
        f"{table_has('table of detailed groups')}",
        term=spots.chapter.facts.term,
        draw=lambda sheet, top: _draw(sheet, top, found, chosen),
    )


def _told(one: Detail) -> str:
    last = "" if one.before is None else f" (last year {format_percent(one.before)})"
    return f"{one.name} {format_percent(one.share)}{last}"


def _draw(sheet: Sheet, top: float, found: list[Detail], chosen: str) -> float:
    top = draw_key(sheet, top, [NOW, LAST]) + 0.05
    labels = [Label(one.name, one.name == chosen) for one in found]
    room = label_room(sheet, [label.words for label in labels], LABELS_AT_MOST)
    tallest = max(max(one.share, one.before or 0.0) for one in found)
    scale = fitting_scale(room + 0.15 if room else 0.1, sheet.width - 0.15, tallest, 100)
    rows = lay_out(sheet, top, labels, room, ROW)
    for start, end in grounds(sheet, rows):
        scale.draw_ground(sheet, start, end)
    for row, one in zip(rows, found, strict=True):
        row.draw_label(sheet)
        if one.before is not None:
            LAST.draw(sheet, scale.x(one.before), row.middle, "before")
        NOW.draw(sheet, scale.x(one.share), row.middle, "now")
    return scale.draw(sheet, rows[-1].end)
