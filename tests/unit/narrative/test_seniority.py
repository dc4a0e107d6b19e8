"""Race disparity ratios, goals of senior bands and seats, in words and in tables."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.spec.test_more_of_the_standard import goals, workforce
from tests.unit.chapters.withheld import hide
from tests.unit.indicators.trusts import chapter, chapter_of, trust_year
from wres.chapters.reading import Chapter
from wres.labels import format_seats
from wres.narrative.seniority import disparity, model_employer
from wres.tables import (
    detailed_groups_table,
    disparity_table,
    distribution_table,
    groupings_table,
    model_employer_table,
)


def clinical(**more: tuple[int, int]) -> Chapter:
    return chapter_of(trust_year(workforce="\n".join(workforce(**more))))


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0.04, "less than a tenth of a seat"),
        (0.35, "0.4 of a seat"),
        (0.5194, "half a seat"),  # 143 of 3,029 staff, 11 seats
        (0.64, "0.6 of a seat"),
        (0.69, "0.7 of a seat"),
        (0.94, "0.9 of a seat"),
        (1.0, "one seat"),
        (1.06, "1.1 seats"),
        (1.374, "1.4 seats"),
        (1.5, "one and a half seats"),
        (1.7, "1.7 seats"),
        (12.25, "12.3 seats"),
    ],
)
def test_seats_are_told_in_tenths_or_as_halves_that_tenths_make(value: float, words: str) -> None:
    assert format_seats(value) == words


def test_ratios_are_told_with_their_direction_and_what_they_are_not() -> None:
    assert disparity(clinical()) == (
        "The race disparity ratio of clinical staff was 2.00 from lower to middle bands, 2.00 from "
        "middle to upper bands and 4.00 from lower to upper bands. The ratio is White over BME: 1 "
        "is equal; above 1, White staff are better represented higher up. It compares staff in "
        "post on one day, not promotions. Of the bands, lower are under band 1 and bands 1 to 5, "
        "middle are bands 6 to 7 and upper are bands 8a to 9 and VSM; medical and dental staff are "
        "left out."
    )


def test_withheld_step_is_named_and_the_others_are_told() -> None:
    made = hide(
        clinical(), measure="disparity_ratio", breakdown="staff_group=clinical;from=lower;to=upper"
    )
    assert "That from lower to upper bands is withheld to protect people." in disparity(made)
    table = disparity_table(made)
    assert table is not None
    assert [row[-2] for row in table.rows] == ["2.00", "2.00", "[c]"]
    better = "White staff better represented higher up"
    assert [row[-1] for row in table.rows] == [better, better, "withheld"]


def test_each_step_without_a_ratio_has_a_reason_of_its_own() -> None:
    """No BME staff above band 5: only middle bands divide the first step, upper ones the third."""
    none = {"6": (60, 0), "7": (40, 0), "8b": (30, 0), "VSM": (10, 0)}
    told = disparity(clinical(**none))
    start = "The race disparity ratio of clinical staff from"
    zero = "and nothing can be divided by zero."
    for step, why in (
        ("lower to middle", "no BME staff in middle bands"),
        ("middle to upper", "no BME staff in middle bands and no BME staff in upper bands"),
        ("lower to upper", "no BME staff in upper bands"),
    ):
        assert f"{start} {step} bands is not available: there are {why}, {zero}" in told
    partly = disparity(clinical(**{"8b": (30, 0), "VSM": (10, 0)}))
    assert (
        "That from middle to upper bands and from lower to upper bands is not available: there are "
        f"no BME staff in upper bands, {zero}" in partly
    )


def test_trust_without_bands_says_nothing_of_seniority() -> None:
    made = chapter(workforce="all,all,White,80\nall,all,BME,15\nall,all,Unknown,5")
    assert (disparity(made), model_employer(made)) == ("", "")
    tables = (disparity_table(made), model_employer_table(made), groupings_table(made))
    assert (*tables, detailed_groups_table(made)) == (None,) * 4


def test_bands_given_together_are_the_reason_of_a_missing_ratio() -> None:
    made = chapter(workforce="clinical,5-7,White,80\nclinical,5-7,BME,15\nclinical,5-7,Unknown,5")
    assert disparity(made) == (
        "The race disparity ratio of clinical staff is not available: under band 1 and bands 1 to "
        "5 can't be told apart, since staff were given in bands 5 to 7 together."
    )


def test_goals_are_told_with_the_people_now_and_the_yearly_increase() -> None:
    # of test_more_of_the_standard: 82 staff of band 8b, 260 of 1,024 in the workforce
    told = model_employer(goals(2024))
    assert "Band 8b: 20.8, now 8 of 82, 3.21 more each year." in told
    assert told.endswith("The way there is a straight line to 2028.")
    table = model_employer_table(goals(2024, leavers=10))
    assert table is not None
    assert list(table.rows[0]) == [
        "Band 8b",
        "82",
        "8",
        "20.8",
        "3.21",
        "4.49",
    ]  # 10% of 8, 11.21, 14.41 and 17.62 leave: 1.28 on average


@pytest.mark.parametrize(
    ("bme", "told"),
    [
        # Of 1,000 staff 200 are BME, of band 9 ten: their goal is two, by 2028 from 2024.
        (0, "Band 9: 2.0, now 0 of 10, 2 more by 2028."),
        (1, "Band 9: 2.0, now 1 of 10, 1 more by 2028."),
        (2, "Band 9: 2.0, now 2 of 10, the share is reached."),
    ],
)
def test_less_than_a_person_a_year_is_told_by_the_target_year(bme: int, told: str) -> None:
    assert told in model_employer(band_9(10, bme))


def test_goal_to_which_no_whole_number_is_nearer_asks_for_nobody() -> None:
    # a fifth of two staff: 0.4 of a person, 0.1 more each year
    told = model_employer(band_9(2, 0))
    assert "Band 9: 0.4, now 0 of 2, and no whole number comes nearer." in told


def band_9(staff: int, bme: int) -> Chapter:
    """Make a trust of 1,000 staff, 200 of them BME, with a band 9 of some."""
    others = (800 - staff + bme - 100, 200 - bme)
    rows = [
        f"{where},{group},{people}"
        for where, of in (
            ("clinical,9", (staff - bme, bme)),
            ("clinical,5", others),
            ("non-clinical,5", (100, 0)),
        )
        for group, people in zip(("White", "BME", "Unknown"), (*of, 0), strict=True)
    ]
    return chapter_of(trust_year(2024, workforce="\n".join(rows)))


def test_goals_without_a_figure_for_leavers_say_that_they_must_be_replaced_too() -> None:
    note = "BME staff who leave a band must be replaced by as many BME staff as well."
    alone, replaced, late = (
        model_employer_table(one) for one in (goals(2024), goals(2024, leavers=10), goals(2028))
    )
    assert alone is not None
    assert replaced is not None
    assert note in alone.caption
    assert note not in replaced.caption
    assert "as many as leave, if 10% of a band's BME staff leave in a year" in replaced.caption
    assert late is None or note not in late.caption  # no yearly numbers are given


def test_target_year_that_has_come_is_said() -> None:
    assert model_employer(goals(2028)).endswith("The target year 2028 has been reached.")


def test_distribution_and_share_have_captions_that_name_their_base() -> None:
    table = distribution_table(clinical(), "clinical")
    assert table is not None
    assert "in percent of all staff of that ethnic group, not of the band" in table.caption
    assert [column.heading for column in table.columns][1:3] == [
        "Of all White staff",
        "Of all BME staff",
    ]


def test_groupings_and_details_have_tables_of_their_own() -> None:
    read = trust_year(
        workforce="staff_group,band,ethnicity,headcount,ethnic_group\n"
        + "\n".join(f"{line}," for line in workforce())
        + "\nclinical,all,BME,30,Chinese"
    )
    settings = read.trust.settings.model_copy(update={"band_groups": ["6-7"]})
    made = chapter_of(replace(read, trust=read.trust.model_copy(update={"settings": settings})))
    table = groupings_table(made)
    assert table is not None
    assert list(table.rows[1])[:3] == ["Clinical staff, bands 6 to 7 (139 staff)", "BME", "25"]
    details = detailed_groups_table(made)
    assert details is not None
    assert list(details.rows[0])[:3] == ["BME", "Other Ethnic Groups - Chinese", "30"]
