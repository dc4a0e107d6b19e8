"""Ratios of counts, the four-fifths flag, and what unknown ethnicity can do to a ratio."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wres.stats import (
    Pair,
    excess_events,
    in_four_fifths_range,
    ratio_extremes,
    ratio_scenarios,
    relative_likelihood,
)


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


@pytest.mark.parametrize(
    ("group", "comparator", "excess"),
    [
        (Pair(6, 100), Pair(20, 1000), 4.0),  # 2 were to be expected
        (Pair(0, 100), Pair(20, 1000), -2.0),
        (Pair(2, 100), Pair(20, 1000), 0.0),
        (Pair(3, 100), Pair(0, 1000), 3.0),
        (Pair(0, 0), Pair(20, 1000), None),
        (Pair(3, 100), Pair(0, 0), None),
    ],
)
def test_excess_is_what_was_seen_less_what_the_other_likelihood_gives(
    group: Pair, comparator: Pair, excess: float | None
) -> None:
    assert excess_events(group, comparator) == excess
