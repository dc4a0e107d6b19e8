"""What the fictional trusts are made of: `assumptions.yml`, read and held to its form."""

from __future__ import annotations

from functools import cache

import numpy as np
from pydantic import BaseModel, ConfigDict

from wres.definitions.reading import read_definitions

__all__ = ["Assumptions", "Division", "Post", "load_assumptions"]


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Sizes(_Closed):
    """Staff of the smallest and the largest trust, and how the others lie between."""

    smallest: int
    largest: int
    bend: float


class TypesUpTo(_Closed):
    """How often each type of trust occurs, up to a number of staff."""

    up_to: int
    weights: dict[str, float]


class Region(_Closed):
    """A region: its share of the trusts, and of their staff who are BME."""

    weight: float
    bme: float


class Post(_Closed):
    """A kind of post: how the staff record writes it, and the bands that it has."""

    staff_group: str
    occupations: tuple[str, ...]
    clinical: bool
    bands: dict[str, float]


class Contracts(_Closed):
    """Shares of staff on each contract other than a permanent one."""

    fixed_term: float
    bank: float
    locum: float
    honorary: float


class Statuses(_Closed):
    """Shares of staff in each status other than active."""

    maternity: float
    acting_up: float
    seconded: float
    career_break: float
    suspended: float


class Turnover(_Closed):
    """What happens to staff from one year to the next."""

    leave: float
    grow: float
    promote: float
    redeclare: float
    withdraw_ethnicity: float


class Recruitment(_Closed):
    """Indicator 2, and what surrounds it in an export."""

    ratio: float
    spread: float
    likelihood: float
    applied_to_shortlisted: float
    withdrawn: float
    declined: float
    internal: float


class Cases(_Closed):
    """Indicator 3, and what surrounds it in a case list."""

    ratio: float
    spread: float
    rate: float
    informal: float
    again: float


class Training(_Closed):
    """Indicator 4, and what surrounds it in the records of a learning system."""

    ratio: float
    spread: float
    rate: float
    courses: float
    mandatory: float
    cancelled: float


class Survey(_Closed):
    """Indicators 5 to 8."""

    response: float
    trust_spread: float
    year_spread: float
    years: int
    do_not_know: float
    new_base_from: int
    percent: dict[str, dict[str, float]]


class Board(_Closed):
    """Size of a board, how its BME share lies to the workforce's, and who stays a year."""

    executive: tuple[int, int]
    non_executive: tuple[int, int]
    bme: float
    stay: float


class Division(_Closed):
    """A division and its directorates."""

    name: str
    directorates: tuple[str, ...]


class Assumptions(_Closed):
    """`assumptions.yml`."""

    version: int
    sizes: Sizes
    types: tuple[TypesUpTo, ...]
    regions: dict[str, Region]
    type_bme: dict[str, float]
    bme_spread: float
    bme_limits: tuple[float, float]
    unknown_limits: tuple[float, float]
    national_bme: dict[int, float]
    band_odds: dict[str, float]
    non_clinical_odds: float
    posts: dict[str, Post]
    mix: dict[str, dict[str, float]]
    contracts: Contracts
    statuses: Statuses
    second_assignment: float
    second_bank: float
    leavers_listed: float
    turnover: Turnover
    codes: dict[str, dict[str, float]]
    recruitment: Recruitment
    cases: Cases
    training: Training
    survey: Survey
    board: Board
    divisions: tuple[Division, ...]
    sites: tuple[str, ...]
    places: tuple[str, ...]
    kinds: dict[str, str]

    def level(self, year: int) -> float:
        """Give the national BME share of a year against that of the newest one known."""
        years = sorted(self.national_bme)
        shares = [self.national_bme[one] for one in years]
        return float(np.interp(year, years, shares)) / shares[-1]


@cache
def load_assumptions() -> Assumptions:
    """Read `assumptions.yml`."""
    return read_definitions("wres.simulate", "assumptions.yml", Assumptions)
