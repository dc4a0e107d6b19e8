"""Facts from the tables of change, of groupings, of senior bands, and of ratios within bands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tests.attack import figures
from tests.attack.band_sums import LEVELS, Sums
from tests.attack.facts import Fact, Part, fact, over_zero, part
from tests.attack.figures import ALL, RATIOS
from tests.attack.intervals import USUAL
from tests.attack.printed import NO_LIMIT, OVER_ZERO, Printed, printed, printed_all
from tests.attack.strata import pooled_parts
from tests.attack.tables import BOARD, Reader, TableCell

__all__ = ["more_facts_of"]

OF = r"([\d,]+) of ([\d,]+)"
STAFF = {
    "All": ALL,
    "All staff": ALL,
    "Clinical": "clinical",
    "Clinical staff": "clinical",
    "Non-clinical": "non-clinical",
    "Non-clinical staff": "non-clinical",
}
SURVEY = ("5", "6", "7", "8")
_EVERYONE = ("White", "BME", "Unknown", ALL)
# Groups that the counts of a part of the change in share are of: above, and below.
PARTS = {
    "Re-declaration": (("White", "BME"), (ALL,)),
    "among those known": (("BME",), ("White", "BME")),
    "Change in": (("BME",), (ALL,)),
}


def more_facts_of(cell: TableCell, reader: Reader) -> list[Fact]:
    """Read a cell of one of these tables; nothing of any other, or of a withheld figure."""
    for pattern, read in _READERS.items():
        found = re.fullmatch(pattern, cell.label)
        if found and cell.rows and "[c]" not in cell.text:
            return list(read(_Cell(cell, reader, found)))
    return []


class _Cell:
    """A cell, who reads it, and what its label says."""

    def __init__(self, cell: TableCell, reader: Reader, label: re.Match[str]) -> None:
        self.cell, self.reader, self.label = cell, reader, label
        self.text, self.column, self.rows = cell.text, cell.column, cell.rows
        self.sums = Sums({}, reader.listed, cell.file)

    @property
    def year(self) -> int:
        """The year that the column names, else the report's."""
        found = re.search(r"\d{4}", self.column)
        return int(found.group()) if found else self.reader.year

    def told(
        self, kind: str, parts: tuple[Part, ...], limits: Printed, *known: float
    ) -> Iterator[Fact]:
        """State what the cell prints, unless it is of bands that no table lists."""
        if all(parts):
            yield fact(kind, parts, limits, self.cell.file, self.cell.place, known)

    def first(self, kind: str, parts: tuple[Part, ...], *known: float) -> Iterator[Fact]:
        """State the cell's only number."""
        limits = printed(self.text)
        if limits is not None:
            yield from self.told(kind, parts, limits, *known)

    def counted(self, *pairs: tuple[Part, Part]) -> Iterator[Fact]:
        """State the counts of '109 of 1,159', one pair after the other."""
        found = re.findall(OF, self.text)
        if len(found) != len(pairs):
            return
        for numbers, parts in zip(found, pairs, strict=True):
            for number, one in zip(numbers, parts, strict=True):
                limits = printed(number)
                if limits is not None:
                    yield from self.told("count", (one,), limits)

    def ends(self, kind: str, parts: tuple[Part, ...], confidence: float) -> Iterator[Fact]:
        """State both ends of an interval; its confidence may follow in brackets."""
        limits = printed_all(re.sub(r" \([\d.]+%\)", "", self.text))
        limits += [NO_LIMIT] if "no upper limit" in self.text else []
        if len(limits) == 2:
            for end, limit in zip(("lower", "upper"), limits, strict=True):
                yield from self.told(f"{kind} {end}", parts, limit, confidence)


def _trend(cell: _Cell) -> Iterator[Fact]:
    """Read an indicator's figure of one year."""
    number, year = cell.label[1], re.search(r"\d{4}", cell.rows[0])
    if year is None:
        return
    if number in RATIOS:
        yield from _trend_of_ratio(cell, number, int(year.group()))
    elif number in SURVEY:
        yield from _trend_of_survey(cell, number, int(year.group()))
    else:
        yield from _trend_of_shares(cell, number, int(year.group()))


def _trend_of_ratio(cell: _Cell, number: str, year: int) -> Iterator[Fact]:
    group, comparator = RATIOS[number][3:]
    parts = figures.ratio(year, number, group, comparator)
    if " over " in cell.column and cell.text == OVER_ZERO:
        yield from over_zero(parts, cell.cell.file, cell.cell.place)
    elif " over " in cell.column:
        yield from cell.first("ratio", parts)
    elif "interval" in cell.column:
        yield from cell.ends("koopman", parts, *cell.reader.confidence_in(year, number))
    elif ";" in cell.column:
        yield from cell.counted(parts[:2], parts[2:])


