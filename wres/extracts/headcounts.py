"""People to the rows of the workforce table: the whole trust, then its parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any, Final

import pandas as pd

from wres.definitions.bands import band_order
from wres.definitions.ethnicity import GROUPS
from wres.definitions.staff_groups import CLINICAL, NON_CLINICAL
from wres.sources.places import PARTS, crossings
from wres.sources.totals import TOTAL

__all__ = ["tabulate"]

_DETAIL: Final = "ethnic_group"
_KEY: Final = ["staff_group", "band", "ethnicity"]
_STAFF_GROUPS: Final = (CLINICAL, NON_CLINICAL, TOTAL)


def tabulate(people: pd.DataFrame) -> pd.DataFrame:
    """Count people by staff group, band and ethnicity.

    Parameters
    ----------
    people : DataFrame
        One row a person (or, with a column `headcount`, so many): `staff_group`, `band`,
        `ethnicity`, and where known `ethnic_group`, `division`, `directorate`, `site`.

    Returns
    -------
    DataFrame
        Columns and types of the workforce table. Every band that has staff is given for each of
        the three groups, with 0 where nobody is; rows by a dimension, and by two of them, follow
        those of the whole trust. Detailed groups are given where somebody is in them.
    """
    dimensions = [name for name in (*PARTS, _DETAIL) if name in people]
    rows = [] if people.empty else [*_rows(people, dimensions)]
    table = pd.DataFrame(rows, columns=[*_KEY, "headcount", "percent", *dimensions])
    kinds = {"headcount": "Int64", "percent": "Float64"}
    return table.astype(dict.fromkeys([*_KEY, *dimensions], "str") | kinds)


# A hundred small groupings of pandas would take ten times as long as these sums do.
def _rows(people: pd.DataFrame, dimensions: Sequence[str]) -> Iterator[dict[str, Any]]:
    names = [*_KEY, *dimensions]
    heads = people["headcount"] if "headcount" in people else [1] * len(people)
    kinds: Counter[tuple[Any, ...]] = Counter()
    columns = (people[name].tolist() for name in names)
    for kind, number in zip(zip(*columns, strict=True), heads, strict=True):
        kinds[kind] += number
    for crossing in ((), *crossings(people)):
        groups = _added(kinds, names, [*crossing, *_KEY])
        bands = {key[:-1] for key in groups}
        for key in sorted(bands, key=lambda key: (key[:-2], *_rank(*key[-2:]))):
            cell = dict(zip([*crossing, *_KEY[:2]], key, strict=True))
            for group in GROUPS:
                yield {**cell, "ethnicity": group, "headcount": groups.get((*key, group), 0)}
    if _DETAIL in names:
        details = _added(kinds, names, [*_KEY, _DETAIL])
        for key in sorted(
            details, key=lambda key: (*_rank(*key[:2]), GROUPS.index(key[2]), key[3])
        ):
            yield {**dict(zip([*_KEY, _DETAIL], key, strict=True)), "headcount": details[key]}


def _added(
    kinds: Mapping[tuple[Any, ...], int], names: Sequence[str], by: Sequence[str]
) -> Counter[tuple[Any, ...]]:
    """Add up those who are alike in some of the columns; who lacks one of them is left out."""
    key_of = itemgetter(*(names.index(name) for name in by))
    added: Counter[tuple[Any, ...]] = Counter()
    for kind, number in kinds.items():
        added[key_of(kind)] += number
    return Counter({key: added[key] for key in added if not any(pd.isna(one) for one in key)})


def _rank(staff_group: str, band: str) -> tuple[int, tuple[int, int]]:
    """Sort as every table of the report is sorted."""
    return _STAFF_GROUPS.index(staff_group), band_order(band)
