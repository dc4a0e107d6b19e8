"""Rows made from counts by the package's own rules, so that none can contradict itself."""

from __future__ import annotations

from dataclasses import replace

from tests.gallery.made import YEAR, comparison, gap, percent, ratio, row
from wres.compare.changes import change_between
from wres.definitions.groupings import STEPS
from wres.definitions.indicators import indicator
from wres.indicators.event_counts import Counts
from wres.indicators.stratified import stratified_ratio
from wres.stats import (
    CONFIDENCE,
    TOO_FEW,
    Interval,
    Pair,
    comparison_verdict,
    interval_verdict,
    is_few_either_way,
    is_few_share_beside,
    koopman_interval,
    newcombe_interval,
    ratio_verdict,
    relative_likelihood,
    stock_verdict,
    wilson_interval,
)

__all__ = [
    "answered",
    "compared",
    "counted",
    "counted_gap",
    "disparities",
    "moved_since",
    "within_bands",
]


def counted(number, pairs, **columns):
    """A relative likelihood from events and people of both groups, in the indicator's order."""
    first, second = pairs
    interval = koopman_interval(first, second)
    ends = {"lower": interval.lower, "upper": interval.upper} if interval else {}
    counts = {
        "numerator": int(first.events),
        "denominator": first.base,
        "comparator_numerator": int(second.events),
        "comparator_denominator": second.base,
    }
    value = relative_likelihood(first, second)
    made = ends | counts | {"confidence": CONFIDENCE, "method": "koopman"}
    if value is None:
        status = "over 0" if interval else "not available"
        made |= {"status": status, "reason": "no events in the comparator group"}
    verdict = ratio_verdict(first, second)
    direction = indicator(number).good_direction
    return ratio(number, value, verdict=verdict, good_direction=direction, **(made | columns))


def within_bands(number, pairs):
    """The same in two strata; the upper one has a third of the events, a quarter of the staff."""
    upper = [Counts(int(pair.events) // 3, pair.base // 4) for pair in pairs]
    lower = [
        Counts(int(pair.events) - up.events, pair.base - up.base)
        for pair, up in zip(pairs, upper, strict=True)
    ]
    direction = indicator(number).good_direction
    return stratified_ratio(ratio(number, good_direction=direction), [lower, upper])


def moved_since(now, before, since):
    """The change of a figure since an earlier year, as the package judges it."""
    beside = replace(now, previous=before.value, previous_year=since)
    return replace(change_between(beside, before), breakdown=f"since={since}")


def answered(year, group, value, n, **columns):
    """A survey percentage with the interval that its respondents give."""
    interval = wilson_interval(value / 100, n)
    made = percent(year, group, value, n, **columns)
    ends = {"lower": 100 * interval.lower, "upper": 100 * interval.upper}
    return replace(made, confidence=CONFIDENCE, method="wilson", **ends)


def counted_gap(number, bme, white):
    """The gap of two such percentages, and what their respondents let it say."""
    shares = [(one.value / 100, one.denominator) for one in (bme, white)]
    interval = newcombe_interval(*shares)
    few = is_few_either_way(*(Pair(share * base, base) for share, base in shares))
    return gap(
        YEAR - 1,
        interval_verdict(interval, equal=0.0, few=few),
        number,
        bme.value - white.value,
        lower=100 * interval.lower,
        upper=100 * interval.upper,
        confidence=CONFIDENCE,
    )


def compared(own, name, value):
    """A comparison of which the verdict follows from the own figure's interval."""
    if own.lower is None:
        return comparison(own, name, value)
    if own.unit == "ratio":
        few = own.verdict == TOO_FEW
    else:
        pair = Pair(own.value / 100 * own.denominator, own.denominator)
        few = is_few_share_beside(pair, value / 100)
    interval = Interval(own.lower - value, own.upper - value)
    return comparison(own, name, value, comparison_verdict(interval, few=few))


def disparities(staff_group, levels, before):
    """Race disparity ratios from White and BME staff of lower, middle and upper bands."""
    for lower, higher in STEPS:
        (white_from, bme_from), (white_to, bme_to) = levels[lower], levels[higher]
        made = row(
            "1",
            "disparity_ratio",
            breakdown=f"staff_group={staff_group};from={lower};to={higher}",
            group="White",
            comparator_group="BME",
            numerator=white_to,
            denominator=white_from,
            comparator_numerator=bme_to,
            comparator_denominator=bme_from,
        )
        if white_from and bme_from and bme_to:
            value = (white_to / white_from) / (bme_to / bme_from)
            verdict = stock_verdict(
                Pair(white_to, white_from + white_to), Pair(bme_to, bme_from + bme_to)
            )
            made = replace(made, value=value, verdict=verdict)
            yield replace(made, previous=before * value, previous_year=YEAR - 1)
        else:
            reason = "there are no BME staff in upper bands, and nothing can be divided by zero"
            yield replace(made, status="not available", reason=reason)
