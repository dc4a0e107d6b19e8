"""Relative likelihoods pooled over strata, such as pay bands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import exp, sqrt

from wres.stats.counts import Interval, Pair
from wres.stats.intervals import CONFIDENCE, quantile

__all__ = ["PooledRatio", "mantel_haenszel"]


@dataclass(frozen=True)
class PooledRatio:
    """A pooled relative likelihood and its interval, None where there is none."""

    value: float | None
    interval: Interval | None


def mantel_haenszel(
    strata: Iterable[tuple[Pair, Pair]], *, confidence: float = CONFIDENCE
) -> PooledRatio:
    """Return the relative likelihood that all strata share, as Mantel and Haenszel weigh them.

    Parameters
    ----------
    strata : iterable of (group, comparator)
        Both groups within each stratum. A stratum where either is empty, or where nobody had an
        event, tells nothing of a ratio and adds nothing.
    confidence : float
        In percent.

    Returns
    -------
    PooledRatio
        Without a value where the comparator had no event in any stratum that counts; without an
        interval where either group had none, or everybody had one.

    Notes
    -----
    Interval on the logarithmic scale with the variance of Greenland & Robins (1985), Biometrics
    41, 55-68, which holds for many sparse strata as for few large ones.

    Examples
    --------
    >>> alike = [(Pair(10, 100), Pair(20, 400)), (Pair(30, 100), Pair(15, 100))]
    >>> round(mantel_haenszel(alike).value, 6)
    2.0
    """
    ratio = mass = counter = 0.0
    for group, comparator in strata:
        people = group.base + comparator.base
        if not group.base or not comparator.base:
            continue
        events = group.events + comparator.events
        ratio += group.events * comparator.base / people
        counter += comparator.events * group.base / people
        product = events * group.base * comparator.base
        mass += (product - group.events * comparator.events * people) / people**2
    if not counter:
        return PooledRatio(None, None)
    value = ratio / counter
    return PooledRatio(value, _interval(value, mass, ratio * counter, confidence))


def _interval(value: float, mass: float, weight: float, confidence: float) -> Interval | None:
    if not weight or mass <= 0:
        return None
    reach = exp(quantile(confidence) * sqrt(mass / weight))
    return Interval(value / reach, value * reach)
