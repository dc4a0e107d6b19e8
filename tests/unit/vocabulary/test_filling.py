"""Inline values are worked out without a kernel, or left to a run, or refused."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest

from tests.unit.chapters.own_notebooks import SETUP
from wres.chapters.cells import INLINE_VALUE
from wres.chapters.placing import CHAPTERS
from wres.chapters.reading import Chapter
from wres.vocabulary.errors import VocabularyError
from wres.vocabulary.filling import fill, names_of

NAMES = names_of([SETUP, "say = narrative.Narrative(chapter)"])


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("ratio(3)", "0.81"),
        ("share('BME', year=year - 1)", "10.9%"),
        ("say.ratio(3)", "0.81"),
        ("say.term", "BAME"),
        ("year", "2020"),
        ("organisation", "RYV"),
    ],
)
def test_word_with_plain_arguments_needs_no_kernel(
    expression: str, value: str, ryv_2020: Chapter
) -> None:
    assert fill(expression, ryv_2020, NAMES) == value


@pytest.mark.parametrize(
    "expression", ["mine", "len(chapter.results)", "ratio(number)", "share('BME').strip('%')"]
)
def test_value_that_the_chapters_own_code_makes_is_left_to_a_run(
    expression: str, ryv_2020: Chapter
) -> None:
    names = names_of([SETUP, "mine = 'x'\nnumber = 3"])
    assert fill(expression, ryv_2020, names) is None


def test_name_that_the_chapter_gives_another_meaning_is_left_to_a_run(ryv_2020: Chapter) -> None:
    assert fill("ratio(3)", ryv_2020, names_of([SETUP, "def ratio(n): return 'x'"])) is None


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ("rato(3)", "there is no rato; perhaps ratio"),
        ("say.shar('BME')", "there is no say.shar; perhaps say.share"),
        ("say._chapter", "there is no say._chapter"),
        ("percentage(5)", r"missing .*'group'; it is written percentage\(number, group, year=None"),
        ("ratio(3", "this is no Python expression"),
        ("share('BMEE')", "perhaps 'BME'"),
        ("say.ratio(12)", "no indicator 12"),
    ],
)
def test_what_can_not_be_filled_in_is_refused_with_the_nearest(
    expression: str, message: str, ryv_2020: Chapter
) -> None:
    with pytest.raises(VocabularyError, match=message):
        fill(expression, ryv_2020, NAMES)


def test_word_that_is_not_imported_is_refused_with_the_line_to_add(ryv_2020: Chapter) -> None:
    with pytest.raises(VocabularyError, match=r"from wres\.vocabulary import \*"):
        fill("ratio(3)", ryv_2020, names_of(["say = 1"]))
    assert fill("ratio(3)", ryv_2020, names_of(["from wres.vocabulary import ratio"])) == "0.81"


@pytest.mark.parametrize("name", CHAPTERS)
def test_every_value_of_the_committed_chapters_is_worked_out_without_a_kernel(
    name: str, project: Path, ryv_2020: Chapter
) -> None:
    notebook = nbformat.read(project / "notebooks" / f"{name}.ipynb", as_version=4)
    names = names_of([cell.source for cell in notebook.cells if cell.cell_type == "code"])
    texts = [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]
    for expression in INLINE_VALUE.findall("\n".join(texts)):
        assert fill(expression, ryv_2020, names) is not None
