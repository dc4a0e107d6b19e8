"""Places held against the rest: what is named, what is not, and in which words."""

from __future__ import annotations

import re

import pytest

from tests.unit.hotspots.made import DIVISIONS, hotspots
from tests.unit.indicators.trusts import YEAR
from wres.charts import place_ranks
from wres.hotspots import answer, not_shown, view_text
from wres.hotspots.cells import TRUST, Cells, Spot
from wres.hotspots.finding_words import chance_words
from wres.hotspots.naming import MOST_PLACES, named
from wres.hotspots.scan import scan
from wres.hotspots.sides import sides_of
from wres.hotspots.unevenness import contributions, ranked, since_last_year
from wres.stats import Pair, koopman_interval
from wres.tables import place_table

SURGERY, THEATRES = Spot("division", "Surgery"), Spot("division", "Theatres")
WORSE = {**DIVISIONS, "Surgery": ((900, 300, 30), (9, 40))}


def cells_of(*rows) -> Cells:
    """Make cells of indicator, spot, band, then BME people and events, White people and events."""
    made = []
    for indicator, spot, band, *counts in rows:
        made.append((indicator, spot, band, "BME", counts[0], counts[1]))
        made.append((indicator, spot, band, "White", counts[2], counts[3]))
    return Cells.of(made)


def test_a_place_far_from_the_rest_is_named_with_size_certainty_and_people():
    spots = hotspots(WORSE)
    first, text = spots.named()[0].first, answer(spots)
    assert (first.spot, first.key, first.seen) == (SURGERY, "3", 40)
    # White over the rest: 18 of 1,860 and 8 of 620 BME cases; by hand 40/300 over 9/900 is 13.33.
    assert first.ratio()[0] == pytest.approx(40 / 300 / (9 / 900))
    assert first.ratio()[1] == koopman_interval(Pair(40, 300), Pair(9, 900))
    assert first.ratio_of_rest() == pytest.approx(8 / 620 / (18 / 1860))
    assert first.is_worse
    assert "worth a conversation" in text
    assert "**Surgery**, formal disciplinary process: 40 BME staff entered the process" in text
    assert "BME over White 13.33" in text
    assert "to their disadvantage" in text
    assert re.search(r"By chance alone (fewer than )?1 such figure in [\d,]+ would differ", text)


def test_nothing_stands_out_where_places_differ_by_chance_only():
    even = {name: ((900, 300, 9), (9, 6)) for name in ("A", "B", "C", "D")}
    assert hotspots(even).named() == []
    assert answer(hotspots(even)).startswith("**Nothing stands out.** 8 figures of places")


def test_that_nothing_stands_out_is_not_told_as_all_places_alike():
    """Of 6 divisions the staff and the cases are 12 figures, of 4 they are 8: few."""
    even = {name: ((900, 300, 9), (9, 6)) for name in ("A", "B", "C", "D", "E", "F")}
    said = answer(hotspots(even))
    assert said == (
        "**Nothing stands out.** 12 figures of places were looked at. None differs from the rest "
        "by more than chance allows among so many. That does not show the places to be alike: a "
        "gap of the whole trust, where there is one, can't be told to be larger or smaller in any "
        "of them."
    )
    few = answer(hotspots({name: even[name] for name in "ABCD"}))
    assert "8 figures of places were looked at. None differs" in few
    assert "than chance allows. Few could be compared, so much may be missed. That does not" in few


def test_where_every_place_has_too_few_people_nothing_can_be_told():
    """Nobody entered the process, and of 2 BME people among 200 none makes a share unlikely."""
    none = {name: ((99, 1, 0), (0, 0)) for name in ("A", "B")}
    assert answer(hotspots(none)) == (
        "**Nothing can be told.** Two figures of places: too few people in each."
    )


def test_a_gap_of_the_whole_trust_is_no_hotspot():
    gap = {name: ((900, 300, 9), (9, 30)) for name in ("A", "B", "C", "D")}
    assert hotspots(gap).named() == []


def test_a_place_too_small_for_any_outcome_is_outside_the_family_and_named_as_such():
    spots = hotspots({**DIVISIONS, "Tiny": ((6, 2, 0), (0, 0))})
    cases = {one.spot.place: one for one in spots.of("3", "division")}
    assert "Tiny" not in cases or cases["Tiny"].too_few
    assert cases["Theatres"].too_few
    assert "Too few people to say anything of Theatres" in view_text(spots, "3", "division")


