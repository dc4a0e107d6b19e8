"""Whose figure a number is: the trust's own, or a comparator's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wres.claims.answers import ANY, PAIRED, STOPS, Answer
from wres.claims.facts import OWN
from wres.claims.lexicon import Mark
from wres.claims.numbers import Number
from wres.claims.reading import Sentence
from wres.claims.typed import is_unnamed
from wres.definitions.comparators import LOCAL_POPULATION

__all__ = ["Whose"]

_OWN_WORDS = frozenset(["trust", "our", "we", "ours", "organisation", "here", "own", "us"])
# Behind these, a comparator is what a number is set against.
_COMPARING = frozenset(
    [
        "against",
        "compared",
        "compares",
        "versus",
        "vs",
        "v",
        "than",
        "below",
        "above",
        "to",
        "and",
        "over",
        "under",
    ]
)
_OWN = frozenset({OWN})
# Between the cells of a line that is set like a table.
_CELLS = frozenset("–-|/")
# Between a comparator's name and the figures that it leads to.
_STANDING = frozenset({"was", "were", "is", "are", "stood", "stands", "had", "has"})
_LISTING = frozenset(
    ["for", "among", "amongst", "of", "and", "at", "median", "average", "mean", "group", "the"]
)
# What a population is that isn't said to be an area's.
_POPULATION = "population"
_OPENING = frozenset({"nationally", "regionally", "in", "across"})
_LEADING = frozenset({"in", "across", "at", "for"})


@dataclass(frozen=True)
class Whose:
    """The comparators of one sentence."""

    sentence: Sentence

    def of(self, number: Number) -> Answer:
        """Say whose figure a number is: the trust's own (empty) or a comparator's."""
        if is_unnamed(self.sentence, number):
            return ANY
        marks = self.sentence.of("comparator")
        return self._among(number, marks) if marks else Answer.only(OWN)

    def _among(self, number: Number, marks: Sequence[Mark]) -> Answer:
        everything = frozenset({OWN, *(mark.value for mark in marks)})
        if self._pairs_with_next(number):
            return Answer(None, everything)
        if self.lists(number):
            return Answer.only(self._before(number)[-1].value)
        tied = self._before_bracket(number, marks) or self._comparator_after(number, marks)
        if tied is not None:
            return Answer.only((self._area(tied, number) or tied).value)
        if self._is_said_of_own(number):
            return Answer.only(OWN)
        left, _ = self.sentence.window(number)
        before = [mark for mark in marks if left <= mark.first and mark.last < number.first]
        return self._behind(number, before[-1], everything) if before else Answer(_OWN, everything)

    def _area(self, tied: Mark, number: Number) -> Mark | None:
        """Find whose population it is by what stands before: `in Leeds, 2.6% of the population`."""
        left, _ = self.sentence.window(number)
        areas = [
            mark
            for mark in self.sentence.of("comparator", left, number.first - 1)
            if mark.value.startswith(LOCAL_POPULATION)
        ]
        if tied.value != _POPULATION or len(areas) != 1:
            return None
        between = self.sentence.words[areas[0].last + 1 : number.first]
        return areas[0] if between in ((), (",",)) else None

    def _is_said_of_own(self, number: Number) -> bool:
        """Say whether a number is the trust's by what follows: `one in five of our people`."""
        behind = self.sentence.words[number.last + 1 : number.last + 4]
        return behind[:1] == ("of",) and bool(_OWN_WORDS & set(behind))

    def _behind(self, number: Number, mark: Mark, everything: frozenset[str]) -> Answer:
        """Say whether a number behind a comparator's name is the comparator's."""
        between = self._plainly(mark.last + 1, number.first)
        if set(between) & _OWN_WORDS:
            return Answer(_OWN, everything)
        if self._opens(mark, number):
            return Answer(frozenset({mark.value}), everything)
        if self._named_apart(mark, number):
            return Answer(None, everything)
        return Answer.only(mark.value)

    def _opens(self, mark: Mark, number: Number) -> bool:
        """Say whether a clause begins with a comparator: `At other trusts in the Midlands, ...`."""
        first, _ = self.sentence.clause(number.first)
        if mark.first <= first + 1 and self.sentence.words[first] in _OPENING:
            return True
        named = {
            place
            for one in self.sentence.of("comparator", first, mark.last)
            for place in range(one.first, one.last + 1)
        }
        led = {
            self.sentence.words[place] for place in range(first, mark.first) if place not in named
        }
        return bool(_LEADING & led) and led <= _LEADING | {"the"}

    def _before(self, number: Number) -> list[Mark]:
        return [one for one in self.sentence.of("comparator") if one.last < number.first]

    def lists(self, number: Number) -> bool:
        """Say whether a comparator's name leads to its figures alone: `was 29.9% for BME, ...`."""
        _, last = self.sentence.clause(number.last)
        own = _OWN_WORDS & set(self.sentence.words[number.last : last + 1])
        if own or not self._before(number):
            return False
        between = range(self._before(number)[-1].last + 1, number.first)
        named = {
            place
            for kind in ("group", "people", "measure")
            for mark in self.sentence.of(kind)
            for place in range(mark.first, mark.last + 1)
        } | {
            place
            for one in self.sentence.numbers
            if one.unit == number.unit
            for place in range(one.first, one.last + 1)
        }
        spoken = [self.sentence.words[place] for place in between if place not in named]
        return bool(_STANDING & set(spoken)) and set(spoken) <= _STANDING | _LISTING

    def _before_bracket(self, number: Number, marks: Sequence[Mark]) -> Mark | None:
        """Find the comparator whose figure stands in brackets right behind its name."""
        if not self.sentence.depth(number.core):
            return None
        opening = number.first - 1
        while opening > 0 and self.sentence.words[opening] != "(":
            opening -= 1
        if self._numbers_between(opening, number):
            return None
        return next((mark for mark in marks if opening - 3 <= mark.last < opening), None)

    def _numbers_between(self, opening: int, number: Number) -> bool:
        return any(opening < one.first < number.first for one in self.sentence.numbers)

    def _plainly(self, first: int, last: int) -> tuple[str, ...]:
        """Give words without what stands in brackets among them."""
        depth = self.sentence.depth(first)
        return tuple(
            self.sentence.words[place]
            for place in range(first, last)
            if self.sentence.depth(place) <= depth and self.sentence.words[place] != ")"
        )

    def _pairs_with_next(self, number: Number) -> bool:
        """Say whether two numbers are set against each other: `(25% against 30.3%)`."""
        after = [one for one in self.sentence.numbers if one.first > number.last]
        if not after:
            return False
        between = self.sentence.words[number.last + 1 : after[0].first]
        return 0 < len(between) <= 2 and set(between) <= PAIRED

    def _comparator_after(self, number: Number, marks: Sequence[Mark]) -> Mark | None:
        _, right = self.sentence.window(number)
        for mark in marks:
            if not number.last < mark.first <= right:
                continue
            between = self.sentence.words[number.last + 1 : mark.first]
            stopped = any(word in STOPS | _CELLS or word in _COMPARING for word in between)
            sided = any(number.last < side.first < mark.first for side in self.sentence.of("side"))
            return None if stopped or sided or len(between) > 4 else mark
        return None

    def _named_apart(self, mark: Mark, number: Number) -> bool:
        """Say whether something else than the comparator's own figure comes between."""
        between = self._plainly(mark.last + 1, number.first)
        for kind in ("group", "people", "move", "side"):
            if self.sentence.of(kind, mark.last + 1, number.first - 1):
                return True
        return ";" in between or ("," in between and len(between) > 6)
