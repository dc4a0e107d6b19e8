"""Shares of places, drawn towards what all places have in common, and the ranks that follow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from wres.stats.alike import likenesses
from wres.stats.counts import Interval, Pair
from wres.stats.intervals import CONFIDENCE

__all__ = ["Shrunken", "shrunken_shares"]

DRAWS = 4000


@dataclass(frozen=True)
class Shrunken:
    """A place's share as far as it is known.

    Parameters
    ----------
    share : float
        Mean of what it may be, 0 to 1.
    interval : Interval
        Of the share.
    rank : float
        Mean rank; 1 is the highest share.
    ranks : Interval
        Between these the rank lies with the same confidence.
    """

    share: float
    interval: Interval
    rank: float
    ranks: Interval


def shrunken_shares(
    pairs: Sequence[Pair], *, confidence: float = CONFIDENCE, seed: int = 1
) -> list[Shrunken]:
    """Draw the shares of places towards each other by as much as chance alone spreads them.

    Parameters
    ----------
    pairs : sequence of Pair
        Events and people of each place.
    confidence : float
        In percent.
    seed : int
        Shares of all places are drawn together 4,000 times; the same seed gives the same.

    Notes
    -----
    Given what the places have in common, shares follow their beta posterior; that itself is drawn
    from all it may be (`likenesses`), so that intervals and ranks hold the doubt about it: Gelman
    et al. (2013), Bayesian Data Analysis, 3rd ed., 5.3. Ranks are those of each draw: Goldstein &
    Spiegelhalter (1996), Journal of the Royal Statistical Society A 159, 385-443.
    """
    if not pairs:
        return []
    firsts, seconds, weights = likenesses(pairs)
    events = np.array([pair.events for pair in pairs], dtype=float)
    people = np.array([pair.base for pair in pairs], dtype=float)
    means = weights @ ((firsts[:, None] + events) / ((firsts + seconds)[:, None] + people))
    random = np.random.default_rng(seed)
    at = _evenly(weights, random)
    draws = random.beta(firsts[at, None] + events, seconds[at, None] + people - events)
    # Shares too near 0 or 1 to be told apart are as likely to stand in one order as in another.
    order = np.lexsort((random.random(draws.shape), -draws), axis=1)
    ranks: npt.NDArray[np.int64] = 1 + np.argsort(order, axis=1)
    tails = (100 - confidence) / 200, (100 + confidence) / 200
    low, high = np.quantile(draws, tails, axis=0)
    first, last = np.quantile(ranks, tails, axis=0, method="inverted_cdf")
    return [
        Shrunken(
            float(means[one]),
            Interval(float(low[one]), float(high[one])),
            float(ranks[:, one].mean()),
            Interval(float(first[one]), float(last[one])),
        )
        for one in range(len(pairs))
    ]


def _evenly(weights: npt.NDArray[np.float64], random: np.random.Generator) -> npt.NDArray[np.intp]:
    """Draw places of a mixture by their weights, each as often as these say but for one."""
    steps = (np.arange(DRAWS) + random.random()) / DRAWS
    return np.minimum(np.searchsorted(np.cumsum(weights), steps), len(weights) - 1)
