"""Hotspots in words: the places worth a conversation, and what a view of places shows."""

from __future__ import annotations

from wres.hotspots.cells import TRUST
from wres.hotspots.finding_words import all_the_rest, counted, share_words, told
from wres.hotspots.kinds import KINDS, noun
from wres.hotspots.lacking import (
    incomparable,
    lacking_words,
    too_few,
    why_no_kinds,
    why_no_places,
    why_no_whole,
)
from wres.hotspots.measures import SENIOR, SHARE, measure
from wres.hotspots.naming import mirrors
from wres.hotspots.opening import Hotspots
from wres.hotspots.scan import RATE, Finding
from wres.hotspots.turn_words import moves_text
from wres.hotspots.unevenness import adds_most, contributions, ranked
from wres.labels import (
    capitalise,
    escape_markdown,
    format_contribution,
    format_interval,
    format_ranks,
    listed,
)

__all__ = ["not_shown", "view_text"]


def view_text(spots: Hotspots, key: str, dimension: str, rate: float = RATE) -> str:
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
    sure = [one for one in found if one.rate <= rate]
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
    parts.append(moves_text(spots, key, dimension) or _no_last_year(spots, [dimension]))
    return " ".join(one for one in parts if one)


def _too_few(spots: Hotspots, key: str, dimension: str) -> list[str]:
    """Name places compared of which no outcome could be told, and those without an event to be."""
    few = [one.spot.name for one in spots.of(key, dimension) if one.too_few]
    others = too_few(spots, key, dimension)
    said = (("Too few people", few), ("Too few people or events", others))
    return [
        f"{what} to say anything of {listed([escape_markdown(one) for one in names])}."
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
        f"({format_interval(*ends, '%')}), rank {rank} of {len(places)} with 95% confidence."
    )


def _parts(spots: Hotspots, key: str, dimension: str) -> str:
    parts = contributions(spots.cells(dimension), key, dimension)
    if not parts:
        return ""
    gap = sum(one.contribution.together for one in parts)
    most = adds_most(parts)
    return (
        f"To the trust's gap of {format_contribution(gap)} points {escape_markdown(most.name)} "
        f"{most.adds} most: {format_contribution(most.contribution.together)}."
    )


def not_shown(spots: Hotspots, key: str | None = None, dimension: str = "") -> str:
    """Say what can't be shown of the parts, and why; blank where everything is.

    Of one measure and dimension only what is of them, or of the measure by any dimension.
    """
    wanted = SHARE if key == SENIOR else key
    reasons: dict[str, list[str]] = {}
    lacking = incomparable(spots) if key is None else ()
    for indicator, view, reason in (*spots.absent(), *lacking):
        if wanted in (None, indicator) and (not dimension or view in ("", dimension)):
            title = spots.title(indicator)
            named = f"{title} by {view}" if view else title
            reasons.setdefault(reason, []).append(named)
    said = [f"Not shown: {listed(names)} ({reason})." for reason, names in reasons.items()]
    for view, (new, gone) in spots.renamed().items() if key is None else ():
        one = listed([escape_markdown(name) for name in new]) or "none"
        other = listed([escape_markdown(name) for name in gone]) or "none"
        said.append(
            f"Of each {view}, some have no counterpart in the other year, by another name or "
            f"withheld, so that no change of theirs is told (this year only: {one}; last year "
            f"only: {other})."
        )
    if key is None:
        said.append(_no_last_year(spots, spots.dimensions()))
    return " ".join(one for one in said if one)


def _no_last_year(spots: Hotspots, dimensions: list[str]) -> str:
    """Say of which dimensions no change can be shown, for want of last year's counts."""
    lacking = [one for one in dimensions if one in spots.new_dimensions()]
    if not lacking:
        return ""
    last = spots.year - 1
    return (
        f"No change since {last} can be shown by {listed(lacking)}: no counts by "
        f"{'it' if len(lacking) == 1 else 'these'} were given for {last}."
    )
