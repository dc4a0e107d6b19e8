"""How sure a difference between groups is."""

from __future__ import annotations

import pandas as pd

from wres.chapters.reading import opened_chapter
from wres.labels import NOT_AVAILABLE, WITHHELD, format_result_interval, is_withheld
from wres.narrative.survey import gap_row
from wres.vocabulary.lookup import headline, record_of

__all__ = ["interval", "verdict"]


def interval(number: int | str, group: str | None = None) -> str:
    """Return the interval of a ratio (2 to 4), of a gap or of a group's percentage (5 to 8).

    Parameters
    ----------
    number : int or str
        2 to 8.
    group : str, optional
        'White' or 'BME' (or the trust's own term): of its percentage; of the gap unless given.

    Examples
    --------
    >>> interval(2)
    'not available'
    """
    row = _judged(number) if group is None else headline(number, group)
    if row is None or is_withheld(row):
        return WITHHELD if is_withheld(row) else NOT_AVAILABLE
    return format_result_interval(row)


def verdict(number: int | str) -> str:
    """Return what a ratio (2 to 4) or a gap (5 to 8) shows, as surely as its interval allows.

    Parameters
    ----------
    number : int or str
        2 to 8.

    Returns
    -------
    str
        'more likely', 'less likely', 'no clear difference' or 'too few to say'; of a ratio it is
        said of the first group. 'not available' where the counts were not published.

    Examples
    --------
    >>> verdict(3)
    'not available'
    """
    row = _judged(number)
    if row is None or is_withheld(row):
        return WITHHELD if is_withheld(row) else NOT_AVAILABLE
    return str(row["verdict"]) or NOT_AVAILABLE


def _judged(number: int | str) -> pd.Series | None:
    record = record_of(number, "ratio", "survey")
    if record.kind == "survey":
        return gap_row(opened_chapter(), record)
    return headline(number)
