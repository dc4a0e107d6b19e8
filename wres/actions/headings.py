"""Where a plan's table begins, and its headings as people type them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from wres.sources.action_plan import ACTION_PLAN
from wres.sources.csv_rows import Lines

__all__ = ["from_headings", "has_headings"]

# Titles and remarks may stand above the headings, in so many rows at most.
_ABOVE: Final = 15
_NAMES: Final = {column.name for column in ACTION_PLAN.columns}
_ALSO: Final = {"actions": "action", "indicator": "indicators"}


def has_headings(lines: Lines) -> bool:
    """Say whether a sheet has a plan's headings: one of them is that of the actions."""
    return any(map(_known, (row for _, row in lines[:_ABOVE])))


def from_headings(lines: Lines) -> Lines:
    """Leave out what stands above the headings and columns that hold nothing; name the others.

    A heading is known in any letters, with blanks or underscores; one that is not stays as it is.
    """
    first = lines[:_ABOVE]
    place = max(range(len(first)), key=lambda at: _known(first[at][1]), default=0)
    below = lines[place:]
    if not below:
        return below
    (number, header), *body = below
    width = _width([row for _, row in below])
    body = [(at, row[:width] if not any(row[width:]) else row) for at, row in body]
    return [(number, [_name(heading) for heading in header[:width]]), *body]


def _known(row: Sequence[str]) -> int:
    """Count the headings of a plan in a row; none where that of the actions is not among them."""
    names = {*map(_name, row)} & _NAMES
    return len(names) if "action" in names else 0


def _width(rows: Sequence[Sequence[str]]) -> int:
    """Count the columns up to the last with a heading or anything else."""
    return max((at for row in rows for at, cell in enumerate(row, 1) if cell), default=0)


def _name(heading: str) -> str:
    folded = "_".join(re.findall(r"[^\W_]+", heading.casefold()))
    folded = _ALSO.get(folded, folded)
    return folded if folded in _NAMES else heading.strip()
