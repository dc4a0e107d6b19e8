"""The layout of a table: which rows are headings, which columns name rows, where sections begin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from wres.audit.documents.contents import Grid
from wres.audit.tables.cells import is_label, is_none, read_parts
from wres.audit.tables.labels import read_label, year_in
from wres.audit.tables.totals import is_of_all, is_total
from wres.audit.words import is_any

__all__ = ["Placed", "counts_actions", "is_plan", "place_figures"]

_PLAN_HEADINGS: Final = 2
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True)
class Placed:
    """A cell that holds figures, with the texts that lead to it.

    Parameters
    ----------
    row, column : int
    text : str
    above : tuple of str
        Headings of its column, the nearest first.
    across : tuple of tuple of str
        Of a cell merged over several columns, the headings of each.
    beside : tuple of str
        Labels of its row, the nearest first.
    section : str
        The line above that names a part of the table.
    corner : tuple of str
        Headings of the columns that name rows: `2021` over White and BME is all figures' year.
    """

    row: int
    column: int
    text: str
    above: tuple[str, ...]
    across: tuple[tuple[str, ...], ...]
    beside: tuple[str, ...]
    section: str
    corner: tuple[str, ...] = ()


def is_plan(grid: Grid) -> bool:
    """Say whether a table is a plan of actions: its figures are dates and targets."""
    for row in grid.rows[:2]:
        headings = dict.fromkeys(cell for cell in row if cell)
        if (
            sum(is_any("plan", cell) for cell in headings if len(cell.split()) <= 6)
            >= _PLAN_HEADINGS
        ):
            return True
    return False


def counts_actions(grid: Grid) -> bool:
    """Say whether a table counts actions by what became of them: `Done | Carried over`."""
    states = {cell for cell in grid.rows[0] if is_any("state", cell)} if grid.rows else set()
    return len(states) >= _PLAN_HEADINGS


def place_figures(grid: Grid) -> Iterator[Placed]:
    """Yield every cell with figures and what leads to it."""
    heads = _heads(grid)
    naming = _naming_columns(grid, heads)
    headings = list(grid.rows[:heads])
    fresh = False
    section, began = "", heads
    filled = _filled_down(grid, heads, naming)
    for number in range(heads, len(grid.rows)):
        row = _counted(filled[number - heads], naming)
        cells = [
            column
            for column in range(grid.width)
            if column not in naming and read_parts(row[column])
        ]
        if not cells:
            words = [cell for cell in dict.fromkeys(row) if cell and not is_none(cell)]
            if len(words) == 1:
                section, began = words[0], number
            elif len(words) > 1 and not any(is_none(cell) for cell in row if cell):
                headings = [*headings, row] if fresh else [row]
            fresh = True
            continue
        fresh = False
        if section and is_total(row):
            part, before = grid.rows[began + 1 : number], grid.rows[heads:began]
            section = "" if is_of_all(row, part, before) else section
        for column in cells:
            if (number, column) in grid.copies:
                continue
            spanned = _spanned(grid, number, column)
            yield Placed(
                number,
                column,
                row[column],
                _above(headings, column),
                tuple(_above(headings, one) for one in spanned),
                _beside(row, column, naming, headings),
                section,
                tuple(text for one in sorted(naming) for text in _above(headings, one)),
            )


def _filled_down(grid: Grid, heads: int, naming: set[int]) -> list[tuple[str, ...]]:
    """Give the rows below the headings, a name written once for the rows below it in each.

    `5. Harassment | White`, then a blank and `BME`. A row of totals belongs to no name above it.
    """
    filled = []
    above: dict[int, str] = {}
    run = [column for column in range(grid.width) if set(range(column + 1)) <= naming]
    leading = run[:-1]
    for row in grid.rows[heads:]:
        own = list(row)
        named = [row[column] for column in run if row[column]]
        if not named or is_total(named[:1]):
            above = {}
        for place, column in enumerate(leading):
            if row[column]:
                above = {one: text for one, text in above.items() if one < column}
                above[column] = row[column]
            elif column in above and any(row[one] for one in run[place + 1 :]):
                own[column] = above[column]
        filled.append(tuple(own))
    return filled


def _counted(row: tuple[str, ...], naming: set[int]) -> tuple[str, ...]:
    """Take a bare number that looks like a year for a count, in a row of counts: `1942`."""
    years = {n for n, cell in enumerate(row) if n not in naming and _YEAR.fullmatch(cell.strip())}
    counts = [cell for n, cell in enumerate(row) if n not in naming and cell.strip().isdigit()]
    if not years or len(counts) == len(years):
        return row
    return tuple(f"{int(cell):,}" if n in years else cell for n, cell in enumerate(row))


def _heads(grid: Grid) -> int:
    """Count the rows of headings: those above the first with a figure beside its name."""
    marked = grid.heads or 0
    for number, row in enumerate(grid.rows):
        if number < marked and not _is_row_of_figures(row):
            continue
        if any(read_parts(cell) for cell in row[1:]) and not _all_small(row):
            return number - _parts_before(grid, number)
        if number and _is_withheld(row):
            return number - _parts_before(grid, number)
    return marked or 1


def _is_withheld(row: tuple[str, ...]) -> bool:
    """Say whether a named row has signs in the place of its figures: `Band 1 | White | [c]`."""
    figures = [cell for cell in row[1:] if is_none(cell) and cell]
    return is_label(row[0]) and bool(figures) and not is_label(row[-1])


def _parts_before(grid: Grid, number: int) -> int:
    """Count the lines right above a row that name a part of the table, and head no column."""
    count = 0
    while number - count > 1 and _names_part(grid, number - count - 1):
        count += 1
    return count


def _names_part(grid: Grid, number: int) -> bool:
    """Say whether a row holds one text, over its whole width or in its first cell alone."""
    row = grid.rows[number]
    whole = all((number, column) in grid.copies for column in range(1, len(row)))
    above = any(cell for cell in grid.rows[number - 1][1:])
    return bool(row[0]) and above and (whole or not any(row[1:])) and not year_in(row[0])


def _is_row_of_figures(row: tuple[str, ...]) -> bool:
    """Say whether a row marked as heading holds figures all the same, more than words."""
    figures = sum(bool(read_parts(cell)) for cell in row[1:])
    return figures > len(row) / 2


def _all_small(row: tuple[str, ...]) -> bool:
    """Say whether a row numbers the bands or indicators: `1 2 3 4`."""
    cells = [cell for cell in row[1:] if cell]
    return len(cells) > 2 and all(cell.isdigit() for cell in cells) and _counts_up(cells)


def _naming_columns(grid: Grid, heads: int) -> set[int]:
    """Find the columns that name rows: by their heading, or because they hold words."""
    found = set()
    body = grid.rows[heads:]
    for column in range(grid.width):
        headed = _is_headed_as_name([row[column].strip() for row in grid.rows[:heads]], column)
        cells = [row[column] for row in body if row[column]]
        # A bare year names a row in the first column only: elsewhere it may be a count.
        words = sum(is_label(cell) and (not column or not _YEAR.fullmatch(cell)) for cell in cells)
        if (
            headed
            or (cells and words > len(cells) / 2)
            or (not cells and column == 0)
            or (column == 0 and words == 0 and not grid.rows[0][0] and _counts_up(cells))
        ):
            found.add(column)
    return found


def _is_headed_as_name(headings: list[str], column: int) -> bool:
    """Say whether a column's headings call it one of names; `No.` below `White` counts people."""
    grouped = any(read_label(text).group for text in headings if text)
    return any(is_any("naming", text) for text in headings) and not (column and grouped)


