"""Hotspots: where in a trust its gaps are, told apart from chance, without exposing anyone."""

from wres.hotspots.opening import Hotspots, open_hotspots
from wres.hotspots.scan import Finding
from wres.hotspots.words import answer, not_shown, view_text

__all__ = ["Finding", "Hotspots", "answer", "not_shown", "open_hotspots", "view_text"]
