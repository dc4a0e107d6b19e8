"""The return as a frame: every field of the form, ours beside what it arrived with."""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

import pandas as pd

from wres.counts import HIDDEN, with_totals
from wres.errors import Problem
from wres.national_return.fields import ReturnField, fields_in
from wres.national_return.figures import Figure, figure_of
from wres.national_return.prepopulated import PREPOPULATED
from wres.sources import TrustYear

__all__ = ["COLUMNS", "STATUSES", "build_return", "missing_reasons"]

AGREES: Final = "agrees"
EXPLAINED: Final = "differs, reason given"
NEEDS_REASON: Final = "needs a reason"
OURS_ONLY: Final = "not pre-populated"
THEIRS_ONLY: Final = "can't be verified"
BLANK: Final = "no figure"
STATUSES: Final = (AGREES, EXPLAINED, NEEDS_REASON, OURS_ONLY, THEIRS_ONLY, BLANK)

COLUMNS: Final = {
    "field": "str",
    "section": "str",
    "label": "str",
    "group": "str",
    "unit": "str",
    "ours": "Float64",
    "prepopulated": "Float64",
    "difference": "Float64",
    "reason": "str",
    "status": "str",
    "years": "Int64",
}


@dataclass(frozen=True)
class _Arrived:
    value: float | None = None
    reason: str = ""


def build_return(
    trust_year: TrustYear,
    prepopulated: pd.DataFrame | None = None,
    counted: Collection[str] = (),
) -> pd.DataFrame:
    """Fill the national data return in.

    Parameters
    ----------
    trust_year : TrustYear
        The true counts, before disclosure control; rows with a dimension (division, site, detailed
        ethnic group) are left aside.
    prepopulated : DataFrame, optional
        Figures that the form arrived with, as `read_prepopulated` gives them.
    counted : collection of str
        Names of the tables that were counted from extracts: a band that has no row in one of them
        has nobody, and its fields are 0.

    Returns
    -------
    DataFrame
        One row a field, in the form's order: field, section, label, group, unit, ours,
        prepopulated, difference (ours less pre-populated), reason, status and years (how many
        years the indicator counts). A figure that there is not stays missing and its reason
        says why.

    Raises
    ------
    ValueError
        Counts in `trust_year` have been hidden, or a pre-populated field is not on the form.
    """
    counts = _true_counts(trust_year)
    fields = fields_in(trust_year.year)
    arrived = _arrived(prepopulated, fields)
    rows = [
        _row(
            field,
            figure_of(field, counts, from_extract=field.table in counted),
            arrived.get(field.number, _Arrived()),
        )
        for field in fields
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)


def missing_reasons(frame: pd.DataFrame, shown: str = PREPOPULATED) -> list[Problem]:
    """Name every figure that differs from the pre-populated one without a reason.

    Parameters
    ----------
    frame : DataFrame
        As `build_return` gives it.
    shown : str
        Path of `prepopulated.csv` as the user knows it.
    """
    return [
        Problem(
            file=shown,
            rule=(
                f"field {row['field']} ({row['section']}: {row['label']}, {row['group']}) arrived "
                f"as {row['prepopulated']:g} and ours is {row['ours']:g}; a difference needs a "
                "reason"
            ),
            remedy="Correct the figure that is wrong, or write the reason in its row.",
            column="reason",
        )
        for _, row in frame[frame["status"].eq(NEEDS_REASON)].iterrows()
    ]


def _true_counts(trust_year: TrustYear) -> TrustYear:
    tables = trust_year.tables.values()
    if any(HIDDEN in table and table[HIDDEN].ne("").any() for table in tables):
        raise ValueError("the return takes true counts; some of these are hidden")
    has_totals = any(HIDDEN in table for table in tables)
    return trust_year if has_totals else with_totals(trust_year)


def _arrived(
    prepopulated: pd.DataFrame | None, fields: tuple[ReturnField, ...]
) -> dict[str, _Arrived]:
    if prepopulated is None:
        return {}
    unknown = set(prepopulated["field"]) - {field.number for field in fields}
    if unknown:
        raise ValueError(f"no such field on the form: {', '.join(sorted(unknown))}")
    reasons = (
        prepopulated["reason"].fillna("")
        if "reason" in prepopulated
        else pd.Series("", index=prepopulated.index)
    )
    given = zip(prepopulated["field"], prepopulated["value"], reasons, strict=True)
    return {str(field): _Arrived(float(value), str(reason)) for field, value, reason in given}


def _row(field: ReturnField, ours: Figure, theirs: _Arrived) -> dict[str, object]:
    difference = _difference(ours.value, theirs.value)
    return {
        "field": field.number,
        "section": field.sheet,
        "label": field.label,
        "group": field.group,
        "unit": field.unit,
        "ours": ours.value,
        "prepopulated": theirs.value,
        "difference": difference,
        "reason": "; ".join(filter(None, (ours.reason, theirs.reason))),
        "status": _status(ours, theirs, difference),
        "years": ours.years,
    }


def _difference(ours: float | None, theirs: float | None) -> float | None:
    if ours is None or theirs is None:
        return None
    # survey percentages have decimals: 26.4 - 26.1 is not quite 0.3
    return round(ours - theirs, 9)


def _status(ours: Figure, theirs: _Arrived, difference: float | None) -> str:
    if ours.value is None:
        return BLANK if theirs.value is None else THEIRS_ONLY
    if difference is None:
        return OURS_ONLY
    if math.isclose(difference, 0, abs_tol=1e-6):
        return AGREES
    return EXPLAINED if theirs.reason else NEEDS_REASON
