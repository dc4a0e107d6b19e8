"""Of what kind a number is: a level or a change, a ratio, a share, points or people."""

from __future__ import annotations

from dataclasses import dataclass

from wres.claims.answers import RATIOS, Answer
from wres.claims.lexicon import Mark
from wres.claims.numbers import Number
from wres.claims.reading import Sentence

__all__ = ["SIDES", "Kind"]

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
# Between a gap and what moves instead of it.
_APART = frozenset({",", "as", "because", "since", "when", "and"})
# Words from a share to the group that it is of: `11% of all our White staff`.
_OF_WHOM, _TWO = 3, 2
_CHOSEN = frozenset({"appointed", "recruited", "selected", "hired", "drawn"})
_GAINED = frozenset({"gained", "lost"})
_WAYS = {"up": 1, "down": -1}
# What stands above or below another is more or less of it.
SIDES = {"above": "more", "below": "less"}
_BEYOND = {"surplus": 1, "excess": 1, "shortfall": -1, "deficit": -1}


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
        led = "now" in words and bool({"reached", "nearer"} & words or {"more", "by"} <= words)
        goal = paced or led or bool({"seat", "seats"} & words)
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

    def is_of_likelihoods(self) -> bool:
        """Say whether it tells by how much one likelihood is above another: `48% higher than`."""
        first, _ = self.sentence.clause(self.number.first)
        named = self.sentence.of("measure", first, self.number.first - 1)
        likelihood = any(mark.value == "likelihood" for mark in named)
        after = self.number.last + 1
        sided = any(one.first == after and one.value in SIDES for one in self.sentence.of("side"))
        topics = self.topics.fixed or frozenset()
        plain = self.number.unit == "%" and not self.sentence.of("comparator", first)
        return plain and likelihood and sided and bool(topics) and topics <= RATIOS

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
        marks = self.sentence.of("prior", first, self.number.first - 1)
        return any(not self._leads_elsewhere(mark) for mark in marks)

    def is_earlier(self) -> bool:
        """Say whether it is what something came from: `from 30%`, `fell, compared with 30%`.

        Beside another group's, `25% against 15%` may be of this year.
        """
        if not self.is_prior():
            return False
        led = self.before[-1:] == ("from",)
        moved = self.sentence.has("move") and len(set(self.sentence.values("group"))) < _TWO
        return led or moved

    def _leads_elsewhere(self, mark: Mark) -> bool:
        """Tell the `from` of `appointed from shortlisting` and `abuse from staff` from a time's."""
        words = self.sentence.words
        if words[mark.first : mark.last + 1] != ("from",):
            return False
        chosen = mark.first > 0 and words[mark.first - 1] in _CHOSEN
        behind = mark.last + 1
        return chosen or any(one.first <= behind <= one.last for one in self.sentence.of("topic"))

    def is_change(self) -> bool:
        """Say whether the number tells by how much something moved."""
        before = self.before[-1:]
        if before in (("from",), ("to",), ("at",)):
            return False
        if before == ("by",):
            first, _ = self.sentence.clause(self.number.first)
            moved = bool(self.sentence.of("move", first, self.number.first))
            return moved and not self._is_of_group()
        return self._follows_move() or self._precedes_move()

    def _is_of_group(self) -> bool:
        """Say whether it is a share of a group: `reported by ..., and by 11% of White staff`."""
        start = self.number.last + 1
        groups = self.sentence.of("group", start, start + _OF_WHOM)
        of = self.sentence.words[start : start + 1] == ("of",)
        return self.number.unit == "%" and of and bool(groups)

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

    def beyond(self) -> int:
        """Say on which side words put a difference: `a surplus of` (1), `a shortfall of` (-1)."""
        led = self.before[-2:]
        return _BEYOND.get(led[0], 0) if led[1:] == ("of",) else 0

    def is_change_of_gap(self) -> bool:
        """Say whether it is a gap that moved: `narrowed by 1.8 points`, `the gap fell by 2.4`."""
        first, _ = self.sentence.clause(self.number.first)
        moves = self.sentence.of("move", first, self.number.first)
        if moves and moves[-1].value in {"wider", "narrower"}:
            return True
        gaps = [one for one in self.sentence.of("measure", first) if one.value == "gap"]
        led = [one for one in gaps if moves and one.last < moves[-1].first]
        if not led or len(moves) > 1:
            return False
        return not _APART & set(self.sentence.words[led[-1].last + 1 : moves[-1].first])

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
