"""The workbook written: gptables' layout, filled with the tables of the report's page."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pandas as pd

from wres.render.embedded import render_loose
from wres.render.workbook.fitting import fit, fit_cover, show_whole, text_of
from wres.render.workbook.numbers import as_number
from wres.render.workbook.page import Page, PrintedTable, read_page
from wres.render.workbook.words import (
    BLANK,
    DASH,
    NOTHING,
    SYMBOLS,
    said_of,
    sheet_name,
    symbols_in,
)

__all__ = ["render_workbook"]

_NO_MARKUP = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_MADE = datetime(2000, 1, 1)  # no date: the same figures give the same bytes on any day
_LONGEST_HEADING = 255  # Excel takes no longer one in a table
# As many letters of 12 points as stand between the margins of an upright A4 page.
_COVER_WIDTH = 70
_ONE_TABLE = "This worksheet contains one table."
_NOTES = f"{_ONE_TABLE} Symbols in it are explained on the worksheet Notes."


def render_workbook(staged: Path, output: Path, page: Path | None = None) -> Path:
    """Write the tables of a staged report into a workbook.

    Parameters
    ----------
    staged : Path
        Folder with report.qmd, _quarto.yml, assets/ and executed notebooks/.
    output : Path
        Folder that receives tables.xlsx.
    page : Path, optional
        The report's page as the embedded renderer made it of this folder; else it is made.

    Returns
    -------
    Path
        The workbook: the same bytes for the same report.

    Raises
    ------
    RenderError
        With every place that can't be rendered.
    """
    output.mkdir(parents=True, exist_ok=True)
    made = output / "tables.xlsx"
    html = page.read_text(encoding="utf-8") if page else render_loose(staged).html
    made.write_bytes(_written(read_page(html)))
    return made


def _written(page: Page) -> bytes:
    from wres.render.workbook.sheets import Book  # noqa: PLC0415 - gptables where used

    content = BytesIO()
    book = Book(content, options=_NO_MARKUP)
    book.set_properties(_properties(page))
    names = [sheet_name(number, one.label) for number, one in enumerate(page.tables, start=1)]
    _cover(book, page)
    if page.tables:
        _contents(book, page, names)
        _notes(book, page)
    for number, (name, one) in enumerate(zip(names, page.tables, strict=True), start=1):
        _table(book, page, name, f"table_{number}", one)
    for sheet in book.worksheets():
        _print_furniture(sheet, page)
    book.close()
    return content.getvalue()


def _properties(page: Page) -> dict[str, Any]:
    return {
        "title": f"{page.title}: tables",
        "subject": page.running,
        "author": page.facts[0] if page.facts else "",
        "comments": page.marking,
        "created": _MADE,
    }


def _cover(book: Any, page: Page) -> None:
    from gptables import Cover  # noqa: PLC0415 - where used

    intro = [*([page.marking] if page.marking else []), *page.facts]
    about = [
        "This workbook holds the tables of the report, one to a worksheet, in the words and with "
        "the rounded numbers that the report prints.",
        "The worksheet Contents lists the tables; Notes explains symbols and words."
        if page.tables
        else "The report prints no tables.",
        "A number that stands alone in its cell is a number, shown as it is printed. An interval, "
        "a count out of another and a symbol are text.",
    ]
    cover = Cover(title=f"{page.title}: tables", intro=intro, about=about, width=_COVER_WIDTH)
    sheet = book.add_worksheet(cover.cover_label)
    sheet.write_cover(cover)
    texts = [cover.title, "", *intro, "", *about]
    fit_cover(sheet, texts, cover.width)
    sheet.print_area(0, 0, len(texts) - 1, 0)


def _contents(book: Any, page: Page, names: Sequence[str]) -> None:
    rows: list[list[Any]] = [
        [{name: f"internal:'{name}'!A1"}, _cell(said_of(one.caption).title), _cell(one.section)]
        for name, one in zip(names, page.tables, strict=True)
    ]
    columns = ["Worksheet", "Table", "Chapter"]
    _put(book, "Contents", "contents", columns, rows, **_said("Contents", page))


def _notes(book: Any, page: Page) -> None:
    used = symbols_in(_printed(cell) for one in page.tables for row in one.rows for cell in row)
    keys = dict(pair for one in page.tables for pair in one.key)
    told = [*((symbol, SYMBOLS[symbol]) for symbol in used), *keys.items(), *page.glossary]
    rows = [[_cell(term), _cell(meaning)] for term, meaning in told]
    columns = ["Symbol or word", "What it means"]
    if rows:
        _put(book, "Notes", "notes", columns, rows, **_said("Notes", page))


def _said(title: str, page: Page) -> dict[str, Any]:
    """Say of a sheet that holds no figures what it is, and how the report is marked."""
    marked = {"subtitles": [page.marking]} if page.marking else {}
    return {"title": title, "instructions": _ONE_TABLE, **marked}


def _table(book: Any, page: Page, name: str, table_name: str, table: PrintedTable) -> None:
    said = said_of(table.caption)
    rows = [
        [
            _cell(cell) if place < table.heads else as_number(cell) or _cell(cell)
            for place, cell in enumerate(row)
        ]
        for row in table.rows
    ]
    used = symbols_in(_printed(cell) for row in table.rows for cell in row)
    told = "".join(said.legend)
    legend = said.legend + [f"{one}: {SYMBOLS[one]}" for one in used if one not in told]
    legend += [f"{symbol}: {meaning}" for symbol, meaning in table.key]
    sheet = _put(
        book,
        name,
        table_name,
        table.columns,
        rows,
        title=said.title,
        subtitles=[*said.more, *_period(page, table)],
        instructions=_NOTES,
        legend=legend,
        source=said.source or f"Source: {page.running}, from the sources that it names.",
        right=[place for place, number in enumerate(table.numeric) if number],
        heads=table.heads,
    )
    sheet.set_landscape()


def _period(page: Page, table: PrintedTable) -> list[str]:
    """Say of whom and when a table is, which not every caption repeats."""
    return [part for part in (page.marking, table.section, ". ".join(page.facts)) if part]


def _cell(text: str) -> Any:
    from wres.render.workbook.sheets import Cell  # noqa: PLC0415 - gptables where used

    return Cell(_printed(text))


def _printed(text: str) -> str:
    """Give what stands in place of a dash or of nothing, which a screen reader would pass over."""
    return {"": BLANK, DASH: NOTHING}.get(text, text)


def _put(
    book: Any,
    name: str,
    table_name: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[Any]],
    *,
    right: Sequence[int] = (),
    heads: int = 1,
    **words: Any,
) -> Any:
    from gptables import GPTable  # noqa: PLC0415 - where used

    places = [f"c{place}" for place in range(len(columns))]  # gptables reads markup in headings
    table = GPTable(
        pd.DataFrame(rows, columns=places, dtype=object),
        table_name=table_name,
        index_columns={level + 1: level for level in range(min(heads, 3))},
        **words,
    )
    headings = list(_headings(columns))
    table.table.columns = headings
    table.additional_formatting = list(_formats(headings, right))
    sheet = book.add_worksheet(name)
    with warnings.catch_warnings():
        # What gptables uses of pandas goes away with pandas 4, which pyproject.toml keeps out.
        warnings.simplefilter("ignore", DeprecationWarning)
        sheet.write_gptable(table, auto_width=False)
    first = table.data_range[0]
    wide = fit(sheet, [headings, *([text_of(cell) for cell in row] for row in rows)], first)
    show_whole(sheet, words, columns=len(headings), wide=wide, last=first + len(rows))
    sheet.repeat_rows(first)
    sheet.ignore_errors({"number_stored_as_text": f"A{first + 1}:ZZ{first + len(rows) + 1}"})
    return sheet


def _formats(headings: Sequence[str], right: Sequence[int]) -> Iterator[dict[str, Any]]:
    """Set numbers and their symbols to the right; headings that look like formulas are text."""
    from wres.render.workbook.sheets import AS_TEXT, is_risky  # noqa: PLC0415 - where used

    if right:
        yield {"column": {"columns": list(right), "format": {"align": "right"}}}
    for place, heading in enumerate(headings):
        if is_risky(heading):
            yield {"cell": {"cells": (0, place), "format": AS_TEXT}}


def _headings(columns: Sequence[str]) -> Iterator[str]:
    """Give each column a heading of its own, which a table in Excel must have."""
    taken: set[str] = set()
    for place, column in enumerate(columns, start=1):
        wanted = (column or f"Column {place}")[:_LONGEST_HEADING]
        heading, more = wanted, 2
        while heading.lower() in taken:
            heading, more = f"{wanted[: _LONGEST_HEADING - 6]} ({more})", more + 1
        taken.add(heading.lower())
        yield heading


def _print_furniture(sheet: Any, page: Page) -> None:
    """Mark printed pages as those of the report are."""
    words = ". ".join(part for part in (page.marking, page.running) if part)
    sheet.set_header(f"&L{words.replace('&', '&&')[:240]}")
    sheet.set_footer("&RPage &P of &N")
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
