"""Who is said to be how likely beside whom."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from wres.claims.answers import OTHER
from wres.claims.lexicon import Mark
from wres.claims.numbers import Number
from wres.claims.reading import Sentence
from wres.claims.scope import Scope

__all__ = ["likely_groups", "relative_groups"]

Pair = tuple[str | None, str | None]
_BESIDE = frozenset({"than", "as", "compared", "to", "versus", "against", "with"})
_TOWARDS = frozenset({"for", "that", "on", "among"})
_OVER = frozenset({"compared", "over", "than", "to", "relative", "against", "versus"})


def likely_groups(scope: Scope, first: int, last: int) -> Pair:
    """Say who is how likely beside whom: the group before, and the one after `than` or `as`.

    Parameters
    ----------
    scope : Scope
    first, last : int
        Tokens of the likelihood: `more likely`, `as likely`.
    """
    marks = _groups(scope.sentence)
    before = [mark for mark in marks if mark.last < first]
    after = [mark for mark in marks if mark.first > last]
    second = None
    for mark in after:
        words = scope.sentence.words[last + 1 : mark.first]
        opened = _opened(words)
        if opened and before:
            break
        between = set(words[opened:])
        if between & _BESIDE and ";" not in between:
            second = mark.value
            break
        if opened:
            only = len({one.value for one in after}) == 1
            return (mark.value, OTHER[mark.value]) if only else (None, None)
        if between & _TOWARDS:
            return mark.value, OTHER[mark.value]
    head = _head(scope.sentence, before, second)
    if head is None and second is not None:
        head = OTHER[second]
    if head is None and not marks:
        head = next((one for one in scope.context.groups if one in OTHER), None)
    return head, None if head is None else OTHER[head]


def _opened(words: Sequence[str]) -> int:
    """Say where a colon or a bracket introduces figures; 0 where none does.

    `More likely to access: 44.2% ...`, but `more likely (compared with White staff)`.
    """
    for place, word in enumerate(words):
        told = words[place + 1 : place + 2]
        if word == ":" or (word == "(" and ")" not in words[place:] and not _BESIDE & set(told)):
            return place + 1
    return 0


def _groups(sentence: Sentence) -> list[Mark]:
    return [mark for mark in sentence.of("group") if mark.value in OTHER]


def _head(sentence: Sentence, before: Sequence[Mark], second: str | None) -> str | None:
    """Choose the group that is spoken of among those before the likelihood."""
    if second is not None:
        # `than White staff, BME staff were more likely`: one name cannot be both.
        others = [mark.value for mark in before if mark.value != second]
        if others or not before:
            return others[-1] if others else None
    comparing = [mark for mark in before if _is_compared(sentence, mark.first)]
    plain = [mark for mark in before if mark not in comparing]
    if plain:
        later = not comparing or plain[-1].first > comparing[-1].first
        return (plain[-1] if later else plain[0]).value
    return OTHER[comparing[-1].value] if comparing else None


def _is_compared(sentence: Sentence, place: int) -> bool:
    """Say whether a group stands behind `than`, `as` or `compared with`."""
    near = sentence.words[max(0, place - 3) : place]
    return bool({"than", "compared", "versus", "unlike"} & set(near)) or near[-1:] == ("as",)


def relative_groups(scope: Scope, number: Number) -> Pair:
    """Read `the relative likelihood of BME staff ... compared with White staff is 0.81`."""
    sentence = scope.sentence
    first, _ = sentence.clause(number.first)
    labelled = _labelled(sentence, number)
    if labelled is not None:
        return labelled
    heads = [
        mark
        for mark in sentence.of("measure", first, number.first - 1)
        if mark.value in {"ratio", "likelihood"}
    ]
    if heads:
        after = heads[-1].last
        pair = _over(sentence, [m for m in _groups(sentence) if after < m.first < number.first])
        if pair is not None:
            return pair
    likely = [mark for mark in sentence.of("likely", 0, number.first - 1) if mark.value == "times"]
    if likely and number.unit == "ratio":
        return likely_groups(scope, likely[-1].first, likely[-1].last)
    return None, None


def _labelled(sentence: Sentence, number: Number) -> tuple[str, str] | None:
    """Read a label that says which group stands over which: `BME/White likelihood: 0.40`."""
    marks = [mark for mark in _groups(sentence) if mark.last < number.first]
    for one, other in pairwise(marks):
        between = sentence.words[one.last + 1 : other.first]
        behind = sentence.of("measure", other.last + 1, other.last + 3)
        if one.value != other.value and between in (("/",), ("over",), (":",)) and behind:
            return one.value, other.value
    return None


def _over(sentence: Sentence, marks: Sequence[Mark]) -> Pair | None:
    if len(marks) < 2 or marks[0].value == marks[1].value:
        return None
    between = set(sentence.words[marks[0].last + 1 : marks[1].first])
    return (marks[0].value, marks[1].value) if between & _OVER else None
