"""Shares of places drawn towards each other: a published example, direct integration, coverage."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats
from scipy.special import expit, logit

from wres.stats import Pair
from wres.stats.alike import likenesses
from wres.stats.shrinkage import shrunken_shares

# Tumours among groups of rats of strain F344, the current experiment last: Tarone (1982),
# Biometrics 38, 215-220, as in Gelman et al. (2013), Bayesian Data Analysis, 3rd ed., table 5.1.
RATS = [
    *[(0, 20)] * 7, *[(0, 19)] * 4, (0, 18), (0, 18), (0, 17), *[(1, 20)] * 4, (1, 19), (1, 19),
    (1, 18), (1, 18), (2, 25), (2, 24), (2, 23), *[(2, 20)] * 6, (1, 10), (5, 49), (2, 19),
    (5, 46), (3, 27), (2, 17), (7, 49), (7, 47), (3, 20), (3, 20), (2, 13), (9, 48), (10, 50),
    *[(4, 20)] * 7, (10, 48), (4, 19), (4, 19), (4, 19), (5, 22), (11, 46), (12, 49), (5, 20),
    (5, 20), (6, 23), (5, 19), (6, 22), *[(6, 20)] * 3, (16, 52), (15, 46), (15, 47), (9, 24),
    (4, 14),
]  # fmt: skip


def pairs_of(counts):
    return [Pair(*one) for one in counts]


def test_what_rats_have_in_common_is_as_published():
    """Gelman et al., 5.3: of the posterior E(alpha) is 2.4 and E(beta) 14.3."""
    firsts, seconds, weights = likenesses(pairs_of(RATS))
    assert weights.sum() == pytest.approx(1.0)
    assert weights @ firsts == pytest.approx(2.4, abs=0.05)
    assert weights @ seconds == pytest.approx(14.3, abs=0.05)


def integrated(counts, at, share):
    """Give the mean of a place's share and how likely it is below one, from scipy's distributions.

    The same prior in other variables: log odds of the mean, logarithm of the spread.
    """
    mean = expit(np.linspace(-12, 8, 500))[None, :]
    spread = np.geomspace(1e-3, 1, 400)[:, None]
    first, second = mean / spread**2, (1 - mean) / spread**2
    heights = np.log(mean * (1 - mean)) + np.log(spread)
    for events, people in counts:
        heights = heights + stats.betabinom.logpmf(events, people, first, second)
    weights = np.exp(heights - heights.max())
    weights /= weights.sum()
    events, people = counts[at]
    after = stats.beta(first + events, second + people - events)
    return (weights * after.mean()).sum(), [(weights * after.cdf(one)).sum() for one in share]


@pytest.mark.parametrize(
    "counts",
    [
        [(100, 500), (110, 500)],
        [(20, 100), (20, 100), (22, 100), (200, 1000), (30, 150)],
        [(3, 112), (0, 84), (1, 300), (4, 500)],
        [(10, 100), (300, 1000), (50, 400), (200, 500)],
    ],
)
def test_shares_and_intervals_are_those_of_direct_integration(counts):
    own = shrunken_shares(pairs_of(counts))[0]
    mean, tails = integrated(counts, 0, (own.interval.lower, own.interval.upper))
    assert own.share == pytest.approx(mean, rel=2e-3)
    # Of 4,000 draws 2.5% are known to a quarter of a point: three of these.
    assert tails == pytest.approx([0.025, 0.975], abs=0.0075)


@pytest.mark.parametrize("people", [[400, 150], [13, 53, 88, 132, 176, 198]])
@pytest.mark.parametrize("spread", [0.0, 0.5])
def test_intervals_hold_the_truth_as_often_as_asked_for(people, spread):
    """Where places are truly alike too, and where few places tell how alike they are."""
    random, held = np.random.default_rng(11), []
    for _ in range(120):
        truth = expit(logit(0.2) + spread * random.normal(size=len(people)))
        found = shrunken_shares(pairs_of(zip(random.binomial(people, truth), people, strict=True)))
        held += [
            one.interval.lower <= true <= one.interval.upper
            for one, true in zip(found, truth, strict=True)
        ]
    assert np.mean(held) >= 0.93


def test_places_that_differ_by_chance_alone_are_drawn_together():
    """By chance the share of 100 people is known to 4 points; these lie within 2 of each other."""
    alike = [Pair(events, 100) for events in (19, 20, 21) * 4]
    shares = [one.share for one in shrunken_shares(alike)]
    assert shares == pytest.approx([0.2] * 12, abs=0.003)


def test_small_places_are_drawn_further_than_large_ones_and_ranks_tell_their_doubt():
    pairs = [Pair(4, 10), Pair(400, 1000), Pair(100, 1000), Pair(90, 1000), Pair(250, 1000)]
    small, large, *_ = shrunken_shares(pairs)
    assert abs(large.share - 0.4) < 0.005 < 0.4 - small.share
    assert (large.ranks.lower, large.ranks.upper) in {(1.0, 2.0), (1.0, 1.0)}
    assert small.ranks.upper - small.ranks.lower >= 2
    assert shrunken_shares([]) == []


def test_two_places_alike_may_stand_in_either_order():
    """The same counts: each is first in half of all draws."""
    for one in shrunken_shares([Pair(40, 200)] * 2):
        assert (one.ranks.lower, one.ranks.upper) == (1.0, 2.0)
        assert one.rank == pytest.approx(1.5, abs=0.05)
