"""Sheets are read as text from every sort of file; what is damaged is refused once, and located."""

from __future__ import annotations

import datetime
import os
import random
import re
import shutil
import zipfile
import zlib
from pathlib import Path

import openpyxl
import pytest

from tests.unit.extracts.workbook_files import (
    FILES,
    TABLE,
    as_input,
    as_text,
    declare_less,
    replace_part,
    write_ods,
    write_text,
    write_xlsx,
    zipped,
)
from wres.errors import InputError
from wres.extracts.contract import Grid
from wres.extracts.grids import read_grids
from wres.sources.files import InputFile

SHEET = "xl/worksheets/sheet1.xml"


def only(file: InputFile) -> Grid:
    (grid,) = read_grids(file)
    return grid


def rows(grid: Grid) -> list[list[str]]:
    return [list(row) for row in grid.cells.itertuples(index=False)]


def refusal(file: InputFile) -> str:
    """Give the one message about a file, which names it and says what to run again."""
    with pytest.raises(InputError, match=re.escape(file.shown)) as refused:
        read_grids(file)
    assert len(refused.value.problems) == 1
    message = str(refused.value)
    assert message.endswith("and run wres check ZZ1 2024 again.")
    assert "\n" not in message
    return message


# what is read


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("suffix", ["csv", "tsv", "txt"])
def test_text_is_read_whatever_its_delimiter(tmp_path: Path, delimiter: str, suffix: str) -> None:
    file = write_text(tmp_path / f"workforce.{suffix}", as_text(delimiter=delimiter))
    assert rows(only(file)) == TABLE


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_text_is_read_whatever_its_encoding(tmp_path: Path, encoding: str) -> None:
    table = [["Division", "Site"], ["Soins café", "£5 ward"]]
    file = write_text(tmp_path / "workforce.csv", as_text(table), encoding)
    assert rows(only(file)) == table


def test_windows_text_is_read_with_a_note_of_the_first_row_that_is_not_unicode(
    tmp_path: Path,
) -> None:
    file = write_text(tmp_path / "workforce.csv", "Site\nNorth\nCafé\n", "cp1252")
    (note,) = only(file).notes
    assert (note.row, note.rule) == (3, "is not in UTF-8 and was read as Windows text (cp1252)")


def test_unicode_text_is_read_without_a_note(tmp_path: Path) -> None:
    assert only(write_text(tmp_path / "a.csv", "Site\nCafé\n")).notes == ()


def test_delimiter_inside_the_cells_of_every_row_does_not_mislead(tmp_path: Path) -> None:
    table = [["Name, first", "Grade", "Site"], ["Ward 1, North", "5", "A"], ["B, C", "6", "D"]]
    file = write_text(tmp_path / "a.csv", as_text(table, ";"))
    assert rows(only(file)) == table


def test_delimiter_that_excel_declares_is_used_and_its_line_still_counts(tmp_path: Path) -> None:
    grid = only(write_text(tmp_path / "a.csv", "sep=|\na|b\n1,2,3|4\n"))
    assert rows(grid) == [["a", "b"], ["1,2,3", "4"]]
    assert list(grid.cells.index) == [2, 3]


def test_row_numbers_of_text_are_lines_even_after_a_cell_of_two_lines(tmp_path: Path) -> None:
    grid = only(write_text(tmp_path / "a.csv", 'a,b\n"one\ntwo",2\n\n3,4\n'))
    assert rows(grid) == [["a", "b"], ["one two", "2"], ["", ""], ["3", "4"]]
    assert list(grid.cells.index) == [1, 2, 4, 5]


def test_widths_of_rows_of_text_are_kept(tmp_path: Path) -> None:
    grid = only(write_text(tmp_path / "a.csv", "a,b,c\n1,2\n"))
    assert grid.widths == {1: 3, 2: 2}


