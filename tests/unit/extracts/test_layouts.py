"""Rows are found by their headings wherever they stand; what is in doubt is refused once."""

from __future__ import annotations

import datetime
import os
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import openpyxl
import pytest

from tests.unit.extracts.workbook_files import (
    HEADER,
    ROWS,
    STAFF,
    TABLE,
    as_text,
    write_large_xlsx,
    write_text,
    write_xlsx,
)
from wres.errors import InputError
from wres.extracts import board, disciplinary, recruitment, training, workforce
from wres.extracts.contract import Extract
from wres.extracts.grids import read_grids
from wres.extracts.layouts import read_extract
from wres.sources.files import InputFile
from wres.sources.trust import ExtractSettings


def read(file: InputFile, **headings: dict[str, str]) -> Extract:
    return read_extract(file, STAFF, ExtractSettings(headings=headings))


def refusal(file: InputFile, **headings: dict[str, str]) -> str:
    with pytest.raises(InputError, match=re.escape(file.shown)) as refused:
        read(file, **headings)
    assert len(refused.value.problems) == 1
    return str(refused.value)


def noted(extract: Extract) -> list[str]:
    return [note.rule for note in extract.notes]


# what is read


def test_rows_are_read_under_the_names_of_their_fields(tmp_path: Path) -> None:
    extract = read(write_text(tmp_path / "workforce.csv", as_text()))
    assert list(extract.rows) == ["person", "pay_grade", "ethnic_origin", "fte"]
    assert extract.rows.loc[3].tolist() == ["20481002", "8A", "H Asian - Indian", "0.6"]
    assert extract.headings["person"] == "Employee Number"
    assert extract.notes == ()


def test_headings_are_known_in_any_case_spacing_and_punctuation(tmp_path: Path) -> None:
    header = ["EMPLOYEE_NUMBER", "pay  grade*", "Ethnic-Origin", "(FTE)"]
    extract = read(write_text(tmp_path / "a.csv", as_text([header, *ROWS])))
    assert list(extract.rows) == ["person", "pay_grade", "ethnic_origin", "fte"]


def test_names_of_fields_themselves_are_headings(tmp_path: Path) -> None:
    header = ["person", "pay_grade", "ethnic_origin", "fte"]
    assert len(read(write_text(tmp_path / "a.csv", as_text([header, *ROWS]))).rows) == 2


def test_optional_field_may_be_absent(tmp_path: Path) -> None:
    extract = read(write_text(tmp_path / "a.csv", as_text([row[:3] for row in TABLE])))
    assert not extract.has("fte")


@pytest.mark.parametrize("above", [1, 5, 19])
def test_header_may_stand_as_low_as_row_20(tmp_path: Path, above: int) -> None:
    title = [["Staff in post at 31 March 2024"], *[[] for _ in range(above - 1)]]
    extract = read(write_xlsx(tmp_path / "a.xlsx", {"S": [*title, *TABLE]}))
    assert list(extract.rows.index) == [above + 2, above + 3]


def test_header_below_row_20_is_not_looked_for(tmp_path: Path) -> None:
    file = write_xlsx(tmp_path / "a.xlsx", {"S": [["Title"], *[[] for _ in range(19)], *TABLE]})
    assert "has no heading that is known for workforce in its first 20 rows" in refusal(file)


def test_sheet_is_found_by_its_headings_and_not_by_its_place(tmp_path: Path) -> None:
    sheets = {"Read me": [["This file is fictional"]], "Staff list": TABLE}
    assert read(write_xlsx(tmp_path / "a.xlsx", sheets)).sheet == "Staff list"


def test_hidden_sheet_with_the_same_headings_does_not_compete(tmp_path: Path) -> None:
    def hide(workbook: openpyxl.Workbook) -> None:
        workbook["Old"].sheet_state = "hidden"

    file = write_xlsx(tmp_path / "a.xlsx", {"Old": TABLE, "New": TABLE}, hide)
    assert read(file).sheet == "New"


def test_trusts_own_heading_is_known(tmp_path: Path) -> None:
    header = ["Assignment key", *HEADER[1:]]
    file = write_text(tmp_path / "a.csv", as_text([header, *ROWS]))
    assert read(file, workforce={"assignment KEY": "person"}).has("person")


