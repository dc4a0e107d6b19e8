"""Tables of uncommon shapes, each by hand: what could be subtracted from them stays uncertain.

Every one of these was once published in such a way that the count could be worked out.
"""

from __future__ import annotations

import pytest

from tests.attack.adversary import Attack, attack
from tests.attack.attacking import attack_results
from tests.attack.facts import Fact, Var, count
from tests.attack.figures import ALL, events, staff
from tests.attack.made import GROUPS, Row, Tables
from tests.attack.overlaps import OTHER_CONSULTANTS, UNLISTED, together
from tests.attack.printed import exactly
from tests.attack.structure import alone, over_two_years
from wres.errors import InputError

Bands = dict[tuple[str, str], tuple[int, int, int]]
# Enough staff that the whole workforce is shown.
LARGE: Bands = {("clinical", "5"): (600, 200, 20), ("non-clinical", "2"): (300, 100, 10)}


def _workforce(bands: Bands) -> list[Row]:
    return [
        {"staff_group": half, "band": band, "ethnicity": group, "headcount": str(people)}
        for (half, band), of in bands.items()
        for group, people in zip(GROUPS, of, strict=True)
    ]


def _cases(of: dict[str, tuple[int, int]], years: int = 1) -> list[Row]:
    return [
        {"ethnicity": g, "workforce": str(n), "entered_process": str(seen), "years": str(years)}
        for g, (n, seen) in of.items()
    ]


def _training(of: dict[str, tuple[int, int]]) -> list[Row]:
    return [
        {"ethnicity": g, "workforce": str(n), "accessed": str(seen)} for g, (n, seen) in of.items()
    ]


def _answers(percent: str, responses: str, edition: str) -> list[Row]:
    """Give indicator 5 of autumn 2019."""
    rows = (("White", "21.0", responses and "480"), ("BME", percent, responses))
    return [
        {
            "indicator": "5",
            "survey_year": "2019",
            "scope": "trust",
            "ethnicity": group,
            "percent": share,
            "responses": people,
            "edition": edition,
        }
        for group, share, people in rows
    ]


def _attack(first: Tables, second: Tables | None = None) -> Attack:
    made = attack_results("ZX9", {2020: first, 2021: second or {"workforce": _workforce(LARGE)}})
    assert not made.misread
    return made


def _found(made: Attack) -> list[str]:
    return [*map(str, made.findings)]


SINGLE: Bands = {
    ("all", "5"): (300, 3, 10),
    ("all", "6"): (200, 40, 10),
    ("all", "7"): (100, 20, 10),
    ("all", "8a"): (90, 30, 9),
    ("all", "8b"): (40, 12, 8),
}
HALVES: Bands = {
    ("clinical", "5-7"): (500, 50, 20),
    ("non-clinical", "5-7"): (100, 13, 10),
    ("clinical", "8a-8b"): (90, 30, 10),
    ("non-clinical", "8a-8b"): (40, 12, 7),
}
GROUPED: Bands = {("all", "5-7"): (600, 63, 30), ("all", "8a-8b"): (130, 42, 17)}
FINE: Bands = {
    ("clinical", "5"): (250, 3, 10),
    ("clinical", "6"): (150, 30, 10),
    ("clinical", "7"): (100, 17, 5),
    ("clinical", "8a"): (60, 20, 6),
    ("clinical", "8b"): (30, 10, 5),
    ("non-clinical", "5"): (50, 6, 5),
    ("non-clinical", "6"): (30, 5, 0),
    ("non-clinical", "7"): (20, 2, 0),
    ("non-clinical", "8a"): (30, 10, 3),
    ("non-clinical", "8b"): (10, 2, 3),
}


@pytest.mark.parametrize("bands", [SINGLE | HALVES, GROUPED | FINE])
def test_bands_of_all_staff_beside_other_bands_of_both_halves_give_nothing_away(
    bands: Bands,
) -> None:
    """Of 63 BME staff in bands 5 to 7, those of bands 6 and 7 leave three in band 5."""
    made = _attack({"workforce": _workforce(bands)})
    assert made.sensitive
    assert not _found(made)


def test_the_half_that_is_not_given_cannot_be_subtracted() -> None:
    """Of 30 BME staff in band 5, 28 are clinical: two are not."""
    bands: Bands = {
        ("all", "5"): (300, 30, 10),
        ("all", "6"): (200, 40, 10),
        ("clinical", "5"): (200, 28, 10),
        ("clinical", "6"): (190, 30, 10),
    }
    assert not _found(_attack({"workforce": _workforce(bands)}))


