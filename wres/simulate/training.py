"""Courses that the staff of a fictional trust went on."""

from __future__ import annotations

import numpy as np
import pandas as pd

from wres.simulate.assumptions import load_assumptions
from wres.simulate.days import days_in
from wres.simulate.draws import Draws
from wres.simulate.staff import PLACES, StaffYear, group_of
from wres.simulate.trusts import SimulatedTrust

__all__ = ["courses_of"]

_DEVELOPMENT = (
    "Leadership foundations",
    "Coaching skills",
    "Advanced clinical practice module",
    "Quality improvement",
    "Apprenticeship level 5",
    "Mentorship",
    "Project management",
)
_MANDATORY = (
    "Fire safety",
    "Information governance",
    "Moving and handling",
    "Safeguarding adults level 2",
)


def courses_of(trust: SimulatedTrust, staff: StaffYear) -> pd.DataFrame:
    """Make the training records of a year.

    Returns
    -------
    DataFrame
        `person`, `code`, `course`, `mandatory`, `attended`, `done` and the place: one row a
        person and course; many go on several, and some places are booked and not taken up.
    """
    draws = trust.draws("training", staff.year)
    assume = load_assumptions().training
    people = staff.counted
    takers = people[draws.happens(_chance(trust, people), len(people))]
    chosen = _repeat(draws, takers, assume.courses)
    missed = people.loc[draws.some(people.index.to_numpy(), round(assume.cancelled * len(chosen)))]
    everyone = _repeat(draws, people, assume.mandatory)
    parts = (
        _courses(draws, chosen, _DEVELOPMENT, mandatory=False, done=True),
        _courses(draws, missed, _DEVELOPMENT, mandatory=False, done=False),
        _courses(draws, everyone, _MANDATORY, mandatory=True, done=True),
    )
    records = pd.concat(parts, ignore_index=True)
    records["attended"] = days_in(draws, staff.year, len(records))
    return records.iloc[np.argsort(records["attended"], kind="stable")].reset_index(drop=True)


def _chance(trust: SimulatedTrust, people: pd.DataFrame) -> np.ndarray:
    assume = load_assumptions().training
    draws = trust.draws("training")
    ratio, rate = draws.about(assume.ratio, assume.spread), draws.about(assume.rate, 0.15)
    bme = (group_of(people["code"]) == "BME").to_numpy()
    return np.minimum(rate / np.where(bme, ratio, 1.0), 0.95)


def _repeat(draws: Draws, people: pd.DataFrame, courses: float) -> pd.DataFrame:
    """Give each one a course at least; that many on the average."""
    more = np.floor(np.log(1 - draws.uniform(len(people))) / np.log(1 - 1 / courses))
    return people.loc[np.repeat(people.index.to_numpy(), 1 + more.astype("int64"))]


def _courses(
    draws: Draws, people: pd.DataFrame, names: tuple[str, ...], *, mandatory: bool, done: bool
) -> pd.DataFrame:
    records = people[["person", "code", *PLACES]].copy()
    which = draws.choose(np.ones(len(names)), len(records))
    records["course"] = np.array(names, dtype=object)[which]
    records["mandatory"], records["done"] = mandatory, done
    return records
