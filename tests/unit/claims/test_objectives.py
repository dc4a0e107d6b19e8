"""Objectives of an action plan: what they aim at is no claim, what they say of today is one."""

from __future__ import annotations

import pytest

from wres.chapters import Chapter
from wres.claims import CONTRADICTIONS, Passage, check_passages

# RYV 2020: ratio 2 is 1.48 (1.45 in 2019), indicator 5 25% and 20%; the board is 8.3% BAME,
# staff 11.5%.
AIMS = [
    ("2", "BAME applicants are as likely to be appointed as White applicants."),
    ("5", "BAME staff are no more likely than White staff to experience abuse from patients."),
    ("9", "Our board reflects our workforce."),
    ("2", "The ratio is within 0.80 to 1.25."),
    ("2", "Reduce the ratio to 1.25."),
    ("2", "Reduce the ratio from 1.48 to 1.25."),
    ("2", "Fair hiring: White applicants are at most 1.25 times as likely to be appointed."),
    ("9", "Diversify the Board: 8.3% of voting members are BAME and we aim for 20% by 2025."),
    ("workforce", "BAME staff make up 15% of staff."),
    ("workforce", "BAME staff make up 11.5% of staff and we want 15% by 2025."),
    ("6", "Reduce harassment from staff, which 17% of BAME staff experienced, to 12% by 2022."),
]
TODAY = [
    ("2", "BAME applicants are now as likely to be appointed as White applicants."),
    ("9", "Our board already reflects our workforce."),
    ("2", "The ratio is now within 0.80 to 1.25."),
    ("2", "The ratio stands at 1.45."),
    ("2", "The ratio is 1.38."),
    ("2", "Reduce the ratio from 1.45 to 1.25."),
    ("2", "Close the gap: White applicants are 1.84 times as likely to be appointed."),
    ("9", "Diversify the Board: 12.3% of voting members are BAME and we aim for 20% by 2025."),
    ("workforce", "BAME staff make up 15.1% of staff and we want 20% by 2025."),
    ("6", "Reduce harassment from staff, which 27% of BAME staff experienced, to 12% by 2022."),
]


def contradicted(indicator: str, text: str, chapter: Chapter, *, plan: bool = True) -> bool:
    passage = Passage("action_plan.csv", "row 2", text, indicator, plan=plan, inline=False)
    return bool({one.kind for one in check_passages([passage], chapter)} & CONTRADICTIONS)


@pytest.mark.parametrize(("indicator", "text"), AIMS)
def test_what_an_objective_aims_at_is_no_claim(indicator: str, text: str, ryv_2020: Chapter):
    assert not contradicted(indicator, text, ryv_2020)


@pytest.mark.parametrize(("indicator", "text"), TODAY)
def test_what_an_objective_says_of_today_is_held_to_the_figures(
    indicator: str, text: str, ryv_2020: Chapter
):
    assert contradicted(indicator, text, ryv_2020)


@pytest.mark.parametrize(("indicator", "text"), AIMS[:4])
def test_a_gap_that_tells_the_same_is_a_claim(indicator: str, text: str, ryv_2020: Chapter):
    assert contradicted(indicator, text, ryv_2020, plan=False)
