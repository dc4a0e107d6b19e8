"""Published totals against their parts: never below them, and equal where no part is missing.

A table may hold a cell (`clinical`, `5-7`), the total over one column (`clinical`, `all`), or
over both (`all`, `all`). Where the total of a column is not published, the sum of the parts that
are stands in as its least possible value, so that the next total up is still held against it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pandas as pd

from wres.errors import Problem
from wres.sources.rules import grouped
from wres.sources.tables import Rows, Rule

__all__ = ["TOTAL", "Margin", "totals_hold"]

TOTAL = "all"
# A total and a part: of a place there may be one row alone, and places are many.
LEAST = 2


@dataclass(frozen=True)
class Margin:
    """A column whose label `all` is the total of its other labels.

    Parameters
    ----------
    column : str
        The column.
    is_complete : callable
        Tells whether a set of labels leaves nobody out; a second argument is the row's labels.
    counts : callable
        Tells whether a label is added up (an `of which` line is not).
    """

    column: str
    is_complete: Callable[[set[str], pd.Series], bool]
    counts: Callable[[str], bool] = lambda label: True


def totals_hold(count: str, inner: Margin, outer: Margin) -> Rule:
    """Require that totals over `inner`, over `outer` and over both agree with their parts."""

    def check(rows: Rows) -> Iterator[Problem]:
        if not rows.has(count, inner.column, outer.column, "ethnicity"):
            return
        for margin, other in ((inner, outer), (outer, inner)):
            yield from _margin_problems(rows, count, margin, other)
        yield from _grand_total_problems(rows, count, inner, outer)

    sentence = (
        f"A total (`all` in `{inner.column}` or `{outer.column}`) is not below the sum of its "
        "parts, and equals it where every part is given."
    )
    return Rule(sentence, check)


def _margin_problems(rows: Rows, count: str, margin: Margin, other: Margin) -> Iterator[Problem]:
    for group in grouped(rows, [other.column, "ethnicity"]):
        if len(group) < LEAST:
            continue
        known = group[group[count].notna()].drop_duplicates(margin.column)
        total = known[known[margin.column] == TOTAL]
        parts = known[_added_up(known, margin)]
        if len(total) == 1 and len(parts):
            complete = margin.is_complete(set(parts[margin.column]), total.iloc[0])
            yield from _compare(rows, count, total, parts[count].tolist(), complete=complete)


def _added_up(known: pd.DataFrame, margin: Margin) -> pd.Series[bool]:
    labels = known[margin.column]
    added = [label for label in labels.dropna().unique() if label != TOTAL and margin.counts(label)]
    return labels.isin(added)


def _grand_total_problems(
    rows: Rows, count: str, inner: Margin, outer: Margin
) -> Iterator[Problem]:
    for group in grouped(rows, ["ethnicity"]):
        if len(group) < LEAST:
            continue
        known = group[group[count].notna()].drop_duplicates([inner.column, outer.column])
        both = known[(known[inner.column] == TOTAL) & (known[outer.column] == TOTAL)]
        parts = known[known[outer.column].notna() & (known[outer.column] != TOTAL)]
        floors = [_floor(part, count, inner) for _, part in parts.groupby(outer.column)]
        # where every part has its own total, the margins themselves were compared above
        if len(both) == 1 and any(not published for _, published in floors):
            least = [number for number, _ in floors]
            yield from _compare(rows, count, both, least, complete=False)


def _floor(part: pd.DataFrame, count: str, inner: Margin) -> tuple[int, bool]:
    """Give the least that a part can be, and whether its total was published."""
    total = part[part[inner.column] == TOTAL]
    if len(total):
        return int(total[count].iloc[0]), True
    return int(part.loc[_added_up(part, inner), count].sum()), False


def _compare(
    rows: Rows, count: str, total: pd.DataFrame, parts: list[int], *, complete: bool
) -> Iterator[Problem]:
    row, published, added = int(total.index[0]), int(total[count].iloc[0]), sum(parts)
    if added <= published and not (complete and added < published):
        return
    relation = "must equal" if complete else "must not be below"
    sums = " + ".join(str(part) for part in parts)
    shown = f"{sums} = {added}" if len(parts) > 1 else str(added)
    rule = f"{relation} the sum of its parts ({shown})"
    given = rows.given(row, count)
    action = "Correct the total or its parts"
    yield rows.file.problem(rule, action, row=row, column=count, given=given)
