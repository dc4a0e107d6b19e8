"""What adds to a gap, which way the gap goes; small contributions drawn."""

import pytest

from wres.charts.place_contributions import _step
from wres.hotspots.unevenness import Part, adds_most
from wres.stats import Pair
from wres.stats.parts import Contribution
from wres.stats.shrinkage import shrunken_shares


def parts(*sizes):
    return [Part(None, Contribution(size, 0.0)) for size in sizes]


@pytest.mark.parametrize(
    ("sizes", "most"),
    [((-10.0, 6.67, 5.0), 6.67), ((10.0, -6.67, -5.0), -6.67), ((0.2, 0.3, -0.1), 0.3)],
)
def test_what_works_against_a_gap_never_adds_most_to_it(sizes, most):
    assert adds_most(parts(*sizes)).contribution.together == most


@pytest.mark.parametrize(
    ("reach", "step"),
    [(0.03, (0.01, 2)), (0.4, (0.1, 1)), (0.9, (0.5, 1)), (7.4, (2, 0)), (18.0, (5, 0))],
)
def test_steps_suit_gaps_of_less_than_a_point(reach, step):
    assert _step(reach) == step


def test_places_without_any_event_share_all_ranks():
    """Nobody of 84 and nobody of 112: neither is known to be first."""
    for one in shrunken_shares([Pair(0, 84), Pair(0, 112)]):
        assert (one.ranks.lower, one.ranks.upper) == (1.0, 2.0)
        assert one.rank == pytest.approx(1.5, abs=0.05)
