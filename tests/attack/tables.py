"""Facts from HTML tables, by the scope of their headings: every numeric cell is read or reported.

A cell is addressed by its table's label (`tbl-bands-clinical`), its column heading and its row
headings; what that is a figure of follows from these words alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, Tag

from tests.attack import figures
from tests.attack.band_sums import Ends, Listed
from tests.attack.facts import Fact, Part, count, fact, mention, over_zero, part
from tests.attack.figures import ALL, RATIOS, WITHOUT_INTERNATIONAL
from tests.attack.intervals import USUAL
from tests.attack.printed import NO_LIMIT, OVER_ZERO, Printed, printed, printed_all

__all__ = ["TableCell", "cells_of", "facts_of", "tables_of"]

EVENTS = {
    "Shortlisted": ("2", "shortlisted"),
    "Appointed": ("2", "appointed"),
    "Entered the process": ("3", "entered_process"),
    "Accessed training or CPD": ("4", "accessed"),
}
BOARD = {
    "Board": (ALL, ALL),
    "Voting members": (ALL, "yes"),
    "Non-voting members": (ALL, "no"),
    "Executive members": ("executive", ALL),
    "Non-executive members": ("non-executive", ALL),
    "Executive members with a vote": ("executive", "yes"),
    "Executive members without a vote": ("executive", "no"),
    "Non-executive members with a vote": ("non-executive", "yes"),
    "Non-executive members without a vote": ("non-executive", "no"),
}


# Rows of indicator 2's ratio that are of a part of all applicants, value and interval.
WITHOUT_ROWS = ("Without international recruits", "95% interval without them")


@dataclass(frozen=True)
class TableCell:
    """A cell with the headings that it stands under."""

    label: str
    column: str
    rows: tuple[str, ...]
    text: str
    file: str

    @property
    def place(self) -> str:
        return f"{self.label} / {' / '.join(self.rows)} / {self.column}"


@dataclass(frozen=True)
class Reader:
    """What a reader of one report knows: its year, what it calls BME, how sure its intervals are.

    The confidence of an adjusted interval is printed rounded; results.csv has it in full, and tells
    which bands tables list and when the straight lines of senior bands end.
    """

    year: int
    term: str
    confidences: Mapping[tuple[str, str], float] = field(default_factory=dict)
    listed: Listed = field(default_factory=dict)
    ends: Ends = field(default_factory=dict)

    def confidence(self, number: str, measure: str = "relative_likelihood") -> tuple[float]:
        """Give the confidence of the interval of an indicator's ratio or gap of this year."""
        return (self.confidences.get((number, measure), USUAL),)

    def confidence_in(self, year: int, number: str) -> tuple[float]:
        """Give that of an indicator's ratio of any year, each judged among those of its own."""
        return self.confidence(
            number, "relative_likelihood" if year == self.year else f"year={year}"
        )

    def years_to_goal(self, band: str) -> int:
        """Say in how many years a senior band's line ends; 0 where it has none."""
        members = figures.members_of(band)
        ends = [end for name, end in self.ends.items() if figures.members_of(name) == members]
        return ends[0] - self.year if ends else 0

    def group(self, text: str) -> str | None:
        names = {"White": "White", self.term: "BME", "BME": "BME", "Unknown ethnicity": "Unknown"}
        return {**names, "Unknown": "Unknown", "All": ALL}.get(text)


def tables_of(html: str) -> Iterator[tuple[str, Tag]]:
    """Find the tables of a page with their labels."""
    for table in BeautifulSoup(html, "html.parser").find_all("table"):
        labelled = table.find_parent(id=re.compile(r"^tbl-"))
        yield (labelled["id"] if labelled else "", table)