def test_trusts_own_heading_wins_where_two_columns_mean_a_field(tmp_path: Path) -> None:
    table = [["Pay Band", *HEADER], ["local 1", *ROWS[0]], ["local 2", *ROWS[1]]]
    file = write_text(tmp_path / "a.csv", as_text(table))
    extract = read(file, workforce={"Pay Band": "pay_grade"})
    assert extract.rows["pay_grade"].tolist() == ["local 1", "local 2"]
    assert noted(extract) == ["columns left out: Pay Grade"]


def test_columns_that_mean_nothing_are_left_out_with_a_note(tmp_path: Path) -> None:
    table = [[*HEADER, "Date of Birth"], [*ROWS[0], "01/02/1970"]]
    extract = read(write_text(tmp_path / "a.csv", as_text(table)))
    assert noted(extract) == ["columns left out: Date of Birth"]
    assert "1970" not in str(extract.notes)


def test_blank_rows_between_are_left_out_with_a_note(tmp_path: Path) -> None:
    rows = [HEADER, ROWS[0], [], ["", " "], ROWS[1], [], []]
    extract = read(write_xlsx(tmp_path / "a.xlsx", {"S": rows}))
    assert list(extract.rows.index) == [2, 5]
    assert noted(extract) == ["blank row left out in 2 rows (3, 4)"]


@pytest.mark.parametrize(
    "word", ["Total", "GRAND TOTAL", "Sub-total", "Totals", "Total: 22,000", "Total headcount"]
)
def test_total_at_the_end_is_left_out_with_a_note(tmp_path: Path, word: str) -> None:
    rows = [*TABLE, [word, "", "", "1.6"], [], ["Grand total", "", "", "1.6"]]
    extract = read(write_xlsx(tmp_path / "a.xlsx", {"S": rows}))
    assert list(extract.rows.index) == [2, 3]
    assert noted(extract)[-1] == "total or remark at the end left out in 2 rows (4, 6)"


def test_complete_row_at_the_end_is_kept_though_it_begins_with_total(tmp_path: Path) -> None:
    rows = [*TABLE, ["Total", "5", "White", "1"]]
    assert len(read(write_text(tmp_path / "a.csv", as_text(rows))).rows) == 3


def test_remark_that_a_blank_row_sets_apart_is_left_out_with_a_note(tmp_path: Path) -> None:
    text = as_text() + "\nProduced by the workforce team\nData as at 31 March\n"
    extract = read(write_text(tmp_path / "a.csv", text))
    assert list(extract.rows.index) == [2, 3]
    assert noted(extract)[-1] == "total or remark at the end left out in 2 rows (5, 6)"


def test_last_row_with_a_person_only_is_kept_for_the_reader_to_refuse(tmp_path: Path) -> None:
    extract = read(write_text(tmp_path / "a.csv", as_text([*TABLE, ["20481003", "", "", ""]])))
    assert list(extract.rows.index) == [2, 3, 4]


def test_header_that_is_printed_again_is_left_out_with_a_note(tmp_path: Path) -> None:
    extract = read(write_text(tmp_path / "a.csv", as_text([*TABLE, HEADER, ROWS[0]])))
    assert list(extract.rows.index) == [2, 3, 5]
    assert noted(extract) == ["repeated header left out"]


def test_rows_that_hold_native_dates_are_known_by_field(tmp_path: Path) -> None:
    rows: list[list[Any]] = [*TABLE, ["20481003", datetime.date(2024, 4, 1), "White", "1"]]
    extract = read(write_xlsx(tmp_path / "a.xlsx", {"S": rows}))
    assert extract.dates["pay_grade"] == {4}
    assert extract.dates["person"] == frozenset()


def test_note_about_the_encoding_is_carried_on(tmp_path: Path) -> None:
    text = as_text([HEADER, ["1", "5", "Café", "1"]])
    extract = read(write_text(tmp_path / "a.csv", text, "cp1252"))
    assert "was read as Windows text" in noted(extract)[0]


def test_sheets_that_were_read_before_are_not_read_again(tmp_path: Path) -> None:
    file = write_text(tmp_path / "a.csv", as_text())
    grids = read_grids(file)
    file.path.unlink()
    assert len(read_extract(file, STAFF, grids=grids).rows) == 2


def test_cells_that_would_be_formulas_are_handed_on_as_text(tmp_path: Path) -> None:
    file = write_text(tmp_path / "a.csv", as_text([HEADER, ["1", "5", '"=1+1"', "1"]]))
    assert read(file).rows["ethnic_origin"].tolist() == ["=1+1"]


