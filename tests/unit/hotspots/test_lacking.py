"""Counts that were not given in full, or are withheld: what is compared, and what is said."""

from __future__ import annotations

import pytest

from tests.unit.hotspots.made import (
    DIVISIONS,
    FEW_CASES,
    MANY_CASES,
    cases_of,
    hotspots,
    made_tables,
)
from tests.unit.hotspots.test_scan import cells_of
from wres.charts import place_changes, place_contributions, place_heat
from wres.hotspots import answer, not_shown, view_text
from wres.hotspots.cells import TRUST, Spot
from wres.hotspots.scan import scan
from wres.hotspots.sides import sides_of
from wres.hotspots.unevenness import since_last_year
from wres.stats import Pair, koopman_interval
from wres.tables import place_table

GAMMA, DELTA = Spot("division", "Gamma"), Spot("division", "Delta")
LOWER, MIDDLE, UPPER = "under 1-5", "6-7", "8a-VSM"
# Measure, spot, band; BME people and events, White people and events.
FULL = [
    ("3", GAMMA, "all", 188, 11, 612, 30),
    ("3", GAMMA, LOWER, 120, 7, 280, 14),
    ("3", GAMMA, MIDDLE, 56, 3, 224, 11),
    ("3", GAMMA, UPPER, 12, 1, 108, 5),
    ("3", TRUST, "all", 1084, 100, 3526, 175),
    ("3", TRUST, LOWER, 692, 60, 1613, 80),
    ("3", TRUST, MIDDLE, 322, 30, 1291, 65),
    ("3", TRUST, UPPER, 70, 10, 622, 30),
]
MISSING = [one for one in FULL if one[1:3] != (GAMMA, MIDDLE)]
SMALL = {"Alpha": ((14, 6, 1), (1, 1)), "Beta": ((9, 5, 1), (1, 0)), "Eta": ((3, 2, 0), (0, 0))}


def test_a_place_with_a_band_missing_is_compared_without_bands_with_all_its_people():
    (one,) = [one for one in scan(cells_of(*MISSING)) if one.spot == GAMMA]
    assert not one.sides.banded
    assert (one.sides.own, one.seen) == ((Pair(11, 188), Pair(30, 612)), 11)
    assert one.sides.others == (Pair(89, 896), Pair(145, 2914))
    assert one.ratio()[0] == pytest.approx((11 / 188) / (30 / 612))
    assert one.ratio()[1] == koopman_interval(Pair(11, 188), Pair(30, 612))
    assert sides_of(cells_of(*FULL), "3", GAMMA).banded


def test_a_whole_that_lacks_people_in_bands_is_compared_without_them():
    short = [one if one[1:3] != (TRUST, MIDDLE) else (*one[:3], 322, 29, 1291, 65) for one in FULL]
    sides = sides_of(cells_of(*short), "3", GAMMA)
    assert (sides.banded, sides.others) == (False, (Pair(89, 896), Pair(145, 2914)))


def test_a_place_with_nobody_in_a_band_is_compared_within_bands():
    rows = [one for one in FULL if one[1:3] not in ((GAMMA, MIDDLE), (GAMMA, "all"))]
    rows.append(("3", GAMMA, "all", 132, 8, 388, 19))
    assert sides_of(cells_of(*rows), "3", GAMMA).banded


def test_a_year_with_a_band_missing_is_set_beside_the_other_with_bands_together():
    turn = since_last_year(cells_of(*FULL), cells_of(*MISSING), "3", GAMMA)
    assert turn.now == turn.before == pytest.approx((11 / 188) / (30 / 612))


def test_seniors_are_not_told_of_a_place_whose_staff_of_a_band_are_not_known():
    staff = [
        ("workforce", spot, band, bme, 0, white, 0) for _, spot, band, bme, _, white, _ in FULL
    ]
    assert sides_of(cells_of(*staff), "1", GAMMA).own == (Pair(12, 188), Pair(108, 612))
    missing = [one for one in staff if one[1:3] != (GAMMA, MIDDLE)]
    assert sides_of(cells_of(*missing), "1", GAMMA) is None
    missing = [one for one in staff if one[1:3] != (TRUST, MIDDLE)]
    assert sides_of(cells_of(*missing), "1", GAMMA) is None


def test_measures_of_which_all_counts_are_withheld_are_told_with_that_reason():
    spots = hotspots(SMALL, profile="public")
    assert spots.findings == []
    why = (
        "Not shown: BME staff in post and Formal disciplinary process by division "
        "(of each, counts are withheld to protect people: numbers are small)."
    )
    assert why in not_shown(spots)
    assert why in answer(spots)
    assert answer(spots).startswith("No division, directorate or site can be compared with")


def test_nothing_is_called_withheld_where_all_is_shown():
    assert "of each, counts are withheld" not in not_shown(hotspots(DIVISIONS, profile="public"))
    assert "withheld to protect" not in not_shown(hotspots(SMALL))


