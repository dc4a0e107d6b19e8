"""How a figure moved since the year before."""

from __future__ import annotations

import pandas as pd

from wres.chapters.reading import opened_chapter
from wres.labels import (
    DECIMALS,
    NOT_AVAILABLE,
    VERDICT_WORDS,
    WITHHELD,
    format_figure,
    is_withheld,
    round_half_up,
)
from wres.narrative.earlier import previous_figure, was_withheld
from wres.vocabulary.lookup import headline

__all__ = ["change", "previous", "verdict_of_change"]


def previous(number: int | str, group: str | None = None) -> str:
    """Return an indicator's figure of the year before, or of the survey before.

    Parameters
    ----------
    number : int or str
        1 to 9; of 1 it is the share of the whole workforce.
    group : str, optional
        For 1 and 5 to 8; 'BME' unless given.

    Examples
    --------
    >>> previous(2), previous(1)
    ('1.45', '10.9%')
    """
    row = headline(number, group)
    if is_withheld(row) or was_withheld(row):
        return WITHHELD
    if row is None or pd.isna(row["previous"]):
        return NOT_AVAILABLE
    return previous_figure(opened_chapter(), row)


def change(number: int | str, group: str | None = None) -> str:
    """Return how an indicator's figure moved since the year before, ready for a sentence.

    What moved is the figure as printed; `verdict_of_change` says whether that is more than chance.

    Parameters
    ----------
    number : int or str
        1 to 9; of 1 it is the share of the whole workforce.
    group : str, optional
        For 1 and 5 to 8; 'BME' unless given.

    Returns
    -------
    str
        'rose by 0.03', 'fell by 1.2 percentage points', 'did not change'.

    Examples
    --------
    >>> change(2), change(3)
    ('rose by 0.03', 'fell by 0.14')
    """
    row = _change(number, group)
    if row is None or pd.isna(row["value"]):
        return WITHHELD if is_withheld(row) else NOT_AVAILABLE
    moved = round_half_up(float(row["value"]), DECIMALS[row["unit"]])
    if moved == 0:
        return "did not change"
    published = row["status"] == "as published"
    size = format_figure(abs(float(row["value"])), row["unit"], published=published).lstrip("+")
    unit = "" if row["unit"] == "ratio" else " percentage points"
    if unit and size in {"1", "1.0"}:
        unit = " percentage point"
    return f"{'rose' if moved > 0 else 'fell'} by {size}{unit}"


def verdict_of_change(number: int | str, group: str | None = None) -> str:
    """Return whether an indicator's change since the year before is more than chance, and good.

    Parameters
    ----------
    number : int or str
        1 to 9; of 1 it is the share of the whole workforce.
    group : str, optional
        For 1 and 5 to 8; 'BME' unless given.

    Returns
    -------
    str
        'improved', 'worsened', 'no clear change', 'crossed to the other side' or 'too few to say';
        'not available' where it can't be judged.

    Examples
    --------
    >>> verdict_of_change(2)
    'not available'
    """
    row = _change(number, group)
    if is_withheld(row):
        return WITHHELD
    said = "" if row is None else str(row["verdict"])
    return VERDICT_WORDS.get(said, said) or NOT_AVAILABLE


def _change(number: int | str, group: str | None) -> pd.Series | None:
    return opened_chapter().change_of(headline(number, group))
