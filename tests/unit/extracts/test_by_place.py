"""Extracts that say a division, directorate or site are counted by it as well."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.unit.extracts.row_files import (
    WORKFORCE,
    assert_as_if_read_from_csv,
    extract_of,
    sayings,
    settings,
)
from wres.extracts import disciplinary, recruitment, training
from wres.sources.cases import DISCIPLINARY
from wres.sources.places import MOST_CROSSED, crossings, crossings_given, place_rows, staff_by_place
from wres.sources.recruitment import RECRUITMENT
from wres.sources.training import TRAINING

STAFF = pd.DataFrame(
    [
        ("clinical", "5", group, unit, count)
        for unit, counts in {"Surgery": (60, 30, 10), "Medicine": (40, 10, 0)}.items()
        for group, count in zip(("White", "BME", "Unknown"), counts, strict=True)
    ],
    columns=["staff_group", "band", "ethnicity", "division", "headcount"],
)


def counted_at(table: pd.DataFrame, column: str, *crossing: str) -> dict[object, int]:
    """Give a count by place and group where it isn't 0, bands together."""
    rows = place_rows(table, crossing)
    rows = rows[rows["band"].isna() & rows[column].gt(0)]
    return {
        (*(row[one] for one in crossing), row["ethnicity"]): int(row[column])
        for _, row in rows.iterrows()
    }


def recruited(tmp_path, *rows):
    text = "\n".join(["ethnic_origin,shortlisted,appointed,Division,Site,Grade", *rows])
    extract = extract_of(tmp_path, recruitment.LAYOUT, text)
    return recruitment.count_recruitment(extract, 2021, settings())


def trained(tmp_path, *rows, staff=STAFF):
    text = "\n".join(["person,ethnic_origin,course,attended_on,Care Group", *rows])
    extract = extract_of(tmp_path, training.LAYOUT, text)
    return training.count_training(extract, 2021, settings(), WORKFORCE, None, staff)


def test_applicants_are_counted_by_the_place_of_the_vacancy_and_by_its_band(tmp_path):
    counted = recruited(
        tmp_path,
        "A,yes,yes,Surgery,North,5",
        "N,yes,no,surgery ,South,5",
        "N,yes,yes,Medicine,North,6",
        "Z,yes,no,,North,5",
    )
    table = counted.table
    assert counted_at(table, "shortlisted", "division") == {
        ("Surgery", "White"): 1,
        ("Surgery", "BME"): 1,
        ("Medicine", "BME"): 1,
        ("Not recorded", "Unknown"): 1,
    }
    assert counted_at(table, "appointed", "division", "site") == {
        ("Surgery", "North", "White"): 1,
        ("Medicine", "North", "BME"): 1,
    }
    banded = place_rows(table, ["division"]).dropna(subset="band")
    assert banded.set_index(["division", "band", "ethnicity"])["shortlisted"].to_dict()[
        ("Medicine", "6-7", "BME")
    ] == 1  # fmt: skip
    assert_as_if_read_from_csv(tmp_path, RECRUITMENT, table)


def test_staff_trained_stand_beside_the_staff_of_their_place(tmp_path):
    counted = trained(
        tmp_path,
        "P1,A,Coaching,01/06/2020,Surgery",
        "P1,A,Coaching,01/09/2020,MEDICINE",
        "P2,N,Coaching,01/06/2020,Surgery",
        "P2,N,Coaching,01/07/2020,",
    )
    assert counted_at(counted.table, "accessed", "division") == {
        ("Medicine", "White"): 1,
        ("Surgery", "BME"): 1,
    }
    assert counted_at(counted.table, "workforce", "division") == {
        ("Surgery", "White"): 60,
        ("Surgery", "BME"): 30,
        ("Surgery", "Unknown"): 10,
        ("Medicine", "White"): 40,
        ("Medicine", "BME"): 10,
    }
    assert_as_if_read_from_csv(tmp_path, TRAINING, counted.table)