def test_formula_in_text_stays_text(tmp_path: Path) -> None:
    attack = ["=HYPERLINK(A1)", "+1+1", "-2", "@SUM(A1)"]
    grid = only(write_text(tmp_path / "a.csv", as_text([["a", "b", "c", "d"], attack])))
    assert rows(grid)[1] == attack


def test_workbook_is_read_as_a_person_would_write_its_cells(tmp_path: Path) -> None:
    written = [
        *(20481001, 0.6, 0.1 + 0.2, True, "  A  White\nBritish "),
        *(datetime.date(2021, 3, 31), datetime.datetime(2021, 3, 31, 14, 5), datetime.time(8, 0)),
    ]
    grid = only(write_xlsx(tmp_path / "a.xlsx", {"Staff list": [written]}))
    expected = ["20481001", "0.6", "0.3", "TRUE", "A White British"]
    assert rows(grid) == [[*expected, "2021-03-31", "2021-03-31 14:05:00", "08:00:00"]]
    assert grid.sheet == "Staff list"


def test_cells_that_a_workbook_stores_as_dates_are_known(tmp_path: Path) -> None:
    # "1-4" typed into Excel becomes 1 April: what it was is lost, that it is a date is not
    written = [["Band", "Left"], ["5", ""], [datetime.date(2021, 4, 1), "01/04/2021"]]
    grid = only(write_xlsx(tmp_path / "a.xlsx", {"S": written}))
    assert grid.dates == {(3, 0)}


def test_row_numbers_of_a_workbook_are_those_that_the_user_sees(tmp_path: Path) -> None:
    def begin_lower(workbook: openpyxl.Workbook) -> None:
        workbook["S"]["C4"] = "here"

    grid = only(write_xlsx(tmp_path / "a.xlsx", {"S": []}, begin_lower))
    assert grid.cells.loc[4, 2] == "here"


def test_every_sheet_is_read_and_hidden_ones_are_known(tmp_path: Path) -> None:
    def hide(workbook: openpyxl.Workbook) -> None:
        workbook["Old"].sheet_state = "hidden"
        workbook.create_chartsheet("Chart")

    grids = read_grids(write_xlsx(tmp_path / "a.xlsx", {"New": [["a"]], "Old": [["b"]]}, hide))
    assert [(grid.sheet, grid.hidden) for grid in grids] == [("New", False), ("Old", True)]


def test_merged_cells_are_known(tmp_path: Path) -> None:
    def merge(workbook: openpyxl.Workbook) -> None:
        workbook["S"].merge_cells("B2:C4")

    grid = only(write_xlsx(tmp_path / "a.xlsx", {"S": TABLE}, merge))
    assert grid.merged == ((2, 1, 4, 2),)


def test_text_that_looks_like_a_formula_stays_text_in_a_workbook(tmp_path: Path) -> None:
    def quote(workbook: openpyxl.Workbook) -> None:
        cell = workbook["S"]["A2"]
        cell.value, cell.data_type = "=1+1", "s"

    grid = only(write_xlsx(tmp_path / "a.xlsx", {"S": [["a"], ["b"]]}, quote))
    assert (rows(grid)[1], grid.faults) == (["=1+1"], {})


def test_errors_of_excel_are_shown_as_excel_shows_them(tmp_path: Path) -> None:
    grid = only(write_xlsx(tmp_path / "a.xlsx", {"S": [["a", "b"], ["#N/A", "#REF!"]]}))
    # calamine by itself gives blanks here, and a blank ethnic origin counts as unknown
    assert rows(grid)[1] == ["#N/A", "#REF!"]


def test_formula_whose_result_is_not_stored_is_a_fault(tmp_path: Path) -> None:
    grid = only(write_xlsx(tmp_path / "a.xlsx", {"S": [["a", "b"], ["x", "=1+1"]]}))
    assert grid.faults == {
        (2, 1): "must hold a value; it holds a formula whose result is not stored"
    }


