"""Staff of several pay bands together: `38 of 340 in Bands 8a and above`, added from their rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from wres.claims.facts import Fact
from wres.claims.places import members
from wres.definitions.ethnicity import BME, UNKNOWN, WHITE

__all__ = ["band_sums"]

# Bands that texts take together, whatever bands a trust prints.
_TOGETHER = ("under 1-5", "under 1-4", "under 1-7", "5-7", "6-7", "8a-VSM", "8a-9", "8c-VSM")
_GROUPS = (WHITE, BME, UNKNOWN, "all")
_Rows = Mapping[str, Fact]


def band_sums(facts: Sequence[Fact]) -> Iterator[Fact]:
    """Give how many staff bands hold together, and each group's share of them.

    Only where every row that makes them up is shown, for the group and for everyone; bands that
    results take together themselves are left as they stand there.

    Parameters
    ----------
    facts : sequence of Fact
        The trust's own, those of both staff groups together among them.
    """
    cells: dict[tuple[int, str, str], dict[str, Fact]] = defaultdict(dict)
    for fact in facts:
        parts = fact.parts
        plain = set(parts) == {"staff_group", "band"} and fact.role == "count"
        if fact.indicator == "1" and fact.measure == "headcount" and plain:
            cells[fact.year, parts["staff_group"], fact.group][parts["band"]] = fact
    for year, part in sorted({key[:2] for key in cells}):
        for bands in _TOGETHER:
            sums = {
                group: _sum(cells.get((year, part, group), {}), bands, part) for group in _GROUPS
            }
            yield from _told({group: fact for group, fact in sums.items() if fact is not None})


def _sum(rows: _Rows, bands: str, part: str) -> Fact | None:
    """Add the rows that make up some bands; None where they don't, or one does alone."""
    wanted, found = members(bands), frozenset[str]()
    inside: list[Fact] = []
    for band in sorted(rows, key=lambda one: (-len(members(one)), one)):
        held = members(band)
        if held == wanted:
            return None
        if held <= wanted and not held & found:
            found |= held
            inside.append(rows[band])
    if found != wanted or not inside:
        return None
    value = sum(one.value for one in inside)
    return replace(
        inside[0], value=value, low=value, high=value, row="", since=None, now=None, before=None,
        place=(("staff_group", part), ("band", bands)),
    )  # fmt: skip


def _told(sums: Mapping[str, Fact]) -> Iterator[Fact]:
    whole = sums.get("all")
    for group, fact in sums.items():
        yield fact
        if group != "all" and whole is not None and whole.value:
            share = 100 * fact.value / whole.value
            yield replace(
                fact, value=share, low=share, high=share, role="level", unit="%", measure="share"
            )
