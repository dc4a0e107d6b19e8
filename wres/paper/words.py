"""The cover sheet in words: what a board member reads before the paper."""

from __future__ import annotations

from collections.abc import Iterable

from wres.chapters.paper_texts import as_list
from wres.chapters.reading import Chapter
from wres.chapters.texts import report_markdown
from wres.labels import escape_markdown
from wres.narrative.findings import Markdown

__all__ = [
    "executive_summary",
    "governance",
    "recommendations",
    "risks",
]


def executive_summary(chapter: Chapter) -> Markdown | None:
    """Return the executive summary: what was achieved, what to improve, what will be done."""
    cover = chapter.cover
    said = cover.executive_summary
    if said is None:
        return None
    achieved, to_improve = cover.label("achievements"), cover.label("areas_to_improve")
    return _joined(
        [
            _written(said.introduction),
            _headed(achieved, _written(said.achievements)),
            _headed(to_improve, _written(said.areas_to_improve)),
            _headed(cover.label("actions"), _written(said.actions)),
        ]
    )


def governance(chapter: Chapter) -> Markdown | None:
    """Return what the paper means for governance."""
    return _joined([_written(chapter.cover.governance)])


def risks(chapter: Chapter) -> Markdown | None:
    """Return the risks that the paper names."""
    return _joined([_written(chapter.cover.risks)])


def recommendations(chapter: Chapter) -> Markdown | None:
    """Return what the board is recommended to do."""
    return _joined([_written(chapter.cover.recommendations)])


def _written(said: str | tuple[str, ...]) -> str:
    """Write a text, or a list of texts: with its lists, emphasis and links, all else as typed."""
    if isinstance(said, tuple):
        return report_markdown(as_list(said)) if any(said) else ""
    return report_markdown(said) if said else ""


def _headed(title: str, text: str) -> str:
    return f"**{escape_markdown(title)}**\n\n{text}" if text else ""


def _joined(parts: Iterable[str]) -> Markdown | None:
    said = [one for one in parts if one]
    return Markdown("\n\n".join(said)) if said else None
