"""What is compared of each place, and which way is worse for BME people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from wres.labels import format_headcount

__all__ = ["MEASURES", "SENIOR", "SHARE", "Measure", "measure", "people_told"]

SHARE: Final = "workforce"
SENIOR: Final = "1"
# Of one: `staff` are many.
_ONE: Final = {"staff": "member of staff", "were": "was", "are": "is", "believe": "believes"}


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

    def told(self, count: int, term: str) -> str:
        """Say of how many people of a group it is told, and what happened to them.

        Examples
        --------
        >>> measure("2").told(1, "BME"), measure("3").told(12, "BME")
        ('1 BME applicant was appointed', '12 BME staff entered the process')
        """
        first, rest = self.events.split(" ", 1)
        events = f"{_ONE.get(first, first)} {rest}" if count == 1 else self.events
        return f"{people_told(count, term, self.people)} {events}"


def people_told(count: int, term: str, people: str = "staff") -> str:
    """Write a number of people of a group.

    Examples
    --------
    >>> people_told(1, "BME"), people_told(0, "BME"), people_told(1, "BME", "respondents")
    ('1 BME member of staff', '0 BME staff', '1 BME respondent')
    """
    one = _ONE.get(people, people.removesuffix("s"))
    return f"{format_headcount(count)} {term} {one if count == 1 else people}"


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
