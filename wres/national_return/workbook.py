"""The return as a workbook: a cover, then one sheet a section with one table each.

Every text is written as text, so nothing in it can become a formula or a link, and every date in
the file is that of the snapshot, so the same figures give the same bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import pandas as pd
import xlsxwriter

from wres.errors import RenderError
from wres.national_return.build import BLANK, NEEDS_REASON, THEIRS_ONLY
from wres.national_return.fields import field_map_version, fields_in, is_verified
from wres.national_return.saved import save_return
from wres.sources import TrustYear

__all__ = ["FICTIONAL", "MARKING", "write_return"]

MARKING: Final = "INTERNAL - contains small counts, for submission to NHS England only"
FICTIONAL: Final = "FICTIONAL - these are not figures of a real organisation"
_UNVERIFIED: Final = (
    "Not verified: the numbers, order and labels of the fields were not held against the form "
    "itself. Compare them with this year's form before you copy figures across."
)
_LONGEST: Final = 32_767  # characters that a cell can hold
# Column of the frame, heading, width in characters.
_TABLE: Final = (
    ("field", "Field", 8),
    ("label", "Label", 48),
    ("group", "Group", 11),
    ("unit", "Unit", 12),
    ("ours", "Ours", 11),
    ("prepopulated", "Pre-populated", 15),
    ("difference", "Difference", 12),
    ("reason", "Reason", 55),
    ("status", "Status", 21),
)
_NUMBERS: Final = ("ours", "prepopulated", "difference")


@dataclass
class _Styles:
    heading: Any
    marking: Any
    header: Any
    text: Any
    alert: Any
    numbers: dict[str, Any]


def write_return(
    frame: pd.DataFrame,
    trust_year: TrustYear,
    path: Path,
    csv: Path | None = None,
    earlier: pd.DataFrame | None = None,
) -> None:
    """Write the return as a workbook, and as plain csv if asked.

    Parameters
    ----------
    frame : DataFrame
        As `build_return` gives it.
    trust_year : TrustYear
        For the trust's name and year.
    path : Path
        The workbook; its folder is made if there is none.
    csv : Path, optional
        `return.csv` of the year's folder, to hold later figures against.
    earlier : DataFrame, optional
        The return that stood at `csv`, whose reasons are kept.

    Raises
    ------
    RenderError
        A file can't be written.
    """
    content = _workbook(frame, trust_year)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        if csv is not None:
            save_return(frame, csv, earlier)
    except OSError as fault:
        named = fault.filename or path
        why = fault.strerror or type(fault).__name__
        raise RenderError(
            f"{named} can't be written ({why}). Close it if it is open in Excel, and run again."
        ) from None


def _workbook(frame: pd.DataFrame, trust_year: TrustYear) -> bytes:
    content = BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    book.set_properties(_properties(trust_year))
    styles = _styles(book)
    markings = [MARKING, *([FICTIONAL] if trust_year.trust.fictional else [])]
    _write_cover(_sheet(book, "Cover", markings), styles, markings, _cover(frame, trust_year))
    titles = {field.sheet: field.title for field in fields_in(trust_year.year)}
    for place, (name, title) in enumerate(titles.items(), start=1):
        rows = frame[frame["section"].eq(name)]
        _write_section(_sheet(book, name, markings), styles, [title, *markings], rows, place)
    book.close()
    return content.getvalue()


def _properties(trust_year: TrustYear) -> dict[str, Any]:
    return {
        "title": f"WRES data return {trust_year.year}: {trust_year.trust.name}",
        "subject": "Workforce Race Equality Standard, national data return",
        "comments": MARKING,
        "created": datetime(trust_year.year, 3, 31),
    }


def _styles(book: Any) -> _Styles:
    base = {"font_name": "Arial", "font_size": 11, "valign": "top"}
    number = {**base, "align": "right"}
    return _Styles(
        heading=book.add_format({**base, "font_size": 14, "bold": True}),
        marking=book.add_format({**base, "bold": True}),
        header=book.add_format({**base, "bold": True, "text_wrap": True, "bottom": 1}),
        text=book.add_format({**base, "text_wrap": True}),
        alert=book.add_format({**base, "text_wrap": True, "bold": True}),
        numbers={
            "whole": book.add_format({**number, "num_format": "#,##0"}),
            "decimal": book.add_format({**number, "num_format": "#,##0.0##"}),
        },
    )


def _sheet(book: Any, name: str, markings: list[str]) -> Any:
    sheet = book.add_worksheet(name)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.hide_gridlines(0)
    sheet.set_header(f"&L{'. '.join(markings)}")
    sheet.set_footer("&L&A&RPage &P of &N")
    return sheet


def _cover(frame: pd.DataFrame, trust_year: TrustYear) -> list[tuple[str, str]]:
    trust, year = trust_year.trust, trust_year.year
    verified = "Every line was held against the form." if is_verified() else _UNVERIFIED
    return [
        ("Trust", trust.name),
        ("ODS code", trust.ods_code),
        ("Reporting year", f"{year}: staff on 31 March {year}"),
        ("Version of the field map", field_map_version()),
        ("Field map", verified),
        ("Fields", str(len(frame))),
        ("Fields without a figure", str(int(frame["ours"].isna().sum()))),
        ("Fields that need a reason", str(int(frame["status"].eq(NEEDS_REASON).sum()))),
        *_HOW_TO_USE,
    ]


_HOW_TO_USE: Final = [
    (
        "How to use: copy",
        "Each sheet is a section of the form, each row a field of it. Ours is the figure to copy.",
    ),
    (
        "How to use: verify",
        "Pre-populated figures arrived with the form, from ESR. Put them into prepopulated.csv in "
        "the year's folder (field, value, reason); where ours differs, give the reason there.",
    ),
    (
        "How to use: blanks",
        "A blank is never a zero: the reason says why there is no figure. Bands supplied only "
        "together can't fill the fields of single bands.",
    ),
    (
        "How to use: later",
        "What is published later must equal what was submitted, or say why in the column reason "
        "of return.csv.",
    ),
]


def _write_cover(
    sheet: Any, styles: _Styles, markings: list[str], facts: list[tuple[str, str]]
) -> None:
    first = _write_headings(sheet, styles, ["WRES data return", *markings])
    columns = [{"header": name, "header_format": styles.header} for name in ("Item", "What it is")]
    _add_table(sheet, first, len(facts), columns, "cover")
    for row, (item, text) in enumerate(facts, start=first + 1):
        sheet.write_string(row, 0, item, styles.marking)
        sheet.write_string(row, 1, text[:_LONGEST], styles.text)
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 90)


def _write_section(
    sheet: Any, styles: _Styles, headings: list[str], rows: pd.DataFrame, place: int
) -> None:
    first = _write_headings(sheet, styles, headings)
    columns = [{"header": title, "header_format": styles.header} for _, title, _ in _TABLE]
    _add_table(sheet, first, len(rows), columns, f"section_{place}")
    for at, (_, row) in enumerate(rows.iterrows(), start=first + 1):
        for column, (name, _, _) in enumerate(_TABLE):
            _write_cell(sheet, styles, (at, column), name, row)
    for column, (_, _, width) in enumerate(_TABLE):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(first + 1, 1)
    sheet.repeat_rows(first)


def _write_headings(sheet: Any, styles: _Styles, headings: list[str]) -> int:
    """Write title and markings from A1 down; give the row of the table's header."""
    sheet.write_string(0, 0, headings[0], styles.heading)
    for row, text in enumerate(headings[1:], start=1):
        sheet.write_string(row, 0, text, styles.marking)
    return len(headings)


def _add_table(sheet: Any, first: int, rows: int, columns: list[Any], name: str) -> None:
    options = {"columns": columns, "name": name, "autofilter": False, "style": None}
    sheet.add_table(first, 0, first + rows, len(columns) - 1, options)


def _write_cell(
    sheet: Any, styles: _Styles, place: tuple[int, int], name: str, row: pd.Series
) -> None:
    value = row[name]
    if pd.isna(value) or value == "":
        sheet.write_blank(*place, None, styles.text)
    elif name in _NUMBERS:
        style = styles.numbers["whole" if float(value).is_integer() else "decimal"]
        sheet.write_number(*place, float(value), style)
    else:
        style = styles.alert if value in (NEEDS_REASON, THEIRS_ONLY, BLANK) else styles.text
        sheet.write_string(*place, str(value)[:_LONGEST], style)
