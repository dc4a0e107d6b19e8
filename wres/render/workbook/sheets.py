"""gptables' workbook for text that others wrote: printed as text, whatever stands in it."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from gptables.core.wrappers import GPWorkbook, GPWorksheet
from xlsxwriter.workbook import Workbook

from wres.render.workbook.numbers import Number

__all__ = ["AS_TEXT", "Book", "Cell", "is_risky"]

# What a spreadsheet may take for the beginning of a formula, when a cell is opened again.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
AS_TEXT = {"quote_prefix": True}  # what stands in the cell stays text when it is opened again


def is_risky(text: str) -> bool:
    """Tell whether a text looks like a formula."""
    return text.startswith(_FORMULA)


@dataclass(frozen=True)
class Cell:
    """Text in a table.

    gptables refuses cells without a Latin letter or a digit, and reads markup in others: it asks
    for neither of an object that is no text.
    """

    text: str

    def __str__(self) -> str:
        return "text"


class _Sheet(GPWorksheet):  # type: ignore[misc]
    """A sheet that takes no text for a link, a reference to a note, or a formula."""

    @staticmethod
    def _replace_url(string: str) -> object:
        return string

    @staticmethod
    def _replace_reference(string: str, reference_order: list[str]) -> str:
        return string

    def _smart_write(
        self, row: int, col: int, data: object, format_dict: dict[str, Any], *args: Any
    ) -> None:
        """Write what stands in one cell; everything that gptables writes comes through here."""
        if isinstance(data, Number):
            shown = self._workbook.add_format(format_dict | {"num_format": data.shown_as})
            self.write_number(row, col, data.value, shown)
        elif isinstance(data, str | Cell):
            text = str(data.text if isinstance(data, Cell) else data)
            own = format_dict | (AS_TEXT if is_risky(text) else {})
            self.write_string(row, col, text, self._workbook.add_format(own))
        else:
            super()._smart_write(row, col, data, format_dict, *args)


class Book(GPWorkbook):  # type: ignore[misc]
    """gptables' workbook with sheets of ours; cells begin at the top, headings of rows are bold."""

    def set_theme(self, theme: Any) -> None:
        """Take gptables' theme; a row of several lines is read from its first."""
        own = deepcopy(theme)
        for cells in (own.data_format, own.index_1_format, own.index_2_format, own.index_3_format):
            cells["valign"] = "top"
        own.index_2_format["bold"] = own.index_3_format["bold"] = True
        super().set_theme(own)

    def add_worksheet(self, name: str | None = None, gridlines: str = "hide_all") -> Any:
        """Add a sheet for a table; `gridlines` are as gptables shows them, hidden."""
        sheet = Workbook.add_worksheet(self, name, _Sheet)
        sheet.theme = self.theme
        sheet._workbook = self
        sheet.hide_gridlines(2)
        return sheet
