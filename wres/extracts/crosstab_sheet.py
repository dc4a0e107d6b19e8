"""One sheet of a crosstab: its headers, and what each row and column of it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

import pandas as pd

from wres.definitions.bands import ALL_BANDS, load_bands, parse_band
from wres.definitions.ethnic_codes import Ethnicity, fold_words, read_ethnicity
from wres.definitions.grades import read_grade
from wres.definitions.staff_groups import CLINICAL, read_staff_group
from wres.extracts.contract import Grid
from wres.sources.trust import ExtractSettings

__all__ = ["MEDICAL", "Column", "Line", "Sheet", "find_sheet", "read_group_word"]

MEDICAL: Final = "all medical"

# Titles, filters and dates stand above the headers; none is known to fill more than this.
_LAST_HEADER_ROW: Final = 20
# a staff group may stand this many rows above the ethnic groups
_HEADERS_ABOVE: Final = 3
_TOTAL: Final = re.compile(r"(?:(?:grand|overall|sub|trust|row|column) ?)?totals?|all staff|sum")
_GRAND: Final = re.compile(r"(?:grand|overall|trust) totals?|all staff")
_NUMBER: Final = re.compile(r"-?[0-9][0-9,. ]*%?|[*]|<[0-9]+")
_COUNT_WORDS: Final = frozenset({"headcount", "head count", "count", "number", "no", "n", "staff"})
_SHARE_WORDS: Final = frozenset({"", "percent", "percentage", "fte", "wte", "share"})

StaffGroup = Literal["clinical", "non-clinical", "all"]


@dataclass(frozen=True)
class Column:
    """What a column of counts stands for.

    Parameters
    ----------
    place : int
        Its number in the grid.
    heading : str
        As written.
    staff_group : str or None
        Where a header above names one.
    ethnicity : Ethnicity or None
        None for a total, or where the heading was not recognised.
    total_of : str or None
        For a total: the group it is the total of, or `all`.
    """

    place: int
    heading: str
    staff_group: StaffGroup | None
    ethnicity: Ethnicity | None
    total_of: str | None = None


@dataclass(frozen=True)
class Line:
    """What a row of counts stands for.

    Parameters
    ----------
    row : int
        Its number in the file.
    label : str
        As written.
    section : str
        The heading or first column that it stands under, folded.
    staff_group : str or None
        What that says of it.
    band : str or None
        None for a total, or where the label was not recognised.
    total_of : str or None
        For a total: a folded section or staff group, `all`, `above`, or `all medical`.
    """

    row: int
    label: str
    section: str
    staff_group: StaffGroup | None
    band: str | None
    total_of: str | None = None


@dataclass(frozen=True)
class Sheet:
    """A sheet that holds a crosstab.

    Parameters
    ----------
    grid : Grid
        Its cells.
    header : int
        The row of the ethnic groups.
    columns : tuple of Column
        The columns of counts.
    lines : tuple of Line
        The rows of counts.
    ignored : tuple of int
        Columns of shares and FTE beside the counts.
    """

    grid: Grid
    header: int
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    ignored: tuple[int, ...] = ()


def find_sheet(grid: Grid, settings: ExtractSettings | None = None) -> Sheet | None:
    """Read the layout of a crosstab; None where the grid holds none."""
    own = settings or ExtractSettings()
    header = _find_header(grid, own)
    if header is None:
        return None
    first = min(_ethnic_columns(_cells(grid, header, _places(grid)), own))
    columns, ignored, start = _read_columns(grid, header, first, own)
    names = [place for place in _places(grid) if place < first]
    labels = grid.cells.loc[start:, names]
    counts = grid.cells.loc[start:, [one.place for one in columns]]
    outer = _outer_group(grid, header, names, own)
    lines = _medical_total(list(_read_lines(labels, counts, outer, own)))
    return Sheet(grid, header, columns, lines, ignored)


def read_group_word(text: str, settings: ExtractSettings) -> StaffGroup | None:
    """Read a staff group from a heading, a label or the name of a sheet."""
    folded = fold_words(text).removesuffix(" staff").removesuffix(" workforce")
    if folded in ("all", "all staff", "whole trust", "trust"):
        return "all"
    try:
        return read_staff_group("", folded, settings.staff_groups)
    except ValueError:
        return None


def _find_header(grid: Grid, settings: ExtractSettings) -> int | None:
    """Find the row whose cells are ethnic groups, with counts below them."""
    for row in grid.cells.index[:_LAST_HEADER_ROW]:
        found = _ethnic_columns(_cells(grid, row, _places(grid)), settings)
        if {"White", "BME"} <= {one.group for one in found.values()}:
            below = grid.cells.loc[row + 1 :, list(found)].to_numpy().ravel()
            filled = [cell for cell in below if cell]
            numbers = sum(_NUMBER.fullmatch(cell) is not None for cell in filled)
            if filled and 2 * numbers > len(filled):
                return int(row)
    return None


def _ethnic_columns(cells: pd.Series[str], settings: ExtractSettings) -> dict[int, Ethnicity]:
    read = {int(str(place)): _ethnicity(text, settings) for place, text in cells.items()}
    return {place: one for place, one in read.items() if one is not None}


def _ethnicity(text: str, settings: ExtractSettings) -> Ethnicity | None:
    if not text or text.isdigit():
        return None
    try:
        return read_ethnicity(text, settings.ethnicity)
    except ValueError:
        return None


def _read_columns(
    grid: Grid, header: int, first: int, settings: ExtractSettings
) -> tuple[tuple[Column, ...], tuple[int, ...], int]:
    """Read every column from the first ethnic group on, and the row at which the body starts."""
    places = [place for place in _places(grid) if place >= first]
    under = _under(grid, header, places, settings)
    headings = _cells(grid, header, places)
    if under is not None:
        headings = _fill(headings)
    groups = _groups_above(grid, header, places, settings)
    columns: list[Column] = []
    ignored: list[int] = []
    for place in places:
        below, heading = str(under[place]) if under is not None else "", str(headings[place])
        if not heading:
            continue
        if _is_share(heading) or (below and _is_share(below)):
            ignored.append(place)
        else:
            group = groups.get(place) or read_group_word(below, settings)
            columns.append(_column(place, heading, group, settings))
    return tuple(columns), tuple(ignored), header + 1 + (under is not None)


def _places(grid: Grid) -> list[int]:
    return [int(place) for place in grid.cells.columns]


def _cells(grid: Grid, row: int, places: list[int]) -> pd.Series[str]:
    return pd.Series([str(grid.cells.loc[row, place]) for place in places], index=places)


def _is_share(heading: str) -> bool:
    return fold_words(heading) in _SHARE_WORDS


def _under(
    grid: Grid, header: int, places: list[int], settings: ExtractSettings
) -> pd.Series[str] | None:
    """Give a second header row below the ethnic groups (Headcount and %, or staff groups)."""
    if header + 1 not in grid.cells.index:
        return None
    row = _cells(grid, header + 1, places)
    words = [cell for cell in row if cell]
    known = [_is_measure(word) or read_group_word(word, settings) for word in words]
    return row if words and all(known) else None


def _is_measure(heading: str) -> bool:
    return fold_words(heading) in _COUNT_WORDS | _SHARE_WORDS


def _groups_above(
    grid: Grid, header: int, places: list[int], settings: ExtractSettings
) -> dict[int, StaffGroup | None]:
    """Give the staff group that a header above names for each column."""
    for row in range(header - 1, header - 1 - _HEADERS_ABOVE, -1):
        if row not in grid.cells.index:
            continue
        read = [_group_heading(text, settings) for text in _cells(grid, row, places)]
        if any(read):
            return dict(zip(places, _carry(read), strict=True))
    return {}


def _carry(groups: list[StaffGroup | None]) -> list[StaffGroup | None]:
    carried: list[StaffGroup | None] = []
    for group in groups:
        carried.append(group or (carried[-1] if carried else None))
    return carried


def _group_heading(text: str, settings: ExtractSettings) -> StaffGroup | None:
    return "all" if _TOTAL.fullmatch(fold_words(text)) else read_group_word(text, settings)


def _fill(cells: pd.Series[str]) -> pd.Series[str]:
    """Carry a heading over the blank cells that follow it, as merged cells are stored."""
    return cells.where(cells != "").ffill().fillna("")


def _column(
    place: int, heading: str, group: StaffGroup | None, settings: ExtractSettings
) -> Column:
    folded = fold_words(heading)
    if _TOTAL.fullmatch(folded):
        return Column(place, heading, group, None, "all")
    bare = folded.removeprefix("total ").removesuffix(" total")
    ethnicity = _ethnicity(bare if bare != folded else heading, settings)
    if bare != folded and ethnicity is not None:
        return Column(place, heading, group, None, ethnicity.group)
    return Column(place, heading, group, ethnicity)


def _outer_group(
    grid: Grid, header: int, names: list[int], settings: ExtractSettings
) -> StaffGroup | None:
    """Give the staff group that the title or the sheet's name says everything is of."""
    above = grid.cells.loc[max(header - _HEADERS_ABOVE, 1) : header, names]
    titles = [cell for cell in above.to_numpy().ravel() if cell]
    found = [read_group_word(text, settings) for text in (*titles, grid.sheet or "")]
    return next((one for one in found if one), None)


