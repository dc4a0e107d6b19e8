"""Five places at most, each named once, with its parts, its measures, and all the rest."""

from __future__ import annotations

import pytest

from tests.unit.hotspots.made import hotspots
from tests.unit.hotspots.test_kinds import staffed
from tests.unit.hotspots.test_scan import cells_of
from wres.charts import place_funnel
from wres.hotspots import answer, view_text
from wres.hotspots.cells import TRUST, Spot
from wres.hotspots.kinds import STAFF_GROUP
from wres.hotspots.naming import named
from wres.hotspots.scan import scan

SURGERY, MEDICINE = Spot("division", "Surgery"), Spot("division", "Medicine")
THEATRES, WARDS = Spot("directorate", "Theatres"), Spot("directorate", "Wards")
WITHIN = {THEATRES: SURGERY, WARDS: SURGERY}
# BME people and cases, White people and cases of the trust without Surgery: 4% and 2%.
REST = (2500, 100, 7500, 150)
EVEN = (400, 16, 1200, 24)


def places_named(theatres, wards, more=()):
    """Name places of a trust of one division of two directorates, and the rest."""
    surgery = tuple(one + other for one, other in zip(theatres, wards, strict=True))
    rows = [
        ("3", TRUST, "all", *(one + other for one, other in zip(REST, surgery, strict=True))),
        ("3", SURGERY, "all", *surgery),
        ("3", THEATRES, "all", *theatres),
        ("3", WARDS, "all", *wards),
        *more,
    ]
    return named(scan(cells_of(*rows)), WITHIN)


def spots_of(findings):
    return [one.spot for one in findings]


def test_a_division_that_differs_by_one_directorate_alone_is_told_with_it():
    """Theatres have 80 cases among 400, Wards 4% as everywhere: Surgery has 96 among 800."""
    (place,) = places_named((400, 80, 1200, 24), EVEN)
    assert place.first.spot == THEATRES
    assert spots_of(place.kin) == [SURGERY]
    assert spots_of(place.findings) == [THEATRES, SURGERY]


def test_a_directorate_no_worse_than_the_rest_of_its_division_is_told_with_it():
    """Both directorates have 20% in place of 4%: it is the division that differs."""
    (place,) = places_named((400, 80, 1200, 24), (400, 80, 1200, 24))
    assert place.first.spot == SURGERY
    assert set(spots_of(place.kin)) == {THEATRES, WARDS}


def test_a_directorate_that_differs_from_the_rest_of_its_division_has_a_place_of_its_own():
    """Theatres 50%, Wards 15%, the rest of the trust 4%."""
    found = places_named((400, 200, 1200, 24), (400, 60, 1200, 24))
    assert {one.first.spot for one in found} == {SURGERY, THEATRES}


def test_a_directorate_that_differs_the_other_way_is_no_part_of_its_divisions_line():
    """Theatres 40%, Wards none, in place of 4%."""
    found = places_named((400, 160, 1200, 24), (400, 0, 1200, 24))
    assert {one.first.spot for one in found} >= {THEATRES, WARDS}


def test_a_directorate_leaves_its_slot_to_another_place():
    others = [("3", Spot("division", f"D{at}"), "all", 300, 60 + at, 900, 18) for at in range(5)]
    found = places_named((400, 80, 1200, 24), EVEN, others)
    divisions = [one.first.spot.place for one in found]
    assert len(found) == 5
    assert sorted(divisions) == ["D1", "D2", "D3", "D4", "Theatres"]


def test_a_place_that_differs_by_two_measures_is_one_place():
    rows = [
        (key, spot, "all", *counts)
        for key in ("3", "4")
        for spot, counts in ((TRUST, (2900, 180, 8700, 174)), (SURGERY, (400, 80, 1200, 24)))
    ]
    (place,) = named(scan(cells_of(*rows)), {})
    assert spots_of([place.first, *place.there]) == [SURGERY, SURGERY]
    assert {place.first.key, place.there[0].key} == {"3", "4"}


def test_of_two_sites_that_are_all_of_the_trust_one_is_named():
    sites = {
        "North": ((900, 300, 30), (9, 60)),
        "South": ((900, 300, 30), (9, 9)),
    }
    spots = hotspots(sites)
    (place,) = spots.named()
    assert len(place.rest) == 1
    text = answer(spots)
    assert text.startswith("**One place worth a conversation.**")
    other = place.rest[0].spot.place
    assert f"All the rest is **{other}**: the difference is the same one." in text
    view = view_text(spots, "3", "division")
    assert view.count("to be expected") == 1
    assert f"All the rest is **{other}**" in view


def test_clinical_and_other_staff_tell_their_difference_once():
    spots = staffed({
        ("clinical", "5"): (600, 400, 6), ("non-clinical", "5"): (700, 100, 6),
    })  # fmt: skip
    view = view_text(spots, "workforce", STAFF_GROUP).replace("\\", "")
    assert view.count("to be expected") == 1
    assert "All the rest is **Non-clinical staff**" in view
    title = place_funnel(spots, "workforce", STAFF_GROUP).title
    assert title.endswith("differ from each other")


LOWER, MIDDLE, UPPER = "under 1-5", "6-7", "8a-VSM"
NORTH, SOUTH = Spot("site", "North"), Spot("site", "South")


def of_two_sites(key, north, south):
    """Make findings of two sites that are all of the trust; South's last grouping is not given.

    Each site is of groupings, each of BME people and events, White people and events.
    """
    rows = []
    whole = [[one + two for one, two in zip(*both, strict=True)]
             for both in zip(north, south, strict=True)]  # fmt: skip
    for spot, bands in ((NORTH, north), (SOUTH, south), (TRUST, whole)):
        rows.append((key, spot, "all", *(sum(counts) for counts in zip(*bands, strict=True))))
        named_bands = [*zip((LOWER, MIDDLE, UPPER), bands, strict=False)]
        known = named_bands[:-1] if spot == SOUTH else named_bands
        rows += [(key, spot, band, *counts) for band, counts in known]
    return scan(cells_of(*rows))


