"""Of which reporting year a number is."""

from __future__ import annotations

from dataclasses import dataclass, field

from wres.claims.answers import STOPS
from wres.claims.numbers import Number
from wres.claims.reading import Sentence

__all__ = ["Times"]

# Behind these, a year belongs to what a number is compared with.
_TURNS = frozenset(["from", "than", "against", "compared", "above", "below", "higher", "lower"])
# Right before words these tell what is, whatever year is named beside.
_NOW = frozenset({"is", "are", "remain", "remains", "now", "still", "currently"})
_VERB, _LED = 3, 4
# How far a year may stand from its number.
_REACH = 16
_OPENING = 6
# Words before the colon of one that opens a sentence.
_LABEL = 4
# Words of the survey's name, and how many it may have.
_NAMING = frozenset({"the", "nhs", "national", "staff", "annual"})
_NAME = 5
# Between a year and the figure that is named by it: `last year's figure of 10.9%`.
_OF_YEAR = frozenset({"figure", "level", "value", "rate", "share", "result", "score", "of"})
# What leads a time in which something happened.
_WITHIN = frozenset({"in", "during", "over"})
# What says what was at the time named right before: `on the previous survey, in which ...`.
_THEN = frozenset({"when", "which", "where"})
_THEN_NEAR = 4
_BOTH = {("both", "years"), ("two", "years"), ("either", "year"), ("each", "year")}


