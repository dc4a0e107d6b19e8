"""Which indicators words are about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wres.claims.answers import NOWHERE, Answer, Context, indicators_of
from wres.claims.lexicon import Mark
from wres.claims.naming import Naming
from wres.claims.numbers import Number
from wres.claims.reading import Sentence
from wres.claims.staff_told import StaffTold
from wres.claims.turns import run_in_turn

__all__ = ["Topics"]

# Topics that a sentence on anything else about staff names too.
_GENERAL = frozenset({"workforce", "1", "5|6|7|8"})
# `Training` after one of these is none of indicator 4's.
_OTHER_TRAINING = frozenset(
    ["mandatory", "statutory", "diversity", "bias", "awareness", "leadership", "induction"]
) | frozenset(["safety", "safeguarding", "inclusion", "allyship", "governance", "equality"])
_SAYING = frozenset({"is", "was", "at", "of", "stands", "stood", ":", "(", "ratio", "figure"})
_FROM = frozenset({"from", "by"})
_NUMBERS = frozenset("123456789")
_NOT_BOARD = frozenset({"workforce", *_NUMBERS}) - {"9"}


@dataclass(frozen=True)
class Topics:
    """The topics of one sentence in its context."""

    sentence: Sentence
    context: Context

    @property
    def _naming(self) -> Naming:
        return Naming(self.sentence)

    @property
    def _staff(self) -> StaffTold:
        return StaffTold(self.sentence)

    def at(self, first: int, last: int) -> Answer:
        """Say which indicators tokens are about: by words near, the sentence's, those before."""
        named = self._named_near(first)
        marks = self.marks()
        if named is not None:
            return named
        board = frozenset({"9"})
        if self.sentence.has("board") and {mark.value for mark in marks} <= {"workforce"}:
            return Answer(board, board | indicators_of(mark.value for mark in marks))
        if not marks:
            return self._carried()
        if self._is_of_something_else(first, marks):
            return NOWHERE
        everything = self._with_bands(indicators_of(mark.value for mark in marks))
        near = self._nearest(marks, first, last)
        fixed = everything if near is None else self._with_bands(indicators_of([near.value]))
        if near is not None and self._is_right_before(near, first):
            return Answer.only(*fixed)
        if near is not None and "|" in near.value:
            # `Harassment` below a heading or in a row of indicator 5 is that one.
            fixed = (fixed & (self.context.indicators or fixed)) or fixed
        return Answer(fixed, everything | (self.context.home or frozenset()))

    def _carried(self) -> Answer:
        """Take what was said before, where a sentence has no word of a topic."""
        known = self.context.indicators
        if self.names_something_else(0, len(self.sentence.words)):
            return NOWHERE
        unknown = bool({"Unknown", "known"} & set(self.sentence.values("group")))
        if known is None and (self._staff.speaks_of_shares() or unknown):
            # Of nothing but staff is representation told.
            represented = "representation" in self.sentence.words
            allowed = frozenset({"workforce", "1", "9"}) if represented else _NOT_BOARD
            return Answer(self._with_bands(frozenset({"workforce"})), allowed)
        if known is None and self._staff.tells_who_is_where():
            return Answer(self._with_bands(frozenset({"workforce"})), _NOT_BOARD)
        counted = self._staff.counts_beside_before() or self._staff.tells_how_many_moved()
        if self._staff.tells_who_they_are() or (known is None and counted):
            return Answer.only(*self._with_bands(frozenset({"workforce"})))
        if known is not None and self._staff.speaks_of_shares():
            # `The share of BME staff` may be the workforce's in any chapter.
            return Answer(known, known | {"workforce"})
        # A board's figures are meant only where a board is named.
        named = self.sentence.has("board") or {"seat", "seats"} & set(self.sentence.words)
        return Answer(known, known if known is not None or named else _NOT_BOARD)

    def names_something_else(self, first: int, last: int) -> bool:
        """Say whether words name what none of the indicators counts."""
        inside = [one for kind in ("comparator", "topic") for one in self.sentence.of(kind)]
        return any(
            not self._is_in_cause(mark)
            and not any(one.first <= mark.first and mark.last <= one.last for one in inside)
            for mark in self.sentence.of("foreign", first, last)
        )

    def _is_of_something_else(self, first: int, marks: Sequence[Mark]) -> bool:
        """Say whether a clause is about women, answers or vaccination, and only names the staff.

        `Of our staff, 78% are women` tells nothing of ethnicity; with a group it may.
        """
        start, end = self.sentence.clause(first)
        near = {mark.value for mark in marks if start <= mark.first and mark.last <= end}
        grouped = self.sentence.of("group", start, end)
        return near <= _GENERAL and not grouped and self.names_something_else(start, end)

    def _with_bands(self, found: frozenset[str]) -> frozenset[str]:
        if (
            self.sentence.has("band")
            or self.sentence.has("staff_group")
            or self.sentence.has("senior")
        ):
            return found | {"1"} if found <= {"workforce", "1"} else found
        return found

    def marks(self) -> list[Mark]:
        """Give the words of topics, those of a cause left out."""
        marks = _narrowed(self.sentence.of("topic"), self.sentence.words)
        return [mark for mark in marks if not self._is_in_cause(mark)]

    def _is_in_cause(self, mark: Mark) -> bool:
        for cause in self.sentence.of("cause"):
            between = self.sentence.words[cause.last + 1 : mark.first]
            if cause.last < mark.first and "," not in between:
                return True
        return False

    def in_turn(self, first: int) -> tuple[str, tuple[Number, ...]] | None:
        """Give the indicator of a number by its turn in a list, and the numbers of its run."""
        number = next(
            (one for one in self.sentence.numbers if first in {one.core, one.first}), None
        )
        return (
            None
            if number is None
            else run_in_turn(self.sentence, number, self._naming.listed(), self.marks())
        )

    def _named_near(self, first: int) -> Answer | None:
        """Take a number's by its turn, else the one named last before some words; of one, that."""
        turn, named, bracketed = (
            self.in_turn(first),
            self._naming.places(),
            self._naming.in_brackets(first),
        )
        if turn is not None or bracketed is not None:
            return Answer.only(turn[0] if turn is not None else bracketed or "")
        if not named:
            return None
        behind = self._naming.behind(first)
        if behind:
            return Answer.only(*behind)
        ends = [number.last for number in self.sentence.numbers if number.last < first]
        since = max(ends, default=-1)
        near = [numbers for place, numbers in named if since < place < first]
        if near:
            return Answer.only(*near[-1])
        before = [numbers for place, numbers in named if place < first]
        return Answer((before or [numbers for _, numbers in named])[-1], self._naming.named())

    def _is_right_before(self, mark: Mark, first: int) -> bool:
        """Say whether a number is all that is said of a topic: `for shortlisting is 0.84`."""
        between = self.sentence.words[mark.last + 1 : first]
        number = any(first in {one.core, one.first} for one in self.sentence.numbers)
        listed = any(mark.first - 3 <= one.last < mark.first for one in self.sentence.of("topic"))
        apart = mark.last < first and set(between) <= _SAYING and "|" not in mark.value
        return number and apart and not listed

    def _nearest(self, marks: Sequence[Mark], first: int, last: int) -> Mark | None:
        start, end = self.sentence.clause(first)
        inside = [mark for mark in marks if start <= mark.first and mark.last <= end]
        after = [mark for mark in inside if mark.first >= last]
        before = [mark for mark in inside if mark.last <= first]
        if after and before:
            return after[0] if after[0].first - last <= first - before[-1].last else before[-1]
        if inside:
            return (before or after or inside)[-1] if before else inside[0]
        earlier = [mark for mark in marks if mark.last <= first]
        return earlier[-1] if earlier else None


def _narrowed(marks: Sequence[Mark], words: Sequence[str]) -> list[Mark]:
    """Leave `harassment` out where `from patients` says which; and words inside longer ones."""
    kept = [mark for mark in marks if not _is_other_training(mark, words)]
    values = {mark.value for mark in kept}
    if "8" in values and "5|6" not in values:
        # `Discrimination by colleagues` is not what `harassment by colleagues` is.
        kept = [mark for mark in kept if mark.value != "6" or words[mark.first] not in _FROM]
    if values & {"5", "6"}:
        kept = [mark for mark in kept if mark.value != "5|6"]
    return kept


def _is_other_training(mark: Mark, words: Sequence[str]) -> bool:
    """Tell `mandatory training` from what indicator 4 is about."""
    alone = words[mark.first : mark.last + 1] == ("training",)
    return alone and bool(_OTHER_TRAINING & set(words[max(0, mark.first - 1) : mark.first]))
