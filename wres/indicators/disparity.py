"""Race disparity ratios: White over BME staff, higher pay bands over lower ones.

A ratio of two stocks of staff on one day, not of promotions: 1 is equal, above 1 White staff are
better represented higher up. Full counts, so no interval; few of them are too few to say. Medical
and dental staff are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from wres.definitions.groupings import LEVELS, STEPS, load_groupings
from wres.indicators.staff import bands_of, staff, why_missing
from wres.results import WITHHELD, Result
from wres.sources import TrustYear
from wres.stats import Pair, relative_likelihood, stock_verdict

__all__ = ["disparity_results"]

HALVES = ("clinical", "non-clinical")
Staff = tuple[int | None, int | None]


def disparity_results(new: Any, trust_year: TrustYear) -> Iterator[Result]:
    """Yield the ratio of each step between bands for clinical and for non-clinical staff."""
    bands = load_groupings().race_disparity
    for staff_group in HALVES:
        if not bands_of(trust_year, staff_group):
            continue
        reason = _why_not(trust_year, staff_group)
        for lower, higher in STEPS:
            made: Result = new(
                measure="disparity_ratio",
                breakdown=f"staff_group={staff_group};from={lower};to={higher}",
                group="White",
                comparator_group="BME",
                unit="ratio",
                good_direction="towards 1",
            )
            if reason:
                yield replace(made, status="not available", reason=reason)
                continue
            look = partial(_staff, trust_year, staff_group)
            few = trust_year.trust.settings.few_events
            yield _ratio(
                made, look(bands.band(lower)), look(bands.band(higher)), few, (lower, higher)
            )


def _why_not(trust_year: TrustYear, staff_group: str) -> str:
    """Say why a staff group has no ratios: bands that were given in other groupings."""
    for level in LEVELS:
        band = load_groupings().race_disparity.band(level)
        reason = why_missing(trust_year, staff_group, band)
        if reason:
            return reason
    return ""


def _staff(trust_year: TrustYear, staff_group: str, band: str) -> Staff | None:
    """Give White and BME staff of a grouping; None where either is withheld."""
    cell = staff(trust_year, staff_group, band)
    if cell.withholds("White", "BME"):
        return None
    return cell.counts.get("White"), cell.counts.get("BME")


def _ratio(
    made: Result,
    lower: Staff | None,
    higher: Staff | None,
    few_events: int,
    step: tuple[str, str],
) -> Result:
    if lower is None or higher is None:
        return replace(made, status="suppressed", reason=WITHHELD)
    (white_from, bme_from), (white_to, bme_to) = lower, higher
    if white_from is None or bme_from is None or white_to is None or bme_to is None:
        reason = "the number of White or of BME staff was not published"
        return replace(made, status="not available", reason=reason)
    counted = replace(
        made,
        numerator=white_to,
        denominator=white_from,
        comparator_numerator=bme_to,
        comparator_denominator=bme_from,
    )
    divisors = (
        (white_from, f"White staff in {step[0]} bands"),
        (bme_from, f"BME staff in {step[0]} bands"),
        (bme_to, f"BME staff in {step[1]} bands"),
    )
    empty = [f"no {words}" for count, words in divisors if not count]
    if empty:
        reason = f"there are {' and '.join(empty)}, and nothing can be divided by zero"
        return replace(counted, status="not available", reason=reason)
    return replace(
        counted,
        value=relative_likelihood(Pair(white_to, white_from), Pair(bme_to, bme_from)),
        verdict=stock_verdict(
            Pair(white_to, white_from + white_to),
            Pair(bme_to, bme_from + bme_to),
            few_events=few_events,
        ),
    )
