"""A comparison with a figure that is typed without its name: `better than the 60.3%`."""

from __future__ import annotations

from typing import Final

from wres.claims.facts import Fact
from wres.claims.lexicon import Mark
from wres.claims.numbers import Number
from wres.claims.reading import Sentence

__all__ = ["holds_beside", "is_unnamed", "typed_beside"]

# What says whose, of whom or of when a figure is.
_NAMES: Final = ("group", "comparator", "time", "board", "band", "staff_group", "topic")


def typed_beside(sentence: Sentence, mark: Mark) -> Number | None:
    """Give the figure right behind a word that compares, where words say nothing else of it."""
    behind = (one for one in sentence.numbers if one.first == mark.last + 2)
    number = next(behind, None)
    return number if number is not None and is_unnamed(sentence, number) else None


def is_unnamed(sentence: Sentence, number: Number) -> bool:
    """Say whether a number is one that is compared with, and not said to be anybody's."""
    led = number.first - 1
    compares = led > 0 and any(mark.last == led - 1 for mark in sentence.of("side"))
    if not compares or sentence.words[led] != "the" or not number.unit or number.value is None:
        return False
    first, last = number.last + 1, sentence.clause(number.last)[1]
    dated = sentence.is_dated(first, last)
    return not dated and not any(sentence.of(kind, first, last) for kind in _NAMES)


def holds_beside(fact: Fact, side: str, number: Number) -> bool | None:
    """Say whether a figure stands on a side of a number; None where neither side is good.

    Parameters
    ----------
    fact : Fact
        The trust's own.
    side : {'above', 'below', 'better', 'worse', 'level'}
    number : Number
    """
    value = number.value or 0.0
    apart = round(fact.value - value, 9)
    if side in {"above", "below"}:
        return apart > 0 if side == "above" else apart < 0
    if side == "level":
        return number.holds(fact.value, fact.low, fact.high)
    good = {"higher": apart, "lower": -apart, "towards 1": abs(value - 1) - abs(fact.value - 1)}
    if fact.good not in good or not apart:
        return None
    return good[fact.good] > 0 if side == "better" else good[fact.good] < 0
