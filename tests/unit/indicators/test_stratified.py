"""Ratios weighed over strata, as rows of results."""

from __future__ import annotations

import pytest

from wres.indicators.event_counts import MORE_EVENTS, OVER_TWO_YEARS, Counts
from wres.indicators.stratified import stratified_ratio
from wres.results import WITHHELD, Result

RATIO = Result(
    organisation="RXX",
    year=2021,
    indicator="3",
    measure="relative_likelihood",
    group="BME",
    comparator_group="White",
    unit="ratio",
    good_direction="towards 1",
)
# Within each stratum the group is twice as likely: 0.2 and 0.1, 0.4 and 0.2.
ALIKE = [(Counts(20, 100), Counts(40, 400)), (Counts(40, 100), Counts(20, 100))]


def test_row_carries_the_pooled_ratio_its_interval_and_what_it_counts() -> None:
    row = stratified_ratio(RATIO, ALIKE)
    assert (row.breakdown, row.method, row.status) == ("stratified=band", "mantel-haenszel", "ok")
    assert row.value == pytest.approx(2.0)
    counts = (row.numerator, row.denominator, row.comparator_numerator, row.comparator_denominator)
    assert counts == (60, 200, 60, 500)
    assert row.lower is not None
    assert 1 < row.lower < 2
    assert row.verdict == "more likely"


def test_stratum_of_one_group_alone_is_left_out_of_the_counts_too() -> None:
    row = stratified_ratio(RATIO, [*ALIKE, (Counts(0, 0), Counts(7, 90))])
    assert row.value == pytest.approx(2.0)
    assert row.comparator_denominator == 500


def test_few_events_over_all_strata_are_too_few_to_say() -> None:
    strata = [(Counts(2, 10), Counts(1, 900)), (Counts(2, 10), Counts(1, 800))]
    assert stratified_ratio(RATIO, strata).verdict == "too few to say"
    assert stratified_ratio(RATIO, strata, few_events=1).verdict == "more likely"


@pytest.mark.parametrize("hidden", [Counts(None, 100), Counts(20, None)])
def test_one_withheld_count_withholds_the_row(hidden: Counts) -> None:
    row = stratified_ratio(RATIO, [*ALIKE, (hidden, Counts(5, 50))])
    assert (row.status, row.reason) == ("suppressed", WITHHELD)
    assert (row.value, row.lower, row.numerator, row.verdict) == (None, None, None, "")


def test_more_events_than_people_make_no_ratio() -> None:
    row = stratified_ratio(RATIO, [*ALIKE, (Counts(9, 4), Counts(5, 50))])
    assert (row.status, row.reason, row.value) == ("not available", MORE_EVENTS, None)


@pytest.mark.parametrize("strata", [[], [(Counts(3, 30), Counts(0, 60))]])
def test_nothing_to_divide_by_is_not_available_with_the_reason(
    strata: list[tuple[Counts, Counts]],
) -> None:
    row = stratified_ratio(RATIO, strata)
    assert (row.status, row.value) == ("not available", None)
    assert row.reason.startswith("no stratum holds people of both groups")


def test_two_years_of_events_stand_over_people_times_two() -> None:
    # The ratio is the same; the interval is that of twice as many people.
    row = stratified_ratio(RATIO, [(Counts(20, 100, 2), Counts(40, 400, 2))])
    single = stratified_ratio(RATIO, [(Counts(20, 200), Counts(40, 800))])
    assert (row.value, row.lower, row.upper) == (single.value, single.lower, single.upper)
    assert row.reason == OVER_TWO_YEARS
    assert row.denominator == 100
