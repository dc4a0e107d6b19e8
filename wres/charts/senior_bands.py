"""Senior bands on their way to the workforce's share, taken out of results."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from wres.chapters.reading import Chapter
from wres.charts.cells import Cell, parts_of
from wres.definitions.bands import band_order, band_title
from wres.labels import WITHHELD_SYMBOL, format_headcount

__all__ = ["SeniorBand", "senior_bands"]

TOGETHER = "all"


@dataclass(frozen=True)
class SeniorBand:
    """One senior band.

    Parameters
    ----------
    title : str
    goal : Cell
        Head count that would give BME the workforce's share; its count is BME staff now.
    steps : dict of int to float
        Head count on the straight line, by year, this year's first.
    increase : Cell or None
        How many more a year the line takes.
    leaving : tuple of (str, Cell)
        Appointments a year where that percentage of staff leaves.
    """

    title: str
    goal: Cell
    steps: dict[int, float]
    increase: Cell | None
    leaving: tuple[tuple[str, Cell], ...] = ()

    @property
    def is_drawn(self) -> bool:
        """Whether both ends of the line are known."""
        return self.goal.value is not None and self.goal.count is not None

    @property
    def rises(self) -> bool:
        """Whether there are fewer BME staff than the goal."""
        return self.increase is not None and (self.increase.value or 0.0) > 0

    @property
    def held(self) -> str:
        """BME staff now of all staff of the band: '3 of 41'."""
        return f"{format_headcount(self.goal.count)} of {format_headcount(self.goal.base)}"

    @property
    def pace(self) -> str:
        """How many more a year; that there is nothing left to do; empty where not known."""
        if self.increase is None or self.increase.value is None:
            return ""
        if not self.rises:
            return "at or above the workforce share"
        leaving = "".join(
            f", {cell.label} appointments a year if {share}% leave"
            for share, cell in self.leaving
            if cell.value is not None
        )
        return f"{self.increase.label} more a year{leaving}"

    @property
    def told(self) -> str:
        """The figures in words."""
        if not self.is_drawn:
            return WITHHELD_SYMBOL if self.goal.is_withheld else self.goal.status
        pace = f"; {self.pace}" if self.pace else ""
        return f"{self.held} now, goal {self.goal.label}{pace}"


def senior_bands(chapter: Chapter) -> list[SeniorBand]:
    """Take the senior bands out of a chapter's results, in order."""
    rows = chapter.rows(indicator="1", group="BME")
    found: dict[str, dict[str, Any]] = {}
    for row in rows.itertuples():
        parts = parts_of(str(row.breakdown))
        if parts.get("staff_group") == TOGETHER and "band" in parts and "year" not in parts:
            _keep(found.setdefault(parts["band"], {"steps": {}, "leaving": []}), row, parts)
    bands = sorted((band for band in found if "goal" in found[band]), key=band_order)
    return [_band(band, found[band]) for band in bands]


def _keep(kept: dict[str, Any], row: Any, parts: dict[str, str]) -> None:
    cell = Cell.of(row)
    if row.measure == "parity_headcount":
        kept["goal"] = cell
    elif row.measure == "trajectory" and "at" in parts and cell.value is not None:
        kept["steps"][int(parts["at"])] = cell.value
    elif row.measure == "yearly_increase" and "leavers" in parts:
        kept["leaving"].append((parts["leavers"], cell))
    elif row.measure == "yearly_increase":
        kept["increase"] = cell


def _band(band: str, kept: dict[str, Any]) -> SeniorBand:
    steps = dict(sorted(kept["steps"].items()))
    leaving = tuple(kept["leaving"])
    return SeniorBand(band_title(band), kept["goal"], steps, kept.get("increase"), leaving)
