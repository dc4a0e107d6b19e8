"""Which question is which indicator, and the words of the survey's published tables."""

from __future__ import annotations

import pytest

from wres.definitions.survey_questions import (
    indicator_of,
    is_suppressed,
    load_survey_questions,
    names_question,
    read_label,
)


# the table of questions by survey year; the WRES year is the next
@pytest.mark.parametrize(
    ("edition", "questions"),
    [
        (2014, ["KF18", "KF19", "KF27", "Q23b"]),
        (2015, ["KF25", "KF26", "KF21", "Q17b"]),
        (2017, ["KF25", "KF26", "KF21", "Q17b"]),
        (2018, ["q13a", "q13b, q13c", "q14", "q15b"]),
        (2020, ["q13a", "q13b, q13c", "q14", "q15b"]),
        (2021, ["q14a", "q14b, q14c", "q15", "q16b"]),
        (2024, ["q14a", "q14b, q14c", "q15", "q16b"]),
    ],
)
def test_each_edition_has_its_own_numbers(edition, questions):
    assert [indicator_of(question, edition) for question in questions] == ["5", "6", "7", "8"]


@pytest.mark.parametrize(
    "text", ["q14b/c", "Q14b & Q14c", "q14b-c", "Q14b and c", "q14b, q14c", "Question 14b + 14c"]
)
def test_two_questions_joined_are_indicator_6_however_they_are_written(text):
    assert indicator_of(text, 2023) == "6"


@pytest.mark.parametrize("text", ["q14b", "Q14c: harassment from other colleagues"])
def test_one_of_the_two_is_not_the_indicator(text):
    with pytest.raises(ValueError, match="indicator 6 joins q14b and q14c"):
        indicator_of(text, 2023)


@pytest.mark.parametrize(
    ("text", "indicator"),
    [("5", "5"), ("Indicator 7", "7"), ("WRES indicator 8: discrimination", "8"), ("WRES 6", "6")],
)
def test_an_indicators_own_number_is_the_same_in_every_edition(text, indicator):
    assert {indicator_of(text, edition) for edition in (2014, 2019, 2023, 2031)} == {indicator}


@pytest.mark.parametrize("text", ["q17", "q14", "q14d", "4", "Indicator 9", "WDES metric", ""])
def test_other_questions_are_no_indicator(text):
    assert indicator_of(text, 2023) is None


def test_an_edition_whose_numbers_are_not_known_is_refused():
    with pytest.raises(ValueError, match="2025 survey are not known"):
        indicator_of("q14a", 2025)


@pytest.mark.parametrize(
    ("text", "group", "scope", "year"),
    [
        ("White staff: Your org", "White", "trust", None),
        ("All other ethnic groups*: Average", "BME", "benchmark", None),
        ("2021 BME - Benchmark median", "BME", "benchmark", 2021),
        ("Organisation 2020", None, "trust", 2020),
        ("Organisation benchmark", None, "benchmark", None),
        ("Whiteley Hospital", None, None, None),
        ("2019 to 2021", None, None, None),
    ],
)
def test_a_label_says_group_scope_and_year(text, group, scope, year):
    label = read_label(text)
    assert (label.group, label.scope, label.year) == (group, scope, year)


@pytest.mark.parametrize(
    ("text", "responses"),
    [
        ("White n", True),
        ("Number of respondents", True),
        ("Percentage of respondents", False),
        ("Percentage of respondents saying that they had no count of cases at all", False),
    ],
)
def test_numbers_of_answers_are_told_from_shares_of_them(text, responses):
    assert read_label(text).responses is responses


@pytest.mark.parametrize("text", ["Best", "White worst", "Gap", "White and BME difference"])
def test_figures_of_others_are_marked_as_such(text):
    assert read_label(text).other


def test_the_base_is_known_only_where_it_is_said():
    assert read_label("q15 (don't know excluded)").base == "don't know excluded"
    assert read_label("q15, including don’t know").base == "don't know included"
    assert read_label("q15").base is None


@pytest.mark.parametrize("text", ["*", "-", "n<11", "N < 11", "x", "..", "n/a"])
def test_marks_of_suppression_are_known(text):
    assert is_suppressed(text.replace(" ", ""))


@pytest.mark.parametrize("text", ["0", "25.3", "", "White"])
def test_figures_blanks_and_words_are_no_marks(text):
    assert not is_suppressed(text)


def test_a_label_of_words_names_no_question():
    assert names_question("Q14a Harassment")
    assert not names_question("Quality 14a")


def test_what_was_not_seen_in_print_is_unverified():
    bases = {one.from_year: one.basis for one in load_survey_questions().editions}
    assert [year for year, basis in bases.items() if basis == "verified"] == [2024]
