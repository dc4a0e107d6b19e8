"""What is compared of each place, and which way is worse for BME people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

__all__ = ["MEASURES", "SENIOR", "SHARE", "Measure", "measure"]

SHARE: Final = "workforce"
SENIOR: Final = "1"


@dataclass(frozen=True)
class Measure:
    """One measure.

    Parameters
    ----------
    key : str
        `workforce`, or the number of an indicator.
    title : str
        As a control shows it.
    people, events : str
        Nouns: of whom, and what happened to how many of them.
    worse : {'more', 'fewer', ''}
        Whether more events of BME people are worse for them, or fewer; blank where neither is.
    """

    key: str
    title: str
    people: str
    events: str
    worse: Literal["more", "fewer", ""]


MEASURES: Final = (
    Measure(SHARE, "BME staff in post", "staff", "are BME", ""),
    Measure(SENIOR, "Staff in band 8a and above", "staff", "are in band 8a or above", "fewer"),
    Measure("2", "Appointed from shortlisting", "applicants", "were appointed", "fewer"),
    Measure("3", "Formal disciplinary process", "staff", "entered the process", "more"),
    Measure("4", "Non-mandatory training", "staff", "had such training", "fewer"),
    Measure("5", "Harassment by the public", "respondents", "met harassment", "more"),
    Measure("6", "Harassment by staff", "respondents", "met harassment", "more"),
    Measure("7", "Equal opportunities", "respondents", "believe in them", "fewer"),
    Measure("8", "Discrimination at work", "respondents", "met discrimination", "more"),
)


def measure(key: str) -> Measure:
    """Give a measure by its key.

    Raises
    ------
    KeyError
        There is none of that key.
    """
    return {one.key: one for one in MEASURES}[key]
