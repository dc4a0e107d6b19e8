"""Hotspots in words: the places worth a conversation, and what a view of places shows."""

from __future__ import annotations

from math import floor, log10

from wres.hotspots.kinds import KINDS, noun
from wres.hotspots.measures import SENIOR, SHARE, measure
from wres.hotspots.opening import Hotspots
from wres.hotspots.scan import MOST_PLACES, RATE, Finding
from wres.hotspots.turn_words import moves_text
from wres.hotspots.unevenness import Turn, adds_most, contributions, ranked, since_last_year
from wres.labels import (
    capitalise,
    escape_markdown,
    format_contribution,
    format_headcount,
    format_interval,
    format_number,
    format_percent,
    format_ratio,
    listed,
)

__all__ = ["answer", "chance_words", "looked_at", "not_shown", "told", "view_text"]

# Beyond this a chance has no more meaning than 'next to none'.
LEAST_CHANCE = 10_000
_TRUST = "the whole trust"


def answer(spots: Hotspots, rate: float = RATE) -> str:
    """Name the places worth a conversation, or say that nothing stands out; Markdown.

    Each with its size, how sure it is, and how many people it is about.
    """
    found = spots.named(rate)
    if not spots.findings:
        return "No part of the trust can be compared with the rest. " + not_shown(spots)
    if not found:
        return (
            f"**Nothing stands out.** {looked_at(spots)} None differs from the rest by more than "
            "chance allows among so many. A gap of the whole trust, where there is one, runs "
            "through all parts alike."
        )
    lines = [f"{at}. {told(spots, one)}" for at, one in enumerate(found, start=1)]
    more = sum(one.rate <= rate for one in spots.findings) - len(found)
    rest = f" {_counted(more, 'other difference')} as sure, not named here." if more > 0 else ""
    places = len({one.spot for one in found})
    several = f", in {_counted(len(found), 'difference')}" if places < len(found) else ""
    head = (
        f"**{capitalise(_counted(places, 'place'))} worth a conversation{several}.** "
        f"{looked_at(spots)} "
        f"Of the places named, at most {format_percent(100 * rate, 0)} are expected to be chance."
        f"{' There are' if rest else ''}{rest}"
    )
    return "\n".join([head, "", *lines])


def looked_at(spots: Hotspots) -> str:
    """Say how many places were looked at, and of how many nothing could be told."""
    family = sum(not one.too_few for one in spots.findings)
    few = len(spots.findings) - family
    too_few = f", and {format_headcount(few)} with too few people to say anything of" if few else ""
    return f"{format_headcount(family)} figures of places were looked at{too_few}."


def told(spots: Hotspots, one: Finding) -> str:
    """Tell one finding: where, how large, how sure, how many people."""
    name = escape_markdown(one.spot.name)
    chance = chance_words(one.chance)
    sure = f"By chance alone {chance} would differ so much."
    return f"**{name}**, {_title(spots, one)}: {_size(spots, one)} {sure}{_last_year(spots, one)}"


def _title(spots: Hotspots, one: Finding) -> str:
    title = spots.chapter.in_term(one.measure.title)
    return (
        title[:1].lower() + title[1:]
        if not title.startswith(spots.chapter.group_label("BME"))
        else title
    )


def _size(spots: Hotspots, one: Finding) -> str:
    term = spots.chapter.group_label("BME")
    seen, expected = format_headcount(one.seen), format_number(round(one.expected, 1))
    if one.key == SHARE:
        own, rest = one.shares()
        like = "with the pay bands there" if one.sides.banded else f"at the share of {_whole(one)}"
        return (
            f"{seen} {term} staff, {expected} to be expected {like}: {_percent(own)} of staff of "
            f"known ethnicity, beside {_percent(rest)} in the rest."
        )
    value, interval = one.ratio()
    rest = one.ratio_of_rest()
    within = " within pay bands" if one.sides.banded else ""
    between = f" ({format_interval(interval.lower, interval.upper, 'ratio')})" if interval else ""
    return (
        f"{seen} {term} {one.measure.people} {one.measure.events}, {expected} to be expected "
        f"with the gap of {_whole(one)}; {term} over White{within} {format_ratio(value)}{between}, "
        f"beside {format_ratio(rest)} in the rest. {_effect(one)}"
    )


def _whole(one: Finding) -> str:
    """Name what a place is expected to be like: all that it is compared within, itself included."""
    return f"the whole of {escape_markdown(one.spot.place)}" if one.spot.dimension_2 else _TRUST


def _effect(one: Finding) -> str:
    people = format_number(abs(round(one.excess, 1)))
    worse = "to their disadvantage" if one.is_worse else "to their advantage"
    return f"That is {people} {one.direction}, {worse}."


def _percent(share: float | None) -> str:
    return format_percent(None if share is None else 100 * share)


