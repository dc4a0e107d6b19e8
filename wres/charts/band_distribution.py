"""Where the staff of each ethnic group work: each group spread over the bands.

Not to be confused with the make-up of each band (`band_shares`): here the bars of one group add up
to 100%.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wres.chapters.reading import Chapter
from wres.charts import theme
from wres.charts.band_panels import cell_name
from wres.charts.cells import Cell, only_broken_down_by, parts_of
from wres.charts.figure import Figure, compose
from wres.charts.key import draw_key, group_mark
from wres.charts.scale import Scale, fitting_scale
from wres.charts.sheet import Sheet
from wres.charts.words import caption, explained, kept_together, place, table_has
from wres.definitions.bands import ALL_BANDS, band_order, band_title, is_part_of_another
from wres.definitions.workforce_counts import BY_BAND
from wres.labels import NOT_AVAILABLE, capitalise, decapitalise

__all__ = ["band_distribution"]

TABLE = table_has("table of the distribution")
GROUPS = ("BME", "White")
BAR, GAP, PITCH = 0.19, 0.1, 1.05 * theme.BODY / 72
# Names take at most this part of the width.
NAMES_AT_MOST, FIGURE = 0.3, 0.6


@dataclass(frozen=True)
class _Row:
    band: str
    cells: dict[str, Cell]

    @property
    def name(self) -> str:
        title = band_title(self.band)
        return f"of whom {decapitalise(title)}" if is_part_of_another(self.band) else title

    def label(self, group: str) -> str:
        return self.cells[group].label if group in self.cells else NOT_AVAILABLE

    @property
    def apart(self) -> float | None:
        """How many points lie between the groups; None where one is not known."""
        bme, white = self.value("BME"), self.value("White")
        return None if bme is None or white is None else abs(bme - white)

    def value(self, group: str) -> float | None:
        return self.cells[group].value if group in self.cells else None


def band_distribution(chapter: Chapter, staff_group: str = "clinical") -> Figure | None:
    """Draw in which bands BME and White staff of a staff group work.

    Parameters
    ----------
    chapter : Chapter
        Its rows of measure distribution are used.
    staff_group : {'clinical', 'non-clinical', 'all'}

    Returns
    -------
    Figure or None
        None if the distribution of BME staff is not known in any band, or more is withheld than
        shown: the table then tells as much.
    """
    rows = _rows(chapter, staff_group)
    known = [row.value(group) is not None for row in rows for group in GROUPS]
    if 2 * sum(known) < len(known) or not any(row.value("BME") is not None for row in rows):
        return None
    term, staff = chapter.group_label("BME"), _staff(staff_group)
    what = f"Distribution of {term} and White {staff} over pay bands, {chapter.facts.snapshot}"
    hidden = (row.label(group) for row in rows for group in GROUPS)
    return compose(
        title=_title(rows, term, staff_group),
        subtitle=f"Where each group's {staff} work: the bars of one group add up to 100%, they "
        f"are not the make-up of a band. {place(chapter)}, {kept_together(chapter.facts.snapshot)}",
        caption=explained(caption(chapter, what, ["1"], ["workforce"], [BY_BAND]), *hidden),
        alt=_alt(chapter, rows, staff_group),
        term=chapter.facts.term,
        draw=lambda sheet, top: _draw(sheet, top, chapter, rows),
    )


def _rows(chapter: Chapter, staff_group: str) -> list[_Row]:
    rows = chapter.rows(indicator="1", measure="distribution")
    found: dict[str, dict[str, Cell]] = {}
    for row in only_broken_down_by(rows, "staff_group", "band").itertuples():
        parts = parts_of(str(row.breakdown))
        if parts.get("staff_group") == staff_group and parts.get("band", ALL_BANDS) != ALL_BANDS:
            found.setdefault(parts["band"], {})[str(row.group)] = Cell.of(row)
    return [_Row(band, found[band]) for band in sorted(found, key=band_order)]


def _staff(staff_group: str) -> str:
    return "staff" if staff_group == "all" else f"{staff_group} staff"


def _title(rows: Sequence[_Row], term: str, staff_group: str) -> str:
    """Name the band, among those shown, in which the groups' percentages are furthest apart.

    Where no band shows both groups, it is the one in which most BME staff work.
    """
    both = [row for row in rows if row.apart is not None]
    if not both:
        most = max(rows, key=lambda row: row.value("BME") or 0.0)
        return _working(most, term, staff_group)
    row = max(both, key=lambda row: row.apart or 0.0)
    staff = _staff(staff_group)
    if row.label("BME") == row.label("White"):
        return f"{term} and White {staff} are spread over the bands alike"
    among = "" if len(both) == len(rows) else " of those shown"
    where = decapitalise(band_title(row.band))
    return (
        f"{term} and White {staff} differ most in {where}{among}: {row.label('BME')} of {term} "
        f"{staff}, against {row.label('White')} of White {staff}"
    )


def _working(row: _Row, term: str, staff_group: str) -> str:
    staff, where = _staff(staff_group), decapitalise(band_title(row.band))
    preposition = "are" if where == cell_name(staff_group, row.band) != where else "work in"
    return f"{row.label('BME')} of {term} {staff} {preposition} {where}"


def _alt(chapter: Chapter, rows: Sequence[_Row], staff_group: str) -> str:
    term = chapter.group_label("BME")
    told = "; ".join(
        f"{decapitalise(row.name)} {term} {row.label('BME')}, White {row.label('White')}"
        for row in rows
    )
    return (
        f"Paired bar chart of where {term} and White {_staff(staff_group)} work at "
        f"{place(chapter)} on {chapter.facts.snapshot}: of all staff of each group, the percentage "
        f"in each pay band. {explained(f'{capitalise(told)}.')} {TABLE}"
    )


def _draw(sheet: Sheet, top: float, chapter: Chapter, rows: Sequence[_Row]) -> float:
    top = draw_key(sheet, top, [group_mark(group, chapter.group_title(group)) for group in GROUPS])
    scale = _fitting(sheet.width, rows)
    start = top
    for row in rows:
        top = _draw_row(sheet, top, scale, row) + GAP
    sheet.line([scale.left] * 2, [start, top - GAP], colour=theme.AXIS, order=3, label="zero")
    return top - GAP


def _fitting(width: float, rows: Sequence[_Row]) -> Scale:
    names = max(theme.text_width(row.name) for row in rows)
    left = min(names, NAMES_AT_MOST * width) + 0.15
    tallest = max(row.value(group) or 0.0 for row in rows for group in GROUPS)
    return fitting_scale(left, width - FIGURE, tallest, 100)


def _draw_row(sheet: Sheet, top: float, scale: Scale, row: _Row) -> float:
    lines = theme.wrap(row.name, NAMES_AT_MOST * sheet.width)
    height = max(BAR * len(GROUPS), PITCH * len(lines))
    sheet.lines_at(0.0, top + height / 2, lines)
    first = top + (height - BAR * len(GROUPS)) / 2
    for place_, group in enumerate(GROUPS):
        _draw_bar(sheet, first + place_ * BAR, scale, row, group)
    return top + height


def _draw_bar(sheet: Sheet, top: float, scale: Scale, row: _Row, group: str) -> None:
    value, x = row.value(group), scale.left
    if value is not None:
        x, fill = scale.x(value), theme.GROUP_FILLS[group]
        label = f"{row.name}: {group}"
        sheet.box(scale.left, top, x - scale.left, BAR, fill=fill, label=label)
        mark = group_mark(group, "", size=6.5)
        mark.draw(sheet, x, top + BAR / 2, "end")
    words = row.label(group)
    sheet.words_at(x + 0.1, top + BAR / 2, words, size=theme.SMALL)