def cells_of(table: Tag, label: str, file: str) -> Iterator[TableCell]:
    """Lay a table out by its headings; a row group's heading stands for all its rows."""
    columns = [cell.get_text(" ", strip=True) for cell in table.select('th[scope="col"]')]
    group, left = "", 0
    for row in table.find_all("tr"):
        headings = row.select('th[scope="row"]')
        started = row.select_one('th[scope="rowgroup"]')
        if started is not None:
            group, left = started.get_text(" ", strip=True), int(started.get("rowspan", 1))
        data = row.find_all("td")
        names = tuple(cell.get_text(" ", strip=True) for cell in headings)
        rows = (group, *names) if left > 0 else names
        left -= 1
        for heading, cell in zip(columns[len(columns) - len(data) :], data, strict=True):
            yield TableCell(label, heading, rows, cell.get_text(" ", strip=True), file)


def facts_of(cell: TableCell, reader: Reader) -> list[Fact]:
    """Read a cell; an empty list if these headings say nothing of counts."""
    readers = (_workforce, _likelihood, _ratio, _survey, _board, _summary)
    return [made for read in readers for made in read(cell, reader)]


def _workforce(cell: TableCell, reader: Reader) -> Iterator[Fact]:
    if cell.label == "tbl-workforce":
        place = (ALL, ALL)
    elif cell.label.startswith("tbl-bands-"):
        place = (cell.label.removeprefix("tbl-bands-"), re.sub(r" \(.*", "", cell.rows[0]))
        total = re.search(r"\(([\d,]+) staff\)", cell.rows[0])
        if total:
            everyone = figures.staff(reader.year, *place, ALL)
            yield count(everyone, _number(total.group(1)), cell.file, cell.place)
    else:
        return
    group = reader.group(cell.rows[-1])
    if group is not None and cell.column.startswith("Headcount") and "[c]" in cell.text:
        yield mention(figures.staff(reader.year, *place, group), cell.file)
    if group is None or printed(cell.text) is None or "[c]" in cell.text:
        return
    limits = _number(cell.text)
    year = re.search(r"\d{4}", cell.column)
    of = figures.staff(year.group() if year else reader.year, *place, group)
    if cell.column.startswith("Headcount"):
        yield count(of, limits, cell.file, cell.place)
    elif cell.column.startswith("Share"):
        yield fact("share", figures.share(of), limits, cell.file, cell.place)
    elif cell.column.startswith("Change"):
        before = figures.share((str(reader.year - 1), *of[1:]))
        parts = (*figures.share(of), *before)
        yield fact("change of share", parts, limits, cell.file, cell.place)


def _likelihood(cell: TableCell, reader: Reader) -> Iterator[Fact]:
    number = re.fullmatch(r"tbl-(?:likelihoods?|counts)-(\d)", cell.label)
    if not number or not cell.rows or "two years" in cell.column:
        return
    group, limits = reader.group(cell.rows[-1]), printed_all(cell.text)
    if group is None or not limits or "[c]" in cell.text:
        return
    base = RATIOS[number.group(1)][2]
    parts = figures.likelihood(reader.year, number.group(1), group)
    columns = {"Shortlisted": base, "Staff": base}
    column = columns.get(cell.column) or (EVENTS[cell.column][1] if cell.column in EVENTS else "")
    if column:
        var = figures.events(reader.year, number.group(1), column, group)
        yield count(var, limits[0], cell.file, cell.place)
    elif cell.column == "Likelihood":
        yield fact("share", parts, limits[0], cell.file, cell.place)
    elif "interval" in cell.column and len(limits) == 2:
        for kind, limit in zip(("wilson lower", "wilson upper"), limits, strict=True):
            yield fact(kind, parts, limit, cell.file, cell.place)


def _ratio(cell: TableCell, reader: Reader) -> Iterator[Fact]:
    number = re.fullmatch(r"tbl-ratio-(\d)", cell.label)
    if not number or not cell.rows:
        return
    yield from _ratio_row(cell, number.group(1), cell.rows[-1], reader)