def test_a_place_that_the_staff_list_lacks_is_named_and_counted_in_no_place(tmp_path):
    rows = [f"P{one},A,Coaching,01/06/2020,Surgical Care" for one in range(3)]
    counted = trained(tmp_path, *rows)
    assert counted_at(counted.table, "accessed", "division") == {}
    assert "is no division of the staff list" in sayings(counted)
    assert "Surgical Care" in sayings(counted)
    assert counted.problems == []


def test_a_place_whose_staff_are_known_in_part_is_named_as_such(tmp_path):
    """The staff list has Medicine, but no row of its staff of unknown ethnicity."""
    lacking = STAFF["division"].eq("Medicine") & STAFF["ethnicity"].eq("Unknown")
    counted = trained(tmp_path, "P1,A,Coaching,01/06/2020,MEDICINE", staff=STAFF[~lacking])
    assert "is a division whose staff were not given in full" in sayings(counted)
    assert "is no division of the staff list" not in sayings(counted)
    assert "Medicine" in sayings(counted)
    assert set(place_rows(counted.table, ["division"])["division"]) == {"Surgery"}


def test_a_place_with_more_people_trained_than_staff_is_left_out_with_a_note(tmp_path):
    counted = trained(tmp_path, "P1,Z,Coaching,01/06/2020,Medicine")
    assert "gives more people of 1 place than are in post there" in sayings(counted)
    assert set(place_rows(counted.table, ["division"])["division"]) == {"Surgery"}


def test_without_a_staff_list_by_place_there_are_no_places(tmp_path):
    counted = trained(tmp_path, "P1,A,Coaching,01/06/2020,Surgery", staff=None)
    assert "division" not in counted.table


def test_cases_of_both_years_of_an_average_count_in_their_place(tmp_path):
    own = settings(window="two-year average")
    text = (
        "person,ethnic_origin,opened_on,formal,Division\nP1,N,01/06/2019,Formal,Surgery\n"
        "P1,N,01/06/2020,Formal,Surgery\nP2,A,01/06/2020,Formal,Medicine\n"
    )
    extract = extract_of(tmp_path, disciplinary.LAYOUT, text, own)
    table = disciplinary.count_disciplinary(extract, 2021, own, WORKFORCE, None, STAFF).table
    assert counted_at(table, "entered_process", "division") == {
        ("Surgery", "BME"): 2,
        ("Medicine", "White"): 1,
    }
    assert_as_if_read_from_csv(tmp_path, DISCIPLINARY, table)


def test_staff_of_a_place_are_given_by_stratum_where_bands_leave_nobody_out():
    staff = staff_by_place(STAFF, ["division"])
    rows = staff[staff["band"].notna() & staff["division"].eq("Surgery")]
    assert dict(zip(rows["ethnicity"], rows["workforce"], strict=True)) == {
        "White": 60,
        "BME": 30,
        "Unknown": 10,
    }
    assert set(rows["band"]) == {"under 1-5"}


def test_a_published_total_of_a_place_goes_before_its_bands():
    total = STAFF[STAFF["division"].eq("Surgery")].assign(staff_group="all", band="all")
    total["headcount"] += 5
    staff = staff_by_place(pd.concat([STAFF, total], ignore_index=True), ["division"])
    surgery = staff[staff["division"].eq("Surgery")]
    assert surgery["workforce"].tolist() == [65, 35, 15]
    assert surgery["band"].isna().all()  # the bands leave five of each group out


def test_a_place_with_a_group_missing_has_no_staff_to_compare_with():
    staff = staff_by_place(STAFF[STAFF["ethnicity"].ne("Unknown")], ["division"])
    assert len(staff) == 0


@pytest.mark.parametrize(("units", "crossed"), [(MOST_CROSSED // 2, True), (31, False)])
def test_two_dimensions_that_make_too_many_places_are_not_crossed(units, crossed):
    labels = [(f"D{one}", site) for one in range(units) for site in "NS"]
    frame = pd.DataFrame(labels, columns=["division", "site"])
    assert (("division", "site") in crossings(frame)) is crossed


def test_crossings_given_are_those_with_rows_of_their_own():
    assert crossings_given(STAFF) == [("division",)]
    assert crossings_given(STAFF.drop(columns="division")) == []
