"""Crosstabs of staff in post, bands down and ethnicity across, that do not hold."""

from __future__ import annotations

from tests.damage.damages import Damages
from tests.damage.healthy import Trust

CROSSTABS = Damages()

CROSSTAB = """\
Staff in post,,,,,,,
,Clinical,,,Non-clinical,,,Total
Band,White,BME,Unknown,White,BME,Unknown,Total
3,0,3,1,0,0,0,4
4,0,0,0,6,2,0,8
5,7,3,0,0,0,0,10
Consultant,2,2,0,0,0,0,4
VSM,0,0,0,3,1,0,4
Total,9,8,1,9,3,0,30
"""


def damaged(trust: Trust, old: str, new: str) -> None:
    if old not in CROSSTAB:
        raise ValueError(old)
    trust.write("workforce.csv", CROSSTAB.replace(old, new, 1))


@CROSSTABS.at("workforce.csv row 6", "3.5")
def crosstab_with_half_a_person(trust: Trust) -> None:
    damaged(trust, "5,7,3,0", "5,7,3.5,0")


@CROSSTABS.at("workforce.csv row 6", "-3")
def crosstab_with_a_negative_count(trust: Trust) -> None:
    damaged(trust, "5,7,3,0", "5,7,-3,0")


@CROSSTABS.at("workforce.csv row 6", "<5")
def crosstab_with_a_withheld_count(trust: Trust) -> None:
    damaged(trust, "5,7,3,0", "5,7,<5,0")


@CROSSTABS.at("workforce.csv row 6", "10", "got '11'", problems=2)
def crosstab_whose_total_is_not_its_sum(trust: Trust) -> None:
    damaged(trust, "5,7,3,0,0,0,0,10", "5,7,3,0,0,0,0,11")


@CROSSTABS.at("workforce.csv row 6", "17")
def crosstab_with_a_band_that_is_none(trust: Trust) -> None:
    damaged(trust, "\n5,", "\n17,")


@CROSSTABS.at("workforce.csv row 6", "04-Jan")
def crosstab_with_a_band_that_excel_made_a_date(trust: Trust) -> None:
    damaged(trust, "\n5,", "\n04-Jan,")


@CROSSTABS.at("workforce.csv row 6", "'4' stands in more than one row")
def crosstab_with_a_band_twice(trust: Trust) -> None:
    damaged(trust, "\n5,", "\n4,")


@CROSSTABS.at("workforce.csv row 3", "Purple")
def crosstab_with_a_group_that_is_none(trust: Trust) -> None:
    damaged(trust, "White,BME,Unknown,White,BME,Unknown", "White,BME,Unknown,White,Purple,Unknown")
