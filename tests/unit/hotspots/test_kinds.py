"""Staff groups and pay bands held against the rest, from no more than results show of them."""

from __future__ import annotations

import pytest

from tests.unit.hotspots.made import hotspots
from tests.unit.indicators.trusts import YEAR
from wres.hotspots import answer, view_text
from wres.hotspots.cells import BME, TRUST, WHITE, Cells, Spot
from wres.hotspots.kinds import KINDS, PAY_BAND, STAFF_GROUP, kinds_of
from wres.hotspots.sides import sides_of
from wres.stats import Pair

CLINICAL = Spot(STAFF_GROUP, "Clinical staff")
# Staff group and band; White, BME and Unknown staff.
STAFF = {
    ("clinical", "5"): (60, 40, 6),
    ("clinical", "8a"): (30, 8, 6),
    ("non-clinical", "4"): (50, 10, 6),
    ("non-clinical", "8a"): (20, 7, 6),
}


def staffed(staff, profile="internal", before=None):
    tables = [_table(one) for one in (staff, before) if one]
    last = {"workforce": tables[1]} if before else None
    return hotspots(profile=profile, before=last, workforce=tables[0])


def _table(staff) -> str:
    lines = [
        f"{half},{band},{group},{count}"
        for (half, band), heads in staff.items()
        for group, count in zip(("White", "BME", "Unknown"), heads, strict=True)
    ]
    return "\n".join(["staff_group,band,ethnicity,headcount", *lines])


def test_a_staff_group_is_held_against_the_other_within_bands():
    """By hand: up to band 5, 100 of 160 people and 50 BME make 31.25; in 8a 38 of 65 and 15."""
    spots = staffed(STAFF)
    (one,) = [one for one in spots.of("workforce", STAFF_GROUP) if one.spot == CLINICAL]
    assert one.sides.banded
    assert one.seen == 48
    assert one.expected == pytest.approx(100 * 50 / 160 + 38 * 15 / 65)


def test_senior_staff_are_told_by_staff_group():
    spots = staffed(STAFF)
    sides = sides_of(spots.cells(STAFF_GROUP), "1", CLINICAL)
    assert sides.own == (Pair(8, 48), Pair(30, 90))
    assert sides.others == (Pair(7, 17), Pair(20, 70))


def test_a_pay_band_is_of_both_staff_groups_and_nobody_is_in_a_band_without_a_row():
    cells = staffed(STAFF).cells(PAY_BAND)
    assert cells.get("workforce", Spot(PAY_BAND, "Band 8a"))[BME].base == 15
    assert cells.get("workforce", Spot(PAY_BAND, "Band 4"))[WHITE].base == 50


def test_a_pay_band_of_a_staff_group_is_set_beside_the_rest_of_that_group():
    spot = Spot(STAFF_GROUP, "Clinical staff", PAY_BAND, "Band 5")
    sides = sides_of(staffed(STAFF).cells(spot.view), "workforce", spot)
    assert [pair.base for pair in (*sides.own, *sides.others)] == [100, 100, 38, 38]
    assert [pair.events for pair in (*sides.own, *sides.others)] == [40, 60, 8, 30]


def test_staff_groups_and_bands_are_no_places_worth_a_conversation():
    uneven = STAFF | {("clinical", "8a"): (900, 8, 6)}
    spots = staffed(uneven)
    assert [one for one in spots.kind_findings if one.rate < 0.01]
    assert spots.findings == spots.named() == []
    assert answer(spots).startswith("No division, directorate or site can be compared")


def test_what_the_public_profile_withholds_of_a_band_is_used_nowhere():
    small = STAFF | {("clinical", "8a"): (30, 2, 6), ("clinical", "6"): (40, 21, 9)}
    spots = staffed(small, profile="public")
    results = spots.chapter.results
    hidden = results[results["status"].eq("suppressed") & results["indicator"].eq("1")]
    assert len(hidden)
    cells = spots.cells(KINDS[2])
    of_band = {"8a": "Band 8a", "6": "Band 6", "5": "Band 5", "4": "Band 4"}
    titles = {"clinical": "Clinical staff", "non-clinical": "Non-clinical staff"}
    for (half, band), (white, bme, _) in small.items():
        spot = Spot(STAFF_GROUP, titles[half], PAY_BAND, of_band[band])
        shown = {
            group
            for group in (WHITE, BME)
            if len(hidden[hidden["breakdown"].eq(f"staff_group={half};band={band}")
                          & hidden["group"].eq(group) & hidden["measure"].eq("headcount")]) == 0
        }  # fmt: skip
        known = cells.counts.get(("workforce", spot, "all"), {})
        assert {group: pair.base for group, pair in known.items()} == {
            group: count for group, count in ((WHITE, white), (BME, bme)) if group in shown
        }
    assert "Clinical staff, Band 8a" in spots.withheld("workforce", KINDS[2])
    assert "Band 8a" in spots.withheld("workforce", PAY_BAND)
    # groupings of bands need every band of both staff groups
    assert sides_of(spots.cells(STAFF_GROUP), "1", CLINICAL) is None
    assert "Withheld to protect people, or not known:" in view_text(spots, "workforce", PAY_BAND)


def test_events_by_grouping_of_bands_are_told_by_pay_band():
    lower, upper = "under 1-5", "8a-VSM"
    rows = [
        ("3", TRUST, band, group, people, events)
        for band, group, people, events in (
            ("all", BME, 90, 9), ("all", WHITE, 300, 12), (lower, BME, 60, 8),
            (lower, WHITE, 200, 9), (upper, BME, 30, 1), (upper, WHITE, 100, 3),
        )
    ]  # fmt: skip
    made = kinds_of(staffed(STAFF).chapter.results, YEAR, Cells.of(rows)).cells
    sides = sides_of(made, "3", Spot(PAY_BAND, "Bands 8a to 9 and VSM"))
    assert sides.own == (Pair(1, 30), Pair(3, 100))
    assert sides.others == (Pair(8, 60), Pair(9, 200))


def test_last_years_bands_stand_beside_this_years():
    """By hand: 40 of 100 staff in band 5 now, 30 of 90 the year before."""
    before = STAFF | {("clinical", "5"): (60, 30, 6)}
    spots = staffed(STAFF, before=before)
    said = view_text(spots, "workforce", PAY_BAND)
    assert "it has moved most in Band 5 (from 33.3% to 40.0%)" in said
    assert spots.years() == [YEAR, YEAR - 1]
    last = view_text(spots.in_year(YEAR - 1), "workforce", PAY_BAND)
    assert last.startswith(f"**BME staff in post by pay band**, {YEAR - 1}: three pay bands")
    assert "Since last year" not in last


def test_a_trust_that_gave_bands_together_is_told_by_them():
    """Bands 5 to 7 lie in two groupings, so that no comparison within groupings is made."""
    clinical = {("clinical", "1-4"): (60, 40, 6), ("clinical", "5-7"): (90, 20, 6)}
    others = {("non-clinical", "1-4"): (70, 10, 6), ("non-clinical", "5-7"): (40, 9, 6)}
    spots = staffed(clinical | others)
    assert {one.spot.name for one in spots.of("workforce", PAY_BAND)} == {
        "Bands 1 to 4",
        "Bands 5 to 7",
    }
    (one,) = [one for one in spots.of("workforce", STAFF_GROUP) if one.spot == CLINICAL]
    assert not one.sides.banded
    # 60 of 210 and 19 of 129: at the share of all, 79 of 339
    assert one.expected == pytest.approx(210 * 79 / 339)
