"""Counts of a trust's parts: which are shown, given all that a report shows of the whole.

What a report shows stays as it is: parts are looked at after it, dimension by dimension, with every
sum that leads from one to another. What is chosen is chosen once, for all views of the parts
together, so that no series of views can tell more than one of them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pandas as pd

from wres.counts.places import WHOLE, WORKFORCE, Absent, Places
from wres.counts.totals import HIDDEN
from wres.definitions.indicators import indicators
from wres.disclosure.builder import is_published
from wres.disclosure.place_cells import COUNTS, PlaceCells
from wres.disclosure.place_strata import withheld_strata_of
from wres.disclosure.place_survey import withheld_answers
from wres.disclosure.profiles import Profile
from wres.disclosure.settled import Shown
from wres.sources import TrustYear
from wres.sources.places import MOST_CROSSED

__all__ = ["Shown", "protect_places"]

UNRELATED: Final = (
    "how its counts hang together with those by {} is not known, so that nothing can tell what "
    "they would give away together: two dimensions crossed are taken as they are given, and from "
    f"extracts where they make no more than {MOST_CROSSED} places"
)
CROSSED: Final = "two of them crossed are parts too small to be told of in public"
ROUNDED: Final = "the disclosure profile rounds counts; parts of the trust are not shown beside it"
# A program looks at all of them for each count that is withheld: minutes for some hundreds.
MOST_PLACES: Final = 200
MANY: Final = (
    "{} were given, and no more than {} can be protected together; the internal profile shows them"
)
SURVEY: Final = "staff_survey"
Crossing = tuple[str, str]


def protect_places(places: Places, trust_year: TrustYear, profile: Profile, shown: Shown) -> Places:
    """Withhold counts of parts of the trust.

    Parameters
    ----------
    places : Places
        Whole counts.
    trust_year : TrustYear
        The whole trust's, with their totals.
    profile : Profile
        The rules.
    shown : Shown
        What the report shows and withholds of the whole trust.

    Returns
    -------
    Places
        A withheld count is missing and named in its row's column `hidden`.
    """
    table, absent = places.table.copy(), list(places.absent)
    said = {(one.indicator, one.dimension) for one in absent}
    sources = _sources(table)
    hidden: set[tuple[int, str]] = set()
    cells = PlaceCells(places, trust_year, profile, shown)
    for crossing in _crossings(table):
        own = table["dimension"].eq(crossing[0]) & table["dimension_2"].eq(crossing[1])
        why = _why_not(crossing, places)
        for indicator, source in sources.items():
            rows = table[own & table["indicator"].eq(indicator)]
            if rows.empty or is_published(trust_year, source):
                continue
            reason = why or _rounded(profile, source) or _too_many(rows, source)
            if reason and crossing != (WHOLE, WHOLE):
                hidden |= {(row, column) for row in rows.index for column in COUNTS}
                if (indicator, _name(crossing)) not in said:
                    absent.append(Absent(indicator, _name(crossing), reason))
            elif source == SURVEY:
                hidden |= withheld_answers(places, rows, profile.rule(source).threshold)
            else:
                hidden |= cells.choose(rows, crossing, indicator, source)
                hidden |= withheld_strata_of(cells, rows, crossing, indicator, source)
    for row, column in sorted(hidden):
        table.loc[row, column] = pd.NA
        named = str(table.loc[row, HIDDEN])
        table.loc[row, HIDDEN] = f"{named},{column}" if named else column
    return replace(places, table=table, absent=tuple(absent))


def _sources(table: pd.DataFrame) -> dict[str, str]:
    """Give the source of each indicator, staff first: others are counted among them."""
    named = {WORKFORCE: WORKFORCE}
    named |= {str(one.number): str(one.table) for one in indicators()}
    return {one: source for one, source in named.items() if one in set(table["indicator"])}


def _crossings(table: pd.DataFrame) -> list[Crossing]:
    """Give the whole trust, then each dimension, then two together."""
    found = table[["dimension", "dimension_2"]].drop_duplicates().itertuples(index=False)
    pairs = [(str(one), str(other)) for one, other in found]
    return sorted(pairs, key=lambda pair: (pair[0] != WHOLE) + (pair[1] != WHOLE))


def _why_not(crossing: Crossing, places: Places) -> str:
    """Say why nothing of a dimension, or of two, is shown; nothing where it may be."""
    if crossing[1]:
        return CROSSED
    unrelated = _unrelated(crossing, places)
    return UNRELATED.format(unrelated) if unrelated else ""


def _unrelated(crossing: Crossing, places: Places) -> str:
    """Name a dimension before this one of which nothing tells how both hang together."""
    name, other = crossing
    singles = [one for one, two in _crossings(places.table) if one and not two]
    if other or name not in singles:
        return ""
    before = singles[: singles.index(name)]
    related = {frozenset(pair) for pair in _crossings(places.table) if all(pair)}
    related |= {frozenset((fine, coarse)) for (fine, _), (coarse, _) in places.within.items()}
    return next((one for one in before if frozenset((one, name)) not in related), "")


def _rounded(profile: Profile, source: str) -> str:
    rules = (profile.rule(source), profile.rule(source, "part"))
    return ROUNDED if any(rule.rounding > 1 for rule in rules) else ""


def _too_many(rows: pd.DataFrame, source: str) -> str:
    """Say how many places there are where these are more than can be protected together."""
    places = rows["place"].nunique()
    if source == SURVEY or places <= MOST_PLACES:
        return ""
    return MANY.format(places, MOST_PLACES)


def _name(crossing: Crossing) -> str:
    return " and ".join(one for one in crossing if one)
