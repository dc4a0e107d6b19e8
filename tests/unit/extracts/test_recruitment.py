"""Applications to people shortlisted and appointed."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from tests.unit.extracts.row_files import (
    assert_as_if_read_from_csv,
    extract_of,
    sayings,
    settings,
    whole,
)
from wres.extracts.contract import Extract
from wres.extracts.recruitment import LAYOUT, count_recruitment
from wres.extracts.tallies import tally
from wres.sources.files import InputFile
from wres.sources.recruitment import RECRUITMENT

HEADER = "applicant,vacancy,ethnic_origin,shortlisted,appointed,closed_on"


@pytest.fixture
def count(tmp_path):
    def count_text(text, own=None, year=2021):
        own = own or settings()
        return count_recruitment(extract_of(tmp_path, LAYOUT, text, own), year, own)

    return count_text


def test_applicants_are_counted_by_group_and_those_of_unknown_ethnicity_apart(count):
    counted = count(
        f"{HEADER}\n"
        "A1,V1,A,yes,yes,01/06/2020\n"
        "A2,V1,C,yes,no,01/06/2020\n"
        "A3,V1,H - Asian or Asian British - Indian,yes,yes,01/06/2020\n"
        "A4,V1,Asian,no,no,01/06/2020\n"
        "A5,V1,Not stated,yes,yes,01/06/2020\n"
        "A6,V1,,yes,no,01/06/2020\n"
    )
    assert counted.problems == []
    assert whole(counted.table, "shortlisted") == {"White": 2, "BME": 1, "Unknown": 2}
    assert whole(counted.table, "appointed") == {"White": 1, "BME": 1, "Unknown": 1}


def test_the_table_is_the_one_that_the_csv_would_give(count, tmp_path):
    text = f"{HEADER},applied,international\n"
    text += "A1,V1,A,yes,yes,01/06/2020,yes,no\nA2,V1,N,yes,yes,01/06/2020,yes,yes\n"
    assert_as_if_read_from_csv(tmp_path, RECRUITMENT, count(text).table)
    assert_as_if_read_from_csv(
        tmp_path, RECRUITMENT, count("\n".join([HEADER, "A1,V1,A,yes,yes,01/06/2020"])).table
    )


def test_detailed_groups_stand_beside_the_three(count):
    text = f"{HEADER}\nA1,V1,H,yes,yes,01/06/2020\nA2,V1,N,yes,no,01/06/2020\n"
    table = count(text).table
    details = table[table["ethnic_group"].notna()]
    assert details["ethnicity"].tolist() == ["BME", "BME"]
    assert details["shortlisted"].tolist() == [1, 1]


@pytest.mark.parametrize("word", ["Yes", "Y", "TRUE", "1", "Shortlisted", "14/06/2020"])
def test_shortlisting_is_a_flag_a_word_or_a_day(count, word):
    counted = count(f"ethnic_origin,shortlisted,appointed\nA,{word},no\n")
    assert counted.problems == []
    assert whole(counted.table, "shortlisted")["White"] == 1


@pytest.mark.parametrize("word", ["No", "n", "0", "", "Not shortlisted", "Rejected"])
def test_a_blank_a_no_and_a_refusal_are_no_shortlisting(count, word):
    counted = count(f"ethnic_origin,shortlisted,appointed\nA,{word},no\nA,yes,no\n")
    assert counted.problems == []
    assert whole(counted.table, "shortlisted")["White"] == 1


@pytest.mark.parametrize("source", ["Internal", "External", "NHS Jobs", ""])
def test_applicants_count_wherever_they_come_from(count, source):
    counted = count(f"ethnic_origin,shortlisted,appointed,source\nA,yes,yes,{source}\n")
    assert counted.problems == []
    assert whole(counted.table, "appointed")["White"] == 1
    assert whole(counted.table, "international")["White"] == 0


def test_who_withdrew_or_turned_the_offer_down_was_shortlisted_and_not_appointed(count):
    counted = count(
        f"{HEADER},withdrawn,offer_outcome\n"
        "A1,V1,A,yes,yes,01/06/2020,,Accepted\n"
        "A2,V1,A,yes,yes,01/06/2020,yes,\n"
        "A3,V1,A,yes,yes,01/06/2020,no,Offer declined\n"
    )
    assert whole(counted.table, "shortlisted")["White"] == 3
    assert whole(counted.table, "appointed")["White"] == 1
    assert [note.row for note in counted.notes] == [3]
    assert "2 rows; also 4" in counted.notes[0].rule


def test_international_recruits_appointed_without_shortlisting_count_as_shortlisted_too(count):
    counted = count(
        f"{HEADER},international\n"
        "A1,V1,A,yes,yes,01/06/2020,no\n"
        "A2,V1,N,no,yes,01/06/2020,yes\n"
        "A3,V1,N,yes,no,01/06/2020,yes\n"
    )
    assert counted.problems == []
    assert whole(counted.table, "shortlisted")["BME"] == 2
    assert whole(counted.table, "appointed")["BME"] == 1
    assert whole(counted.table, "international") == {"White": 0, "BME": 1, "Unknown": 0}
    assert "from abroad" in counted.notes[-1].rule


def test_the_source_may_mark_international_recruits(count):
    text = (
        "ethnic_origin,shortlisted,appointed,source\nN,no,yes,International\nA,yes,yes,Internal\n"
    )
    assert whole(count(text).table, "international") == {"White": 0, "BME": 1, "Unknown": 0}


def test_without_a_mark_the_international_are_not_known_rather_than_none(count):
    table = count("ethnic_origin,shortlisted,appointed\nA,yes,yes\n").table
    assert table["international"].isna().all()
    assert table["applied"].isna().all()


def test_following_a_cohort_an_appointment_without_shortlisting_is_an_error(count):
    counted = count(f"{HEADER}\nA1,V1,A,no,yes,01/06/2020\nA2,V1,A,yes,yes,01/06/2020\n")
    (problem,) = counted.problems
    assert (problem.row, problem.column) == (2, "appointed")
    assert "without being shortlisted" in problem.rule


def test_counting_a_period_it_is_a_warning_and_counts_as_shortlisted_too(count):
    text = f"{HEADER}\nA1,V1,A,no,yes,01/06/2020\nA2,V1,A,yes,no,01/06/2020\n"
    counted = count(text, settings(recruitment="period"))
    assert counted.problems == []
    assert whole(counted.table, "shortlisted")["White"] == 2
    assert whole(counted.table, "appointed")["White"] == 1
    assert [warning.row for warning in counted.warnings] == [2]


@pytest.mark.parametrize(
    ("closed", "inside"),
    [("31/03/2020", 0), ("01/04/2020", 1), ("31/03/2021", 1), ("01/04/2021", 0)],
)
def test_the_period_holds_its_first_and_last_day(count, closed, inside):
    counted = count(f"{HEADER}\nA1,V1,A,yes,yes,{closed}\nA2,V2,A,yes,no,01/06/2020\n")
    assert whole(counted.table, "appointed")["White"] == inside
    assert [warning.row for warning in counted.warnings] == [2] * (1 - inside)


def test_a_cohort_is_followed_beyond_the_period_of_its_shortlisting(count):
    text = "ethnic_origin,shortlisted,appointed\nA,01/03/2021,20/04/2021\nA,01/03/2020,20/04/2020\n"
    counted = count(text)
    assert whole(counted.table, "shortlisted")["White"] == 1
    assert whole(counted.table, "appointed")["White"] == 1
    assert [warning.row for warning in counted.warnings] == [3]


def test_counting_a_period_each_event_belongs_to_its_own(count):
    text = "ethnic_origin,shortlisted,appointed\nA,01/03/2021,20/04/2021\nA,01/03/2020,20/04/2020\n"
    counted = count(text, settings(recruitment="period"))
    # the first is shortlisted in the period and appointed after it, the second appointed in it
    assert whole(counted.table, "appointed")["White"] == 1
    assert whole(counted.table, "shortlisted")["White"] == 2


def test_the_extract_of_another_year_is_refused(count):
    counted = count(f"{HEADER}\nA1,V1,A,yes,yes,01/06/2018\n")
    assert [problem.rule for problem in counted.problems] == [
        "has no row in the period (1 April 2020 to 31 March 2021)"
    ]


def test_a_row_without_the_day_that_others_have_is_named(count):
    counted = count(f"{HEADER}\nA1,V1,A,yes,yes,01/06/2020\nA2,V1,A,yes,no,\n")
    (problem,) = counted.problems
    assert (problem.row, problem.column) == (3, "closed_on")


def test_an_extract_without_days_is_taken_to_be_of_the_period_with_a_note(count):
    counted = count("ethnic_origin,shortlisted,appointed\nA,yes,yes\n")
    assert counted.problems == []
    assert "every row is taken to be of the period" in counted.notes[0].rule


def test_an_applicant_twice_for_one_vacancy_is_counted_once(count):
    counted = count(
        f"{HEADER}\n"
        "A1,V1,N,yes,no,01/06/2020\n"
        "A1,V1,N,yes,yes,01/06/2020\n"
        "A1,V2,N,yes,no,01/06/2020\n"
        ",,N,yes,no,01/06/2020\n"
        ",,N,yes,no,01/06/2020\n"
    )
    assert whole(counted.table, "shortlisted")["BME"] == 4
    assert whole(counted.table, "appointed")["BME"] == 1
    assert [warning.row for warning in counted.warnings] == [3]


def test_an_applicant_in_two_groups_for_one_vacancy_is_a_problem(count):
    counted = count(f"{HEADER}\nA1,V1,N,yes,no,01/06/2020\nA1,V1,A,yes,yes,01/06/2020\n")
    (problem,) = counted.problems
    assert (problem.row, problem.column) == (3, "ethnic_origin")


def test_an_unrecognised_word_is_listed_once_with_its_rows(count):
    rows = "A1,V1,Martian,yes,no,01/06/2020\nA2,V1,A,perhaps,no,01/06/2020\n" * 3
    counted = count(f"{HEADER}\n{rows}A9,V9,A,yes,no,01/06/2020\n")
    shown = [(p.row, p.column, p.given) for p in counted.problems]
    assert shown == [(2, "ethnic_origin", "Martian"), (3, "shortlisted", "perhaps")]
    assert all("(3 rows)" in problem.rule for problem in counted.problems)


def test_a_trust_says_what_its_own_words_mean(count):
    text = "ethnic_origin,shortlisted,appointed\nMartian,Long list B,no\n"
    own = settings(ethnicity={"Martian": "BME"}, counted={"long list b": True})
    counted = count(text, own)
    assert counted.problems == []
    assert whole(counted.table, "shortlisted")["BME"] == 1


def test_a_column_of_names_is_not_quoted_as_unrecognised_words(count):
    rows = "".join(f"{n},V1,Name{n} Surname{n},yes,no,01/06/2020\n" for n in range(60))
    counted = count(f"{HEADER}\n{rows}")
    assert "60 different texts" in counted.problems[0].rule
    assert "Surname" not in sayings(counted)


def test_no_message_holds_an_applicant_or_a_vacancy(count):
    counted = count(
        f"{HEADER},international\n"
        "APP-77,VAC-88,A,no,yes,01/06/2020,\n"
        "APP-77,VAC-88,N,yes,yes,99/06/2020,\n"
        "APP-77,VAC-88,H,yes,yes,01/06/2018,\n"
        "APP-77,VAC-88,9 oops,perhaps,yes,01/06/2018,maybe\n"
    )
    assert len(counted.problems) >= 4
    assert "APP-77" not in sayings(counted)
    assert "VAC-88" not in sayings(counted)


ORIGINS = {"A": "White", "C2": "White", "N": "BME", "Chinese": "BME", "Z": "Unknown", "": "Unknown"}
ROWS = st.lists(
    st.tuples(
        st.sampled_from(list(ORIGINS)),
        st.booleans(),
        st.booleans(),
        st.booleans(),
        st.booleans(),
        st.sampled_from(["2020-04-01", "2020-09-30", "2021-03-31", "2020-03-31", "2021-04-01"]),
    ),
    min_size=1,
    max_size=40,
)
COLUMNS = ["ethnic_origin", "shortlisted", "appointed", "withdrawn", "international", "closed_on"]


def _extract(rows, tmp_path):
    words = {True: "Yes", False: "No"}
    frame = pd.DataFrame(rows, columns=COLUMNS).replace(words).astype("str")
    frame.index = pd.RangeIndex(2, 2 + len(frame))
    file = InputFile(tmp_path / "recruitment.csv", "recruitment.csv", "wres check RXX 2021")
    return Extract(file, LAYOUT, None, frame, {name: name for name in COLUMNS})


@hypothesis_settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=ROWS)
def test_period_counts_equal_a_plain_recount(rows, tmp_path):
    counted = count_recruitment(_extract(rows, tmp_path), 2021, settings(recruitment="period"))
    table = counted.table[counted.table["ethnic_group"].isna()].set_index("ethnicity")
    for group in ("White", "BME", "Unknown"):
        mine = [
            (shortlisted, appointed and not withdrawn, international)
            for origin, shortlisted, appointed, withdrawn, international, closed in rows
            if ORIGINS[origin] == group and "2020-04-01" <= closed <= "2021-03-31"
        ]
        assert table.loc[group, "shortlisted"] == sum(s or a for s, a, _ in mine)
        assert table.loc[group, "appointed"] == sum(a for _, a, _ in mine)
        assert table.loc[group, "international"] == sum(a and i for _, a, i in mine)


@hypothesis_settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=ROWS, counting=st.sampled_from(["cohort", "period"]))
def test_parts_never_exceed_their_wholes_and_details_add_up(rows, counting, tmp_path):
    table = count_recruitment(_extract(rows, tmp_path), 2021, settings(recruitment=counting)).table
    assert (table["international"] <= table["appointed"]).all()
    assert (table["appointed"] <= table["shortlisted"]).all()
    detailed = table[table["ethnic_group"].notna()].groupby("ethnicity")["shortlisted"].sum()
    for group, number in whole(table, "shortlisted").items():
        assert detailed.get(group, 0) == number


def test_the_order_of_rows_makes_no_difference(tmp_path):
    rows = [
        ("A", True, True, False, False, "2020-06-01"),
        ("N", True, False, False, True, "2020-07-01"),
    ]
    tables = [
        count_recruitment(_extract(some, tmp_path), 2021, settings()).table
        for some in (rows, rows[::-1])
    ]
    pd.testing.assert_frame_equal(*tables)


def test_a_group_with_nobody_has_a_row_of_zeros():
    empty = tally(
        pd.Series([], dtype="object"), pd.DataFrame({"shortlisted": pd.Series([], dtype=bool)})
    )
    assert empty["ethnicity"].tolist() == ["White", "BME", "Unknown"]
    assert empty["shortlisted"].tolist() == [0, 0, 0]
