"""England, regions and types of trust in whatever spelling."""

from __future__ import annotations

from collections import Counter

import pytest

from wres.definitions.geographies import (
    load_geographies,
    read_geography,
    read_region,
    read_trust_type,
)


def test_there_are_the_seven_regions_of_nhs_england() -> None:
    names = {region.name for region in load_geographies().regions}
    assert names == {
        "East of England",
        "London",
        "Midlands",
        "North East and Yorkshire",
        "North West",
        "South East",
        "South West",
    }


@pytest.mark.parametrize(
    "spelling",
    [
        "North East and Yorkshire",
        "North East & Yorkshire",
        "north east  AND yorkshire",
        "North East and Yorkshire region",
    ],
)
def test_a_region_is_read_in_each_of_its_spellings(spelling: str) -> None:
    assert read_region(spelling) == "North East and Yorkshire"


@pytest.mark.parametrize("spelling", ["North", "Yorkshire", "London and South East", "England", ""])
def test_what_is_no_region_of_the_list_is_none(spelling: str) -> None:
    assert read_region(spelling) is None


def test_a_type_that_combines_two_is_neither_of_them() -> None:
    combined = "mental health, learning disability & community"
    assert read_trust_type(combined) == "mental health, learning disability and community"
    assert read_trust_type("mental health trusts") == "mental health and learning disability"


def test_no_spelling_means_two_places() -> None:
    lists = load_geographies()
    places = (lists.country, *lists.regions, *lists.trust_types)
    spellings = Counter(name.casefold() for one in places for name in (one.name, *one.also))
    assert max(spellings.values()) == 1
    assert all(read_geography(name) == one.name for one in places for name in one.also)
