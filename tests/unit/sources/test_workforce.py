"""Rules across the rows of workforce.csv."""

import pytest

HEADER = "staff_group,band,ethnicity,headcount\n"


def problems(problems_of, *rows, header=HEADER):
    return problems_of({"workforce.csv": header + "".join(f"{row}\n" for row in rows)})


def test_a_group_given_twice_names_both_rows(problems_of):
    (problem,) = problems(
        problems_of, "all,all,White,5", "all,all,Not stated,5", "all,all,Unknown,6"
    )
    assert (problem.row, problem.column, problem.given) == (4, "ethnicity", "Unknown")
    assert "stands in row 3 too" in problem.rule
    assert "Keep one of rows 3 and 4" in problem.remedy


def test_the_same_group_in_two_divisions_is_not_given_twice(read_files):
    header = "division,staff_group,band,ethnicity,headcount\n"
    rows = "A,all,all,BME,5\nB,all,all,BME,5\n,all,all,BME,10\n"
    frame = read_files({"workforce.csv": header + rows}).tables["workforce"]
    assert frame["division"].tolist()[:2] == ["A", "B"]
    assert frame["division"].isna().tolist() == [False, False, True]


@pytest.mark.parametrize(
    ("first", "second", "shared"),
    [
        ("1-4", "2", "2"),
        ("5-7", "7-8a", "7"),
        ("8a-VSM", "VSM", "VSM"),
        ("under 1-4", "1-4", "1, 2, 3, 4"),
        ("consultant", "medical and dental", "consultant"),
    ],
)
def test_overlapping_bands_of_a_staff_group_are_refused(problems_of, first, second, shared):
    (problem,) = problems(problems_of, f"clinical,{first},BME,5", f"clinical,{second},White,5")
    assert (problem.row, problem.column, problem.given) == (3, "band", second)
    assert problem.rule.endswith(f"(row 2) of staff group clinical both hold {shared}")


def test_the_same_bands_in_two_staff_groups_do_not_overlap(read_files):
    rows = "clinical,1-4,BME,5\nnon-clinical,2,BME,5\nall,all,BME,20\n"
    assert len(read_files({"workforce.csv": HEADER + rows}).tables["workforce"]) == 3


def test_senior_medical_managers_are_a_part_of_the_consultants(read_files):
    rows = "clinical,consultant,BME,5\nclinical,senior medical manager,BME,2\nclinical,all,BME,6\n"
    assert len(read_files({"workforce.csv": HEADER + rows}).tables["workforce"]) == 3


def test_more_senior_medical_managers_than_consultants_are_refused(problems_of):
    (problem,) = problems(
        problems_of, "clinical,senior medical manager,BME,6", "clinical,consultant,BME,5"
    )
    assert (problem.row, problem.column, problem.given) == (2, "headcount", "6")
    assert problem.rule == "must not exceed consultant (5, row 3), of whom they are a part"


def test_medical_staff_are_not_non_clinical(problems_of):
    (problem,) = problems(problems_of, "non-clinical,trainee,BME,6")
    assert (problem.row, problem.column, problem.given) == (2, "band", "trainee")


def test_headcount_and_percent_in_one_row_are_refused(problems_of):
    header = "staff_group,band,ethnicity,headcount,percent\n"
    (problem,) = problems(problems_of, "all,all,BME,5,12.5", "all,all,White,,87.5", header=header)
    assert (problem.row, problem.column, problem.given) == (2, "percent", "12.5")
    assert problem.rule == "must be blank where headcount is given (5)"


def test_neither_headcount_nor_percent_in_a_row_is_refused(problems_of):
    header = "staff_group,band,ethnicity,headcount,percent\n"
    (problem,) = problems(problems_of, "all,all,BME,,", "all,all,White,,87.5", header=header)
    assert (problem.row, problem.column, problem.given) == (2, "headcount", "")


def test_a_table_without_headcount_and_percent_is_refused(problems_of):
    (problem,) = problems(problems_of, "all,all,BME", header="staff_group,band,ethnicity\n")
    assert (problem.row, problem.column) == (1, "headcount")
    assert problem.rule == "column is missing (or percent in its place)"


