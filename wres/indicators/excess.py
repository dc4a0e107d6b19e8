"""How many people the difference between two likelihoods comes to, beside each ratio."""

from __future__ import annotations

from collections.abc import Iterator

from wres.definitions.ethnicity import BME, WHITE
from wres.indicators.event_counts import Counts, any_withheld
from wres.results import Result
from wres.stats import excess_events

__all__ = ["with_excess"]


def with_excess(ratio: Result, counts: tuple[Counts, Counts]) -> Iterator[Result]:
    """Yield a ratio, and the events of BME people beyond those at the other group's likelihood.

    Nothing beside a ratio whose counts are withheld or give no likelihood. How sure the number is
    follows from the ratio, which has the interval: it has no verdict of its own that could differ.
    """
    yield ratio
    named = dict(zip((ratio.group, ratio.comparator_group), counts, strict=True))
    group, other = named[BME], named[WHITE]
    if any_withheld(group, other) or group.too_many or other.too_many:
        return
    value = excess_events(group.pair, other.pair)
    if value is None:
        return
    yield Result(
        organisation=ratio.organisation,
        year=ratio.year,
        indicator=ratio.indicator,
        measure="excess_events",
        breakdown=ratio.breakdown,
        group=BME,
        comparator_group=WHITE,
        numerator=group.events,
        denominator=group.base,
        comparator_numerator=other.events,
        comparator_denominator=other.base,
        value=value,
        unit="headcount",
        reason=group.note,
    )
