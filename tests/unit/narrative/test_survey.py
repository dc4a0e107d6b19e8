"""Sentences about the staff survey, in every state."""

from __future__ import annotations

import pytest

from tests.unit.indicators.trusts import chapter
from wres.narrative import Narrative

HARASSED = (
    "said they had experienced harassment, bullying or abuse from managers or other colleagues"
)


def say(*lines: str) -> Narrative:
    return Narrative(chapter(term="BAME", staff_survey="\n".join(lines)))


def two(bme: str, white: str) -> tuple[str, str]:
    return f"6,2020,trust,BME,{bme},,", f"6,2020,trust,White,{white},,"


@pytest.mark.parametrize(
    ("bme", "white", "end"),
    [
        (
            "30,400",
            "20,4000",
            "10 percentage points higher. BAME respondents were more likely to say so: the 95% "
            "interval of the gap,",
        ),
        (
            "10,400",
            "20,4000",
            "10 percentage points lower. BAME respondents were less likely to say so: the 95% "
            "interval of the gap,",
        ),
        ("21,400", "20,4000", "1 percentage point higher. That is no clear difference:"),
        ("20.5,400", "20,4000", "0.5 percentage points higher. That is no clear difference:"),
        ("10,20", "2,60", "8 percentage points higher. Too few people gave one of the answers"),
        ("24,50", "40,", "16 percentage points lower. The numbers of respondents were not all"),
        ("4.8,21", "7.8,", "3 percentage points lower. Too few people gave one of the answers"),
        (
            "24,50",
            "17.7,",
            "6.3 percentage points higher. That is no clear difference: the 95% interval of the "
            "figure for BAME respondents, 14.3% to 37.4%, includes that of White respondents, "
            "whose number was not published.",
        ),
        (
            "17.7,",
            "24,50",
            "6.3 percentage points lower. That is no clear difference: the 95% interval of the "
            "figure for White respondents, 14.3% to 37.4%, includes that of BAME respondents, "
            "whose number was not published.",
        ),
        ("24,", "17.7,", "6.3 percentage points higher. The numbers of respondents were not all"),
    ],
)
def test_direction_and_certainty_of_the_gap_agree_with_its_figures(
    bme: str, white: str, end: str
) -> None:
    told = say(*two(bme, white)).finding(6)
    assert f"{HARASSED}. The percentage for BAME respondents was {end}" in told


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (
            two("20,400", "20,4000"),
            f"20% of the 400 BAME respondents and 20% of the 4,000 White respondents {HARASSED}. "
            "As published, the two percentages are the same. That is no clear difference:",
        ),
        (
            two("20,400", "20,")[:1],
            f"20% of the 400 BAME respondents {HARASSED}. The percentage for White staff was not "
            "published.",
        ),
        (
            two("0,0", "20,50"),
            f"20% of the 50 White respondents {HARASSED}. There were no BAME respondents.",
        ),
        (
            ("6,2019,trust,BME,20,400,,", "6,2019,trust,White,20,400,,"),
            "Indicator 6 is not available: no figure for BAME staff was supplied for the autumn "
            "2020 survey.",
        ),
    ],
)
def test_finding_of_incomplete_figures_says_what_is_missing(
    lines: tuple[str, ...], sentence: str
) -> None:
    assert say(*lines).finding(6).startswith(sentence)


@pytest.mark.parametrize(
    ("bme", "white", "verdict"),
    [
        ("30,400", "20,4000", ". BAME respondents were more likely to say so."),
        ("10,400", "20,4000", ". BAME respondents were less likely to say so."),
        ("21,400", "20,4000", ". That is no clear difference."),
        (
            "10,20",
            "2,60",
            ". Too few people gave one of the answers to say whether the groups differed.",
        ),
        ("24,", "17.7,", "."),
    ],
)
def test_headline_gives_both_percentages_and_the_verdict(
    bme: str, white: str, verdict: str
) -> None:
    shares = f"{bme.partition(',')[0]}% of BAME and {white.partition(',')[0]}% of White respondents"
    assert say(*two(bme, white)).headline(6) == f"{shares} {HARASSED}{verdict}"


@pytest.mark.parametrize("percent", ["0", "100"])
def test_nobody_and_everybody_are_told_with_the_same_caution(percent: str) -> None:
    survey = f"6,2020,trust,White,{percent},300,,\n6,2020,trust,BME,{percent},60,,"
    assert "Too few people gave one of the answers to say more" in Narrative(
        chapter(staff_survey=survey)
    ).finding(6)
