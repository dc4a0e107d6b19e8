"""What the words around a number or a verb say that it is about."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from wres.claims.answers import Answer, Context
from wres.claims.groups import Groups
from wres.claims.lexicon import Mark
from wres.claims.naming import Naming
from wres.claims.numbers import Number
from wres.claims.parts import Parts
from wres.claims.reading import Sentence
from wres.claims.times import Times
from wres.claims.topics import Topics
from wres.claims.whose import Whose

__all__ = ["Scope"]


@dataclass(frozen=True)
class Scope:
    """One sentence in its context, for one report's year."""

    sentence: Sentence
    context: Context
    year: int

    @cached_property
    def _times(self) -> Times:
        return Times(self.sentence, self.year)

    @property
    def named(self) -> frozenset[str]:
        """Indicators that the sentence names by number."""
        return Naming(self.sentence).named()

    def topics(self, first: int, last: int) -> Answer:
        """Say which indicators tokens are about."""
        return Topics(self.sentence, self.context).at(first, last)

    def topic_marks(self) -> list[Mark]:
        """Give the sentence's own words of topics."""
        return Topics(self.sentence, self.context).marks()

    def topic_values(self) -> list[str]:
        """Give what the sentence's own words of topics mean."""
        return [mark.value for mark in self.topic_marks()]

    def groups(self, number: Number) -> Answer:
        """Say of which ethnic group a number is."""
        return Groups(self.sentence, self.context).of(number)

    def years(self, number: Number, survey: bool) -> tuple[frozenset[int] | None, bool]:
        """Say of which reporting years a number may be; and whether words say so."""
        turn = self.in_turn(number)
        if turn is None:
            return self._times.of(number, survey)
        # A time before or behind numbers in turn is of them all: `1.45, 0.95 and 1.01 last year`.
        dated = (self._times.of(one, survey) for one in (turn[1][-1], turn[1][0]))
        return next((one for one in dated if one[1]), self._times.of(number, survey))

    def in_turn(self, number: Number) -> tuple[str, tuple[Number, ...]] | None:
        """Give the indicator of a number by its turn in a list, and the numbers of its run."""
        return Topics(self.sentence, self.context).in_turn(number.first)

    def named_years(self, survey: bool) -> frozenset[int]:
        """Give every reporting year that the sentence names, whatever it is said of."""
        return self._times.named(survey)

    def years_of_words(self, mark: Mark, survey: bool) -> frozenset[int] | None:
        """Say of which reporting years words are; None where they name none."""
        return self._times.of_words(mark.first, mark.last, survey)

    def whose(self, number: Number) -> Answer:
        """Say whose figure a number is."""
        return Whose(self.sentence).of(number)

    def bands(self, number: Number) -> Answer:
        """Say which pay band a number is of."""
        return Parts(self.sentence).of(number, "band", self.context.bands)

    def staff_groups(self, number: Number) -> Answer:
        """Say whether a number is of clinical or non-clinical staff."""
        return Parts(self.sentence).of(number, "staff_group")

    def boards(self, number: Number) -> Answer:
        """Say which members of the board a number is of."""
        return Parts(self.sentence).of(number, "board", self.context.parts)