def test_a_site_without_pay_bands_and_all_the_rest_within_them_are_one_difference():
    """North 20% of BME staff, South 2%; of White staff 3% everywhere."""
    north = [(200, 40, 500, 15), (80, 16, 300, 9), (20, 4, 100, 3)]
    south = [(200, 4, 500, 15), (80, 2, 300, 9), (20, 0, 100, 3)]
    found = of_two_sites("3", north, south)
    assert {one.spot: one.sides.banded for one in found} == {NORTH: True, SOUTH: False}
    (place,) = named(found, {})
    assert {place.first.spot, *spots_of(place.rest)} == {NORTH, SOUTH}


def test_two_sites_that_both_have_more_are_two_differences_though_each_is_all_the_rest():
    """North has more BME staff than its bands make expected, South more than of all bands together.

    By hand: North 500 of 1,000 and 128 of 1,000 make 50 and 115.2 of its 100 and 900 people, and it
    has 60 and 120; South has 448 of 1,000 people in place of 314.
    """
    north = [(60, 0, 40, 0), (120, 0, 780, 0)]
    south = [(440, 0, 460, 0), (8, 0, 92, 0)]
    found = {one.spot: one for one in of_two_sites("workforce", north, south)}
    assert found[NORTH].expected == pytest.approx(165.2)
    assert found[SOUTH].expected == pytest.approx(314)
    assert [one.direction for one in found.values()] == ["more", "more"]
    assert len(named([*found.values()], {})) == 2


def in_halves(spot, whole, given=2):
    """Give a place's counts in two groupings of bands alike, or in the first alone."""
    halves = tuple(one // 2 for one in whole)
    return [("3", spot, band, *halves) for band in (LOWER, UPPER)[:given]]


@pytest.mark.parametrize("lacking", [SURGERY, THEATRES])
def test_a_directorate_is_set_beside_its_division_though_one_of_them_is_without_pay_bands(lacking):
    """Theatres 50%, Wards 15%, the rest of the trust 4%."""
    theatres, wards = (400, 200, 1200, 24), (400, 60, 1200, 24)
    rows = [
        row
        for spot, whole in ((TRUST, (3300, 360, 9900, 198)), (SURGERY, (800, 260, 2400, 48)),
                            (THEATRES, theatres), (WARDS, wards))
        for row in in_halves(spot, whole, 1 if spot == lacking else 2)
    ]  # fmt: skip
    found = places_named(theatres, wards, rows)
    assert {one.first.spot: one.first.sides.banded for one in found} == {
        SURGERY: lacking != SURGERY,
        THEATRES: lacking != THEATRES,
    }


STAFF = "staff_group,band,ethnicity,headcount,division,directorate"
CASES = "ethnicity,workforce,entered_process,division,directorate"
# White, BME and Unknown staff; White and BME cases.
DIRECTORATES = {
    ("Surgery", "Theatres"): ((900, 300, 30), (9, 48)),
    ("Surgery", "Wards"): ((900, 300, 30), (9, 9)),
    ("Medicine", "Clinics"): ((900, 300, 30), (9, 8)),
    ("Medicine", "Community"): ((900, 300, 30), (9, 9)),
    ("Estates", "Stores"): ((900, 300, 30), (9, 10)),
}


def given_directorates(profile):
    staff, cases = [STAFF], [CASES]
    added: dict[tuple[str, str], list[int]] = {}
    for (division, directorate), (heads, events) in DIRECTORATES.items():
        for spot in (("", ""), (division, ""), ("", directorate), (division, directorate)):
            sums = added.setdefault(spot, [0] * 5)
            for at, count in enumerate((*heads, *events)):
                sums[at] += count
    for (division, directorate), sums in added.items():
        for at, group in enumerate(("White", "BME", "Unknown")):
            entered = sums[3 + at] if at < 2 else 0
            staff.append(f"all,all,{group},{sums[at]},{division},{directorate}")
            cases.append(f"{group},{sums[at]},{entered},{division},{directorate}")
    return hotspots(profile=profile, workforce="\n".join(staff), disciplinary="\n".join(cases))


@pytest.mark.parametrize("profile", ["internal", "public"])
def test_which_directorate_lies_in_which_division_is_known_from_the_counts(profile):
    spots = given_directorates(profile)
    assert spots.cells().within[THEATRES] == SURGERY
    (place,) = spots.named()
    assert (place.first.spot, spots_of(place.kin)) == (THEATRES, [SURGERY])
    # By hand: 48 and 9 cases among 600 BME staff of Surgery.
    assert "Told with it, around it: **Surgery** (formal disciplinary process: 57, " in answer(
        spots
    )
    assert "One place worth a conversation, in two differences." in answer(spots)
    assert "\n   - Told with it, around it" in answer(spots)  # a list within the place's own item


@pytest.mark.parametrize("names", [("Alpha", "Zeta"), ("Zeta", "Alpha")])
def test_of_a_place_and_all_the_rest_the_one_that_is_worse_is_named(names):
    """20% of the BME staff of the first and 3% of the second entered, 1% of White staff."""
    cases = {names[0]: ((900, 300, 0), (9, 60)), names[1]: ((2700, 900, 0), (27, 27))}
    (place,) = hotspots(cases).named()
    assert (place.first.spot.place, place.first.is_worse) == (names[0], True)
