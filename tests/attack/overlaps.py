"""Bands of one year that share members: what must be the same people, however they are grouped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from tests.attack.figures import ALL, LADDER

__all__ = [
    "HALVES",
    "LEFT_OVER",
    "NESTED",
    "OTHER_CONSULTANTS",
    "UNLISTED",
    "Together",
    "together",
]

HALVES = ("clinical", "non-clinical")
NESTED = {"senior medical manager": "consultant"}
# Bands that no file names: people who are in a total and in none of the bands listed, and
# consultants who are no senior medical managers.
UNLISTED, OTHER_CONSULTANTS = "unlisted", "other consultants"
LEFT_OVER = (UNLISTED, OTHER_CONSULTANTS)

# By staff group: the bands that together cover the same members. A label stands for all of them.
Together = tuple[str, dict[str, list[str]]]


def together(listed: Mapping[str, set[str]]) -> Iterator[Together]:
    """Join bands that share members, of all staff groups, into the smallest closed sets.

    Only sets in which bands of all staff cover every band of the halves are given.
    """
    waiting = [(half, band) for half, bands in sorted(listed.items()) for band in sorted(bands)]
    while waiting:
        joined = [waiting.pop(0)]
        while near := [one for one in waiting if _members(joined) & _members([one])]:
            waiting = [one for one in waiting if one not in near]
            joined += near
        of = {half: [band for h, band in joined if h == half] for half in (ALL, *HALVES)}
        if _members((ALL, band) for band in of[ALL]) == _members(joined):
            yield _label(_members(joined)), of


def _members(cells: Iterable[tuple[str, str]]) -> set[str]:
    return {
        member
        for _, band in cells
        for member in (LADDER if band == "pay bands" else band.split(", "))
    }


def _label(members: set[str]) -> str:
    order = {band: place for place, band in enumerate(LADDER)}
    return ", ".join(sorted(members, key=lambda one: (order.get(one, len(order)), one)))
