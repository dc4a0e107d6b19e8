"""Shares of places, drawn towards what all places have in common, and the ranks that follow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log

import numpy as np
import numpy.typing as npt

from wres.stats.counts import Interval, Pair
from wres.stats.intervals import CONFIDENCE

__all__ = ["Shrunken", "fit_beta", "shrunken_shares"]

DRAWS = 4000
# So many people's worth of knowledge of the mean is as good as all places being alike.
ALIKE = 1e7
LEAST = 1e-3


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


def fit_beta(pairs: Sequence[Pair]) -> tuple[float, float]:
    """Fit the beta distribution from which the shares of places may have been drawn.

    Parameters
    ----------
    pairs : sequence of Pair
        Events and people of each place.

    Returns
    -------
    tuple of float
        Both parameters: their sum is the number of people whose knowledge the mean is worth, at
        most `ALIKE`, where places differ no more than by chance.

    Notes
    -----
    Greatest marginal likelihood of the beta-binomial distribution: Griffiths (1973), Biometrics
    29, 637-648; as empirical Bayes, Efron & Morris (1975), Journal of the American Statistical
    Association 70, 311-319.
    """
    from scipy.optimize import minimize  # noqa: PLC0415 - slow to load
    from scipy.special import betaln  # noqa: PLC0415

    events = np.array([pair.events for pair in pairs], dtype=float)
    people = np.array([pair.base for pair in pairs], dtype=float)
    mean = min(max(events.sum() / people.sum(), 1e-6), 1 - 1e-6)

    def loss(at: np.ndarray) -> float:
        share = 1 / (1 + exp(-float(np.clip(at[0], -30, 30))))
        weight = exp(float(np.clip(at[1], log(LEAST), log(ALIKE))))
        alpha, beta = share * weight, (1 - share) * weight
        terms = betaln(alpha + events, beta + people - events) - betaln(alpha, beta)
        return -float(terms.sum())

    starts = [np.array([log(mean / (1 - mean)), log(weight)]) for weight in (5.0, 100.0, 1e5)]
    found = min(
        (
            minimize(
                loss,
                start,
                method="Nelder-Mead",
                options={"xatol": 1e-6, "fatol": 1e-10, "maxiter": 2000},
            )
            for start in starts
        ),
        key=lambda one: float(one.fun),
    )
    share = 1 / (1 + exp(-float(np.clip(found.x[0], -30, 30))))
    weight = exp(float(np.clip(found.x[1], log(LEAST), log(ALIKE))))
    return share * weight, (1 - share) * weight


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
        Ranks are drawn 4,000 times; the same seed gives the same.

    Notes
    -----
    Shares follow their beta posterior; ranks are those of draws from all of them at once:
    Goldstein & Spiegelhalter (1996), Journal of the Royal Statistical Society A 159, 385-443.
    """
    from scipy.stats import beta as beta_distribution  # noqa: PLC0415 - slow to load

    if not pairs:
        return []
    first, second = fit_beta(pairs)
    tail = (100 - confidence) / 200
    alphas = np.array([first + pair.events for pair in pairs])
    betas = np.array([second + pair.base - pair.events for pair in pairs])
    low = np.asarray(beta_distribution.ppf(tail, alphas, betas))
    high = np.asarray(beta_distribution.ppf(1 - tail, alphas, betas))
    random = np.random.default_rng(seed)
    draws = random.beta(alphas, betas, size=(DRAWS, len(pairs)))
    # Shares too near 0 or 1 to be told apart are as likely to stand in one order as in another.
    order = np.lexsort((random.random(draws.shape), -draws), axis=1)
    ranks: npt.NDArray[np.int64] = 1 + np.argsort(order, axis=1)
    return [
        Shrunken(
            float(alphas[at] / (alphas[at] + betas[at])),
            Interval(float(low[at]), float(high[at])),
            float(ranks[:, at].mean()),
            Interval(_rank_at(ranks[:, at], tail), _rank_at(ranks[:, at], 1 - tail)),
        )
        for at in range(len(pairs))
    ]


def _rank_at(ranks: npt.NDArray[np.int64], share: float) -> float:
    return float(np.quantile(ranks, share, method="inverted_cdf"))
