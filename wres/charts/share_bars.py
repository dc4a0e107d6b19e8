"""The make-up of a group of people by ethnicity, taken out of results."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from wres.charts.cells import Cell, whole
from wres.labels import NOT_AVAILABLE, format_headcount

__all__ = ["ShareBar", "share_bar"]


@dataclass(frozen=True)
class ShareBar:
    """One bar.

    Parameters
    ----------
    name : str
        What the bar shows the make-up of: 'Bands 5 to 7'.
    shares : dict of str to Cell
        By group; a group that was not published is absent.
    people : str
        Head count as printed at the right; empty where unknown.
    total : int or None
        Number of people in the bar.
    emphasis : bool
        Whether the bar sums up others.
    """

    name: str
    shares: dict[str, Cell]
    people: str = ""
    total: int | None = None
    emphasis: bool = False

    @property
    def is_drawn(self) -> bool:
        """Whether there is a BME share, from which every bar starts."""
        return self.bme is not None

    @property
    def hides_any(self) -> bool:
        """Whether a share of any group is withheld."""
        return any(cell.is_withheld for cell in self.shares.values())

    @property
    def hides_bme(self) -> bool:
        """Whether the BME share is withheld, without which there is no bar."""
        return "BME" in self.shares and self.shares["BME"].is_withheld

    @property
    def bme(self) -> float | None:
        """BME share, 0 to 100."""
        return self.shares["BME"].value if "BME" in self.shares else None

    @property
    def bme_label(self) -> str:
        """BME share as printed; in its absence 'no members', '[c]' or 'not available'."""
        return self.shares["BME"].label if "BME" in self.shares else NOT_AVAILABLE


def share_bar(rows: Iterable[Any], name: str, *, emphasis: bool = False) -> ShareBar:
    """Take one bar out of the results rows of one breakdown, as `itertuples` gives them."""
    held = list(rows)
    shares = {str(row.group): Cell.of(row) for row in held if row.measure == "share"}
    bases = [cell.base for cell in shares.values() if cell.base is not None]
    heads = [row.value for row in held if row.measure == "headcount" and row.group == "all"]
    total = whole(heads[0]) if heads else (bases[0] if bases else None)
    people = "" if total is None else format_headcount(total)
    return ShareBar(name, shares, people, total, emphasis)
