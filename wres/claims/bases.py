"""What a percentage is out of: the people of a group, of a band, or those of an event."""

from __future__ import annotations

from dataclasses import dataclass

from wres.claims.group_base import base_from, named_base
from wres.claims.lexicon import Mark
from wres.claims.numbers import Number
from wres.claims.reading import Sentence

__all__ = ["MAKING", "base_of", "is_of_group"]

_ARE = frozenset({"are", "were", "is", "was"})
_WHO = frozenset({"who", "that", "which", "whom"})
MAKING = frozenset(
    [
        "make",
        "makes",
        "made",
        "represent",
        "represents",
        "represented",
        "account",
        "accounts",
        "accounted",
    ]
)
_HAD = frozenset({"appointed", "successful", "entered", "accessed", "hired"})
_AMONG = (("of",), ("among",), ("amongst",))
_WHOSE = frozenset({"our", "all", "the", "its", "their", "trust", "trust's", "these", "those"})
_NOT_A_GROUP = frozenset({"Unknown", "known", "all"})
_BASE_ENDS = frozenset({",", "(", ")", ";", "are", "were", "is", "was", "in", "work", "who"})


def base_of(sentence: Sentence, number: Number) -> str | None:
    """Say what a percentage is out of: people of a `group`, of a `band` or of an event.

    `outcome` are those to whom something happened: no percentage of a survey is out of them.
    """
    return _Share(sentence, number).base()


def is_of_group(sentence: Sentence, number: Number) -> bool:
    """Say whether a percentage is plainly out of one group's people.

    `8.3% of our BME staff` and `one in twelve BME colleagues` are; `11.5% of staff from a BME
    background` may tell of all staff.
    """
    following = sentence.following(number)
    start = following[0] if following else len(sentence.words)
    led = sentence.words[start : start + 1] in _AMONG
    if not led and number.form not in {"one in", "fraction"}:
        return _opens_with_group(sentence, number)
    start += led
    while sentence.words[start : start + 1] and sentence.words[start] in _WHOSE:
        start += 1
    return _is_people_of_group(sentence, start)


def _opens_with_group(sentence: Sentence, number: Number) -> bool:
    """Read `Of our BME staff, 11.5% ...`."""
    first, _ = sentence.clause(number.first)
    start = first + 1
    while sentence.words[start : start + 1] and sentence.words[start] in _WHOSE:
        start += 1
    led = sentence.words[first : first + 1] in _AMONG
    return led and start < number.first and _is_people_of_group(sentence, start)


def _is_people_of_group(sentence: Sentence, start: int) -> bool:
    groups = [mark for mark in sentence.of("group") if mark.first == start]
    named = bool(groups) and groups[0].value not in _NOT_A_GROUP
    return named and any(mark.first == groups[0].last + 1 for mark in sentence.of("people"))


