"""Methods of certainty against published worked examples, two libraries and hand arithmetic.

Sources: Newcombe (1998), Statistics in Medicine 17, 873-890, table II, method 10; Koopman (1984),
Biometrics 40, 513-517; Stata's manual, entry `epitab`, deaths under tolbutamide by age (data of
the University Group Diabetes Program); statsmodels and scipy as installed; the trusts' own reports.
"""

from __future__ import annotations

from math import exp, inf, log, sqrt

import pytest
from scipy.optimize import minimize_scalar
from scipy.stats import binomtest, chi2, norm
from statsmodels.stats.contingency_tables import StratifiedTable
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from wres.chapters import Chapter
from wres.labels import round_half_up
from wres.stats import (
    Interval,
    Pair,
    change_verdict,
    comparison_verdict,
    koopman_interval,
    mantel_haenszel,
    mover_interval,
    newcombe_interval,
    relative_likelihood,
    wilson_interval,
)

LEVELS = [90.0, 95.0, 99.0, 100 - 5 / 7]


def limits(interval: Interval | None) -> tuple[float, float]:
    assert interval is not None
    return interval.lower, interval.upper


def rounded(interval: Interval | None, decimals: int) -> tuple[float, float]:
    lower, upper = limits(interval)
    return float(round_half_up(lower, decimals)), float(round_half_up(upper, decimals))


class TestWilson:
    @pytest.mark.parametrize("confidence", LEVELS)
    @pytest.mark.parametrize(
        ("events", "base"), [(0, 12), (1, 12), (12, 12), (1, 1), (9, 49), (17, 2643)]
    )
    def test_agrees_with_scipy_and_statsmodels(
        self, events: int, base: int, confidence: float
    ) -> None:
        ours = limits(wilson_interval(events / base, base, confidence=confidence))
        scipys = binomtest(events, base).proportion_ci(confidence / 100, method="wilson")
        theirs = proportion_confint(events, base, alpha=1 - confidence / 100, method="wilson")
        assert ours == pytest.approx((scipys.low, scipys.high), abs=1e-12)
        assert ours == pytest.approx(theirs, abs=1e-12)

    def test_none_of_twelve_by_hand(self) -> None:
        # z^2 = 3.8415; upper limit z^2 / (12 + z^2) = 3.8415 / 15.8415 = 0.2425.
        assert rounded(wilson_interval(0.0, 12), 4) == (0.0, 0.2425)

    def test_one_of_twelve_by_hand(self) -> None:
        # Centre (1 + 1.9207) / 15.8415 = 0.18437; reach 1.96 / 15.8415 x sqrt(11/12 + 0.96036)
        # = 0.12372 x 1.37001 = 0.16950.
        assert rounded(wilson_interval(1 / 12, 12), 4) == (0.0149, 0.3539)


class TestNewcombe:
    @pytest.mark.parametrize(
        ("group", "comparator", "printed"),
        [
            ((56, 70), (48, 80), (0.0524, 0.3339)),
            ((9, 10), (3, 10), (0.1705, 0.8090)),
            ((6, 7), (2, 7), (0.0582, 0.8062)),
            ((5, 56), (0, 29), (-0.0381, 0.1926)),
            ((0, 10), (0, 20), (-0.1611, 0.2775)),
            ((0, 10), (0, 10), (-0.2775, 0.2775)),
            ((10, 10), (0, 20), (0.6791, 1.0)),
            ((10, 10), (0, 10), (0.6075, 1.0)),
        ],
    )
    def test_gives_the_published_examples(
        self, group: tuple[int, int], comparator: tuple[int, int], printed: tuple[float, float]
    ) -> None:
        shares = [(events / base, base) for events, base in (group, comparator)]
        assert rounded(newcombe_interval(*shares), 4) == printed

    @pytest.mark.parametrize("confidence", LEVELS)
    @pytest.mark.parametrize(
        ("first", "second"), [((9, 49), (43, 1128)), ((1, 21), (0, 40)), ((12, 60), (20, 100))]
    )
    def test_agrees_with_statsmodels(
        self, first: tuple[int, int], second: tuple[int, int], confidence: float
    ) -> None:
        shares = [(events / base, base) for events, base in (first, second)]
        alpha = 1 - confidence / 100
        theirs = confint_proportions_2indep(
            *first, *second, compare="diff", method="newcomb", alpha=alpha
        )
        ours = newcombe_interval(*shares, confidence=confidence)
        assert limits(ours) == pytest.approx(theirs, abs=1e-9)


def score_by_search(group: Pair, comparator: Pair, ratio: float) -> float:
    """Pearson's chi-squared at the likelihoods that fit best where one is `ratio` times the other.

    They are searched for, in place of the closed form that the package uses.
    """

    def misfit(likelihood: float) -> float:
        pairs = ((group, ratio * likelihood), (comparator, likelihood))
        return -sum(
            pair.events * log(p) + (pair.base - pair.events) * log(1 - p) for pair, p in pairs
        )

    top = min(1.0, 1 / ratio)
    found = minimize_scalar(
        misfit, bounds=(top * 1e-9, top * (1 - 1e-9)), method="bounded", options={"xatol": 1e-13}
    ).x
    return sum(
        (pair.events - pair.base * p) ** 2 / (pair.base * p * (1 - p))
        for pair, p in ((group, ratio * found), (comparator, found))
    )


