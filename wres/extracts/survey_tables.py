"""The staff survey's tables as published: figures that their headings and labels describe.

A figure is described by the headings above it (over several rows, a heading reaching to the next
one on its right), by the labels in its row, and by the line of text above its block: together they
say which question, group and year it is, and whether it is the trust's or the benchmark's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

import pandas as pd

from wres.definitions.survey_questions import SurveyLabel, indicator_of, is_suppressed, read_label
from wres.errors import Problem
from wres.extracts.contract import Grid
from wres.extracts.values import read_percent, read_whole
from wres.sources.cells import CellError
from wres.sources.files import InputFile

__all__ = ["Figures", "read_survey_tables"]

_NUMBER: Final = re.compile(r"-?[0-9][0-9,]*(\.[0-9]+)?\s*%?")
_YEAR: Final = re.compile(r"20[0-9]{2}")
_KEY: Final = ["indicator", "survey_year", "scope", "ethnicity"]
_NOTHING: Final = SurveyLabel()


@dataclass(frozen=True)
class Figures:
    """Survey figures as they were found.

    Parameters
    ----------
    frame : DataFrame
        The columns of the counts table, and `row`, the row of the percentage.
    sheet : str or None
        Where they stand.
    problems, warnings, notes : list of Problem
        What was noticed.
    """

    frame: pd.DataFrame
    sheet: str | None
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)


@dataclass(frozen=True)
class _Figure:
    """One cell that holds a figure, or a mark in place of one, and what describes it."""

    row: int
    column: int
    text: str
    label: SurveyLabel

    @property
    def is_described(self) -> bool:
        label = self.label
        placed = label.scope is not None or label.responses
        return bool(label.question and label.group and placed and not label.other)


@dataclass
class _Above:
    """What the rows above say: the headings of each column, and the text over the block."""

    headings: dict[int, SurveyLabel] = field(default_factory=dict)
    block: SurveyLabel = _NOTHING
    asked_in: int | None = None
    asked: SurveyLabel = _NOTHING
    figures_since: bool = False


def read_survey_tables(file: InputFile, grids: list[Grid]) -> Figures | None:
    """Read the figures of the first sheet that holds tables as published; None where none does."""
    for grid in grids:
        figures = [figure for figure in _figures(grid) if figure.is_described]
        if figures:
            return _read(file, grid, figures)
    return None


def _figures(grid: Grid) -> Iterator[_Figure]:
    above = _Above()
    for row, cells in grid.cells.iterrows():
        texts = {int(str(column)): text for column, text in cells.items() if text}
        if not texts:
            continue
        if _is_line_of_text(texts):
            _open_block(above, next(iter(texts.values())))
        elif _is_heading(texts, above):
            _add_headings(above, texts, grid.cells.columns)
        else:
            yield from _row_figures(above, int(str(row)), texts)


def _is_line_of_text(texts: dict[int, str]) -> bool:
    return len(texts) == 1 and not _is_figure(next(iter(texts.values())))


def _is_heading(texts: dict[int, str], above: _Above) -> bool:
    """Tell a row of headings: it says something of groups, years or scopes, and has no figure."""
    labels = [read_label(text) for text in texts.values() if not _is_mark(text)]
    says = any(label.group or label.year or label.scope for label in labels)
    bare = all(_YEAR.fullmatch(text) or not _is_figure(text) for text in texts.values())
    return says and bare


def _is_figure(text: str) -> bool:
    return bool(_NUMBER.fullmatch(text)) or _is_mark(text)


def _is_mark(text: str) -> bool:
    return is_suppressed(text)


def _open_block(above: _Above, text: str) -> None:
    label = read_label(text)
    if label.question is not None:
        above.block = SurveyLabel(question=label.question, base=label.base, group=label.group)
        above.asked_in, above.asked = None, _NOTHING
    elif label.group is not None and label.year is None:
        above.block = SurveyLabel(group=label.group, scope=label.scope).over(above.block)


def _add_headings(above: _Above, texts: dict[int, str], columns: pd.Index) -> None:
    if above.figures_since:
        above.headings, above.figures_since = {}, False
        above.asked_in, above.asked = None, _NOTHING
    reaching = _NOTHING
    for column in columns:
        if column in texts:
            reaching = read_label(texts[column])
        above.headings[column] = reaching.over(above.headings.get(column, _NOTHING))


def _row_figures(above: _Above, row: int, texts: dict[int, str]) -> Iterator[_Figure]:
    above.figures_since = True
    label = _row_label(above, texts)
    for column, text in texts.items():
        heading = above.headings.get(column, _NOTHING)
        if _is_figure(text) and heading is not _NOTHING:
            yield _Figure(row, column, text, heading.over(label).over(above.block))


def _row_label(above: _Above, texts: dict[int, str]) -> SurveyLabel:
    """Read a row's labels; a question reaches down over blank cells of its column."""
    label = _NOTHING
    for column, text in texts.items():
        if _is_figure(text):
            continue
        said = read_label(text)
        if said.question is not None and label.question is None:
            above.asked_in = column
            above.asked = SurveyLabel(question=said.question, base=said.base)
        label = label.over(said)
    reaches = above.asked_in is not None and above.asked_in not in texts
    return label.over(above.asked) if reaches else label