@dataclass(frozen=True)
class _Share:
    sentence: Sentence
    number: Number

    def base(self) -> str | None:
        if self._is_of_outcome():
            return "outcome"
        following = self.sentence.following(self.number)
        start = following[0] if following else len(self.sentence.words)
        events = self.sentence.of("event_base", start, start + 6)
        if any(mark.first <= start + 1 for mark in events):
            return self._of_event(events[0])
        if self._is_of_group(start):
            # `38.4% of our 284 BME staff` is out of them, `11.5% BME` is not.
            plain = self.number.form == "digits" and self.number.base is None
            return "band" if plain else "group"
        behind = base_from(self.sentence, start)
        told = self.sentence.words[start : start + 1] in (("of",), ("who",))
        if told or self.number.base or behind is not None:
            return self._base_after(start if told or behind is None else behind)
        return self._base_before() or self._base_made_up() or self._base_of_count()

    def _base_made_up(self) -> str | None:
        """Read `BME staff make up 4.7%`."""
        left, _ = self.sentence.window(self.number)
        making = self.sentence.of("measure", left, self.number.first - 1)
        made = any(self.sentence.words[mark.first] in MAKING for mark in making)
        return "band" if made else None

    def _is_of_group(self, start: int) -> bool:
        """Say whether a group follows: at once, or as in `one in three shortlisted BME`."""
        marks = self.sentence.of("group", start, start + 3)
        between = set(self.sentence.words[start : marks[0].first]) if marks else _BASE_ENDS
        vague = self.number.form in {"one in", "fraction"}
        return not between or (vague and not between & (_BASE_ENDS | {"of", "and"}))

    def _is_of_outcome(self) -> bool:
        """Read `BME staff are 9% of those who ...` and `of those who ..., 9% were BME`."""
        words, start = self.sentence.words, self.number.last + 1
        first = self.number.first
        groups = {mark.first for mark in self.sentence.of("group")}
        if words[start : start + 1] and words[start] in _ARE and start + 1 in groups:
            return self._opens_with_base()
        if words[start : start + 1] != ("of",) or "who" not in words[start : start + 4]:
            return False
        told = [place for place in groups if place > start and words[place - 1] in _ARE]
        if any(words[place - 2] not in _WHO for place in told):
            return True
        left, _ = self.sentence.window(self.number)
        headed = any(left <= place < first for place in groups)
        return headed and bool({*_ARE, *MAKING} & set(words[max(left, first - 2) : first]))

    def _opens_with_base(self) -> bool:
        """Say whether `of staff in bands ...,` stands before the number, without its group."""
        words, end = self.sentence.words, self.number.first
        starts = [one.last + 1 for one in self.sentence.numbers if one.last < end]
        first, _ = self.sentence.clause(end)
        # `Of the 394 staff in bands 1 to 4, ...`: the number is the base's own.
        begin = first if words[first] in {"of", "among", "amongst"} else max(starts, default=0)
        openings = [at for at in range(begin, end) if words[at] in {"of", "among", "amongst"}]
        if not openings or openings[0] > begin + 2:
            return False
        return words[end - 1] == "," and not self.sentence.of("group", openings[0], end)

    def _of_event(self, event: Mark) -> str | None:
        """Tell `5.1% of those shortlisted`, of all of them, from a share of a group's people."""
        if self._happened(event.last):
            return None
        # `More likely to be appointed: 36.2% of those shortlisted`.
        return "group" if self.sentence.of("likely", 0, self.number.first - 1) else "band"

    def _happened(self, place: int) -> bool:
        """Say whether those counted are said to have had the event: `of those shortlisted were`."""
        return bool(_HAD & set(self.sentence.words[place + 1 : place + 4]))

    def _base_after(self, start: int) -> str | None:
        end = min(start + 6, len(self.sentence.words) - 1)
        for place in range(start, end + 1):
            starts = {mark.kind for mark in self.sentence.marks if mark.first == place}
            if "group" in starts:
                return "group"
            if self.sentence.words[place] in _BASE_ENDS or "band" in starts:
                return "band"
        return "band" if end > start else None

    def _base_before(self) -> str | None:
        """Read `Of BME staff, 44.1% work in bands 1 to 4` and `As a share of BME staff, ...`."""
        first, _ = self.sentence.clause(self.number.first)
        opening = base_from(self.sentence, first)
        if opening is None:
            return None
        led = range(opening, self.number.first)
        commas = (at for at in led if self.sentence.words[at] == ",")
        comma = next(commas, min(opening + 6, self.number.first))
        if self.sentence.of("band", opening, comma):
            return "band"
        return "group" if self.sentence.of("group", opening, comma) else None

    def _base_of_count(self) -> str | None:
        """Read `Of our 284 BME staff, 109 (38.4%)` and `109 of our 284 BME staff (38.4%)`."""
        counted = self.sentence.restated(self.number)
        if counted == self.number:
            return None
        if named_base(self.sentence, counted) is not None:
            return "group"
        # `In Bands 5 to 7 109 of 1,159 staff are BME (9.4%)`.
        placed = counted.base is not None and self.sentence.has("band")
        return "band" if placed else None
