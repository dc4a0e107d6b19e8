"""An action plan is read as it was written, from a csv file or a workbook."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from tests.unit.actions.plans import folder_of, plan_of, written
from wres.actions import read_plan
from wres.definitions.indicator_lists import read_indicators
from wres.errors import InputError

LISTED = "- Train panels\n  - chairs first\n- Report twice a year"


def test_text_is_kept_as_written_with_its_lines(tmp_path: Path) -> None:
    given = {"action": LISTED, "lead": "JD, All", "due": "Q4 23/24", "status": "Rumbling on"}
    (action,) = plan_of(tmp_path, given).register
    assert {name: getattr(action, name) for name in given} == given
    assert action.row == 2


def test_row_of_an_action_is_that_which_a_spreadsheet_shows(tmp_path: Path) -> None:
    # The first action fills lines 2 to 4 of the file, and one row.
    register = plan_of(tmp_path, {"action": LISTED}, {"action": "Next"}).register
    assert [one.row for one in register] == [2, 3]


@pytest.mark.parametrize(
    "text",
    [
        "Indicators,Action ,DUE DATE,Carried from\n2,Act,2024-03-31,B1\n",
        "Action plan 2024,,,\n,,,\nindicator,Actions,Due_date,carried-from\n2,Act,2024-03-31,B1\n",
        "Actions,,,,,\nIndicators,Action,Due date,Carried From,,\n2,Act,2024-03-31,B1,,\n,,,,,\n",
    ],
)
def test_headings_are_known_as_people_type_them_and_below_a_title(
    tmp_path: Path, text: str
) -> None:
    folder = folder_of(tmp_path)
    (folder.path / "action_plan.csv").write_text(text, encoding="utf-8")
    plan = read_plan(folder)
    assert plan is not None
    assert [*plan.cells] == ["indicators", "action", "due_date", "carried_from"]
    assert [(one.action, one.numbers, one.carried_from) for one in plan.register] == [
        ("Act", ("2",), "B1")
    ]


def test_text_under_no_heading_of_a_csv_file_is_refused(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    (folder.path / "action_plan.csv").write_text("Action,\nAct,remark\n", encoding="utf-8")
    with pytest.raises(InputError, match="must name every column; column 2 has no name"):
        read_plan(folder)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("2", "2"),
        ("2, 3 and 5-8", "235678"),
        ("5 – 8", "5678"),
        ("5 to 7; 9", "5679"),
        ("Indicators 1 & 2", "12"),
        ("Metric 4/5", "45"),
        ("WRES 1", "1"),
        ("Ind 7", "7"),
        ("Ind. 2, Ind. 3", "23"),
        ("WRES Inds 5-8", "5678"),
        ("Indicator no. 4", "4"),
        ("all", "123456789"),
        ("ALL", "123456789"),
        ("", ""),
    ],
)
def test_indicators_are_read_as_people_write_them(text: str, numbers: str) -> None:
    assert "".join(read_indicators(text)) == numbers


@pytest.mark.parametrize(
    "text", ["10", "0", "2 or so", "8-5", "WDES 4", "n/a", ",", "WRES", "Indus 7"]
)
def test_what_names_no_indicator_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputError, match="row 2, column indicators: must be indicators from 1"):
        plan_of(tmp_path, {"indicators": text, "action": "Act"})


def test_every_problem_is_told_at_once_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        plan_of(
            tmp_path,
            {"id": "A1", "action": "", "due_date": "31/03/2024", "colour": "x"},
            {"id": "A1", "action": "Act", "updated": "2024-02-30"},
        )
    places = [(one.row, one.column, one.given) for one in caught.value.problems]
    assert places == [
        (1, "colour", None),
        (2, "action", ""),
        (2, "due_date", "31/03/2024"),
        (3, "updated", "2024-02-30"),
        (3, "id", "A1"),
    ]
    assert all("wres check RXX 2024" in one.remedy for one in caught.value.problems)


def test_plan_without_a_column_of_actions_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="column action: column is missing"):
        plan_of(tmp_path, {"id": "A1"})


def workbook(path: Path, *sheets: list[list[object]]) -> None:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for number, rows in enumerate(sheets, start=1):
        sheet = book.create_sheet(f"Plan {number}")
        for row in rows:
            sheet.append(row)
    book.save(path)


def test_workbook_keeps_lines_and_writes_days_in_words(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    day = datetime(2024, 3, 31)
    rows: list[list[object]] = [
        ["action", "due", "due_date", "measure"],
        [LISTED, day, day, 12],
        [None, None, None, None],
        ["Next", "Ongoing", None, "80%"],
    ]
    workbook(folder.path / "action_plan.xlsx", rows)
    plan = read_plan(folder)
    assert plan is not None
    shown = [(one.row, one.action, one.due, one.due_date, one.measure) for one in plan.register]
    assert shown == [
        (2, LISTED, "31 March 2024", "2024-03-31", "12"),
        (4, "Next", "Ongoing", "", "80%"),
    ]


def test_sheets_without_a_plans_headings_are_passed_over(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    how: list[list[object]] = [["How to fill in the action plan"], ["Lead", "who answers for it"]]
    plan: list[list[object]] = [["Action plan 2024"], [], ["Indicators", "Action "], ["2", "Act"]]
    workbook(folder.path / "action_plan.xlsx", how, plan)
    read = read_plan(folder)
    assert read is not None
    assert (read.sheet, [(one.row, one.numbers, one.action) for one in read.register]) == (
        "Plan 2",
        [(4, ("2",), "Act")],
    )


def test_merged_cells_hold_for_each_of_their_rows_but_an_id_for_one(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    path = folder.path / "action_plan.xlsx"
    rows: list[list[object]] = [
        ["id", "indicators", "theme", "action", "lead"],
        ["A1", "2", "Recruitment", "Train panels", "HR"],
        [None, None, None, "Share questions", "HR"],
        [None, None, None, "Report", "All"],
        ["A2", "3", None, "Review cases", None],
    ]
    workbook(path, rows)
    book = openpyxl.load_workbook(path)
    for merged in ("A2:A4", "B2:B4", "C2:C5"):
        book.worksheets[0].merge_cells(merged)
    book.save(path)
    plan = read_plan(folder)
    assert plan is not None
    shown = [(one.row, one.id, one.indicators, one.theme, one.lead) for one in plan.register]
    assert shown == [
        (2, "A1", "2", "Recruitment", "HR"),
        (3, "", "2", "Recruitment", "HR"),
        (4, "", "2", "Recruitment", "All"),
        (5, "A2", "3", "Recruitment", ""),
    ]


def test_problem_of_a_workbook_names_its_sheet(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    workbook(folder.path / "action_plan.xlsx", [["action", "indicators"], ["Act", "12"]])
    with pytest.raises(InputError, match="sheet 'Plan 1' row 2, column indicators"):
        read_plan(folder)


def test_text_beside_the_columns_of_a_workbook_is_refused(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    workbook(folder.path / "action_plan.xlsx", [["action"], ["Act", "remark"]])
    with pytest.raises(InputError, match="row 2: must stand under a heading, got 'remark'"):
        read_plan(folder)


def test_workbook_of_two_plans_is_refused(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    workbook(folder.path / "action_plan.xlsx", [["action"], ["Act"]], [["action"], ["Act"]])
    with pytest.raises(InputError, match="one sheet with a plan, not 'Plan 1', 'Plan 2'"):
        read_plan(folder)


def test_plan_in_two_files_is_refused(tmp_path: Path) -> None:
    folder = written(folder_of(tmp_path), {"action": "Act"})
    workbook(folder.path / "action_plan.xlsx", [["action"], ["Act"]])
    with pytest.raises(InputError, match=r"action_plan.csv: must stand alone; action_plan.xlsx"):
        read_plan(folder)


def test_year_without_a_plan_has_none(tmp_path: Path) -> None:
    assert read_plan(folder_of(tmp_path)) is None
