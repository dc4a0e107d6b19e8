"""The adversary's own formulae of the intervals that reports print.

Wilson (1927) is explicit. Koopman (1984) need not be solved: a printed limit lies between two
numbers exactly if the score statistic crosses its quantile between them.
"""

from __future__ import annotations

from typing import Any

import numpy as np

__all__ = ["koopman_lower_within", "koopman_upper_within", "wilson"]

Z = 1.959963984540054  # 97.5% point of the normal distribution


def wilson(events: Any, base: Any) -> tuple[Any, Any]:
    """Return both limits in percent."""
    share = events / base
    middle = (share + Z**2 / (2 * base)) / (1 + Z**2 / base)
    reach = Z * np.sqrt(share * (1 - share) / base + Z**2 / (4 * base**2)) / (1 + Z**2 / base)
    return 100 * np.maximum(0.0, middle - reach), 100 * np.minimum(1.0, middle + reach)


def koopman_lower_within(parts: list[Any], low: float, high: float) -> Any:
    """Tell whether the lower limit lies between two numbers."""
    ratio = _ratio(parts)
    above = (low <= 0) | ((low < ratio) & (_score(parts, low) >= Z**2 * (1 - 1e-7)))
    below = (high >= ratio) | (_score(parts, high) <= Z**2 * (1 + 1e-7))
    return above & below & _exists(parts)


def koopman_upper_within(parts: list[Any], low: float, high: float) -> Any:
    """Tell whether the upper limit lies between two numbers; it is infinite without events."""
    ratio = _ratio(parts)
    below = np.isinf(high) | ((high > ratio) & (_score(parts, high) >= Z**2 * (1 - 1e-7)))
    open_ended = parts[2] == 0
    if np.isinf(low):
        return open_ended & _exists(parts)
    above = (low <= ratio) | (_score(parts, low) <= Z**2 * (1 + 1e-7))
    return ~open_ended & above & below & _exists(parts)


def _exists(parts: list[Any]) -> Any:
    return (parts[1] > 0) & (parts[3] > 0) & (parts[0] + parts[2] > 0)


def _ratio(parts: list[Any]) -> Any:
    return np.where(parts[2] > 0, parts[0] * parts[3] / (parts[1] * parts[2]), np.inf)


def _score(parts: list[Any], ratio: float) -> Any:
    """Return the chi-squared statistic of the best fit with this ratio of likelihoods."""
    a, b, c, d = parts
    if ratio <= 0:
        return np.where(a > 0, np.inf, 0.0)
    if np.isinf(ratio):
        return np.where(c > 0, np.inf, 0.0)
    # Likelihood q of the second group maximises a log(ratio q) + (b-a) log(1 - ratio q) + ...
    square, line, plain = ratio * (b + d), ratio * (b + c) + a + d, a + c
    q = 2 * plain / (line + np.sqrt(np.maximum(line**2 - 4 * square * plain, 0.0)))
    return _residual(a, b, ratio * q) + _residual(c, d, q)


def _residual(events: Any, base: Any, likelihood: Any) -> Any:
    variance = base * likelihood * (1 - likelihood)
    apart = events - base * likelihood
    return np.where(variance > 1e-12, apart**2 / np.maximum(variance, 1e-300), 0.0)