def chance_words(chance: float) -> str:
    """Say how likely a difference is by chance, to one figure.

    Examples
    --------
    >>> chance_words(0.0241), chance_words(0.00031), chance_words(0.0)
    ('1 such figure in 40', '1 such figure in 3,000', 'fewer than 1 such figure in 10,000')
    """
    if chance * LEAST_CHANCE < 1:
        return f"fewer than 1 such figure in {LEAST_CHANCE:,}"
    every = 1 / chance
    step = 10 ** floor(log10(every))
    rounded = max(round(every / step) * step, 1)
    return "any such figure" if rounded == 1 else f"1 such figure in {rounded:,}"


def _last_year(spots: Hotspots, one: Finding) -> str:
    turn = since_last_year(
        spots.cells(one.spot.view), spots.before(one.spot.view), one.key, one.spot
    )
    return "" if turn is None else f" {turn_words(turn)}"


def turn_words(turn: Turn) -> str:
    """Say whether a place's gap has changed since last year."""
    if turn.chance > RATE:
        return f"Last year it was {format_ratio(turn.before)}: no clear change."
    return (
        f"Last year it was {format_ratio(turn.before)}; by chance alone "
        f"{chance_words(turn.chance)} would change so much."
    )


def view_text(spots: Hotspots, key: str, dimension: str, rate: float = RATE) -> str:
    """Say what one measure by one dimension shows, whatever pictures show of it; Markdown."""
    found = spots.of(key, dimension)
    term = spots.chapter.group_label("BME")
    title = spots.chapter.in_term(measure(key).title)
    hidden = listed([escape_markdown(one) for one in spots.withheld(key, dimension)])
    lacking = f"Withheld to protect people, or not known: {hidden}." if hidden else ""
    if not found:
        why = lacking or _why_not(spots, key, dimension)
        return f"**{title} by {dimension}**, {spots.year}, can't be shown. {why}".strip()
    sure = [one for one in found if one.rate <= rate]
    few = [one for one in found if one.too_few]
    compared = f"{_counted(len(found), noun(dimension))} compared"
    parts = [f"**{title} by {dimension}**, {spots.year}: {compared}."]
    if sure:
        parts.append("Different from the rest: " + " ".join(told(spots, one) for one in sure))
    else:
        parts.append(f"No {noun(dimension)} differs from the rest by more than chance allows.")
    if few:
        names = listed([escape_markdown(one.spot.name) for one in few])
        parts.append(f"Too few people to say anything of {names}.")
    parts += [lacking, _ranks(spots, key, dimension, term), _parts(spots, key, dimension)]
    parts.append(moves_text(spots, key, dimension))
    return " ".join(one for one in parts if one)


def _why_not(spots: Hotspots, key: str, dimension: str) -> str:
    if dimension in KINDS:
        return f"Its counts by {dimension} are withheld to protect people, or not known."
    return not_shown(spots, key)


def _ranks(spots: Hotspots, key: str, dimension: str, term: str) -> str:
    places = ranked(spots.cells(dimension), key, dimension)
    if len(places) < 2:
        return ""
    first = places[0]
    low, high = first.shrunken.ranks.lower, first.shrunken.ranks.upper
    rank = f"rank {low:.0f}" if low == high else f"rank {low:.0f} to {high:.0f}"
    what = (
        f"share of {term} staff" if key == SHARE else f"likelihood of {term} {measure(key).people}"
    )
    return (
        f"The highest {what}, drawn towards the others as chance demands, is that of "
        f"{escape_markdown(first.spot.name)}: {_percent(first.shrunken.share)}, {rank} of "
        f"{len(places)} with 95% confidence."
    )


def _parts(spots: Hotspots, key: str, dimension: str) -> str:
    parts = contributions(spots.cells(dimension), key, dimension)
    if not parts:
        return ""
    gap = sum(one.contribution.together for one in parts)
    most = adds_most(parts)
    return (
        f"To the trust's gap of {format_contribution(gap)} points {escape_markdown(most.name)} "
        f"adds most: {format_contribution(most.contribution.together)}."
    )


def not_shown(spots: Hotspots, key: str | None = None) -> str:
    """Say what can't be shown of the parts, and why; blank where everything is."""
    wanted = SHARE if key == SENIOR else key
    reasons: dict[str, list[str]] = {}
    for indicator, dimension, reason in spots.absent():
        if wanted in (None, indicator):
            title = spots.chapter.in_term(measure(indicator).title)
            named = f"{title} by {dimension}" if dimension else title
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
    return " ".join(said)


def _counted(number: int, noun: str) -> str:
    words = ("no", "one", "two", "three", "four", "five")
    told = words[number] if number <= MOST_PLACES else format_headcount(number)
    return f"{told} {noun}{'' if number == 1 else 's'}"
