"""What a chapter may read, and what it is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.indicators.trusts import chapter, chapter_of, trust_year
from wres.chapters.reading import FACTS_FILE, Chapter, open_chapter
from wres.errors import ChapterError
from wres.results import write_results

COUNTS = {"recruitment": "White,100,20\nBME,50,5\nUnknown,4,1"}


@pytest.fixture(scope="module")
def made() -> Chapter:
    return chapter(term="BAME", **COUNTS)


@pytest.fixture
def results(made: Chapter, tmp_path: Path) -> Path:
    write_results(made.results, tmp_path / "results.csv")
    (tmp_path / FACTS_FILE).write_text(made.facts.model_dump_json(), encoding="utf-8")
    return tmp_path / "results.csv"


def test_chapter_opens_what_was_written(made: Chapter, results: Path) -> None:
    opened = open_chapter("RXX", 2021, str(results), "public")
    assert opened.results.equals(made.results)
    assert opened.facts == made.facts


@pytest.mark.parametrize(
    "wanted", [("RYY", 2021, "public"), ("RXX", 2020, "public"), ("RXX", 2021, "internal")]
)
def test_results_of_another_trust_year_or_profile_are_refused(
    wanted: tuple[str, int, str], results: Path
) -> None:
    organisation, year, profile = wanted
    with pytest.raises(ChapterError, match="results are those of"):
        open_chapter(organisation, year, str(results), profile)


@pytest.mark.parametrize("name", ["results.csv", FACTS_FILE])
def test_missing_file_is_named(name: str, results: Path) -> None:
    (results.parent / name).unlink()
    with pytest.raises(ChapterError, match=f"{name} is not there"):
        open_chapter("RXX", 2021, str(results), "public")


def test_row_is_the_one_result_or_none_and_never_one_of_several(made: Chapter) -> None:
    assert made.row(indicator="2", measure="likelihood", group="Black") is None
    row = made.row(indicator="2", measure="likelihood", group="White")
    assert row is not None
    assert row["value"] == pytest.approx(20.0)
    with pytest.raises(ChapterError, match="4 results fit"):
        made.row(indicator="2", measure="likelihood")


def test_question_about_an_unknown_column_is_refused(made: Chapter) -> None:
    with pytest.raises(KeyError, match="no column indicater"):
        made.rows(indicater="2")


def test_change_belongs_to_its_own_figure() -> None:
    made = chapter_of(trust_year(**COUNTS), trust_year(2020, **COUNTS))
    for name, wanted in (
        ("relative_likelihood", {"breakdown": "all"}),
        ("likelihood", {"group": "White"}),
    ):
        row = made.row(indicator="2", measure=name, **wanted)
        change = made.change_of(row)
        assert row is not None
        assert change is not None
        assert change["unit"] == ("ratio" if name == "relative_likelihood" else "points")
        assert change["value"] == 0
    assert made.change_of(None) is None


@pytest.mark.parametrize(
    ("group", "label"),
    [("BME", "BAME"), ("White", "White"), ("Unknown", "Unknown ethnicity"), ("all", "All")],
)
def test_group_is_called_as_the_trust_calls_it(group: str, label: str, made: Chapter) -> None:
    assert made.group_label(group) == label


def test_term_replaces_whole_words_only(made: Chapter) -> None:
    assert made.in_term("BME staff, non-BME, BMEX (BME)") == "BAME staff, non-BAME, BMEX (BAME)"
