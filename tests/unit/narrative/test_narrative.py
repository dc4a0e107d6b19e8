"""The board, last year, and what no sentence of any trust may ever hold."""

from __future__ import annotations

import re

import pytest

from tests.unit.indicators.trusts import chapter, chapter_of, trust_year
from wres.chapters.reading import Chapter
from wres.narrative import Narrative, conclusions, findings

WORKFORCE = "all,all,White,80\nall,all,BME,15\nall,all,Unknown,5"


def say(**tables: str) -> Narrative:
    return Narrative(chapter(term="BAME", **tables))


@pytest.mark.parametrize(
    ("board", "sentence"),
    [
        (
            "all,all,White,9\nall,all,BME,1\nall,all,Unknown,0",
            "1 of the 10 board members was BAME (10.0%), against 15.0% of the workforce: a "
            "difference of −5.0 percentage points. The workforce share would be "
            "one and a half seats. One seat is 10.0 percentage points of this "
            "board.",
        ),
        (
            "all,yes,White,8\nall,yes,BME,3\nall,yes,Unknown,0",
            "3 of the 11 voting board members were BAME (27.3%), against 15.0% of the workforce: a "
            "difference of +12.3 percentage points. The workforce share would be "
            "1.7 seats. One seat is 9.1 percentage points of this "
            "board.",
        ),
        (
            "all,yes,White,11\nall,yes,BME,0\nall,yes,Unknown,0",
            "0 of the 11 voting board members were BAME (0.0%), against 15.0% of the workforce: a "
            "difference of −15.0 percentage points. The workforce share would be "
            "1.7 seats. One seat is 9.1 percentage points of this "
            "board.",
        ),
        (
            "all,all,White,0\nall,all,BME,0\nall,all,Unknown,0",
            "Indicator 9 has no members to count.",
        ),
        (
            "executive,all,White,5\nexecutive,all,BME,0\nexecutive,all,Unknown,0",
            "Indicator 9 is not available: the make-up of the whole board was not published.",
        ),
        (
            "all,all,White,9\nall,all,Unknown,0",
            "Indicator 9 is not available: the number of BAME board members was not published.",
        ),
    ],
)
def test_board_is_told_by_its_seats(board: str, sentence: str) -> None:
    assert say(workforce=WORKFORCE, board=board).finding(9) == sentence


WORKED_OUT = "Worked out from printed shares: numbers of members."


def test_members_worked_out_from_printed_shares_are_marked_where_they_are_told(
    ryv_2020: Chapter, rv9_2021: Chapter
) -> None:
    # Cambridgeshire Community Services 2020 printed 8.3% of its voting members: 1 of 12, 2 of 24.
    told = Narrative(ryv_2020).headline(9)
    assert told.startswith("1 of the 12 voting board members was BAME (8.3%)")
    assert told.endswith(WORKED_OUT)
    assert Narrative(ryv_2020).finding(9).count(WORKED_OUT) == 1
    (looked,) = re.findall(r"Of the 6 executive.*", conclusions(ryv_2020).text.replace("\\", ""))
    assert looked.endswith(WORKED_OUT)
    assert "Worked out" not in Narrative(rv9_2021).finding(9)


def test_published_percentage_of_the_board_is_told_as_published() -> None:
    told = say(
        workforce=WORKFORCE, board_percent="all,all,White,90\nall,all,BME,10\nall,all,Unknown,0"
    )
    assert told.finding(9) == (
        "10% of board members were BAME, as published, against 15.0% of the workforce: a "
        "difference of −5 percentage points."
    )


BEFORE = trust_year(2020, recruitment="White,100,10\nBME,100,10\nUnknown,0,0", workforce=WORKFORCE)


@pytest.mark.parametrize(
    ("now", "number", "sentence"),
    [
        (
            {"recruitment": "White,100,12\nBME,100,10\nUnknown,0,0"},
            2,
            "The year before, the ratio was 1.00. It has gone up by 0.20 since, which is no clear "
            "change.",
        ),
        (
            {"workforce": WORKFORCE},
            1,
            "The year before, the BME share of the workforce was 15.0%. As printed, it is the "
            "same now.",
        ),
        ({"workforce": WORKFORCE}, 2, "The year before, the ratio was 1.00."),
        ({"workforce": WORKFORCE}, 3, "There is no figure of 2020 to compare it with."),
        (
            {"staff_survey": "5,2019,trust,BME,26,,,\n5,2020,trust,BME,25,,,"},
            5,
            "In the survey before, the figure for BME respondents was 26%. It has gone down by 1 "
            "point since.",
        ),
    ],
)
def test_last_year_is_told_with_its_direction_where_there_is_one(
    now: dict[str, str], number: int, sentence: str
) -> None:
    assert Narrative(chapter_of(trust_year(**now), BEFORE)).previous(number) == sentence


def test_findings_name_every_indicator_and_link_to_its_section() -> None:
    lines = findings(chapter(workforce=WORKFORCE)).text.splitlines()
    assert len(lines) == 9
    assert lines[1] == (
        "- **[Indicator 2](#sec-recruitment), appointment from shortlisting.** Indicator 2 is not "
        "available\\: no recruitment figures for the whole trust were supplied for 2021\\."
    )
    assert "(#sec-indicator-5)" in lines[4]


def test_term_is_any_text_the_trust_chose() -> None:
    term = r"B*ME \1 $5"
    told = Narrative(chapter(term=f"'{term}'", recruitment="White,50,10\nUnknown,0,0"))
    assert (
        told.finding(2) == f"Indicator 2 is not available: figures for {term} were not published."
    )
    assert "\\*ME" in findings(chapter(term=f"'{term}'", recruitment="White,50,10")).text


@pytest.mark.parametrize(
    ("board", "seats"),
    [
        (
            "all,all,White,11\nall,all,BME,0\nall,all,Unknown,0",
            "0 of the 11 board members were BAME (0.0%), against 15.0% of the workforce: a "
            "difference of −15.0 percentage points. The workforce share would be 1.7 seats.",
        ),
        (
            "all,all,White,8\nall,all,BME,2\nall,all,Unknown,0",
            "2 of the 10 board members were BAME (20.0%), against 15.0% of the workforce: a "
            "difference of +5.0 percentage points. The workforce share would be one and a "
            "half seats.",
        ),
    ],
)
def test_summary_tells_the_board_in_seats(board: str, seats: str) -> None:
    assert say(workforce=WORKFORCE, board=board).headline(9) == seats


def test_board_sentence_tells_members_of_unknown_ethnicity_and_one_member_as_one() -> None:
    """A board of 4: the executives are 1 White, 1 BME and 1 unknown, the one other is White."""
    members = (
        "executive,yes,White,1\nexecutive,yes,BME,1\nexecutive,yes,Unknown,1\n"
        "non-executive,yes,White,1\nnon-executive,yes,BME,0\nnon-executive,yes,Unknown,0"
    )
    made = chapter(workforce="all,all,White,80\nall,all,BME,20\nall,all,Unknown,0", board=members)
    told = Narrative(made).finding(9)
    assert "1 of the 4 voting board members was BME (25.0%)" in told
    assert "The ethnicity of 1 is unknown." in told
    assert "Of the 3 executive members with a vote, 1 was BME; the workforce share" in told
    assert "The one non-executive member with a vote was not BME; the workforce share" in told
    assert told.count("The ethnicity of 1 is unknown.") == 2  # of the whole and the executives
