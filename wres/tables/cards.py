"""A table that stays whole on a page of paper, and on a phone is read card by card."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from itertools import count

from wres.tables.layout import Table

__all__ = ["CardTable"]


@dataclass(frozen=True)
class CardTable(Table):
    """A table whose cells say on a phone, where rows are stacked, which column they are of."""

    def to_html(self) -> str:
        """Return the table as HTML, marked for the stylesheet and the filter of both engines."""
        head, _, body = super().to_html().partition("<tbody>")
        marked = head.replace("<table>", '<table class="whole cards">', 1)
        return f"{marked}<tbody>{re.sub('<tr>.*', self._named, body)}"

    def _named(self, row: re.Match[str]) -> str:
        """Name the column of each cell of a row that is no heading."""
        places = count(self.row_headings)
        return re.sub(
            "<td",
            lambda _: f'<td data-heading="{escape(self.columns[next(places)].heading)}"',
            row[0],
        )
