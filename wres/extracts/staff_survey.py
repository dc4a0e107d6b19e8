"""Indicators 5 to 8 from the staff survey's benchmark workbook, one file for each edition.

Two forms are read: rows with our own columns, and the published form, with questions down and
groups, years, and trust or benchmark across (`survey_tables`). A figure that was not published
gives no row. Percentages are 0 to 100; the base of indicator 7 is known only where the file says
so, and the edition is the file's own: rows of different or unknown base are never joined later on.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any, Final

import pandas as pd

from wres.definitions.ethnicity import read_group
from wres.definitions.survey_questions import indicator_of, is_suppressed, read_label
from wres.errors import InputError, Problem
from wres.extracts.contract import Counted, Extract, Field, Layout
from wres.extracts.grids import read_grids
from wres.extracts.layouts import read_extract
from wres.extracts.reading import Reader, Readings, at_rows, read_fields
from wres.extracts.survey_tables import Figures, read_survey_tables
from wres.extracts.tallies import as_counts_table
from wres.extracts.values import read_percent, read_whole
from wres.sources.cells import BASE, SCOPE, YEAR, CellError
from wres.sources.files import InputFile
from wres.sources.survey import STAFF_SURVEY
from wres.sources.trust import Settings

__all__ = ["LAYOUT", "count_staff_survey", "count_staff_survey_file", "repeated_between"]

LAYOUT: Final = Layout(
    "staff_survey",
    (
        Field("indicator", "5 to 8, or the question's number in this edition", required=True),
        Field("survey_year", "autumn in which the survey was held", required=True),
        Field("scope", "trust or benchmark", required=True),
        Field("ethnicity", "White or BME", required=True),
        Field("percent", "share of valid answers, 0 to 100", required=True),
        Field("responses", "valid answers"),
        Field("edition", "survey year of the published tables"),
        Field("base", "whether `don't know` counts as a valid answer (indicator 7)"),
    ),
)

_KEY: Final = ["indicator", "survey_year", "scope", "ethnicity", "edition", "base"]


def count_staff_survey_file(file: InputFile, year: int, settings: Settings) -> Counted:
    """Read one file of survey figures, in either form.

    Raises
    ------
    InputError
        The file cannot be read, or is in neither form.
    """
    try:
        extract = read_extract(file, LAYOUT, settings.extracts)
    except InputError:
        figures = read_survey_tables(file, read_grids(file))
        if figures is None:
            raise
        return _settle(file, figures, year)
    return count_staff_survey(extract, year, settings)


def count_staff_survey(extract: Extract, year: int, settings: Settings) -> Counted:
    """Read survey figures from rows with our own columns."""
    read = read_fields(extract, *_readers())
    indicators, problems = _indicators(extract, read)
    frame = pd.DataFrame({name: read.get(name) for name in _names()}).astype("object")
    frame["indicator"] = indicators
    frame["row"] = frame.index
    hidden = frame.index[frame["percent"].isna()].tolist()
    rule = "has no figure (not published): no row is made"
    action = "Nothing need be done; if there is one, fill it in"
    notes = [*extract.notes, *at_rows(extract, hidden, rule, action, "percent")]
    kept = frame[frame["percent"].notna() & frame["indicator"].notna()]
    found = Figures(kept, extract.sheet, [*read.problems, *problems], [], notes)
    return _settle(extract.file, found, year)


def repeated_between(files: list[InputFile], tables: list[pd.DataFrame]) -> list[Problem]:
    """Name the files that give a figure of an edition which a file before them gives too."""
    problems: list[Problem] = []
    read = [(file, table) for file, table in zip(files, tables, strict=True) if len(table)]
    for (earlier, other), (file, table) in combinations(read, 2):
        if _share_a_key(table, other):
            rule = (
                f"each figure of an edition must be given once; {earlier.path.name} gives some of "
                "these too"
            )
            problems.append(file.problem(rule, "Keep one of the files"))
    return problems


def _share_a_key(table: pd.DataFrame, other: pd.DataFrame) -> bool:
    both = pd.concat([table[_KEY].drop_duplicates(), other[_KEY].drop_duplicates()])
    return bool(both.duplicated().any())


def _names() -> list[str]:
    return [field.name for field in LAYOUT.fields]


def _readers() -> list[Reader]:
    return [
        Reader("indicator", lambda text: text),
        Reader("survey_year", YEAR.read),
        Reader("scope", _read_scope),
        Reader("ethnicity", _read_group),
        Reader("percent", lambda text: None if is_suppressed(text) else read_percent(text)),
        Reader("responses", lambda text: None if is_suppressed(text) else read_whole(text)),
        Reader("edition", lambda text: text or None),
        Reader("base", lambda text: BASE.read(text) if text else None),
    ]


def _read_scope(text: str) -> str:
    scope = read_label(text).scope
    if scope is None:
        raise CellError(SCOPE.rule)
    return scope


def _read_group(text: str) -> str:
    try:
        return read_group(text)
    except ValueError:
        group = read_label(text).group
    if group is None:
        raise CellError("must be White or BME")
    return group


def _indicators(extract: Extract, read: Readings) -> tuple[pd.Series[Any], list[Problem]]:
    """Read each row's indicator by the numbering of its edition, else of the latest survey."""
    texts, years = read.get("indicator"), read.get("survey_year")
    latest = max(years, default=0)
    editions = [
        int(edition) if str(edition).isdigit() else latest for edition in read.get("edition")
    ]
    found: dict[int, str | None] = {}
    unread: dict[tuple[str, str], list[int]] = {}
    for row, text, edition in zip(texts.index, texts, editions, strict=True):
        found[row], why = _indicator(text, edition)
        if why:
            unread.setdefault((text, why), []).append(row)
    problems = [
        extract.problem(why, "Correct the rows", row=rows[0], name="indicator", given=text)
        for (text, why), rows in unread.items()
    ]
    return pd.Series(found, index=texts.index, dtype="object"), problems