def test_bands_above_their_published_total_are_refused(problems_of):
    # RV9's BME staff by band, which give the printed 143, against a total mistyped as 134
    rows = (
        "all,1-4,BME,63",
        "all,5-7,BME,39",
        "all,8a-VSM,BME,10",
        "all,medical and dental,BME,31",
    )
    (problem,) = problems(problems_of, "all,all,BME,134", *rows)
    assert (problem.row, problem.column, problem.given) == (2, "headcount", "134")
    assert problem.rule == "must not be below the sum of its parts (63 + 39 + 10 + 31 = 143)"


def test_bands_below_the_total_are_accepted_where_a_band_may_be_missing(read_files):
    rows = "all,all,BME,20\nall,1-4,BME,9\nall,5-VSM,BME,3\n"
    assert len(read_files({"workforce.csv": HEADER + rows}).tables["workforce"]) == 3


def test_complete_bands_below_the_total_are_refused(problems_of):
    (problem,) = problems(
        problems_of,
        "non-clinical,under 1-4,BME,9",
        "non-clinical,5-VSM,BME,3",
        "non-clinical,all,BME,20",
    )
    assert (problem.row, problem.given) == (4, "20")
    assert problem.rule == "must equal the sum of its parts (9 + 3 = 12)"


@pytest.mark.parametrize(("total", "relation"), [(11, "must equal"), (13, "must equal")])
def test_clinical_and_non_clinical_staff_are_everyone(problems_of, total, relation):
    (problem,) = problems(
        problems_of, f"all,5,BME,{total}", "clinical,5,BME,8", "non-clinical,5,BME,4"
    )
    assert (problem.row, problem.given) == (2, str(total))
    assert problem.rule == f"{relation} the sum of its parts (8 + 4 = 12)"


def test_bands_of_both_staff_groups_are_held_against_the_whole_workforce(problems_of):
    (problem,) = problems(
        problems_of, "all,all,BME,11", "clinical,5,BME,8", "non-clinical,1-4,BME,4"
    )
    assert (problem.row, problem.given) == (2, "11")
    assert problem.rule == "must not be below the sum of its parts (8 + 4 = 12)"


@pytest.mark.parametrize(
    ("white", "bme", "unknown"),
    [("82.9", "9.3", "7.8"), ("50", "26", "25"), ("33.3", "33.3", "33.3"), ("100", "0", "0")],
)
def test_shares_that_rounding_explains_are_accepted(read_files, white, bme, unknown):
    rows = f"all,all,White,{white}\nall,all,BME,{bme}\nall,all,Unknown,{unknown}\n"
    text = "staff_group,band,ethnicity,percent\n" + rows
    assert len(read_files({"workforce.csv": text}).tables["workforce"]) == 3


@pytest.mark.parametrize(
    ("shares", "rule"),
    [
        (("82.9", "9.3", "8.4"), "must add up to 100; rows 2, 3, 4 give 100.6"),
        (("82.9", "9.3", "7.2"), "must add up to 100; rows 2, 3, 4 give 99.4"),
        (("60", "42"), "must add up to no more than 100; rows 2, 3 give 102"),
    ],
)
def test_shares_that_no_rounding_explains_are_refused(problems_of, shares, rule):
    rows = [
        f"all,5,{one},{share}" for one, share in zip(("White", "BME", "Null"), shares, strict=False)
    ]
    (problem,) = problems(problems_of, *rows, header="staff_group,band,ethnicity,percent\n")
    assert (problem.row, problem.column) == (len(shares) + 1, "percent")
    assert problem.rule == f"percentages of staff group all, band 5 {rule}"


def test_a_refused_cell_is_not_reported_a_second_time_by_a_rule(problems_of):
    (problem,) = problems(problems_of, "all,all,BME,x", "all,5,BME,3", "all,8+,BME,3")[1:]
    assert (problem.row, problem.column) == (4, "band")