def test_error_in_a_column_that_nobody_reads_is_no_fault(tmp_path: Path) -> None:
    rows = [[*HEADER, "Manager"], [*ROWS[0], "#N/A"]]
    assert len(read(write_xlsx(tmp_path / "a.xlsx", {"S": rows})).rows) == 1


def test_extract_of_22000_rows_is_read_in_about_a_second(tmp_path: Path) -> None:
    header = [*HEADER, *(f"Other {place}" for place in range(11))]
    body = [[n, *ROWS[0][1:], *([f"value {n % 97}"] * 11)] for n in range(22_000)]
    file = write_large_xlsx(tmp_path / "a.xlsx", [header, *body])
    start = sum(os.times()[:4])
    assert len(read(file).rows) == 22_000
    # processor time, child processes included, so that a busy machine does not matter: 1.1 s
    assert sum(os.times()[:4]) - start < 4


# what is refused


def test_unknown_layout_is_told_with_sheets_and_headings(tmp_path: Path) -> None:
    sheets = {
        "One": [["Person Category", "Shape"], ["red", "round"]],
        "Two": [["Texture", "Hue"], ["rough", "dark"]],
    }
    message = refusal(write_xlsx(tmp_path / "a.xlsx", sheets))
    assert "(it needs person, pay_grade, ethnic_origin)" in message
    assert "sheet 'One' has the headings 'Person Category' and 1 unknown heading (not" in message
    assert "sheet 'Two' has 2 unknown headings (not quoted, in case the row is" in message
    assert not any(word in message for word in ("Shape", "Texture", "Hue"))
    assert "settings.extracts.headings in trust.yml" in message


def test_missing_column_is_told_with_the_headings_found(tmp_path: Path) -> None:
    file = write_text(tmp_path / "a.csv", as_text([["Employee Number", "Colour"], ["1", "red"]]))
    message = refusal(file)
    assert "a.csv row 1: has no column for pay_grade, ethnic_origin" in message
    assert "the file has the headings 'Employee Number' and 1 unknown heading" in message
    assert "Colour" not in message


def test_several_known_headings_make_a_header_which_is_quoted_in_full(tmp_path: Path) -> None:
    rows = [["Employee Number", "Ethnic Origin", "Colour"], ["1", "A", "red"]]
    message = refusal(write_text(tmp_path / "a.csv", as_text(rows)))
    assert "the file has the headings 'Employee Number', 'Ethnic Origin', 'Colour'." in message


@pytest.mark.parametrize(
    "rows",
    [
        [["Jo Bloggs", "Grade", "Nurse"], ["Al Bloggs", "Other", "Porter"]],
        [["Jo Bloggs", "Grade", "Ethnicity"]],  # over no rows
        [["Jo Bloggs", "Grade", "Ethnicity"], ["Al Bloggs", "Grade", "A"]],  # one recurs
        [["Jo Bloggs", "Grade", "Ethnicity", "1970"], ["Al Bloggs", "5", "A", "1980"]],
    ],
)
def test_a_person_in_a_row_that_holds_known_headings_is_not_quoted(
    tmp_path: Path, rows: list[list[str]]
) -> None:
    message = refusal(write_text(tmp_path / "a.csv", as_text(rows)))
    assert "'Grade'" in message
    assert "not quoted, in case the row is about a person" in message
    assert not any(word in message for word in ("Bloggs", "Nurse", "1970"))


@pytest.mark.parametrize(
    "rows",
    [
        [["20481001", "Jo Bloggs", "Nurse"], ["20481002", "Al Bloggs", "Porter"]],
        [["Jo Bloggs", "Nurse"], ["Al Bloggs", "Nurse"]],
        [["Jo Bloggs", "0.6"], ["Al Bloggs", "1"]],
        [["Jo Bloggs", "31/03/1970"], ["Al Bloggs", "1"]],
    ],
)
def test_row_of_a_file_without_headings_is_never_quoted(
    tmp_path: Path, rows: list[list[str]]
) -> None:
    message = refusal(write_text(tmp_path / "a.csv", as_text(rows)))
    assert "the file seems to have no row of headings" in message
    assert not any(cell in message for row in rows for cell in row if len(cell) > 1)


def test_two_sheets_that_fit_are_told(tmp_path: Path) -> None:
    file = write_xlsx(tmp_path / "a.xlsx", {"March": TABLE, "April": TABLE})
    assert "'March' and 'April' have the same headings" in refusal(file)


