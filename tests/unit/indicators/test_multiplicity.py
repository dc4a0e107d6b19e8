"""The setting `multiple_comparisons`: levels, intervals and verdicts that agree."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd
import pytest
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import confint_proportions_2indep, proportions_ztest

from tests.unit.indicators.trusts import trust_year
from wres.counts import with_totals
from wres.indicators import compute_results
from wres.results import compares_groups
from wres.sources import TrustYear

METHODS = {"holm": "holm", "benjamini-hochberg": "fdr_bh"}
SURVEY = {"5": (20, 31), "6": (15, 26), "7": (80, 70), "8": (4, 18.4)}
TABLES = {
    "recruitment": "White,855,198\nBME,47,17\nUnknown,18,5",
    "disciplinary": "White,2643,17\nBME,143,1\nUnknown,243,1",
    "training": "White,2643,1639\nBME,143,105\nUnknown,243,156",
    "staff_survey": "\n".join(
        f"{number},{year},trust,{group},{percent},{base},2020,"
        for number, percents in SURVEY.items()
        for year in (2019, 2020)
        for group, percent, base in zip(("White", "BME"), percents, (1100, 49), strict=True)
    ),
}


def with_settings(read: TrustYear, **settings: Any) -> TrustYear:
    changed = read.trust.settings.model_copy(update=settings)
    return replace(read, trust=read.trust.model_copy(update={"settings": changed}))


def computed(method: str, **tables: str) -> pd.DataFrame:
    read = with_totals(trust_year(**(tables or TABLES)))
    return compute_results(with_settings(read, multiple_comparisons=method))


def family(results: pd.DataFrame) -> pd.DataFrame:
    return results[[compares_groups(row) for row in results.itertuples()]]


@pytest.mark.parametrize("method", ["none", *METHODS])
def test_family_holds_each_judged_comparison_of_this_year_once(method: str) -> None:
    rows = family(computed(method))
    assert list(rows["indicator"]) == ["2", "3", "4", "5", "6", "7", "8"]
    assert set(rows["measure"]) == {"relative_likelihood", "gap"}
    assert not rows["breakdown"].str.contains("2019").any()


def test_without_the_setting_every_interval_has_95_percent() -> None:
    confidence = computed("none")["confidence"].dropna()
    assert set(confidence) == {95.0}


@pytest.mark.parametrize("method", METHODS)
def test_only_the_family_is_taken_at_another_confidence(method: str) -> None:
    plain, changed = computed("none"), computed(method)
    apart = ["lower", "upper", "confidence", "verdict"]
    pd.testing.assert_frame_equal(plain.drop(columns=apart), changed.drop(columns=apart))
    others = [not compares_groups(row) for row in plain.itertuples()]
    pd.testing.assert_frame_equal(plain[others], changed[others])


def test_levels_of_holm_and_of_benjamini_and_hochberg_by_hand() -> None:
    # 8 is the clearest of seven, then 4; none of the others is clear at 99%. Holm: 5%/7, 5%/6,
    # then 5%/5 not passed and shared. Benjamini and Hochberg: two pass 5% of 2/7, the others
    # stand at 3/7.
    holm = family(computed("holm")).set_index("indicator")["confidence"]
    assert list(holm[["8", "4"]]) == pytest.approx([100 - 5 / 7, 100 - 5 / 6])
    assert set(holm[["2", "3", "5", "6", "7"]]) == {99.0}
    bh = family(computed("benjamini-hochberg")).set_index("indicator")["confidence"]
    assert list(bh[["8", "4"]]) == pytest.approx([100 - 10 / 7] * 2)
    assert list(bh[["2", "3", "5", "6", "7"]]) == pytest.approx([100 - 15 / 7] * 5)


@pytest.mark.parametrize("method", METHODS)
def test_too_few_to_say_stays_so_at_every_confidence(method: str) -> None:
    rows = family(computed(method)).set_index("indicator")
    assert rows.loc["3", "verdict"] == "too few to say"
    assert rows.loc["3", "confidence"] > 95


@pytest.mark.parametrize("method", METHODS)
def test_interval_is_that_of_statsmodels_at_the_rows_own_confidence(method: str) -> None:
    rows = family(computed(method)).set_index("indicator")
    ratio, gap = rows.loc["4"], rows.loc["8"]
    theirs = confint_proportions_2indep(
        1639, 2643, 105, 143,
        compare="ratio", method="score", correction=False, alpha=1 - ratio["confidence"] / 100,
    )  # fmt: skip
    assert (ratio["lower"], ratio["upper"]) == pytest.approx(theirs, rel=1e-6)
    alpha = 1 - gap["confidence"] / 100
    theirs = confint_proportions_2indep(
        0.184 * 49, 49, 0.04 * 1100, 1100, compare="diff", method="newcomb", alpha=alpha
    )
    assert (gap["lower"], gap["upper"]) == pytest.approx([100 * end for end in theirs])


@pytest.mark.parametrize(("method", "name"), METHODS.items())
def test_ratios_shown_as_different_are_those_of_statsmodels(method: str, name: str) -> None:
    # Koopman's interval inverts Pearson's test, so that statsmodels decides alike.
    counts = {
        "recruitment": ((120, 800), (20, 240)),
        "disciplinary": ((30, 2000), (14, 400)),
        "training": ((900, 2000), (160, 400)),
    }
    tables = {
        table: f"White,{white[1]},{white[0]}\nBME,{bme[1]},{bme[0]}"
        for table, (white, bme) in counts.items()
    }
    values = [
        proportions_ztest([white[0], bme[0]], [white[1], bme[1]])[1]
        for white, bme in counts.values()
    ]
    rows = family(computed(method, **tables))
    shown = [verdict != "no clear difference" for verdict in rows["verdict"]]
    assert shown == list(multipletests(values, alpha=0.05, method=name)[0])
    assert any(shown)
    assert not all(shown)


@pytest.mark.parametrize("method", METHODS)
def test_two_year_average_keeps_its_people_times_two(method: str) -> None:
    header = "ethnicity,workforce,entered_process,years\n"
    table = header + "White,1000,20,2\nBME,200,9,2"
    plain, changed = (computed(name, disciplinary=table) for name in ("none", method))
    pd.testing.assert_frame_equal(plain, changed)  # one comparison alone: 95%


@pytest.mark.parametrize("method", METHODS)
def test_report_without_any_comparison_is_left_as_it_is(method: str) -> None:
    plain, changed = (computed(name, board="all,all,White,9") for name in ("none", method))
    pd.testing.assert_frame_equal(plain, changed)
