"""All staff named as what moved: `BME staff rose by 9, and the total workforce fell by 54`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wres.claims.lexicon import Mark
from wres.claims.tokens import Token

__all__ = ["wholes_in"]

_WHOLE = frozenset({"total", "overall", "whole", "entire"})
_STAFF = frozenset({"workforce", "headcount", "staff"})
_LAST = (
    *((one, other) for one in sorted(_WHOLE) for other in sorted(_STAFF)),
    ("workforce", "as", "a", "whole"), ("workforce", "overall"),
    ("total", "number", "of", "staff"), ("overall", "number", "of", "staff"),
    ("number", "of", "staff", "overall"), ("number", "of", "all", "staff"),
)  # fmt: skip
# Before it, and what a part of a sentence begins behind.
_LED = frozenset({"the", "our", "its", "trust", "a"})
_OPENING = frozenset(
    {",", "and", "as", "when", "yet", "but", "while", "whereas", ";", ":", "since"}
)
_AUXILIARY = frozenset({"has", "have", "had", "also", "itself", "actually", "then"})


def wholes_in(tokens: Sequence[Token], marks: Sequence[Mark]) -> Iterator[Mark]:
    """Read all staff as a group of people where a part of the sentence begins with them.

    Not in `the share of the total workforce rose`, which is of whom is named elsewhere.
    """
    words = [token.text for token in tokens]
    for move in marks:
        if move.kind != "move":
            continue
        last = move.first - 1
        while last >= 0 and words[last] in _AUXILIARY:
            last -= 1
        for name in _LAST:
            first = last - len(name) + 1
            if first >= 0 and tuple(words[first : last + 1]) == name:
                before = first - 1
                while before >= 0 and words[before] in _LED:
                    before -= 1
                if before < 0 or words[before] in _OPENING:
                    yield Mark("group", "all", first, last)
