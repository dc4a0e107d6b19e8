"""The list of findings that opens the report: one entry an indicator, none left out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from wres.chapters.reading import Chapter
from wres.definitions.indicators import Indicator, indicators
from wres.labels import decapitalise, escape_markdown
from wres.narrative.narrative import Narrative

__all__ = ["Markdown", "departures", "entry", "findings", "policy"]

SECTIONS = {
    "1": "sec-workforce",
    "2": "sec-recruitment",
    "3": "sec-disciplinary",
    "4": "sec-development",
    "9": "sec-board",
}


class Markdown:
    """Generated text that a notebook and the renderers show as markdown."""

    def __init__(self, text: str) -> None:
        self.text = text

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return {"text/markdown": self.text, "text/plain": self.text}


def findings(chapter: Chapter) -> Markdown:
    """Return what each indicator shows as a list, each entry linked to its section."""
    say = Narrative(chapter)
    return Markdown("\n".join(entry(one, say.headline(one.number)) for one in indicators()))


def entry(record: Indicator, text: str) -> str:
    """Make an entry of a list: the indicator, linked to its section, and what is said of it."""
    section = SECTIONS.get(record.number, f"sec-indicator-{record.number}")
    title = decapitalise(record.short_title)
    return f"- **[Indicator {record.number}](#{section}), {title}.** {escape_markdown(text)}"


def policy(chapter: Chapter) -> Markdown | None:
    """Return how the disclosure profile protects people as a list; None where it is not stated."""
    return _list(chapter.facts.policy)


def departures(chapter: Chapter) -> Markdown | None:
    """Return which figures differ from those returned nationally, and why; None where none does."""
    return _list(chapter.facts.departures)


def _list(sentences: Iterable[str]) -> Markdown | None:
    lines = [f"- {escape_markdown(sentence)}" for sentence in sentences]
    return Markdown("\n".join(lines)) if lines else None
