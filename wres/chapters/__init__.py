"""Chapters: notebooks that read one results file and hold narrative, figures and tables."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wres.chapters.reading import Chapter, Facts, open_chapter

__all__ = ["Chapter", "Facts", "open_chapter"]


def __getattr__(name: str) -> object:
    """Import what reads figures, half a second of it, when it is asked for."""
    if name in __all__:
        return getattr(import_module("wres.chapters.reading"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