def _counts_up(cells: list[str]) -> bool:
    """Say whether cells are 1, 2, 3: bands or indicators by their number."""
    numbers = [int(cell) for cell in cells if cell.isdigit()]
    return (
        len(numbers) > 1 and all(0 <= n <= 12 for n in numbers) and numbers == sorted(set(numbers))
    )


def _spanned(grid: Grid, row: int, column: int) -> list[int]:
    columns = [column]
    while (row, columns[-1] + 1) in grid.copies and grid.rows[row][columns[-1] + 1] == grid.rows[
        row
    ][column]:
        columns.append(columns[-1] + 1)
    return columns


def _above(headings: list[tuple[str, ...]], column: int) -> tuple[str, ...]:
    """Give a column's headings, the nearest first; a blank one is that to its left."""
    texts = []
    for depth, row in enumerate(reversed(headings)):
        text = row[column]
        if not text and depth:
            text = next((row[one] for one in range(column, 0, -1) if row[one]), "")
        texts.append(text)
    return tuple(dict.fromkeys(text for text in texts if text))


def _beside(
    row: tuple[str, ...], column: int, naming: set[int], headings: list[tuple[str, ...]]
) -> tuple[str, ...]:
    left, right = range(column - 1, -1, -1), range(column + 1, len(row))
    # Words to the right of a figure are remarks on it; they name it only where nothing else does.
    places = [one for one in left if one in naming and row[one]]
    places = places or [one for one in right if one in naming and row[one]]
    texts = [_named(row[one], " ".join(_above(headings, one))) for one in places]
    return tuple(dict.fromkeys(text for text in texts if not is_none(text)))


def _named(text: str, heading: str) -> str:
    """Give a bare number of a naming column the word of its heading: `5` as `Band 5`."""
    numbered = re.match(r"([1-9])\s*[:.,)]\s+(?=[A-Za-z])", text)
    if numbered and not re.search(r"band|cluster|grade", heading, re.IGNORECASE):
        return f"Indicator {numbered[1]} {text[numbered.end() :]}"
    if not re.fullmatch(r"\d(?:\.\d)?|8[a-d]|VSM", text.strip(), re.IGNORECASE):
        return text
    if re.search(r"indicator|metric|wres|^(?:no|#|ref|item)", heading, re.IGNORECASE):
        return f"Indicator {text}"
    return f"Band {text}"
