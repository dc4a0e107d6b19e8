"""Indicator 1 and the whole workforce: head counts and shares by pay band.

A share keeps staff of unknown ethnicity in its base. A group that was not published leaves the
share not available; it is never taken for zero.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from wres.definitions.bands import ALL_BANDS, band_words
from wres.definitions.ethnicity import GROUPS
from wres.indicators.cells import Cell, cell_results
from wres.indicators.disparity import disparity_results
from wres.indicators.distribution import distribution_results
from wres.indicators.groups import detail_results, grouping_results
from wres.indicators.model_employer import model_employer_results
from wres.indicators.staff import STAFF_GROUPS, bands_of, staff, whole_workforce
from wres.results import Result
from wres.sources import TrustYear

__all__ = ["results", "whole_workforce"]


def results(trust_year: TrustYear) -> Iterator[Result]:
    """Yield head counts and shares of the whole workforce and of each published pay band."""
    new = partial(Result, organisation=trust_year.trust.ods_code, year=trust_year.year)
    table = trust_year.tables.get("workforce")
    if table is None:
        reason = trust_year.why_absent("workforce")
        for number in ("workforce", "1"):
            yield from _not_available(partial(new, indicator=number), reason)
        return
    everyone, by_band = (partial(new, indicator=number) for number in ("workforce", "1"))
    yield from cell_results(everyone, whole_workforce(trust_year))
    yield from detail_results(everyone, trust_year)
    yield from _by_band(by_band, trust_year)
    for more in (grouping_results, distribution_results, disparity_results, model_employer_results):
        yield from more(by_band, trust_year)


def _not_available(new: Any, reason: str) -> Iterator[Result]:
    for group in GROUPS:
        yield new(measure="share", group=group, unit="%", status="not available", reason=reason)


def _by_band(new: Any, trust_year: TrustYear) -> Iterator[Result]:
    for staff_group in STAFF_GROUPS:
        bands = bands_of(trust_year, staff_group)
        whole = staff(trust_year, staff_group, ALL_BANDS) != Cell()
        if staff_group != "all" and (bands or whole):
            bands.append(ALL_BANDS)  # reported as not available where it could not be summed
        for band in bands:
            noun = "staff" if band == ALL_BANDS else f"staff ({band_words(band)})"
            breakdown = f"staff_group={staff_group};band={band}"
            cell = staff(trust_year, staff_group, band)
            yield from cell_results(partial(new, breakdown=breakdown), cell, noun)
