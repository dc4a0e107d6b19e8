"""The Mantel-Haenszel ratio: what holds for any strata, and at the edges."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wres.stats import Pair, mantel_haenszel, relative_likelihood

STRATUM = st.tuples(
    st.integers(0, 20), st.integers(0, 80), st.integers(0, 20), st.integers(0, 80)
).map(lambda n: (Pair(n[0], n[0] + n[1]), Pair(n[2], n[2] + n[3])))


@pytest.mark.parametrize(
    "nothing",
    [
        (Pair(0, 0), Pair(5, 80)),
        (Pair(5, 80), Pair(0, 0)),
        (Pair(0, 40), Pair(0, 80)),
        (Pair(0, 0), Pair(0, 0)),
    ],
)
def test_stratum_that_tells_nothing_of_a_ratio_adds_nothing(nothing: tuple[Pair, Pair]) -> None:
    strata = [(Pair(8, 100), Pair(10, 300)), (Pair(6, 40), Pair(9, 90))]
    assert mantel_haenszel([*strata, nothing]) == mantel_haenszel(strata)


def test_one_stratum_gives_the_plain_ratio() -> None:
    pooled = mantel_haenszel([(Pair(17, 47), Pair(198, 855))])
    assert pooled.value == pytest.approx(relative_likelihood(Pair(17, 47), Pair(198, 855)))


@given(st.lists(STRATUM, max_size=6))
def test_pooled_ratio_turns_over_with_the_groups_and_lies_in_its_interval(
    strata: list[tuple[Pair, Pair]],
) -> None:
    there = mantel_haenszel(strata)
    back = mantel_haenszel([(other, group) for group, other in strata])
    if there.value and back.value:
        assert there.value == pytest.approx(1 / back.value)
    if there.interval is not None:
        assert there.value is not None
        assert there.interval.lower < there.value < there.interval.upper


@pytest.mark.parametrize(
    ("strata", "value"),
    [
        ([], None),
        ([(Pair(3, 20), Pair(0, 50)), (Pair(1, 9), Pair(0, 7))], None),
        ([(Pair(0, 20), Pair(4, 50))], 0.0),
        ([(Pair(20, 20), Pair(50, 50))], 1.0),
    ],
)
def test_strata_without_events_or_with_nothing_else_give_no_interval(
    strata: list[tuple[Pair, Pair]], value: float | None
) -> None:
    pooled = mantel_haenszel(strata)
    assert (pooled.value, pooled.interval) == (value, None)


def test_crude_ratio_of_groups_in_different_bands_is_not_the_pooled_one() -> None:
    # Within each band both groups are alike (10% and 40%); BME people are in the lower band.
    strata = [(Pair(40, 400), Pair(10, 100)), (Pair(40, 100), Pair(160, 400))]
    crude = relative_likelihood(Pair(80, 500), Pair(170, 500))
    assert crude == pytest.approx(0.4706, abs=1e-4)
    assert mantel_haenszel(strata).value == pytest.approx(1.0)
