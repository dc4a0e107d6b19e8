"""Sentences and tables of change; intervals of ratios as `statsmodels` (score) has them."""

from __future__ import annotations

import pytest

from tests.unit.compare.many_years import chapter_of_years, recruiting
from tests.unit.indicators.trusts import chapter, trust_year
from wres.chapters.reading import Chapter
from wres.definitions.indicators import indicator
from wres.narrative.change import decomposition, since_baseline, since_last_year
from wres.tables import decomposition_bands_table, decomposition_table, trend_table

CLEAR = "White,4000,{}\nBME,1000,100\nUnknown,0,0"


def ratio_years(now: int, before: int, baseline: int | None = None) -> Chapter:
    return chapter_of_years(
        trust_year(recruitment=CLEAR.format(now)),
        trust_year(2020, recruitment=CLEAR.format(before)),
        baseline=baseline,
    )


@pytest.mark.parametrize(
    ("now", "before", "sentence"),
    [
        (
            600,
            600,
            "The ratio has not moved as printed since 2020 (1.50 both times; 95% interval of the "
            "change −0.43 to +0.43). That is no clear change: chance alone may move a figure as "
            "much.",
        ),
        (800, 500, "The figures show a worsening."),
        (500, 800, "The figures show an improvement."),
    ],
)
def test_change_since_last_year_says_what_it_shows(now: int, before: int, sentence: str) -> None:
    told = since_last_year(ratio_years(now, before), indicator(2))
    assert told.endswith(sentence)


def test_movement_is_told_with_both_figures() -> None:
    told = since_last_year(ratio_years(800, 500), indicator(2))
    assert told.startswith("The ratio went up by 0.75 since 2020 (from 1.25 to 2.00; 95% interval")


def test_ratios_that_print_apart_with_little_between_them_are_not_told_as_unmoved() -> None:
    # 1,000 of 5,000 White over 1,000 of 4,974 BME applicants is 0.9948; of 4,976 it is 0.9952.
    now, before = (
        trust_year(year, recruitment=f"White,5000,1000\nBME,{base},1000\nUnknown,0,0")
        for year, base in ((2021, 4974), (2020, 4976))
    )
    told = since_last_year(chapter_of_years(now, before), indicator(2))
    assert told.startswith("The ratio has hardly moved since 2020 (from 1.00 to 0.99; ")


def test_change_since_the_baseline_is_told_where_there_is_one() -> None:
    assert since_baseline(ratio_years(800, 500), indicator(2)) == ""
    told = since_baseline(ratio_years(800, 500, baseline=2020), indicator(2))
    assert told == since_last_year(ratio_years(800, 500), indicator(2))
    absent = since_baseline(ratio_years(800, 500, baseline=2017), indicator(2))
    assert absent == "Its change since 2017 can't be told: no such figure of 2017 is at hand."


def test_withheld_change_since_the_baseline_is_told_as_withheld() -> None:
    few, many = (
        trust_year(year, disciplinary=f"White,800,30\nBME,150,{cases}\nUnknown,50,5")
        for year, cases in ((2019, 2), (2021, 12))
    )
    made = chapter_of_years(many, few, protected=True, baseline=2019)
    told = since_baseline(made, indicator(3))
    assert told == "Its change since 2019 is withheld to protect people."


def test_board_is_told_by_seats() -> None:
    staff = "all,all,White,850\nall,all,BME,150\nall,all,Unknown,0"
    board = "all,all,White,{}\nall,all,BME,{}\nall,all,Unknown,0"
    made = chapter_of_years(
        trust_year(workforce=staff, board=board.format(9, 1)),
        trust_year(2020, workforce=staff, board=board.format(10, 0)),
    )
    assert since_last_year(made, indicator(9)) == (
        "The difference went up by 10.0 points since 2020 (from −15.0 to −5.0; from 0 of 10 to "
        "1 of 10 seats). That is half a seat or more nearer to the workforce."
    )


def test_change_of_cambridgeshire_is_told_for_what_it_is(ryv_2020: Chapter) -> None:
    assert decomposition(ryv_2020) == (
        "The BAME share of staff rose by 0.6 points between 2019 and 2020. The share of staff "
        "whose ethnicity is unknown fell, and so did their number: people told the trust, or "
        "people of unknown ethnicity left. That (re-declaration) accounts for +0.25 points of "
        "this. The BAME share within pay bands accounts for +0.47 and the mix of pay bands for "
        "−0.12. Within bands, clinical bands 1 to 4 (+0.35) and non-clinical bands 5 to 7 (+0.24) "
        "added most. Within bands, clinical bands 5 to 7 (−0.22) took off most. This is "
        "bookkeeping: it shows where the change stands in the counts, not why."
    )


