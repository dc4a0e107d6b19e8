"""Which assignments of a staff list are counted: substantive staff in post on the day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

import pandas as pd

from wres.definitions.assignments import read_category, read_status
from wres.definitions.grades import is_outside_grade
from wres.definitions.staff_groups import is_outside_staff_group
from wres.errors import Problem
from wres.extracts.contract import Extract
from wres.extracts.people import number_of, read_labels
from wres.sources.trust import ExtractSettings

__all__ = ["InPost", "staff_in_post"]

_ADD_COUNTED: Final = (
    "Correct it, or say under settings.extracts.counted in trust.yml whether its staff are counted,"
)


@dataclass(frozen=True)
class InPost:
    """The rows that are counted.

    Parameters
    ----------
    rows : Index
        Their numbers in the file.
    problems, warnings, notes : list of Problem
        Labels that were not recognised; what can't be told; how many rows of which label were left
        out.
    """

    rows: pd.Index[int]
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)


def staff_in_post(extract: Extract, settings: ExtractSettings) -> InPost:
    """Leave out those who are no substantive staff in post, by category, contract, status, grade.

    A row is looked at no further once it is left out: a bank worker's grade need not be known.
    """
    rows = extract.rows.index
    problems: list[Problem] = []
    notes: list[Problem] = []
    for name, read in _readers(extract, settings):
        labels = read_labels(extract, name, read, _ADD_COUNTED, rows)
        out = rows[[one is False for one in labels.meanings]]
        problems += labels.problems
        notes += _left_out(extract, name, out)
        rows = rows.difference(out, sort=False)
    has_category = extract.has("assignment_category") or extract.has("contract")
    return InPost(rows, problems, [] if has_category else [_no_category(extract)], notes)


Read = Callable[[str], bool | None]


def _readers(extract: Extract, settings: ExtractSettings) -> Iterator[tuple[str, Read]]:
    """Yield how each field that the file has tells who is counted."""

    def category(text: str) -> bool | None:
        return read_category(text, settings.counted)

    def contract(text: str) -> bool | None:
        """Leave a blank to the category, where there is one."""
        return None if not text and extract.has("assignment_category") else category(text)

    def status(text: str) -> bool | None:
        return read_status(text, settings.counted)

    def grade(text: str) -> bool:
        own = {word.strip().casefold() for word in settings.grades}
        return text.strip().casefold() in own or not is_outside_grade(text)

    readers: dict[str, Read] = {
        "assignment_category": category,
        "contract": contract,
        "assignment_status": status,
        "staff_group": lambda text: not is_outside_staff_group(text),
        "pay_grade": grade,
    }
    yield from ((name, read) for name, read in readers.items() if extract.has(name))


def _left_out(extract: Extract, name: str, rows: pd.Index[int]) -> list[Problem]:
    labels = extract.rows.loc[rows, name]
    return [
        extract.problem(
            f"{label!r} is not counted: {number_of(len(found), 'row', 'rows')} left out",
            "If it should be counted, say so under settings.extracts.counted in trust.yml",
            row=int(found.index[0]),
            name=name,
        )
        for label, found in labels.groupby(labels, sort=False)
    ]


def _no_category(extract: Extract) -> Problem:
    rule = "there is no assignment category and no contract: bank and locum staff can't be told"
    return extract.problem(rule, "Add the column, or make sure that they are left out,", row=1)
