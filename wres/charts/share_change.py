"""What the change of the workforce's BME share consists of."""

from __future__ import annotations

from wres.chapters.reading import Chapter
from wres.charts import theme
from wres.charts.figure import Figure, compose
from wres.charts.scale import Scale
from wres.charts.share_parts import Part, ShareParts, named_parts, share_parts
from wres.charts.sheet import Sheet
from wres.charts.words import caption, explained, kept_together, place, table_has
from wres.definitions.share_cells import BANDS, STAFF_GROUPS
from wres.labels import capitalise, decapitalise, listed

__all__ = ["share_change"]

TABLE = table_has("tables of the change")
BAR, ROW, PITCH = 0.18, 0.29, 1.05 * theme.SMALL / 72
# Names take at most this part of the width.
NAMES_AT_MOST = 0.335
# Room for a figure on either side of the bars.
FIGURE = 0.55
# How far figures stand from the ends of bars.
ASIDE = 0.06
PART_FILL, TOTAL_FILL = "#5B6B79", theme.POINT


def share_change(chapter: Chapter) -> Figure | None:
    """Draw re-declaration, change within bands and mix of bands, and how they add up.

    Parameters
    ----------
    chapter : Chapter
        Its rows of measure contribution are used.

    Returns
    -------
    Figure or None
        None unless all three parts and their sum are known.
    """
    shown = share_parts(chapter)
    if shown is None:
        return None
    term = chapter.group_label("BME")
    day = chapter.facts.snapshot
    span = f"31 March {shown.since} to {day}"
    what = f"Parts of the change of the {term} share of the workforce, {span}"
    return compose(
        title=_title(shown, term),
        subtitle=f"Contributions to the change of the {term} share of the workforce in percentage "
        f"points, {place(chapter)}, {kept_together(span)}",
        caption=explained(
            f"{caption(chapter, what, ['1'], ['workforce'], counted=[])} {_meanings(shown)}",
            *(part.cell.label for part in shown.bands),
        ),
        alt=_alt(chapter, shown, term),
        term=chapter.facts.term,
        draw=lambda sheet, top: _draw(sheet, top, shown),
    )


def _title(shown: ShareParts, term: str) -> str:
    ordered = sorted(shown.parts, key=lambda part: -abs(part.value))
    told = listed([f"{decapitalise(part.name)} {part.cell.label}" for part in ordered])
    return f"{term} share {shown.whole.cell.label} points since {shown.since}: {told}"


def _meanings(shown: ShareParts) -> str:
    told = " ".join(f"{name}: {meaning}." for name, meaning in named_parts(shown.by).values())
    return f"{told}{_taken_whole(shown)} The parts add up before they are rounded."


def _taken_whole(shown: ShareParts) -> str:
    return f" {capitalise(shown.reason)}." if shown.reason else ""


def _alt(chapter: Chapter, shown: ShareParts, term: str) -> str:
    parts = listed([f"{decapitalise(part.name)} {part.cell.label}" for part in shown.parts])
    bands = ""
    if shown.bands:
        told = "; ".join(f"{decapitalise(part.name)} {part.cell.label}" for part in shown.bands)
        bands = f" {_bands_title(shown)}: {told}."
    return (
        f"Bar chart of what the change of the {term} share of the workforce consists of, "
        f"{place(chapter)}, {shown.since} to {chapter.facts.year}, in percentage points: {parts}, "
        f"together {shown.whole.cell.label}.{_taken_whole(shown)}{explained(bands)} {TABLE}"
    )


def _bands_title(shown: ShareParts) -> str:
    count = len(shown.bands)
    if shown.by is STAFF_GROUPS:
        return "By staff group"
    heading = capitalise(shown.by.heading)
    if count == shown.bands_of:
        return f"{heading}, by {'pay band' if shown.by is BANDS else shown.by.one}"
    several = "pay bands" if shown.by is BANDS else shown.by.several
    return f"{heading}, the {count} largest of {shown.bands_of} {several}"


