"""The page of the national picture: tables by year, their sources, the sentences before them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.indicators.trusts import chapter
from wres.chapters.national import NATIONAL_FILE, read_national, write_national
from wres.chapters.reading import Chapter, NationalFigure
from wres.definitions.national import NATIONAL_CODES
from wres.loading import load_chapter
from wres.narrative import national, national_sources
from wres.sources.benchmarks import BENCHMARKS
from wres.sources.cells import CellError
from wres.tables import national_table

COUNTS = {"recruitment": "White,100,20\nBME,50,5\nUnknown,4,1"}
EXCLUDED, INCLUDED = "don't know excluded", "don't know included"


def figure(year: int, indicator: str, value: float, **more: str) -> NationalFigure:
    given = {
        "geography": "England",
        "group": "BME",
        "unit": "%",
        "base": "",
        "status": "secondary source",
        "source": "a page",
    }
    return NationalFigure.model_validate(
        given | {"year": year, "indicator": indicator, "value": value} | more
    )


RATIO = {"group": "White over BME", "unit": "ratio"}
FIGURES = (
    figure(2016, "7", 73.4, base=EXCLUDED),
    figure(2016, "workforce_share", 17.7, status="published report", source="a report"),
    figure(2016, "workforce_share", 17.4),
    figure(2019, "2", 1.46, **RATIO),
    figure(2020, "2", 1.61, **RATIO),
    figure(2020, "7", 44.4, base=INCLUDED),
    figure(2020, "2", 1.43, geography="London", **RATIO),
    figure(2020, "2", 1.5, geography="acute", **RATIO),
    figure(2020, "5", 26, group="White"),
)


def made(*figures: NationalFigure, term: str = "BAME") -> Chapter:
    one = chapter(2021, term, **COUNTS)
    return Chapter(one.results, one.facts, national=figures)


def test_each_figure_stands_in_its_year_and_both_where_sources_disagree() -> None:
    table = national_table(made(*FIGURES))
    assert table is not None
    assert [one.heading for one in table.columns] == ["Indicator", "Figure", "2016", "2019", "2020"]
    assert [list(row) for row in table.rows] == [
        ["Whole workforce", "BAME share of all staff", "17.7% or 17.4%", "–", "–"],
        ["2. Appointment from shortlisting", "White over BAME", "–", "1.46", "1.61"],
        ["2. Appointment from shortlisting", "White over BAME, London", "–", "–", "1.43"],
        ["2. Appointment from shortlisting", "White over BAME, acute trusts", "–", "–", "1.50"],
        ["5. Harassment from patients or the public", "White", "–", "–", "26%"],
        ["7. Belief in equal opportunities", f"BAME, {EXCLUDED}", "73.4%", "–", "–"],
        ["7. Belief in equal opportunities", f"BAME, {INCLUDED}", "–", "–", "44.4%"],
    ]


def test_columns_share_the_tables_width() -> None:
    table = national_table(made(*FIGURES))
    assert table is not None
    assert sum(column.width or 0 for column in table.columns) == 100


def test_the_caption_says_what_is_left_out_and_of_what_a_dash_tells() -> None:
    table = national_table(made(*FIGURES))
    assert table is not None
    assert table.caption.endswith(
        "Where sources disagree each figure stands, the better attested first. – means that no "
        "figure of that year is used in this report. Left out here and from every comparison are "
        "figures that could not be verified, that their source gives as about so much, or whose "
        "publication can't be named."
    )


def test_publications_are_told_once_with_their_years_and_in_one_word_whether_they_quote() -> None:
    told = national_sources(made(*FIGURES, figure(2019, "workforce_share", 19.7)))
    assert told is not None
    assert told.text.replace("\\", "").splitlines() == [
        "- **Published:** a report (2016).",
        "- **Quoted:** a page (2016, 2019 and 2020).",
    ]


def test_no_research_note_is_printed(data: Path) -> None:
    printed = load_chapter(data, "ZZ1", 2024, "public").national
    names = {one.source for one in printed}
    assert {"The King's Fund", "Health Service Journal"} <= names
    notes = ("quoting", "not recorded", "conflicts", "recomputed", ".com", "uk-times", "Daily")
    assert not [one for one in names for note in notes if note in one]


def test_sentences_tell_the_first_and_the_latest_figure_and_join_no_two_bases() -> None:
    text = national(made(*FIGURES))
    assert text is not None
    assert text.text.replace("\\", "").splitlines() == [
        "- **The workforce.** The BAME share of all staff was 17.7% (or 17.4%) in 2016.",
        "- **Indicator 2, appointment from shortlisting.** The relative likelihood, White over "
        "BAME, was 1.46 in 2019 and 1.61 in 2020.",
        "- **Indicator 7, belief in equal opportunities.** The share of BAME respondents was 73.4% "
        "in 2016 (don't know excluded); 44.4% in 2020 (don't know included).",
    ]


def test_without_national_figures_nothing_is_shown() -> None:
    one = made()
    assert {national(one), national_sources(one), national_table(one)} == {None}


def test_what_was_staged_is_read_back_and_what_is_not_there_leaves_no_file(tmp_path: Path) -> None:
    write_national(FIGURES, tmp_path)
    assert read_national(tmp_path) == FIGURES
    write_national((), tmp_path)
    assert not (tmp_path / NATIONAL_FILE).exists()
    assert read_national(tmp_path) == ()


@pytest.mark.parametrize("code", NATIONAL_CODES)
def test_every_code_in_words_is_one_that_the_benchmarks_may_have(code: str) -> None:
    (column,) = (one for one in BENCHMARKS.columns if one.name == "indicator")
    assert column.kind.read(code) == code
    with pytest.raises(CellError, match="9_board_share"):
        column.kind.read(f"{code}_of_all")