def test_bands_without_clinical_staff_are_not_told_by_clinical_staff_of_a_group_being_all() -> None:
    """Of six people of unknown ethnicity six are clinical: none of band 8d's three is one."""
    bands: Bands = {
        ("all", "5"): (300, 100, 3),
        ("all", "6"): (200, 60, 3),
        ("all", "8d"): (1, 2, 0),
        ("clinical", "5"): (200, 80, 3),
        ("clinical", "6"): (150, 50, 3),
    }
    made = _attack({"workforce": _workforce(bands)})
    assert made.sensitive
    assert not _found(made)


def test_two_years_of_cases_after_a_single_one_are_refused() -> None:
    """Eight cases in two years, of which last year's report showed six: two were this year's."""
    first = _cases({"White": (900, 12), "BME": (300, 6), "Unknown": (30, 0)})
    second = _cases({"White": (900, 25), "BME": (300, 8), "Unknown": (30, 0)}, years=2)
    whole = _workforce(LARGE)
    with pytest.raises(InputError, match="two-year average in 2021 must not follow"):
        _attack(
            {"workforce": whole, "disciplinary": first},
            {"workforce": whole, "disciplinary": second},
        )


@pytest.mark.parametrize("windows", [(2, 1), (2, 2)])
def test_two_years_of_cases_are_read_as_such_whatever_follows(windows: tuple[int, int]) -> None:
    whole = _workforce(LARGE)
    made = _attack(
        *(
            {
                "workforce": whole,
                "disciplinary": _cases(
                    {"White": (900, 25), "BME": (300, seen), "Unknown": (30, 7)}, years=years
                ),
            }
            for years, seen in zip(windows, (3, 9), strict=True)
        )
    )
    assert made.sensitive
    assert not _found(made)


def test_people_in_a_total_and_in_no_band_listed_are_not_told() -> None:
    """Of 251 clinical BME staff, bands 5 and 6 have 250: one is elsewhere."""
    bands: Bands = {
        **LARGE,
        ("clinical", "6"): (200, 50, 20),
        ("clinical", "all"): (830, 251, 40),
        ("non-clinical", "all"): (300, 100, 10),
    }
    assert not _found(_attack({"workforce": _workforce(bands)}))


def test_consultants_who_are_no_senior_medical_managers_are_not_told() -> None:
    """Of eight BME consultants seven are senior medical managers: one is not."""
    bands: Bands = {
        **LARGE,
        ("clinical", "consultant"): (50, 8, 6),
        ("clinical", "senior medical manager"): (20, 7, 5),
    }
    assert not _found(_attack({"workforce": _workforce(bands)}))


def test_managers_of_a_group_are_not_told_where_all_its_consultants_are_managers() -> None:
    """Three White consultants, as policy shows, and three White managers: it could be fewer."""
    bands: Bands = {
        ("all", "consultant"): (3, 150, 20),
        ("all", "senior medical manager"): (3, 50, 10),
    }
    made = _attack({"workforce": _workforce(bands)})
    assert made.sensitive
    assert not _found(made)


def test_survey_figures_of_few_stay_withheld_when_the_next_year_carries_them_back() -> None:
    """37.5% of eight were withheld; the next edition's row says 37.5%, and not of how many."""
    whole = {"workforce": _workforce(LARGE)}
    first = whole | {"staff_survey": _answers("37.5", "8", "2019")}
    assert not _found(_attack(first, whole | {"staff_survey": _answers("37.5", "", "2020")}))


def test_survey_figures_of_few_stay_withheld_when_one_table_has_two_editions() -> None:
    both = [*_answers("37.5", "8", "2019"), *_answers("37.5", "", "2020")]
    whole = {"workforce": _workforce(LARGE)}
    assert not _found(_attack(whole, whole | {"staff_survey": both}))


