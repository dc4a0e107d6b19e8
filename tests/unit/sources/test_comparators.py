"""A trust's own comparators, and the people it serves."""

from __future__ import annotations

import pytest

HEADER = "name,year,indicator,value,source,group,unit,base\n"


@pytest.mark.parametrize(
    ("row", "column", "rule"),
    [
        ("Elm,2020,2,160,a report,,,", "value", "no more than 20, being a ratio"),
        ("Elm,2020,2,0,a report,,,", "value", "must be above 0"),
        ("Elm,2020,2,1.6%,a report,,,", "value", "without a per cent sign"),
        ("Elm,2020,2,1.6,a report,,%,", "unit", "must be ratio, the unit of indicator 2"),
        ("Elm,2020,5,28,a report,,ratio,", "unit", "must be %, the unit of indicator 5"),
        ("Elm,2020,5,101,a report,,,", "value", "from 0 to 100, being a percentage"),
        ("Elm,2020,workforce,-1,a report,,,", "value", "from 0 to 100, being a percentage"),
        ("Elm,2020,9,8,a report,,,", "unit", "must be given for indicator 9"),
        ("Elm,2020,9,-101,a report,,points,", "value", "from -100 to 100"),
        ("Elm,2020,1,9.4,a report,,,", "indicator", "must be an indicator of one figure"),
        ("Elm,2020,2,1.6,a report,BME over White,,", "group", "must be White over BME"),
        ("Elm,2020,3,1.1,a report,BME,,", "group", "must be BME over White"),
        ("Elm,2020,5,28,a report,Unknown,,", "group", "must be BME or White"),
        ("Elm,2020,5,28,a report,Asian,,", "group", "must be White, BME or Unknown"),
        ("Elm,2020,7,70,a report,,,half of them", "base", "must be one of"),
        (";=,2020,2,1.6,a report,,,", "name", "must be a name"),
        ("Elm,2020,3,15,a report,,,", "value", "unusual for a figure in ratio"),
        ("Elm,2020,5,0.3,a report,,,", "value", "unusual for a figure in %"),
        ("England,2020,2,1.1,a report,,,", "name", "the report brings itself (England)"),
        ("London region,2020,2,1.1,a report,,,", "name", "the report brings itself (region)"),
    ],
)
def test_a_comparator_of_another_figure_is_refused(problems_of, row, column, rule):
    (problem,) = problems_of({"comparators.csv": f"{HEADER}{row}\n"})
    assert (problem.row, problem.column) == (2, column)
    assert rule in problem.rule


@pytest.mark.parametrize(
    "row", ["Elm,2020,3,15,a report,,ratio,", "Elm,2020,5,0.3,a report,,%,", "Elm,2020,8,0,x,,,"]
)
def test_an_unusual_figure_is_taken_with_its_unit(read_files, row):
    assert len(read_files({"comparators.csv": f"{HEADER}{row}\n"}).tables["comparators"]) == 1


def test_indicator_9_without_a_column_for_the_unit_says_to_add_it(problems_of):
    text = "name,year,indicator,value,source\nElm,2020,9,8,a report\n"
    (problem,) = problems_of({"comparators.csv": text})
    assert problem.remedy.startswith("Add the column `unit`")


def test_a_name_in_two_spellings_is_refused(problems_of):
    rows = "Elm; Oak,2019,2,1.6,a report,,,\nelm oak,2020,2,1.6,a report,,,\n"
    (problem,) = problems_of({"comparators.csv": HEADER + rows})
    assert (problem.row, problem.column) == (3, "name")
    assert "must be spelt as before (Elm; Oak)" in problem.rule


def test_a_blank_group_and_the_group_it_means_are_the_same(problems_of):
    rows = "Elm,2020,5,28,a report,,,\nElm,2020,5,27,a report,BAME,,\n"
    (problem,) = problems_of({"comparators.csv": HEADER + rows})
    assert (problem.row, problem.column) == (3, "group")
    assert "a blank means BME, as row 2" in problem.rule


def test_groups_are_read_in_the_trusts_own_words(read_files):
    rows = "Elm,2020,2,1.6,a report,White over BAME,ratio,\nElm,2020,5,28,a report,bame,%,\n"
    frame = read_files({"comparators.csv": HEADER + rows}).tables["comparators"]
    assert frame["group"].tolist() == ["White over BME", "BME"]


def test_the_census_of_a_local_population_is_not_after_the_report(problems_of):
    text = "area,population,percent_bme,source,year\nNorth,100,20,census,2022\n"
    (problem,) = problems_of({"local_population.csv": text})
    assert (problem.row, problem.column, problem.given) == (2, "year", "2022")


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        ("Elm,2020,9,14,a report,,%,voters", "must be one of"),
        ("Elm,2020,2,1.4,a report,,ratio,whole board", "must be blank: it is about boards"),
    ],
)
def test_whose_board_it_is_has_two_words_and_is_said_of_boards_only(problems_of, row, rule):
    text = f"name,year,indicator,value,source,group,unit,board\n{row}\n"
    (problem,) = problems_of({"comparators.csv": text})
    assert (problem.row, problem.column) == (2, "board")
    assert rule in problem.rule
