"""A difference between two figures of its own sentence: `17% and 11%, six points apart`."""

from __future__ import annotations

from collections.abc import Sequence

from wres.claims.denials import Outcome
from wres.claims.facts import Fact
from wres.claims.figures import Claim
from wres.labels import round_half_up

__all__ = ["between"]

_SAID = frozenset({"gap", "points"})


def between(claim: Claim, agreed: Sequence[Fact]) -> Outcome | None:
    """Hold a number of points that no figure has to the two shares that its sentence gives.

    Parameters
    ----------
    claim : Claim
        It agreed with nothing.
    agreed : sequence of Fact
        What the sentence's other numbers agreed with.

    Returns
    -------
    Outcome or None
        None where the sentence doesn't hold just two shares of one indicator and year.
    """
    shares = list(dict.fromkeys(fact for fact in agreed if fact.unit == "%"))
    number = claim.number
    if number.unit != "points" or claim.said not in _SAID or claim.query.year_said:
        return None
    if len(shares) != 2 or not _are_beside(*shares):
        return None
    away = abs(shares[0].value - shares[1].value)
    printed = round_half_up(away, number.decimals)
    if number.holds(away, away, away):
        return Outcome("agrees", f"agrees: the two figures are {printed} points apart.")
    return Outcome("contradicted", f"the two figures are {printed} percentage points apart.")


def _are_beside(one: Fact, other: Fact) -> bool:
    """Say whether two shares differ in nothing but whose they are."""
    same = one.indicator == other.indicator and one.year == other.year and one.place == other.place
    return same and (one.group, one.comparator) != (other.group, other.comparator)
