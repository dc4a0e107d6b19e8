"""One cell of counts by ethnic group: a pay band, a part of the board, the whole workforce."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import pandas as pd

from wres.counts import ALL, is_hidden
from wres.definitions.ethnicity import GROUPS
from wres.results import WITHHELD, Result

__all__ = ["Cell", "cell_results", "read_cell"]


@dataclass(frozen=True)
class Cell:
    """Counts of one cell, as far as they are shown.

    Parameters
    ----------
    counts : dict
        Count of each ethnic group and of `all`; None where it is not known or withheld.
    hidden : frozenset of str
        Those of them that are withheld.
    percents : dict
        Shares that were published in place of counts.
    """

    counts: dict[str, int | None] = field(default_factory=dict)
    hidden: frozenset[str] = frozenset()
    percents: dict[str, float] = field(default_factory=dict)

    @property
    def total(self) -> int | None:
        """Count of everyone in the cell."""
        return self.counts.get(ALL)

    def withholds(self, *groups: str) -> bool:
        """Tell whether a figure from these groups' counts must be withheld."""
        return bool(self.hidden & set(groups))


def read_cell(rows: pd.DataFrame, column: str) -> Cell:
    """Read the rows of one cell, one a group."""
    records = {str(row["ethnicity"]): row for _, row in rows.iterrows()}
    counts = {group: int(row[column]) for group, row in records.items() if pd.notna(row[column])}
    return Cell(
        {group: counts.get(group) for group in (*GROUPS, ALL)},
        frozenset(group for group, row in records.items() if is_hidden(row, column)),
        {
            group: float(records[group]["percent"])
            for group in GROUPS
            if group in records and pd.notna(records[group]["percent"])
        },
    )


def cell_results(new: Any, cell: Cell, noun: str = "staff") -> Iterator[Result]:
    """Yield head counts and shares of one cell.

    Parameters
    ----------
    new : callable
        Makes a `Result` with indicator and breakdown already set.
    cell : Cell
        Its counts.
    noun : str
        Whom the counts count, for the reason of a figure that is not available.
    """
    if cell.percents:
        for group, percent in cell.percents.items():
            yield new(measure="share", group=group, value=percent, unit="%", status="as published")
        return
    reason = _why_no_share(cell, noun)
    for group in (*GROUPS, ALL):
        yield _headcount(new, cell, group, reason)
    for group in GROUPS:
        yield _share(new, cell, group, reason)


def _headcount(new: Any, cell: Cell, group: str, reason: str) -> Result:
    head: Result = new(measure="headcount", group=group, unit="headcount")
    count = cell.counts.get(group)
    if cell.withholds(group):
        return replace(head, status="suppressed", reason=WITHHELD)
    if count is None:
        return replace(head, status="not available", reason=reason)
    return replace(head, numerator=count, value=float(count))


def _share(new: Any, cell: Cell, group: str, reason: str) -> Result:
    count, total = cell.counts.get(group), cell.total
    share: Result = new(measure="share", group=group, unit="%", numerator=count)
    if cell.withholds(group, ALL):
        return replace(share, denominator=total, status="suppressed", reason=WITHHELD)
    if total is None:
        return replace(share, status="not available", reason=reason)
    if total == 0:
        return replace(share, numerator=0, denominator=0, status="no members")
    return replace(share, denominator=total, value=100 * (count or 0) / total)


def _why_no_share(cell: Cell, noun: str) -> str:
    missing = [
        group for group in GROUPS if cell.counts.get(group) is None and not cell.withholds(group)
    ]
    if not missing:
        return ""
    number = "number" if len(missing) == 1 else "numbers"
    was = "was" if len(missing) == 1 else "were"
    listed = " and ".join(filter(None, (", ".join(missing[:-1]), missing[-1])))
    return f"the {number} of {listed} {noun} {was} not published"
