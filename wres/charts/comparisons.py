"""The trust's figure of one indicator beside every comparator at hand."""

from __future__ import annotations

from collections.abc import Sequence

from wres.chapters.reading import Chapter
from wres.charts import theme
from wres.charts.cells import Cell
from wres.charts.comparison_rows import Compared, compared
from wres.charts.comparison_scale import fitting_comparison
from wres.charts.figure import Figure, compose
from wres.charts.forest import zone_words
from wres.charts.key import Mark
from wres.charts.ratio_axis import Axis, draw_interval
from wres.charts.row_labels import Label, Row, grounds, label_room, lay_out
from wres.charts.scale import Scale
from wres.charts.sheet import Sheet
from wres.charts.words import (
    caption,
    certainty,
    explained,
    kept_together,
    place,
    table_has,
)
from wres.definitions.comparators import kind_of
from wres.definitions.indicators import indicator as definition
from wres.labels import BOARD_PARTS, capitalise, decapitalise, listed

__all__ = ["comparisons"]

TABLE = table_has("table of comparisons", "each figure and difference")
ROW, LABELS_AT_MOST = 0.23, 2.7
# Each kind of comparator has a mark of its own; its row names it.
OWN_SHAPE = "o"
SHAPES = {"England": "D", "region": "^", "survey group": "s", "local population": "p", "other": "v"}
# How the headline goes on, by verdict.
STARTS = {
    "above": "above",
    "below": "below",
    "no clear difference": "not clearly different from",
    "too few to say": "too few to compare with",
}
WORKFORCE = "workforce"


def comparisons(chapter: Chapter, indicator: str | int) -> Figure | None:
    """Draw the trust's figure of an indicator, with its interval, beside its comparators.

    Parameters
    ----------
    chapter : Chapter
        Its rows of measure comparison are used, and the figures that they compare.
    indicator : {'workforce', 2, 3, 4, 5, 6, 7, 8, 9}

    Returns
    -------
    Figure or None
        None if the trust has no figure of the indicator or nothing to compare it with.
    """
    shown = compared(chapter, str(indicator))
    if not any(one.own.is_drawn for one in shown):
        return None
    voting = all("voting=yes" in one.breakdown for one in shown)
    name, table = _named(chapter, str(indicator), voting=voting)
    period = _period(chapter, str(indicator))
    numbers = [] if indicator == "workforce" else [str(indicator)]
    cells = [one.own for one in shown if one.own.lower is not None]
    lines = f" Lines are {certainty(cells)} intervals." if cells else ""
    if any(one.own.unit == "ratio" for one in shown):
        lines = f" Shaded: {zone_words()}.{lines}"
    source = caption(chapter, f"{name}, compared, {period}", numbers, [table], counted=[])
    return compose(
        title=_title(chapter, name, shown),
        subtitle=f"{place(chapter)}, {kept_together(period)}, beside the latest published figures "
        f"of others",
        caption=explained(f"{source}{lines}", *(one.own.label for one in shown)),
        alt=_alt(chapter, name, period, shown),
        term=chapter.facts.term,
        draw=lambda sheet, top: _draw(sheet, top, chapter, shown),
    )


def _named(chapter: Chapter, number: str, *, voting: bool) -> tuple[str, str]:
    """Return what is compared, and the table that it comes from."""
    term = chapter.group_label("BME")
    if number == WORKFORCE:
        return f"{term} share of the workforce", WORKFORCE
    record = definition(number)
    members = "voting board members" if voting else "the board"
    name = f"{term} share of {members}" if record.kind == "board" else record.short_title
    return name, record.table


def _period(chapter: Chapter, number: str) -> str:
    return chapter.facts.snapshot if number == WORKFORCE else chapter.period(number)


def _title(chapter: Chapter, name: str, shown: Sequence[Compared]) -> str:
    told = []
    for one in shown:
        whose = f"{_whose(chapter, one)} " if _needs_name(shown) else ""
        told.append(f"{whose}{one.own.label}, {_verdicts(one)}")
    return f"{name}: {'; '.join(told)}"


def _needs_name(shown: Sequence[Compared]) -> bool:
    return len(shown) > 1 or any("survey_year" in one.breakdown for one in shown)


def _verdicts(one: Compared) -> str:
    """Tell comparators of the same verdict together; those without one by their figures."""
    grouped: dict[str, list[str]] = {}
    for comparator in one.comparators:
        known = STARTS.get(comparator.verdict)
        name = f"{comparator.figure.label} ({comparator.plain})"
        grouped.setdefault(known or "against", []).append(comparator.plain if known else name)
    return ", ".join(f"{start} {listed(names)}" for start, names in grouped.items())


def _whose(chapter: Chapter, one: Compared) -> str:
    group = chapter.group_label(one.group)
    if one.over:
        group = f"{group} over {chapter.group_label(one.over)}"
    part = BOARD_PARTS.get(one.breakdown, "") if one.breakdown != "all" else ""
    return f"{group}, {decapitalise(part)}" if part else group


def _alt(chapter: Chapter, name: str, period: str, shown: Sequence[Compared]) -> str:
    blocks = []
    for one in shown:
        interval = f" ({one.own.interval_label})" if one.own.interval_label else ""
        told = "; ".join(comparator.told for comparator in one.comparators)
        blocks.append(f"{_whose(chapter, one)}: trust {one.own.label}{interval}; {told}.")
    text = explained(" ".join(blocks), *(one.own.label for one in shown))
    return (
        f"Dot chart of {decapitalise(name)} at {place(chapter)}, {period}, beside others. "
        f"{text} {TABLE}"
    )


def _draw(sheet: Sheet, top: float, chapter: Chapter, shown: Sequence[Compared]) -> float:
    labels = [label.words for one in shown for label in _labels(one)]
    room = label_room(sheet, labels, LABELS_AT_MOST)
    scale = fitting_comparison(sheet, room, shown)
    for one in shown:
        if _needs_name(shown):
            lines = theme.wrap(capitalise(_whose(chapter, one)), sheet.room, weight="bold")
            top = sheet.paragraph(0.0, top, lines, weight="bold") + 0.02
        rows = lay_out(sheet, top, _labels(one), room, ROW)
        for start, end in grounds(sheet, rows):
            scale.draw_ground(sheet, start, end)
        _draw_row(sheet, scale, rows[0], one.own, OWN_SHAPE)
        for row, comparator in zip(rows[1:], one.comparators, strict=True):
            _draw_row(sheet, scale, row, comparator.figure, SHAPES[kind_of(comparator.plain)])
        top = rows[-1].end + 0.12
    return scale.draw(sheet, top - 0.08)


def _labels(one: Compared) -> list[Label]:
    own = Label(_own_label(one), bold=True, drawn=one.own.is_drawn)
    return [own, *(Label(capitalise(other.label)) for other in one.comparators)]


def _own_label(one: Compared) -> str:
    interval = f" ({one.own.interval_label})" if one.own.interval_label else ""
    return f"Trust: {one.own.label}{interval}"


def _draw_row(sheet: Sheet, scale: Axis | Scale, row: Row, cell: Cell, shape: str) -> None:
    own = shape == OWN_SHAPE
    row.draw_label(sheet)
    draw_interval(sheet, row.middle, scale, cell)
    if cell.value is not None:
        shape = scale.shape(cell.value, shape)
        colour, size = (theme.POINT, 8.5) if own else (theme.BENCHMARK, 6.5)
        mark = Mark("", shape, colour, not own, size)
        mark.draw(sheet, scale.x(cell.value), row.middle, "trust" if own else "comparator")
