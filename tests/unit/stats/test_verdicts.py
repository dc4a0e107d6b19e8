"""The table of verdicts: every combination of interval, counts and good direction."""

from __future__ import annotations

from itertools import product
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wres.sources.trust import Settings
from wres.stats import (
    FEW_EVENTS,
    Interval,
    Pair,
    change_verdict,
    comparison_verdict,
    interval_verdict,
    is_few,
    is_few_beside,
    is_few_either_way,
    is_few_share_beside,
    koopman_interval,
    newcombe_interval,
    ratio_verdict,
    stock_verdict,
)

FEW = "too few to say"
NEITHER = "no clear difference"


@pytest.mark.parametrize(
    ("group", "comparator", "verdict"),
    [
        # ratio above, below and at 1, clear and not
        (Pair(60, 200), Pair(100, 800), "more likely"),
        (Pair(55, 200), Pair(210, 800), NEITHER),
        (Pair(198, 855), Pair(17, 47), "less likely"),
        (Pair(50, 200), Pair(210, 800), NEITHER),
        (Pair(40, 200), Pair(160, 800), NEITHER),
        # the same with few cases in either group, or in both
        (Pair(4, 20), Pair(2, 3000), FEW),  # an interval wholly above 1
        (Pair(1, 143), Pair(17, 2643), FEW),
        (Pair(17, 2643), Pair(1, 143), FEW),
        (Pair(1, 143), Pair(1, 143), FEW),
        # nobody in one group had the event: few, or evidence where many were to be expected
        (Pair(0, 143), Pair(17, 2643), FEW),
        (Pair(17, 2643), Pair(0, 143), FEW),
        (Pair(0, 2000), Pair(100, 2000), "less likely"),
        (Pair(100, 2000), Pair(0, 2000), "more likely"),  # no upper limit
        (Pair(10, 300), Pair(0, 300), "more likely"),  # 5 were to be expected
        (Pair(9, 300), Pair(0, 300), FEW),
        # everybody had it
        (Pair(30, 30), Pair(30, 60), "more likely"),
        (Pair(30, 30), Pair(40, 40), NEITHER),
        # nothing to judge
        (Pair(0, 10), Pair(0, 20), ""),
        (Pair(0, 0), Pair(3, 20), ""),
        (Pair(3, 20), Pair(0, 0), ""),
        (Pair(0, 0), Pair(0, 0), ""),
    ],
)
def test_verdict_of_a_ratio(group: Pair, comparator: Pair, verdict: str) -> None:
    assert ratio_verdict(group, comparator) == verdict


@pytest.mark.parametrize(
    ("group", "comparator", "verdict"),
    [
        (Pair(100, 300), Pair(25, 125), "more likely"),  # 41.7 at 100 of 300
        (Pair(25, 125), Pair(100, 300), "less likely"),
        (Pair(100, 300), Pair(42, 125), NEITHER),  # 41.7: a third of a person apart
        (Pair(100, 300), Pair(41, 125), "more likely"),  # two thirds of a person
        (Pair(100, 300), Pair(42, 126), NEITHER),  # equal
        # few on the higher step, seen and to be expected
        (Pair(30, 300), Pair(2, 6), FEW),
        (Pair(2, 6), Pair(30, 300), FEW),
        (Pair(10, 300), Pair(4, 100), FEW),  # 3.5 to be expected
        # few on the lower step: the same ratio upside down
        (Pair(270, 300), Pair(96, 100), "less likely"),  # 8.5 to be expected lower
        (Pair(290, 300), Pair(98, 100), FEW),  # 3
        # none where many were to be expected is evidence
        (Pair(100, 300), Pair(0, 60), "more likely"),
        # nothing to judge
        (Pair(0, 0), Pair(3, 20), ""),
        (Pair(3, 20), Pair(0, 0), ""),
    ],
)
def test_verdict_of_a_ratio_of_stocks(group: Pair, comparator: Pair, verdict: str) -> None:
    assert stock_verdict(group, comparator) == verdict


@given(*[st.integers(1, 60)] * 4)
def test_verdict_of_a_ratio_of_stocks_is_the_same_upside_down(
    high: int, low: int, other_high: int, other_low: int
) -> None:
    turned = {"more likely": "less likely", "less likely": "more likely"}
    pairs = Pair(high, high + low), Pair(other_high, other_high + other_low)
    shown = stock_verdict(*pairs)
    assert stock_verdict(*reversed(pairs)) == turned.get(shown, shown)
    assert stock_verdict(*(pair.others for pair in pairs)) == turned.get(shown, shown)


