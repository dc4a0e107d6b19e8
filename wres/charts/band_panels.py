"""Bars of indicator 1, clinical and non-clinical apart, taken out of results."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from wres.chapters.reading import Chapter
from wres.charts.cells import Cell, only_broken_down_by, parts_of
from wres.charts.share_bars import ShareBar, share_bar
from wres.definitions.bands import (
    ALL_BANDS,
    band_order,
    band_title,
    is_part_of_another,
    load_bands,
)
from wres.labels import WITHHELD_SYMBOL, decapitalise

__all__ = ["Panel", "band_panels", "cell_name", "whole_workforce", "withheld_labels"]

# Bands of both staff groups together are drawn only where they were not published apart.
TOGETHER = "all"
APART = ("clinical", "non-clinical")


@dataclass(frozen=True)
class Panel:
    """The bars of one staff group; `counted` are bands that no other bar holds already."""

    staff_group: str
    bars: tuple[ShareBar, ...]
    counted: tuple[ShareBar, ...]

    @property
    def title(self) -> str:
        """Heading above the bars."""
        return f"{self.staff_group.capitalize()} staff"

    def named(self, bar: ShareBar) -> str:
        """Name a bar of this panel in a sentence: 'clinical bands 1 to 4'."""
        return _named(self.staff_group, bar.name)


def band_panels(chapter: Chapter) -> list[Panel]:
    """Take the bars of every pay band out of a chapter's results."""
    rows = only_broken_down_by(chapter.rows(indicator="1"), "staff_group", "band")
    rows = rows[rows["measure"].isin(["share", "headcount"])]
    parts = rows["breakdown"].map(parts_of)
    staff_groups = parts.map(lambda part: part.get("staff_group", ""))
    present = [name for name in APART if staff_groups.eq(name).any()] or [TOGETHER]
    return [_panel(name, rows[staff_groups.eq(name)]) for name in present]


def cell_name(staff_group: str, band: str) -> str:
    """Name a band of a staff group in a sentence: 'clinical band 5', 'consultants'."""
    return _named(staff_group, band_title(band))


def whole_workforce(chapter: Chapter) -> Cell | None:
    """Return the BME share of the whole workforce; None where it is not known."""
    row = chapter.row(indicator="workforce", measure="share", breakdown="all", group="BME")
    cell = None if row is None else Cell.of(row)
    return None if cell is None or cell.value is None else cell


def withheld_labels(panels: Sequence[Panel]) -> list[str]:
    """Return the symbol once for each bar of which a share is withheld."""
    return [WITHHELD_SYMBOL for panel in panels for bar in panel.bars if bar.hides_any]


def _panel(staff_group: str, rows: pd.DataFrame) -> Panel:
    by_band: dict[str, list[Any]] = {}
    for row in rows.itertuples():
        by_band.setdefault(parts_of(str(row.breakdown))["band"], []).append(row)
    bars = {
        band: share_bar(by_band[band], _bar_name(staff_group, band), emphasis=band == ALL_BANDS)
        for band in sorted(by_band, key=band_order)
    }
    single = [band for band in bars if band != ALL_BANDS and not is_part_of_another(band)]
    counted = tuple(bars[band] for band in single or bars)
    return Panel(staff_group, tuple(bars.values()), counted)


def _bar_name(staff_group: str, band: str) -> str:
    if band == ALL_BANDS:
        return "All staff" if staff_group == TOGETHER else f"All {staff_group}"
    return (
        f"of whom {decapitalise(band_title(band))}"
        if is_part_of_another(band)
        else band_title(band)
    )


def _named(staff_group: str, title: str) -> str:
    if staff_group == TOGETHER or title in _medical_titles():
        return decapitalise(title)
    return f"{staff_group} {decapitalise(title)}"


def _medical_titles() -> set[str]:
    """Name those who can only be clinical: nobody says 'clinical consultants'."""
    return {band.title for band in load_bands().named}
