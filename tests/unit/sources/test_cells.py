"""What single cells may hold."""

import pytest

HEADER = "staff_group,band,ethnicity,headcount\n"


def problem_of(problems_of, row):
    (problem,) = problems_of({"workforce.csv": HEADER + row + "\n"})
    return problem


@pytest.mark.parametrize(
    ("row", "column", "given", "rule"),
    [
        ("clinical,5,Asian,3", "ethnicity", "Asian", "accepted are White; BME"),
        ("clinical,5,B,3", "ethnicity", "B", "accepted are White; BME"),
        ("clinical,5,Total,3", "ethnicity", "Total", "accepted are White; BME"),
        ("clinical,8+,BME,3", "band", "8+", "accepted are under 1, 1, 2"),
        ("clinical,band ten,BME,3", "band", "band ten", "accepted are under 1, 1, 2"),
        ("nurses,5,BME,3", "staff_group", "nurses", "one of: clinical, non-clinical, all"),
        ("clinical,5,BME,-3", "headcount", "-3", "must be a whole number, 0 or more"),
        ("clinical,5,BME,3.5", "headcount", "3.5", "must be a whole number, 0 or more"),
        ("clinical,5,BME,3.0", "headcount", "3.0", "must be a whole number, 0 or more"),
        ("clinical,5,BME,three", "headcount", "three", "must be a whole number, 0 or more"),
        ("clinical,5,BME,1e3", "headcount", "1e3", "must be a whole number, 0 or more"),
        ("clinical,5,BME,nan", "headcount", "nan", "must be a whole number, 0 or more"),
        ("clinical,5,BME,٣", "headcount", "٣", "must be a whole number, 0 or more"),
        ("clinical,5,BME,99999999999999999999", "headcount", "9" * 20, "must be a whole number"),
        ('clinical,5,BME,"1,234"', "headcount", "1,234", "without a thousands separator"),
        ("clinical,5,BME,1 234", "headcount", "1 234", "without a thousands separator"),
        ("clinical,5,BME,12%", "headcount", "12%", "without a per cent sign"),
        ("clinical,5,,3", "ethnicity", "", "must not be blank"),
        (",5,BME,3", "staff_group", "", "must not be blank"),
    ],
)
def test_a_cell_that_cannot_be_read_is_located(problems_of, row, column, given, rule):
    problem = problem_of(problems_of, row)
    assert (problem.file, problem.row) == ("data/RXX/2021/workforce.csv", 2)
    assert (problem.column, problem.given) == (column, given)
    assert rule in problem.rule


@pytest.mark.parametrize("mark", ["*", "<5", "x", "-", "n/a"])
def test_a_mark_for_a_withheld_figure_asks_for_the_row_to_be_left_out(problems_of, mark):
    problem = problem_of(problems_of, f"clinical,5,BME,{mark}")
    assert problem.remedy.startswith("Leave the whole row out where the figure was not published")


def test_a_blank_headcount_is_not_read_as_zero(problems_of):
    problem = problem_of(problems_of, "clinical,5,BME,")
    assert (problem.row, problem.column) == (2, "headcount")
    assert "blank is not zero" in problem.rule
    assert problem.remedy == (
        "Write 0 if nobody is in the group, or leave the row out if it was not published, "
        "and run wres check RXX 2021 again."
    )


def test_labels_are_read_whatever_their_case_and_blanks(read_files):
    text = HEADER + " Clinical , Band 8a–8b , bame ,3\nNON-CLINICAL,under 1,  not  stated,0\n"
    frame = read_files({"workforce.csv": text}).tables["workforce"]
    assert frame[["staff_group", "band", "ethnicity"]].to_numpy().tolist() == [
        ["clinical", "8a-8b", "BME"],
        ["non-clinical", "under 1", "Unknown"],
    ]


@pytest.mark.parametrize("percent", ["-0.1", "100.1", "1.2.3", "inf"])
def test_a_percentage_outside_0_to_100_is_refused(problems_of, percent):
    header = "staff_group,band,ethnicity,percent\n"
    (problem,) = problems_of({"workforce.csv": header + f"all,all,BME,{percent}\n"})
    assert (problem.row, problem.column, problem.given) == (2, "percent", percent)
    assert problem.rule == "must be a percentage from 0 to 100"


@pytest.mark.parametrize("percent", ["0", "100", "100.0", "11.5"])
def test_percentages_from_0_to_100_are_read(read_files, percent):
    text = f"staff_group,band,ethnicity,percent\nall,all,BME,{percent}\n"
    frame = read_files({"workforce.csv": text}).tables["workforce"]
    assert frame["percent"].tolist() == [float(percent)]
    assert frame["headcount"].isna().all()
