"""Detailed ethnic groups of the whole trust: head counts within White and within BME."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

import pandas as pd

from wres.definitions.bands import is_part_of_another
from wres.definitions.ethnic_codes import load_ethnic_codes, national_category
from wres.definitions.ethnicity import BME, WHITE
from wres.sources.columns import DIMENSIONS

__all__ = ["detail_table", "national_details"]

ALL: Final = "all"
HALVES: Final = ("clinical", "non-clinical")
_DETAIL: Final = "ethnic_group"


def detail_table(
    workforce: pd.DataFrame, heads: Mapping[str, int], local: Mapping[str, str] | None = None
) -> pd.DataFrame:
    """Add up the rows of a workforce table that are about a detailed ethnic group.

    Parameters
    ----------
    workforce : DataFrame
        As it was read, with its dimensions.
    heads : mapping of str to int
        Head count of each group in the whole workforce, as far as it is known.
    local : mapping, optional
        The trust's own words for ethnic origins.

    Returns
    -------
    DataFrame
        Columns `ethnicity`, `ethnic_group`, `headcount`; empty where no details were given. A name
        that means a category of the national codes is taken as that category. Where these alone
        were given and are everyone of a group, each category is listed, with 0 where nobody is:
        that one is absent would tell as much. Beside a name of another list nobody knows who would
        be in a category that wasn't given, so none is added.
    """
    counts: dict[tuple[str, str], int] = {}
    for (group, name), count in _whole_counts(workforce) if _DETAIL in workforce else ():
        place = group, national_category(name, group, local) or name
        counts[place] = counts.get(place, 0) + count
    rows = [
        (group, detail, counts.get((group, detail), 0))
        for group in (WHITE, BME)
        for detail in _listed(group, counts, heads.get(group))
    ]
    frame = pd.DataFrame(rows, columns=["ethnicity", _DETAIL, "headcount"])
    return frame.astype({"ethnicity": "str", _DETAIL: "str", "headcount": "Int64"})


def national_details(group: str) -> list[str]:
    """List the categories of the national codes in a group, in their order."""
    return [one.detail for one in load_ethnic_codes().categories if one.group == group]


def _whole_counts(workforce: pd.DataFrame) -> Iterator[tuple[tuple[str, str], int]]:
    others = [one.name for one in DIMENSIONS if one.name in workforce and one.name != _DETAIL]
    rows = workforce[workforce[_DETAIL].notna() & workforce[others].isna().all(axis=1)]
    rows = rows[rows["ethnicity"].isin([WHITE, BME])]
    for place, lines in rows.groupby(["ethnicity", _DETAIL], sort=False):
        counts = _widest(lines)["headcount"]
        if len(counts) and counts.notna().all():
            yield (str(place[0]), str(place[1])), int(counts.sum())


def _widest(rows: pd.DataFrame) -> pd.DataFrame:
    """Choose the rows that are of the whole trust, else of all that it is made of, once each."""
    everyone, all_bands = rows["staff_group"].eq(ALL), rows["band"].eq(ALL)
    apart = ~rows["band"].map(is_part_of_another).astype(bool)
    for chosen in (everyone & all_bands, ~everyone & all_bands, everyone, ~everyone):
        if chosen.any():
            return rows[chosen & apart]
    return rows


def _listed(group: str, counts: dict[tuple[str, str], int], people: int | None) -> list[str]:
    """Give the national categories in order, then any other detail that was given."""
    given = {detail: count for (name, detail), count in counts.items() if name == group}
    national = national_details(group)
    everyone = bool(given) and given.keys() <= set(national) and sum(given.values()) == people
    return [
        *(one for one in national if everyone or one in given),
        *sorted(given.keys() - set(national)),
    ]
