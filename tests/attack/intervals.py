"""The adversary's own formulae of the intervals that reports print.

Wilson (1927), Newcombe (1998, method 10), MOVER (Zou & Donner 2008) and Mantel-Haenszel with the
limits of Greenland & Robins (1985) are explicit. Koopman (1984) need not be solved where it stands
alone: a printed limit lies between two numbers exactly if the score statistic crosses its quantile
between them. Within a change it is solved, by halving.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from statistics import NormalDist
from typing import Any

import numpy as np

__all__ = [
    "gap_with_limits",
    "koopman",
    "koopman_lower_within",
    "koopman_upper_within",
    "moved",
    "of_comparison",
    "of_gap",
    "of_percentage",
    "of_share",
    "percentage_with_limits",
    "pooled",
    "pooled_limits",
    "pooled_with_limits",
    "ratio_with_limits",
    "share_with_limits",
    "wilson",
]

USUAL = 95.0
# Halvings of the logarithm of a ratio: far beyond the digits of a double.
STEPS = 90
FAR = 1e9
# Value, lower and upper limit.
Limits = tuple[Any, Any, Any]


@cache
def quantile(confidence: float) -> float:
    """Give the quantile of an interval of this confidence, in percent."""
    return NormalDist().inv_cdf(0.5 + confidence / 200)


def wilson(events: Any, base: Any, confidence: float = USUAL) -> tuple[Any, Any]:
    """Return both limits in percent."""
    z = quantile(confidence)
    share = events / base
    middle = (share + z**2 / (2 * base)) / (1 + z**2 / base)
    reach = z * np.sqrt(share * (1 - share) / base + z**2 / (4 * base**2)) / (1 + z**2 / base)
    return 100 * np.maximum(0.0, middle - reach), 100 * np.minimum(1.0, middle + reach)


def share_with_limits(parts: Sequence[Any], confidence: float) -> Limits:
    """Give a share of events, in percent."""
    return (100 * parts[0] / parts[1], *wilson(parts[0], parts[1], confidence))


def percentage_with_limits(parts: Sequence[Any], confidence: float) -> Limits:
    """Give a percentage of so many answers."""
    return (parts[0], *wilson(parts[0] * parts[1] / 100, parts[1], confidence))


def ratio_with_limits(parts: Sequence[Any], confidence: float) -> Limits:
    """Give a ratio of likelihoods."""
    return (_ratio(parts), *koopman(parts, confidence))


def gap_with_limits(parts: Sequence[Any], confidence: float) -> Limits:
    """Give the first percentage less the second; Newcombe's limits end at 100 points."""
    first, second = (percentage_with_limits(parts[at : at + 2], confidence) for at in (0, 2))
    lower, upper = _apart(first, second)
    return first[0] - second[0], np.maximum(-100.0, lower), np.minimum(100.0, upper)


def pooled_with_limits(parts: Sequence[Any], confidence: float) -> Limits:
    """Give the Mantel-Haenszel ratio."""
    return (pooled(parts), *pooled_limits(parts, confidence))


def of_share(parts: Sequence[Any], confidence: float = USUAL) -> tuple[Any, Any]:
    return share_with_limits(parts, confidence)[1:]


def of_percentage(parts: Sequence[Any], confidence: float = USUAL) -> tuple[Any, Any]:
    return percentage_with_limits(parts, confidence)[1:]


def of_gap(parts: Sequence[Any], confidence: float = USUAL) -> tuple[Any, Any]:
    return gap_with_limits(parts, confidence)[1:]


def of_comparison(
    parts: Sequence[Any], confidence: float, percent: float, people: float
) -> tuple[Any, Any]:
    """Return the limits of a percentage less another's, of so many people."""
    others = (np.float64(percent), np.float64(people))
    return gap_with_limits([*parts, *others], confidence)[1:]


def moved(
    figure: Callable[[Sequence[Any], float], Limits], parts: Sequence[Any], confidence: float
) -> tuple[Any, Any]:
    """Return the limits of a figure less that of another year, whose parts follow its own."""
    half = len(parts) // 2
    return _apart(figure(parts[:half], confidence), figure(parts[half:], confidence))


def _apart(first: Limits, second: Limits) -> tuple[Any, Any]:
    """Recover the limits of a difference from those of both figures."""
    value = first[0] - second[0]
    down = np.hypot(first[0] - first[1], second[2] - second[0])
    up = np.hypot(first[2] - first[0], second[0] - second[1])
    return value - down, value + up


def pooled(parts: Sequence[Any]) -> Any:
    """Return the Mantel-Haenszel ratio over strata of four counts each."""
    above, below, _ = _weighed(parts)
    return above / below


