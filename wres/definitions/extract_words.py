"""The words by which systems say what became of an application, a case, a course or a member.

The lists are data (`extract_words.yml`).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, model_validator

from wres.definitions.ethnic_codes import fold_words
from wres.definitions.reading import read_definitions

__all__ = [
    "ExtractWords",
    "accepted_answers",
    "answer",
    "is_mandatory_topic",
    "load_extract_words",
]

Basis = Literal["verified", "unverified"]


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Question(_Closed):
    """The words that answer one question with yes, and those that answer with no."""

    basis: Basis
    yes_words: tuple[str, ...]
    no_words: tuple[str, ...]

    @model_validator(mode="after")
    def _require_one_answer(self) -> Question:
        both = {*map(fold_words, self.yes_words)} & {*map(fold_words, self.no_words)}
        if both:
            raise ValueError(f"{', '.join(sorted(both))} would mean yes and no")
        return self


class Topics(_Closed):
    """Words that may stand inside a name, and those that only look like them."""

    basis: Basis
    words: tuple[str, ...]
    except_words: tuple[str, ...]


class ExtractWords(_Closed):
    """`extract_words.yml`."""

    version: int
    questions: dict[str, Question]
    mandatory_topics: Topics


@cache
def load_extract_words() -> ExtractWords:
    """Read `extract_words.yml`."""
    return read_definitions("wres.definitions", "extract_words.yml", ExtractWords)


def answer(question: str, text: str, local: Mapping[str, bool] | None = None) -> bool:
    """Answer a question by a whole cell; a trust's own words go first.

    Raises
    ------
    ValueError
        The words are not in the list: nothing is guessed.

    Examples
    --------
    >>> answer("formal", "Formal Investigation"), answer("voting", "Non-voting")
    (True, False)
    """
    folded = fold_words(text)
    own = {fold_words(word): counted for word, counted in (local or {}).items()}
    meanings = own if folded in own else _answers(question)
    if folded not in meanings:
        raise ValueError(f"must be one of: {accepted_answers(question)}")
    return meanings[folded]


def accepted_answers(question: str) -> str:
    """List the words that answer a question.

    Examples
    --------
    >>> accepted_answers("withdrawn")[:29]
    'withdrawn, withdrew, applican'
    """
    asked = load_extract_words().questions[question]
    return ", ".join((*asked.yes_words, *asked.no_words))


def is_mandatory_topic(course: str) -> bool:
    """Tell a course that is statutory or mandatory by its name.

    Examples
    --------
    >>> is_mandatory_topic("Fire Safety - Level 1"), is_mandatory_topic("Firearms law seminar")
    (True, False)
    """
    topics = load_extract_words().mandatory_topics
    padded = f" {fold_words(course)} "
    for word in topics.except_words:
        padded = padded.replace(f" {fold_words(word)} ", " ")
    return any(f" {fold_words(word)} " in padded for word in topics.words)


@cache
def _answers(question: str) -> dict[str, bool]:
    asked = load_extract_words().questions[question]
    yes = {fold_words(word): True for word in asked.yes_words}
    return yes | {fold_words(word): False for word in asked.no_words}
