"""What of a trust's parts can't be compared for want of counts, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pandas as pd

from wres.hotspots.cells import ALL, GROUPS, TRUST, Spot
from wres.hotspots.kinds import PAY_BAND, STAFF_GROUP
from wres.hotspots.measures import MEASURES, SENIOR, SHARE
from wres.hotspots.opening import Hotspots
from wres.hotspots.sides import UPPER

__all__ = ["NOT_GIVEN", "all_withheld", "is_withheld", "unknown", "why_no_kinds"]

NOT_GIVEN = "not given in full"
ALL_WITHHELD = "all counts are withheld to protect people: numbers are small"
SOME_WITHHELD = (
    "counts of some are withheld to protect people, and nothing can be told of the others"
)
_SPOT = ["dimension", "place", "dimension_2", "place_2"]


def unknown(spots: Hotspots) -> str:
    """Say why counts are not known: the internal profile withholds none."""
    return "withheld to protect people, or not known" if is_withheld(spots) else NOT_GIVEN


def is_withheld(spots: Hotspots) -> bool:
    """Say whether counts may be withheld at all."""
    return spots.chapter.facts.profile != "internal"


def all_withheld(spots: Hotspots) -> Iterator[tuple[str, str, str]]:
    """Yield measure, dimension and reason where counts are lacking and no place can be compared.

    What was not given, or of one place only, is left to `Hotspots.absent`.
    """
    told = {(one, view) for one, view, _ in spots.absent()}
    for key in (one.key for one in MEASURES):
        rows = _given(spots, key)
        places = rows[_SPOT].drop_duplicates().astype(str).itertuples(index=False, name=None)
        views = Counter(Spot(*one).view for one in places)
        for view in sorted(filter(None, views), key=lambda one: (" and " in one, one)):
            own = SHARE if key == SENIOR else key
            lacking = spots.withheld(key, view)
            if lacking and not spots.of(key, view) and (own, view) not in told:
                hidden = is_withheld(spots) and rows["people"].isna().any()
                all_of = ALL_WITHHELD if len(lacking) >= views[view] else SOME_WITHHELD
                yield key, view, all_of if hidden else f"counts were {NOT_GIVEN}"


def why_no_kinds(spots: Hotspots, key: str, dimension: str) -> str:
    """Say why a measure can't be shown by staff group or pay band."""
    if key == SENIOR and PAY_BAND in dimension:
        return "It asks in which bands staff are: pay bands are not compared by it."
    of_staff = key in (SHARE, SENIOR)
    rows = _given(spots, key, whole=True)
    by_band = STAFF_GROUP not in dimension and rows["band"].ne(ALL).any()
    if not of_staff and not by_band:
        return f"No counts of it by {dimension} were given."
    return f"Its counts by {dimension} are {unknown(spots)}."


def _given(spots: Hotspots, key: str, *, whole: bool = False) -> pd.DataFrame:
    """Give a measure's rows of White and BME people, shown or not, of parts or of the whole."""
    places = spots.chapter.places
    own = places["indicator"].eq(SHARE if key == SENIOR else key)
    rows = places[places["year"].eq(spots.year) & own & places["group"].isin(GROUPS[:2])]
    if whole:
        return rows[rows["dimension"].eq(TRUST.dimension)]
    return rows[rows["band"].eq(UPPER if key == SENIOR else ALL)]
