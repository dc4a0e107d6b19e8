"""Indicator 1 and the whole workforce, in every state that a table can be in."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.unit.indicators.trusts import chapter, only

WHOLE = """
    all,all,White,80
    all,all,BME,15
    all,all,Unknown,5
"""


def test_share_keeps_unknown_staff_in_its_base() -> None:
    row = only(chapter(workforce=WHOLE), indicator="workforce", measure="share", group="BME")
    assert (row["numerator"], row["denominator"]) == (15, 100)  # 80 + 15 + 5
    assert row["value"] == pytest.approx(15.0)
    assert row["status"] == "ok"


def test_unknown_staff_of_zero_are_counted_and_shown() -> None:
    made = chapter(workforce=WHOLE.replace(",5", ",0"))
    bme = only(made, indicator="workforce", measure="share", group="BME")
    unknown = only(made, indicator="workforce", measure="share", group="Unknown")
    assert bme["value"] == pytest.approx(100 * 15 / 95)
    assert (unknown["value"], unknown["status"]) == (0.0, "ok")


def test_share_is_not_available_while_a_group_was_not_published() -> None:
    made = chapter(workforce="all,all,White,80\nall,all,BME,15")
    share = only(made, indicator="workforce", measure="share", group="BME")
    head = only(made, indicator="workforce", measure="headcount", group="BME")
    assert share["status"] == "not available"
    assert pd.isna(share["value"])
    assert share["reason"] == "the number of Unknown staff was not published"
    assert (head["value"], head["status"]) == (15, "ok")


def test_empty_band_has_no_members_and_no_share() -> None:
    made = chapter(
        workforce="clinical,9,White,0\nclinical,9,BME,0\nclinical,9,Unknown,0\n"
        "clinical,5,White,3\nclinical,5,BME,1\nclinical,5,Unknown,0"
    )
    rows = made.rows(indicator="1", measure="share", breakdown="staff_group=clinical;band=9")
    assert list(rows["status"]) == ["no members"] * 3
    assert rows["value"].isna().all()


def test_group_absent_from_a_band_leaves_its_shares_not_available() -> None:
    made = chapter(workforce="clinical,5,White,3\nclinical,5,BME,1")
    rows = made.rows(indicator="1", measure="share", breakdown="staff_group=clinical;band=5")
    assert set(rows["status"]) == {"not available"}
    assert set(rows["reason"]) == {
        "the number of Unknown staff (band 5) was not published",
    }


def test_missing_table_makes_indicator_and_workforce_not_available_with_the_reason() -> None:
    made = chapter(board="all,all,White,9")
    for number in ("workforce", "1"):
        rows = made.rows(indicator=number)
        assert set(rows["status"]) == {"not available"}
        assert set(rows["reason"]) == {
            "no workforce figures for the whole trust were supplied for 2021"
        }


def test_published_percentages_pass_as_published() -> None:
    made = chapter(workforce_percent="all,all,White,88\nall,all,BME,9.5\nall,all,Unknown,2.5")
    row = only(made, indicator="workforce", measure="share", group="BME")
    assert (row["value"], row["status"]) == (9.5, "as published")
    assert made.rows(measure="headcount").empty


def test_whole_workforce_is_the_sum_of_clinical_and_non_clinical_staff() -> None:
    made = chapter(
        workforce="""
        clinical,5,White,30
        clinical,5,BME,6
        clinical,5,Unknown,1
        clinical,6,White,20
        clinical,6,BME,4
        clinical,6,Unknown,0
        non-clinical,2,White,30
        non-clinical,2,BME,5
        non-clinical,2,Unknown,4
    """
    )
    row = only(made, indicator="workforce", measure="share", group="BME")
    assert (row["numerator"], row["denominator"]) == (15, 100)  # 6+4+5; 37+24+39
    clinical = only(
        made,
        indicator="1",
        measure="share",
        breakdown="staff_group=clinical;band=all",
        group="BME",
    )
    assert (clinical["numerator"], clinical["denominator"]) == (10, 61)


def test_published_total_of_a_staff_group_stands_in_place_of_the_sum_of_its_bands() -> None:
    made = chapter(
        workforce="""
        clinical,all,White,60
        clinical,all,BME,10
        clinical,all,Unknown,1
        clinical,5,White,30
        clinical,5,BME,6
        clinical,5,Unknown,1
        non-clinical,2,White,20
        non-clinical,2,BME,5
        non-clinical,2,Unknown,4
    """
    )
    row = only(made, indicator="workforce", measure="share", group="BME")
    assert (row["numerator"], row["denominator"]) == (15, 100)


def test_published_whole_is_taken_beside_bands_that_do_not_add_up_to_it() -> None:
    bands = "all,5,White,30\nall,5,BME,6\nall,5,Unknown,1"
    made = chapter(workforce=f"{WHOLE.replace('    ', '').strip()}\n{bands}")
    row = only(made, indicator="workforce", measure="share", group="BME")
    assert (row["numerator"], row["denominator"]) == (15, 100)
    assert made.rows(indicator="1", breakdown="staff_group=all;band=all").empty


@pytest.mark.parametrize(
    "extra", ["all,VSM,White,2\nall,VSM,BME,1\nall,VSM,Unknown,0", "all,8a,BME,3"]
)
def test_a_band_of_all_staff_beside_the_full_tables_is_not_the_whole_workforce(extra: str) -> None:
    made = chapter(
        workforce="clinical,5,White,40\nclinical,5,BME,10\nclinical,5,Unknown,5\n"
        "non-clinical,2,White,40\nnon-clinical,2,BME,5\nnon-clinical,2,Unknown,0\n" + extra
    )
    row = only(made, indicator="workforce", measure="share", group="BME")
    assert (row["numerator"], row["denominator"]) == (15, 100)


def test_senior_medical_managers_are_not_counted_a_second_time() -> None:
    made = chapter(
        workforce="""
        clinical,consultant,White,20
        clinical,consultant,BME,10
        clinical,consultant,Unknown,0
        clinical,senior medical manager,White,4
        clinical,senior medical manager,BME,1
        clinical,senior medical manager,Unknown,0
        non-clinical,2,White,10
        non-clinical,2,BME,0
        non-clinical,2,Unknown,0
    """
    )
    row = only(made, indicator="workforce", measure="headcount", group="all")
    assert row["value"] == 40  # 30 consultants, managers among them, and 10
    part = only(
        made,
        indicator="1",
        measure="share",
        breakdown="staff_group=clinical;band=senior medical manager",
        group="BME",
    )
    assert part["value"] == pytest.approx(20.0)  # 1 of 5


def test_clinical_staff_alone_are_not_taken_for_the_whole_workforce() -> None:
    made = chapter(workforce="clinical,5,White,3\nclinical,5,BME,1\nclinical,5,Unknown,0")
    rows = made.rows(indicator="workforce", measure="share")
    assert set(rows["status"]) == {"not available"}


def test_group_missing_from_one_band_has_no_sum() -> None:
    made = chapter(
        workforce="clinical,5,White,3\nclinical,5,BME,1\nclinical,5,Unknown,0\n"
        "clinical,6,White,3\nclinical,6,Unknown,0"
    )
    wanted = {"indicator": "1", "breakdown": "staff_group=clinical;band=all"}
    bme = only(made, measure="headcount", group="BME", **wanted)
    white = only(made, measure="headcount", group="White", **wanted)
    assert (bme["status"], white["value"]) == ("not available", 6)


@pytest.mark.parametrize("column", ["division", "directorate", "site", "ethnic_group"])
def test_rows_of_a_part_of_the_trust_are_not_added_to_the_whole(column: str) -> None:
    made = chapter(
        workforce=f"""\
