"""Templates of extracts: text throughout, help in place, read back by the extracts' own reader."""

from pathlib import Path

import openpyxl
import pytest

from wres.extracts.finding import SOURCES
from wres.extracts.grids import read_grids
from wres.extracts.layouts import read_extract
from wres.extracts.templates import TEMPLATE_NOTE, is_unfilled_template
from wres.new_year.templates import extract_template, heading_of, layout_of
from wres.sources.files import InputFile

# A value for each required field, as a person would type it.
TYPED = {
    "workforce": {"person": "00012", "pay_grade": "8A", "ethnic_origin": "A"},
    "recruitment": {"ethnic_origin": "Asian", "shortlisted": "Yes", "appointed": "No"},
    "disciplinary": {"ethnic_origin": "99", "opened_on": "03/04/2024"},
    "training": {"person": "007", "ethnic_origin": "GF"},
    "staff_survey": {
        "indicator": "5",
        "survey_year": "2024",
        "scope": "trust",
        "ethnicity": "BME",
        "percent": "26.4",
    },
    "board": {"ethnic_origin": "White British"},
}


@pytest.fixture
def made(tmp_path: Path):
    def make(source: str) -> InputFile:
        path = tmp_path / f"{source}.xlsx"
        path.write_bytes(extract_template(source, "RXX", 2025))
        return InputFile(path, path.name, "wres check RXX 2025")

    return make


def fill(file: InputFile, source: str) -> None:
    book = openpyxl.load_workbook(file.path)
    names = [field.name for field in layout_of(source).fields]
    for name, value in TYPED[source].items():
        book[source].cell(3, names.index(name) + 1).value = value
    book.save(file.path)


@pytest.mark.parametrize("source", SOURCES)
def test_a_filled_template_is_read_under_the_names_of_its_fields(made, source):
    file = made(source)
    fill(file, source)
    extract = read_extract(file, layout_of(source))
    assert list(extract.rows) == [field.name for field in layout_of(source).fields]
    assert list(extract.rows.index) == [3]
    row = extract.rows.loc[3]
    assert {name: text for name, text in row.items() if text} == TYPED[source]
    assert extract.notes == ()


@pytest.mark.parametrize("source", SOURCES)
def test_every_required_field_of_the_layout_is_typed_above(source):
    assert set(TYPED[source]) == {f.name for f in layout_of(source).fields if f.required}


@pytest.mark.parametrize("source", SOURCES)
def test_a_template_as_made_is_told_from_one_with_a_row(made, source):
    file = made(source)
    assert is_unfilled_template(read_grids(file))
    openpyxl.load_workbook(file.path).save(file.path)  # opened and saved, nothing typed
    assert is_unfilled_template(read_grids(file))
    fill(file, source)
    assert not is_unfilled_template(read_grids(file))


def test_an_export_without_rows_is_no_template(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["Person ID", "Pay grade", "Ethnic origin"])
    book.save(tmp_path / "workforce.xlsx")
    file = InputFile(tmp_path / "workforce.xlsx", "workforce.xlsx", "wres check RXX 2025")
    assert not is_unfilled_template(read_grids(file))


@pytest.mark.parametrize("source", SOURCES)
def test_columns_are_text_so_that_excel_changes_no_code(made, source):
    sheet = openpyxl.load_workbook(made(source).path)[source]
    text = [
        column
        for one in sheet.column_dimensions.values()
        if one.number_format == "@"
        for column in range(one.min, one.max + 1)
    ]
    assert text == [place for place, _ in enumerate(layout_of(source).fields, start=1)]


def test_the_first_row_says_what_the_file_is_and_the_second_holds_the_headings(made):
    sheet = openpyxl.load_workbook(made("training").path)["training"]
    assert sheet["A1"].value.startswith(f"{TEMPLATE_NOTE}: training, RXX, 2025. ")
    assert [cell.value for cell in sheet[2]] == [
        "Person ID *",
        "Ethnic origin *",
        "Course",
        "Mandatory",
        "Attended on",
        "Status",
        "Pay grade",
        "Division",
        "Directorate",
        "Site",
    ]
    assert sheet.freeze_panes == "A3"
    assert sheet.max_row == 2


@pytest.mark.parametrize("source", SOURCES)
def test_each_column_has_its_help_in_a_comment_a_message_and_on_the_second_sheet(made, source):
    book = openpyxl.load_workbook(made(source).path)
    assert book.sheetnames == [source, "Help"]
    sheet = book[source]
    messages = {
        str(one.sqref).split(":", maxsplit=1)[0]: one
        for one in sheet.data_validations.dataValidation
    }
    for place, field in enumerate(layout_of(source).fields, start=1):
        which, text = (cell.value for cell in book["Help"][place + 2])
        assert which.endswith(f": {heading_of(source, field)}")
        assert text.startswith("Needed. ") == field.required
        assert sheet.cell(2, place).comment.text == text
        message = messages[sheet.cell(3, place).coordinate]
        assert message.showInputMessage
        assert message.prompt == text[:255]


@pytest.mark.parametrize(
    ("source", "name", "words"),
    [
        ("workforce", "primary", '"Yes,No"'),
        ("board", "membership", '"executive,non-executive"'),
        ("staff_survey", "scope", '"trust,benchmark"'),
    ],
)
def test_a_closed_vocabulary_is_offered_as_a_list(made, source, name, words):
    sheet = openpyxl.load_workbook(made(source).path)[source]
    column = [field.name for field in layout_of(source).fields].index(name) + 1
    cell = sheet.cell(3, column).coordinate
    (validation,) = (one for one in sheet.data_validations.dataValidation if cell in one.sqref)
    assert (validation.type, validation.formula1) == ("list", words)


def test_a_date_or_a_yes_may_be_typed_where_both_are_read(made):
    sheet = openpyxl.load_workbook(made("recruitment").path)["recruitment"]
    column = [field.name for field in layout_of("recruitment").fields].index("shortlisted") + 1
    cell = sheet.cell(3, column).coordinate
    (validation,) = (one for one in sheet.data_validations.dataValidation if cell in one.sqref)
    assert validation.type is None


def test_the_same_arguments_give_the_same_bytes():
    assert extract_template("board", "RXX", 2025) == extract_template("board", "RXX", 2025)
