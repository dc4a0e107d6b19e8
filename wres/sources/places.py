"""Parts of a trust in a counts table: rows about a division, directorate or site, or two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final, NamedTuple

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
# Head counts by band, then by ethnic group.
_Bands = dict[str, dict[str, int]]


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
        every group. A place of which not every group is known is left out: where one group has
        a row of a staff group and band, all have; what none has, nobody is in.
    """
    columns = [*crossing, *_BASE]
    if workforce is None or not set(crossing) <= set(workforce):
        return pd.DataFrame(columns=columns)
    rows = place_rows(workforce, crossing).dropna(subset="headcount")
    places: dict[tuple[str, ...], list[_Row]] = {}
    given = rows[[*crossing, *_Row._fields]]
    for row in given.itertuples(index=False, name=None):
        places.setdefault(row[: len(crossing)], []).append(_Row(*row[len(crossing) :]))
    found = [
        {**dict(zip(crossing, place, strict=True)), **cell}
        for place, own in places.items()
        for cell in _cells(own)
    ]
    return pd.DataFrame(found, columns=columns).astype({"workforce": "Int64"})


class _Row(NamedTuple):
    """Of a workforce table, a row about one place."""

    band: str
    staff_group: str
    ethnicity: str
    headcount: int


def _cells(rows: Sequence[_Row]) -> Iterator[dict[str, object]]:
    bands = _bands(rows)
    heads = _heads(rows)
    if set(heads) != set(GROUPS):
        return
    for group in GROUPS:
        yield {"band": None, "ethnicity": group, "workforce": heads[group]}
    strata = list(dict.fromkeys(stratum_of(row.band) for row in bands))
    added: Counter[tuple[str | None, str]] = Counter()
    for row in bands:
        added[stratum_of(row.band), row.ethnicity] += row.headcount
    sums = {group: sum(added[stratum, group] for stratum in strata) for group in GROUPS}
    if None not in strata and sums == heads:
        for stratum in strata:
            for group in GROUPS:
                yield {"band": stratum, "ethnicity": group, "workforce": added[stratum, group]}


def _bands(rows: Sequence[_Row]) -> list[_Row]:
    counted = [row for row in rows if row.band != ALL_BANDS and not is_part_of_another(row.band)]
    return [row for row in counted if row.staff_group != TOTAL] or counted


def _heads(rows: Sequence[_Row]) -> dict[str, int]:
    """Give the head count of each group that is known: a row that is not there is no 0."""
    halves: dict[str, _Bands] = {}
    for row in rows:
        bands = halves.setdefault(row.staff_group, {})
        bands.setdefault(row.band, {})[row.ethnicity] = row.headcount
    whole = halves.pop(TOTAL, {})
    found: dict[str, int] = {}
    for group in GROUPS:
        given = whole.get(ALL_BANDS, {}).get(group)
        # A few bands of all staff may stand beside the full tables: no sum of parts is above them.
        added = [_sum([_of_group(one, group) for one in halves.values()]), _of_group(whole, group)]
        known = [one for one in added if one is not None]
        if given is not None or known:
            found[group] = max(known) if given is None else given
    return found


def _of_group(bands: _Bands, group: str) -> int | None:
    """Give the people of a group in a staff group, or None where a band lacks its row."""
    given = bands.get(ALL_BANDS, {}).get(group)
    counted = [one for one in bands if one != ALL_BANDS and not is_part_of_another(one)]
    return _sum([bands[one].get(group) for one in counted]) if given is None else given


def _sum(counts: Sequence[int | None]) -> int | None:
    known = [one for one in counts if one is not None]
    return sum(known) if known and len(known) == len(counts) else None
