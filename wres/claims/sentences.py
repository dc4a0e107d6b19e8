"""Where sentences begin and end.

A full stop ends a sentence where a blank and a capital, a digit or a quotation mark follow and no
abbreviation stands before it. The libraries at hand for this split at `approx.` and at the end of
bold type; a board paper's English needs less than they do.
"""

from __future__ import annotations

import re

__all__ = ["sentences"]

_END = re.compile(r"[.!?…]+[\"'”’)]*\s+(?=[\"'“‘(]*\s*[A-Z0-9−+-])")
_ABBREVIATED = re.compile(
    r"(?:\b(?:e\.g|i\.e|cf|vs?|etc|approx|ca?|no|nos|pp?|fig|dr|mrs?|ms|st|incl|est|resp|para|ref)"
    r"|\b[A-Z])\.$",
    re.IGNORECASE,
)
# `no.` ends a sentence where it isn't followed by a number.
_NUMBERED = re.compile(r"\b(?:nos?|pp?|para|fig|ref)\.$", re.IGNORECASE)


def sentences(text: str) -> list[tuple[int, int]]:
    """Give the places of a block's sentences.

    Examples
    --------
    >>> text = "It rose by approx. 3 points (e.g. for BME staff). It fell."
    >>> [text[start:end] for start, end in sentences(text)]
    ['It rose by approx. 3 points (e.g. for BME staff).', 'It fell.']
    """
    found, start = [], 0
    for match in _END.finditer(text):
        stop = match.start() + len(match[0].rstrip())
        if not _is_abbreviated(text, stop, match.end()):
            found.append((start, stop))
            start = match.end()
    found.append((start, len(text.rstrip())))
    return [(first, last) for first, last in found if text[first:last].strip()]


def _is_abbreviated(text: str, stop: int, following: int) -> bool:
    before = text[:stop]
    if not _ABBREVIATED.search(before):
        return False
    return not _NUMBERED.search(before) or text[following : following + 1].isdigit()
