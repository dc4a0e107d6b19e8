"""Changes since last year, in words."""

from __future__ import annotations

from collections.abc import Callable, Collection

from wres.hotspots.cells import Spot
from wres.hotspots.kinds import noun
from wres.hotspots.opening import Hotspots
from wres.hotspots.turns import Moved
from wres.labels import (
    escape_markdown,
    format_headcount,
    format_percent,
    format_ratio,
    listed,
)

__all__ = ["moves_text"]


def moves_text(spots: Hotspots, key: str, dimension: str) -> str:
    """Say which parts of a dimension have changed since last year; blank where none is known."""
    found = spots.moved(key, dimension)
    if not found:
        return ""
    if found[0].rate is None:
        most = max(found, key=lambda one: abs(one.now - one.before))
        return f"Since last year it has moved most in {_between(most, format_percent)}."
    sure = [one for one in found if spots.is_sure(one)]
    if sure:
        within = {one.spot for one in spots.of(key, dimension) if one.sides.banded}
        told = listed([_between(one, format_ratio, within) for one in sure])
        return f"Since last year it has changed by more than chance allows in {told}."
    if len(found) == 1:
        return (
            f"Since last year the one {noun(dimension)} known in both years has not changed by "
            "more than chance allows."
        )
    known = f"{format_headcount(len(found))} known in both years"
    return (
        f"Since last year no {noun(dimension)}, of {known}, has changed by more than chance allows."
    )


def _between(one: Moved, said: Callable[[float], str], within: Collection[Spot] = ()) -> str:
    """Give both figures; `within` are the parts that are compared within pay bands this year."""
    together = ", all pay bands together" if one.spot in within and not one.banded else ""
    told = f"from {said(one.before)} to {said(one.now)}{together}"
    return f"{escape_markdown(one.spot.name)} ({told})"
