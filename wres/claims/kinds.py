"""Of what kind a number is: a level or a change, a ratio, a share, points or people."""

from __future__ import annotations

from dataclasses import dataclass

from wres.claims.answers import RATIOS, Answer
from wres.claims.numbers import Number
from wres.claims.reading import Sentence

__all__ = ["Kind", "is_named_only"]

_THRESHOLD = frozenset(
    [
        "above",
        "below",
        "over",
        "under",
        "than",
        "to",
        "at",
        "from",
        "exceeds",
        "of",
        "near",
        "is",
        "equals",
        "includes",
        "around",
        "cross",
        "crosses",
    ]
)
_EQUAL = ((("is", "equal")), ("is", "parity"), ("means", "equal"))
_LIMITS = frozenset({0.8, 1.25})
# Words between `interval` and a number alone.
_NEAR_BY = 9
_ZERO = frozenset({"include", "includes", "below", "above", "zero"})
_MOVED = frozenset(
    ["change", "increase", "rise", "fall", "reduction", "decrease", "drop", "growth", "improvement"]
)
_MORE = frozenset({"more", "fewer", "additional", "extra", "less"})
# With these behind it, a number is a level: `our 81% beats theirs`.
_VERBS = (
    ("beats",), ("beat",), ("lags",), ("lagged",), ("exceeds",), ("exceeded",), ("outstrips",),
    ("trails",), ("matches",), ("matched",), ("equals",), ("equalled",),
)  # fmt: skip
_MORE_THAN = (("more", "than"), ("fewer", "than"), ("less", "than"))
_GAINED = frozenset({"gained", "lost"})
_ARE = frozenset({"are", "were", "is", "was"})
_WHO = frozenset({"who", "that", "which", "whom"})
_WAYS = {"up": 1, "down": -1}
_MAKING = frozenset(
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
_BASE_ENDS = frozenset({",", "(", ")", ";", "are", "were", "is", "was", "in", "work", "who"})


def is_named_only(number: Number, sentence: Sentence) -> bool:
    """Say whether a number is a limit, an interval's end or a level of confidence."""
    words = sentence.words
    before = words[max(0, number.core - 6) : number.core]
    after = words[number.last + 1 : number.last + 3]
    if number.unit == "%" and set(after) & {"confidence", "interval", "ci"}:
        return True
    if _ends_interval(number, sentence):
        return True
    if sentence.has("range") and number.value in _LIMITS:
        return True
    every = any(words[one.core - 1 : one.core] == ("every",) for one in sentence.numbers)
    if every or before[-1:] == ("each",) or "anywhere" in before:
        return True
    if number.value == 1:
        return _is_one(number, sentence, before[-1:], after)
    return number.value == 0 and bool(set(before) & _ZERO)


def _ends_interval(number: Number, sentence: Sentence) -> bool:
    """Say whether a number stands behind `interval`, or is an end of the two that do."""
    words = sentence.words
    near = words[max(0, number.first - _NEAR_BY) : number.first]
    beside = [
        other
        for other in sentence.numbers
        if words[other.last + 1 : number.first] == ("to",)
        or words[number.last + 1 : other.first] == ("to",)
    ]
    first = min((one.first for one in (number, *beside)), default=0)
    far = words[sentence.clause(first)[0] : first] if beside else ()
    return any("interval" in one or one[-2:] == ("confidence", "limits") for one in (near, far))


def _is_one(
    number: Number, sentence: Sentence, before: tuple[str, ...], after: tuple[str, ...]
) -> bool:
    """Say whether a 1 is where nothing differs, or one of anything."""
    if after in _EQUAL or (number.form == "words" and after[:1] in (("seat",), ("person",))):
        return True
    plain = number.unit in {"", "ratio"} and number.base is None
    people = any(mark.first == number.last + 1 for mark in sentence.of("people"))
    return (
        plain
        and number.form in {"digits", "words"}
        and bool(set(before) & _THRESHOLD)
        and not people
    )


@dataclass(frozen=True)
class Kind:
    """One number in its sentence, and the indicators that it may be of."""

    sentence: Sentence
    number: Number
    topics: Answer

    @property
    def before(self) -> tuple[str, ...]:
        """Words from the number before on."""
        left, _ = self.sentence.window(self.number)
        return self.sentence.words[left : self.number.first]

    @property
    def after(self) -> tuple[str, ...]:
        """Words up to the number behind."""
        _, right = self.sentence.window(self.number)
        return self.sentence.words[self.number.last + 1 : right + 1]

    def may_be(self, indicators: frozenset[str]) -> bool:
        """Say whether the number can be of one of these indicators."""
        known = self.topics.fixed or self.topics.open
        return known is None or bool(known & indicators)

    def unit(self) -> str:
        """Give the unit, as written or as the words around make it."""
        number = self.number
        if number.unit:
            return number.unit
        if self.near_measure("ratio", "disparity"):
            return "ratio"
        if number.form == "count of" or self._is_goal() or not number.decimals:
            return "headcount"
        if number.sign and self.is_part():
            return "points"
        if self.may_be(RATIOS) or number.decimals == 2:
            between = self.near_measure("gap", "difference") and not self.may_be(RATIOS)
            return "points" if between else "ratio"
        return "points" if number.sign or self.is_change() or self.is_part() else "%"

    def _is_goal(self) -> bool:
        """Say whether a number with decimals is of people: `0.53 more each year`."""
        words = set(self.sentence.words)
        paced = {"more", "year"} <= words and bool({"each", "every"} & words)
        goal = paced or {"now", "reached"} <= words or bool({"seat", "seats"} & words)
        # What is needed a year is written with two decimals.
        told = self.number.decimals == 1 or (self.number.decimals == 2 and paced)
        return goal and told and not self.number.sign

    def is_part(self) -> bool:
        """Say whether a change is split into its parts."""
        words = set(self.sentence.words)
        within = "within" in words and bool({"bands", "band", "groups"} & words)
        return within or bool({"mix", "declaration", "redeclaration"} & words)

    def near_measure(self, *values: str) -> bool:
        """Say whether words right before the number name a measure."""
        left, _ = self.sentence.window(self.number)
        first = max(left, self.number.first - 5)
        marks = self.sentence.of("measure", first, self.number.first - 1)
        return any(mark.value in values for mark in marks)

    def is_likelihood(self) -> bool:
        """Say whether the number says how many times as likely."""
        _, right = self.sentence.window(self.number)
        end = min(self.number.last + 4, right)
        near = self.sentence.of("likely", self.number.last + 1, end)
        measured = self.number.unit in {"ratio", "%"} or self.number.form == "factor"
        return measured and bool(near) and near[0].first <= self.number.last + 2

    def has_side_after(self) -> bool:
        """Say whether `higher than` or the like follows at once."""
        after = self.number.last + 1
        behind = self.sentence.words[after : after + 1]
        return behind not in _VERBS and any(
            mark.first == after for mark in self.sentence.of("side")
        )

    def is_between(self) -> bool:
        """Say whether the number lies between two figures: a gap, a difference."""
        named = self.near_measure("gap", "difference") or self.after[:1] in (
            ("gap",),
            ("difference",),
        )
        more = self.number.unit == "%" and self.after[:2] in _MORE_THAN
        return named or more or bool(self.number.sign) or self.has_side_after() or self._is_by()

    def _is_by(self) -> bool:
        """Say whether one figure is said to beat another by so much: `lags ours by 3.1`."""
        first, _ = self.sentence.clause(self.number.first)
        sides = bool(self.sentence.of("side", first, self.number.first))
        return self.before[-1:] == ("by",) and sides

    def is_more(self) -> bool:
        """Say whether so many more or fewer people are counted."""
        first, _ = self.sentence.clause(self.number.first)
        gained = bool(_GAINED & set(self.sentence.words[first : self.number.first]))
        return gained or (bool(set(self.after[:4]) & _MORE) and self.after[:1] != ("than",))

    def is_prior(self) -> bool:
        """Say whether the number may be an earlier figure: `from 1.45`, `compared with 10.9%`."""
        left, _ = self.sentence.window(self.number)
        starts = {one.core for one in self.sentence.numbers}
        if self.after[:1] == ("to",) and self.number.last + 2 in starts:
            return True
        first = max(left, self.number.first - 4)
        return bool(self.sentence.of("prior", first, self.number.first - 1))

    def is_change(self) -> bool:
        """Say whether the number tells by how much something moved."""
        before = self.before[-1:]
        if before in (("from",), ("to",), ("at",)):
            return False
        if before == ("by",):
            first, _ = self.sentence.clause(self.number.first)
            return bool(self.sentence.of("move", first, self.number.first))
        return self._follows_move() or self._precedes_move()

    def way(self) -> int:
        """Say which way words make a change go: up (1), down (-1), or neither (0)."""
        near = self.after[:4]
        if near[:1] != ("than",) and _MORE & set(near):
            return -1 if {"fewer", "less"} & set(near) else 1
        first, _ = self.sentence.clause(self.number.first)
        after = self.number.last + 1
        moves = [one for one in self.sentence.of("move", first) if one.first <= after]
        behind = [one for one in moves if one.first == after]
        near_by = behind or moves
        return _WAYS.get(near_by[-1].value, 0) if near_by else 0

    def _follows_move(self) -> bool:
        left, _ = self.sentence.window(self.number)
        words = self.sentence.words
        for mark in self.sentence.of("move", left, self.number.first - 1):
            tail = words[mark.last + 1 : self.number.first]
            led = {"from", "to"} & {*tail, words[mark.last]}
            if mark.value not in {"up", "down", "wider", "narrower"} or led:
                continue
            if ":" in tail:
                continue
            if len(tail) <= 1 or tail[-1] == "by" or tail[-2:] == ("of",):
                return True
        return self.before[-1:] == ("of",) and bool(_MOVED & set(self.before[-3:-1]))

    def _precedes_move(self) -> bool:
        after = self.number.last + 1
        moved = any(mark.first == after for mark in self.sentence.of("move"))
        if self.number.unit != "%" and moved:
            return True
        return self.number.unit == "points" and bool(_MOVED & set(self.after[:1]))

    def base(self) -> str | None:
        """Say what a percentage is out of: people of a `group`, of a `band` or of an event.

        `outcome` are those to whom something happened: no percentage of a survey is out of them.
        """
        if self._is_of_outcome():
            return "outcome"
        following = self.sentence.following(self.number)
        start = following[0] if following else len(self.sentence.words)
        events = self.sentence.of("event_base", start, start + 6)
        if any(mark.first <= start + 1 for mark in events):
            return None if self._happened(events[0].last) else "band"
        if self._is_of_group(start):
            return "band" if self.number.form == "digits" else "group"
        if self.sentence.words[start : start + 1] in (("of",), ("who",)) or self.number.base:
            return self._base_after(start)
        left, _ = self.sentence.window(self.number)
        making = self.sentence.of("measure", left, self.number.first - 1)
        if any(self.sentence.words[mark.first] in _MAKING for mark in making):
            return "band"
        return self._base_before()

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
        return headed and bool({*_ARE, *_MAKING} & set(words[max(left, first - 2) : first]))

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
        """Read `Of BME staff, 44.1% work in bands 1 to 4`."""
        first, _ = self.sentence.clause(self.number.first)
        if self.sentence.words[first : first + 1] not in (("of",), ("among",), ("amongst",)):
            return None
        if self.sentence.of("band", first, first + 6):
            return "band"
        return "group" if self.sentence.of("group", first, first + 5) else None
