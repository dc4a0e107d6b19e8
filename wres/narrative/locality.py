"""What a report says where it has no figures of the people whom the trust serves."""

from __future__ import annotations

from wres.chapters.reading import Chapter
from wres.narrative.findings import Markdown

__all__ = ["no_locality"]


def no_locality(chapter: Chapter) -> Markdown | None:
    """Say that the local population is not at hand; None where it is."""
    if not chapter.rows(measure="population_share").empty:
        return None
    return Markdown(
        "Not available: no figures of the people whom the trust serves were supplied for "
        f"{chapter.facts.year}."
    )
