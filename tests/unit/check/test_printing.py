"""What `wres check` prints, and how it ends."""

from __future__ import annotations

import json

import pytest

from wres.check import exit_code, format_findings
from wres.errors import Problem

ERROR = Problem("b.csv", "must be known", "Correct the row.", row=3, column="band", given="11")
EARLIER = Problem("b.csv", "must not be blank", "Fill it in.", row=2)
OTHER_FILE = Problem("a.xlsx", "must be a date", "Correct it.", row=9, sheet="Staff")
WARNING = Problem("a.csv", "the declaration rate should be 95% or more", "Ask.", given="90.0%")
NOTE = Problem("a.csv", "read as band 8a", "Nothing to do.", given="8A ")


def test_errors_come_before_warnings_and_notes_each_by_file_and_row() -> None:
    text = format_findings([ERROR, OTHER_FILE, EARLIER], [WARNING], [NOTE])
    assert text.splitlines() == [
        "error: a.xlsx, sheet 'Staff' row 9: must be a date. Correct it.",
        "error: b.csv row 2: must not be blank. Fill it in.",
        "error: b.csv row 3, column band: must be known, got '11'. Correct the row.",
        "warning: a.csv: the declaration rate should be 95% or more, got '90.0%'. Ask.",
        "note: a.csv: read as band 8a, got '8A '. Nothing to do.",
        "3 errors, 1 warning, 1 note",
    ]


def test_nothing_found_is_said_in_one_line() -> None:
    assert format_findings([], [], []) == "0 errors, 0 warnings, 0 notes"


def test_same_problem_found_twice_is_told_once() -> None:
    assert format_findings([ERROR, ERROR], [], []).splitlines()[-1].startswith("1 error,")


def test_cell_with_line_breaks_stays_on_one_line() -> None:
    odd = Problem("a.csv", "must be known", "Correct it.", column="two\nlines", row=1)
    assert len(format_findings([odd], [], []).splitlines()) == 2


def test_json_holds_every_part_of_every_finding_and_the_numbers() -> None:
    read = json.loads(format_findings([ERROR], [WARNING], [NOTE], "json"))
    assert (read["errors"], read["warnings"], read["notes"]) == (1, 1, 1)
    assert read["findings"][0] == {
        "kind": "error",
        "file": "b.csv",
        "rule": "must be known",
        "remedy": "Correct the row.",
        "row": 3,
        "column": "band",
        "given": "11",
        "sheet": None,
        "cell": None,
    }
    assert [one["kind"] for one in read["findings"]] == ["error", "warning", "note"]


@pytest.mark.parametrize(
    ("errors", "warnings", "strict", "code"),
    [
        ([], [], True, 0),
        ([], [WARNING], False, 0),
        ([], [WARNING], True, 1),
        ([ERROR], [], False, 3),
        ([ERROR], [WARNING], True, 3),
    ],
)
def test_check_ends_with_3_for_errors_and_1_for_warnings_that_count(
    errors: list[Problem], warnings: list[Problem], strict: bool, code: int
) -> None:
    assert exit_code(errors, warnings, strict=strict) == code


def test_contradiction_ends_with_1_and_bad_input_with_3_whatever_else_was_found() -> None:
    assert exit_code([], [], strict=False, contradictions=[ERROR]) == 1
    assert exit_code([OTHER_FILE], [], strict=False, contradictions=[ERROR]) == 3


def test_contradictions_stand_between_errors_and_warnings_and_are_counted() -> None:
    text = format_findings([OTHER_FILE], [WARNING], [], contradictions=[ERROR])
    assert [line.partition(":")[0] for line in text.splitlines()[:-1]] == [
        "error",
        "contradiction",
        "warning",
    ]
    assert text.splitlines()[-1] == "1 error, 1 contradiction, 1 warning, 0 notes"
    read = json.loads(format_findings([], [], [], "json", contradictions=[ERROR]))
    assert (read["contradictions"], read["findings"][0]["kind"]) == (1, "contradiction")


def test_cell_of_a_notebook_is_named_by_its_id_and_first_words() -> None:
    problem = Problem("board.ipynb", "must be known", "Mend it.", cell='note ("No seat ...")')
    assert str(problem) == 'board.ipynb, cell note ("No seat ..."): must be known. Mend it.'
