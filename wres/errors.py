"""What can go wrong for a user, and how it is told.

Every error that a user can cause or mend is a `WresError`: printed on stderr without a
traceback, each kind with an exit code of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

__all__ = [
    "BusyError",
    "ChapterError",
    "ContradictionError",
    "InputError",
    "Problem",
    "RenderError",
    "ShelfError",
    "StoppedError",
    "UsageError",
    "WresError",
    "told_once",
]


@dataclass(frozen=True)
class Problem:
    """One fault in an input file: where, the rule, what was given, what to do.

    Parameters
    ----------
    file : str
        Path of the file as the user knows it.
    rule : str
        What must hold, in words that follow a colon ("must be a whole number, 0 or more").
    remedy : str
        What to do about it, a sentence.
    row : int, optional
        Line of the file, the header being line 1.
    column : str, optional
        Column name, or key of a YAML file.
    given : str, optional
        What the file holds there.
    sheet : str, optional
        Sheet of a workbook.
    cell : str, optional
        Cell of a notebook: its id and first words.
    """

    file: str
    rule: str
    remedy: str
    row: int | None = None
    column: str | None = None
    given: str | None = None
    sheet: str | None = None
    cell: str | None = None

    def __str__(self) -> str:
        place = self.file if self.sheet is None else f"{self.file}, sheet {self.sheet!r}"
        if self.row is not None:
            place += f" row {self.row}"
        if self.cell is not None:
            place += f", cell {self.cell}"
        if self.column is not None:
            place += f", column {self.column}"
        got = f", got {self.given!r}" if self.given is not None else ""
        return f"{place}: {self.rule}{got}. {self.remedy}"


def told_once(problems: Iterable[Problem]) -> list[Problem]:
    """Leave out what is told already: a file that serves several years is read for each."""
    told: dict[tuple[object, ...], Problem] = {}
    for one in problems:
        told.setdefault(
            (one.file, one.sheet, one.row, one.cell, one.column, one.rule, one.given), one
        )
    return list(told.values())


class WresError(Exception):
    """Something asked for did not come out."""

    exit_code = 1


class UsageError(WresError):
    """The command was used in a way that can't work."""

    exit_code = 2


class InputError(WresError):
    """Bad input; holds every problem found, not just the first."""

    exit_code = 3

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))

    def __reduce__(self) -> tuple[type, tuple[tuple[Problem, ...]]]:
        return type(self), (self.problems,)  # processes hand it on


class ContradictionError(WresError):
    """Figures contradict what was stated elsewhere; holds every problem found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))

    def __reduce__(self) -> tuple[type, tuple[tuple[Problem, ...]]]:
        return type(self), (self.problems,)  # processes hand it on


class ChapterError(WresError):
    """A chapter's parameters, code or inline values are at fault."""


class ShelfError(WresError):
    """The report can't be put where it belongs."""


class StoppedError(WresError):
    """Somebody ended it, by a key pressed or a signal of the system."""

    def __init__(self, message: str, exit_code: int) -> None:
        super().__init__(message)
        self.exit_code = exit_code


class BusyError(ShelfError):
    """Another run is at work there."""


class RenderError(WresError):
    """The staged report can't be turned into a document."""
