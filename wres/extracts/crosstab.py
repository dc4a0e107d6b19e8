"""A crosstab of staff in post: bands down, ethnic groups across, as many systems export it.

Totals are held against the sums of their parts and then left out; they are never counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

import pandas as pd

from wres.definitions.bands import is_part_of_another, parse_band
from wres.definitions.ethnicity import BME, UNKNOWN, WHITE
from wres.definitions.headings import accepted_headings, fold_heading
from wres.errors import Problem
from wres.extracts.contract import Counted, Grid
from wres.extracts.crosstab_columns import Column
from wres.extracts.crosstab_lines import Line
from wres.extracts.crosstab_sheet import Sheet, find_sheet
from wres.extracts.crosstab_totals import total_problems
from wres.extracts.headcounts import tabulate
from wres.extracts.people import number_of
from wres.sources.cells import WHOLE, CellError
from wres.sources.files import InputFile
from wres.sources.trust import Settings

__all__ = ["count_crosstab", "is_crosstab"]

_LAST_HEADER_ROW: Final = 20
_UNSUPPRESSED: Final = "Export it again without suppression (small counts are withheld later)"
_OF_A_LIST: Final = frozenset({"person", "pay_grade", "ethnic_origin"})
_DATED: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}.*|[0-9]{1,2}-[A-Z][a-z]{2}|[A-Z][a-z]{2}-[0-9]+"
)
_KEY: Final = ["staff_group", "band", "ethnicity"]


def is_crosstab(grids: list[Grid]) -> bool:
    """Tell whether a file holds a crosstab and no list of assignments.

    Parameters
    ----------
    grids : list of Grid
        Its sheets; hidden ones are not looked at.
    """
    shown = [grid for grid in grids if not grid.hidden]
    return not any(_is_list(grid) for grid in shown) and any(map(find_sheet, shown))


def count_crosstab(file: InputFile, grids: list[Grid], year: int, settings: Settings) -> Counted:
    """Read the head counts of a crosstab.

    Parameters
    ----------
    file : InputFile
        Where it comes from.
    grids : list of Grid
        Its sheets.
    year : int
        Year of the snapshot.
    settings : Settings
        The trust's own grades, groups and words.
    """
    found = [find_sheet(grid, settings.extracts) for grid in grids if not grid.hidden]
    sheets = [sheet for sheet in found if sheet is not None]
    problems: list[Problem] = []
    notes = [note for grid in grids for note in grid.notes]
    for sheet in sheets:
        problems += _label_problems(file, sheet)
        notes += _ignored(file, sheet)
    if not sheets:
        problems.append(file.problem("no crosstab was found", "Look at its header rows"))
    cells, refused = _read_cells(file, sheets)
    problems += refused
    if not problems:
        problems += _blank_problems(file, sheets, cells)
        problems += total_problems(file, sheets, cells)
        problems += _repeated(file, sheets, cells)
        if not cells["count"].sum():
            problems.append(file.problem("nobody is counted in it", "Export it again"))
    table = tabulate(pd.DataFrame() if problems else _people(cells))
    return Counted(table, problems, _warnings(file, sheets, cells), notes)


def _is_list(grid: Grid) -> bool:
    meanings = accepted_headings("workforce")
    for row in grid.cells.index[:_LAST_HEADER_ROW]:
        if {meanings.get(fold_heading(cell)) for cell in grid.cells.loc[row]} >= _OF_A_LIST:
            return True
    return False


def _label_problems(file: InputFile, sheet: Sheet) -> Iterator[Problem]:
    name = sheet.grid.sheet
    for column in sheet.columns:
        if column.ethnicity is None and column.total_of is None:
            rule = f"heading {column.heading!r} is no ethnic group and no total"
            action = "Correct it, or add it under settings.extracts.ethnicity in trust.yml,"
            yield file.problem(rule, action, row=sheet.header, column=column.heading, sheet=name)
    yield from _missing_groups(file, sheet)
    for line in sheet.lines:
        if line.band is None and line.total_of is None:
            yield _no_band(file, sheet, line)
    if not any(line.band for line in sheet.lines):
        rule = "no row has a band"
        yield file.problem(rule, "Put the bands into the first column", sheet=name)


def _missing_groups(file: InputFile, sheet: Sheet) -> Iterator[Problem]:
    """Take no group that was left out for an empty one."""
    there = {column.ethnicity.group for column in sheet.columns if column.ethnicity}
    for group in (WHITE, BME):
        if group not in there and all(one.ethnicity or one.total_of for one in sheet.columns):
            rule = f"no column is of the group {group}"
            yield file.problem(rule, "Add it", row=sheet.header, sheet=sheet.grid.sheet)


def _no_band(file: InputFile, sheet: Sheet, line: Line) -> Problem:
    dated = any(
        row == line.row and place < sheet.columns[0].place for row, place in sheet.grid.dates
    )
    if dated or _DATED.search(line.label):
        rule = f"{line.label!r} is a date: Excel turned a band (1-4?) into it"
        action = "Write the band as text"
    else:
        rule = f"{line.label!r} is no band and no total"
        action = "Correct it, or add it under settings.extracts.grades in trust.yml,"
    return file.problem(rule, action, row=line.row, sheet=sheet.grid.sheet)


def _ignored(file: InputFile, sheet: Sheet) -> list[Problem]:
    if not sheet.ignored:
        return []
    told = number_of(len(sheet.ignored), "column", "columns")
    rule = f"{told} of shares or FTE beside the counts left out"
    return [
        file.problem(
            rule, "Make sure that they are not the counts", row=sheet.header, sheet=sheet.grid.sheet
        )
    ]


def _read_cells(file: InputFile, sheets: list[Sheet]) -> tuple[pd.DataFrame, list[Problem]]:
    """Read every count, totals too, beside what its row and column stand for."""
    records, problems = [], []
    for number, sheet in enumerate(sheets):
        for line in sheet.lines:
            for column in sheet.columns:
                try:
                    count = _count(sheet, line, column)
                except CellError as refusal:
                    problems.append(_refused(file, sheet, line, column, refusal))
                    count = None
                records.append(_record(number, line, column, count))
    return pd.DataFrame(records, columns=list(_RECORD)), problems


_RECORD: Final = (
    *("sheet", "row", "place", "label", "section", "staff_group", "band", "ethnicity"),
    *("ethnic_group", "row_total_of", "column_total_of", "count"),
)


def _record(number: int, line: Line, column: Column, count: int | None) -> tuple[Any, ...]:
    one = column.ethnicity
    return (
        *(number, line.row, column.place, line.label, line.section),
        column.staff_group or line.staff_group or "all",
        line.band,
        one.group if one else None,
        one.detail if one else None,
        line.total_of,
        column.total_of,
        count,
    )


def _count(sheet: Sheet, line: Line, column: Column) -> int | None:
    cell = (line.row, column.place)
    if cell in sheet.grid.faults:
        raise CellError(sheet.grid.faults[cell], "Correct the cell")
    text = str(sheet.grid.cells.loc[cell])
    if cell in sheet.grid.dates:
        raise CellError(f"{WHOLE.rule}; Excel turned it into a date", "Write it as a number")
    try:
        return int(str(WHOLE.read(text))) if text else None
    except CellError as refusal:
        if refusal.action.startswith("Leave the whole row out"):  # a band would not be counted
            raise CellError(refusal.rule, _UNSUPPRESSED) from None
        raise


def _refused(
    file: InputFile, sheet: Sheet, line: Line, column: Column, refusal: CellError
) -> Problem:
    return file.problem(
        refusal.rule,
        "Correct the cell" if refusal.action == "Correct the row" else refusal.action,
        row=line.row,
        column=column.heading,
        given=str(sheet.grid.cells.loc[line.row, column.place]),
        sheet=sheet.grid.sheet,
    )


def _blank_problems(file: InputFile, sheets: list[Sheet], cells: pd.DataFrame) -> Iterator[Problem]:
    """Accept a blank as nobody only where totals are there to prove it."""
    for number, sheet in enumerate(sheets):
        own = cells[cells["sheet"] == number]
        blank = own[own["count"].isna()]
        proven = own["row_total_of"].notna().any() or own["column_total_of"].notna().any()
        if len(blank) and not proven:
            first = blank.iloc[0]
            rule = (
                f"must not be blank ({number_of(len(blank), 'cell', 'cells')}), as no total shows"
            )
            rule += " that nobody is there"
            heading = next(c.heading for c in sheet.columns if c.place == first["place"])
            yield file.problem(
                rule, "Write 0", row=int(first["row"]), column=heading, sheet=sheet.grid.sheet
            )


def _repeated(file: InputFile, sheets: list[Sheet], cells: pd.DataFrame) -> Iterator[Problem]:
    """Name a row that stands twice, and bands that overlap others of their staff group."""
    data = cells[cells["band"].notna() & cells["ethnicity"].notna()]
    lines = data.drop_duplicates(["sheet", "row", "staff_group"])
    again = lines[lines.duplicated(["staff_group", "section", "label"])]
    for line in again.drop_duplicates(["sheet", "row"]).to_dict("records"):
        rule = f"{line['label']!r} stands in more than one row of one staff group"
        action = "Name the staff group of each block of bands, or remove the row that is repeated,"
        yield file.problem(rule, action, row=line["row"], sheet=sheets[line["sheet"]].grid.sheet)
    for group, own in lines[~lines["band"].map(is_part_of_another)].groupby("staff_group"):
        yield from _overlaps(file, sheets, str(group), own.drop_duplicates("band"))


def _overlaps(
    file: InputFile, sheets: list[Sheet], group: str, lines: pd.DataFrame
) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for line in lines.to_dict("records"):
        for member in sorted(parse_band(line["band"]).members):
            if member in seen:
                rule = f"bands must not overlap: {line['band']} and {seen[member]} of staff group "
                rule += f"{group} both hold {member}"
                sheet = sheets[line["sheet"]].grid.sheet
                yield file.problem(rule, "Give each band once", row=line["row"], sheet=sheet)
                break
            seen[member] = line["band"]


def _people(cells: pd.DataFrame) -> pd.DataFrame:
    """Give the counts that are parts; where staff groups are told apart, those of all are not."""
    parts = cells[cells["band"].notna() & cells["ethnicity"].notna() & (cells["count"] > 0)]
    if set(parts["staff_group"]) - {"all"}:
        parts = parts[parts["staff_group"] != "all"]
    parts = parts.assign(headcount=parts["count"].astype("int64"))
    known = parts[parts["ethnicity"] != "Unknown"]["ethnic_group"]
    detailed = not known.str.endswith(" - not specified").all()
    return parts[[*_KEY, "headcount", *(["ethnic_group"] if detailed else [])]]


def _warnings(file: InputFile, sheets: list[Sheet], cells: pd.DataFrame) -> list[Problem]:
    found = []
    if set(cells["staff_group"]) == {"all"}:
        rule = "clinical and non-clinical staff are not told apart"
        action = "Export them in blocks, columns or sheets of their own"
        found.append(file.problem(rule, action))
    for sheet in sheets:
        if not any(one.ethnicity and one.ethnicity.group == UNKNOWN for one in sheet.columns):
            rule = "no column is of people whose ethnicity is not known; nobody is taken for one"
            action = "Add it, or make sure that everyone has declared,"
            found.append(file.problem(rule, action, row=sheet.header, sheet=sheet.grid.sheet))
    return found
