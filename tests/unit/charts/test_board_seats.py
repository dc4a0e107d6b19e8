"""The board seat by seat."""

import pytest

from wres.charts import band_shares, board_seats, board_shares, comparisons

WORKFORCE = (880, 120, 0)


def board(make, counts, part="all"):
    rows = [*make.make_up("9", part, counts)]
    if sum(counts):
        rows.append(make.parity("9", part, counts[1], sum(counts), WORKFORCE))
    return rows


def seats(figure, labelled, group, part="Board"):
    return labelled(figure, f"{part}: {group}")


def test_each_member_has_a_mark(make, labelled):
    figure = board_seats(make.chapter(*board(make, (7, 2, 1))))
    counts = {group: len(seats(figure, labelled, group)) for group in ("BME", "White", "Unknown")}
    assert counts == {"BME": 2, "White": 7, "Unknown": 1}


def test_groups_are_told_apart_by_shape(make, labelled):
    figure = board_seats(make.chapter(*board(make, (7, 2, 1))))
    shapes = {
        seats(figure, labelled, group)[0].get_marker() for group in ("BME", "White", "Unknown")
    }
    assert len(shapes) == 3


def test_the_bracket_spans_the_seats_of_the_workforce_share(make, labelled):
    # 12% of 10 members are 1.2 seats.
    figure = board_seats(make.chapter(*board(make, (8, 2, 0))))
    (bracket,) = labelled(figure, "Workforce share")
    first, second = (mark.get_xdata()[0] for mark in seats(figure, labelled, "BME"))
    assert (bracket.get_xdata()[-1] - bracket.get_xdata()[0]) / (second - first) == pytest.approx(
        1.2
    )


def test_humbers_board_is_told_in_seats(rv9):
    # 0 of 11, and 143 of 3,029 staff: half a seat.
    assert board_seats(rv9).title == (
        "0 of 11 voting members of the board are BAME; the workforce's share would be half a seat"
    )


def test_counts_worked_out_are_marked_at_the_chart_that_shows_them_alone(ryv, rv9):
    # Cambridgeshire's numbers of members were worked out, Humber's staff in bands 1 to 4
    told = "Worked out from printed shares"
    assert f"{told}: numbers of members." in board_seats(ryv).caption
    assert told not in board_seats(rv9).caption
    assert f"{told}: head counts of the ethnic groups." in band_shares(ryv).caption
    # Humber's note is about counts by band, not about the whole workforce beside the board
    assert told not in board_shares(rv9).caption
    assert f"{told}: head counts of the ethnic groups; numbers of members." in (
        board_shares(ryv).caption
    )
    for one in (ryv, rv9):
        assert told not in comparisons(one, "workforce").caption


def test_a_single_member_is_told_in_the_singular(make):
    assert board_seats(make.chapter(*board(make, (9, 1, 0)))).title.startswith(
        "1 of 10 board members is BME"
    )


def test_a_board_of_more_than_thirty_is_a_bar(make, labelled):
    figure = board_seats(make.chapter(*board(make, (28, 2, 1))))
    assert seats(figure, labelled, "White")[0].get_width() == pytest.approx(
        14 * seats(figure, labelled, "BME")[0].get_width(), rel=0.05
    )


def test_a_withheld_part_has_the_symbol_and_no_seats(make, labelled, words_of):
    hidden = [make.withheld(row) for row in board(make, (4, 1, 0), "membership=executive")]
    figure = board_seats(make.chapter(*board(make, (8, 2, 0)), *hidden))
    assert "Executive members: [c]" in words_of(figure)
    assert seats(figure, labelled, "White", "Executive members") == []
    assert "executive members: [c]" in figure.alt


def test_a_part_without_members_says_so(make, words_of):
    rows = [*board(make, (8, 2, 0)), *board(make, (0, 0, 0), "membership=executive")]
    assert "Executive members: no members" in words_of(board_seats(make.chapter(*rows)))


def test_parts_of_two_parts_are_left_out_where_both_stand_there(make, words_of):
    parts = ("all", "voting=yes", "membership=executive", "membership=executive;voting=yes")
    rows = [row for part in parts for row in board(make, (4, 1, 0), part)]
    words = " ".join(words_of(board_seats(make.chapter(*rows))))
    assert "Executive members: 1 of 5" in words
    assert "with a vote" not in words


def test_a_board_known_by_its_share_alone_is_not_drawn(make):
    share = make.row("9", "share", value=8.0, status="as published")
    assert board_seats(make.chapter(share)) is None
