"""Words that all charts share: place, date, source, lists."""

from __future__ import annotations

from collections.abc import Sequence

from wres.chapters.reading import Chapter
from wres.labels import OWN_FIGURES

__all__ = ["TABLE_HAS_ALL", "caption", "decapitalise", "kept_together", "listed", "place", "source"]

TABLE_HAS_ALL = "The table beside the chart has all figures."


def place(chapter: Chapter) -> str:
    """Name the trust; a made-up one is never named without saying so."""
    return chapter.facts.name + (" (fictional)" if chapter.facts.fictional else "")


def caption(chapter: Chapter, what: str, numbers: Sequence[str], tables: Sequence[str]) -> str:
    """Write a caption: what is shown, where, and the source."""
    return f"{what}, {place(chapter)}. Source: {source(chapter, numbers, tables)}."


def source(chapter: Chapter, numbers: Sequence[str], tables: Sequence[str]) -> str:
    """Name the source of `tables` as the trust noted it, else as its own figures.

    Where several tables have notes of their own, the trust's publication stands for them all.
    """
    noted = {fact.source for fact in chapter.facts.sources if fact.table in tables}
    standard = [OWN_FIGURES] if numbers else []
    general = [chapter.facts.source] if chapter.facts.source else []
    found = list(noted) if len(noted) == 1 else general or sorted(noted) or standard
    return "; ".join(dict.fromkeys(text.rstrip(". ") for text in found))


def kept_together(text: str) -> str:
    """Keep a date on one line."""
    return text.replace(" ", "\N{NO-BREAK SPACE}")


def listed(items: Sequence[str]) -> str:
    """Join words as a sentence does.

    Examples
    --------
    >>> listed(["2", "3", "4"]), listed(["one"])
    ('2, 3 and 4', 'one')
    """
    return " and ".join(part for part in (", ".join(items[:-1]), *items[-1:]) if part)


def decapitalise(title: str) -> str:
    """Let a title stand inside a sentence; abbreviations stay as they are.

    Examples
    --------
    >>> decapitalise("Bands 1 to 4"), decapitalise("VSM")
    ('bands 1 to 4', 'VSM')
    """
    return title if title[:2].isupper() else title[:1].lower() + title[1:]
