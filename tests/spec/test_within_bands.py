"""Relative likelihoods within pay bands, from a csv to the row and its sentence, by hand.

Mantel and Haenszel's weights and the variance of Greenland & Robins (1985), Biometrics 41, 55-68,
worked below; statsmodels gives the same ratio.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from statsmodels.stats.contingency_tables import StratifiedTable

from tests.unit.indicators.trusts import trust_year
from wres.counts import with_totals
from wres.indicators import compute_results

# White applicants were twice as likely to be appointed to either band (0.10 and 0.05 in band 2,
# 0.40 and 0.20 in band 7). Over both, 80 of 500 and 65 of 400: 0.160 over 0.1625, which is 0.985.
RECRUITMENT = """\
ethnicity,band,shortlisted,appointed
White,,500,80
BME,,400,65
Unknown,,20,5
White,2,400,40
BME,2,100,5
Unknown,2,20,5
White,7,100,40
BME,7,300,60
"""
BOTH = """\
ethnicity,band,workforce,entered_process
White,,1000,40
BME,,300,30
Unknown,,10,0
White,1-4,600,30
White,8a-VSM,400,10
BME,3,200,20
BME,5,40,5
BME,9,60,5
"""


def results(**tables: str) -> pd.DataFrame:
    return compute_results(with_totals(trust_year(**tables)))


def ratio_of(rows: pd.DataFrame, indicator: str, breakdown: str = "stratified=band") -> pd.Series:
    found = rows[
        rows["indicator"].eq(indicator)
        & rows["measure"].eq("relative_likelihood")
        & rows["breakdown"].eq(breakdown)
    ]
    (place,) = found.index
    return found.loc[place]


def test_ratio_within_bands_is_that_worked_by_hand() -> None:
    # Ratio: (40 x 100 / 500 + 40 x 300 / 400) / (5 x 400 / 500 + 60 x 100 / 400)
    #      = (8 + 30) / (4 + 15) = 38 / 19 = 2.
    # Variance of its logarithm: [(45 x 400 x 100 - 40 x 5 x 500) / 500^2
    #      + (100 x 100 x 300 - 40 x 60 x 400) / 400^2] / (38 x 19)
    #      = (6.8 + 12.75) / 722 = 0.0270776, whose root is 0.164553.
    # Limits: 2 / exp(1.959964 x 0.164553) = 2 / 1.380601 = 1.44864, and 2 x 1.380601 = 2.76120.
    row = ratio_of(results(recruitment=RECRUITMENT), "2")
    assert row["value"] == pytest.approx(2.0)
    assert (row["lower"], row["upper"]) == pytest.approx((1.44864, 2.76120), abs=5e-5)
    assert (row["method"], row["verdict"]) == ("mantel-haenszel", "more likely")
    assert row["reason"] == "compared within under 1-5, 6-7"


def test_ratio_over_all_bands_shows_nothing_of_it() -> None:
    row = ratio_of(results(recruitment=RECRUITMENT), "2", "all")
    assert row["value"] == pytest.approx(0.16 / 0.1625)
    assert row["verdict"] == "no clear difference"


def test_rows_of_bands_change_no_count_of_the_whole_trust() -> None:
    row = ratio_of(results(recruitment=RECRUITMENT), "2")
    counts = ["numerator", "denominator", "comparator_numerator", "comparator_denominator"]
    assert row[counts].tolist() == [80, 500, 65, 400]
    bare = "\n".join(RECRUITMENT.splitlines()[:4])
    whole = ratio_of(results(recruitment=RECRUITMENT), "2", "all")
    assert whole[counts].equals(ratio_of(results(recruitment=bare), "2", "all")[counts])


def test_unequal_ratios_are_weighed_as_statsmodels_weighs_them() -> None:
    # Lower: BME 25 of 240, White 30 of 600; upper: BME 5 of 60, White 10 of 400. By hand:
    # (25 x 600 / 840 + 5 x 400 / 460) / (30 x 240 / 840 + 10 x 60 / 460) = 22.2050 / 9.8758.
    tables = [np.array([[25, 215], [30, 570]]), np.array([[5, 55], [10, 390]])]
    row = ratio_of(results(disciplinary=BOTH), "3")
    assert row["value"] == pytest.approx(22.2050 / 9.8758, abs=5e-5)
    assert row["value"] == pytest.approx(StratifiedTable(tables).riskratio_pooled)
    assert row["group"] == "BME"


@pytest.mark.parametrize(
    ("given", "instead", "reason"),
    [
        ("White,2,400,40", "White,2,399,40", "the pay bands given do not add up to the whole"),
        ("BME,7,300,60", "BME,5-7,300,60", "figures were given for bands 5 to 7 together"),
    ],
)
def test_no_ratio_where_bands_leave_someone_out_or_lie_across_two_strata(
    given: str, instead: str, reason: str
) -> None:
    rows = results(recruitment=RECRUITMENT.replace(given, instead))
    (row,) = rows[rows["breakdown"].eq("stratified=band")].to_dict("records")
    assert (row["status"], row["method"]) == ("not available", "")
    assert row["reason"].startswith(reason)
    assert rows.loc[rows["breakdown"].eq("stratified=band"), "value"].isna().all()
