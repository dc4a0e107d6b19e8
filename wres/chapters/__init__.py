"""Chapters: notebooks that read one results file and hold narrative, figures and tables."""

from wres.chapters.reading import Chapter, Facts, open_chapter

__all__ = ["Chapter", "Facts", "open_chapter"]
