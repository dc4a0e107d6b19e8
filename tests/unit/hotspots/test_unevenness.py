"""What adds to a gap, which way the gap goes; small contributions drawn."""

from decimal import Decimal

import pytest

from tests.unit.hotspots.made import hotspots
from wres.charts import place_contributions
from wres.charts.place_contributions import _step
from wres.hotspots import view_text
from wres.hotspots.unevenness import Part, adds_most, contributions
from wres.labels import format_contribution
from wres.stats import Pair
from wres.stats.parts import Contribution, rounded_parts
from wres.stats.shrinkage import shrunken_shares


def parts(*sizes):
    return [Part(None, Contribution(size, 0.0), size) for size in sizes]


@pytest.mark.parametrize(
    ("sizes", "most"),
    [((-10.0, 6.67, 5.0), 6.67), ((10.0, -6.67, -5.0), -6.67), ((0.2, 0.3, -0.1), 0.3)],
)
def test_what_works_against_a_gap_never_adds_most_to_it(sizes, most):
    assert adds_most(parts(*sizes)).contribution.together == most


@pytest.mark.parametrize(
    "own", [((900, 300, 0), (9, 5)), ((1100, 310, 0), (31, 7)), ((700, 210, 0), (3, 1))]
)
def test_contributions_add_up_to_the_gap_as_they_are_printed(own):
    """Of seven parts alike, each a seventh: 0.67 points are no seven times 0.10."""
    spots = hotspots({f"D{at}": own for at in range(7)})
    found = [one.points for one in contributions(spots.cells(), "3", "division")]
    (white, bme, _), (cases, own_cases) = own
    gap = 100 * (own_cases / bme - cases / white)
    shown = [Decimal(format_contribution(one).replace("−", "-")) for one in found]
    assert sum(shown) == Decimal(format_contribution(gap).replace("−", "-"))
    assert all(abs(one - gap / 7) < 0.01 for one in found)
    figure = place_contributions(spots, "3", "division")
    assert all(format_contribution(one) in figure.alt for one in found)


@pytest.mark.parametrize(
    ("parts", "rounded"),
    [
        ((0.004, 0.004, 0.004), [0.01, 0.0, 0.0]),
        ((-0.125, 0.0), [-0.13, 0.0]),  # as it is printed alone
        ((-1.006, 0.502, 0.503), [-1.0, 0.5, 0.5]),
        ((0.0, 0.0), [0.0, 0.0]),
    ],
)
def test_parts_are_rounded_so_that_they_add_up(parts, rounded):
    assert rounded_parts(parts, 2) == rounded


def test_where_no_place_adds_anything_none_is_said_to():
    spots = hotspots({name: ((900, 300, 0), (9, 3)) for name in "ABC"})
    told = "No place adds to the"
    assert place_contributions(spots, "3", "division").title.startswith(told)
    assert f"{told} trust's gap: it is 0.00 points." in view_text(spots, "3", "division")


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
