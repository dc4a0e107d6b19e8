"""A number of people: those who are counted, and those among whom."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace
from itertools import pairwise, takewhile

from wres.claims.answers import ANY, NOWHERE, OTHER, RATIOS, STAFF, SURVEY, Answer
from wres.claims.asking import COUNT, EVENTS, Asker
from wres.claims.bases import is_of_group
from wres.claims.claim import Claim
from wres.claims.group_base import named_base
from wres.claims.numbers import Number
from wres.claims.shown import Query
from wres.claims.writing import ENDLESS
from wres.definitions.ethnicity import BME

__all__ = ["People"]

# How much further behind `of` those counted may be named.
_OF_WHOM = 4
_OF = (("of",),)
_APART = frozenset({"of", "from", "out", "and", ",", ";", "("})
_NUMBER_OF = 8
_STATED = frozenset({"is", "was", "are", "were", "stands", "stood"})
_ARE = (("were",), ("are",), ("was",), ("is",))
_HAPPENED = (("entered",), ("accessed",))
_CASES = frozenset({"cases", "case", "processes", "hearings"})
_GOALS = frozenset({"would", "goal", "seat", "seats", "parity", "yearly", "fewer", "had"})


class People(Asker):
    """Reads numbers of people."""

    def whole(self, query: Query) -> Claim:
        """Read the 2,643 of `17 of 2,643`: those among whom people are counted."""
        place, base = self.number.base_at, self.number.base or 0.0
        # `17 of the 19 cases`: all that happened, which no figure counts.
        happened = bool(_CASES & set(self.sentence.words[place + 1 : place + 3]))
        number = Number(place, place, base, base - 0.5, base + 0.5, core=place)
        event = self.event()
        if event is not None:
            among = query.asked(groups=Answer.only("all"), roles=event, unit="headcount")
            return Claim(number, among, said="count")
        apart = self.kind.may_be(RATIOS | SURVEY) and query.groups.fixed is not None
        whole = query.groups
        if query.indicators.fixed is None and not self.sentence.of("group", place, place + 2):
            # `23.3% of our 841 staff`: among all of them, where no words name what it is about.
            whole = Answer(None, (whole.open or frozenset()) | {"all"})
        share = self.sentence.restated(self.number)
        if share != self.number and is_of_group(self.sentence, share):
            # `Half of our BME clinical staff (17 of 34)`.
            group = named_base(self.sentence, share)
            whole, apart = (whole, apart) if group is None else (Answer.only(group.value), True)
        query = _of_any_part(query)
        query = query.asked(
            unit="headcount", roles=COUNT, roles_fixed=frozenset({"base"}), measures=None,
            groups=whole if apart else Answer(frozenset({"all"}), None),
        )  # fmt: skip
        return Claim(number, query, said="count", loose=happened)

    def read(self) -> Claim:
        """Read a number of people."""
        if self.number.form == "count of":
            query = self.ask("headcount", self.event() or frozenset({"count"}), BME)
            number = replace(self.number, form="digits", hedge="")
            return Claim(number, query, said="count of")
        if self.kind.is_change() or self.kind.is_more():
            query = self.ask("headcount", frozenset({"change", "people"}), "all")
            return Claim(self.number, query.asked(years=self.changes(query)), said="change")
        if self.number.decimals:
            goals = self.ask("headcount", frozenset({"people"}))
            return Claim(self.number, goals.asked(groups=ANY), said="count")
        # How many joined a network or sit on a committee is no indicator's.
        elsewhere = self.kind.topics == NOWHERE
        loose = elsewhere or self._is_loose()
        return Claim(self.number, self._count(), said="count", loose=loose)

    def _is_loose(self) -> bool:
        """Say whether no people, group or movement stand by a bare number."""
        if self.number.value == 0 and self.number.form == "words" and self.kind.may_be(STAFF):
            # `No BME staff in the higher of the two`: of which staff, words may not say.
            return not self.sentence.has("band")
        if self.sentence.words[self.number.core] == "nobody":
            # `Nobody on the board is BME`.
            return not self.sentence.of("group", *self.sentence.clause(self.number.core))
        if self.number.hedge in ENDLESS:
            # `Fewer than 11 respondents` may be a rule's.
            return True
        first, last = max(0, self.number.first - 2), self.number.last + 4
        if self.sentence.words[self.number.last + 1 : self.number.last + 2] == ("of",):
            last += _OF_WHOM
        behind = self.sentence.words[self.number.last + 1 : self.number.last + 2]
        happened = behind in _HAPPENED or (
            behind in (("were",), ("was",)) and bool(self.sentence.of("topic", last - 2, last))
        )
        led = self.sentence.words[max(0, self.number.first - _NUMBER_OF) : self.number.first]
        counted = (
            happened
            or ("number", "of") in pairwise(led)
            or self._is_stated()
            or self._is_in_part(last)
            or self.sentence.of("people", self.number.last + 1, last)
            or (behind in _OF and self.sentence.of("board", self.number.last + 1, last))
            or any(self.sentence.of(kind, first, last) for kind in ("group", "move"))
        )
        return not counted and not self.sentence.depth(self.number.core)

    def _is_stated(self) -> bool:
        """Read `the number of BME staff who entered the formal process was 17`."""
        first, _ = self.sentence.clause(self.number.first)
        led = self.sentence.words[first : self.number.first]
        return ("number", "of") in pairwise(led) and led[-1] in _STATED

    def _is_in_part(self, last: int) -> bool:
        """Read `Of our 284 BME staff, 212 work in clinical roles`."""
        parts = self.sentence.of("staff_group", self.number.last + 1, last)
        between = self.sentence.words[self.number.last + 1 : parts[0].first] if parts else ()
        opened = self._opening_group() is not None
        return bool(parts) and opened and between[-1:] == ("in",)

    def _are_of_a_group(self) -> bool:
        """Say whether some of those with an event are told to be a group's: `..., 17 were BME`."""
        first, _ = self.sentence.clause(self.number.first)
        led = self.sentence.words[first : self.number.first]
        opened = bool(led) and led[0] in {"of", "among", "amongst"}
        start = self.number.last + 1
        being = self.sentence.words[start : start + 1] in _ARE
        groups = {mark.first for mark in self.sentence.of("group")}
        return (
            opened and bool((EVENTS | {"shortlisted"}) & set(led)) and being and start + 1 in groups
        )

    def _opening_group(self) -> str | None:
        """Give the group of whom people are told: `Of 143 BME staff, one entered the process`."""
        first, _ = self.sentence.clause(self.number.first)
        groups = self.sentence.values("group", first, self.number.first)
        led = self.sentence.words[first : self.number.first]
        opened = led[:1] in (("of",), ("among",)) and "," in led
        return groups[0] if opened and len(groups) == 1 else None

    def _count(self) -> Query:
        people = frozenset({"people"}) if self.words & _GOALS else frozenset()
        query = self.ask("headcount", COUNT | people)
        before, event = self.kind.before, self.event()
        if event is not None:
            # `Of the 220 people appointed` are all of them.
            return query.asked(groups=Answer.only(self._opening_group() or "all"), roles=event)
        if {"of", "among"} & {*before[-1:], *before[-2:-1]} and before[-1:] != ("whom",):
            # Whom others are counted among: `two in five of our 284 BME staff work in band 5`.
            grouped = self.sentence.of("group", self.number.last + 1, self.number.last + 2)
            query = _of_any_part(query) if grouped else query
            query = query.asked(groups=ANY, roles_fixed=frozenset({"base"}))
        # `Nineteen were appointed from the 47 who were shortlisted`: each as the words behind say.
        behind = list(takewhile(lambda word: word not in _APART, self.kind.after))
        role = self._role_by(frozenset(behind)) or self._role_by(self.words)
        if role:
            # `Of the 220 appointed, 17 were BME` can be no other people.
            roles = role if self._are_of_a_group() else query.roles
            query = query.asked(roles=roles, roles_fixed=role)
        if query.groups.fixed is not None:
            return query
        allowed = query.groups.open
        apart = not self.sentence.of("group", *self.sentence.window(self.number))
        everyone = frozenset({"all"}) if apart or allowed is None else None
        return query.asked(groups=Answer(everyone, None if allowed is None else allowed | {"all"}))

    def _role_by(self, words: Set[str]) -> frozenset[str]:
        """Tell those with an event from those shortlisted; empty where words name both."""
        happened, listed = bool(words & EVENTS), "shortlisted" in words
        if happened == listed or (happened and not self.kind.may_be(RATIOS)):
            return frozenset()
        return frozenset({"count"} if happened else {"base"})


def _of_any_part(query: Query) -> Query:
    """Let those among whom people are counted be of the part that is named, or of all of them."""
    if query.bands.open is not None:
        # `10 of 143 work at band 8a`: among the staff of the band, or of the group.
        some = query.groups.one in OTHER and query.bands.open != frozenset({""})
        fixed = None if some else query.bands.fixed
        query = query.asked(bands=Answer(fixed, query.bands.open | {""}))
    if query.staff_groups.open not in {None, frozenset({""})}:
        # `212 of our 284 work in clinical roles`.
        wider = (query.staff_groups.open or frozenset()) | {""}
        query = query.asked(staff_groups=Answer(None, wider))
    return query
