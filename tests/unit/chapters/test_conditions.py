"""Flags say what a report has to show, no more and no less."""

from __future__ import annotations

import pytest

from tests.unit.indicators.trusts import chapter, chapter_of, trust_year
from wres.chapters.conditions import flags
from wres.chapters.reading import Chapter
from wres.narrative import Narrative
from wres.tables import not_available_table

WHOLE = "all,all,White,80\nall,all,BME,15\nall,all,Unknown,5"
COUNTS = "White,100,20\nBME,50,5\nUnknown,4,1"
SURVEY = "\n".join(
    f"{number},2020,trust,{group},20,,2020," for number in "5678" for group in ("White", "BME")
)
FULL = {
    "workforce": WHOLE,
    "recruitment": COUNTS,
    "disciplinary": COUNTS,
    "training": COUNTS,
    "staff_survey": SURVEY,
    "board": "\n".join(
        f"{membership},{voting},{group},1"
        for membership in ("executive", "non-executive")
        for voting in ("yes", "no")
        for group in ("White", "BME", "Unknown")
    ),
}


def held(**tables: str) -> set[str]:
    return {name for name, holds in flags(chapter(**tables)).items() if holds}


@pytest.mark.parametrize(
    ("tables", "shown"),
    [
        ({"workforce": WHOLE}, {"workforce"}),
        ({"workforce": WHOLE + "\nall,5,BME,3"}, {"workforce", "all-bands", "pay-groups"}),
        (
            {"workforce": "clinical,5,White,3\nclinical,5,BME,1\nclinical,5,Unknown,0"},
            {"bands", "clinical-bands", "distribution", "pay-groups"},
        ),
        ({"recruitment": COUNTS}, {"ratios", "ratio-2", "counts-2"}),
        ({"disciplinary": "White,2643,0\nBME,143,3"}, {"ratios", "ratio-3", "counts-3"}),
        ({"disciplinary": "White,2643,0\nBME,143,0"}, {"counts-3"}),
        ({"published_ratios": "4,2021,White,BME,1.1,"}, {"as-published", "ratios", "ratio-4"}),
        ({"staff_survey": "6,2020,trust,BME,20,,,"}, {"survey", "survey-6"}),
        ({"staff_survey": "6,2020,trust,Unknown,20,,,"}, set()),
        ({"staff_survey": "6,2019,trust,BME,20,,,"}, set()),
        ({"board": "all,all,White,9\nall,all,BME,1\nall,all,Unknown,0"}, set()),
    ],
)
def test_flags_follow_what_was_supplied(tables: dict[str, str], shown: set[str]) -> None:
    assert held(**tables) == shown | {"missing"}


def test_report_with_everything_misses_nothing() -> None:
    made = chapter(**FULL)
    assert not_available_table(made) is None
    assert "missing" not in held(**FULL)
    assert {"workforce", "ratios", "survey", "board"} <= held(**FULL)


def test_older_survey_with_a_gap_is_not_announced_as_missing() -> None:
    tables = FULL | {"staff_survey": f"{SURVEY}\n5,2018,trust,BME,20,,2020,"}
    assert not_available_table(chapter(**tables)) is None
    assert "missing" not in held(**tables)


def test_change_of_the_workforce_needs_two_years() -> None:
    made = chapter_of(trust_year(workforce=WHOLE), trust_year(2020, workforce=WHOLE))
    assert flags(made)["workforce-change"]
    assert not flags(chapter(workforce=WHOLE))["workforce-change"]


@pytest.mark.parametrize(
    "tables",
    [
        FULL,
        {"published_ratios": "4,2021,White,BME,1.1,"},
        {"workforce": WHOLE, "board": "all,all,White,9\nall,all,BME,1\nall,all,Unknown,0"},
        {"workforce": WHOLE, "board_percent": "all,yes,BME,8.3"},
    ],
)
def test_summary_explains_as_published_where_a_sentence_of_it_says_so(
    tables: dict[str, str],
) -> None:
    say = Narrative(chapter(**tables))
    told = " ".join(say.headline(number) for number in range(1, 10))
    assert ("as published" in told) is ("as-published" in held(**tables))


def test_summary_of_a_published_report_explains_only_words_of_its_own(
    rv9_2021: Chapter, ryv_2020: Chapter
) -> None:
    """Humber printed the counts of all ratios and its board, Cambridgeshire those of none."""
    assert [flags(made)["as-published"] for made in (rv9_2021, ryv_2020)] == [False, True]
