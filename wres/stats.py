"""Intervals and verdicts from counts; numbers in, numbers out.

Every interval has a confidence of 95%. Methods are score methods, which hold with small counts
and zero cells where the textbook ones collapse to nothing or break.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf, sqrt
from statistics import NormalDist

__all__ = [
    "CONFIDENCE",
    "FEW_EVENTS",
    "FOUR_FIFTHS",
    "Interval",
    "Pair",
    "in_four_fifths_range",
    "interval_verdict",
    "is_few",
    "koopman_interval",
    "newcombe_interval",
    "ratio_extremes",
    "ratio_scenarios",
    "ratio_verdict",
    "relative_likelihood",
    "wilson_interval",
]

CONFIDENCE = 95
# 0.80-1.25 counts as non-adverse in NHS England's "A fair experience for all", July 2019.
FOUR_FIFTHS = (0.80, 1.25)
# Below this many events a ratio turns on single people; a default, not a rule of the standard.
FEW_EVENTS = 5

_Z = NormalDist().inv_cdf(0.5 + CONFIDENCE / 200)


@dataclass(frozen=True)
class Interval:
    """A 95% interval; `upper` may be infinite."""

    lower: float
    upper: float


@dataclass(frozen=True)
class Pair:
    """People in a group, and how many of them an event happened to.

    `events` need not be whole where it comes from a rounded, published share.
    """

    events: float
    base: int

    @property
    def likelihood(self) -> float | None:
        """Events per person, or None for an empty group."""
        return self.events / self.base if self.base else None

    def __add__(self, other: Pair) -> Pair:
        return Pair(self.events + other.events, self.base + other.base)


def relative_likelihood(group: Pair, comparator: Pair) -> float | None:
    """Return the likelihood of `group` over that of `comparator`.

    Returns
    -------
    float or None
        None where either group is empty or the comparator had no events: no ratio exists.

    Examples
    --------
    Indicator 2 of Humber Teaching NHS FT, 2021: 198 of 855 White over 17 of 47 BME applicants.

    >>> round(relative_likelihood(Pair(198, 855), Pair(17, 47)), 4)
    0.6402
    """
    if not group.base or not comparator.base or not comparator.events:
        return None
    return (group.events * comparator.base) / (group.base * comparator.events)


def wilson_interval(share: float, base: int) -> Interval | None:
    """Return the Wilson score interval of a share of `base` people.

    Parameters
    ----------
    share : float
        0 to 1. A published, rounded share will do: the interval is then approximate.
    base : int
        Number of people; None is returned for 0.

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
    squared = _Z**2
    centre = share + squared / (2 * base)
    reach = _Z * sqrt(share * (1 - share) / base + squared / (4 * base**2))
    scale = 1 + squared / base
    return Interval(max(0.0, (centre - reach) / scale), min(1.0, (centre + reach) / scale))


def newcombe_interval(group: tuple[float, int], comparator: tuple[float, int]) -> Interval | None:
    """Return the interval of a difference of two shares, group minus comparator.

    Parameters
    ----------
    group, comparator : tuple of (share 0-1, base)

    Notes
    -----
    Newcombe (1998), Statistics in Medicine 17, 873-890, method 10: Wilson limits combined.
    """
    first, second = wilson_interval(*group), wilson_interval(*comparator)
    if first is None or second is None:
        return None
    difference = group[0] - comparator[0]
    down = sqrt((group[0] - first.lower) ** 2 + (second.upper - comparator[0]) ** 2)
    up = sqrt((first.upper - group[0]) ** 2 + (comparator[0] - second.lower) ** 2)
    return Interval(max(-1.0, difference - down), min(1.0, difference + up))


def koopman_interval(group: Pair, comparator: Pair) -> Interval | None:
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
    estimate = relative_likelihood(group, comparator)
    lower = 0.0 if not group.events else _limit(group, comparator, estimate, downwards=True)
    upper = inf if not comparator.events else _limit(group, comparator, estimate, downwards=False)
    return Interval(lower, upper)


def _limit(group: Pair, comparator: Pair, estimate: float | None, *, downwards: bool) -> float:
    """Find where the score statistic reaches the quantile, on one side of the estimate."""
    from scipy.optimize import brentq  # noqa: PLC0415 - half a second, only where used

    def excess(ratio: float) -> float:
        return _score(group, comparator, ratio) - _Z**2

    step = 0.5 if downwards else 2.0
    # Where the ratio itself is 0 or infinite, start from what half an event would give.
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


def ratio_extremes(group: Pair, comparator: Pair, unknown: Pair) -> Interval | None:
    """Return the least and greatest ratio that people of unknown ethnicity allow.

    The ratio falls when unknown people without the event join `group` and those with it join
    `comparator`; it rises the other way round. No other allocation goes further.

    Examples
    --------
    Humber Teaching NHS FT 2021, indicator 3:

    >>> extremes = ratio_extremes(Pair(1, 143), Pair(17, 2643), Pair(1, 243))
    >>> round(extremes.lower, 2), round(extremes.upper, 2)
    (0.38, 2.36)
    """
    seen = int(unknown.events)
    events, others = Pair(seen, seen), Pair(0, unknown.base - seen)
    low = relative_likelihood(group + others, comparator + events)
    high = relative_likelihood(group + events, comparator + others)
    if low is None:
        return None
    return Interval(low, inf if high is None else high)


def ratio_scenarios(group: Pair, comparator: Pair, unknown: Pair) -> tuple[float | None, ...]:
    """Return the ratio with all unknown people in `group`, and with all in `comparator`.

    Scenarios are illustrations, not bounds: see `ratio_extremes`.
    """
    return (
        relative_likelihood(group + unknown, comparator),
        relative_likelihood(group, comparator + unknown),
    )


def ratio_verdict(group: Pair, comparator: Pair) -> str:
    """Say in one of four ways what the counts show about a relative likelihood.

    'too few to say' where the pair `is_few`; otherwise the Koopman interval decides. An empty
    string where there is no interval.
    """
    interval = koopman_interval(group, comparator)
    if interval is None:
        return ""
    return "too few to say" if is_few(group, comparator) else interval_verdict(interval, equal=1.0)


def is_few(group: Pair, comparator: Pair) -> bool:
    """Say whether a comparison turns on single people.

    It does where in either group both the events seen and those to be expected at equal
    likelihood are fewer than `FEW_EVENTS`. None seen where many were to be expected is evidence,
    not a lack of it.

    Examples
    --------
    >>> is_few(Pair(1, 143), Pair(17, 2643)), is_few(Pair(0, 2000), Pair(100, 2000))
    (True, False)
    """
    pooled = (group.events + comparator.events) / (group.base + comparator.base)
    return any(max(pair.events, pair.base * pooled) < FEW_EVENTS for pair in (group, comparator))


def interval_verdict(interval: Interval, *, equal: float) -> str:
    """Say what an interval shows against the value that stands for equality.

    Examples
    --------
    >>> interval_verdict(Interval(0.45, 0.98), equal=1.0)
    'less likely'
    """
    if interval.lower > equal:
        return "more likely"
    return "less likely" if interval.upper < equal else "no clear difference"


def in_four_fifths_range(ratio: float) -> bool:
    """Say whether a ratio, as printed with two decimals, lies within 0.80 to 1.25.

    Examples
    --------
    >>> in_four_fifths_range(1.254), in_four_fifths_range(1.26)
    (True, False)
    """
    from wres.labels import round_half_up  # noqa: PLC0415 - one rounding rule for flag and print

    return FOUR_FIFTHS[0] <= float(round_half_up(ratio, 2)) <= FOUR_FIFTHS[1]