def _indicator(text: str, edition: int) -> tuple[str | None, str]:
    try:
        indicator = indicator_of(text, edition)
    except ValueError as fault:
        return None, f"must be 5, 6, 7 or 8: {fault}"
    rule = f"must be 5, 6, 7 or 8, or one of their questions in the {edition} survey"
    return indicator, "" if indicator else rule


def _settle(file: InputFile, found: Figures, year: int) -> Counted:
    """Hold the figures against each other, and give them the form of the counts table."""
    frame = found.frame
    late = frame["survey_year"].map(lambda one: one >= year).astype(bool)
    warnings = [*found.warnings, *_too_late(file, found, frame[late], year)]
    frame = frame[~late]
    problems = [*found.problems, *_fractions(file, found), *_repeated(file, found, frame)]
    if frame.empty:
        rule = f"has no figure for a survey before {year}"
        problems.append(file.problem(rule, "Put this year's tables here", sheet=found.sheet))
    table = as_counts_table(STAFF_SURVEY, frame.reset_index(drop=True))
    return Counted(table, problems, warnings, found.notes)


def _too_late(file: InputFile, found: Figures, late: pd.DataFrame, year: int) -> list[Problem]:
    if late.empty:
        return []
    years = ", ".join(str(one) for one in sorted(set(late["survey_year"])))
    rule = f"has figures of {years}, which belong to later reports than {year}; they are left out"
    return [file.problem(rule, "Make sure of the edition", sheet=found.sheet)]


def _fractions(file: InputFile, found: Figures) -> list[Problem]:
    """Refuse shares of 1: a workbook's cell that shows 25% holds 0.25."""
    shares = found.frame["percent"]
    if shares.empty or not (shares.max() <= 1 and shares.max() > 0):
        return []
    rule = "percentages must be 0 to 100; all of these are 1 or less, so they seem to be fractions"
    action = "Multiply them by 100 (in a spreadsheet, format the cells as numbers first)"
    return [file.problem(rule, action, column="percent", sheet=found.sheet)]


def _repeated(file: InputFile, found: Figures, frame: pd.DataFrame) -> Iterator[Problem]:
    again = frame.duplicated(_KEY)
    for figure in frame[again].itertuples():
        rule = (
            f"must be given once: indicator {figure.indicator}, {figure.survey_year}, "
            f"{figure.scope}, {figure.ethnicity}"
        )
        yield file.problem(rule, "Keep one of them", row=int(str(figure.row)), sheet=found.sheet)
