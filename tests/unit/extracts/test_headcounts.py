"""People to the rows of the workforce table, by hand."""

import pandas as pd

from wres.extracts.headcounts import tabulate

PEOPLE = pd.DataFrame(
    [
        ("clinical", "5", "White", "White - British", "North"),
        ("clinical", "5", "White", None, "South"),  # said to be White, and no more
        ("clinical", "5", "BME", "Asian - Indian", "South"),
        ("non-clinical", "2", "BME", "Asian - Indian", "South"),
    ],
    columns=["staff_group", "band", "ethnicity", "ethnic_group", "division"],
)


def rows_of(table, *names):
    """Give the rows that have these dimensions and no other, with somebody in them."""
    others = [name for name in ("division", "ethnic_group") if name not in names]
    own = table[table[[*names]].notna().all(axis=1) & table[others].isna().all(axis=1)]
    shown = own[own["headcount"] > 0]
    return [
        tuple(row)
        for row in shown[["staff_group", "band", "ethnicity", *names, "headcount"]].to_numpy()
    ]


def test_whole_trust_counts_who_has_no_detailed_group():
    assert rows_of(tabulate(PEOPLE)) == [
        ("clinical", "5", "White", 2),
        ("clinical", "5", "BME", 1),
        ("non-clinical", "2", "BME", 1),
    ]


def test_detailed_groups_are_given_where_somebody_is_in_them():
    assert rows_of(tabulate(PEOPLE), "ethnic_group") == [
        ("clinical", "5", "White", "White - British", 1),
        ("clinical", "5", "BME", "Asian - Indian", 1),
        ("non-clinical", "2", "BME", "Asian - Indian", 1),
    ]


def test_places_have_every_group_of_the_bands_that_they_have():
    table = tabulate(PEOPLE)
    assert rows_of(table, "division") == [
        ("clinical", "5", "White", "North", 1),
        ("clinical", "5", "White", "South", 1),
        ("clinical", "5", "BME", "South", 1),
        ("non-clinical", "2", "BME", "South", 1),
    ]
    assert len(table[table["division"].notna()]) == 9  # three bands of places, three groups each


def test_counts_of_a_crosstab_are_added_up_as_people_are():
    counted = tabulate(PEOPLE.assign(headcount=[2, 3, 0, 1]))
    assert rows_of(counted) == [("clinical", "5", "White", 5), ("non-clinical", "2", "BME", 1)]