def _read(file: InputFile, grid: Grid, figures: list[_Figure]) -> Figures:
    found = Figures(pd.DataFrame(), grid.sheet, notes=[*grid.notes])
    edition = _edition(grid, figures)
    read = [
        _entry(figure, indicator, edition, value)
        for figure in figures
        if (indicator := _indicator(file, found, figure, edition)) is not None
        and (value := _value(file, found, figure)) is not None
    ]
    entries = pd.DataFrame(read, columns=[*_KEY, "edition", "base", "row", "responses", "value"])
    shares = entries[~entries["responses"].astype(bool)].drop(columns="responses")
    answers = entries.loc[entries["responses"].astype(bool), [*_KEY, "value"]]
    answers = answers.drop_duplicates(_KEY).rename(columns={"value": "responses"})
    frame = shares.rename(columns={"value": "percent"}).merge(answers, how="left", on=_KEY)
    return Figures(frame, grid.sheet, found.problems, found.warnings, found.notes)


def _entry(figure: _Figure, indicator: str, edition: int, value: float | int) -> dict[str, object]:
    label = figure.label
    return {
        "indicator": indicator,
        "survey_year": label.year or edition,
        "scope": label.scope or "trust",
        "ethnicity": label.group,
        "edition": str(edition),
        "base": label.base if indicator == "7" else None,
        "row": figure.row,
        "responses": label.responses,
        "value": value,
    }


def _edition(grid: Grid, figures: list[_Figure]) -> int:
    """Give the survey year of the tables: the latest that their headings or titles name."""
    years = [figure.label.year for figure in figures if figure.label.year]
    titles = [read_label(text).year for row in grid.cells.to_numpy() for text in row if text]
    return max(years, default=None) or max(year or 0 for year in titles)


def _indicator(file: InputFile, found: Figures, figure: _Figure, edition: int) -> str | None:
    question = str(figure.label.question)
    try:
        return indicator_of(question, edition)
    except ValueError as fault:
        rule, action = f"is left out: {fault}", "Add the indicator's own line, or nothing,"
        warning = file.problem(rule, action, row=figure.row, given=question, sheet=found.sheet)
        if warning not in found.warnings:
            found.warnings.append(warning)
        return None


def _value(file: InputFile, found: Figures, figure: _Figure) -> float | int | None:
    column = _letter(figure.column)
    if _is_mark(figure.text):
        rule, action = "has no figure (not published): no row is made", "Nothing need be done; if"
        note = file.problem(
            rule,
            f"{action} there is one, fill it in",
            row=figure.row,
            column=column,
            given=figure.text,
            sheet=found.sheet,
        )
        found.notes.append(note)
        return None
    read = read_whole if figure.label.responses else read_percent
    try:
        return read(figure.text)
    except CellError as fault:
        problem = file.problem(
            fault.rule,
            fault.action,
            row=figure.row,
            column=column,
            given=figure.text,
            sheet=found.sheet,
        )
        found.problems.append(problem)
        return None


def _letter(column: int) -> str:
    """Name a column as a spreadsheet does."""
    tens, ones = divmod(column, 26)
    return (_letter(tens - 1) if tens else "") + chr(ord("A") + ones)
