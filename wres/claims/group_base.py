"""Out of whom of a group a share is: of all its staff, or of those of one staff group.

The two differ where a share is of a staff group's band: `38.4% of all BME staff` and `51.4% of
clinical BME staff` are the same people. Words may leave open which.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from wres.claims.answers import OTHER, WHOLE, Answer
from wres.claims.facts import OF_ALL, OF_PART
from wres.claims.lexicon import Mark
from wres.claims.numbers import Number
from wres.claims.reading import Sentence
from wres.claims.shown import Query
from wres.claims.spread import LONE

__all__ = ["base_from", "named_base", "with_base"]

_AMONG = frozenset({"of", "among", "amongst"})
_OPENING = _AMONG | {"in", "within", "for", "across"}
_ALL = frozenset({"all", "whole", "entire", "total"})
_OUR = frozenset({"our", "its", "trust", "organisation"})
# Before the group: `of all our staff who are BME`, `of the trust's staff from a BME background`.
_LED = _AMONG | _ALL | _OUR | {"the", "these", "those", "who", "are", "is", "from", "a", "an"}
_STAFF = frozenset({"staff", "colleagues", "people", "employees", "workforce", "members"})
_BACKGROUND = frozenset({"background", "backgrounds", "heritage", "origin"})
_WORKING = frozenset({"who", "work", "working", "are", "employed", "in", "our", "the"})
_TIED = (("in",), ("who",), ("working",), ("employed",))
_POSTS = frozenset({"staff", "roles", "posts", "jobs", "positions", "in", "at", "of", "pay"})
# What leads to a base: `as a share of`, `expressed as a percentage of`, `out of`.
_SHARES = frozenset({"share", "proportion", "percentage", "fraction"})
_LEADING = frozenset({"expressed", "taken", "measured", "when", "as", "a", "the", "out"})
# Tokens from where a base begins to its group.
_REACH = 7


def with_base(query: Query, sentence: Sentence, number: Number) -> Query:
    """Ask for a share of a group's staff in a band out of those whom words name.

    Parameters
    ----------
    query : Query
        Of a percentage that is out of a group's people.
    sentence : Sentence
    number : Number
    """
    said = _Base(sentence, number).said() if sentence.has("band") else None
    placed = query.staff_groups != WHOLE
    if said == "part":
        return query.asked(not_measures=query.not_measures | {OF_ALL})
    if said is not None and placed:
        return query.asked(not_measures=query.not_measures | {OF_PART})
    if said == "all":
        both = frozenset({"all"})
        return query.asked(staff_groups=Answer(both, both | {LONE}))
    return query


def base_from(sentence: Sentence, place: int) -> int | None:
    """Give the token of the `of` or `among` that words at a token name a base by.

    `Of BME staff, ...`, `as a share of all BME staff, ...`; None where they name none.
    """
    words, end = sentence.words, place
    while end < len(words) and words[end] in _LEADING | _SHARES:
        end += 1
    if end == len(words) or words[end] not in _AMONG:
        return None
    led = words[place:end]
    return end if not led or led == ("out",) or ("as" in led and led[-1] in _SHARES) else None


def named_base(sentence: Sentence, number: Number) -> Mark | None:
    """Find the group that people are counted out of: `109 of our 284 BME staff`."""
    return _Base(sentence, number).group()


@dataclass(frozen=True)
class _Base:
    sentence: Sentence
    number: Number

    @property
    def _counted(self) -> Number:
        return self.sentence.restated(self.number)

    def said(self) -> str | None:
        """Say whether it is out of a `part` of the group, of `all` of it or of `ours`; or None."""
        group = self.group()
        if group is None or self._follows():
            return None
        start, words = self._start_of(group), self.sentence.words
        led = set(words[start : group.first])
        if self._names_part(start, group):
            return "part"
        after = next((one for one in words[group.last + 1 :] if one not in _BACKGROUND), "")
        if _ALL & led or after == "workforce":
            return None if self._opens_with_part() else "all"
        if self._opens_with_part():
            return "part"
        return self._of_staff(group, led) if after in _STAFF or _STAFF & led else None

    def _of_staff(self, group: Mark, led: Set[str]) -> str | None:
        """Say whether `our BME staff` are meant; a share beside its counts that isn't theirs is."""
        counted = self._out_of(group) is not None
        if counted and self._counted != self.number:
            return "all"
        return "ours" if counted or _OUR & led else None

    def group(self) -> Mark | None:
        """Find the group of the base behind the number, in its count, or at the clause's head."""
        for start, end in self._stretches():
            for group in self.sentence.of("group", start, min(start + _REACH, end)):
                between = range(start, group.first)
                told = any(self._is_told(place) for place in between)
                if group.value in OTHER and not told and all(map(self._leads, between)):
                    return group
                break
        return None

    def _stretches(self) -> list[tuple[int, int]]:
        """Give from where to where the base may be named."""
        counted, end = self._counted, len(self.sentence.words)
        found = []
        following = self.sentence.following(self.number)
        start = following[0] if following else end
        vague = self.number.form in {"one in", "fraction"}
        behind = base_from(self.sentence, start)
        if vague or behind is not None:
            found.append((behind or start, end))
        for one in (self.number, counted):
            if one.base is not None:
                found.append((self._of(one), end))
        first, _ = self.sentence.clause(counted.first)
        opening = base_from(self.sentence, first)
        if opening is not None:
            found.append((opening, counted.first - 1))
        return found

    def _of(self, number: Number) -> int:
        """Give the `of` between a number and its base."""
        places = range(number.core + 1, number.base_at)
        return next((at for at in places if self.sentence.words[at] in _AMONG), number.base_at)

    def _start_of(self, group: Mark) -> int:
        return max(start for start, end in self._stretches() if start <= group.first <= end)

    def _is_told(self, place: int) -> bool:
        """Tell `1,040 of 2,830 staff are BME` from `of our staff who are BME`."""
        words = self.sentence.words
        return words[place] in {"are", "is"} and words[place - 1] != "who"

    def _leads(self, place: int) -> bool:
        """Say whether a word may stand before the group of a base: `of`, `our`, `284`."""
        words = self.sentence.words
        counts = any(one.core <= place <= one.last for one in self.sentence.numbers)
        counts = counts or any(one.base_at == place for one in self.sentence.numbers if one.base)
        part = any(one.first <= place <= one.last for one in self.sentence.of("staff_group"))
        return words[place] in _LED | _STAFF or counts or part

    def _names_part(self, start: int, group: Mark) -> bool:
        """Read `clinical BME staff`, `BME clinical staff` and `BME staff in clinical roles`."""
        words, end = self.sentence.words, group.last + 1
        beside = [one for one in self.sentence.of("staff_group") if start <= one.first <= end]
        if beside:
            return True
        while words[end : end + 1] and words[end] in _STAFF | _BACKGROUND:
            end += 1
        part = next((one for one in self.sentence.of("staff_group", end)), None)
        led = words[end : part.first] if part else ()
        tied = set(led) <= _WORKING and led[:1] in _TIED
        return part is not None and tied and not self._has_band(part)

    def _opens_with_part(self) -> bool:
        """Read `Among clinical staff, ...` and `In clinical roles, ...`, of no band there."""
        first, _ = self.sentence.clause(self._counted.first)
        parts = self.sentence.of("staff_group", first, min(first + 3, self._counted.first - 1))
        opens = bool(parts) and self.sentence.words[first] in _OPENING
        return opens and not self._has_band(parts[0])

    def _has_band(self, part: Mark) -> bool:
        """Say whether a staff group stands with a band of it: `clinical roles in bands 5 to 7`."""
        words, bands = self.sentence.words, {one.first for one in self.sentence.of("band")}
        end = part.last + 1
        while end < len(words) and words[end] in _POSTS and end not in bands:
            end += 1
        return end in bands

    def _out_of(self, group: Mark) -> float | None:
        """Give the number of a group's people right before it: the 284 of `284 BME staff`."""
        for one in self.sentence.numbers:
            if one.base is not None and 0 <= group.first - one.base_at <= 2:
                return one.base
            if one.core < group.first <= one.last + 2 and one is not self.number and not one.unit:
                return one.value
        return None

    def _follows(self) -> bool:
        """Say whether a share follows from its own count and base: `109 of 284 (38.4%)`."""
        group, count = self.group(), self._counted.value
        whole = None if group is None else self._out_of(group)
        if self._counted == self.number or not whole or count is None:
            return False
        share = 100 * count / whole
        return self.number.holds(share, share, share)