@pytest.mark.parametrize(
    ("interval", "equal", "few", "verdict"),
    [
        (Interval(1.01, 2.0), 1.0, False, "more likely"),
        (Interval(1.01, inf), 1.0, False, "more likely"),
        (Interval(1.0, 2.0), 1.0, False, NEITHER),  # touches equality
        (Interval(0.2, inf), 1.0, False, NEITHER),
        (Interval(0.5, 1.0), 1.0, False, NEITHER),
        (Interval(0.0, 0.99), 1.0, False, "less likely"),
        (Interval(3.0, 9.0), 0.0, False, "more likely"),
        (Interval(-3.0, 9.0), 0.0, False, NEITHER),
        (Interval(0.0, 0.0), 0.0, False, NEITHER),
        (Interval(-9.0, -0.1), 0.0, False, "less likely"),
        (Interval(3.0, 9.0), 0.0, True, FEW),
        (Interval(-3.0, 9.0), 0.0, True, FEW),
        (None, 1.0, False, ""),
        (None, 1.0, True, ""),  # withheld: that cases are few would tell of them
    ],
)
def test_verdict_of_an_interval(
    interval: Interval | None, equal: float, few: bool, verdict: str
) -> None:
    assert interval_verdict(interval, equal=equal, few=few) == verdict


@pytest.mark.parametrize(
    ("interval", "few", "verdict"),
    [
        (Interval(0.1, 8.0), False, "above"),
        (Interval(0.1, inf), False, "above"),
        (Interval(-8.0, -0.1), False, "below"),
        (Interval(-0.1, 8.0), False, NEITHER),
        (Interval(0.0, 8.0), False, NEITHER),
        (Interval(-inf, inf), False, NEITHER),
        (Interval(0.1, 8.0), True, FEW),
        (None, False, ""),
        (None, True, ""),
    ],
)
def test_verdict_of_a_comparison(interval: Interval | None, few: bool, verdict: str) -> None:
    assert comparison_verdict(interval, few=few) == verdict


UP, DOWN, OPEN = Interval(0.1, 0.9), Interval(-0.9, -0.1), Interval(-0.1, 0.9)


@pytest.mark.parametrize(
    ("good_direction", "change", "verdict"),
    [
        ("higher", UP, "improved"),
        ("higher", Interval(0.1, inf), "improved"),
        ("higher", DOWN, "worsened"),
        ("higher", OPEN, "no clear change"),
        ("lower", UP, "worsened"),
        ("lower", DOWN, "improved"),
        ("lower", Interval(-inf, -0.1), "improved"),
        ("lower", OPEN, "no clear change"),
        ("lower", Interval(-0.9, 0.0), "no clear change"),  # touches 0
        ("", UP, ""),
        ("", DOWN, ""),
        ("", OPEN, ""),
    ],
)
def test_verdict_of_a_change_up_or_down(
    good_direction: str, change: Interval, verdict: str
) -> None:
    told = change_verdict(change, value=1.5, previous=1.0, good_direction=good_direction)
    assert told == verdict


OFF = ("more likely", "less likely")
ON = (NEITHER, FEW, "")


@pytest.mark.parametrize(
    ("previous", "value", "change", "verdict"),
    [
        # the ratio stayed above 1, or at it
        (1.9, 1.4, DOWN, "improved"),
        (1.4, 1.9, UP, "worsened"),
        (1.9, 1.0, DOWN, "improved"),
        (1.0, 1.9, UP, "worsened"),
        # it stayed below 1, or at it
        (0.4, 0.7, UP, "improved"),
        (0.7, 0.4, DOWN, "worsened"),
        (0.4, 1.0, UP, "improved"),
        (1.0, 0.4, DOWN, "worsened"),
    ],
)
@pytest.mark.parametrize("target", ["towards 1", "towards 0"])
@pytest.mark.parametrize("verdicts", [("", ""), *product((OFF[0], OFF[1], NEITHER), repeat=2)])
def test_nearer_the_target_on_one_side_of_it_is_improved(
    previous: float,
    value: float,
    change: Interval,
    verdict: str,
    target: str,
    verdicts: tuple[str, str],
) -> None:
    less = 1.0 if target == "towards 0" else 0.0  # the same distances, from 0 instead of 1
    told = change_verdict(
        change,
        value=value - less,
        previous=previous - less,
        good_direction=target,
        verdict=verdicts[0],
        previous_verdict=verdicts[1],
    )
    assert told == verdict


@pytest.mark.parametrize(
    ("previous", "value", "change"), [(1.9, 0.8, DOWN), (0.6, 1.3, UP), (1.1, 0.5, DOWN)]
)
@pytest.mark.parametrize(
    ("before", "now", "verdict"),
    [
        *((before, now, "improved") for before, now in product(OFF, ON)),
        *((before, now, "worsened") for before, now in product(ON, OFF)),
        *((before, now, "crossed") for before, now in product(OFF, OFF)),
        *((before, now, "crossed") for before, now in product(ON, ON)),
    ],
)
def test_change_across_the_target_turns_on_whether_a_year_was_clearly_off_it(
    previous: float, value: float, change: Interval, before: str, now: str, verdict: str
) -> None:
    told = change_verdict(
        change,
        value=value,
        previous=previous,
        good_direction="towards 1",
        verdict=now,
        previous_verdict=before,
    )
    assert told == verdict


