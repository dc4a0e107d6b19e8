"""How a group's staff are spread: shares out of all of them, or out of its clinical staff alone.

*38.4% of all BME staff work in clinical bands 5 to 7* and *51.4% of clinical BME staff do* are both
right of the same 109 people; results have the second, and the first follows from the head counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace

from wres.claims.facts import OF_ALL, SPREADS, Fact
from wres.claims.places import members

__all__ = ["LONE", "are_all_known", "base_of_spread", "other_base", "spread_facts"]

# Of which staff group the bands are that one alone has: words needn't say.
LONE = "lone"
_OTHER = {"clinical": "non-clinical", "non-clinical": "clinical"}


def spread_facts(own: Sequence[Fact], together: Sequence[Fact]) -> Iterator[Fact]:
    """Give which share of all BME (or White) staff is clinical, or works in a band.

    Parameters
    ----------
    own : sequence of Fact
        The trust's figures. Where one of a share's counts is withheld, there is no such share.
    together : sequence of Fact
        Head counts of bands over both staff groups.
    """
    whole = {
        (fact.year, fact.group): fact.value
        for fact in own
        if fact.indicator == "workforce" and fact.measure == "headcount" and not fact.place
        if fact.role == "count"
    }
    bands = _bands(own)
    for fact in (*own, *together):
        everyone = whole.get((fact.year, fact.group))
        if not everyone or not _is_counted(fact):
            continue
        yield _share(fact, everyone, fact.place)
        other = _OTHER.get(fact.parts["staff_group"], "")
        band = members(fact.parts.get("band", ""))
        if other and "band" in fact.parts and not band & bands[fact.year, other]:
            place = (("staff_group", LONE), ("band", fact.parts["band"]))
            yield _share(fact, everyone, place)


def _bands(own: Sequence[Fact]) -> dict[tuple[int, str], set[str]]:
    """Give the single bands of which results tell anything, by year and staff group."""
    found: dict[tuple[int, str], set[str]] = defaultdict(set)
    for fact in own:
        if fact.indicator == "1" and {"staff_group", "band"} <= set(fact.parts):
            found[fact.year, fact.parts["staff_group"]] |= members(fact.parts["band"])
    return found


def _is_counted(fact: Fact) -> bool:
    """Say whether a fact is how many of a group work in some part of the trust."""
    part = fact.parts
    staff = part.get("staff_group", "")
    placed = staff in _OTHER or (staff == "all" and "band" in part)
    counted = fact.measure == "headcount" and fact.role == "count" and fact.group != "all"
    return fact.indicator == "1" and counted and placed and set(part) <= {"staff_group", "band"}


def _share(fact: Fact, everyone: float, place: tuple[tuple[str, str], ...]) -> Fact:
    share = 100 * fact.value / everyone
    return replace(
        fact, value=share, low=share, high=share, unit="%", role="level", measure=OF_ALL,
        place=place, verdict="", row="",
    )  # fmt: skip


def base_of_spread(fact: Fact) -> str:
    """Say out of whom a share of a group's staff in a band is; empty where only one is possible."""
    parts = fact.parts
    either = fact.measure in SPREADS and "band" in parts and parts.get("staff_group") in _OTHER
    return fact.measure if either else ""


def are_all_known(bases: Set[str], left_out: Set[str]) -> bool:
    """Say whether shares out of everyone whom words can mean are known, or none is of a spread.

    Parameters
    ----------
    bases : set of str
        Those of the figures at hand, from `base_of_spread`.
    left_out : set of str
        Measures that the words don't mean.
    """
    return not bases - {""} or bases == SPREADS - left_out


def other_base(fact: Fact, facts: Iterable[Fact]) -> Fact | None:
    """Find the share of the same people out of the others: of clinical staff, or of all."""
    own = base_of_spread(fact)
    same = (one for one in facts if own and base_of_spread(one) not in {"", own})
    return next((one for one in same if one.year == fact.year), None)
