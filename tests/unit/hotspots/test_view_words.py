"""What views of places say: of what is asked for, of whom no place is recorded, and of one."""

from __future__ import annotations

from dataclasses import replace

from tests.unit.hotspots.made import DIVISIONS, hotspots, made_tables
from tests.unit.hotspots.test_lacking import BY_BAND, banded_staff
from wres.charts import place_bands
from wres.hotspots import not_shown, open_hotspots, view_text
from wres.hotspots.unevenness import contributions, ranked
from wres.tables import place_table

SITE = "only one site was given: there is nothing to set it beside"


def test_a_dimension_that_was_not_given_is_not_told_with_the_reason_of_another():
    tables = made_tables(DIVISIONS)
    lines = [f"{one}," for one in tables["disciplinary"].splitlines()]
    lines[0] += "site"
    lines += ["White,900,9,,North", "BME,300,12,,North", "Unknown,30,0,,North"]
    spots = hotspots(workforce=tables["workforce"], disciplinary="\n".join(lines))
    assert SITE in not_shown(spots)
    said = view_text(spots, "3", "directorate")
    assert said.endswith("can't be shown. No counts of it by directorate were given.")


def test_people_whose_place_is_not_recorded_are_no_place():
    spots = hotspots({**DIVISIONS, "Not recorded": ((300, 200, 10), (3, 20))})
    assert {one.spot.name for one in spots.findings} == set(DIVISIONS)
    names = {one.spot.name for one in ranked(spots.cells(), "3", "division")}
    assert names == set(DIVISIONS)
    said = view_text(spots, "3", "division")
    assert "People whose division is not recorded are of no place that is compared." in said
    assert "not recorded" not in view_text(hotspots(DIVISIONS), "3", "division")
    parts = contributions(spots.cells(), "3", "division")
    assert "Not recorded" in {one.name for one in parts}


def test_a_term_in_small_letters_begins_headings_with_a_capital():
    chapter = hotspots(DIVISIONS).chapter
    facts = chapter.facts.model_copy(update={"term": "ethnic minority"})
    spots = open_hotspots(replace(chapter, facts=facts))
    said = view_text(spots, "workforce", "division")
    assert said.startswith("**Ethnic minority staff in post by division**")
    table = place_table(spots, "3", "division")
    heads = [one.label if hasattr(one, "label") else str(one) for one in table.columns]
    assert not any(one.startswith("ethnic") for one in heads)
    assert place_table(spots, "workforce", "division").caption.startswith("Ethnic minority staff")


def test_one_place_known_in_both_years_is_told_as_the_one():
    last = {"Surgery": DIVISIONS["Surgery"], "Elsewhere": DIVISIONS["Medicine"]}
    said = view_text(hotspots(DIVISIONS, before=last), "3", "division")
    assert (
        "Since last year the one place known in both years has not changed by more than chance "
        "allows." in said
    )


def test_the_picture_of_bands_names_no_place_for_one_person():
    """One White person alone is 0% BME in band 6 of Tiny, which chance makes easily."""
    alike = {"Surgery": ((400, 200, 0), (300, 150, 0)), "Tiny": ((20, 10, 0), (1, 0, 0)),
             "Medicine": ((600, 300, 0), (500, 250, 0)),
             "Clinics": ((600, 300, 0), (500, 250, 0))}  # fmt: skip
    assert banded_title(alike) == (
        "No place differs from the rest in a pay band by more than chance allows"
    )
    # By hand: 300 of 450 in Surgery; 800 of 1,951 in the trust.
    uneven = {**alike, "Surgery": ((400, 200, 0), (150, 300, 0))}
    assert banded_title(uneven) == (
        "Surgery differs most surely: 66.7% in bands 6 to 7, 41.0% in the trust"
    )


def banded_title(staff) -> str:
    before = dict(BY_BAND)
    BY_BAND.clear()
    BY_BAND.update(staff)
    try:
        return place_bands(hotspots(workforce=banded_staff()), "division").title
    finally:
        BY_BAND.clear()
        BY_BAND.update(before)
