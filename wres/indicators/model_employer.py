"""Model Employer: the number of BME staff that each senior pay band should have, and the way there.

The goal of a band is the workforce's BME share of its staff; the way there is a straight line from
this year's number to the goal in the target year. The size of the band and the workforce's share
are held as they are this year. All are full counts of clinical and non-clinical staff together.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from wres.counts import ALL
from wres.counts.groupings import senior_bands
from wres.indicators.cells import Cell
from wres.indicators.parity import parity
from wres.indicators.staff import (
    STAFF_GROUPS,
    bands_of,
    is_empty,
    staff,
    whole_workforce,
    why,
)
from wres.results import Result
from wres.sources import TrustYear

__all__ = ["model_employer_results"]

PART = "part=staff group"
REACHED = "this band has the workforce's share already"
LEAVERS = "on average; the trust assumes that this share of the band's BME staff leaves in a year"


def model_employer_results(new: Any, trust_year: TrustYear) -> Iterator[Result]:
    """Yield goal, straight line and yearly increase of each senior band.

    Parameters
    ----------
    new : callable
        Makes a `Result` of indicator 1.
    trust_year : TrustYear
        Protected counts.
    """
    whole = whole_workforce(trust_year)
    for band in _bands(trust_year):
        made = partial(new, breakdown=f"staff_group=all;band={band}")
        goal = parity(made, staff(trust_year, ALL, band), whole)
        reason = why(trust_year, ALL, band)
        if is_empty(trust_year, ALL, band):
            goal = replace(goal, status="no members", reason="")
        elif reason:
            goal = replace(goal, status="not available", reason=f"goals of senior bands: {reason}")
        yield goal
        if goal.status == "suppressed":
            yield from _by_staff_group(new, trust_year, band, whole)
        if goal.status in {"ok", "suppressed"}:
            yield from _way_there(goal, trust_year)


def _bands(trust_year: TrustYear) -> list[str]:
    """List the senior bands of all staff, as they were given or made of those given."""
    cells = [(name, band) for name in STAFF_GROUPS for band in bands_of(trust_year, name)]
    return senior_bands(cells) if cells else []


def _by_staff_group(new: Any, trust_year: TrustYear, band: str, whole: Cell) -> Iterator[Result]:
    """Yield the goals of a withheld band's clinical and non-clinical staff that are shown."""
    for name in STAFF_GROUPS:
        if name != ALL:
            made = partial(new, breakdown=f"staff_group={name};band={band};{PART}")
            goal = parity(made, staff(trust_year, name, band), whole)
            if goal.status == "ok":
                yield goal


def _way_there(goal: Result, trust_year: TrustYear) -> Iterator[Result]:
    settings = trust_year.trust.settings.model_employer
    years = settings.target_year - trust_year.year
    increase = replace(goal, measure="yearly_increase", value=None)
    if years <= 0:
        if goal.status == "ok":
            reason = f"the target year {settings.target_year} has been reached"
            increase = replace(increase, status="not available", reason=reason)
        yield increase
        return
    yearly = _yearly(goal, years)
    increase = replace(increase, value=yearly)
    if yearly == 0:
        increase = replace(increase, reason=REACHED)
    yield increase
    if settings.leavers_percent is not None:
        yield _with_leavers(increase, settings.leavers_percent, years)
    if yearly:
        yield from _line(goal, yearly, trust_year.year, years)


def _yearly(goal: Result, years: int) -> float | None:
    """Share what is missing out over the years; 0 where nothing is."""
    if goal.value is None:
        return None
    return max(0.0, goal.value - (goal.numerator or 0)) / years


def _with_leavers(increase: Result, percent: float, years: int) -> Result:
    """Add the appointments that replace those who leave, on average over the years.

    Each year a share leaves of those whom the line has reached by its beginning.
    """
    made = replace(increase, breakdown=f"{increase.breakdown};leavers={percent:g}")
    if increase.value is None:
        return made
    average = (increase.numerator or 0) + increase.value * (years - 1) / 2
    replaced = percent / 100 * average
    return replace(made, value=increase.value + replaced, reason=LEAVERS)


def _line(goal: Result, yearly: float, start: int, years: int) -> Iterator[Result]:
    for after in range(years + 1):
        yield replace(
            goal,
            measure="trajectory",
            breakdown=f"{goal.breakdown};at={start + after}",
            value=(goal.numerator or 0) + yearly * after,
        )