def _draw(sheet: Sheet, top: float, shown: ShareParts) -> float:
    scale = _fitting(sheet.width, shown)
    bottom = _draw_steps(sheet, top, scale, shown)
    _draw_zero(sheet, scale, top, bottom)
    if not shown.bands:
        return bottom
    lines = theme.wrap(_bands_title(shown), sheet.room, theme.BODY, "bold")
    top = bottom = sheet.paragraph(0.0, bottom + 0.1, lines, weight="bold") + 0.04
    for part in shown.bands:
        bottom = _draw_row(sheet, bottom, scale, part, 0.0)
    _draw_zero(sheet, scale, top, bottom)
    return bottom


def _draw_zero(sheet: Sheet, scale: Scale, top: float, bottom: float) -> None:
    """Draw the line at 0 beside bars only: the heading between them has the sheet's whole width."""
    sheet.line([scale.x(0.0)] * 2, [top, bottom], colour=theme.AXIS, order=3, label="zero")


def _fitting(width: float, shown: ShareParts) -> Scale:
    every = (*shown.parts, shown.whole, *shown.bands)
    names = max(theme.text_width(part.name, theme.SMALL, "bold") for part in every)
    left = min(names, NAMES_AT_MOST * width) + FIGURE + 0.1
    ends = [0.0, *(part.value for part in shown.bands), shown.whole.value]
    reached = 0.0
    for part in shown.parts:
        reached += part.value
        ends.append(reached)
    low, high = min(ends), max(ends)
    if low == high:
        high = 1.0
    return Scale(left, width - FIGURE, high, high - low, low)


def _draw_steps(sheet: Sheet, top: float, scale: Scale, shown: ShareParts) -> float:
    """Let each part begin where the one before ended, and the sum at 0."""
    reached = 0.0
    for part in shown.parts:
        bottom = _draw_row(sheet, top, scale, part, reached)
        reached += part.value
        x = scale.x(reached)
        sheet.line([x, x], [top + 0.24, bottom + 0.05], dashes=(2.0, 2.0), label="step")
        top = bottom
    return _draw_row(sheet, top, scale, shown.whole, 0.0, total=True)


def _draw_row(
    sheet: Sheet, top: float, scale: Scale, part: Part, start: float, *, total: bool = False
) -> float:
    weight = "bold" if total else "regular"
    lines = theme.wrap(part.name, scale.left - FIGURE - 0.08, theme.SMALL, weight)
    height = max(ROW, PITCH * len(lines) + 0.08)
    middle = top + height / 2
    sheet.lines_at(0.0, middle, lines, size=theme.SMALL, weight=weight)
    if part.cell.value is None:
        x = scale.x(0.0) + 0.08
        sheet.words_at(x, middle, part.cell.label, size=theme.SMALL, halo=True)
        return top + height
    ends = sorted((scale.x(start), scale.x(start + part.value)))
    fill = TOTAL_FILL if total else PART_FILL
    sheet.box(ends[0], middle - BAR / 2, ends[1] - ends[0], BAR, fill=fill, label=part.name)
    align = "right" if _stands_left(scale, ends, part, weight) else "left"
    x = ends[0] - ASIDE if align == "right" else ends[1] + ASIDE
    style = {"size": theme.SMALL, "weight": weight, "halo": True}
    sheet.words_at(x, middle, part.cell.label, align=align, **style)
    return top + height


def _stands_left(scale: Scale, ends: list[float], part: Part, weight: str) -> bool:
    """Say whether a figure stands left of its bar: where that ends, unless it met the zero line."""
    width, zero = theme.text_width(part.cell.label, theme.SMALL, weight) + ASIDE, scale.x(0.0)
    left, right = ends
    meets_left = left - width - 0.02 < zero < left - 0.01
    meets_right = right + 0.01 < zero < right + width + 0.02
    return not meets_left if part.value < 0 else meets_right
