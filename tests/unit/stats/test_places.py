"""Statistics of places, held against other implementations and against enumeration."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import comb

import numpy as np
import pytest
import statsmodels.api as sm
from scipy import stats
from statsmodels.stats.contingency_tables import StratifiedTable
from statsmodels.stats.multitest import multipletests

from wres.stats import Pair
from wres.stats.discoveries import adjusted_p_values
from wres.stats.exact import interaction, membership
from wres.stats.parts import gap_contributions


def strata(*counts):
    return [(Pair(a, n), Pair(c, m)) for a, n, c, m in counts]


def enumerated(place, rest):
    """Give the exact chances of the group's events in the place, by counting all tables."""
    total = sum(group.events for group, _ in [*place, *rest])
    ways: dict[int, int] = {}
    sides = [*place, *rest]
    for counts in product(*(range(int(g.base) + 1) for g, _ in sides)):
        others = [int(g.events + c.events) - a for a, (g, c) in zip(counts, sides, strict=True)]
        if sum(counts) != total:
            continue
        if any(not 0 <= b <= c.base for b, (_, c) in zip(others, sides, strict=True)):
            continue
        number = 1
        for a, b, (g, c) in zip(counts, others, sides, strict=True):
            number *= comb(g.base, a) * comb(c.base, b)
        own = sum(counts[: len(place)])
        ways[own] = ways.get(own, 0) + number
    whole = sum(ways.values())
    return {count: Fraction(number, whole) for count, number in ways.items()}


@pytest.mark.parametrize(
    ("place", "rest"),
    [
        (strata((2, 4, 1, 5)), strata((1, 5, 3, 8))),
        (strata((1, 3, 2, 4), (2, 2, 0, 3)), strata((2, 4, 1, 6), (0, 2, 2, 5))),
        (strata((0, 3, 2, 4)), strata((4, 6, 1, 9), (1, 1, 1, 2))),
    ],
)
def test_the_spread_of_events_is_that_of_counting_every_table(place, rest):
    spread = interaction(place, rest)
    exact = enumerated(place, rest)
    for count, chance in exact.items():
        assert spread.chances[count - spread.least] == pytest.approx(float(chance), abs=1e-12)
    below = sum(chance for count, chance in exact.items() if count < spread.seen)
    own = exact[spread.seen]
    assert spread.p_value == pytest.approx(
        float(min(1, 2 * min(below + own / 2, 1 - below - own / 2)))
    )


def test_with_many_events_the_test_agrees_with_a_logistic_model_and_with_breslow_and_day():
    place, rest = strata((180, 600, 300, 1400)), strata((900, 4000, 2600, 14000))
    rows, weights = [], []
    for inside, side in ((1, place[0]), (0, rest[0])):
        for bme, pair in ((1, side[0]), (0, side[1])):
            for event, count in ((1, pair.events), (0, pair.base - pair.events)):
                rows.append((event, 1, inside, bme, inside * bme))
                weights.append(count)
    data = np.array(rows, dtype=float)
    model = sm.GLM(data[:, 0], data[:, 1:], sm.families.Binomial(), freq_weights=weights).fit()
    assert interaction(place, rest).p_value == pytest.approx(model.pvalues[-1], abs=0.005)
    tables = [
        np.array([[g.events, g.base - g.events], [c.events, c.base - c.events]])
        for g, c in (*place, *rest)
    ]
    assert interaction(place, rest).p_value == pytest.approx(
        StratifiedTable(tables).test_equal_odds().pvalue, abs=0.005
    )


def test_a_general_gap_is_no_difference_of_a_place_however_large_it_is():
    place, rest = strata((60, 100, 200, 1000)), strata((3000, 5000, 4000, 20000))
    assert interaction(place, rest).p_value > 0.5


def test_nothing_is_told_where_a_side_has_nobody_of_a_group_or_no_event():
    rest = strata((10, 100, 20, 400))
    assert interaction(strata((0, 0, 5, 50)), rest) is None
    assert interaction(strata((0, 20, 0, 50)), rest) is None
    assert interaction([], rest) is None


def test_one_stratum_of_people_is_fishers_table():
    spread = membership([(7, 20)], [(30, 200)])
    frozen = stats.hypergeom(220, 37, 20)
    for count in range(0, 15):
        assert spread.chances[count - spread.least] == pytest.approx(frozen.pmf(count), abs=1e-12)
    assert spread.expected == pytest.approx(20 * 37 / 220)


def test_people_in_strata_are_the_sum_of_hypergeometric_numbers():
    place, rest = [(72, 300), (32, 400)], [(700, 3000), (400, 5000)]
    spread = membership(place, rest)
    first = stats.hypergeom(3300, 772, 300).pmf(np.arange(301))
    second = stats.hypergeom(5400, 432, 400).pmf(np.arange(401))
    both = np.convolve(first, second)
    for count in (60, 90, 104, 130):
        assert spread.chances[count - spread.least] == pytest.approx(both[count], rel=1e-8)
    below, own = both[:104].sum(), both[104]
    assert spread.p_value == pytest.approx(2 * min(below + own / 2, 1 - below - own / 2))
    tables = [
        np.array([[a, n - a], [b, m - b]]) for (a, n), (b, m) in zip(place, rest, strict=True)
    ]
    known = StratifiedTable(tables).test_null_odds(correction=False).pvalue
    assert spread.p_value == pytest.approx(known, abs=0.02)


def test_more_people_of_a_low_band_are_no_difference_of_a_place():
    crude = membership([(60, 250)], [(250, 1850)])
    banded = membership([(50, 200), (10, 50)], [(150, 600), (100, 1250)])
    assert crude.p_value < 0.001
    assert banded.p_value > 0.01


@pytest.mark.parametrize(
    "parts",
    [
        strata((4, 10, 10, 50), (2, 10, 10, 50)),
        strata((40, 300, 20, 500), (0, 0, 10, 80), (5, 60, 0, 0), (0, 0, 0, 0)),
        strata((3, 17, 11, 23), (9, 31, 2, 47), (1, 5, 8, 13)),
    ],
)
def test_contributions_add_up_to_the_gap_exactly(parts):
    gap = sum(Fraction(int(g.events)) for g, _ in parts) / sum(g.base for g, _ in parts)
    gap -= sum(Fraction(int(c.events)) for _, c in parts) / sum(c.base for _, c in parts)
    together = sum(one.together for one in gap_contributions(parts))
    assert together == pytest.approx(float(gap), abs=1e-14)


def test_a_contribution_by_hand():
    """Half of both groups in each part; the first has a gap of 20 points, the second none."""
    first, second = gap_contributions(strata((4, 10, 10, 50), (2, 10, 10, 50)))
    assert (first.within, first.between) == pytest.approx((0.1, 0.0))
    assert (second.within, second.between) == pytest.approx((0.0, 0.0))


def test_contributions_need_both_groups():
    with pytest.raises(ValueError, match="nobody in any part"):
        gap_contributions(strata((0, 0, 3, 10)))


def test_adjusted_p_values_are_those_of_statsmodels():
    values = np.random.default_rng(7).uniform(size=40) ** 2
    known = multipletests(values, method="fdr_bh")[1]
    assert adjusted_p_values(values.tolist()) == pytest.approx(known.tolist())
    assert adjusted_p_values([]) == []
