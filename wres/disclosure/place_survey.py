"""Survey answers of a trust's parts: none of few respondents, and none that others give back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pandas as pd

from wres.counts.places import Places

__all__ = ["withheld_answers"]

# One withheld part is the whole less the others.
LEAST: Final = 2


def withheld_answers(places: Places, rows: pd.DataFrame, threshold: int) -> set[tuple[int, str]]:
    """Give rows and columns of the answers that are withheld, of one indicator and dimension.

    Parameters
    ----------
    places : Places
        All counts.
    rows : DataFrame
        The answers; two dimensions crossed are withheld, for they hang together in too many ways.
    threshold : int
        Fewer respondents than these are withheld.

    Notes
    -----
    Where answers of one part are withheld, those of the next smallest are too, until what is left
    of the whole is of two parts or more and of as many respondents as the threshold.
    """
    if rows["dimension"].eq("").all():
        return set(_few(rows, threshold))
    if rows["dimension_2"].ne("").any():
        return {(int(at), column) for at in rows.index for column in ("people", "events")}
    hidden: set[int] = set()
    for _, own in rows.groupby("group", sort=False):
        for part in _families(places, own):
            hidden |= _withheld(part, hidden, threshold)
    return {(at, column) for at in hidden for column in ("people", "events")}


def _few(rows: pd.DataFrame, threshold: int) -> Iterator[tuple[int, str]]:
    few = rows["people"].isna() | rows["people"].between(1, threshold - 1)
    return ((int(at), column) for at in rows.index[few] for column in ("people", "events"))


def _families(places: Places, rows: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """Yield the parts of each place around them, then all parts of the trust."""
    name = str(rows["dimension"].iloc[0])
    around = [places.within.get((name, str(place))) for place in rows["place"]]
    for one in dict.fromkeys(around):
        if one is not None:
            yield rows[[other == one for other in around]]
    yield rows


def _withheld(rows: pd.DataFrame, before: set[int], threshold: int) -> set[int]:
    people = rows["people"].astype("Float64")
    hidden = {int(at) for at in rows.index[people.isna() | people.between(1, threshold - 1)]}
    hidden |= before & {int(at) for at in rows.index}
    waiting = [int(at) for at in people[people > 0].sort_values().index if int(at) not in hidden]
    while hidden and waiting and _is_given_back(people, hidden, threshold):
        hidden.add(waiting.pop(0))
    return hidden


def _is_given_back(people: pd.Series, hidden: set[int], threshold: int) -> bool:
    known = people.loc[sorted(hidden)]
    few = bool(known.notna().all()) and float(known.sum()) < threshold
    return len(hidden) < LEAST or few
