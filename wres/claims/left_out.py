"""Those whom words about all leave out: the one of `all members but one are White`."""

from __future__ import annotations

from wres.claims.answers import OTHER
from wres.claims.numbers import Number
from wres.claims.reading import Sentence

__all__ = ["BUT", "EVERYONE", "EXCEPT", "is_left_out"]

# With these, what is said of all is not said of each.
EXCEPT = frozenset({"except", "bar", "save", "apart", "excluding"})
BUT = EXCEPT | {"but"}
EVERYONE = frozenset({"all", "every", "everyone", "everybody"})
# Words from `all` to the number; and between `but` and it: `except for two`, `apart from one`.
_REACH = 10
_FROM = frozenset({"for", "from", "only", "the"})


def is_left_out(number: Number, sentence: Sentence) -> bool:
    """Say whether a number counts those of whom something isn't said that is said of all.

    Parameters
    ----------
    number : Number
    sentence : Sentence
    """
    words, first = sentence.words, number.core
    while first > 0 and words[first - 1] in _FROM:
        first -= 1
    # `But` is no break here.
    everyone = EVERYONE & set(words[max(0, first - _REACH) : first])
    grouped = any(mark.value in OTHER for mark in sentence.of("group", number.last))
    return first > 0 and words[first - 1] in BUT and bool(everyone) and grouped
