"""Files that are not what they seem, or in which no table can be found."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import Any

import openpyxl

from tests.damage.damages import Damages
from tests.damage.healthy import Trust, as_csv, table

FILES = Damages()

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HTML = (
    "<!DOCTYPE html>\n<html><head><title>Session expired</title></head><body>Log in</body></html>"
)


def zipped(**members: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), text)
    return out.getvalue()


def saved(trust: Trust, source: str) -> bytes:
    """Give an extract as the bytes of a workbook."""
    trust.workbook(source)
    path = trust.extracts / f"{source}.xlsx"
    content = path.read_bytes()
    path.unlink()
    return content


@FILES.at("workforce.csv", "must not be empty")
def csv_of_0_bytes(trust: Trust) -> None:
    trust.write("workforce.csv", b"")


@FILES.at("workforce.xlsx", "must not be empty")
def workbook_of_0_bytes(trust: Trust) -> None:
    trust.instead("workforce", "workforce.xlsx", b"")


@FILES.at("workforce.csv", "must not be empty")
def csv_of_blank_lines(trust: Trust) -> None:
    trust.write("workforce.csv", "\n\n  \n,,,\n")


@FILES.at("workforce.csv", "rows")
def csv_of_a_header_only(trust: Trust) -> None:
    trust.write("workforce.csv", trust.text("workforce").splitlines()[0] + "\n")


@FILES.at("workforce.xlsx", "must not be empty", "'Export'")
def workbook_of_an_empty_sheet(trust: Trust) -> None:
    trust.workbook("workforce", lambda sheet: sheet.delete_rows(1, sheet.max_row))


@FILES.at("recruitment.csv", "web page")
def error_page_saved_as_csv(trust: Trust) -> None:
    trust.write("recruitment.csv", HTML)


@FILES.at("recruitment.xls", "web page")
def html_table_saved_as_old_workbook(trust: Trust) -> None:
    page = "<html><table><tr><th>Applicant ID</th></tr><tr><td>AX80001</td></tr></table></html>"
    trust.instead("recruitment", "recruitment.xls", page)


@FILES.at("training.xlsx", "PDF")
def pdf_saved_as_workbook(trust: Trust) -> None:
    trust.instead("training", "training.xlsx", b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n")


@FILES.at("workforce.csv", "Excel workbook", "named .csv")
def workbook_renamed_to_csv(trust: Trust) -> None:
    trust.write("workforce.csv", saved(trust, "workforce"))


@FILES.at("workforce.xlsx", "plain text", "named .xlsx")
def csv_renamed_to_workbook(trust: Trust) -> None:
    trust.instead("workforce", "workforce.xlsx", trust.text("workforce"))


@FILES.at("workforce.xlsx", "damaged or cut short")
def workbook_cut_short_by_a_failed_copy(trust: Trust) -> None:
    content = saved(trust, "workforce")
    trust.write("workforce.xlsx", content[: len(content) // 2])


@FILES.at("workforce.xlsx", "damaged")
def workbook_with_damaged_bytes_inside(trust: Trust) -> None:
    content = bytearray(saved(trust, "workforce"))
    with zipfile.ZipFile(io.BytesIO(bytes(content))) as archive:
        start = archive.getinfo("xl/worksheets/sheet1.xml").header_offset + 80
    content[start : start + 400] = bytes(400)
    trust.write("workforce.xlsx", bytes(content))


@FILES.at("workforce.xlsx", "zip file without")
def zip_of_something_else_named_workbook(trust: Trust) -> None:
    trust.instead("workforce", "workforce.xlsx", zipped(readme_dot_txt="PX70001"))


@FILES.at("board.xlsx", "Word document")
def word_document_named_workbook(trust: Trust) -> None:
    trust.instead("board", "board.xlsx", zipped(word__document_dot_xml="<document/>"))


@FILES.at("workforce.xlsx", "password")
def workbook_locked_by_a_password(trust: Trust) -> None:
    locked = OLE + bytes(1016) + "EncryptedPackage".encode("utf-16-le") + bytes(512)
    trust.instead("workforce", "workforce.xlsx", locked)


@FILES.at("workforce.xlsx", "times its size")
def workbook_that_unzips_to_far_more_than_it_should(trust: Trust) -> None:
    content = saved(trust, "workforce")
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as before,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for member in before.infolist():
            after.writestr(member.filename, before.read(member))
        after.writestr("xl/worksheets/sheet2.xml", b" " * 50_000_000)
    trust.write("workforce.xlsx", out.getvalue())


@FILES.at("workforce.xlsx", "5 million cells", "sheet 'Export'")
def sheet_formatted_down_to_its_last_row(trust: Trust) -> None:
    def far(sheet: Any) -> None:
        sheet.cell(1_048_576, 40, "x")

    trust.workbook("workforce", far)


@FILES.at("disciplinary.csv", "NUL bytes")
def csv_with_nul_bytes(trust: Trust) -> None:
    trust.write("disciplinary.csv", trust.text("disciplinary").encode() + b"PX70001,\x00\x00\n")


@FILES.at("disciplinary.csv", "cut short")
def utf_16_cut_in_the_middle_of_a_letter(trust: Trust) -> None:
    trust.write("disciplinary.csv", trust.text("disciplinary").encode("utf-16")[:-1])


@FILES.at("disciplinary.csv", "quotation marks")
def csv_with_an_open_quotation_mark(trust: Trust) -> None:
    trust.replace("disciplinary", "Dismissed", '"Dismissed')


@FILES.at("training.csv", "cells")
def csv_row_with_a_comma_too_many(trust: Trust) -> None:
    trust.replace("training", "Coaching", "Coaching, part 1")


@FILES.at("workforce", "one file", "workforce.csv and workforce.xlsx")
def same_extract_twice(trust: Trust) -> None:
    text = trust.text("workforce")
    trust.workbook("workforce")
    trust.write("workforce.csv", text)


@FILES.at("worforce.csv", "unknown file", "perhaps workforce.csv")
def extract_with_a_misspelt_name(trust: Trust) -> None:
    trust.instead("workforce", "worforce.csv", trust.text("workforce"))


@FILES.at("board.xlsm", "must be one of", ".xlsx")
def workbook_with_macros(trust: Trust) -> None:
    trust.instead("board", "board.xlsm", saved(trust, "training"))


@FILES.at("workforce.xlsx, sheet 'Export'", "formula")
def workbook_of_formulas_that_were_never_calculated(trust: Trust) -> None:
    def formulas(sheet: Any) -> None:
        for row in range(2, sheet.max_row + 1):
            sheet.cell(row, 8, f'="NHS|XR0"&{row % 7}')

    trust.workbook("workforce", formulas)


@FILES.at("workforce.xlsx, sheet 'Export' row 5, column Ethnic Origin", "#N/A")
def cell_with_an_error_of_excel(trust: Trust) -> None:
    def error(sheet: Any) -> None:
        sheet.cell(5, 9).value = "#N/A"
        sheet.cell(5, 9).data_type = "e"

    trust.workbook("workforce", error)


@FILES.at("workforce.xlsx", "'Export'", "'Copy'")
def two_sheets_that_both_fit(trust: Trust) -> None:
    def copy(sheet: Any) -> None:
        sheet.parent.copy_worksheet(sheet).title = "Copy"

    trust.workbook("workforce", copy)


@FILES.at("workforce.xlsx", "sheet 'Cover'", "3 unknown headings")
def workbook_without_the_right_sheet(trust: Trust) -> None:
    def notes_only(sheet: Any) -> None:
        sheet.delete_rows(1, sheet.max_row)
        sheet.append(["Notes", "Date run", "Employee of the month"])
        sheet.append(["ESR export", "31/03/2024", "none"])

    trust.workbook("workforce", notes_only, sheet="Cover")


@FILES.at("recruitment.csv", "'Person' and 2 unknown headings")
def another_table_altogether(trust: Trust) -> None:
    trust.write("recruitment.csv", "Person,Colour,Wheels\n1,red,4\n")


@FILES.at("workforce.csv", "pay_grade")
def extract_without_pay_grades(trust: Trust) -> None:
    trust.without("workforce", "Pay Grade")


@FILES.at("recruitment.csv", "ethnic_origin")
def extract_without_ethnicity(trust: Trust) -> None:
    trust.without("recruitment", "Ethnic Origin")


@FILES.at("training.csv row 1", "no column for person", "'Who'")
def extract_whose_person_column_has_an_unknown_name(trust: Trust) -> None:
    trust.replace("training", "Employee Number", "Who")


@FILES.at("workforce.csv", "Pay Grade")
def heading_twice_with_different_values(trust: Trust) -> None:
    rows = table(trust.text("workforce"))
    doubled = [[*row, row[7]] for row in rows]
    doubled[3][-1] = "NHS|XR07|Review Body Band 7"
    trust.write("workforce.csv", as_csv(doubled))


@FILES.at("workforce.csv", "Pay Grade", "Grade")
def two_headings_of_one_field_with_different_values(trust: Trust) -> None:
    rows = table(trust.text("workforce"))
    added = [[*row, "NHS|XR07|Review Body Band 7"] for row in rows]
    added[0][-1] = "Grade"
    trust.write("workforce.csv", as_csv(added))


@FILES.at("workforce.xlsx, sheet 'Export' row 1", "no column for ethnic_origin")
def headings_merged_over_two_columns(trust: Trust) -> None:
    trust.workbook("workforce", lambda sheet: sheet.merge_cells("H1:I1"))


@FILES.at("workforce.xlsx, sheet 'Export'", "merged")
def cells_merged_down_a_column(trust: Trust) -> None:
    trust.workbook("workforce", lambda sheet: sheet.merge_cells("H2:H8"))


@FILES.at("workforce.csv", "no heading that is known", "no row of headings")
def extract_without_its_header(trust: Trust) -> None:
    trust.write("workforce.csv", trust.text("workforce").partition("\n")[2])


@FILES.at("workforce.csv", "is not recognised", problems=None)
def values_that_slipped_one_column_to_the_left(trust: Trust) -> None:
    head, *body = table(trust.text("workforce"))
    trust.write("workforce.csv", as_csv([head, *([*row[1:], ""] for row in body)]))


@FILES.at("workforce.csv row 2, column Ethnic Origin", "another column")
def names_under_the_heading_of_ethnicity(trust: Trust) -> None:
    trust.replace("workforce", "Ethnic Origin", "Colour")
    trust.replace("workforce", "Surname", "Ethnic Origin")


@FILES.at("workforce.xlsx, sheet 'Export' row 5", "date")
def band_that_excel_made_a_date(trust: Trust) -> None:
    def made_date(sheet: Any) -> None:
        sheet.cell(5, 8).value = date(2024, 8, 1)

    trust.workbook("workforce", made_date)


@FILES.at("staff_survey.xlsx, sheet 'Export' row 4, column Percent", "from 0 to 100")
def number_that_excel_made_a_date(trust: Trust) -> None:
    def made_date(sheet: Any) -> None:
        sheet.cell(4, 5).value = date(2024, 5, 25)

    trust.workbook("staff_survey", made_date)


@FILES.at("workforce.xlsx", "must not be empty")
def workbook_of_a_chart_alone(trust: Trust) -> None:
    book = openpyxl.Workbook()
    book.create_chartsheet("Chart")
    del book["Sheet"]
    out = io.BytesIO()
    book.save(out)
    trust.instead("workforce", "workforce.xlsx", out.getvalue())
