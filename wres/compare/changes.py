"""A year's figures beside the year before and the baseline: how they moved, and how surely.

A change has the interval of a difference of two independent estimates, made of the intervals of
both: Newcombe's for shares of answers, MOVER (Zou & Donner 2008) for ratios and gaps. Full counts
have none. What a change shows follows from its interval, the counts and the good direction alone.
Where the ratio of one year is over zero, its change has no size, yet an interval open at one end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from math import inf, isinf

from wres.definitions.indicators import indicator
from wres.results import Result, changes
from wres.stats import (
    CROSSED,
    FEW_EVENTS,
    TOO_FEW,
    Interval,
    Pair,
    change_verdict,
    is_few_either_way,
    mover_interval,
)

__all__ = [
    "Key",
    "change_between",
    "change_over_zero",
    "key_of",
    "with_changes",
    "with_previous",
    "without_doubled_parts",
]

Key = tuple[str, str, str, str, str]

ROUNDED = {"%": "difference of rounded shares", "ratio": "difference of rounded ratios"}
SURVEY = "survey_year="
_BY_VOTE = re.compile(r"(membership=[\w-]+);voting=\w+")


def with_previous(results: Iterable[Result], earlier: Iterable[Result]) -> list[Result]:
    """Put last year's value of the same figure beside each result that has none yet.

    Where it is withheld, its year is told without it.
    """
    before = {key_of(result): result for result in earlier}
    return [_beside(result, before.get(key_of(_year_before(result)))) for result in results]


def with_changes(
    results: Iterable[Result], earlier: Iterable[Result], few_events: int = FEW_EVENTS
) -> list[Result]:
    """Add a row of measure ``change`` after each result that has a previous value, or is over zero.

    Changes are taken from unrounded values where both years have them; where a figure was
    published rounded, the reason says so.

    Parameters
    ----------
    results, earlier : iterable of Result
        This year's, beside the year before, and those of the year before.
    few_events : int
        Below this many events, seen and to be expected, the change of a survey figure is 'too few
        to say'.
    """
    own = list(results)
    known = [{key_of(result): result for result in one} for one in (own, list(earlier))]
    changed: list[Result] = []
    for result in own:
        changed.append(result)
        if _has_change(result):
            changed.append(change_between(result, _told_before(result, known), few_events))
            continue
        over_zero = change_over_zero(result, known[1].get(key_of(result)), few_events)
        if over_zero is not None:
            changed.append(over_zero)
    return changed


def without_doubled_parts(results: Iterable[Result]) -> list[Result]:
    """Leave out changes of executive members by vote where that of all executives is known.

    One seat would else have two verdicts: the rule of half a seat can call it a move of six members
    and none of seven. The same of non-executive members.
    """
    own = list(results)
    known = {one.breakdown for one in own if one.measure == "change" and one.indicator == "9"}
    return [one for one in own if not (one.measure == "change" and _all_of(one) & known)]


def _all_of(change: Result) -> set[str]:
    """Name the part of the board of which this is those with a vote, or without."""
    by_vote = _BY_VOTE.match(change.breakdown)
    return {by_vote[1] + change.breakdown[by_vote.end() :]} if by_vote else set()


def key_of(result: Result) -> Key:
    """Give what names a figure, whatever its year."""
    return (
        result.indicator,
        result.measure,
        result.breakdown,
        result.group,
        result.comparator_group,
    )


def change_between(result: Result, before: Result | None, few_events: int = FEW_EVENTS) -> Result:
    """Make the row of measure ``change`` of a figure that has a value and a previous one.

    Parameters
    ----------
    result : Result
        This year's figure with `previous` and `previous_year`.
    before : Result, optional
        The figure of that year; without it nothing is known but its value.
    few_events : int
        As of `with_changes`.
    """
    rounded = "as published" in {result.status, before.status if before else "as published"}
    change = replace(
        _unsized(result, before),
        value=(result.value or 0.0) - (result.previous or 0.0),
        previous=result.previous,
        previous_year=result.previous_year,
        status="as published" if rounded else "ok",
        reason=ROUNDED.get(result.unit, ROUNDED["%"]) if rounded else "",
    )
    if result.measure == "difference":
        return replace(change, verdict=_by_seats(result, before))
    return change if before is None else _judged(change, result, before, few_events)


def change_over_zero(
    result: Result, before: Result | None, few_events: int = FEW_EVENTS
) -> Result | None:
    """Make the row of measure ``change`` of a ratio that is over zero in one year, or in both.

    It has no size, and names whom there were none of in which year. What it shows is judged by
    the ratios of both years all the same, where one of them has a value.

    Parameters
    ----------
    result, before : Result
        The figures of both years; None is returned unless one is over zero and the other is too
        or has a value.
    few_events : int
        As of `with_changes`.
    """
    if before is None or result.measure != "relative_likelihood":
        return None
    now, then = _estimate(result), _estimate(before)
    if now is None or then is None or not (isinf(now) or isinf(then)):
        return None
    over = {before.year: then, result.year: now}
    years = " or ".join(str(year) for year, ratio in over.items() if isinf(ratio))
    record = indicator(result.indicator)
    change = replace(
        _unsized(result, before),
        previous=before.value,
        previous_year=before.year,
        status="not available",
        reason=f"no {result.comparator_group} {record.people} were seen to {record.event} in "
        f"{years}, and nothing can be divided by zero",
    )
    return change if now == then else _judged(change, result, before, few_events)


def _unsized(result: Result, before: Result | None) -> Result:
    """Make the row of a change with the counts of both years, yet without a size."""
    return Result(
        organisation=result.organisation,
        year=result.year,
        edition=result.edition,
        indicator=result.indicator,
        measure="change",
        breakdown=result.breakdown,
        group=result.group,
        comparator_group=result.comparator_group,
        numerator=result.numerator,
        denominator=result.denominator,
        comparator_numerator=before.numerator if before else None,
        comparator_denominator=before.denominator if before else None,
        unit="ratio" if result.unit == "ratio" else "points",
        good_direction=result.good_direction,
    )


def _estimate(result: Result) -> float | None:
    """Return a figure's value; infinity for a ratio over zero, which has an interval and none."""
    return inf if result.value is None and result.upper == inf else result.value


