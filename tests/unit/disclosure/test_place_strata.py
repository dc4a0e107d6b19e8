"""Bands within directorates beside those of the divisions that they make up, by hand figures."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.unit.indicators.trusts import trust_year
from wres.counts import with_totals
from wres.counts.places import count_places
from wres.disclosure import load_profile, protect_parts

GROUPS = ("White", "BME", "Unknown")
# Of each directorate, staff of bands 5, 6 and 8a by ethnic group.
ALPHA = {
    ("Alpha", "A1"): ((300, 120, 20), (200, 60, 15), (90, 20, 8)),
    ("Alpha", "A2"): ((280, 110, 18), (180, 50, 12), (80, 2, 7)),
}
BETA = {
    ("Beta", "B1"): ((310, 130, 25), (210, 70, 14), (85, 17, 9)),
    ("Beta", "B2"): ((290, 100, 22), (190, 55, 16), (75, 14, 6)),
}
FEW_IN_BETA = {**BETA, ("Beta", "B2"): ((290, 100, 22), (190, 55, 16), (75, 4, 6))}
Heads = dict[tuple[str, str], tuple[tuple[int, ...], ...]]


def shown(heads: Heads, first: str = "division", second: str = "directorate") -> pd.DataFrame:
    """Protect staff of places within others, each level counted."""
    rows = [f"staff_group,band,ethnicity,headcount,{first},{second}"]
    spots = [("", ""), *dict.fromkeys((one, "") for one, _ in heads)]
    spots += [*dict.fromkeys(("", two) for _, two in heads), *heads]
    for one, two in spots:
        inside = [c for (a, b), c in heads.items() if one in ("", a) and two in ("", b)]
        for at, band in enumerate(("5", "6", "8a")):
            for group, name in enumerate(GROUPS):
                count = sum(counts[at][group] for counts in inside)
                rows += [f"clinical,{band},{name},{count},{one},{two}"]
                rows += [f"non-clinical,{band},{name},0,{one},{two}"]
    given = trust_year(workforce="\n".join(rows))
    counted = with_totals(given)
    return protect_parts(counted, count_places(given, counted), load_profile("public")).table


def with_bands(table: pd.DataFrame, dimension: str) -> set[str]:
    """Name the places of which bands are shown; of a place all are, or none is."""
    rows = table[table["dimension"].eq(dimension) & table["dimension_2"].eq("")]
    told = rows[rows["band"].ne("all")].assign(told=lambda own: own["people"].notna())
    for place, own in told.groupby("place")["told"]:
        assert own.all() or not own.any(), place
    return set(told.loc[told["told"], "place"])


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        ({**ALPHA, **BETA}, {"B1", "B2"}),  # A2's two BME staff of band 8a are 22 less A1's 20
        ({**ALPHA, **FEW_IN_BETA}, set()),  # and B2's four are 21 less B1's 17
    ],
)
def test_bands_of_a_directorate_are_not_those_of_its_division_less_the_others(heads, expected):
    table = shown(heads)
    assert with_bands(table, "division") == {"Alpha", "Beta"}
    assert with_bands(table, "directorate") == expected


def test_only_the_directorates_of_the_same_division_are_withheld_with_one():
    both = ((200, 70, 12), (150, 40, 9), (60, 12, 6))
    heads = {**ALPHA, **FEW_IN_BETA, ("Gamma", "G1"): both, ("Gamma", "G2"): both}
    assert with_bands(shown(heads), "directorate") == {"G1", "G2"}


def test_divisions_within_sites_are_looked_at_like_directorates_within_divisions():
    heads = {(two, one): counts for (one, two), counts in {**ALPHA, **FEW_IN_BETA}.items()}
    table = shown(heads, second="site")
    divisions, sites = with_bands(table, "division"), with_bands(table, "site")
    assert {"A2", "B2"}.isdisjoint(divisions)
    assert "A1" not in divisions or "Alpha" not in sites
    assert "B1" not in divisions or "Beta" not in sites


def test_a_withheld_count_of_a_division_is_not_that_of_its_site_less_the_others():
    """A's 2 and C's 9 would be withheld by division; 32 - 30 at the site would tell A's."""
    counts = {("A", "N"): 2, ("B", "N"): 30, ("C", "S"): 9, ("D", "S"): 31}
    heads = {spot: ((200, bme, 20), (0, 0, 0), (0, 0, 0)) for spot, bme in counts.items()}
    table = shown(heads, second="site")
    bme = table[table["group"].eq("BME") & table["band"].eq("all")].set_index("place")["people"]
    assert pd.isna(bme["A"])
    assert pd.isna(bme["B"]) or pd.isna(bme["N"])
