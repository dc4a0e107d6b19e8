"""Rows of totals beside the rows that a table was given."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

__all__ = ["joined"]


def joined(rows: pd.DataFrame, more: Iterable[dict[str, object]]) -> pd.DataFrame:
    """Append rows, keeping the types of the columns."""
    added = list(more)
    if not added:
        return rows
    frame = pd.DataFrame(added, columns=list(rows)).astype(rows.dtypes.to_dict())
    return pd.concat([rows, frame], ignore_index=True)
