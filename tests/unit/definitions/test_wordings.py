"""How indicators are worded by year, and by a trust's choice."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from tests.unit.indicators.trusts import chapter
from wres.chapters.reading import Chapter
from wres.definitions.indicators import indicator, indicators
from wres.narrative import Narrative
from wres.sources.trust import Settings
from wres.tables import wording_table

COUNTS = "White,100,20\nBME,50,5\nUnknown,4,1"


def made(year: int = 2021, wordings: dict[str, str] | None = None, **tables: str) -> Chapter:
    one = chapter(year, **(tables or {"recruitment": COUNTS}))
    return Chapter(one.results, one.facts.model_copy(update={"wordings": wordings or {}}))


@pytest.mark.parametrize("record", indicators(), ids=lambda one: one.number)
def test_every_year_since_2015_has_one_wording(record: object) -> None:
    for year in range(2015, 2031):
        covering = [one for one in record.wording if one.covers(year)]  # type: ignore[attr-defined]
        assert len(covering) == 1


@pytest.mark.parametrize(
    ("number", "year", "words"),
    [
        ("1", 2015, "bands 8 to 9"),
        ("1", 2016, "each Agenda for Change band"),
        ("2", 2018, "Relative likelihood of staff being appointed"),
        ("2", 2019, "White applicants"),
    ],
)
def test_the_wording_is_that_of_the_reports_year(number: str, year: int, words: str) -> None:
    assert words in indicator(number).wording_in(year)


@pytest.mark.parametrize("number", ["2", "4"])
def test_a_trust_may_choose_the_other_order_and_the_ratio_keeps_its_own(number: str) -> None:
    name = "BME compared to White"
    settings = Settings.model_validate({"wordings": {int(number): name}})
    assert settings.wordings == {int(number): name}
    told = Narrative(made(wordings={number: name})).wording(number)
    assert told.startswith("Relative likelihood of BME")
    assert told.endswith(("compared to White applicants", "compared to White staff"))
    assert (indicator(number).group, indicator(number).comparator_group) == ("White", "BME")


@pytest.mark.parametrize(
    ("wordings", "message"),
    [
        ({3: "BME compared to White"}, "indicator 3 must have a wording that is known: none"),
        ({2: "as ever"}, "known: BME compared to White"),
        ({10: "BME compared to White"}, "must be by indicator, 1 to 9, not 10"),
    ],
)
def test_a_wording_that_is_not_known_is_refused(wordings: dict[int, str], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        Settings.model_validate({"wordings": wordings})


def test_an_unknown_name_is_told_with_those_that_there_are() -> None:
    with pytest.raises(KeyError, match="it has BME compared to White"):
        indicator("2").wording_named("other")


def test_indicator_3_over_two_years_says_so_in_its_wording() -> None:
    rows = "White,1000,20,2\nBME,500,20,2\nUnknown,0,0,2"
    both = made(disciplinary=f"ethnicity,workforce,entered_process,years\n{rows}")
    rolling = "White staff, on a two-year rolling average of the current and the previous year"
    assert both.wording(3).endswith(rolling)
    single = made(disciplinary="White,1000,20\nBME,500,20\nUnknown,0,0")
    assert single.wording(3).endswith("compared to White staff")


def test_the_table_names_the_survey_questions_and_which_of_them_nobody_verified() -> None:
    # domain: WRES 2020 rests on the survey of 2019, q13b and q13c; that of 2024 was seen
    shown = {row[0][0]: row[2] for row in wording_table(made(2020)).rows}
    assert shown["6"] == "q13b and q13c (not verified)"
    assert shown["2"] == "–"
    assert {row[0][0]: row[2] for row in wording_table(made(2025)).rows}["5"] == "q14a"
    assert {row[0][0]: row[2] for row in wording_table(made(2029)).rows}["5"] == "not available"
