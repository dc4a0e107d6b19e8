"""Which places of two dimensions hold the same people, as rows about both together tell."""

from __future__ import annotations

import pytest

from tests.unit.indicators.trusts import trust_year
from wres.counts.same_people import SamePeople, same_people


def found(*held: tuple[str, str, int]) -> set[tuple[str, str]]:
    """Give the divisions and the sites of the same people, as letters."""
    rows = [f"all,all,White,{count},{one},{two}" for one, two, count in held]
    head = "staff_group,band,ethnicity,headcount,division,site"
    tables = trust_year(workforce="\n".join([head, "all,all,White,100,,", *rows])).tables
    return {
        (letters(one, "division"), letters(one, "site")) for one in same_people(tables)["workforce"]
    }


def letters(one: SamePeople, dimension: str) -> str:
    return "".join(sorted(name for by, name in one.ones | one.others if by == dimension))


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        ([("A", "N", 9), ("A", "S", 9), ("B", "T", 9)], {("A", "NS"), ("B", "T")}),
        ([("A", "N", 9), ("B", "N", 9), ("C", "S", 9)], {("AB", "N"), ("C", "S")}),
        ([("A", "N", 9), ("B", "N", 9), ("B", "S", 9), ("C", "T", 9)], {("AB", "NS"), ("C", "T")}),
        ([("A", "N", 9), ("A", "S", 0), ("B", "S", 9)], {("A", "N"), ("B", "S")}),
    ],
    ids=["sites within divisions", "divisions within sites", "across each other", "nobody there"],
)
def test_places_that_share_people_are_taken_together(held, expected):
    assert found(*held) == expected


def test_events_are_counted_by_their_own_places_and_by_those_of_staff():
    head = "staff_group,band,ethnicity,headcount,division,site"
    staff = f"{head}\nall,all,White,9,,\nall,all,White,9,A,N"
    cases = "ethnicity,workforce,entered_process,division,site\nWhite,9,2,,\nWhite,9,2,B,N"
    tables = trust_year(workforce=staff, disciplinary=cases).tables
    named = {
        name: {(letters(one, "division"), letters(one, "site")) for one in some}
        for name, some in same_people(tables).items()
    }
    assert named == {"workforce": {("A", "N")}, "disciplinary": {("A", "N"), ("B", "N")}}