def test_formula_whose_result_is_stored_is_read(tmp_path: Path) -> None:
    file = write_xlsx(tmp_path / "a.xlsx", {"S": [["a"], ["=1+1"], ['=""']]})

    def reckon(xml: bytes) -> bytes:
        changed = re.sub(rb"<f>1\+1</f>(<v ?/>|<v></v>)", b"<f>1+1</f><v>2</v>", xml)
        return changed.replace(b'<c r="A3"><f>', b'<c r="A3" t="str"><f>')

    grid = only(replace_part(file.path, SHEET, reckon))
    assert (grid.cells.loc[2, 0], grid.faults) == ("2", {})


def test_old_workbook_is_read() -> None:
    grid = only(as_input(FILES / "staff.xls"))
    assert rows(grid)[1] == ["20481001", "XR05", "A White - British", "0.6", "2021-03-31"]
    assert grid.dates == {(2, 4)}


def test_opendocument_is_read(tmp_path: Path) -> None:
    file = write_ods(tmp_path / "a.ods", [["Person ID", "FTE"], ["20481001", 0.6]])
    grid = only(file)
    assert (grid.sheet, rows(grid)) == ("Staff list", [["Person ID", "FTE"], ["20481001", "0.6"]])


def test_cell_that_shows_a_percentage_is_read_as_it_shows(tmp_path: Path) -> None:
    def show_percent(workbook: openpyxl.Workbook) -> None:
        for cell, shown in {"A2": "0%", "B2": "0.00%", "C2": "0.0%", "D2": "General"}.items():
            workbook["S"][cell].number_format = shown

    written = [["a", "b", "c", "d", "e"], [0.253, 0.2537, 1, 0.253, 0.07]]
    grid = only(write_xlsx(tmp_path / "a.xlsx", {"S": written}, show_percent))
    assert rows(grid)[1] == ["25.3%", "25.37%", "100%", "0.253", "0.07"]


def test_percentages_dates_and_errors_of_opendocument_are_read_as_they_show(
    tmp_path: Path,
) -> None:
    file = write_ods(tmp_path / "a.ods", [["share", "lost", "when"], [0.253, 0.5, 0.75]])

    def change(xml: bytes) -> bytes:
        xml = xml.replace(
            b'office:value-type="float" office:value="0.253"',
            b'office:value-type="percentage" office:value="0.253"',
        )
        return xml.replace(
            b'<table:table-cell office:value-type="float" office:value="0.5"/>',
            b'<table:table-cell xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:'
            b'xmlns:calcext:1.0" calcext:value-type="error" office:value-type="string">'
            b"<text:p>#DIV/0!</text:p></table:table-cell>",
        ).replace(
            b'office:value-type="float" office:value="0.75"',
            b'office:value-type="date" office:date-value="2021-03-31"',
        )

    grid = only(replace_part(file.path, "content.xml", change))
    assert rows(grid)[1] == ["25.3%", "#DIV/0!", "2021-03-31"]
    assert grid.dates == {(2, 2)}


def test_error_in_an_old_workbook_is_shown() -> None:
    grid = only(as_input(FILES / "errors.xls"))
    assert rows(grid)[1] == ["20481001", "XR05", "#N/A", "0.6"]


def test_rows_that_opendocument_repeats_are_read_as_often(tmp_path: Path) -> None:
    grid = only(write_ods(tmp_path / "a.ods", [["a"], ["b"]], repeated=3))
    assert rows(grid) == [["a"], ["b"], ["b"], ["b"]]


def test_ending_in_capitals_is_the_same_ending(tmp_path: Path) -> None:
    assert rows(only(write_text(tmp_path / "WORKFORCE.CSV", as_text()))) == TABLE


# what is refused


def test_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert "there is no such file" in refusal(as_input(tmp_path / "workforce.csv"))


def test_link_to_nowhere_is_told(tmp_path: Path) -> None:
    (tmp_path / "workforce.csv").symlink_to(tmp_path / "gone.csv")
    message = refusal(as_input(tmp_path / "workforce.csv"))
    assert "is a link to a file that is not there" in message


