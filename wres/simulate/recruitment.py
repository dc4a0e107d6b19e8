"""Applications to a fictional trust: those whom it appointed have joined it or moved up in it."""

from __future__ import annotations

import numpy as np
import pandas as pd

from wres.simulate.assumptions import load_assumptions
from wres.simulate.days import days_in, snapshot
from wres.simulate.draws import Draws
from wres.simulate.staff import PLACES, StaffYear, group_of, places
from wres.simulate.trusts import SimulatedTrust

__all__ = ["applications_to"]

_GROUPS = ("White", "BME", "Unknown")
_FLAGS = ("shortlisted", "appointed", "withdrawn", "declined", "internal", "abroad")


def applications_to(trust: SimulatedTrust, staff: StaffYear) -> pd.DataFrame:
    """Make the applications to posts that closed in a year.

    Returns
    -------
    DataFrame
        One row an application: `code`, `shortlisted`, `appointed`, `withdrawn`, `declined` (an
        offer turned down), `internal`, `abroad`, `closed`, `offered` (0 without an offer),
        `vacancy` and its place. The appointed are the year's joiners and promoted; nurses
        recruited abroad were appointed without having been shortlisted.
    """
    draws = trust.draws("recruitment", staff.year)
    appointed = _appointed(staff)
    rejected = [_rejected(draws, trust, appointed, group) for group in _GROUPS]
    rows = pd.concat([appointed, *rejected], ignore_index=True)
    rows = rows.iloc[draws.order(len(rows))].reset_index(drop=True)
    rows["closed"] = days_in(draws, staff.year, len(rows))
    lag = 7 + (draws.uniform(len(rows)) * 35).astype("int64")
    offered = np.minimum(rows["closed"] + lag, snapshot(staff.year))
    rows["offered"] = np.where(rows["appointed"] | rows["declined"], offered, 0)
    vacancies = max(1, round(len(rows) / 12))
    rows["vacancy"] = 1 + (draws.uniform(len(rows)) * vacancies).astype("int64")
    where = places(trust.draws("vacancies", staff.year), vacancies)
    rows[PLACES] = where.iloc[rows["vacancy"] - 1].to_numpy()
    return rows


def _appointed(staff: StaffYear) -> pd.DataFrame:
    people = staff.counted
    rows = people[people["joined"] | people["promoted"]]
    return _rows(
        rows["code"],
        shortlisted=~rows["abroad"],
        appointed=True,
        internal=rows["promoted"] & ~rows["joined"],
        abroad=rows["abroad"],
    )


def _rows(codes: pd.Series[str], **flags: pd.Series[bool] | np.ndarray | bool) -> pd.DataFrame:
    rows = pd.DataFrame({"code": codes, **dict.fromkeys(_FLAGS, False)}).assign(**flags)
    return rows.astype(dict.fromkeys(_FLAGS, bool))


def _rejected(
    draws: Draws, trust: SimulatedTrust, appointed: pd.DataFrame, group: str
) -> pd.DataFrame:
    """Make one group's applicants without success: so many that its likelihood comes out."""
    assume = load_assumptions().recruitment
    ratio = trust.draws("recruitment").about(assume.ratio, assume.spread)
    likelihood = assume.likelihood / (ratio if group == "BME" else 1.0)
    hired = int(((group_of(appointed["code"]) == group) & appointed["shortlisted"]).sum())
    interviewed = round((hired + 1) * (1 / likelihood - 1) * draws.number(0.9, 1.1))
    passed_over = round(interviewed * (assume.applied_to_shortlisted - 1) * ratio**0.5)
    count = interviewed + passed_over
    codes = load_assumptions().codes[group]
    drawn = np.array(list(codes), dtype=object)[draws.choose(list(codes.values()), count)]
    shortlisted = np.arange(count) < interviewed
    withdrawn = draws.happens(assume.withdrawn, count)
    return _rows(
        pd.Series(drawn, dtype=object),
        shortlisted=shortlisted,
        withdrawn=withdrawn,
        declined=shortlisted & ~withdrawn & draws.happens(assume.declined * likelihood, count),
        internal=draws.happens(np.where(shortlisted, assume.internal / 2, 0.02), count),
    )
