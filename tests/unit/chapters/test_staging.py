"""What is laid out of a trust's own chapters before anything runs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import nbformat
import pytest
import yaml

from tests.unit.chapters.own_notebooks import notebook, put, text
from wres.chapters.own import own_files, read_own_chapters
from wres.chapters.papers import Paper
from wres.chapters.reading import Chapter
from wres.chapters.register import Staged
from wres.chapters.staging import metadata, stage_report
from wres.loading import load


@pytest.fixture
def chapter(data: Path) -> Chapter:
    return load(data, "RYV", 2020, "public", None, None).chapter


def staged(chapter: Chapter, project: Path, folder: Path, **own: Any) -> tuple[list[str], str]:
    """Stage a report with these chapters of a trust's own; give the chapters and report.qmd."""
    for name, made in own.items():
        put(folder / "own", name, made)
    files = own_files(folder / "own", lambda path: path.name, "wres check RYV 2020")
    place = folder / "staged"
    place.mkdir()
    paths = stage_report(chapter, project, place, read_own_chapters(files, project / "notebooks"))
    return [path.stem for path in paths], (place / "report.qmd").read_text(encoding="utf-8")


def embed(name: str) -> str:
    return f"{{{{< embed notebooks/{name}.ipynb >}}}}"


def test_an_added_chapter_without_a_word_is_left_out_and_what_comes_after_it_is_not(
    chapter: Chapter, project: Path, tmp_path: Path
) -> None:
    voices = notebook(wres={"after": "board"})
    allies = notebook(text("Allies met."), title="# Allies", wres={"after": "voices"})
    names, report = staged(chapter, project, tmp_path, voices=voices, allies=allies)
    assert names[names.index("board") : names.index("trends") + 1] == ["board", "allies", "trends"]
    assert embed("voices") not in report
    assert report.index(embed("board")) < report.index(embed("allies"))
    assert not (tmp_path / "staged" / "notebooks" / "voices.ipynb").exists()


def test_a_link_to_a_chapter_that_is_left_out_leads_nowhere_and_breaks_nothing(
    chapter: Chapter, project: Path, tmp_path: Path
) -> None:
    staged(chapter, project, tmp_path, voices=notebook(title="# Voices {#sec-voices}"))
    said = yaml.safe_load((tmp_path / "staged/notebooks/facts.yml").read_text(encoding="utf-8"))
    assert said["absent"] == ["sec-voices"]


def test_a_document_that_names_a_chapter_without_a_word_has_none_either(
    chapter: Chapter, project: Path, tmp_path: Path
) -> None:
    described = Paper.model_validate(
        {"sections": ["summary", {"section": "voices", "title": "What staff say"}, "board"]}
    )
    chapter = replace(chapter, staged=Staged(paper=described))
    names, report = staged(chapter, project, tmp_path, voices=notebook())
    assert names == ["summary", "board"]
    assert embed("voices") not in report


def test_a_chapter_in_the_place_of_one_of_every_report_stays_though_it_is_empty(
    chapter: Chapter, project: Path, tmp_path: Path
) -> None:
    names, _ = staged(chapter, project, tmp_path, board=notebook(title="# Board {#sec-board}"))
    held = nbformat.read(tmp_path / "staged/notebooks/board.ipynb", as_version=4)
    assert "board" in names
    assert held.cells[-1].source == "# Board {#sec-board}"


@pytest.mark.parametrize(
    "words",
    [
        "{{< meta title >}}",
        "{{</* x */>}} of {{{< x >}}}",
        "Trust {{<",
        ">}} Trust",
        "A {{<  b  >}}",
    ],
)
def test_no_blank_of_metadata_stands_at_a_shortcodes_brackets(chapter: Chapter, words: str) -> None:
    # Quarto takes a word that ends in {{<, or in {{</*, for the beginning of a shortcode, and one
    # that begins with >}} for its end, however they are escaped (modules/astshortcode.lua)
    named = replace(chapter, facts=chapter.facts.model_copy(update={"name": words}))
    text = metadata(named)["subtitle"]
    bare = [word.replace("\\", "") for word in text.split(" ")]
    assert not [word for word in bare if word.endswith(("{{<", "{{</*"))]
    assert not [word for word in bare if word.startswith((">}}", "*/>}}"))]
    assert "".join("".join(bare).split()) == "".join(words.split())


def test_a_documents_date_and_title_stand_on_its_pages(chapter: Chapter) -> None:
    plain = metadata(chapter)
    assert plain["dated"] == ""
    assert plain["header-text"].endswith("Trust\\: WRES report 2020")
    paper = Paper.model_validate({"title": "Our Race Equality Plan", "date": "2020-09-30"})
    told = metadata(replace(chapter, staged=Staged(paper=paper)))
    assert told["dated"] == "30 September 2020"
    assert told["header-text"].endswith("Trust\\: Our Race Equality Plan")
