"""What a place among other trusts says, and why a figure has none."""

from __future__ import annotations

from typing import Final

from wres.chapters.reading import Chapter
from wres.definitions.comparators import FEWEST_PEERS, WINDOWS_APART
from wres.labels import capitalise
from wres.narrative.findings import Markdown

__all__ = ["peers"]

PLACES: Final = "A rank says where a figure stands among others, not how sure it is."
NO_PLACES: Final = (
    f"Fewer than {FEWEST_PEERS} other trusts with the same figures are at hand, too few to say "
    "where this trust stands among them."
)


def peers(chapter: Chapter) -> Markdown | None:
    """Say what a place among peers says, or why no figure has one; None without peers."""
    places = chapter.rows(measure="percentile")
    if places.empty:
        return None
    apart = places["reason"].str.endswith(WINDOWS_APART).any()
    told = [
        NO_PLACES if places["value"].isna().all() else PLACES,
        f"{capitalise(WINDOWS_APART)}." if apart else "",
    ]
    return Markdown(" ".join(filter(None, told)))