def test_sheet_that_fits_but_is_hidden_is_told(tmp_path: Path) -> None:
    def hide(workbook: openpyxl.Workbook) -> None:
        workbook["Staff"].sheet_state = "hidden"

    file = write_xlsx(tmp_path / "a.xlsx", {"Note": [["hello"]], "Staff": TABLE}, hide)
    assert "sheet 'Staff': must show the sheet with the rows; it is hidden" in refusal(file)


def test_heading_that_stands_twice_is_told_with_its_columns(tmp_path: Path) -> None:
    rows = [[*HEADER, "Ethnic Origin"], [*ROWS[0], "White"]]
    message = refusal(write_text(tmp_path / "a.csv", as_text(rows)))
    assert "row 1: must have one column for ethnic_origin" in message
    assert "'Ethnic Origin' (column C) and 'Ethnic Origin' (column E) mean it" in message


def test_two_headings_of_one_field_are_told(tmp_path: Path) -> None:
    rows = [[*HEADER, "Pay Band"], [*ROWS[0], "5"]]
    message = refusal(write_text(tmp_path / "a.csv", as_text(rows)))
    assert "'Pay Grade' (column B) and 'Pay Band' (column E) mean it" in message


def test_columns_beyond_z_are_named_as_a_spreadsheet_names_them(tmp_path: Path) -> None:
    rows = [[*HEADER, *(f"x{n}" for n in range(23)), "FTE"], [*ROWS[0], *["v"] * 23, "1"]]
    assert "'FTE' (column AB)" in refusal(write_text(tmp_path / "a.csv", as_text(rows)))


def test_merged_heading_is_told(tmp_path: Path) -> None:
    def merge(workbook: openpyxl.Workbook) -> None:
        workbook["S"].merge_cells("C1:D1")

    message = refusal(write_xlsx(tmp_path / "a.xlsx", {"S": TABLE}, merge))
    assert (
        "sheet 'S' row 1, column Ethnic Origin: must have one heading over each column" in message
    )


def test_merged_heading_is_told_after_it_was_saved_as_csv(tmp_path: Path) -> None:
    header = ["Employee Number", "Pay Grade", "Ethnic Origin", "", "FTE"]
    rows = [header, ["1", "5", "A", "White - British", "1"]]
    message = refusal(write_text(tmp_path / "a.csv", as_text(rows)))
    assert "row 1, column Ethnic Origin: must have one heading over each column" in message


def test_merged_title_above_the_header_is_no_fault(tmp_path: Path) -> None:
    def merge(workbook: openpyxl.Workbook) -> None:
        workbook["S"].merge_cells("A1:D1")

    file = write_xlsx(tmp_path / "a.xlsx", {"S": [["Staff in post"], *TABLE]}, merge)
    assert len(read(file).rows) == 2


def test_merged_cells_below_the_header_are_told_and_not_read_as_blank(tmp_path: Path) -> None:
    def merge(workbook: openpyxl.Workbook) -> None:
        workbook["S"].merge_cells("C2:C3")

    message = refusal(write_xlsx(tmp_path / "a.xlsx", {"S": TABLE}, merge))
    place = "sheet 'S' row 2, column Ethnic Origin: must hold a value in each row"
    assert f"{place}; cells are merged here in 2 rows (2, 3)" in message


def test_ragged_rows_are_told_together(tmp_path: Path) -> None:
    text = as_text([*TABLE, ["1", "5", "White"], ["2", "5", "Asian, Indian", "1"]])
    message = refusal(write_text(tmp_path / "a.csv", text))
    assert "a.csv row 4: must have 4 cells, as the header has" in message
    assert "in 2 rows (4, 5)" in message


def test_blank_cells_beyond_the_header_are_no_fault(tmp_path: Path) -> None:
    text = as_text([HEADER, [*ROWS[0], "", ""]])
    assert len(read(write_text(tmp_path / "a.csv", text)).rows) == 1


@pytest.mark.parametrize("error", ["#N/A", "#REF!", "#DIV/0!", "#NAME?", "#VALUE!"])
def test_error_of_excel_is_told_with_its_place(tmp_path: Path, error: str) -> None:
    rows = [HEADER, ["1", "5", error, "1"], ["2", "5", error, "1"]]
    message = refusal(write_xlsx(tmp_path / "a.xlsx", {"S": rows}))
    assert "sheet 'S' row 2, column Ethnic Origin" in message
    assert f"must hold a value, not the error {error} in 2 rows (2, 3)" in message


def test_error_of_excel_is_told_in_text_too(tmp_path: Path) -> None:
    file = write_text(tmp_path / "a.csv", as_text([HEADER, ["1", "#REF!", "White", "1"]]))
    assert "row 2, column Pay Grade: must hold a value, not the error #REF!" in refusal(file)


