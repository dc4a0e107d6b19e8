"""Shares of staff of known ethnicity; figures by hand from the published report of RV9 2021.

Of 3,029 staff 143 are BME (4.7%) and 2,643 White (87.3%); of 243 the ethnicity is unknown, so that
of the 2,786 others 5.1% are BME and 94.9% White, and 92.0% of all are known.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from wres.chapters.reading import Chapter
from wres.claims import Passage, check_passages
from wres.loading import load_chapter


@pytest.fixture(scope="module")
def rv9() -> Chapter:
    return load_chapter(Path(__file__).parents[3] / "data", "RV9", 2021, "public")


def kinds(text: str, chapter: Chapter, about: str | None) -> list[tuple[str, str]]:
    found = check_passages([Passage("f", "c", text, about)], chapter)
    return [(one.words, one.kind) for one in found]


@pytest.mark.parametrize("about", ["workforce", None])
@pytest.mark.parametrize(
    ("text", "known", "of_all"),
    [
        ("BME staff make up {} of staff with known ethnicity, and {} of all.", "5.1%", "4.7%"),
        ("{} of staff with known ethnicity, and {} of all, are BME.", "5.1%", "4.7%"),
        ("{} of staff with known ethnicity, and {} of all", "5.1%", "4.7%"),
        ("{} of those whose ethnicity is known, and {} of all, are White.", "94.9%", "87.3%"),
        ("Of staff with a known ethnicity {} are BME, but {} of all are.", "5.1%", "4.7%"),
        ("143 BME staff ({} of staff who declared their ethnicity, {} of all)", "5.1%", "4.7%"),
    ],
)
def test_shares_of_both_bases_agree(
    rv9: Chapter, text: str, known: str, of_all: str, about: str | None
) -> None:
    found = dict(kinds(text.format(known, of_all), rv9, about))
    assert (found[known], found[of_all]) == ("agrees", "agrees")


def test_shares_in_each_other_s_place_are_contradicted(rv9: Chapter) -> None:
    text = "BME staff make up 4.7% of staff with known ethnicity, and 5.1% of all."
    assert kinds(text, rv9, "workforce") == [("4.7%", "contradicted"), ("5.1%", "contradicted")]


def test_share_of_those_known_is_that_of_the_group_named(rv9: Chapter) -> None:
    text = "White staff make up 5.1% of staff with known ethnicity."
    assert kinds(text, rv9, "workforce") == [("5.1%", "contradicted")]


@pytest.mark.parametrize(
    "text",
    [
        "92.0% of staff have declared their ethnicity.",
        "92.0% of our staff are of known ethnicity.",
        "The share of staff with known ethnicity is 92.0%.",
    ],
)
def test_those_known_are_counted_where_they_are_what_is_told(rv9: Chapter, text: str) -> None:
    assert kinds(text, rv9, "workforce") == [("92.0%", "agrees")]
