"""The figures of a trust's parts in rows, beside their pictures."""

from __future__ import annotations

from wres.hotspots import Finding, Hotspots
from wres.hotspots.kinds import KINDS, noun
from wres.hotspots.lacking import NOT_GIVEN, is_withheld, too_few, why_no_whole
from wres.hotspots.measures import SHARE, measure
from wres.hotspots.unevenness import contributions, ranked
from wres.labels import (
    WITHHELD_SYMBOL,
    capitalise,
    format_contribution,
    format_headcount,
    format_interval,
    format_number,
    format_percent,
    format_ranks,
    format_ratio,
)
from wres.stats.shrinkage import Shrunken
from wres.tables.cells import NOTHING
from wres.tables.layout import Column, Table

__all__ = ["place_table"]

FEW = "too few to say"


def place_table(spots: Hotspots, key: str, dimension: str) -> Table | None:
    """Set out all that pictures show of one measure by one dimension; None without places.

    Parameters
    ----------
    spots : Hotspots
    key : str
        A measure.
    dimension : str
        A dimension, or two.
    """
    found = spots.of(key, dimension)
    hidden = spots.withheld(key, dimension)
    if not found and not hidden:
        return None
    all_of = "staff groups and pay bands" if dimension in KINDS else "places"
    term, one = spots.chapter.group_label("BME"), measure(key)
    shares = {
        other.spot: other.shrunken for other in ranked(spots.cells(dimension), key, dimension)
    }
    parts = {
        part.spot: format_contribution(part.points)
        for part in contributions(spots.cells(dimension), key, dimension)
    }
    columns = [
        Column(capitalise(noun(dimension))),
        Column(capitalise(f"{term} {one.people}") if key != SHARE else "Staff", numeric=True),
        Column(capitalise(f"{term} seen"), numeric=True),
        Column("Expected", numeric=True),
        Column("Share", numeric=True),
        Column("Drawn together (95%)", numeric=True),
        Column("Rank", numeric=True),
        Column(capitalise(f"{term} over White"), numeric=True),
        Column("Adds to the gap, points", numeric=True),
        Column("Told apart"),
    ]
    rows = []
    for other in found:
        share = shares.get(other.spot)
        rows.append([
            other.spot.name,
            format_headcount(other.sides.own[0].base),
            format_headcount(other.seen),
            format_number(round(other.expected, 1)),
            format_percent(100 * (other.shares()[0] or 0.0)),
            _drawn(share) if share else NOTHING,
            format_ranks(share.ranks.lower, share.ranks.upper) if share else NOTHING,
            _ratio(other),
            parts.get(other.spot, NOTHING),
            _sure(spots, other),
        ])  # fmt: skip
    rows += [_of_few(spots, key, dimension, name) for name in too_few(spots, key, dimension)]
    rows += [[name, *_blank(spots, key, dimension, name)] for name in hidden]
    return Table(
        f"{spots.title(key)} by {dimension}, {spots.chapter.facts.name}, year "
        f"{spots.chapter.facts.year}. Expected: as in the whole that it is part of, in the same "
        f"pay bands where these are known. Told apart: from chance, over all {all_of} looked at.",
        columns,
        rows,
    )


def _blank(spots: Hotspots, key: str, dimension: str, name: str) -> list[str]:
    """Fill the row of a place of which counts are withheld, or were not given."""
    if is_withheld(spots) and name not in spots.not_given(key, dimension):
        return [WITHHELD_SYMBOL] * 9
    why = "whole trust not known" if why_no_whole(spots, key) else NOT_GIVEN
    return [NOTHING] * 8 + [why]


def _of_few(spots: Hotspots, key: str, dimension: str, name: str) -> list[str]:
    """Fill the row of a place of which nothing can be told; it is ranked by what was counted."""
    found = [one for one in ranked(spots.cells(dimension), key, dimension) if one.spot.name == name]
    if not found:
        return [name, *[NOTHING] * 8, FEW]
    pair, share = found[0].pair, found[0].shrunken
    return [
        name,
        format_headcount(pair.base),
        format_headcount(pair.events),
        NOTHING,
        format_percent(100 * (pair.likelihood or 0.0)),
        _drawn(share),
        format_ranks(share.ranks.lower, share.ranks.upper),
        *[NOTHING] * 2,
        FEW,
    ]


def _drawn(share: Shrunken) -> str:
    ends = 100 * share.interval.lower, 100 * share.interval.upper
    return f"{format_percent(100 * share.share)} ({format_interval(*ends, '%')})"


def _ratio(one: Finding) -> str:
    value, interval = one.ratio()
    if value is None:
        return NOTHING
    between = f" ({format_interval(interval.lower, interval.upper, 'ratio')})" if interval else ""
    return f"{format_ratio(value)}{between}"


def _sure(spots: Hotspots, one: Finding) -> str:
    if one.too_few:
        return FEW
    if not spots.is_sure(one):
        return "no"
    return f"yes, {one.direction}"
