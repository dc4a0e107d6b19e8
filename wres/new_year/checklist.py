"""What a year's folder still lacks, and what to run next."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from wres.definitions.placeholders import TO_FILL_IN
from wres.errors import InputError
from wres.extracts.finding import SOURCES, find_extracts
from wres.new_year.own import unresolved
from wres.sources.csv_rows import read_rows
from wres.sources.files import InputFile, read_text
from wres.sources.folders import YearFolder, shown_path

__all__ = ["missing_parts", "next_commands"]

_WHAT: Final = {
    "workforce": "staff in post on 31 March {year}",
    "recruitment": "applicants shortlisted and appointed in the year to 31 March {year}",
    "disciplinary": "formal disciplinary cases opened in the year to 31 March {year}",
    "training": "non-mandatory training and CPD in the year to 31 March {year}",
    "staff_survey": "the staff survey of autumn {before}",
    "board": "members of the board on 31 March {year}",
}


def missing_parts(folder: YearFolder, extracts: Path | None = None) -> Iterator[str]:
    """Yield one line for each thing that is still to be done in a year's folder."""
    for file in (folder.trust(), folder.table("sources.yml")):
        places = _placeholders(file)
        if places:
            rows = ", ".join(str(row) for row in places)
            yield f"{file.shown}: replace {TO_FILL_IN} (row {rows})"
    found = find_extracts(folder, extracts)
    for source in SOURCES:
        there, templates = (files.get(source, []) for files in (found.files, found.templates))
        yield from _missing_table(folder, source, there, templates)
    for path in sorted((folder.path / "notebooks").glob("*.ipynb")):
        yield f"{shown_path(path)}: read again, with this year's figures"
    yield from unresolved(folder)
    actions = folder.table("action_plan.csv")
    if actions.path.exists():
        yield f"{actions.shown}: bring each action up to date, and add new ones"


def _placeholders(file: InputFile) -> list[int]:
    try:
        lines = read_text(file).splitlines()
    except InputError:
        return []  # who reads the file tells
    return [
        row
        for row, line in enumerate(lines, start=1)
        if TO_FILL_IN in line and not line.lstrip().startswith("#")
    ]


def _missing_table(
    folder: YearFolder, source: str, there: list[InputFile], templates: list[InputFile]
) -> Iterator[str]:
    what = _WHAT[source].format(year=folder.year, before=folder.year - 1)
    table = folder.table(f"{source}.csv")
    if table.path.exists():
        if blanks := _blank_rows(table, source):
            yield f"{table.shown}: fill in {what} ({blanks} rows are blank)"
    elif templates and not there:
        yield from (f"{file.shown}: fill in {what}" for file in templates)
    elif not there:
        yield f"{source.replace('_', ' ')}: no table and no extract of {what}"


def _blank_rows(table: InputFile, source: str) -> int:
    """Count the rows without a figure."""
    try:
        cells = read_rows(table).cells
    except InputError:
        return 0  # `wres check` tells
    figures = [name for name in _FIGURES[source] if name in cells]
    return int((cells[figures] == "").all(axis=1).sum()) if figures else 0


_FIGURES: Final = {
    "workforce": ("headcount", "percent"),
    "recruitment": ("shortlisted", "appointed"),
    "disciplinary": ("workforce", "entered_process"),
    "training": ("workforce", "accessed"),
    "staff_survey": ("percent",),
    "board": ("members", "percent"),
}


def next_commands(folder: YearFolder, extracts: Path | None = None) -> list[str]:
    """Give the commands to run when everything is filled in, in order."""
    trust = f"{folder.organisation} {folder.year}"
    if shown_path(folder.data) != "data":
        trust += f" --data {shown_path(folder.data)}"
    if extracts is not None:
        trust += f" --extracts {shown_path(extracts)}"
    return [
        f"wres check {trust}",
        f"wres return {trust}",
        f"wres render {trust} --profile internal",
        f"wres render {trust}",
    ]
