"""The answer in words: the places worth a conversation, or that nothing stands out."""

from __future__ import annotations

from wres.hotspots.finding_words import (
    NUMBERS,
    all_the_rest,
    counted,
    in_brief,
    told,
    told_there,
)
from wres.hotspots.naming import MOST_PLACES, Named, lies_in
from wres.hotspots.opening import Hotspots
from wres.hotspots.unshown import not_shown
from wres.labels import capitalise, format_headcount, format_percent

__all__ = ["answer"]

# As far as the text of a numbered item is indented.
WITHIN_ITEM = "   "
# Below so many figures an answer says that few could be compared.
FEW = 10


def answer(spots: Hotspots) -> str:
    """Name the places worth a conversation, or say that nothing stands out; Markdown.

    Each with its size, how sure it is, and how many people it is about.
    """
    found = spots.named()
    if not spots.findings:
        none = "No division, directorate or site can be compared with the rest."
        return f"{none} {not_shown(spots)}".strip()
    if not found:
        return _nothing(spots)
    lines = [f"{at}. {_line(spots, one)}" for at, one in enumerate(found, start=1)]
    differences = sum(len(one.findings) for one in found)
    told_twice = sum(len(one.rest) for one in found)
    more = sum(spots.is_sure(one) for one in spots.findings) - differences - told_twice
    rest = (
        f" {capitalise(counted(more, 'other difference'))} {'is' if more == 1 else 'are'} told "
        f"apart too: {NUMBERS[MOST_PLACES]} places at most are named here, the views show all."
    )
    several = f", in {counted(differences, 'difference')}" if differences > len(found) else ""
    head = (
        f"**{capitalise(counted(len(found), 'place'))} worth a conversation{several}.** "
        f"{_looked_at(spots)} "
        f"Of the places named, at most {format_percent(100 * spots.rate, 0)} are expected to be "
        "chance."
        f"{rest if more > 0 else ''}"
    )
    return "\n".join([head, "", *lines])


def _nothing(spots: Hotspots) -> str:
    """Say that nothing stands out, and what that does not show."""
    family = _family(spots)
    if not family:
        few = counted(len(spots.findings), "figure")
        return f"**Nothing can be told.** {capitalise(few)} of places: too few people in each."
    so_many = "" if family < FEW else " among so many"
    few_only = " Few could be compared, so much may be missed." if family < FEW else ""
    return (
        f"**Nothing stands out.** {_looked_at(spots)} None differs from the rest by more than "
        f"chance allows{so_many}.{few_only} That does not show the places to be alike: a gap of "
        "the whole trust, where there is one, can't be told to be larger or smaller in any of them."
    )


def _line(spots: Hotspots, place: Named) -> str:
    """Tell all that is told of a place, what is told with it as a list of its own."""
    within, own = spots.cells().within, place.first.spot
    parts = [f"There too, {told_there(spots, one)}" for one in place.there]
    for spot in dict.fromkeys(one.spot for one in place.kin):
        where = "within it" if lies_in(spot, own, within) else "around it"
        kin = [one for one in place.kin if one.spot == spot]
        parts.append(f"Told with it, {where}: {in_brief(spots, kin)}.")
    if place.rest:
        parts.append(all_the_rest(place.rest))
    return "\n".join([told(spots, place.first), *(f"{WITHIN_ITEM}- {one}" for one in parts)])


def _looked_at(spots: Hotspots) -> str:
    """Say how many places were looked at, and of how many nothing could be told."""
    family = _family(spots)
    few = len(spots.findings) - family
    too_few = f", and {format_headcount(few)} with too few people to say anything of" if few else ""
    looked = "figure of a place was" if family == 1 else "figures of places were"
    return f"{format_headcount(family)} {looked} looked at{too_few}."


def _family(spots: Hotspots) -> int:
    """Count the figures of which some outcome could be told."""
    return sum(not one.too_few for one in spots.findings)