def test_share_of_unknown_that_fell_as_others_were_recruited_is_no_telling() -> None:
    """4 of 122 (3.28%) and 4 of 124 (3.23%): the same people of unknown ethnicity."""
    lines = "all,all,White,101\nall,all,BME,{}\nall,all,Unknown,4"
    made = chapter_of_years(
        trust_year(workforce=lines.format(19)), trust_year(2020, workforce=lines.format(17))
    )
    told = decomposition(made)
    assert (
        "The share of staff whose ethnicity is unknown fell only because the number of other staff "
        "grew: no fewer people than before are of unknown ethnicity. That (re-declaration) "
        "accounts for +0.01 points of this."
    ) in told
    assert "told the trust" not in told


def test_share_that_fell_as_fewer_said_what_they_are_is_told_so() -> None:
    lines = "all,all,White,{}\nall,all,BME,{}\nall,all,Unknown,{}"
    made = chapter_of_years(
        trust_year(workforce=lines.format(900, 60, 240)),
        trust_year(2020, workforce=lines.format(1000, 100, 100)),
    )
    told = decomposition(made)
    assert told.startswith(
        "The BME share of staff fell by 3.3 points between 2020 and 2021. The share of staff whose "
        "ethnicity is unknown rose. That (re-declaration) accounts for −"
    )
    assert "Which pay bands it comes from can't be told" in told


@pytest.mark.parametrize("number", range(1, 10))
def test_single_year_has_nothing_to_say_of_change(number: int) -> None:
    made = chapter(recruitment="White,100,20\nBME,50,5\nUnknown,0,0")
    assert since_last_year(made, indicator(number)) == ""
    assert since_baseline(made, indicator(number)) == ""
    assert decomposition(made) == ""
    assert trend_table(made, number) is None
    assert decomposition_table(made) is None
    assert decomposition_bands_table(made) is None


def test_trend_lists_the_years_newest_first_with_counts_and_verdicts() -> None:
    table = trend_table(chapter_of_years(*recruiting([2021, 2019, 2012])), 2)
    assert table is not None
    assert [row[0] for row in table.rows] == ["2021", "2019", "2012"]
    assert table.rows[0] == [
        "2021",
        "1.03",
        "0.55 to 1.97",
        "41 of 400; 10 of 100",
        "no clear difference",
    ]


def test_trend_of_the_workforce_is_captioned_for_the_share_that_it_holds() -> None:
    lines = "all,all,White,{}\nall,all,BME,{}\nall,all,Unknown,0"
    years = [
        trust_year(year, workforce=lines.format(100 - bme, bme))
        for year, bme in ((2021, 15), (2020, 10))
    ]
    table = trend_table(chapter_of_years(*years), 1)
    assert table is not None
    assert table.caption.startswith("BME share of all staff by year, ")
    assert [row[:2] for row in table.rows] == [["2021", "15.0%"], ["2020", "10.0%"]]


def test_trend_of_withheld_years_shows_the_symbol_alone() -> None:
    few, many = (
        trust_year(year, disciplinary=f"White,800,30\nBME,150,{cases}\nUnknown,50,5")
        for year, cases in ((2020, 2), (2021, 12))
    )
    table = trend_table(chapter_of_years(many, few, protected=True), 3)
    assert table is not None
    assert table.rows[1][:3] == ["2020", "[c]", "[c]"]
    assert "[c] means withheld" in table.explained_caption


def test_parts_of_the_change_stand_beside_their_counts(ryv_2020: Chapter) -> None:
    table = decomposition_table(ryv_2020)
    assert table is not None
    assert [row[1:] for row in table.rows] == [
        ["2,359 of 2,534", "2,361 of 2,480", "+0.25"],
        ["–", "–", "+0.47"],
        ["–", "–", "−0.12"],
        ["275 of 2,534", "284 of 2,480", "+0.60"],
    ]
    bands = decomposition_bands_table(ryv_2020)
    assert bands is not None
    assert list(bands.rows[0]) == [
        "Clinical",
        "Bands 1 to 4",
        "55 of 484",
        "66 of 503",
        "+0.35",
        "0.00",
    ]