def test_formula_without_a_result_is_told_with_its_place(tmp_path: Path) -> None:
    rows = [HEADER, ["1", "5", "=VLOOKUP(A2,X:Y,2,0)", "1"]]
    message = refusal(write_xlsx(tmp_path / "a.xlsx", {"S": rows}))
    assert "row 2, column Ethnic Origin: must hold a value; it holds a formula whose" in message


def test_every_column_with_errors_is_told_at_once(tmp_path: Path) -> None:
    rows = [HEADER, ["1", "#N/A", "#REF!", "1"]]
    with pytest.raises(InputError, match="column Pay Grade") as refused:
        read(write_xlsx(tmp_path / "a.xlsx", {"S": rows}))
    assert [fault.column for fault in refused.value.problems] == ["Pay Grade", "Ethnic Origin"]


def test_total_between_the_rows_is_told(tmp_path: Path) -> None:
    rows = [HEADER, ROWS[0], ["Subtotal", "", "", "1"], ROWS[1]]
    message = refusal(write_xlsx(tmp_path / "a.xlsx", {"S": rows}))
    assert "sheet 'S' row 3: must have no totals between the rows" in message


@pytest.mark.parametrize("rows", [[HEADER], [HEADER, ["Total", "", "", "0"]]])
def test_header_without_rows_is_told(tmp_path: Path, rows: list[list[str]]) -> None:
    file = write_text(tmp_path / "a.csv", as_text(rows))
    assert "row 1: must have rows below its header" in refusal(file)


def test_heading_for_a_field_that_there_is_not_is_told(tmp_path: Path) -> None:
    file = write_text(tmp_path / "a.csv", as_text())
    message = refusal(file, workforce={"Key": "persn"})
    assert "'persn' is none of person, pay_grade, ethnic_origin, fte" in message


def test_headings_for_a_source_that_there_is_not_are_told(tmp_path: Path) -> None:
    file = write_text(tmp_path / "a.csv", as_text())
    assert "'workfroce' is none of workforce, recruitment" in refusal(file, workfroce={"a": "b"})


def test_no_message_or_note_quotes_a_person(tmp_path: Path) -> None:
    rows = [*TABLE, ["#N/A", "#N/A", "#N/A", "1"], ["20481003"], ["20481004", "5", "W", "1", "x"]]
    file = write_text(tmp_path / "a.csv", as_text(rows))
    with pytest.raises(InputError, match="column Pay Grade") as refused:
        read(file)
    assert "2048" not in str(refused.value)


@pytest.mark.parametrize("number", ["1.23457E+09", "1.00E+04", "2E+10", "1,23E+09", "1.2e+09"])
def test_identifiers_that_excel_shortened_are_refused_and_not_quoted(
    tmp_path: Path, number: str
) -> None:
    rows = [*TABLE, [f'"{number}"', "XR05", "A", "1"], [f'"{number}"', "XR05", "H", "1"]]
    said = refusal(write_text(tmp_path / "a.csv", as_text(rows)))
    assert "row 4, column Employee Number: was turned into scientific notation by Excel" in said
    assert "(2 rows). Export it again with the column as text and run" in said
    assert number not in said


@pytest.mark.parametrize("number", ["E12345", "12E05", "1E+", "A1E+05"])
def test_identifiers_with_an_e_of_their_own_are_read(tmp_path: Path, number: str) -> None:
    extract = read(write_text(tmp_path / "a.csv", as_text([HEADER, [number, "XR05", "A", "1"]])))
    assert extract.rows["person"].tolist() == [number]


@pytest.mark.parametrize(
    ("layout", "name"),
    [
        (one, field.name)
        for one in (workforce, recruitment, disciplinary, training, board)
        for field in one.LAYOUT.fields
        if field.identifier
    ],
)
def test_no_identifier_of_any_source_may_be_in_scientific_notation(
    tmp_path: Path, layout: ModuleType, name: str
) -> None:
    fields = [one for one in layout.LAYOUT.fields if one.required or one.name == name]
    rows = [
        [one.name for one in fields],
        ["1.00E+04" if one.name == name else "x" for one in fields],
    ]
    file = write_text(tmp_path / "a.csv", as_text(rows))
    with pytest.raises(InputError, match=f"row 2, column {name}: was turned into scientific"):
        read_extract(file, layout.LAYOUT)
