"""Reading an extract under the names of its fields."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import pandas as pd

from wres.errors import Problem
from wres.extracts.body import read_body
from wres.extracts.contract import Extract, Grid, Layout
from wres.extracts.grids import read_grids
from wres.extracts.headers import Header, find_header
from wres.sources.files import InputFile
from wres.sources.trust import ExtractSettings

__all__ = ["read_extract", "unread_columns"]

_MOST_NAMED: Final = 40


def read_extract(
    file: InputFile,
    layout: Layout,
    settings: ExtractSettings | None = None,
    grids: Sequence[Grid] | None = None,
) -> Extract:
    """Read one extract under the names of its fields.

    Parameters
    ----------
    file : InputFile
        The file.
    layout : Layout
        Its source's fields.
    settings : ExtractSettings, optional
        The trust's own headings beside those of `definitions/headings.yml`.
    grids : sequence of Grid, optional
        Its sheets, where they were read before.

    Returns
    -------
    Extract
        Every row below the header, without blank rows and totals at the end; columns that mean
        no field are left out. Both are told in its notes.

    Raises
    ------
    InputError
        The file cannot be read; no sheet, or more than one, has the headings of the required
        fields; a heading stands twice; rows are ragged; cells hold an error, or are merged.
    """
    sheets = list(grids) if grids is not None else read_grids(file)
    header = find_header(file, layout, settings or ExtractSettings(), sheets)
    body = read_body(file, layout, header)
    notes = [*header.grid.notes, *unread_columns(file, layout, header), *body.notes]
    names = {name: header.headings[columns[0]] for name, columns in header.columns.items()}
    dates = _dates(header, body.rows.index)
    return Extract(file, layout, header.grid.sheet, body.rows, names, dates, tuple(notes))


def _dates(header: Header, rows: pd.Index[int]) -> dict[str, frozenset[int]]:
    """Give by field the rows that hold native dates; a field without any has none."""
    found: dict[str, set[int]] = {name: set() for name in header.columns}
    kept, mapped = set(rows), header.mapped
    for row, column in header.grid.dates:
        if column in mapped and row in kept:
            found[mapped[column]].add(row)
    return {name: frozenset(rows) for name, rows in found.items()}


def unread_columns(file: InputFile, layout: Layout, header: Header) -> list[Problem]:
    """Name the columns that mean no field."""
    others = [
        text for column, text in header.headings.items() if text and column not in header.mapped
    ]
    if not others:
        return []
    more = f" and {len(others) - _MOST_NAMED} more" if len(others) > _MOST_NAMED else ""
    rule = f"columns left out: {', '.join(others[:_MOST_NAMED])}{more}"
    action = f"If one should be read, name it under {layout.own_headings}"
    return [file.problem(rule, action, row=header.row, sheet=header.grid.sheet)]
