"""The counts that a trust's extracts must give, taken from the people and not from the files."""

from __future__ import annotations

import pandas as pd

from wres.simulate.assumptions import load_assumptions
from wres.simulate.days import snapshot
from wres.simulate.staff import group_of
from wres.simulate.systems import Systems
from wres.simulate.years import SimulatedYear

__all__ = ["true_counts"]

GROUPS = ("White", "BME", "Unknown")


def true_counts(now: SimulatedYear) -> dict[str, pd.DataFrame]:
    """Count a year.

    Returns
    -------
    dict of str to DataFrame
        By table, the counts of the whole trust, under the column names of the counts tables.
    """
    return {
        "workforce": _workforce(now),
        "recruitment": _recruitment(now),
        "disciplinary": _disciplinary(now),
        "training": _training(now),
        "staff_survey": pd.concat(now.surveys, ignore_index=True),
        "board": _board(now),
    }


def _workforce(now: SimulatedYear) -> pd.DataFrame:
    people = now.staff.counted
    clinical = {name: post.clinical for name, post in load_assumptions().posts.items()}
    rows = pd.DataFrame(
        {
            "staff_group": people["post"]
            .map(clinical)
            .map({True: "clinical", False: "non-clinical"}),
            "band": people["band"],
            "ethnicity": group_of(people["code"]),
        }
    )
    return rows.value_counts(sort=False).rename("headcount").reset_index()


def _recruitment(now: SimulatedYear) -> pd.DataFrame:
    rows = now.applications
    flags = pd.DataFrame(
        {
            "applied": True,
            "shortlisted": rows["shortlisted"] | rows["appointed"],
            "appointed": rows["appointed"],
            "international": rows["appointed"] & rows["abroad"],
        }
    )
    return _by_group(flags.groupby(group_of(rows["code"])).sum())


def _disciplinary(now: SimulatedYear) -> pd.DataFrame:
    years = 2 if Systems(now.trust).window == "two-year average" else 1
    since = snapshot(now.year - years)
    cases = now.cases[now.cases["formal"] & (now.cases["opened"] > since)]
    which = cases["opened"] > snapshot(now.year - 1)
    people = cases.assign(this_year=which).drop_duplicates(["person", "this_year"])
    entered = group_of(people["code"]).value_counts().rename("entered_process")
    return _beside_workforce(now, entered)


def _training(now: SimulatedYear) -> pd.DataFrame:
    records = now.courses[~now.courses["mandatory"] & now.courses["done"]]
    people = records.drop_duplicates("person")
    return _beside_workforce(now, group_of(people["code"]).value_counts().rename("accessed"))


def _board(now: SimulatedYear) -> pd.DataFrame:
    day = snapshot(now.year)
    register = now.board
    members = register[(register["end"] == 0) | (register["end"] >= day)]
    rows = pd.DataFrame(
        {
            "membership": members["membership"],
            "voting": members["voting"].map({True: "yes", False: "no"}),
            "ethnicity": group_of(members["code"]),
        }
    )
    return rows.value_counts(sort=False).rename("members").reset_index()


def _beside_workforce(now: SimulatedYear, counts: pd.Series[int]) -> pd.DataFrame:
    workforce = group_of(now.staff.counted["code"]).value_counts().rename("workforce")
    return _by_group(pd.concat([workforce, counts], axis=1))


def _by_group(counts: pd.DataFrame) -> pd.DataFrame:
    filled = counts.reindex(GROUPS).fillna(0).astype("int64")
    return filled.rename_axis("ethnicity").reset_index()
