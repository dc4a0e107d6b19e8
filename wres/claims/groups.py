"""Of which ethnic group a number is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wres.claims.answers import OTHER, PAIRED, STOPS, Answer, Context
from wres.claims.lexicon import Mark
from wres.claims.numbers import Number
from wres.claims.reading import Sentence
from wres.claims.turns import group_in_turn

__all__ = ["Groups"]

_TIES = frozenset({"of", "for", "among", "amongst", "from", "were", "are", "was", "is", "by", "in"})
# Between a number and the group that it counts: `56 fewer whose ethnicity is unknown`.
_COUNTED = frozenset(
    [
        "fewer",
        "more",
        "whose",
        "staff",
        "people",
        "additional",
        "of",
        "the",
        "who",
        "extra",
        "members",
        "colleagues",
        "colleague",
        "member",
        "person",
        "is",
        "with",
        "shortlisted",
        "eligible",
        "our",
    ]
)
# `8.0% have not told us their ethnicity`
_HAVING = frozenset({"have", "has", "had", "did"})
_BRACKETS = frozenset({"(", ")"})
# With these in a sentence, two numbers may be of two times or two trusts.
_TURNED = ("comparator", "move", "time")
# Before a group that is compared with.
_COMPARED = frozenset({"than", "compared", "versus", "unlike", "against"})
# Between two numbers in the order of two groups: `23.2% of those shortlisted against 36.2%`.
_BETWEEN = PAIRED | frozenset({"and", ",", "of", "those", "them", "shortlisted", "respondents"})
_PEOPLE = frozenset(
    ["staff", "people", "applicants", "candidates", "respondents", "colleagues", "employees"]
)


@dataclass(frozen=True)
class Groups:
    """The ethnic groups of one sentence in its context."""

    sentence: Sentence
    context: Context

    def of(self, number: Number) -> Answer:
        """Say of which ethnic group a number is."""
        marks = self.sentence.of("group")
        everything = frozenset(mark.value for mark in marks)
        if len(everything) > 1 and self.sentence.has("respectively"):
            turn = self.sentence.respective(number, "group")
            return Answer(None, everything) if turn is None else Answer.only(turn)
        turn = self._in_turn(number, marks) or group_in_turn(self.sentence, number)
        return Answer.only(turn) if turn is not None else self._apart_from_turns(number, marks)

    def _in_turn(self, number: Number, marks: Sequence[Mark]) -> str | None:
        """Give a number's group where two stand in the order of the two groups named before.

        `More BME than White staff ... (14.0% compared to 6.6%)`; not where a time, a movement or
        another trust is told, nor where the first group is the one that is compared with.
        """
        if any(self.sentence.has(one) for one in _TURNED):
            return None
        pair = self._pair_of(number)
        before = [mark for mark in marks if pair and mark.last < pair[0].first]
        order = list(dict.fromkeys(mark.value for mark in before))
        if len(pair) != 2 or len(order) != 2 or not set(order) <= set(OTHER):
            return None
        between = self.sentence.words[pair[0].last + 1 : pair[1].first]
        first, last = self.sentence.clause(number.core)
        behind = pair[1].last + 1
        named = self.sentence.of("group", pair[0].last, last) or self.sentence.of(
            "topic", behind, last
        )
        if self.sentence.depth(number.core):
            named = named or self.sentence.of("topic", first, pair[0].first)
        dated = self.sentence.is_dated(first, last)
        led = set(self.sentence.words[max(0, before[0].first - 3) : before[0].first])
        plain = pair[0].unit == pair[1].unit == "%" and set(between) <= _BETWEEN
        plain = plain and (between[-1:] != ("to",) or "compared" in between)
        if named or dated or led & _COMPARED or not plain:
            return None
        return order[pair.index(number)]

    def _pair_of(self, number: Number) -> tuple[Number, ...]:
        """Give the two numbers that alone stand in brackets, or are all shares of a sentence."""
        first, last = self.sentence.clause(number.core)
        inside = [one for one in self.sentence.numbers if first <= one.core <= last]
        if self.sentence.depth(number.core):
            return tuple(inside)
        alike = [one for one in self.sentence.numbers if one.unit == number.unit]
        return tuple(alike) if set(alike) <= set(inside) else ()

    def _apart_from_turns(self, number: Number, marks: Sequence[Mark]) -> Answer:
        everything = frozenset(mark.value for mark in marks)
        opened = number.first > 0 and self.sentence.words[number.first - 1] == "("
        named = self._led_by(number.first - 1, marks) if opened else None
        if named is not None and self._names_own(number):
            named = None
        # `Indian (45) and African (39) are the largest of our BME groups.`
        named = named or self._labelled_behind(number, marks)
        if named is not None:
            return Answer.only(named.value)
        if not marks:
            carried = frozenset(self.context.groups) or None
            return Answer(None, carried)
        if number.first > 0 and self.sentence.words[number.first - 1] in PAIRED | {"("}:
            moved = self.sentence.words[number.first - 1] == "to" and len(everything) == 1
            paired = self._paired_before(number) and not moved
            if paired and self._tied(number, marks) is None:
                return Answer(None, None)
        tied = self._tied(number, marks) or self._tied_with_next(number, marks)
        if tied is not None:
            return Answer(frozenset({tied.value}), frozenset({tied.value}))
        if len(everything) > 1 and (self._among_several(number) or self._is_after_colon(number)):
            return Answer(None, everything)
        return self._near(number, marks)

    def _labelled_behind(self, number: Number, marks: Sequence[Mark]) -> Mark | None:
        """Find the group that brackets right behind a number name: `20% (BME), 25% (White)`."""
        start = number.last + 1
        behind = self.sentence.words[start:]
        if behind[:1] != ("(",) or ")" not in behind:
            return None
        end = start + behind.index(")")
        inside = [mark for mark in marks if start < mark.first and mark.last < end]
        rest = {
            word
            for place, word in enumerate(self.sentence.words[start + 1 : end], start + 1)
            if not any(mark.first <= place <= mark.last for mark in inside)
        }
        return inside[0] if len(inside) == 1 and rest <= _PEOPLE else None

    def _led_by(self, place: int, marks: Sequence[Mark]) -> Mark | None:
        """Find the group right before a token: `BME (`, `White applicants (`."""
        before = [mark for mark in marks if mark.last < place]
        if not before:
            return None
        between = self.sentence.words[before[-1].last + 1 : place]
        return before[-1] if len(between) <= 1 and set(between) <= _PEOPLE else None

    def _names_own(self, number: Number) -> bool:
        """Say whether brackets name groups themselves: `over BME (198 of 855 White and 17 ...)`."""
        _, last = self.sentence.clause(number.core)
        return bool(self.sentence.of("group", number.last + 1, last))

    def _near(self, number: Number, marks: Sequence[Mark]) -> Answer:
        """Choose among the groups named before a number, else behind it."""
        everything = frozenset(mark.value for mark in marks)
        left, right = self.sentence.window(number)
        before = [mark for mark in marks if left <= mark.first and mark.last < number.first]
        if before:
            only = frozenset({before[-1].value})
            settled = self._apart(before[-1], number) or self._next_is_tied(number, marks)
            return Answer(only, only if settled else everything)
        earlier = [mark for mark in marks if mark.last < number.first]
        if earlier:
            alone = len({mark.value for mark in earlier}) == 1 and self._counts_again(number)
            settled = alone or len(everything) == 1
            return Answer(frozenset({earlier[-1].value}) if settled else None, everything)
        depth = self.sentence.depth(number.core)
        between = [
            self.sentence.words[place]
            for place in range(number.last + 1, marks[0].first)
            if self.sentence.depth(place) <= depth and self.sentence.words[place] not in _BRACKETS
        ]
        close = len(everything) == 1 and marks[0].first <= right and not STOPS & set(between)
        return Answer(everything if close else None, everything if close else None)

    def _counts_again(self, number: Number) -> bool:
        """Say whether brackets hold the share of a count: `19 were appointed (40.4%)`."""
        return self.sentence.restated(number) != number

    def _tied_with_next(self, number: Number, marks: Sequence[Mark]) -> Mark | None:
        """Take the group of the number that one leads to: `from 95% to 92% among White staff`."""
        after = [one for one in self.sentence.numbers if one.first > number.last]
        led = number.first > 0 and self.sentence.words[number.first - 1] == "from"
        if not led or not after or self.sentence.words[number.last + 1 : after[0].first] != ("to",):
            return None
        return self._tied(after[0], marks)

    def _next_is_tied(self, number: Number, marks: Sequence[Mark]) -> bool:
        """Say whether the next number has a group of its own: `23.2%, against 36.2% for White`."""
        after = [one for one in self.sentence.numbers if one.first > number.last]
        return bool(after) and self._tied(after[0], marks) is not None

    def _paired_before(self, number: Number) -> bool:
        """Say whether a number is the second of two set against each other: `42.0% v 63.8%`."""
        before = [one for one in self.sentence.numbers if one.last < number.first]
        if not before:
            return False
        between = self.sentence.words[before[-1].last + 1 : number.first]
        return 0 < len(between) <= 2 and set(between) <= PAIRED

    def _among_several(self, number: Number) -> bool:
        """Say whether a number shares its brackets with another and no name: `(18.4% and 3.8%)`."""
        if not self.sentence.depth(number.core):
            return False
        first, last = self.sentence.clause(number.core)
        inside = [one for one in self.sentence.numbers if first <= one.core <= last]
        return len(inside) == 2 and not self.sentence.of("group", first, last)

    def _is_after_colon(self, number: Number) -> bool:
        """Say whether two numbers follow where both groups are named: `than White: 51%, 44%`."""
        first, last = self.sentence.clause(number.core)
        inside = [one for one in self.sentence.numbers if first <= one.core <= last]
        opened = first > 0 and self.sentence.words[first - 1] in {":", ";", "—"}
        return opened and len(inside) == 2 and not self.sentence.of("group", first, last)

    def _apart(self, mark: Mark, number: Number) -> bool:
        """Say whether nothing stands between a group and the number in brackets after it."""
        between = self.sentence.words[mark.last + 1 : number.first]
        return not between or (
            len(between) <= 3 and any(word in {"(", ":", "at"} for word in between)
        )

    def _tied(self, number: Number, marks: Sequence[Mark]) -> Mark | None:
        """Find the group that a number is said of: `24% of the BME respondents`, `9 BME staff`."""
        _, right = self.sentence.window(number)
        reading = self.sentence.following(number)
        for mark in marks:
            if mark.first not in reading or not number.last < mark.first <= right:
                continue
            between = self.sentence.words[reading[0] : mark.first]
            if any(word in STOPS for word in between) or len(between) > 6:
                return None
            if (
                not between
                or number.base is not None
                or between[0] in _TIES
                or (set(between) & {"were", "are", "was", "is"})
                or set(between) <= _COUNTED
                or (mark.value == "Unknown" and set(between) <= _HAVING)
            ):
                return mark
            return None
        return None
