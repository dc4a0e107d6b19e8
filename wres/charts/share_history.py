"""The BME share of the workforce and of the board, year by year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wres.chapters.reading import Chapter
from wres.charts import theme
from wres.charts.apart import spread
from wres.charts.cells import Cell
from wres.charts.figure import Figure, compose
from wres.charts.history import Travel, Yearly, travel, yearly
from wres.charts.key import Mark
from wres.charts.scale import round_end
from wres.charts.sheet import Sheet
from wres.charts.survey_plot import Plot, draw_figures, draw_grid, names_above, names_room
from wres.charts.words import caption, explained, kept_together, place, table_has
from wres.definitions.workforce_counts import WHOLE_WORKFORCE
from wres.labels import format_headcount, format_percent, listed

__all__ = ["share_history"]

TABLE = table_has("tables by year", "the workforce's share and the board's distance")
PITCH = theme.LINE * theme.SMALL / 72
BOARDS = {"all": "Board", "voting=yes": "Voting members"}
STYLES = {"workforce": ("o", theme.GROUP_FILLS["BME"]), "9": ("D", theme.POINT)}
# The part of the width at the right for a line's name and its latest figure.
LABELS_AT_MOST = 0.255


@dataclass(frozen=True)
class _Line:
    name: str
    number: str
    shares: Yearly
    travel: Travel | None = None

    @property
    def judged(self) -> str:
        """The verdict on the board's distance from the workforce; empty where there is none."""
        if self.travel is None:
            return ""
        return f" ({self.travel.verdict} against the workforce since {self.travel.since})"

    @property
    def named(self) -> str:
        """The line in a sentence."""
        return "voting members" if self.name == BOARDS["voting=yes"] else f"the {self.name.lower()}"

    @property
    def last(self) -> Cell:
        return self.shares.drawn[max(self.shares.drawn)]

    @property
    def label(self) -> str:
        """The line's name with its latest figure."""
        return f"{self.name} {self.last.label}"

    @property
    def figures(self) -> list[str]:
        """What is printed below each year: the share, of the board its seats."""
        cells = [self.shares.cells[year] for year in self.shares.years]
        return [cell.label if self.number == "workforce" else _seats(cell) for cell in cells]

    @property
    def told(self) -> str:
        years = ((year, self.shares.cells[year]) for year in self.shares.years)
        told = listed([f"{cell.label}{_people(cell)} in {year}" for year, cell in years])
        return f"{self.name}: {told}{self.judged}."


def share_history(chapter: Chapter) -> Figure | None:
    """Draw the BME share of the workforce and of the board by year.

    Parameters
    ----------
    chapter : Chapter
        Rows of measure share of the workforce and of indicator 9 are drawn, this year's and
        those of earlier years. Both are full counts: there is no interval.

    Returns
    -------
    Figure or None
        None unless one of them is known in two years or more.
    """
    lines = _lines(chapter)
    if not any(len(line.shares.drawn) > 1 for line in lines):
        return None
    term, years = chapter.group_label("BME"), _years(lines)
    span = f"31 March {years[0]} to {years[-1]}"
    what = f"{term} share of the workforce and of the board"
    tables = ["workforce", "board"]
    return compose(
        title=_title(term, lines),
        subtitle=f"{term} staff as a percentage of all staff and {term} members of all members, "
        f"{place(chapter)}, {kept_together(span)}",
        caption=explained(
            caption(chapter, f"{what}, {span}", ["9"], tables, [WHOLE_WORKFORCE, "board"]),
            *(line.told for line in lines),
        ),
        alt=f"Line chart of the {term} share of the workforce and of the board at "
        f"{place(chapter)}, {span}. {explained(' '.join(line.told for line in lines))} "
        f"{TABLE}",
        term=chapter.facts.term,
        draw=lambda sheet, top: _draw(sheet, top, lines),
    )