@pytest.mark.parametrize("good_direction", ["higher", "lower", "towards 1", "towards 0"])
@pytest.mark.parametrize(
    ("change", "few", "verdict"),
    [
        (UP, True, FEW),
        (OPEN, True, FEW),
        (OPEN, False, "no clear change"),
        (Interval(-inf, inf), False, "no clear change"),
        (None, False, ""),
        (None, True, ""),
    ],
)
@pytest.mark.parametrize(("previous", "value"), [(1.9, 1.1), (-0.5, 1.7), (1.2, 1.2)])
def test_no_change_is_clear_without_an_interval_that_excludes_zero(
    good_direction: str,
    change: Interval | None,
    few: bool,
    verdict: str,
    previous: float,
    value: float,
) -> None:
    told = change_verdict(
        change,
        value=value,
        previous=previous,
        good_direction=good_direction,
        few=few,
        verdict="more likely",
    )
    assert told == verdict


@pytest.mark.parametrize(
    ("group", "comparator", "few"),
    [
        (Pair(5, 100), Pair(50, 1000), False),
        (Pair(4, 100), Pair(50, 1000), True),  # 4.9 were to be expected: 54 of 1,100
        (Pair(4, 80), Pair(50, 1000), True),  # 4.0
        (Pair(0, 100), Pair(60, 1000), False),  # 5.5
        (Pair(0, 100), Pair(50, 1000), True),  # 4.5
        (Pair(0, 0), Pair(50, 1000), True),
        (Pair(0, 0), Pair(0, 0), True),
    ],
)
def test_few_looks_at_what_was_seen_and_at_what_was_to_be_expected(
    group: Pair, comparator: Pair, few: bool
) -> None:
    assert is_few(group, comparator) is few
    assert is_few(comparator, group) is few


@pytest.mark.parametrize(("limit", "few"), [(1, False), (3, False), (4, True), (10, True)])
def test_what_counts_as_few_is_the_trusts_own_limit(limit: int, few: bool) -> None:
    group, comparator = Pair(3, 50), Pair(60, 1000)
    assert is_few(group, comparator, limit) is few
    assert is_few_beside(group, 0.06, limit) is few
    assert (ratio_verdict(group, comparator, few_events=limit) == FEW) is few


def test_default_limit_of_few_is_the_settings_default() -> None:
    assert Settings().few_events == FEW_EVENTS


PAIRS = st.tuples(st.integers(0, 300), st.integers(0, 300)).map(
    lambda drawn: Pair(drawn[0], drawn[0] + drawn[1])
)


@given(PAIRS, PAIRS, st.integers(1, 20), st.sampled_from([80.0, 95.0, 99.0]))
def test_no_ratio_has_a_verdict_that_its_interval_contradicts(
    group: Pair, comparator: Pair, few_events: int, confidence: float
) -> None:
    interval = koopman_interval(group, comparator, confidence=confidence)
    told = ratio_verdict(group, comparator, few_events=few_events, confidence=confidence)
    if interval is None:
        assert told == ""
    elif told != FEW:
        above, below = interval.lower > 1, interval.upper < 1
        assert (told == "more likely", told == "less likely") == (above, below)


@given(PAIRS, PAIRS)
def test_verdict_of_a_gap_turns_over_with_the_groups(group: Pair, comparator: Pair) -> None:
    if not group.base or not comparator.base:
        return
    one, other = ((pair.events / pair.base, pair.base) for pair in (group, comparator))
    there = interval_verdict(newcombe_interval(one, other), equal=0.0)
    back = interval_verdict(newcombe_interval(other, one), equal=0.0)
    turned = {"more likely": "less likely", "less likely": "more likely"}
    assert back == turned.get(there, there)


@pytest.mark.parametrize("bases", [(10, 10), (50, 200), (2000, 3000)])
def test_nobody_against_nobody_is_judged_as_everybody_against_everybody(
    bases: tuple[int, int],
) -> None:
    none = [Pair(0, base) for base in bases]
    everyone = [Pair(base, base) for base in bases]
    assert is_few_either_way(none[0], none[1])
    assert is_few_either_way(everyone[0], everyone[1])


@given(
    first=st.tuples(st.integers(0, 60), st.integers(0, 60)),
    other=st.tuples(st.integers(0, 60), st.integers(0, 60)),
)
def test_gap_is_as_sure_whichever_answer_is_counted(
    first: tuple[int, int], other: tuple[int, int]
) -> None:
    pairs = [Pair(yes, yes + no) for yes, no in (first, other)]
    turned = [pair.others for pair in pairs]
    assert is_few_either_way(*pairs) is is_few_either_way(*turned)
    beside = [is_few_share_beside(pairs[0], 0.2), is_few_share_beside(turned[0], 0.8)]
    assert beside[0] is beside[1]
    intervals = [
        newcombe_interval(*((pair.likelihood or 0.0, pair.base) for pair in some))
        for some in (pairs, turned)
    ]
    if intervals[0] is not None and intervals[1] is not None:
        assert intervals[0].lower == pytest.approx(-intervals[1].upper)


def test_few_who_did_not_agree_are_evidence_where_more_were_to_be_expected() -> None:
    """All of 200 agreed where 180 were to be expected to."""
    assert not is_few_either_way(Pair(200, 200), Pair(1800, 2000))
