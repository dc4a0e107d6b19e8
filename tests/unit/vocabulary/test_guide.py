"""The guide lists every word of the vocabulary, and each reads as it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from wres import vocabulary
from wres.chapters.reading import Chapter
from wres.vocabulary.filling import fill

ROW = re.compile(r"^\| `(\w+\(.*?\))` \| (.*?) \| ", re.MULTILINE)


@pytest.fixture
def rows(project: Path) -> list[tuple[str, str]]:
    return ROW.findall((project / "docs" / "writing.md").read_text(encoding="utf-8"))


def test_guide_and_vocabulary_have_the_same_words(rows: list[tuple[str, str]]) -> None:
    assert {written.partition("(")[0] for written, _ in rows} == set(vocabulary.__all__)


def test_each_example_of_the_guide_reads_as_it_says(
    rows: list[tuple[str, str]], ryv_2020: Chapter
) -> None:
    assert {written: fill(written, ryv_2020) for written, _ in rows} == dict(rows)
