"""A gap with one base unknown: judged only where the unknown one can't matter."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import confint_proportions_2indep

from wres.stats import (
    Pair,
    interval_verdict,
    is_few_either_way,
    newcombe_interval,
    one_base_verdict,
)

NEITHER = "no clear difference"
FEW = "too few to say"

counts = st.integers(1, 300).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
shares = st.fractions(0, 1, max_denominator=60)


def by_statsmodels(group: tuple[int, int], other: tuple[int, int]) -> tuple[float, float]:
    lower, upper = confint_proportions_2indep(*group, *other, method="newcomb", compare="diff")
    return float(lower), float(upper)


@pytest.mark.parametrize(
    ("known", "other", "verdict"),
    [
        # Humber Teaching NHS FT, autumn 2020: the White respondents of 5, 6 and 7 were not
        # published. Wilson by hand: 24% of 50 is 14.3% to 37.4%, 80% of 25 is 60.9% to 91.1%.
        ((0.24, 50), 0.224, NEITHER),
        ((0.24, 50), 0.177, NEITHER),
        ((0.80, 25), 0.898, NEITHER),
        # The limits themselves: 14.30% and 37.41%.
        ((0.24, 50), 0.1431, NEITHER),
        ((0.24, 50), 0.1429, ""),
        ((0.24, 50), 0.3740, NEITHER),
        ((0.24, 50), 0.3742, ""),
        # One in 21 beside 7.7%: 1.6 to be expected, too few beside any number of others.
        ((1 / 21, 21), 0.077, FEW),
        # All but one of 21 beside 92.3%: the same, counted the other way.
        ((20 / 21, 21), 0.923, FEW),
        # 2 of 12 beside 95%: 11.4 expected to say yes, 10 seen and 0.6 expected to say no.
        ((2 / 12, 12), 0.95, ""),
        # 5 of 50 beside 0% of any number: less than five are to be expected there.
        ((5 / 50, 50), 0.0, FEW),
        ((10 / 50, 50), 0.0, ""),
        ((0.5, 0), 0.5, ""),
    ],
)
def test_verdict_of_one_known_base(known: tuple[float, int], other: float, verdict: str) -> None:
    assert one_base_verdict(known, other) == verdict


@given(counts, shares, st.integers(1, 5000))
def test_verdict_of_one_known_base_is_right_whatever_the_other_base(
    known: tuple[int, int], share: Fraction, times: int
) -> None:
    group = (known[0] / known[1], known[1])
    verdict = one_base_verdict(group, float(share))
    # Any base at which the share is one of whole people, small or large.
    other = (share.numerator * times, share.denominator * times)
    few = is_few_either_way(Pair(*known), Pair(*other))
    if verdict == FEW:
        assert few
    if verdict == NEITHER:
        lower, upper = by_statsmodels(known, other)
        assert lower <= 1e-9
        assert upper >= -1e-9
    if verdict == "":
        # A base that is large enough shows a difference: so the verdict would turn on the base.
        large = (share.numerator * 10**9, share.denominator * 10**9)
        few = is_few_either_way(Pair(*known), Pair(*large))
        interval = newcombe_interval(group, (float(share), large[1]))
        assert interval_verdict(interval, equal=0.0, few=few) in {"more likely", "less likely"}


def test_what_stays_unjudged_would_be_no_clear_difference_beside_a_small_base() -> None:
    # 24% of 50 beside 40%: of 20 the interval includes 0, of 2,000 it doesn't.
    assert one_base_verdict((0.24, 50), 0.40) == ""
    few, many = by_statsmodels((12, 50), (8, 20)), by_statsmodels((12, 50), (800, 2000))
    assert few[0] < 0 < few[1]
    assert many[1] < 0
