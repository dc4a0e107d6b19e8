"""One person once: choosing among the assignments of a person, and reading labels of many rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

import numpy as np
import pandas as pd

from wres.definitions.ethnic_codes import Ethnicity
from wres.definitions.ethnicity import UNKNOWN
from wres.errors import Problem
from wres.extracts.contract import Extract
from wres.extracts.quoting import is_another_column
from wres.extracts.values import read_flag
from wres.sources.cells import CellError

__all__ = ["Labels", "People", "another_column", "number_of", "one_person_once", "read_labels"]

Meaning = TypeVar("Meaning")

_NO_PRIMARY: Final = "Mark one assignment of each person as primary"


@dataclass(frozen=True)
class Labels:
    """The labels of one field, read.

    Parameters
    ----------
    meanings : Series
        By row of the file; None where the label was refused.
    problems : list of Problem
        Each label that was refused, once, at the first row that has it.
    """

    meanings: pd.Series[Any]
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True)
class People:
    """One assignment of each person.

    Parameters
    ----------
    rows : Index
        The row chosen for each person, in the order of the file.
    ethnicity : Series of Ethnicity
        The ethnicity of each of them.
    problems, warnings, notes : list of Problem
        What was noticed.
    """

    rows: pd.Index[int]
    ethnicity: pd.Series[Any]
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)


def read_labels(
    extract: Extract,
    name: str,
    read: Callable[[str], Meaning],
    action: str,
    rows: pd.Index[int] | None = None,
) -> Labels:
    """Read every label of a field, each different one only once.

    Parameters
    ----------
    extract : Extract
        The rows.
    name : str
        The field.
    read : callable
        Gives the meaning of a label, or raises ValueError.
    action : str
        What to do about a label that is refused.
    rows : Index, optional
        The rows to look at; all of them where not given.
    """
    text = extract.rows[name] if rows is None else extract.rows.loc[rows, name]
    meanings: dict[str, Meaning] = {}
    refusals: dict[str, ValueError] = {}
    places, labels = pd.factorize(text)
    for label in labels:
        try:
            meanings[label] = read(label)
        except ValueError as refusal:
            refusals[label] = refusal
    listed = np.empty(len(labels), dtype=object)
    listed[:] = [meanings.get(label) for label in labels]
    read_rows: pd.Series[Any] = pd.Series(listed[places], index=text.index)
    unknown = text[text.isin(list(refusals))]
    if is_another_column(unknown, text):
        return Labels(read_rows, [another_column(extract, name, unknown)])
    problems = [
        _refused(extract, name, text[text == label], refusal, action)
        for label, refusal in refusals.items()
    ]
    return Labels(read_rows, problems)


def number_of(count: int, one: str, many: str) -> str:
    """Write a number with its noun.

    Examples
    --------
    >>> number_of(1, "row", "rows"), number_of(1200, "person", "people")
    ('1 row', '1,200 people')
    """
    return f"{count:,} {one if count == 1 else many}"


def another_column(extract: Extract, name: str, found: pd.Series[str]) -> Problem:
    """Quote nothing of what may be names or dates of birth under the wrong heading.

    Parameters
    ----------
    extract : Extract
        The rows.
    name : str
        The field.
    found : Series of str
        By row, the texts that were not recognised.
    """
    rule = (
        f"holds {found.nunique()} different texts that are not recognised "
        f"({number_of(len(found), 'row', 'rows')}): it may be another column"
    )
    return extract.problem(rule, "Correct it", row=int(found.index[0]), name=name)


def one_person_once(
    extract: Extract,
    rows: pd.Index[int],
    ethnicity: pd.Series[Any],
    elsewhere: pd.Series[Any] | None = None,
) -> People:
    """Choose the assignment by which each person is counted, and agree on the person's ethnicity.

    The primary assignment is taken, else that with the highest FTE, else the first. A known
    ethnicity goes before an unknown one; White and BME for one person is a problem.

    Parameters
    ----------
    extract : Extract
        The rows, with the fields `person` and, where the file has them, `primary` and `fte`.
    rows : Index
        The assignments that are counted.
    ethnicity : Series of Ethnicity
        By row; None where it could not be read.
    elsewhere : Series of Ethnicity, optional
        The same of the rows that are not counted, which tells where these do not.
    """
    everyone = extract.rows["person"].str.strip().str.casefold()
    person = everyone.loc[rows]
    blank = person.index[person == ""]
    problems = [_no_person(extract, blank)] if len(blank) else []
    primary, refused = _primary(extract, rows)
    fte, warnings = _fte(extract, person)
    order = pd.DataFrame({"person": person, "primary": primary, "fte": fte, "row": person.index})
    best = order.sort_values(["primary", "fte", "row"], ascending=[False, False, True])
    chosen = pd.Index(best.drop_duplicates("person")["row"].sort_values())
    known = _with_elsewhere(everyone, person, ethnicity, elsewhere)
    agreed, clashes, notes = _agree(extract, everyone.loc[known.index], known, chosen)
    warnings += [*_unsure(extract, order), *_zeros_in_front(extract, person)]
    return People(chosen, agreed, [*problems, *refused, *clashes], warnings, notes)


def _refused(
    extract: Extract, name: str, found: pd.Series[str], refusal: ValueError, action: str
) -> Problem:
    label = str(found.iloc[0])
    told = refusal.rule if isinstance(refusal, CellError) else str(refusal)
    rule = f"{told.replace(f' {label!r}', '', 1)} ({number_of(len(found), 'row', 'rows')})"
    return extract.problem(rule, action, row=int(found.index[0]), name=name, given=label or None)


def _no_person(extract: Extract, rows: pd.Index[int]) -> Problem:
    rule = f"must not be blank ({number_of(len(rows), 'row', 'rows')})"
    return extract.problem(rule, "Fill the cell in", row=int(rows[0]), name="person")


def _primary(extract: Extract, rows: pd.Index[int]) -> tuple[pd.Series[bool], list[Problem]]:
    if not extract.has("primary"):
        return pd.Series(False, index=rows), []
    flags = read_labels(extract, "primary", read_flag, "Correct the cell", rows)
    return flags.meanings.map(bool).astype(bool), flags.problems


def _fte(extract: Extract, person: pd.Series[str]) -> tuple[pd.Series[float], list[Problem]]:
    """Read FTE, which only chooses among assignments: one that can't be read is the lowest."""
    if not extract.has("fte"):
        return pd.Series(0.0, index=person.index), []
    text = extract.rows.loc[person.index, "fte"]
    fte = pd.to_numeric(text, errors="coerce")
    bad = text.index[fte.isna() & (text != "") & person.duplicated(keep=False)]
    return fte.fillna(-1.0).astype(float), [_bad_fte(extract, bad)] if len(bad) else []


