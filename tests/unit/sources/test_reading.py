"""Files that cannot be read as tables at all."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wres.errors import InputError
from wres.sources.files import InputFile
from wres.sources.recruitment import RECRUITMENT
from wres.sources.tables import check_table

HEADER = "ethnicity,shortlisted,appointed\n"


def only(problems):
    (problem,) = problems
    return problem


@pytest.mark.parametrize(
    ("content", "row", "rule"),
    [
        (b"", None, "must not be empty"),
        (b"\n\n,,\n", None, "must not be empty"),
        (HEADER.encode(), None, "must have rows below its header"),
        (b"PK\x03\x04 a workbook", None, "workbook (xlsx)"),
        (b"\xd0\xcf\x11\xe0 a workbook", None, "old workbook (xls)"),
        (b"\xef\xbb\xbf<!DOCTYPE html><html>", None, "web page (HTML"),
        (b"<table><tr><td>White</td></tr></table>", None, "web page (HTML"),
        (HEADER.encode("utf-16"), None, "NUL bytes"),
        (HEADER.encode() + b"White,1,1\nBM\xc9,1,1\n", 3, "byte 0xc9"),
        (HEADER.encode() + b'White,1,1\n"BME,1,1\n', 3, "comma-separated"),
        (HEADER.replace(",", ";").encode() + b"White;1;1\n", 1, "by commas"),
        (HEADER.replace(",", "\t").encode() + b"White\t1\t1\n", 1, "by commas"),
        (b"ethnicity,shortlisted,appointed,\nWhite,1,1,\n", 1, "column 4 has no name"),
    ],
)
def test_a_file_that_is_no_table_is_named_with_the_reason(problems_of, content, row, rule):
    problem = only(problems_of({"recruitment.csv": content}))
    assert problem.file == "data/RXX/2021/recruitment.csv"
    assert problem.row == row
    assert rule in problem.rule


def test_a_folder_in_the_place_of_a_file_is_named(write_files, problems_of):
    (write_files({}) / "RXX" / "2021" / "board.csv").mkdir()
    assert only(problems_of({})).rule == "must be a file, not a folder"


def test_a_repeated_header_is_named(problems_of):
    problem = only(problems_of({"recruitment.csv": "ethnicity,appointed,appointed\nBME,1,1\n"}))
    assert (problem.row, problem.column) == (1, "appointed")
    assert problem.rule == "must name each column once"


def test_a_ragged_row_is_named_by_its_line_in_the_file(problems_of):
    text = HEADER + '"White",5,1\n\nBME,5\nUnknown,5,1,9\n'
    problems = problems_of({"recruitment.csv": text})
    assert [(one.row, one.rule) for one in problems] == [
        (4, "must have 3 cells, as the header has, not 2"),
        (5, "must have 3 cells, as the header has, not 4"),
    ]


def test_a_row_after_a_cell_of_several_lines_keeps_its_true_line(problems_of):
    text = 'area,population,percent_bme,source\nA,1,3,"one\ntwo"\nB,1,101,three\n'
    assert only(problems_of({"local_population.csv": text})).row == 4


def test_a_byte_order_mark_and_blank_lines_do_no_harm(read_files):
    text = "\ufeff" + HEADER + "White,5,1\r\n\r\nBME, 4 ,0\r\n,,\r\n"
    frame = read_files({"recruitment.csv": text}).tables["recruitment"]
    assert frame["shortlisted"].tolist() == [5, 4]


def test_a_missing_column_is_named(problems_of):
    problem = only(problems_of({"recruitment.csv": "ethnicity,shortlisted\nWhite,5\n"}))
    assert (problem.row, problem.column, problem.rule) == (1, "appointed", "column is missing")


def test_an_unknown_column_is_named_with_the_nearest_accepted_one(problems_of):
    text = "ethnicity,shortlisted,Appointed\nWhite,5,1\n"
    unknown, missing = problems_of({"recruitment.csv": text})
    assert (missing.row, missing.column) == (1, "appointed")
    assert (unknown.row, unknown.column) == (1, "Appointed")
    assert "(perhaps appointed)" in unknown.rule


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode()))
def test_no_content_whatever_gives_anything_but_problems(tmp_path, content):
    path = tmp_path / "recruitment.csv"
    path.write_bytes(content)
    assert check_table(RECRUITMENT, InputFile(path, "recruitment.csv", "it"), 2021).problems


cells = st.text(max_size=12) | st.sampled_from(["White", "BME", "Null", "0", "1,000", "-1", "1e3"])


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.lists(cells, min_size=1, max_size=4), max_size=6))
def test_no_rows_whatever_stop_the_reading(tmp_path, rows):
    path = tmp_path / "recruitment.csv"
    lines = "".join(",".join(row) + "\n" for row in rows)
    path.write_bytes((HEADER + lines).encode(errors="replace"))
    checked = check_table(RECRUITMENT, InputFile(path, "recruitment.csv", "it"), 2021)
    assert checked.problems or checked.frame["appointed"].notna().all()


def test_input_errors_end_the_program_with_code_3():
    assert InputError([]).exit_code == 3
