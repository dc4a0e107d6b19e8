"""The cover sheet in words: what a board member reads before the paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wres.chapters.reading import Chapter, Cover, with_sources
from wres.labels import escape_markdown
from wres.narrative.findings import Markdown

__all__ = [
    "executive_summary",
    "governance",
    "recommendations",
    "risks",
]

_PARTS = {
    "achievements": "Achievements",
    "areas_to_improve": "Areas to improve",
    "actions": "Actions",
}


def executive_summary(chapter: Chapter) -> Markdown | None:
    """Return the executive summary: what was achieved, what to improve, what will be done."""
    said = _cover(chapter).executive_summary
    if said is None:
        return None
    parts = [
        f"**{title}**\n\n{_list(items)}"
        for name, title in _PARTS.items()
        if (items := _said(getattr(said, name)))
    ]
    return _joined([_paragraphs(said.introduction), *parts])


def governance(chapter: Chapter) -> Markdown | None:
    """Return what the paper means for governance."""
    return _joined([_paragraphs(_cover(chapter).governance)])


def risks(chapter: Chapter) -> Markdown | None:
    """Return the risks that the paper names."""
    return _joined([_paragraphs(_cover(chapter).risks)])


def recommendations(chapter: Chapter) -> Markdown | None:
    """Return what the board is recommended to do."""
    return _joined([_list(_said(_cover(chapter).recommendations))])


def _cover(chapter: Chapter) -> Cover:
    return chapter.paper.cover if chapter.paper else Cover()


def _said(items: Iterable[str]) -> list[str]:
    return [one for one in items if one]


def _paragraphs(text: str) -> str:
    return "\n\n".join(_typed(one) for one in text.split("\n\n") if one.strip())


def _list(items: Sequence[str]) -> str:
    return "\n".join(f"- {_typed(one)}" for one in items)


def _typed(text: str) -> str:
    """Write a text as it was typed, a figure from elsewhere with its source."""
    return escape_markdown(with_sources(text))


def _joined(parts: Iterable[str]) -> Markdown | None:
    said = [one for one in parts if one]
    return Markdown("\n\n".join(said)) if said else None
