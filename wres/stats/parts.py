"""What each part adds to a gap of the whole: parts add up to it exactly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import copysign, floor

from wres.stats.counts import Pair

__all__ = ["Contribution", "gap_contributions", "rounded_parts"]


@dataclass(frozen=True)
class Contribution:
    """What a part adds to the gap of the whole, in events per person.

    Parameters
    ----------
    within : float
        By the gap between both groups there.
    between : float
        By how many of each group are there, where likelihoods differ from the whole's.
    """

    within: float
    between: float

    @property
    def together(self) -> float:
        """Both."""
        return self.within + self.between


def gap_contributions(parts: Sequence[tuple[Pair, Pair]]) -> list[Contribution]:
    """Share out the gap between two groups' likelihoods among the parts of a whole.

    Parameters
    ----------
    parts : sequence of (group, comparator)
        Events and people of both groups in each part; over all parts neither group is empty.

    Returns
    -------
    list of Contribution
        In the order of the parts; they add up to the group's likelihood less the comparator's.

    Notes
    -----
    Kitagawa (1955), Journal of the American Statistical Association 50, 1168-1194, with means of
    both groups as weights; what a part adds between is told against the mean of both likelihoods of
    the whole, which changes no sum, for shares of people add up to 1 in both groups. Where a part
    has nobody of a group, its likelihood there is taken for the other group's.

    Examples
    --------
    >>> parts = [(Pair(4, 10), Pair(10, 50)), (Pair(2, 10), Pair(10, 50))]
    >>> [round(one.together, 6) for one in gap_contributions(parts)]
    [0.1, 0.0]
    """
    group_all = sum(group.base for group, _ in parts)
    other_all = sum(other.base for _, other in parts)
    if not group_all or not other_all:
        raise ValueError("a group has nobody in any part")
    level = (
        sum(group.events for group, _ in parts) / group_all
        + sum(other.events for _, other in parts) / other_all
    ) / 2
    return [_one(group, other, (group_all, other_all), level) for group, other in parts]


def rounded_parts(parts: Sequence[float], decimals: int) -> list[float]:
    """Round the parts of a whole so that they add up to the whole as it is rounded.

    Parameters
    ----------
    parts : sequence of float
        They add up to the whole.
    decimals : int
        How many are kept.

    Returns
    -------
    list of float
        Each less than one unit of the last decimal from its part; rounded as usual where that adds
        up.

    Notes
    -----
    The method of largest remainders (Hamilton): all are rounded down, and what is left goes, a unit
    each, to those that lost most.

    Examples
    --------
    >>> rounded_parts([0.004, 0.004, 0.004], 2), rounded_parts([2.5, -1.25], 1)
    ([0.01, 0.0, 0.0], [2.5, -1.2])
    """
    scaled = [round(part * 10**decimals, 6) for part in parts]
    total = round(sum(parts) * 10**decimals, 6)
    whole = int(copysign(floor(abs(total) + 0.5), total))
    units = [floor(one) for one in scaled]
    order = sorted(range(len(units)), key=lambda at: units[at] - scaled[at])
    for at in order[: whole - sum(units)]:
        units[at] += 1
    return [one / 10**decimals for one in units]


def _one(group: Pair, other: Pair, wholes: tuple[int, int], level: float) -> Contribution:
    own = group.likelihood if group.likelihood is not None else other.likelihood
    beside = other.likelihood if other.likelihood is not None else own
    if own is None or beside is None:
        return Contribution(0.0, 0.0)
    shares = group.base / wholes[0], other.base / wholes[1]
    within = (shares[0] + shares[1]) / 2 * (own - beside)
    return Contribution(within, (shares[0] - shares[1]) * ((own + beside) / 2 - level))