def pooled_limits(parts: Sequence[Any], confidence: float = USUAL) -> tuple[Any, Any]:
    """Return its limits on the logarithmic scale."""
    above, below, mass = _weighed(parts)
    reach = np.exp(quantile(confidence) * np.sqrt(mass / (above * below)))
    return above / below / reach, above / below * reach


def _weighed(parts: Sequence[Any]) -> tuple[Any, Any, Any]:
    above = below = mass = np.float64(0.0)
    for at in range(0, len(parts), 4):
        a, b, c, d = parts[at : at + 4]
        both = (b > 0) & (d > 0)
        people = np.where(both, b + d, 1.0)
        above = above + np.where(both, a * d / people, 0.0)
        below = below + np.where(both, c * b / people, 0.0)
        more = ((a + c) * b * d - a * c * people) / people**2
        mass = mass + np.where(both, more, 0.0)
    return above, below, mass


def koopman(parts: Sequence[Any], confidence: float = USUAL) -> tuple[Any, Any]:
    """Return both limits of a ratio of likelihoods, found by halving."""
    a, b, c, d = parts
    # Without events the ratio is 0 or infinite: start far enough on that side of half an event.
    middle = np.maximum(a, 0.5) * d / (b * np.maximum(c, 0.5))
    lower = _crossing(parts, np.where(c > 0, middle, middle * FAR), -1.0, confidence)
    upper = _crossing(parts, np.where(a > 0, middle, middle / FAR), 1.0, confidence)
    return np.where(a > 0, lower, 0.0), np.where(c > 0, upper, np.inf)


def _crossing(parts: Sequence[Any], middle: Any, way: float, confidence: float) -> Any:
    """Find where the score statistic reaches its quantile, on one side of the estimate."""
    inner, outer = np.zeros_like(middle), np.full_like(middle, 60.0)
    for _ in range(STEPS):
        half = (inner + outer) / 2
        beyond = _score(parts, middle * np.exp(way * half)) > quantile(confidence) ** 2
        inner, outer = np.where(beyond, inner, half), np.where(beyond, half, outer)
    return middle * np.exp(way * inner)


def koopman_lower_within(
    parts: list[Any], low: float, high: float, confidence: float = USUAL
) -> Any:
    """Tell whether the lower limit lies between two numbers."""
    ratio, squared = _ratio(parts), quantile(confidence) ** 2
    above = (low <= 0) | ((low < ratio) & (_score(parts, low) >= squared * (1 - 1e-7)))
    below = (high >= ratio) | (_score(parts, high) <= squared * (1 + 1e-7))
    return above & below & _exists(parts)


def koopman_upper_within(
    parts: list[Any], low: float, high: float, confidence: float = USUAL
) -> Any:
    """Tell whether the upper limit lies between two numbers; it is infinite without events."""
    ratio, squared = _ratio(parts), quantile(confidence) ** 2
    below = np.isinf(high) | ((high > ratio) & (_score(parts, high) >= squared * (1 - 1e-7)))
    open_ended = parts[2] == 0
    if np.isinf(low):
        return open_ended & _exists(parts)
    above = (low <= ratio) | (_score(parts, low) <= squared * (1 + 1e-7))
    return ~open_ended & above & below & _exists(parts)


def _exists(parts: list[Any]) -> Any:
    return (parts[1] > 0) & (parts[3] > 0) & (parts[0] + parts[2] > 0)


def _ratio(parts: Sequence[Any]) -> Any:
    return np.where(parts[2] > 0, parts[0] * parts[3] / (parts[1] * parts[2]), np.inf)


def _score(parts: Sequence[Any], ratio: Any) -> Any:
    """Return the chi-squared statistic of the best fit with this ratio of likelihoods."""
    a, b, c, d = parts
    if np.ndim(ratio) == 0 and ratio <= 0:
        return np.where(a > 0, np.inf, 0.0)
    if np.ndim(ratio) == 0 and np.isinf(ratio):
        return np.where(c > 0, np.inf, 0.0)
    # Likelihood q of the second group maximises a log(ratio q) + (b-a) log(1 - ratio q) + ...
    square, line, plain = ratio * (b + d), ratio * (b + c) + a + d, a + c
    q = 2 * plain / (line + np.sqrt(np.maximum(line**2 - 4 * square * plain, 0.0)))
    return _residual(a, b, ratio * q) + _residual(c, d, q)


def _residual(events: Any, base: Any, likelihood: Any) -> Any:
    variance = base * likelihood * (1 - likelihood)
    apart = events - base * likelihood
    impossible = np.where(np.abs(apart) < 1e-9, 0.0, np.inf)
    return np.where(variance > 1e-200, apart**2 / np.maximum(variance, 1e-200), impossible)
