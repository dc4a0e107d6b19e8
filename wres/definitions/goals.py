"""What the goals of senior bands take besides growth: those who leave must be replaced."""

from __future__ import annotations

from typing import Final

import pandas as pd

__all__ = ["leavers_note"]

LEAVERS: Final = ";leavers="


def leavers_note(increases: pd.DataFrame, label: str) -> str:
    """Say that yearly numbers are growth alone where none counts leavers; empty otherwise.

    Parameters
    ----------
    increases : DataFrame
        Results of measure `yearly_increase`.
    label : str
        The trust's word for BME.
    """
    growing = bool(increases["value"].gt(0).any())
    if not growing or increases["breakdown"].str.contains(LEAVERS, regex=False).any():
        return ""
    return (
        f"The numbers more each year are growth alone: {label} staff who leave a band must be "
        f"replaced by as many {label} staff as well. No figure for leavers was given."
    )