def _ratio_row(cell: TableCell, number: str, row: str, reader: Reader) -> Iterator[Fact]:
    _, _, _, group, comparator = RATIOS[number]
    of = WITHOUT_INTERNATIONAL if row in WITHOUT_ROWS else ""
    parts = figures.ratio(reader.year, number, group, comparator, of)
    before = figures.ratio(reader.year - 1, number, group, comparator)
    if cell.text == OVER_ZERO:
        told = before if row.startswith("Previous year") else parts
        yield from over_zero(told, cell.file, cell.place)
        return
    limits = printed_all(cell.text)
    if not limits or "[c]" in cell.text:
        return
    if row.startswith("Relative likelihood") or row == WITHOUT_ROWS[0]:
        yield fact("ratio", parts, limits[0], cell.file, cell.place)
    elif re.match(r"[\d.]+% interval( \(Koopman\)| without them|$)", row):
        limits += [NO_LIMIT] if "no upper limit" in cell.text else []
        known = reader.confidence(number) if not of else (USUAL,)
        for kind, limit in zip(("koopman lower", "koopman upper"), limits, strict=True):
            yield fact(kind, parts, limit, cell.file, cell.place, known)
    elif row.startswith("Range that unknown"):
        for which, limit in zip(("low", "high"), limits, strict=False):
            made = figures.extreme(reader.year, number, group, comparator, which)
            yield fact("ratio", made, limit, cell.file, cell.place)
    elif row.startswith("Previous year"):
        yield fact("ratio", before, limits[0], cell.file, cell.place)
    elif row.startswith("Direction"):
        yield from _moved(cell, "ratio", parts, before)


def _moved(
    cell: TableCell, kind: str, now: tuple[Part, ...], before: tuple[Part, ...]
) -> Iterator[Fact]:
    """Read 'up 0.6 points' and 'down 0.03'; 'no change' rounds to zero at the printed decimals."""
    moved = re.search(r"\b(up|down) ([\d.]+)", cell.text)
    if moved:
        limits = _number(moved.group(2))
        if moved.group(1) == "down":
            limits = Printed(-limits.high, -limits.low)
        yield fact(f"change of {kind}", (*now, *before), limits, cell.file, cell.place)


def _survey(cell: TableCell, reader: Reader) -> Iterator[Fact]:
    if cell.label not in {"tbl-survey", "tbl-survey-years"} or len(cell.rows) != 2:
        return
    year = re.search(r"\d{4}", cell.column)
    if cell.column == "Respondents" and printed(cell.text) and "[c]" not in cell.text:
        group = reader.group(cell.rows[1])
        if group:
            var = figures.responses(reader.year - 1, cell.rows[0][0], group)
            yield count(var, _number(cell.text), cell.file, cell.place)
    elif cell.column.startswith("Autumn") and year:
        yield from _surveyed(cell, int(year.group()), reader)
    elif cell.column == "95% interval":
        yield from _survey_limits(cell, reader)
    elif cell.column.startswith("Direction"):
        yield from _survey_moved(cell, reader)


def _surveyed(cell: TableCell, autumn: int, reader: Reader) -> Iterator[Fact]:
    number, limits = cell.rows[0][0], printed(cell.text)
    if limits is None or "[c]" in cell.text:
        return
    group = reader.group(cell.rows[1])
    if group:
        parts = (part(figures.percent(autumn, number, group)),)
        yield fact("count", parts, limits, cell.file, cell.place)
    elif cell.rows[1].startswith("Gap"):
        parts = tuple(part(figures.percent(autumn, number, g)) for g in ("BME", "White"))
        yield fact("plain gap", parts, limits, cell.file, cell.place)


def _survey_limits(cell: TableCell, reader: Reader) -> Iterator[Fact]:
    group, limits = reader.group(cell.rows[1]), printed_all(cell.text)
    if group and len(limits) == 2:
        key = (reader.year - 1, cell.rows[0][0], group)
        parts = (part(figures.percent(*key)), part(figures.responses(*key)))
        for kind, limit in zip(("survey lower", "survey upper"), limits, strict=True):
            yield fact(kind, parts, limit, cell.file, cell.place)


