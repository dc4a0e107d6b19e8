"""The board against the workforce."""

from wres.charts import board_shares


def test_a_board_is_told_in_seats(make, words_of):
    chapter = make.chapter(*make.workforce(), *make.make_up("9", "all", (10, 1, 0)))
    figure = board_shares(chapter)
    assert figure.title == "1 of 11 board members is BME (9.1%), against 8.0% of the workforce"
    assert "1 of 11" in words_of(figure)


def test_a_board_without_bme_members_has_none_of_so_many(rv9):
    # Humber Teaching NHS FT 2021: no BAME member among 11 voting members; 143 of 3,029 staff.
    assert board_shares(rv9).title == (
        "0 of 11 voting members of the board are BAME (0.0%), against 4.7% of the workforce"
    )


def test_parts_that_were_not_published_are_named(rv9, words_of):
    words = words_of(board_shares(rv9))
    assert "Executive members" in words
    assert "not available" in words


def test_a_part_without_members_says_so(make, words_of):
    chapter = make.chapter(
        *make.make_up("9", "all", (10, 1, 0)),
        *make.make_up("9", "membership=executive", (0, 0, 0)),
    )
    assert "no members" in words_of(board_shares(chapter))


def test_the_workforce_comes_first_and_the_parts_in_order(make, words_of):
    parts = ("all", "voting=yes", "voting=no", "membership=executive", "membership=non-executive")
    rows = [row for part in parts for row in make.make_up("9", part, (4, 1, 0))]
    words = words_of(board_shares(make.chapter(*make.workforce(), *rows)))
    expected = [
        "Whole workforce",
        "Board",
        "Voting members",
        "Non-voting members",
        "Executive members",
        "Non-executive members",
    ]
    assert [word for word in words if word in expected] == expected


def test_a_share_published_alone_is_given_as_printed(make, words_of):
    share = make.row("9", "share", value=8.0, status="as published")
    figure = board_shares(make.chapter(*make.workforce(), share))
    assert figure.title == "8% of board members are BME, against 8.0% of the workforce"
    assert "others not published" in words_of(figure)


def test_the_alternative_text_holds_seats_and_shares(rv9):
    alt = board_shares(rv9).alt
    assert "whole workforce 4.7% (143 of 3,029)" in alt
    assert "voting members 0.0% (0 of 11)" in alt
    assert "executive members not available" in alt


def test_nothing_is_drawn_without_a_board(make):
    assert board_shares(make.chapter(*make.workforce(), *make.absent("9", "all"))) is None
