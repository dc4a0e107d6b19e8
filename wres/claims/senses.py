"""What a change must be for words to hold: up, better, narrower, stable, doubled."""

from __future__ import annotations

from functools import partial

from wres.claims.bench import FACTORS, Test
from wres.claims.facts import Fact
from wres.claims.signs import has_narrowed, is_better_than_before, is_level, is_same, sign_of

__all__ = ["condition_of"]


def condition_of(sense: str) -> Test:
    """Give what a change must be for words of a sense to hold: up, better, narrower, doubled."""
    if sense in FACTORS:
        return partial(_is_factor, *FACTORS[sense])
    if sense in {"wider", "narrower"}:
        return lambda fact: has_narrowed(fact, sense == "narrower")
    if sense in _STANDING:
        return _STANDING[sense]
    wanted = 1 if sense in {"up", "better"} else -1
    if sense in {"up", "down"}:
        return lambda fact: sign_of(fact) == wanted or _has_size(fact, -wanted)
    if sense == "slipped":
        return lambda fact: sign_of(fact) < 0 or is_better_than_before(fact, -1) is True
    return lambda fact: is_better_than_before(fact, wanted)


def _has_size(fact: Fact, wanted: int) -> bool:
    """Say whether a gap below 0 has moved in size: a shortfall that shrinks rises towards 0."""
    below = fact.unit == "points" and fact.measure.endswith(("gap", "difference"))
    return below and (fact.before or 0.0) < 0 and bool(has_narrowed(fact, wanted > 0))


def _is_factor(low: float, high: float, fact: Fact) -> bool | None:
    if not fact.before or fact.now is None:
        return None
    return low <= fact.now / fact.before <= high


def _is_stable(fact: Fact) -> bool:
    """Say whether a figure has hardly moved."""
    return is_same(fact) or (not fact.verdict and is_level(fact))


def _has_changed(fact: Fact) -> bool | None:
    """Say whether a figure has moved; of one that has hardly moved, words may say either."""
    return None if _is_stable(fact) and not is_same(fact) else not is_same(fact)


_STANDING: dict[str, Test] = {"same": is_same, "stable": _is_stable, "changed": _has_changed}
