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


def test_a_grouping_of_bands_reads_well_inside_a_sentence():
    staff = {"Surgery": ((300, 300, 0), (300, 90, 0)), "Medicine": ((700, 300, 0), (420, 130, 0))}
    # By hand: 300 of 1,000 in Medicine; 600 of 1,600 in the trust.
    assert banded_title(staff) == (
        "Medicine differs most surely: 30.0% in bands up to 5, 37.5% in the trust"
    )


def test_a_rank_is_of_the_places_that_it_was_taken_among():
    """Nobody of Stores had a case: it can't be compared, and is ranked by its 0 of 20."""
    spots = hotspots({**DIVISIONS, "Stores": ((60, 20, 0), (0, 0))})
    said = view_text(spots, "3", "division")
    assert "four places compared" in said
    assert " of the five places whose counts are known, with 95% confidence." in said
    (row,) = [one for one in place_table(spots, "3", "division").rows if one[0] == "Stores"]
    assert (row[1:3], row[4], row[-1]) == (["20", "0"], "0.0%", "too few to say")
    assert row[6].startswith("1 to ") or row[6].endswith("5")


def test_many_withheld_places_are_counted_in_words_and_stand_in_the_table():
    few = {f"Team {at}": ((9, 4, 1), (1, 1)) for at in range(7)}
    spots = hotspots({**DIVISIONS, **few}, profile="public")
    said = view_text(spots, "3", "division")
    hidden = spots.withheld("3", "division")
    assert len(hidden) > 6
    assert f"not known: {len(hidden)} places, each marked so in the table." in said
    assert "Team 0" not in said
    rows = {one[0]: one[1] for one in place_table(spots, "3", "division").rows}
    assert {rows[name] for name in hidden} == {"[c]"}


def test_what_can_not_be_shown_is_told_once_for_each_reason_and_dimension():
    tables = made_tables({"Surgery": DIVISIONS["Surgery"]})
    spots = hotspots(**tables)
    assert (
        "Not shown: BME staff in post and Formal disciplinary process by division (only one "
        "division was given: there is nothing to set it beside)."
    ) in not_shown(spots)


def banded_title(staff) -> str:
    before = dict(BY_BAND)
    BY_BAND.clear()
    BY_BAND.update(staff)
    try:
        return place_bands(hotspots(workforce=banded_staff()), "division").title
    finally:
        BY_BAND.clear()
        BY_BAND.update(before)
