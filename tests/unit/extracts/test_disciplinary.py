"""Cases to people who entered the formal disciplinary process."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from tests.unit.extracts.row_files import (
    WORKFORCE,
    assert_as_if_read_from_csv,
    extract_of,
    sayings,
    settings,
    whole,
)
from wres.extracts.contract import Extract
from wres.extracts.disciplinary import LAYOUT, count_disciplinary
from wres.sources.cases import DISCIPLINARY
from wres.sources.files import InputFile

HEADER = "person,case,ethnic_origin,opened_on,formal"
TWO_YEARS = settings(window="two-year average")


@pytest.fixture
def count(tmp_path):
    def count_text(text, own=None, workforce=WORKFORCE):
        own = own or settings()
        return count_disciplinary(extract_of(tmp_path, LAYOUT, text, own), 2021, own, workforce)

    return count_text


def test_people_are_counted_once_beside_the_workforce(count, tmp_path):
    counted = count(
        f"{HEADER}\n"
        "P1,C1,A,01/06/2020,Formal\n"
        "P1,C2,A,01/09/2020,Formal\n"
        "P2,C3,N,01/06/2020,Formal\n"
        "P3,C4,Not stated,01/06/2020,Formal\n"
    )
    assert (counted.problems, counted.warnings) == ([], [])
    assert whole(counted.table, "entered_process") == {"White": 1, "BME": 1, "Unknown": 1}
    assert whole(counted.table, "workforce") == WORKFORCE
    assert set(counted.table["years"]) == {1}
    assert_as_if_read_from_csv(tmp_path, DISCIPLINARY, counted.table)


@pytest.mark.parametrize(
    ("word", "people"),
    [
        ("Formal Investigation", 1),
        ("yes", 1),
        ("Action without investigation", 1),
        ("Mediation", 0),
        ("Informal", 0),
        ("no", 0),
        ("Fact-finding", 0),
    ],
)
def test_formal_cases_only_are_counted(count, word, people):
    counted = count(f"{HEADER}\nP1,C1,A,01/06/2020,{word}\n")
    assert counted.problems == []
    assert whole(counted.table, "entered_process")["White"] == people


def test_an_investigation_without_further_action_counts(count):
    counted = count(f"{HEADER},outcome\nP1,C1,A,01/06/2020,yes,No further action\n")
    assert whole(counted.table, "entered_process")["White"] == 1


def test_a_blank_is_settled_by_the_stage_or_an_informal_outcome_else_named(count):
    counted = count(
        f"{HEADER},stage,outcome\n"
        "P1,C1,A,01/06/2020,,Hearing,\n"
        "P2,C2,A,01/06/2020,,,Mediation\n"
        "P3,C3,A,01/06/2020,,,Dismissed\n"
    )
    (problem,) = counted.problems
    assert (problem.row, problem.column) == (4, "formal")


def test_a_list_that_does_not_say_what_is_formal_counts_with_a_warning(count):
    counted = count(
        "person,ethnic_origin,opened_on,outcome\nP1,A,01/06/2020,Warning\nP2,A,01/06/2020,Mediation\n"
    )
    assert counted.problems == []
    assert whole(counted.table, "entered_process")["White"] == 1
    assert "does not say which cases are formal" in counted.warnings[0].rule


@pytest.mark.parametrize(
    ("opened", "single", "double"),
    [
        ("31/03/2019", 0, 0),
        ("01/04/2019", 0, 1),
        ("31/03/2020", 0, 1),
        ("01/04/2020", 1, 1),
        ("31/03/2021", 1, 1),
        ("01/04/2021", 0, 0),
    ],
)
def test_each_window_holds_its_first_and_last_day(count, opened, single, double):
    text = f"{HEADER}\nP1,C1,N,{opened},yes\n"
    for own, people in ((settings(), single), (TWO_YEARS, double)):
        counted = count(text, own)
        assert whole(counted.table, "entered_process")["BME"] == people
        assert len(counted.warnings) == 1 - people


def test_over_two_years_a_person_counts_once_in_each(count):
    counted = count(
        f"{HEADER}\n"
        "P1,C1,A,01/06/2019,yes\nP1,C2,A,01/07/2019,yes\nP1,C3,A,01/06/2020,yes\n"
        "P2,C4,N,01/06/2020,yes\n",
        TWO_YEARS,
    )
    assert whole(counted.table, "entered_process") == {"White": 2, "BME": 1, "Unknown": 0}
    assert set(counted.table["years"]) == {2}


def test_leavers_count(count):
    counted = count(f"{HEADER},left_on\nP1,C1,N,01/06/2020,yes,01/09/2020\n")
    assert (counted.problems, counted.warnings) == ([], [])
    assert whole(counted.table, "entered_process")["BME"] == 1


def test_leaving_before_the_case_was_opened_is_a_warning(count):
    counted = count(f"{HEADER},left_on\nP1,C1,N,01/06/2020,yes,01/09/2019\n")
    assert [(one.row, one.column) for one in counted.warnings] == [(2, "left_on")]
    assert whole(counted.table, "entered_process")["BME"] == 1


def test_without_people_cases_are_counted_once_each_with_a_warning(count):
    counted = count(
        "case,ethnic_origin,opened_on,formal\n"
        "C1,A,01/06/2020,yes\nC1,A,01/07/2020,yes\nC2,A,01/07/2020,yes\n"
    )
    assert whole(counted.table, "entered_process")["White"] == 2
    assert "cases are counted, not people" in counted.warnings[0].rule


def test_a_formal_case_without_a_day_or_a_person_is_named(count):
    counted = count(f"{HEADER}\n,C1,A,01/06/2020,yes\nP2,C2,A,,yes\nP3,C3,A,,no\n")
    assert [(one.row, one.column) for one in counted.problems] == [(3, "opened_on"), (2, "person")]


def test_a_person_in_two_groups_is_a_problem_and_an_unknown_one_a_warning(count):
    counted = count(
        f"{HEADER}\n"
        "P1,C1,A,01/06/2020,yes\nP1,C2,N,01/07/2020,yes\n"
        "P2,C3,Z,01/06/2020,yes\nP2,C4,H,01/07/2020,yes\n"
    )
    assert [(one.row, one.column) for one in counted.problems] == [(3, "ethnic_origin")]
    assert [(one.row, one.column) for one in counted.warnings] == [(4, "ethnic_origin")]
    assert whole(counted.table, "entered_process")["BME"] == 1
    assert whole(counted.table, "entered_process")["Unknown"] == 0


@pytest.mark.parametrize("workforce", [None, {}, {"White": 10, "BME": 2}])
def test_without_the_workforce_it_says_what_is_needed(count, workforce):
    counted = count(f"{HEADER}\nP1,C1,A,01/06/2020,yes\n", workforce=workforce)
    (problem,) = counted.problems
    assert "needs the head count of every group" in problem.rule
    assert "Put the workforce extract, or workforce.csv, beside it" in problem.remedy


def test_more_people_than_the_group_has_are_counted_since_leavers_are_among_them(count):
    text = f"{HEADER},left_on\nP1,C1,N,01/06/2020,yes,\nP2,C2,N,01/06/2020,yes,01/09/2020\n"
    counted = count(text, workforce={"White": 5, "BME": 1, "Unknown": 0})
    assert counted.problems == []
    assert whole(counted.table, "entered_process") == {"White": 0, "BME": 2, "Unknown": 0}
    assert whole(counted.table, "workforce") == {"White": 5, "BME": 1, "Unknown": 0}


def test_no_message_holds_a_person_a_case_or_a_day(count):
    counted = count(
        f"{HEADER},left_on\n"
        "PERS-55,CASE-66,A,01/06/2020,yes,03/02/2001\n"
        "PERS-55,CASE-66,N,31/02/2020,maybe,\n"
        "PERS-55,CASE-66,N,01/07/2020,yes,\n"
        ",CASE-66,N,01/07/2009,yes,\n"
    )
    assert len(counted.problems) + len(counted.warnings) >= 4
    for hidden in ("PERS-55", "CASE-66", "03/02/2001", "31/02/2020"):
        assert hidden not in sayings(counted)


DAYS = ["2019-03-31", "2019-04-01", "2020-03-31", "2020-04-01", "2021-03-31", "2021-04-01"]
GROUPS = {"A": "White", "N": "BME", "": "Unknown"}
CASES = st.lists(
    st.tuples(st.integers(1, 8), st.sampled_from(DAYS), st.booleans()), min_size=1, max_size=30
)


@hypothesis_settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cases=CASES, window=st.sampled_from(["single year", "two-year average"]))
def test_counts_equal_a_plain_recount(cases, window, tmp_path):
    # one ethnic origin a person, by the person's number
    origins = ["A", "N", ""]
    rows = pd.DataFrame(
        [
            (f"P{who}", origins[who % 3], day, "formal" if formal else "informal")
            for who, day, formal in cases
        ],
        columns=["person", "ethnic_origin", "opened_on", "formal"],
        index=range(2, 2 + len(cases)),
    ).astype("str")
    file = InputFile(tmp_path / "disciplinary.csv", "disciplinary.csv", "wres check RXX 2021")
    extract = Extract(file, LAYOUT, None, rows, {name: name for name in rows})
    table = count_disciplinary(extract, 2021, settings(window=window), WORKFORCE).table
    formal = rows[rows["formal"] == "formal"].assign(year=lambda f: f["opened_on"].map(_year))
    years = [2021] if window == "single year" else [2020, 2021]
    once = formal[formal["year"].isin(years)].drop_duplicates(["person", "year"])
    expected = once["ethnic_origin"].map(GROUPS).value_counts()
    for group, number in whole(table, "entered_process").items():
        assert number == expected.get(group, 0)


def _year(day: str) -> int:
    return int(day[:4]) + (day[5:] >= "04-01")
