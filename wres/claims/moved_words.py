"""How a gap has moved, in words: by its size, which says more than a change of its sign."""

from __future__ import annotations

from dataclasses import replace

from wres.claims.facts import CHANGE_OF, Fact, is_difference
from wres.claims.offers import printed

__all__ = ["moved_gap"]


def moved_gap(fact: Fact) -> str:
    """Say how a gap narrowed or widened; empty for what is no change of a gap.

    From -12 to -11 it narrowed by one point, though its number rose.

    Parameters
    ----------
    fact : Fact
        A change, in percentage points.

    Returns
    -------
    str
        Empty too where its size is printed the same in both years.

    Examples
    --------
    >>> moved_gap(Fact("7", "change of gap", "BME", "White", "change", 2020, 1, "points",
    ...                now=-11, before=-12, since=2019, published=True))
    'narrowed by 1 percentage point, from 12 to 11 (2019 to 2020)'
    """
    gap = fact.measure.removeprefix(CHANGE_OF) == "gap" or is_difference(fact)
    if fact.role != "change" or not gap or fact.now is None or fact.before is None:
        return ""
    before, now = (_level(fact, value) for value in (fact.before, fact.now))
    size = printed(fact).lstrip("+−")
    unit = "percentage point" if size == "1" else "percentage points"
    when = f"({fact.since} to {fact.year})"
    if fact.before * fact.now < 0:
        return f"turned over, by {size} {unit}, from {before} to {now} {when}"
    before, now = before.lstrip("+−"), now.lstrip("+−")
    if before == now:
        return ""
    moved = "narrowed" if abs(fact.now) < abs(fact.before) else "widened"
    return f"{moved} by {size} {unit}, from {before} to {now} {when}"


def _level(fact: Fact, value: float) -> str:
    return printed(replace(fact, role="gap", measure="gap", value=value))
