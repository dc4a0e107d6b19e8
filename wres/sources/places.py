"""Parts of a trust in a counts table: rows about a division, directorate or site, or two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

import pandas as pd

from wres.definitions.bands import ALL_BANDS, is_part_of_another
from wres.definitions.ethnicity import GROUPS
from wres.definitions.groupings import stratum_of
from wres.sources.columns import DIMENSIONS
from wres.sources.totals import TOTAL

__all__ = [
    "MOST_CROSSED",
    "PARTS",
    "crossings",
    "crossings_given",
    "is_within",
    "place_rows",
    "staff_by_place",
]

PARTS: Final = ("division", "directorate", "site")
# Two dimensions that make more places than this give cells too small to look at.
MOST_CROSSED: Final = 60
_BASE: Final = ["band", "ethnicity", "workforce"]


def crossings(labels: pd.DataFrame) -> list[tuple[str, ...]]:
    """Choose which dimensions are counted, each by itself, then two together.

    Two are not, where they make more than `MOST_CROSSED` places; but where one lies within the
    other (directorates within divisions) they always are, which tells what adds up to what.

    Examples
    --------
    >>> crossings(pd.DataFrame({"division": ["A", "A", "B", "B"], "site": ["N", "S", "N", "S"]}))
    [('division',), ('site',), ('division', 'site')]
    """
    named = [part for part in PARTS if part in labels]
    return [
        *((one,) for one in named),
        *(pair for pair in combinations(named, 2) if _may_cross(labels[list(pair)])),
    ]


def _may_cross(labels: pd.DataFrame) -> bool:
    places = labels.drop_duplicates()
    return len(places) <= MOST_CROSSED or any(is_within(places, str(one)) for one in places)


def is_within(places: pd.DataFrame, fine: str) -> bool:
    """Tell whether each place of one dimension lies in one place of the other."""
    return not places.drop_duplicates()[fine].duplicated().any()


def crossings_given(table: pd.DataFrame) -> list[tuple[str, ...]]:
    """Give the dimensions, and pairs of them, that a counts table has rows of."""
    named = [part for part in PARTS if part in table]
    wanted = [*((one,) for one in named), *combinations(named, 2)]
    return [one for one in wanted if len(place_rows(table, one))]


def place_rows(table: pd.DataFrame, crossing: Sequence[str]) -> pd.DataFrame:
    """Keep the rows about places of these dimensions and of no other."""
    if not set(crossing) <= set(table):
        return table.iloc[:0]
    others = [one.name for one in DIMENSIONS if one.name in table and one.name not in crossing]
    rows = table[list(crossing)].notna().all(axis=1) & table[others].isna().all(axis=1)
    return table[rows]


def staff_by_place(workforce: pd.DataFrame | None, crossing: Sequence[str]) -> pd.DataFrame:
    """Add up the staff of each place by ethnic group, and within groupings of bands where known.

    Parameters
    ----------
    workforce : DataFrame, optional
        A workforce table as it was read.
    crossing : sequence of str
        One dimension, or two.

    Returns
    -------
    DataFrame
        The dimensions, `band` (missing for the whole place), `ethnicity`, `workforce`; of a place
        every group. A place of which not every group is known is left out.
    """
    columns = [*crossing, *_BASE]
    if workforce is None:
        return pd.DataFrame(columns=columns)
    rows = place_rows(workforce, crossing).dropna(subset="headcount")
    found = [
        {**dict(zip(crossing, place, strict=True)), **cell}
        for place, own in rows.groupby(list(crossing), sort=False)
        for cell in _cells(own)
    ]
    return pd.DataFrame(found, columns=columns).astype({"workforce": "Int64"})


def _cells(rows: pd.DataFrame) -> Iterator[dict[str, object]]:
    bands = _bands(rows)
    heads = _heads(rows, bands)
    if set(heads) != set(GROUPS):
        return
    for group in GROUPS:
        yield {"band": None, "ethnicity": group, "workforce": heads[group]}
    strata = bands["band"].map(stratum_of)
    added = bands.groupby([strata, "ethnicity"])["headcount"].sum()
    sums = added.groupby("ethnicity").sum()
    if strata.notna().all() and all(sums.get(group, 0) == heads[group] for group in GROUPS):
        for stratum in dict.fromkeys(strata):
            for group in GROUPS:
                count = int(added.get((stratum, group), 0))
                yield {"band": stratum, "ethnicity": group, "workforce": count}


def _bands(rows: pd.DataFrame) -> pd.DataFrame:
    counted = rows["band"].ne(ALL_BANDS) & ~rows["band"].map(is_part_of_another).astype(bool)
    bands = rows[counted]
    halves = bands[bands["staff_group"].ne(TOTAL)]
    return halves if len(halves) else bands


def _heads(rows: pd.DataFrame, bands: pd.DataFrame) -> dict[str, int]:
    wholes = rows[rows["band"].eq(ALL_BANDS)]
    given = wholes[wholes["staff_group"].eq(TOTAL)]
    source = given if len(given) else bands if len(bands) else wholes
    added = source.groupby("ethnicity")["headcount"].sum()
    return {str(group): int(count) for group, count in added.items() if group in GROUPS}
