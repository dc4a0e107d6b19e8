"""Words of movement and worth whose own two figures may deny them: `fell from 10.9% to 11.5%`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from wres.audit.pieces import LEAD, MOVES, PERCENT, YEAR, P, Q, bare

__all__ = ["Turned", "turned_in", "valued_in"]

_ABOUT: Final = r"(?:(?:an?|about|around|just|only|nearly|over|under)\s)?"
_WHEN: Final = r"(?:\s\([^)]*\)|\sin\s(?:\w+\s)?\d{4}[\d/–-]*|\s(?:last|this)\syear)?"
# No pay band, ordinal or `1 in 5`.
_BARE: Final = (
    r"(?!\d|[.,]\d|(?:st|nd|rd|th)\b|[a-z]|\s(?:in|of|out\sof)\s(?:every\s)?\d{1,3}(?!\d))"
)
_TWO: Final = re.compile(
    rf"\b(?:from\s{_ABOUT}(?P<before>{Q}){_BARE}(?:{PERCENT})?{_WHEN}\s?,?\sto\s{_ABOUT}(?P<after>{Q})"
    rf"|to\s{_ABOUT}(?P<now>{Q}){_BARE}(?:{PERCENT})?{_WHEN}\s?,?\sfrom\s{_ABOUT}(?P<then>{Q}))"
    rf"{_BARE}(?:{PERCENT})?",
    re.IGNORECASE,
)
_WORTH: Final = re.compile(
    r"\b(?P<better>improv\w+)\b|\b(?:worsen\w*|deteriorat\w+)\b", re.IGNORECASE
)
_NOT: Final = re.compile(r"\b(?:not|no|never|neither|nor|without|than)\b|n[’']t\b", re.IGNORECASE)
# Another clause begins, or a size is told, between the word of movement and the two figures.
_APART: Final = re.compile(
    r"\d|\b(?:and|but|while|whilst|whereas|as|because|so|means?|went|moved|changed|which)\b",
    re.IGNORECASE,
)
_BY: Final = re.compile(rf"\bby\s{P}\s?(?:%|(?:percentage\s|%\s)?points?|pp)?", re.IGNORECASE)


@dataclass(frozen=True)
class Turned:
    """A word of movement whose own two figures move the other way."""

    start: int
    end: int
    words: str
    before: str
    after: str

    @property
    def rose(self) -> bool:
        """Whether the figure rose, whatever the word says."""
        return Fraction(self.after) > Fraction(self.before)


def valued_in(text: str) -> Iterator[tuple[Turned, bool]]:
    """Yield words of worth with their own two figures, and whether they say better.

    Examples
    --------
    >>> [(one.before, one.after, good) for one, good in valued_in("It improved from 9% to 8%.")]
    [('9', '8', True)]
    """
    for match in _TWO.finditer(text):
        before, after = (
            bare(match["before"] or match["then"]),
            bare(match["after"] or match["now"]),
        )
        lead = re.split(r"[.;]\s", text[max(0, match.start() - LEAD) : match.start()])[-1]
        said = list(_WORTH.finditer(lead))
        between = _BY.sub("", lead[said[-1].end() :]) if said else ""
        if not said or before == after or _APART.search(between) or _NOT.search(lead):
            continue
        start = match.start() - len(lead) + said[-1].start()
        words = text[start : match.end()]
        yield Turned(start, match.end(), words, before, after), bool(said[-1]["better"])


def turned_in(text: str) -> Iterator[Turned]:
    """Yield words of movement that their own figures deny: `fell from 10.9% to 11.5%`.

    Examples
    --------
    >>> [one.words for one in turned_in("The share fell slightly from 10.9% to 11.5%.")]
    ['fell slightly from 10.9% to 11.5%']
    >>> [one.words for one in turned_in("The share rose from 10.9% to 11.5%.")]
    []
    """
    for match in _TWO.finditer(text):
        before, after = (
            bare(match["before"] or match["then"]),
            bare(match["after"] or match["now"]),
        )
        lead = re.split(r"[.;]\s", text[max(0, match.start() - LEAD) : match.start()])[-1]
        said = list(MOVES.finditer(lead))
        between = _BY.sub("", lead[said[-1].end() :]) if said else ""
        if not said or _APART.search(between) or _NOT.search(lead):
            continue
        way = (Fraction(after) > Fraction(before)) - (Fraction(after) < Fraction(before))
        years = {before, after} & set(YEAR.findall(f"{before} {after}"))
        if way and not years and way != (1 if said[-1]["up"] else -1):
            start = match.start() - len(lead) + said[-1].start()
            yield Turned(start, match.end(), text[start : match.end()], before, after)
