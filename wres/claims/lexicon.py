"""The words by which claims are read: `lexicon.yml` through a closed schema, and its matcher."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel, ConfigDict

from wres.claims.tokens import Token, tokenise
from wres.definitions.ethnicity import load_groups
from wres.definitions.reading import read_definitions

__all__ = ["Mark", "Matcher", "load_lexicon"]

Words = Mapping[str, tuple[str, ...]]


class Lexicon(BaseModel):
    """Lists of phrases by kind and meaning."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    version: int
    group: Words
    topic: Words
    staff_group: Words
    board: Words
    senior: Words
    comparator: Words
    time: Words
    move: Words
    side: Words
    likely: Words
    factor: Words
    certain: Words
    trend: Words
    extreme: Words
    measure: Words
    holder: Words
    people: Words
    event_base: Words
    negation: Words
    hedge: Words
    unit: Words
    fraction: Words
    label: Words
    measure_of_time: Words
    range: Words
    within: Words
    plan: Words
    cause: Words
    bare_move: Words
    opinion: Words
    foreign: Words
    thing: Words
    prior: Words
    respectively: Words
    filling: Words


# Kinds whose words are told apart by what stands around them are matched apart from each other:
# `above` is a hedge before a number and a comparison before a name.
@dataclass(frozen=True)
class Mark:
    """A phrase of the lexicon in a sentence: its kind, its meaning and the tokens it covers."""

    kind: str
    value: str
    first: int
    last: int


Phrase = tuple[tuple[str, ...], str, str]


@cache
def load_lexicon() -> Lexicon:
    """Read `lexicon.yml`."""
    return read_definitions("wres.claims", "lexicon.yml", Lexicon)


@cache
def _phrases() -> tuple[Phrase, ...]:
    words = load_lexicon().model_dump(exclude={"version"})
    listed = [
        (phrase, kind, value)
        for kind, meanings in words.items()
        for value, phrases in meanings.items()
        for phrase in phrases
    ]
    listed += [
        (word, "group", group.name)
        for group in load_groups().groups
        for word in group.words
        if word.lower() not in _NOT_GROUPS
    ]
    return tuple((_words_of(phrase), kind, value) for phrase, kind, value in listed)


# Words that stand for a group in a table and for much else in a sentence.
_NOT_GROUPS = frozenset({"null", "no data", "not given", "declined", "unspecified"})


def _words_of(phrase: str) -> tuple[str, ...]:
    return tuple(token.text for token in tokenise(phrase))


class Matcher:
    """Finds the lexicon's phrases, and those that one report adds.

    Parameters
    ----------
    own : sequence of (str, str, str)
        Phrase, kind and meaning: the trust's term, the names of its comparators.
    """

    def __init__(self, own: Sequence[tuple[str, str, str]] = ()) -> None:
        added = tuple((_words_of(phrase), kind, value) for phrase, kind, value in own)
        self._by_word: dict[str, list[Phrase]] = {}
        for phrase in dict.fromkeys((*added, *_phrases())):
            self._by_word.setdefault(phrase[0][0], []).append(phrase)
        for phrases in self._by_word.values():
            phrases.sort(key=lambda phrase: -len(phrase[0]))

    def marks(self, tokens: Sequence[Token]) -> list[Mark]:
        """Find every phrase, the longest of its kind at each place."""
        words = [token.text for token in tokens]
        taken: dict[str, int] = {}
        found = []
        for place, word in enumerate(words):
            ends: dict[str, int] = {}
            for phrase, kind, value in self._by_word.get(word, ()):
                end = place + len(phrase)
                if taken.get(kind, 0) > place or end <= ends.get(kind, 0):
                    continue
                if words[place:end] == list(phrase):
                    ends[kind] = end
                    found.append(Mark(kind, value, place, end - 1))
            taken |= ends
        return [mark for mark in found if not _is_inside(mark, found)]


def _is_inside(mark: Mark, found: Sequence[Mark]) -> bool:
    """Say whether a word is part of a longer phrase: the `up` of `make up`."""
    if mark.kind == "certain" and mark.value == "parity":
        # `There are equal opportunities` is what indicator 7 asks, not what it finds.
        return any(
            other.kind == "topic" and mark.first <= other.first <= mark.last < other.last
            for other in found
        )
    covering = {"move": "measure", "plan": "certain"}.get(mark.kind)
    return covering is not None and any(
        other.kind == covering and other.first <= mark.first and mark.last <= other.last
        for other in found
        if other.last - other.first > mark.last - mark.first
    )
