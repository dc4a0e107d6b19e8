"""One fictional trust, year by year: what happened, and what its counts must therefore be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pandas as pd

from wres.simulate.assumptions import load_assumptions
from wres.simulate.board import board_by_year
from wres.simulate.cases import cases_of
from wres.simulate.recruitment import applications_to
from wres.simulate.staff import StaffYear, staff_by_year
from wres.simulate.survey import survey_tables
from wres.simulate.training import courses_of
from wres.simulate.trusts import SimulatedTrust

__all__ = ["SimulatedYear", "simulate_years"]

# their numbers begin where those of other staff never come
_FIRST_EXECUTIVE = 900_000


@dataclass(frozen=True)
class SimulatedYear:
    """What happened in one trust in one year to 31 March.

    Parameters
    ----------
    trust : SimulatedTrust
        The trust.
    staff : StaffYear
        Its staff.
    cases : DataFrame
        Disciplinary cases, those of the year before among them.
    applications, courses, board : DataFrame
        Applications, training records, register of the board.
    surveys : tuple of DataFrame
        The survey's tables, one an edition, the newest first.
    """

    trust: SimulatedTrust
    staff: StaffYear
    cases: pd.DataFrame
    applications: pd.DataFrame
    courses: pd.DataFrame
    surveys: tuple[pd.DataFrame, ...]
    board: pd.DataFrame

    @property
    def year(self) -> int:
        """The year of the 31 March that ends it."""
        return self.staff.year


def simulate_years(trust: SimulatedTrust, first: int, last: int) -> Iterator[SimulatedYear]:
    """Live through a trust's years; each follows from the one before."""
    boards = board_by_year(trust, first - 1, last)
    staff = {
        year: _with_executives(now, boards[year])
        for year, now in staff_by_year(trust, first - 1, last).items()
    }
    for year in range(first, last + 1):
        yield SimulatedYear(
            trust=trust,
            staff=staff[year],
            cases=_two_years(trust, staff[year - 1], staff[year]),
            applications=applications_to(trust, staff[year]),
            courses=courses_of(trust, staff[year]),
            surveys=_editions(trust, year - 1),
            board=boards[year],
        )


def _with_executives(staff: StaffYear, register: pd.DataFrame) -> StaffYear:
    """Put the executive members of the board on the staff, in the pay band that they have."""
    sitting = register[(register["membership"] == "executive") & (register["end"] == 0)]
    executives = pd.DataFrame(
        {
            "person": _FIRST_EXECUTIVE + sitting["member"],
            "code": sitting["code"],
            "actual": sitting["code"],
            "post": "manager",
            "band": "VSM",
            "contract": "permanent",
            "status": "active",
            "division": len(load_assumptions().divisions) - 1,
            "directorate": 0,
            "site": 0,
            "fte": 1.0,
            "second": "",
            "joined": False,
            "promoted": False,
            "abroad": False,
        }
    )
    return replace(staff, people=pd.concat([staff.people, executives], ignore_index=True))


def _two_years(trust: SimulatedTrust, before: StaffYear, now: StaffYear) -> pd.DataFrame:
    """Join a case list as of today: who has declared anew stands under the newer ethnicity."""
    cases = pd.concat([cases_of(trust, before), cases_of(trust, now)], ignore_index=True)
    recorded = now.people.set_index("person")["code"]
    cases["code"] = cases["person"].map(recorded).fillna(cases["code"])
    return cases


def _editions(trust: SimulatedTrust, newest: int) -> tuple[pd.DataFrame, ...]:
    """Give one edition, or for every other trust two, which overlap."""
    both = trust.draws("systems", "editions").place(2) == 1
    return tuple(survey_tables(trust, newest - back) for back in range(1 + both))
