"""Appendix tables: pay groups of two years, and the source of each indicator's data."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.indicators.trusts import chapter_of, trust_year
from wres.chapters.reading import Chapter
from wres.definitions.groupings import cluster_groups
from wres.results import WITHHELD
from wres.sources import TrustYear
from wres.sources.trust import Settings
from wres.tables import indicator_sources_table, pay_groups_table

NOW = """clinical,2,White,6
clinical,2,BME,3
clinical,2,Unknown,1
clinical,4,White,10
clinical,4,BME,0
clinical,4,Unknown,0
clinical,consultant,White,3
clinical,consultant,BME,1
clinical,consultant,Unknown,0"""
BEFORE = """clinical,2,White,8
clinical,2,BME,2
clinical,2,Unknown,0
clinical,4,White,9
clinical,4,BME,1
clinical,4,Unknown,0"""


def in_groups(made: TrustYear, band_groups: object) -> TrustYear:
    settings = Settings.model_validate({"band_groups": band_groups})
    return replace(made, trust=made.trust.model_copy(update={"settings": settings}))


def made(band_groups: object = "clusters") -> Chapter:
    now, before = trust_year(2021, "BAME", workforce=NOW), trust_year(2020, workforce=BEFORE)
    return chapter_of(in_groups(now, band_groups), in_groups(before, band_groups))


def lines(chapter: Chapter, staff_group: str = "clinical") -> list[list[str]]:
    table = pay_groups_table(chapter, staff_group)
    return [] if table is None else [list(row) for row in table.rows]


def test_clusters_stand_by_number_with_two_years_of_counts_shares_and_points() -> None:
    table = pay_groups_table(made(), "clinical")
    assert table is not None
    assert [column.heading for column in table.columns] == [
        *("Cluster", "Ethnicity", "Headcount 2020", "Headcount 2021"),
        *("Share 2020", "Share 2021", "Change (points)"),
    ]
    assert [list(row) for row in table.rows if row[0].startswith(("1", "5"))] == [
        ["1: under band 1 and bands 1 to 4", "White", "17", "16", "85.0%", "80.0%", "−5.0"],
        ["1: under band 1 and bands 1 to 4", "BAME", "3", "3", "15.0%", "15.0%", "0.0"],
        ["1: under band 1 and bands 1 to 4", "Unknown ethnicity", "0", "1", "0.0%", "5.0%", "+5.0"],
        ["1: under band 1 and bands 1 to 4", "All", "20", "20", "–", "–", "–"],
        ["5: consultants", "White", "–", "3", "–", "75.0%", "–"],
        ["5: consultants", "BAME", "–", "1", "–", "25.0%", "–"],
        ["5: consultants", "Unknown ethnicity", "–", "0", "–", "0.0%", "–"],
        ["5: consultants", "All", "–", "4", "–", "–", "–"],
    ]


def test_other_groupings_have_no_number_of_a_cluster() -> None:
    shown = lines(made(["2-3", "4"]))
    assert list(dict.fromkeys(row[0] for row in shown)) == ["Bands 2 to 3", "Band 4", "Consultants"]


def test_bands_stand_where_no_groupings_are_set() -> None:
    assert list(dict.fromkeys(row[0] for row in lines(made([])))) == [
        *("Band 2", "Band 4", "Consultants"),
    ]


def test_bands_that_a_trust_prints_as_clusters_are_named_so_without_staff_under_band_1() -> None:
    rows = "\n".join(f"clinical,1-4,{group},9" for group in ("White", "BME", "Unknown"))
    shown = lines(chapter_of(trust_year(workforce=rows)))
    assert {row[0] for row in shown} == {"1: bands 1 to 4"}


def test_withheld_counts_stay_withheld_and_published_ones_of_last_year_stay() -> None:
    chapter = made()
    frame = chapter.results.copy()
    hidden = frame["breakdown"].eq("staff_group=clinical;grouping=under 1-4")
    hidden &= frame["group"].eq("BME")
    frame.loc[hidden, ["status", "reason"]] = ["suppressed", WITHHELD]
    frame.loc[hidden, ["value", "numerator"]] = None
    (line,) = (
        row
        for row in lines(replace(chapter, results=frame))
        if row[:2] == ["1: under band 1 and bands 1 to 4", "BAME"]
    )
    assert line[2:] == ["3", "[c]", "15.0%", "[c]", "[c]"]


def test_a_staff_group_without_bands_has_no_table() -> None:
    assert pay_groups_table(made(), "non-clinical") is None


def test_each_indicators_source_and_period_are_named_and_missing_data_have_none() -> None:
    table = indicator_sources_table(made())
    shown = {row[0][0]: list(row[1:]) for row in table.rows}
    assert list(shown) == list("123456789")
    assert shown["1"] == [
        "Electronic Staff Record",
        "Figures supplied by the trust",
        "31 March 2021",
    ]
    assert shown["5"] == ["NHS Staff Survey", "–", "Autumn 2020"]


def test_a_ratio_printed_without_counts_names_the_source_of_the_ratio(ryv_2020: Chapter) -> None:
    rows = indicator_sources_table(ryv_2020).rows
    assert rows[1][2].endswith("of the trust, indicators 2 to 4")


@pytest.mark.parametrize("given", ["clusters", list(cluster_groups())])
def test_clusters_may_be_named_in_one_word(given: object) -> None:
    settings = Settings.model_validate({"band_groups": given})
    assert settings.band_groups == ["under 1-4", "5-7", "8a-8b", "8c-9 and VSM"]
