"""How alike the shares of places are: the beta distributions they may have been drawn from."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from wres.stats.counts import Pair

__all__ = ["likenesses"]

Floats = npt.NDArray[np.float64]
# Spreads and, of each, means at which the likelihood is worked out.
SPREADS, MEANS = 64, 24
# Spreads of a first look, by equal ratios from one that is as good as none among 10 million people.
FIRST_LOOK, LEAST_SPREAD = 80, 3e-4
# Means are looked for as if so many times fewer people had told of them.
WIDER = 2


def likenesses(pairs: Sequence[Pair]) -> tuple[Floats, Floats, Floats]:
    """Weigh the beta distributions from which the shares of places may have been drawn.

    Parameters
    ----------
    pairs : sequence of Pair
        Events and people of each place.

    Returns
    -------
    tuple of array
        Both parameters of each distribution, and how likely it is; these add up to 1.

    Notes
    -----
    The posterior of the beta-binomial model on a grid, with the prior of Gelman et al. (2013),
    Bayesian Data Analysis, 3rd ed., 5.3: the mean is uniform, and so is the spread, one over the
    root of both parameters' sum, here up to 1. Points of the grid lie closer where a first look
    found the likelihood greater, means where they are likely of their spread; each is weighed by
    the stretch it stands for.
    """
    events = np.array([pair.events for pair in pairs], dtype=float)
    people = np.array([pair.base for pair in pairs], dtype=float)
    look = np.concatenate([[0.0], np.geomspace(LEAST_SPREAD, 1.0, FIRST_LOOK)])
    heights = _by_spread(events, people, look[1:])[2].sum(axis=1)
    heights = np.concatenate([heights[:1], heights])
    sums = np.cumsum(np.diff(look, prepend=0.0) * (heights + np.roll(heights, 1)))
    # Half the points follow these, half go by equal ratios, so that no stretch is left to one.
    sums = sums / sums[-1] + np.linspace(0, 1, len(look))
    edges = np.interp(np.linspace(0, 2, SPREADS + 1), sums, look)
    firsts, seconds, weights = _by_spread(events, people, (edges[1:] + edges[:-1]) / 2)
    weights = weights * np.diff(edges)[:, None]
    return firsts.ravel(), seconds.ravel(), (weights / weights.sum()).ravel()


def _by_spread(events: Floats, people: Floats, spreads: Floats) -> tuple[Floats, Floats, Floats]:
    """Give both parameters and how likely these are, in proportion, by spread and mean."""
    from scipy.special import betaincinv, betaln  # noqa: PLC0415 - slow to load

    spread = spreads[:, None]
    # What each place tells of the mean, in people: the less, the more places differ.
    told = people / (1 + (people - 1) * spread**2 / (1 + spread**2))
    weight = told.sum(axis=1, keepdims=True)
    centre = (told * events / people).sum(axis=1, keepdims=True) / weight
    guess = 1 + centre * weight / WIDER, 1 + (1 - centre) * weight / WIDER
    means = betaincinv(*guess, (np.arange(MEANS) + 0.5) / MEANS)
    firsts, seconds = means / spread**2, (1 - means) / spread**2
    one, other = firsts[:, :, None], seconds[:, :, None]
    terms = betaln(one + events, other + people - events) - betaln(one, other)
    guessed = (guess[0] - 1) * np.log(means) + (guess[1] - 1) * np.log1p(-means) - betaln(*guess)
    logs = terms.sum(axis=2) - guessed
    return firsts, seconds, np.exp(logs - logs.max())