def test_the_internal_profile_says_what_was_not_given_rather_than_withheld():
    """Only clinical staff were given, so that nothing is known of all staff of a pay band."""
    staff = "staff_group,band,ethnicity,headcount,division"
    rows = [
        f"clinical,{band},{group},{count * times},{division}"
        for band, count in (("5", 30), ("6", 20))
        for group in ("White", "BME", "Unknown")
        for division, times in (("all", 2), ("Gamma", 1), ("Delta", 1))
    ]
    spots = hotspots(workforce="\n".join([staff, *rows]))
    views = [view_text(spots, key, dimension) for key in ("workforce", "1", "2")
             for dimension in ("pay band", "staff group and pay band", "division")]  # fmt: skip
    assert not any("ithheld" in one for one in views)
    why = (
        "the staff of the whole trust are not known: that takes all groups of clinical and of "
        "non-clinical staff, or of all together"
    )
    assert view_text(spots, "workforce", "division").endswith(f"can't be shown. T{why[1:]}.")
    assert "BME staff in post by division" in not_shown(spots)
    assert f"({why})" in not_shown(spots)
    assert "division (counts were not given in full)" not in not_shown(spots)
    table = place_table(spots, "workforce", "division")
    assert [row[0] for row in table.rows] == ["Delta", "Gamma"]
    assert {row[-1] for row in table.rows} == {"whole trust not known"}
    assert view_text(spots, "workforce", "staff group").endswith(f"can't be shown. T{why[1:]}.")
    assert view_text(spots, "workforce", "pay band").endswith(f"can't be shown. T{why[1:]}.")
    assert "[c]" not in {cell for row in table.rows for cell in row}
    asks = "It asks in which bands staff are: pay bands are not compared by it."
    assert asks in view_text(spots, "1", "pay band")


def test_where_last_years_bands_are_lacking_both_years_are_told_with_all_bands_together():
    """By hand: 11 of 188 over 30 of 612 is 1.19, 60 of 188 over 30 of 612 is 6.51."""
    spots = hotspots(before=cases_of(FEW_CASES, MIDDLE), **cases_of(MANY_CASES))
    (gamma,) = [one for one in spots.of("3", "division") if one.spot == GAMMA]
    assert gamma.sides.banded
    assert (
        "With all pay bands together it was 1.19 last year and is 6.51 now; by chance alone fewer "
        "than 1 such figure in 10,000 would change so much." in answer(spots)
    )
    said = view_text(spots, "3", "division")
    assert "in Gamma (from 1.19 to 6.51, all pay bands together)." in said
    drawn = place_changes(spots, "3", "division")
    assert "in likelihood within pay bands where both years have these" in drawn.subtitle
    assert "Gamma 1.19, then 6.51" in drawn.alt


def test_where_both_years_have_bands_the_change_is_told_within_them():
    """By hand, as Mantel and Haenszel: 28 + 12 + 4.5 over 4.2 + 2.2 + 0.5, and 8.2 over it."""
    spots = hotspots(before=cases_of(FEW_CASES), **cases_of(MANY_CASES))
    assert "within pay bands 6.45" in answer(spots)
    assert "Last year it was 1.19; by chance" in answer(spots)
    assert "in Gamma (from 1.19 to 6.45)." in view_text(spots, "3", "division")
    assert "in likelihood within pay bands, " in place_changes(spots, "3", "division").subtitle


def test_what_is_withheld_of_some_and_can_not_be_told_of_others_has_that_reason():
    """Nobody entered the process, so that nothing is known of any gap; Tiny is withheld."""
    nobody = {name: (heads, (0, 0)) for name, (heads, _) in DIVISIONS.items()}
    spots = hotspots({**nobody, "Tiny": ((6, 2, 0), (0, 0))}, profile="public")
    why = "some counts are withheld to protect people; of the others nothing can be told"
    assert f"Formal disciplinary process by division ({why})" in not_shown(spots)
    told = hotspots(nobody)
    why = "too few people or events to tell anything"
    assert f"Formal disciplinary process by division ({why})" in not_shown(told)
    assert view_text(told, "3", "division") == (
        "**Formal disciplinary process by division**, 2021, can't be shown. Too few people or "
        "events to tell anything."
    )


def test_a_dimension_that_was_not_given_says_so():
    said = view_text(hotspots(DIVISIONS), "3", "site")
    assert said.endswith("can't be shown. No counts of it by site were given.")


def test_places_that_are_withheld_are_named_in_order():
    few = {name: ((9, 2, 0), (0, 0)) for name in ("Zeta", "Alpha", "Mu")}
    spots = hotspots({**few, **DIVISIONS}, profile="public")
    hidden = spots.withheld("workforce", "division")
    assert {"Alpha", "Mu", "Zeta"} <= set(hidden)
    assert hidden == sorted(hidden)


def test_what_was_not_given_of_a_place_is_not_drawn_as_withheld():
    """Of Theatres no White staff of the disciplinary table were given."""
    tables = made_tables(DIVISIONS)
    lines = tables["disciplinary"].splitlines()
    tables["disciplinary"] = "\n".join(one for one in lines if one != "White,60,0,Theatres")
    drawn = place_heat(hotspots(**tables), "division")
    assert "Theatres: staff no difference, 3 not given." in drawn.alt
    assert "[c]" not in drawn.alt + drawn.caption