def test_a_ratio_printed_before_does_not_tell_the_counts_that_were_withheld() -> None:
    """A quarter as many BME as White cases, fifteen in all: three of them."""
    people = {"White": 900, "BME": 300, "Unknown": 30}
    years = [
        _cases({g: (n, seen) for (g, n), seen in zip(people.items(), of, strict=True)})
        for of in ((12, 3, 0), (12, 9, 0))
    ]
    ratio = {
        "indicator": "3",
        "year": "2020",
        "numerator_group": "BME",
        "denominator_group": "White",
        "ratio": "0.75",
        "note": "",
    }
    whole = _workforce(LARGE)
    first = {"workforce": whole, "disciplinary": years[0]}
    second = {"workforce": whole, "disciplinary": years[1], "published_ratios": [ratio]}
    assert not _found(_attack(first, second))


def test_bases_of_two_indicators_of_a_small_trust_do_not_tell_each_other() -> None:
    """One BME member of staff: withheld as the base of either indicator, or of none."""
    cases = _cases({"White": (40, 37), "BME": (1, 1), "Unknown": (0, 0)})
    training = _training({"White": (40, 24), "BME": (1, 1), "Unknown": (0, 0)})
    made = _attack({"disciplinary": cases, "training": training})
    assert made.sensitive
    assert not _found(made)


def _is(var: Var, number: float) -> Fact:
    return count(var, exactly(number), "by hand", "count")


def _solved(shown: dict[Var, float], more: dict[Var, float]) -> list[str]:
    """Attack printed counts, whose truth has these withheld ones as well."""
    return _found(attack([_is(var, number) for var, number in shown.items()], {**more, **shown}))


def test_the_adversary_subtracts_one_half_from_all_staff() -> None:
    shown = {staff(2020, ALL, "5", "BME"): 30.0, staff(2020, "clinical", "5", "BME"): 28.0}
    found = _solved(shown, {("2020", "workforce", "not clinical", "5", "BME"): 2.0})
    assert found == ["2020 workforce not clinical 5 BME: 2 to 2, is 2"]


def test_the_adversary_subtracts_the_first_year_from_two() -> None:
    shown = {events(2020, "3", "entered_process", "BME"): 6.0, over_two_years(2021, "BME"): 8.0}
    found = _solved(shown, {alone(2021, "BME"): 2.0})
    assert found == [f"{' '.join(alone(2021, 'BME'))}: 2 to 2, is 2"]


def test_the_adversary_subtracts_bands_from_their_total_and_managers_from_consultants() -> None:
    shown = {
        staff(2020, "clinical", ALL, "BME"): 60.0,
        staff(2020, "clinical", "5", "BME"): 50.0,
        staff(2020, "clinical", "consultant", "BME"): 8.0,
        staff(2020, "clinical", "senior medical manager", "BME"): 7.0,
    }
    place = ("2020", "workforce", "clinical")
    left = {(*place, UNLISTED, "BME"): 2.0, (*place, OTHER_CONSULTANTS, "BME"): 1.0}
    assert len(_solved(shown, left)) == 2


def test_bands_that_share_members_are_joined_whatever_they_are_called() -> None:
    listed = {ALL: {"5", "6", "7", "8a"}, "clinical": {"5, 6, 7"}, "non-clinical": {"5", "6, 7"}}
    (label, of), (alone_label, _) = together(listed)
    assert label == "5, 6, 7"
    assert of == {ALL: ["5", "6", "7"], "clinical": ["5, 6, 7"], "non-clinical": ["5", "6, 7"]}
    assert alone_label == "8a"


def _with_unknown_from_abroad(shortlisted: int, abroad: int) -> Tables:
    """Draw a year in which all appointed of unknown ethnicity, and no others, came from abroad."""
    recruited = [
        ("White", 234, 64, 0),
        ("BME", 56, 12, 0),
        ("Unknown", shortlisted, abroad, abroad),
    ]
    names = ("ethnicity", "shortlisted", "appointed", "international")
    rows = [dict(zip(names, map(str, row), strict=True)) for row in recruited]
    return {"workforce": _workforce(LARGE), "recruitment": rows}


@pytest.mark.parametrize(("shortlisted", "abroad"), [(18, 6), (9, 6), (18, 3)])
def test_that_all_of_unknown_ethnicity_came_from_abroad_shows_among_five_others_only(
    shortlisted: int, abroad: int
) -> None:
    """Of 18 people 12 are left, of whom a zero may be shown; of 9 but 3, of whom it may not."""
    year = _with_unknown_from_abroad(shortlisted, abroad)
    made = attack_results("ZX9", {2020: year, 2021: {"workforce": _workforce(LARGE)}})
    assert made.bounded
    assert made.findings == []
