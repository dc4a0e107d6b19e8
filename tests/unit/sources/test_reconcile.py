"""A counts table against its extract: which cells differ, and which can't be compared."""

from __future__ import annotations

import io
from pathlib import Path

import pandas as pd
import pytest

from wres.errors import Problem
from wres.sources.files import InputFile
from wres.sources.reconcile import reconcile

WORKFORCE = "staff_group,band,ethnicity,headcount"
EXTRACT = [
    "clinical,1,White,5",
    "clinical,2,White,7",
    "clinical,4,White,0",
    "clinical,5,White,9",
    "clinical,consultant,White,3",
    "clinical,senior medical manager,White,1",
    "non-clinical,2,White,4",
]


def table(header: str, *rows: str) -> pd.DataFrame:
    text = "\n".join([header, *rows])
    return pd.read_csv(io.StringIO(text), dtype_backend="numpy_nullable").astype(
        {name: "string" for name in header.split(",") if name in ("band", "indicator")}
    )


def differences(name: str, header: str, csv: list[str], extract: list[str]) -> list[Problem]:
    file = InputFile(Path(f"{name}.csv"), f"data/RXX/2021/{name}.csv", "wres check RXX 2021")
    return reconcile({name: table(header, *csv)}, {name: table(header, *extract)}, {name: file})


def test_differing_cell_is_told_by_its_labels_with_both_numbers() -> None:
    (problem,) = differences(
        "workforce", WORKFORCE, [*EXTRACT[:3], "clinical,5,White,8", *EXTRACT[4:]], EXTRACT
    )
    assert str(problem) == (
        "data/RXX/2021/workforce.csv, column headcount: must equal what the extract gives for "
        "staff group clinical, band 5, ethnicity White (9), got '8'. Correct the one that is wrong "
        "(or delete workforce.csv to use the extract) and run wres check RXX 2021 again."
    )


@pytest.mark.parametrize(
    ("row", "figure"),
    [
        ("clinical,1-4,White", 12),  # 5 + 7 + 0
        ("clinical,all,White", 24),  # senior medical managers are among the 3 consultants
        ("all,1-4,White", 16),  # and 4 who are not clinical
        ("all,all,White", 28),
        ("clinical,medical and dental,White", 3),
        ("clinical,senior medical manager,White", 1),
    ],
)
def test_groupings_and_totals_are_compared_with_the_sum_of_single_bands(
    row: str, figure: int
) -> None:
    rest = ["all,all,White,28"]
    assert not differences("workforce", WORKFORCE, [f"{row},{figure}", *rest], EXTRACT)
    problems = differences("workforce", WORKFORCE, [f"{row},{figure + 1}"], EXTRACT)
    assert [f"({figure})" in one.rule for one in problems if one.given] == [True]


def test_every_differing_cell_is_told() -> None:
    csv = ["clinical,1-4,White,13", "clinical,5,White,8", "non-clinical,all,White,4"]
    extract = [row for row in EXTRACT if "consultant" not in row and "medical" not in row]
    assert len(differences("workforce", WORKFORCE, csv, extract)) == 2


def test_band_in_which_the_extract_has_people_and_the_csv_no_row_is_told() -> None:
    csv = [row for row in EXTRACT if not row.startswith("clinical,5")]
    (problem,) = differences("workforce", WORKFORCE, csv, EXTRACT)
    assert "must have a row for staff group clinical, band 5, ethnicity White" in problem.rule
    assert "the extract gives 9" in problem.rule


def test_band_without_anybody_needs_no_row() -> None:
    csv = [row for row in EXTRACT if not row.startswith("clinical,4")]
    assert differences("workforce", WORKFORCE, csv, EXTRACT) == []


def test_group_that_the_csv_leaves_out_altogether_is_not_asked_for() -> None:
    extract = ["clinical,5,White,9", "clinical,5,BME,2"]
    assert differences("workforce", WORKFORCE, ["clinical,5,White,9"], extract) == []


def test_extract_that_is_coarser_than_the_csv_is_not_compared() -> None:
    csv = ["clinical,1,White,5", "clinical,2-4,White,70"]
    assert differences("workforce", WORKFORCE, csv, ["clinical,1-4,White,12"]) == []


def test_rows_of_divisions_take_no_part() -> None:
    header = f"{WORKFORCE},division"
    csv = ["clinical,5,White,9,", "clinical,5,White,3,North"]
    assert differences("workforce", header, csv, ["clinical,5,White,9,"]) == []


def test_events_are_compared_by_group_and_column() -> None:
    header = "ethnicity,workforce,entered_process"
    problems = differences(
        "disciplinary", header, ["White,90,4", "BME,10,1"], ["White,90,3", "BME,11,1"]
    )
    assert [(one.column, one.given) for one in problems] == [
        ("workforce", "10"),
        ("entered_process", "4"),
    ]


def test_column_that_only_one_of_them_has_is_not_compared() -> None:
    file = InputFile(Path("recruitment.csv"), "recruitment.csv", "wres check RXX 2021")
    csv = table("ethnicity,shortlisted,appointed,applied", "White,9,3,50")
    extract = table("ethnicity,shortlisted,appointed", "White,9,3")
    assert reconcile({"recruitment": csv}, {"recruitment": extract}, {"recruitment": file}) == []


def test_board_total_is_compared_with_members_of_every_vote() -> None:
    header = "membership,voting,ethnicity,members"
    extract = ["executive,yes,BME,1", "executive,no,BME,1", "non-executive,yes,BME,2"]
    assert differences("board", header, ["all,all,BME,4", "executive,all,BME,2"], extract) == []
    (problem,) = differences("board", header, ["all,all,BME,3"], extract)
    assert "for ethnicity BME (4)" in problem.rule


@pytest.mark.parametrize(("percent", "differ"), [("18.4", 0), ("18.5", 1)])
def test_survey_share_may_be_rounded_in_one_of_them(percent: str, differ: int) -> None:
    header = "indicator,survey_year,scope,ethnicity,percent,responses"
    csv, extract = [f"8,2020,trust,BME,{percent},49"], ["8,2020,trust,BME,18.3673,49"]
    assert len(differences("staff_survey", header, csv, extract)) == differ


def test_survey_rows_of_other_editions_and_of_years_the_workbook_lacks_are_let_be() -> None:
    header = "indicator,survey_year,scope,ethnicity,percent,responses,edition"
    csv = ["7,2019,trust,BME,80,49,2019", "7,2018,trust,BME,70,49,2020"]
    assert differences("staff_survey", header, csv, ["7,2019,trust,BME,44,49,2020"]) == []


def test_table_without_an_extract_is_let_be() -> None:
    file = InputFile(Path("board.csv"), "board.csv", "wres check RXX 2021")
    csv = {"board": table("membership,voting,ethnicity,members", "all,all,BME,3")}
    assert reconcile(csv, {}, {"board": file}) == []