class TestKoopman:
    def test_gives_the_published_example(self) -> None:
        # 36 of 40 against 16 of 80; likelihoods 0.9 and 0.2.
        assert rounded(koopman_interval(Pair(36, 40), Pair(16, 80)), 2) == (2.94, 7.15)

    @pytest.mark.parametrize("confidence", LEVELS)
    @pytest.mark.parametrize(
        ("group", "comparator"),
        [
            (Pair(198, 855), Pair(17, 47)),
            (Pair(1, 143), Pair(17, 2643)),  # one case
            (Pair(0, 143), Pair(17, 2643)),  # no case in the group
            (Pair(9, 40), Pair(9, 40)),  # equal likelihoods
            (Pair(18, 80), Pair(9, 40)),
            (Pair(143, 143), Pair(17, 2643)),  # everybody in the group
        ],
    )
    def test_agrees_with_statsmodels(
        self, group: Pair, comparator: Pair, confidence: float
    ) -> None:
        theirs = confint_proportions_2indep(
            group.events,
            group.base,
            comparator.events,
            comparator.base,
            compare="ratio",
            method="score",
            correction=False,
            alpha=1 - confidence / 100,
        )
        ours = koopman_interval(group, comparator, confidence=confidence)
        assert limits(ours) == pytest.approx(theirs, rel=1e-6, abs=1e-6)

    @pytest.mark.parametrize(
        ("group", "comparator"),
        [
            (Pair(1, 143), Pair(17, 2643)),
            (Pair(1, 20), Pair(1, 20)),
            (Pair(5, 143), Pair(0, 2643)),
            (Pair(0, 60), Pair(9, 90)),
            (Pair(30, 30), Pair(40, 40)),  # statsmodels gives complex numbers here
            (Pair(1639, 2643), Pair(105, 143)),
        ],
    )
    def test_limits_are_where_the_score_statistic_reaches_its_quantile(
        self, group: Pair, comparator: Pair
    ) -> None:
        for limit in limits(koopman_interval(group, comparator)):
            if 0 < limit < inf:
                statistic = score_by_search(group, comparator, limit)
                assert statistic == pytest.approx(chi2.ppf(0.95, 1), rel=1e-4)

    def test_limits_at_zero_cells_are_open(self) -> None:
        assert limits(koopman_interval(Pair(0, 143), Pair(17, 2643)))[0] == 0.0
        assert limits(koopman_interval(Pair(5, 143), Pair(0, 2643)))[1] == inf

    def test_equal_likelihoods_in_equal_groups_give_limits_that_turn_over(self) -> None:
        lower, upper = limits(koopman_interval(Pair(9, 40), Pair(9, 40)))
        assert lower == pytest.approx(1 / upper)


class TestMover:
    def test_with_wilson_limits_it_is_newcombes(self) -> None:
        # Newcombe's first example, 56 of 70 and 48 of 80, from the Wilson limits of each.
        first, second = Interval(0.6918, 0.8770), Interval(0.4903, 0.7007)
        assert rounded(mover_interval(0.8, first, 0.6, second), 3) == (0.052, 0.334)

    def test_by_hand(self) -> None:
        # 2.0 (1.2 to 3.5) less 1.5 (0.9 to 2.4): sqrt(0.8^2 + 0.9^2) = 1.2042 below 0.5 and
        # sqrt(1.5^2 + 0.6^2) = 1.6155 above it.
        interval = mover_interval(2.0, Interval(1.2, 3.5), 1.5, Interval(0.9, 2.4))
        assert rounded(interval, 3) == (-0.704, 2.116)

    def test_of_two_normal_estimates_it_is_the_normal_interval(self) -> None:
        # Means 3 and 1 with standard errors 0.3 and 0.4: 2 +- 1.96 x 0.5.
        z = norm.ppf(0.975)
        one, other = Interval(3 - 0.3 * z, 3 + 0.3 * z), Interval(1 - 0.4 * z, 1 + 0.4 * z)
        expected = (2 - 0.5 * z, 2 + 0.5 * z)
        assert limits(mover_interval(3, one, 1, other)) == pytest.approx(expected)


UNDER_55, FROM_55 = (Pair(8, 106), Pair(5, 120)), (Pair(22, 98), Pair(16, 85))


