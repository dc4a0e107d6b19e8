"""Hotspots in words: the places worth a conversation, and what a view of places shows."""

from __future__ import annotations

from wres.hotspots.cells import TRUST
from wres.hotspots.finding_words import all_the_rest, counted, share_words, told
from wres.hotspots.kinds import KINDS, noun
from wres.hotspots.lacking import (
    lacking_words,
    named_or_counted,
    too_few,
    why_no_kinds,
    why_no_places,
    why_no_whole,
)
from wres.hotspots.measures import SENIOR, SHARE, measure
from wres.hotspots.naming import mirrors
from wres.hotspots.opening import Hotspots
from wres.hotspots.scan import Finding
from wres.hotspots.turn_words import moves_text
from wres.hotspots.unevenness import adds_most, contributions, ranked
from wres.hotspots.unshown import no_last_year, not_shown
from wres.labels import (
    capitalise,
    escape_markdown,
    format_contribution,
    format_interval,
    format_ranks,
)

__all__ = ["view_text"]


def view_text(spots: Hotspots, key: str, dimension: str) -> str:
    """Say what one measure by one dimension shows, whatever pictures show of it; Markdown."""
    found = spots.of(key, dimension)
    term = spots.chapter.group_label("BME")
    title = spots.title(key)
    lacking = lacking_words(spots, key, dimension)
    if not found:
        no_whole = lacking and why_no_whole(spots, key)
        why = f"{capitalise(no_whole)}." if no_whole else lacking
        why = why or _why_not(spots, key, dimension)
        return f"**{title} by {dimension}**, {spots.year}, can't be shown. {why}".strip()
    sure = [one for one in found if spots.is_sure(one)]
    compared = f"{counted(len(found), noun(dimension))} compared"
    parts = [f"**{title} by {dimension}**, {spots.year}: {compared}."]
    if sure:
        parts.append("Different from the rest: " + _told_once(spots, sure))
    else:
        parts.append(f"No {noun(dimension)} differs from the rest by more than chance allows.")
    parts += _too_few(spots, key, dimension)
    if spots.has_unrecorded(key, dimension):
        whose = dimension.replace(" and ", " or ")
        parts.append(f"People whose {whose} is not recorded are of no place that is compared.")
    parts += [lacking, _ranks(spots, key, dimension, term), _parts(spots, key, dimension)]
    parts.append(moves_text(spots, key, dimension) or no_last_year(spots, [dimension]))
    return " ".join(one for one in parts if one)


def _too_few(spots: Hotspots, key: str, dimension: str) -> list[str]:
    """Name places compared of which no outcome could be told, and those without an event to be."""
    few = [one.spot.name for one in spots.of(key, dimension) if one.too_few]
    others = too_few(spots, key, dimension)
    said = (("Too few people", few), ("Too few people or events", others))
    return [
        f"{what} to say anything of "
        f"{named_or_counted([escape_markdown(one) for one in names], dimension)}."
        for what, names in said
        if names
    ]


def _told_once(spots: Hotspots, sure: list[Finding]) -> str:
    """Tell each difference, that between a part and all the rest from one side only."""
    lines: list[str] = []
    for at, one in enumerate(sure):
        twice = any(mirrors(one, other) for other in sure[:at])
        lines.append(all_the_rest([one]) if twice else told(spots, one))
    return " ".join(lines)


def _why_not(spots: Hotspots, key: str, dimension: str) -> str:
    if dimension in KINDS:
        uncounted = key != SENIOR and spots.cells().get(key, TRUST) is None
        why = not_shown(spots, key) if uncounted else ""
        return why or why_no_kinds(spots, key, dimension)
    lacking = why_no_places(spots, key, dimension)
    none = f"No counts of it by {dimension} were given."
    return not_shown(spots, key, dimension) or (f"{capitalise(lacking)}." if lacking else none)


def _ranks(spots: Hotspots, key: str, dimension: str, term: str) -> str:
    places = ranked(spots.cells(dimension), key, dimension)
    if len(places) < 2:
        return ""
    first = places[0]
    ends = 100 * first.shrunken.interval.lower, 100 * first.shrunken.interval.upper
    rank = format_ranks(first.shrunken.ranks.lower, first.shrunken.ranks.upper)
    what = (
        f"share of {term} staff" if key == SHARE else f"likelihood of {term} {measure(key).people}"
    )
    return (
        f"The highest {what}, drawn towards the others as chance demands, is that of "
        f"{escape_markdown(first.spot.name)}: {share_words(first.shrunken.share)} "
        f"({format_interval(*ends, '%')}), rank {rank} of the "
        f"{counted(len(places), noun(dimension))} whose counts are known, with 95% confidence."
    )


def _parts(spots: Hotspots, key: str, dimension: str) -> str:
    parts = contributions(spots.cells(dimension), key, dimension)
    if not parts:
        return ""
    gap = sum(one.points for one in parts)
    if not any(one.points for one in parts):
        return f"No {noun(dimension)} adds to the trust's gap: it is 0.00 points."
    most = adds_most(parts)
    return (
        f"To the trust's gap of {format_contribution(gap)} points {escape_markdown(most.name)} "
        f"{most.adds} most: {format_contribution(most.points)}."
    )
