"""People to the rows of the workforce table: the whole trust, then its parts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pandas as pd

from wres.definitions.bands import band_order
from wres.definitions.ethnicity import GROUPS
from wres.definitions.staff_groups import CLINICAL, NON_CLINICAL
from wres.sources.places import PARTS, crossings
from wres.sources.totals import TOTAL

__all__ = ["NOT_RECORDED", "tabulate"]

# a blank would be the whole trust
NOT_RECORDED: Final = "Not recorded"

_DETAIL: Final = "ethnic_group"
_KEY: Final = ["staff_group", "band", "ethnicity"]


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
    table = pd.concat([_blank(people), *_tables(people)], ignore_index=True)
    table["percent"] = pd.array([pd.NA] * len(table), dtype="Float64")
    dimensions = [name for name in (*PARTS, _DETAIL) if name in people]
    return table[[*_KEY, "headcount", "percent", *dimensions]].astype(
        dict.fromkeys([*_KEY, *dimensions], "str") | {"headcount": "Int64"}
    )


def _blank(people: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        columns=[*_KEY, "headcount", *(c for c in (*PARTS, _DETAIL) if c in people)]
    )


def _tables(people: pd.DataFrame) -> Iterator[pd.DataFrame]:
    if people.empty:
        return
    counted = _added_up(people)
    yield _in_order(_every_group(counted, _KEY[:2]))
    for crossing in crossings(people):
        yield _in_order(_every_group(counted, [*crossing, *_KEY[:2]]))
    if _DETAIL in people:
        yield _in_order(_counts(counted, [*_KEY, _DETAIL]).reset_index())


def _added_up(people: pd.DataFrame) -> pd.DataFrame:
    """Add up those who are alike in everything, first of all: many thousands become hundreds."""
    counted = people if "headcount" in people else people.assign(headcount=1)
    kinds = [str(name) for name in counted if name != "headcount"]
    return _counts(counted, kinds).reset_index()


def _counts(people: pd.DataFrame, keys: list[str]) -> pd.Series[int]:
    return people.groupby(keys, sort=False)["headcount"].sum()


def _every_group(people: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """Count each band of staff for every group, with 0 where nobody is."""
    bands = people[keys].drop_duplicates().merge(pd.DataFrame({"ethnicity": GROUPS}), how="cross")
    counts = _counts(people, [*keys, "ethnicity"]).reset_index()
    return bands.merge(counts, how="left").fillna({"headcount": 0})


def _in_order(table: pd.DataFrame) -> pd.DataFrame:
    """Sort by dimension, then as every table of the report is sorted."""
    staff_groups = {CLINICAL: 0, NON_CLINICAL: 1, TOTAL: 2}
    groups = {group: place for place, group in enumerate(GROUPS)}
    ranks = {
        "staff_group": table["staff_group"].map(staff_groups),
        "band": table["band"].map({band: band_order(band) for band in table["band"].unique()}),
        "ethnicity": table["ethnicity"].map(groups),
    }
    parts = [name for name in PARTS if name in table]
    details = [name for name in (_DETAIL,) if name in table]
    order = pd.DataFrame({name: table[name] for name in (*parts, *details)}).assign(**ranks)
    return table.loc[order.sort_values([*parts, *_KEY, *details], kind="stable").index]
