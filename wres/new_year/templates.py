"""Templates of extracts: workbooks with the columns of a layout, their help in place.

The first row of a template is a note, the second its headings. Every cell below is text, so that
Excel turns no band into a date and no code into a number.
"""

from __future__ import annotations

from datetime import datetime
from importlib import import_module
from io import BytesIO
from typing import Any, Final

import xlsxwriter

from wres.definitions.headings import load_headings
from wres.extracts.contract import Field, Layout
from wres.extracts.templates import TEMPLATE_NOTE

__all__ = ["extract_template", "heading_of", "layout_of"]

HELP: Final = "Help"
_LAST_ROW: Final = 30_000  # more rows than any trust has, for input messages and lists
_TEXT_FORMAT: Final = 49  # Excel's own number of the format Text
_YES_NO: Final = ("Yes", "No")
# Fields that hold one of a few words only. Those that hold a date too (`shortlisted`), or whatever
# a system writes (`stage`), are not here.
_CLOSED: Final[dict[tuple[str, str], tuple[str, ...]]] = {
    ("workforce", "primary"): _YES_NO,
    ("recruitment", "withdrawn"): _YES_NO,
    ("recruitment", "source"): ("Internal", "External", "International"),
    ("recruitment", "international"): _YES_NO,
    ("disciplinary", "formal"): _YES_NO,
    ("training", "mandatory"): _YES_NO,
    ("staff_survey", "scope"): ("trust", "benchmark"),
    ("staff_survey", "ethnicity"): ("White", "BME"),
    ("staff_survey", "base"): ("don't know excluded", "don't know included"),
    ("board", "membership"): ("executive", "non-executive"),
    ("board", "voting"): _YES_NO,
}


def layout_of(source: str) -> Layout:
    """Give the layout of a source's extract."""
    layout: Layout = import_module(f"wres.extracts.{source}").LAYOUT
    return layout


def heading_of(source: str, field: Field) -> str:
    """Give the heading that the template writes over a field.

    Examples
    --------
    >>> heading_of("workforce", Field("pay_grade", "")), heading_of("board", Field("member", ""))
    ('Pay grade', 'Member ID')
    """
    aliases = load_headings().extracts.get(source, {}).get(field.name, ())
    ours = [alias.heading for alias in aliases if alias.system == "template"]
    plain = field.name.replace("_", " ")
    return ours[0] if ours else "FTE" if plain == "fte" else plain.capitalize()


def extract_template(source: str, organisation: str, year: int) -> bytes:
    """Make the workbook; the same arguments give the same bytes."""
    layout = layout_of(source)
    content = BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    title = f"{source.replace('_', ' ')}, {organisation}, {year}"
    book.set_properties({"title": f"WRES extract: {title}", "created": datetime(year, 3, 31)})
    _write_rows_sheet(book, layout, f"{TEMPLATE_NOTE}: {title}. {_ADVICE}")
    _write_help_sheet(book, layout, f"Columns of the extract: {title}")
    book.close()
    return content.getvalue()


_ADVICE: Final = (
    "One row each from row 3 down; columns marked * are needed, others may stay blank or be "
    "removed. Column help: sheet Help, and the headings' comments. Every cell is text: paste "
    "values only."
)


def _write_rows_sheet(book: Any, layout: Layout, note: str) -> None:
    sheet = book.add_worksheet(layout.source)
    text = book.add_format({"num_format": _TEXT_FORMAT})
    bold = book.add_format({"bold": True, "bottom": 1, "num_format": _TEXT_FORMAT})
    sheet.write_string(0, 0, note)
    for column, field in enumerate(layout.fields):
        heading = heading_of(layout.source, field)
        sheet.set_column(column, column, max(14, len(heading) + 4), text)
        sheet.write_string(1, column, heading + " *" * field.required, bold)
        sheet.write_comment(1, column, _help_text(layout.source, field), {"author": "wres"})
        sheet.data_validation(2, column, _LAST_ROW, column, _validation(layout.source, field))
    sheet.freeze_panes(2, 0)


def _validation(source: str, field: Field) -> dict[str, Any]:
    # Excel takes no title above 32 characters and no message above 255
    message = {
        "input_title": heading_of(source, field)[:32],
        "input_message": _help_text(source, field)[:255],
    }
    words = _CLOSED.get((source, field.name))
    if words is None:
        return {"validate": "any", **message}
    accepted = f"Choose one of: {', '.join(words)}; or leave the cell blank."
    return {"validate": "list", "source": list(words), "error_message": accepted, **message}


def _help_text(source: str, field: Field) -> str:
    needed = "Needed. " if field.required else ""
    words = _CLOSED.get((source, field.name))
    accepted = f" One of: {', '.join(words)}." if words else ""
    meaning = field.meaning[:1].upper() + field.meaning[1:]
    secret = " Used to count people once; never stored or printed." if field.identifier else ""
    return f"{needed}{meaning.replace('`', '').rstrip('. ')}.{accepted}{secret}"


def _write_help_sheet(book: Any, layout: Layout, title: str) -> None:
    sheet = book.add_worksheet(HELP)
    bold = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.write_string(0, 0, title, book.add_format({"bold": True}))
    for column, (heading, width) in enumerate((("Which column", 32), ("What it holds", 90))):
        sheet.write_string(1, column, heading, bold)
        sheet.set_column(column, column, width)
    for row, field in enumerate(layout.fields, start=2):
        # not the bare heading: a row of this sheet would be taken for the header of the extract
        which = f"{chr(ord('A') + row - 2)}: {heading_of(layout.source, field)}"
        sheet.write_string(row, 0, which, wrapped)
        sheet.write_string(row, 1, _help_text(layout.source, field), wrapped)
    sheet.freeze_panes(2, 0)
