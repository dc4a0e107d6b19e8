"""Indicator 9, in every state that a board's table can be in."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.unit.indicators.trusts import chapter, only
from wres.chapters.reading import Chapter

WORKFORCE = "all,all,White,80\nall,all,BME,15\nall,all,Unknown,5"
GROUPS = ("White", "BME", "Unknown")


def part(membership: str, voting: str, *counts: int) -> str:
    return "\n".join(
        f"{membership},{voting},{group},{count}"
        for group, count in zip(GROUPS, counts, strict=True)
    )


def made(*parts: str) -> Chapter:
    return chapter(workforce=WORKFORCE, board="\n".join(parts))


def figure(board: Chapter, measure: str, breakdown: str = "all", group: str = "BME") -> pd.Series:
    return only(board, indicator="9", measure=measure, breakdown=breakdown, group=group)


FULL = (
    part("executive", "yes", 5, 1, 0),
    part("executive", "no", 2, 0, 0),
    part("non-executive", "yes", 5, 1, 1),
    part("non-executive", "no", 0, 0, 0),
)


@pytest.mark.parametrize(
    ("breakdown", "members", "of"),
    [
        ("all", 2, 15),
        ("voting=yes", 2, 13),
        ("voting=no", 0, 2),
        ("membership=executive", 1, 8),
        ("membership=non-executive", 1, 7),
        ("membership=executive;voting=yes", 1, 6),
    ],
)
def test_every_part_of_a_fully_listed_board_is_added_up(
    breakdown: str, members: int, of: int
) -> None:
    board = made(*FULL)
    share = figure(board, "share", breakdown)
    assert (share["numerator"], share["denominator"]) == (members, of)
    difference = figure(board, "difference", breakdown)
    assert difference["value"] == pytest.approx(100 * members / of - 15)
    assert (difference["comparator_numerator"], difference["comparator_denominator"]) == (15, 100)


def test_difference_is_signed_and_from_unrounded_shares() -> None:
    # 1/12 - 15/100 = 8.333... - 15 = -6.666...
    row = figure(made(part("all", "all", 11, 1, 0)), "difference")
    assert row["value"] == pytest.approx(-6.6666667)
    assert (row["unit"], row["good_direction"]) == ("points", "towards 0")
    assert pd.isna(row["lower"])


def test_part_without_members_is_no_members_never_zero_percent() -> None:
    board = made(*FULL)
    for measure in ("share", "difference"):
        row = figure(board, measure, "membership=non-executive;voting=no")
        assert row["status"] == "no members"
        assert pd.isna(row["value"])


def test_voting_members_alone_are_not_the_whole_board() -> None:
    board = made(part("all", "yes", 11, 0, 0))
    assert figure(board, "share", "voting=yes")["value"] == 0.0
    for measure in ("share", "difference"):
        row = figure(board, measure)
        assert row["status"] == "not available"
        assert row["reason"] == "the make-up of the whole board was not published"


def test_executives_alone_are_not_the_whole_board() -> None:
    board = made(part("executive", "all", 6, 1, 0))
    assert figure(board, "share", "membership=executive")["denominator"] == 7
    assert figure(board, "share")["status"] == "not available"
    assert figure(board, "share", "voting=yes")["status"] == "not available"


@pytest.mark.parametrize(
    ("parts", "known"),
    [
        # executives in all, other members by vote: neither the board nor its vote is known
        (
            (part("executive", "all", 6, 0, 0), part("non-executive", "yes", 5, 1, 0)),
            {"membership=executive": 6, "membership=non-executive;voting=yes": 6},
        ),
        (
            (part("executive", "yes", 6, 0, 0), part("non-executive", "no", 5, 1, 0)),
            {"membership=executive;voting=yes": 6, "membership=non-executive;voting=no": 6},
        ),
        # a published total hides no sum of parts
        (
            (
                part("all", "all", 14, 1, 0),
                part("executive", "yes", 6, 0, 0),
                part("non-executive", "yes", 5, 1, 0),
            ),
            {
                "all": 15,
                "voting=yes": 12,
                "membership=executive;voting=yes": 6,
                "membership=non-executive;voting=yes": 6,
            },
        ),
        (
            (part("all", "yes", 10, 2, 1), *FULL),
            {"all": 15, "voting=yes": 13, "voting=no": 2, "membership=executive": 8}
            | {"membership=non-executive": 7, "membership=executive;voting=yes": 6}
            | {"membership=executive;voting=no": 2, "membership=non-executive;voting=yes": 7},
        ),
    ],
)
def test_part_of_the_board_is_added_up_from_all_its_halves_only(
    parts: tuple[str, ...], known: dict[str, int]
) -> None:
    shares = made(*parts).rows(indicator="9", measure="share", group="BME", status="ok")
    assert dict(zip(shares["breakdown"], shares["denominator"], strict=True)) == known


def test_group_that_was_not_published_leaves_the_share_not_available() -> None:
    board = made("all,all,White,11\nall,all,Unknown,0")
    row = figure(board, "share")
    assert row["status"] == "not available"
    assert row["reason"] == "the number of BME board members was not published"


def test_group_missing_from_one_part_has_no_sum() -> None:
    board = made(*FULL[:3], "non-executive,no,White,1\nnon-executive,no,Unknown,0")
    assert figure(board, "share")["status"] == "not available"
    assert figure(board, "share", "membership=executive")["value"] == pytest.approx(100 / 8)


def test_published_percentages_pass_as_published() -> None:
    board = chapter(
        workforce=WORKFORCE, board_percent="all,yes,White,91\nall,yes,BME,9\nall,yes,Unknown,0"
    )
    share = figure(board, "share", "voting=yes")
    assert (share["value"], share["status"]) == (9, "as published")
    difference = figure(board, "difference", "voting=yes")
    assert difference["value"] == pytest.approx(9 - 15)
    assert difference["reason"] == "difference of rounded shares"
    assert figure(board, "share")["status"] == "not available"


def test_percentages_of_several_parts_are_not_added() -> None:
    board = chapter(
        workforce=WORKFORCE,
        board_percent="\n".join(
            f"{membership},all,{group},{percent}"
            for membership in ("executive", "non-executive")
            for group, percent in zip(GROUPS, (90, 10, 0), strict=True)
        ),
    )
    assert figure(board, "share")["status"] == "not available"
    assert figure(board, "share", "membership=executive")["value"] == 10


def test_printed_share_of_the_workforce_gives_a_difference_of_rounded_shares() -> None:
    board = chapter(
        workforce_percent="all,all,White,80\nall,all,BME,12\nall,all,Unknown,8",
        board=part("all", "all", 9, 1, 0),
    )
    row = figure(board, "difference")
    assert row["value"] == pytest.approx(10 - 12)
    assert (row["status"], row["reason"]) == ("as published", "difference of rounded shares")


@pytest.mark.parametrize("workforce", ["", "all,all,BME,15", "all,all,White,0"])
def test_difference_needs_the_make_up_of_the_workforce(workforce: str) -> None:
    tables = {"workforce": workforce} if workforce else {}
    board = chapter(board=part("all", "all", 11, 1, 0), **tables)
    row = figure(board, "difference")
    assert row["status"] == "not available"
    assert row["reason"] == "the make-up of the workforce is not available"
    assert figure(board, "share")["value"] == pytest.approx(100 / 12)


def test_missing_board_names_the_three_parts_that_the_standard_asks_for() -> None:
    board = chapter(workforce=WORKFORCE)
    rows = board.rows(indicator="9", measure="difference")
    assert list(rows["breakdown"]) == ["all", "voting=yes", "membership=executive"]
    assert set(rows["reason"]) == {"no board figures for the whole trust were supplied for 2021"}
