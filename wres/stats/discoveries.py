"""False discoveries: which of many p-values are told, so that few of those told are chance."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

__all__ = ["adjusted_p_values"]


def adjusted_p_values(p_values: Sequence[float]) -> list[float]:
    """Give each p-value as the least rate of false discoveries at which it would be told.

    Notes
    -----
    Benjamini & Hochberg (1995), Journal of the Royal Statistical Society B 57, 289-300.

    Examples
    --------
    >>> [round(one, 3) for one in adjusted_p_values([0.01, 0.04, 0.03, 0.5])]
    [0.04, 0.053, 0.053, 0.5]
    """
    values = np.asarray(p_values, dtype=float)
    if not len(values):
        return []
    order = np.argsort(-values, kind="stable")
    steps = values[order] * len(values) / np.arange(len(values), 0, -1)
    adjusted = np.empty(len(values))
    adjusted[order] = np.minimum(np.minimum.accumulate(steps), 1.0)
    return [float(one) for one in adjusted]
