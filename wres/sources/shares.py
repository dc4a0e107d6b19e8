"""Published shares of one whole: together they are 100%, as far as rounding allows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from wres.definitions.ethnicity import GROUPS
from wres.errors import Problem
from wres.sources.rules import describe, grouped
from wres.sources.tables import Rows, Rule

__all__ = ["shares_add_up"]


def shares_add_up(*cell: str) -> Rule:
    """Require that the shares in one cell add up to 100, or to no more if one is missing."""

    def check(rows: Rows) -> Iterator[Problem]:
        if not rows.has("percent", "ethnicity"):
            return
        for group in grouped(rows, cell):
            given = group[group["percent"].notna() & group["ethnicity"].notna()]
            yield from _cell_problems(rows, cell, given)

    sentence = (
        "The percentages of the groups in one cell add up to no more than 100, and to 100 where "
        "all three groups are given; rounding is allowed for (0.5 points, or half the last digit "
        "printed for each group if that is more)."
    )
    return Rule(sentence, check)


def _cell_problems(rows: Rows, cell: Sequence[str], given: pd.DataFrame) -> Iterator[Problem]:
    if given.empty:
        return
    added, slack = float(given["percent"].sum()), _rounding(rows, given.index)
    complete = set(given["ethnicity"]) == set(GROUPS)
    if added <= 100 + slack and not (complete and added < 100 - slack):
        return
    lines = [int(row) for row in given.index]
    named = ", ".join(str(line) for line in lines)
    relation = "to 100" if complete else "to no more than 100"
    rule = (
        f"percentages of {describe(rows, cell, lines[-1])} must add up {relation}; "
        f"rows {named} give {added:g}"
    )
    last = lines[-1]
    action = "Correct the percentages"
    shown = rows.given(last, "percent")
    yield rows.file.problem(rule, action, row=last, column="percent", given=shown)


def _rounding(rows: Rows, lines: pd.Index) -> float:
    """Give how far shares printed with so many decimals can stray from their true sum."""
    decimals = [len(rows.given(line, "percent").partition(".")[2]) for line in lines]
    return max(0.5, sum(0.5 * 10.0**-places for places in decimals)) + 1e-9
