"""Hotspots: where in a trust its gaps are, told apart from chance, without exposing anyone."""

from wres.hotspots.answering import answer
from wres.hotspots.details import detail_text, details_of
from wres.hotspots.opening import Hotspots, open_hotspots
from wres.hotspots.scan import Finding
from wres.hotspots.shown import answer_of, details_in_words, gaps_of, marked, words_of
from wres.hotspots.unshown import not_shown
from wres.hotspots.words import view_text

__all__ = [
    "Finding",
    "Hotspots",
    "answer",
    "answer_of",
    "detail_text",
    "details_in_words",
    "details_of",
    "gaps_of",
    "marked",
    "not_shown",
    "open_hotspots",
    "view_text",
    "words_of",
]
