"""Chapters stand where they are meant to."""

from __future__ import annotations

from pathlib import Path

import pytest

from wres.chapters.placing import CHAPTERS, in_order, with_embeds
from wres.errors import ChapterError

SPINE = (
    "{{< embed notebooks/board.ipynb >}}\n\n# Glossary\n\n{{< embed notebooks/methods.ipynb >}}\n"
)


def test_report_without_own_chapters_is_as_it_was(project: Path) -> None:
    spine = (project / "report.qmd").read_text(encoding="utf-8")
    assert with_embeds(spine, {}) == spine
    assert in_order({}) == list(CHAPTERS)


def test_added_chapter_is_embedded_after_the_one_it_names(project: Path) -> None:
    spine = with_embeds(SPINE, {"voices": "board", "allies": "voices"})
    assert [line for line in spine.splitlines() if line] == [
        "{{< embed notebooks/board.ipynb >}}",
        "{{< embed notebooks/voices.ipynb >}}",
        "{{< embed notebooks/allies.ipynb >}}",
        "# Glossary",
        "{{< embed notebooks/methods.ipynb >}}",
    ]


def test_committed_report_embeds_every_chapter_in_order(project: Path) -> None:
    spine = (project / "report.qmd").read_text(encoding="utf-8")
    named = [line.split("/")[1].split(".")[0] for line in spine.splitlines() if "< embed" in line]
    assert named == list(CHAPTERS)


def test_place_that_the_report_does_not_embed_is_named() -> None:
    with pytest.raises(ChapterError, match="embeds no chapter summary, after which voices should"):
        with_embeds(SPINE, {"voices": "summary"})