def _read_lines(
    labels: pd.DataFrame,
    counts: pd.DataFrame,
    outer: StaffGroup | None,
    settings: ExtractSettings,
) -> Iterator[Line]:
    """Read the rows from the top down; a heading or first column holds for those below it."""
    section, staff_group = "", outer
    for row in labels.index:
        label = _Label([text for text in labels.loc[row] if text], settings)
        if label.group and not label.total:
            section, staff_group = fold_words(label.group_text), label.group
        elif label.band == load_bands().medical_together.label:
            section, staff_group = fold_words(label.band_text), CLINICAL
        if _is_counted(counts.loc[row], label):
            yield label.line(int(row), section, staff_group)


def _medical_total(lines: list[Line]) -> tuple[Line, ...]:
    """Make all medical staff together a total where their subgroups stand in rows of their own."""
    bands = load_bands()
    if not any(line.band in bands.medical_members for line in lines):
        return tuple(lines)
    return tuple(
        replace(line, band=None, total_of=MEDICAL)
        if line.band == bands.medical_together.label
        else line
        for line in lines
    )


def _is_counted(cells: pd.Series[str], label: _Label) -> bool:
    """Tell rows of counts from headings, footnotes and headers that are repeated."""
    filled = [cell for cell in cells if cell]
    return any(_NUMBER.fullmatch(cell) for cell in filled) or bool(filled and label.band)