@dataclass(frozen=True)
class Times:
    """The years of one sentence; `claimed` are those that a number before has taken."""

    sentence: Sentence
    year: int
    claimed: dict[int, frozenset[int]] = field(default_factory=dict)

    def of(self, number: Number, survey: bool) -> tuple[frozenset[int] | None, bool]:
        """Say of which reporting years a number may be; and whether words say so."""
        spanned = self._spanned(number, survey) or self._between(number, survey)
        if spanned is not None:
            return spanned, True
        found = self._year_after(number, survey) or self._year_before(number, survey)
        if found is not None:
            return found, True
        if _BOTH & set(zip(self.sentence.words, self.sentence.words[1:], strict=False)):
            return frozenset({self.year - 1, self.year}), False
        leading = self._leading(number, survey)
        if leading is not None:
            return leading, True
        return None, False

    def named(self, survey: bool) -> frozenset[int]:
        """Give every reporting year that the sentence names, whatever it is said of."""
        read = [self._read_year(place, survey) for place in range(len(self.sentence.words))]
        return frozenset().union(*(years for years in read if years is not None))

    def year_at(self, place: int, survey: bool) -> frozenset[int] | None:
        """Say which reporting years a token may name."""
        return self._read_year(place, survey)

    def of_words(self, first: int, last: int, survey: bool) -> frozenset[int] | None:
        """Say of which reporting years words of a clause are: `showed parity in 2019`.

        None where their clause names no year, or several, or one that something moved since or is
        compared with; where a number stands between; and where they tell what is now.
        """
        begin, end = self.sentence.clause(first)
        level = self.sentence.depth(first)
        begin = self._before_brackets(begin, level)
        dates = [
            at
            for at in range(begin, end + 1)
            if self.sentence.tokens[at].year is not None and not self._is_change_time(at)
            if self.sentence.depth(at) <= level
        ]
        read = {self._read_year(at, survey) for at in dates}
        words = self.sentence.words
        if len(read) != 1 or _NOW & set(words[max(0, first - _VERB) : first]):
            return None
        # Of `on 31 March 2019`, and of an opening `In 2019`, the date is one token of several.
        # `Than White staff in 2019` sets groups of that year beside each other.
        groups = [one.last + 1 for one in self.sentence.of("group", first, dates[0])]
        led = words[max(0, dates[0] - _LED, *groups) : dates[0]]
        between = range(min(last, dates[0]), max(first, dates[-1]) + 1)
        # `In the 2022 survey BME staff (29.5%) were likelier`: those in brackets are said aside.
        counted = any(
            one.core in between and self.sentence.depth(one.core) <= level
            for one in self.sentence.numbers
        )
        return None if counted or set(led) & (_TURNS | {"since", "to"}) else read.pop()

    def _before_brackets(self, begin: int, level: int) -> int:
        """Give where a clause begins that brackets interrupt: `In 2022 BME staff (29.5%) were`."""
        while begin > 1 and self.sentence.words[begin - 1] == ")":
            begin -= 2
            while begin > 0 and self.sentence.depth(begin) > level:
                begin -= 1
            begin, _ = self.sentence.clause(max(0, begin - 1))
        return begin

    def _spanned(self, number: Number, survey: bool) -> frozenset[int] | None:
        """Take both years of `from 2018 to 2019 ... (10.5% to 11.4%)` for what brackets hold."""
        if not self.sentence.depth(number.core):
            return None
        first, last = self.sentence.clause(number.core)
        inside = [one for one in self.sentence.numbers if first <= one.core <= last]
        named = any(self._read_year(place, survey) for place in range(first, last + 1))
        said = [
            read
            for place in range(first)
            if self.sentence.tokens[place].year is not None
            and (read := self._read_year(place, survey)) is not None
        ]
        if len(inside) != 2 or named or len(said) != 2:
            return None
        return frozenset().union(*said)

    def _between(self, number: Number, survey: bool) -> frozenset[int] | None:
        """Take the year at its end for `from 11.4% to 18.4% between the 2019 and 2020 surveys`."""
        words, (_, last) = self.sentence.words, self.sentence.clause(number.core)
        led = words[max(0, number.first - 1) : number.first]
        if "between" not in words[number.last : last + 1] or led not in {("from",), ("to",)}:
            return None
        start = words.index("between", number.last)
        dates = [at for at in range(start, last + 1) if self.sentence.tokens[at].year is not None]
        if len(dates) != 2 or dates[0] > start + 2 or words[dates[0] + 1] != "and":
            return None
        return self._read_year(dates[led == ("to",)], survey)

    def _year_after(self, number: Number, survey: bool) -> frozenset[int] | None:
        _, right = self.sentence.window(number)
        words = self.sentence.words
        last = min(right, number.last + _REACH)
        again = self._said_again(number, last)
        for place in range(number.last + 1, last + 1):
            if place in again:
                continue
            read = self._read_year(place, survey)
            if read is not None and self._names_the_next(place):
                return None
            if read is not None and not self._is_change_time(place):
                self.claimed[place] = read
                return read
            if words[place] in STOPS and not self._opens_year(place, number):
                return None
            if words[place] in _TURNS:
                return None
        return None

    def _names_the_next(self, place: int) -> bool:
        """Say whether a year stands before its own figure: `0.6 points over last year's 10.9%`."""
        after = [one for one in self.sentence.numbers if one.first > place]
        token = self.sentence.tokens[place]
        possessive = token.end - token.start > len(token.text)
        between = self.sentence.words[place + 1 : after[0].first] if after else ("",)
        return possessive and set(between) <= _OF_YEAR

    def _said_again(self, number: Number, last: int) -> frozenset[int]:
        """Give the tokens of brackets that say a number again: `175 staff (6.9%) on 31 March`."""
        for other in self.sentence.numbers:
            if number.last < other.first <= last and self.sentence.restated(other) == number:
                first, end = self.sentence.clause(other.core)
                return frozenset(range(first - 1, end + 2))
        return frozenset()

    def _opens_year(self, place: int, number: Number) -> bool:
        """Say whether brackets right behind a number hold nothing but a year."""
        if self.sentence.words[place] != "(" or place != number.last + 1:
            return False
        inside = self.sentence.words[place + 1 : place + 4]
        return ")" in inside

    def _year_before(self, number: Number, survey: bool) -> frozenset[int] | None:
        left, _ = self.sentence.window(number)
        words = self.sentence.words
        if number.first > 0 and words[number.first - 1] in {"to", "by"}:
            return None
        depth = self.sentence.depth(number.core)
        for place in range(number.first - 1, left - 1, -1):
            if self.sentence.depth(place) > depth:
                continue
            taken = place in self.claimed and not _THEN & set(words[place + 1 : place + _THEN_NEAR])
            if taken or words[place] in {";", "but", "whereas", "while"}:
                return None
            read = self._read_year(place, survey)
            if read is not None and self._is_its_year(place, number):
                return read
        return None

    def _is_its_year(self, place: int, number: Number) -> bool:
        """Tell the year of a number from one since when something moved.

        `Last year's 1.45`, `on the previous year (13%)`, `since last year, when it was 1.45` and
        `on the last survey, in which 26% said so` are of that year; `during the year five ...` is
        of this one.
        """
        if place == number.first - 1 and self._is_span(place):
            return False
        if place == number.first - 1 or not self._is_change_time(place):
            return True
        between = self.sentence.words[place + 1 : number.first]
        if between[:1] != ("(",):
            return bool(_THEN & set(between))
        _, last = self.sentence.clause(number.first)
        return not any(number.last < one.first <= last for one in self.sentence.numbers)

    def _is_span(self, place: int) -> bool:
        """Say whether a time tells what happened in it: `during the year`, not `last year's`."""
        token = self.sentence.tokens[place]
        possessive = token.end - token.start > len(token.text)
        ended = [mark for mark in self.sentence.of("time", 0, place) if mark.last == place]
        led = {self.sentence.words[mark.first] for mark in ended if mark.value == "change"}
        return not possessive and bool(led & _WITHIN)

    def _leading(self, number: Number, survey: bool) -> frozenset[int] | None:
        """Take the year that a clause opens with for all its numbers: `In 2019, ...`."""
        first, _ = self.sentence.clause(number.first)
        if self.sentence.depth(number.core) or self._is_label(first, survey):
            first = 0
        moved = number.first > 0 and self.sentence.words[number.first - 1] in {"to", "by"}
        found: frozenset[int] = frozenset()
        named = 0
        for place in range(first, min(first + _OPENING, len(self.sentence.words), number.first)):
            read = self._read_year(place, survey)
            if read is not None and place not in self.claimed and not self._is_change_time(place):
                found |= read
                named += 1
            elif self.sentence.of("group", place, place):
                break
        return found if found and (named > 1 or not moved) else None

    def _is_label(self, first: int, survey: bool) -> bool:
        """Say whether a sentence opens with a time and a colon: `Last year: ..., a gap of ...`."""
        label = range(first - 1)
        opened = first > 0 and self.sentence.words[first - 1] == ":" and len(label) <= _LABEL
        return opened and any(self._read_year(place, survey) for place in label)

    def _opens_survey(self, place: int) -> bool:
        """Say whether a year is that of a survey in full: `the 2021 NHS Staff Survey`."""
        behind = self.sentence.words[place + 1 : place + 1 + _NAME]
        return "survey" in behind and set(behind[: behind.index("survey")]) <= _NAMING

    def _is_change_time(self, place: int) -> bool:
        """Say whether a year is one that something has moved since."""
        for mark in self.sentence.of("time"):
            if mark.value == "change" and mark.first <= place <= mark.last:
                return True
        return self.sentence.words[max(0, place - 1)] in {"since", "than"}

    def _read_year(self, place: int, survey: bool) -> frozenset[int] | None:
        """Read a year at a token as reporting years: a survey's belongs to the year after it."""
        token = self.sentence.tokens[place]
        if token.year is not None:
            near = self.sentence.words[max(0, place - 3) : place + 3]
            named = set(near) & {"autumn", "survey", "surveys"} or self._opens_survey(place)
            if token.kind != "financial" and named:
                return frozenset({token.year + 1})
            if token.year > self.year:
                return None
            if survey and token.kind == "year" and "wres" not in near:
                return frozenset({token.year, token.year + 1})
            return frozenset({token.year})
        years = {
            "previous": {self.year - 1},
            "current": {self.year},
            "change": {self.year - 1},
            "latest": {self.year - 1, self.year},
        }
        said = (mark.value for mark in self.sentence.of("time") if mark.last == place)
        return next((frozenset(years[value]) for value in said if value in years), None)
