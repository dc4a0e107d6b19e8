"""How many people would make a part of the trust's staff or board as BME as its workforce is.

A number of people that need not be whole, from full counts: no interval and no verdict.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from wres.counts import ALL
from wres.indicators.cells import Cell
from wres.results import WITHHELD, Result

__all__ = ["parity", "withheld"]

GROUP = "BME"


def parity(new: Any, cell: Cell, workforce: Cell) -> Result:
    """Multiply the people of a cell by the group's share of the workforce.

    Parameters
    ----------
    new : callable
        Makes a `Result` with indicator and breakdown already set.
    cell, workforce : Cell
        Counts of the band or board, and of the whole workforce.
    """
    made: Result = new(measure="parity_headcount", group=GROUP, unit="headcount")
    if withheld(cell, workforce):
        return replace(made, status="suppressed", reason=WITHHELD)
    people, now = cell.total, cell.counts.get(GROUP)
    staff, group = workforce.total, workforce.counts.get(GROUP)
    if people is None or now is None:
        reason = "the numbers that it needs were not published"
        return replace(made, status="not available", reason=reason)
    if people == 0:
        return replace(made, numerator=0, denominator=0, status="no members")
    if not staff or group is None:
        reason = "the make-up of the workforce is not available"
        return replace(made, status="not available", reason=reason)
    return replace(
        made,
        numerator=now,
        denominator=people,
        comparator_numerator=group,
        comparator_denominator=staff,
        value=people * group / staff,
    )


def withheld(cell: Cell, workforce: Cell) -> bool:
    """Tell whether any of the counts that a goal is made of is withheld."""
    return cell.withholds(GROUP, ALL) or workforce.withholds(GROUP, ALL)
