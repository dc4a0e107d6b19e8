"""Totals of the board: over votes, over executive and non-executive members, and over groups."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Final

import pandas as pd

from wres.counts.rows import joined
from wres.definitions.ethnicity import GROUPS

__all__ = ["PARTS", "with_board_totals"]

ALL = "all"
PARTS: Final = {"membership": ("executive", "non-executive"), "voting": ("yes", "no")}


def with_board_totals(table: pd.DataFrame) -> pd.DataFrame:
    """Add `all` rows to a board table, where they were not given and both halves were.

    A part of the board is never taken for the whole, and shares of two parts are never added.
    """
    given = table[["membership", "voting", "ethnicity", "members", "percent"]]
    added = [
        row
        for membership, voting in product(*((ALL, *parts) for parts in PARTS.values()))
        if _exact(given, membership, voting).empty
        for row in _summed(given, membership, voting)
    ]
    rows = joined(given, added)
    return joined(rows, _cell_totals(rows))


def _exact(table: pd.DataFrame, membership: str, voting: str) -> pd.DataFrame:
    return table[table["membership"].eq(membership) & table["voting"].eq(voting)]


def _summed(table: pd.DataFrame, membership: str, voting: str) -> Iterator[dict[str, object]]:
    rows = _part(table, membership, voting)
    if rows is None or rows["percent"].notna().any():
        return
    parts = rows.groupby(["membership", "voting"]).ngroups
    for group, members in rows.dropna(subset="members").groupby("ethnicity")["members"]:
        if len(members) == parts:  # a group missing from any part has no sum
            labels = {"membership": membership, "voting": voting, "ethnicity": group}
            yield {**labels, "members": int(members.sum()), "percent": None}


def _part(table: pd.DataFrame, membership: str, voting: str) -> pd.DataFrame | None:
    """Return the rows of one part: as published, else those of its halves if both are listed."""
    exact = _exact(table, membership, voting)
    if not exact.empty:
        return exact
    by_vote = [(membership, vote) for vote in PARTS["voting"]] if voting == ALL else []
    by_seat = [(seat, voting) for seat in PARTS["membership"]] if membership == ALL else []
    for halves in filter(None, (by_vote, by_seat)):
        rows = [found for half in halves if (found := _part(table, *half)) is not None]
        if len(rows) == len(halves):
            return pd.concat(rows)
    return None


def _cell_totals(rows: pd.DataFrame) -> Iterator[dict[str, object]]:
    for (membership, voting), cell in rows.groupby(["membership", "voting"], sort=False):
        known = cell.dropna(subset="members")
        if set(known["ethnicity"]) == set(GROUPS):
            labels = {"membership": membership, "voting": voting, "ethnicity": ALL}
            yield {**labels, "members": int(known["members"].sum()), "percent": None}
