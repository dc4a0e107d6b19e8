"""Indicator 9: the make-up of the board against that of the workforce.

A board is a full count of few people: no interval, and one seat moves its share by many points.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import product
from typing import Any

import pandas as pd

from wres.counts import ALL
from wres.counts.board import PARTS
from wres.definitions.indicators import indicator
from wres.indicators.cells import Cell, cell_results, read_cell
from wres.indicators.parity import parity
from wres.indicators.staff import whole_workforce
from wres.results import WITHHELD, Result
from wres.sources import TrustYear

__all__ = ["results"]

ROUNDED = "difference of rounded shares"
# Always reported, as not available where a trust did not publish them; other parts when given.
EXPECTED = {
    "all": "the whole board",
    "voting=yes": "voting members",
    "membership=executive": "executive members",
}


def results(trust_year: TrustYear) -> Iterator[Result]:
    """Yield head counts, shares and differences from the workforce for each part of the board."""
    new = partial(
        Result, organisation=trust_year.trust.ods_code, year=trust_year.year, indicator="9"
    )
    table = trust_year.tables.get("board")
    workforce = whole_workforce(trust_year)
    for membership, voting in product(*(("all", *parts) for parts in PARTS.values())):
        breakdown = _breakdown(membership, voting)
        made = partial(new, breakdown=breakdown)
        shares = [] if table is None else list(_shares(made, table, membership, voting))
        if not shares and breakdown in EXPECTED:
            yield from _absent(made, _why_absent(trust_year, breakdown))
        for share in shares:
            yield share
            if share.measure == "share":
                yield _difference(share, workforce)
        if table is not None and any(share.measure == "headcount" for share in shares):
            yield parity(made, read_cell(_rows(table, membership, voting), "members"), workforce)


def _breakdown(membership: str, voting: str) -> str:
    parts = {"membership": membership, "voting": voting}
    named = [f"{name}={word}" for name, word in parts.items() if word != "all"]
    return ";".join(named) or "all"


def _why_absent(trust_year: TrustYear, breakdown: str) -> str:
    if "board" not in trust_year.tables:
        return trust_year.why_absent("board")
    return f"the make-up of {EXPECTED[breakdown]} was not published"


def _absent(new: Any, reason: str) -> Iterator[Result]:
    for measure, unit in (("share", "%"), ("difference", "points")):
        yield new(measure=measure, group="BME", unit=unit, status="not available", reason=reason)


def _shares(new: Any, table: pd.DataFrame, membership: str, voting: str) -> Iterator[Result]:
    rows = _rows(table, membership, voting)
    if not rows.empty:
        told = cell_results(new, read_cell(rows, "members"), noun="board members")
        yield from map(_with_no_seat, told)


def _with_no_seat(share: Result) -> Result:
    """Count the members of a printed share of 0%: it is no seat of a board of any size."""
    if share.status == "as published" and share.value == 0:
        return replace(share, numerator=0)
    return share


def _rows(table: pd.DataFrame, membership: str, voting: str) -> pd.DataFrame:
    return table[table["membership"].eq(membership) & table["voting"].eq(voting)]


def _difference(share: Result, workforce: Cell) -> Result:
    """Take the group's share of the workforce from its share of the board.

    Both are unrounded; where either was printed without counts, the reason says so.
    """
    group, total = workforce.counts.get(share.group), workforce.total
    printed = workforce.percents.get(share.group)
    difference = replace(
        share,
        measure="difference",
        unit="points",
        good_direction=indicator("9").good_direction if share.group == "BME" else "",
        comparator_numerator=group,
        comparator_denominator=total,
        value=None,
    )
    if share.value is None:
        return difference
    if share.numerator is not None:
        difference = replace(difference, status="ok")  # no seat, though only printed as 0%
    if difference.status == "as published" or printed is not None:
        difference = replace(difference, status="as published", reason=ROUNDED)
    if printed is not None:
        return replace(difference, value=share.value - printed)
    if workforce.withholds(share.group, ALL):
        return replace(difference, status="suppressed", reason=WITHHELD)
    if not total or group is None:
        reason = "the make-up of the workforce is not available"
        return replace(difference, status="not available", reason=reason)
    return replace(difference, value=share.value - 100 * group / total)