def _lines(chapter: Chapter) -> list[_Line]:
    wanted = {"measure": "share", "group": "BME"}
    found = [
        _Line("Workforce", "workforce", yearly(chapter, "all", indicator="workforce", **wanted))
    ]
    boards = [
        _Line(
            name,
            "9",
            yearly(chapter, part, indicator="9", **wanted),
            travel(chapter, part, indicator="9", group="BME"),
        )
        for part, name in BOARDS.items()
    ]
    known = [line for line in boards if line.shares.drawn]
    # The part that is known for longest up to this year stands for the board.
    found += sorted(known, key=lambda line: (-max(line.shares.drawn), -len(line.shares.drawn)))[:1]
    return [line for line in found if line.shares.drawn]


def _title(term: str, lines: Sequence[_Line]) -> str:
    told = [f"of {line.named} {line.shares.ends}{line.judged}" for line in lines]
    return f"{term} share {'; '.join(told)}"


def _years(lines: Sequence[_Line]) -> range:
    years = [year for line in lines for year in line.shares.years]
    return range(min(years), max(years) + 1)


def _draw(sheet: Sheet, top: float, lines: Sequence[_Line]) -> float:
    plot = _fitting(sheet, top + 0.06, lines)
    draw_grid(sheet, plot)
    for line in lines:
        _draw_line(sheet, plot, line)
    bottom = _draw_labels(sheet, plot, lines)
    return max(bottom, _draw_people(sheet, plot, lines))


def _fitting(sheet: Sheet, top: float, lines: Sequence[_Line]) -> Plot:
    values = [cell.value or 0.0 for line in lines for cell in line.shares.drawn.values()]
    highest, step = round_end(max(values))
    labels = max(theme.text_width(line.label, theme.SMALL, "bold") for line in lines)
    highest = min(highest, 100)
    left = names_room(sheet, [line.name for line in lines], format_percent(highest, 0))
    right = sheet.width - min(labels, LABELS_AT_MOST * sheet.width) - 0.2
    widest = max(theme.text_width(words, theme.SMALL) for line in lines for words in line.figures)
    return Plot(left, right, top, _years(lines), highest, step, widest + 0.08)


def _draw_line(sheet: Sheet, plot: Plot, line: _Line) -> None:
    shape, colour = STYLES[line.number]
    drawn = line.shares.drawn
    for year, cell in drawn.items():
        x, y = plot.x(year), plot.y(cell.value or 0.0)
        before = drawn.get(year - 1)
        if before is not None:
            xs, ys = [plot.x(year - 1), x], [plot.y(before.value or 0.0), y]
            dashes = () if line.number == "workforce" else (3.0, 1.8)
            sheet.line(xs, ys, colour=colour, width=2.2, dashes=dashes, label=line.name)
        Mark("", shape, colour, size=7.5).draw(sheet, x, y, line.name)


def _draw_labels(sheet: Sheet, plot: Plot, lines: Sequence[_Line]) -> float:
    left = plot.right + 0.1
    texts = [theme.wrap(line.label, sheet.width - left, theme.SMALL, "bold") for line in lines]
    heights = [PITCH * len(text) + 0.03 for text in texts]
    wanted = [plot.y(line.last.value or 0.0) for line in lines]
    middles = spread(wanted, heights, plot.top - 0.1, plot.bottom + 0.1)
    ends = [
        sheet.paragraph(left, middle - height / 2, text, size=theme.SMALL, weight="bold")
        for text, height, middle in zip(texts, heights, middles, strict=True)
    ]
    return max(ends)


def _draw_people(sheet: Sheet, plot: Plot, lines: Sequence[_Line]) -> float:
    """Print below the years that have room the share, and of the board its seats."""
    top = plot.bottom + 0.3
    above = names_above(sheet, [line.name for line in lines])
    for line in lines:
        by_year = dict(zip(line.shares.years, line.figures, strict=True))
        shown = {year: by_year[year] for year in plot.labelled if year in by_year}
        top = draw_figures(sheet, plot, top, line.name, shown, above=above)
    return top


def _seats(cell: Cell) -> str:
    if cell.count is None or cell.base is None:
        return cell.label
    return f"{format_headcount(cell.count)} of {format_headcount(cell.base)}"


def _people(cell: Cell) -> str:
    return "" if cell.count is None or cell.base is None else f" ({_seats(cell)})"