class _Label:
    """The texts that name one row."""

    def __init__(self, texts: list[str], settings: ExtractSettings) -> None:
        self.text = " / ".join(texts)
        self.total = next((text for text in texts if _total_of(text) is not None), None)
        bands = {text: _band(text, settings) for text in texts if text != self.total}
        self.band_text = next((text for text in reversed(bands) if bands[text]), "")
        self.band = bands.get(self.band_text)
        groups = {text: read_group_word(text, settings) for text in bands if text != self.band_text}
        self.group_text = next((text for text in groups if groups[text]), "")
        self.group = groups.get(self.group_text)
        self.settings = settings

    def line(self, row: int, section: str, staff_group: StaffGroup | None) -> Line:
        """Say what a row of counts stands for."""
        if self.total is not None:
            return Line(row, self.text, section, staff_group, None, self._scope())
        if self.band is None and self.group is not None:
            return Line(row, self.text, section, staff_group, None, section)
        return Line(row, self.text, section, staff_group, self.band)

    def _scope(self) -> str:
        """Say what a total is the total of."""
        named = _total_of(self.total or "") or fold_words(self.group_text)
        if _GRAND.fullmatch(fold_words(self.total or "")) or named == "all":
            return "all"
        return named or "above"


def _total_of(text: str) -> str | None:
    """Give what a label says it is the total of, "" where it says no more; None for no total."""
    folded = fold_words(text)
    if _TOTAL.fullmatch(folded):
        return ""
    bare = folded.removeprefix("total ").removesuffix(" total").removesuffix(" totals")
    return bare if bare != folded else None


def _band(text: str, settings: ExtractSettings) -> str | None:
    """Read a band, a grouping of bands, or a pay grade."""
    try:
        label = parse_band(text).label
    except ValueError:
        try:
            return read_grade(text, settings.grades).band
        except ValueError:
            return None
    return None if label == ALL_BANDS else label
