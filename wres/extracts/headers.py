"""Finding the header of an extract: on which sheet, in which row, which column is which field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from wres.definitions.headings import accepted_headings, fold_heading, load_headings
from wres.errors import InputError, Problem
from wres.extracts.contract import Grid, Layout
from wres.sources.files import InputFile
from wres.sources.trust import ExtractSettings

__all__ = ["Header", "find_header"]

# Systems print titles, filters and dates above the header; none is known to fill more than this.
_LAST_ROW: Final = 20
_MOST_NAMED: Final = 40
_SEVERAL: Final = 2  # one known heading may be a cell of somebody's row
_DATA: Final = re.compile(r"[0-9]{3}|^[0-9.,/: -]+$")


@dataclass(frozen=True)
class _Meanings:
    """The field that each folded heading means, and the headings that the trust gave itself."""

    fields: dict[str, str]
    own: frozenset[str]


@dataclass(frozen=True)
class Header:
    """A row of a sheet taken as its header: by field, the columns whose heading means it."""

    grid: Grid
    row: int
    columns: dict[str, list[int]] = field(default_factory=dict)

    @property
    def last(self) -> int:
        """The last column with a heading; -1 where there is none."""
        return max((column for column, text in self.headings.items() if text), default=-1)

    @property
    def headings(self) -> dict[int, str]:
        """The text of every cell of the row."""
        return {int(str(c)): str(text) for c, text in self.grid.cells.loc[self.row].items()}

    @property
    def mapped(self) -> dict[int, str]:
        """By column, the field that it holds."""
        return {columns[0]: name for name, columns in self.columns.items()}

    def lacking(self, layout: Layout) -> list[str]:
        """Name the required fields that it has no heading for."""
        return [one.name for one in layout.fields if one.required and one.name not in self.columns]


def find_header(
    file: InputFile, layout: Layout, settings: ExtractSettings, grids: list[Grid]
) -> Header:
    """Choose the one sheet that has the headings of all required fields.

    Raises
    ------
    InputError
        None has, or several have; a heading stands twice, or is merged.
    """
    meanings = _meanings(file, layout, settings)
    headers = [_best_row(grid, meanings) for grid in grids if not grid.cells.empty]
    chosen = _choose(file, layout, headers)
    settled = Header(chosen.grid, chosen.row, dict(_settle(chosen, meanings)))
    problems = [*_duplicates(file, layout, settled), *_merged(file, settled)]
    if problems:
        raise InputError(problems)
    return settled


def _meanings(file: InputFile, layout: Layout, settings: ExtractSettings) -> _Meanings:
    given = settings.headings.get(layout.source, {})
    own = {fold_heading(heading): name for heading, name in given.items()}
    names = [one.name for one in layout.fields]
    sources = [*dict.fromkeys([*load_headings().extracts, layout.source])]
    unknown = [source for source in settings.headings if source not in sources]
    faults = [_no_such(file, layout, source, sources) for source in unknown]
    faults += [_no_such(file, layout, name, names) for name in given.values() if name not in names]
    if faults:
        raise InputError(faults)
    known = accepted_headings(layout.source) | own
    fields = {heading: name for heading, name in known.items() if heading and name in names}
    return _Meanings(fields, frozenset(own))


def _no_such(file: InputFile, layout: Layout, given: str, accepted: list[str]) -> Problem:
    rule = f"cannot be read by {layout.own_headings}; {given!r} is none of {', '.join(accepted)}"
    return file.problem(rule, f"Correct {layout.own_headings.split(' in ')[-1]}")


def _best_row(grid: Grid, meanings: _Meanings) -> Header:
    rows = [int(row) for row in grid.cells.index if int(row) <= _LAST_ROW]
    found = [Header(grid, row, _columns(grid, row, meanings.fields)) for row in rows]
    return max(found, key=lambda header: len(header.columns), default=Header(grid, 1))


def _columns(grid: Grid, row: int, fields: Mapping[str, str]) -> dict[str, list[int]]:
    columns: dict[str, list[int]] = {}
    for column, heading in Header(grid, row).headings.items():
        name = fields.get(fold_heading(heading))
        if name is not None:
            columns.setdefault(name, []).append(column)
    return columns


def _choose(file: InputFile, layout: Layout, headers: list[Header]) -> Header:
    fitting = [one for one in headers if one.columns and not one.lacking(layout)]
    shown = [one for one in fitting if not one.grid.hidden]
    if len(shown) == 1:
        return shown[0]
    if shown:
        sheets = " and ".join(repr(one.grid.sheet) for one in shown)
        rule = f"must have one sheet with the rows; {sheets} have the same headings"
        raise InputError([file.problem(rule, "Remove or rename the headings of all but one")])
    if fitting:
        rule = "must show the sheet with the rows; it is hidden"
        action = "Unhide it, or remove it,"
        raise InputError([file.problem(rule, action, sheet=fitting[0].grid.sheet)])
    raise InputError([_no_fit(file, layout, headers)])


def _no_fit(file: InputFile, layout: Layout, headers: list[Header]) -> Problem:
    """Name what is missing on the sheet that comes nearest, or what every sheet has instead."""
    best = max(headers, key=lambda one: len(one.columns))
    action = f"Rename the columns, or give your own headings under {layout.own_headings},"
    if best.columns:
        rule = f"has no column for {', '.join(best.lacking(layout))}; {_found(best)}"
        return file.problem(rule, action, row=best.row, sheet=best.grid.sheet)
    found = "; ".join(_found(_fullest_row(one.grid)) for one in headers)
    needed = ", ".join(one.name for one in layout.fields if one.required)
    rule = f"has no heading that is known for {layout.source} in its first {_LAST_ROW} rows"
    return file.problem(f"{rule} (it needs {needed}); {found}", action)


def _fullest_row(grid: Grid) -> Header:
    filled = (grid.cells.loc[grid.cells.index <= _LAST_ROW] != "").sum(axis=1)
    return Header(grid, int(str(filled.idxmax())))


def _found(header: Header) -> str:
    """Quote the headings; of a row that may be one about a person, only words of known headings."""
    place = f"sheet {header.grid.sheet!r}" if header.grid.sheet is not None else "the file"
    named = {column: text for column, text in header.headings.items() if text}
    is_data = _looks_like_data(header)
    if not header.columns and is_data:
        return f"{place} seems to have no row of headings"
    known = {column for columns in header.columns.values() for column in columns}
    if len(header.columns) < _SEVERAL or is_data:
        words = set() if is_data else _words_of_headings()
        shown = [t for c, t in named.items() if c in known or {*fold_heading(t).split()} <= words]
    else:
        shown = [*named.values()]
    return f"{place} has {_listed(shown, len(named))}"


def _listed(shown: list[str], count: int) -> str:
    quoted = ", ".join(repr(text) for text in shown[:_MOST_NAMED])
    more = f" and {len(shown) - _MOST_NAMED} more" if len(shown) > _MOST_NAMED else ""
    hidden = count - len(shown)
    if not hidden:
        return f"the headings {quoted}{more}"
    cells = f"{hidden} unknown heading{'' if hidden == 1 else 's'}"
    why = "not quoted, in case the row is about a person"
    return f"the headings {quoted}{more} and {cells} ({why})" if shown else f"{cells} ({why})"


@cache
def _words_of_headings() -> frozenset[str]:
    known = [
        heading for source in load_headings().extracts for heading in accepted_headings(source)
    ]
    return frozenset(word for heading in known for word in heading.split())


def _looks_like_data(header: Header) -> bool:
    """Tell rows from headings: these hold no numbers or dates, stand over rows and do not recur."""
    below = header.grid.cells.loc[header.row + 1 :]
    return not (below != "").to_numpy().any() or any(
        _DATA.search(text) or bool((below[column] == text).any())
        for column, text in header.headings.items()
        if text
    )


def _settle(header: Header, meanings: _Meanings) -> Iterator[tuple[str, list[int]]]:
    """Where several columns mean a field, take the one that the trust itself named."""
    for name, columns in header.columns.items():
        own = [c for c in columns if fold_heading(header.headings[c]) in meanings.own]
        yield name, own or columns


def _duplicates(file: InputFile, layout: Layout, header: Header) -> Iterator[Problem]:
    for name, columns in header.columns.items():
        if len(columns) > 1:
            given = " and ".join(f"{header.headings[c]!r} ({letters(c)})" for c in columns)
            rule = f"must have one column for {name}; {given} mean it"
            action = f"Remove all but one, or name the right one under {layout.own_headings},"
            yield file.problem(rule, action, row=header.row, sheet=header.grid.sheet)


def _merged(file: InputFile, header: Header) -> Iterator[Problem]:
    """Name headings over more than one column: which of them holds the field is not known."""
    for column in sorted(header.mapped):
        if _spans(header, column) or _continues(header, column):
            yield file.problem(
                "must have one heading over each column; this one stands over several",
                "Unmerge the cells and name every column",
                row=header.row,
                column=header.headings[column],
                sheet=header.grid.sheet,
            )


def _spans(header: Header, column: int) -> bool:
    return any(
        top <= header.row <= bottom and left <= column <= right and right > left
        for top, left, bottom, right in header.grid.merged
    )


def _continues(header: Header, column: int) -> bool:
    """Tell whether the next column has rows but no heading, as merged cells leave it in a csv."""
    if header.headings.get(column + 1, "-") or column + 1 not in header.headings:
        return False
    below = header.grid.cells.loc[header.row + 1 :, column + 1]
    return column < header.last and bool((below != "").any())


def letters(column: int) -> str:
    """Name a column as a spreadsheet does: 0 is A, 26 is AA."""
    name = ""
    while column >= 0:
        name = chr(65 + column % 26) + name
        column = column // 26 - 1
    return f"column {name}"