def _trend_of_survey(cell: _Cell, number: str, autumn: int) -> Iterator[Fact]:
    key = (autumn, number, "BME")
    percent, people = part(figures.percent(*key)), part(figures.responses(*key))
    if cell.column.endswith("(%)"):
        yield from cell.first("count", (percent,))
    elif cell.column == "Respondents":
        yield from cell.first("count", (people,))
    elif "interval" in cell.column:
        yield from cell.ends("survey", (percent, people), USUAL)


def _trend_of_shares(cell: _Cell, number: str, year: int) -> Iterator[Fact]:
    if number == "1":
        parts = figures.share(figures.staff(year, ALL, ALL, "BME"))
        if "share of staff" in cell.column:
            yield from cell.first("share", parts)
        elif "of all staff" in cell.column:
            yield from cell.counted((parts[0], parts[1]))
        return
    named = re.search(r"share of (.+) minus", cell.column)
    place = next((p for n, p in BOARD.items() if named and n.lower() == named[1]), None)
    if place:
        yield from cell.first("gap", figures.board_gap(year, *place, "BME"))


def _groupings(cell: _Cell) -> Iterator[Fact]:
    """Read a grouping of bands as the sum of the bands that tables list."""
    named = re.fullmatch(r"(.+? staff), (.+?)(?: \(([\d,]+|\[c\]) staff\))?", cell.rows[0])
    group = cell.reader.group(cell.rows[-1])
    if named is None or group is None:
        return
    place = (STAFF[named[1]], named[2])
    now, before = (
        tuple(cell.sums.people(year, *place, of) for of in (group, ALL))
        for year in (cell.year, cell.reader.year - 1)
    )
    total = printed(named[3] or "")
    if total is not None:
        everyone = cell.sums.people(cell.reader.year, *place, ALL)
        yield from cell.told("count", (everyone,), total)
    yield from _counts_and_shares(cell, now, before)


def _counts_and_shares(
    cell: _Cell, now: tuple[Part, ...], before: tuple[Part, ...]
) -> Iterator[Fact]:
    if cell.column.startswith("Headcount"):
        yield from cell.first("count", now[:1])
    elif cell.column.startswith("Share"):
        yield from cell.first("share", now)
    elif cell.column.startswith("Change"):
        yield from cell.first("change of share", (*now, *before))


def _locality(cell: _Cell) -> Iterator[Fact]:
    """Read staff, pay groups and board below the people of areas, who are no staff."""
    place, year = cell.rows[-1], cell.reader.year
    if cell.rows[0] == "Staff":
        told = {of: part(figures.staff(year, ALL, ALL, of)) for of in _EVERYONE}
    elif cell.rows[0] == "Board":
        told = {of: part(figures.board(year, *BOARD[place], of)) for of in _EVERYONE}
    elif cell.rows[0] == "Pay groups":
        staff, _, band = place.partition(", ")
        told = {of: cell.sums.people(year, STAFF[staff], band, of) for of in _EVERYONE}
    else:
        return
    group = ALL if cell.column == "People" else cell.reader.group(cell.column)
    if group == ALL:
        yield from cell.first("count", (told[ALL],))
    elif group:
        yield from cell.first("share", (told[group], told[ALL]))


def _pay_groups(cell: _Cell) -> Iterator[Fact]:
    """Read the appendix: a cluster, grouping or band of either year."""
    staff = cell.label[1]
    band = re.sub(r"^\d: ", "", cell.rows[0])
    group = cell.reader.group(cell.rows[-1])
    if group is None:
        return
    now, before = (
        tuple(cell.sums.people(year, staff, band, of) for of in (group, ALL))
        for year in (cell.year, cell.reader.year - 1)
    )
    yield from _counts_and_shares(cell, now, before)


def _details(cell: _Cell) -> Iterator[Fact]:
    """Read a detailed ethnic group of the whole workforce."""
    group = cell.reader.group(cell.rows[0])
    if group is None:
        return
    now, before = (
        (
            part(figures.detail(year, group, cell.rows[-1])),
            part(figures.staff(year, ALL, ALL, ALL)),
        )
        for year in (cell.year, cell.reader.year - 1)
    )
    yield from _counts_and_shares(cell, now, before)


def _distribution(cell: _Cell) -> Iterator[Fact]:
    """Read what part of a group is in a band."""
    named = re.fullmatch(r"Of all (?:staff of unknown ethnicity|(.+) staff)", cell.column)
    group = cell.reader.group(named[1] or "Unknown") if named else None
    if group:
        cells = [
            figures.staff(cell.reader.year, cell.label[1], band, group)
            for band in (cell.rows[0], ALL)
        ]
        yield from cell.first("share", (part(cells[0]), part(cells[1])))


