from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter

from wres.audit.claim import Claim
from wres.audit.claims_table import COLUMNS, read_claims, template, write_claims
from wres.audit.confirming import confirm
from wres.errors import InputError


def table(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "claims.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_template_has_every_column() -> None:
    assert template().strip().split(",") == [column.name for column in COLUMNS]


def test_a_row_is_read_with_its_decimals(tmp_path: Path) -> None:
    path = table(
        tmp_path,
        "place,indicator,measure,group,year,value,numerator\n"
        'page 4,2,relative_likelihood,white,2020/21,1.50,"1,639"\n',
    )
    (claim,) = read_claims(path)
    assert (claim.value, claim.year, claim.group, claim.numerator, claim.row) == (
        "1.50", 2021, "White", 1639, 2,
    )  # fmt: skip


def test_a_workbook_is_read_as_well(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "claims.xlsx"))
    sheet = book.add_worksheet()
    for row, cells in enumerate([("place", "measure", "value"), ("page 4", "share", "11.50%")]):
        for column, cell in enumerate(cells):
            sheet.write_string(row, column, cell)
    book.close()
    assert [claim.value for claim in read_claims(tmp_path / "claims.xlsx")] == ["11.50%"]


def test_every_fault_is_located_at_once(tmp_path: Path) -> None:
    path = table(
        tmp_path,
        "place,indicator,measure,group,value,numerator,year\n"
        "page 4,12,ratio,Asian,high,-3,20\n"
        "page 5,2,,White,1.48,,\n",
    )
    with pytest.raises(InputError) as fault:
        read_claims(path)
    told = {(problem.row, problem.column) for problem in fault.value.problems}
    assert told == {
        (2, "indicator"), (2, "measure"), (2, "group"), (2, "value"), (2, "numerator"),
        (2, "year"), (3, "measure"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("place,valeu\npage 4,1\n", "perhaps value"),
        ("text,value\nx,1\n", "column is missing"),
        ("place,value\n", "must have rows"),
        ("place,place\na,b\n", "name each column once"),
    ],
)
def test_the_schema_is_closed(tmp_path: Path, text: str, why: str) -> None:
    with pytest.raises(InputError, match=why):
        read_claims(table(tmp_path, text))


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    claims = [
        Claim(place="page 4", text='A, "quoted"\nline', measure="share", value="11.50%", year=2020),
        Claim(place="page 5", direction="improved"),
    ]
    write_claims(claims, tmp_path / "claims.csv")
    back = read_claims(tmp_path / "claims.csv")
    assert [(c.place, c.value, c.year, c.direction) for c in back] == [
        ("page 4", "11.50%", 2020, ""), ("page 5", "", None, "improved"),
    ]  # fmt: skip


def test_confirmed_rows_are_audited_as_corrected_and_the_others_left_out() -> None:
    candidates = [
        Claim(place=f"page {n}", text=f"text {n}", value=str(n), measure="share", origin="table")
        for n in range(4)
    ]
    rows = [
        candidates[0].but(confirmed="yes", origin="", group="BME"),
        candidates[1].but(confirmed="no", origin=""),
        candidates[2].but(origin=""),
    ]
    joined = confirm(candidates, rows)
    assert [(c.value, c.group, c.origin) for c in joined.claims] == [("0", "BME", "table")]
    assert (joined.left_out, joined.struck_out) == (1, 1)
    assert joined.struck == {"text 1"}


def test_where_nothing_is_confirmed_all_is_audited() -> None:
    rows = [Claim(place="page 1", value="1"), Claim(place="page 2", value="2")]
    assert len(confirm(rows, rows).claims) == 2
