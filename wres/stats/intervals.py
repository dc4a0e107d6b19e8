"""Intervals of shares, of their differences and of their ratios.

Score methods, which hold with small counts and zero cells where the textbook ones collapse to
nothing or break. `confidence` is in percent; it exceeds 95 where one report's many comparisons
are allowed for.
"""

from __future__ import annotations

from functools import cache
from math import hypot, inf, isinf, sqrt
from statistics import NormalDist

from wres.stats.counts import Interval, Pair, relative_likelihood

__all__ = [
    "CONFIDENCE",
    "koopman_interval",
    "mover_interval",
    "newcombe_interval",
    "quantile",
    "wilson_interval",
]

CONFIDENCE = 95.0


@cache
def quantile(confidence: float) -> float:
    """Return how many standard errors an interval of this confidence, in percent, reaches.

    Examples
    --------
    >>> round(quantile(95), 6)
    1.959964
    """
    if not 0 < confidence < 100:
        raise ValueError(f"confidence is a percentage above 0 and below 100, not {confidence}")
    return NormalDist().inv_cdf(0.5 + confidence / 200)


def wilson_interval(share: float, base: int, *, confidence: float = CONFIDENCE) -> Interval | None:
    """Return the Wilson score interval of a share of `base` people.

    Parameters
    ----------
    share : float
        0 to 1. A published, rounded share will do: the interval is then approximate.
    base : int
        Number of people; None is returned for 0.
    confidence : float
        In percent.

    Notes
    -----
    Wilson (1927), J. Am. Stat. Assoc. 22, 209-212.

    Examples
    --------
    >>> wilson_interval(0.0, 12)  # doctest: +ELLIPSIS
    Interval(lower=0.0, upper=0.2424...)
    """
    if base <= 0:
        return None
    z = quantile(confidence)
    squared = z**2
    centre = share + squared / (2 * base)
    reach = z * sqrt(share * (1 - share) / base + squared / (4 * base**2))
    scale = 1 + squared / base
    return Interval(max(0.0, (centre - reach) / scale), min(1.0, (centre + reach) / scale))


def mover_interval(
    value: float, interval: Interval, other: float, other_interval: Interval
) -> Interval:
    """Return the interval of `value` minus `other`, from the interval of each.

    Parameters
    ----------
    value, other : float
        Two independent estimates.
    interval, other_interval : Interval
        Their intervals, of one confidence, which the difference then has too. A figure known
        without doubt has an interval from itself to itself; a limit may be infinite, and so may
        one of both estimates: a ratio over zero.

    Notes
    -----
    Method of variance estimates recovery: Zou & Donner (2008), Statistics in Medicine 27,
    1693-1702. With Wilson limits it is Newcombe's interval. Where one estimate is infinite the
    limits are those that the formula runs to while it grows: beside its doubt that of the other
    comes to nothing.

    Examples
    --------
    A ratio of 2.0 (1.2 to 3.5) this year and 1.5 (0.9 to 2.4) last year:

    >>> mover_interval(2.0, Interval(1.2, 3.5), 1.5, Interval(0.9, 2.4))  # doctest: +ELLIPSIS
    Interval(lower=-0.704..., upper=2.115...)
    """
    if isinf(value) and isinf(other):
        raise ValueError("of two infinite estimates nothing can be said")
    if isinf(value):
        return Interval(interval.lower - other, inf)
    if isinf(other):
        return Interval(-inf, value - other_interval.lower)
    down = hypot(value - interval.lower, other_interval.upper - other)
    up = hypot(interval.upper - value, other - other_interval.lower)
    return Interval(value - other - down, value - other + up)


def newcombe_interval(
    group: tuple[float, int], comparator: tuple[float, int], *, confidence: float = CONFIDENCE
) -> Interval | None:
    """Return the interval of a difference of two shares, group minus comparator.

    Parameters
    ----------
    group, comparator : tuple of (share 0-1, base)
    confidence : float
        In percent.

    Notes
    -----
    Newcombe (1998), Statistics in Medicine 17, 873-890, method 10: Wilson limits combined.
    """
    first = wilson_interval(*group, confidence=confidence)
    second = wilson_interval(*comparator, confidence=confidence)
    if first is None or second is None:
        return None
    interval = mover_interval(group[0], first, comparator[0], second)
    return Interval(max(-1.0, interval.lower), min(1.0, interval.upper))


def koopman_interval(
    group: Pair, comparator: Pair, *, confidence: float = CONFIDENCE
) -> Interval | None:
    """Return the score interval of a relative likelihood.

    Returns
    -------
    Interval or None
        None where either group is empty, or neither had an event: the data say nothing then.

    Notes
    -----
    Koopman (1984), Biometrics 40, 513-517: the ratios whose score statistic does not exceed the
    chi-squared quantile with one degree of freedom. With no events in `group` the lower limit is
    0; with none in `comparator` the upper limit is infinite.
    """
    if not group.base or not comparator.base or not group.events + comparator.events:
        return None
    z = quantile(confidence)
    lower = 0.0 if not group.events else _limit(group, comparator, z, downwards=True)
    upper = inf if not comparator.events else _limit(group, comparator, z, downwards=False)
    return Interval(lower, upper)


def _limit(group: Pair, comparator: Pair, z: float, *, downwards: bool) -> float:
    """Find where the score statistic reaches the quantile, on one side of the estimate."""
    from scipy.optimize import brentq  # noqa: PLC0415 - half a second, only where used

    def excess(ratio: float) -> float:
        return _score(group, comparator, ratio) - z**2

    step = 0.5 if downwards else 2.0
    # Where the ratio itself is 0 or infinite, start from what half an event would give.
    estimate = relative_likelihood(group, comparator)
    inner = estimate or (group.events or 0.5) * comparator.base / (
        group.base * (comparator.events or 0.5)
    )
    while excess(inner) > 0:
        inner /= step
    outer = inner * step
    while excess(outer) < 0:
        inner, outer = outer, outer * step
    low, high = sorted((inner, outer))
    return float(brentq(excess, low, high, xtol=1e-14, rtol=1e-12))


def _score(group: Pair, comparator: Pair, ratio: float) -> float:
    """Return the score statistic of the hypothesis that the relative likelihood is `ratio`."""
    total = group.base + comparator.base
    events = group.events + comparator.events
    b = ratio * (group.base + comparator.events) + group.events + comparator.base
    # Likelihood of the comparator that fits best under the hypothesis: the smaller root.
    fitted = 2 * events / (b + sqrt(max(b * b - 4 * ratio * total * events, 0.0)))
    return _squared_residual(group, ratio * fitted) + _squared_residual(comparator, fitted)


def _squared_residual(pair: Pair, likelihood: float) -> float:
    residual = pair.events - pair.base * likelihood
    variance = pair.base * likelihood * (1 - likelihood)
    if variance <= 0:
        return 0.0 if abs(residual) < 1e-9 else inf
    return residual**2 / variance
