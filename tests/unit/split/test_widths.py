"""Rows with too few cells or too many: each named, none filled up or cut."""

import subprocess
import sys

import pytest

from tests.unit.split.test_split import HEAD, NURSE, ROWS, ZZ1, headcount, split, staff_list
from wres.errors import InputError
from wres.split.widths import MOST_TOLD

WHOLE = f"{ZZ1},9,Yes,{NURSE},Band 5,A,1.0"
CUT = f"{ZZ1},9,Yes,{NURSE},Band 5"  # ends after the grade: 9 of 11 cells
LONG = f"{ZZ1},9,Yes,Permanent, Nursing,x,Band 5,A,1.0"


def problems(path, data):
    with pytest.raises(InputError) as refused:
        split(path, data)
    assert not data.exists()
    return refused.value.problems


def test_all_rows_with_too_few_or_too_many_cells_are_named_at_once(tmp_path):
    rows = [*ROWS, CUT, WHOLE, LONG, CUT]
    told = problems(staff_list(tmp_path, *rows), tmp_path / "data")
    assert [(one.row, one.rule, one.remedy.split(",")[0]) for one in told] == [
        (9, "must have 11 cells, as the header has; this row has 9", "Complete the row"),
        (
            11,
            "must have 11 cells, as the header has; this row has 12",
            "Put a text with a delimiter in it in quotation marks and run wres split staff.csv "
            "--year 2024 again.",
        ),
        (12, "must have 11 cells, as the header has; this row has 9", "Complete the row"),
    ]


def test_a_cell_too_few_here_and_one_too_many_there_do_not_make_up_for_each_other(tmp_path):
    rows = [*ROWS, f"{ZZ1},9,Yes,{NURSE},Band 5,A", LONG]
    told = problems(staff_list(tmp_path, *rows), tmp_path / "data")
    assert [(one.row, one.rule[-2:]) for one in told] == [(9, "10"), (10, "12")]


def test_no_more_rows_are_named_than_can_be_read(tmp_path):
    rows = [*ROWS, *[CUT] * (MOST_TOLD + 1234)]
    told = problems(staff_list(tmp_path, *rows), tmp_path / "data")
    assert [one.row for one in told] == [*range(9, 9 + MOST_TOLD), None]
    assert told[-1].rule == "has 1,234 more rows with too few or too many cells"


def test_row_is_named_by_the_line_on_which_it_begins(tmp_path):
    rows = [ROWS[0].replace("One (fictional)", '"One,\n(fictional)"'), *ROWS[1:], CUT]
    (problem,) = problems(staff_list(tmp_path, *rows), tmp_path / "data")
    assert problem.row == 10


@pytest.mark.parametrize("marks", ["none", "all", "with delimiters", "with lines", "windows"])
def test_whole_rows_are_read_however_they_are_quoted(tmp_path, marks):
    rows = [HEAD, *ROWS]
    if marks == "all":
        rows = [",".join(f'"{cell}"' for cell in row.split(",")) for row in rows]
    name = {"with delimiters": '"One, (""fictional"")"', "with lines": '"One\n(fictional)"'}
    rows = [row.replace("One (fictional)", name.get(marks, "One (fictional)")) for row in rows]
    end = "\r\n" if marks == "windows" else "\n"
    path = tmp_path / "staff.csv"
    path.write_bytes(end.join(rows).encode())  # the last line has no end
    split(path, tmp_path / "data")
    assert headcount(tmp_path / "data", "ZZ1") == {
        ("clinical", "5", "White"): 1,
        ("clinical", "8a", "Unknown"): 1,
        ("non-clinical", "4", "BME"): 1,
    }


def test_blank_lines_remarks_and_totals_may_have_fewer_cells(tmp_path):
    rows = [*ROWS[:3], "", *ROWS[3:], "Total,,,,7", "Extracted by the team", ""]
    made = split(staff_list(tmp_path, *rows), tmp_path / "data")
    assert [one.people for one, _ in made.trusts] == [3, 2]


@pytest.mark.parametrize("ends", ["", ",", ",,"])
def test_delimiters_at_the_headers_end_may_be_lacking_below(tmp_path, ends):
    rows = [*ROWS[:2], *[row + ends for row in ROWS[2:]]]
    made = split(staff_list(tmp_path, *rows, head=HEAD + ",,"), tmp_path / "data")
    assert [one.people for one, _ in made.trusts] == [3, 2]


def test_row_that_lacks_cells_but_tells_of_a_trust_is_no_remark(tmp_path):
    (problem,) = problems(staff_list(tmp_path, *ROWS, "ZZ1"), tmp_path / "data")
    assert (problem.row, problem.rule[-1]) == (9, "1")


def test_quotation_mark_that_nothing_closes_is_told(tmp_path):
    long = "x" * 200_000
    told = problems(staff_list(tmp_path, *ROWS, f'"{long}', CUT), tmp_path / "data")
    (problem,) = told
    assert problem.row == 9
    assert "quotation marks from here on do not match" in problem.rule


MEMORY = """
import resource, sys
from pathlib import Path
from wres.sources.files import InputFile
from wres.split.opening import open_staff_list
from wres.split.widths import uneven_rows, require_even
staff = open_staff_list(InputFile(Path(sys.argv[1]), "staff.csv", "wres split staff.csv"))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
if sys.argv[2] == "even":
    require_even(staff)
else:
    assert len(uneven_rows(staff)) == 21
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="tells no memory")
@pytest.mark.parametrize("how", ["even", "uneven"])
def test_rows_are_looked_at_without_being_held(tmp_path, how):
    row = '"' + WHOLE.replace(",", '","') + '"' if how == "even" else CUT
    path = staff_list(tmp_path, *ROWS, *[row] * 800_000)
    assert path.stat().st_size > 50_000_000
    ran = subprocess.run(
        [sys.executable, "-c", MEMORY, str(path), how], capture_output=True, text=True, check=True
    )
    assert int(ran.stdout) < 40_000  # kilobytes: a piece and what is counted in it
