"""Rules of board.csv."""

import pytest

HEADER = "membership,voting,ethnicity,members\n"


@pytest.mark.parametrize(
    ("row", "column", "rule"),
    [
        ("chair,yes,BME,1", "membership", "must be one of: executive, non-executive, all"),
        ("all,maybe,BME,1", "voting", "must be one of: yes, no, all"),
        ("all,yes,Mixed,1", "ethnicity", "must be a known group"),
        ("all,yes,BME,-1", "members", "must be a whole number, 0 or more"),
        ("all,yes,BME,0.5", "members", "must be a whole number, 0 or more"),
    ],
)
def test_a_cell_that_cannot_be_read_is_located(problems_of, row, column, rule):
    (problem,) = problems_of({"board.csv": f"{HEADER}{row}\n"})
    assert (problem.row, problem.column) == (2, column)
    assert rule in problem.rule


def test_a_group_given_twice_names_both_rows(problems_of):
    (problem,) = problems_of({"board.csv": f"{HEADER}all,yes,BME,1\nAll,Yes,bme,1\n"})
    assert (problem.row, problem.column) == (3, "ethnicity")
    assert "membership all, voting yes, ethnicity BME stands in row 2 too" in problem.rule


@pytest.mark.parametrize(
    ("rows", "row", "rule"),
    [
        (
            "all,all,BME,3\nexecutive,all,BME,1\nnon-executive,all,BME,1\n",
            2,
            "must equal the sum of its parts (1 + 1 = 2)",
        ),
        (
            "executive,yes,BME,3\nexecutive,no,BME,1\nexecutive,all,BME,5\n",
            4,
            "must equal the sum of its parts (3 + 1 = 4)",
        ),
        (
            "all,yes,BME,1\nexecutive,yes,BME,2\n",
            2,
            "must not be below the sum of its parts (2)",
        ),
        (
            "all,all,BME,1\nexecutive,yes,BME,1\nnon-executive,yes,BME,1\n",
            2,
            "must not be below the sum of its parts (1 + 1 = 2)",
        ),
    ],
)
def test_totals_that_contradict_their_parts_are_refused(problems_of, rows, row, rule):
    (problem,) = problems_of({"board.csv": HEADER + rows})
    assert (problem.row, problem.column, problem.rule) == (row, "members", rule)


def test_a_board_printed_as_shares_only_is_read(read_files):
    rows = "all,all,White,100\nall,all,BME,0\nall,all,Unknown,0\n"
    frame = read_files({"board.csv": HEADER.replace(",members", ",percent") + rows}).tables
    assert frame["board"]["percent"].tolist() == [100.0, 0.0, 0.0]


def test_shares_above_100_together_are_refused(problems_of):
    text = "membership,voting,ethnicity,percent\nall,all,White,91\nall,all,BME,19\n"
    (problem,) = problems_of({"board.csv": text})
    assert (problem.row, problem.column) == (3, "percent")
    assert "membership all, voting all must add up to no more than 100" in problem.rule
