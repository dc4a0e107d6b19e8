"""Aims, and the figures of today that stand beside them: `make up 23.3%, and we want 30%`."""

from __future__ import annotations

from wres.claims.numbers import Number
from wres.claims.reading import Sentence

__all__ = ["BARE", "LIMITS", "STATING", "aim_behind", "is_limit", "tells"]

# What a measure or a target has none of; with one of these, the words may tell what is.
STATING = frozenset(["is", "are", "was", "were", "stands", "stood", "remains", "remain"])
LIMITS = frozenset({1.0, 1.25, 0.8})
_BOUNDS = frozenset({"most", "least", "under", "over"})
# What an aim follows behind, and who has it: `..., and we want 30%`, `and 9% should`.
_JOINTS = frozenset({"and", "but", ";", ",", "yet", "which"})
_WHO_AIMS = frozenset({"we", "our", "the", "trust", "it", "this", "that", "is", "board", "and"})
# What tells of what has been; and what a colon or the like parts from it.
_BEEN = frozenset({"experienced", "reported", "said", "believed", "entered", "had"})
_APART = frozenset({":", "–", "—", "which", "-", "."})
BARE = frozenset(
    [
        "reduce",
        "increase",
        "improve",
        "close",
        "narrow",
        "raise",
        "halve",
        "double",
        "achieve",
        "reach",
        "move",
        "bring",
        "develop",
        "deliver",
        "ensure",
        "introduce",
        "review",
        "establish",
        "set",
        "monitor",
        "report",
        "maintain",
        "target",
        "train",
        "run",
        "launch",
        "publish",
        "embed",
        "recruit",
        "cut",
        "lower",
        "lift",
        "keep",
        "get",
        "make",
        "take",
        "work",
        "grow",
        "eliminate",
    ]
)


def is_limit(sentence: Sentence, number: Number | None) -> bool:
    """Say whether a number is a limit of the four-fifths range: `within 0.8`, `at most 1.25`."""
    if number is None or number.value not in LIMITS:
        return False
    return sentence.has("within") or number.hedge in _BOUNDS


def aim_behind(sentence: Sentence, number: Number) -> int | None:
    """Find where an aim follows a number that is today's: `make up 23.3%, and we want 30%`."""
    words = sentence.words
    after = [one.core for one in sentence.numbers if one.first > number.last]
    marks = {mark.first for mark in sentence.of("plan") if mark.value == "plan"}
    later = "by" in words[number.last :]
    for place in range(number.last + 1, len(words) - 1):
        if words[place] not in _JOINTS or not after or place > after[-1]:
            continue
        end = place + 1
        while end < len(words) and (words[end] in _WHO_AIMS or _is_counted(sentence, end)):
            end += 1
        if end in marks or (later and words[place + 1] == "to" and place + 2 in after):
            return place
    return None


def _is_counted(sentence: Sentence, place: int) -> bool:
    return any(one.first <= place <= one.last for one in sentence.numbers)


def tells(sentence: Sentence, number: Number, last: int, aimed: bool) -> bool:
    """Say whether a number behind an aim's colon tells what is: `Close the gap: ... are 1.4 times`.

    A limit (`at most`, 1.25) is an aim still. `aimed` says that an aim follows the number.
    """
    words, begin = sentence.words, number.first
    while begin > 0 and words[begin - 1] not in _APART:
        begin -= 1
    if words[begin] in BARE or (not begin and not aimed):
        return False
    stated = (STATING | _BEEN) & set(words[begin : last + 1])
    limit = number.hedge in _BOUNDS or number.value in LIMITS
    return aimed or (bool(stated) and not limit)
