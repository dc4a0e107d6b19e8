"""What the goals of senior bands take besides growth: those who leave must be replaced."""

from __future__ import annotations

from typing import Final

import pandas as pd

__all__ = ["leavers_note"]

LEAVERS: Final = ";leavers="


def leavers_note(increases: pd.DataFrame, label: str) -> str:
    """Say what yearly numbers count: growth alone, or those who replace leavers too.

    Empty where no band is to grow.

    Parameters
    ----------
    increases : DataFrame
        Results of measure `yearly_increase`.
    label : str
        The trust's word for BME.
    """
    if not increases["value"].gt(0).any():
        return ""
    percent = increases["breakdown"].str.extract(f"{LEAVERS}(.+)$", expand=False).dropna()
    if len(percent):
        return (
            f"Appointments are those of {label} staff: as many as the growth takes, and as many "
            f"as leave, if {percent.iloc[0]}% of a band's {label} staff leave in a year, reckoned "
            "on those in post when it begins. That share is the trust's assumption."
        )
    return (
        f"The numbers more each year are growth alone: {label} staff who leave a band must be "
        f"replaced by as many {label} staff as well. No figure for leavers was given."
    )