class TestMantelHaenszel:
    def test_gives_the_published_example(self) -> None:
        pooled = mantel_haenszel([UNDER_55, FROM_55])
        assert pooled.value == pytest.approx(1.325555, abs=1e-6)
        assert limits(pooled.interval) == pytest.approx((0.797907, 2.202132), abs=1e-6)

    def test_by_hand(self) -> None:
        # R = 8x120/226 + 22x85/183 = 14.4664, S = 5x106/226 + 16x98/183 = 10.9134;
        # P = (13x106x120 - 8x5x226)/226^2 + (38x98x85 - 22x16x183)/183^2 = 10.5931.
        r, s = 960 / 226 + 1870 / 183, 530 / 226 + 1568 / 183
        p = (165360 - 9040) / 51076 + (316540 - 64416) / 33489
        reach = exp(1.959964 * sqrt(p / (r * s)))
        pooled = mantel_haenszel([UNDER_55, FROM_55])
        assert limits(pooled.interval) == pytest.approx((r / s / reach, r / s * reach), rel=1e-6)

    @pytest.mark.parametrize("empty", [[], [(Pair(0, 12), Pair(0, 30))]])
    def test_estimate_agrees_with_statsmodels(self, empty: list[tuple[Pair, Pair]]) -> None:
        strata = [UNDER_55, FROM_55, (Pair(0, 9), Pair(3, 40)), *empty]
        tables = [
            [[one.events, one.base - one.events], [other.events, other.base - other.events]]
            for one, other in strata
        ]
        theirs = StratifiedTable([[[float(n) for n in row] for row in t] for t in tables])
        assert mantel_haenszel(strata).value == pytest.approx(theirs.riskratio_pooled)

    def test_one_stratum_has_the_logarithmic_interval(self) -> None:
        # Greenland & Robins: with one table the variance is 1/a - 1/n1 + 1/b - 1/n0.
        reach = exp(norm.ppf(0.975) * sqrt(1 / 22 - 1 / 98 + 1 / 16 - 1 / 85))
        ratio = relative_likelihood(*FROM_55)
        assert ratio is not None
        interval = mantel_haenszel([FROM_55]).interval
        assert limits(interval) == pytest.approx((ratio / reach, ratio * reach))


class TestHumber2021:
    """Intervals by statsmodels; extremes and excess events by hand from the printed counts."""

    @pytest.mark.parametrize(
        ("number", "counts", "interval", "verdict", "extremes"),
        [
            ("2", (198, 855, 17, 47), (0.447, 0.982), "less likely", ("0.54", "0.83")),
            ("3", (1, 143, 17, 2643), (0.185, 6.274), "too few to say", ("0.38", "2.36")),
            ("4", (1639, 2643, 105, 143), (0.771, 0.948), "less likely", ("0.69", "1.40")),
        ],
    )
    def test_ratio_stands_with_its_interval_verdict_and_extremes(
        self,
        number: str,
        counts: tuple[int, ...],
        interval: tuple[float, float],
        verdict: str,
        extremes: tuple[str, str],
        rv9_2021: Chapter,
    ) -> None:
        row = rv9_2021.row(indicator=number, measure="relative_likelihood", breakdown="all")
        assert row is not None
        columns = ("numerator", "denominator", "comparator_numerator", "comparator_denominator")
        assert tuple(row[name] for name in columns) == counts
        theirs = confint_proportions_2indep(
            *counts, compare="ratio", method="score", correction=False
        )
        assert (row["lower"], row["upper"]) == pytest.approx(theirs, rel=1e-6)
        assert (row["lower"], row["upper"]) == pytest.approx(interval, abs=0.0006)
        assert row["verdict"] == verdict
        allowed = (round_half_up(row["unknown_low"], 2), round_half_up(row["unknown_high"], 2))
        assert tuple(map(str, allowed)) == extremes

    @pytest.mark.parametrize(
        ("number", "excess"),
        # By hand: 17 - 47 x 198/855, 1 - 143 x 17/2643, 105 - 143 x 1639/2643.
        [("2", 6.1158), ("3", 0.0802), ("4", 16.3216)],
    )
    def test_ratio_is_told_in_people_too(
        self, number: str, excess: float, rv9_2021: Chapter
    ) -> None:
        row = rv9_2021.row(indicator=number, measure="excess_events", breakdown="all")
        assert row is not None
        assert (row["group"], row["unit"], row["verdict"]) == ("BME", "headcount", "")
        assert row["value"] == pytest.approx(excess, abs=1e-4)

    def test_nine_of_49_are_not_above_a_benchmark_of_15_1_percent(self) -> None:
        # Indicator 8, autumn 2020: 18.4% of 49 BME respondents.
        own = wilson_interval(0.184, 49)
        assert own is not None
        beside = mover_interval(0.184, own, 0.151, Interval(0.151, 0.151))
        assert comparison_verdict(beside) == "no clear difference"

    def test_from_four_of_38_to_nine_of_49_is_no_clear_change(self) -> None:
        # Indicator 8: 10.5% of 38 in 2018, 18.4% of 49 in 2020.
        change = newcombe_interval((0.184, 49), (0.105, 38))
        told = change_verdict(change, value=18.4, previous=10.5, good_direction="lower")
        assert told == "no clear change"
