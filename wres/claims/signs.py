"""Which way a figure points, as printed; and what its row says of how sure that is."""

from __future__ import annotations

from dataclasses import replace

from wres.claims.facts import Fact
from wres.labels import EQUAL_AT, round_half_up
from wres.stats.verdicts import TARGETS

__all__ = [
    "UNSURE",
    "facing",
    "has_narrowed",
    "has_turned",
    "is_better_than",
    "is_better_than_before",
    "is_level",
    "is_same",
    "side_of",
    "sign_of",
    "towards_good",
]

# Verdicts under which no claim of a difference or a change stands.
UNSURE = frozenset({"too few to say", "no clear difference", "no clear change"})
_DECIMALS = {"ratio": 2, "points": 1, "%": 1, "headcount": 0}
_TURNED = {"more likely": "less likely", "less likely": "more likely"}
# Without a verdict, so near to equality nobody would call it a difference.
_NEAR = {"ratio": 0.05, "points": 1.0}


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)


def sign_of(fact: Fact) -> int:
    """Give 1, -1 or, where nothing is left after rounding, 0 for a change, gap or comparison."""
    return _sign(float(round_half_up(fact.value, _DECIMALS[fact.unit])))


def side_of(fact: Fact) -> int:
    """Give the sign of a gap, or of a ratio the side of equality on which it is printed."""
    if fact.unit != "ratio" or fact.role != "level":
        return sign_of(fact)
    printed = round_half_up(fact.value, _DECIMALS["ratio"])
    return _sign(float(printed) - EQUAL_AT["relative_likelihood"])


def towards_good(fact: Fact) -> int | None:
    """Say whether a change or a comparison is to the good (1), the bad (-1) or neither (0).

    None where no direction is good, or a figure crossed its target.
    """
    if fact.now is None or fact.before is None:
        return None
    if fact.good in TARGETS:
        now, before = fact.now - TARGETS[fact.good], fact.before - TARGETS[fact.good]
        moved = None if now * before < 0 else abs(before) - abs(now)
    elif fact.good in {"higher", "lower"}:
        moved = (fact.now - fact.before) * (1 if fact.good == "higher" else -1)
    else:
        moved = None
    if moved is None:
        return None
    return 0 if sign_of(fact) == 0 else _sign(moved)


def is_better_than_before(fact: Fact, wanted: int) -> bool | None:
    """Say whether a change is to the good (wanted 1) or the bad (-1).

    As its row's verdict says; without a decided one, as its sign does.
    """
    verdicts = {"improved": 1, "worsened": -1}
    way = verdicts.get(fact.verdict, towards_good(fact))
    return None if way is None else way == wanted


def is_better_than(fact: Fact, wanted: int) -> bool | None:
    """Say whether the trust's figure is better (wanted 1) or worse (-1) than a comparator's."""
    if fact.now is None or fact.before is None:
        return None
    way = towards_good(fact)
    if way is None and fact.good == "towards 1":
        way = _sign(abs(fact.before - 1) - abs(fact.now - 1))
    if way is None and fact.indicator in {"9", "workforce"}:
        way = sign_of(fact)
    return None if way is None else way == wanted


def is_level(fact: Fact) -> bool:
    """Say whether nothing differs: as the verdict says, or as near as makes no difference."""
    if fact.verdict:
        return fact.verdict == "no clear difference"
    if fact.unit == "ratio" and fact.role == "level":
        return abs(fact.value - EQUAL_AT["relative_likelihood"]) <= _NEAR["ratio"]
    return abs(fact.value) <= _NEAR.get(fact.unit, 0)


def is_same(fact: Fact) -> bool:
    """Say whether a figure has not moved: as the verdict says, or as printed."""
    return fact.verdict in UNSURE if fact.verdict else sign_of(fact) == 0


def has_narrowed(fact: Fact, narrower: bool) -> bool | None:
    """Say whether a gap or a ratio came nearer to equality, or went further from it."""
    if fact.now is None or fact.before is None:
        return None
    equal = 1.0 if fact.unit == "ratio" else 0.0
    moved = abs(fact.now - equal) - abs(fact.before - equal)
    return sign_of(fact) != 0 and (moved < 0) == narrower


def has_turned(fact: Fact) -> bool:
    """Say whether a gap has the other sign than before: its size and its number may part."""
    return fact.unit == "points" and (fact.now or 0.0) * (fact.before or 0.0) < 0


def facing(fact: Fact, head: str) -> Fact:
    """Turn a gap so that the group `head` comes first."""
    if fact.group == head:
        return fact
    return replace(
        fact,
        group=fact.over,
        over=fact.group,
        value=-fact.value,
        low=-fact.high,
        high=-fact.low,
        verdict=_TURNED.get(fact.verdict, fact.verdict),
    )
