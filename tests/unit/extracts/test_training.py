"""Training records to people who had non-mandatory training."""

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
from wres.extracts.training import LAYOUT, count_training
from wres.sources.files import InputFile
from wres.sources.training import TRAINING

HEADER = "person,ethnic_origin,course,attended_on"


@pytest.fixture
def count(tmp_path):
    def count_text(text, workforce=WORKFORCE, own=None):
        own = own or settings()
        return count_training(extract_of(tmp_path, LAYOUT, text, own), 2021, own, workforce)

    return count_text


def test_people_are_counted_not_courses(count, tmp_path):
    counted = count(
        f"{HEADER}\n"
        "P1,A,Coaching,01/06/2020\nP1,A,Leadership,01/07/2020\nP1,A,Coaching,01/09/2020\n"
        "P2,N,Coaching,01/06/2020\nP3,,Coaching,01/06/2020\n"
    )
    assert (counted.problems, counted.warnings) == ([], [])
    assert whole(counted.table, "accessed") == {"White": 1, "BME": 1, "Unknown": 1}
    assert whole(counted.table, "workforce") == WORKFORCE
    assert_as_if_read_from_csv(tmp_path, TRAINING, counted.table)


@pytest.mark.parametrize(
    ("course", "people"),
    [
        ("Fire Safety - Level 1", 0),
        ("NHS|CSTF|Information Governance and Data Security - 1 Year", 0),
        ("Moving & Handling", 0),
        ("Safeguarding Adults Level 2", 0),
        ("Corporate induction day", 0),
        ("Statutory and mandatory update", 0),
        ("Non-mandatory: resilience", 1),
        ("Firearms injuries symposium", 1),
        ("MSc Nursing", 1),
        ("Preventing burn-out", 1),
    ],
)
def test_statutory_and_mandatory_courses_are_known_by_their_names(count, course, people):
    counted = count(f"{HEADER}\nP1,A,{course},01/06/2020\n")
    assert whole(counted.table, "accessed")["White"] == people
    assert [note.column for note in counted.notes] == ["course"] * (1 - people)


@pytest.mark.parametrize(
    ("word", "people"),
    [("yes", 0), ("Mandatory", 0), ("Statutory & Mandatory", 0), ("no", 1), ("CPD", 1)],
)
def test_the_record_goes_before_the_name(count, word, people):
    text = f"{HEADER},mandatory\nP1,A,Fire safety,01/06/2020,{word}\n"
    assert whole(count(text).table, "accessed")["White"] == people


def test_courses_taken_as_mandatory_are_named_with_their_rows(count):
    rows = "P1,A,Fire safety,01/06/2020\n" * 3 + "P1,A,Safeguarding,01/06/2020\n"
    (note,) = count(f"{HEADER}\n{rows}P1,A,Coaching,01/06/2020\n").notes
    assert note.rule.endswith("with their rows: fire safety (3); safeguarding (1)")


def test_of_the_name_of_a_course_only_the_word_of_the_list_is_shown(count):
    courses = ("Corporate induction for Jo Bloggs", "INDUCTION: Al Bloggs")
    rows = "".join(f"P1,A,{course},01/06/2020\n" for course in courses)
    (note,) = count(f"{HEADER}\n{rows}P1,A,Not mandatory - fire safety,01/06/2020\n").notes
    shown = "corporate induction (1); induction (1); fire safety (1)"
    assert note.rule.endswith(f"with their rows: {shown}")
    assert "Bloggs" not in str(note)


@pytest.mark.parametrize(
    ("status", "people"),
    [("Completed", 1), ("Attended", 1), ("", 1), ("Did not attend", 0), ("DNA", 0), ("Booked", 0)],
)
def test_only_who_was_there_counts(count, status, people):
    counted = count(f"{HEADER},status\nP1,A,Coaching,01/06/2020,{status}\n")
    assert counted.problems == []
    assert whole(counted.table, "accessed")["White"] == people


@pytest.mark.parametrize(
    ("day", "people"),
    [("31/03/2020", 0), ("01/04/2020", 1), ("31/03/2021", 1), ("01/04/2021", 0)],
)
def test_the_period_holds_its_first_and_last_day(count, day, people):
    counted = count(f"{HEADER}\nP1,A,Coaching,{day}\n")
    assert whole(counted.table, "accessed")["White"] == people
    assert [one.column for one in counted.warnings] == ["attended_on"] * (1 - people)


