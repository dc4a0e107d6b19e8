"""Extracts that say a grade are counted by band as well."""

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
from wres.definitions.ethnicity import GROUPS
from wres.definitions.groupings import strata
from wres.extracts import disciplinary, recruitment, training
from wres.sources.cases import DISCIPLINARY
from wres.sources.recruitment import RECRUITMENT
from wres.sources.strata import staff_by_stratum
from wres.sources.training import TRAINING

LOWER, MIDDLE, UPPER, MEDICAL = strata()
STAFF = {(stratum, group): 0 for stratum in strata() for group in GROUPS} | {
    (LOWER, "White"): 60,
    (MIDDLE, "White"): 40,
    (LOWER, "BME"): 30,
    (MEDICAL, "BME"): 10,
    (LOWER, "Unknown"): 10,
}


@pytest.fixture
def recruited(tmp_path):
    def count(*rows, own=None):
        own = own or settings()
        text = "\n".join(["ethnic_origin,shortlisted,appointed,Grade", *rows])
        extract = extract_of(tmp_path, recruitment.LAYOUT, text, own)
        return recruitment.count_recruitment(extract, 2021, own)

    return count


@pytest.fixture
def trained(tmp_path):
    def count(*rows, staff=None):
        text = "\n".join(["person,ethnic_origin,course,attended_on,Pay Band", *rows])
        extract = extract_of(tmp_path, training.LAYOUT, text)
        return training.count_training(
            extract, 2021, settings(), WORKFORCE, STAFF if staff is None else staff
        )

    return count


def occupied(table: pd.DataFrame, column: str) -> dict[tuple[str, str], int]:
    """Give a count by stratum and group where it isn't 0."""
    rows = table[table["band"].notna() & table[column].gt(0)]
    return {(row["band"], row["ethnicity"]): int(row[column]) for _, row in rows.iterrows()}


def test_applicants_are_counted_by_the_band_of_the_vacancy(recruited, tmp_path):
    counted = recruited("A,yes,yes,Band 5", "A,yes,no,2", "N,yes,yes,8a", "Z,yes,no,Consultant")
    assert occupied(counted.table, "shortlisted") == {
        (LOWER, "White"): 2,
        (UPPER, "BME"): 1,
        (MEDICAL, "Unknown"): 1,
    }
    assert occupied(counted.table, "appointed") == {(LOWER, "White"): 1, (UPPER, "BME"): 1}
    assert_as_if_read_from_csv(tmp_path, RECRUITMENT, counted.table)


def test_one_vacancy_without_a_grade_leaves_all_bands_out_with_a_note(recruited):
    counted = recruited("A,yes,yes,5", "N,yes,no,", "N,yes,no,Spot salary Jane Smith")
    assert counted.problems == []
    assert counted.table["band"].isna().all()
    assert "2 rows have no grade that can be read" in sayings(counted)
    assert "Jane" not in sayings(counted)


def test_a_grade_of_the_trusts_own_is_read(recruited):
    counted = recruited("A,yes,yes,Matron", own=settings(grades={"Matron": "8a"}))
    assert occupied(counted.table, "shortlisted") == {(UPPER, "White"): 1}


def test_people_trained_are_counted_once_in_the_band_of_their_last_row(trained, tmp_path):
    counted = trained(
        "P1,A,Coaching,01/06/2020,5",
        "P1,A,Coaching,01/09/2020,6",
        "P2,N,Coaching,01/06/2020,2",
        "P2,N,Coaching,01/07/2020,",
    )
    assert occupied(counted.table, "accessed") == {(MIDDLE, "White"): 1, (LOWER, "BME"): 1}
    assert occupied(counted.table, "workforce") == {p: n for p, n in STAFF.items() if n}
    assert_as_if_read_from_csv(tmp_path, TRAINING, counted.table)


def test_more_people_trained_than_staff_of_a_band_leave_bands_out(trained):
    counted = trained("P1,N,Coaching,01/06/2020,6")
    assert counted.problems == []
    assert counted.table["band"].isna().all()
    assert "more people of a band than are in post" in sayings(counted)


def test_bands_are_left_out_where_the_staff_of_each_is_not_known(trained):
    counted = trained("P1,N,Coaching,01/06/2020,2", staff={})
    assert counted.table["band"].isna().all()
    assert "the staff of each band can't be told" in sayings(counted)


def test_a_person_with_cases_in_both_years_counts_in_each(tmp_path):
    own = settings(window="two-year average")
    text = (
        "person,ethnic_origin,opened_on,formal,pay_grade\n"
        "P1,N,01/06/2019,Formal,2\nP1,N,01/06/2020,Formal,3\nP1,N,01/08/2020,Formal,3\n"
        "P2,A,01/06/2020,Formal,7\n"
    )
    extract = extract_of(tmp_path, disciplinary.LAYOUT, text, own)
    counted = disciplinary.count_disciplinary(extract, 2021, own, WORKFORCE, STAFF)
    assert occupied(counted.table, "entered_process") == {(LOWER, "BME"): 2, (MIDDLE, "White"): 1}
    assert set(counted.table["years"]) == {2}
    assert_as_if_read_from_csv(tmp_path, DISCIPLINARY, counted.table)


def staff_table(*rows: tuple[str, str, int]) -> pd.DataFrame:
    columns = ["staff_group", "band", "headcount"]
    table = pd.DataFrame(rows, columns=columns)
    groups = pd.DataFrame({"ethnicity": GROUPS})
    return table.merge(groups, how="cross").astype({"headcount": "Int64"})


def test_staff_of_both_halves_are_added_up_to_strata() -> None:
    table = staff_table(
        ("clinical", "5", 7), ("non-clinical", "1-4", 2), ("clinical", "consultant", 3)
    )
    found = staff_by_stratum(table, dict.fromkeys(GROUPS, 12))
    assert found[LOWER, "BME"] == 9
    assert found[MEDICAL, "BME"] == 3
    assert found[UPPER, "BME"] == 0


@pytest.mark.parametrize(("band", "heads"), [("5-7", 7), ("5", 8)])
def test_staff_across_strata_or_missing_from_bands_can_not_be_told(band: str, heads: int) -> None:
    table = staff_table(("clinical", band, 7))
    assert staff_by_stratum(table, dict.fromkeys(GROUPS, heads)) == {}
