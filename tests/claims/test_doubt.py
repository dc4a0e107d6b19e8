"""A sentence that is right in one reading isn't contradicted; one that is wrong in all is.

The figures are those of RYV 2020: BAME staff 10.9% of the workforce in 2019 and 11.5% in
2020, White staff 82.2% and 83.8%; indicator 7: 81% of BAME and 92% of White respondents, two and
three points less than a year before, a gap of 11 points after 12; the ratio of indicator 2 1.45 and
1.48.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from wres.chapters import Chapter
from wres.claims import CONTRADICTIONS, Passage, check_passages

RIGHT = {
    "BAME share of workforce | 31 March 2019: 10.9% | 31 March 2020: 11.5% | +0.6pp": "workforce",
    "White: 83.8% (82.2%). BAME: 11.5% (10.9%). Figures in brackets are for 2019.": "workforce",
    "The ratio slipped by 0.03 since last year.": "recruitment",
    "Belief in fair progression fell in both groups, by two points among BAME staff and three "
    "points among White staff, so that the gap closed by a point to 11.": "staff_survey",
    "Leaving out people whose ethnicity we do not know, 12.0% are BAME, compared with 11.7% a "
    "year before.": "workforce",
    "The shortfall on the board has shrunk from 10.9 to 3.1 percentage points.": "board",
}
# Each with the words that are wrong in every reading.
WRONG = {
    "For indicator 7 the figure was 92% for BAME staff and 81% for White staff.": (
        "staff_survey",
        "92%",
    ),
    "The BAME share of the workforce fell in the year to March 2020.": ("workforce", "fell"),
    "The number of White staff rose by seven over the year.": ("workforce", "rose"),
    "In March 2020 10.9% of staff were BAME.": ("workforce", "10.9%"),
    "The gap of indicator 7 widened to 11 points.": ("staff_survey", "widened"),
}


@pytest.fixture(scope="session")
def ryv(report: Callable[[str], Chapter]) -> Chapter:
    return report("RYV 2020")


def denied(text: str, chapter: str, figures: Chapter) -> list[str]:
    findings = check_passages([Passage("own.ipynb", "c", text, chapter=chapter)], figures)
    return [one.words for one in findings if one.kind in CONTRADICTIONS]


@pytest.mark.parametrize(("text", "chapter"), RIGHT.items())
def test_what_is_right_in_one_reading_is_not_contradicted(
    text: str, chapter: str, ryv: Chapter
) -> None:
    assert denied(text, chapter, ryv) == []


@pytest.mark.parametrize(("text", "where"), WRONG.items())
def test_what_is_wrong_in_every_reading_is_contradicted(
    text: str, where: tuple[str, str], ryv: Chapter
) -> None:
    chapter, words = where
    assert words in denied(text, chapter, ryv)
