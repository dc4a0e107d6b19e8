"""The people whom a trust serves beside its staff, pay groups and board."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.indicators.trusts import chapter_of, trust_year
from wres.chapters.reading import Chapter
from wres.narrative import no_locality
from wres.results import WITHHELD
from wres.sources.beside import LOCAL_POPULATION
from wres.sources.files import InputFile
from wres.sources.tables import check_table
from wres.tables import locality_groups_table, locality_staff_table

HEADER = "area,population,percent_bme,source,year,group,percent\n"
AREAS = """North,5000,12.5,Census 2021,2021,,
North,5000,,Census 2021,2021,White,87.5
North,5000,,Census 2021,2021,White - Irish,3
North,4000,8,Census 2011,2011,,
South,,15,a survey,,,"""
WORKFORCE = """staff_group,band,ethnicity,headcount,ethnic_group
all,all,White,80,
all,all,BME,15,
all,all,Unknown,5,
all,1-4,White,60,
all,1-4,BME,15,
all,1-4,Unknown,5,
all,5-7,White,20,
all,5-7,BME,0,
all,5-7,Unknown,0,
all,all,White,60,White - British
all,all,White,20,White - Irish"""
BOARD = "all,yes,White,8\nall,yes,BME,2\nall,yes,Unknown,0"


def made(areas: str = AREAS, band_groups: tuple[str, ...] = ()) -> Chapter:
    now = trust_year(
        2021, "BAME", workforce=WORKFORCE, board=BOARD, local_population=HEADER + areas
    )
    settings = now.trust.settings.model_copy(update={"band_groups": list(band_groups)})
    return chapter_of(replace(now, trust=now.trust.model_copy(update={"settings": settings})))


def test_areas_staff_pay_groups_and_board_stand_below_each_other() -> None:
    table = locality_staff_table(made())
    assert table is not None
    headings = ["Who", "Area or part of the trust", "People", "White", "BAME", "Unknown ethnicity"]
    assert [column.heading for column in table.columns] == headings
    assert [list(row) for row in table.rows] == [
        ["Local population", "North (2021)", "5,000", "87.5%", "12.5%", "–"],
        ["Local population", "North (2011)", "4,000", "–", "8%", "–"],
        ["Local population", "South", "–", "–", "15%", "–"],
        ["Staff", "Whole workforce", "100", "80.0%", "15.0%", "5.0%"],
        ["Pay groups", "All staff, bands 1 to 4", "80", "75.0%", "18.8%", "6.3%"],
        ["Pay groups", "All staff, bands 5 to 7", "20", "100.0%", "0.0%", "0.0%"],
        ["Board", "Voting members", "10", "80.0%", "20.0%", "0.0%"],
    ]


def test_pay_groups_are_those_that_the_trust_has_set() -> None:
    table = locality_staff_table(made(band_groups=("1-7",)))
    assert table is not None
    assert [list(row) for row in table.rows if row[0] == "Pay groups"] == [
        ["Pay groups", "All staff, bands 1 to 7", "100", "80.0%", "15.0%", "5.0%"]
    ]


def test_withheld_shares_keep_their_rows() -> None:
    chapter = made()
    frame = chapter.results.copy()
    hidden = frame["breakdown"].eq("staff_group=all;band=1-4")
    frame.loc[hidden, ["status", "reason"]] = ["suppressed", WITHHELD]
    frame.loc[hidden, ["value", "numerator", "denominator"]] = None
    table = locality_staff_table(replace(chapter, results=frame))
    assert table is not None
    (line,) = (row for row in table.rows if row[1] == "All staff, bands 1 to 4")
    assert list(line[2:]) == ["[c]"] * 4
    assert table.explained_caption.endswith("[c] means withheld to protect people.")


def test_groups_in_the_words_of_a_publication_stand_beside_staff_of_the_same_name_only() -> None:
    areas = f"{AREAS}\nNorth,5000,,Census 2021,2021,Asian or Asian British,6"
    table = locality_groups_table(made(areas))
    assert table is not None
    assert [list(row) for row in table.rows] == [
        ["North", "White", "87.5% (2021)", "80.0%", "Census 2021"],
        ["North", "White - Irish", "3% (2021)", "20.0%", "Census 2021"],
        ["North", "Asian or Asian British", "6% (2021)", "–", "Census 2021"],
    ]


def test_without_a_population_the_report_says_so_and_shows_no_table() -> None:
    one = chapter_of(trust_year(workforce=WORKFORCE))
    assert locality_staff_table(one) is None
    assert locality_groups_table(one) is None
    told = no_locality(one)
    assert told is not None
    assert told.text.startswith("Not available: no figures of the people whom the trust serves")
    assert no_locality(made()) is None


@pytest.mark.parametrize(
    "row",
    [
        "North,5000,,a census,2021,,",
        "North,5000,12.5,a census,2021,Asian,",
        "North,5000,12.5,a census,2021,Asian,6",
        "North,5000,,a census,2021,Asian,",
        "North,5000,,a census,2021,,6",
    ],
)
def test_a_row_without_a_share_or_with_two_is_refused(row: str, tmp_path: Path) -> None:
    path = tmp_path / "local_population.csv"
    path.write_text(f"{HEADER}{row}\n", encoding="utf-8")
    checked = check_table(LOCAL_POPULATION, InputFile(path, path.name, "it"), 2021)
    assert [problem.rule for problem in checked.problems] == [
        "must be a share of BME groups, or blank beside a group and its percent"
    ]


def test_what_is_told_of_areas_is_no_figure_of_the_trust() -> None:
    own = made().own_rows(indicator="workforce")
    assert not own["measure"].eq("population_share").any()
