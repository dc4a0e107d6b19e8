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
    assert "Told with it, around it: **Surgery** (57, " in answer(spots)
    assert "One place worth a conversation, in two differences." in answer(spots)
