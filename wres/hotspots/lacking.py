"""What of a trust's parts can't be compared, and why."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from wres.hotspots.cells import ALL, GROUPS, TRUST, Spot
from wres.hotspots.finding_words import counted
from wres.hotspots.kinds import PAY_BAND, STAFF_GROUP, noun, plural
from wres.hotspots.measures import MEASURES, SENIOR, SHARE
from wres.hotspots.opening import Hotspots
from wres.hotspots.sides import UPPER, sides_of
from wres.labels import capitalise, escape_markdown, listed

__all__ = [
    "NOT_GIVEN",
    "incomparable",
    "is_withheld",
    "lacking_words",
    "named_or_counted",
    "too_few",
    "unknown",
    "why_no_kinds",
    "why_no_places",
    "why_no_whole",
]

NOT_GIVEN = "not given in full"
ALL_WITHHELD = "of each, counts are withheld to protect people: numbers are small"
SOME_WITHHELD = "some counts are withheld to protect people; of the others nothing can be told"
TOO_FEW = "too few people or events to tell anything"
NO_STAFF = (
    "the staff of the whole trust are not known: that takes all groups of clinical and of "
    "non-clinical staff, or of all together"
)
NO_WHOLE = "no counts of the whole trust were given"
# More names than these hide the sentences around them.
MOST_NAMED = 5
_SPOT = ["dimension", "place", "dimension_2", "place_2"]


def lacking_words(spots: Hotspots, key: str, dimension: str) -> str:
    """Name the parts that can't be compared for want of counts, by the reason."""
    hidden, lacking = spots.withheld(key, dimension), spots.not_given(key, dimension)
    by_reason: dict[str, list[str]] = {}
    for name in hidden:
        why = NOT_GIVEN if name in lacking else unknown(spots)
        by_reason.setdefault(why, []).append(escape_markdown(name))
    return " ".join(
        f"{capitalise(why)}: {named_or_counted(names, dimension)}."
        for why, names in by_reason.items()
    )


def named_or_counted(names: list[str], dimension: str) -> str:
    """Name a few parts; count more, since the table beside has a row of each."""
    if len(names) <= MOST_NAMED:
        return listed(names)
    return f"{counted(len(names), noun(dimension))}, each marked so in the table"


def too_few(spots: Hotspots, key: str, dimension: str) -> list[str]:
    """Name the places whose counts are known and allow no comparison, as without any event."""
    cells = spots.cells(dimension)
    told = {one.spot for one in spots.of(key, dimension)}
    others = [one for one in cells.spots() if one.view == dimension and one not in told]
    return [one.name for one in others if sides_of(cells, key, one) is not None]


def unknown(spots: Hotspots) -> str:
    """Say why counts are not known: the internal profile withholds none."""
    return "withheld to protect people, or not known" if is_withheld(spots) else NOT_GIVEN


def is_withheld(spots: Hotspots) -> bool:
    """Say whether counts may be withheld at all."""
    return spots.chapter.facts.profile != "internal"


def incomparable(spots: Hotspots) -> Iterator[tuple[str, str, str]]:
    """Yield measure, dimension and reason where places were given and none can be compared.

    What was not given, or of one place only, is left to `Hotspots.absent`.
    """
    told = {(one, view) for one, view, _ in spots.absent()}
    for key in (one.key for one in MEASURES):
        views = {spot.view for spot in _spots(_given(spots, key))} - {""}
        for view in sorted(views, key=lambda one: (" and " in one, one)):
            own = SHARE if key == SENIOR else key
            if not spots.of(key, view) and (own, view) not in told:
                yield key, view, why_no_places(spots, key, view)


def why_no_places(spots: Hotspots, key: str, dimension: str) -> str:
    """Say why no place can be compared; blank where none was given."""
    rows = _given(spots, key)
    rows = rows[[spot.view == dimension for spot in _spots(rows)]]
    lacking = spots.withheld(key, dimension)
    if rows.empty or not lacking:
        return "" if rows.empty else TOO_FEW
    if why := why_no_whole(spots, key):
        return why
    if lacking == spots.not_given(key, dimension):
        return f"counts were {NOT_GIVEN}"
    counts = ["people"] if key in (SHARE, SENIOR) else ["people", "events"]
    if not (is_withheld(spots) and rows[counts].isna().any(axis=None)):
        return f"counts were {NOT_GIVEN}"
    return ALL_WITHHELD if {spot.name for spot in _spots(rows)} <= set(lacking) else SOME_WITHHELD


def why_no_whole(spots: Hotspots, key: str) -> str:
    """Say why there is nothing to hold a place against; blank where the whole trust was given."""
    rows = _given(spots, key, whole=True)
    if set(GROUPS[:2]) <= set(rows.loc[rows["band"].eq(ALL), "group"]):
        return ""
    return NO_STAFF if key in (SHARE, SENIOR) else NO_WHOLE


def why_no_kinds(spots: Hotspots, key: str, dimension: str) -> str:
    """Say why a measure can't be shown by staff group or pay band."""
    if key == SENIOR and PAY_BAND in dimension:
        return "It asks in which bands staff are: pay bands are not compared by it."
    cells = spots.cells(dimension)
    if any(sides_of(cells, key, one) for one in cells.spots() if one.view == dimension):
        return f"Its {plural(dimension)} have {TOO_FEW} of any."
    of_staff = key in (SHARE, SENIOR)
    rows = _given(spots, key, whole=True)
    by_band = STAFF_GROUP not in dimension and rows["band"].ne(ALL).any()
    if not of_staff and not by_band:
        return f"No counts of it by {dimension} were given."
    why = why_no_whole(spots, key)
    return f"{capitalise(why)}." if why else f"Its counts by {dimension} are {unknown(spots)}."


def _given(spots: Hotspots, key: str, *, whole: bool = False) -> pd.DataFrame:
    """Give a measure's rows of White and BME people, shown or not, of parts or of the whole."""
    places = spots.chapter.places
    own = places["indicator"].eq(SHARE if key == SENIOR else key)
    rows = places[places["year"].eq(spots.year) & own & places["group"].isin(GROUPS[:2])]
    if whole:
        return rows[rows["dimension"].eq(TRUST.dimension)]
    return rows[rows["band"].eq(UPPER if key == SENIOR else ALL)]


def _spots(rows: pd.DataFrame) -> list[Spot]:
    labels = rows[_SPOT].astype(str).itertuples(index=False, name=None)
    return [Spot(*one) for one in labels]
