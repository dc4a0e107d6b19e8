"""What passes between the steps from a trust's own extract to a counts table."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

import pandas as pd

from wres.errors import Problem
from wres.extracts.quoting import (
    fold_identifiers,
    is_free_text,
    looks_like_a_name,
    may_name_someone,
)
from wres.sources.files import InputFile

__all__ = ["Cell", "Counted", "Extract", "Field", "Grid", "Layout"]

Cell = tuple[int, int]

# A word of the system's own stands in more rows than the name of somebody.
_ROWS_OF_A_NAME: Final = 2


@dataclass(frozen=True)
class Grid:
    """One sheet of a file, as text.

    Parameters
    ----------
    sheet : str or None
        Name of the sheet; None where the format has none (csv).
    cells : DataFrame of str
        Every cell as stripped text, "" where blank; the index is the row number that the user sees
        (the first row is 1), the columns are 0, 1, 2, ... A native date is written
        `2021-03-31`, a whole number without decimals.
    dates : frozenset of (row, column)
        Cells that the file stores as dates or times.
    faults : dict of (row, column) to str
        Cells that hold no value though they should: the rule that each breaks. Excel's errors
        stand in `cells` as Excel shows them (`#N/A`).
    merged : tuple of (first row, first column, last row, last column)
        Cells that are merged; only the first of them has text.
    widths : dict of int to int
        By row, the number of cells written; only where the format has rows of any length (csv).
    hidden : bool
        Whether the workbook hides the sheet.
    notes : tuple of Problem
        What was read without doubt though it was not written so (another encoding).
    """

    sheet: str | None
    cells: pd.DataFrame
    dates: frozenset[Cell] = frozenset()
    faults: dict[Cell, str] = field(default_factory=dict)
    merged: tuple[tuple[int, int, int, int], ...] = ()
    widths: dict[int, int] = field(default_factory=dict)
    hidden: bool = False
    notes: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Field:
    """A field of an extract.

    Parameters
    ----------
    name : str
        What the code calls it.
    meaning : str
        For the data dictionary.
    required : bool
        Whether there is no counting without it.
    identifier : bool
        Whether its values may lead to a person; they are never quoted, logged or stored.
    """

    name: str
    meaning: str
    required: bool = False
    identifier: bool = False


@dataclass(frozen=True)
class Layout:
    """The fields of one source, in the order of its template.

    The headings accepted for each are in `definitions/headings.yml`; `own_headings` is where who
    has the file gives others.
    """

    source: str
    fields: tuple[Field, ...]
    own_headings: str = "settings.extracts.headings in trust.yml"

    def field(self, name: str) -> Field:
        """Give a field by its name."""
        return next(one for one in self.fields if one.name == name)


@dataclass(frozen=True)
class Extract:
    """The rows of one extract under the names of its fields.

    Parameters
    ----------
    file : InputFile
        Where the rows come from.
    layout : Layout
        Its fields.
    sheet : str or None
        The sheet that was read.
    rows : DataFrame of str
        Text as written; the index is the row number in the file, the columns are those fields that
        the file has.
    headings : dict of str to str
        The heading of each field as the file writes it.
    dates : dict of str to frozenset of int
        By field, the rows that hold native dates or times.
    notes : tuple of Problem
        What was noticed in reading: columns left out, totals skipped, another encoding.
    """

    file: InputFile
    layout: Layout
    sheet: str | None
    rows: pd.DataFrame
    headings: dict[str, str] = field(default_factory=dict)
    dates: dict[str, frozenset[int]] = field(default_factory=dict)
    notes: tuple[Problem, ...] = ()

    def has(self, *names: str) -> bool:
        """Tell whether the file has all these fields."""
        return set(names) <= set(self.rows)

    def problem(
        self,
        rule: str,
        action: str = "Correct the row",
        *,
        row: int | None = None,
        name: str | None = None,
        given: str | None = None,
    ) -> Problem:
        """Locate one fault; what may lead to a person is never quoted, in whatever column."""
        hidden = name is not None and self.layout.field(name).identifier
        if given is not None and not hidden:
            hidden = may_name_someone(given, self._identifiers) or (
                self._is_about_people and (is_free_text(given) or self._is_a_name(name, given))
            )
        return self.file.problem(
            rule,
            action,
            row=row,
            column=self.headings.get(name, name) if name else None,
            given=None if hidden else given,
            sheet=self.sheet,
        )

    def _is_a_name(self, name: str | None, given: str) -> bool:
        """Tell what looks like a name and stands in so few rows that it may be one."""
        if not looks_like_a_name(given):
            return False
        return name not in self.rows or int((self.rows[name] == given).sum()) <= _ROWS_OF_A_NAME

    @property
    def _is_about_people(self) -> bool:
        return any(one.identifier for one in self.layout.fields)

    @cached_property
    def _identifiers(self) -> frozenset[str]:
        names = [one.name for one in self.layout.fields if one.identifier and one.name in self.rows]
        return fold_identifiers(self.rows[names])


@dataclass(frozen=True)
class Counted:
    """The counts table made from an extract, and what was noticed on the way.

    Parameters
    ----------
    table : DataFrame
        With the columns and types of the counts table of the same name.
    problems : list of Problem
        What must be mended before the counts can be trusted.
    warnings : list of Problem
        What should be looked at.
    notes : list of Problem
        What was read without doubt though it was not written so (`8A ` as `8a`).
    """

    table: pd.DataFrame
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
