"""A word of the vocabulary that was given something it can't take."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from wres.errors import ChapterError

__all__ = ["VocabularyError", "one_of"]


class VocabularyError(ChapterError):
    """A word of the vocabulary is unknown, or was given something that it can't take."""


def one_of(what: str, given: object, known: Iterable[str]) -> str:
    """Say that something must be one of the known, the nearest first where one is near."""
    names = list(known)
    folded = {name.casefold(): name for name in names}
    near = [folded[one] for one in get_close_matches(str(given).casefold(), list(folded), n=2)]
    hint = f" (perhaps {' or '.join(map(repr, near))})" if near else ""
    return f"{what} must be one of {', '.join(map(repr, names))}, got {given!r}{hint}"