def _parts(cell: _Cell) -> Iterator[Fact]:
    """Read the counts beside the parts of a change in share."""
    row = cell.rows[0]
    kind = "among those known" if "of those of known" in row else row
    groups = next((of for start, of in PARTS.items() if kind.startswith(start)), None)
    if groups is None:
        return
    above, below = (
        part(*(figures.staff(cell.year, ALL, ALL, one) for one in some)) for some in groups
    )
    yield from cell.counted((above, below))
    if cell.column == "Points" and kind.startswith("Change in"):
        year = cell.reader.year
        shares = [figures.share(figures.staff(one, ALL, ALL, "BME")) for one in (year, year - 1)]
        yield from cell.first("change of share", (*shares[0], *shares[1]))


def _parts_of_bands(cell: _Cell) -> Iterator[Fact]:
    place = (STAFF[cell.rows[0]], cell.rows[1])
    bme = cell.sums.people(cell.year, *place, "BME")
    yield from cell.counted((bme, cell.sums.people(cell.year, *place, "White", "BME")))


def _disparity(cell: _Cell) -> Iterator[Fact]:
    """Read White and BME staff of two groupings of bands, and their ratio."""
    half, steps = STAFF[cell.rows[0]], cell.rows[1].lower().split(" to ")
    lower, higher = (LEVELS[step] for step in steps)
    counts = {
        (group, end): cell.sums.people(cell.reader.year, half, band, group)
        for group in ("White", "BME")
        for end, band in (("lower", lower), ("higher", higher))
    }
    if cell.column == "Ratio":
        order = [(g, end) for g in ("White", "BME") for end in ("higher", "lower")]
        yield from cell.first("ratio", tuple(counts[one] for one in order))
        return
    named, _, which = cell.column.partition(" staff, ")
    group = cell.reader.group(named)
    if group:
        yield from cell.first("count", (counts[group, which.split()[0]],))


def _senior(cell: _Cell) -> Iterator[Fact]:
    """Read a senior band, its goal and its yearly step."""
    year, band = cell.reader.year, cell.rows[0]
    bme, people = (cell.sums.people(year, ALL, band, group) for group in ("BME", ALL))
    whole = tuple(part(figures.staff(year, ALL, ALL, group)) for group in ("BME", ALL))
    parts = (bme, people, *whole)
    if cell.column == "Staff":
        yield from cell.first("count", (people,))
    elif cell.column.endswith("staff now"):
        yield from cell.first("count", (bme,))
    elif "workforce share" in cell.column:
        yield from cell.first("parity", parts)
    elif cell.column == "More each year":
        years = cell.reader.years_to_goal(band)
        if years:
            yield from cell.first("way", parts, -1 / years, 1 / years)


def _within_bands(cell: _Cell) -> Iterator[Fact]:
    """Read the rows of a ratio's table that are of ratios within pay bands."""
    number = cell.label[1]
    parts = pooled_parts(cell.reader.year, number, *RATIOS[number][3:])
    if cell.rows[-1] == "Within the same pay bands":
        yield from cell.first("pooled", parts)
    elif cell.rows[-1].startswith("95% interval within them"):
        yield from cell.ends("pooled", parts, USUAL)


def _gaps(cell: _Cell) -> Iterator[Fact]:
    """Read the interval of a gap between survey percentages."""
    if len(cell.rows) == 2 and cell.rows[1].startswith("Gap") and "interval" in cell.column:
        number = cell.rows[0][0]
        keys = [(cell.reader.year - 1, number, group) for group in ("BME", "White")]
        parts = tuple(part(of(*key)) for key in keys for of in (figures.percent, figures.responses))
        yield from cell.ends("gap", parts, cell.reader.confidence(number, "gap")[0])


_READERS: dict[str, Callable[[_Cell], Iterator[Fact]]] = {
    r"tbl-trend-(\d)": _trend,
    "tbl-groupings": _groupings,
    "tbl-detailed-groups": _details,
    "tbl-locality-staff": _locality,
    r"tbl-appendix-(clinical|non-clinical|all)": _pay_groups,
    r"tbl-distribution-(.+)": _distribution,
    "tbl-share-change": _parts,
    "tbl-share-change-bands": _parts_of_bands,
    "tbl-disparity": _disparity,
    "tbl-model-employer": _senior,
    r"tbl-ratio-(\d)": _within_bands,
    "tbl-survey": _gaps,
}
