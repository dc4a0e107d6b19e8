"""Titles of pictures of a trust's parts: how many differ, and which most surely."""

from __future__ import annotations

import pytest

from tests.unit.hotspots.made import hotspots
from wres.charts import place_heat
from wres.hotspots.scan import RATE

# White, BME and Unknown staff, and White and BME cases: of Eps 90 of 100 cases are of BME people,
# which chance can't make. Alpha, drawn before it, differs in its staff too, less surely.
UNEVEN = {
    "Alpha": ((900, 360, 0), (30, 20)),
    "Beta": ((900, 240, 0), (40, 4)),
    "Eps": ((1000, 300, 0), (10, 90)),
    "Zeta": ((700, 210, 0), (60, 2)),
}


def test_a_place_that_differs_by_two_measures_is_one_place_and_the_surest_is_named():
    spots = hotspots(UNEVEN)
    told = [one for one in spots.findings if one.rate <= RATE]
    assert len(told) > len({one.spot for one in told}) == 4
    assert min(told, key=lambda one: one.chance).spot.place == "Eps"
    title = place_heat(spots, "division").title
    assert title == "4 places differ from the rest, Eps most surely"


def test_of_three_places_or_fewer_the_surest_is_named_first():
    few = {name: ((900, 300, 0), (30, 10)) for name in ("Alpha", "Beta", "Gamma", "Zeta")}
    spots = hotspots({**few, "Beta": ((900, 300, 0), (30, 30)), "Zeta": ((900, 300, 0), (10, 60))})
    surest = [one.spot.place for one in spots.findings if one.rate <= RATE]
    assert (len(surest), surest[0]) == (3, "Zeta")
    assert place_heat(spots, "division").title.startswith("Zeta, ")


@pytest.mark.parametrize("cases", [(40, 6), (90, 4)])
def test_two_places_differ_from_each_other_by_both_measures_or_one(cases):
    spots = hotspots({"A": ((900, 600, 0), (20, 60)), "B": ((900, 200, 0), cases)})
    assert len([one for one in spots.findings if one.rate <= RATE]) == 4
    assert place_heat(spots, "division").title == "A and B differ from each other"
