"""One fictional trust, year by year: what happened, and what its counts must therefore be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from wres.simulate.board import board_by_year
from wres.simulate.cases import cases_of
from wres.simulate.recruitment import applications_to
from wres.simulate.staff import StaffYear, staff_by_year
from wres.simulate.survey import survey_for
from wres.simulate.training import courses_of
from wres.simulate.trusts import SimulatedTrust

__all__ = ["SimulatedYear", "simulate_years"]


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
    staff = staff_by_year(trust, first - 1, last)
    boards = board_by_year(trust, first, last)
    for year in range(first, last + 1):
        yield SimulatedYear(
            trust=trust,
            staff=staff[year],
            cases=_two_years(trust, staff[year - 1], staff[year]),
            applications=applications_to(trust, staff[year]),
            courses=courses_of(trust, staff[year]),
            surveys=_editions(trust, staff[year - 1], staff[year]),
            board=boards[year],
        )


def _two_years(trust: SimulatedTrust, before: StaffYear, now: StaffYear) -> pd.DataFrame:
    """Join a case list as of today: who has declared anew stands under the newer ethnicity."""
    cases = pd.concat([cases_of(trust, before), cases_of(trust, now)], ignore_index=True)
    recorded = now.people.set_index("person")["code"]
    cases["code"] = cases["person"].map(recorded).fillna(cases["code"])
    return cases


def _editions(trust: SimulatedTrust, before: StaffYear, now: StaffYear) -> tuple[pd.DataFrame, ...]:
    """Give one edition, or for every other trust two, which overlap."""
    newest = survey_for(trust, now)
    both = trust.draws("systems", "editions").place(2) == 1
    return (newest, survey_for(trust, before)) if both else (newest,)