def test_more_staff_of_a_band_with_many_cases_make_no_hotspot():
    """Each band has its own likelihoods, the same everywhere; the place has more of the lower."""
    place, lower, upper = Spot("division", "A"), "under 1-5", "8a-VSM"
    banded = [
        ("3", place, "all", 420, 122, 420, 61),
        ("3", place, lower, 400, 120, 400, 60),
        ("3", place, upper, 20, 2, 20, 1),
        ("3", TRUST, "all", 2000, 360, 9000, 450),
        ("3", TRUST, lower, 1000, 300, 1000, 150),
        ("3", TRUST, upper, 1000, 60, 8000, 300),
    ]
    within = scan(cells_of(*banded))[0]
    crude = scan(cells_of(*(row for row in banded if row[2] == "all")))[0]
    assert (within.sides.banded, crude.sides.banded) == (True, False)
    assert within.chance > 0.2
    assert crude.chance < 0.05


def test_at_most_five_places_are_named_and_no_part_of_one_named_again():
    worse = {f"D{one}": ((900, 300, 0), (90, 90 if one < 8 else 4)) for one in range(16)}
    found = hotspots(worse)
    assert len(found.named()) == MOST_PLACES
    division, part = Spot("division", "A"), Spot("division", "A", "site", "N")
    rows = [
        ("3", division, "all", 300, 60, 900, 60),
        ("3", part, "all", 150, 50, 450, 25),
        ("3", Spot("division", "B"), "all", 300, 20, 900, 60),
        ("3", TRUST, "all", 900, 100, 2700, 180),
    ]
    chosen = named(scan(cells_of(*rows)), {}, rate=1.0)
    assert len([one for one in chosen if one.first.spot.place == "A"]) == 1


def test_of_two_dimensions_a_place_is_set_beside_the_rest_of_the_first():
    rows = [
        ("3", Spot("division", "A"), "all", 300, 60, 900, 60),
        ("3", Spot("division", "A", "site", "N"), "all", 100, 30, 300, 20),
        ("3", TRUST, "all", 900, 100, 2700, 180),
    ]
    sides = sides_of(cells_of(*rows), "3", Spot("division", "A", "site", "N"))
    assert sides.others == (Pair(30, 200), Pair(40, 600))


def test_a_place_without_a_count_of_either_group_is_not_compared():
    cells = Cells.of([("3", SURGERY, "all", "BME", 30, 3), ("3", TRUST, "all", "BME", 90, 9)])
    assert scan(cells) == []


def test_contributions_of_places_add_up_to_the_trusts_gap_and_name_the_rest():
    spots = hotspots(WORSE)
    parts = contributions(spots.cells(), "3", "division")
    gap = 100 * ((40 + 5 + 2 + 1) / 920 - (9 + 12 + 6) / 2760)
    assert sum(one.contribution.together for one in parts) == pytest.approx(gap)
    assert parts[0].name == "Surgery"
    cells = cells_of(("3", SURGERY, "all", 30, 3, 90, 9), ("3", TRUST, "all", 90, 9, 200, 20))
    assert [one.name for one in contributions(cells, "3", "division")] == [
        "Surgery",
        "parts not shown",
    ]
    assert contributions(spots.cells(), "workforce", "division") == []


def test_places_are_ranked_by_their_shrunken_shares():
    first, *others = ranked(hotspots(WORSE).cells(), "3", "division")
    assert first.spot == SURGERY
    assert first.shrunken.share < 40 / 300
    assert len(others) == 3


def test_the_doubt_about_a_place_drawn_towards_the_others_is_told_shown_and_drawn():
    """Of Theatres' 20 BME staff too little is known to place them below Surgery for sure."""
    spots = hotspots(WORSE)
    first = ranked(spots.cells(), "3", "division")[0].shrunken
    low, high = (f"{100 * end:.1f}%" for end in (first.interval.lower, first.interval.upper))
    told = f"Surgery: {100 * first.share:.1f}% ({low} to {high}), rank 1 to 2 of the four places"
    assert told in view_text(spots, "3", "division")
    table = place_table(spots, "3", "division")
    assert "Expected: as in the whole that it is part of" in table.caption
    (row,) = [row for row in table.rows if row[0] == "Surgery"]
    assert row[5:7] == [f"{100 * first.share:.1f}% ({low} to {high})", "1 to 2"]
    picture = place_ranks(spots, "3", "division")
    assert f"drawn towards the others {100 * first.share:.1f}% ({low} to {high})" in picture.alt


def test_a_rank_that_is_sure_is_one_number():
    sure = {"A": ((900, 500, 0), (9, 9)), "B": ((900, 100, 0), (9, 9)), "C": ((900, 9, 0), (9, 0))}
    spots = hotspots(sure)
    rows = place_table(spots, "workforce", "division").rows
    assert {row[0]: row[6] for row in rows} == {"A": "1", "B": "2", "C": "3"}
    assert "rank 3." in place_ranks(spots, "workforce", "division").alt