def test_mandatory_and_missed_courses_outside_the_period_are_no_matter(count):
    counted = count(f"{HEADER},status\nP1,A,Fire safety,,\nP1,A,Coaching,01/06/2009,DNA\n")
    assert counted.warnings == []


def test_a_course_attended_on_no_day_is_named_where_other_rows_have_days(count):
    counted = count(
        f"{HEADER},status\nP1,A,Coaching,,Attended\nP2,A,Coaching,01/06/2020,Attended\n"
    )
    assert [(one.row, one.column) for one in counted.problems] == [(2, "attended_on")]


def test_a_row_that_says_nothing_of_its_course_is_named(count):
    counted = count(f"{HEADER}\nP1,A,,01/06/2020\n")
    assert [(one.row, one.column) for one in counted.problems] == [(2, "course")]


def test_records_without_courses_are_refused(count):
    counted = count("person,ethnic_origin,attended_on\nP1,A,01/06/2020\n")
    assert "must have a column of courses" in counted.problems[0].rule


def test_records_without_days_are_taken_to_be_of_the_period_with_a_note(count):
    counted = count("person,ethnic_origin,course\nP1,A,Coaching\n")
    assert whole(counted.table, "accessed")["White"] == 1
    assert "every row is taken to be of the period" in counted.notes[-1].rule


def test_an_unrecognised_status_is_listed(count):
    counted = count(f"{HEADER},status\nP1,A,Coaching,01/06/2020,Foo\n")
    assert [(one.row, one.given) for one in counted.problems] == [(2, "Foo")]


def test_without_the_workforce_it_says_what_is_needed(count):
    (problem,) = count(f"{HEADER}\nP1,A,Coaching,01/06/2020\n", workforce=None).problems
    assert "needs the head count of every group" in problem.rule


def test_more_people_than_the_group_has_are_a_problem_since_leavers_cannot_be_told(count):
    text = f"{HEADER}\nP1,N,Coaching,01/06/2020\nP2,N,Coaching,01/06/2020\n"
    (problem,) = count(text, workforce={"White": 5, "BME": 1, "Unknown": 0}).problems
    assert "gives 2 people of group BME, more than the 1 in post" in problem.rule
    assert "Leave out who has left" in problem.remedy


def test_no_message_holds_a_person(count):
    counted = count(
        f"{HEADER}\nPERS-55,A,Coaching,01/06/2020\nPERS-55,N,Coaching,01/06/2020\n"
        ",N,Coaching,01/06/2020\nPERS-55,N,Coaching,01/06/2001\nPERS-55,?,Coaching,x\n"
    )
    assert len(counted.problems) + len(counted.warnings) >= 4
    assert "PERS-55" not in sayings(counted)


COURSES = {"Coaching": False, "Fire safety": True, "Leadership": False}
RECORDS = st.lists(
    st.tuples(
        st.integers(1, 9),
        st.sampled_from(list(COURSES)),
        st.sampled_from(["2020-03-31", "2020-04-01", "2021-03-31", "2021-04-01"]),
        st.sampled_from(["Attended", "DNA"]),
    ),
    min_size=1,
    max_size=40,
)


@hypothesis_settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(records=RECORDS)
def test_counts_equal_a_plain_recount_and_a_repeated_row_changes_nothing(records, tmp_path):
    origins = {"White": "A", "BME": "Pakistani", "Unknown": "Not known"}
    groups = list(origins)
    rows = pd.DataFrame(
        [(f"P{who}", origins[groups[who % 3]], *rest) for who, *rest in records],
        columns=["person", "ethnic_origin", "course", "attended_on", "status"],
        index=range(2, 2 + len(records)),
    ).astype("str")
    file = InputFile(tmp_path / "training.csv", "training.csv", "wres check RXX 2021")
    again = pd.concat([rows, rows]).set_axis(range(2, 2 + 2 * len(rows)))
    tables = [
        count_training(
            Extract(file, LAYOUT, None, some, {name: name for name in some}),
            2021,
            settings(),
            WORKFORCE,
        ).table
        for some in (rows, again)
    ]
    pd.testing.assert_frame_equal(*tables)
    counted = {
        who
        for who, course, day, status in records
        if not COURSES[course] and status == "Attended" and "2020-04-01" <= day <= "2021-03-31"
    }
    for place, group in enumerate(groups):
        mine = [who for who in counted if who % 3 == place]
        assert whole(tables[0], "accessed")[group] == len(mine)
