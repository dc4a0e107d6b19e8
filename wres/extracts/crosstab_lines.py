"""The rows of a crosstab: bands, the staff groups they stand under, and totals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

import pandas as pd

from wres.definitions.bands import load_bands
from wres.definitions.ethnic_codes import fold_words
from wres.definitions.staff_groups import CLINICAL
from wres.extracts.crosstab_words import (
    StaffGroup,
    is_grand_total,
    is_number,
    is_share,
    read_band_label,
    read_group_word,
    total_of,
)
from wres.sources.trust import ExtractSettings

__all__ = ["MEDICAL", "Line", "read_lines"]

MEDICAL: Final = "all medical"


@dataclass(frozen=True)
class Line:
    """What a row of counts stands for.

    Parameters
    ----------
    row : int
        Its number in the file.
    label : str
        As written.
    section : str
        The heading or first column that it stands under, folded.
    staff_group : str or None
        What that says of it.
    band : str or None
        None for a total, or where the label was not recognised.
    total_of : str or None
        For a total: a folded section or staff group, `all`, `above`, or `all medical`.
    """

    row: int
    label: str
    section: str
    staff_group: StaffGroup | None
    band: str | None
    total_of: str | None = None


def read_lines(
    labels: pd.DataFrame,
    counts: pd.DataFrame,
    outer: StaffGroup | None,
    settings: ExtractSettings,
) -> tuple[Line, ...]:
    """Say what each row of counts stands for.

    Parameters
    ----------
    labels, counts : DataFrame of str
        The columns before and from the first ethnic group on, below the headers.
    outer : str or None
        The staff group that the title or the sheet's name gives.
    settings : ExtractSettings
        The trust's own grades and groups.
    """
    return _medical_total(list(_read_lines(labels, counts, outer, settings)))


def _read_lines(
    labels: pd.DataFrame,
    counts: pd.DataFrame,
    outer: StaffGroup | None,
    settings: ExtractSettings,
) -> Iterator[Line]:
    """Read the rows from the top down; a heading or first column holds for those below it."""
    section, staff_group = "", outer
    for row in labels.index:
        label = _Label([text for text in labels.loc[row] if text], settings)
        if label.group and not label.total:
            section, staff_group = fold_words(label.group_text), label.group
        elif label.band == load_bands().medical_together.label:
            section, staff_group = fold_words(label.band_text), CLINICAL
        if _is_counted(counts.loc[row], label) and not is_share(label.text or "-"):
            yield label.line(int(row), section, staff_group)


def _medical_total(lines: list[Line]) -> tuple[Line, ...]:
    """Make all medical staff together a total where their subgroups stand in rows of their own."""
    bands = load_bands()
    if not any(line.band in bands.medical_members for line in lines):
        return tuple(lines)
    return tuple(
        replace(line, band=None, total_of=MEDICAL)
        if line.band == bands.medical_together.label
        else line
        for line in lines
    )


def _is_counted(cells: pd.Series[str], label: _Label) -> bool:
    """Tell rows of counts from headings, footnotes and headers that are repeated."""
    filled = [cell for cell in cells if cell]
    return any(is_number(cell) for cell in filled) or bool(filled and label.band)


class _Label:
    """The texts that name one row."""

    def __init__(self, texts: list[str], settings: ExtractSettings) -> None:
        self.text = " / ".join(texts)
        self.total = next((text for text in texts if total_of(text) is not None), None)
        bands = {text: read_band_label(text, settings) for text in texts if text != self.total}
        self.band_text = next((text for text in reversed(bands) if bands[text]), "")
        self.band = bands.get(self.band_text)
        groups = {text: read_group_word(text, settings) for text in bands if text != self.band_text}
        self.group_text = next((text for text in groups if groups[text]), "")
        self.group = groups.get(self.group_text)
        self.settings = settings

    def line(self, row: int, section: str, staff_group: StaffGroup | None) -> Line:
        """Say what a row of counts stands for."""
        if self.total is not None:
            return Line(row, self.text, section, staff_group, None, self._scope())
        if self.band is None and self.group is not None:
            return Line(row, self.text, section, staff_group, None, section)
        return Line(row, self.text, section, staff_group, self.band)

    def _scope(self) -> str:
        """Say what a total is the total of."""
        named = total_of(self.total or "") or fold_words(self.group_text)
        if is_grand_total(self.total or "") or named == "all":
            return "all"
        return named or "above"
