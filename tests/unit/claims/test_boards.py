"""What is said of the whole board, and of those with a vote; figures by hand from the counts.

Of RYV 2020 voting members alone were published: 1 of 12 is BAME (8.3%), and no figure of the whole
board. Two executives without a vote are added here, one of them BAME: 2 of 14 (14.3%).
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from wres.chapters.reading import Chapter
from wres.claims import CONTRADICTIONS, STRICT, Passage, check_passages
from wres.loading import load_chapter

ADDED = "executive,no,White,1\nexecutive,no,BME,1\nexecutive,no,Unknown,0\n"
NONE = "non-executive,no,White,0\nnon-executive,no,BME,0\nnon-executive,no,Unknown,0\n"


@pytest.fixture(scope="module")
def whole(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Chapter:
    copy = tmp_path_factory.mktemp("boards") / "data"
    shutil.copytree(data, copy)
    board = copy / "RYV" / "2020" / "board.csv"
    board.write_text(board.read_text("utf-8").rstrip("\n") + "\n" + ADDED + NONE, "utf-8")
    return load_chapter(copy, "RYV", 2020, "public")


def kinds(text: str, chapter: Chapter) -> set[str]:
    return {one.kind for one in check_passages([Passage("f", "c", text)], chapter)}


@pytest.mark.parametrize(
    "text",
    [
        "14.3% of the whole board is BAME.",
        "Of the whole board, 14.3% are BAME.",
        "Of all 14 board members, voting and non-voting, two (14.3%) are BAME.",
        "Across the whole board, 14.3% are BAME, against 8.3% of voting members.",
        "8.3% of voting members and 14.3% of all board members are BAME.",
        "8.3% of voting members but 14.3% of the full board are BAME.",
        "BAME people make up 14.3% of the board as a whole.",
        "14.3% of voting and non-voting members are BAME.",
        "Voting and non-voting members taken together, 14.3% of the board is BAME.",
        "The BAME share of the whole board is 2.8 percentage points above that of the workforce.",
        "One of the two non-voting members is BAME.",
        "Including non-voting members, 14.3% of the board is BAME.",
        "Excluding non-voting members, 8.3% of the board is BAME.",
        "14.3% of board members, voting or not, are BAME.",
        "The full board, including its two non-voting members, is 14.3% BAME.",
        # Of a board of which no more is said, either may be meant.
        "14.3% of board members are BAME.",
        "8.3% of board members are BAME.",
    ],
)
def test_true_of_the_whole_board_or_of_those_with_a_vote(text: str, whole: Chapter) -> None:
    assert not kinds(text, whole) & STRICT


@pytest.mark.parametrize(
    "text",
    [
        "8.3% of the whole board is BAME.",
        "Of the whole board, 8.3% are BAME.",
        "Of all board members, voting and non-voting, 8.3% are BAME.",
        "14.3% of voting members are BAME.",
        "Of the 12 voting members, 14.3% are BAME.",
        "14.3% of members with a vote are BAME.",
        "8.3% of all board members are BAME.",
        "BAME people make up 8.3% of the board as a whole.",
        "8.3% of the full board and 14.3% of voting members are BAME.",
        "The whole board is 8.3% BAME.",
        "One of the 14 members of the whole board is BAME.",
        "Including non-voting members, 8.3% of the board is BAME.",
        "Excluding non-voting members, 14.3% of the board is BAME.",
        "8.3% of board members, voting or not, are BAME.",
        "The BAME share of the whole board is 3.1 percentage points below that of the workforce.",
    ],
)
def test_one_figure_is_not_the_other_s(text: str, whole: Chapter) -> None:
    assert kinds(text, whole) & CONTRADICTIONS


@pytest.mark.parametrize("share", ["14.3%", "8.3%"])
@pytest.mark.parametrize(
    "of", ["the whole board", "the full board", "all board members, voting and non-voting,"]
)
def test_a_whole_board_that_was_not_published_is_not_known(
    share: str, of: str, ryv_2020: Chapter
) -> None:
    assert kinds(f"{share} of {of} are BAME.", ryv_2020) == {"not found"}


@pytest.mark.parametrize(
    "text",
    [
        "8.3% of all board members are BAME.",
        "One of all twelve board members is BAME.",
        "8.3% of board members are BAME, against 10.0% of all board members in England.",
    ],
)
def test_all_members_are_those_with_a_vote_where_no_others_are_known(
    text: str, ryv_2020: Chapter
) -> None:
    assert not kinds(text, ryv_2020) & STRICT


def test_a_board_s_gap_that_moved_is_named_as_what_it_is(ryv_2020: Chapter) -> None:
    # 0% less 10.9% in 2019, 8.3% less 11.5% in 2020.
    text = "The board gap has worsened."
    messages = [one.message for one in check_passages([Passage("f", "c", text)], ryv_2020)]
    named = (
        "the gap between the BAME share of voting members and that of the workforce narrowed by "
        "7.7 percentage points, from 10.9 to 3.1 (2019 to 2020), 'improved'."
    )
    assert named in messages
