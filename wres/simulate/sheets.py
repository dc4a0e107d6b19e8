"""The extracts of one trust and year: what its systems hold, in their own words."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from wres.simulate.assumptions import load_assumptions
from wres.simulate.staff import StaffYear
from wres.simulate.systems import Cells, Systems, load_wording
from wres.simulate.writing import Sheet

__all__ = [
    "board_sheet",
    "disciplinary_sheet",
    "recruitment_sheet",
    "survey_sheet",
    "training_sheet",
    "workforce_sheet",
]


def workforce_sheet(systems: Systems, staff: StaffYear) -> Sheet:
    """Write the staff record: a row an assignment, ended ones among them."""
    rows = pd.concat([*_assignments(systems, staff)], ignore_index=True)
    rows = rows.iloc[np.argsort(rows["person"], kind="stable")].reset_index(drop=True)
    assume, wording = load_assumptions(), load_wording()
    posts = assume.posts
    clinical = rows["post"].map({name: post.clinical for name, post in posts.items()})
    columns = {
        "person": _ids("F", rows["person"], 6),
        "primary": systems.flags("workforce", rows["primary"]),
        "assignment_status": systems.record(wording.statuses, rows["status"]),
        "assignment_category": systems.record(wording.contracts, rows["contract"]),
        "staff_group": rows["post"].map({k: v.staff_group for k, v in posts.items()}).to_numpy(),
        "occupation_code": _occupations(rows),
        "pay_grade": systems.grades(rows["band"], clinical.to_numpy(bool)),
        "ethnic_origin": systems.ethnicity("workforce", rows["code"]),
        **_places(rows),
        "fte": rows["fte"].to_numpy(float),
    }
    return Sheet("workforce", columns, numbers={"fte"})


def _assignments(systems: Systems, staff: StaffYear) -> Iterator[pd.DataFrame]:
    """Give the first assignments, the second ones beside them, and some that have ended."""
    draws = systems.trust.draws("workforce", staff.year)
    people = staff.people.assign(primary=True)
    people.loc[people["contract"] == "bank", "fte"] = 0.0
    yield people
    seconds = people[people["second"] != ""].assign(primary=False, status="active")
    elsewhere = staff.counted.iloc[(draws.uniform(len(seconds)) * len(staff.counted)).astype(int)]
    for name in ("post", "band", "division", "directorate", "site"):
        seconds[name] = elsewhere[name].to_numpy()
    bank = seconds["second"] == "bank"
    seconds["contract"] = np.where(bank, "bank", "permanent")
    seconds["fte"] = np.where(bank, 0.0, 0.2)
    yield seconds
    listed = draws.some(
        staff.leavers.index.to_numpy(), round(load_assumptions().leavers_listed * len(people))
    )
    yield staff.leavers.loc[listed].assign(primary=True, status="ended")


def _ids(letter: str, numbers: pd.Series[int], width: int) -> Cells:
    return np.array([f"{letter}{number:0{width}d}" for number in numbers.tolist()], dtype=object)


def _occupations(rows: pd.DataFrame) -> Cells:
    """Give an occupation code of the post, the same for a person from year to year."""
    codes = np.empty(len(rows), dtype=object)
    for name, post in load_assumptions().posts.items():
        these = (rows["post"] == name).to_numpy()
        which = rows.loc[these, "person"].to_numpy() % len(post.occupations)
        codes[these] = np.array(post.occupations, dtype=object)[which]
    return codes


def _places(rows: pd.DataFrame) -> dict[str, Cells]:
    assume = load_assumptions()
    divisions, directorates = rows["division"].tolist(), rows["directorate"].tolist()
    names = [assume.divisions[one].name for one in divisions]
    parts = [
        assume.divisions[one].directorates[part % len(assume.divisions[one].directorates)]
        for one, part in zip(divisions, directorates, strict=True)
    ]
    return {
        "division": np.array(names, dtype=object),
        "directorate": np.array(parts, dtype=object),
        "site": np.array(assume.sites, dtype=object)[rows["site"].to_numpy(int)],
    }


def recruitment_sheet(systems: Systems, rows: pd.DataFrame) -> Sheet:
    """Write the recruitment system's export: a row an application."""
    wording = load_wording()
    numbers = pd.Series(np.arange(1, len(rows) + 1))
    outcome = np.where(rows["declined"], wording.outcomes["declined"], "")
    columns = {
        "applicant": _ids("FA", numbers, 7),
        "vacancy": _ids("FV", rows["vacancy"], 5),
        "closed_on": rows["closed"].to_numpy(),
        "ethnic_origin": systems.ethnicity("recruitment", rows["code"]),
        "source": np.where(
            rows["internal"], wording.sources["internal"], wording.sources["external"]
        ).astype(object),
        "applied": systems.flags("recruitment", pd.Series(True, index=rows.index)),
        "shortlisted": systems.flags("recruitment", rows["shortlisted"]),
        "withdrawn": systems.flags("recruitment", rows["withdrawn"]),
        "appointed": systems.flags("recruitment", rows["appointed"] | rows["declined"]),
        "offer_outcome": np.where(rows["appointed"], wording.outcomes["accepted"], outcome),
        "appointed_on": rows["offered"].to_numpy(),
        "international": systems.flags("recruitment", rows["abroad"]),
        **_places(rows),
    }
    return Sheet("recruitment", columns, days={"closed_on", "appointed_on"})


