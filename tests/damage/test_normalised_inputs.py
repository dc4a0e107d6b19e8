"""What is written otherwise but can mean one thing only is read, and counts the same."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pytest

from tests.damage.crosstabs_at_fault import CROSSTAB
from tests.damage.healthy import IDENTIFIER, ODS, YEAR, Trust, as_csv, table

Run = Callable[..., tuple[int, str, str]]
Change = Callable[[Trust], None]

BAND_4, BAND_5 = "NHS|XN04|Non Review Body Band 4", "NHS|XR05|Review Body Band 5"


@dataclass(frozen=True)
class Variant:
    """Another way of writing the same, and what a note must say of it (nothing: no note)."""

    change: Change
    noted: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.change.__name__


VARIANTS: list[Variant] = []


def noted(*words: str) -> Callable[[Change], Change]:
    def add(change: Change) -> Change:
        VARIANTS.append(Variant(change, words))
        return change

    return add


@noted("XN04")
def grade_code_alone(trust: Trust) -> None:
    trust.replace("workforce", BAND_4, "XN04", -1)


@noted("'band 5'")
def grade_in_small_letters(trust: Trust) -> None:
    trust.replace("workforce", BAND_5, "band 5", -1)


@noted()
def grade_with_blanks_around_it(trust: Trust) -> None:
    trust.replace("workforce", BAND_5, f"  {BAND_5}  ", -1)


@noted()
def utf_16_as_excel_writes_unicode_text(trust: Trust) -> None:
    text = as_delimited(trust.text("workforce"), "\t")
    trust.instead("workforce", "workforce.txt", text.encode("utf-16"))


@noted()
def utf_8_with_a_byte_order_mark(trust: Trust) -> None:
    trust.write("recruitment.csv", b"\xef\xbb\xbf" + trust.text("recruitment").encode())


@noted("Windows text")
def windows_encoding(trust: Trust) -> None:
    trust.replace("training", "Coaching", "Café coaching")
    trust.write("training.csv", trust.text("training").encode("cp1252"))


@noted()
def semicolons_in_place_of_commas(trust: Trust) -> None:
    trust.write("workforce.csv", as_delimited(trust.text("workforce"), ";"))


@noted()
def separator_declared_in_the_first_line(trust: Trust) -> None:
    trust.write("workforce.csv", "sep=|\n" + as_delimited(trust.text("workforce"), "|"))


@noted()
def tabs_in_a_tsv(trust: Trust) -> None:
    text = as_delimited(trust.text("disciplinary"), "\t")
    trust.instead("disciplinary", "disciplinary.tsv", text)


@noted()
def windows_line_ends(trust: Trust) -> None:
    trust.write("workforce.csv", trust.text("workforce").replace("\n", "\r\n"))


@noted()
def workbook_of_text(trust: Trust) -> None:
    trust.workbook("workforce")


@noted()
def workbook_with_a_cover_sheet(trust: Trust) -> None:
    def cover(sheet: Any) -> None:
        page = sheet.parent.create_sheet("Cover", 0)
        page.append(["Staff in post, 31 March 2024"])

    trust.workbook("workforce", cover)


@noted()
def dates_as_a_workbook_stores_them(trust: Trust) -> None:
    def native(sheet: Any) -> None:
        for row in range(2, sheet.max_row + 1):
            cell = sheet.cell(row, 3)
            cell.value = datetime.strptime(str(cell.value), "%d/%m/%Y")

    trust.workbook("disciplinary", native)


@noted()
def date_of_a_year_first(trust: Trust) -> None:
    trust.replace("recruitment", "13/06/2023", "2023-06-13", -1)


@noted()
def date_with_the_name_of_its_month(trust: Trust) -> None:
    trust.replace("recruitment", "13/06/2023", "13-Jun-23", -1)


@noted()
def date_with_a_time_of_day(trust: Trust) -> None:
    trust.replace("recruitment", "13/06/2023", "13/06/2023 14:05:00", -1)


@noted()
def month_first_where_the_trust_says_so(trust: Trust) -> None:
    for source in ("recruitment", "training", "disciplinary"):
        for old, new in (
            ("13/06/2023", "06/13/2023"),
            ("20/11/2023", "11/20/2023"),
            ("15/01/2024", "01/15/2024"),
        ):
            text = trust.text(source).replace(old, new)
            trust.write(f"{source}.csv", text)
    trust.settings("settings:\n  extracts:\n    dates: month first\n")


@noted("total")
def total_row_at_the_end(trust: Trust) -> None:
    trust.add("workforce", "Total,,,,,,,,,,,30.0")


@noted()
def titles_above_the_header(trust: Trust) -> None:
    titles = "Staff in post,,,,,,,,,,,\nRun on 02/04/2024,,,,,,,,,,,\n,,,,,,,,,,,\n"
    trust.write("workforce.csv", titles + trust.text("workforce"))


@noted()
def blank_rows_in_between(trust: Trust) -> None:
    head, *body = trust.text("workforce").splitlines()
    trust.write("workforce.csv", "\n".join([head, body[0], ",,,,,,,,,,,", "", *body[1:]]) + "\n")


@noted("Shoe Size")
def column_that_nothing_needs(trust: Trust) -> None:
    rows = table(trust.text("board"))
    trust.write("board.csv", as_csv([rows[0] + ["Shoe Size"], *[[*row, "9"] for row in rows[1:]]]))


@noted()
def heading_with_other_case_and_underscores(trust: Trust) -> None:
    trust.replace("workforce", "Employee Number", "EMPLOYEE_NUMBER")


@noted()
def heading_that_the_trust_has_named(trust: Trust) -> None:
    trust.replace("training", "Employee Number", "Who")
    trust.settings("settings:\n  extracts:\n    headings:\n      training: {Who: person}\n")


@noted()
def local_grade_that_the_trust_has_named(trust: Trust) -> None:
    trust.replace("workforce", BAND_4, "LOC|TUPE 3|Local", -1)
    trust.settings('settings:\n  extracts:\n    grades: {"LOC|TUPE 3|Local": "4"}\n')


@noted()
def ethnic_code_without_its_words(trust: Trust) -> None:
    trust.replace("workforce", "A White - British", "A", -1)


@noted()
def ethnic_words_without_their_code(trust: Trust) -> None:
    trust.replace("workforce", "K Bangladeshi", "Bangladeshi", -1)


@noted()
def blank_ethnicity_is_unknown(trust: Trust) -> None:
    trust.replace("workforce", "Z Not Stated", "", -1)


@noted()
def words_for_unknown_that_begin_like_codes(trust: Trust) -> None:
    trust.replace("recruitment", "Z Not Stated", "Declined", -1)


@noted()
def flags_of_one_letter(trust: Trust) -> None:
    text = trust.text("recruitment").replace(",Yes", ",Y").replace(",No", ",N")
    trust.write("recruitment.csv", text)


@noted()
def flags_as_a_workbook_writes_them(trust: Trust) -> None:
    text = trust.text("recruitment").replace(",Yes", ",TRUE").replace(",No", ",FALSE")
    trust.write("recruitment.csv", text)


@noted()
def share_with_its_sign(trust: Trust) -> None:
    trust.replace("staff_survey", ",25,", ",25%,", -1)


@noted()
def crosstab_of_the_same_people(trust: Trust) -> None:
    trust.write("workforce.csv", CROSSTAB)


def as_delimited(text: str, mark: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=mark, lineterminator="\n").writerows(table(text))
    return out.getvalue()


def figures(run: Run) -> str:
    code, out, _ = run("indicators", ODS, str(YEAR), "--profile", "internal", "--format", "csv")
    assert code == 0
    return out


def without_details(text: str) -> str:
    return "".join(line for line in text.splitlines(True) if ",ethnic_group=" not in line)


@pytest.fixture(scope="module")
def known() -> dict[str, str]:
    """Keep the figures of the healthy trust, which is the same before every variant."""
    return {}


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.name)
def test_variant_is_read_with_a_note_where_one_is_due_and_counts_the_same(
    variant: Variant, trust: Trust, run: Run, known: dict[str, str]
) -> None:
    healthy = known["healthy"] = known.get("healthy") or figures(run)
    variant.change(trust)
    code, out, err = run("check", ODS, str(YEAR))
    assert code == 0, out + err
    assert "0 errors, 0 warnings" in out
    notes = "\n".join(line for line in out.splitlines() if line.startswith("note:"))
    assert all(word in notes for word in variant.noted)
    assert not IDENTIFIER.search(out + err)
    # A crosstab knows the three groups only.
    same = without_details if variant.change is crosstab_of_the_same_people else str
    assert same(figures(run)) == same(healthy)
