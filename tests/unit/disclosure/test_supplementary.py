"""Further measures beside an indicator: which of them a public report shows, and as what."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from tests.unit.indicators.trusts import chapter_of, trust_year
from wres.chapters.reading import Chapter
from wres.counts import with_totals
from wres.definitions.supplementary import breakdown_of, parts_of
from wres.disclosure import load_profile, protect
from wres.indicators import compute_results
from wres.sources import TrustYear
from wres.tables import supplementary_table

HEADER = "label,group,value,base,source,indicator,unit,people,published\n"
TRAINING = "White,1000,200\nBME,500,80\nUnknown,100,20"
# Two of 60 are so few that they are withheld, and others with them.
FEW = "White,1000,200\nBME,60,2\nUnknown,100,20"


def given(rows: str, training: str = TRAINING) -> TrustYear:
    return trust_year(training=training, supplementary=HEADER + rows)


def shown(rows: str, training: str = TRAINING, profile: str = "public") -> list[tuple[str, object]]:
    """Give status and value of each further measure in a public report."""
    made = with_totals(given(rows, training))
    results = compute_results(protect(made, load_profile(profile)), profile="public")
    further = results[results["measure"].eq("supplementary")]
    values = [None if pd.isna(value) else float(value) for value in further["value"]]
    return list(zip(further["status"], values, strict=True))


@pytest.mark.parametrize(
    ("row", "status"),
    [
        ("Mentors,BME,20,60 who asked,HR,4,people,60,", "ok"),
        # of fewer than 11 people, or nobody knows of how many
        ("Mentors,BME,5,10 who asked,HR,4,people,10,", "suppressed"),
        ("Mentors,BME,20,60 who asked,HR,4,people,,", "suppressed"),
        # 1 to 4 people, counted or left over: 4 of 60, 57 of 60, 5% of 60 are 3
        ("Mentors,BME,4,60 who asked,HR,4,people,60,", "suppressed"),
        ("Mentors,BME,57,60 who asked,HR,4,people,60,", "suppressed"),
        ("Mentors,BME,5,60 who asked,HR,4,%,60,no", "suppressed"),
        ("Mentors,BME,50,60 who asked,HR,4,%,60,no", "ok"),
        # what a ratio counts can't be told
        ("Mentors,BME,1.2,60 who asked,HR,4,ratio,60,", "suppressed"),
        ("Days,BME,2.5,60 who asked,HR,4,days,60,", "ok"),
        ("Mentors,BME,4,60 who asked,annual report,4,people,60,yes", "as published"),
        ("Mentors,BME,1.2,,annual report,4,ratio,,yes", "as published"),
    ],
)
def test_a_measure_is_shown_where_it_is_of_enough_people_or_was_published(
    row: str, status: str
) -> None:
    (made,) = shown(row)
    assert made[0] == status
    assert (made[1] is None) == (status == "suppressed")


def test_one_withheld_group_withholds_the_others_of_its_measure_that_are_unpublished() -> None:
    rows = """Mentors,BME,3,60 who asked,HR,4,people,60,
Mentors,White,50,90 who asked,HR,4,people,90,
Mentors,all,53,150 who asked,annual report,4,people,150,yes
Courses,White,50,90 who asked,HR,4,people,90,"""
    assert [status for status, _ in shown(rows)] == [
        *("suppressed", "suppressed", "as published", "ok")
    ]


def test_nothing_unpublished_stands_beside_an_indicator_with_withheld_counts() -> None:
    row = "Of all staff with training,White,200,staff,HR,4,people,1000,"
    assert [status for status, _ in shown(row)] == ["ok"]
    assert [status for status, _ in shown(row, FEW)] == ["suppressed"]
    other = "Of all staff in a process,White,20,staff,HR,3,people,1000,"
    assert [status for status, _ in shown(other, FEW)] == ["ok"]


def test_no_unrounded_count_stands_beside_rounded_ones() -> None:
    rows = "Mentors,BME,23,60 who asked,HR,9,people,60,\nShare,BME,38,60,HR,9,%,60,"
    statuses = [status for status, _ in shown(rows, profile="public, rounded")]
    assert statuses == ["suppressed", "ok"]


def test_an_internal_report_and_a_published_table_show_everything() -> None:
    row = "Mentors,BME,3,60 who asked,HR,4,people,60,"
    assert shown(row, profile="internal") == [("ok", 3.0)]
    made = given(row)
    published = replace(made, trust=made.trust.model_copy(update={"already_published": True}))
    results = compute_results(protect(with_totals(published), load_profile("public")))
    rows = results[results["measure"].eq("supplementary")]
    assert rows["status"].tolist() == ["as published"]


def test_a_measure_that_names_no_indicator_is_of_the_workforce() -> None:
    made = chapter_of(given("Apprentices,,12,staff,HR,,people,900,"))
    row = made.row(measure="supplementary")
    assert row is not None
    assert (row["indicator"], row["group"]) == ("workforce", "all")


@pytest.mark.parametrize("label", ["Plain", "a;b=c", "100% of; x=%3B", "two\nlines"])
def test_any_label_is_read_back_from_a_breakdown_as_it_was_written(label: str) -> None:
    breakdown = breakdown_of(label, "base; of = 1", "%")
    assert parts_of(breakdown) == {"label": label, "base": "base; of = 1", "unit": "%"}
    assert breakdown.count(";") == 2


def table_of(rows: str, before: str = "", *numbers: int) -> list[list[str]]:
    last = trust_year(2020, supplementary=HEADER + before) if before else None
    made: Chapter = chapter_of(
        trust_year(term="BAME", training=TRAINING, supplementary=HEADER + rows), last
    )
    table = supplementary_table(made, *(numbers or (4,)))
    return [] if table is None else [list(row) for row in table.rows]


def test_units_of_the_trusts_own_are_printed_as_it_writes_them() -> None:
    rows = """Seen by survey,BME,58,respondents,survey report,4,%,412,
Seen by courses,BME,1.25,staff,learning system,4,courses,,
Seen by budget,BME,1212,staff,accounts,4,£,,
Mentors,Asian,7,34 who asked,learning system,4,people,34,"""
    assert table_of(rows) == [
        ["Seen by survey", "BAME", "58%", "respondents (412 people)", "survey report"],
        ["Seen by courses", "BAME", "1.25 courses", "staff", "learning system"],
        ["Seen by budget", "BAME", "£1,212", "staff", "accounts"],
        ["Mentors", "Asian", "7", "34 who asked", "learning system"],
    ]


def test_last_years_figure_of_the_same_measure_and_base_stands_beside_it() -> None:
    row = "Seen by courses,BME,{},staff,learning system,4,courses,,"
    assert table_of(row.format(1.5), row.format(1.2)) == [
        ["Seen by courses", "BAME", "1.5 courses", "1.2 courses", "staff", "learning system"]
    ]


def test_a_table_of_several_indicators_names_the_one_of_each_measure() -> None:
    rows = "Reports,BME,31,staff,HR,5,people,500,\nReports of staff,BME,12,staff,HR,6,people,500,"
    assert [line[0] for line in table_of(rows, "", 5, 6, 7, 8)] == [
        "Reports (indicator 5, harassment from patients or the public)",
        "Reports of staff (indicator 6, harassment from staff)",
    ]


def test_there_is_no_table_beside_an_indicator_without_further_measures() -> None:
    assert table_of("Reports,BME,31,staff,HR,5,people,500,", "", 4) == []