def disciplinary_sheet(systems: Systems, cases: pd.DataFrame) -> Sheet:
    """Write the case list."""
    columns = {
        "case": ("F" + cases["case"]).to_numpy(object),
        "person": _ids("F", cases["person"], 6),
        "opened_on": cases["opened"].to_numpy(),
        "formal": systems.flags("disciplinary", cases["formal"]),
        "outcome": cases["outcome"].to_numpy(object),
        "ethnic_origin": systems.ethnicity("disciplinary", cases["code"]),
        "left_on": cases["left"].to_numpy(),
        **_places(cases),
    }
    return Sheet("disciplinary", columns, days={"opened_on", "left_on"})


def training_sheet(systems: Systems, records: pd.DataFrame) -> Sheet:
    """Write the learning system's records: a row a person and course."""
    attendance = load_wording().attendance
    done, missed = attendance["done"][systems.variant], attendance["missed"][systems.variant]
    columns = {
        "person": _ids("F", records["person"], 6),
        "course": records["course"].to_numpy(object),
        "mandatory": systems.flags("training", records["mandatory"]),
        "attended_on": records["attended"].to_numpy(),
        "status": np.where(records["done"], done, missed).astype(object),
        "ethnic_origin": systems.ethnicity("training", records["code"]),
        **_places(records),
    }
    return Sheet("training", columns, days={"attended_on"})


def survey_sheet(table: pd.DataFrame) -> Sheet:
    """Write the survey's tables of one edition."""
    responses = [None if pd.isna(one) else int(one) for one in table["responses"]]
    columns = {str(name): table[name].to_numpy(object) for name in table}
    columns["survey_year"] = table["survey_year"].astype(str).to_numpy(object)
    columns["responses"] = np.array(responses, dtype=object)
    return Sheet("staff_survey", columns, numbers={"percent", "responses"})


def board_sheet(systems: Systems, register: pd.DataFrame) -> Sheet:
    """Write the register of the board."""
    columns = {
        "member": _ids("FB", register["member"], 3),
        "role": register["role"].to_numpy(object),
        "membership": register["membership"].to_numpy(object),
        "voting": systems.flags("board", register["voting"]),
        "ethnic_origin": systems.ethnicity("board", register["code"]),
        "from_date": register["start"].to_numpy(),
        "to_date": register["end"].to_numpy(),
    }
    return Sheet("board", columns, days={"from_date", "to_date"})
