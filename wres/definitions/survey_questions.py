"""Which question of the staff survey is which indicator, and the words of its published tables.

The lists are data (`survey_questions.yml`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict

from wres.definitions.ethnic_codes import fold_words
from wres.definitions.reading import read_definitions

__all__ = [
    "DONT_KNOW_EXCLUDED",
    "DONT_KNOW_INCLUDED",
    "SurveyLabel",
    "SurveyQuestions",
    "indicator_of",
    "is_suppressed",
    "load_survey_questions",
    "names_question",
    "read_label",
]

DONT_KNOW_EXCLUDED: Final = "don't know excluded"
DONT_KNOW_INCLUDED: Final = "don't know included"

# `q14b`, and `q14b/c`, `q14b & q14c`, `Q13b-c`: a number, its letter, further letters
_QUESTION: Final = re.compile(
    r"\bq(?:uestion)?\.?\s*(\d{1,2})([a-z]?)\b((?:\s*(?:/|,|&|\+|-|and|or)\s*(?:q?\1)?[a-z]\b)*)"
)
_KEY_FINDING: Final = re.compile(r"\b(?:kf|key finding)\s*(\d{1,2})\b")
_INDICATOR: Final = re.compile(
    r"\b(?:wres\s+)?(?:indicator|ind|metric)\.?\s*(\d)\b|\bwres\s+(\d)\b"
)
# a longer text is the wording of a question ("percentage of respondents ... no change ...")
_LONGEST_LABEL: Final = 8
_YEAR: Final = re.compile(r"(?<!\d)(20[0-9]{2})(?!\d)")


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Edition(_Closed):
    """The questions of each indicator in the tables of some years."""

    from_year: int
    to_year: int
    basis: Literal["verified", "unverified"]
    questions: dict[Literal["5", "6", "7", "8"], tuple[str, ...]]


class LabelWords(_Closed):
    """Words that may stand in headings and labels."""

    basis: Literal["verified", "unverified"]
    white: tuple[str, ...]
    bme: tuple[str, ...]
    trust: tuple[str, ...]
    benchmark: tuple[str, ...]
    responses: tuple[str, ...]
    excluded: tuple[str, ...]
    included: tuple[str, ...]
    others: tuple[str, ...]


class SurveyQuestions(_Closed):
    """`survey_questions.yml`."""

    version: int
    editions: tuple[Edition, ...]
    words: LabelWords
    suppressed: tuple[str, ...]

    def edition(self, year: int) -> Edition:
        """Give the questions in the tables of a survey year.

        Raises
        ------
        ValueError
            They are not known for that year.
        """
        for one in self.editions:
            if one.from_year <= year <= one.to_year:
                return one
        raise ValueError(
            f"the question numbers of the {year} survey are not known (known are "
            f"{self.editions[0].from_year} to {self.editions[-1].to_year})"
        )


@dataclass(frozen=True)
class SurveyLabel:
    """What a heading or a row's label says about the figures beside it.

    Parameters
    ----------
    group, scope, base, year : str or int, optional
        As in the counts table; None where it says nothing of it.
    responses : bool
        Whether the figures are numbers of answers.
    question : str or None
        The label itself, where it names a question or an indicator.
    other : bool
        Whether the figures are none of the indicator's (best, gap, both groups at once).
    """

    group: str | None = None
    scope: str | None = None
    base: str | None = None
    year: int | None = None
    responses: bool = False
    question: str | None = None
    other: bool = False

    def over(self, upper: SurveyLabel) -> SurveyLabel:
        """Take what this label leaves open from the one above or before it."""
        return SurveyLabel(
            self.group or upper.group,
            self.scope or upper.scope,
            self.base or upper.base,
            self.year or upper.year,
            self.responses or upper.responses,
            self.question or upper.question,
            self.other or upper.other,
        )


@cache
def load_survey_questions() -> SurveyQuestions:
    """Read `survey_questions.yml`."""
    return read_definitions("wres.definitions", "survey_questions.yml", SurveyQuestions)


@cache
def indicator_of(text: str, edition: int) -> str | None:
    """Give the indicator that a question, a key finding or an indicator's own number stands for.

    Parameters
    ----------
    text : str
        `q14a`, `KF25`, `q14b/c`, `Indicator 5`, `5`.
    edition : int
        Survey year of the tables in which it stands.

    Returns
    -------
    str or None
        None for a question of no indicator.

    Raises
    ------
    ValueError
        It is one of two questions that an indicator joins, or the numbers of the edition are not
        known.

    Examples
    --------
    >>> indicator_of("q14", 2019), indicator_of("Q14b & Q14c", 2023), indicator_of("q17", 2023)
    ('7', '6', None)
    """
    own = _own_number(text.strip().casefold())
    if own is not None:
        return own if own in "5678" else None
    asked = frozenset(_questions(text.casefold()))
    if not asked:
        return None
    for indicator, questions in load_survey_questions().edition(edition).questions.items():
        listed = frozenset(question.casefold() for question in questions)
        if asked == listed:
            return indicator
        if asked & listed:
            joined = " and ".join(questions)
            raise ValueError(f"indicator {indicator} joins {joined}; one of them is not it")
    return None


def names_question(text: str) -> bool:
    """Tell a label that names a question, a key finding or an indicator."""
    folded = text.strip().casefold()
    return bool(_INDICATOR.search(folded)) or any(True for _ in _questions(folded))


@cache
def read_label(text: str) -> SurveyLabel:
    """Read what a heading or a row's label says.

    Examples
    --------
    >>> label = read_label("All other ethnic groups*: Average 2021")
    >>> label.group, label.scope, label.year
    ('BME', 'benchmark', 2021)
    """
    words, padded = load_survey_questions().words, f" {fold_words(text)} "
    white, bme = _holds(padded, words.white), _holds(padded, words.bme)
    years = _YEAR.findall(text)
    return SurveyLabel(
        group="White" if white and not bme else "BME" if bme and not white else None,
        scope=_scope(padded, words),
        base=_base(padded, words),
        year=int(years[0]) if len(set(years)) == 1 else None,
        responses=_is_number(text) and _holds(padded, words.responses),
        question=text if names_question(text) else None,
        other=_is_other(padded, words, text) or (white and bme and not names_question(text)),
    )


def is_suppressed(text: str) -> bool:
    """Tell a mark that stands in place of a figure."""
    return " ".join(text.split()).casefold() in load_survey_questions().suppressed


def _own_number(folded: str) -> str | None:
    found = _INDICATOR.search(folded)
    if found is not None:
        return found[1] or found[2]
    return folded if re.fullmatch(r"[1-9]", folded) else None


def _questions(folded: str) -> Iterator[str]:
    for found in _KEY_FINDING.finditer(folded):
        yield f"kf{found[1]}"
    for found in _QUESTION.finditer(folded):
        number, letter, further = found[1], found[2], found[3]
        yield f"q{number}{letter}"
        bare = re.sub(r"\band\b|\bor\b|q?\d+", " ", further)
        yield from (f"q{number}{more}" for more in re.findall(r"[a-z]", bare))


def _scope(padded: str, words: LabelWords) -> str | None:
    if _holds(padded, words.benchmark):
        return "benchmark"
    return "trust" if _holds(padded, words.trust) else None


def _base(padded: str, words: LabelWords) -> str | None:
    if _holds(padded, words.excluded):
        return DONT_KNOW_EXCLUDED
    return DONT_KNOW_INCLUDED if _holds(padded, words.included) else None


def _is_number(text: str) -> bool:
    return len(text.split()) <= _LONGEST_LABEL and not re.search("%|per ?cent", text, re.I)


def _is_other(padded: str, words: LabelWords, text: str) -> bool:
    short = len(text.split()) <= _LONGEST_LABEL and not names_question(text)
    return short and _holds(padded, words.others)


def _holds(padded: str, words: tuple[str, ...]) -> bool:
    return any(f" {word} " in padded for word in words)
