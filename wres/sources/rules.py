"""Rules across cells and rows that several tables share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from wres.errors import Problem
from wres.sources.tables import Rows, Rule

__all__ = ["describe", "given_once", "grouped", "not_above", "not_after_report", "one_of_two"]


def given_once(*key: str) -> Rule:
    """Require that each combination of the key columns stands in one row."""

    def check(rows: Rows) -> Iterator[Problem]:
        for group in grouped(rows, key):
            first, *others = (int(row) for row in group.index)
            for row in others:
                yield _repeated(rows, key, first, row)

    named = ", ".join(f"`{column}`" for column in key)
    what = f"combination of {named}" if len(key) > 1 else named
    return Rule(f"Each {what} stands in one row only.", check)


def _repeated(rows: Rows, key: Sequence[str], first: int, row: int) -> Problem:
    rule = f"must be given once; {describe(rows, key, row)} stands in row {first} too"
    action = f"Keep one of rows {first} and {row}, or add them together if each is a part,"
    column = [name for name in key if name in rows.text and rows.given(row, name)][-1]
    return rows.file.problem(rule, action, row=row, column=column, given=rows.given(row, column))


def not_after_report() -> Rule:
    """Require that no row is of a year after the report's."""
    return Rule("`year` is not after the year of the report.", _not_after_report)


def _not_after_report(rows: Rows) -> Iterator[Problem]:
    if rows.year is None or not rows.has("year"):
        return
    years = rows.typed["year"]
    for row in years.index[(years > rows.year).fillna(False)]:
        rule = f"must not be after the report year ({rows.year})"
        given = rows.given(int(row), "year")
        yield rows.file.problem(rule, row=int(row), column="year", given=given)


def not_above(part: str, whole: str) -> Rule:
    """Require that the part column never exceeds the whole column of its row."""

    def check(rows: Rows) -> Iterator[Problem]:
        if not rows.has(part, whole):
            return
        above = (rows.typed[part] > rows.typed[whole]).fillna(False)
        for row in rows.typed.index[above]:
            rule = f"must not exceed {whole} ({rows.given(row, whole)})"
            yield rows.file.problem(rule, row=int(row), column=part, given=rows.given(row, part))

    return Rule(f"`{part}` does not exceed `{whole}`.", check)


def one_of_two(count: str, share: str) -> Rule:
    """Require in each row a count, or a share where only that was published; never both."""

    def check(rows: Rows) -> Iterator[Problem]:
        present = [name for name in (count, share) if name in rows.text]
        if not present:
            rule = f"column is missing (or {share} in its place)"
            yield rows.file.problem(rule, "Add the column", row=1, column=count)
            return
        filled = (rows.text[present] != "").sum(axis=1)
        for row in filled.index[filled != 1]:
            yield _not_one(rows, int(row), count, share, present)

    return Rule(f"Each row gives either `{count}` or `{share}`: one of them, not both.", check)


def _not_one(rows: Rows, row: int, count: str, share: str, present: list[str]) -> Problem:
    if rows.given(row, present[-1]):
        rule = f"must be blank where {count} is given ({rows.given(row, count)})"
        action = f"Keep one of {count} and {share}"
        given = rows.given(row, share)
        return rows.file.problem(rule, action, row=row, column=share, given=given)
    rule = f"must not be blank (a row gives {count} or {share}; blank is not zero)"
    action = "Write 0 if nobody is in the group, or leave the row out if it was not published,"
    return rows.file.problem(rule, action, row=row, column=present[0], given="")


def grouped(rows: Rows, key: Sequence[str]) -> Iterator[pd.DataFrame]:
    """Group rows by the key and by every dimension the file has; leave out unread keys."""
    known = rows.typed[rows.sound(*key)]
    for _, group in known.groupby([*rows.dimensions, *key], sort=False, dropna=False):
        yield group


def describe(rows: Rows, columns: Sequence[str], row: int) -> str:
    """Name a row by its labels, for a message."""
    parts = [(column, rows.value(row, column)) for column in (*columns, *rows.dimensions)]
    return ", ".join(
        f"{name.replace('_', ' ')} {value}" for name, value in parts if pd.notna(value)
    )
