"""Of which part of the trust a number is: pay band, staff group, part of the board."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from wres.claims.answers import Answer
from wres.claims.bases import MAKING
from wres.claims.boards import WHOLE_BOARD, joint_parts
from wres.claims.lexicon import Mark
from wres.claims.numbers import Number
from wres.claims.reading import Sentence

__all__ = ["Parts"]

# How far words that name a part may stand from a number.
_REACH = 12
_BANDS = frozenset({"band", "bands", "grades"})
# Before what a part is set against, and what says that it is the whole.
_AGAINST = frozenset({"against", "compared", "versus", "vs", "v", "than", "below", "above"})
_WHOLE = frozenset({"overall", "workforce", "whole", "total", "trust", "all", "organisation"})
_NAMED_BEFORE = 6
# Words from `of` to the part that a number is of; a board named right before brackets on it.
_OF_WHOM = 4
_BOARD = frozenset({"board", "members", "directors", "boards"})
_OF = frozenset({"of", "on"})
_MEMBERS_OF = _OF | {"members", "member", "directors", "seats", "the", "our", "its", "trust", "s"}
_LEADING = frozenset({"the", "its", "our", "those", "all", "only", "both", "i", "e", "."})
_NAMED_BEHIND = 5
# Behind `overall`, what it is then said of; and between `the overall share` and its number.
_OF_PART = (("in",), ("of",), ("for",), ("across",))
_SHARE = frozenset({"share", "percentage", "proportion", "figure"})
_JOINING = frozenset({"(", "of", "at", "is", ",", *_SHARE})
_PARTS = ("band", "staff_group", "senior")
_STAFF = frozenset({"staff", "roles", "posts", "colleagues"})
_WORKING = (("work",), ("works",), ("worked",), ("are",), ("were",), ("sit",))
_OPENING = (("in",), ("among",), ("within",), ("across",), ("at",))


@dataclass(frozen=True)
class Parts:
    """The parts of the trust that one sentence names."""

    sentence: Sentence

    def of(self, number: Number, kind: str, carried: tuple[str, ...] = ()) -> Answer:
        """Say of which part of a kind (`band`, `staff_group`, `board`) a number is."""
        marks = self.sentence.of(kind)
        everything = frozenset(mark.value for mark in marks)
        if not marks and kind == "band" and _BANDS & set(self.sentence.words):
            # `The higher the band, the lower the share`: of which, words don't say.
            return Answer(None, None)
        if not marks:
            return Answer(frozenset({""}), frozenset(carried) | {""})
        if kind == "board" and self._of_whole_board(number):
            return Answer(frozenset({""}), everything | {""})
        if kind != "board" and self._of_the_whole(number):
            return Answer(frozenset({""}), everything | {""})
        turn = self.sentence.respective(number, kind)
        return self._beside(number, kind, marks) if turn is None else Answer.only(turn)

    def _of_the_whole(self, number: Number) -> bool:
        """Say whether a part is set against the whole: `7.1% ..., against 11.5% overall`."""
        left, right = self.sentence.window(number)
        words = self.sentence.words
        if self.is_of_everyone(number):
            return True
        led = range(max(left, number.first - _NAMED_BEFORE), number.first)
        turned = [place for place in led if words[place] in {*_AGAINST, "overall"}]
        if not left or not turned:
            return False
        end = min(right, number.last + _NAMED_BEHIND, self.sentence.clause(number.last)[1])
        said = {*words[turned[0] : number.first], *words[number.last + 1 : end + 1]}
        parts = [
            mark
            for kind in _PARTS
            for mark in self.sentence.of(kind, turned[0], self.sentence.clause(right)[1])
        ]
        return bool(_WHOLE & said) and not parts

    def is_of_everyone(self, number: Number) -> bool:
        """Say whether a share is of all staff by the words right beside it.

        `11.5% of all our staff`, `11.5% overall`, `the overall share of 11.5%`.
        """
        words = self.sentence.words
        behind = words[number.last + 1 : number.last + 1 + _NAMED_BEHIND]
        if number.unit != "%":
            return False
        bare = tuple(word for word in behind if word != ")")
        if bare[:1] == ("overall",) and bare[1:2] not in _OF_PART:
            return True
        led = words[max(0, number.first - _NAMED_BEFORE) : number.first]
        if "overall" in led:
            share = led[led.index("overall") + 1 :]
            return bool(_SHARE & set(share)) and share[-1] in _JOINING
        if behind[:2] != ("of", "all") or "staff" not in behind:
            return False
        staff = number.last + 1 + behind.index("staff")
        named = [one for kind in _PARTS for one in self.sentence.of(kind, number.last, staff + 3)]
        grouped = set(self.sentence.values("group", number.last, staff)) - {"all"}
        return not (named or grouped)

    def _beside(self, number: Number, kind: str, marks: Sequence[Mark]) -> Answer:
        everything = frozenset(mark.value for mark in marks)
        number = self._of_whom(number, marks) if kind == "board" else number
        left, right = self.sentence.window(number)
        if kind == "board":
            marks = joint_parts(marks, self.sentence.words)
            everything = frozenset(mark.value for mark in marks)
            marks = [mark for mark in marks if not self._is_aside(mark, number)]
        after = [mark for mark in marks if number.last < mark.first <= right]
        before = [mark for mark in marks if left <= mark.first and mark.last < number.first]
        if kind == "band" and self._of_all(number):
            return Answer(frozenset({""}), everything | {""})
        tied = self._tied(number, before, after) or self._in_turn(number, marks)
        if tied is not None:
            return Answer.only(tied.value)
        return self._near(number, kind, before, after, everything)

    def _of_whom(self, number: Number, marks: Sequence[Mark]) -> Number:
        """Give the number of those among whom others are counted: `16 members, of whom 3 ...`."""
        words, depth = self.sentence.words, self.sentence.depth(number.core)
        before = [
            one
            for one in self.sentence.numbers
            if one.last < number.first and self.sentence.depth(one.core) == depth
        ]
        whom = words[max(0, number.first - 2) : number.first] == ("of", "whom")
        if not whom or not before:
            return number
        named = any(before[-1].last < mark.first < number.first for mark in marks)
        return number if named else before[-1]

    def _is_aside(self, mark: Mark, number: Number) -> bool:
        """Say whether a part stands in brackets with numbers of their own, and a number outside."""
        if self.sentence.depth(mark.first) <= self.sentence.depth(number.core):
            return False
        first, last = self.sentence.clause(mark.first)
        return any(first <= one.core <= last for one in self.sentence.numbers)

    def _of_whole_board(self, number: Number) -> bool:
        """Say whether a number is of all who sit on the board: `the board's 12 members`."""
        led = self.sentence.words[max(0, number.first - 2) : number.first]
        marks = self.sentence.of("board")
        part = any(mark.first == number.last + 1 for mark in marks)
        whole = {mark.last for mark in marks if mark.value == WHOLE_BOARD}
        named = bool(whole & {number.first - 1, number.first - 2})
        return not part and not named and "board" in led and not self._of_some(number, marks)

    def _of_some(self, number: Number, marks: Sequence[Mark]) -> bool:
        """Say whether the board right before a number is that of some of its members.

        `Of the executive members of the Board 0% are BME`.
        """
        words = self.sentence.words
        places = range(max(0, number.first - 2), number.first)
        board = max((at for at in places if words[at] == "board"), default=0)
        led = [mark for mark in marks if mark.last < board and mark.value != WHOLE_BOARD]
        between = words[led[-1].last + 1 : board] if led else ()
        return bool(_OF & set(between)) and set(between) <= _MEMBERS_OF

    def _near(
        self,
        number: Number,
        kind: str,
        before: Sequence[Mark],
        after: Sequence[Mark],
        everything: frozenset[str],
    ) -> Answer:
        """Choose among the parts named before and after a number, up to the next one."""
        if before and after:
            both = frozenset({before[-1].value, after[0].value})
            return Answer(both if len(both) == 1 else None, both)
        if before:
            return Answer(frozenset({before[-1].value}), everything)
        if kind == "staff_group" and after and self._is_of_some(number, after[0]):
            return Answer(None, everything | {""})
        if after and self._reaches(number, after[0]):
            only = frozenset({after[0].value})
            return Answer(only, only if self._is_of(number, after[0]) else everything)
        return Answer(everything if len(everything) == 1 else None, everything | {""})

    def _is_of_some(self, number: Number, mark: Mark) -> bool:
        """Say whether a staff group is that of some of them: `11, six of them clinical`."""
        between = self.sentence.words[number.last + 1 : mark.first]
        return ("of", "them") in pairwise(between) or ("of", "whom") in pairwise(between)

    def _tied(self, number: Number, before: Sequence[Mark], after: Sequence[Mark]) -> Mark | None:
        """Find a part right behind a number, or one that its clause opens with."""
        behind = self.sentence.words[number.last + 1 : after[0].first] if after else ()
        # `72 work in clinical roles`
        led = behind[1:] if behind[:1] in _WORKING else behind
        if led and len(behind) <= 2 and led[0] in {"in", "of", "among", "for"}:
            return after[0]
        first, _ = self.sentence.clause(number.first)
        opens = self.sentence.words[first : first + 1] in _OPENING
        return before[-1] if opens and before and before[-1].first <= first + 2 else None

    def _in_turn(self, number: Number, marks: Sequence[Mark]) -> Mark | None:
        """Find the part of a number where parts and numbers take turns.

        `Clinical staff are 25.9% BME and non-clinical staff 14.6%`.
        """
        numbers = [one for one in self.sentence.numbers if one.unit == number.unit]
        if number not in numbers or not len(numbers) == len(marks) > 1:
            return None
        turns = sorted([*((one.first, "part") for one in marks), *((n.core, "") for n in numbers)])
        kinds = [kind for _, kind in turns]
        alternate = all(one != other for one, other in pairwise(kinds))
        return marks[numbers.index(number)] if alternate else None

    def _is_of(self, number: Number, mark: Mark) -> bool:
        """Say whether a part is right what a number is of: `one of our executive directors`."""
        reading = self.sentence.following(number)
        between = self.sentence.words[reading[0] : mark.first] if reading else ()
        near = len(between) - self._is_bracketed(number, mark) <= _OF_WHOM
        return between[:1] == ("of",) and near

    def _is_bracketed(self, number: Number, mark: Mark) -> bool:
        """Say whether brackets tell which board is meant: `of the board (voting members only)`."""
        words, opening = self.sentence.words, mark.first - 1
        while opening > number.last and words[opening] in _LEADING:
            opening -= 1
        return words[opening] == "(" and bool(_BOARD & set(words[max(0, opening - 2) : opening]))

    def _of_all(self, number: Number) -> bool:
        """Say whether a number is of all clinical staff or of the workforce, bands aside."""
        reading = self.sentence.following(number)
        if not reading or self.sentence.words[reading[0]] != "of" or self._opens_with_band(number):
            return False
        if self._is_made_up(number):
            return False
        end = reading[0] + 4
        if any(mark.first <= end + 4 for mark in self.sentence.of("band", reading[0])):
            return False
        whole = [
            mark for mark in self.sentence.of("topic", reading[0], end) if mark.value == "workforce"
        ]
        return bool(whole or self.sentence.of("staff_group", reading[0], end))

    def _is_made_up(self, number: Number) -> bool:
        """Say whether a band is what makes up the share: `consultants make up 8.5% of ...`."""
        first, _ = self.sentence.clause(number.first)
        led = {mark.last + 1 for mark in self.sentence.of("band", first, number.first)}
        led |= {place + 1 for place in led if self.sentence.words[place] in _STAFF}
        return any(self.sentence.words[place] in MAKING for place in led if place < number.first)

    def _opens_with_band(self, number: Number) -> bool:
        """Say whether a clause opens with the bands that it is about: `In bands 8a and 8b, ...`."""
        first, _ = self.sentence.clause(number.first)
        opening = self.sentence.words[first : first + 1]
        return opening in _OPENING and bool(self.sentence.of("band", first, first + 8))

    def _reaches(self, number: Number, mark: Mark) -> bool:
        between = self.sentence.words[number.last + 1 : mark.first]
        if mark.kind == "board" and self._is_bracketed(number, mark):
            return len(between) <= _REACH
        return not any(word in {";", "("} for word in between) and len(between) <= _REACH
