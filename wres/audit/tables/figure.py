"""One figure of a table."""

from __future__ import annotations

from dataclasses import dataclass

from wres.audit.claim import Spot
from wres.audit.printed import Printed

__all__ = ["Figure"]


@dataclass(frozen=True)
class Figure:
    """One figure of a table.

    Parameters
    ----------
    spot : Spot
    printed : Printed
    indicator, measure, breakdown, group, other : str
        As in a claim; `measure` is also ``change``.
    year : int, optional
    dated : bool
        Whether the table itself names the year.
    comparator : str
        Whose figure it is, blank for the trust's own.
    row_text : str
        The labels of its row.
    heading : str
        The headings of its column.
    of : int, optional
        Base that the cell prints beside it.
    along : {'row', 'column', ''}
        Of a difference, where the figures stand that it is the difference of.
    """

    spot: Spot
    printed: Printed
    indicator: str
    measure: str
    breakdown: str
    group: str
    other: str
    year: int | None
    dated: bool
    comparator: str = ""
    row_text: str = ""
    heading: str = ""
    of: int | None = None
    along: str = ""

    @property
    def series(self) -> tuple[str, str, str, str]:
        """What it is of, its year and its owner apart."""
        return (self.indicator, self.measure, self.breakdown, self.group)
