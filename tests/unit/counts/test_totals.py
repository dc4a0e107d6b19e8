"""Every total is a row of its own before anything is hidden or computed."""

from __future__ import annotations

from tests.unit.indicators.trusts import trust_year
from wres.counts import with_totals


def test_bands_staff_groups_and_groups_are_added_up() -> None:
    made = with_totals(
        trust_year(
            workforce="""\
            clinical,5,White,5
            clinical,5,BME,2
            clinical,5,Unknown,0
            clinical,6,White,3
            clinical,6,BME,1
            clinical,6,Unknown,1
            non-clinical,2,White,4
            non-clinical,2,BME,1
            non-clinical,2,Unknown,0"""
        )
    )
    rows = made.tables["workforce"].set_index(["staff_group", "band", "ethnicity"])["headcount"]
    assert rows[("clinical", "all", "White")] == 8
    assert rows[("all", "all", "BME")] == 4
    assert rows[("clinical", "6", "all")] == 5
    assert rows[("all", "all", "all")] == 17


def test_divisions_stop_here() -> None:
    made = with_totals(
        trust_year(
            recruitment="""\
            division,ethnicity,shortlisted,appointed
            ,White,50,10
            ,BME,20,3
            ,Unknown,5,1
            North,White,30,6"""
        )
    )
    assert made.tables["recruitment"]["shortlisted"].tolist() == [50, 20, 5, 75]


def test_counts_without_international_recruits_stand_beside_those_with_them() -> None:
    made = with_totals(
        trust_year(
            recruitment="""\
            ethnicity,shortlisted,appointed,international
            White,50,10,1
            BME,30,13,10
            Unknown,5,1,0"""
        )
    )
    rows = made.tables["recruitment"].set_index("ethnicity")
    assert rows["shortlisted_without_international"].to_dict() == {
        "White": 49,
        "BME": 20,
        "Unknown": 5,
        "all": 74,
    }
    assert rows["appointed_without_international"]["BME"] == 3
