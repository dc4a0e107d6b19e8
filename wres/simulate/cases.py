"""Disciplinary cases of a fictional trust."""

from __future__ import annotations

import numpy as np
import pandas as pd

from wres.simulate.assumptions import load_assumptions
from wres.simulate.days import days_in, snapshot
from wres.simulate.draws import Draws
from wres.simulate.staff import PLACES, StaffYear, group_of, substantive
from wres.simulate.trusts import SimulatedTrust

__all__ = ["cases_of"]

_OUTCOMES = {
    "First written warning": 0.3,
    "Final written warning": 0.15,
    "No further action": 0.33,
    "No case to answer": 0.12,
    "Dismissed": 0.1,
}


def cases_of(trust: SimulatedTrust, staff: StaffYear) -> pd.DataFrame:
    """Make the cases opened in a year.

    Returns
    -------
    DataFrame
        `person`, `case`, `code`, `opened`, `formal`, `outcome`, `left` (0 where still in post)
        and the place; a few people have two formal cases, and leavers have theirs as well.
    """
    draws = trust.draws("cases", staff.year)
    assume = load_assumptions().cases
    there, gone = staff.counted, substantive(staff.leavers)
    ratio = trust.draws("cases").about(assume.ratio, assume.spread)
    formal = pd.concat([_entering(draws, there, ratio), _entering(draws, gone, ratio)])
    again = formal[draws.happens(assume.again, len(formal))]
    informal = there.loc[draws.some(there.index.to_numpy(), round(assume.informal * len(formal)))]
    cases = pd.concat([formal, again, informal], ignore_index=True)[["person", "code", *PLACES]]
    cases["formal"] = np.arange(len(cases)) < len(formal) + len(again)
    cases["opened"] = days_in(draws, staff.year, len(cases))
    cases["outcome"] = _outcomes(draws, cases, set(gone["person"]))
    cases["left"] = _left(draws, cases, set(gone["person"]), staff.year)
    cases = cases.iloc[np.argsort(cases["opened"], kind="stable")].reset_index(drop=True)
    cases["case"] = [f"C{staff.year}-{number:04d}" for number in range(1, len(cases) + 1)]
    return cases


def _entering(draws: Draws, people: pd.DataFrame, ratio: float) -> pd.DataFrame:
    bme = (group_of(people["code"]) == "BME").to_numpy()
    chance = load_assumptions().cases.rate * np.where(bme, ratio, 1.0)
    return people[draws.happens(chance, len(people))]


def _outcomes(draws: Draws, cases: pd.DataFrame, gone: set[int]) -> np.ndarray:
    """End each case; nobody who is still there was dismissed."""
    names = np.array(list(_OUTCOMES), dtype=object)
    drawn = names[draws.choose(list(_OUTCOMES.values()), len(cases))]
    still_there = ~cases["person"].isin(gone)
    drawn = np.where((drawn == "Dismissed") & still_there, "Final written warning", drawn)
    return np.where(cases["formal"], drawn, "Resolved informally")


def _left(draws: Draws, cases: pd.DataFrame, gone: set[int], year: int) -> np.ndarray:
    """Give the day on which a leaver left: between the case's opening and the snapshot."""
    opened = cases["opened"].to_numpy()
    day = opened + (draws.uniform(len(cases)) * (snapshot(year) - opened)).astype("int64")
    return np.where(cases["person"].isin(gone), day, 0)