def _year_before(result: Result) -> Result:
    """Return a stand-in with last year's breakdown: that of a survey figure names its autumn."""
    if not result.breakdown.startswith(SURVEY):
        return result
    if indicator(result.indicator).series_break:  # bases may differ: only rows of one table join
        return result
    return replace(result, breakdown=f"{SURVEY}{int(result.breakdown[12:]) - 1}")


def _beside(result: Result, before: Result | None) -> Result:
    if before is None or _is_same_survey(result, before):
        return result
    year = _reporting_year(before)
    if before.status == "suppressed" and result.previous is None:
        return replace(result, previous_year=year)
    if before.value is None:
        return result
    # A ratio from counts is set beside last year's counts rather than last year's printed ratio.
    if result.previous is not None and (result.status, before.status) != ("ok", "ok"):
        return result
    return replace(result, previous=before.value, previous_year=year)


def _reporting_year(result: Result) -> int:
    """Give the year of a figure: a survey's is that after its autumn, whichever report tells it."""
    if not result.breakdown.startswith(SURVEY):
        return result.year
    return int(result.breakdown.removeprefix(SURVEY)) + 1


def _is_same_survey(result: Result, before: Result) -> bool:
    """Tell a survey that is told again from the one before it."""
    return result.breakdown == before.breakdown and SURVEY in result.breakdown


def _has_change(result: Result) -> bool:
    known = result.previous is not None and result.value is not None
    return known and changes(result.indicator, result.measure)


def _told_before(result: Result, known: Iterable[Mapping[Key, Result]]) -> Result | None:
    """Find the figure whose value stands as `previous`; a survey's stands among this year's."""
    before = result
    if result.breakdown.startswith(SURVEY):
        before = replace(result, breakdown=f"{SURVEY}{int(result.breakdown[12:]) - 1}")
    for place, figures in enumerate(known):
        found = figures.get(key_of(before))
        is_other = place == 1 or before is not result
        if found is not None and is_other and found.value == result.previous:
            return found
    return None


def _judged(change: Result, result: Result, before: Result, few_events: int) -> Result:
    """Add the interval, where both years have one of the same confidence, and what it shows."""
    now, then = _interval(result), _interval(before)
    if now is None or then is None or result.confidence != before.confidence:
        return change
    value, previous = _estimate(result) or 0.0, _estimate(before) or 0.0
    interval = mover_interval(value, now, previous, then)
    shares = {result.method, before.method} == {"wilson"}
    return replace(
        change,
        lower=interval.lower,
        upper=interval.upper,
        confidence=result.confidence,
        # Of two Wilson intervals MOVER makes Newcombe's.
        method="newcombe" if shares else "mover",
        verdict=change_verdict(
            interval,
            value=value,
            previous=previous,
            good_direction=result.good_direction,
            few=_is_few(result, before, few_events),
            verdict=result.verdict,
            previous_verdict=before.verdict,
        ),
    )


def _interval(result: Result) -> Interval | None:
    if _estimate(result) is None or result.lower is None or result.upper is None:
        return None
    return Interval(result.lower, result.upper)


def _is_few(result: Result, before: Result, few_events: int) -> bool:
    """Tell whether the figure of either year turns on single people."""
    if result.measure != "percentage":
        return TOO_FEW in (result.verdict, before.verdict)
    pairs = [
        Pair((one.value or 0.0) / 100 * (one.denominator or 0), one.denominator or 0)
        for one in (result, before)
    ]
    return is_few_either_way(pairs[0], pairs[1], few_events)


def _by_seats(result: Result, before: Result | None) -> str:
    """Judge the change of a board's difference from the workforce by seats.

    A board is a full count, so there is no interval; and it can't come nearer to the workforce's
    share than its seats allow. Who rounds the workforce's share to whole seats is at most half a
    seat away from it, so a board that comes nearer, or gets further away, by less than that shows
    no clear change, on whichever side of the share it stands. One that was half a seat or more
    above the workforce's share and is now as far below it, or the other way round, crossed it. The
    seat is that of the smaller board where it changed in size. No seat is as far
    from the workforce's share on a board of any size, so it needs no size of its own. Else, where
    the seats of either year are unknown, nothing is judged.
    """
    if not result.good_direction or result.value is None or result.previous is None:
        return ""
    known = [one for one in (result, before) if one is not None and _knows_seats(one)]
    sizes = [one.denominator for one in known if one.denominator]
    if len(known) < 2 or not sizes:
        return ""
    half = 100 / min(sizes) / 2 - 1e-9
    now, past = result.value, result.previous
    if now * past < 0 and min(abs(now), abs(past)) >= half:
        return CROSSED
    nearer = abs(past) - abs(now)
    if abs(nearer) < half:
        return "no clear change"
    return "improved" if nearer > 0 else "worsened"


def _knows_seats(result: Result) -> bool:
    return bool(result.denominator) or result.numerator == 0
