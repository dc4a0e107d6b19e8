"""What a finding quotes of a sentence: where it stands, what it is about, which years are named."""

from __future__ import annotations

import re
from typing import Final

from wres.claims.findings import Finding

__all__ = [
    "AFTER",
    "OF_TWO",
    "about",
    "has_number",
    "is_of_change",
    "place_of",
    "span_of",
    "years_in",
]

# Measures of two groups at once.
OF_TWO: Final = frozenset({"relative_likelihood", "gap", "difference"})
# Characters in which the group of a number follows it: `42% of the BME respondents`.
AFTER: Final = 40
_CHANGES: Final = frozenset({"change", "relative change"})
_YEAR: Final = re.compile(r"\b20\d\d\b")
_DIGITS: Final = re.compile(r"\d")


def place_of(found: Finding, sentence: str) -> int:
    """Give where a finding's words begin in its sentence; -1 where they are laid out otherwise."""
    return sentence.find(" ".join(found.words.split()))


def span_of(found: Finding, sentence: str) -> tuple[int, int] | None:
    """Give where a finding's words begin and end; None where they are laid out otherwise."""
    place = place_of(found, sentence)
    return (place, place + len(" ".join(found.words.split()))) if place >= 0 else None


def about(found: Finding) -> str:
    """Give the indicator of the figure that a finding was held to; blank where it was to none."""
    return (found.row or "").split(" ")[0]


def is_of_change(found: Finding) -> bool:
    """Say whether a finding was held to how much a figure changed."""
    return found.fact is not None and found.fact.role in _CHANGES


def has_number(found: Finding) -> bool:
    """Say whether a finding quotes a number in digits, and not a word."""
    return _DIGITS.search(found.words) is not None


def years_in(sentence: str) -> set[int]:
    """Give the years that a sentence names."""
    return {int(year) for year in _YEAR.findall(sentence)}
