"""Intervals of shares, ratios and differences: what holds for any counts, and at the edges."""

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
    koopman_interval,
    mover_interval,
    newcombe_interval,
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


@given(st.floats(-50, 50), st.floats(0, 30), st.floats(0, 30), st.floats(-50, 50))
def test_difference_from_a_figure_known_without_doubt_is_the_own_interval_moved(
    value: float, below: float, above: float, other: float
) -> None:
    own = Interval(value - below, value + above)
    moved = mover_interval(value, own, other, Interval(other, other))
    assert (moved.lower, moved.upper) == pytest.approx((own.lower - other, own.upper - other))


def test_difference_of_two_figures_turns_over_with_them() -> None:
    one, other = Interval(0.5, 4.0), Interval(0.2, 1.1)
    there = mover_interval(2.0, one, 0.7, other)
    back = mover_interval(0.7, other, 2.0, one)
    assert (there.lower, there.upper) == (-back.upper, -back.lower)


@pytest.mark.parametrize(
    ("own", "other", "open_ends"),
    [
        (Interval(0.5, inf), Interval(0.2, 1.1), (False, True)),
        (Interval(0.5, 4.0), Interval(0.2, inf), (True, False)),
        (Interval(0.5, inf), Interval(0.2, inf), (True, True)),
    ],
)
def test_open_end_of_a_figure_opens_that_end_of_the_difference(
    own: Interval, other: Interval, open_ends: tuple[bool, bool]
) -> None:
    interval = mover_interval(2.0, own, 0.7, other)
    assert (interval.lower == -inf, interval.upper == inf) == open_ends


COUNTS = st.tuples(st.integers(0, 60), st.integers(0, 300)).map(
    lambda drawn: Pair(drawn[0], drawn[0] + drawn[1])
)


@given(COUNTS, COUNTS, st.floats(50, 99.9), st.floats(50, 99.9))
def test_interval_of_a_higher_confidence_holds_that_of_a_lower(
    group: Pair, comparator: Pair, one: float, other: float
) -> None:
    low, high = sorted((one, other))
    narrow = koopman_interval(group, comparator, confidence=low)
    wide = koopman_interval(group, comparator, confidence=high)
    if narrow is not None and wide is not None:
        assert wide.lower <= narrow.lower * (1 + 1e-9)
        assert wide.upper >= narrow.upper * (1 - 1e-9)
    if group.base:
        share = group.events / group.base
        narrow = wilson_interval(share, group.base, confidence=low)
        wide = wilson_interval(share, group.base, confidence=high)
        assert narrow is not None
        assert wide is not None
        assert wide.lower <= narrow.lower + 1e-12
        assert wide.upper >= narrow.upper - 1e-12


@pytest.mark.parametrize("confidence", [0, 100, 0.95 - 1, 101])
def test_impossible_confidence_is_refused(confidence: float) -> None:
    with pytest.raises(ValueError, match="percentage above 0 and below 100"):
        wilson_interval(0.5, 10, confidence=confidence)
