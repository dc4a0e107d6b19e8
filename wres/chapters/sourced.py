"""A figure from elsewhere, marked with its source: `[18.4%]{source="Census 2021"}`."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["SOURCED", "with_sources"]

SOURCED: Final = re.compile(
    r"\[(?P<words>[^\]\[]*)\]"
    r"\{[^}]*\bsource\s*=\s*(?P<quote>[\"'])(?P<source>.*?)(?P=quote)[^}]*\}"
)


def with_sources(text: str) -> str:
    """Write each mark as readers see it; text that marks nothing stays as it is.

    assets/report.lua does the same for the text of chapters.

    Examples
    --------
    >>> with_sources('Now [18.4%]{source="Census 2021"}.')
    'Now 18.4% (source: Census 2021).'
    """
    return SOURCED.sub(_told, text)


def _told(mark: re.Match[str]) -> str:
    source = mark["source"].strip()
    return f"{mark['words']} (source: {source})" if source else mark[0]
