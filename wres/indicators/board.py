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

from wres.definitions.ethnicity import GROUPS
from wres.definitions.indicators import indicator
from wres.indicators.workforce import Counts, cell_shares, whole_workforce
from wres.results import Result
from wres.sources import TrustYear

__all__ = ["results"]

ROUNDED = "difference of rounded shares"
PARTS = {"membership": ("executive", "non-executive"), "voting": ("yes", "no")}
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
    workforce, printed = whole_workforce(trust_year)
    for membership, voting in product(*(("all", *parts) for parts in PARTS.values())):
        breakdown = _breakdown(membership, voting)
        made = partial(new, breakdown=breakdown)
        shares = [] if table is None else list(_shares(made, table, membership, voting))
        if not shares and breakdown in EXPECTED:
            yield from _absent(made, _why_absent(trust_year, breakdown))
        for share in shares:
            yield share
            if share.measure == "share":
                yield _difference(share, workforce, printed)


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
    rows = _part(table, membership, voting)
    if rows is None:
        return
    percents = rows.dropna(subset="percent")
    if not percents.empty:
        published = {
            str(group): float(percent)
            for group, percent in zip(percents["ethnicity"], percents["percent"], strict=True)
        }
        if len(published) == len(rows):  # shares of several parts can't be added
            yield from cell_shares(new, dict.fromkeys(GROUPS), published)
        return
    yield from cell_shares(new, _members(rows), {}, noun="board members")


def _part(table: pd.DataFrame, membership: str, voting: str) -> pd.DataFrame | None:
    """Return the rows of one part: as published, else those of its halves if both are listed."""
    exact = table[table["membership"].eq(membership) & table["voting"].eq(voting)]
    if not exact.empty:
        return exact
    by_vote = [(membership, vote) for vote in PARTS["voting"]] if voting == "all" else []
    by_seat = [(seat, voting) for seat in PARTS["membership"]] if membership == "all" else []
    for halves in filter(None, (by_vote, by_seat)):
        rows = [found for half in halves if (found := _part(table, *half)) is not None]
        if len(rows) == len(halves):
            return pd.concat(rows)
    return None


def _members(rows: pd.DataFrame) -> Counts:
    """Add up each ethnic group; one missing from any listed part of the board has no sum."""
    parts = rows.groupby(["membership", "voting"]).ngroups
    by_group = rows.dropna(subset="members").groupby("ethnicity")["members"]
    totals = {
        str(group): int(members.sum()) for group, members in by_group if len(members) == parts
    }
    return {group: totals.get(group) for group in GROUPS}


def _difference(share: Result, workforce: Counts, printed: dict[str, float]) -> Result:
    """Take the group's share of the workforce from its share of the board.

    Both are unrounded; where either was printed without counts, the reason says so.
    """
    known = [count for count in workforce.values() if count is not None]
    group = workforce.get(share.group)
    difference = replace(
        share,
        measure="difference",
        unit="points",
        good_direction=indicator("9").good_direction if share.group == "BME" else "",
        comparator_numerator=group,
        comparator_denominator=sum(known) if len(known) == len(GROUPS) else None,
        value=None,
    )
    total = difference.comparator_denominator
    if share.value is None:
        return difference
    if share.status == "as published" or share.group in printed:
        difference = replace(difference, status="as published", reason=ROUNDED)
    if share.group in printed:
        return replace(difference, value=share.value - printed[share.group])
    if not total or group is None:
        reason = "the make-up of the workforce is not available"
        return replace(difference, status="not available", reason=reason)
    return replace(difference, value=share.value - 100 * group / total)
