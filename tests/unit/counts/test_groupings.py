"""Groupings of bands and detailed ethnic groups are made of what is given, never guessed."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from tests.unit.indicators.trusts import trust_year
from wres.counts import with_totals
from wres.sources import TrustYear

GROUPS = ("White", "BME", "Unknown")


def rows(*cells: tuple[str, str, tuple[int, int, int]]) -> str:
    return "\n".join(
        f"{staff},{band},{group},{count}"
        for staff, band, counts in cells
        for group, count in zip(GROUPS, counts, strict=True)
    )


SINGLE = rows(
    ("clinical", "5", (50, 20, 3)),
    ("clinical", "6", (40, 8, 1)),
    ("clinical", "8a", (10, 1, 0)),
    ("clinical", "consultant", (9, 9, 1)),
    ("non-clinical", "4", (30, 6, 2)),
    ("non-clinical", "8a", (6, 2, 0)),
    ("non-clinical", "VSM", (4, 0, 1)),
)


def groupings(table: str, *wanted: str) -> pd.DataFrame:
    made = trust_year(workforce=table)
    settings = made.trust.settings.model_copy(update={"band_groups": list(wanted)})
    trust = made.trust.model_copy(update={"settings": settings})
    return with_totals(replace(made, trust=trust)).tables["groupings"]


def counts(table: pd.DataFrame, staff_group: str, band: str) -> list[int | None]:
    chosen = table[table["staff_group"].eq(staff_group) & table["band"].eq(band)]
    return [None if pd.isna(count) else int(count) for count in chosen["headcount"]]


def reasons(table: pd.DataFrame, staff_group: str, band: str) -> set[str]:
    chosen = table[table["staff_group"].eq(staff_group) & table["band"].eq(band)]
    return set(chosen["why"])


def test_bands_are_added_up_by_group_without_medical_staff() -> None:
    made = groupings(SINGLE)
    assert counts(made, "clinical", "under 1-5") == [50, 20, 3, 73]
    assert counts(made, "clinical", "6-7") == [40, 8, 1, 49]
    assert counts(made, "clinical", "8a-VSM") == [10, 1, 0, 11]
    assert counts(made, "non-clinical", "8a-VSM") == [10, 2, 1, 13]  # 6 + 4, 2 + 0, 0 + 1


def test_senior_bands_are_those_of_clinical_and_non_clinical_staff_together() -> None:
    made = groupings(SINGLE)
    assert counts(made, "all", "8a") == [16, 3, 0, 19]
    assert counts(made, "all", "VSM") == [4, 0, 1, 5]


def test_band_in_which_nobody_is_has_no_count_and_says_so() -> None:
    made = groupings(SINGLE)
    assert counts(made, "all", "9") == [None] * 4
    assert reasons(made, "all", "9") == {"no staff are in these bands"}


def test_band_across_the_edge_of_a_grouping_is_never_split() -> None:
    made = groupings(rows(("clinical", "5-7", (50, 20, 3)), ("clinical", "1-4", (9, 5, 1))))
    assert counts(made, "clinical", "6-7") == [None] * 4
    assert reasons(made, "clinical", "6-7") == {"staff were given in bands 5 to 7 together"}


def test_grouping_with_a_band_that_was_not_given_is_not_taken_for_complete() -> None:
    table = rows(("clinical", "6", (40, 8, 1)), ("clinical", "all", (45, 9, 1)))
    made = groupings(table)
    assert reasons(made, "clinical", "6-7") == {"some staff are in bands that were not given"}


def test_groupings_of_the_trust_are_made_for_each_staff_group_that_gives_bands() -> None:
    made = groupings(SINGLE, "1-4", "5-7")
    assert counts(made, "clinical", "5-7") == [90, 28, 4, 122]
    assert counts(made, "non-clinical", "1-4") == [30, 6, 2, 38]
    assert counts(made, "all", "5-7") == []  # no bands of all staff are given


def test_senior_bands_given_together_stay_together() -> None:
    made = groupings(
        rows(
            ("clinical", "8a-8b", (20, 3, 1)),
            ("clinical", "8c-9 and VSM", (5, 0, 0)),
            ("non-clinical", "8a-8b", (10, 2, 0)),
            ("non-clinical", "8c-9 and VSM", (6, 1, 0)),
        )
    )
    assert counts(made, "all", "8a-8b") == [30, 5, 1, 36]
    assert counts(made, "all", "8c-9 and VSM") == [11, 1, 0, 12]
    assert counts(made, "all", "8a") == []


def test_groupings_stand_in_a_table_of_their_own() -> None:
    totals = with_totals(trust_year(workforce=SINGLE)).tables["workforce"]
    assert set(totals["band"]) == {"4", "5", "6", "8a", "VSM", "consultant", "all"}


DETAILED = """\
staff_group,band,ethnicity,headcount,ethnic_group
all,all,White,60,
all,all,BME,30,
all,all,Unknown,5,
all,all,BME,20,Asian or Asian British - Indian
all,all,BME,{more},Black or Black British - African
"""


def details(more: int) -> pd.DataFrame:
    made: TrustYear = with_totals(trust_year(workforce=DETAILED.format(more=more)))
    return made.tables["details"]


def test_details_of_everyone_list_each_national_category_with_zero_where_nobody_is() -> None:
    made = details(10)
    heads = dict(zip(made["ethnic_group"], made["headcount"], strict=True))
    assert len(heads) == 13  # categories D to S of the 2001 census codes
    assert heads["Asian or Asian British - Indian"] == 20
    assert heads["Other Ethnic Groups - Chinese"] == 0


def test_details_of_some_staff_take_nobody_for_zero() -> None:
    assert list(details(9)["headcount"]) == [20, 9]


@pytest.mark.parametrize("column", ["division", "site"])
def test_details_of_a_part_of_the_trust_are_not_those_of_the_whole(column: str) -> None:
    table = f"staff_group,band,ethnicity,headcount,ethnic_group,{column}\nall,all,White,9,,\n"
    made = with_totals(trust_year(workforce=f"{table}all,all,BME,5,Chinese,North"))
    assert "details" not in made.tables


def details_of(*rows: str) -> dict[str, int]:
    """Give the detailed groups that are made of a table of 100 White and 40 BME staff."""
    head = "staff_group,band,ethnicity,headcount,ethnic_group"
    table = "\n".join([head, "all,all,White,100,", "all,all,BME,40,", *rows])
    made = with_totals(trust_year(workforce=table)).tables["details"]
    return dict(zip(made["ethnic_group"], made["headcount"], strict=True))


def test_names_that_mean_a_national_category_are_taken_as_it() -> None:
    """The words that extracts accept, each with the category of its code; two of one are added."""
    made = details_of(
        "all,all,White,60,British",
        "all,all,White,10,Any other White",
        "all,all,White,30,White British",
        "all,all,BME,25,Black African",
        "all,all,BME,15,Pakistani",
    )
    shown = {name: count for name, count in made.items() if count}
    assert shown == {
        "White - British": 90,
        "White - Any other White background": 10,
        "Asian or Asian British - Pakistani": 15,
        "Black or Black British - African": 25,
    }
    assert made["White - Irish"] == 0, "these are everyone, so nobody is in the other categories"
    assert len(made) == 3 + 13, "White has three national categories, BME thirteen"


def test_no_category_is_added_beside_a_name_of_another_list() -> None:
    """Nobody knows who of the Polish staff would be of any other White background."""
    made = details_of("all,all,White,80,British", "all,all,White,20,Polish")
    assert made == {"White - British": 80, "Polish": 20}


def test_name_of_a_category_of_the_other_group_stays_as_given() -> None:
    assert details_of("all,all,BME,40,British") == {"British": 40}
