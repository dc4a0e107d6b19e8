"""Staff groups and pay bands held against the rest, from the counts that results show of them.

No count is used that the results, or the counts of whole groupings beside the trust's parts,
withhold: what a profile hides of a band is hidden here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import pandas as pd

from wres.definitions.bands import (
    ALL_BANDS,
    band_order,
    band_title,
    is_part_of_another,
    load_bands,
    parse_band,
)
from wres.definitions.groupings import stratum_of
from wres.hotspots.cells import ALL, GROUPS, TRUST, Cells, Spot
from wres.hotspots.measures import SHARE

__all__ = ["KINDS", "PAY_BAND", "STAFF_GROUP", "Kinds", "kinds_of", "noun", "plural"]

STAFF_GROUP: Final = "staff group"
PAY_BAND: Final = "pay band"
KINDS: Final = (STAFF_GROUP, PAY_BAND, f"{STAFF_GROUP} and {PAY_BAND}")
HALVES: Final = {"clinical": "Clinical staff", "non-clinical": "Non-clinical staff"}
_GROUPS: Final = GROUPS[:2]
_ROW: Final = re.compile(r"staff_group=([^;]+);band=([^;]+?)(?:;year=(\d+))?")
# Of which the head count stands in the row; where there are no members it is 0.
_SHOWN: Final = ("ok", "as published", "no members")
Heads = dict[str, int]
Row = tuple[str, Spot, str, str, int, int]


def noun(dimension: str) -> str:
    """Name one part of a dimension.

    Examples
    --------
    >>> noun("division"), noun("pay band"), noun("staff group and pay band")
    ('place', 'pay band', 'part')
    """
    return dimension if dimension in KINDS[:2] else "part" if dimension in KINDS else "place"


def plural(dimension: str) -> str:
    """Name the parts of a dimension."""
    return f"{noun(dimension)}s"


@dataclass
class Kinds:
    """Counts of staff groups and pay bands, and the parts of which some are not shown.

    Parameters
    ----------
    cells : Cells
        As of places; what a pay band of a staff group lies in is the staff group.
    hidden : dict
        By dimension, names of the parts whose head counts are not all shown.
    """

    cells: Cells
    hidden: dict[str, list[str]]


def kinds_of(results: pd.DataFrame, year: int, places: Cells) -> Kinds:
    """Collect what is shown of a year by staff group and pay band.

    Parameters
    ----------
    results : DataFrame
        Of a report, with the rows of its own year and of earlier ones.
    year : int
        Of which counts are wanted.
    places : Cells
        Of that year: counts of the whole trust, and of its groupings of bands, by indicator.
    """
    halves = _halves(results, year)
    rows = list(_of_trust(results, year, places))
    hidden: dict[str, list[str]] = {}
    for spot, heads in _spots(halves):
        rows += [(SHARE, spot, ALL, group, count, 0) for group, count in heads.items()]
        if len(heads) < len(_GROUPS):
            hidden.setdefault(spot.view, []).append(spot.name)
    rows += _of_groupings(halves)
    rows += _of_events(places, has_bands=any(row[1].view == PAY_BAND for row in rows))
    return Kinds(Cells.of(rows), hidden)


def _heads(results: pd.DataFrame, indicator: str) -> Iterator[tuple[str, str, int | None]]:
    """Yield breakdown, group and head count, None where it is not shown."""
    chosen = results["indicator"].eq(indicator) & results["measure"].isin(["headcount", "share"])
    rows = results[chosen & results["group"].isin(_GROUPS)]
    columns = ["breakdown", "group", "numerator", "status"]
    for where, group, count, status in rows[columns].itertuples(index=False, name=None):
        known = status in _SHOWN and pd.notna(count)
        yield str(where), str(group), int(count) if known else None


def _own_year(results: pd.DataFrame) -> int:
    return int(results["year"].iloc[0]) if len(results) else 0


def _halves(results: pd.DataFrame, year: int) -> dict[tuple[str, str], Heads]:
    """Give White and BME staff by staff group and band, as far as they are shown."""
    found: dict[tuple[str, str], Heads] = {}
    for where, group, count in _heads(results, "1"):
        match = _ROW.fullmatch(where)
        if match and int(match[3] or _own_year(results)) == year:
            heads = found.setdefault((match[1], match[2]), {})
            if count is not None:
                heads[group] = count
    return {one: heads for one, heads in found.items() if not is_part_of_another(one[1])}


def _of_trust(results: pd.DataFrame, year: int, places: Cells) -> Iterator[Row]:
    wanted = ALL if year == _own_year(results) else f"year={year}"
    for where, group, count in _heads(results, SHARE):
        if where == wanted and count is not None:
            yield SHARE, TRUST, ALL, group, count, 0
    for (indicator, spot, band), groups in places.counts.items():
        if spot == TRUST and band == ALL and indicator != SHARE:
            for group, pair in groups.items():
                yield indicator, TRUST, ALL, group, pair.base, int(pair.events)


def _spots(halves: dict[tuple[str, str], Heads]) -> Iterator[tuple[Spot, Heads]]:
    """Yield staff groups, pay bands, and pay bands of staff groups, with what is shown of them."""
    for half, title in HALVES.items():
        for (one, band), heads in halves.items():
            if one == half and band == ALL_BANDS:
                yield Spot(STAFF_GROUP, title), heads
            elif one == half:
                yield Spot(STAFF_GROUP, title, PAY_BAND, band_title(band)), heads
    for band in sorted({band for _, band in halves} - {ALL_BANDS}, key=band_order):
        yield Spot(PAY_BAND, band_title(band)), _of_both(halves, band)


def _of_both(halves: dict[tuple[str, str], Heads], band: str) -> Heads:
    """Add up a band over both staff groups; what is not known of one, is not known of both."""
    if ("all", band) in halves:
        return halves["all", band]
    parts = []
    for half in HALVES:
        nobody = dict.fromkeys(_GROUPS, 0)
        has_none = (half == "non-clinical" and _is_medical(band)) or _adds_up(halves, half)
        parts.append(halves.get((half, band), nobody if has_none else {}))
    return {
        group: sum(one[group] for one in parts)
        for group in _GROUPS
        if all(group in one for one in parts)
    }


def _is_medical(band: str) -> bool:
    return parse_band(band).members <= load_bands().medical_members


def _adds_up(halves: dict[tuple[str, str], Heads], half: str) -> bool:
    """Say whether all staff of a group stand in bands that are shown: none is in any other."""
    whole = halves.get((half, ALL_BANDS), {})
    bands = [heads for (one, band), heads in halves.items() if one == half and band != ALL_BANDS]
    return all(
        group in whole and sum(one.get(group, -1) for one in bands) == whole[group]
        for group in _GROUPS
    )


def _of_groupings(halves: dict[tuple[str, str], Heads]) -> Iterator[Row]:
    """Yield staff of each staff group by grouping of bands, where every band of both is shown."""
    sums: dict[tuple[Spot, str, str], int] = {}
    for (half, band), heads in halves.items():
        if half in HALVES and band != ALL_BANDS:
            stratum = stratum_of(band)
            if stratum is None or not _adds_up(halves, half) or len(heads) < len(_GROUPS):
                return
            for group, count in heads.items():
                for spot in (Spot(STAFF_GROUP, HALVES[half]), TRUST):
                    sums[spot, stratum, group] = sums.get((spot, stratum, group), 0) + count
    if len({spot for spot, _, _ in sums}) > len(HALVES):
        for (spot, stratum, group), count in sums.items():
            yield SHARE, spot, stratum, group, count, 0


def _of_events(places: Cells, *, has_bands: bool) -> Iterator[Row]:
    """Yield the whole trust's groupings of bands as pay bands; of staff only without finer ones."""
    for (indicator, spot, band), groups in places.counts.items():
        if spot == TRUST and band != ALL and not (indicator == SHARE and has_bands):
            for group, pair in groups.items():
                where = Spot(PAY_BAND, band_title(band))
                yield indicator, where, ALL, group, pair.base, int(pair.events)
