"""The staff survey's tables, as rows of our own columns and in the published form."""

from __future__ import annotations

import pandas as pd
import pytest
import xlsxwriter

from tests.unit.extracts.row_files import assert_as_if_read_from_csv, input_file, settings
from wres.errors import InputError
from wres.extracts.staff_survey import count_staff_survey_file
from wres.sources.files import InputFile
from wres.sources.survey import STAFF_SURVEY

LONG = "indicator,survey_year,scope,ethnicity,percent,responses"
WIDE = """\
NHS Staff Survey 2020: workforce race equality standard,,,,,,,,
Question,Measure,2019,,,,2020,,,
,,White,,BME,,White,,BME,
,,Organisation,Benchmark median,Organisation,Benchmark median,Organisation,Benchmark median,\
Organisation,Benchmark median
q13a,% from patients or the public,26.1,25,30.4,28.9,25.9,26.5,29.9,28.8
,Number of responses,500,,31,,510,,*,
q13b & q13c,% from staff,20,21,*,25,20,21,33.3,25
q14,% believing that the trust gives equal opportunities,85,86,75,76,85,86,75,76
q15b,% discriminated against,6,6,16,17,5,6,15,16
q20,% something else,1,1,1,1,1,1,1,1
"""
BLOCKS = """\
Indicator 5: percentage of staff experiencing harassment from patients,,,
,2018,2019,2020
White staff: Your org,26.1,26.0,25
All other ethnic groups: Your org,30.1,31.0,*
All other ethnic groups: Average,30.2,31.2,33
White staff: Responses,501,601,2021
Best,1,1,1
Indicator 8: discrimination,,,
,2018,2019,2020
White staff: Your org,6.1,6.0,5
"""


@pytest.fixture
def count(tmp_path):
    def count_text(text, year=2021):
        file = input_file(tmp_path, "staff_survey.csv", text)
        return count_staff_survey_file(file, year, settings())

    return count_text


def figures(table):
    keys = ["indicator", "survey_year", "scope", "ethnicity"]
    return table.set_index(keys)["percent"].to_dict()


def test_our_own_columns_come_out_as_the_csv_would(count, tmp_path):
    counted = count(
        f"{LONG},edition,base\n5,2020,trust,White,25.3,500,2020,\n"
        "7,2020,benchmark,BME,75.0,,2020,don't know excluded\n"
    )
    assert (counted.problems, counted.warnings) == ([], [])
    assert_as_if_read_from_csv(tmp_path, STAFF_SURVEY, counted.table)
    assert counted.table["percent"].tolist() == [25.3, 75.0]
    assert counted.table["base"].tolist()[1] == "don't know excluded"


def test_questions_groups_and_scopes_are_read_as_the_tables_name_them(count):
    counted = count(
        f"{LONG}\nq13a,2020,Your org,White staff,25.3%,500\n"
        "q14,2020,Benchmark median,All other ethnic groups*,75,\n"
        '"q13b, q13c",2020,trust,BAME,30,40\n'
    )
    assert counted.problems == []
    assert figures(counted.table) == {
        ("5", 2020, "trust", "White"): 25.3,
        ("7", 2020, "benchmark", "BME"): 75.0,
        ("6", 2020, "trust", "BME"): 30.0,
    }


def test_the_edition_decides_what_a_number_means(count):
    text = f"{LONG},edition\nq14,2019,trust,BME,70,,2019\nq15,2019,trust,BME,45,,2021\n"
    counted = count(text, 2022)
    assert counted.problems == []
    assert counted.table["indicator"].tolist() == ["7", "7"]
    assert counted.table["edition"].tolist() == ["2019", "2021"]


@pytest.mark.parametrize("question", ["q13b", "q99", "4", "nonsense"])
def test_a_question_that_is_no_indicator_is_named(count, question):
    counted = count(f"{LONG}\n{question},2020,trust,BME,70,\n5,2020,trust,BME,70,\n")
    assert [(one.row, one.given) for one in counted.problems] == [(2, question)]


@pytest.mark.parametrize("mark", ["*", "-", "n<11", "", "n/a"])
def test_a_figure_that_was_not_published_gives_no_row_and_a_note(count, mark):
    counted = count(f"{LONG}\n5,2020,trust,BME,{mark},{mark}\n5,2020,trust,White,20,300\n")
    assert counted.problems == []
    assert figures(counted.table) == {("5", 2020, "trust", "White"): 20.0}
    assert [(note.row, note.column) for note in counted.notes] == [(2, "percent")]


def test_responses_that_were_not_published_are_missing(count):
    counted = count(f"{LONG}\n5,2020,trust,BME,30,*\n")
    assert counted.table["responses"].isna().all()


@pytest.mark.parametrize(
    "text",
    [
        f"{LONG}\n5,2020,trust,BME,0.30,50\n5,2020,trust,White,0.25,500\n",
        "Question,2020 White Organisation,2020 BME Organisation\nq13a,0.25,0.3\n",
    ],
)
def test_fractions_are_refused_with_what_to_do(count, text):
    (problem,) = count(text).problems
    assert "seem to be fractions" in problem.rule
    assert "Multiply them by 100" in problem.remedy


def test_a_small_percentage_beside_larger_ones_is_no_fraction(count):
    assert count(f"{LONG}\n8,2020,trust,White,0.9,500\n5,2020,trust,White,25,500\n").problems == []


