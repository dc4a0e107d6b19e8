"""Rules of staff_survey.csv."""

import pytest

HEADER = "indicator,survey_year,scope,ethnicity,percent,responses"


@pytest.mark.parametrize(
    ("row", "column", "given", "rule"),
    [
        ("4,2020,trust,BME,20,", "indicator", "4", "must be one of: 5, 6, 7, 8"),
        ("5,20,trust,BME,20,", "survey_year", "20", "must be a year of four digits"),
        ("5,2020.5,trust,BME,20,", "survey_year", "2020.5", "must be a year of four digits"),
        ("5,2020,peer,BME,20,", "scope", "peer", "must be one of: trust, benchmark"),
        ("5,2020,trust,Black,20,", "ethnicity", "Black", "must be a known group"),
        ("5,2020,trust,BME,,50", "percent", "", "must not be blank"),
        ("5,2020,trust,BME,20%,50", "percent", "20%", "without a per cent sign"),
        ("5,2020,trust,BME,20,-1", "responses", "-1", "must be a whole number"),
    ],
)
def test_a_cell_that_cannot_be_read_is_located(problems_of, row, column, given, rule):
    (problem,) = problems_of({"staff_survey.csv": f"{HEADER}\n{row}\n"})
    assert (problem.row, problem.column, problem.given) == (2, column, given)
    assert rule in problem.rule


@pytest.mark.parametrize("year", [2021, 2022])
def test_a_survey_that_was_not_yet_held_is_refused(problems_of, year):
    (problem,) = problems_of({"staff_survey.csv": f"{HEADER}\n5,{year},trust,BME,20,\n"})
    assert (problem.row, problem.column, problem.given) == (2, "survey_year", str(year))
    assert problem.rule.startswith("must be before the report year (2021)")


def test_rows_carry_an_edition_and_a_base_even_where_the_file_has_none(read_files):
    text = f"{HEADER}\n5,2020,trust,BME,20,\n"
    frame = read_files({"staff_survey.csv": text}).tables["staff_survey"]
    assert frame[["edition", "base", "responses"]].isna().all(axis=None)
    assert frame["indicator"].tolist() == ["5"]


def test_one_year_in_two_editions_is_not_given_twice(read_files):
    rows = "7,2018,trust,BME,83,,2019,\n7,2018,trust,BME,44,,2021,Don’t know included\n"
    frame = read_files({"staff_survey.csv": f"{HEADER},edition,base\n{rows}"}).tables
    assert frame["staff_survey"]["base"].tolist()[1] == "don't know included"


@pytest.mark.parametrize("extra", ["", ",edition,base"])
def test_a_group_given_twice_names_both_rows(problems_of, extra):
    cells = "," * extra.count(",")
    row = f"7,2018,trust,BME,83,{cells}\n"
    (problem,) = problems_of({"staff_survey.csv": f"{HEADER}{extra}\n{row}{row}"})
    assert (problem.row, problem.column, problem.given) == (3, "ethnicity", "BME")
    assert "stands in row 2 too" in problem.rule


def test_an_unknown_base_is_refused(problems_of):
    text = f"{HEADER},base\n7,2018,trust,BME,83,,old\n"
    (problem,) = problems_of({"staff_survey.csv": text})
    assert problem.rule == "must be one of: don't know excluded, don't know included"
