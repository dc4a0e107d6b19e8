"""The words of headings and labels: `words.yml` through a closed schema."""

from __future__ import annotations

import re
from functools import cache

from pydantic import BaseModel, ConfigDict

from wres.definitions.reading import read_definitions

__all__ = ["first_of", "is_any", "matches", "without"]


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Named(_Closed):
    name: str
    words: tuple[str, ...]


class _Numbered(_Closed):
    number: str
    words: tuple[str, ...]


class _Words(_Closed):
    version: int
    indicator: tuple[_Numbered, ...]
    group: tuple[_Named, ...]
    role: tuple[_Named, ...]
    people: tuple[_Named, ...]
    comparator: tuple[_Named, ...]
    vote: tuple[_Named, ...]
    office: tuple[_Named, ...]
    staff_group: tuple[_Named, ...]
    when: tuple[_Named, ...]
    others: tuple[str, ...]
    part: tuple[str, ...]
    common: tuple[str, ...]
    earlier: tuple[str, ...]
    state: tuple[str, ...]
    besides: tuple[str, ...]
    national: tuple[str, ...]
    own: tuple[str, ...]
    elsewhere: tuple[str, ...]
    here: tuple[str, ...]
    naming: tuple[str, ...]
    plan: tuple[str, ...]


@cache
def _words() -> _Words:
    return read_definitions("wres.audit", "words.yml", _Words)


@cache
def _patterns(kind: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    entries = getattr(_words(), kind)
    if isinstance(entries[0], str):
        return (("", _compiled(entries)),)
    return tuple(
        (getattr(entry, "name", "") or getattr(entry, "number", ""), _compiled(entry.words))
        for entry in entries
    )


def _compiled(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{word})" for word in words), re.IGNORECASE)


def first_of(kind: str, text: str) -> str:
    """Give the first meaning of a kind whose words stand in a text; blank where none does."""
    return next((name for name, pattern in _patterns(kind) if pattern.search(text)), "")


def matches(kind: str, text: str) -> list[tuple[int, str]]:
    """Give every meaning of a kind that stands in a text, by its place there."""
    found = [
        (match.start(), name)
        for name, pattern in _patterns(kind)
        if (match := pattern.search(text))
    ]
    return sorted(found)


def without(kind: str, text: str) -> str:
    """Take every word of a kind out of a text."""
    for _, pattern in _patterns(kind):
        text = pattern.sub("", text)
    return text


def is_any(kind: str, text: str) -> bool:
    """Say whether any word of a list stands in a text."""
    return any(pattern.search(text) for _, pattern in _patterns(kind))
