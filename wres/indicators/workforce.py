"""Indicator 1 and the whole workforce: head counts and shares by pay band.

A share keeps staff of unknown ethnicity in its base. A group that was not published leaves the
share not available; it is never taken for zero.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

import pandas as pd

from wres.definitions.bands import band_order, band_title, is_part_of_another
from wres.definitions.ethnicity import GROUPS
from wres.results import Result
from wres.sources import TrustYear

__all__ = ["cell_shares", "results", "whole_workforce"]

Counts = dict[str, int | None]
STAFF_GROUPS = ("all", "non-clinical", "clinical")


def results(trust_year: TrustYear) -> Iterator[Result]:
    """Yield head counts and shares of the whole workforce and of each published pay band."""
    new = partial(Result, organisation=trust_year.trust.ods_code, year=trust_year.year)
    table = trust_year.tables.get("workforce")
    if table is None:
        reason = trust_year.why_absent("workforce")
        for number in ("workforce", "1"):
            yield from _not_available(partial(new, indicator=number), reason)
        return
    yield from cell_shares(partial(new, indicator="workforce"), *_whole(table))
    yield from _by_band(partial(new, indicator="1"), table)


def whole_workforce(trust_year: TrustYear) -> tuple[Counts, dict[str, float]]:
    """Return the whole workforce: head counts, None where unknown, and shares printed instead."""
    table = trust_year.tables.get("workforce")
    return (dict.fromkeys(GROUPS), {}) if table is None else _whole(table)


def cell_shares(
    new: Any, counts: Counts, percents: dict[str, float], noun: str = "staff"
) -> Iterator[Result]:
    """Yield head counts and shares of one cell (a band, a board, the whole workforce).

    Parameters
    ----------
    new : callable
        Makes a `Result` with indicator and breakdown already set.
    counts : dict
        Head count of each ethnic group, None where it was not published.
    percents : dict
        Shares that were published in place of head counts.
    noun : str
        Whom the counts count, for the reason of a figure that is not available.
    """
    if percents:
        for group, percent in percents.items():
            yield new(measure="share", group=group, value=percent, unit="%", status="as published")
        return
    known = {group: count for group, count in counts.items() if count is not None}
    total = sum(known.values()) if len(known) == len(GROUPS) else None
    reason = _why_no_share(counts, noun)
    for group, count in [*counts.items(), ("all", total)]:
        yield _headcount(new, group, count, reason)
    for group, count in counts.items():
        yield _share(new, group, count, total, reason)


def _headcount(new: Any, group: str, count: int | None, reason: str) -> Result:
    head: Result = new(measure="headcount", group=group, unit="headcount")
    if count is None:
        return replace(head, status="not available", reason=reason)
    return replace(head, numerator=count, value=float(count))


def _share(new: Any, group: str, count: int | None, total: int | None, reason: str) -> Result:
    share: Result = new(measure="share", group=group, unit="%")
    if total is None:
        return replace(share, numerator=count, status="not available", reason=reason)
    if total == 0:
        return replace(share, numerator=0, denominator=0, status="no members")
    return replace(share, numerator=count, denominator=total, value=100 * (count or 0) / total)


def _why_no_share(counts: Counts, noun: str) -> str:
    missing = [group for group in GROUPS if counts.get(group) is None]
    if not missing:
        return ""
    number = "number" if len(missing) == 1 else "numbers"
    was = "was" if len(missing) == 1 else "were"
    listed = " and ".join(filter(None, (", ".join(missing[:-1]), missing[-1])))
    return f"the {number} of {listed} {noun} {was} not published"


def _not_available(new: Any, reason: str) -> Iterator[Result]:
    for group in GROUPS:
        yield new(measure="share", group=group, unit="%", status="not available", reason=reason)


def _by_band(new: Any, table: pd.DataFrame) -> Iterator[Result]:
    for staff_group in STAFF_GROUPS:
        rows = table[table["staff_group"].eq(staff_group)]
        for band in sorted(rows["band"].unique(), key=band_order):
            if (staff_group, band) == ("all", "all"):
                continue
            breakdown = f"staff_group={staff_group};band={band}"
            yield from cell_shares(
                partial(new, breakdown=breakdown),
                *_cell(rows[rows["band"].eq(band)]),
                noun=f"staff ({band_title(band).lower()})",
            )
        if staff_group != "all" and not rows.empty and "all" not in set(rows["band"]):
            breakdown = f"staff_group={staff_group};band=all"
            yield from cell_shares(partial(new, breakdown=breakdown), _summed(rows), {})


def _cell(rows: pd.DataFrame) -> tuple[Counts, dict[str, float]]:
    """Return the head counts and published percentages of one cell's rows."""
    by_group = rows.groupby("ethnicity")
    heads = by_group["headcount"].sum(min_count=1)
    percents = by_group["percent"].first().dropna()
    counts: Counts = {
        group: int(heads[group]) if group in heads and pd.notna(heads[group]) else None
        for group in GROUPS
    }
    return counts, {group: float(percents[group]) for group in GROUPS if group in percents}


def _summed(rows: pd.DataFrame) -> Counts:
    """Add up the bands of one staff group; a group missing from any band has no sum."""
    bands = rows.groupby("band")
    # Senior medical managers are counted among the consultants already.
    return _add([_cell(cell)[0] for band, cell in bands if not is_part_of_another(str(band))])


def _add(cells: list[Counts]) -> Counts:
    totals: Counts = {}
    for group in GROUPS:
        counts = [cell[group] for cell in cells]
        known = [count for count in counts if count is not None]
        totals[group] = sum(known) if cells and len(known) == len(counts) else None
    return totals


def _whole(table: pd.DataFrame) -> tuple[Counts, dict[str, float]]:
    """Return the whole workforce: as published, else the sum of the staff groups' bands."""
    published = table[table["staff_group"].eq("all") & table["band"].eq("all")]
    if not published.empty:
        return _cell(published)
    parts = {name: rows for name, rows in table.groupby("staff_group")}
    sums = [_summed(parts["all"])] if "all" in parts else []
    if {"clinical", "non-clinical"} <= set(parts):
        sums.append(_add([_staff_group(parts[name]) for name in ("clinical", "non-clinical")]))
    # A few bands of all staff may stand beside the full tables: no sum of parts exceeds the whole.
    return max(sums, key=_people, default=dict.fromkeys(GROUPS)), {}


def _people(counts: Counts) -> int:
    """Return how many people are counted; none where a group is missing."""
    known = [count for count in counts.values() if count is not None]
    return sum(known) if len(known) == len(GROUPS) else -1


def _staff_group(rows: pd.DataFrame) -> Counts:
    whole = rows[rows["band"].eq("all")]
    return _summed(rows) if whole.empty else _cell(whole)[0]
