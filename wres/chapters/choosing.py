"""What runs chapters, and for how long: chosen before anything that runs them is imported."""

from __future__ import annotations

from wres.apart import can_fork

__all__ = ["CHAPTER_SECONDS", "WARM", "choose_chapter_engine"]

CHAPTER_SECONDS = 300
# What chapters need, imported once for all.
WARM = ("wres.chapters.warmed",)


def choose_chapter_engine(engine: str) -> str:
    """Name the engine that will run chapters: ``auto`` means warm where processes fork."""
    if engine == "auto":
        return "warm" if can_fork() else "standard"
    return engine
