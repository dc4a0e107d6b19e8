"""What has changed since last year, part by part."""

from __future__ import annotations

import pytest
from statsmodels.stats.multitest import multipletests

from tests.unit.hotspots.made import DIVISIONS, hotspots
from tests.unit.indicators.trusts import YEAR
from wres.hotspots import not_shown, view_text
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


def test_a_place_is_told_as_changed_only_where_the_view_of_all_places_tells_it_so():
    """Cases from 9 to 30 are 1 in 23 by chance for one place, and four places are looked at."""
    others = {**DIVISIONS, "Theatres": ((600, 200, 20), (6, 5))}
    now = {**others, "Surgery": ((900, 300, 30), (9, 30))}
    before = {**others, "Surgery": ((900, 300, 30), (9, 9))}
    spots = hotspots(now, before=before)
    (surgery,) = [one for one in spots.moved("3", "division") if one.spot.place == "Surgery"]
    assert surgery.chance < 0.05 < surgery.rate
    said = view_text(spots, "3", "division")
    assert "Last year it was 3.00: no clear change." in said
    assert "Since last year no place, of 4 known in both years, has changed" in said
    assert "would change so much" not in said


def test_how_rare_a_change_is_stands_beside_a_place_that_has_changed():
    spots = hotspots(WORSE, before=BEFORE)
    said = view_text(spots, "3", "division")
    assert "Last year it was 1.00; by chance alone fewer than 1 such figure in 10,000" in said


def test_divisions_of_this_years_files_only_say_why_no_change_is_shown():
    why = f"No change since {YEAR - 1} can be shown by division: no counts by it were given"
    whole = "staff_group,band,ethnicity,headcount\nall,all,White,2700\nall,all,BME,900\n"
    for before in (None, {"workforce": f"{whole}all,all,Unknown,90"}):
        spots = hotspots(DIVISIONS, before=before)
        assert why in not_shown(spots)
        assert why in view_text(spots, "workforce", "division")
        assert why in view_text(spots, "3", "division")
    both = hotspots(DIVISIONS, before=BEFORE)
    for one in (both, both.in_year(YEAR - 1)):
        assert "No change since" not in not_shown(one) + view_text(one, "workforce", "division")


def test_counts_of_last_year_that_are_withheld_are_not_said_to_be_lacking():
    few = {name: ((9, 2, 0), (0, 0)) for name in DIVISIONS}
    spots = hotspots(DIVISIONS, before=few, profile="public")
    assert "No change since" not in view_text(spots, "workforce", "division")
