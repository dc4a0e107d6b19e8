"""What has changed since last year, part by part."""

from __future__ import annotations

import pytest
from statsmodels.stats.multitest import multipletests

from tests.unit.hotspots.made import DIVISIONS, hotspots
from wres.hotspots import view_text
from wres.hotspots.turns import moved
from wres.hotspots.unevenness import since_last_year

WORSE = {**DIVISIONS, "Surgery": ((900, 300, 30), (9, 60))}
BEFORE = {**DIVISIONS, "Surgery": ((900, 300, 30), (9, 3))}


def test_a_change_of_a_ratio_is_told_over_all_parts_of_the_view():
    spots = hotspots(WORSE, before=BEFORE)
    found = moved(spots.cells(), spots.before(), "3", "division")
    turns = [since_last_year(spots.cells(), spots.before(), "3", one.spot) for one in found]
    _, known, _, _ = multipletests([turn.chance for turn in turns], method="fdr_bh")
    assert [one.rate for one in found] == pytest.approx(list(known))
    (surgery,) = [one for one in found if one.spot.place == "Surgery"]
    assert (surgery.before, surgery.now) == pytest.approx((1.0, 60 / 300 / (9 / 900)))
    said = view_text(spots, "3", "division")
    assert "changed by more than chance allows in Surgery (from 1.00 to 20.00)." in said


def test_a_part_without_a_ratio_in_either_year_has_no_change():
    """No White staff of theatres entered the process, so BME over White has no value."""
    spots = hotspots(WORSE, before=BEFORE)
    found = moved(spots.cells(), spots.before(), "3", "division")
    assert "Theatres" not in [one.spot.place for one in found]


def test_staff_in_post_are_counted_in_full_and_their_change_is_not_tested():
    spots = hotspots(DIVISIONS, before={**DIVISIONS, "Estates": ((600, 100, 20), (6, 2))})
    found = moved(spots.cells(), spots.before(), "workforce", "division")
    assert {one.rate for one in found} == {None}
    (estates,) = [one for one in found if one.spot.place == "Estates"]
    assert (estates.before, estates.now) == pytest.approx((100 * 100 / 700, 25.0))
    said = view_text(spots, "workforce", "division")
    assert "Since last year it has moved most in Estates (from 14.3% to 25.0%)." in said
