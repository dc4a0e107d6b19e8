"""Hotspots as cells of a chapter show them: words as Markdown, nothing where there are none."""

from __future__ import annotations

from wres.hotspots.answering import answer
from wres.hotspots.details import detail_text
from wres.hotspots.opening import Hotspots
from wres.hotspots.unshown import not_shown
from wres.hotspots.words import view_text
from wres.narrative.findings import Markdown

__all__ = ["answer_of", "details_in_words", "gaps_of", "marked", "words_of"]


def answer_of(spots: Hotspots) -> Markdown:
    """Name the places worth a conversation, or say that nothing stands out."""
    return Markdown(marked(spots, answer(spots)))


def words_of(spots: Hotspots, key: str, dimension: str) -> Markdown:
    """Say what one measure by one dimension shows, or why it shows nothing."""
    return Markdown(marked(spots, view_text(spots, key, dimension)))


def details_in_words(spots: Hotspots, chosen: str = "") -> Markdown:
    """Say what detailed ethnic groups show, or why they show nothing."""
    return Markdown(marked(spots, detail_text(spots, chosen)))


def gaps_of(spots: Hotspots) -> Markdown:
    """Say what can't be shown of the trust's parts, and why."""
    return Markdown(not_shown(spots) or "All that was given is shown.")


def marked(spots: Hotspots, text: str) -> str:
    """Mark what holds small counts; Markdown as it is given in public."""
    return f"**{spots.mark}** {text}" if spots.mark else text