def test_folder_in_its_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "workforce.csv").mkdir()
    assert "must be a file, not a folder" in refusal(as_input(tmp_path / "workforce.csv"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes among its files")
def test_pipe_in_its_place_is_told_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "workforce.csv")
    assert "must be an ordinary file" in refusal(as_input(tmp_path / "workforce.csv"))


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read every file"
)
def test_unreadable_file_is_told(tmp_path: Path) -> None:
    file = write_text(tmp_path / "workforce.csv", as_text())
    file.path.chmod(0)
    assert "must be readable (Permission denied)" in refusal(file)


def test_name_that_the_system_cannot_open_is_told(tmp_path: Path) -> None:
    file = as_input(tmp_path / ("w" * 300 + ".csv"))
    assert "must be readable (File name too long)" in refusal(file)


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "xls", "ods"])
def test_file_of_no_bytes_is_told(tmp_path: Path, suffix: str) -> None:
    file = write_text(tmp_path / f"workforce.{suffix}", "")
    assert "must not be empty (0 bytes)" in refusal(file)


@pytest.mark.parametrize("text", ["\n\n", " ", ",,,\n,,,\n", "\ufeff"])
def test_text_without_a_filled_cell_is_told(tmp_path: Path, text: str) -> None:
    assert "must not be empty" in refusal(write_text(tmp_path / "workforce.csv", text))


def test_workbook_of_empty_sheets_is_told_with_their_names(tmp_path: Path) -> None:
    file = write_xlsx(tmp_path / "a.xlsx", {"Sheet1": [], "Sheet2": [[" "]]})
    assert "must not be empty; its sheets are 'Sheet1', 'Sheet2'" in refusal(file)


@pytest.mark.parametrize("suffix", ["csv", "xls", "xlsx"])
@pytest.mark.parametrize(
    "page", ["<!DOCTYPE html><p>Log in", "\n <HTML><body>", "<table><tr><td>1", "\ufeff<html>"]
)
def test_web_page_under_another_name_is_told(tmp_path: Path, suffix: str, page: str) -> None:
    file = write_text(tmp_path / f"workforce.{suffix}", page)
    assert "this is a web page (HTML) under another name" in refusal(file)


def test_xml_under_another_name_is_told(tmp_path: Path) -> None:
    file = write_text(tmp_path / "a.xls", '<?xml version="1.0"?><Workbook/>')
    assert "this is XML under another name" in refusal(file)


def test_pdf_under_another_name_is_told(tmp_path: Path) -> None:
    file = write_text(tmp_path / "a.csv", "%PDF-1.7\n")
    assert "this is a PDF under another name" in refusal(file)


def test_workbook_named_csv_is_told(tmp_path: Path) -> None:
    file = write_xlsx(tmp_path / "a.xlsx", {"S": TABLE})
    file = as_input(file.path.rename(tmp_path / "a.csv"))
    message = refusal(file)
    assert "it is named .csv but is an Excel workbook (xlsx)" in message
    assert "Rename it to end in .xlsx" in message


def test_text_named_xls_is_told(tmp_path: Path) -> None:
    # many systems export tab-separated text under this ending
    file = write_text(tmp_path / "a.xls", as_text(delimiter="\t"))
    assert "it is named .xls but is plain text" in refusal(file)


def test_old_workbook_named_xlsx_is_told(tmp_path: Path) -> None:
    shutil.copy(FILES / "staff.xls", tmp_path / "a.xlsx")
    message = refusal(as_input(tmp_path / "a.xlsx"))
    assert "it is named .xlsx but is an old Excel workbook (xls)" in message


@pytest.mark.parametrize("name", ["locked.xlsx", "locked.xls"])
def test_workbook_with_a_password_is_told(name: str) -> None:
    message = refusal(as_input(FILES / name))
    assert "must not be protected by a password" in message


