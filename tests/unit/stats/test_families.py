"""Holm's and Benjamini and Hochberg's procedures, against statsmodels and by hand."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chi2_contingency
from statsmodels.stats.multitest import multipletests

from wres.stats import (
    Comparison,
    Interval,
    Pair,
    benjamini_hochberg_confidences,
    holm_confidences,
    koopman_interval,
)
from wres.stats.families import p_value
from wres.stats.intervals import quantile

Procedure = Callable[[Sequence[Comparison]], list[float]]
PROCEDURES = {"holm": holm_confidences, "fdr_bh": benjamini_hochberg_confidences}


@pytest.fixture(scope="module", autouse=True)
def only_new_garbage_is_collected() -> Iterator[None]:
    """statsmodels collects garbage in each call for Holm: half a second of all that stands."""
    gc.freeze()
    yield
    gc.unfreeze()


def normal(standard_errors: float) -> Comparison:
    """A figure so many standard errors of 1 above equality, 0."""

    def interval_at(confidence: float) -> Interval:
        reach = quantile(confidence)
        return Interval(standard_errors - reach, standard_errors + reach)

    return Comparison(interval_at, equal=0.0)


def ratio(group: Pair, comparator: Pair) -> Comparison:
    def interval_at(confidence: float) -> Interval:
        interval = koopman_interval(group, comparator, confidence=confidence)
        assert interval is not None
        return interval

    return Comparison(interval_at, equal=1.0)


@pytest.mark.parametrize(
    ("group", "comparator"),
    [(Pair(198, 855), Pair(17, 47)), (Pair(9, 40), Pair(12, 90)), (Pair(0, 60), Pair(9, 90))],
)
def test_confidence_at_which_a_ratio_touches_one_is_that_of_pearsons_test(
    group: Pair, comparator: Pair
) -> None:
    # Koopman's interval inverts Pearson's chi-squared test, which scipy computes from the table.
    table = [[pair.events, pair.base - pair.events] for pair in (group, comparator)]
    theirs = chi2_contingency(table, correction=False).pvalue
    assert p_value(ratio(group, comparator)) == pytest.approx(theirs, rel=1e-6)


@pytest.mark.parametrize(("z", "p"), [(1.959963985, 0.05), (2.575829304, 0.01), (0.0, 1.0)])
def test_confidence_at_which_a_normal_interval_touches_zero(z: float, p: float) -> None:
    assert p_value(normal(z)) == pytest.approx(p, abs=1e-8)


def test_holm_steps_down_and_stops_at_the_first_that_shows_no_difference() -> None:
    # By hand, 5% over 4, 3, 2, 1: p of 0.001, 0.01, 0.04 and 0.03 in the order given below.
    # 0.001 < 0.0125; 0.01 < 0.0167; 0.03 > 0.025 ends it, and 0.04 shares its 97.5%.
    family = [normal(3.290527), normal(2.575829), normal(2.053749), normal(2.170090)]
    expected = [98.75, 100 - 5 / 3, 97.5, 97.5]
    assert holm_confidences(family) == pytest.approx(expected)


def test_benjamini_hochberg_shows_all_up_to_the_last_that_passes() -> None:
    # By hand, 5% of 1/4, 2/4, 3/4, 4/4: p of 0.03, 0.01, 0.036 and 0.5. 0.01 < 0.0125;
    # 0.03 > 0.025, yet 0.036 < 0.0375 lets three pass: 5% of 3/4, and of 4/4 for the other.
    family = [normal(2.170090), normal(2.575829), normal(2.096927), normal(0.674490)]
    expected = [96.25, 96.25, 96.25, 95.0]
    assert benjamini_hochberg_confidences(family) == pytest.approx(expected)


@pytest.mark.parametrize("procedure", PROCEDURES.values(), ids=PROCEDURES)
def test_one_comparison_alone_is_judged_as_without_others(procedure: Procedure) -> None:
    assert procedure([normal(1.0)]) == [95.0]
    assert procedure([]) == []


@pytest.mark.parametrize("name", PROCEDURES)
@given(errors=st.lists(st.floats(-5, 5), min_size=1, max_size=9))
def test_differences_shown_are_those_of_statsmodels(name: str, errors: list[float]) -> None:
    family = [normal(abs(number)) for number in errors]
    values = [p_value(comparison) for comparison in family]
    theirs = multipletests(values, alpha=0.05, method=name)[0]
    levels = PROCEDURES[name](family)
    shown = [
        comparison.shows_difference(level) for comparison, level in zip(family, levels, strict=True)
    ]
    assert shown == list(theirs)
    assert all(95 <= level <= 100 - 5 / len(family) + 1e-9 for level in levels)
