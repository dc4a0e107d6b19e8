"""Intervals against two other libraries and hand arithmetic; verdicts against their table."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from wres.stats import (
    Interval,
    Pair,
    in_four_fifths_range,
    interval_verdict,
    koopman_interval,
    newcombe_interval,
    ratio_extremes,
    ratio_scenarios,
    ratio_verdict,
    relative_likelihood,
    wilson_interval,
)

PAIRS = [
    (Pair(198, 855), Pair(17, 47)),
    (Pair(1, 143), Pair(17, 2643)),
    (Pair(1639, 2643), Pair(105, 143)),
    (Pair(9, 40), Pair(9, 40)),
    (Pair(0, 143), Pair(17, 2643)),
]


@pytest.mark.parametrize(("group", "comparator"), PAIRS)
def test_koopman_interval_agrees_with_statsmodels(group: Pair, comparator: Pair) -> None:
    theirs = confint_proportions_2indep(
        group.events,
        group.base,
        comparator.events,
        comparator.base,
        compare="ratio",
        method="score",
        correction=False,
    )
    ours = koopman_interval(group, comparator)
    assert ours is not None
    assert (ours.lower, ours.upper) == pytest.approx(theirs, abs=1e-6)


def test_koopman_interval_is_open_above_when_the_comparator_had_no_events() -> None:
    interval = koopman_interval(Pair(5, 143), Pair(0, 2643))
    assert interval is not None
    assert interval.upper == inf
    assert interval.lower == pytest.approx(24.0766, abs=1e-3)  # statsmodels 0.15, score


@pytest.mark.parametrize(
    ("group", "comparator"),
    [(Pair(0, 10), Pair(0, 20)), (Pair(0, 0), Pair(3, 20)), (Pair(3, 20), Pair(0, 0))],
)
def test_koopman_interval_is_withheld_where_the_counts_say_nothing(
    group: Pair, comparator: Pair
) -> None:
    assert koopman_interval(group, comparator) is None


@given(st.integers(1, 400), st.integers(1, 400), st.floats(0, 1), st.floats(0, 1))
def test_koopman_interval_holds_the_ratio_and_turns_over_with_it(
    first: int, second: int, share: float, other: float
) -> None:
    group, comparator = Pair(round(first * share), first), Pair(round(second * other), second)
    interval, turned = koopman_interval(group, comparator), koopman_interval(comparator, group)
    if interval is None or turned is None:
        return
    ratio = relative_likelihood(group, comparator)
    if ratio is not None:
        assert interval.lower <= ratio * (1 + 1e-9)
        assert ratio <= interval.upper * (1 + 1e-9)
    assert interval.lower == pytest.approx(0 if turned.upper == inf else 1 / turned.upper, rel=1e-6)


@pytest.mark.parametrize(("events", "base"), [(0, 12), (1, 12), (9, 49), (110, 1159), (7, 7)])
def test_wilson_interval_agrees_with_scipy(events: int, base: int) -> None:
    theirs = binomtest(events, base).proportion_ci(0.95, method="wilson")
    ours = wilson_interval(events / base, base)
    assert ours is not None
    assert (ours.lower, ours.upper) == pytest.approx((theirs.low, theirs.high), abs=1e-12)


def test_wilson_interval_takes_published_rounded_shares() -> None:
    theirs = proportion_confint(0.184 * 49, 49, method="wilson")
    ours = wilson_interval(0.184, 49)
    assert ours is not None
    assert (ours.lower, ours.upper) == pytest.approx(theirs, abs=1e-12)


def test_wilson_interval_of_an_empty_group_is_withheld() -> None:
    assert wilson_interval(0.0, 0) is None


def test_newcombe_interval_agrees_with_statsmodels() -> None:
    theirs = confint_proportions_2indep(9, 49, 43, 1128, compare="diff", method="newcomb")
    ours = newcombe_interval((9 / 49, 49), (43 / 1128, 1128))
    assert ours is not None
    assert (ours.lower, ours.upper) == pytest.approx(theirs, abs=1e-9)


@pytest.mark.parametrize(
    ("group", "comparator", "verdict"),
    [
        (Pair(60, 200), Pair(100, 800), "more likely"),
        (Pair(198, 855), Pair(17, 47), "less likely"),
        (Pair(50, 200), Pair(210, 800), "no clear difference"),
        (Pair(40, 200), Pair(160, 800), "no clear difference"),  # ratio of exactly 1
        (Pair(1, 143), Pair(17, 2643), "too few to say"),
        (Pair(0, 143), Pair(17, 2643), "too few to say"),
        (Pair(1, 20), Pair(2, 3000), "too few to say"),  # one person, an interval above 1
        (Pair(0, 2000), Pair(100, 2000), "less likely"),  # none where 50 were to be expected
        (Pair(100, 2000), Pair(0, 2000), "more likely"),
        (Pair(0, 10), Pair(0, 20), ""),
        (Pair(0, 0), Pair(3, 20), ""),
    ],
)
def test_verdict_of_each_combination(group: Pair, comparator: Pair, verdict: str) -> None:
    assert ratio_verdict(group, comparator) == verdict


def test_interval_that_touches_equality_shows_no_clear_difference() -> None:
    assert interval_verdict(Interval(1.0, 2.0), equal=1.0) == "no clear difference"


@pytest.mark.parametrize(
    ("ratio", "inside"),
    [(0.794, False), (0.795, True), (0.8, True), (1.0, True), (1.2549, True), (1.255, False)],
)
def test_four_fifths_flag_agrees_with_the_printed_ratio(ratio: float, inside: bool) -> None:
    assert in_four_fifths_range(ratio) is inside


@given(st.integers(0, 8), st.integers(0, 8), st.data())
def test_no_allocation_of_unknown_people_goes_beyond_the_extremes(
    unknown_events: int, unknown_others: int, data: st.DataObject
) -> None:
    group, comparator = Pair(3, 9), Pair(4, 15)
    unknown = Pair(unknown_events, unknown_events + unknown_others)
    extremes = ratio_extremes(group, comparator, unknown)
    events = data.draw(st.integers(0, unknown_events))
    others = data.draw(st.integers(0, unknown_others))
    taken = Pair(events, events + others)
    rest = Pair(unknown_events - events, unknown.base - taken.base)
    ratio = relative_likelihood(group + taken, comparator + rest)
    assert extremes is not None
    assert ratio is not None
    assert extremes.lower - 1e-12 <= ratio <= extremes.upper + 1e-12


def test_scenarios_put_all_unknown_people_in_one_group() -> None:
    # By hand, Humber 2021, indicator 3: (1+1)/(143+243) over 17/2643; 1/143 over 18/2886.
    as_bme, as_white = ratio_scenarios(Pair(1, 143), Pair(17, 2643), Pair(1, 243))
    assert as_bme == pytest.approx((2 / 386) / (17 / 2643))
    assert as_white == pytest.approx((1 / 143) / (18 / 2886))


def test_ratio_over_a_group_without_events_does_not_exist() -> None:
    assert relative_likelihood(Pair(3, 10), Pair(0, 20)) is None
