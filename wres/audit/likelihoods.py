"""Bare numbers below 1 that are one group's likelihood, no ratio: `0.013 for BME staff`."""

from __future__ import annotations

import re
from typing import Final

from wres.audit.words import matches

__all__ = ["OPEN", "as_likelihood", "group_of_likelihood"]

# A number that may be either.
OPEN: Final = "open"
# The last of these before a number says which it is.
_NAMED: Final = re.compile(
    r"\b(?P<ratio>relative likelihoods?|likelihood ratios?|ratios?|times)\b"
    r"|\b(?:likelihoods?|probabilit(?:y|ies)|chances?|rates?|proportions?)\b",
    re.IGNORECASE,
)
_RATIO_NEXT: Final = re.compile(
    r"[\s,]*(?:relative likelihood|likelihood ratio|ratio|times)\b", re.IGNORECASE
)
_SET_AGAINST: Final = re.compile(
    r"\bcompar\w+|\bthan\b|\brelative to\b|\bagainst\b|\bversus\b|\bover\b|[/÷:]",
    re.IGNORECASE,
)
# `0.013 divided by 0.007`
_DIVIDED: Final = r"(?:divided by|over|÷|/)"
_OVER: Final = re.compile(rf"\s?{_DIVIDED}\s?0?\.\d", re.IGNORECASE)
_UNDER: Final = re.compile(rf"(?<![\d.,])0?\.\d+\s?{_DIVIDED}\s?$", re.IGNORECASE)
_PLAIN: Final = re.compile(r"(?<![\d.,])0?\.\d{2,}(?![\d%])")
# Where the words end that are said of a number before them.
_STOP: Final = re.compile(
    r"[,;.()]|\b(?:and|but|while|whilst|whereas|against|compar\w+|versus|than|to)\b", re.IGNORECASE
)
# As many decimals hardly any ratio is printed with.
_FINE: Final = 3
_BOTH: Final = frozenset({"White", "BME"})


def as_likelihood(text: str, start: int, end: int) -> str:
    """Say whether a bare number is a likelihood: ``likelihood``, `OPEN`, or blank for a ratio.

    Parameters
    ----------
    text : str
        Of the sentence.
    start, end : int
        Where the number stands in it.

    Examples
    --------
    >>> as_likelihood("The likelihood was 0.007 for White and 0.013 for BME staff.", 19, 24)
    'likelihood'
    >>> as_likelihood("The likelihood of BME staff entering the process was 0.81.", 53, 57)
    'open'
    >>> as_likelihood("The relative likelihood is 0.81.", 27, 31)
    ''
    """
    words, before, after = text[start:end], text[:start], text[end:]
    if not _PLAIN.fullmatch(words) or _RATIO_NEXT.match(after):
        return ""
    if _OVER.match(after) or _UNDER.search(before):
        return OPEN
    named = list(_NAMED.finditer(before))
    if not named or named[-1]["ratio"]:
        return ""
    led = before[named[-1].end() :]
    groups = {name for _, name in matches("group", led)} & _BOTH
    numbers = _PLAIN.findall(led)
    if not numbers and groups == _BOTH and _SET_AGAINST.search(led):
        return ""  # `the likelihood of BME staff compared with White staff was 0.81`
    if len(words.partition(".")[2]) >= _FINE or numbers or _is_first_of_two(after):
        return "likelihood"
    return OPEN


def group_of_likelihood(text: str, start: int, end: int) -> str:
    """Give the group that a bare likelihood is of: that right behind it, else the one before it.

    Blank where neither is plain.
    """
    behind = _STOP.split(text[end:], maxsplit=1)[0]
    numbers = [one.end() for one in _PLAIN.finditer(text[:start])]
    led = text[max(numbers, default=0) : start]
    for words in (behind, led):
        named = {name for _, name in matches("group", words)} & _BOTH
        if named:
            return named.pop() if len(named) == 1 else ""
    return ""


def _is_first_of_two(after: str) -> bool:
    """Say whether the other group's follows: `0.36 for BME applicants and 0.23 for White`."""
    following = _PLAIN.search(after)
    return following is not None and not _NAMED.search(after[: following.start()])
