"""Single figures taken out of results rows, ready to be drawn or said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from wres.labels import (
    DIFFERENCES,
    EQUAL_AT,
    NOT_COUNTED,
    WITHHELD_SYMBOL,
    format_contribution,
    format_figure,
    format_interval,
    format_people,
)

__all__ = ["Cell", "number", "only_broken_down_by", "parts_of", "whole"]


@dataclass(frozen=True)
class Cell:
    """One figure of the results: absent values are None, words are never empty.

    Parameters
    ----------
    value, lower, upper : float or None
    unit, status, verdict : str
        As in ``results.csv``.
    base, count : int or None
        The denominator and the numerator.
    confidence : float or None
        That of the interval, in per cent.
    measure : str
        As in ``results.csv``; goals and steps are printed in tenths of a person.
    """

    value: float | None
    unit: str
    status: str
    verdict: str = ""
    lower: float | None = None
    upper: float | None = None
    base: int | None = None
    count: int | None = None
    measure: str = ""
    confidence: float | None = None

    @classmethod
    def of(cls, row: Any) -> Cell:
        """Take a cell out of a row of results."""
        return cls(
            value=number(row.value),
            unit=row.unit,
            status=row.status,
            verdict=row.verdict,
            lower=number(row.lower),
            upper=number(row.upper),
            base=whole(row.denominator),
            count=whole(row.numerator),
            measure=row.measure,
            confidence=number(row.confidence),
        )

    @property
    def is_withheld(self) -> bool:
        """Whether the figure is not shown, to protect people."""
        return self.status == "suppressed"

    @property
    def is_drawn(self) -> bool:
        """Whether there is a value, or an interval alone: of a ratio over zero."""
        return self.value is not None or self.lower is not None

    @property
    def label(self) -> str:
        """The figure as it is printed; in its absence the words or the symbol for why."""
        if self.is_withheld:
            return WITHHELD_SYMBOL
        if self.value is None:
            return self.status
        if self.measure in NOT_COUNTED:
            return format_people(self.value, self.measure)
        if self.measure == "contribution":
            return format_contribution(self.value)
        published = self.status == "as published"
        signed = self.measure in DIFFERENCES
        return format_figure(self.value, self.unit, published=published, signed=signed)

    @property
    def interval_label(self) -> str:
        """The interval as it is printed, empty where there is none."""
        if self.lower is None:
            return ""
        equal = EQUAL_AT.get(self.measure)
        return format_interval(self.lower, self.upper, self.unit, equal=equal)


def only_broken_down_by(rows: pd.DataFrame, *names: str) -> pd.DataFrame:
    """Return the rows broken down by nothing but `names`: no earlier years, no comparators."""
    known = rows["breakdown"].map(lambda breakdown: set(parts_of(breakdown)) <= set(names))
    return rows[known.astype(bool)]


def number(value: Any) -> float | None:
    """Return a value of a results column as a plain number, or None."""
    return None if pd.isna(value) else float(value)


def whole(value: Any) -> int | None:
    """Return a count of a results column as a plain integer, or None."""
    return None if pd.isna(value) else int(value)


def parts_of(breakdown: str) -> dict[str, str]:
    """Read a breakdown.

    Examples
    --------
    >>> parts_of("staff_group=clinical;band=5-7"), parts_of("all")
    ({'staff_group': 'clinical', 'band': '5-7'}, {})
    """
    if breakdown == "all":
        return {}
    pairs = (part.partition("=") for part in breakdown.split(";"))
    return {name: word for name, _, word in pairs}
