"""Rows of totals in tables with parts: of the last part, or of all of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from wres.audit.tables.cells import read_parts

__all__ = ["is_of_all", "is_total"]

_TOTAL: Final = re.compile(
    r"(?:grand |trust |overall )?totals?\b|overall\b"
    r"|all (?:the )?(?:pay )?(?:staff|bands|grades|afc|agenda for change)\b",
    re.IGNORECASE,
)
_Row = tuple[str, ...]


def is_total(row: Sequence[str]) -> bool:
    """Say whether a row is named as a total."""
    return any(_TOTAL.match(cell) for cell in row[:2])


def is_of_all(row: _Row, part: Sequence[_Row], before: Sequence[_Row]) -> bool:
    """Say whether a total is that of a whole table, by what its figures add up.

    Parameters
    ----------
    row : tuple of str
    part : sequence of tuple of str
        The rows between it and the last line that names a part.
    before : sequence of tuple of str
        The rows of the parts before.
    """
    votes = 0
    for column in range(1, len(row)):
        total = _count(row[column])
        own, others = (_sum(rows, column) for rows in (part, before))
        if total and others and own is not None:
            votes += (total == own + others) - (total == own)
    return votes > 0


def _sum(rows: Sequence[_Row], column: int) -> int | None:
    counted = [row for row in rows if any(read_parts(cell) for cell in row[1:])]
    counts = [_count(row[column]) for row in counted if not is_total(row)]
    known = [count for count in counts if count is not None]
    return sum(known) if len(known) == len(counts) else None


def _count(text: str) -> int | None:
    parts = read_parts(text)
    if len(parts) != 1 or parts[0].figure.unit or parts[0].figure.decimals:
        return None
    return int(parts[0].figure.value)
