"""Which indicators words are about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wres.claims.answers import NOWHERE, Answer, Context, indicators_of
from wres.claims.lexicon import Mark
from wres.claims.numbers import Number
from wres.claims.reading import Sentence
from wres.claims.turns import run_in_turn

__all__ = ["Topics"]

_WORKFORCE = frozenset({"share", "representation", "proportion"})
# Topics that a sentence on anything else about staff names too.
_GENERAL = frozenset({"workforce", "1", "5|6|7|8"})
# `Training` after one of these is none of indicator 4's.
_OTHER_TRAINING = frozenset(
    ["mandatory", "statutory", "diversity", "bias", "awareness", "leadership", "induction"]
) | frozenset(["safety", "safeguarding", "inclusion", "allyship", "governance", "equality"])
_BEING = frozenset(["are", "is", "were", "was", "work", "hold", "held", "sit", "employed"])
_STAFF = frozenset({"staff", "colleagues", "employees", "workforce"})
_WHOSE = frozenset({"of", "our", "all", "the", "its", "trust's", "these"})
_ARE = (("are",), ("is",), ("were",), ("was",))
_A = frozenset({"from", "a", "an", "of"})
_SAYING = frozenset({"is", "was", "at", "of", "stands", "stood", ":", "(", "ratio", "figure"})
_FROM = frozenset({"from", "by"})
_NUMBERS = frozenset("123456789")
_NOT_BOARD = frozenset({"workforce", *_NUMBERS}) - {"9"}
_LISTED = _NUMBERS | {"(", ")", "or", "&"}
_THROUGH = frozenset({"to", "-", "–"})
# Tokens from `the number of` to the staff that it counts.
_STEP = 5
# Tokens behind `indicators` that may list them.
_LIST = 12
_NAMING = frozenset({"indicator", "indicators", "metric", "metrics"})
# From a number to the indicator that it is of.
_TO_NAME = frozenset({"on", "for", "in", "under", "(", "wres"})
_JOINING = frozenset({",", "and", "to", "-", "–", "wres"})


@dataclass(frozen=True)
class Topics:
    """The topics of one sentence in its context."""

    sentence: Sentence
    context: Context

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
        if known is None and (self._speaks_of_shares() or unknown):
            # Of nothing but staff is representation told.
            represented = "representation" in self.sentence.words
            allowed = frozenset({"workforce", "1", "9"}) if represented else _NOT_BOARD
            return Answer(self._with_bands(frozenset({"workforce"})), allowed)
        if known is None and self._tells_who_is_where():
            return Answer(self._with_bands(frozenset({"workforce"})), _NOT_BOARD)
        counted = self._counts_beside_before() or self._tells_how_staff_moved()
        if self._tells_who_staff_are() or (known is None and counted):
            return Answer.only(*self._with_bands(frozenset({"workforce"})))
        if known is not None and self._speaks_of_shares():
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

    def _speaks_of_shares(self) -> bool:
        """Say whether a sentence speaks of a group's share without saying of what."""
        return bool(_WORKFORCE & set(self.sentence.words)) and self.sentence.has("group")

    def _tells_who_is_where(self) -> bool:
        """Say whether a group's place among staff is told: `25.9% of clinical staff are BME`."""
        placed = self.sentence.has("staff_group") or self.sentence.has("band")
        return placed and self.sentence.has("group") and bool(_BEING & set(self.sentence.words))

    def in_turn(self, first: int) -> tuple[str, tuple[Number, ...]] | None:
        """Give the indicator of a number by its turn in a list, and the numbers of its run."""
        number = next(
            (one for one in self.sentence.numbers if first in {one.core, one.first}), None
        )
        return (
            None
            if number is None
            else run_in_turn(self.sentence, number, self._list(), self.marks())
        )

    def _list(self) -> tuple[str, ...]:
        """Give the indicators of the one list that a sentence names: `indicators 2, 3 and 4`."""
        lists = [
            self._numbers_after(at)
            for at, word in enumerate(self.sentence.words)
            if word in _NAMING
        ]
        lists = [one for one in lists if one]
        return lists[0] if len(lists) == 1 else ()

    def _tells_who_staff_are(self) -> bool:
        """Say whether a number is of staff who are a group: `one in nine of our staff is BME`."""
        words, groups = self.sentence.words, {mark.first for mark in self.sentence.of("group")}
        for number in self.sentence.numbers:
            place = next(
                (at for at in self.sentence.following(number) if words[at] not in _WHOSE),
                len(words),
            )
            place += words[place : place + 2] == ("members", "of")
            being = place + 1 + 3 * (words[place + 1 : place + 4] == ("of", "the", "trust"))
            behind = next((at for at in range(being + 1, len(words)) if words[at] not in _A), 0)
            staff = place < len(words) and words[place] in _STAFF
            if staff and words[being : being + 1] in _ARE and behind in groups:
                return True
        return False

    def _counts_beside_before(self) -> bool:
        """Say whether a group's staff are counted beside before: `fewer BME staff than in 2019`."""
        sides = [one for one in self.sentence.of("side") if self.sentence.words[one.last] == "than"]
        return any(
            self.sentence.words[one.first] in {"more", "fewer"}
            and self.sentence.of("group", one.first, one.last)
            and set(self.sentence.words[one.first : one.last]) & _STAFF
            and any(time.first <= one.last + 1 <= time.last for time in self.sentence.of("time"))
            for one in sides
        )

    def _tells_how_staff_moved(self) -> bool:
        """Say whether it is the number of staff that moved: `the number of BME staff rose by 9`."""
        words, moves = self.sentence.words, self.sentence.of("move")
        people = [one.last for one in self.sentence.of("people") if words[one.last] in _STAFF]
        return any(
            {"number", "numbers"} & set(words[max(0, place - _STEP) : place])
            and any(place < mark.first <= place + 2 for mark in moves)
            for place in people
        )

    def named(self) -> frozenset[str]:
        """Read the numbers of `Indicator 3` and `indicators 5 and 6`."""
        return frozenset(number for _, numbers in self._named() for number in numbers)

    def _named(self) -> list[tuple[int, frozenset[str]]]:
        """Give where indicators are named, and which."""
        found = []
        for place, word in enumerate(self.sentence.words):
            if word in _NAMING:
                numbers = frozenset(self._numbers_after(place))
                found += [(place, numbers)] if numbers else []
        return found

    def _numbers_after(self, place: int) -> tuple[str, ...]:
        """Give the numbers behind `indicator`, in order."""
        found: dict[str, None] = {}
        words = self.sentence.words
        for at in range(place + 1, min(place + _LIST, len(words))):
            if words[at] in _NUMBERS:
                # `Indicators 5 to 8` are four.
                since = list(found)[-1] if found and words[at - 1] in _THROUGH else words[at]
                found |= dict.fromkeys(map(str, range(int(since), int(words[at]) + 1)))
            elif words[at] not in _JOINING:
                break
        return tuple(found)

    def _in_brackets(self, first: int) -> str | None:
        """Give the indicator of a number in brackets: `indicators 2 (1.48) and 4 (1.14)`."""
        words, opening = self.sentence.words, first - 1
        number = next(
            (one for one in self.sentence.numbers if first in {one.core, one.first}), None
        )
        alone = number is not None and words[number.last + 1 : number.last + 2] == (")",)
        if not alone or words[opening] != "(" or words[opening - 1] not in _NUMBERS:
            return None
        place = opening - 1
        while place > 0 and (self.sentence.depth(place) or words[place] in _JOINING | _LISTED):
            place -= 1
        return words[opening - 1] if words[place] in _NAMING else None

    def _named_behind(self, first: int) -> frozenset[str]:
        """Give the indicators named right behind a number: `5 points on indicator 5`."""
        numbers = self.sentence.numbers
        number = next((one for one in numbers if first in {one.core, one.first}), None)
        if number is None:
            return frozenset()
        words, place = self.sentence.words, number.last + 1
        while place < len(words) and words[place] in _TO_NAME:
            place += 1
        listed = _NAMING | _JOINING | _NUMBERS
        end = next((at for at in range(place, len(words)) if words[at] not in listed), len(words))
        # `1.48 (indicator 4: 1.14)` brings in another.
        alone = words[number.last + 1 : place] != ("(",) or words[end : end + 1] == (")",)
        named = dict(self._named())
        led = place > number.last + 1 and alone
        return named.get(place, frozenset()) if led else frozenset()

    def _named_near(self, first: int) -> Answer | None:
        """Take a number's by its turn, else the one named last before some words; of one, that."""
        turn, named, bracketed = self.in_turn(first), self._named(), self._in_brackets(first)
        if turn is not None or bracketed is not None:
            return Answer.only(turn[0] if turn is not None else bracketed or "")
        if not named:
            return None
        behind = self._named_behind(first)
        if behind:
            return Answer.only(*behind)
        ends = [number.last for number in self.sentence.numbers if number.last < first]
        since = max(ends, default=-1)
        near = [numbers for place, numbers in named if since < place < first]
        if near:
            return Answer.only(*near[-1])
        before = [numbers for place, numbers in named if place < first]
        return Answer((before or [numbers for _, numbers in named])[-1], self.named())

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