def test_a_survey_of_a_later_report_is_left_out_with_a_warning(count):
    counted = count(f"{LONG}\n5,2021,trust,BME,30,50\n5,2020,trust,BME,29,50\n")
    assert counted.problems == []
    assert figures(counted.table) == {("5", 2020, "trust", "BME"): 29.0}
    assert "figures of 2021, which belong to later reports than 2021" in counted.warnings[0].rule


def test_tables_of_later_surveys_only_are_refused(count):
    (problem,) = count(f"{LONG}\n5,2023,trust,BME,30,50\n").problems
    assert problem.rule == "has no figure for a survey before 2021"


def test_a_figure_given_twice_is_named(count):
    (problem,) = count(f"{LONG}\n5,2020,trust,BME,30,50\n5,2020,trust,BAME,31,50\n").problems
    assert problem.row == 3
    assert "must be given once: indicator 5, 2020, trust, BME" in problem.rule


def test_every_cell_that_cannot_be_read_is_named(count):
    counted = count(f"{LONG},base\n5,20,planet,Martian,130,-4,maybe\n")
    assert [one.column for one in counted.problems][:6] == [
        "survey_year",
        "scope",
        "ethnicity",
        "percent",
        "responses",
        "base",
    ]


def test_the_published_form_is_read_by_its_headings(count, tmp_path):
    counted = count(WIDE)
    assert (counted.problems, counted.warnings) == ([], [])
    assert_as_if_read_from_csv(tmp_path, STAFF_SURVEY, counted.table)
    found = figures(counted.table)
    # 4 questions of 8 figures, one of them suppressed
    assert len(found) == 31
    assert found["5", 2019, "trust", "White"] == 26.1
    assert found["5", 2020, "benchmark", "BME"] == 28.8
    assert found["6", 2020, "trust", "BME"] == 33.3
    assert ("6", 2019, "trust", "BME") not in found
    assert found["7", 2019, "benchmark", "White"] == 86.0
    assert found["8", 2019, "benchmark", "BME"] == 17.0
    assert set(counted.table["edition"]) == {"2020"}
    assert counted.table["base"].isna().all()


def test_responses_below_a_question_belong_to_it(count):
    table = count(WIDE).table.set_index(["indicator", "survey_year", "scope", "ethnicity"])
    assert table.loc[("5", 2019, "trust", "White"), "responses"] == 500
    assert table.loc[("5", 2019, "trust", "BME"), "responses"] == 31
    assert pd.isna(table.loc[("5", 2020, "trust", "BME"), "responses"])
    assert table.loc["6", "responses"].isna().all()


def test_a_suppressed_figure_of_the_published_form_is_noted_where_it_stands(count):
    notes = [(note.row, note.column, note.given) for note in count(WIDE).notes]
    assert notes == [(6, "I", "*"), (7, "E", "*")]


def test_the_base_of_indicator_7_is_taken_where_the_file_says_it(count):
    table = count(WIDE.replace("gives equal opp", "gives (don't know excluded) equal opp")).table
    assert set(table.loc[table["indicator"] == "7", "base"]) == {"don't know excluded"}
    assert table.loc[table["indicator"] != "7", "base"].isna().all()


def test_one_of_two_joined_questions_is_left_out_with_a_warning(count):
    counted = count(WIDE.replace("q13b & q13c", "q13b"))
    assert "6" not in set(counted.table["indicator"])
    assert [(one.row, one.given) for one in counted.warnings] == [(7, "q13b")]


def test_an_impossible_percentage_of_the_published_form_is_located(count):
    (problem,) = count(WIDE.replace("28.8", "288")).problems
    assert (problem.row, problem.column, problem.given) == (5, "J", "288")


def test_the_form_with_one_block_for_each_indicator_is_read_too(count):
    table = count(BLOCKS).table
    found = figures(table)
    assert len(found) == 11
    assert found["5", 2018, "trust", "BME"] == 30.1
    assert found["5", 2020, "benchmark", "BME"] == 33.0
    assert found["8", 2019, "trust", "White"] == 6.0
    answers = table.set_index(["indicator", "survey_year", "scope", "ethnicity"])["responses"]
    assert answers["5", 2020, "trust", "White"] == 2021
    assert pd.isna(answers["8", 2020, "trust", "White"])


def test_a_workbook_with_merged_headings_is_read(tmp_path):
    path = tmp_path / "staff_survey.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Notes").write("A1", "Published in spring")
        sheet = book.add_worksheet("WRES")
        sheet.write_row("A1", ["Question"])
        sheet.merge_range("B1:C1", "White")
        sheet.merge_range("D1:E1", "BME")
        sheet.write_row(
            "A2", ["", "Organisation 2020", "Median 2020", "Organisation 2020", "Median 2020"]
        )
        sheet.write_row("A3", ["q13a", 25.5, 26, 30.25, 29])
    file = InputFile(path, "staff_survey.xlsx", "wres check RXX 2021")
    assert figures(count_staff_survey_file(file, 2021, settings()).table) == {
        ("5", 2020, "trust", "White"): 25.5,
        ("5", 2020, "benchmark", "White"): 26.0,
        ("5", 2020, "trust", "BME"): 30.25,
        ("5", 2020, "benchmark", "BME"): 29.0,
    }


def test_a_file_in_neither_form_names_the_headings_that_are_needed(count):
    with pytest.raises(InputError, match="survey_year"):
        count("name,value\nfoo,3\n")
