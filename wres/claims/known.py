"""Staff of known ethnicity, where a share is out of them and they are not whom it counts."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from wres.claims.answers import STOPS
from wres.claims.lexicon import Mark
from wres.claims.numbers import Number
from wres.claims.reading import Sentence

__all__ = ["KNOWN_BASE", "is_of_known", "with_known_bases"]

KNOWN_BASE: Final = "known_base"
_OF: Final = frozenset({"of", "among", "amongst"})
_STAFF: Final = frozenset(
    ["our", "all", "the", "those", "staff", "people", "employees", "colleagues", "workforce"]
)
# `Staff who declared their ethnicity` are a base; `staff declared their ethnicity` is what is told.
_WHO: Final = (("with", "a"), ("with",), ("of",), ("who", "have"), ("who",))
_NEAR: Final = 4


def with_known_bases(sentence: Sentence) -> Sentence:
    """Let `5.1% of staff with known ethnicity` name a base, and no group of people."""
    marks = tuple(_as_base(mark, sentence.words) for mark in sentence.marks)
    return replace(sentence, marks=marks)


def is_of_known(sentence: Sentence, number: Number) -> bool:
    """Say whether a number is out of staff of known ethnicity."""
    after = number.last + 1
    bases = sentence.of(KNOWN_BASE)
    behind = next((mark for mark in bases if mark.first >= after), None)
    if behind is not None:
        between = sentence.words[after : behind.first]
        counted = {place for one in sentence.numbers for place in range(one.first, one.last + 1)}
        apart = (STOPS - {"(", ")"}) | _OF | {"and"}
        near = len(between) <= _NEAR and not apart & set(between)
        if near and not counted & set(range(sentence.following(number)[0], behind.first)):
            return True
    first, _ = sentence.clause(number.first)
    opening = any(mark.first == first and mark.last < number.first for mark in bases)
    return opening and sentence.words[after : after + 1] != ("of",)


def _as_base(mark: Mark, words: tuple[str, ...]) -> Mark:
    if mark.kind != "group" or mark.value != "known":
        return mark
    who = next((one for one in _WHO if words[mark.first - len(one) : mark.first] == one), ())
    if not who and words[mark.first] != "whose":
        return mark
    staff = first = mark.first - len(who)
    while first > 0 and words[first - 1] in _STAFF:
        first -= 1
    if first in (staff, 0) or words[first - 1] not in _OF:
        return mark
    return Mark(KNOWN_BASE, mark.value, first - 1, mark.last)
