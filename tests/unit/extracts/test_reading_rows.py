"""Reading columns: every refusal once, and what may be quoted."""

from __future__ import annotations

import pytest

from tests.unit.extracts.row_files import extract_of, settings
from wres.extracts.contract import Field, Layout
from wres.extracts.reading import (
    at_rows,
    dates_of,
    read_answers,
    read_dates,
    read_ethnic_origins,
    read_events,
    read_fields,
    read_words,
    warn_of_legacy_codes,
)

LAYOUT = Layout(
    "recruitment",
    (
        Field("ethnic_origin", "code or words", required=True),
        Field("shortlisted", "whether"),
        Field("closed_on", "day"),
    ),
)
OWN = settings().extracts


@pytest.fixture
def read(tmp_path):
    def read_text(rows, *readers):
        text = "ethnic_origin,shortlisted,closed_on\n" + rows
        return read_fields(extract_of(tmp_path, LAYOUT, text), *readers)

    return read_text


def test_rows_with_a_refused_cell_are_left_out_of_what_was_read(read):
    found = read("A,yes,\nMartian,yes,\nN,no,\n", read_ethnic_origins(OWN))
    assert found.cells.index.tolist() == [2, 4]
    assert [one.row for one in found.problems] == [3]


def test_every_different_word_is_a_problem_of_its_own_with_its_first_row(read):
    found = read("Martian,,\nVenusian,,\nMartian,,\n", read_ethnic_origins(OWN))
    assert [(one.row, one.given) for one in found.problems] == [(2, "Martian"), (3, "Venusian")]
    assert found.problems[0].rule == "ethnic origin is not recognised (2 rows)"


def test_a_code_and_words_of_two_groups_are_refused_with_both(read):
    (problem,) = read("A - Chinese,,\nN,,\n", read_ethnic_origins(OWN)).problems
    assert "code A is White, the words are BME" in problem.rule


def test_refused_days_are_located_and_not_quoted(read):
    (problem,) = read("A,,30/02/2020\nA,,x\nA,,01/02/2020\n", read_dates("closed_on", OWN)).problems
    assert (problem.row, problem.given) == (2, None)
    assert "(2 rows; also 3)" in problem.rule


def test_a_day_in_a_column_of_answers_is_not_quoted_either(read):
    problems = read("A,30/02/2020,\nA,maybe,\n", read_events("shortlisted", OWN)).problems
    assert [one.given for one in problems] == [None, "maybe"]


def test_a_field_that_the_file_lacks_has_the_same_value_in_every_row(read):
    found = read(
        "A,,\nN,,\n", read_ethnic_origins(OWN), read_answers("withdrawn", "withdrawn", OWN)
    )
    assert found.get("withdrawn").tolist() == [None, None]
    assert found.get("withdrawn", otherwise=0).tolist() == [0, 0]


def test_an_event_is_a_flag_a_word_or_a_day(read):
    found = read("A,yes,\nA,,\nA,31/03/2021,\nA,Rejected,\n", read_events("shortlisted", OWN))
    events = found.get("shortlisted")
    assert [event.happened for event in events] == [True, False, True, False]
    assert dates_of(events).dt.strftime("%d %m %Y").tolist()[2] == "31 03 2021"
    assert dates_of(events).isna().tolist() == [True, True, False, True]


def test_yes_says_nothing_where_a_word_is_asked_for(read):
    layout_words = read_words("shortlisted", "executive", OWN)
    (problem,) = read("A,yes,\nA,Executive,\nA,,\n", layout_words).problems
    assert problem.given == "yes"


def test_the_order_of_days_is_the_trusts(read):
    american = settings(dates="month first").extracts
    found = read("A,,03/04/2021\n", read_dates("closed_on", american))
    assert dates_of(found.get("closed_on")).iloc[0].month == 3


def test_numbers_of_the_1991_census_are_read_with_a_warning(tmp_path):
    extract = extract_of(tmp_path, LAYOUT, "ethnic_origin,shortlisted\n0,yes\nA,yes\n3,yes\n")
    origins = read_fields(extract, read_ethnic_origins(OWN)).get("ethnic_origin")
    assert origins.map(lambda origin: origin.group).tolist() == ["White", "White", "BME"]
    (warning,) = warn_of_legacy_codes(extract, origins)
    assert warning.row == 2
    assert "(2 rows; also 4)" in warning.rule


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([4], "breaks"),
        ([4, 6], "breaks (2 rows; also 6)"),
        ([1, 2, 3, 4, 5, 6], "breaks (6 rows; also 2, 3, 4, 5, 6)"),
        ([1, 2, 3, 4, 5, 6, 7], "breaks (7 rows; also 2, 3, 4, 5, 6 and 1 more)"),
    ],
)
def test_rows_that_break_one_rule_are_one_problem(tmp_path, rows, said):
    extract = extract_of(tmp_path, LAYOUT, "ethnic_origin,shortlisted\nA,yes\n")
    (problem,) = at_rows(extract, rows, "breaks")
    assert (problem.row, problem.rule) == (rows[0], said)
    assert at_rows(extract, [], "breaks") == []
