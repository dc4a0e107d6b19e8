"""One place held against the rest, in words: where, how large, how sure, how many people."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor, log10

from wres.hotspots.measures import SHARE, people_told
from wres.hotspots.opening import Hotspots
from wres.hotspots.scan import Finding
from wres.labels import (
    escape_markdown,
    format_headcount,
    format_interval,
    format_number,
    format_percent,
    format_ratio,
    listed,
)

__all__ = [
    "NUMBERS",
    "all_the_rest",
    "chance_words",
    "counted",
    "in_brief",
    "share_words",
    "told",
    "told_there",
]

NUMBERS = ("no", "one", "two", "three", "four", "five")
# Beyond this a chance has no more meaning than 'next to none'.
LEAST_CHANCE = 10_000
_TRUST = "the whole trust"


def told(spots: Hotspots, one: Finding) -> str:
    """Tell one finding: where, how large, how sure, how many people."""
    return f"**{escape_markdown(one.spot.name)}**, {told_there(spots, one)}"


def told_there(spots: Hotspots, one: Finding) -> str:
    """Tell one finding of a place that is named already."""
    chance = chance_words(one.chance)
    sure = f"By chance alone {chance} would differ so much."
    return f"{_title(spots, one)}: {_size(spots, one)} {sure}{_last_year(spots, one)}"


def in_brief(spots: Hotspots, found: Sequence[Finding]) -> str:
    """Tell where and how large the findings of a place are, beside others by the same measures."""
    told = [
        f"{_title(spots, one)}: {format_headcount(one.seen)}, "
        f"{format_number(round(one.expected, 1))} to be expected"
        for one in found
    ]
    return f"**{escape_markdown(found[0].spot.name)}** ({'; '.join(told)})"


def all_the_rest(found: Sequence[Finding]) -> str:
    """Say of places that are all the rest of one told that they have no difference of their own."""
    names = listed([f"**{escape_markdown(one.spot.name)}**" for one in found])
    return f"All the rest is {names}: the difference is the same one."


def counted(number: int, noun: str) -> str:
    """Give a number of things, up to five in words.

    Examples
    --------
    >>> counted(1, "place"), counted(6, "place")
    ('one place', '6 places')
    """
    told = NUMBERS[number] if number < len(NUMBERS) else format_headcount(number)
    return f"{told} {noun}{'' if number == 1 else 's'}"


def _title(spots: Hotspots, one: Finding) -> str:
    title = spots.chapter.in_term(one.measure.title)
    return (
        title[:1].lower() + title[1:]
        if not title.startswith(spots.chapter.group_label("BME"))
        else title
    )


def _size(spots: Hotspots, one: Finding) -> str:
    term = spots.chapter.group_label("BME")
    expected = format_number(round(one.expected, 1))
    if one.key == SHARE:
        own, rest = one.shares()
        like = "with the pay bands there" if one.sides.banded else f"at the share of {_whole(one)}"
        return (
            f"{people_told(one.seen, term)}, {expected} to be expected {like}: {share_words(own)} "
            f"of staff of known ethnicity, beside {share_words(rest)} in the rest."
        )
    value, interval = one.ratio()
    rest = one.ratio_of_rest()
    within = " within pay bands" if one.sides.banded else ""
    between = f" ({format_interval(interval.lower, interval.upper, 'ratio')})" if interval else ""
    return (
        f"{one.measure.told(one.seen, term)}, {expected} to be expected with the gap of "
        f"{_whole(one)}; {term} over White{within} {format_ratio(value)}{between}, beside "
        f"{format_ratio(rest)} in the rest. {_effect(one)}"
    )


def _whole(one: Finding) -> str:
    """Name what a place is expected to be like: all that it is compared within, itself included."""
    return f"the whole of {escape_markdown(one.spot.place)}" if one.spot.dimension_2 else _TRUST


def _effect(one: Finding) -> str:
    people = format_number(abs(round(one.excess, 1)))
    worse = "to their disadvantage" if one.is_worse else "to their advantage"
    return f"That is {people} {one.direction}, {worse}."


def share_words(share: float | None) -> str:
    """Write a likelihood as a percentage."""
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
    """Say what a ratio was last year, as changed only where the view of its parts tells it so."""
    found = [other for other in spots.moved(one.key, one.spot.view) if other.spot == one.spot]
    if not found or found[0].rate is None or found[0].chance is None:
        return ""
    was = f" Last year it was {format_ratio(found[0].before)}"
    if one.sides.banded and not found[0].banded:
        now, before = format_ratio(found[0].now), format_ratio(found[0].before)
        was = f" With all pay bands together it was {before} last year and is {now} now"
    if not spots.is_sure(found[0]):
        return f"{was}: no clear change."
    return f"{was}; by chance alone {chance_words(found[0].chance)} would change so much."
