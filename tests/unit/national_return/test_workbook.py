"""The workbook, read back by another library."""

import io
import zipfile
from datetime import datetime

import openpyxl
import pytest

from wres.errors import RenderError
from wres.national_return import build_return, read_return, write_return
from wres.national_return.fields import fields_in
from wres.national_return.workbook import FICTIONAL, MARKING

HEADER = [
    "Field",
    "Label",
    "Group",
    "Unit",
    "Ours",
    "Pre-populated",
    "Difference",
    "Reason",
    "Status",
]


def written(trust_year, path, frame=None):
    write_return(build_return(trust_year) if frame is None else frame, trust_year, path)
    return openpyxl.load_workbook(path)


def table_rows(sheet):
    (table,) = sheet.tables.values()
    return [[cell.value for cell in row] for row in sheet[table.ref]]


def test_a_cover_and_one_sheet_a_section_stand_in_the_order_of_the_form(trust_year, tmp_path):
    book = written(trust_year, tmp_path / "return.xlsx")
    assert book.sheetnames == ["Cover", *dict.fromkeys(field.sheet for field in fields_in(2024))]


def test_each_sheet_holds_one_table_below_its_headings_and_merges_nothing(trust_year, tmp_path):
    for sheet in written(trust_year, tmp_path / "return.xlsx"):
        assert len(sheet.tables) == 1
        assert not sheet.merged_cells.ranges
        assert sheet["A1"].value


def test_fields_and_figures_are_those_of_the_return(trust_year, tmp_path):
    sheet = written(trust_year, tmp_path / "return.xlsx")["1 Clinical"]
    header, *rows = table_rows(sheet)
    assert header == HEADER
    assert len(rows) == 14 * 3
    by_field = {row[0]: row for row in rows}
    assert by_field["20B"] == [
        "20B", "Band 5", "BME", "headcount", 40, None, None, None, "not pre-populated",
    ]  # fmt: skip
    assert by_field["15W"][4] is None
    assert by_field["15W"][7].startswith("no figure for it was supplied")


def test_headings_stay_in_view_and_are_printed_on_every_page(trust_year, tmp_path):
    for sheet in written(trust_year, tmp_path / "return.xlsx").worksheets[1:]:
        header = next(row for row in range(1, 9) if sheet.cell(row, 1).value == "Field")
        assert sheet.freeze_panes == f"B{header + 1}"
        assert sheet.print_title_rows == f"${header}:${header}"


def test_every_sheet_and_its_printed_page_say_that_they_are_internal_and_fictional(
    trust_year, tmp_path
):
    for sheet in written(trust_year, tmp_path / "return.xlsx"):
        top = [sheet.cell(row, 1).value for row in range(1, 4)]
        assert {MARKING, FICTIONAL} <= set(top)
        assert sheet.oddHeader.left.text == f"{MARKING}. {FICTIONAL}"


def test_a_real_trust_is_not_called_fictional(make, tmp_path):
    for sheet in written(make(fictional=False), tmp_path / "return.xlsx"):
        texts = [str(cell.value) for row in sheet.iter_rows() for cell in row]
        assert not any("FICTIONAL" in text for text in texts)
        assert any(MARKING in text for text in texts)


def test_the_cover_names_the_trust_the_map_and_what_is_open(trust_year, tmp_path):
    facts = dict(table_rows(written(trust_year, tmp_path / "return.xlsx")["Cover"]))
    assert facts["Trust"] == "=Example NHS Trust"
    assert facts["ODS code"] == "RXX"
    assert facts["Reporting year"] == "2024: staff on 31 March 2024"
    assert facts["Version of the field map"] == "1"
    assert facts["Field map"].startswith("Not verified")
    assert facts["Fields"] == "138"
    # 30 bands of 33 have no counts (3 groups each), and of the survey 6W to 8W and 6B, 7B
    assert facts["Fields without a figure"] == str(30 * 3 + 5)
    assert facts["Fields that need a reason"] == "0"


def test_no_text_becomes_a_formula_or_a_link(trust_year, tmp_path):
    frame = build_return(trust_year)
    hostile = frame.assign(reason='=HYPERLINK("http://x")', status="https://example.org")
    path = tmp_path / "return.xlsx"
    book = written(trust_year, path, hostile)
    row = table_rows(book["9 Board"])[1]
    assert row[7:] == ['=HYPERLINK("http://x")', "https://example.org"]
    with zipfile.ZipFile(path) as parts:
        sheets = [parts.read(name) for name in parts.namelist() if "worksheets/sheet" in name]
    assert len(sheets) == 10
    assert not any(b"<f>" in sheet or b"<hyperlink" in sheet for sheet in sheets)


def test_the_same_figures_give_the_same_bytes(trust_year, tmp_path):
    for name in ("one.xlsx", "two.xlsx"):
        book = written(trust_year, tmp_path / name)
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()
    assert book.properties.created == datetime(2024, 3, 31)


def test_a_fraction_keeps_its_decimals_and_a_whole_number_has_none(make, tmp_path):
    cases = "ethnicity,workforce,entered_process,years\nWhite,2240,9,2\nBME,67,4,2\nUnknown,9,0,2\n"
    sheet = written(make(disciplinary=cases), tmp_path / "return.xlsx")["3 Disciplinary"]
    formats = {row[0].value: (row[4].value, row[4].number_format) for row in sheet.iter_rows()}
    assert formats["36W"] == (2240, "#,##0")
    assert formats["37W"] == (4.5, "#,##0.0##")


def test_the_csv_is_written_into_the_year_when_asked(trust_year, tmp_path, folder):
    frame = build_return(trust_year)
    write_return(frame, trust_year, tmp_path / "made" / "return.xlsx")
    assert read_return(folder) is None
    write_return(frame, trust_year, tmp_path / "return.xlsx", csv=folder.path / "return.csv")
    assert read_return(folder)["value"].equals(frame["ours"])


def test_a_place_that_cannot_be_written_is_named_with_what_to_do(trust_year, tmp_path):
    taken = tmp_path / "return.xlsx"
    taken.mkdir()
    with pytest.raises(RenderError, match=r"return\.xlsx can't be written .* open in Excel"):
        write_return(build_return(trust_year), trust_year, taken)


def test_openpyxl_and_a_plain_zip_reader_take_the_file_as_whole(trust_year, tmp_path):
    written(trust_year, tmp_path / "return.xlsx")
    content = io.BytesIO((tmp_path / "return.xlsx").read_bytes())
    assert zipfile.ZipFile(content).testzip() is None