def test_parts_that_are_not_shown_are_many():
    """White staff of Surgery were not given; 12 of 19 cases of BME staff are there."""
    tables = made_tables({name: DIVISIONS[name] for name in ("Surgery", "Medicine", "Estates")})
    lines = tables["disciplinary"].splitlines()
    tables["disciplinary"] = "\n".join(one for one in lines if one != "White,900,9,Surgery")
    spots = hotspots(**tables)
    assert "parts not shown add most: " in view_text(spots, "3", "division")
    assert place_contributions(spots, "3", "division").title.startswith("Parts not shown add ")


# White, BME and Unknown staff of bands 5 and 6.
BY_BAND = {
    "Surgery": ((400, 200, 20), (300, 69, 10)),
    "Medicine": ((500, 150, 20), (300, 80, 10)),
    "Estates": ((200, 40, 5), (100, 20, 5)),
}


def banded_staff(*lacking: str, more: tuple[str, ...] = ()) -> str:
    """Write clinical staff of two bands, of no other, by division; without the rows lacking."""
    whole = {band: tuple(sum(one[at][group] for one in BY_BAND.values()) for group in range(3))
             for at, band in enumerate(("5", "6"))}  # fmt: skip
    rows = [
        f"clinical,{band},{group},{count},{division}"
        for division, counts in {"": tuple(whole.values()), **BY_BAND}.items()
        for band, heads in zip(("5", "6"), counts, strict=True)
        for group, count in zip(("White", "BME", "Unknown"), heads, strict=True)
    ]
    rows += [f"non-clinical,5,{group},0," for group in ("White", "BME", "Unknown")]
    kept = [one for one in rows if one not in lacking]
    return "\n".join(["staff_group,band,ethnicity,headcount,division", *kept, *more])


@pytest.mark.parametrize("profile", ["internal", "public"])
def test_a_place_that_lacks_a_row_is_not_given_in_full_and_has_no_count(profile):
    """The 69 BME staff of Surgery in band 6 are not read as none, nor as of the rest."""
    spots = hotspots(workforce=banded_staff("clinical,6,BME,69,Surgery"), profile=profile)
    assert {one.spot.name for one in spots.of("workforce", "division")} == {"Estates", "Medicine"}
    said = view_text(spots, "workforce", "division")
    assert "Not given in full: Surgery." in said
    rows = {row[0]: row[1:] for row in place_table(spots, "workforce", "division").rows}
    assert rows["Surgery"] == ["–"] * 8 + ["not given in full"]
    assert "[c]" not in str(place_heat(spots, "division").alt)


def test_a_place_that_lacks_a_row_and_has_its_total_is_compared_without_bands():
    totals = tuple(
        f"clinical,all,{group},{count},Surgery"
        for group, count in (("White", 700), ("BME", 269), ("Unknown", 30))
    )
    lacking = banded_staff("clinical,6,BME,69,Surgery", more=totals)
    found = {one.spot.name: one for one in hotspots(workforce=lacking).of("workforce", "division")}
    surgery = found["Surgery"].sides
    assert (surgery.banded, surgery.own) == (False, (Pair(269, 969), Pair(700, 969)))
    assert surgery.others == (Pair(290, 1390), Pair(1100, 1390))
    assert found["Medicine"].sides.banded


def test_a_place_without_any_row_of_a_band_has_nobody_in_it():
    none = [f"clinical,6,{group},{count},Estates" for group, count in
            (("White", 100), ("BME", 20), ("Unknown", 5))]  # fmt: skip
    spots = hotspots(workforce=banded_staff(*none))
    found = {one.spot.name: one for one in spots.of("workforce", "division")}
    assert found["Estates"].sides.own == (Pair(40, 240), Pair(200, 240))
    assert spots.withheld("workforce", "division") == []


def test_a_place_known_that_allows_no_comparison_is_told_as_too_few():
    """Nobody of Estates entered the process, and it has no BME staff in the table."""
    heads = {"Surgery": ((900, 300, 30), (9, 12)), "Medicine": ((1200, 400, 40), (12, 5)),
             "Estates": ((60, 0, 2), (0, 0))}  # fmt: skip
    spots = hotspots(heads)
    assert "Estates" not in {one.spot.name for one in spots.of("3", "division")}
    said = view_text(spots, "3", "division")
    assert "two places compared." in said
    assert "Too few people or events to say anything of Estates." in said
    last = place_table(spots, "3", "division").rows[-1]
    assert last == ["Estates", *["–"] * 8, "too few to say"]


def test_what_is_withheld_of_a_place_is_withheld_in_every_column():
    few = {**DIVISIONS, "Tiny": ((9, 2, 0), (0, 0))}
    rows = place_table(hotspots(few, profile="public"), "workforce", "division").rows
    assert ["Tiny", *["[c]"] * 9] in rows
