"""Exact conditional tests of counts in strata, for whether one place differs from the rest.

Given how many people and events each stratum has, the number of events of one group follows a
hypergeometric distribution; over strata these add up. What is compared is conditioned away: no
likelihood and no general gap between the groups is assumed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from wres.stats.counts import Pair

__all__ = ["Spread", "expected_of_group", "interaction", "membership"]

Floats = npt.NDArray[np.float64]
Stratum = tuple[Pair, Pair]
# Outcomes less likely than this, beside the likeliest, change no digit that is read.
NEGLIGIBLE = 1e-14


@dataclass(frozen=True)
class Spread:
    """The distribution of a count where a place does not differ, and what was seen.

    Parameters
    ----------
    least : int
        The least count that is possible.
    chances : array of float
        Of this count, of one more, and so on.
    seen : int
        The count that was seen.
    """

    least: int
    chances: Floats
    seen: int

    @property
    def expected(self) -> float:
        """The mean."""
        return float(self.least + self.chances @ np.arange(len(self.chances)))

    @property
    def p_value(self) -> float:
        """Two-sided mid-p: twice the smaller tail, with half the chance of what was seen.

        Notes
        -----
        Lancaster (1961), Journal of the American Statistical Association 56, 223-234. Without the
        half, a discrete test is shyer than its rate.
        """
        at = self.seen - self.least
        if not 0 <= at < len(self.chances):
            return 0.0
        below, above = float(self.chances[:at].sum()), float(self.chances[at + 1 :].sum())
        return min(1.0, 2 * min(below, above) + float(self.chances[at]))

    def limit(self, share: float) -> float:
        """Give the count below which this share of outcomes lie, between whole numbers by line.

        Notes
        -----
        Spiegelhalter (2005), Statistics in Medicine 24, 1185-1202, appendix A.1.1.
        """
        sums = np.cumsum(self.chances)
        at = int(np.searchsorted(sums, share))
        at = min(at, len(sums) - 1)
        part = (sums[at] - share) / self.chances[at] if self.chances[at] else 0.0
        return float(self.least + at - part)


def interaction(place: Sequence[Stratum], rest: Sequence[Stratum]) -> Spread | None:
    """Give the spread of a group's events in a place that has the same gap as the rest.

    Parameters
    ----------
    place, rest : sequence of (group, comparator)
        Events and people of both groups, in the same strata or in others.

    Returns
    -------
    Spread or None
        None where nothing can be told: a side has no people of a group, or no event, or nothing
        but events.

    Notes
    -----
    The exact test of an interaction in a logistic model with strata: Cox & Snell (1989), Analysis
    of Binary Data, 2.1; for one stratum each it is Zelen's exact test of one odds ratio (1971),
    Biometrika 58, 129-137. A gap is compared by its odds ratio.

    Examples
    --------
    >>> fair = interaction([(Pair(3, 10), Pair(10, 40))], [(Pair(30, 100), Pair(100, 400))])
    >>> round(fair.p_value, 1)
    1.0
    """
    tilt = _log_odds_ratio([*place, *rest])
    own, others = _sum_of(place, tilt), _sum_of(rest, tilt)
    if own is None or others is None:
        return None
    seen = sum(int(group.events) for group, _ in place)
    total = seen + sum(int(group.events) for group, _ in rest)
    counts = np.arange(own[0], own[0] + len(own[1]))
    places = total - counts - others[0]
    inside = (places >= 0) & (places < len(others[1]))
    chances = np.where(inside, others[1][np.clip(places, 0, len(others[1]) - 1)], 0.0) * own[1]
    if np.count_nonzero(chances) < 2:
        return None
    return Spread(int(own[0]), chances / chances.sum(), seen)


def membership(place: Iterable[tuple[int, int]], rest: Iterable[tuple[int, int]]) -> Spread | None:
    """Give the spread of a group's people in a place where places are filled without regard to it.

    Parameters
    ----------
    place, rest : iterable of (int, int)
        People of the group, and of both groups, in each stratum of the place and of the rest.

    Notes
    -----
    Birch (1964), Journal of the Royal Statistical Society B 26, 313-324: the exact form of Mantel
    and Haenszel's test.

    Examples
    --------
    >>> round(membership([(2, 10)], [(20, 100)]).expected, 6)
    2.0
    """
    strata = [
        (Pair(group, group + other), Pair(people - group, people - group + beside - other))
        for (group, people), (other, beside) in zip(place, rest, strict=True)
    ]
    own = _sum_of(strata, 0.0)
    seen = sum(int(group.events) for group, _ in strata)
    return None if own is None or len(own[1]) < 2 else Spread(own[0], own[1], seen)


def expected_of_group(place: Sequence[Stratum], rest: Sequence[Stratum]) -> float | None:
    """Give the events that a group would have with the same gap as the rest; see `interaction`."""
    spread = interaction(place, rest)
    return None if spread is None else spread.expected


def _log_odds_ratio(strata: Sequence[Stratum]) -> float:
    """Give the odds ratio that all strata share, roughly: any tilt gives the same test.

    It keeps what is likely where numbers can hold it.
    """
    over = under = 0.5
    for group, other in strata:
        people = group.base + other.base
        if people:
            over += group.events * (other.base - other.events) / people
            under += other.events * (group.base - group.events) / people
    return float(np.log(over / under))


def _sum_of(strata: Sequence[Stratum], tilt: float) -> tuple[int, Floats] | None:
    """Add up the events of the first group over strata; None where nothing is left to chance."""
    least, chances = 0, np.ones(1)
    for group, other in strata:
        low, own = _one(group, other, tilt)
        low, own = _without_tails(low, own)
        least += low
        chances = own if len(chances) == 1 else np.convolve(chances, own)
        cut, chances = _without_tails(0, chances)
        least += cut
    return None if len(strata) == 0 else (least, chances / chances.sum())


def _one(group: Pair, other: Pair, tilt: float) -> tuple[int, Floats]:
    """Give the first group's events in one stratum, given all its people and events."""
    events = int(group.events) + int(other.events)
    low, high = max(0, events - other.base), min(group.base, events)
    count = np.arange(low, high + 1)
    logs = _log_factorials(1 << max(group.base, other.base).bit_length())

    def ways(people: int, chosen: npt.NDArray[np.int64]) -> Floats:
        found: Floats = logs[people] - logs[chosen] - logs[people - chosen]
        return found

    chances = ways(group.base, count) + ways(other.base, events - count) + tilt * count
    return low, np.exp(chances - chances.max())


@cache
def _log_factorials(most: int) -> Floats:
    """Give the logarithms of the factorials of 0 to `most`: each is wanted many times."""
    from scipy.special import gammaln  # noqa: PLC0415 - slow to load

    found: Floats = gammaln(np.arange(most + 1) + 1.0)
    return found


def _without_tails(least: int, chances: Floats) -> tuple[int, Floats]:
    kept = (chances > NEGLIGIBLE * chances.max()).nonzero()[0]
    return least + int(kept[0]), chances[kept[0] : kept[-1] + 1]
