"""Numbers that a sentence only names: limits, ends of intervals, levels of confidence."""

from __future__ import annotations

from wres.claims.numbers import Number
from wres.claims.reading import Sentence

__all__ = ["is_named_only"]

_THRESHOLD = frozenset(
    [
        "above",
        "below",
        "over",
        "under",
        "than",
        "to",
        "at",
        "from",
        "exceeds",
        "of",
        "near",
        "is",
        "equals",
        "includes",
        "around",
        "cross",
        "crosses",
    ]
)
_EQUAL = ((("is", "equal")), ("is", "parity"), ("means", "equal"))
_LIMITS = frozenset({0.8, 1.25})
# Words between `interval` and a number alone.
_NEAR_BY = 9
_ZERO = frozenset({"include", "includes", "below", "above", "zero"})


def is_named_only(number: Number, sentence: Sentence) -> bool:
    """Say whether a number is a limit, an interval's end or a level of confidence."""
    words = sentence.words
    before = words[max(0, number.core - 6) : number.core]
    after = words[number.last + 1 : number.last + 3]
    if number.unit == "%" and set(after) & {"confidence", "interval", "ci"}:
        return True
    if _ends_interval(number, sentence):
        return True
    if sentence.has("range") and number.value in _LIMITS:
        return True
    every = any(words[one.core - 1 : one.core] == ("every",) for one in sentence.numbers)
    if every or before[-1:] == ("each",) or "anywhere" in before:
        return True
    if number.value == 1:
        return _is_one(number, sentence, before[-1:], after)
    return number.value == 0 and bool(set(before) & _ZERO)


def _ends_interval(number: Number, sentence: Sentence) -> bool:
    """Say whether a number stands behind `interval`, or is an end of the two that do."""
    words = sentence.words
    near = words[max(0, number.first - _NEAR_BY) : number.first]
    beside = [
        other
        for other in sentence.numbers
        if words[other.last + 1 : number.first] == ("to",)
        or words[number.last + 1 : other.first] == ("to",)
    ]
    first = min((one.first for one in (number, *beside)), default=0)
    far = words[sentence.clause(first)[0] : first] if beside else ()
    return any("interval" in one or one[-2:] == ("confidence", "limits") for one in (near, far))


def _is_one(
    number: Number, sentence: Sentence, before: tuple[str, ...], after: tuple[str, ...]
) -> bool:
    """Say whether a 1 is where nothing differs, or one of anything."""
    if after in _EQUAL or (number.form == "words" and after[:1] in (("seat",), ("person",))):
        return True
    plain = number.unit in {"", "ratio"} and number.base is None
    # `There is one BME member` counts, as `there is one member` does.
    people = any(
        mark.first == number.last + 1 for kind in ("people", "group") for mark in sentence.of(kind)
    )
    return (
        plain
        and number.form in {"digits", "words"}
        and bool(set(before) & _THRESHOLD)
        and not people
    )
