"""The register of the board to members on 31 March."""

from __future__ import annotations

import pytest

from tests.unit.extracts.row_files import (
    assert_as_if_read_from_csv,
    extract_of,
    sayings,
    settings,
)
from wres.extracts.board import LAYOUT, count_board
from wres.sources.board import BOARD

HEADER = "member,membership,voting,ethnic_origin,from_date,to_date"


@pytest.fixture
def count(tmp_path):
    def count_text(text, own=None):
        own = own or settings()
        return count_board(extract_of(tmp_path, LAYOUT, text, own), 2021, own)

    return count_text


def members(counted, membership, voting, ethnicity):
    table = counted.table.set_index(["membership", "voting", "ethnicity"])
    return table.loc[(membership, voting, ethnicity), "members"]


def test_members_are_counted_in_every_cell_and_an_empty_one_has_0(count, tmp_path):
    counted = count(
        f"{HEADER}\n"
        "M1,Executive,yes,A,01/01/2015,\nM2,Executive,yes,N,01/01/2015,\n"
        "M3,Non-executive,yes,A,01/01/2015,\nM4,NED,Non-voting,Z,01/01/2015,\n"
    )
    assert (counted.problems, counted.warnings) == ([], [])
    assert len(counted.table) == 12
    assert counted.table["members"].sum() == 4
    assert members(counted, "executive", "yes", "BME") == 1
    assert members(counted, "non-executive", "no", "Unknown") == 1
    assert members(counted, "executive", "no", "White") == 0
    assert_as_if_read_from_csv(tmp_path, BOARD, counted.table)


@pytest.mark.parametrize(
    ("since", "until", "sits"),
    [
        ("", "", 1),
        ("31/03/2021", "", 1),
        ("01/04/2021", "", 0),
        ("01/01/2015", "31/03/2021", 1),
        ("01/01/2015", "30/03/2021", 0),
        ("01/01/2015", "01/01/2025", 1),
    ],
)
def test_the_first_and_the_last_day_in_office_count(count, since, until, sits):
    counted = count(f"{HEADER}\nM1,Executive,yes,N,{since},{until}\nM2,Chair,yes,A,,\n")
    assert counted.problems == []
    assert members(counted, "executive", "yes", "BME") == sits


@pytest.mark.parametrize(
    ("role", "membership"),
    [
        ("Chief Executive", "executive"),
        ("Director of Finance", "executive"),
        ("Chair", "non-executive"),
        ("Senior Independent Director", "non-executive"),
    ],
)
def test_a_role_that_can_only_be_one_of_the_two_says_which(count, role, membership):
    counted = count(f"member,voting,ethnic_origin,role\nM1,yes,N,{role}\n")
    assert counted.problems == []
    assert members(counted, membership, "yes", "BME") == 1


def test_the_column_goes_before_the_role(count):
    counted = count("membership,voting,ethnic_origin,role\nNon-executive,yes,N,Medical Director\n")
    assert members(counted, "non-executive", "yes", "BME") == 1


def test_a_role_that_says_nothing_is_named_for_members_in_office_only(count):
    counted = count(
        "voting,ethnic_origin,role,to_date\nyes,N,Company Secretary,\nyes,N,Observer,01/01/2010\n"
    )
    (problem,) = counted.problems
    assert problem.row == 2
    assert "executive or non-executive" in problem.rule


@pytest.mark.parametrize(
    ("row", "column", "given"),
    [
        ("M1,Wizard,yes,N,,", "membership", "Wizard"),
        ("M1,yes,yes,N,,", "membership", "yes"),
        ("M1,Executive,perhaps,N,,", "voting", "perhaps"),
        ("M1,Executive,yes,Q,,", "ethnic_origin", "Q"),
    ],
)
def test_unknown_words_are_listed(count, row, column, given):
    problem = count(f"{HEADER}\n{row}\nM2,Executive,yes,A,,\n").problems[0]
    assert (problem.row, problem.column, problem.given) == (2, column, given)


def test_without_votes_members_are_counted_together(count, tmp_path):
    counted = count("membership,ethnic_origin\nExecutive,N\nNon-executive,A\n")
    assert set(counted.table["voting"]) == {"all"}
    assert members(counted, "executive", "all", "BME") == 1
    assert any("does not say who has a vote" in note.rule for note in counted.notes)
    assert_as_if_read_from_csv(tmp_path, BOARD, counted.table)


def test_a_blank_vote_is_named_where_others_are_given(count):
    counted = count(f"{HEADER}\nM1,Executive,,N,,\nM2,Executive,yes,A,,\n")
    assert [(one.row, one.column) for one in counted.problems] == [(2, "voting")]


def test_a_member_in_two_equal_rows_is_counted_once_with_a_warning(count):
    counted = count(f"{HEADER}\nM1,Executive,yes,N,,\nM1,Executive,yes,N,,\n")
    assert members(counted, "executive", "yes", "BME") == 1
    assert [one.row for one in counted.warnings] == [3]


def test_a_member_in_two_rows_that_differ_is_a_problem(count):
    counted = count(f"{HEADER}\nM1,Executive,yes,N,,\nM1,Non-executive,yes,N,,\n")
    assert [one.row for one in counted.problems] == [3]


def test_a_change_of_role_before_the_day_is_no_second_row(count):
    counted = count(
        f"{HEADER}\nM1,Executive,no,N,01/01/2015,31/12/2019\nM1,Executive,yes,N,01/01/2020,\n"
    )
    assert (counted.problems, counted.warnings) == ([], [])
    assert members(counted, "executive", "yes", "BME") == 1


def test_an_end_before_the_beginning_is_a_problem(count):
    counted = count(f"{HEADER}\nM1,Executive,yes,N,01/01/2022,01/01/2020\nM2,Chair,yes,A,,\n")
    assert [(one.row, one.column) for one in counted.problems] == [(2, "to_date")]


def test_a_register_of_another_time_is_refused(count):
    counted = count(f"{HEADER}\nM1,Executive,yes,N,,01/01/2010\n")
    assert [one.rule for one in counted.problems] == ["has no member in office on 31 March 2021"]


def test_no_message_holds_a_member_or_a_day(count):
    counted = count(
        f"{HEADER}\nMEM-9,Wizard,yes,N,,\nMEM-9,Executive,yes,N,,\nMEM-9,Executive,no,A,,\n"
        "MEM-9,Executive,yes,A,05/05/2020,04/04/2020\nMEM-9,Executive,yes,A,31/02/2020,\n"
    )
    assert len(counted.problems) >= 4
    for hidden in ("MEM-9", "04/04/2020", "05/05/2020", "31/02/2020"):
        assert hidden not in sayings(counted)