staff_group,band,ethnicity,headcount,{column}
all,all,White,80,
all,all,BME,15,all
all,all,Unknown,5,
all,all,White,40,North
all,all,BME,10,North
"""
    )
    row = only(made, indicator="workforce", measure="share", group="BME")
    assert (row["numerator"], row["denominator"]) == (15, 100)
    assert len(made.rows(indicator="workforce", measure="share", breakdown="all")) == 3


def test_parts_of_the_trust_alone_leave_the_whole_not_available() -> None:
    made = chapter(
        workforce="division,staff_group,band,ethnicity,headcount\n"
        "North,all,all,White,40\nNorth,all,all,BME,10\nNorth,all,all,Unknown,0"
    )
    assert set(made.rows(indicator="workforce")["status"]) == {"not available"}


def test_bands_stand_in_order_of_pay_whatever_the_order_of_the_file() -> None:
    made = chapter(
        workforce="\n".join(
            f"clinical,{band},{group},1"
            for band in ("consultant", "8a", "under 1", "5")
            for group in ("White", "BME", "Unknown")
        )
    )
    breakdowns = list(dict.fromkeys(made.rows(indicator="1", measure="share")["breakdown"]))
    bands = [text.partition("band=")[2] for text in breakdowns]
    assert bands == ["under 1", "5", "8a", "consultant", "all"]
