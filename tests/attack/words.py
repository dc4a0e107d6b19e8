"""The words of a report by which its sentences are told apart, and the numbers in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tests.attack.facts import Fact, Part, fact
from tests.attack.printed import printed
from tests.attack.tables import Reader

__all__ = ["EVENT_WORDS", "HEADINGS", "SURVEY_WORDS", "C", "N", "P", "R", "S", "Text"]

N = r"(\d[\d,]*)"
P = r"(\d[\d,]*\.?\d*)%"
# An end that stops short of equality has more decimals than a ratio, or than points.
R = r"(\d+\.\d\d+)"
S = "([+\N{MINUS SIGN}]?\\d+\\.\\d+)"
# The confidence of an interval, which may allow for many comparisons.
C = r"\d+(?:\.\d)?%"
EVENT_WORDS = {
    "2": ("appointed from shortlisting", "applicants", "Appointment from shortlisting"),
    "3": ("disciplinary process",),
    "4": ("training and CPD", "Non-mandatory training"),
}
# Where the alternative text of a chart of ratios goes on to the next of them.
HEADINGS = (
    r"Appointment from shortlisting \(",
    r"Formal disciplinary process \(",
    r"Non-mandatory training and CPD \(",
)
SURVEY_WORDS = {
    "5": ("from patients", "patients or the public"),
    "6": ("from managers or other", "Harassment from staff"),
    "7": ("equal opportunities", "Equal opportunities"),
    "8": ("discrimination", "Discrimination at work"),
}


@dataclass(frozen=True)
class Text:
    """A block of text and who reads it."""

    words: str
    file: str
    reader: Reader

    def made(
        self, kind: str, parts: tuple[Part, ...], number: str, shown: str, *known: float
    ) -> Fact:
        """State a figure as it is printed."""
        limits = printed(number)
        if limits is None:
            raise ValueError(f"{number!r} is no number")
        return fact(kind, parts, limits, self.file, shown, known)

    def group(self, name: str) -> str | None:
        return self.reader.group(name)

    def about(self, words: Mapping[str, tuple[str, ...]]) -> str | None:
        """Tell which indicator a block is about, if about one only."""
        found = [number for number, some in words.items() if any(w in self.words for w in some)]
        return found[0] if len(found) == 1 else None