def test_opendocument_with_a_password_is_told(tmp_path: Path) -> None:
    file = write_ods(tmp_path / "a.ods", [["a"]])
    replace_part(
        file.path, "META-INF/manifest.xml", lambda xml: xml + b"<manifest:encryption-data/>"
    )
    assert "must not be protected by a password" in refusal(file)


@pytest.mark.parametrize("part", [0.3, 0.9, 0.99])
def test_workbook_cut_short_is_told(tmp_path: Path, part: float) -> None:
    file = write_xlsx(tmp_path / "a.xlsx", {"S": TABLE})
    content = file.path.read_bytes()
    file.path.write_bytes(content[: int(part * len(content))])
    assert "is damaged or cut short" in refusal(file)


def test_workbook_with_a_damaged_part_is_told(tmp_path: Path) -> None:
    file = write_xlsx(tmp_path / "a.xlsx", {"S": TABLE})
    replace_part(file.path, "xl/workbook.xml", lambda xml: xml[: len(xml) // 2])
    assert "a part of it is damaged" in refusal(file)


def test_workbook_without_its_sheet_is_told(tmp_path: Path) -> None:
    file = write_xlsx(tmp_path / "a.xlsx", {"S": TABLE})
    replace_part(file.path, SHEET, lambda xml: xml[: len(xml) // 2])
    assert "must be a workbook that can be read" in refusal(file)


def test_workbook_whose_xml_declares_entities_is_refused(tmp_path: Path) -> None:
    file = write_xlsx(tmp_path / "a.xlsx", {"S": TABLE})
    laughs = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
    replace_part(file.path, "xl/workbook.xml", lambda xml: laughs + xml)
    assert "a part of it is no plain XML" in refusal(file)


def test_zip_that_is_no_workbook_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(zipped({"readme.txt": b"hello"}))
    assert "this is a zip file without one" in refusal(as_input(tmp_path / "a.xlsx"))


def test_word_document_under_another_name_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(zipped({"word/document.xml": b"<w/>"}))
    assert "this is a Word document" in refusal(as_input(tmp_path / "a.xlsx"))


def test_zip_bomb_is_refused_by_what_it_declares(tmp_path: Path) -> None:
    file = write_xlsx(tmp_path / "a.xlsx", {"S": TABLE})
    replace_part(file.path, SHEET, lambda xml: xml + b" " * 30_000_000)
    assert "must be no zip bomb; it unpacks a part to more than 200 times" in refusal(file)


def test_zip_bomb_in_a_part_that_is_never_needed_is_refused_too(tmp_path: Path) -> None:
    file = write_xlsx(tmp_path / "a.xlsx", {"S": TABLE})
    with zipfile.ZipFile(file.path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/image1.png", bytes(30_000_000))
    assert "must be no zip bomb" in refusal(file)


def test_zip_bomb_that_declares_less_than_it_holds_is_refused(tmp_path: Path) -> None:
    file = write_xlsx(tmp_path / "a.xlsx", {"S": TABLE})
    bomb = b" " * 3_000_000
    replace_part(file.path, SHEET, lambda xml: xml + bomb)
    with zipfile.ZipFile(file.path) as archive:
        whole = archive.read(SHEET)
    true_start = whole[:1000]
    declare_less(file.path, SHEET, len(true_start), zlib.crc32(true_start))
    # the sum fits what is declared, so only the first 1,000 bytes ever reach the reader
    assert "must be a workbook that can be read" in refusal(file)


def test_zip_bomb_inside_a_zip_is_not_opened(tmp_path: Path) -> None:
    bomb = zipped({"bomb.xml": b" " * 30_000_000})
    (tmp_path / "a.xlsx").write_bytes(zipped({f"{n}.zip": bomb for n in range(5)}))
    assert "this is a zip file without one" in refusal(as_input(tmp_path / "a.xlsx"))


def test_workbook_in_place_of_a_part_is_refused(tmp_path: Path) -> None:
    file = write_xlsx(tmp_path / "a.xlsx", {"S": TABLE})
    nested = file.path.read_bytes()
    replace_part(file.path, SHEET, lambda _: nested)
    assert "a part of it is no plain XML" in refusal(file)


def test_sheet_with_a_stray_cell_at_its_end_is_refused_before_memory_is_taken(
    tmp_path: Path,
) -> None:
    def stray(workbook: openpyxl.Workbook) -> None:
        workbook["S"]["XFD1048576"] = "x"

    message = refusal(write_xlsx(tmp_path / "a.xlsx", {"S": TABLE}, stray))
    assert "sheet 'S': must have no more than 5 million cells" in message
    assert "it reaches row 1,048,576 and column 16,384" in message


def test_opendocument_that_repeats_a_row_a_million_times_is_refused(tmp_path: Path) -> None:
    file = write_ods(tmp_path / "a.ods", [["a"] * 10, ["b"] * 10], repeated=1_000_000)
    message = refusal(file)
    assert "no more than 5 million cells; it reaches row 1,000,001 and column 10" in message


def test_formatted_cells_that_are_blank_do_not_count(tmp_path: Path) -> None:
    def border(workbook: openpyxl.Workbook) -> None:
        workbook["S"]["XFD1048576"].font = openpyxl.styles.Font(bold=True)

    file = write_xlsx(tmp_path / "a.xlsx", {"S": TABLE}, border)
    assert rows(only(file)) == TABLE


def test_text_of_too_many_cells_is_refused(tmp_path: Path) -> None:
    file = write_text(tmp_path / "a.csv", "a,b\n" + "," * 4_999 + "\n" * 1_001)
    assert "must have no more than 5 million cells" in refusal(file)


def test_text_with_nul_bytes_is_told_with_its_row(tmp_path: Path) -> None:
    file = write_text(tmp_path / "a.csv", "a,b\n1,2\n3,\x004\n")
    assert "a.csv row 3: must be plain text; it holds NUL bytes" in refusal(file)


def test_utf_16_cut_in_the_middle_of_a_letter_is_told(tmp_path: Path) -> None:
    file = write_text(tmp_path / "a.csv", as_text(), "utf-16")
    file.path.write_bytes(file.path.read_bytes()[:-1])
    assert "it is damaged or cut short" in refusal(file)


def test_bytes_that_are_no_text_are_told_with_their_row(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"a,b\n1,\x81\xff\n")
    message = refusal(as_input(tmp_path / "a.csv"))
    assert "a.csv row 2: must be text in UTF-8; byte 0x81 is not" in message


def test_quotation_mark_that_does_not_close_is_told_with_its_row(tmp_path: Path) -> None:
    file = write_text(tmp_path / "a.csv", 'a,b\n1,2\n"3,4\n5,6\n')
    assert "a.csv row 3: must be text in columns; the quotation marks" in refusal(file)


def test_text_after_a_closing_quotation_mark_is_told_with_its_row(tmp_path: Path) -> None:
    file = write_text(tmp_path / "a.csv", 'a,b\n"1" x,2\n')
    assert "a.csv row 2: must be text in columns; the quotation marks" in refusal(file)


@pytest.mark.parametrize("seed", range(12))
def test_any_damage_to_an_old_workbook_gives_a_message_or_its_rows(
    tmp_path: Path, seed: int
) -> None:
    # calamine ends the whole process for some: it reserves what a damaged length asks for
    draw = random.Random(seed)
    content = bytearray((FILES / "staff.xls").read_bytes())
    for _ in range(40):
        content[draw.randrange(512, len(content))] = draw.randrange(256)
    (tmp_path / "a.xls").write_bytes(bytes(content))
    assert len(outcome(as_input(tmp_path / "a.xls"))) >= 1


def outcome(file: InputFile) -> list[str | None]:
    """Give the names of the sheets that were read, or the rules that the file breaks."""
    try:
        return [grid.sheet for grid in read_grids(file)]
    except InputError as refused:
        return [problem.rule for problem in refused.problems]