def _bad_fte(extract: Extract, rows: pd.Index[int]) -> Problem:
    told = number_of(len(rows), "row", "rows")
    rule = f"must be a number, to choose among a person's assignments ({told})"
    return extract.problem(rule, "Correct the cell", row=int(rows[0]), name="fte")


def _unsure(extract: Extract, order: pd.DataFrame) -> list[Problem]:
    """Name people whose assignment was chosen without one primary flag."""
    several = order[order["person"].duplicated(keep=False) & (order["person"] != "")]
    primaries = several.groupby("person", sort=False)["primary"].transform("sum")
    found = []
    for doubt, rows in (
        ("no primary assignment is marked", several[primaries == 0]),
        ("more than one assignment is marked as primary", several[primaries > 1]),
    ):
        if len(rows):
            people = number_of(rows["person"].nunique(), "person", "people")
            rule = f"{doubt} for {people} with several; the highest FTE was taken, else the first"
            found.append(extract.problem(rule, _NO_PRIMARY, row=int(rows["row"].min())))
    return found


def _zeros_in_front(extract: Extract, person: pd.Series[str]) -> list[Problem]:
    """Tell of numbers that a spreadsheet may have shortened in some of the rows."""
    short = person.str.lstrip("0")
    doubtful = short.index[(short != "") & (person.groupby(short).transform("nunique") > 1)]
    if not len(doubtful):
        return []
    told = number_of(person[doubtful].nunique(), "number", "numbers")
    rule = f"{told} differ from another only by zeros in front; they are counted as other people"
    action = "Write the number of a person alike in every row, if they are the same people,"
    return [extract.problem(rule, action, row=int(doubtful[0]), name="person")]


def _with_elsewhere(
    everyone: pd.Series[str],
    person: pd.Series[str],
    ethnicity: pd.Series[Any],
    elsewhere: pd.Series[Any] | None,
) -> pd.Series[Any]:
    """Add the rows that are not counted of people of whom those that are tell nothing."""
    if elsewhere is None or elsewhere.empty:
        return ethnicity
    groups = ethnicity.map(_group_of)
    told = person[groups.notna() & (groups != UNKNOWN)]
    others = everyone.loc[elsewhere.index]
    wanted = others.isin(person) & ~others.isin(told) & (others != "")
    both: pd.Series[Any] = pd.concat([ethnicity, elsewhere[wanted]])
    return both


def _agree(
    extract: Extract, person: pd.Series[str], ethnicity: pd.Series[Any], chosen: pd.Index[int]
) -> tuple[pd.Series[Any], list[Problem], list[Problem]]:
    """Give each chosen row the ethnicity that is known of its person."""
    groups = ethnicity.map(_group_of)
    known = person[groups.notna() & (groups != UNKNOWN) & (person != "")]
    clashes = [
        _two_groups(extract, groups[rows.index])
        for _, rows in known[_differ(known, groups)].groupby(known, sort=False)
    ]
    first = pd.Series(known.index, index=known).groupby(level=0, sort=False).first()
    open_rows = chosen[(groups[chosen] == UNKNOWN) & person[chosen].isin(first.index)]
    agreed = ethnicity.loc[chosen].copy()
    agreed[open_rows] = ethnicity.loc[first.loc[person[open_rows]]].to_numpy()
    return agreed, clashes, _settled(extract, open_rows)


def _group_of(ethnicity: Ethnicity | None) -> str | None:
    return ethnicity.group if ethnicity is not None else None


def _differ(person: pd.Series[str], groups: pd.Series[Any]) -> pd.Series[bool]:
    """Tell the rows of people of whom more than one group is known."""
    return groups[person.index].groupby(person).transform("nunique") > 1


def _two_groups(extract: Extract, groups: pd.Series[str]) -> Problem:
    first = groups.index[0]
    other = groups.index[groups != groups[first]][0]  # which groups they are is not told
    rule = f"one person must be in one ethnic group; row {first} of the same person has another"
    action = "Correct the rows of this person"
    return extract.problem(rule, action, row=int(other), name="ethnic_origin")


def _settled(extract: Extract, rows: pd.Index[int]) -> list[Problem]:
    if not len(rows):
        return []
    people = number_of(len(rows), "person", "people")
    rule = f"unknown in one assignment and known in another for {people}; the known one was taken"
    action = "Update the record if it is wrong"
    return [extract.problem(rule, action, row=int(rows.min()), name="ethnic_origin")]
