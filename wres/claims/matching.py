"""A claimed number held to the figures: it agrees, is denied in one of six ways, or not found."""

from __future__ import annotations

from wres.claims.denials import Outcome, denial
from wres.claims.figures import Claim
from wres.claims.shown import Shown
from wres.claims.wording import Wording
from wres.claims.writing import find_written

__all__ = ["judge_figure"]


def judge_figure(claim: Claim, shown: Shown, wording: Wording) -> Outcome:
    """Hold a claimed number to the figures.

    Where the words leave several facts possible and one has the written value, it agrees. Only
    where it doesn't is it asked what else the number could be: that of another unit, direction,
    base, year or comparator. It is contradicted where the words fix the fact that it should be.
    """
    numbers = (claim.number, *claim.alternatives)
    for strictly in (True, False):
        fact = find_written(shown.find(claim.query, strictly=strictly), numbers)
        if fact is not None:
            return Outcome("agrees", f"agrees: {wording.same(fact)}.", fact, offered=True)
    return denial(claim, shown, wording)
