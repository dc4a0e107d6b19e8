"""How much room the columns of a register need on paper, by their longest words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

__all__ = ["SMALL", "TURNED", "needs", "share_out"]

# A register of so many columns lies on pages turned on their side (assets/report.lua,
# wres/render/word/landscape.py).
TURNED: Final = 7
# What type of 7.2 points, in place of 9, takes of the room.
SMALL: Final = 0.8
# In points: the width of the text on both kinds of page, a bold letter of 9 points, what stands
# free beside a text, and how far a list is indented.
_PAGE, _TURNED_PAGE = 466.0, 717.0
_LETTER: Final = 4.9
_PADDING: Final = 10.5
_INDENT: Final = 8.5
_WIDER: Final = {**dict.fromkeys("mwMW%@", 1.6), **dict.fromkeys("ABCDEFGHKNOPQRSTUVXYZ", 1.2)}
# Letters: a longer word, an address perhaps, may be broken.
_LONGEST: Final = 24
_BULLET: Final = re.compile(r"^(\s*)[-*–▪◦‣●○•·o]\s", re.MULTILINE)
_BREAKS: Final = re.compile(r"[ \t\n]+|(?<=[-–/])(?!\d)")


def needs(texts: Sequence[Sequence[str]], size: float = 1.0) -> list[float]:
    """Give the room of each column's longest word in per cent of the page that they lie on.

    Parameters
    ----------
    texts : sequence of sequence of str
        By column, its heading and its cells.
    size : float
        Of the type, of its usual size.
    """
    page = _TURNED_PAGE if len(texts) >= TURNED else _PAGE
    return [
        100 * (max((_width(text) for text in some), default=0) * size + _PADDING) / page
        for some in texts
    ]


def _width(text: str) -> float:
    """Give the width of a text's longest word in points, with the list that it stands in."""
    longest = max((_letters(word) for word in _BREAKS.split(text) if word), default=0.0)
    levels = {len(indent) // 2 for indent in _BULLET.findall(text.expandtabs(4))}
    return longest * _LETTER + _INDENT * (1 + max(levels) if levels else 0)


def _letters(word: str) -> float:
    return sum(_WIDER.get(letter, 1.0) for letter in word[:_LONGEST])


def share_out(
    least: Sequence[float], set_: Sequence[float | None], weights: Sequence[float]
) -> list[float]:
    """Share a hundred per cent: no column gets less than it needs while there is room for all.

    Parameters
    ----------
    least : sequence of float
        What each column needs.
    set_ : sequence of float or None
        What is asked for it, if anything is.
    weights : sequence of float
        By which those share what is left for which nothing is asked.

    Examples
    --------
    >>> share_out([10, 10, 20], [None, 50, None], [1, 1, 3])
    [15.0, 50.0, 35.0]
    >>> share_out([10, 30, 20], [None, 12, None], [1, 1, 1])
    [30.0, 30.0, 40.0]
    >>> share_out([80, 80], [None, None], [1, 1])
    [50.0, 50.0]
    """
    whole = sum(least)
    if whole >= 100:
        return [round(100 * one / whole, 1) for one in least]
    beyond = [max(0.0, (one or 0) - low) for one, low in zip(set_, least, strict=True)]
    given = (100 - whole) / (sum(beyond) or 1)
    given = min(1.0, given) if None in set_ else given
    left = 100 - whole - given * sum(beyond)
    heavy = sum(one for one, asked in zip(weights, set_, strict=True) if asked is None) or 1
    return [
        round(low + given * more + (left * weight / heavy if asked is None else 0), 1)
        for low, more, weight, asked in zip(least, beyond, weights, set_, strict=True)
    ]
