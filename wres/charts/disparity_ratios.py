"""Race disparity ratios: who is better represented higher up, step by step between pay bands."""

from __future__ import annotations

from collections.abc import Sequence

from wres.chapters.reading import Chapter
from wres.charts import theme
from wres.charts.disparity_rows import EQUAL, FEW, Half, Step, halves
from wres.charts.figure import Figure, compose
from wres.charts.key import Mark, draw_key
from wres.charts.ratio_axis import Axis, draw_ends, fitting_axis
from wres.charts.row_labels import Label, Row, grounds, label_room, lay_out
from wres.charts.sheet import Sheet
from wres.charts.words import caption, explained, kept_together, place, table_has
from wres.definitions.bands import band_title
from wres.definitions.groupings import LEVELS, load_groupings
from wres.definitions.workforce_counts import BY_BAND
from wres.labels import capitalise, decapitalise

__all__ = ["disparity_ratios"]

TABLE = table_has("table of race disparity ratios")
ROW, LABELS_AT_MOST = 0.27, 2.4


def disparity_ratios(chapter: Chapter) -> Figure | None:
    """Draw the race disparity ratios of clinical and of non-clinical staff.

    Parameters
    ----------
    chapter : Chapter
        Its rows of measure disparity_ratio are used. They are full counts: there is no interval.

    Returns
    -------
    Figure or None
        None if no step between pay bands has a ratio.
    """
    shown = halves(chapter)
    if not any(half.drawn for half in shown):
        return None
    day, term = chapter.facts.snapshot, chapter.group_label("BME")
    hidden = [text for half in shown for text in (half.absence, *(s.told for s in half.steps))]
    what = f"Race disparity ratios, White over {term}, {day}"
    return compose(
        title=_title(shown, term),
        subtitle=f"Race disparity ratio, White over {term}: staff of higher pay bands for each in "
        f"lower ones; 1.00 means equal. Staff in post, not promotions. {place(chapter)}, "
        f"{kept_together(day)}",
        caption=explained(
            f"{caption(chapter, what, ['1'], ['workforce'], [BY_BAND])} {_levels()}", *hidden
        ),
        alt=_alt(chapter, shown, term),
        term=chapter.facts.term,
        draw=lambda sheet, top: _draw(sheet, top, chapter, shown, term),
    )


def _title(shown: Sequence[Half], term: str) -> str:
    """Say in how many steps who is better represented higher up; of one step the ratio too."""
    drawn = [(half, step) for half in shown for step in half.drawn]
    sides = [step.side for _, step in drawn]
    side = max(("White", "BME", EQUAL), key=sides.count) if set(sides) != {FEW} else FEW
    if len(drawn) == 1:
        half, step = drawn[0]
        steps = f"{decapitalise(step.name)} {half.staff_group} bands, ratio {step.now.label}"
        return f"{_better(side, term)} from {steps}"
    missing = any(len(half.drawn) < len(half.steps) for half in shown)
    steps = f"the {len(drawn)} steps between pay bands {'with figures' if missing else 'shown'}"
    count = sides.count(side)
    each = "each" if count == len(sides) else str(count)
    return f"{_better(side, term)} in {each} of {steps}{_others(sides, side, term)}"


def _others(sides: Sequence[str], told: str, term: str) -> str:
    """Go on with the other group's steps, where one is told of, and with those of few staff."""
    other, whose = ("BME", term) if told == "White" else ("White", "White")
    others = sides.count(other) if told in {"White", "BME"} else 0
    few = sides.count(FEW) if told != FEW else 0
    also = f", {whose} staff in {others}" if others else ""
    return f"{also}{f'; too few staff to say in {few}' if few else ''}"


def _better(side: str, term: str) -> str:
    if side == FEW:
        return "Too few staff to say who is better represented higher up"
    if side == EQUAL:
        return f"No clear difference between {term} and White staff in who is higher up"
    return f"{term if side == 'BME' else side} staff are better represented higher up"


def _levels() -> str:
    bands = load_groupings().race_disparity
    told = "; ".join(f"{level}: {decapitalise(band_title(bands.band(level)))}" for level in LEVELS)
    return f"{capitalise(told)}. Medical and dental staff are left out."


def _alt(chapter: Chapter, shown: Sequence[Half], term: str) -> str:
    told = " ".join(f"{half.title}: {_told(half)}." for half in shown)
    return (
        f"Dot chart of race disparity ratios, White over {term}, at {place(chapter)} on "
        f"{chapter.facts.snapshot}, on a logarithmic scale with 1.00 marked; above it White "
        f"staff are better represented higher up. {explained(told)} {TABLE}"
    )


def _told(half: Half) -> str:
    return half.absence or "; ".join(decapitalise(step.label) for step in half.steps)


def _draw(sheet: Sheet, top: float, chapter: Chapter, shown: Sequence[Half], term: str) -> float:
    drawn = [step for half in shown for step in half.drawn]
    if any(step.before for step in drawn):
        top = draw_key(sheet, top, [_now(chapter.facts.year), _before(chapter.facts.year - 1)])
    labels = [step.label for half in shown if half.drawn for step in half.steps]
    room = label_room(sheet, labels, LABELS_AT_MOST)
    cells = [cell for step in drawn for cell in (step.now, step.before) if cell is not None]
    axis = fitting_axis(sheet, room, cells)
    for half in shown:
        top = _draw_half(sheet, top, axis, half, room) + 0.1
    ends = (
        f"{capitalise(term)} better represented higher up",
        "White better represented higher up",
    )
    return axis.draw(sheet, draw_ends(sheet, top - 0.04, axis, ends) + 0.06)


def _now(year: int) -> Mark:
    return Mark(str(year), "o", theme.POINT, size=8.5)


def _before(year: int) -> Mark:
    return Mark(str(year), "o", theme.POINT, hollow=True, size=6.5)


def _draw_half(sheet: Sheet, top: float, axis: Axis, half: Half, room: float) -> float:
    top = sheet.paragraph(0.0, top, [half.title], weight="bold") + 0.02
    if half.absence:
        lines = theme.wrap(half.absence, sheet.room, theme.SMALL)
        return sheet.paragraph(0.0, top, lines, size=theme.SMALL, colour=theme.WEAK_TEXT)
    labels = [Label(step.label, drawn=step.now.value is not None) for step in half.steps]
    rows = lay_out(sheet, top, labels, room, ROW)
    for start, end in grounds(sheet, rows):
        axis.draw_ground(sheet, start, end, zone=False)
    for row, step in zip(rows, half.steps, strict=True):
        _draw_step(sheet, axis, row, step)
    return rows[-1].end


def _draw_step(sheet: Sheet, axis: Axis, row: Row, step: Step) -> None:
    row.draw_label(sheet)
    if step.now.value is None:
        return
    x, y = axis.x(step.now.value), row.middle
    sheet.line([axis.middle, x], [y, y], colour=theme.POINT, width=2.2, label="distance from 1")
    for mark, cell in ((_before(0), step.before), (_now(0), step.now)):
        if cell is not None and cell.value is not None:
            shape = axis.shape(cell.value, mark.shape)
            drawn = Mark("", shape, mark.colour, mark.hollow, mark.size)
            drawn.draw(sheet, axis.x(cell.value), y, "before" if mark.hollow else "ratio")
