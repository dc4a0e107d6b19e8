"""Likelihoods of two groups as decimals: `0.007 for White staff and 0.013 for BME staff`."""

from __future__ import annotations

from dataclasses import replace

from wres.claims.answers import OTHER
from wres.claims.numbers import Number
from wres.claims.reading import Sentence

__all__ = ["as_share", "likelihood_group"]

# A likelihood has a decimal more than this stands for: 0.0 and 0.1 tell nothing.
_DECIMALS = 2
# Between a number and the group that it is of, whichever stands first.
_BEHIND = frozenset({"for", "of", "among", "amongst", "our", "the", "(", "in"})
_BEFORE = frozenset(
    ["staff", "applicants", "people", "colleagues", "employees", "candidates", "was", "were", "is"]
) | frozenset([":", "at", "of", "a", "had", "have", "likelihood", "rate", "(", "are"])
_COMPARING = frozenset({"compared", "against", "than", "relative", "versus", "to"})
_MEASURES = frozenset({"likelihood", "ratio", "disparity"})


def as_share(number: Number, sentence: Sentence) -> Number:
    """Take a group's own likelihood in per cent, where a sentence gives it for each of two groups.

    A number that is none of two such is given back: alone, `the likelihood is 0.81` may as well be
    the ratio.
    """
    if likelihood_group(number, sentence) is None:
        return number
    return replace(number.scaled(100, "%"), decimals=number.decimals - _DECIMALS)


def likelihood_group(number: Number, sentence: Sentence) -> str | None:
    """Give the group whose own likelihood a number is; None where it is none of two such."""
    mine = _group_of(number, sentence)
    if mine is None:
        return None
    others = {_group_of(one, sentence) for one in sentence.numbers if one != number}
    return mine if OTHER[mine] in others else None


def _group_of(number: Number, sentence: Sentence) -> str | None:
    """Give the group whose likelihood a number is, by the words right beside it."""
    bare = not number.unit and number.form == "digits" and not number.sign
    if not bare or number.decimals < _DECIMALS or not 0 <= (number.value or 1) < 1:
        return None
    named = [mark.value for mark in sentence.of("measure", 0, number.first)]
    said = [one for one in named if one in _MEASURES]
    if said[-1:] != ["likelihood"]:
        return None
    groups = [mark for mark in sentence.of("group") if mark.value in OTHER]
    for mark in groups:
        behind = sentence.words[number.last + 1 : mark.first]
        before = sentence.words[mark.last + 1 : number.first]
        if mark.first > number.last and behind and set(behind) <= _BEHIND:
            return mark.value
        if mark.last < number.first and set(before) <= _BEFORE:
            return mark.value
    return _group_before(number, sentence)


def _group_before(number: Number, sentence: Sentence) -> str | None:
    """Give the one group named since the number before: `that of BAME applicants was 0.36`."""
    first, _ = sentence.window(number)
    groups = {mark.value for mark in sentence.of("group", first, number.first)} & set(OTHER)
    apart = _COMPARING & set(sentence.words[first : number.first])
    dated = sentence.is_dated(first, number.first) or sentence.of("time", first, number.first)
    return groups.pop() if len(groups) == 1 and not apart and not dated else None