def test_a_change_since_last_year_is_told_of_the_place_named():
    spots = hotspots(WORSE, before=DIVISIONS)
    turn = since_last_year(spots.cells(), spots.before(), "3", SURGERY)
    assert turn.before == pytest.approx(12 / 300 / (9 / 900))
    assert turn.now == pytest.approx(40 / 300 / (9 / 900))
    assert "Last year it was 4.00" in answer(spots)


def test_without_last_year_no_change_is_told():
    assert "Last year" not in answer(hotspots(WORSE))


def test_a_division_renamed_since_last_year_is_named_and_the_rest_is_shown():
    before = {("Surgical Care" if one == "Surgery" else one): two for one, two in WORSE.items()}
    spots = hotspots(WORSE, before=before)
    said = not_shown(spots)
    assert "this year only: Surgery; last year only: Surgical Care" in said
    (line,) = [line for line in answer(spots).splitlines() if "**Surgery**, formal" in line]
    assert "Last year" not in line
    assert spots.named()[0].first.spot == SURGERY


def test_a_division_withheld_in_one_year_is_not_said_to_be_renamed():
    few = {**WORSE, "Theatres": ((2, 1, 1), (1, 0))}
    spots = hotspots(few, before=WORSE, profile="public")
    assert "Theatres" not in {one.name for one in spots.cells().spots()}
    assert "Theatres" in {one.name for one in spots.before().spots()}
    assert "this year only" not in not_shown(spots)


def test_one_division_only_says_that_there_is_nothing_to_set_it_beside():
    spots = hotspots({"Surgery": DIVISIONS["Surgery"]})
    assert "only one division was given: there is nothing to set it beside" in not_shown(spots)
    assert answer(spots).startswith("No division, directorate or site can be compared")


def test_a_trust_with_counts_of_the_whole_only_says_so():
    spots = hotspots(workforce="clinical,5,White,90\nclinical,5,BME,30\nclinical,5,Unknown,3")
    assert "given for the whole trust only" in answer(spots)
    assert spots.measures() == []


def test_indicators_without_any_counts_are_among_what_cant_be_shown_and_why():
    ratios = f"2,{YEAR},White,BME,1.48,\n3,{YEAR - 1},BME,White,1.2,"
    spots = hotspots(
        workforce="clinical,5,White,90\nclinical,5,BME,30\nclinical,5,Unknown,3",
        published_ratios=ratios,
    )
    said = not_shown(spots)
    assert "BME staff in post (given for the whole trust only" in said
    only = "(only ratios were given, without the counts behind them)"
    assert f"Not shown: Appointed from shortlisting {only}" in said
    none = said[said.index("Formal") : said.index("(no counts were given)")]
    assert none.count(",") == 4
    assert {"Non-mandatory training", "Harassment by staff"} <= set(
        re.split(", | and ", none.strip())
    )
    assert only in view_text(spots, "2", "division")
    assert only in view_text(spots, "2", "pay band")


def test_places_below_the_threshold_are_named_as_withheld_and_the_rest_is_shown():
    spots = hotspots({**WORSE, "Tiny": ((6, 2, 0), (0, 0))}, profile="public")
    text = view_text(spots, "workforce", "division")
    assert "Tiny" in spots.withheld("workforce", "division")
    assert "Withheld to protect people, or not known:" in text
    assert len(spots.of("workforce", "division")) >= 2


def test_the_trusts_own_term_is_used():
    spots = hotspots(WORSE)
    facts = spots.chapter.facts.model_copy(update={"term": "Global majority"})
    spots.chapter = type(spots.chapter)(spots.chapter.results, facts, places=spots.chapter.places)
    text = answer(spots)
    assert "Global majority" in text
    assert "BME" not in text


@pytest.mark.parametrize(
    ("chance", "words"),
    [(0.05, "1 such figure in 20"), (1.0, "any such figure"), (0.4, "1 such figure in 2")],
)
def test_chances_are_told_to_one_figure(chance, words):
    assert chance_words(chance) == words


def test_one_person_is_told_in_the_singular():
    """Of Surgery's 300 BME staff one entered the process, of its 40 people one is BME."""
    few = {name: ((900, 300, 0), (9, 60)) for name in ("Alpha", "Beta", "Gamma")}
    said = view_text(hotspots({**few, "Surgery": ((900, 300, 0), (9, 1))}), "3", "division")
    assert "**Surgery**, formal disciplinary process: 1 BME member of staff entered the" in said
    spots = hotspots({**few, "Small": ((99, 1, 0), (1, 0))})
    said = view_text(spots, "workforce", "division")
    assert "**Small**, BME staff in post: 1 BME member of staff, " in said
