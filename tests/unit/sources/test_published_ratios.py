"""Rules of published_ratios.csv and of the tables beside the indicators."""

import pytest

HEADER = "indicator,year,numerator_group,denominator_group,ratio,note\n"


@pytest.mark.parametrize(
    ("row", "column", "given", "rule"),
    [
        ("5,2020,White,BME,1.4,", "indicator", "5", "must be one of: 2, 3, 4"),
        ("2,2020,White,BME,0,", "ratio", "0", "must be a number above 0"),
        ("2,2020,White,BME,-1.4,", "ratio", "-1.4", "must be a number above 0"),
        ("2,2020,White,BME,1.4%,", "ratio", "1.4%", "without a per cent sign"),
        ("2,2022,White,BME,1.4,", "year", "2022", "must not be after the report year (2021)"),
        ("2,20-21,White,BME,1.4,", "year", "20-21", "must be a year of four digits"),
        ("2,2020,BME,White,1.4,", "numerator_group", "BME over White", "White over BME"),
        ("3,2020,White,BAME,1.4,", "numerator_group", "White over BAME", "BME over White"),
        ("4,2020,White,White,1.4,", "numerator_group", "White over White", "White over BME"),
    ],
)
def test_a_ratio_that_cannot_stand_is_located(problems_of, row, column, given, rule):
    (problem,) = problems_of({"published_ratios.csv": f"{HEADER}{row}\n"})
    assert (problem.row, problem.column, problem.given) == (2, column, given)
    assert rule in problem.rule


def test_a_ratio_the_wrong_way_round_says_what_to_do(problems_of):
    (problem,) = problems_of({"published_ratios.csv": f"{HEADER}2,2020,BME,White,0.68,\n"})
    assert problem.remedy == (
        "Check how the ratio was printed (if as White over BME, swap the two groups; if as BME "
        "over White, enter 1 divided by it and say so in note) and run wres check RXX 2021 "
        "again."
    )


def test_a_ratio_given_twice_names_both_rows(problems_of):
    row = "2,2020,White,BME,1.4,\n"
    (problem,) = problems_of({"published_ratios.csv": HEADER + row + row})
    assert (problem.row, problem.column, problem.given) == (3, "year", "2020")


def test_ratios_without_notes_are_read(read_files):
    text = "indicator,year,numerator_group,denominator_group,ratio\n3,2021,BAME,White,0.81\n"
    frame = read_files({"published_ratios.csv": text}).tables["published_ratios"]
    assert frame["numerator_group"].tolist() == ["BME"]
    assert frame["note"].isna().all()


def test_comparators_and_further_measures_are_read(read_files):
    tables = read_files(
        {
            "comparators.csv": "name,year,indicator,value,source\nRegion,2020,2,1.6,a report\n",
            "supplementary.csv": "label,group,value,base,source\nMentors,,-3.5,,HR\n",
        }
    ).tables
    assert tables["comparators"]["value"].tolist() == [1.6]
    assert tables["supplementary"]["value"].tolist() == [-3.5]


def test_a_comparator_of_no_indicator_is_refused(problems_of):
    text = "name,year,indicator,value,source\nRegion,2020,10,1.6,a report\n"
    (problem,) = problems_of({"comparators.csv": text})
    assert (problem.row, problem.column, problem.given) == (2, "indicator", "10")
