"""A claimed number held to the figures: it agrees, is denied in one of six ways, or not found."""

from __future__ import annotations

from wres.claims.denials import Outcome, denial
from wres.claims.facts import Fact
from wres.claims.figures import Claim
from wres.claims.shown import Shown
from wres.claims.wording import Wording
from wres.claims.writing import find_written, is_near

__all__ = ["judge_figure"]


def judge_figure(claim: Claim, shown: Shown, wording: Wording) -> Outcome:
    """Hold a claimed number to the figures.

    Where the words leave several facts possible and one has the written value, it agrees. Only
    where it doesn't is it asked what else the number could be: that of another unit, direction,
    base, year or comparator. It is contradicted where the words fix the fact that it should be.
    """
    numbers = (claim.number, *claim.alternatives)
    against = None
    for strictly in (True, False):
        facts = shown.find(claim.query, strictly=strictly)
        if not strictly:
            facts = [one for one in facts if is_near(one, claim.number)]
        fact = find_written([one for one in facts if not _goes_back(one, claim.way)], numbers)
        if fact is not None:
            return Outcome("agrees", f"agrees: {wording.same(fact)}.", fact, offered=True)
        against = against or find_written(facts, numbers)
    if against is not None:
        return Outcome("contradicted", f"{wording.same(against)}.", against, back=True)
    return denial(claim, shown, wording)


def _goes_back(fact: Fact, way: int) -> bool:
    """Say whether a change goes the other way than its words; a gap's size has no sign."""
    if fact.role not in {"change", "relative change"} or (fact.now or 0.0) < 0:
        return False
    return fact.value * way < 0
