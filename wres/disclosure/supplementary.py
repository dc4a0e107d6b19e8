"""Further measures beside an indicator: which of them may be shown.

What has been published passes. Of the rest nothing tells how it hangs together with other counts,
so that the rules are narrow: enough people, a count that is not small, and nothing withheld of the
indicator that it stands beside. A measure is shown for all its groups or for none.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from wres.counts import HIDDEN
from wres.counts.totals import GROUPINGS
from wres.definitions.indicators import indicators
from wres.definitions.supplementary import HEADCOUNT, PERCENT, read_unit
from wres.disclosure.profiles import Profile, Rule

__all__ = ["SUPPLEMENTARY", "withheld_measures"]

SUPPLEMENTARY = "supplementary"


def withheld_measures(tables: dict[str, pd.DataFrame], profile: Profile) -> list[int]:
    """Give the rows of `supplementary` that are withheld.

    Parameters
    ----------
    tables : dict of str to DataFrame
        Protected tables; what is withheld of them stands in their column `hidden`.
    profile : Profile
        The rules: those of the survey for how many people a figure must be of, those of a part of
        the workforce for how small a count may be.
    """
    measures = tables[SUPPLEMENTARY]
    unsafe = _unpublished(measures) & ~measures.apply(
        lambda row: _is_safe(row, tables, profile), axis=1
    )
    labels = set(measures.loc[unsafe, "label"])
    with_others = measures["label"].isin(labels) & _unpublished(measures)
    return [int(row) for row in measures.index[with_others]]


def _unpublished(measures: pd.DataFrame) -> pd.Series[bool]:
    if "published" not in measures:
        return pd.Series(True, index=measures.index)
    return ~measures["published"].eq("yes").fillna(False)


def _is_safe(row: pd.Series, tables: dict[str, pd.DataFrame], profile: Profile) -> bool:
    people = row.get("people")
    if people is None or pd.isna(people):
        return False
    if people < profile.rule("staff_survey").threshold or _is_withheld(row, tables):
        return False
    rule = profile.rule("workforce", "part")
    if rule.rounding > 1 and read_unit(row.get("unit")) == HEADCOUNT:
        return False  # unrounded it would stand beside rounded counts
    return not any(_is_small(count, rule) for count in _counts(row, int(people)))


def _counts(row: pd.Series, people: int) -> list[float]:
    """Give what a figure counts, and what is left of its people; of a ratio it can't be told."""
    unit, value = read_unit(row.get("unit")), float(row["value"])
    counted = {HEADCOUNT: value, PERCENT: value * people / 100}.get(unit)
    if counted is not None:
        return [counted, people - counted]
    return [] if unit not in {"ratio", "points"} else [1]


def _is_small(count: float, rule: Rule) -> bool:
    return 0 < round(count) < rule.threshold


def _is_withheld(row: pd.Series, tables: dict[str, pd.DataFrame]) -> bool:
    """Tell whether any figure of the indicator that a measure stands beside is withheld."""
    number: Any = row.get("indicator")
    named: dict[str, str] = {one.number: one.table for one in indicators()}
    name = "workforce" if pd.isna(number) else named.get(str(number), "workforce")
    names = [name, GROUPINGS] if name == "workforce" else [name]
    return any(tables[one][HIDDEN].ne("").any() for one in names if one in tables)
