"""Indicator 9 from the register of the board: who was a member on 31 March.

A member is executive or non-executive by the register's own column, else by a role that can only
be one of the two (a chair is non-executive). The first and the last day in office both count.
Members are not given by detailed ethnic group: on a board each such number is one person.
"""

from __future__ import annotations

from itertools import product
from typing import Any, Final

import pandas as pd

from wres.definitions.ethnicity import GROUPS
from wres.definitions.extract_words import answer
from wres.errors import Problem
from wres.extracts.contract import Counted, Extract, Field, Layout
from wres.extracts.reading import (
    Reader,
    Readings,
    at_rows,
    dates_of,
    read_answers,
    read_dates,
    read_ethnic_origins,
    read_fields,
    read_words,
    warn_of_legacy_codes,
)
from wres.extracts.tallies import as_counts_table
from wres.extracts.windows import snapshot
from wres.sources.board import BOARD
from wres.sources.trust import ExtractSettings, Settings

__all__ = ["LAYOUT", "count_board"]

LAYOUT: Final = Layout(
    "board",
    (
        Field("member", "number of the member", identifier=True),
        Field("membership", "executive or non-executive"),
        Field("voting", "yes or no: whether the member has a vote"),
        Field("ethnic_origin", "code or words", required=True),
        Field("from_date", "first day in office"),
        Field("to_date", "last day in office; blank while in office"),
        Field("role", "role; tells executive from non-executive where `membership` is blank"),
    ),
)

_MEMBERSHIP: Final = {True: "executive", False: "non-executive"}
_VOTING: Final = {True: "yes", False: "no"}


def count_board(extract: Extract, year: int, settings: Settings) -> Counted:
    """Count the members of the board on 31 March of `year`."""
    read = read_fields(extract, *_readers(settings.extracts))
    sitting, reversed_days = _sitting(extract, read, year)
    members = _members(read)[sitting]
    members, repeated, differing = _once_each(extract, members)
    problems = [
        *read.problems,
        *reversed_days,
        *_unclear(extract, members),
        *differing,
        *_empty(extract, members, year),
    ]
    origins = read.cells.loc[members.index, "ethnic_origin"]
    notes = [*extract.notes, *_assumed(extract, year)]
    warnings = [*repeated, *warn_of_legacy_codes(extract, origins)]
    return Counted(_table(extract, members), problems, warnings, notes)


def _readers(settings: ExtractSettings) -> list[Reader]:
    return [
        read_ethnic_origins(settings),
        read_words("membership", "executive", settings),
        read_answers("voting", "voting", settings),
        read_dates("from_date", settings),
        read_dates("to_date", settings),
        Reader("role", _executive_by_role),
    ]


def _executive_by_role(role: str) -> bool | None:
    try:
        return answer("executive_role", role)
    except ValueError:
        return None


def _members(read: Readings) -> pd.DataFrame:
    said = read.get("membership")
    executive = said.where(said.notna(), read.get("role"))
    return pd.DataFrame(
        {
            "membership": executive.map(_MEMBERSHIP),
            "voting": read.get("voting").map(_VOTING),
            "ethnicity": read.cells["ethnic_origin"].map(lambda origin: origin.group),
        }
    )


def _sitting(extract: Extract, read: Readings, year: int) -> tuple[pd.Series[bool], list[Problem]]:
    """Tell who was in office on 31 March."""
    day = pd.Timestamp(snapshot(year))
    since, until = (dates_of(read.get(name)) for name in ("from_date", "to_date"))
    sitting = (since.isna() | (since <= day)) & (until.isna() | (until >= day))
    wrong = until < since
    rule = "must not be before the first day in office"
    return sitting, at_rows(extract, wrong.index[wrong].tolist(), rule, name="to_date")


def _once_each(
    extract: Extract, members: pd.DataFrame
) -> tuple[pd.DataFrame, list[Problem], list[Problem]]:
    """Keep one row of each member; two that differ are a problem."""
    if not extract.has("member"):
        return members, [], []
    numbers = extract.rows.loc[members.index, "member"].str.casefold()
    again = numbers.duplicated() & (numbers != "")
    first = members.groupby(numbers).transform("first")
    differs = again & (members.ne(first) & ~(members.isna() & first.isna())).any(axis=1)
    same = again & ~differs
    rule = "stands in two rows with another membership, vote or ethnic origin"
    action = "Give each member one row for 31 March"
    problems = at_rows(extract, differs.index[differs].tolist(), rule, action, "member")
    rule = "stands in two rows; counted once"
    action = "Remove the repetition"
    warnings = at_rows(extract, same.index[same].tolist(), rule, action, "member")
    return members[~again], warnings, problems


def _unclear(extract: Extract, members: pd.DataFrame) -> list[Problem]:
    """Name members of whom it is not known whether they are executive or have a vote."""
    unclear = members.index[members["membership"].isna()].tolist()
    name = "membership" if extract.has("membership") else None
    rule = "must say whether the member is executive or non-executive"
    action = "Fill in membership"
    problems = at_rows(extract, unclear, rule, action, name)
    if extract.has("voting"):
        blank = members.index[members["voting"].isna()].tolist()
        problems += at_rows(extract, blank, "must say whether the member has a vote", name="voting")
    return problems


def _empty(extract: Extract, members: pd.DataFrame, year: int) -> list[Problem]:
    if len(members):
        return []
    rule = f"has no member in office on 31 March {year}"
    return [extract.problem(rule, "Check the days in office, or put this year's register here,")]


def _assumed(extract: Extract, year: int) -> list[Problem]:
    said = []
    if not (extract.has("from_date") or extract.has("to_date")):
        rule = f"has no days in office: every row is taken as a member on 31 March {year}"
        said.append(extract.problem(rule, "Make sure that it is so"))
    if not extract.has("voting"):
        rule = "does not say who has a vote: members are counted together"
        said.append(extract.problem(rule, "Add a column of votes to count voting members"))
    return said


def _table(extract: Extract, members: pd.DataFrame) -> pd.DataFrame:
    """Count members in every cell; one with nobody in it has 0."""
    votes = ["yes", "no"] if extract.has("voting") else ["all"]
    cells: list[tuple[Any, ...]] = list(product(_MEMBERSHIP.values(), votes, GROUPS))
    index = pd.MultiIndex.from_tuples(cells, names=["membership", "voting", "ethnicity"])
    voting = members["voting"] if extract.has("voting") else "all"
    counted = members.assign(voting=voting).groupby(index.names).size()
    return as_counts_table(
        BOARD, counted.reindex(index, fill_value=0).rename("members").reset_index()
    )
