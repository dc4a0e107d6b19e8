"""What of a row may be shown in a message: words of a category, never what may name someone."""

from __future__ import annotations

import re
from typing import Final

import pandas as pd

__all__ = ["is_another_column", "may_name_someone"]

# No grade, group or status is a longer number; numbers of people, cases and telephones are.
_NUMBER: Final = re.compile(r"[0-9]{6}|[0-9]{3} [0-9]{3}|@")
# More different words than are ever unknown in a column of grades, groups or statuses.
_MANY_WORDS: Final = 40
_FEW_WORDS: Final = 3


def may_name_someone(text: str, identifiers: pd.DataFrame) -> bool:
    """Tell a text that may lead to a person: a long number, an address, an identifier of a row.

    Parameters
    ----------
    text : str
        A cell.
    identifiers : DataFrame of str
        The columns of identifiers in the same file.
    """
    if not text:
        return False
    return _NUMBER.search(text) is not None or bool((identifiers == text).to_numpy().any())


def is_another_column(unknown: pd.Series[str], column: pd.Series[str]) -> bool:
    """Tell whether a column holds something else than its heading says: names, dates of birth.

    Parameters
    ----------
    unknown : Series of str
        The cells that were not recognised.
    column : Series of str
        All of its cells.
    """
    different = unknown.nunique()
    return different > _MANY_WORDS or (
        different >= _FEW_WORDS and 2 * different > int((column != "").sum())
    )