def _survey_moved(cell: TableCell, reader: Reader) -> Iterator[Fact]:
    group = reader.group(cell.rows[1])
    if group:
        autumns = (reader.year - 1, reader.year - 2)
        now, before = (
            (part(figures.percent(autumn, cell.rows[0][0], group)),) for autumn in autumns
        )
        yield from _moved(cell, "count", now, before)


def _board(cell: TableCell, reader: Reader) -> Iterator[Fact]:
    if cell.label != "tbl-board" or len(cell.rows) != 2 or cell.rows[0] not in BOARD:
        return
    group, limits = reader.group(cell.rows[1]), printed_all(cell.text)
    if group is None or not limits or "[c]" in cell.text:
        return
    place = BOARD[cell.rows[0]]
    seats = figures.board(reader.year, *place, group)
    if cell.column == "Members":
        for var, limit in zip((seats, (*seats[:-1], ALL)), limits, strict=False):
            yield count(var, limit, cell.file, cell.place)
    elif cell.column == "Share of the board":
        yield fact("share", figures.share(seats), limits[0], cell.file, cell.place)
    elif cell.column == "Share of the workforce":
        everyone = figures.share(figures.staff(reader.year, ALL, ALL, group))
        yield fact("share", everyone, limits[0], cell.file, cell.place)
    elif cell.column.startswith("Difference"):
        made = figures.board_gap(reader.year, *place, group)
        yield fact("gap", made, limits[0], cell.file, cell.place)


def _summary(cell: TableCell, reader: Reader) -> Iterator[Fact]:
    if cell.label != "tbl-summary" or len(cell.rows) != 2 or "[c]" in cell.text:
        return
    number, what = cell.rows[0][0], cell.rows[1]
    if number in RATIOS and what.startswith("Likelihood"):
        names = {str(reader.year): "Relative likelihood", str(reader.year - 1): "Previous year"}
        yield from _ratio_row(cell, number, names.get(cell.column, cell.column), reader)
    elif number in "5678" and re.fullmatch(r"\d{4}", cell.column):
        yield from _surveyed(cell, int(cell.column) - 1, reader)
    elif number in "5678" and cell.column.startswith("Direction"):
        yield from _survey_moved(cell, reader)
    elif number in "19":
        yield from _summed_up(cell, number, what, reader)


def _summed_up(cell: TableCell, number: str, what: str, reader: Reader) -> Iterator[Fact]:
    """Read the lines of indicators 1 and 9 of the summary."""
    bme = figures.staff(reader.year, ALL, ALL, "BME")
    kind, parts = "share", figures.share(bme)
    if number == "9":
        named = re.search(r"share of (.+?)(?: minus.*)?$", what)
        place = next((p for n, p in BOARD.items() if named and n.lower() == named.group(1)), None)
        if place is None:
            return
        kind, parts = "gap", figures.board_gap(reader.year, *place, "BME")
        if "minus" not in what:
            kind, parts = "share", parts[:2]
    before = tuple(_year_before(one) for one in parts)
    limits = printed(cell.text)
    if cell.column == str(reader.year) and limits:
        yield fact(kind, parts, limits, cell.file, cell.place)
    elif cell.column == str(reader.year - 1) and limits:
        yield fact(kind, before, limits, cell.file, cell.place)
    elif cell.column.startswith("Direction"):
        yield from _moved(cell, kind, parts, before)


def _year_before(one: Part) -> Part:
    return tuple(((str(int(var[0]) - 1), *var[1:]), factor) for var, factor in one)


def _number(text: str) -> Printed:
    limits = printed(text)
    if limits is None:
        raise ValueError(f"{text!r} holds no number")
    return limits
